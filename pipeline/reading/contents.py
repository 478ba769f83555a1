"""Lists of what stands below on the page: links to its sections, and names of its tabs."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Block, Chips, Heading, Listing
from pipeline.vocabulary import key

_FEWEST = 3


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page without lists of which every item is a heading that stands below."""
    heads = {block.text: n for n, block in enumerate(blocks) if isinstance(block, Heading)}
    if len(heads) < _FEWEST:
        return list(blocks)
    below = {key(text): n for text, n in heads.items()}
    return [block for n, block in enumerate(blocks) if not _lists_headings(block, n, below)]


def _lists_headings(block: Block, place: int, headings: dict[str, int]) -> bool:
    if not isinstance(block, (Listing, Chips)) or len(block.items) < _FEWEST:
        return False
    return all(headings.get(key(item.whole), -1) > place for item in block.items)
