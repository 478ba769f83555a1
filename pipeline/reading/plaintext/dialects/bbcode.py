"""BBCode, as forums show it for editing: "[b]Level:[/b] Easy", "[list=1]", "[*]", "[quote]"."""

from __future__ import annotations

import re

_PAIR = re.compile(
    r"\[(b|u|i|list|size|color|center|quote|h[1-6]|table)(?:=[^\[\]\n]{0,100})?\][\s\S]{0,500}?\[/\1\]", re.IGNORECASE
)
_FEWEST = 2
_MOST_SEARCHED = 20_000
"""Letters of a text that are searched for its signs; the first post begins above."""
_TAG = re.compile(
    r"\[/?(?:i|s|sub|sup|size|color|font|center|left|right|justify|align|indent|url|email|spoiler|code|anchor|sc|td|th)(?:=[^\[\]\n]{0,300})?\]",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\[(img|youtube|video|media|attach|attachment)(?:=[^\[\]\n]{0,300})?\][^\[\]\n]{0,500}\[/\1\]", re.IGNORECASE
)
_RULE = re.compile(r"^\s*\[hr\](?:\[/hr\])?\s*$", re.IGNORECASE)
_HEADING = re.compile(r"^\s*\[h([1-6])\](.{1,120}?)\[/h\1\]\s*$", re.IGNORECASE)
_SET_OFF = re.compile(r"^\s*(?:\[[bu]\]){1,2}([^\[\]]{1,100})(?:\[/[bu]\]){1,2}\s*$", re.IGNORECASE)
_BOLD = re.compile(r"\[(b|u)\]\s*([^\[\]\n]{1,200}?)\s*\[/\1\]", re.IGNORECASE)
_LIST = re.compile(r"\[list(=[^\[\]\n]{0,10})?\]|\[(ol|ul)\]|\[/(?:list|ol|ul)\]", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:\[\*\]|\[li\])\s*", re.IGNORECASE)
_END_OF_ITEM = re.compile(r"\[/(?:li|\*)\]", re.IGNORECASE)
_ROW = re.compile(r"^\s*\[tr\](.*)\[/tr\]\s*$", re.IGNORECASE)
_CELL = re.compile(r"\[/t[dh]\]\s*\[t[dh]\]", re.IGNORECASE)
_AROUND_TABLE = re.compile(r"\[/?(?:table|tr)\]", re.IGNORECASE)
_QUOTE = re.compile(r"\[(/?)quote[^\[\]\n]{0,100}\]", re.IGNORECASE)


def is_written(text: str) -> bool:
    """Whether a text has several pairs of BBCode's signs."""
    return "[/" in text and len(_PAIR.findall(text[:_MOST_SEARCHED])) >= _FEWEST


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line, without what is quoted of somebody else."""
    ordered: list[bool] = []
    return [_plain(line, ordered) for line in _unquoted(lines)]


def _unquoted(lines: list[str]) -> list[str]:
    depth = 0
    kept: list[str] = []
    for line in lines:
        pieces: list[str] = []
        end = 0
        for mark in _QUOTE.finditer(line):
            pieces.append("" if depth else line[end : mark.start()])
            depth, end = max(0, depth - 1) if mark.group(1) else depth + 1, mark.end()
        pieces.append("" if depth else line[end:])
        kept.append("".join(pieces))
    return kept


def _plain(line: str, ordered: list[bool]) -> str:
    """A line without its signs; `ordered` says of each list that is open whether it counts."""
    if "[" not in line:
        return line
    if _RULE.match(line):
        return ""
    for mark in _LIST.finditer(line):
        if mark.group().startswith("[/"):
            ordered[-1:] = []
        else:
            ordered.append(bool(mark.group(1)) or (mark.group(2) or "").lower() == "ol")
    line = _END_OF_ITEM.sub("", _LIST.sub("", _TAG.sub("", _SEEN.sub("", _rows(line)))))
    if heading := _HEADING.match(line):
        return f"{'#' * int(heading.group(1))} {heading.group(2)}"
    line = _ITEM.sub("1. " if ordered and ordered[-1] else "- ", line)
    return _BOLD.sub(r"**\2**", _SET_OFF.sub(r"**\1**", line))


def _rows(line: str) -> str:
    if row := _ROW.match(line):
        return f"| {_CELL.sub(' | ', row.group(1))} |"
    return _AROUND_TABLE.sub("", line)
