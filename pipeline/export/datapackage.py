"""datapackage: a folder for publishing: data, JSON Schema, checksums, counts and a Frictionless descriptor.

The descriptor follows specs.frictionlessdata.io (Data Package 1, Table Schema).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline import schema
from pipeline.export import csv_table, json_lines
from pipeline.export.base import Folder, Options
from pipeline.mapping import from_mapping
from pipeline.records import SCHEMA_VERSION, Exercise

_LINES = "data/exercises.jsonl"
_TABLE = "data/exercises.csv"
_SCHEMA = "schema/exercise.schema.json"
_COUNTED = ("body_parts", "target_muscles", "equipment", "difficulty", "exercise_type", "license")


def _write(exercises: Iterable[Exercise], target: Path, options: Options) -> None:
    (target / "data").mkdir()
    (target / "schema").mkdir()
    counts = _Counts()
    with (target / _LINES).open("wb") as lines:
        json_lines.FORMAT.write(counts.of(exercises), lines, options)
    with (target / _TABLE).open("wb") as table:
        # The exercises may come from a generator: they are read back, one at a time, instead of kept.
        csv_table.FORMAT.write(_read_back(target / _LINES), table, options)
    (target / _SCHEMA).write_text(schema.schema_text(), "utf-8", newline="\n")
    _write_json(target / "datapackage.json", _descriptor(target, options, counts))
    _write_sums(target)


class _Counts:
    """Counts what passes through."""

    def __init__(self) -> None:
        self.total = 0
        self.values: dict[str, Counter[str]] = {name: Counter() for name in _COUNTED}

    def of(self, exercises: Iterable[Exercise]) -> Iterator[Exercise]:
        for exercise in exercises:
            self.total += 1
            for name in _COUNTED:
                value = getattr(exercise, name)
                self.values[name].update([value] if isinstance(value, str) else value)
            yield exercise

    def to_mapping(self) -> dict[str, Any]:
        by_value = {n: dict(sorted((v, c) for v, c in found.items() if v)) for n, found in self.values.items()}
        return {"exercises": self.total, **by_value}


def _read_back(path: Path) -> Iterator[Exercise]:
    with path.open("rb") as lines:
        yield from (from_mapping(json.loads(line)) for line in lines)


def _descriptor(target: Path, options: Options, counts: _Counts) -> dict[str, Any]:
    found: dict[str, Any] = {
        "profile": "data-package",
        "name": re.sub(r"[^a-z0-9._-]+", "-", options.name.lower()).strip("-") or "exercises",
        "title": options.title,
        "version": f"{SCHEMA_VERSION}.0.0",
        "created": f"{options.date}T00:00:00Z" if options.date else "",
        "homepage": options.base_url,
        "licenses": _licenses(options, counts),
        "counts": counts.to_mapping(),
        "resources": [
            _resource(target, "exercises", _TABLE, "text/csv")
            | {"profile": "tabular-data-resource", "schema": _columns()},
            _resource(target, "exercise-records", _LINES, "application/jsonl") | {"jsonSchema": _SCHEMA},
        ],
    }
    return {name: value for name, value in found.items() if value not in ("", [])}


def _licenses(options: Options, counts: _Counts) -> list[dict[str, str]]:
    """The licence of the whole when one is given, else those that the records state."""
    names = [options.license] if options.license else sorted(counts.values["license"])
    return [_license(name) for name in names if name]


def _license(given: str) -> dict[str, str]:
    """With a name or an address, as the specification wants: its names are letters, digits, dots and hyphens."""
    if given.startswith(("http://", "https://")):
        return {"path": given, "title": given}
    return {"name": re.sub(r"[^a-zA-Z0-9._-]+", "-", given).strip("-") or "other", "title": given}


def _resource(target: Path, name: str, path: str, media_type: str) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "format": path.rpartition(".")[2],
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": (target / path).stat().st_size,
        "hash": f"sha256:{_sha256(target / path)}",
    }


def _columns() -> dict[str, Any]:
    columns: list[dict[str, Any]] = []
    for column in csv_table.COLUMNS:
        field: dict[str, Any] = {"name": column.name, "type": "string", "description": column.meaning}
        if column.name == "bilateral":
            field |= {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]}
        if column.name in ("id", "name"):
            field["constraints"] = {"required": True, "unique": True} if column.name == "id" else {"required": True}
        columns.append(field)
    return {"fields": columns, "primaryKey": "id", "missingValues": [""]}


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8", newline="\n")


def _write_sums(target: Path) -> None:
    """Checksums in the form that `sha256sum --check` reads."""
    files = sorted(p for p in target.rglob("*") if p.is_file())
    lines = [f"{_sha256(path)}  {path.relative_to(target).as_posix()}\n" for path in files]
    (target / "SHA256SUMS").write_text("".join(lines), "utf-8", newline="\n")


FORMAT = Folder("datapackage", "A folder to publish: CSV, JSON Lines, schema, checksums and datapackage.json.", _write)
