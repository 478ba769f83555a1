"""The lines of a plain text, as they are read: no links of a text browser, no tabs, no gaps wider than between columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.reading.plaintext.dialects import plainly
from pipeline.reading.plaintext.sidebyside import in_one_column
from pipeline.reading.plaintext.tabbed import opened_cells
from pipeline.reading.words.plain import seen, without_edit

RULE = re.compile(r"^\s*(?:([=\-~_*#^+])\1{2,}|([-_*])(?: \2){2,})\s*$")
"""A line of signs: below a heading, or between the parts of a page."""
LEAD = re.compile(r"^(?:\*\*|__)?([^:*_.!?]{2,60}?)\s*:(?:\*\*|__)?\s+(\S.*)$")
"""A label, and what is said behind its colon."""
_TWO_DASHES = re.compile(r"(?<=\w) -{2,3} (?=\w)")
_LINK_NUMBER = re.compile(r"\[\d{1,3}\](?=\S)")  # a dump of a text browser: "[12]Glutes"
_LINK = re.compile(r"(?<=[\w)])(?<!\nFrom)(?<!aved from)( ?|\n {0,40})<https?://[^<>\s]{1,2000}>([,.;]?)")
"""Saved as text: "Glutes <https://gym.example.com/glutes>", the address also in the next line."""
_FEWEST_LINKS = 2
_NOTE = re.compile(r"(?<=[\w.,;!?)])\[\d{1,3}\](?=\s|\[|$)", re.MULTILINE)
"""The sign of a footnote behind a word: "strong.[1]"."""
_TWO_CELLS = re.compile(r"^[^\t\n]{1,40}\t[^\t\n]+$", re.MULTILINE)
_EMPTY_CELL = re.compile(r"^([^\t\n]{1,40})\t[\t ]*$", re.MULTILINE)
_FEWEST_CELLS = 4
"""Rows of a label and its value, copied from a sheet, before a label alone has none."""
_GAP = " " * 200
_WIDEST_GAP = re.compile(r"[ \t]{200,}")
"""Wider than between any columns; patterns that look for gaps take the square of one, or more."""


class Line(NamedTuple):
    text: str
    number: int
    """In the file, from 1."""


def lines_of(text: str) -> list[Line]:
    """The lines of a text, each with its number in the file."""
    plain = _WIDEST_GAP.sub(_GAP, seen(text))
    plain = _LINK.sub(lambda link: link.group(2) + link.group(1).removeprefix(" "), plain)
    if len(_LINK_NUMBER.findall(plain)) > _FEWEST_LINKS:
        plain = _LINK_NUMBER.sub("", plain)
    plain = _NOTE.sub("", _TWO_DASHES.sub(" – ", plain))
    if len(_TWO_CELLS.findall(plain)) >= _FEWEST_CELLS:
        plain = _EMPTY_CELL.sub(r"\1\t–", plain)
    numbered = opened_cells(in_one_column([line.rstrip() for line in plain.split("\n")]))
    read = plainly([line for _, line in numbered])
    return [Line(without_edit(line.expandtabs(4).rstrip()), n) for line, (n, _) in zip(read, numbered, strict=True)]


def groups_of(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines that stand together, without an empty one between them."""
    group: list[Line] = []
    for line in lines:
        if line.text.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group
