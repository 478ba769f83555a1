"""json: one array of records, in the shape of the stored record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from pipeline.export.base import File, Options
from pipeline.mapping import to_mapping
from pipeline.records import Exercise


def write_array(entries: Iterable[object], target: BinaryIO) -> None:
    """A JSON array, written entry by entry: a collection of any size passes through."""
    for piece in _pieces(entries):
        target.write(piece.encode())


def _pieces(entries: Iterable[object]) -> Iterator[str]:
    before = "[\n"
    for entry in entries:
        yield before + json.dumps(entry, ensure_ascii=False, indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _write(exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> None:
    write_array(map(to_mapping, exercises), target)


FORMAT = File("json", "One array of records, every field as stored.", ".json", _write)
