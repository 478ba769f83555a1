"""Cards of other exercises: a name with facts below it, and the next with facts of the same kinds."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.reading.words.kinds import FACT_FIELDS
from pipeline.reading.words.plain import is_sentence
from pipeline.reading.words.profiles import Profile
from pipeline.records import Block, Chips, Heading, Paragraph, Row

_FEWEST = 2
_PAIR = 2
_LONGEST_NAME = 80


def without_cards(blocks: Sequence[Block], profile: Profile) -> Sequence[Block]:
    """The blocks of a page without several cards right below one another, each a line and facts with the labels of the others:
    "Box Jump", "Target | Quads", and below them "Plank", "Target | Abs".
    """
    labels = [_label_of(block) for block in blocks]
    said = [label for label in labels if label]
    if len(said) == len(set(said)):  # most pages
        return blocks
    kept: list[Block] = []
    place = 0
    while place < len(blocks):
        end = _end_of_cards(blocks, labels, place, profile)
        if end == place:
            kept.append(blocks[place])
        place = max(end, place + 1)
    return kept


def _label_of(block: Block) -> str:
    """The label of a fact in a row, or in two small pieces; "" for any other block."""
    if isinstance(block, Row):
        return block.label
    return block.items[0].text if isinstance(block, Chips) and len(block.items) == _PAIR else ""


def _end_of_cards(blocks: Sequence[Block], labels: Sequence[str], start: int, profile: Profile) -> int:
    """Where the cards end that begin at a block; there where none does."""
    first = _labels_below(blocks, labels, start)
    if not any(profile.label_of(label) in FACT_FIELDS for label in first):
        return start
    size, end = len(first) + 1, start
    while _labels_below(blocks, labels, end) == first:
        end += size
    return end if end - start >= _FEWEST * size else start


def _labels_below(blocks: Sequence[Block], labels: Sequence[str], place: int) -> list[str]:
    """The labels of the facts right below a line that may be a name."""
    line = blocks[place] if place < len(blocks) else None
    if not isinstance(line, (Paragraph, Heading)) or not 0 < len(line.text) <= _LONGEST_NAME or is_sentence(line.text):
        return []
    end = place + 1
    while end < len(labels) and labels[end]:
        end += 1
    return list(labels[place + 1 : end])
