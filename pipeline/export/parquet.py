"""parquet: typed columns and list columns. Needs pyarrow: the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from itertools import islice
from typing import Any, BinaryIO

from pipeline.errors import WrongUse
from pipeline.export.base import File, Options
from pipeline.records import SCHEMA_VERSION, Exercise, Source

_ROWS = 1000
"""In a row group: what is held in memory at a time."""
_LISTS = (
    "aliases", "body_parts", "target_muscles", "secondary_muscles", "equipment", "instructions",
    "stabilizers", "variations", "images",
)  # fmt: skip
_PAIRS = {"benefits": "title", "safety_tips": "title", "tracking": "metric"}


def _arrow() -> Any:
    try:
        import pyarrow as pa
    except ImportError:
        raise WrongUse("parquet needs pyarrow; install it with: pip install 'exercise-pipeline[parquet]'") from None
    return pa


def schema() -> Any:
    """The columns, in the order of a stored record."""
    arrow = _arrow()
    text = arrow.string()

    def of(name: str) -> Any:
        if name in _LISTS:
            return arrow.list_(text)
        if name in _PAIRS:
            return arrow.list_(arrow.struct([(_PAIRS[name], text), ("text", text)]))
        if name == "extra":
            return arrow.map_(text, text)
        if name == "source":
            return arrow.struct([(f.name, text) for f in fields(Source)])
        return arrow.bool_() if name == "bilateral" else text

    columns = [arrow.field(f.name, of(f.name), nullable=f.name not in ("id", "name")) for f in fields(Exercise)]
    return arrow.schema(columns, metadata={"exercise_schema": str(SCHEMA_VERSION)})


def _write(exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> None:
    arrow = _arrow()
    from pyarrow import parquet

    columns = schema()
    with parquet.ParquetWriter(target, columns, compression="zstd") as writer:
        for rows in _groups(iter(exercises)):
            writer.write_table(arrow.Table.from_pylist([_row(e) for e in rows], schema=columns))


def _groups(exercises: Iterator[Exercise]) -> Iterator[list[Exercise]]:
    while group := list(islice(exercises, _ROWS)):
        yield group


def _row(exercise: Exercise) -> dict[str, Any]:
    row = {f.name: getattr(exercise, f.name) for f in fields(Exercise)}
    row |= {name: [asdict(entry) for entry in row[name]] for name in _PAIRS}
    row |= {"extra": list(exercise.extra.items()), "source": asdict(exercise.source)}
    return row | {name: None for name, value in row.items() if value == "" and name not in ("id", "name")}


FORMAT = File("parquet", "Typed columns and lists, for data frames (extra `parquet`).", ".parquet", _write,
              binary=True)  # fmt: skip
