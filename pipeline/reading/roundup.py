"""Pages that go through several exercises: which ones they name."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.reading.plain import without_number
from pipeline.records import Block, Chips, Heading, Listing, Outline, Paragraph, Row
from pipeline.vocabulary import key, known_names, load


def exercises_named(seen: Outline) -> tuple[str, ...]:
    """The exercises that a page sets off one by one: in headings, bold beginnings, entries of lists and rows of tables."""
    found = {key(name): name for block in seen.blocks for name in map(without_number, _set_off(block))}
    return tuple(name for known, name in found.items() if known in known_names() and not _is_term(known))


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
