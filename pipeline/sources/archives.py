"""Many pages in one file: MHTML, gzip, WARC, zip and tar. Nothing is unpacked to disk, so no member's name matters."""

from __future__ import annotations

import hashlib
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, redirect_stderr
from dataclasses import replace

from pipeline.errors import UnreadablePage
from pipeline.records import Page
from pipeline.sources import mhtml, sniff
from pipeline.sources.saved import SUFFIXES, saved_from

_MOST_MEMBERS = 100_000
_DEEPEST = 3
# What the libraries raise on damaged bytes besides errors of their own: on a header that is not there, for example.
_DAMAGE = (
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    OverflowError,
    AttributeError,
    LookupError,
    TypeError,
)
Pages = Iterator[Page | tuple[str, UnreadablePage]]


def pages(content: bytes, kind: str, file: str, most_bytes: int, depth: int = 0) -> Pages:
    """The pages inside `content`, named FILE#MEMBER. What is damaged or too large comes as an error of its own."""
    readers = {
        sniff.MHTML: _mhtml,
        sniff.GZIP: _gzip,
        sniff.ZIP: _zip,
        sniff.TAR: _tar,
        sniff.WARC: _warc,
    }
    if depth > _DEEPEST:
        yield file, UnreadablePage("nested-archive", "archives are nested too deep; unpack the file by hand")
        return
    found = False
    try:
        for page in readers[kind](content, file, most_bytes, depth):
            found = True
            yield page
        if not found:
            yield file, UnreadablePage("no-text", "the archive holds no page; put saved HTML or text pages into it")
    except UnreadablePage as error:
        yield file, error
    except (zipfile.BadZipFile, tarfile.TarError, *_DAMAGE) as error:
        yield (
            file,
            UnreadablePage("damaged-archive", f"the archive is damaged ({error}); pack or download it again"),
        )


def _mhtml(content: bytes, file: str, most_bytes: int, depth: int) -> Pages:
    yield mhtml.page(content, file)


def _any(content: bytes, file: str, most_bytes: int, depth: int) -> Pages:
    """One unpacked member: a page, or another archive."""
    try:
        kind = sniff.media_type(content)
    except UnreadablePage as error:
        yield file, error
        return
    if kind in (sniff.HTML, sniff.TEXT):
        url, retrieved = saved_from(content)
        yield Page(content, file, hashlib.sha256(content).hexdigest(), kind, url, retrieved)
    else:
        yield from pages(content, kind, file, most_bytes, depth + 1)


def _unpacked(packed: bytes, most_bytes: int) -> bytes:
    """One gzip file, or several in a row, unpacked no further than allowed."""
    out = io.BytesIO()
    while packed:
        unpacker = zlib.decompressobj(31)
        out.write(unpacker.decompress(packed, most_bytes + 1 - out.tell()))
        if out.tell() > most_bytes or unpacker.unconsumed_tail:
            raise _too_large(most_bytes)
        if not unpacker.eof:
            raise EOFError("it ends too early")
        packed = unpacker.unused_data.lstrip(b"\0")
    return out.getvalue()


def _too_large(most_bytes: int) -> UnreadablePage:
    return UnreadablePage(
        "too-large",
        f"unpacked it has more than {most_bytes / 1e6:,.6g} MB; raise read.max_page_bytes if it is genuine",
    )


def _gzip(content: bytes, file: str, most_bytes: int, depth: int) -> Pages:
    if _first_bytes(content) == b"WARC/":
        yield from _warc(content, file, most_bytes, depth)
        return
    yield from _any(_unpacked(content, most_bytes), file, most_bytes, depth + 1)


def _first_bytes(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(content, 5)
    except zlib.error:
        return b""


def _zip(content: bytes, file: str, most_bytes: int, depth: int) -> Pages:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [m for m in archive.infolist() if not m.is_dir() and _is_page(m.filename)]
        for member in sorted(members, key=lambda m: m.filename)[:_MOST_MEMBERS]:
            name = f"{file}#{member.filename}"
            try:
                with archive.open(member) as stream:
                    unpacked = stream.read(most_bytes + 1)
                if len(unpacked) > most_bytes:
                    raise _too_large(most_bytes)
            except UnreadablePage as error:
                yield name, error
            except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
                yield (
                    name,
                    UnreadablePage("damaged-archive", f"this member of the archive is damaged ({error})"),
                )
            else:
                yield from _any(unpacked, name, most_bytes, depth)


def _tar(content: bytes, file: str, most_bytes: int, depth: int) -> Pages:
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() and _is_page(member.name) else None
            if stream is None:
                continue
            name = f"{file}#{member.name}"
            if member.size > most_bytes:
                yield name, _too_large(most_bytes)
            else:
                yield from _any(stream.read(), name, most_bytes, depth)


def _is_page(name: str) -> bool:
    parts = name.split("/")
    return (
        name.lower().endswith(SUFFIXES)
        and not parts[-1].startswith(".")
        and not any(p.endswith("_files") for p in parts[:-1])
    )


# --- WARC -----------------------------------------------------------------------------------------------------


def _warc(content: bytes, file: str, most_bytes: int, depth: int) -> Pages:
    """Every response with a page, by its place in the file. A damaged record costs that record (ISO 28500)."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise UnreadablePage(
            "needs-warc", "reading WARC files needs the extra `warc`: pip install 'exercise-pipeline[warc]'"
        ) from error
    number = 0
    start = 0
    stream = io.BytesIO(content)
    while start < len(content):
        stream.seek(start)
        try:
            with _silence():
                records = ArchiveIterator(stream, arc2warc=False)
            while True:
                with _silence():
                    record = next(records, None)
                if record is None:
                    return
                number += 1
                if record.rec_type in ("response", "resource", "conversion"):
                    yield from _warc_record(record, f"{file}#{number}", most_bytes, depth)
        except (ArchiveLoadFailed, *_DAMAGE) as error:
            number += 1
            yield (
                f"{file}#{number}",
                UnreadablePage("damaged-archive", f"this record of the archive is damaged ({str(error)[:80]})"),
            )
            start = _next_record(content, max(stream.tell() - 8192, start + 1))


def _silence() -> AbstractContextManager[object]:
    """Warcio writes what it finds amiss, bytes of the page included, to the terminal of whoever runs this."""
    return redirect_stderr(io.StringIO())


def _next_record(content: bytes, start: int) -> int:
    marks = [place for mark in (b"\x1f\x8b\x08", b"\r\nWARC/1.") if (place := content.find(mark, start)) >= 0]
    return min(marks, default=len(content))


def _warc_record(record: object, name: str, most_bytes: int, depth: int) -> Pages:
    kind = ""
    http = getattr(record, "http_headers", None)
    if http is not None:
        kind = (http.get_header("Content-Type") or "").lower()
        status = http.get_statuscode()
        if status and not status.startswith("2"):
            return
    if kind and not any(word in kind for word in ("html", "text/plain", "xml")):
        return
    try:
        with _silence():
            body = record.content_stream().read(most_bytes + 1)  # type: ignore[attr-defined]
        if len(body) > most_bytes:
            raise _too_large(most_bytes)
    except UnreadablePage as error:
        yield name, error
        return
    headers = record.rec_headers  # type: ignore[attr-defined]
    for page in _any(body, name, most_bytes, depth):
        if isinstance(page, Page):
            charset = kind.partition("charset=")[2].strip(" \"'").partition(";")[0]
            yield replace(
                page,
                url=headers.get_header("WARC-Target-URI"),
                retrieved=headers.get_header("WARC-Date"),
                charset=charset or None,
            )
        else:
            yield page
