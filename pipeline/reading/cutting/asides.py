"""Facts among sentences: labelled lines in sections that tell something, and where terms go over into text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeGuard

from pipeline.reading.cutting.opened import TITLED, Opened
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import FACT_FIELDS, LABELLED_FIELDS, TERM_FIELDS, all_known, is_metric, metric_of
from pipeline.reading.words.labels import is_label_last, pair_of
from pipeline.reading.words.names import could_be_name
from pipeline.reading.words.pairs import Pair, pieces_of
from pipeline.reading.words.plain import ends_sentence, is_sentence, without_number
from pipeline.reading.words.profiles import Profile
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Row
from pipeline.vocabulary import key

NEVER_TITLES = frozenset(
    ("target_muscles", "secondary_muscles", "stabilizers", "equipment", "difficulty", "body_parts")
)
"""Fields whose labels are no titles of benefits or tips."""
_FACTS_IN_PROSE = NEVER_TITLES | {"tracking", "variations"}
_SCALE = re.compile(r"^\d{1,2}\s*(?:/|(?:out )?of)\s*\d{1,2}$")
_FEWEST_IN_TURNS = 2
_FEWEST_BEFORE = 3
"""Blocks of steps, and a line below them."""
_NEAR = 12
"""Blocks of a section that are looked at: to look at all of them for each fact would take the square of them."""
_ASIDE = frozenset(("benefits", "safety_tips", "tips"))
"""Fields that one line can be of below the items of another."""


def are_facts(profile: Profile, opened: Opened | None, pairs: Sequence[Pair]) -> bool:
    """Whether labelled words among sentences are facts: several of them that do not just tell more ("Step 3: Lower it.
    Caution: Do not bounce."), or one below the list of the section.
    """
    if len(pairs) != 1 or opened is None:
        known = (profile.label_of(label) in LABELLED_FIELDS or metric_of(label) for label, _ in pairs)
        return len(pairs) > 1 and any(known)
    label, value = pairs[0]
    if is_aside(profile, opened, label, value):
        return True
    field_name = profile.label_of(label)
    among = opened.field == "instructions" or (opened.field in TITLED and (field_name or value[:1].isdigit()))
    if field_name == "aliases" or (among and is_plain_fact(profile, label, value)):
        return True
    told = ends_sentence(value) if field_name == "variations" else is_sentence(value)  # names can be long
    if field_name == "variations" and profile.exactly(label) == field_name and not told:
        return True  # names, behind tips that are sentences
    return opened.is_listed and field_name in _FACTS_IN_PROSE and not told


def is_aside(profile: Profile, opened: Opened, label: str, value: str) -> bool:
    """Whether a line below the items of a section is of another one: "Tip: Keep the back flat"."""
    field_name = profile.exactly(label)
    if field_name not in _ASIDE or field_name == opened.field:
        return False
    return opened.ends_with_item and is_sentence(value)


def closing_advice(profile: Profile, opened: Opened) -> tuple[str, Pair] | None:
    """The field, the label and the text of a line that ends the steps and is the only one of its kind, below steps that are
    paragraphs: "Coach's tip: Keep the back flat". A tip below each of them belongs to the step.
    """
    if opened.field != "instructions" or opened.counts or len(opened.blocks) < _FEWEST_BEFORE:
        return None
    labelled = [_advice_in(profile, block) for block in opened.blocks]
    last = labelled.pop()
    above = opened.blocks[-2]
    told = isinstance(above, Paragraph) and is_sentence(above.whole)
    return last if told and not any(labelled) else None


def _advice_in(profile: Profile, block: Block) -> tuple[str, Pair] | None:
    pair = pair_of(profile, block) if isinstance(block, Paragraph) else None
    field_name = profile.exactly(pair[0]) if pair else None
    return (field_name, pair) if pair and field_name in _ASIDE and is_sentence(pair[1]) else None


def is_plain_fact(profile: Profile, label: str, value: str) -> bool:
    """Whether a label among steps has a value that can be nothing else: known terms, or how much to do."""
    field_name = profile.label_of(label)
    if field_name in FACT_FIELDS:
        return all_known(field_name or "", [value]) or (field_name == "difficulty" and _SCALE.match(value) is not None)
    return is_metric(label) and not is_sentence(value)


def is_of_facts(profile: Profile, listing: Listing) -> bool:
    """Whether a list among sentences is a box of facts: each item a label that is no title, and its value."""
    pairs = [pair_of(profile, item) for item in listing.items]
    if len(pairs) > 1 and all(
        pair and metric_of(pair[0]) in hints()["doses"] and pair[1][:1].isdigit() for pair in pairs
    ):
        return True
    told = [pair for pair in pairs if pair and (not is_sentence(pair[1]) or _is_stopped(profile, *pair))]
    if not len(told) == len(listing.items) > 1:
        return False
    if all(item.lead for item in listing.items):
        return all(profile.label_of(label) in LABELLED_FIELDS for label, _ in told)
    return 2 * sum(is_plain_fact(profile, label, value) for label, value in told) > len(told)


def _is_stopped(profile: Profile, label: str, value: str) -> bool:
    """Whether a value is known terms of its label with a full stop behind them: "Muscles: Chest, Triceps."."""
    field_name = profile.label_of(label) or ""
    return field_name in FACT_FIELDS and all_known(field_name, (value.rstrip(" ."),))


def is_fact_in_chips(profile: Profile, chips: Chips) -> bool:
    """Whether small pieces among sentences are a label and its terms, several labels with one term each, or a metric and its
    number, and no title with its text.
    """
    texts = [item.whole for item in chips.items]
    first, *others = _label_first(profile, texts)
    field_name = profile.label_of(first) or ""
    if len(others) != 1:
        is_run = field_name in TERM_FIELDS and bool(others) and all_known(field_name, others)
        return is_run or _are_facts_in_turns(profile, [first, *others])
    if is_sentence(others[0]) and not _is_stopped(profile, first, others[0]):
        return False
    known = field_name in FACT_FIELDS and all_known(field_name, others)
    return known or field_name in _FACTS_IN_PROSE or bool(metric_of(first) and others[0][:1].isdigit())


def _label_first(profile: Profile, texts: Sequence[str]) -> Sequence[str]:
    """Small texts with the label in front that stands behind its known terms: "Quads | Calves | Main muscles"."""
    return [texts[-1], *texts[:-1]] if is_label_last(profile, texts) else texts


def _are_facts_in_turns(profile: Profile, texts: Sequence[str]) -> bool:
    if len(texts) < 2 * _FEWEST_IN_TURNS or len(texts) % 2:
        return False
    facts = ((profile.label_of(label) or "", value) for label, value in zip(texts[::2], texts[1::2], strict=True))
    return all(field_name in FACT_FIELDS and all_known(field_name, [value]) for field_name, value in facts)


def is_fact_behind(profile: Profile, opened: Opened, block: Block, *, marked_up: bool) -> bool:
    """Whether a known label and its terms stand behind a section of nothing but sentences that is left out: behind common
    mistakes, "Equipment | Barbell"; in plain text as a row, too. Where that shows other exercises, such facts are theirs.
    """
    if not isinstance(block, Chips if marked_up else (Chips, Row)) or not opened.blocks:
        return False
    texts = (block.label, *block.values) if isinstance(block, Row) else (item.whole for item in block.items)
    label, *values = _label_first(profile, list(texts))
    field_name = profile.label_of(label) or ""
    if not values or field_name not in FACT_FIELDS or not all_known(field_name, values):
        return False
    near = opened.blocks[-_NEAR:]
    if any(could_be_name(key(without_number(told.text))) for told in near if _is_title(told)):
        return False
    said = [text for told in near for text in _texts_of(told)]
    return bool(said) and all(map(is_sentence, said))


def _is_title(block: Block) -> TypeGuard[Heading | Paragraph]:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong)


def _texts_of(block: Block) -> tuple[str, ...]:
    """What a block says below its titles."""
    if _is_title(block):
        return ()
    return block.values if isinstance(block, Row) else tuple(piece.text for piece in pieces_of(block))


def is_beside_terms(opened: Opened | None, line: Paragraph) -> bool:
    """Whether a label with its value stands below the list of a fact: another fact, whether anybody knows its label or not."""
    if opened is None or opened.field not in TERM_FIELDS or not opened.is_listed:
        return False
    return bool(line.lead and line.text) and not is_sentence(line.text)


def fact_below_terms(profile: Profile, opened: Opened | None, line: Paragraph) -> Pair | None:
    """The next fact in a line of its own, below the list of a fact: "Equipment: Barbell". It ends the list."""
    if opened is None or opened.field not in TERM_FIELDS or not opened.is_listed:
        return None
    fact = pair_of(profile, line)
    known = fact is not None and profile.label_of(fact[0]) in FACT_FIELDS and not is_sentence(fact[1])
    return fact if known else None


def ends_terms(opened: Opened | None, line: Paragraph) -> bool:
    """Whether a sentence stands below the terms of a fact, which nothing but a line set off began."""
    if opened is None or not opened.is_weak or opened.field not in (*TERM_FIELDS, "aliases"):
        return False
    return bool(opened.blocks) and is_sentence(line.whole) and not line.lead
