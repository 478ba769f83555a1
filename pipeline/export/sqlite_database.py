"""sqlite: tables with foreign keys, full-text search and views, with metadata for Datasette beside it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import fields
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import CannotWrite
from pipeline.export.base import File, Options
from pipeline.records import SCHEMA_VERSION, Exercise, Source
from pipeline.vocabulary import load

_PAGE_BYTES = 4096
_SCALARS = (
    "id",
    "name",
    "description",
    "difficulty",
    "exercise_type",
    "mechanic",
    "force",
    "video",
    "language",
    "license",
)
_ROLES = {"target": "target_muscles", "secondary": "secondary_muscles", "stabilizer": "stabilizers"}
_TEXTS = {"steps": "instructions", "aliases": "aliases", "variations": "variations", "images": "images"}
_ALWAYS_TEXT = ("id", "name", "description")


def _write(exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> None:
    # SQLite writes to a path only; what it made is then copied into the stream.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "exercises.db"
        try:
            with closing(sqlite3.connect(path)) as database:
                _fill(database, exercises)
        except sqlite3.Error as error:
            raise CannotWrite("the SQLite database", str(error)) from error
        with path.open("rb") as made:
            shutil.copyfileobj(made, target)


def _fill(database: sqlite3.Connection, exercises: Iterable[Exercise]) -> None:
    database.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA foreign_keys = ON")
    database.executescript((Path(__file__).parent / "sqlite_tables.sql").read_text("utf-8"))
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    with database:
        for position, exercise in enumerate(exercises, 1):
            _insert(database, exercise, position)
    database.execute("INSERT INTO exercises_fts (exercises_fts) VALUES ('optimize')")
    database.commit()
    database.execute("VACUUM")


def _insert(database: sqlite3.Connection, exercise: Exercise, position: int) -> None:
    row: dict[str, object] = {"rowid": position, "position": position, "bilateral": exercise.bilateral}
    row |= {name: getattr(exercise, name) or (None if name not in _ALWAYS_TEXT else "") for name in _SCALARS}
    row |= {f"source_{f.name}": getattr(exercise.source, f.name) or None for f in fields(Source)}
    # The names are constants of this module and the record's own fields, never what a page says.
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    database.execute(f"INSERT INTO exercises ({columns}) VALUES ({marks})", list(row.values()))  # noqa: S608
    _insert_terms(database, exercise)
    _insert_texts(database, exercise)
    found = (
        position,
        exercise.name,
        "\n".join(exercise.aliases),
        exercise.description,
        "\n".join(exercise.instructions),
    )
    database.execute(
        "INSERT INTO exercises_fts (rowid, name, aliases, description, steps) VALUES (?, ?, ?, ?, ?)", found
    )


def _insert_terms(database: sqlite3.Connection, exercise: Exercise) -> None:
    """The terms of an exercise: each once in its own table, and the links to them."""
    muscles = load("muscles")
    for role, name in _ROLES.items():
        for n, muscle in enumerate(getattr(exercise, name), 1):
            part = muscles.terms[muscle].part if muscle in muscles else ""
            database.execute("INSERT OR IGNORE INTO muscles VALUES (?, ?)", (muscle, part or None))
            database.execute("INSERT INTO exercise_muscles VALUES (?, ?, ?, ?)", (exercise.id, role, n, muscle))
    for n, tool in enumerate(exercise.equipment, 1):
        database.execute("INSERT OR IGNORE INTO equipment VALUES (?)", (tool,))
        database.execute("INSERT INTO exercise_equipment VALUES (?, ?, ?)", (exercise.id, n, tool))
    for n, part in enumerate(exercise.body_parts, 1):
        database.execute("INSERT OR IGNORE INTO body_parts VALUES (?)", (part,))
        database.execute("INSERT INTO exercise_body_parts VALUES (?, ?, ?)", (exercise.id, n, part))


def _insert_texts(database: sqlite3.Connection, exercise: Exercise) -> None:
    for table, name in _TEXTS.items():
        rows = [(exercise.id, n, text) for n, text in enumerate(getattr(exercise, name), 1)]
        database.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)  # noqa: S608 - a constant of this module
    pairs: dict[str, list[tuple[str, str]]] = {
        "benefits": [(b.title, b.text) for b in exercise.benefits],
        "safety_tips": [(t.title, t.text) for t in exercise.safety_tips],
        "tracking": [(m.metric, m.text) for m in exercise.tracking],
        "extra": list(exercise.extra.items()),
    }
    for table, found in pairs.items():
        titled = [(exercise.id, n, title, text) for n, (title, text) in enumerate(found, 1)]
        database.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?)", titled)  # noqa: S608 - the same


def _metadata(options: Options) -> Mapping[str, bytes]:
    """What Datasette shows and how it searches (docs.datasette.io, metadata)."""
    tables = {
        "exercises": {
            "label_column": "name",
            "fts_table": "exercises_fts",
            "fts_pk": "rowid",
            "facets": ["difficulty", "exercise_type", "bilateral"],
            "sort": "position",
        },
        "exercise_muscles": {"facets": ["muscle", "role"]},
        "exercise_equipment": {"facets": ["equipment"]},
        "exercises_fts": {"hidden": True},
    }
    described: dict[str, object] = {"title": options.title}
    if options.license:
        described["license"] = options.license
    if options.base_url:
        described["source_url"] = options.base_url
    described["databases"] = {options.name: {"tables": tables}}
    return {".metadata.json": json.dumps(described, ensure_ascii=False, indent=2).encode() + b"\n"}


FORMAT = File("sqlite", "A database with full-text search and views, ready for Datasette.", ".db", _write,
              _metadata, binary=True)  # fmt: skip
