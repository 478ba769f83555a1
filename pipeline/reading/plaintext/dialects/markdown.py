"""Markdown as tools write it, made plain: links, pictures and attributes keep their words, fences and shortcodes go."""

from __future__ import annotations

import re
from itertools import takewhile

_PICTURE = re.compile(r"!\[[^\]]{0,200}\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
_ATTRIBUTES = re.compile(
    r"(?<=[\w\]).]) ?\{(?:[#.][\w-]|[\w-]+=)[^{}]{0,200}\}|(?<=[\w.)]) \{(?:[#.][\w-])[^{}]{0,200}\}"
)
_SPAN = re.compile(r"\[([^\[\]]{1,100})\]\{[^{}]{0,200}\}")
_FENCE = re.compile(r"^:::+(?:\s.*)?$")
_SHORTCODE = re.compile(
    r"^\s*(?:\{\{[<%].{0,300}[%>]\}\}|<!--.{0,300}-->|(?:</?(?:aside|div|section|figure|details|p|img|br|center)\b[^<>]{0,300}>\s*)+)\s*$"
)
_TAGGED = re.compile(r"^<(?:h([1-6])|summary)\b[^<>]{0,200}>\s*([^<>]{1,200}?)\s*</(?:h[1-6]|summary)>\s*$")
"""A heading in tags, as those write who want it centered: `<h1 align="center">Name</h1>`."""
_PROGRAM = re.compile(r"^```\w")
_CODE = re.compile(r"`([^`]{1,80})`")
_BROKEN_OFF = re.compile(r"(?<!\\)\\$")
"""What ends a line that is one of its own: "Sets: 3\\"."""
_CALLOUT = re.compile(r"^\s*>\s*\[!\w+\][+-]?\s+(\S.*)$")
_ITEM = re.compile(r"^[>\s]*(?:[-*+]|\d{1,2}[.)])\s")
_SHORT_RULE = re.compile(r"^\s*\|(?:\s*:?-{1,2}:?\s*\|)+\s*$")
"""Below the heads of a table, shorter than most write it: "|:-|:-|"."""
_DASH_OF_RULE = re.compile(r"\s*:?-{1,2}:?\s*")
_EMPTY_ROW = re.compile(r"^\s*\|(?:\s*\|)+\s*$")
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_UNDERLINED = re.compile(r"^\S.{1,80}\n[=-]{3,}\s*$", re.MULTILINE)


def is_written(text: str) -> bool:
    """Whether a text has headings as Markdown marks them."""
    return _HEADING.search(text) is not None or _UNDERLINED.search(text) is not None


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line."""
    return [_plain(line) for line in _called_out(_without_programs(lines))]


def _without_programs(lines: list[str]) -> list[str]:
    """Without what a fence says is a program: "```sh", and below it its commands."""
    kept: list[str] = []
    inside = False
    for line in lines:
        ends = inside and line.strip() == "```"
        inside = inside or _PROGRAM.match(line) is not None
        kept.append("" if inside else line)
        inside = inside and not ends
    return kept


def _called_out(lines: list[str]) -> list[str]:
    """Boxes with a title as items: "> [!warning] Go light", and below it what to mind."""
    kept = list(lines)
    for n, line in enumerate(lines):
        if box := _CALLOUT.match(line):
            told = list(takewhile(lambda below: below.startswith(">") and not _CALLOUT.match(below), lines[n + 1 :]))
            if not told or any(_ITEM.match(said) for said in told):
                continue  # the heading of a list
            kept[n] = f"- **{box.group(1)}** {' '.join(said.lstrip('> ') for said in told)}"
            kept[n + 1 : n + 1 + len(told)] = [""] * len(told)
    return kept


def _plain(line: str) -> str:
    if _FENCE.match(line) or _SHORTCODE.match(line) or _EMPTY_ROW.match(line):
        return ""
    if line[:1] == "<" and (heading := _TAGGED.match(line)):
        return f"{'#' * int(heading.group(1) or 2)} {heading.group(2)}"
    if "{" in line:
        spans = _SPAN.findall(line)
        if len(spans) > 1 and not _SPAN.sub("", line).strip(" :"):
            line = f"{line[: line.index('[')]}{', '.join(spans)}"  # terms, each set off
        line = _ATTRIBUTES.sub("", _SPAN.sub(r"\1", line))
    if _SHORT_RULE.match(line):
        return _DASH_OF_RULE.sub(" --- ", line)
    line = _CODE.sub(r"\1", _BROKEN_OFF.sub("", line))
    return _LINK.sub(r"\1", _PICTURE.sub("", line)) if "](" in line else line
