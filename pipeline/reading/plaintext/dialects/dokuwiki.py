"""DokuWiki: the more signs of equality around a heading the higher it is, "^" before the heads of a table, items further in."""

from __future__ import annotations

import re

from pipeline.reading.plaintext.dialects.wiki import LINK

_TOP = re.compile(r"^={6} ?[^=\n]{1,100}?={6}\s*$", re.MULTILINE)
_TITLE = re.compile(r"^(={2,6}) ?(.*?) ?\1\s*$")
_HIGHEST = 7
"""Signs around a heading, and its level, together."""
_ITEM = re.compile(r"^((?:  )+)([-*]) ?(?=\S)")
_ROW = re.compile(r"^[\^|](.*)[\^|]\s*$")
_CELL = re.compile(r"\s*[\^|]\s*")
_NOTHING = re.compile(r"^\s*(?:\{\{[^{}]*\}\}|~~\w+(?::\w+)*~~|<[^<>]+>)\s*$")
_ITALIC = re.compile(r"(?<!:)//(.{1,200}?)//")


def is_written(text: str) -> bool:
    """Whether a text has a heading of the highest level."""
    return _TOP.search(text) is not None


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line, with a tab between the cells of a row."""
    return [_plain(line) for line in lines]


def _plain(line: str) -> str:
    if _NOTHING.match(line):
        return ""
    if title := _TITLE.match(line):
        return f"{'#' * (_HIGHEST - len(title.group(1)))} {title.group(2)}"
    line = LINK.sub(r"\1", line)
    if row := _ROW.match(line):
        return "\t".join(_CELL.split(row.group(1).strip()))
    line = _ITEM.sub(lambda item: f"{item.group(1)[2:]}{'1.' if item.group(2) == '-' else '-'} ", line)
    return _ITALIC.sub(r"\1", line.replace("\\\\", " ").rstrip())
