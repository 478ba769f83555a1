"""Textile, and the wiki of Confluence that is written like it: "h2. Tips", "||Level|Easy|", "*bold*", macros in braces."""

from __future__ import annotations

import re

from pipeline.reading.plaintext.dialects.marks import with_bold

_TEXTILE = re.compile(r"^h[1-6]\. \S", re.MULTILINE)
_HEADING = re.compile(r"^h([1-6])\. (?=\S)")
_ROW = re.compile(r"^\|\|([^|]{2,60})\|([^|]+)\|$")
_NUMBER = re.compile(r"^# (?=\S)")
_NOTE = re.compile(r"^[#*]{2,} (?=\S)")
_MACRO = re.compile(r"\{[a-z]{2,20}(?::[^{}\n]{0,200})?\}")
_LINK = re.compile(r"\[([^\[\]|\n]{1,100})\|[^\[\]\n]{1,300}\]")
_PICTURE = re.compile(r"^\s*![^!\s]{1,200}!\s*$")


def is_written(text: str) -> bool:
    """Whether a text has headings of Textile."""
    return _TEXTILE.search(text) is not None


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line."""
    return [_plain(line) for line in lines]


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", _MACRO.sub("", _PICTURE.sub("", line)))
    line = _NUMBER.sub("1. ", _NOTE.sub("    - ", _ROW.sub(r"\1: \2", line)))
    line = _HEADING.sub(lambda found: "#" * int(found.group(1)) + " ", line)
    return with_bold(line)
