"""Sitemaps (sitemaps.org): addresses of pages, or of more sitemaps, from XML or plain text."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from pipeline.sources.fetch.addresses import LONGEST, Address
from pipeline.sources.fetch.decoding import decoded
from pipeline.sources.fetch.faults import NotAPage, TooMuch
from pipeline.sources.fetch.options import MIB, Limits

MOST = 50_000
"""Addresses in one sitemap; the protocol allows no more."""

DEEPEST = 2
"""Indexes above a sitemap. The protocol knows one; two forgive those who nest them."""

LIMITS = Limits(wire_bytes=20 * MIB, decoded_bytes=20 * MIB)
"""A full sitemap is larger than a page: 50,000 addresses at 400 bytes each."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One address of a sitemap as written, and when it says the page was last changed."""

    loc: str
    lastmod: str = ""


@dataclass(slots=True)
class Sitemap:
    """What one file lists; `is_index` when it lists sitemaps, `cut` when there was more."""

    listed: list[Listed] = field(default_factory=list)
    is_index: bool = False
    cut: bool = False


def read(content: bytes) -> Sitemap:
    """The sitemap in `content`, which may be a gzip file. Raises NotAPage, TooMuch and BadEncoding."""
    if content.startswith(b"\x1f\x8b"):
        content = _unpacked(content)
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return _from_xml(content) if start.startswith(b"<") or b"\0" in start else _from_text(content)


def matching(listed: Iterable[tuple[Listed, Address]], patterns: tuple[str, ...]) -> Iterator[tuple[Listed, Address]]:
    """Those whose address, or path and query, fits one of the shell patterns; all without patterns."""
    for entry, address in listed:
        if not patterns or any(
            fnmatch.fnmatchcase(text, pattern) for text in (address.url, address.target) for pattern in patterns
        ):
            yield entry, address


def _unpacked(content: bytes) -> bytes:
    pieces, size = [], 0
    for piece in decoded([content], "gzip"):
        size += len(piece)
        if size > LIMITS.decoded_bytes:
            raise TooMuch(f"the sitemap unfolds to more than {LIMITS.decoded_bytes:,} bytes")
        pieces.append(piece)
    return b"".join(pieces)


def _from_text(content: bytes) -> Sitemap:
    found = Sitemap()
    for line in content.decode("utf-8-sig", "replace").splitlines():
        if len(found.listed) == MOST:
            found.cut = True
            break
        if line.strip().lower().startswith(("http://", "https://")):
            found.listed.append(Listed(line.strip()))
    if not found.listed:
        raise NotAPage("this is no sitemap")
    return found


class _Enough(Exception):  # a step inside this module
    """The most addresses one file may list are read."""


class _Reader:
    """Collects loc and lastmod while expat walks the file; no entity is expanded, nothing is loaded."""

    def __init__(self) -> None:
        self.found = Sitemap()
        self._names: list[str] = []
        self._texts: dict[str, str] = {}
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._names.append(name.rpartition(":")[2].lower())
        if len(self._names) == 1:
            self.found.is_index = self._names[0] == "sitemapindex"
            if self._names[0] not in ("sitemapindex", "urlset"):
                raise NotAPage("this is no sitemap")
        if len(self._names) == 2:
            self._texts = {}

    def _text(self, text: str) -> None:
        if len(self._names) == 3 and self._names[2] in ("loc", "lastmod"):
            known = self._texts.get(self._names[2], "")
            self._texts[self._names[2]] = (known + text)[: LONGEST + 1]

    def _end(self, _name: str) -> None:
        self._names.pop()
        loc = self._texts.get("loc", "").strip()
        if len(self._names) == 1 and loc:
            if len(self.found.listed) == MOST:
                raise _Enough
            self.found.listed.append(Listed(loc, self._texts.get("lastmod", "").strip()))
            self._texts = {}

    def _entity(self, *_declared: object) -> None:
        raise NotAPage("the sitemap declares entities, which no sitemap needs")


def _from_xml(content: bytes) -> Sitemap:
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)  # noqa: FBT003  # expat takes no names
    except _Enough:
        reader.found.cut = True
    except expat.ExpatError as error:
        if not reader.found.listed:
            raise NotAPage(f"the sitemap is damaged in line {error.lineno}") from error
        reader.found.cut = True  # what stood before the damage is as good as any
    return reader.found
