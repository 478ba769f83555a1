"""Lists of a page that was copied as text: their items stand line below line, and what is none of them stands apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.reading.captures import Capture, Sections
from pipeline.reading.cutting.opened import TITLED
from pipeline.reading.fields.stepwise import begins_with
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import is_numbered, is_sentence
from pipeline.records import Paragraph

_FIELDS = frozenset(("instructions", *TITLED)) - {"tracking"}
_LISTED = frozenset(("benefits", "safety_tips", "tips", "variations"))
_FEWEST_ITEMS = 2
_MUCH_LONGER = 2


def lists_alone(cut: Sections) -> Sections:
    """The sections of a text; steps, benefits and tips without the sentence above their lines, where an empty line stands
    between the two and none among these; and lists without what stands below their last line.
    """
    return replace(cut, captures=tuple(_without_foot(_without_introduction(capture)) for capture in cut.captures))


def _without_foot(capture: Capture) -> Capture:
    """A list of lines of one kind without what stands below it behind an empty line and is of another, or long: the foot of the
    page, or of an article.
    """
    lines = [block for block in capture.blocks if isinstance(block, Paragraph)]
    if capture.field not in _LISTED or len(lines) < len(capture.blocks):
        return capture
    gaps = [(below.place.line or 0) - (above.place.line or 0) for above, below in pairwise(lines)]
    end = next((n for n, gap in enumerate(gaps, 1) if gap > 1), len(lines))
    kinds = set(map(_kind, lines[:end]))
    if end < _FEWEST_ITEMS or len(kinds) > 1:
        return capture
    longest = _MUCH_LONGER * max(len(line.whole) for line in lines[:end])
    foot = (n for n in range(end, len(lines)) if _kind(lines[n]) not in kinds or len(lines[n].whole) > longest)
    return replace(capture, blocks=tuple(lines[: next(foot, len(lines))]))


def _kind(line: Paragraph) -> tuple[bool, bool]:
    return bool(line.lead), is_sentence(line.whole)


def _without_introduction(capture: Capture) -> Capture:
    lines = [block for block in capture.blocks if isinstance(block, Paragraph)]
    if capture.field not in _FIELDS or len(lines) < len(capture.blocks) or len(lines) <= _FEWEST_ITEMS:
        return capture
    first, *items = lines
    if first.lead or ": " in first.whole or is_numbered(first.whole) or not is_sentence(first.whole):
        return capture
    if begins_with(first.whole, hints()["movements"] | hints()["denying"]):
        return capture  # the first of them, set apart
    gap, *gaps = ((below.place.line or 0) - (above.place.line or 0) for above, below in pairwise(lines))
    return replace(capture, blocks=tuple(items)) if gap > 1 and all(between == 1 for between in gaps) else capture
