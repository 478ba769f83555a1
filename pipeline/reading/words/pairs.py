"""Labelled facts in a line: one, or several sentences that each begin with a label."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.reading.captures import INTRO, SENTENCES
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import FACT_FIELDS, TERM_FIELDS, all_known, is_metric, metric_of
from pipeline.reading.words.labels import COLON, pair_of, run_on, uncounted, unknown_glued
from pipeline.reading.words.names import is_name
from pipeline.reading.words.plain import is_sentence, numbered_sentences, sentences, without_stop
from pipeline.reading.words.profiles import FACTS, Profile
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Row
from pipeline.vocabulary import key

Pair = tuple[str, str]

TOLD_BELOW = frozenset(("instructions", "benefits", "safety_tips", "tips"))
"""Fields that sentences tell."""
LONGEST_CHOICE = 40
_BARS = re.compile(r"\s+[|·•]\s+(?=\w[^:|·•]{1,40}:\s)")
_SENTENCES = re.compile(r"(?:(?<=[.;])|\s*[|·•/–—])\s+(?=\w[^:.;|·•]{1,40}:\s)")
_COMMAS = re.compile(r",\s+(?=\w[^:,]{1,30}:\s)")
_LONGEST_FACT = 200
_SHORTENED = re.compile(r"\ba\.\s?k\.\s?a\.?:", re.IGNORECASE)
"""A label with stops in it, which divide no sentences."""
_MOST_SENTENCES = 2
_FEW_WORDS = 3
_SHORTEST_PARTED = 40
_LONGEST_LABEL = 50
_LABEL_AND_VALUE = 2


def pairs_in(profile: Profile, block: Block, field: str) -> list[Pair]:
    """The labelled facts of a line in a section of `field` ("" for sentences): one, or several sentences that each begin with a label, half of them known."""
    if not isinstance(block, Paragraph):
        return []
    parts = _parts_of(profile, _SHORTENED.sub("AKA:", block.whole)) if ":" in block.whole else []
    if len(parts) == 1 and block.whole.count(":") > 1:
        parts = run_on(block.whole)
    if len(parts) > 1:
        pairs = [COLON.match(part) for part in parts]
        known = [bool(p and (profile.label_of(p.group(1)) or is_metric(p.group(1)))) for p in pairs]
        if all(pairs) and 2 * sum(known) >= len(pairs) and (known[0] or not _names_exercise(parts[0])):
            return [(p.group(1), p.group(2).rstrip(" .;")) for p in pairs if p]
    pair = _pair_in(profile, block, field)
    return [pair] if pair else []


def _is_labelled(profile: Profile, said: str) -> bool:
    pair = COLON.match(said)
    return bool(pair and (profile.label_of(pair.group(1)) in FACT_FIELDS or is_metric(pair.group(1))))


def _parts_of(profile: Profile, line: str) -> list[str]:
    """A line where labels begin in it, before steps that count and in the last of these: what one says between is its own."""
    steps = numbered_sentences(line)
    if steps and all(_is_labelled(profile, step) for step in steps):
        return [step.strip(" |·•;") for step in steps]  # "1. Level: easy | 2. Equipment: none"
    first, last = (line.index(steps[0]), line.rindex(steps[-1])) if steps else (0, 0)
    *before, label = _divided(line[:first]) or [""]
    step, *behind = _divided(line[last:])
    return [*before, f"{label}{line[first:last]}{step}", *behind]


def _divided(line: str) -> list[str]:
    """A line where labels begin in it: behind bars where it has some, else behind commas between doses, "Sets: 3, reps: 10", or
    any other mark.
    """
    parts = _BARS.split(line)
    if len(parts) > 1:
        return parts
    doses = _COMMAS.split(line) if "," in line else []
    if len(doses) > 1 and all(is_metric(dose.partition(": ")[0].strip()) for dose in doses):
        return doses
    return [part for part in _SENTENCES.split(line) if part]


def parted(profile: Profile, block: Paragraph) -> tuple[Paragraph, ...]:
    """A line as two where a fact goes over into sentences: "Equipment needed: a bench. The triceps do most of the work."."""
    if len(block.text) < _SHORTEST_PARTED or ". " not in block.text:
        return (block,)
    pair = pair_of(profile, block) if block.lead or ": " in block.text[:_LONGEST_LABEL] else None
    if pair is None or profile.label_of(pair[0].rstrip(" :")) not in TERM_FIELDS:
        return (block,)
    first, mark, rest = pair[1].partition(". ")
    if not mark or not is_sentence(rest) or ":" in rest:
        return (block,)
    return replace(block, text=first if block.lead else f"{pair[0]}: {first}"), Paragraph(rest, block.place)


def _pair_in(profile: Profile, block: Paragraph, field: str) -> Pair | None:
    pair = pair_of(profile, block)
    if pair is None:
        return unknown_glued(block.text) if field == FACTS else None
    if field == INTRO and uncounted(profile, pair[0]) != pair[0]:
        return pair  # "Tip 2", in a line of its own
    meaning = profile.label_of(pair[0])
    led = not field or (field == INTRO and bool(block.lead) and is_sentence(pair[1])) or numbered_sentences(pair[1])
    if (meaning is None and (led and profile.exactly(pair[0]) in TOLD_BELOW)) or _names_muscles(profile, block, pair):
        return pair
    if meaning is None:
        counts = bool(block.lead) or pair[1][:1].isdigit()
        dose = counts and len(pair[1]) <= LONGEST_CHOICE and is_metric(pair[0])
        is_fact = field == FACTS and len(pair[1]) <= _LONGEST_FACT and not _goes_on(pair[1])
        return pair if dose or is_fact else None
    return pair if meaning in SENTENCES or field != INTRO or len(pair[1]) <= _LONGEST_FACT else None


def _goes_on(value: str) -> bool:
    """Whether what stands beside a label is a text that begins with a fact, of several sentences; "Wide. Toes out." is none."""
    return sum(len(said.split()) > _FEW_WORDS for said in sentences(value)) > _MOST_SENTENCES


def _names_exercise(sentence: str) -> bool:
    """Whether a sentence is the name of an exercise and what is told of it: "Goblet Squat: notes, cues and numbers."; or what it
    is of: "Home programme sheet: Goblet Squat.".
    """
    return sentence.endswith(".") and any(is_name(key(part)) for part in sentence.split(": ", 1))


def _names_muscles(profile: Profile, block: Paragraph, pair: Pair) -> bool:
    """Whether a heading of muscles is set off before nothing but muscles: "What it works: Lower back", "WHAT IT WORKS | Quads"."""
    of_muscles = (bool(block.lead) or " | " in block.text) and profile.exactly(pair[0]) == "muscles_worked"
    return of_muscles and all_known("muscles_worked", (without_stop(pair[1]),))


def states_doses(profile: Profile, block: Block | None) -> bool:
    """Whether a block says nothing but how much to do: "Sets: 3"."""
    if isinstance(block, Row):
        return metric_of(block.label) in hints()["doses"] and not any(map(is_sentence, block.values))
    pairs = [_upright(pair_of(profile, piece)) for piece in pieces_of(block)]
    doses = hints()["doses"]
    if isinstance(block, Chips) and len(block.items) == _LABEL_AND_VALUE and not any(pairs):
        label, amount = (item.whole for item in block.items)
        if label[:1].isdigit():
            label, amount = amount, label  # "3", and below it "Sets"
        return (metric_of(label) in doses or key(label) in hints()["beside_doses"]) and not is_sentence(amount)
    told = [pair for pair in pairs if not (pair and hinted(pair[0], "beside_doses"))]
    return bool(told) and all(pair and metric_of(pair[0]) in doses and not is_sentence(pair[1]) for pair in told)


def _upright(pair: tuple[str, str] | None) -> tuple[str, str] | None:
    """A label and its value, where the amount may stand before its metric: "3-4", and behind it "sets"."""
    return (pair[1], pair[0]) if pair and pair[0][:1].isdigit() and metric_of(pair[1]) else pair


def states_fact(profile: Profile, block: Block | None) -> bool:
    """Whether a block is the label of a fact, or begins with one."""
    if isinstance(block, Row):
        return profile.label_of(block.label) in FACT_FIELDS
    if isinstance(block, Heading):
        return profile.label_of(block.text) in FACT_FIELDS
    first = next(iter(pieces_of(block)), None)
    pair = pair_of(profile, first) if first else None
    label = pair[0] if pair else first.whole if first else ""
    return profile.label_of(label) in FACT_FIELDS


def pieces_of(block: Block | None) -> tuple[Paragraph, ...]:
    """The small texts of a list or a run; a paragraph is one."""
    if isinstance(block, (Listing, Chips)):
        return block.items
    return (block,) if isinstance(block, Paragraph) else ()
