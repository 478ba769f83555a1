"""Reads back the json, jsonl, yaml and datapackage exports, and folders of records like normalized/."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import BadRecord, NoSuchThing, WrongUse
from pipeline.mapping import WrongShape, from_mapping
from pipeline.records import Exercise
from pipeline.store import FOLDER, parse

Found = Iterator[Exercise | BadRecord]
_DOCUMENT = re.compile(rb"^---[ \t]*\r?\n", re.MULTILINE)
_PACKAGED = "data/exercises.jsonl"


def load(path: Path) -> Found:
    """The records of an export, in its order; one that cannot be read comes as the error.

    Raises NoSuchThing for a path that is not there and WrongUse for one that is no export.
    """
    if not path.exists():
        raise NoSuchThing(f"there is no file or folder {path}")
    if path.is_dir():
        return _folder(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NoSuchThing(f"cannot read {path}: {error.strerror or error}") from error
    readers = {".json": _array, ".jsonl": _lines, ".ndjson": _lines, ".yaml": _documents, ".yml": _documents}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise WrongUse(f"{path} must end in {', '.join(readers)} or be a folder of records")
    return reader(content, str(path))


def _folder(path: Path) -> Found:
    if (path / _PACKAGED).is_file():
        return load(path / _PACKAGED)
    below = path / FOLDER if (path / FOLDER).is_dir() else path
    files = sorted(file for file in below.glob("*.yaml") if not file.name.startswith("."))
    if not files:
        raise WrongUse(f"{path} holds no records; give a folder of .yaml files or an export")
    return (record for file in files for record in _documents(file.read_bytes(), str(file)))


def _array(content: bytes, file: str) -> Found:
    try:
        entries = json.loads(content)
    except ValueError as error:
        raise WrongUse(f"{file} is not JSON: {error}") from error
    if not isinstance(entries, list):
        raise WrongUse(f"{file} holds no list of records")
    for entry in entries:
        yield _record(entry, file, 1)


def _lines(content: bytes, file: str) -> Found:
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except ValueError as error:
            yield BadRecord(file, number, f"is not JSON: {error}")
        else:
            yield _record(entry, file, number)


def _record(entry: object, file: str, line: int) -> Exercise | BadRecord:
    try:
        return from_mapping(entry)
    except WrongShape as error:
        return BadRecord(file, line, str(error))


def _documents(content: bytes, file: str) -> Found:
    """The documents of a stream, each parsed as strictly as a file of the store."""
    for document in _DOCUMENT.split(content):
        if document.strip():
            try:
                yield parse(document, file)
            except BadRecord as error:
                yield error
