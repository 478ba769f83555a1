"""MHTML: a page and what belongs to it in one file, written as an e-mail is (RFC 2557)."""

from __future__ import annotations

import email
import email.policy
import hashlib
from collections.abc import Iterator
from email.message import EmailMessage
from typing import NamedTuple
from urllib.parse import urljoin

from pipeline.errors import UnreadablePage
from pipeline.reading.charset import decode
from pipeline.reading.markup.frames import frames_of
from pipeline.records import Page
from pipeline.sources import sniff
from pipeline.sources.markup import letters
from pipeline.sources.times import iso_time

_IN_FRONT = b"\xef\xbb\xbf \t\r\n"
"""What some programs write before the first header."""
_PAGES = ("text/html", "application/xhtml+xml")


class _Part(NamedTuple):
    """A part of the file that is a page: its headers, and its content."""

    head: EmailMessage
    body: bytes

    @property
    def charset(self) -> str | None:
        return self.head.get_content_charset()

    @property
    def text(self) -> str:
        return decode(self.body, self.charset)[0]

    def said(self, header: str) -> str:
        """What a header says, without the brackets of an id; nothing where it is not there."""
        return str(self.head.get(header) or "").strip(" \t\r\n<>")


def page(content: bytes, file: str) -> Page:
    """The page of the file; of a page of frames, the frame that says the most. Raises UnreadablePage."""
    message = email.message_from_bytes(content.lstrip(_IN_FRONT), policy=email.policy.default)
    parts = tuple(_parts(message))
    if not parts:
        raise UnreadablePage("no-text", "the MHTML file holds no HTML part; save the page again")
    root = _root(message, parts)
    shown = _shown(root, parts)
    return Page(
        content=shown.body,
        file=file,
        sha256=hashlib.sha256(shown.body).hexdigest(),
        media_type=sniff.HTML,
        url=_address(message, root, shown),
        retrieved=_saved_at(message),
        charset=shown.charset or None,
    )


def _parts(message: EmailMessage) -> Iterator[_Part]:
    for part in message.walk():
        body = part.get_payload(decode=True) if part.get_content_type() in _PAGES else None
        if isinstance(part, EmailMessage) and isinstance(body, bytes) and body.strip():
            yield _Part(part, body)


def _root(message: EmailMessage, parts: tuple[_Part, ...]) -> _Part:
    """The page among the parts: the one that the file names as such, else the first (RFC 2387)."""
    starts = (part.get_param("start") for part in message.walk() if part.get_content_type() == sniff.MHTML)
    start = next((said.strip(" <>") for said in starts if isinstance(said, str)), "")
    for wanted, header in ((start, "Content-ID"), (_location(message), "Content-Location")):
        named = next((part for part in parts if wanted and part.said(header) == wanted), None)
        if named:
            return named
    return parts[0]


def _shown(root: _Part, parts: tuple[_Part, ...]) -> _Part:
    """The part with the text: the root, or the longest of its frames where it has nothing but those."""
    if not frames_of(root.text):
        return root
    framed = [part for part in parts if part is not root and not frames_of(part.text)]
    return max(framed, key=lambda part: letters(part.text.lower()), default=root)


def _location(message: EmailMessage) -> str:
    return str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "").strip()


def _address(message: EmailMessage, root: _Part, shown: _Part) -> str | None:
    """The address of the page; that of a frame stands in its own header."""
    url = (
        str(message.get("Snapshot-Content-Location") or "").strip()
        or root.said("Content-Location")
        or _location(message)
    )
    if shown is not root:
        url = urljoin(url, shown.said("Content-Location"))
    return url if url.startswith("http") else None


def _saved_at(message: EmailMessage) -> str | None:
    # As it was written: the library drops the offset of a date that it does not quite understand.
    said = next((value for name, value in message.raw_items() if name.lower() == "date"), "")
    return iso_time(str(said))
