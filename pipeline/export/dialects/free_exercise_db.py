"""free-exercise-db: the field names and the words of its schema.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.export.dialects.base import Dialect, named, safe_id, text, texts
from pipeline.export.dialects.tables import Losses, Table, knowledge, table
from pipeline.records import Exercise

_NAME = "free_exercise_db"
_USED = frozenset(
    (
        "id", "name", "force", "level", "mechanic", "equipment", "primaryMuscles", "secondaryMuscles",
        "instructions", "alternateNames", "category", "images",
    )
)  # fmt: skip


def _words(kind: str) -> Table:
    return table(_NAME, kind)


def _encode(exercise: Exercise, losses: Losses) -> dict[str, Any]:
    unknown, muscles = knowledge(_NAME)["unknown"], _words("muscles")
    targets = losses.terms("target_muscles", exercise.target_muscles, muscles)
    entry: dict[str, Any] = {
        "name": exercise.name,
        "force": losses.term("force", exercise.force, _words("force")),
        "level": losses.required("difficulty", exercise.difficulty, _words("difficulty"), unknown["difficulty"]),
        "mechanic": losses.term("mechanic", exercise.mechanic, _words("mechanic")),
        "equipment": _one_tool(exercise, losses),
        "primaryMuscles": targets,
        "secondaryMuscles": losses.assisting(exercise.secondary_muscles, muscles, map(muscles.ours, targets)),
        "instructions": list(exercise.instructions),
        "category": losses.required(
            "exercise_type", exercise.exercise_type, _words("exercise_types"), unknown["exercise_types"]
        ),
        "images": list(exercise.images),
        "id": exercise.id,
    }
    return entry | ({"alternateNames": list(exercise.aliases)} if exercise.aliases else {})


def _one_tool(exercise: Exercise, losses: Losses) -> str | None:
    """There is room for one tool: the first that has a word there. A tool without any is `other`."""
    words = _words("equipment")
    chosen = next((tool for tool in exercise.equipment if words.theirs(tool)), None)
    for tool in exercise.equipment:
        if tool != chosen and (chosen or tool != exercise.equipment[0]):
            losses.dropped("equipment", tool)
    if chosen is None and exercise.equipment:
        losses.narrowed("equipment", exercise.equipment[0], "other")
        return "other"
    return losses.term("equipment", chosen or "", words)


def _decode(entry: Mapping[str, Any]) -> Exercise:
    name = named(entry)

    def one(kind: str, key: str) -> str:
        word = text(entry, key)
        return _words(kind).ours(word) if word else ""

    def many(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_words("muscles").ours(word) for word in texts(entry, key)))

    tool = one("equipment", "equipment")
    return Exercise(
        id=safe_id(text(entry, "id"), name),
        name=name,
        aliases=texts(entry, "alternateNames"),
        target_muscles=many("primaryMuscles"),
        secondary_muscles=many("secondaryMuscles"),
        equipment=(tool,) if tool else (),
        difficulty=one("difficulty", "level"),
        exercise_type=one("exercise_types", "category"),
        instructions=texts(entry, "instructions"),
        mechanic=one("mechanic", "mechanic"),
        force=one("force", "force"),
        images=texts(entry, "images"),
    )


FORMAT = Dialect(
    "free-exercise-db", "The file that apps of free-exercise-db read, in its words.", _encode, _decode, _USED
)
