"""Rules about facts that contradict each other, or the name of the exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.records import Severity
from pipeline.rules.fixes import without
from pipeline.rules.knowledge import any_of, known, words
from pipeline.rules.registry import Finding, rule
from pipeline.rules.subject import Subject
from pipeline.vocabulary import load

_STRETCH = re.compile(r"\bstretch(?:es)?\b(?!-)", re.IGNORECASE)
_SEPARATORS = re.compile(r"[,;/•|\n]| and | & ")
# "Hamstring and Calf Stretch", "Chest and Front of Shoulder Stretch": one muscle of several, the others may be the targets.
# "Chin to Chest Stretch": it says where something goes.
_ONE_OF_SEVERAL = re.compile(r"(?:\b(?:and|to)\b|&|/|,|\+)(?:\s+\w+ of(?: the)?)?\s*$")


def _twice(subject: Subject) -> set[int]:
    targets = subject.exercise.target_muscles
    return {n for n, muscle in enumerate(subject.exercise.secondary_muscles) if muscle in targets}


@rule("consistent", "muscle-twice", Severity.WARNING, fix=without("secondary_muscles", _twice))
def muscle_twice(subject: Subject) -> Iterator[Finding]:
    """A muscle is a target or it assists, not both.

    Remove it from one of the lists. `--fix` removes it from the secondary muscles: a target is the stronger claim.
    """
    for n in sorted(_twice(subject)):
        muscle = subject.exercise.secondary_muscles[n]
        message = f"{muscle} is a target muscle and a secondary one: remove it from one of the lists"
        yield Finding("secondary_muscles", message, at=(str(n),), excerpt=muscle)


@rule("consistent", "body-part-mismatch", Severity.WARNING)
def body_part_mismatch(subject: Subject) -> Iterator[Finding]:
    """No target muscle belongs to any of the body parts.

    A search by body part will not find the exercise, or finds it where nobody looks for it. Check both lists. Groups
    such as "core" or "full body" as targets are left alone.
    """
    exercise = subject.exercise
    muscles, parts = load("muscles"), load("body_parts")
    terms = [muscles.terms[m] for m in exercise.target_muscles if m in muscles]
    if not exercise.body_parts or not terms or any(term.group for term in terms):
        return
    if not all(part in parts for part in exercise.body_parts):
        return
    homes = {home for term in terms for home in _homes(term.name)}
    if not any(_meet(part, home) for part in exercise.body_parts for home in homes):
        targets, body_parts = ", ".join(exercise.target_muscles), ", ".join(exercise.body_parts)
        yield Finding("body_parts", f"{targets} and body part {body_parts} do not go together: check both")


@lru_cache(maxsize=256)
def _homes(muscle: str) -> frozenset[str]:
    """The body parts that a muscle belongs to, and those under which sites rightly show it too."""
    muscles = load("muscles")
    family = [muscles.terms[name] for name in (muscle, *muscles.ancestors(muscle)) if name in muscles]
    also = known("muscles")["also_shown_with"].get(muscle, ())
    return frozenset((*(term.part for term in family if term.part), *also))


@lru_cache(maxsize=1024)
def _meet(part: str, other: str) -> bool:
    """Whether two body parts are the same, or one is a region that holds the other."""
    parts = load("body_parts")
    return part == other or part in parts.ancestors(other) or other in parts.ancestors(part)


@rule("consistent", "muscles-worked-mismatch", Severity.WARNING)
def muscles_worked_mismatch(subject: Subject) -> Iterator[Finding]:
    """What the page says under "Muscles Worked" and the muscles of the facts have nothing in common.

    Two places of one page, kept in the record, contradict each other. Find out which is right and correct the lists.
    """
    labels = words("muscle_labels")
    vocabulary = load("muscles")
    for label, value in subject.exercise.extra.items():
        if label.lower().strip(" :") not in labels or not subject.exercise.target_muscles:
            continue
        named = {m for piece in _SEPARATORS.split(value) if (m := vocabulary.find(piece.strip()))}
        related = {a for m in named for a in (m, *vocabulary.ancestors(m), *vocabulary.descendants(m))}
        if named and not related & subject.muscles and not any(vocabulary.terms[m].group for m in named):
            message = f"{label}: {', '.join(sorted(named))}, but the facts list {', '.join(subject.exercise.target_muscles)}; check both"
            yield Finding("target_muscles", message)


@lru_cache(maxsize=1)
def _muscle_names() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    entries = known("muscles")["in_names"]
    return tuple((re.compile(any_of(entry["named"])), frozenset(entry["needs"])) for entry in entries)


@rule("consistent", "name-muscle", Severity.WARNING)
def name_muscle(subject: Subject) -> Iterator[Finding]:
    """The name says which muscle is trained, and no list of muscles holds it.

    "Triceps Pushdown" with the biceps as the only target is a mix-up of two exercises. Correct the muscles or the name.
    """
    if not subject.exercise.target_muscles or not all(m in load("muscles") for m in subject.exercise.target_muscles):
        return
    for pattern, needed in _muscle_names():
        found = pattern.search(subject.name_lower)
        if found and not needed & subject.muscles and not _ONE_OF_SEVERAL.search(subject.name_lower[: found.start()]):
            targets = ", ".join(subject.exercise.target_muscles)
            message = f"the name says {found.group()!r}, the target is {targets}; correct one of them"
            yield Finding("target_muscles", message)
            return


@rule("consistent", "name-type", Severity.WARNING)
def name_type(subject: Subject) -> Iterator[Finding]:
    """The name says stretch, the type says something that is no stretching.

    Filters by type will miss it. Write `exercise_type: stretching`, or correct the name.
    """
    fits = ("", "stretching", "mobility", "balance")
    found = _STRETCH.search(subject.exercise.name)
    if (
        found
        and subject.exercise.exercise_type not in fits
        and subject.exercise.exercise_type in load("exercise_types")
    ):
        message = f"the name says stretch, the type is {subject.exercise.exercise_type}; write `stretching`, or correct the name"
        yield Finding("exercise_type", message)


@lru_cache(maxsize=1)
def _one_side() -> re.Pattern[str]:
    return re.compile(any_of(words("one_side_names")))


@rule("consistent", "name-sides", Severity.WARNING)
def name_sides(subject: Subject) -> Iterator[Finding]:
    """The name says that one side works alone, the facts say that both work together.

    Write `bilateral: false` for a one-arm or one-leg exercise, or correct the name.
    """
    if subject.exercise.bilateral and "alternat" not in subject.name_lower:
        found = _one_side().search(subject.name_lower)
        if found:
            message = (
                f"the name says {found.group()!r}, but bilateral is true; write `bilateral: false`, or correct the name"
            )
            yield Finding("bilateral", message)
