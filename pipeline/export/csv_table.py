"""csv: one row an exercise, for spreadsheets and table tools. To read records back exactly, use json.

Cells that a spreadsheet would run as a formula get an apostrophe in front (OWASP, CSV injection); `unguarded`
takes it off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO, NamedTuple

from pipeline.export.base import File, Options
from pipeline.records import Exercise, Metric, TitledText

_RUNS = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


class Column(NamedTuple):
    """One column: its name, what stands in it, and how it is read off an exercise."""

    name: str
    meaning: str
    cell: Callable[[Exercise], str]


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula. One that looks guarded already is guarded once more."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _plain(name: str, meaning: str) -> Column:
    return Column(name, meaning, lambda exercise: str(getattr(exercise, name)))


def _terms(name: str, meaning: str) -> Column:
    return Column(name, f"{meaning}; several are separated by `; `", lambda e: "; ".join(getattr(e, name)))


def _lines(name: str, meaning: str) -> Column:
    return Column(name, f"{meaning}, one a line", lambda e: "\n".join(getattr(e, name)))


def _titled(name: str, meaning: str) -> Column:
    def cell(exercise: Exercise) -> str:
        entries: Sequence[TitledText] = getattr(exercise, name)
        return "\n".join(_labelled(entry.title, entry.text) for entry in entries)

    return Column(name, f"{meaning}, one a line, each `title: text`", cell)


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if label and text else label or text


def _tracking(exercise: Exercise) -> str:
    entries: Sequence[Metric] = exercise.tracking
    return "\n".join(_labelled(entry.metric, entry.text) for entry in entries)


def _source(name: str, meaning: str) -> Column:
    return Column(f"source_{name}", meaning, lambda e: str(getattr(e.source, name)))


def _bilateral(exercise: Exercise) -> str:
    return "" if exercise.bilateral is None else str(exercise.bilateral).lower()


COLUMNS = (
    _plain("id", "the record's id"),
    _plain("name", "its name"),
    _terms("aliases", "other names"),
    _plain("description", "what the exercise is"),
    _terms("body_parts", "body parts"),
    _terms("target_muscles", "muscles it is for"),
    _terms("secondary_muscles", "muscles that assist"),
    _terms("equipment", "what it takes"),
    _plain("difficulty", "beginner, intermediate or advanced"),
    _plain("exercise_type", "strength, cardio, stretching, ..."),
    Column("bilateral", "`true`: both sides at once, `false`: one at a time, empty: unknown", _bilateral),
    _lines("instructions", "the steps"),
    _titled("benefits", "benefits"),
    _titled("safety_tips", "safety tips"),
    Column("tracking", "what to write down, one a line, each `metric: text`", _tracking),
    _plain("mechanic", "compound or isolation"),
    _plain("force", "push, pull or static"),
    _terms("stabilizers", "muscles that hold still"),
    _terms("variations", "variations"),
    _lines("images", "addresses of images"),
    _plain("video", "address of a video"),
    _plain("language", "language of the texts"),
    _plain("license", "licence of the texts"),
    Column("extra", "other facts of the page, one a line, each `label: value`",
           lambda e: "\n".join(_labelled(k, v) for k, v in e.extra.items())),
    _source("file", "the saved page"),
    _source("url", "the page's address"),
    _source("sha256", "the page's hash"),
    _source("profile", "how it was read"),
    _source("retrieved", "when it was saved"),
    _source("digest", "the record's hash as written"),
)  # fmt: skip
"""Every column, in order; docs/export.md lists them, and a test compares."""


def _write(exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> None:
    text = io.TextIOWrapper(target, "utf-8", newline="", write_through=True)
    try:
        rows = csv.writer(text, lineterminator="\r\n")  # RFC 4180
        rows.writerow(column.name for column in COLUMNS)
        for exercise in exercises:
            rows.writerow(guarded(column.cell(exercise)) for column in COLUMNS)
    finally:
        text.detach()  # the stream belongs to the caller


FORMAT = File("csv", "One row an exercise, for spreadsheets; safe against formulas.", ".csv", _write)
