"""What stands before the lines of a document that counts its paragraphs ("8-13. "), or of what was said in a film ("[0:32] ")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.records import Block, Heading, Listing, Outline, Paragraph

_TIME = r"\d{1,2}(?::\d{2}){1,2}(?:\.\d{1,3})?"
_MARKS = (
    re.compile(r"(\d{1,2})[-–](\d{1,3})\.\s+"),
    re.compile(rf"[\[(]({_TIME})(?:\s?[-–]\s?{_TIME})?[\])]:?\s*(?:[-–—]\s+)?(?![a-z\s])"),
)
"""The number of a paragraph in its chapter, and a time; what goes on in small letters is a sentence of its own."""
_FIRST_SIGNS = frozenset("0123456789[(")
_FEWEST = 3
_Line = Heading | Paragraph


def without_marks(seen: Outline) -> Outline:
    """A page without what its lines and the items of its lists begin with, where several begin with a number of that kind, none
    before the one above; what readers write below does not go on.
    """
    lines = [line for block in seen.blocks for line in _lines_of(block) if _beginning(line)[:1] in _FIRST_SIGNS]
    if len(lines) < _FEWEST:
        return seen
    bare: dict[int, _Line] = {}
    for mark in _MARKS:
        marked = [(line, found) for line in lines if (found := mark.match(f"{_beginning(line)} "))]
        run = marked[: _rising([_order(found) for _, found in marked])]
        if len(run) >= _FEWEST:
            bare.update((id(line), _without(found.group(), line)) for line, found in run)
    return replace(seen, blocks=tuple(_bared(block, bare) for block in seen.blocks)) if bare else seen


def _lines_of(block: Block) -> Iterator[_Line]:
    if isinstance(block, (Heading, Paragraph)):
        yield block
    elif isinstance(block, Listing):
        yield from block.items


def _bared(block: Block, bare: dict[int, _Line]) -> Block:
    if isinstance(block, Listing):
        items = tuple(bare.get(id(item), item) for item in block.items)
        return replace(block, items=tuple(item for item in items if isinstance(item, Paragraph)))
    return bare.get(id(block), block) if isinstance(block, (Heading, Paragraph)) else block


def _beginning(line: _Line) -> str:
    """What a line begins with: a time is often a link."""
    return (line.lead if isinstance(line, Paragraph) else "") or line.text


def _without(mark: str, line: _Line) -> _Line:
    if isinstance(line, Paragraph) and line.lead:
        return replace(line, lead=line.lead[len(mark) :])
    return replace(line, text=line.text[len(mark) :])


def _rising(places: Sequence[tuple[float, ...]]) -> int:
    """How many places from the first on come each no sooner than the one before."""
    return next((n for n in range(1, len(places)) if places[n] < places[n - 1]), len(places))


def _order(mark: re.Match[str]) -> tuple[float, ...]:
    """The number of a chapter and of a paragraph, or hours, minutes and seconds, to be compared."""
    parts = [float(part) for group in mark.groups() for part in group.split(":")]
    return tuple([0.0] * (3 - len(parts)) + parts)
