"""What a saved page says of where it comes from: the address, and the time, that the saving program wrote into it."""

from __future__ import annotations

import codecs
import re

from pipeline.reading.charset import utf16_of
from pipeline.sources.times import iso_time

# Chrome, Firefox and Internet Explorer write the first, SingleFile the second.
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    rb"<!--\s*(?:Page saved with|Archive processed by) SingleFile\s+url:\s*(\S+)"
    rb"(?:\s+saved date:([^\r\n<]{1,200}))?",
    re.IGNORECASE,
)
_LOOKED_AT = 5000
_MOST_MESSAGE = 300
"""Letters that a message may have with an address in it."""


def addressed(message: str, url: str | None) -> str:
    """A message that says which page is meant by its address, where there is room for it."""
    longer = f"{message} ({url})"
    return longer if url and len(longer) <= _MOST_MESSAGE else message


def saved_from(content: bytes) -> tuple[str | None, str | None]:
    """Address and time that the saving program wrote into the page; the time in ISO 8601."""
    head = content[:_LOOKED_AT]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode()
    elif wide := utf16_of(head):
        head = head.decode(wide, "replace").encode()
    single = _SINGLE_FILE.search(head)
    if single:
        url, when = ((said or b"").decode("utf-8", "replace") for said in single.groups())
        return url if url.startswith("http") else None, iso_time(when.partition("-->")[0])
    saved = _SAVED_FROM.search(head)
    return (saved.group(1).decode("utf-8", "replace"), None) if saved else (None, None)
