"""What stands above the text of a page: links to its sections, names of its tabs, what somebody asks there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Row
from pipeline.vocabulary import key

_ANSWERS = re.compile(r"\d{1,4} answers?", re.IGNORECASE)
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


def without_question(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a page where people ask each other, from the heading above the answers, "2 Answers"; all of a page that
    tells more above that than somebody asks in a few paragraphs.
    """
    asked = list(takewhile(lambda block: not isinstance(block, (Heading, Listing, Row)), blocks))
    head = blocks[len(asked)] if len(asked) < len(blocks) else None
    answered = isinstance(head, Heading) and _ANSWERS.fullmatch(head.text) is not None
    return blocks[len(asked) :] if answered else blocks


def without_tabs(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text without the words on the tabs of its page: short lines right below one another of which most come
    again further down, each above what it opens.
    """
    last = {block.text: n for n, block in enumerate(blocks) if isinstance(block, Paragraph) and block.strong}
    left_out = {n for run in _runs(blocks) if _come_again(blocks, run, last) for n in run}
    return [block for n, block in enumerate(blocks) if n not in left_out]


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Which short lines stand right below one another, several of them."""
    run: list[int] = []
    for n, block in enumerate(blocks):
        is_line = isinstance(block, Paragraph) and block.strong
        if run and not (is_line and block.place.line == (blocks[n - 1].place.line or 0) + 1):
            if len(run) >= _FEWEST:
                yield run
            run = []
        if is_line:
            run.append(n)
    if len(run) >= _FEWEST:
        yield run


def _come_again(blocks: Sequence[Block], run: Sequence[int], last: Mapping[str, int]) -> bool:
    """Whether all lines of a run but the first, which may be open already, stand alone further down, in their order. `last`
    says where each line stands for the last time.
    """
    texts = [block.text for block in (blocks[n] for n in run[1:]) if isinstance(block, Paragraph)]
    places = [last[text] for text in texts]
    return places[0] > run[-1] and all(above < below for above, below in pairwise(places))
