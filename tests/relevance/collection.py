"""The exercises that are searched in: collection.yaml as records, as a collection on disk with its index."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from slugify import slugify

from pipeline.errors import BadRecord
from pipeline.ingest.indexing import synchronize
from pipeline.locking import writer_lock
from pipeline.records import Exercise, Source
from pipeline.store import Store, serialized

HERE = Path(__file__).parent
FILE = HERE / "collection.yaml"
_SENTENCE_END = re.compile(r"(?<=\.)\s+")


@cache
def exercises() -> tuple[Exercise, ...]:
    """Every exercise of collection.yaml, in its order."""
    loaded = yaml.load(FILE.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    return tuple(_exercise(entry, loaded["parts"]) for entry in loaded["exercises"])


def identity(name: str) -> str:
    """The id of the exercise with this name."""
    return str(slugify(name))


def _exercise(entry: dict[str, Any], parts: dict[str, str]) -> Exercise:
    return Exercise(
        id=identity(entry["name"]),
        name=entry["name"],
        aliases=tuple(entry.get("aliases", ())),
        body_parts=tuple(dict.fromkeys(parts[muscle] for muscle in entry["target"])),
        target_muscles=tuple(entry["target"]),
        secondary_muscles=tuple(entry["helps"]),
        equipment=tuple(entry["gear"]),
        difficulty=entry["level"],
        exercise_type=entry.get("type", "strength"),
        bilateral=entry.get("sides", "both") == "both",
        instructions=tuple(_SENTENCE_END.split(entry["steps"])),
        source=Source(file="tests/relevance/collection.yaml", profile="none"),
    )


def written(root: Path) -> Path:
    """Writes the collection and its index below `root`; returns `root`."""
    store = Store(root)
    store.folder.mkdir(parents=True, exist_ok=True)
    for exercise in exercises():
        store.path(exercise.id).write_bytes(serialized(exercise))  # nothing to lose: no need to wait for the disk
    with writer_lock(root):
        synchronize(root, _raised)
    return root


def _raised(error: BadRecord) -> None:
    raise error
