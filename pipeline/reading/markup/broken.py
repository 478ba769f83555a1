"""Sentences that the layout of a printed page breaks into lines, each an element of its own, made whole again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.reading.words.plain import ends_sentence
from pipeline.records import Block, Paragraph

_SHORTEST_LINE = 35
"""Letters: what is shorter ends because there is no more."""
_FEWEST_BREAKS = 3
"""On a page that is broken at all it happens again and again."""


def rejoined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page, lines joined that go on in small letters where the one before had not come to an end."""
    breaks = [n for n, (line, following) in enumerate(pairwise(blocks)) if _goes_on(line, following)]
    if len(breaks) < _FEWEST_BREAKS:
        return list(blocks)
    lines: list[list[Block]] = []
    goes_on = {n + 1 for n in breaks}
    for n, block in enumerate(blocks):
        if n in goes_on:
            lines[-1].append(block)
        else:
            lines.append([block])
    return [_joined(group) for group in lines]


def _joined(lines: list[Block]) -> Block:
    first = lines[0]
    if len(lines) == 1 or not isinstance(first, Paragraph):
        return first
    return replace(first, text=" ".join(line.text for line in lines if isinstance(line, Paragraph)))


def _goes_on(line: Block, following: Block) -> bool:
    if not isinstance(following, Paragraph) or not following.text[:1].islower() or following.lead or following.strong:
        return False
    return (
        isinstance(line, Paragraph)
        and not line.strong
        and len(line.whole) >= _SHORTEST_LINE
        and not ends_sentence(line.text)
        and not line.text.endswith(":")
    )
