"""MediaWiki: headings between signs of equality, three apostrophes for bold, templates, and "#" for what counts."""

from __future__ import annotations

import re

from pipeline.reading.dialects.marks import labelled

_WIKI = re.compile(r"^={2,5} ?[^=\n]{1,100}[^=\s] ?={2,5}\s*$", re.MULTILINE)
_TITLE = re.compile(r"^(={2,5}) ?(.*?) ?={2,5}\s*$")
_ITEM = re.compile(r"^([*#]+)\s*(?=\S)")
_TERM = re.compile(r"^;\s*([^:]{1,60}?)\s*:\s*(\S.*)$")
LINK = re.compile(r"\[\[(?:[^\]|]{0,200}\|)?([^\]|]{0,200})\]\]")
"""To another page, as note apps write it, too: "[[Barbell|the bar]]"."""
_NOTHING = re.compile(r"^\s*(?:\[\[(?:category|file|image):[^\]]*\]\]|\{\{[^{}]*\}\}|__\w+__)\s*$", re.IGNORECASE)
_FIELD = re.compile(r"^\|\s*([A-Za-z][\w ]{1,30}?)\s*=\s*(\S.*)$")
_BOX = re.compile(r"^(?:\{\{[^{}]*|\}\}|\|\s*[A-Za-z][\w ]{1,30}=\s*)$")
_NOTE = re.compile(r"<ref[^<>]{0,200}(?:/>|>[^<]{0,500}</ref>)|\{\{[^{}]{0,200}\}\}")


def is_written(text: str) -> bool:
    """Whether a text has headings as wikis mark them."""
    return _WIKI.search(text) is not None


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line."""
    return [_plain(line) for line in lines]


def _plain(line: str) -> str:
    if _NOTHING.match(line) or _BOX.match(line):
        return ""
    if title := _TITLE.match(line):
        return f"{'#' * (len(title.group(1)) - 1)} {title.group(2)}"
    line = LINK.sub(r"\1", _NOTE.sub("", line))
    line = _ITEM.sub(lambda mark: "1. " if mark.group(1).endswith("#") else "- ", line)
    line = line.replace("'''", "**").replace("''", "")
    if field := _FIELD.match(line):
        return labelled(field)
    term = _TERM.match(line)
    return f"- **{term.group(1)}** {term.group(2)}" if term else line
