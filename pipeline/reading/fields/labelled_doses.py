"""How much to do, from labels and their values: sets, repetitions, rests, and labels that only a word tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.reading.fields.doses import Dose, states_sets
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import metric_of, without_side
from pipeline.reading.words.plain import is_sentence
from pipeline.records import Place
from pipeline.vocabulary import key

SETS_AND_REPS = frozenset(map(key, ("sets", "reps")))
"""What a line tells that says in words how much to do."""
_LONGEST_LABEL = 60
_COUNT = re.compile(r"^\d{1,3}(?:\s*(?:-|–|to)\s*\d{1,3})?$")
_METRICS = {"resting": "rest", "repeating": "reps", "in_sets": "sets"}
"""Kinds of words in labels, and what they measure."""
_SHORT_TIME = re.compile(r"^\d[\d\s–-]*(?:to\s+\d+\s*)?(?:s|sec|min|m|km|mi|yd)", re.IGNORECASE)
"""An exercise takes seconds or minutes; what takes weeks is a plan."""
_TIME, _WEIGHT = "time", "weight"
_WEIGHED = re.compile(r"^\d[\d.,\s–-]*(?:kg|kgs|lbs?|kilos?|pounds?|%.{0,30})$", re.IGNORECASE)
_WORK_TIME = re.compile(r"^\d[\d\s–-]*(?:to\s+\d+\s*)?(?:s|secs?|seconds?|min|mins|minutes?)\.?$", re.IGNORECASE)


def doses_among(
    unknown: Sequence[tuple[str, Sequence[str], Place]], called: Mapping[tuple[str, Place], str]
) -> tuple[list[Dose], list[Dose]]:
    """The facts that say how much of something to do ("Reps: 8-12"), where sets or repetitions are among them; and those
    of a plan, which says a metric twice. `called` holds the metrics of labels that only a word tells.
    """
    said_of = ((called.get((label, place)) or timed(label, texts), texts, place) for label, texts, place in unknown)
    measured = [(metric_of(label), (label, _amount(texts), place)) for label, texts, place in said_of]
    doses = [(metric, dose) for metric, dose in measured if metric in hints()["doses"] and _is_amount(metric, dose[1])]
    said = [metric for metric, _ in doses]
    found = [dose for _, dose in doses]
    if hints()["counts"].isdisjoint(said):
        lone = [(m, d) for m, d in doses if key(without_side(d[0])) in hints()["lone_doses"]]
        found = [d for m, d in lone if m == "rpe" or _SHORT_TIME.match(d[1])]
        beside = [d for m, d in doses if d not in found and key(m) == _WEIGHT and _WEIGHED.match(d[1])]
        return [*found, *(beside if found else ())], []
    return ([], found) if len(said) > len(set(said)) else (found, [])


def metrics_by_words(facts: Sequence[tuple[str, Sequence[str], Place]]) -> dict[tuple[str, Place], str]:
    """The metrics of labels that nobody knows, by a word of each and by how its value is measured, where the page names them in
    no other way: "Breather between sets", and beside it "90 seconds". A page that says one twice tells of several exercises.
    """
    named = {metric_of(label) for label, _, _ in facts}
    found: dict[str, list[tuple[str, Place]]] = {}
    for label, texts, place in facts:
        value = texts[0] if len(texts) == 1 and len(label) <= _LONGEST_LABEL and not metric_of(label) else ""
        kinds = ("resting",) if _WORK_TIME.match(value) else ("repeating", "in_sets") if _COUNT.match(value) else ()
        kind = next((kind for kind in kinds if hinted(label, kind)), None)
        is_other = hinted(label, "no_dose") or (kind == "in_sets" and hinted(label, "per_set"))
        if kind is not None and not is_other and metric_of(_METRICS[kind]) not in named:
            found.setdefault(_METRICS[kind], []).append((label, place))
    return {labels[0]: metric for metric, labels in found.items() if len(labels) == 1}


def _amount(texts: Sequence[str]) -> str:
    """How much, as one text; a number and its unit may stand apart: "60", and beside it "sec"."""
    number, *unit = texts
    return " ".join(texts) if number.isdigit() and len(unit) == 1 and unit[0].isalpha() else ", ".join(texts)


def timed(label: str, texts: Sequence[str]) -> str:
    """A label; "time" for one that says so by its value alone: "Work", and beside it "40 seconds"."""
    is_time = key(label) in hints()["timed"] and len(texts) == 1 and _WORK_TIME.match(texts[0])
    return _TIME if is_time else label


def beside_doses(pairs: Iterable[tuple[str, Sequence[str], Place]]) -> Iterator[Dose]:
    """What stands among doses and is none: how often."""
    for label, texts, place in pairs:
        if key(label) in hints()["beside_doses"]:
            yield label, ", ".join(texts), place


def _is_amount(metric: str, value: str) -> bool:
    """Whether a value says how much: an effort without a number ("Easy") is a level."""
    is_plan = metric not in SETS_AND_REPS and states_sets(value)  # "20-Minute Circuit: 3 sets of 12"
    return not (is_sentence(value) or is_plan) and (metric != "rpe" or any(map(str.isdigit, value)))
