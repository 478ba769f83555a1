"""AsciiDoc: headings with signs of equality before them, ". " for what counts, "|===" around tables."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.reading.plaintext.dialects.marks import with_bold

_TITLES = re.compile(r"^={1,2} \S.{0,100}(?<![=\s])$", re.MULTILINE)
_HEADING = re.compile(r"^(={1,6}) (\S.*)$")
_NOTHING = re.compile(r"^(?::[\w!-]+:.*|\[.*\]|\w+::\S*\[.*\]|[|,!]===|[-=*_.+/]{4,}|--|//.*|<<<)$")
"""Attributes, what is said of the next block, pictures and parts, and the signs around blocks."""
_LINK = re.compile(
    r"(?:\b(?:xref|link|mailto|https?):\S{0,500}?|<<[\w-]{1,100}, ?)(?:\[([^\[\]]{1,200})\]|(?<=, )([^<>]{1,200})>>)"
)
_NUMBER = re.compile(r"^(\.{1,5}) (?=\S)")
_BULLET = re.compile(r"^(\*{1,5}) (?=\S)")
_BLOCK_TITLE = re.compile(r"^\.(?=[A-Z])(.{2,60})$")
_CELLS = re.compile(r"^\|(?![=|])\s*\S")
_EDGE = "===="
_BOX = re.compile(r"^(?:\[|## )(?:TIP|NOTE|IMPORTANT|CAUTION|WARNING)\]?$")
"""What kind of box follows; words in brackets may have been taken for a heading by now."""
_ADMONITION = re.compile(r"^(?:TIP|NOTE|IMPORTANT|CAUTION|WARNING): (?=\S)")


def is_written(text: str) -> bool:
    """Whether a text has two headings of AsciiDoc."""
    return len(_TITLES.findall(text)) > 1


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line; what a sign of addition ties to an item stands in the line of that."""
    lines = _boxed(lines)
    kept = [_plain(line) for line in lines]
    item = -1
    for n, line in enumerate(lines):
        if line.strip() == "+":
            kept[n] = ""
            item = n - 1 if item < 0 else item
            continue
        if item >= 0 and line.strip() and _is_of_item(line):
            kept[item], kept[n] = f"{kept[item]} {kept[n].strip()}", ""
        elif item >= 0:
            item = -1
    return kept


def _boxed(lines: list[str]) -> list[str]:
    """Boxes with a title as items: ".Wrists", "[CAUTION]", and what is said between two rules."""
    kept = list(lines)
    rules = [n for n, line in enumerate(lines) if line == _EDGE]
    for start, end in pairwise(rules):
        titled = _BLOCK_TITLE.match(lines[start - 2]) if start > 1 and _BOX.match(lines[start - 1]) else None
        if titled:
            kept[start - 2] = f"* *{titled.group(1)}:* {' '.join(lines[start + 1 : end])}"
            kept[start - 1 : end + 1] = [""] * (end + 2 - start)
    return kept


def _is_of_item(line: str) -> bool:
    return not (_NUMBER.match(line) or _BULLET.match(line) or _HEADING.match(line))


def _plain(line: str) -> str:
    if heading := _HEADING.match(line):
        return f"{'#' * len(heading.group(1))} {heading.group(2).rstrip(' =')}"
    if _NOTHING.match(line):
        return ""
    line = _LINK.sub(lambda link: link.group(1) or link.group(2), line)
    if _CELLS.match(line):
        return f"{line.rstrip()} |".replace("|", " | ").strip()
    line = _NUMBER.sub(lambda dots: f"{'    ' * (len(dots.group(1)) - 1)}1. ", line)
    line = _BULLET.sub(lambda stars: f"{'    ' * (len(stars.group(1)) - 1)}- ", line)
    line = _BLOCK_TITLE.sub(r"**\1**", line)
    return _ADMONITION.sub("", with_bold(line))
