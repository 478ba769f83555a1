"""Muscles whose rank stands in brackets behind them: "Chest (primary)", "Triceps, deltoids (secondary)", each a line, or a
title and below it what the muscle does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.reading.words.hinting import hinted
from pipeline.reading.words.kinds import all_known
from pipeline.reading.words.profiles import Profile
from pipeline.records import Block, Heading, Paragraph, Row

_RANKED = re.compile(r"^([^()]{3,150}) \(([^()]{4,30})\)$")
_SHARE = re.compile(r"\d{1,3} ?%")
"""How much of the work a muscle does, behind it and its rank: "Chest (primary) 90 %"."""
_RANKS = ("target_muscles", "secondary_muscles", "stabilizers")
_LONGEST_RANK = 2
"""Words of a rank behind a line; more are a remark: "mostly to steady you"."""


def with_ranked_muscles(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page; behind each title that is a muscle with its rank a row that says so, and for a run of lines that
    all are such the rows.
    """
    run: list[tuple[Paragraph, Row | None]] = []
    for block in blocks:
        if isinstance(block, Paragraph) and not block.strong:
            run.append((block, _ranked(block, profile)))
            continue
        yield from _settled(run)
        run = []
        yield block
        if isinstance(block, (Heading, Paragraph)) and (row := _ranked(block, profile)):
            yield row
    yield from _settled(run)


def _settled(run: Sequence[tuple[Paragraph, Row | None]]) -> Iterator[Block]:
    rows = [row for _, row in run if row and len(row.label.split()) <= _LONGEST_RANK]
    yield from rows if len(rows) == len(run) else (line for line, _ in run)


def _ranked(block: Heading | Paragraph, profile: Profile) -> Row | None:
    is_share = isinstance(block, Paragraph) and bool(block.lead) and _SHARE.fullmatch(block.text) is not None
    text = block.lead if isinstance(block, Paragraph) and is_share else block.text
    found = _RANKED.match(text) if text.endswith(")") else None
    if found is None:
        return None
    muscle, rank = found.groups()
    ranks = profile.label_of(rank) in _RANKS or any(hinted(rank, kind) for kind in _RANKS)
    return Row(rank, (muscle,), block.place) if ranks and all_known("target_muscles", (muscle,)) else None
