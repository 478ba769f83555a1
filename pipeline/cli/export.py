"""exercises export"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.cli.backend import opened, say_if_behind
from pipeline.cli.completing import formats
from pipeline.cli.context import Context
from pipeline.cli.filters import filter_options, query_of, sort_option
from pipeline.cli.printing import as_json, note, table
from pipeline.errors import BadRecord, NoSuchThing, WrongUse
from pipeline.records import Exercise
from pipeline.search.query import Query
from pipeline.store import FOLDER, Store, Stored, named

if TYPE_CHECKING:
    from pipeline.export import Format, LossReport, Options

_SHOWN_LOSSES = 10


@click.command("export")
@click.argument("format_", metavar="FORMAT", required=False, shell_complete=formats)
@click.argument("words", nargs=-1)
@click.option("--output", "-o", metavar="PATH", default="-", help="File or folder to write; - for standard output.")
@filter_options
@sort_option
@click.option("--literal", is_flag=True, help="Take the words as words, not as wishes.")
@click.option(
    "--title",
    default="Exercises",
    show_default=True,
    help="Name of the collection, where a format states one.",
)
@click.option("--license", "license_", default="", help="Licence of the whole, where a format states one.")
@click.option("--base-url", default="", help="Address of the published collection, for formats with links.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="Date to state; without it no date is written.")
@click.option("--losses", type=click.Path(path_type=Path), help="Write the full loss report (JSON) to this file.")
@click.option("--list", "list_", is_flag=True, help="Name the formats.")
@click.option("--json", "json_", is_flag=True, help="With --list, as JSON.")
@click.pass_obj
def command(obj: Context, /, format_: str | None, words: tuple[str, ...], **given: Any) -> int:
    """Write the collection, or the part that WORDS and filters find, in another format.

    A format of one file goes to standard output unless -o names a file; one of several files needs -o FOLDER.
    """
    from pipeline import export

    if given["list_"]:
        _list(as_json_=given["json_"])
        return 0
    if format_ is None:
        raise WrongUse(f"say which format; known: {', '.join(export.names())}")
    form = export.find(format_)
    if given["output"] != "-":
        obj.elsewhere(Path(given["output"]))
    if given["losses"]:
        obj.elsewhere(given["losses"])
        if given["losses"].resolve() == Path(given["output"]).resolve():
            raise WrongUse(f"{given['output']}: the export and its losses cannot be one file; name two")
    records = Selected(obj.root, _query(words, given))
    report = _write(form, records, given["output"], _options(given))
    if report is not None:
        _report(report, given["losses"])
    elif given["losses"]:
        note(f"{form.name} makes no loss report; the dialects of other programs do")
    if given["output"] != "-":
        beside = export.companions_of(form, Path(given["output"]), _options(given))
        also = f", and {', '.join(map(str, beside))} beside it" if beside else ""
        note(f"{records.written} exercises written to {given['output']} ({form.name}){also}")
    return 1 if records.bad else 0


def _list(*, as_json_: bool) -> None:
    from pipeline import export

    formats = export.known()
    if as_json_:
        as_json([{"name": f.name, "writes": str(f.kind), "description": f.description} for f in formats])
    else:
        table(("Format", "Writes", "What"), [(f.name, str(f.kind), f.description) for f in formats])


def _options(given: dict[str, Any]) -> Options:
    from datetime import date

    from pipeline.export import Options

    if given["date"]:
        try:
            date.fromisoformat(given["date"])
        except ValueError:
            raise WrongUse(f"--date: {given['date']!r} is no date; write it as 2025-01-31") from None
    if given["base_url"] and not given["base_url"].startswith(("http://", "https://")):
        raise WrongUse(f"--base-url: {given['base_url']!r} is no address; write it as https://example.com/exercises")
    name = "exercises" if given["output"] == "-" else Path(given["output"]).stem
    return Options(given["title"], given["license_"], given["base_url"], given["date"], name)


def _query(words: tuple[str, ...], given: dict[str, Any]) -> Query | None:
    """The query, or None when nothing narrows the collection."""
    query = query_of(words, given, limit=0, sort=given["sort"], literal=given["literal"])
    return None if query == Query(limit=0, literal=given["literal"]) else query


def _write(form: Format, records: Selected, output: str, options: Options) -> LossReport | None:
    from pipeline import export

    if output != "-":
        return export.export(form, records, Path(output), options)
    if getattr(sys.stdout, "name", "") == os.devnull:
        raise WrongUse("standard output is closed; name a file with -o")
    if isinstance(form, export.FileFormat) and form.binary and sys.stdout.isatty():
        raise WrongUse(f"{form.name} is no text for a terminal; name a file with -o")
    return export.stream(form, records, sys.stdout.buffer, options)


def _ids(root: Path, query: Query) -> list[str]:
    with opened(root) as engine:
        found = engine.ids(query)
    if not sys.stderr.isatty():  # a person was told already
        say_if_behind(root)
    return found


class Selected:
    """The records to export, one after the other; those that cannot be read are told and left out."""

    def __init__(self, root: Path, query: Query | None) -> None:
        self._store = Store(root)
        if not self._store.folder.is_dir():
            raise NoSuchThing(f"there is no folder {self._store.folder}; run `exercises ingest` first, or give --root")
        # Asked for at once: a filter that is wrong must be told before a file is begun.
        self._ids = None if query is None else _ids(root, query)
        self.written = 0
        self.bad = 0

    def __iter__(self) -> Iterator[Exercise]:
        for record in self._found():
            if isinstance(record, BadRecord):
                self.bad += 1
                note(f"{record}; left out of the export, correct the file")
            else:
                self.written += 1
                yield record

    def _found(self) -> Iterator[Exercise | BadRecord]:
        if self._ids is None:
            for stored in self._store.records():
                yield stored if isinstance(stored, BadRecord) else _fitting(stored)
            return
        for exercise_id in self._ids:
            try:
                yield self._store.get(exercise_id)
            except BadRecord as error:
                yield error
            except NoSuchThing:
                yield BadRecord(f"{FOLDER}/{exercise_id}.yaml", 1, "is in the index but gone; run `exercises index`")


def _fitting(stored: Stored) -> Exercise | BadRecord:
    try:
        return named(stored.exercise, Path(stored.file).stem)
    except BadRecord as error:
        return error


def _report(report: LossReport, path: Path | None) -> None:
    """What the format could not hold: a few lines for the person, all of it in a file when asked for."""
    import json

    from pipeline.export import Fate
    from pipeline.store.writing import write_atomically

    lost = [(loss, count) for fate in (Fate.DROPPED, Fate.NARROWED) for loss, count in report.of(fate)]
    for loss, count in lost[:_SHOWN_LOSSES]:
        note(f"{report.format}: {loss.fate}: {loss} ({count})")
    if len(lost) > _SHOWN_LOSSES and path is None:
        note(f"{report.format}: and {len(lost) - _SHOWN_LOSSES} other losses; --losses FILE lists them all")
    if path is not None:
        write_atomically(path, json.dumps(report.to_mapping(), ensure_ascii=False, indent=2).encode() + b"\n")
