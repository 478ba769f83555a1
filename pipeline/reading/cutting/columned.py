"""Parts of a page side by side whose headings stand in one row and whose lists in the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from pipeline.records import Block, Break, Heading, Listing

_FEWEST_COLUMNS = 2
_MOST_COLUMNS = 4


def in_turns(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a page, each heading above its list where several headings stand above as many lists."""
    if not any(map(_are_alike, blocks, blocks[1:])):
        return blocks
    kept: list[Block] = []
    place = 0
    while place < len(blocks):
        end = _end_of_headings(blocks, place)
        lists, behind = _lists_at(blocks, end, end - place)
        kept += chain.from_iterable(zip(blocks[place:end], lists, strict=True)) if lists else blocks[place:end]
        place = behind if lists else end
    return kept


def _are_alike(block: Block, below: Block) -> bool:
    return isinstance(block, Heading) and isinstance(below, Heading) and block.level == below.level


def _end_of_headings(blocks: Sequence[Block], start: int) -> int:
    """Where the headings end that stand one right behind the other, all as high as that at `start`; at least one behind it."""
    end = start + 1
    while end < len(blocks) and _are_alike(blocks[end - 1], blocks[end]):
        end += 1
    return end


def _lists_at(blocks: Sequence[Block], start: int, count: int) -> tuple[list[Block], int]:
    """As many lists as there are headings above them, and where they end; none where there are more or fewer."""
    if not _FEWEST_COLUMNS <= count <= _MOST_COLUMNS:
        return [], start
    while start < len(blocks) and isinstance(blocks[start], Break):
        start += 1
    end = start + count
    lists: list[Block] = [block for block in blocks[start : end + 1] if isinstance(block, Listing)]
    return (lists, end) if len(lists) == count and end <= len(blocks) and lists[-1] is blocks[end - 1] else ([], start)
