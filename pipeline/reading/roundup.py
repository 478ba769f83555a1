"""Pages that go through several exercises: which ones they name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.reading.names import is_name
from pipeline.reading.plain import without_number
from pipeline.records import Block, Chips, Heading, Listing, Outline, Paragraph, Row
from pipeline.vocabulary import key

_LONGEST = 60
"""Letters of a name."""


def exercises_named(seen: Outline) -> tuple[str, ...]:
    """The exercises that a page sets off one by one: in headings, bold beginnings, entries of lists and rows of tables."""
    found = {key(name): name for block in seen.blocks for name in map(without_number, _set_off(block))}
    return tuple(name for known, name in found.items() if len(name) <= _LONGEST and is_name(known))


def _set_off(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Row):
        yield block.label
    elif isinstance(block, (Listing, Chips)):
        yield from (item.lead or item.text for item in block.items)
    elif isinstance(block, Paragraph):
        yield block.lead or (block.text if block.strong else "")
