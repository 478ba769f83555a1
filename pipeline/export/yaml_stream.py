"""yaml: every record as a document of one stream, byte for byte as normalized/ holds it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from pipeline.export.base import File, Options
from pipeline.mapping import to_mapping
from pipeline.records import Exercise
from pipeline.store import yamlfile


def _write(exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> None:
    for exercise in exercises:
        target.write(b"---\n" + yamlfile.dump(to_mapping(exercise)).encode())


FORMAT = File("yaml", "A stream of YAML documents, one a record, as stored.", ".yaml", _write)
