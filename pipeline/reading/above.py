"""Facts that stand above the title: in a column that comes first in the markup, or in a box that a theme sets there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from types import NoneType

from pipeline.reading.captures import UNKNOWN, Capture, Sections, texts_of
from pipeline.reading.hinting import hints
from pipeline.reading.kinds import CHOICE_FIELDS, LABELLED_FIELDS, TERM_FIELDS, all_known, metric_of
from pipeline.reading.labels import dashed_pair, marked_pair
from pipeline.reading.names import could_be_name, is_name
from pipeline.reading.pairs import pairs_in, pieces_of
from pipeline.reading.plain import is_piece, is_sentence, without_bullet
from pipeline.reading.profiles import FACTS, Profile
from pipeline.reading.sections import sections
from pipeline.records import Block, Break, Chips, Heading, Outline, Paragraph, Row
from pipeline.vocabulary import key

_MOST_TERMS = 6
"""Of a fact somewhere above the title; more are a menu."""
_FEWEST = 2
"""Fields of one box of facts."""
_OF_ONE_EXERCISE = frozenset(("target_muscles", "secondary_muscles"))
"""Menus are by muscle and by equipment; none is by the part that a muscle has."""
_BETWEEN = 3
"""Blocks between a box of facts and the title below it: the way through the site, a link back to the list."""
_ABOVE = 3
"""Blocks between a box of facts and what it would belong to: a heading, the name of another exercise."""
_RATED = re.compile(r"^\d{1,2}\s*(?:/|(?:out )?of)\s*\d{1,2}$")


def with_facts_above(cut: Sections, outline: Outline, profile: Profile, title_at: int, name: str) -> Sections:
    """The sections of a page, and the facts above its title that it names nowhere below: those of a box that ends there,
    else what is surely one among the menus.
    """
    blocks = tuple(b for b in outline.blocks[: max(title_at, 0)] if not _is_card_of_another(b, profile, key(name)))
    if not any(any(_fields_stated(block, profile)) for block in blocks):
        return cut
    start = _box_above(blocks, profile)
    first = next(n for n, block in enumerate(blocks) if any(_fields_stated(block, profile))) if start is None else start
    if _is_of_another(blocks[:first], profile, key(name)):
        return cut
    above = sections(replace(outline, blocks=blocks[first:]), profile, -1, name, above=True)
    named = {capture.field for capture in cut.captures}
    above = replace(above, captures=tuple(c for c in above.captures if c.field not in named))
    facts = (_of_box(above) if start is not None else None) or _scattered(above)
    if facts is None:
        return cut
    return replace(cut, captures=(*cut.captures, *facts.captures), extra=(*cut.extra, *facts.extra))


def _of_box(above: Sections) -> Sections | None:
    """All facts of a box, those that nobody knows among them. None where it may be a menu."""
    sure = {capture.field for capture in above.captures if _is_sure(capture)}
    if len(sure) < _FEWEST or not (_are_of_one_exercise(sure) or len(sure) > _FEWEST):
        return None
    facts = tuple(c for c in above.captures if c.field in LABELLED_FIELDS or c.field == UNKNOWN)
    return replace(above, captures=facts)


def _scattered(above: Sections) -> Sections | None:
    """The facts among menus: a label that is known, or a heading, with few terms of its field and nothing else."""
    sure = [capture for capture in above.captures if _is_sure(capture)]
    fields = {capture.field for capture in sure}
    if len(fields) < _FEWEST or not _are_of_one_exercise(fields):
        return None
    names = (capture for capture in above.captures if capture.field == "aliases" and capture.row)
    doses = tuple(fact for fact in above.extra if metric_of(fact[0]) in hints()["doses"])
    return replace(above, captures=(*sure, *names), extra=doses)


def _are_of_one_exercise(fields: Set[str]) -> bool:
    """Whether facts are none of a menu."""
    return not fields.isdisjoint(_OF_ONE_EXERCISE) or len(fields & CHOICE_FIELDS.keys()) >= _FEWEST


def _is_sure(capture: Capture) -> bool:
    """Whether a section is a label with few terms of its field and nothing else, or a level like "6/10"."""
    texts = texts_of(capture.blocks)
    if capture.field not in LABELLED_FIELDS or len(texts) > _MOST_TERMS:
        return False
    rated = capture.row and capture.field == "difficulty" and len(texts) == 1 and _RATED.match(texts[0]) is not None
    return rated or all_known(capture.field, texts)


# --- the box right above the title ----------------------------------------------------------------------------


def _box_above(blocks: Sequence[Block], profile: Profile) -> int | None:
    """Where the box of facts begins behind which the title stands. None where there is none."""
    end = _end_of_box(blocks, profile)
    start, seen = end, set[str]()
    for place in range(end - 1, -1, -1):
        fields = list(_fields_stated(blocks[place], profile))
        if not seen.isdisjoint(fields) or len(set(fields)) < len(fields):
            start = _last_of_boxes(blocks, start, end)  # what is stated twice are facts of two exercises
            break
        if not (fields or _may_be_in_box(blocks, place)):
            break
        if fields:
            start = place
            seen.update(fields)
    return start if len(seen & LABELLED_FIELDS) >= _FEWEST else None


def _is_card_of_another(block: Block, profile: Profile, name: str) -> bool:
    """Whether the name of another exercise stands before facts in one run."""
    if not isinstance(block, Chips) or len(block.items) <= _FEWEST or not any(_fields_stated(block, profile)):
        return False
    first = block.items[0]
    return not _pair_of(first) and not profile.label_of(first.whole) and _names_another(first.whole, name)


def _last_of_boxes(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where the last of several boxes begins: where a part of the page ends, else where facts begin that look the same."""
    ends = [n + 1 for n in range(max(start - 1, 0), end - 1) if isinstance(blocks[n], Break)]
    kind = type(blocks[end - 1])
    return max([start, *(ends or [n + 1 for n in range(start, end - 1) if type(blocks[n]) is not kind])])


def _end_of_box(blocks: Sequence[Block], profile: Profile) -> int:
    """Behind the last fact above the title, where nothing but few short blocks stands between the two."""
    between = 0
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if any(_fields_stated(block, profile)):
            return place + 1
        between += not isinstance(block, Break)
        if between > _BETWEEN:
            break
    return len(blocks)


def _may_be_in_box(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block may stand between facts: a value, the end of a part, or a label that nobody knows, with its value."""
    block = blocks[place]
    if not isinstance(block, Heading):
        return isinstance(block, (Row, Break)) or all(map(_may_be_fact, pieces_of(block)))
    values = pieces_of(blocks[place + 1] if place + 1 < len(blocks) else None)
    behind = blocks[place + 2] if place + 2 < len(blocks) else None
    is_label = len(values) == 1 and is_piece(values[0].whole) and isinstance(behind, (Heading, Break, NoneType))
    return is_label and not is_name(key(block.text))


def _may_be_fact(piece: Paragraph) -> bool:
    """Whether a text is short, or a label that nobody knows with its terms."""
    pair = _pair_of(piece)
    return is_piece(pair[1] if pair else piece.whole)


def _pair_of(piece: Paragraph) -> tuple[str, str] | None:
    """A label and what stands behind it, whatever divides the two."""
    if piece.lead:
        return piece.lead, piece.text
    text = without_bullet(piece.text)
    return marked_pair(text) or dashed_pair(text)


def _fields_stated(block: Block, profile: Profile) -> Iterator[str]:
    """The field of each label in a block, or the metric."""
    for label in _labels_in(block, profile):
        field = profile.label_of(label.rstrip(" :")) or metric_of(label)
        if field in LABELLED_FIELDS or field in hints()["doses"]:
            yield field


def _labels_in(block: Block, profile: Profile) -> Iterator[str]:
    if isinstance(block, Row):
        yield block.label
    elif isinstance(block, Heading):
        yield block.text
    else:
        for n, piece in enumerate(pieces_of(block)):
            pairs = pairs_in(profile, piece, "")
            yield from (label for label, _ in pairs or filter(None, [_pair_of(piece)]))
            if not pairs and (not n or isinstance(block, Chips)):
                yield piece.whole


def _is_of_another(above: Sequence[Block], profile: Profile, name: str) -> bool:
    """Whether what stands above a box of facts says that they are another exercise's: its name, or a heading that is no
    label and not that of the facts.
    """
    for block in reversed(above[-_ABOVE:]):
        if isinstance(block, Heading):
            return profile.heading(block.text) != FACTS and key(block.text) != name
        if not isinstance(block, (Paragraph, Chips)) or any(_fields_stated(block, profile)):
            return False
        if any(_names_another(piece.whole, name) for piece in pieces_of(block)):
            return True
    return False


def _names_another(text: str, name: str) -> bool:
    """Whether a text is the name of another exercise, or announces one: "Staff pick"."""
    words = key(text)
    if words == name or any(all_known(field, (text,)) for field in TERM_FIELDS):
        return False
    announces = not is_sentence(text) and not hints()["announcing"].isdisjoint(words.split())
    return announces or could_be_name(words)
