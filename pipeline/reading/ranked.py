"""Muscles whose rank stands in brackets behind each: "Chest (primary)", "Triceps (secondary)", and below it what it does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.reading.hinting import hinted
from pipeline.reading.kinds import all_known
from pipeline.reading.profiles import Profile
from pipeline.records import Block, Heading, Paragraph, Row

_RANKED = re.compile(r"^([^()]{3,40}) \(([^()]{4,30})\)$")
_RANKS = ("target_muscles", "secondary_muscles", "stabilizers")


def with_ranked_muscles(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page; behind each title that is a muscle with its rank a row that says so."""
    for block in blocks:
        yield block
        title = block.text if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong) else ""
        if title.endswith(")") and (found := _RANKED.match(title)):
            muscle, rank = found.groups()
            ranks = profile.label_of(rank) in _RANKS or any(hinted(rank, kind) for kind in _RANKS)
            if ranks and all_known("target_muscles", (muscle,)):
                yield Row(rank, (muscle,), block.place)
