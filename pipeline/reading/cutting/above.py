"""What stands above the title and is the exercise's: facts in a column that comes first in the markup or in a box that a
theme sets there, and whole sections.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from types import NoneType

from pipeline.reading.captures import PROSE, UNKNOWN, Capture, Sections, texts_of
from pipeline.reading.cutting.headed import with_facts_in_headings
from pipeline.reading.cutting.sections import sections
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import CHOICE_FIELDS, LABELLED_FIELDS, all_known, metric_of
from pipeline.reading.words.labels import dashed_pair, marked_pair
from pipeline.reading.words.names import could_be_name, is_name
from pipeline.reading.words.pairs import pairs_in, pieces_of
from pipeline.reading.words.plain import is_piece, is_rating, is_sentence, without_bullet
from pipeline.reading.words.profiles import SKIPPED, Profile
from pipeline.records import Block, Break, Chips, Heading, Outline, Paragraph, Row
from pipeline.vocabulary import key, known_names, load

_MOST_BLOCKS = 300
"""Blocks above the title that are looked at."""
_MOST_TERMS = 6
"""Of a fact somewhere above the title; more are a menu."""
_FEWEST = 2
"""Fields of one box of facts."""
_OF_ONE_EXERCISE = frozenset(("target_muscles", "secondary_muscles"))
"""Menus are by muscle and by equipment; none is by the part that a muscle has."""
_EDGES = (7, 1)
"""Levels of what ends a column beside the text, or a part of the page."""
_LABEL_AND_VALUE = 2
_BETWEEN = 5
"""Blocks between a box of facts and the title below it: the way through the site, a link back to the list."""
_ABOVE = 3
"""Blocks between a box of facts and what it would belong to: a heading, the name of another exercise."""


def with_facts_above(cut: Sections, outline: Outline, profile: Profile, title_at: int, name: str) -> Sections:
    """The sections of a page, and the facts above its title that it names nowhere below: those of boxes that end there,
    else what is surely one among the menus.
    """
    own = key(name)
    above = with_facts_in_headings(outline.blocks[max(title_at - _MOST_BLOCKS, 0) : max(title_at, 0)], profile)
    blocks = tuple(block for block in above if not _is_card_of_another(block, profile, own))
    first = next((n for n, block in enumerate(blocks) if any(_fields_stated(block, profile))), None)
    if first is None:
        return cut
    named = {capture.field for capture in cut.captures}

    def found_in(part: tuple[Block, ...]) -> Sections:
        found = sections(replace(outline, blocks=part), profile, -1, name, above=True)
        return replace(found, captures=tuple(c for c in found.captures if c.field not in named))

    boxes = _boxes_above(blocks, profile, own)
    lone = _right_above(blocks, profile, own) if not boxes else ()
    facts = _of_box(found_in(boxes)) if boxes else _alone(found_in(lone)) if lone else None
    if facts is None and not _is_of_another(blocks[:first], profile, own):
        facts = _scattered(found_in(blocks[first:]))
    if facts is None:
        return cut
    return replace(cut, captures=(*cut.captures, *facts.captures), extra=(*cut.extra, *facts.extra))


def with_sections_above(cut: Sections, outline: Outline, profile: Profile, title_at: int, name: str) -> Sections:
    """The sections of a page, and those above its title that it has nowhere below, where nothing there is of another
    exercise: the parts of a page stand in any order in its markup.
    """
    blocks = outline.blocks[max(title_at - _MOST_BLOCKS, 0) : max(title_at, 0)]
    heads = [block for block in blocks if isinstance(block, Heading)]
    own = key(name)
    named = {capture.field for capture in cut.captures}
    told = {_plainly_named(head.text, profile) for head in heads} & (PROSE - named)
    of_another = told and any(_heads_another(head.text, own) for head in _outer(heads, profile))
    if not told or of_another or _is_of_another(blocks, profile, own):
        return cut
    found = sections(replace(outline, blocks=blocks), profile, -1, name, above=True)
    prose = (c for c in found.captures if c.field in told and not c.row)
    doses = found.extra if "tracking" not in named else ()
    extra = tuple(fact for fact in doses if metric_of(fact[0]) in hints()["doses"] and fact not in cut.extra)
    return replace(cut, captures=(*cut.captures, *prose), extra=(*cut.extra, *extra))


def _outer(heads: Sequence[Heading], profile: Profile) -> Iterator[Heading]:
    """The headings that say no field and are no titles below one that does."""
    inside = 0
    for head in heads:
        if _plainly_named(head.text, profile) in PROSE:
            inside = head.level
        elif not inside or head.level <= inside:
            inside = 0
            yield head


def _plainly_named(heading: str, profile: Profile) -> str | None:
    """The field of a heading that says it word for word, or with a word that adds nothing: "Movement steps"."""
    telling = " ".join(word for word in key(heading).split() if word not in profile.heading_noise)
    return profile.exactly(heading) or profile.exactly(telling)


def _of_box(above: Sections) -> Sections | None:
    """All facts of a box, those that nobody knows among them. None where it may be a menu: two headings above lists."""
    sure = [capture for capture in above.captures if _is_sure(capture)]
    fields = {capture.field for capture in sure}
    beside = all(capture.row for capture in sure)
    if len(fields) < _FEWEST or not (beside or _are_of_one_exercise(fields) or len(fields) > _FEWEST):
        return None
    facts = tuple(c for c in above.captures if c.field in LABELLED_FIELDS or c.field == UNKNOWN)
    return replace(above, captures=facts)


def _alone(above: Sections) -> Sections | None:
    """One fact, of known terms only."""
    sure = tuple(capture for capture in above.captures if _is_sure(capture))
    return replace(above, captures=sure, extra=()) if len(sure) == 1 else None


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
    rated = capture.row and capture.field == "difficulty" and len(texts) == 1 and is_rating(texts[0])
    return rated or all_known(capture.field, texts)


# --- the boxes right above the title --------------------------------------------------------------------------


def _boxes_above(blocks: Sequence[Block], profile: Profile, name: str) -> tuple[Block, ...]:
    """The boxes of facts behind which the title stands, from the last up to where facts are stated again, or another
    exercise's. Empty where there is none.
    """
    boxes: tuple[Block, ...] = ()
    seen: set[str] = set()
    end = len(blocks)
    while end > 0:
        edge = next((n + 1 for n in range(end - 1, -1, -1) if _is_edge(blocks[n])), 0)
        part = blocks[edge:end]
        start, behind, fields = _box_at_end(part, profile, name)
        if fields and (not seen.isdisjoint(fields) or _is_of_another(part[:start], profile, name)):
            break
        if fields:
            boxes = (*part[start:behind], Break(_EDGES[0], part[-1].place), *boxes)
            seen |= fields
        elif sum(not isinstance(block, Break) for block in part) > _BETWEEN:
            break
        end = edge - 1
    return boxes if len(seen & LABELLED_FIELDS) >= _FEWEST else ()


def _right_above(blocks: Sequence[Block], profile: Profile, name: str) -> tuple[Block, ...]:
    """The one fact that the title stands right below, with its label; empty where it is another exercise's or one of more."""
    start, _, fields = _box_at_end(blocks, profile, name)
    is_one = len(fields) == 1 and len(blocks) - start <= _LABEL_AND_VALUE
    return tuple(blocks[start:]) if is_one and not _is_of_another(blocks[:start], profile, name) else ()


def _is_edge(block: Block) -> bool:
    """Whether a column or a part of the page begins or ends."""
    return isinstance(block, Break) and block.level in _EDGES


def _box_at_end(part: Sequence[Block], profile: Profile, name: str) -> tuple[int, int, set[str]]:
    """Where the box of facts begins and ends that is the end of a part, and the fields that it states."""
    end = _end_of_box(part, profile)
    start, seen = end, set[str]()
    for place in range(end - 1, -1, -1):
        fields = list(_fields_stated(part[place], profile))
        if not seen.isdisjoint(fields) or len(set(fields)) < len(fields):
            break  # what is stated twice are facts of two exercises
        if seen and isinstance(part[place], Break) and _is_among_others(part[:place], profile, name):
            break
        if not (fields or _may_be_in_box(part, place)) or (seen and _is_name_above(part, place, profile, name)):
            break
        if fields:
            start = place
            seen.update(fields)
    return start, end, seen


def _is_name_above(part: Sequence[Block], place: int, profile: Profile, name: str) -> bool:
    """Whether a line is the name of another exercise, above its facts; below a label, names are values: "Overhand"."""
    line, above = part[place], part[place - 1] if place else None
    if not isinstance(line, Paragraph) or isinstance(above, Heading):
        return False
    if isinstance(above, Paragraph) and not _pair_of(above) and any(_fields_stated(above, profile)):
        return False
    return not (_pair_of(line) or any(_fields_stated(line, profile))) and _names_another(line.whole, name)


def _end_of_box(blocks: Sequence[Block], profile: Profile) -> int:
    """Behind the last fact of a part, where nothing but few short blocks stands below it; else its beginning. A heading of
    something else, "Share", ends it.
    """
    between, end = 0, len(blocks)
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if any(_fields_stated(block, profile)):
            return end
        if isinstance(block, Heading) and not _may_be_in_box(blocks, place):
            end = place
        between += not isinstance(block, Break)
        if between > _BETWEEN:
            break
    return 0


def _is_card_of_another(block: Block, profile: Profile, name: str) -> bool:
    """Whether the name of another exercise stands before facts in one run."""
    if not isinstance(block, Chips) or len(block.items) <= _FEWEST or not any(_fields_stated(block, profile)):
        return False
    first = block.items[0]
    return not _pair_of(first) and not profile.label_of(first.whole) and _names_another(first.whole, name)


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
    label and not that of the facts; or the heading of their part does. Right below facts that end with it a second box is
    none of theirs.
    """
    if above and any(_fields_stated(above[-1], profile)):
        return False
    if _is_among_others(above, profile, name):
        return True
    for block in reversed(above[-_ABOVE:]):
        if isinstance(block, Heading):
            field = _plainly_named(block.text, profile)
            return profile.heading(block.text) == SKIPPED or (field is None and _heads_another(block.text, name))
        if not isinstance(block, (Paragraph, Chips)) or any(_fields_stated(block, profile)):
            return False
        if any(_names_another(piece.whole, name) for piece in pieces_of(block)):
            return True
    return False


def _is_among_others(above: Sequence[Block], profile: Profile, name: str) -> bool:
    """Whether the last heading of some blocks is that of other pages, "Related", or the name of another exercise, and its
    part has not ended.
    """
    ended = _EDGES[0]
    for block in reversed(above):
        if isinstance(block, Break):
            ended = min(ended, block.level)
        elif isinstance(block, Heading):
            of_others = profile.heading(block.text) == SKIPPED or key(block.text) in known_names()
            return of_others and block.level < ended and key(block.text) != name
        elif isinstance(block, Paragraph) and block.strong and profile.heading(block.text) == SKIPPED:
            return ended == _EDGES[0]
    return False


def _names_another(text: str, name: str) -> bool:
    """Whether a text is the name of another exercise, or announces one: "Staff pick". Terms stand there as values."""
    terms = (load(kind) for kind in ("muscles", "body_parts", "equipment"))
    return not any(known.find(text) for known in terms) and _heads_another(text, name)


def _heads_another(text: str, name: str) -> bool:
    words = key(text)
    announces = not is_sentence(text) and not hints()["announcing"].isdisjoint(words.split())
    return words != name and (announces or could_be_name(words))
