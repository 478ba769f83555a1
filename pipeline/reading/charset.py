"""Bytes to text, as browsers decide it: byte-order mark, declared header, meta, then detection."""

from __future__ import annotations

import codecs
import re
from functools import cache
from pathlib import Path

from pipeline import datafiles

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:\-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:\-]{2,40})""", re.IGNORECASE)
_NO_CHARSETS = frozenset(
    ("utf-7", "idna", "punycode", "unicode_escape", "raw-unicode-escape", "undefined", "charmap", "mbcs", "oem")
)
_ESCAPE = b"\x1b"
_ESCAPED = "iso2022"
"""How the names of the codecs begin that write every letter in ASCII."""
_LOOKED_AT = 4096
_GUESSED_FROM = 65_536
_WIDE_SAMPLE = 2000
_FEWEST_WIDE = 20


def decode(content: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text of `content`, and a sentence when its encoding was in doubt (else None). Never raises.

    `declared` is the charset of the saved response's header. Bytes that are valid UTF-8 and not plain ASCII are
    UTF-8 whatever else a page claims: no other text is by chance.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), None
    if wide := utf16_of(content):
        return content.decode(wide, "replace"), None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        # A page cut short in the middle of a character is still UTF-8.
        if error.start >= len(content) - 3 and error.start > 0 and max(content[: error.start]) >= 0x80:
            return content.decode("utf-8", "ignore"), None
        return _decode_other(content, declared)
    if _ESCAPE in content and text.isascii():
        return _unescaped(content, declared) or text, None
    return text, None


def utf16_of(content: bytes) -> str | None:
    """The codec of UTF-16 without a byte-order mark, by the zeros that half of its bytes are; None for everything else."""
    if content.find(b"\0", 0, _WIDE_SAMPLE) < 0:  # nearly always
        return None
    sample = content[:_WIDE_SAMPLE]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    letters = len(sample) / 2
    if len(sample) <= _FEWEST_WIDE or not max(first, second) > 0.4 * letters > 2 * min(first, second):
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def _decode_other(content: bytes, declared: str | None) -> tuple[str, str | None]:
    stated = declared or _stated(content)
    name = _codec(stated) if stated else None
    if name is None:
        name = _detect(content)
        doubt = f"the page declares no usable charset{f' ({stated!r})' if stated else ''}; it was read as {name}; check its accents and dashes"
        return content.decode(name, "replace"), doubt
    text = content.decode(name, "replace")
    if name == "utf-8":
        # A single bad byte in a UTF-8 page costs that byte; a page full of them was never UTF-8.
        if text.count("\ufffd") * 200 > len(text) or not _mostly_utf8(content):
            return content.decode(
                "cp1252", "replace"
            ), "the page says UTF-8 but is not; it was read as windows-1252; check its accents and dashes"
        return text, "some bytes of the page are not valid UTF-8 and were replaced; look for \ufffd in the record"
    return text, None


def _unescaped(content: bytes, declared: str | None) -> str | None:
    """The text of a page in a charset that writes every letter in ASCII, behind escape signs; None for any other."""
    stated = declared or _stated(content)
    name = _codec(stated) if stated else None
    return content.decode(name, "replace") if name and name.startswith(_ESCAPED) else None


def _stated(content: bytes) -> str | None:
    head = content[:_LOOKED_AT]
    found = _META.search(head) or _XML.search(head)
    return found.group(1).decode("ascii", "ignore") if found else None


def _codec(label: str) -> str | None:
    label = label.strip().lower()
    if label.startswith(("utf-16", "utf16", "utf-32")):
        return "utf-8"  # whoever could read the declaration did not read UTF-16 (WHATWG, prescan)
    known = _labels()
    if label in known:
        return known[label]
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    # Python knows codecs that are no charsets (zip, rot13), and some that no page may use (utf-7, punycode).
    if not getattr(found, "_is_text_encoding", True) or found.name in _NO_CHARSETS:
        return None
    return known.get(found.name.replace("_", "-"), found.name)  # other spellings of a label: "latin-1", "euc_kr"


@cache
def _labels() -> dict[str, str]:
    """The codec that browsers take for each label they know."""
    loaded = datafiles.load(Path(__file__).parent / "charsets.yaml")
    return {label: codec for codec, labels in loaded.items() for label in labels}


def _mostly_utf8(content: bytes) -> bool:
    return b"\xc3" in content or b"\xe2\x80" in content


def _detect(content: bytes) -> str:
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return _guessed(content[:_GUESSED_FROM])
    return "cp1252"


def _guessed(head: bytes) -> str:
    import logging

    from bs4.dammit import UnicodeDammit  # only for pages that declare nothing

    # What it could not decode it would tell the terminal, without the page's name; `decode` says it with a finding.
    logging.getLogger("bs4.dammit").setLevel(logging.ERROR)
    return _codec(UnicodeDammit(head, ["utf-8", "windows-1252"]).original_encoding or "") or "cp1252"
