"""Muscles whose rank stands in brackets behind them: "Chest (primary)", "Triceps, deltoids (secondary)", each a line, or a
title and below it what the muscle does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.reading.hinting import hinted
from pipeline.reading.kinds import all_known
from pipeline.reading.profiles import Profile
from pipeline.records import Block, Heading, Paragraph, Place, Row

_RANKED = re.compile(r"^([^()]{3,150}) \(([^()]{4,30})\)$")
_RANKS = ("target_muscles", "secondary_muscles", "stabilizers")


def with_ranked_muscles(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page; behind each title that is a muscle with its rank a row that says so, and for such a line the row."""
    for block in blocks:
        is_line = isinstance(block, Paragraph) and not block.strong
        row = _ranked(block.text, block.place, profile) if isinstance(block, (Heading, Paragraph)) else None
        if row is None or not is_line:
            yield block
        if row:
            yield row


def _ranked(text: str, place: Place, profile: Profile) -> Row | None:
    found = _RANKED.match(text) if text.endswith(")") else None
    if found is None:
        return None
    muscle, rank = found.groups()
    ranks = profile.label_of(rank) in _RANKS or any(hinted(rank, kind) for kind in _RANKS)
    return Row(rank, (muscle,), place) if ranks and all_known("target_muscles", (muscle,)) else None
