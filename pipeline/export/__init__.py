"""Exports: the collection in the formats of others. One module a format, loaded when it is asked for.

To add a format of your own, publish an entry point in the group `exercise_pipeline.exports` whose name is the
format's and whose value is an object like those in `pipeline.export.base`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.errors import UnknownValue, WrongUse
from pipeline.export.base import File, FileFormat, Folder, FolderFormat, Format, Kind, Options, adapted
from pipeline.export.loss import Fate, Loss, LossReport
from pipeline.export.writing import replacing_file, replacing_folder
from pipeline.records import Exercise

__all__ = [
    "ENTRY_POINTS", "Fate", "File", "FileFormat", "Folder", "FolderFormat", "Format", "Kind", "Loss",
    "LossReport", "Options", "export", "find", "known", "names", "stream",
]  # fmt: skip

ENTRY_POINTS = "exercise_pipeline.exports"

_OWN: Mapping[str, str] = {
    "json": "pipeline.export.json_array",
    "jsonl": "pipeline.export.json_lines",
    "csv": "pipeline.export.csv_table",
    "yaml": "pipeline.export.yaml_stream",
    "sqlite": "pipeline.export.sqlite_database",
    "parquet": "pipeline.export.parquet",
    "jsonld": "pipeline.export.jsonld",
    "markdown": "pipeline.export.markdown",
    "free-exercise-db": "pipeline.export.dialects.free_exercise_db",
    "exercisedb": "pipeline.export.dialects.exercisedb",
    "wger": "pipeline.export.dialects.wger",
    "opensearch": "pipeline.export.opensearch",
    "datapackage": "pipeline.export.datapackage",
}
"""Format -> the module whose `FORMAT` it is."""


def names() -> list[str]:
    """The name of every format: our own in the order of the documentation, then those of other packages."""
    return [*_OWN, *sorted(set(_others()) - set(_OWN))]


def known() -> list[Format]:
    """Every format."""
    return [find(name) for name in names()]


def find(name: str) -> Format:
    """A format by its name; `_` and `-` are the same. Raises UnknownValue with the nearest names."""
    wanted = name.lower().replace("_", "-")
    if wanted in _OWN:
        found: Format = import_module(_OWN[wanted]).FORMAT
        return found
    others = _others()
    if wanted not in others:
        near = _nearest(wanted)
        raise UnknownValue("export format", name, near, "" if near else f"known: {', '.join(names())}")
    return _loaded(wanted, others[wanted])


def _others() -> dict[str, str]:
    from importlib.metadata import entry_points

    return {point.name: point.value for point in entry_points(group=ENTRY_POINTS)}


def _loaded(name: str, value: str) -> Format:
    from importlib.metadata import EntryPoint

    try:
        found = EntryPoint(name, value, ENTRY_POINTS).load()
    except (ImportError, AttributeError) as error:
        raise WrongUse(f"the export format {name!r} cannot be loaded from {value}: {error}") from error
    form = adapted(found)
    if form is None:
        raise WrongUse(
            f"the export format {name!r} at {value} is no format: it needs name, description, kind (file or folder) and write"
        )
    return cast("Format", form)  # a frozen dataclass is a Protocol of plain attributes only to those who read it


def _nearest(name: str) -> tuple[str, ...]:
    from difflib import get_close_matches

    return tuple(get_close_matches(name, names(), 3, 0.5))


def export(form: Format, exercises: Iterable[Exercise], path: Path, options: Options) -> LossReport | None:
    """Writes exercises to a file or a folder, whole or not at all. Raises CannotWrite and WrongUse."""
    if isinstance(form, FolderFormat) and form.kind is Kind.FOLDER:
        with replacing_folder(path, form.name) as folder:
            return form.write(exercises, folder, options)
    assert isinstance(form, FileFormat)  # noqa: S101 - a format is one or the other
    if path.is_dir():
        raise WrongUse(f"{path} is a folder, and {form.name} writes a file; give -o a file name in it")
    beside = dict(zip(companions_of(form, path, options), form.companions(options).values(), strict=True))
    if not path.exists():
        _refuse_foreign(beside, path)
    with replacing_file(path) as target:
        report = form.write(exercises, target, options)
    for companion, content in beside.items():
        with replacing_file(companion) as target:
            target.write(content)
    return report


def _refuse_foreign(beside: Mapping[Path, bytes], path: Path) -> None:
    """Raises WrongUse for a file beside one that is not there, and so of no earlier export, unless it would stay as it is.

    Nobody named it: unlike the file itself it must not be written over.
    """
    for companion, content in beside.items():
        if companion.exists() and not (companion.is_file() and companion.read_bytes() == content):
            raise WrongUse(
                f"{companion} is there without {path.name}, and would be written beside it;"
                " move it away, or give -o another name"
            )


def companions_of(form: Format, path: Path, options: Options) -> list[Path]:
    """The files that a format writes beside `path`, such as an index's mapping."""
    if not isinstance(form, FileFormat):
        return []
    return [path.with_name(path.stem + ending) for ending in form.companions(options)]


def stream(form: Format, exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> LossReport | None:
    """Writes exercises to an open stream. Raises WrongUse for a format that is a folder."""
    if form.kind is Kind.FOLDER or not isinstance(form, FileFormat):
        raise WrongUse(f"{form.name} writes a folder; say where with -o FOLDER")
    return form.write(exercises, target, options)
