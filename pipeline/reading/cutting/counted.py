"""Pieces that each have the name of their section and a number for a label: "Tip 1", "Tip 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.reading.cutting.opened import TITLED
from pipeline.reading.words.profiles import Profile
from pipeline.records import Block, Listing, Paragraph, Row

_COUNTED = re.compile(r"^([^\W\d][^\d]{1,30}?)\s*#?(\d{1,2})$")
_LONGEST_LABEL = 34
"""Letters, the number among them."""
_FEWEST = 2
_FEWEST_WORDS = 3
"""Of what is told; fewer are the value of a fact: "Muscle 1: Chest"."""


class _Piece(NamedTuple):
    name: str
    number: int
    told: Paragraph
    end: int
    """The index of the block behind it."""


def with_counted_pieces(blocks: Sequence[Block], profile: Profile) -> Sequence[Block]:
    """The blocks of a page; runs of such pieces as a list below the name of its section."""
    return list(_listed(blocks, profile)) if any(map(_may_begin, blocks)) else blocks


def with_counted_headings(blocks: Sequence[Block], profile: Profile) -> list[Block]:
    """The blocks of a text; what counts alone and is a heading word for word as a line that is set off: "1. Instructions"."""
    return [_as_heading(block, profile) for block in blocks]


def _as_heading(block: Block, profile: Profile) -> Block:
    if not isinstance(block, Listing) or not block.ordered or len(block.items) > 1:
        return block
    item = block.items[0]
    is_heading = not item.lead and profile.exactly(item.text) is not None
    return replace(item, strong=True) if is_heading else block


def _listed(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    place = 0
    while place < len(blocks):
        run = _run_at(blocks, place, profile) if _may_begin(blocks[place]) else []
        if len(run) >= _FEWEST:
            yield Paragraph(run[0].name, run[0].told.place, strong=True)
            yield Listing(tuple(piece.told for piece in run), ordered=False, place=run[0].told.place)
            place = run[-1].end
        else:
            yield blocks[place]
            place += 1


def _may_begin(block: Block) -> bool:
    """Whether a run may begin at a block; most do not, and to find that out must cost next to nothing."""
    if isinstance(block, Paragraph):
        return "1" in (block.lead or block.text[:_LONGEST_LABEL])
    return isinstance(block, Row) and block.label.endswith("1")


def _run_at(blocks: Sequence[Block], place: int, profile: Profile) -> list[_Piece]:
    run: list[_Piece] = []
    while (piece := _piece_at(blocks, place)) and piece.number == len(run) + 1:
        if run and piece.name != run[0].name:
            break
        run.append(piece)
        place = piece.end
    return run if run and profile.exactly(run[0].name) in TITLED else []


def _piece_at(blocks: Sequence[Block], place: int) -> _Piece | None:
    block = blocks[place] if place < len(blocks) else None
    if isinstance(block, Row):
        return _piece(block.label, Paragraph(", ".join(block.values), block.place), place + 1)
    if not isinstance(block, Paragraph):
        return None
    label, colon, text = (block.lead, ":", block.text) if block.lead else block.text.partition(": ")
    if colon:
        return _piece(label, Paragraph(text, block.place), place + 1)
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    return _piece(label, below, place + 2) if isinstance(below, Paragraph) else None


def _piece(label: str, told: Paragraph, end: int) -> _Piece | None:
    found = _COUNTED.match(label) if label[-1:].isdigit() else None
    if found is None or len(told.text.split()) < _FEWEST_WORDS:
        return None
    return _Piece(found.group(1), int(found.group(2)), told, end)
