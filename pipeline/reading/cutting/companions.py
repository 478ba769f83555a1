"""What the blocks around a block tell of it: labels that nobody knows are facts among labels that are known, and what
stands beside a price is for sale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.reading.captures import PROSE
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import (
    FACT_FIELDS,
    LABELLED_FIELDS,
    TERM_FIELDS,
    all_known,
    is_kind_of_tool,
    metric_of,
)
from pipeline.reading.words.labels import dashed_pair, marked_pair
from pipeline.reading.words.pairs import TOLD_BELOW
from pipeline.reading.words.plain import LONGEST_SERIES, ONLY_NUMBER, is_piece, is_sentence, states_price, without_stop
from pipeline.reading.words.profiles import SKIPPED, Profile
from pipeline.records import Block, Break, Chips, Heading, Listing, Paragraph, Row
from pipeline.vocabulary import key, known_names, load

_FACTS = LABELLED_FIELDS | {"name"}
_APART = re.compile(r"[:|]| · ")
_FEWEST_KNOWN = 2
_FEWEST_VALUED = 3
"""Facts of which one label is known, and of the others the values."""
_SHORTEST_VARIANT = 3
_LONGEST_VARIANT = 60
"""Blocks of a part that stands twice on a page."""
_LONGEST_LABEL = 40
_LONGEST_VALUE = 80
_LONGEST_PAIR = _LONGEST_LABEL + LONGEST_SERIES


def without_variants(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page without the runs that are said again right behind themselves: builders of pages set a part once
    for wide screens and once for small ones, and hide one of them with a style sheet.
    """
    kept = [
        block
        for above, block, below in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False)
        if not (isinstance(block, Paragraph) and _says_a_title(block, above, below))
    ]
    last: dict[str, int] = {}
    place = 0
    while place < len(kept):
        words = _first_words_of(kept[place])
        length = place - last.get(words, place) if words else 0
        start = _said_again(kept, place - length, length) if _SHORTEST_VARIANT <= length < _LONGEST_VARIANT else -1
        if start >= 0:
            del kept[start + length : start + 2 * length]
            last.update((_first_words_of(kept[n]), n) for n in range(start, start + length))
            place = start + length
            continue
        last[words] = place
        place += 1
    return kept


def _says_a_title(line: Paragraph, above: Block | None, below: Block | None) -> bool:
    """Whether a line says what the heading, or the line set off, right above it does, as the caption of a table; or what the
    heading right below it does, as what opens a fold and stands again as the title of what it opens.
    """
    is_set_off = isinstance(above, Heading) or (isinstance(above, Paragraph) and above.strong and line.strong)
    if isinstance(above, (Heading, Paragraph)) and is_set_off and line.text == above.text and not line.lead:
        return True
    return isinstance(below, Heading) and line.text == below.text and line.strong


def _said_again(blocks: Sequence[Block], place: int, length: int) -> int:
    """Where the run around a block begins that stands a second time right behind itself; -1 where there is none."""
    start, end, most = place, place, len(blocks) - length
    while start > max(0, place - length + 1) and _words_of(blocks[start - 1]) == _words_of(blocks[start - 1 + length]):
        start -= 1
    while end < min(most, start + length) and _words_of(blocks[end]) == _words_of(blocks[end + length]):
        end += 1
    return start if end - start == length else -1


def _first_words_of(block: Block) -> str:
    """The beginning of a block that can be no step done twice."""
    if isinstance(block, (Heading, Row)):
        return block.text if isinstance(block, Heading) else block.label
    return block.items[0].whole if isinstance(block, (Listing, Chips)) else ""


def _words_of(block: Block) -> object:
    """What a block says, whatever stands above it on the page."""
    if isinstance(block, (Listing, Chips)):
        return type(block), tuple((item.lead, item.text) for item in block.items)
    if isinstance(block, Row):
        return Row, block.label, block.values
    if isinstance(block, Break):
        return Break, block.level
    return type(block), block.whole if isinstance(block, Paragraph) else block.text


def with_companions(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page; in a run of labelled values of which two at least are known facts, and at least half, the
    unknown ones as rows.
    """
    run: list[tuple[Block, tuple[str, str] | None]] = []
    headed = False
    for block in _labelled_below(blocks, profile):
        pair = None if headed and isinstance(block, Chips) else _pair_of(block, profile)  # below a heading stand values
        value = headed and isinstance(block, (Listing, Chips))
        headed = _is_label_above(block, profile)
        begins = headed and isinstance(block, Paragraph)
        among = begins or (bool(run) and (isinstance(block, Break) or value))
        if pair is None and not among:
            if run:
                yield from _settled(run, profile)
                run = []
            yield block
        else:
            run.append((block, pair))
    yield from _settled(run, profile)


def _labelled_below(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page, terms whose label stands below them as a row: "Glutes | Calves", and below it "Also works"."""
    taken = -1
    for n, block in enumerate(blocks):
        if n == taken:
            continue
        label = _label_below(blocks, n, profile) if isinstance(block, Chips) else ""
        if label and isinstance(block, Chips):
            taken = n + 1
            yield Row(label, tuple(item.whole for item in block.items), block.place)
        else:
            yield block


def _label_below(blocks: Sequence[Block], place: int, profile: Profile) -> str:
    """The label below terms that have none above them, where nothing stands below that label; else ""."""
    line = blocks[place + 1] if place + 1 < len(blocks) else None
    if not isinstance(line, Paragraph) or not _is_label_above(line, profile):
        return ""
    if place and _is_label_above(blocks[place - 1], profile):
        return ""
    label = line.text.rstrip(" :")
    field = profile.label_of(label) or ""
    above, below = (_terms_in(blocks[n]) if n < len(blocks) else [] for n in (place, place + 2))
    return label if all_known(field, above) and not all_known(field, below) else ""


def _terms_in(block: Block) -> list[str]:
    return [item.whole for item in block.items] if isinstance(block, (Chips, Listing)) else []


def _is_label_above(block: Block, profile: Profile) -> bool:
    """Whether a block is a heading or a line that says of which field the values below it are."""
    if isinstance(block, Heading):
        return not (profile.heading(block.text) or "#").startswith("#")
    if not isinstance(block, Paragraph) or block.lead or len(block.text) > _LONGEST_LABEL or block.text.endswith("."):
        return False
    return profile.label_of(block.text.rstrip(" :")) not in (None, *TOLD_BELOW)


def without_sales(blocks: Sequence[Block], profile: Profile) -> list[Block]:
    """The blocks of a page without the boxes that sell something: a heading nobody knows, and near it a price."""
    kept: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        end = (
            _end_of_box(blocks, place)
            if isinstance(block, Heading) and profile.heading(block.text) in (None, SKIPPED)
            else 0
        )
        if end and any(_sells(inner, profile) for inner in blocks[place + 1 : end]):
            place = end
        else:
            kept.append(block)
            place += 1
    return kept


def _end_of_box(blocks: Sequence[Block], start: int) -> int:
    """Where the box ends that a heading begins: at the next heading, or where its part of the page ends."""
    ends = (n for n in range(start + 1, len(blocks)) if isinstance(blocks[n], (Heading, Break)))
    return next(ends, len(blocks))


def _sells(block: Block, profile: Profile) -> bool:
    if isinstance(block, Row):
        return any(map(states_price, block.values))
    if not isinstance(block, Paragraph) or len(block.whole) > _LONGEST_LABEL:
        return False
    return states_price(block.whole) or profile.sold.match(key(block.whole)) is not None


def _pair_of(block: Block, profile: Profile) -> tuple[str, str] | None:
    """Label and value of a block that is nothing but these two."""
    if isinstance(block, Paragraph):
        found = _pair_in_line(block, profile)
    elif isinstance(block, Chips):
        found = _pair_of_chips(block, profile)
    else:
        found = (block.label, ", ".join(block.values)) if isinstance(block, Row) else None
    if found is None:
        return None
    label, value = found[0].rstrip(" :?"), found[1]
    longest = _LONGEST_VALUE if isinstance(block, Chips) else _LONGEST_LABEL  # of two pieces the first may be the value
    fits = (
        (0 < len(label) <= longest or (isinstance(block, Chips) and is_piece(label)))
        and value != ""
        and (len(value) <= _LONGEST_VALUE or is_piece(value))
        and not _APART.search(label)
        and not (isinstance(block, Paragraph) and not block.lead and "," in label)  # "Wings out, wings in: ..."
        and (isinstance(block, Chips) or metric_of(value) or not ONLY_NUMBER.match(label))  # "Step 1", and what to do
        and ": " not in value
    )
    said = without_stop(value)
    return (label, said) if fits and not is_sentence(label) and not is_sentence(said) else None


def _pair_in_line(line: Paragraph, profile: Profile) -> tuple[str, str] | None:
    if line.lead or line.spoken:
        return (line.lead, line.text) if line.lead else (line.spoken, line.whole)
    if len(line.text) > _LONGEST_PAIR:
        return None
    return _marked(line.text, profile) or _dashed(line.text, profile) or _answered(line.text)


def _answered(text: str) -> tuple[str, str] | None:
    """A question and its answer in small letters: "Who tags along? abdominals and glutes"."""
    question, mark, answer = text.partition("? ")
    return (question, answer) if mark and answer[:1].islower() else None


def _pair_of_chips(chips: Chips, profile: Profile) -> tuple[str, str] | None:
    items = chips.items
    if among := _known_among(chips, profile):
        return among
    if len(items) == 2:
        return None if items[0].lead or items[1].lead else (items[0].text, items[1].text)
    if len(items) > 2 and profile.label_of(items[0].text) in TERM_FIELDS:
        return items[0].text, ", ".join(item.whole for item in items[1:])
    return None


def _known_among(chips: Chips, profile: Profile) -> tuple[str, str] | None:
    """The first known fact of a run of facts, each a small piece of its own: "Level: Easy | Grip: Wide"."""
    if not all(":" in item.text for item in chips.items):
        return None
    pairs = [marked_pair(item.text) for item in chips.items]
    return next((pair for pair in pairs if pair and profile.label_of(pair[0]) in _FACTS), None)


def _marked(text: str, profile: Profile) -> tuple[str, str] | None:
    """Label and value with a mark between them; "Push-Up: Step by Step" are none."""
    found = marked_pair(text)
    return found if found and profile.exactly(found[1]) not in PROSE else None


def _dashed(text: str, profile: Profile) -> tuple[str, str] | None:
    """Label and value with a dash between them; "Push-Ups - Close Grip Instructions" are none."""
    found = dashed_pair(text)
    if found is None or profile.label_of(found[0]) in _FACTS:
        return found
    return found if profile.heading(text) in (None, *FACT_FIELDS) else None


def _settled(run: list[tuple[Block, tuple[str, str] | None]], profile: Profile) -> Iterator[Block]:
    said = [pair for _, pair in run if pair]
    pairs = [pair for pair in said if not any(map(load("metrics").find, pair))]
    headed = sum(pair is None and isinstance(block, Paragraph) for block, pair in run)
    known = headed + sum(profile.label_of(label) in _FACTS for label, _ in pairs)
    if known and all(isinstance(block, Chips) for block, pair in run if pair):
        known += sum(_is_dose(*pair) for pair in said)  # set as the other facts are
    posters = [bool(pair and _is_of_poster(pair, profile)) for _, pair in run]
    posted = any(posters)
    are_facts = known >= _FEWEST_KNOWN and known * 2 >= len(pairs) + headed
    are_facts = are_facts or (known == len(pairs) - known == 1 and not headed and _are_set_alike(run))
    are_facts = are_facts or (len(said) >= _FEWEST_KNOWN and all(_is_dose(*pair) for pair in said))
    if known and not are_facts and len(pairs) + headed >= _FEWEST_VALUED:
        valued = sum(_has_known_value(*pair, profile) for pair in pairs)
        are_facts = known + valued >= len(pairs) + headed
    above = sum(profile.label_of(value) in _FACTS for _, value in pairs)  # each value above its label
    if above > known and above >= _FEWEST_KNOWN and above * 2 >= len(pairs):
        labels = [pair[1] for block, pair in run if pair and isinstance(block, Row)]
        rows = len(set(labels)) == len(labels)  # muscles with their roles say these again and again
        run = [
            (
                _turned(block, pair, profile) if rows else block,
                pair[::-1] if pair and isinstance(block, Chips) else None,
            )
            for block, pair in run
        ]
        are_facts = True
    taken = _kinds_taken(run, profile)
    for (block, pair), is_poster in zip(run, posters, strict=True):
        if posted and isinstance(block, Row) and not is_poster:
            continue  # what else stands below the name of somebody who writes
        if (
            are_facts
            and pair
            and isinstance(block, taken)
            and (_is_dash(block) or is_unknown(*pair, profile))
            and not _names_another(block, pair[1])
        ):
            yield Row(pair[0], (pair[1],), block.place)
        else:
            yield block


def _are_set_alike(run: Sequence[tuple[Block, tuple[str, str] | None]]) -> bool:
    """Whether a run is of lines that are all a label, a colon and a value: of two of them one alone makes facts of both."""
    lines = [block for block, _ in run if isinstance(block, Paragraph)]
    marked = [bool(line.lead and line.joint == ": ") or marked_pair(line.text) is not None for line in lines]
    return len(lines) == len(run) and all(marked) and len({bool(line.lead) for line in lines}) == 1


def _turned(block: Block, pair: tuple[str, str] | None, profile: Profile) -> Block:
    """A row of which the value is a label that is known, as its label, and its label for the value."""
    if not pair or not isinstance(block, Row):
        return block
    is_label = profile.label_of(pair[1]) in _FACTS or (metric_of(pair[1]) and pair[0][:1].isdigit())
    return Row(pair[1], (pair[0],), block.place) if is_label else block


def _kinds_taken(run: Sequence[tuple[Block, tuple[str, str] | None]], profile: Profile) -> tuple[type[Block], ...]:
    """The kinds of blocks in a run whose unknown labels are facts: not small pieces where the run begins with a label above its
    values, and none of them is known. Links stand below the terms of a fact, too.
    """
    known = any(pair and isinstance(b, Chips) and profile.label_of(pair[0]) in _FACTS for b, pair in run)
    headed = bool(run) and run[0][1] is None
    return (Paragraph, Listing) if headed and not known else (Paragraph, Listing, Chips)


def _has_known_value(label: str, value: str, profile: Profile) -> bool:
    """Whether nobody knows a label, but everybody its value: "What came off the shelf? Dumbbells"."""
    return profile.label_of(label) is None and any(all_known(field, (value,)) for field in FACT_FIELDS)


def _is_dose(label: str, value: str) -> bool:
    """Whether a label and its value say how much to do: "reps - 6 to 10"."""
    return value[:1].isdigit() and metric_of(label) in hints()["doses"]


def _is_dash(block: Block) -> bool:
    """Whether nothing but a dash divides a label and its value."""
    return isinstance(block, Paragraph) and not block.lead and not block.spoken and ":" not in block.text


def _names_another(block: Block, value: str) -> bool:
    """Whether a line that is set off as a whole ends with the name of an exercise: "Easier swap: Barbell Deadlift". One word
    may be a name and a value: "Grip: Overhand".
    """
    name = key(value)
    return isinstance(block, Paragraph) and block.strong and " " in name and name in known_names()


def _is_of_poster(pair: tuple[str, str], profile: Profile) -> bool:
    """Whether a label and its value stand beside the name of somebody who writes: "Joined: 2009"."""
    return profile.posters.may_match(pair[0]) and profile.posters.match(key(" ".join(pair))) is not None


def is_unknown(label: str, value: str, profile: Profile) -> bool:
    """Whether a label is no field's, begins nothing that is left out ("Posted: ...", "Related: ..."), and is no term itself
    beside another.
    """
    field = profile.label_of(label)
    amount_first = label[:1].isdigit() and metric_of(value)  # "3 minutes", and beside it "Rest"
    if profile.label_of(value) or len(label) > _LONGEST_LABEL or amount_first:
        return False
    if field and profile.is_doubtful(label) and not all_known(field, (value,)):
        return True
    if field in TOLD_BELOW:
        return True  # "Starting position", and beside it "Lying"
    if field or profile.heading(label) == SKIPPED:
        return False
    alike = any(all_known(field, (label,)) and all_known(field, (value,)) for field in TERM_FIELDS)
    if alike and not is_kind_of_tool(label, (value,)):
        return False
    return any(map(str.isalpha, label)) and profile.dropped.match(key(f"{label} x")) is None
