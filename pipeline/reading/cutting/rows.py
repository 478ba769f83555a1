"""Rows of tables within sections: pieces of what a section tells, its steps, or facts."""

from __future__ import annotations

from pipeline.reading.captures import INTRO, UNKNOWN
from pipeline.reading.cutting.asides import NEVER_TITLES
from pipeline.reading.cutting.opened import TITLED, Opened
from pipeline.reading.cutting.titles import is_number
from pipeline.reading.words.hinting import hints, is_hinted
from pipeline.reading.words.kinds import CHOICE_FIELDS, all_known, metric_of
from pipeline.reading.words.plain import ends_sentence, is_sentence, is_step
from pipeline.reading.words.profiles import Profile
from pipeline.records import Row
from pipeline.vocabulary import key

_COUNTING = frozenset(("instructions", INTRO, UNKNOWN))
"""Sections in which rows that count are steps."""
_OF_TERMS = ("target_muscles", "equipment", "exercise_type")
_NO_TITLES = NEVER_TITLES | {"variations", "aliases"}


def is_text(profile: Profile, opened: Opened | None, row: Row) -> bool:
    """Whether a row is what the open section tells: a piece with its title, a step, a variation; else it is a fact."""
    field, label = opened.field if opened else "", profile.label_of(row.label)
    if field in TITLED:
        words = key(row.label).split()
        is_of_a_day = bool(words) and hints()["days"].issuperset(words)
        named = field != "tracking" and not _tells(row)  # "Muscles this helps"
        of_terms = named and any(all_known(name, row.values) for name in _OF_TERMS)
        is_choice = label in CHOICE_FIELDS and all_known(label, row.values)  # "Mechanic | Compound"
        beside = opened is not None and opened.holds_facts and not any(map(is_sentence, row.values))
        is_fact = is_of_a_day or of_terms or is_choice or beside
        return not is_fact and (label not in _NO_TITLES or _tells(row))
    if field == "variations":
        return not label and not metric_of(row.label)
    sentences = any(map(is_sentence, row.values))
    counts = (field in _COUNTING and is_number(row.label)) or (is_step(row.label) and sentences)
    if field == "instructions":
        return counts or (sentences and not label)  # of advice, below "How to do it with care"
    return counts or bool(opened and field == UNKNOWN and sentences and (is_hinted(opened.announced) or not label))


def is_dose_among_told(opened: Opened | None, row: Row, counted: Opened | None) -> bool:
    """Whether a row in a section of benefits or tips says how much to do: "Sets | 3", and what stands below that in the
    section that was `counted` in.
    """
    if opened is None or opened.field not in TITLED or opened.field == "tracking":
        return False
    metric = metric_of(row.label)
    counts = metric in hints()["counts"] or (counted is opened and metric in hints()["doses"])
    return counts and all(value[:1].isdigit() for value in row.values)


def only_counts(row: Row) -> bool:
    """Whether a row is the number of a step and its sentence."""
    return is_number(row.label) and any(map(is_sentence, row.values))


def _tells(row: Row) -> bool:
    return all(map(ends_sentence, row.values)) and any(map(is_sentence, row.values))
