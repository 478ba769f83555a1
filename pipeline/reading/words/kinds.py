"""Which vocabularies know the words of which field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.terms import is_known, split_terms
from pipeline.vocabulary import Vocabulary, key, load

TERM_FIELDS = {
    "body_parts": ("body_parts",),
    "target_muscles": ("muscles",),
    "secondary_muscles": ("muscles",),
    "muscles_worked": ("muscles",),
    "muscle_group": ("muscles", "body_parts"),
    "stabilizers": ("muscles",),
    "joint_stabilizers": ("muscles",),
    "equipment": ("equipment", "loading"),
}
"""Fields that hold terms, and the vocabularies that know them."""
CHOICE_FIELDS = {
    "difficulty": "difficulty",
    "exercise_type": "exercise_types",
    "bilateral": "sides",
    "unilateral": "sides",
    "mechanic": "mechanic",
    "force": "force",
}
"""Fields with one value."""
FACT_FIELDS = frozenset((*TERM_FIELDS, *CHOICE_FIELDS))
# What a short "label: value" line may give: a fact, or other names of the exercise.
LABELLED_FIELDS = FACT_FIELDS | {"aliases"}

NAMING = frozenset(("aliases", "variations"))
"""Fields that hold names of exercises."""
NONE = frozenset(("none", "no", "nothing", "no secondary muscle", "no secondary muscles"))
"""Values, as keys, that say there is none."""
_EXPLAINED = re.compile(r"^([^()]{1,40}?)\s*\(([^()]{1,40})\)$")
_SEVERAL = re.compile(r"\s+(?:x|by|and)\s+|\s*[×/&]\s*", re.IGNORECASE)
_ONE_SIDE = ("side", "leg", "arm", "hand", "foot", "direction", " each")
"""How a metric ends that is told of each of them: "Time per side"."""
_EACH = re.compile(
    r"\s+(?:per|each|for each|on each|a)\s+(?:side|leg|arm|hand|foot|direction)$|\s+each$", re.IGNORECASE
)
_LONGEST_CHOICE = 60
_LONGEST_REMEMBERED = 100
_COUNTED = re.compile(r"^\(?(?:[A-Za-z]\)|\d{1,2}[.)])\s+(?=\S)")
"""What counts the labels of a page: "a) Sets", "4. Tempo"."""
_LONGEST_METRIC = 200
"""Letters of a label that can be one of a metric, whatever explains it."""


@lru_cache(maxsize=64)
def vocabularies_of(field: str) -> tuple[Vocabulary, ...]:
    """Those that know the words of a field; empty for fields of free text."""
    kinds = TERM_FIELDS.get(field) or ((CHOICE_FIELDS[field],) if field in CHOICE_FIELDS else ())
    return tuple(load(kind) for kind in kinds)


def all_known(field: str, texts: Iterable[str]) -> bool:
    """Whether texts hold terms of a field and nothing else. A field with one value has one."""
    is_choice = field in CHOICE_FIELDS
    count = 0
    for text in texts:
        if is_choice and len(text) > _LONGEST_CHOICE:
            return False
        known = _short_terms(field, text) if len(text) <= _LONGEST_REMEMBERED else _known_terms(field, text)
        if known < 0:
            return False
        count += known
    return count == 1 if is_choice else count > 0


def _known_terms(field: str, text: str) -> int:
    """How many terms of a field a text is; -1 where one of them is none, or the field has none."""
    known = vocabularies_of(field)
    terms = split_terms(text, *known) if known else ()
    return len(terms) if known and all(is_known(term, known) for term in terms) else -1


_short_terms = lru_cache(maxsize=8192)(_known_terms)  # the small texts of a site come again and again


def is_none(field: str, text: str) -> bool:
    """Whether a value says that there is none: "Push or pull? None"; of sides "No" says which."""
    return key(text) in NONE and not all_known(field, (text,))


def is_kind_of_tool(label: str, texts: Iterable[str]) -> bool:
    """Whether a label is a tool under which stand the tools that are its values: "Machine: Elliptical"."""
    tools = load("equipment")
    kind = tools.find(label)
    found = [tools.find(text) for text in texts] if kind else []
    return bool(found) and all(tool is not None and kind in tools.ancestors(tool) for tool in found)


def metric_of(label: str) -> str:
    """The metric of a label, as a key; empty where it is of none. It may be explained in brackets: "Pause (rest)"."""
    return _metric_of(label) if len(label) <= _LONGEST_METRIC else ""


@lru_cache(maxsize=4096)  # every small text of a page is asked
def _metric_of(label: str) -> str:
    label = _COUNTED.sub("", label)
    if label.endswith(")"):
        parts = _EXPLAINED.match(label)
        return next(filter(None, map(metric_of, parts.groups())), "") if parts else ""
    found = load("metrics").find(label)
    if found is None:
        found = load("metrics").find(in_english(label))
    if found is None and label.endswith(_ONE_SIDE):
        found = load("metrics").find(without_side(label))
    return key(found or "")


def uncounted_label(label: str) -> str:
    """A label without what counts the labels of its page: "a) Sets", "4. Tempo"."""
    return _COUNTED.sub("", label)


def in_english(label: str) -> str:
    """A label in two languages without the second: "Sets / Sätze"; of "Reps / minute" all."""
    first, slash, second = label.partition(" / ")
    return label if slash and key(second) in hints()["each"] else first


def is_metric(label: str) -> bool:
    """Whether a label is that of a metric, or of several: "Sets", "Sets x reps"."""
    return load("metrics").find(label) is not None or bool(metrics_in(label))


def metrics_of(label: str) -> tuple[str, ...]:
    """The metrics of a label, as keys; one, which may be empty, but for a label of several."""
    return tuple(map(metric_of, metrics_in(label) or (label,)))


def metrics_in(label: str) -> tuple[str, ...]:
    """The labels in one of several metrics, "Sets x reps"; none in any other."""
    parts = tuple(_SEVERAL.split(label)) if _SEVERAL.search(label) else ()
    return parts if all(load("metrics").find(part) for part in parts) else ()


def without_side(label: str) -> str:
    """A label without what it says of both sides: "Time per side"."""
    return _EACH.sub("", label)
