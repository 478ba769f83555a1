"""Addresses made to reach the inside, PORT standing for a port somebody listens on."""

INSIDE = (
    # the loopback, plainly and in other numbers
    "http://127.0.0.1:PORT/", "http://127.0.0.2:PORT/", "http://127.255.255.254:PORT/", "http://localhost:PORT/",
    "http://LOCALHOST:PORT/", "http://localhost.:PORT/", "http://127.0.0.1.:PORT/", "http://127.1:PORT/",
    "http://127.0.1:PORT/", "http://2130706433:PORT/", "http://017700000001:PORT/", "http://0x7f000001:PORT/",
    "http://0x7F.0.0.1:PORT/", "http://0177.0.0.1:PORT/", "http://0x7f.1:PORT/", "http://127.0x1:PORT/",
    "http://00000177.0.0.1:PORT/", "http://0x7f.0x0.0x0.0x1:PORT/", "http://0:PORT/", "http://0.0.0.0:PORT/",
    "http://0x0:PORT/", "http://00:PORT/", "http://127.0.0.1:PORT#@example.com/",
    # the loopback in IPv6, and in what carries IPv4
    "http://[::1]:PORT/", "http://[0:0:0:0:0:0:0:1]:PORT/", "http://[::]:PORT/", "http://[::ffff:127.0.0.1]:PORT/",
    "http://[::ffff:7f00:1]:PORT/", "http://[0:0:0:0:0:ffff:7f00:0001]:PORT/", "http://[::127.0.0.1]:PORT/",
    "http://[::ffff:0:127.0.0.1]:PORT/", "http://[64:ff9b::7f00:1]:PORT/", "http://[64:ff9b::127.0.0.1]:PORT/",
    "http://[2002:7f00:1::]:PORT/", "http://[2002:7f00:0001::1]:PORT/",
    "http://[2001:0:5ef5:79fd:0:0:80ff:fffe]:PORT/", "http://[fe80::5efe:127.0.0.1]:PORT/",
    "http://[::1%25lo]:PORT/", "http://[fe80::1%25eth0]:PORT/",
    # letters that turn into numbers
    "http://\uff11\uff12\uff17.0.0.1:PORT/", "http://127\u30020\u30020\u30021:PORT/",
    "http://\u2460\u2461\u2466.0.0.1:PORT/", "http://%31%32%37.0.0.1:PORT/", "http://127%2e0%2e0%2e1:PORT/",
    "http://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3:PORT/", "http://loc%61lhost:PORT/",
    "http://127.0.0\uff0e1:PORT/",
    # two readings of one address
    "http://example.com@127.0.0.1:PORT/", "http://127.0.0.1:PORT\\@example.com/", "http:\\\\127.0.0.1:PORT\\",
    "http:/\\127.0.0.1:PORT/", "http://user:secret@localhost:PORT/", "ht\ntp://127.0.0.1:PORT/",
    "http://127.0.0.1\t:PORT/", " http://127.0.0.1:PORT/ ", "//127.0.0.1:PORT/", "http://127.0.0.1:PORT:80/",
    "http:127.0.0.1:PORT/", "http:///127.0.0.1:PORT/", "https://127.0.0.1:PORT/",
    # private networks, link-local and metadata
    "http://10.0.0.1:PORT/", "http://172.16.0.1:PORT/", "http://192.168.0.1:PORT/", "http://100.64.0.1:PORT/",
    "http://169.254.169.254/latest/meta-data/", "http://2852039166/", "http://0xA9FEA9FE/", "http://0251.0376.0251.0376/",
    "http://[::ffff:169.254.169.254]/", "http://[fd00:ec2::254]/", "http://[fe80::1]:PORT/", "http://[fc00::1]:PORT/",
    "http://[fec0::1]:PORT/", "http://100.100.100.200/", "http://168.63.129.16/", "http://192.0.0.192/",
    "http://224.0.0.1:PORT/", "http://255.255.255.255:PORT/", "http://240.0.0.1:PORT/", "http://[ff02::1]:PORT/",
    # other ways in
    "file:///etc/passwd", "gopher://127.0.0.1:PORT/_x", "ftp://127.0.0.1:PORT/", "dict://127.0.0.1:PORT/x",
    "unix:///var/run/docker.sock", "data:text/html,x", "ws://127.0.0.1:PORT/",
)  # fmt: skip
