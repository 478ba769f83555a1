"""exercises import."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, note, told
from pipeline.errors import NoSuchThing
from pipeline.locking import writer_lock
from pipeline.records import Exercise, Source
from pipeline.store import IMPORTED, Store, serialized

if TYPE_CHECKING:
    from pipeline.export.dialects import Read

_LARGEST = 200_000_000
_SHOWN_OF_NONE = 3
"""Entries that are named when none of a file could be taken."""


@dataclass(slots=True)
class _Report:
    """What an import did: ids by outcome, entries left out, and keys that nothing was taken from."""

    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    unused: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)


@click.command("import")
@click.argument("format_", metavar="FORMAT")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace records that are there already.")
@click.option("--wait", type=click.FloatRange(0), default=0.0, help="Seconds to wait for another run to end.")
@click.option("--json", "json_", is_flag=True, help="Report as JSON.")
@click.pass_obj
def command(obj: Context, /, format_: str, file: Path, **given: Any) -> int:
    """Read exercises from a file of another program (free-exercise-db, exercisedb, wger) into normalized/.

    A record that is there already is kept. What the file says and no field holds is named at the end.
    """
    from pipeline.export.dialects import dialect
    from pipeline.ingest.indexing import synchronize

    form = dialect(format_)
    content = _content(file)
    source = Source(
        _below(file, obj.root), sha256=hashlib.sha256(content).hexdigest(), profile=f"{IMPORTED}{form.name}"
    )
    report = _Report()
    with writer_lock(obj.root, given["wait"]):
        for entry in form.read(content, str(file)):
            _store(entry, Store(obj.root), source, report, overwrite=given["overwrite"])
        if report.written:
            synchronize(obj.root, lambda bad: note(f"{bad} (left out of the index)"))
    _print(report, file, json_=given["json_"])
    return 1 if report.rejected else 0


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise NoSuchThing(f"{file} is larger than {_LARGEST // 1_000_000} MB; split it")
        return file.read_bytes()
    except OSError as error:
        raise NoSuchThing(f"cannot read {file}: {error.strerror or error}") from error


def _below(file: Path, root: Path) -> str:
    """The path as a record states it: below the root, else the bare name, never a path of this machine."""
    try:
        return file.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return file.name


def _store(entry: Read, store: Store, source: Source, report: _Report, *, overwrite: bool) -> None:
    if entry.exercise is None:
        report.rejected.append(f"entry {entry.number} {entry.problem}")
        return
    exercise: Exercise = replace(entry.exercise, source=source)
    if exercise.id in report.seen:
        report.rejected.append(f"entry {entry.number} has the id {exercise.id!r}, as one before it has")
        return
    report.seen.add(exercise.id)
    if not overwrite and store.text(exercise.id) is not None:
        report.kept.append(exercise.id)
        return
    store.write(exercise.id, serialized(exercise))
    report.written.append(exercise.id)
    report.unused.update(entry.unused)


def _print(report: _Report, file: Path, *, json_: bool) -> None:
    if json_:
        left_out = dict(report.unused.most_common())
        as_json(
            {
                "written": report.written,
                "kept": report.kept,
                "rejected": report.rejected,
                "left_out": left_out,
            }
        )
        return
    is_foreign = not report.written and not report.kept
    shown = report.rejected[:_SHOWN_OF_NONE] if is_foreign else report.rejected
    for problem in shown:
        note(f"{file}: {problem}; left out")
    if len(shown) < len(report.rejected):
        note(f"{file}: and {len(report.rejected) - len(shown)} more, which is all of them; is the file of this format?")
    for exercise_id in report.kept:
        note(f"{exercise_id} is there already and was kept; --overwrite replaces it")
    if report.unused:
        keys = ", ".join(f"{name} ({count})" for name, count in report.unused.most_common())
        note(f"left out, because a record has no field for it: {keys}")
    told(f"{len(report.written)} imported, {len(report.kept)} kept, {len(report.rejected)} left out")
