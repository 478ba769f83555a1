"""jsonl: one record a line (jsonlines.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from pipeline.export.base import File, Options
from pipeline.mapping import to_mapping
from pipeline.records import Exercise


def line(entry: object) -> bytes:
    """One value on one line, as small as it gets."""
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _write(exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> None:
    for exercise in exercises:
        target.write(line(to_mapping(exercise)))


FORMAT = File("jsonl", "One record a line: for streaming, jq and loaders.", ".jsonl", _write)
