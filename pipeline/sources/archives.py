"""Many pages in one file: MHTML, gzip, WARC, zip and tar. Nothing is unpacked to disk, so no member's name matters."""

from __future__ import annotations

import email
import email.policy
import hashlib
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from pipeline.errors import UnreadablePage
from pipeline.records import Page
from pipeline.sources import members, sniff, warc
from pipeline.sources.saved import addressed, saved_from
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


# --- MHTML ----------------------------------------------------------------------------------------------------


def _mhtml(content: bytes, file: str, most_bytes: int, depth: int) -> Pages:
    """The root part is the page (RFC 2387, RFC 2557); other HTML parts are frames of it."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts = [p for p in message.walk() if p.get_content_type() in ("text/html", "application/xhtml+xml")]
    bodies = [(p, body) for p in parts if isinstance(body := p.get_payload(decode=True), bytes) and body.strip()]
    if not bodies:
        raise UnreadablePage("no-text", "the MHTML file holds no HTML part; save the page again")
    address = message.get("Snapshot-Content-Location")
    start = message.get_param("start")
    named = [
        (part, body)
        for part, body in bodies
        if (start and part.get("Content-ID") == start) or (address and part.get("Content-Location") == address)
    ]
    part, body = named[0] if named else max(bodies, key=lambda entry: len(entry[1]))
    yield _mhtml_page(message, part, body, file)


def _mhtml_page(message: EmailMessage, part: EmailMessage, body: bytes, file: str) -> Page:
    url = message.get("Snapshot-Content-Location") or part.get("Content-Location") or message.get("Content-Location")
    url, retrieved = (str(url).strip() if url else None), None
    try:
        retrieved = parsedate_to_datetime(str(message["Date"])).isoformat() if message["Date"] else None
    except (ValueError, TypeError, OverflowError):
        retrieved = None
    page = Page(
        body,
        file,
        hashlib.sha256(body).hexdigest(),
        sniff.HTML,
        url if url and url.startswith("http") else None,
        retrieved,
    )
    charset = part.get_content_charset()
    return replace(page, charset=charset) if charset else page


def _mhtml_pages(content: bytes, file: str, allowance: Allowance, depth: int) -> Pages:
    yield from _mhtml(content, file, allowance.most_bytes, depth)


_READERS: dict[str, Callable[[bytes, str, Allowance, int], Pages]] = {
    sniff.MHTML: _mhtml_pages,
    sniff.GZIP: _gzip,
    sniff.ZIP: _zip,
    sniff.TAR: _tar,
    sniff.WARC: _warc,
}
