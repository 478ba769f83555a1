"""What sectioning makes of a page: captures, each the blocks of one field, and the facts that belong to none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.records import Block, Chips, Listing, Paragraph, Place

INTRO = "#intro"
UNKNOWN = "#unknown"
"""A section whose heading the profile does not know."""
STATED = "#stated"
"""Sentences that state facts, whatever section they stand in."""
PROSE = frozenset(("instructions", "benefits", "safety_tips", "tips", "tracking", "variations"))
"""Fields made of sentences: a colon inside them is part of the text, not a label."""
SENTENCES = PROSE | {"description"}
"""The fields that tell the exercise in sentences, its description among them."""


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


def texts_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """What blocks say, one text for each entry of a list and each piece of a run; a heading says nothing."""
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, (Listing, Chips)):
            texts += (item.whole for item in block.items)
        else:
            texts.append(block.whole if isinstance(block, Paragraph) else "")
    return tuple(texts)
