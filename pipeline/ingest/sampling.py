"""Profiles against their sample pages: what is read from them now, and what was read when that was last recorded.

The samples of the profile NAME are saved pages in the folder NAME beside its file: `profiles/NAME/` in the root of a
collection (also for built-in and installed profiles), and one beside each built-in profile. `fields.yaml` in such a
folder records what was read: page by page, the profile that won and the fields of the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import pipeline.reading
from pipeline.errors import BadSettings, UnreadablePage
from pipeline.ingest.judging import judge
from pipeline.ingest.profiling import FOLDER
from pipeline.mapping import to_mapping
from pipeline.reading import Profiles
from pipeline.records import Page
from pipeline.settings import Settings
from pipeline.sources import folders, saved
from pipeline.store import yamlfile
from pipeline.store.writing import write_atomically

RECORD = "fields.yaml"
_BUILT_IN = Path(pipeline.reading.__file__).parent / FOLDER
_NOT_READ = ("schema", "id", "source")

Fields = Mapping[str, Any]


class Drift(NamedTuple):
    """One field that is read differently; None stands for a field that is not there."""

    field: str
    was: Any
    now: Any


class Sample(NamedTuple):
    """One sample page: `drift` is empty while it is read as recorded, `recorded` false when it never was recorded."""

    file: str
    recorded: bool
    drift: tuple[Drift, ...]


def check(name: str, root: Path, profiles: Profiles, settings: Settings) -> list[Sample]:
    """The samples of one profile, those that are recorded and gone among them. Raises BadSettings for a broken record."""
    found = []
    for folder in _folders(name, root):
        before, now = _recorded(folder), dict(_read(folder, profiles, settings))
        for file in sorted({*before, *now}):
            was, is_now = before.get(file), now.get(file)
            drift = tuple(_drift(was, is_now)) if was is not None else ()
            found.append(Sample(_shown(folder / file, root), was is not None, drift))
    return found


def update(name: str, root: Path, profiles: Profiles, settings: Settings) -> list[Path]:
    """Records what is read from the samples of one profile now; the files that changed. Raises CannotWrite.

    Where the collection has samples of a built-in profile, those of the program stay as they were recorded.
    """
    written = []
    for folder in _folders(name, root)[:1]:
        now = {file: dict(fields) for file, fields in _read(folder, profiles, settings)}
        content = yamlfile.dump(now).encode() if now else b"{}\n"
        path = folder / RECORD
        if not path.is_file() or path.read_bytes() != content:
            write_atomically(path, content)
            written.append(path)
    return written


def _folders(name: str, root: Path) -> list[Path]:
    return [folder for parent in (root / FOLDER, _BUILT_IN) if (folder := parent / name).is_dir()]


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(_BUILT_IN).as_posix() if path.is_relative_to(_BUILT_IN) else folders.name_below(path, root)


def _read(folder: Path, profiles: Profiles, settings: Settings) -> Iterator[tuple[str, Fields]]:
    for found in folders.find(folder, (folder,)):
        for page in saved.read(found.path, found.file, settings.max_page_bytes):
            yield _fields(page, profiles, settings)


def _fields(page: Page | tuple[str, UnreadablePage], profiles: Profiles, settings: Settings) -> tuple[str, Fields]:
    if not isinstance(page, Page):
        return page[0], {"unreadable": page[1].code}
    try:
        reading = judge(page, profiles, settings)
    except UnreadablePage as error:
        return page.file, {"unreadable": error.code}
    record = to_mapping(reading.exercise) if reading.exercise else {}
    fields = {name: value for name, value in record.items() if name not in _NOT_READ}
    return page.file, {"profile": reading.profile.partition("@")[0], **fields}


def _recorded(folder: Path) -> Mapping[str, Fields]:
    path = folder / RECORD
    if not path.is_file():
        return {}
    try:
        loaded = yaml.safe_load(path.read_bytes()) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise BadSettings(
            f"{path}:{mark.line + 1 if mark else 1}", "is not YAML; remove it and run with --update"
        ) from error
    if not isinstance(loaded, dict) or not all(isinstance(fields, dict) for fields in loaded.values()):
        raise BadSettings(f"{path}:1", "maps no pages to fields; remove it and run with --update")
    return loaded


def _drift(was: Fields, now: Fields | None) -> Iterator[Drift]:
    if now is None:
        yield Drift("page", "there", None)
        return
    for field in dict.fromkeys((*was, *now)):
        if was.get(field) != now.get(field):
            yield Drift(field, was.get(field), now.get(field))
