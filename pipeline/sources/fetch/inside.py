"""Which machines may be connected to: the public internet, and nothing behind the reader's own front door."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from pipeline.sources.fetch.faults import ConnectionTrouble, PrivateAddress

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port to IP addresses as text; raises OSError when the name has none."""

METADATA = frozenset(
    map(
        ip_address,
        (
            "169.254.169.254",
            "169.254.170.2",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.192",
            "fd00:ec2::254",
            "fd20:ce::254",
        ),
    )
)
"""Where clouds hand out a machine's credentials. Never a page, so never asked, not even one's own."""

_UNKNOWN = "no address is known for {}: check how it is spelled, and whether this machine is online"
_COMPATIBLE = IPv6Network("::/96")
_TRANSLATED = IPv6Network("::ffff:0:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_SITE_LOCAL = IPv6Network("fec0::/10")
_ISATAP = (0x00005EFE, 0x02005EFE)


def system_resolver(host: str, port: int) -> Sequence[str]:
    """What the operating system says a name means."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked(host: str, port: int, resolve: Resolve, *, allow_private: bool) -> Sequence[str]:
    """The IP addresses of `host`, looked up once and all fit to connect to.

    One unfit address condemns the name: a name that points both outside and inside was made for tricking
    fetchers. Raises PrivateAddress and ConnectionTrouble.
    """
    found = [host] if _literal(host) else _resolved(host, port, resolve)
    for text in found:
        reason = refusal(text, allow_private=allow_private)
        if reason:
            spelled = "" if text == host else f" ({text})"
            raise PrivateAddress(f"{host}{spelled} is {reason}, which is not fetched{_hint(reason)}")
    return found


def refusal(text: str, *, allow_private: bool) -> str | None:
    """Why the IP address `text` is not connected to, in two or three words; None when it may be.

    The kinds are those of the IANA special-purpose registries (RFC 6890); every form of IPv6 that carries an
    IPv4 address is judged by what it carries as well.
    """
    for address in _meanings(ip_address(text.partition("%")[0])):
        reason = _kind(address, allow_private=allow_private)
        if reason:
            return reason
    return None


def _literal(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _resolved(host: str, port: int, resolve: Resolve) -> Sequence[str]:
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise ConnectionTrouble(_UNKNOWN.format(host)) from error
    if not found:
        raise ConnectionTrouble(_UNKNOWN.format(host))
    return found


def _hint(reason: str) -> str:
    return "; --allow-private is for one's own" if reason.startswith(("a loopback", "a private")) else ""


def _kind(address: IPv4Address | IPv6Address, *, allow_private: bool) -> str | None:  # noqa: PLR0911
    if address in METADATA:
        return "a cloud metadata address"
    if address.is_link_local:
        return "a link-local address"
    if address.is_multicast:
        return "a multicast address"
    if address.is_loopback or address.is_unspecified:
        return None if allow_private else "a loopback address"
    if address.is_private or (isinstance(address, IPv6Address) and address in _SITE_LOCAL):
        return None if allow_private else "a private address"
    if address.is_reserved:
        return "a reserved address"
    return None if address.is_global or allow_private else "a private address"


def _meanings(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    if isinstance(address, IPv4Address):
        yield address
        return
    low = IPv4Address(int(address) & 0xFFFFFFFF)
    if address.ipv4_mapped or address in _NAT64 or address in _TRANSLATED:
        yield low
        return
    if address in _COMPATIBLE and int(address) > 1:
        yield low
        return
    yield address
    if address.sixtofour:
        yield address.sixtofour
    yield from address.teredo or ()
    if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        yield low
