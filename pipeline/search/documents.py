"""Exercise to index document: which facts and words of a record can be searched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from pipeline.records import Exercise
from pipeline.search.lexicon import Lexicon
from pipeline.search.tokens import LONGEST_NAME, stems, words

CARD = (
    "id",
    "name",
    "target_muscles",
    "secondary_muscles",
    "body_parts",
    "equipment",
    "difficulty",
    "exercise_type",
)


def document(exercise: Exercise, lexicon: Lexicon) -> dict[str, Any]:
    """The fields of one document: lists of tokens (facts as `kind:term`, words, stems), the id and the card."""
    names = [words(exercise.name), *(words(alias) for alias in exercise.aliases)]
    tips = [f"{entry.title} {entry.text}" for entry in (*exercise.benefits, *exercise.safety_tips)]
    return {
        "id": exercise.id,
        "facts": sorted(set(_facts(exercise, names, lexicon))),
        "name": list(dict.fromkeys(_with_joined(names[0]))),
        "other": list(dict.fromkeys(w for name in names[1:] for w in _with_joined(name))),
        "steps": sorted(stems(" ".join(exercise.instructions))),
        "about": sorted(stems(" ".join([exercise.description, *tips]))),
        "card": json.dumps(card(exercise), ensure_ascii=False, separators=(",", ":")),
    }


def card(exercise: Exercise) -> dict[str, Any]:
    """What a result shows of an exercise without opening its file, and the texts that can be quoted."""
    return {
        **{name: getattr(exercise, name) for name in CARD},
        "aliases": exercise.aliases,
        "bilateral": exercise.bilateral,
        "texts": [exercise.description, *exercise.instructions],
    }


def _with_joined(name: list[str]) -> Iterator[str]:
    """The words of a name, and its neighbours joined: "pull up" is found as "pullup", too."""
    yield from name
    yield from (f"{a}{b}" for a, b in pairwise(name) if a.isalpha() and b.isalpha())


def _facts(exercise: Exercise, names: list[list[str]], lexicon: Lexicon) -> Iterator[str]:
    """The facts of a record: `kind:term` for every level of the hierarchy, `is:kind:term` for what it states itself."""
    for kind, stated in _stated(exercise):
        for term in filter(None, stated):
            yield from _terms(kind, term, lexicon)
    if not exercise.body_parts:  # it follows from the target muscles, also for pages that do not state it
        yield from (f"body_part:{p}" for m in exercise.target_muscles for p in lexicon.ancestors["muscle"].get(m, ()))
    yield f"tools:{len(exercise.equipment)}"
    yield f"targets:{len(exercise.target_muscles)}"
    yield f"words:{min(len(names[0]), LONGEST_NAME)}"
    for name in names:
        yield f"called:{' '.join(name)}"
        yield f"letters:{''.join(name)}"
        yield from (f"family:{number}" for number in families(name, lexicon))
        yield from (f"says:{number}" for number in synonyms(name, lexicon))


def _stated(exercise: Exercise) -> Iterator[tuple[str, Iterable[str]]]:
    """The terms that a record states, by the kind they are searched as."""
    yield "target", exercise.target_muscles
    yield "muscle", (*exercise.target_muscles, *exercise.secondary_muscles)
    yield "equipment", exercise.equipment
    yield "body_part", exercise.body_parts
    yield "difficulty", (exercise.difficulty,)
    yield "type", (exercise.exercise_type,)
    yield "mechanic", (exercise.mechanic,)
    yield "force", (exercise.force,)
    if exercise.bilateral is not None:
        yield "side", ("bilateral" if exercise.bilateral else "unilateral",)


def _terms(kind: str, term: str, lexicon: Lexicon) -> Iterator[str]:
    yield f"is:{kind}:{term}"
    yield f"{kind}:{term}"
    hierarchy = lexicon.ancestors["muscle" if kind == "target" else kind]
    yield from (f"{kind}:{ancestor}" for ancestor in hierarchy.get(term, ()))


def families(name: list[str], lexicon: Lexicon) -> set[int]:
    """The families whose names stand in a name, as written or without its equipment words; of two that overlap the
    longer: "romanian deadlift" is no plain deadlift.
    """
    found: set[int] = set()
    for spelled in (name, _without_equipment(name, lexicon)):
        taken = [False] * len(spelled)
        for length in range(min(len(spelled), 7), 0, -1):
            for start in range(len(spelled) - length + 1):
                if any(taken[start : start + length]):
                    continue
                if length == 1 and len(spelled) > 1:
                    continue  # a word of a longer name is not that name: "butterfly groin stretch"
                numbers = lexicon.families.get(" ".join(spelled[start : start + length]))
                if numbers:
                    found.update(numbers)
                    taken[start : start + length] = [True] * length
    return found


def synonyms(name: list[str], lexicon: Lexicon) -> set[int]:
    """The groups of synonymous phrases that a name says."""
    spelled = f" {' '.join(name)} "
    groups = lexicon.asking["synonyms"]
    return {n for n, group in enumerate(groups) for phrase in group if phrase in spelled and f" {phrase} " in spelled}


def _without_equipment(name: list[str], lexicon: Lexicon) -> list[str]:
    known = lexicon.terms["equipment"]
    kept: list[str] = []
    place = 0
    while place < len(name):
        length = next(
            (n for n in (3, 2, 1) if place + n <= len(name) and " ".join(name[place : place + n]) in known), 0
        )
        if not length or " ".join(name[place : place + length]) in lexicon.asking["only_names"]:
            kept.append(name[place])
            length = 1
        place += length
    return kept
