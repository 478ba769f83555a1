"""What stands before the lines of a document that counts its paragraphs ("8-13. "), or of what was said in a film ("[0:32] ")."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.records import Heading, Outline, Paragraph

_COUNTED = re.compile(r"(\d{1,2})[-–](\d{1,3})\.\s+")
_TIMED = re.compile(r"[\[(](\d{1,2}(?::\d{2}){1,2})[\])]\s*(?:[-–—]\s+)?")
_FIRST_SIGNS = frozenset("0123456789[(")
_FEWEST = 3


def without_marks(seen: Outline) -> Outline:
    """A page without what its lines begin with, where several begin with the number of a paragraph in its chapter, or with a
    time, each later than the one before.
    """
    lines = [
        (n, block)
        for n, block in enumerate(seen.blocks)
        if isinstance(block, (Heading, Paragraph)) and _beginning(block)[:1] in _FIRST_SIGNS
    ]
    if len(lines) < _FEWEST:
        return seen
    blocks = list(seen.blocks)
    for sign, order in ((_COUNTED, _of_chapter), (_TIMED, _seconds)):
        marked = [(n, block, found) for n, block in lines if (found := sign.match(f"{_beginning(block)} "))]
        places = [order(found) for _, _, found in marked]
        if len(marked) >= _FEWEST and all(before < behind for before, behind in pairwise(places)):
            for n, block, found in marked:
                blocks[n] = _without(found.group(), block)
    return replace(seen, blocks=tuple(blocks))


def _beginning(line: Heading | Paragraph) -> str:
    """What a line begins with: a time is often a link."""
    return (line.lead if isinstance(line, Paragraph) else "") or line.text


def _without(mark: str, line: Heading | Paragraph) -> Heading | Paragraph:
    if isinstance(line, Paragraph) and line.lead:
        return replace(line, lead=line.lead[len(mark) :])
    return replace(line, text=line.text[len(mark) :])


def _of_chapter(mark: re.Match[str]) -> tuple[int, ...]:
    return tuple(map(int, mark.groups()))


def _seconds(mark: re.Match[str]) -> tuple[int, ...]:
    """A time as something to compare: hours, if it has any, minutes and seconds."""
    parts = [int(part) for part in mark.group(1).split(":")]
    return tuple([0] * (3 - len(parts)) + parts)
