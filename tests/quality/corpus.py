"""The corpus: saved pages in many markups and many ways of saving, each with the record it should give.

`pages/MARKUP/NAME.EXT` is one page, `saving/NAME.EXT` one file in a way of saving; `NAME.expected.yaml` beside it
is what a person reads there, or a list of that where a file holds several pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from pipeline.sources import folders

HERE = Path(__file__).parent
PAGES = HERE / "pages"
SAVING = HERE / "saving"
EXPECTED = ".expected.yaml"


@dataclass(frozen=True, slots=True)
class SavedFile:
    """One file of the corpus. `group` is its markup, or the way of saving; `expected` one mapping a page.

    A mapping has the keys of a stored record, `url` instead of `source`, and only fields that the page states.
    Below `optional` stand values that a reader may give or leave out.
    """

    path: Path
    group: str
    expected: tuple[Mapping[str, Any], ...]

    @property
    def name(self) -> str:
        return self.path.relative_to(HERE).as_posix()


def pages() -> Iterator[SavedFile]:
    """One page a file, by markup. Raises FileNotFoundError for a page without an expected record."""
    for path in sorted(PAGES.glob("*/*")):
        if not path.name.endswith(EXPECTED):
            yield SavedFile(path, path.parent.name, _expected(path))


def ways_of_saving() -> Iterator[SavedFile]:
    """The files that the program itself would find in the folder: not what a browser keeps in `NAME_files` beside."""
    for found in folders.find(HERE, (SAVING,)):
        yield SavedFile(found.path, found.path.name, _expected(found.path))


def _expected(path: Path) -> tuple[Mapping[str, Any], ...]:
    stem = path.name.split(".", 1)[0]
    loaded = yaml.safe_load((path.parent / f"{stem}{EXPECTED}").read_text("utf-8"))
    return tuple(loaded) if isinstance(loaded, list) else (loaded,)


def digest() -> str:
    """Of every file of the corpus: names and bytes."""
    total = hashlib.sha256()
    for path in sorted(p for folder in (PAGES, SAVING) for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(HERE).as_posix()
        total.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
