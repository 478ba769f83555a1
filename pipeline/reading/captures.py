"""What sectioning makes of a page: captures, each the blocks of one field, and the facts that belong to none."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records import Block, Place

INTRO = "#intro"
UNKNOWN = "#unknown"
"""A section whose heading the profile does not know."""
PROSE = frozenset(("instructions", "benefits", "safety_tips", "tips", "tracking", "variations"))
"""Fields made of sentences: a colon inside them is part of the text, not a label."""


@dataclass(frozen=True, slots=True)
class Capture:
    """Blocks of one field. `via` is the heading or label; `row` says that they are values beside a label."""

    field: str
    via: str
    place: Place
    blocks: tuple[Block, ...]
    row: bool = False


@dataclass(frozen=True, slots=True)
class Sections:
    """What sectioning found: captures in page order, and labelled facts that belong to no field."""

    captures: tuple[Capture, ...]
    extra: tuple[tuple[str, str, Place], ...]
