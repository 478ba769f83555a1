"""Lists of a page that was copied as text: their items stand line below line, and what is none of them stands apart."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.reading.captures import Capture, Sections
from pipeline.reading.opened import TITLED
from pipeline.reading.plain import is_numbered, is_sentence
from pipeline.records import Paragraph

_FIELDS = frozenset(("instructions", *TITLED)) - {"tracking"}
_LISTED = frozenset(("benefits", "safety_tips", "tips", "variations"))
_FEWEST_ITEMS = 2


def lists_alone(cut: Sections) -> Sections:
    """The sections of a text; steps, benefits and tips without the sentence above their lines, where an empty line stands
    between the two and none among these; and lists without what stands below their last line.
    """
    return replace(cut, captures=tuple(_without_foot(_without_introduction(capture)) for capture in cut.captures))


def _without_foot(capture: Capture) -> Capture:
    """A list of lines of one kind without what stands below it behind an empty line: the foot of the page, or of an article."""
    lines = [block for block in capture.blocks if isinstance(block, Paragraph)]
    if capture.field not in _LISTED or len(lines) < len(capture.blocks):
        return capture
    gaps = [(below.place.line or 0) - (above.place.line or 0) for above, below in pairwise(lines)]
    end = next((n for n, gap in enumerate(gaps, 1) if gap > 1), len(lines))
    kinds = {(bool(line.lead), is_sentence(line.whole)) for line in lines[:end]}
    return replace(capture, blocks=tuple(lines[:end])) if end >= _FEWEST_ITEMS and len(kinds) == 1 else capture


def _without_introduction(capture: Capture) -> Capture:
    lines = [block for block in capture.blocks if isinstance(block, Paragraph)]
    if capture.field not in _FIELDS or len(lines) < len(capture.blocks) or len(lines) <= _FEWEST_ITEMS:
        return capture
    first, *items = lines
    if first.lead or ": " in first.whole or is_numbered(first.whole) or not is_sentence(first.whole):
        return capture
    gap, *gaps = ((below.place.line or 0) - (above.place.line or 0) for above, below in pairwise(lines))
    return replace(capture, blocks=tuple(items)) if gap > 1 and all(between == 1 for between in gaps) else capture
