"""One spelling for every address, so that robots, guard, frontier and file names mean the same thing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, unquote, urljoin, urlsplit

from pipeline.sources.fetch.faults import BadAddress

DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST = 4000
"""Characters of an address; RFC 9110, section 4.1, wants 8000 supported, and no page comes near that."""

_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_KEPT = "!$&'()*+,;=:@/?-._~"


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address in its one spelling; `target` is path and query, as in a request line."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host, and the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """What a robots.txt speaks for (RFC 9309, section 2.3): scheme, host and port."""
        return f"{self.scheme}://{self.authority}"

    @property
    def lane(self) -> str:
        """What shares one queue: http and https of a host are one server, another port is another."""
        return self.authority

    @property
    def url(self) -> str:
        """The whole address."""
        return self.origin + self.target

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]


def parse(text: str, base: Address | None = None) -> Address:
    """The address that `text` spells, seen from `base` when relative.

    Follows RFC 3986 and, where browsers are more lenient, the URL Standard: what a browser would open on the
    inside must not look like an outside host here. Raises BadAddress.
    """
    parts = _split(text, base)
    if parts.scheme not in DEFAULT_PORTS:
        raise BadAddress(f"only http and https addresses are fetched, not {parts.scheme or 'a bare word'}")
    if "@" in parts.netloc:
        raise BadAddress("an address with a user name in it is not fetched")
    try:
        port = parts.port
    except ValueError as error:
        raise BadAddress("the port is not a number from 1 to 65535") from error
    if port == 0:
        raise BadAddress("port 0 cannot be asked")
    query = f"?{_requoted(parts.query)}" if parts.query else ""
    target = _without_dots(_requoted(parts.path)) + query
    return Address(parts.scheme, _host(parts.netloc, parts.hostname), port or DEFAULT_PORTS[parts.scheme], target)


def _split(text: str, base: Address | None) -> SplitParts:
    cleaned = re.sub(r"[\t\r\n]", "", text.strip("".join(map(chr, range(33)))))
    if len(cleaned) > LONGEST:
        raise BadAddress(f"longer than {LONGEST} characters")
    if any(unicodedata.category(char) == "Cc" for char in cleaned):
        raise BadAddress("holds a control character")
    before, mark, query = cleaned.partition("?")
    cleaned = before.replace("\\", "/") + mark + query
    try:
        parts = urlsplit(urljoin(base.url, cleaned) if base else cleaned)
        return SplitParts(parts.scheme.lower(), parts.netloc, parts.hostname or "", parts.path, parts.query, parts)
    except ValueError as error:
        raise BadAddress("not an address") from error


@dataclass(frozen=True, slots=True)
class SplitParts:
    """The pieces of an address before they are checked."""

    scheme: str
    netloc: str
    hostname: str
    path: str
    query: str
    whole: object

    @property
    def port(self) -> int | None:
        """The port as written; raises ValueError when it is none."""
        found: int | None = self.whole.port  # type: ignore[attr-defined]
        return found


def _host(netloc: str, hostname: str) -> str:
    if netloc.startswith("["):
        return _v6(hostname)
    host = unicodedata.normalize("NFKC", unquote(hostname)).replace("\u3002", ".").lower()
    if not host.isascii():
        host = _punycode(host)
    host = host.removesuffix(".")
    labels = host.split(".")
    if _is_number(labels[-1]):
        return _v4(labels)
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise BadAddress("the host is not a name that can be looked up")
    return host


def _v6(text: str) -> str:
    if "%" in text:
        raise BadAddress("an address with a network interface in it is not fetched")
    try:
        return str(IPv6Address(text))
    except AddressValueError as error:
        raise BadAddress("the host is not an IPv6 address") from error


def _punycode(host: str) -> str:
    import idna  # comes with requests; most hosts are ASCII

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise BadAddress("the host is not a name that can be looked up") from error


def _is_number(label: str) -> bool:
    return bool(re.fullmatch(r"[0-9]+|0x[0-9a-f]*", label))


def _v4(labels: list[str]) -> str:
    """A host that ends in a number, read as the URL Standard does: decimal, octal or hexadecimal parts."""
    try:
        numbers = [_number(label) for label in labels]
    except ValueError as error:
        raise BadAddress("the host is not an IPv4 address") from error
    *front, last = numbers
    if len(numbers) > 4 or any(n > 255 for n in front) or last >= 256 ** (5 - len(numbers)):
        raise BadAddress("the host is not an IPv4 address")
    return str(IPv4Address(sum(n << (24 - 8 * i) for i, n in enumerate(front)) + last))


def _number(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8) if len(label) > 1 and label.startswith("0") else int(label)


def _requoted(text: str) -> str:
    """Escapes in one spelling (RFC 3986, section 6.2.2): unreserved ones undone, the rest upper case."""
    pieces, at = [], 0
    for found in _ESCAPE.finditer(text):
        pieces.append(quote(text[at : found.start()], safe=_KEPT, errors="surrogatepass"))
        char = chr(int(found[0][1:], 16))
        pieces.append(char if char in _UNRESERVED else found[0].upper())
        at = found.end()
    pieces.append(quote(text[at:], safe=_KEPT, errors="surrogatepass"))
    return "".join(pieces)


def _without_dots(path: str) -> str:
    """RFC 3986, section 5.2.4: no step ever leads above the root."""
    kept: list[str] = []
    segments = path.lstrip("/").split("/") if not path.startswith("//") else path[1:].split("/")
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)
