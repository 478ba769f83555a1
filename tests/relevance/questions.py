"""The questions of queries.yaml, and the rules that grade an exercise as an answer."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import yaml

from pipeline.records import Exercise
from pipeline.search import Query
from tests.relevance import collection

FILE = collection.HERE / "queries.yaml"
RIGHT, NEAR, WRONG = 2, 1, 0
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Question:
    """One query, what was meant by it, and whether it is kept from the eyes of whoever tunes. Groups are resolved."""

    family: str
    words: str
    frozen: bool
    flags: dict[str, Any] = field(default_factory=dict)
    wants: dict[str, list[str]] = field(default_factory=dict)
    every: tuple[frozenset[str], ...] = ()
    excluded: dict[str, list[str]] = field(default_factory=dict)
    must: tuple[str, ...] = ()
    right: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        shown = " ".join(f"--{name} {value}" for name, value in self.flags.items())
        return f"{self.family}: {self.words} {shown}".strip()

    def query(self, *, facets: bool = False) -> Query:
        """The question as this program takes it."""
        filters = {name: tuple(v) if isinstance(v, list) else v for name, v in self.flags.items()}
        return Query(words=self.words, facets=facets, **filters)

    def grade(self, exercise: Exercise) -> int:
        """2 for what was asked, 1 for what comes close, 0 for everything else."""
        if self.right:
            return RIGHT if exercise.id in self.right else NEAR if exercise.id in self.near else WRONG
        if self.excludes(exercise) or not all(self._holds(kind, exercise) for kind in self.wants):
            return WRONG
        targets, worked = set(exercise.target_muscles), _worked(exercise)
        if self.every:
            if not all(muscles & worked for muscles in self.every):
                return WRONG
            return RIGHT if any(muscles & targets for muscles in self.every) else NEAR
        return RIGHT if "muscle" not in self.wants or targets & set(self.wants["muscle"]) else NEAR

    def violated(self, exercise: Exercise) -> bool:
        """Whether an answer breaks a condition that the question stated."""
        return self.excludes(exercise) or not all(self._holds(kind, exercise) for kind in self.must)

    def excludes(self, exercise: Exercise) -> bool:
        return any(_has(kind, values, exercise) for kind, values in self.excluded.items())

    def _holds(self, kind: str, exercise: Exercise) -> bool:
        return _has(kind, self.wants[kind], exercise)


def _worked(exercise: Exercise) -> set[str]:
    return {*exercise.target_muscles, *exercise.secondary_muscles}


def _has(kind: str, values: Iterable[str], exercise: Exercise) -> bool:
    wanted = set(values)
    if kind == "only":
        return bool(exercise.equipment) and set(exercise.equipment) <= wanted
    if kind == "words":
        names = [f" {plain(name)} " for name in (exercise.name, *exercise.aliases)]
        return any(f" {word} " in name for word in wanted for name in names)
    facts = {
        "muscle": _worked(exercise),
        "target": set(exercise.target_muscles),
        "gear": set(exercise.equipment),
        "level": {exercise.difficulty},
        "type": {exercise.exercise_type},
        "sides": {"both" if exercise.bilateral else "one"},
    }
    return bool(facts[kind] & wanted)


def plain(text: str) -> str:
    """A name as words alone: lower case, without marks."""
    return " ".join(_WORD.findall(text.lower().replace("'", "")))


@cache
def questions() -> tuple[Question, ...]:
    """Every question of queries.yaml, in its order."""
    loaded = yaml.load(FILE.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    groups = loaded.pop("groups")
    return tuple(_question(family, entry, groups) for family, entries in loaded.items() for entry in entries)


def _question(family: str, entry: dict[str, Any], groups: dict[str, dict[str, list[str]]]) -> Question:
    wants = dict(entry.get("wants", {}))
    every = tuple(frozenset(_members("muscle", [muscle], groups)) for muscle in wants.pop("every", ()))
    return Question(
        family=family,
        words=entry["q"],
        frozen=entry.get("frozen", False),
        flags=entry.get("flags", {}),
        wants={kind: _members(kind, values, groups) for kind, values in wants.items()},
        every=every,
        excluded={kind: _members(kind, values, groups) for kind, values in entry.get("not", {}).items()},
        must=tuple(entry.get("must", ())),
        right=frozenset(map(collection.identity, entry.get("right", ()))),
        near=frozenset(map(collection.identity, entry.get("near", ()))),
    )


def _members(kind: str, values: Iterable[str], groups: dict[str, dict[str, list[str]]]) -> list[str]:
    """The terms a list of terms and groups stands for."""
    known = groups.get("muscle" if kind == "target" else kind, {})
    return [member for value in values for member in known.get(value, [value])]


def families() -> list[str]:
    return list(dict.fromkeys(question.family for question in questions()))


def fingerprint() -> str:
    """Changes with the collection or the questions: figures of different ones cannot be compared."""
    return hashlib.sha256(collection.FILE.read_bytes() + FILE.read_bytes()).hexdigest()[:16]
