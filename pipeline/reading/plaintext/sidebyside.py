"""Columns of running text side by side, as a handout has them: one below the other, as a person reads them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from pipeline.reading.plaintext.tabbed import kinds_of
from pipeline.reading.words.plain import ends_sentence, is_item

_BESIDE = re.compile(r"(?<=\S)( {2,})(?=\S)")
_GAP = 2
"""Spaces between two columns, at least."""
_SURE_GAP = 3
"""Spaces between two columns in the line that comes nearest to the right one; a justified line has two by itself."""
_NARROWEST = 16
"""Letters that a column of running text is wide, at least."""
_FEWEST_ROWS = 3
_DEEPEST = 8
"""Letters by which a line is set in within its column, at most."""
_FEWEST_TOLD = 2
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|step \d)", re.IGNORECASE)
_WIDEST_FACT = 30
_LABELLED = re.compile(r"[A-Z][\w '/()-]{1,30}: +\S")
_SUREST = 8
"""Places that are tried for the right column, those of most rows first."""

Numbered = tuple[int, str]
"""The number of a line in the file, from 1, and its text, or that of the column which it is."""


class _Region(NamedTuple):
    """Lines in two columns: from `start` to before `end`, the right one beginning at `column`."""

    start: int
    end: int
    column: int


def in_one_column(lines: Sequence[str]) -> list[Numbered]:
    """The lines of a text; where two columns of running text stand side by side, those of the left one, then those of the
    right one. Tables stay as they are: what stands beside a label is its value.
    """
    kept: list[Numbered] = []
    done = 0
    for region in sorted(_regions(lines)):
        kept += enumerate(lines[done : region.start], done + 1)
        kept += chain(_column(lines, region, is_right=False), _column(lines, region, is_right=True))
        done = region.end
    return [*kept, *enumerate(lines[done:], done + 1)]


def _column(lines: Sequence[str], region: _Region, *, is_right: bool) -> Iterator[Numbered]:
    """One column of a region, and an empty line below it."""
    part = slice(region.column, None) if is_right else slice(region.column)
    for n in range(region.start, region.end):
        yield n + 1, lines[n][part].rstrip()
    yield region.end, ""


def _regions(lines: Sequence[str]) -> Iterator[_Region]:
    taken: set[int] = set()
    for column in _columns(lines):
        for found in _regions_at(lines, column):
            lists = _of_two_lists(lines, found)
            region = lists or found
            rows = range(region.start, region.end)
            if taken.isdisjoint(rows) and (lists or _runs_side_by_side(lines, region)):
                taken.update(rows)
                yield region


def _of_two_lists(lines: Sequence[str], region: _Region) -> _Region | None:
    """The part of a region that is two lists side by side, below a heading each; None where it begins with none."""
    end, both = region.start, 0
    for n in range(region.start + 1, region.end):
        left, right = lines[n][: region.column].strip(), lines[n][region.column :].strip()
        if not all(is_item(side) for side in (left, right) if side):
            break
        both += bool(left and right)
        end = n + 1 if left or right else end
    return region._replace(end=end) if both >= _FEWEST_TOLD else None


def _columns(lines: Sequence[str]) -> list[int]:
    """Where a right column may begin: the places where text begins behind a gap in several lines."""
    places = Counter(gap.end() for line in lines if "  " in line for gap in _BESIDE.finditer(line))
    several = [(c, times) for c, times in places.most_common() if c >= _NARROWEST and times >= _FEWEST_ROWS]
    return [c for c, _ in several[:_SUREST]]


def _regions_at(lines: Sequence[str], column: int) -> Iterator[_Region]:
    """The runs of lines that leave the gap before a column free, from the first row with both columns on."""
    start: int | None = None
    for n, line in enumerate((*lines, " " * column + "|" * 2)):
        crosses = n == len(lines) or bool(line[column - _GAP : column].strip()) or _is_edge(line, column)
        if start is None and not crosses and line[column:].strip() and line[:column].strip():
            start = n
        elif start is not None and crosses:
            yield _Region(start, _end(lines, start, n, column), column)
            start = None


def _is_edge(line: str, column: int) -> bool:
    """Whether a line is the head or the foot of a page: what stands beside its left part is far behind the right column."""
    right = line[column:]
    return bool(right.strip()) and bool(line[:column].strip()) and len(right) - len(right.lstrip()) > _DEEPEST


def _end(lines: Sequence[str], start: int, end: int, column: int) -> int:
    """Behind the last row of the right column, and what goes on below it in the left one: the lines right there, and further
    items of its list.
    """
    last = _last(lines, start, end, column)
    behind = last + 1 + sum(1 for _ in takewhile(str.strip, lines[last + 1 : end]))
    while (item := next((n for n in range(behind, end) if lines[n].strip()), end)) < end and _NUMBERED.match(
        lines[item]
    ):
        behind = item + sum(1 for _ in takewhile(str.strip, lines[item:end]))
    return behind


def _last(lines: Sequence[str], start: int, end: int, column: int) -> int:
    """The last row of the right column."""
    return max(n for n in range(start, end) if lines[n][column:].strip())


def _runs_side_by_side(lines: Sequence[str], region: _Region) -> bool:
    """Whether both columns are read downwards: one tells something, in lines that go on, and the other tells something, lists
    it, or has facts below headings in capitals. A table has labels at the left.
    """
    rows = lines[region.start : _last(lines, region.start, region.end, region.column) + 1]
    left, right = ([row[part].strip() for row in rows] for part in (slice(region.column), slice(region.column, None)))
    both = [row[: region.column] for row, one, other in zip(rows, left, right, strict=True) if one and other]
    if len(both) < _FEWEST_ROWS or min(len(part) - len(part.rstrip()) for part in both) < _GAP:
        return False
    if max(len(part) - len(part.rstrip()) for part in both) < _SURE_GAP:
        return False
    if _has_facts(left):
        return _told(right) >= _FEWEST_TOLD and _goes_on(right)
    if _told(left) < _FEWEST_TOLD:
        return False
    return (_lists(right) >= _FEWEST_TOLD and (_goes_on(left) or _goes_on(right))) or (
        _has_facts(right) and _goes_on(left)
    )


def _told(column: Sequence[str]) -> int:
    """How many sentences, or items of a list that say something, a column has."""
    return sum(ends_sentence(line) or (is_item(line) and " " in line[3:].strip()) for line in column)


def _lists(column: Sequence[str]) -> int:
    return sum(ends_sentence(line) or is_item(line) or bool(_LABELLED.match(line)) for line in column)


def _has_facts(column: Sequence[str]) -> bool:
    """Whether a column is a few words a line, below headings in capitals, or some of them known terms: "Level", "Beginner"."""
    said = [line for line in column if line]
    if any(map(ends_sentence, said)) or max(map(len, said)) > _WIDEST_FACT:
        return False
    heads = sum(map(str.isupper, said))
    return min(heads, len(said) - heads) >= _FEWEST_TOLD or sum(bool(kinds_of(line)) for line in said) >= _FEWEST_TOLD


def _goes_on(column: Sequence[str]) -> bool:
    """Whether a line of a column begins in the middle of a sentence that the one above it began."""
    return any(line[:1].islower() and above and not ends_sentence(above) for above, line in pairwise(column))
