"""Small lines above a heading or below it that say what the heading, in a site's own words, does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reading.words.plain import ends_sentence, is_numbered, is_sentence
from pipeline.reading.words.profiles import Profile
from pipeline.records import Block, Heading, Paragraph

_FEWEST = 3
"""Headings of one level with such a line above them: one alone may be the heading of a section, above its first title."""
_LONGEST_ABOVE = 40
_LONGEST_BELOW = 60


def with_kickers_above(blocks: Sequence[Block], profile: Profile) -> Sequence[Block]:
    """The blocks of a page, the words of a small line for those of the heading right below it where more than half of the headings
    of a level have one: "Target muscles", and below it "Where you will feel it".
    """
    heads = [n for n, block in enumerate(blocks) if n and isinstance(block, Heading)]
    places = {
        n: b.level for n in heads if isinstance(b := blocks[n], Heading) and _is_kicked(blocks[n - 1], b, profile)
    }
    if len(places) < _FEWEST:
        return blocks
    levels = Counter(block.level for block in blocks if isinstance(block, Heading))
    kicked = Counter(places.values())
    taken = {n for n, level in places.items() if kicked[level] >= _FEWEST and 2 * kicked[level] > levels[level]}
    return [_kicked(blocks, n) if n in taken else block for n, block in enumerate(blocks) if n + 1 not in taken]


def _is_kicked(line: Block, heading: Heading, profile: Profile) -> bool:
    if not isinstance(line, Paragraph) or line.lead:
        return False
    if len(line.text) > _LONGEST_ABOVE or is_sentence(line.text) or profile.heading(heading.text) is not None:
        return False
    return profile.exactly(line.text) is not None


def _kicked(blocks: Sequence[Block], n: int) -> Block:
    line, heading = blocks[n - 1], blocks[n]
    return replace(heading, text=line.text) if isinstance(heading, Heading) and isinstance(line, Paragraph) else heading


def announced(via: str, blocks: Sequence[Block]) -> str:
    """The words that say what a section holds: those that began it, and a line right below that explains them. "How it moves
    the boat", and below it "What rowers gain from the exercise"; a sentence only above what is no plain text.
    """
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or first.lead or len(first.text) > _LONGEST_BELOW or is_numbered(first.text):
        return via
    second = blocks[1] if len(blocks) > 1 else None
    plain = isinstance(second, Paragraph) and not (second.lead or second.strong)
    return via if ends_sentence(first.text) and plain else f"{via} {first.text}"


def without_kicker(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a section without such a line below its heading."""
    return blocks[1:] if len(blocks) > 1 and announced("", blocks) else blocks
