"""What bytes are, whatever their file is called."""

from __future__ import annotations

import re

from pipeline.errors import UnreadablePage
from pipeline.reading.charset import utf16_of

HTML = "text/html"
TEXT = "text/plain"
MHTML = "multipart/related"
GZIP = "application/gzip"
ZIP = "application/zip"
TAR = "application/x-tar"
WARC = "application/warc"

# A zip file without members begins with its end.
_ARCHIVES = ((b"\x1f\x8b", GZIP), (b"PK\x03\x04", ZIP), (b"PK\x05\x06", ZIP), (b"WARC/", WARC))
_FOREIGN = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"%PDF", "a PDF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "a database"),
    (b"bplist00", "a Safari web archive"),
)
_TAGS = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|main|article|section|h[1-6]|p|table|span|ul|ol|dl|font|center)\b",
    re.IGNORECASE,
)
# Headers up to the one that says what follows; some programs write a byte-order mark or empty lines before them.
_MIME_HEAD = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:[A-Za-z0-9_-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?"
    rb"content-type:\s*(multipart/|text/html|application/xhtml\+xml)",
    re.IGNORECASE,
)
_HTML_PART = re.compile(rb"^content-type:[ \t]*(?:text/html|application/xhtml\+xml)", re.IGNORECASE | re.MULTILINE)
_ABOVE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?")
_SPACE = re.compile(rb"\s*")
_OPENING = re.compile(rb"<(?:!doctype\s+html|html|head)\b", re.IGNORECASE)
_FRAME = re.compile(rb"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_HASHED = re.compile(rb"^#{1,4} \S", re.MULTILINE)
_FEWEST_HASHED = 3
"""Headings with # in a file that has no frame of a page: Markdown, whatever tags stand in it."""
_LINES_A_TAG = 5
_FIRST_LINES = 5
_TOP = 4_000
_HEADERS = 8_000
_LOOKED_AT = 100_000
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})


def media_type(content: bytes) -> str:
    """One of the types above. Raises UnreadablePage for nothing at all and for files that are no page."""
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise UnreadablePage("empty-file", "the file is empty; save the page again")
    for mark, kind in _ARCHIVES:
        if content.startswith(mark):
            return kind
    if content[257:262] == b"ustar":
        return TAR
    for mark, what in _FOREIGN:
        if content.startswith(mark):
            raise UnreadablePage("not-a-page", f"the file is {what}, whatever its name says; save the page as HTML")
    head = content[:_LOOKED_AT]
    if _is_mhtml(head):
        return MHTML
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_of(head):
        head = head.replace(b"\0", b"")
    elif _is_binary(head):
        raise UnreadablePage("not-a-page", "the file is binary data, not text; save the page as HTML")
    return HTML if _TAGS.search(head) and not _is_text_with_tags(head) else TEXT


def begins_as_page(head: bytes) -> bool:
    """Whether a file begins as saved pages do, beyond doubt: with the frame of an HTML document, or as MHTML or WARC."""
    return _opens_page(head) or _is_mhtml(head) or head.startswith(b"WARC/")


def _opens_page(head: bytes) -> bool:
    """Whether a page begins here, comments before it or not. They are gone over one by one: a pattern would go back to each
    where no page comes behind them.
    """
    above = _ABOVE.match(head)
    place = above.end() if above else 0
    while head.startswith(b"<!--", place):
        end = head.find(b"-->", place + len(b"<!--"))
        space = _SPACE.match(head, end + len(b"-->")) if end >= 0 else None
        if space is None:
            return False
        place = space.end()
    return _OPENING.match(head, place) is not None


def _is_mhtml(head: bytes) -> bool:
    """Whether headers of an e-mail come first, and a page in it: of mails there are some without, which are texts."""
    found = _MIME_HEAD.match(head[:_HEADERS])
    if not found or not found[1].endswith(b"/"):
        return bool(found)
    return head[found.end(1) :][:7].lower() == b"related" or bool(_HTML_PART.search(head, found.end()))


def _is_text_with_tags(head: bytes) -> bool:
    """Whether a text begins as Markdown does and has a tag here and there: a note with an element that Markdown lacks."""
    if not _FRAME.search(head) and len(_HASHED.findall(head)) >= _FEWEST_HASHED:
        return True
    lines = [line for line in head[:_TOP].removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()][:_FIRST_LINES]
    heading = next((n for n, line in enumerate(lines) if line.startswith((b"# ", b"## "))), -1)
    if heading < 0 or any(b"<" in line for line in lines[: heading + 1]):
        return False
    return head.count(b"</") * _LINES_A_TAG < head.count(b"\n")


def _is_binary(head: bytes) -> bool:
    sample = head[:4000]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * 0.02
