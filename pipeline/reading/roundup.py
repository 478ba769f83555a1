"""Pages that go through several exercises: which ones they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.names import could_be_name
from pipeline.reading.words.plain import is_sentence, without_number
from pipeline.records import Block, Chips, Heading, Listing, Outline, Paragraph, Row
from pipeline.vocabulary import key, known_names, load

_WITH_DOSE = re.compile(r"^(\D.+?|\d+/\d+ .+?)\s+(?:[-–—x×]|\d+ ?[x×])\s*\d")


def exercises_named(seen: Outline) -> tuple[str, ...]:
    """The exercises that a page sets off one by one: in headings, bold beginnings, entries of lists and rows of tables."""
    found = {key(name): name for block in seen.blocks for name in map(without_number, _set_off(block))}
    return tuple(name for known, name in found.items() if known in known_names() and not _is_term(known))


def moves_with_doses(seen: Outline) -> tuple[str, ...]:
    """The moves of a routine: what an ordered list names, each with how much of it to do and how: "Frog rocks - 12"."""
    items = (item for block in seen.blocks if isinstance(block, Listing) and block.ordered for item in block.items)
    found = ((_WITH_DOSE.match(item.lead), item) for item in items if item.lead)
    moves = (move.group(1) for move, item in found if move and is_sentence(item.text))
    return tuple(move for move in moves if could_be_name(key(move)) and key(move) not in hints()["preparing"])


def _is_term(name: str) -> bool:
    return any(load(kind).find(name) for kind in ("muscles", "body_parts", "equipment"))


def _set_off(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Row):
        yield block.label
    elif isinstance(block, (Listing, Chips)):
        yield from (item.lead or item.text for item in block.items)
    elif isinstance(block, Paragraph):
        yield block.lead or (block.text if block.strong else "")
