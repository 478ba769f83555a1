from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

import pytest

from pipeline.sources.fetch import Outcome
from pipeline.sources.fetch.addresses import parse
from pipeline.sources.fetch.faults import BadAddress
from pipeline.sources.fetch.inside import refusal
from tests.fetch.conftest import Fetching
from tests.fetch.inside import INSIDE
from tests.fetch.site import Listener, Reply, Site


@pytest.fixture
def listeners() -> Iterator[list[Listener]]:
    made = [Listener(socket.AF_INET, "0.0.0.0")]  # noqa: S104  # the loopback in all its numbers
    if socket.has_ipv6:
        with contextlib.suppress(OSError):  # a machine may have the code for IPv6 and not the network
            made.append(Listener(socket.AF_INET6, "::", made[0].port))
    yield made
    for listener in made:
        listener.close()


def test_there_are_sixty_ways_in() -> None:
    assert len(set(INSIDE)) >= 60


def test_no_spelling_of_the_inside_is_connected_to(fetching: Fetching, listeners: list[Listener]) -> None:
    urls = [text.replace("PORT", str(listeners[0].port)) for text in INSIDE]
    report = fetching(*urls, allow_private=False)
    assert {page.outcome for page in report.results} == {Outcome.FAILED}
    assert {page.code for page in report.results} <= {"private-address", "bad-address"}
    assert [listener.count for listener in listeners] == [0] * len(listeners)


def test_no_redirect_leads_inside(fetching: Fetching, site: Site, listeners: list[Listener]) -> None:
    urls = [text.replace("PORT", str(listeners[0].port)) for text in INSIDE]
    for index, url in enumerate(urls):
        site.pages[f"/{index}"] = Reply(b"", 302, {"Location": url.encode().decode("latin-1")})
    # The site itself must be reachable: its name stands for an address the guard takes for public.
    report = reached(fetching, site, *(f"/{index}" for index in range(len(urls))))
    assert {page.outcome for page in report.results} == {Outcome.FAILED}
    assert [listener.count for listener in listeners] == [0] * len(listeners)


def test_no_robots_redirect_leads_inside(fetching: Fetching, site: Site, listeners: list[Listener]) -> None:
    site.default = Reply()
    site.pages["/robots.txt"] = Reply(b"", 302, {"Location": f"http://127.0.0.1:{listeners[0].port}/robots.txt"})
    report = reached(fetching, site, "/a")
    assert [page.outcome for page in report.results] == [Outcome.ROBOTS]
    assert listeners[0].count == 0


def reached(fetching: Fetching, site: Site, *paths: str):
    """A run in which 127.0.0.77 counts as public, so that a local server can send us inside."""
    import pipeline.sources.fetch.inside as guard

    real = guard.refusal
    moved = Site("127.0.0.77", robots=None)
    moved.pages, moved.log, moved.default = site.pages, site.log, site.default
    try:
        guard.refusal = lambda text, *, allow_private: (
            None if text == "127.0.0.77" else real(text, allow_private=allow_private)
        )
        return fetching(*(moved.url(path) for path in paths), allow_private=False)
    finally:
        guard.refusal = real
        moved.close()


def test_a_name_that_means_the_inside_is_refused(fetching: Fetching, listeners: list[Listener]) -> None:
    fetching.names["rebind.example"] = "127.0.0.1"
    report = fetching(f"http://rebind.example:{listeners[0].port}/", allow_private=False)
    assert report.results[0].code == "private-address"
    assert listeners[0].count == 0


def test_the_address_that_was_checked_is_the_one_connected_to(
    fetching: Fetching, listeners: list[Listener], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def first_outside_then_inside(host: str, port: int, *more: object, **named: object) -> list[object]:
        asked.append(host)
        ip = "192.88.99.7" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    connected: list[object] = []

    def connect(self: socket.socket, address: object) -> None:
        connected.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", first_outside_then_inside)
    monkeypatch.setattr(socket.socket, "connect", connect)
    fetching(f"http://rebind.example:{listeners[0].port}/", allow_private=False)
    assert connected == [("192.88.99.7", listeners[0].port)]
    assert listeners[0].count == 0


def test_a_name_with_one_foot_inside_is_refused(fetching: Fetching, site: Site) -> None:
    fetching.resolve = lambda host, port: ["192.0.2.1", "127.0.0.1"]  # type: ignore[method-assign]
    report = fetching(site.url("/", "both.example"), allow_private=False)
    assert report.results[0].code == "private-address"
    assert site.log == []


def test_allow_private_opens_ones_own_network_but_not_the_cloud(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    assert fetching(site.url("/a")).results[0].outcome is Outcome.SAVED
    for ip in (
        "169.254.169.254",
        "100.100.100.200",
        "168.63.129.16",
        "fd00:ec2::254",
        "::ffff:169.254.169.254",
    ):
        assert refusal(ip, allow_private=True)
    for ip in ("10.1.2.3", "192.168.1.1", "172.16.0.1", "127.8.8.8", "::1", "fd12::1", "::ffff:10.0.0.1"):
        assert refusal(ip, allow_private=True) is None
        assert refusal(ip, allow_private=False)


def test_public_addresses_are_not_refused() -> None:
    for ip in ("93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"):
        assert refusal(ip, allow_private=False) is None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("HTTP://Example.COM:80/a/../b/./c?q=1#part", "http://example.com/b/c?q=1"),
        ("https://example.com", "https://example.com/"),
        ("http://b\u00fccher.example/\u00fc", "http://xn--bcher-kva.example/%C3%BC"),
        ("http://example.com/%7Ea/%2e%2e/%c3%bc b", "http://example.com/%C3%BC%20b"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://example.com./", "http://example.com/"),
        ("http://example.com/a//b", "http://example.com/a//b"),
        ("http://[::FFFF:7f00:1]/", "http://[::ffff:127.0.0.1]/"),
        ("http:\\\\example.com\\a", "http://example.com/a"),
    ],
)
def test_every_address_has_one_spelling(text: str, url: str) -> None:
    found = parse(text).url
    assert found in (url, url.replace("127.0.0.1]", "7f00:1]"))
    assert parse(found).url == found


@pytest.mark.parametrize(
    "text",
    [
        "ftp://example.com/", "file:///etc/passwd", "javascript:alert(1)", "example.com", "http://", "http:///path",
        "http://user:secret@example.com/", "http://example.com:0/", "http://example.com:99999/", "http://exa mple.com/",
        "http://[::1%25lo]/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://a..b/", "http://example.com/\x07a",
        "http://" + "a" * 64 + ".example/", "http://example.com/" + "a" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_address_to_fetch_is_refused(text: str) -> None:
    with pytest.raises(BadAddress):
        parse(text)
