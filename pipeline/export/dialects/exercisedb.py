"""exercisedb: ExerciseDB's field names and words, in its form with lists; the older form is read as well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.export.dialects.base import Dialect, named, safe_id, text, texts
from pipeline.export.dialects.tables import Losses, Table, table
from pipeline.records import Exercise
from pipeline.vocabulary import load
from pipeline.vocabulary.names import title_case

_USED = frozenset(
    (
        "exerciseId", "id", "name", "gifUrl", "imageUrl", "targetMuscles", "target", "bodyParts", "bodyPart",
        "equipments", "equipment", "secondaryMuscles", "instructions", "description", "difficulty",
        "category",
    )
)  # fmt: skip
_NUMBERED = re.compile(r"step\s*:?\s*(\d+)\s*[.:)]?\s*", re.IGNORECASE)


def _words(kind: str) -> Table:
    return table("exercisedb", kind)


def _encode(exercise: Exercise, losses: Losses) -> dict[str, Any]:
    for image in exercise.images[1:]:
        losses.dropped("images", image)
    targets = losses.terms("target_muscles", exercise.target_muscles, _words("muscles"))
    return {
        "exerciseId": exercise.id,
        "name": exercise.name,
        "gifUrl": exercise.images[0] if exercise.images else "",
        "targetMuscles": targets,
        "bodyParts": losses.terms("body_parts", exercise.body_parts, _words("body_parts")),
        "equipments": losses.terms("equipment", exercise.equipment, _words("equipment")),
        "secondaryMuscles": losses.assisting(
            exercise.secondary_muscles, _words("assisting"), map(_words("muscles").ours, targets)
        ),
        "instructions": list(exercise.instructions),
    }


def _decode(entry: Mapping[str, Any]) -> Exercise:
    name = named(entry)

    def many(kind: str, *keys: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_words(kind).ours(word) for word in texts(entry, *keys)))

    def stated(kind: str, key: str) -> str:
        word = text(entry, key)
        return load(kind).find(word) or word.lower() if word else ""

    return Exercise(
        id=safe_id(text(entry, "exerciseId", "id"), name),
        name=title_case(name) if name.islower() else name,
        description=text(entry, "description"),
        body_parts=many("body_parts", "bodyParts", "bodyPart"),
        target_muscles=many("muscles", "targetMuscles", "target"),
        secondary_muscles=many("assisting", "secondaryMuscles"),
        equipment=many("equipment", "equipments", "equipment"),
        difficulty=stated("difficulty", "difficulty"),
        exercise_type=stated("exercise_types", "category"),
        instructions=_without_numbers(texts(entry, "instructions")),
        images=texts(entry, "gifUrl", "imageUrl")[:1],
    )


def _without_numbers(steps: tuple[str, ...]) -> tuple[str, ...]:
    """The steps without "Step:1", where every one of them carries its own number."""
    found = [_NUMBERED.match(step) for step in steps]
    if not all(match and int(match[1]) == n for n, match in enumerate(found, 1)):
        return steps
    return tuple(step[match.end() :] for step, match in zip(steps, found, strict=True) if match)


FORMAT = Dialect("exercisedb", "The file that apps of ExerciseDB read, in its words.", _encode, _decode, _USED)
