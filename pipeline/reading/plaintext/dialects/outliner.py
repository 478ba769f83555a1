"""Outliners (Logseq, Roam and their like): a page is one list, its headings are items, and what they hold stands further in."""

from __future__ import annotations

import re

_HEADING = re.compile(r"^([ \t]*)[-*] (#{1,6}) (\S.*)$")
_FEWEST = 2
_ITEM = re.compile(r"^([ \t]*)[-*] (\S.*)$")
_PROPERTY = re.compile(r"^[ \t]+(?::[A-Z]+:|CLOCK:|[a-z-]+:: )")
"""What programs keep below an item."""
_STATE = re.compile(r"^(?:TODO|DONE|LATER|NOW|DOING|WAITING) ")


def is_written(text: str) -> bool:
    """Whether several headings of a text are items of a list."""
    return sum(_HEADING.match(line) is not None for line in text.split("\n")) >= _FEWEST


def plain(lines: list[str]) -> list[str]:
    """Headings as Markdown marks them, what stands below one as far out as its items; a sentence alone is no item."""
    kept: list[str] = []
    inside = 0
    for line in lines:
        if heading := _HEADING.match(line):
            inside = _depth(heading.group(1)) + 1
            kept.append(f"{heading.group(2)} {heading.group(3)}")
        elif _PROPERTY.match(line):
            kept.append("")
        elif item := _ITEM.match(line):
            further = max(0, _depth(item.group(1)) - inside)
            kept.append(f"{'    ' * further}- {_STATE.sub('', item.group(2))}")
        else:
            kept.append(line.strip())
    return [_alone(kept, n) for n in range(len(kept))]


def _depth(margin: str) -> int:
    """How far in an item stands: tabs count, of blanks every two."""
    return margin.count("\t") + margin.count(" ") // 2


def _alone(lines: list[str], n: int) -> str:
    line, before = lines[n], lines[n - 1] if n else ""
    following = lines[n + 1] if n + 1 < len(lines) else ""
    below_heading = before.startswith("#") and (not following or following.startswith("#"))
    return line[2:] if line.startswith("- ") and below_heading else line
