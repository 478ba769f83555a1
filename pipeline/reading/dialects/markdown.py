"""Markdown as tools write it, made plain: links, pictures and attributes keep their words, fences and shortcodes go."""

from __future__ import annotations

import re

_PICTURE = re.compile(r"!\[[^\]]{0,200}\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
_ATTRIBUTES = re.compile(
    r"(?<=[\w\]).]) ?\{(?:[#.][\w-]|[\w-]+=)[^{}]{0,200}\}|(?<=[\w.)]) \{(?:[#.][\w-])[^{}]{0,200}\}"
)
_SPAN = re.compile(r"\[([^\[\]]{1,100})\]\{[^{}]{0,200}\}")
_FENCE = re.compile(r"^:::+(?:\s.*)?$")
_SHORTCODE = re.compile(
    r"^\s*(?:\{\{[<%].{0,300}[%>]\}\}|<!--.{0,300}-->|</?(?:div|section|figure)\b[^<>]{0,200}>)\s*$"
)
_EMPTY_ROW = re.compile(r"^\s*\|(?:\s*\|)+\s*$")
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_UNDERLINED = re.compile(r"^\S.{1,80}\n[=-]{3,}\s*$", re.MULTILINE)


def is_written(text: str) -> bool:
    """Whether a text has headings as Markdown marks them."""
    return _HEADING.search(text) is not None or _UNDERLINED.search(text) is not None


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line."""
    return [_plain(line) for line in lines]


def _plain(line: str) -> str:
    if _FENCE.match(line) or _SHORTCODE.match(line) or _EMPTY_ROW.match(line):
        return ""
    if "{" in line:
        spans = _SPAN.findall(line)
        if len(spans) > 1 and not _SPAN.sub("", line).strip(" :"):
            line = f"{line[: line.index('[')]}{', '.join(spans)}"  # terms, each set off
        line = _ATTRIBUTES.sub("", _SPAN.sub(r"\1", line))
    return _LINK.sub(r"\1", _PICTURE.sub("", line)) if "](" in line else line
