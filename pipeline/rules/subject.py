"""A record as the rules look at it: its facts, its texts with their places, and what is worked out once for all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.records import Exercise
from pipeline.rules.likeness import plain_words
from pipeline.settings import Settings
from pipeline.vocabulary import load

_FACTS = ("description", "body_parts", "target_muscles", "equipment", "difficulty", "exercise_type", "instructions",
          "benefits", "safety_tips", "tracking", "mechanic", "force", "images", "video")  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides the record.

    `absent` names the fields that the page never mentions; it is empty for records read from normalized/, where
    nobody can tell any more. `stem` is the name of the record's file without extension; empty while there is none.
    """

    settings: Settings
    absent: frozenset[str] = frozenset()
    stem: str = ""


class Text(NamedTuple):
    """One text of a record: its field, the way from the field to it, and the words."""

    field: str
    at: tuple[str, ...]
    text: str

    @property
    def label(self) -> str:
        """How a message names it: "step 3", "benefit 2", "description"."""
        singular = {
            "instructions": "step",
            "benefits": "benefit",
            "safety_tips": "safety tip",
            "aliases": "alias",
        }
        name = singular.get(self.field, self.field.replace("_", " ").removesuffix("s" if self.at else ""))
        return f"{name} {int(self.at[0]) + 1}" if self.at else name


class Subject:
    """One record under examination. What several rules need is worked out when the first asks for it."""

    def __init__(self, exercise: Exercise, context: Context) -> None:
        self.exercise = exercise
        self.settings = context.settings
        self.absent = context.absent
        self.stem = context.stem

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that people read, in the order of the file."""
        return tuple(_texts(self.exercise))

    @cached_property
    def whole(self) -> str:
        """All texts, one a line: what does not occur here occurs in none of them."""
        return "\n".join(entry.text for entry in self.texts)

    @cached_property
    def whole_lower(self) -> str:
        return self.whole.lower()

    @cached_property
    def name_lower(self) -> str:
        return self.exercise.name.lower()

    @cached_property
    def steps(self) -> tuple[Text, ...]:
        return tuple(entry for entry in self.texts if entry.field == "instructions")

    @cached_property
    def steps_lower(self) -> str:
        return "\n".join(self.exercise.instructions).lower()

    @cached_property
    def step_words(self) -> list[str]:
        """The words of the steps in lower case, without punctuation."""
        return plain_words(self.steps_lower)

    @cached_property
    def fullness(self) -> tuple[int, int]:
        """How much the record says: fields that are filled, and characters of its texts."""
        exercise = self.exercise
        filled = sum(bool(getattr(exercise, name)) for name in _FACTS) + (exercise.bilateral is not None)
        said = sum(map(len, exercise.instructions)) + len(exercise.description)
        return filled, said + sum(len(entry.text) for entry in (*exercise.benefits, *exercise.safety_tips))

    @cached_property
    def tools(self) -> frozenset[str]:
        """The equipment and every broader tool it is one of: an EZ bar is a barbell."""
        known = load("equipment")
        return frozenset(t for tool in self.exercise.equipment for t in (tool, *known.ancestors(tool)))

    @cached_property
    def is_vague_on_tools(self) -> bool:
        """Whether the equipment is not stated, or in words that may stand for any tool ("other", unknown terms)."""
        named = [tool for tool in self.exercise.equipment if tool == "other" or tool not in load("loading")]
        return not named or not all(tool in load("equipment") for tool in named)

    @cached_property
    def muscles(self) -> frozenset[str]:
        """Every muscle the facts name in any role, with the larger ones they belong to and the smaller ones in them."""
        known = load("muscles")
        named = (*self.exercise.target_muscles, *self.exercise.secondary_muscles, *self.exercise.stabilizers)
        return frozenset(m for n in named for m in (n, *known.ancestors(n), *known.descendants(n)))


def _texts(exercise: Exercise) -> Iterator[Text]:
    yield Text("name", (), exercise.name)
    yield from (Text("aliases", (str(n),), alias) for n, alias in enumerate(exercise.aliases))
    if exercise.description:
        yield Text("description", (), exercise.description)
    yield from (Text("instructions", (str(n),), step) for n, step in enumerate(exercise.instructions))
    for field in ("benefits", "safety_tips"):
        for n, entry in enumerate(getattr(exercise, field)):
            if entry.title:
                yield Text(field, (str(n), "title"), entry.title)
            if entry.text:
                yield Text(field, (str(n), "text"), entry.text)
    yield from (Text("tracking", (str(n), "text"), m.text) for n, m in enumerate(exercise.tracking) if m.text)
    yield from (Text("variations", (str(n),), variation) for n, variation in enumerate(exercise.variations))


def sentences(text: str) -> list[str]:
    """A text cut after full stops, exclamation and question marks and semicolons."""
    return _SENTENCE.split(text)
