"""The first index of a collection, written while the workers read."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

from pipeline.errors import CannotWrite, IndexUnusable
from pipeline.search import generations
from pipeline.search.lexicon import knowledge
from pipeline.search.whoosh_index import Building

_FEWEST = 96
"""Pages to read below which there is nothing to win."""


class Ahead:
    """Takes the documents of a run as they come, where no index is there that they could be added to.

    What it holds counts only if it turns out to be every record as its file stands. A record that is written twice, edited
    or removed meanwhile, or a disk that refuses, makes it void: then the index is built when all is read, as any other.
    A context manager: what was not taken is removed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._wanted = False
        self._folder: Path | None = None
        self._building: Building | None = None
        self._stamps: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._void()

    def expect(self, pages: int) -> None:
        """Says how many pages will be read."""
        if pages < _FEWEST:
            return
        try:
            generations.current(self._root, knowledge())
        except IndexUnusable:
            self._wanted = True

    def put(self, exercise_id: str, stamp: str, document: bytes) -> None:
        """Adds the document (JSON) of a record; `stamp` is size and time of the record's file."""
        if not self._wanted:
            return
        if exercise_id in self._stamps:
            self._void()
            return
        try:
            if self._building is None:
                self._folder = generations.begin(self._root, None)
                self._building = Building(self._folder, create=True)
            self._building.add(json.loads(document))
            self._stamps[exercise_id] = stamp
        except (OSError, CannotWrite):
            self._void()

    def taken(self, stamps: Mapping[str, tuple[int, int]]) -> tuple[Path, int] | None:
        """The folder of the finished index and the number of its documents; None when it is not what the records are
        now, given as size and time of each one's file.
        """
        folder, building = self._folder, self._building
        if folder is None or building is None or self._stamps != {i: "{}:{}".format(*s) for i, s in stamps.items()}:
            self._void()
            return None
        try:
            count = building.commit()
        except OSError:
            self._void()
            return None
        self._folder = self._building = None
        return folder, count

    def _void(self) -> None:
        building, folder = self._building, self._folder
        self._wanted, self._building, self._folder = False, None, None
        if building is not None:
            with suppress(OSError):
                building.cancel()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
