"""What a screen reader says of a page, as its speech viewer keeps it: headings, lists and tables by their names."""

from __future__ import annotations

import re

_HEADING = re.compile(r"(?:^|\s{2,}|, )heading,?\s+level\s+([1-6]),?(?:\s+|$)", re.IGNORECASE)
_HEADING_BEHIND = re.compile(r"^(.{1,200}?),?\s+heading\s+level\s+([1-6])\s*$", re.IGNORECASE)
_LANDMARK = re.compile(
    r"^(banner|navigation|search|complementary|content ?info|form|region|main)(?:\s+landmark|, landmark)\b,?\s*",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"^(?:out of \w.*|(?:list|table),?\s+with\s+\d+ .*|(?:graphic|button|edit|check ?box|radio button|combo ?box|separator|clickable|blank)\b.*|.* document)$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^bullet,?\s+", re.IGNORECASE)
_LINK = re.compile(r"^(?:visited,?\s+)?link,?\s+", re.IGNORECASE)
_CELL = re.compile(r"(?:^|\s+)(?:row\s+\d+,?\s+)?column\s+\d+,?\s+|^row\s+\d+,?\s+", re.IGNORECASE)
_IN_ROW = re.compile(r"^(?:row|column)\s+\d", re.IGNORECASE)
_ROW = re.compile(r"^row\s+\d", re.IGNORECASE)
_FEWEST_HEADINGS = 2
_MOST_CELLS = 50
"""Of a row; what says no end of columns is no table."""


def is_written(text: str) -> bool:
    """Whether a text says of several lines that they are headings, and where a list, a table or a landmark is."""
    lines = text.split("\n")
    heads = sum(bool(_HEADING.search(line)) for line in lines if len(line) <= 300)
    return heads >= _FEWEST_HEADINGS and any(_LANDMARK.match(line) or _EDGE.match(line) for line in lines)


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, those of the main part as Markdown, the others empty."""
    kept: list[str] = []
    inside = True
    row = -1
    for said in lines:
        landmark = _LANDMARK.match(said)
        line = said[landmark.end() :] if landmark else said
        inside = landmark.group(1).lower() in ("main", "region") if landmark else inside
        heading = _heading(line)
        inside = inside or heading.startswith("# ")
        if heading or not inside:
            kept.append(heading if inside else "")
        elif _IN_ROW.match(line):
            if row < 0 or _ROW.match(line) or len(kept) - row >= _MOST_CELLS:
                row = len(kept)
            kept.append("")
            kept[row] = "\t".join(filter(None, (kept[row], *_CELL.split(line))))
        else:
            row = -1
            kept.append("" if _EDGE.match(line) else _LINK.sub("", _BULLET.sub("- ", line)))
    return kept


def _heading(line: str) -> str:
    """A line as a heading of Markdown; "" for any other."""
    if found := _HEADING.search(line):
        return f"{'#' * int(found.group(1))} {line[found.end() :].strip()}"
    behind = _HEADING_BEHIND.match(line)
    return f"{'#' * int(behind.group(2))} {behind.group(1)}" if behind else ""
