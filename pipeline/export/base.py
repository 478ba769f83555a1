"""What every export format is: a small object with a name, a line of description and `write`."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol, runtime_checkable

from pipeline.export.loss import LossReport
from pipeline.records import Exercise


class Kind(enum.StrEnum):
    """What a format writes: one file, as a stream of bytes, or a folder of several."""

    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may say about an export.

    `title` names the collection, `license` and `base_url` are stated where a format has a place for them.
    `date` (YYYY-MM-DD) is the only date that ever appears: a format never asks the clock, so that the same
    records are the same bytes. `name` is the stem of the file that is written.
    """

    title: str = "Exercises"
    license: str = ""
    base_url: str = ""
    date: str = ""
    name: str = "exercises"


@runtime_checkable
class FileFormat(Protocol):
    """A format that writes one file; `binary` when that is no text.

    `companions` are small files beside it, by the ending of their names.
    """

    name: str
    description: str
    kind: Kind
    suffix: str
    binary: bool

    def write(self, exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> LossReport | None:
        """Writes the exercises, in their order, to an open stream."""
        ...

    def companions(self, options: Options) -> Mapping[str, bytes]:
        """Files that belong beside the written one, such as `.metadata.json`."""
        ...


@runtime_checkable
class FolderFormat(Protocol):
    """A format that fills a folder."""

    name: str
    description: str
    kind: Kind

    def write(self, exercises: Iterable[Exercise], target: Path, options: Options) -> LossReport | None:
        """Writes the exercises, in their order, into an empty folder."""
        ...


Format = FileFormat | FolderFormat


@dataclass(frozen=True, slots=True)
class File:
    """A file format made of a function; `beside` gives its companions."""

    name: str
    description: str
    suffix: str
    writer: Callable[[Iterable[Exercise], BinaryIO, Options], LossReport | None]
    beside: Callable[[Options], Mapping[str, bytes]] | None = None
    binary: bool = False
    kind: Kind = field(default=Kind.FILE, init=False)

    def write(self, exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> LossReport | None:
        return self.writer(exercises, target, options)

    def companions(self, options: Options) -> Mapping[str, bytes]:
        return self.beside(options) if self.beside else {}


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder format made of a function."""

    name: str
    description: str
    writer: Callable[[Iterable[Exercise], Path, Options], LossReport | None]
    kind: Kind = field(default=Kind.FOLDER, init=False)

    def write(self, exercises: Iterable[Exercise], target: Path, options: Options) -> LossReport | None:
        return self.writer(exercises, target, options)


def adapted(found: object) -> File | Folder | None:
    """A format of another package, which needs only name, description, kind and write; None for what lacks them.

    A file format may also say `suffix`, `binary` and `companions`.
    """
    name, description, write = (getattr(found, part, None) for part in ("name", "description", "write"))
    kind = getattr(found, "kind", None)
    if not (isinstance(name, str) and isinstance(description, str) and callable(write)) or kind not in tuple(Kind):
        return None
    if kind == Kind.FOLDER:
        return Folder(name, description, write)
    suffix, binary = getattr(found, "suffix", ""), bool(getattr(found, "binary", False))
    return File(name, description, suffix, write, getattr(found, "companions", None), binary)
