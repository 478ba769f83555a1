"""The pages in a WARC file (ISO 28500), each by the number of its record. A damaged record costs itself alone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, redirect_stderr
from typing import Any, NamedTuple

from pipeline.errors import UnreadablePage
from pipeline.sources import sniff
from pipeline.sources.unpacking import DAMAGE, GZIP, Allowance, GzipMember, behind_padding, first_bytes, gathered

MARK = b"WARC/"
_KINDS = ("response", "resource", "conversion")
_MOST_HEAD = 1 << 16
"""Bytes that a record may have besides its page."""
_SHORTEST_GZIP = 18
_LOOKED_AT = 5000
_XML = ("application/xml", "text/xml")
"""Types that XHTML pages have, and feeds and site maps."""
_NO_PAGES = "metadata:"
"""Begins the addresses of what a crawler notes down about itself."""
_CODINGS = ("gzip", "deflate", "br", "zstd")

_HEAD = re.compile(rb"WARC/\d\.\d+[^\n]*\n(?:[^\n]+\n){0,1000}?\r?\n")
_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(rb"^warc-target-uri[ \t]*:[ \t]*<?([^\s>]+)", re.IGNORECASE | re.MULTILINE)
_BEGIN = re.compile(rb"\nWARC/\d\.\d+\r?\n")
_GAP = re.compile(rb"[\r\n\0]*")
# Many writers count a few bytes too little: what is left of the line then belongs to nothing.
_BETWEEN = re.compile(rb"(?:[\r\n\0 ]*|[^\n]{1,80}\n\s*)(?=WARC/\d|\Z)|\r?\n\r?\n[\r\n\0]*")
_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHUNK_END = re.compile(rb"\r?\n")


class Record(NamedTuple):
    """One page: the number of its record, counted from 1, what the record says of it, and what it holds or why that
    cannot be had. What is not known is empty.
    """

    number: int
    body: bytes | UnreadablePage
    url: str | None = None
    retrieved: str | None = None
    charset: str = ""


def records(content: bytes, allowance: Allowance) -> Iterator[Record]:
    """Every record with a page, and every damaged one. Raises UnreadablePage without the extra."""
    loader = _loader()
    number = 0
    for stretch, fault in _stretches(content, allowance):
        for block, problem in _blocks(stretch, fault):
            number += 1
            allowance.member()
            record = _read(number, block, loader, allowance) if problem is None else _refused(number, block, problem)
            if record is not None:
                yield record


def _loader() -> Any:
    try:
        from warcio.recordloader import ArcWarcRecordLoader
    except ImportError as error:
        raise UnreadablePage(
            "needs-warc", "reading WARC files needs the extra `warc`: pip install 'exercise-pipeline[warc]'"
        ) from error
    return ArcWarcRecordLoader(verify_http=False, arc2warc=False)


def _refused(number: int, block: bytes, problem: UnreadablePage) -> Record:
    address = _ADDRESS.search(block[:_MOST_HEAD])
    return Record(number, problem, address[1].decode("utf-8", "replace") if address else None)


def _damaged(why: object) -> UnreadablePage:
    return UnreadablePage("damaged-archive", f"this record of the archive is damaged ({str(why)[:80]})")


def _cut() -> UnreadablePage:
    return UnreadablePage("damaged-archive", "this record of the archive is cut (it ends too early); download it again")


# --- where records begin and end ------------------------------------------------------------------------------


def _stretches(content: bytes, allowance: Allowance) -> Iterator[tuple[bytes, UnreadablePage | None]]:
    """The file as it is, or what its gzip members hold: one record each, or several. With what is wrong at the end of it."""
    if not content.startswith(GZIP):
        yield content, None
        return
    start = 0
    while len(content) - start >= _SHORTEST_GZIP:
        member = GzipMember(content, start)
        unpacked, fault = _unpacked(member, allowance)
        yield unpacked, fault
        # What is damaged may seem to end anywhere.
        start = _next_member(content, start + 1, allowance) if fault else behind_padding(content, member.end)


def _unpacked(member: GzipMember, allowance: Allowance) -> tuple[bytes, UnreadablePage | None]:
    """What a member holds, up to damage, or up to what the largest page can have."""
    out = io.BytesIO()
    fault = None
    try:
        for piece in member:
            allowance.spend(len(piece))
            if out.tell() <= allowance.most_bytes + _MOST_HEAD:
                out.write(piece)
            else:
                fault = allowance.too_large()
    except DAMAGE as error:
        fault = _damaged(error)
    return out.getvalue(), fault


def _next_member(content: bytes, start: int, allowance: Allowance) -> int:
    """Where the next gzip member with a record begins; the same bytes may stand within another by chance."""
    while (start := content.find(GZIP + b"\x08", start)) >= 0:
        if first_bytes(content, start, len(MARK)) == MARK:
            return start
        allowance.member()
        start += 1
    return len(content)


def _blocks(stretch: bytes, fault: UnreadablePage | None) -> Iterator[tuple[bytes, UnreadablePage | None]]:
    """The records of a stretch, each with what is wrong with it; `fault` is wrong with the last."""
    gap = _GAP.match(stretch)
    start = gap.end() if gap else 0
    if start == len(stretch) and fault:
        yield b"", fault
    while start < len(stretch):
        end, following, problem = _end_of(stretch, start)
        yield stretch[start:end], fault if fault and following == len(stretch) else problem
        start = following


def _end_of(stretch: bytes, start: int) -> tuple[int, int, UnreadablePage | None]:
    """Where the record ends that begins at `start`, by its length, and where the next begins. What is wrong with it, too."""
    head = _HEAD.match(stretch, start)
    length = _LENGTH.search(stretch, start, head.end()) if head else None
    if head is None or length is None:
        following = _next_begin(stretch, start)
        return following, following, _damaged("its head makes no sense")
    end = head.end() + int(length[1])
    if end <= len(stretch) and (between := _BETWEEN.match(stretch, end)):
        return end, between.end(), None
    following = _next_begin(stretch, head.end())
    is_last = end > len(stretch) == following
    return following, following, _cut() if is_last else _damaged("its length is wrong")


def _next_begin(stretch: bytes, start: int) -> int:
    begin = _BEGIN.search(stretch, start)
    return begin.start() + 1 if begin else len(stretch)


# --- what a record holds --------------------------------------------------------------------------------------


def _read(number: int, block: bytes, loader: Any, allowance: Allowance) -> Record | None:
    """The page of a record; None for one that holds none."""
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with _silence():
            record = loader.parse_record_stream(io.BytesIO(block), known_format="warc")
        if record.rec_type not in _KINDS:
            return None
        http, headers = record.http_headers, record.rec_headers
        url = headers.get_header("WARC-Target-URI")
        kind = ((http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or "").lower()
        status = http.get_statuscode() if http else ""
        body = record.raw_stream.read()
    except (ArchiveLoadFailed, *DAMAGE) as error:
        return _refused(number, block, _damaged(error))
    if (status and not status.startswith("2")) or str(url).startswith(_NO_PAGES) or not _may_be_page(kind):
        return None
    content = _content(body, http, allowance)
    if _is_xml(kind) and isinstance(content, bytes) and not sniff.begins_as_page(content[:_LOOKED_AT]):
        return None
    charset = kind.partition("charset=")[2].strip(" \"'").partition(";")[0] if http else ""
    return Record(number, content, url, headers.get_header("WARC-Date"), charset)


def _silence() -> AbstractContextManager[object]:
    """Warcio writes what it finds amiss, bytes of the page included, to the terminal of whoever runs this."""
    return redirect_stderr(io.StringIO())


def _may_be_page(kind: str) -> bool:
    """Whether something of a type may be a page; without one it may."""
    return not kind or "html" in kind or "text/plain" in kind or _is_xml(kind) or kind.startswith("application/http")


def _is_xml(kind: str) -> bool:
    return kind.partition(";")[0].strip() in _XML


def _content(body: bytes, http: Any, allowance: Allowance) -> bytes | UnreadablePage:
    """What a body holds without the codings of its way over the network."""
    header = http.get_header if http is not None else lambda _name: None
    try:
        if (header("Transfer-Encoding") or "").strip().lower() == "chunked":
            body = _dechunked(body)
        content = _decoded(body, header("Content-Encoding") or "", allowance)
    except EOFError:
        return _cut()
    except ValueError as error:
        return _damaged(error)
    except UnreadablePage as error:
        return error.alone()
    return content if len(content) <= allowance.most_bytes else allowance.too_large()


def _dechunked(body: bytes) -> bytes:
    """A body without its chunks (RFC 9112, section 7.1); as it is where somebody undid them before. Raises EOFError for
    one that is cut, ValueError for one that is damaged.
    """
    pieces: list[bytes] = []
    start = 0
    while size := _CHUNK.match(body, start):
        length = int(size[1], 16)
        if not length:
            return b"".join(pieces)
        end = size.end() + length
        behind = _CHUNK_END.match(body, end)
        if behind is None and end < len(body):
            break
        pieces.append(body[size.end() : end])
        start = behind.end() if behind else len(body)
    if not pieces:
        return body
    raise EOFError if start >= len(body) else ValueError("its chunks make no sense")


def _decoded(body: bytes, named: str, allowance: Allowance) -> bytes:
    """A body without its content coding; as it is where somebody undid that before. Raises UnreadablePage."""
    if not named or sniff.begins_as_page(body[:_LOOKED_AT]):
        return body
    from pipeline.sources.fetch import decoding  # most archives are without codings, or undid them
    from pipeline.sources.fetch.faults import BadEncoding

    try:
        coding = decoding.coding_of(named)
        if coding not in _CODINGS:
            return body
        if coding not in decoding.accepted().split(", "):
            raise UnreadablePage(
                "needs-fetch",
                f"the page is compressed with {coding}, which needs the extra `fetch`: pip install 'exercise-pipeline[fetch]'",
            )
        return gathered(decoding.decoded([body], coding), allowance)
    except BadEncoding as error:
        if _is_text(body) or "," in named:  # of several codings the outermost may be an archive's own
            return body
        raise _damaged(error) from error


def _is_text(body: bytes) -> bool:
    try:
        return sniff.media_type(body) in (sniff.HTML, sniff.TEXT)
    except UnreadablePage:
        return False
