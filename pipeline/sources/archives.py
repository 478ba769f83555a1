"""Many pages in one file: MHTML, gzip, WARC, zip and tar. Nothing is unpacked to disk, so no member's name matters."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.errors import UnreadablePage
from pipeline.records import Page
from pipeline.sources import members, mhtml, sniff, warc
from pipeline.sources.provenance import addressed, saved_from
from pipeline.sources.unpacking import DAMAGE, Allowance, Spent, first_bytes, gunzipped

_DEEPEST = 3
Pages = Iterator[Page | tuple[str, UnreadablePage]]


def pages(content: bytes, kind: str, file: str, most_bytes: int) -> Pages:
    """The pages inside `content`, named FILE#MEMBER. What is damaged or too large comes as an error of its own.

    Of all that is unpacked only so much is looked at that no archive takes minutes: see `Allowance`.
    """
    try:
        yield from _pages(content, kind, file, Allowance(most_bytes), 0)
    except Spent as error:
        yield file, UnreadablePage("too-large", str(error))


def _pages(content: bytes, kind: str, file: str, allowance: Allowance, depth: int) -> Pages:
    if depth > _DEEPEST:
        yield file, UnreadablePage("nested-archive", "archives are nested too deep; unpack the file by hand")
        return
    found = False
    try:
        for page in _READERS[kind](content, file, allowance, depth):
            found = True
            yield page
        if not found:
            yield file, UnreadablePage("no-text", "the archive holds no page; put saved HTML or text pages into it")
    except UnreadablePage as error:
        yield file, error.alone()
    except (zipfile.BadZipFile, tarfile.TarError, *DAMAGE) as error:
        yield (
            file,
            UnreadablePage("damaged-archive", f"the archive is damaged ({error}); pack or download it again"),
        )


def _any(content: bytes, file: str, allowance: Allowance, depth: int) -> Pages:
    """One unpacked member: a page, or another archive."""
    try:
        kind = sniff.media_type(content)
    except UnreadablePage as error:
        yield file, error.alone()
        return
    if kind in (sniff.HTML, sniff.TEXT):
        url, retrieved = saved_from(content)
        yield Page(content, file, hashlib.sha256(content).hexdigest(), kind, url, retrieved)
    else:
        yield from _pages(content, kind, file, allowance, depth + 1)


def _gzip(content: bytes, file: str, allowance: Allowance, depth: int) -> Pages:
    begin = first_bytes(content, 0, len(warc.MARK))
    if begin == warc.MARK or (not begin and file.lower().endswith(".warc.gz")):
        yield from _warc(content, file, allowance, depth)
    else:
        yield from _any(gunzipped(content, allowance), file, allowance, depth + 1)


def _zip(content: bytes, file: str, allowance: Allowance, depth: int) -> Pages:
    yield from _each(members.zipped(content, allowance), file, allowance, depth)


def _tar(content: bytes, file: str, allowance: Allowance, depth: int) -> Pages:
    yield from _each(members.tarred(content, allowance), file, allowance, depth)


def _each(found: Iterator[members.Member], file: str, allowance: Allowance, depth: int) -> Pages:
    for name, given in found:
        allowance.member()
        if isinstance(given, UnreadablePage):
            yield f"{file}#{name}", given
        else:
            yield from _any(given, f"{file}#{name}", allowance, depth)


def _warc(content: bytes, file: str, allowance: Allowance, depth: int) -> Pages:
    """Every response with a page, by its place in the file (ISO 28500)."""
    for record in warc.records(content, allowance):
        name = f"{file}#{record.number}"
        if isinstance(record.body, UnreadablePage):
            yield name, _addressed(record.body, record.url)
            continue
        for page in _any(record.body, name, allowance, depth):
            if isinstance(page, Page):
                yield replace(page, url=record.url, retrieved=record.retrieved, charset=record.charset or None)
            else:
                yield page[0], _addressed(page[1], record.url)


def _addressed(error: UnreadablePage, url: str | None) -> UnreadablePage:
    """An error that names the page by its address, too: nobody knows it by its number."""
    return UnreadablePage(error.code, addressed(error.message, url))


def _mhtml(content: bytes, file: str, allowance: Allowance, depth: int) -> Pages:
    yield mhtml.page(content, file)


_READERS: dict[str, Callable[[bytes, str, Allowance, int], Pages]] = {
    sniff.MHTML: _mhtml,
    sniff.GZIP: _gzip,
    sniff.ZIP: _zip,
    sniff.TAR: _tar,
    sniff.WARC: _warc,
}
