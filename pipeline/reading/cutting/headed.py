"""Facts whose labels stand above their values like headings: among those that are known the others are facts, too."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import FACT_FIELDS, LABELLED_FIELDS, TERM_FIELDS, all_known, metric_of
from pipeline.reading.words.labels import also_called, marked_pair
from pipeline.reading.words.names import is_name
from pipeline.reading.words.pairs import TOLD_BELOW, pieces_of
from pipeline.reading.words.plain import LONGEST_SERIES, ONLY_NUMBER, is_piece, is_sentence, is_sign
from pipeline.reading.words.profiles import FACTS, SKIPPED, Profile
from pipeline.records import Block, Break, Chips, Heading, Listing, Paragraph, Row
from pipeline.vocabulary import key, known_names

_LABELS = LABELLED_FIELDS - {"bilateral", "unilateral"}
"""Fields whose labels are no values."""
_OF_TITLES = frozenset(("benefits", "safety_tips", "tips"))
_ALSO = ("also ", "aka ")
"""How a heading begins that gives another name: "Also known as Chalice Squat"."""
_BOLD, _PLAIN = "bold", "plain"
_FEWEST = 3
_FEWEST_KNOWN = 2
_MOST_VALUES = 4
"""Of a fact that nobody knows; more are a menu."""
_LONGEST_LABEL = 40
_LONGEST_ICON = 2
"""Letters of a picture and the sign that says how it is shown."""
_TITLE_AND_SENTENCE = 2
_LONGEST_RUN = 60
"""Blocks of a run of values and labels; a longer one is looked at in parts."""


class _Headed(NamedTuple):
    label: str
    values: tuple[str, ...]
    end: int
    """The index of the block behind it."""


def with_headed_facts(blocks: Sequence[Block], profile: Profile, *, marked_up: bool) -> Iterator[Block]:
    """The blocks of a page; in a run of short lines that each stand below a label set in one way, two of which at least,
    and at least half, are known, those below unknown labels as rows. Of a text that is not `marked_up` every line could
    be a label: there they must be set off.
    """
    place = 0
    while place < len(blocks):
        run = _run_at(blocks, place, profile, marked_up=marked_up) if _may_begin(blocks, place) else []
        if _are_facts(run, profile):
            for fact in run:
                known = len(fact.values) > _MOST_VALUES or not _is_unknown(fact, profile)
                yield from blocks[place : fact.end] if known else [Row(fact.label, fact.values, blocks[place].place)]
                place = fact.end
        else:
            end = run[-1].end if run else place + 1
            yield from blocks[place:end]
            place = end


def without_icons(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a page without the signs that stand alone before a title and its sentence, as cards of tips have them: "★",
    "Elbows", "Keep them close.".
    """
    for n, block in enumerate(blocks):
        is_icon = isinstance(block, Paragraph) and not block.lead and _is_icon(block.text)
        if not (is_icon and _are_title_and_sentence(blocks[n + 1 : n + 1 + _TITLE_AND_SENTENCE])):
            yield block


def _is_icon(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_ICON and (unicodedata.category(text[0]) == "So" or is_sign(text))


def _are_title_and_sentence(below: Sequence[Block]) -> bool:
    texts = [block for block in below if isinstance(block, Paragraph)]
    if len(texts) != _TITLE_AND_SENTENCE:
        return False
    title, said = texts
    return title.strong and not said.strong and not is_sentence(title.text) and is_sentence(said.whole)


def asked_of_it(blocks: Iterable[Block], profile: Profile, name: str) -> Iterator[Block]:
    """The blocks of a page, "it" for the exercise's `name`, given as its key, in questions that are labels: "How difficult is the
    Hip Lift?", also with the answer behind them.
    """
    for block in blocks:
        if isinstance(block, Row):
            yield replace(block, label=_asked(block.label, profile, name)) if "?" in block.label else block
        elif isinstance(block, (Listing, Chips)):
            asks = any("?" in item.lead or "?" in item.text for item in block.items)
            yield replace(block, items=tuple(_line_asked(i, profile, name) for i in block.items)) if asks else block
        elif isinstance(block, Paragraph) and ("?" in block.lead or "?" in block.text):
            yield _line_asked(block, profile, name)
        elif isinstance(block, Heading) and "?" in block.text:
            yield replace(block, text=_asked(block.text, profile, name))
        else:
            yield block


def _line_asked(line: Paragraph, profile: Profile, name: str) -> Paragraph:
    lead, text = (_asked(said, profile, name) for said in (line.lead, line.text))
    return line if (lead, text) == (line.lead, line.text) else replace(line, lead=lead, text=text)


def _asked(text: str, profile: Profile, name: str) -> str:
    question, mark, answer = text.partition("?")
    if not mark or not name or len(question) > LONGEST_SERIES:
        return text
    said = f" {key(question)} "
    asked = said.replace(f" the {name} ", " it ").replace(f" {name} ", " it ").strip()
    return f"{asked}?{answer}" if asked != said.strip() and profile.label_of(asked) is not None else text


def announced(blocks: Iterable[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page, lines set off that announce facts or variations without what is said before these: "Before you
    start: the facts".
    """
    for block in blocks:
        if isinstance(block, (Heading, Paragraph)) and ": " in block.text and _is_set_off(block):
            before, _, behind = block.text.rpartition(": ")
            meaning = None if _is_of_another(before, profile) else profile.exactly(behind)
            is_head = meaning == "variations" or (meaning == FACTS and " " in behind)  # "Utility: Basic" is a fact
            yield replace(block, text=behind) if is_head else block
        else:
            yield block


def _is_of_another(announced: str, profile: Profile) -> bool:
    """Whether words before a colon name an exercise, or lead elsewhere: "Next exercise", "Bench Press"."""
    words = key(announced)
    return is_name(words) or profile.heading(announced) == SKIPPED or not hints()["turning"].isdisjoint(words.split())


def _is_set_off(line: Heading | Paragraph) -> bool:
    return isinstance(line, Heading) or (line.strong and not line.lead)


def with_facts_in_headings(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page, its headings that state a fact ("Level: Beginner", "Also known as Chalice Squat") as rows, and
    those right beside them that are built alike and name nothing else; the parts of a plan, which stand apart and have one
    label, keep their headings.
    """
    pairs = [_pair_in(b.text, profile) if isinstance(b, Heading) else None for b in blocks]
    known = [pair is not None and _is_fact(pair, profile) for pair in pairs]
    if not any(known):  # most pages
        yield from blocks
        return
    times = Counter(pair[0] for pair, is_known in zip(pairs, known, strict=True) if pair and is_known)
    for place, (block, pair) in enumerate(zip(blocks, pairs, strict=True)):
        beside = [n for n in (place - 1, place + 1) if 0 <= n < len(blocks) and pairs[n]]
        named = profile.heading(block.text) if pair and isinstance(block, Heading) else None
        is_like = any(known[n] for n in beside) and named is None
        is_part = pair is not None and not beside and times[pair[0]] > 1
        if pair and not is_part and (known[place] or (is_like and is_piece(pair[1]))):
            known[place] = True  # the next one stands beside it
            yield Row(pair[0], (pair[1],), block.place)
        else:
            yield block


def _pair_in(heading: str, profile: Profile) -> tuple[str, str] | None:
    if ":" in heading:
        return marked_pair(heading)
    pair = also_called(profile, heading) if heading.lower().startswith(_ALSO) else None
    return pair if pair and pair[1][:1].isupper() else None


def _is_fact(pair: tuple[str, str], profile: Profile) -> bool:
    """Whether a heading says a fact with terms that are known, how much to do, or another name."""
    label, value = pair
    field = profile.label_of(label) or ""
    is_amount = metric_of(label) in hints()["doses"] and value[:1].isdigit()
    return is_amount or all_known(field, (value,)) or (field == "aliases" and not is_sentence(value))


def with_values_above(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page; in a run of a few words each above a metric or the label of a fact, of which one is a heading,
    those as rows: "3", and below it "Sets".
    """
    starts = {n for n, block in enumerate(blocks[1:]) if isinstance(block, Heading) and _is_short(blocks[n])}
    starts |= {n for n, block in enumerate(blocks[:-1]) if isinstance(block, Heading) and _is_short(blocks[n + 1])}
    place = 0
    while place < len(blocks):
        pairs, end = _values_above(blocks, place, profile) if place in starts else ([], place)
        yield from pairs or blocks[place : place + 1]
        place = end if pairs else place + 1


def _values_above(blocks: Sequence[Block], start: int, profile: Profile) -> tuple[list[Row], int]:
    """Values above their labels as rows, and where they end. Nothing that could be a value stands below the last of labels
    that are headings; of labels below headings three stand together.
    """
    kinds = (type(blocks[start]), type(blocks[start + 1]))
    found: list[Row] = []
    end = start
    while end + 1 < len(blocks) and len(found) < _LONGEST_RUN and kinds == (type(blocks[end]), type(blocks[end + 1])):
        value, label = _words_of(blocks[end]), _words_of(blocks[end + 1])
        if not value or not _is_label(label, profile) or (kinds[0] is Heading and _is_label(value, profile)):
            break
        found.append(Row(label.rstrip(" :"), (value,), blocks[end].place))
        end += 2
        end += kinds[0] is Heading and end < len(blocks) and isinstance(blocks[end], Break)
    if kinds[0] is Heading:
        answered = sum(_answers(row, profile) for row in found)
        return (found, end) if len(found) >= _FEWEST and answered * 2 > len(found) else ([], start)
    is_over = end == len(blocks) or isinstance(blocks[end], (Heading, Break))
    return (found, end) if is_over and len(found) >= _FEWEST_KNOWN else ([], start)


def _answers(row: Row, profile: Profile) -> bool:
    """Whether a value is one of its label: an amount, or known terms."""
    if metric_of(row.label):
        return row.values[0][:1].isdigit()
    return all_known(profile.label_of(row.label) or "", row.values)


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) <= LONGEST_SERIES and is_piece(block.whole)


def _words_of(block: Block) -> str:
    """The few words of a heading or a line; "" for more."""
    if isinstance(block, Heading):
        return block.text if len(block.text) <= LONGEST_SERIES and is_piece(block.text) else ""
    return block.whole if isinstance(block, Paragraph) and _is_short(block) else ""


def _is_label(text: str, profile: Profile) -> bool:
    """Whether a text is the label of a fact, or a metric."""
    return bool(text) and bool(metric_of(text) or profile.label_of(text) in _LABELS)


def _may_begin(blocks: Sequence[Block], place: int) -> bool:
    """Whether a run may begin at a block; most do not, and to find that out must cost next to nothing."""
    block = blocks[place]
    if isinstance(block, Paragraph):
        if block.lead or len(block.text) > _LONGEST_LABEL:
            return False
    elif not isinstance(block, Heading):
        return False
    return place + 1 < len(blocks) and bool(_values_in(blocks[place + 1]))


def _are_facts(run: Sequence[_Headed], profile: Profile) -> bool:
    if len(run) < _FEWEST:
        return False
    known = [profile.label_of(fact.label) in LABELLED_FIELDS or bool(metric_of(fact.label)) for fact in run]
    valued = sum(not is_known and _has_known_values(fact) for is_known, fact in zip(known, run, strict=True))
    return sum(known) >= _FEWEST_KNOWN and (sum(known) + valued) * 2 >= len(run)


def _has_known_values(fact: _Headed) -> bool:
    """Whether what stands below a label are terms of one field: "Swimmer level", and below it "Beginner"."""
    return any(all_known(field, fact.values) for field in FACT_FIELDS)


def _run_at(blocks: Sequence[Block], place: int, profile: Profile, *, marked_up: bool) -> list[_Headed]:
    run: list[_Headed] = []
    kind = _kind_of(blocks[place], profile)
    if kind == _PLAIN and not (marked_up and _is_known(blocks[place], profile)):
        return []
    while kind and place < len(blocks) and _kind_of(blocks[place], profile) == kind:
        if (fact := _fact_at(blocks, place, profile, plain=kind == _PLAIN)) is None:
            break
        run.append(fact)
        place = fact.end
    return run


def _kind_of(block: Block, profile: Profile) -> object:
    """How a label is set; None for a block that is no label."""
    if isinstance(block, Heading):
        return block.level
    if not isinstance(block, Paragraph) or block.lead or len(block.text) > _LONGEST_LABEL:
        return None
    if block.strong:
        return _BOLD
    is_label = _is_known(block, profile) or profile.heading(block.text) is None
    return _PLAIN if is_label and ":" not in block.text and not is_sentence(block.text) else None


def _is_known(label: Block, profile: Profile) -> bool:
    return isinstance(label, Paragraph) and (profile.label_of(label.text.rstrip(" :")) in LABELLED_FIELDS)


def _fact_at(blocks: Sequence[Block], place: int, profile: Profile, *, plain: bool) -> _Headed | None:
    """A label with the few words below it, where nothing else stands below these."""
    label, below, behind = (blocks[n] if n < len(blocks) else None for n in range(place, place + 3))
    if not isinstance(label, (Heading, Paragraph)) or not 0 < len(label.text) <= _LONGEST_LABEL:
        return None
    values = _values_in(below)
    if not values or any(_is_no_value(value, label.text, profile) for value in values):
        return None
    if isinstance(behind, (Listing, Chips)) or (
        isinstance(behind, Paragraph) and not (plain or _ends(behind, profile))
    ):
        return None
    if isinstance(behind, Paragraph) and is_sentence(behind.whole) and profile.heading(label.text) in _OF_TITLES:
        return None  # the title of the first benefit, and what is said of it
    return _Headed(label.text.rstrip(" :"), values, place + 2 + isinstance(behind, Break))


def _values_in(block: Block | None) -> tuple[str, ...]:
    """The few words of a block, nothing of one that holds sentences, labels or titles."""
    if isinstance(block, Paragraph) and (block.lead or block.strong):
        return ()
    pieces = pieces_of(block)
    values = tuple(piece.whole for piece in pieces)
    return values if all(map(is_piece, values)) and not any(piece.lead for piece in pieces) else ()


def _is_no_value(text: str, label: str, profile: Profile) -> bool:
    """Whether a text is a label itself, an exercise, or the number of a step: "Step 1", below "Instructions"."""
    words = key(text)
    if words == key(label) or profile.label_of(text) in _LABELS or (" " in words and words in known_names()):
        return True
    return not metric_of(label) and ONLY_NUMBER.match(text) is not None


def _ends(line: Paragraph, profile: Profile) -> bool:
    """Whether a line behind a value is none more of them."""
    return bool(line.lead) or line.strong or is_sentence(line.text) or profile.heading(line.text) is not None


def _is_unknown(fact: _Headed, profile: Profile) -> bool:
    """Whether nobody knows the label of a fact, nor is it a value among others: "Glutes", and below it "Calves"."""
    if metric_of(fact.label):
        return True
    field = profile.label_of(fact.label)
    if field not in TOLD_BELOW and (field or profile.heading(fact.label)):
        return False
    return not any(all_known(kind, (fact.label, *fact.values)) for kind in TERM_FIELDS)
