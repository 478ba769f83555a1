"""The face for other programs: a collection that can be iterated, searched and filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline import settings as settings_of
from pipeline.errors import BadRecord, IndexUnusable, NoSuchThing
from pipeline.ingest import Options, Report, ingest
from pipeline.locking import writer_lock
from pipeline.records import Exercise
from pipeline.search import Backend, Query, Results, generations, open_backend
from pipeline.store import FOLDER, Store


class Collection:
    """The exercises below one root folder. Iterating yields every record that can be read, in the order of the ids."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._store = Store(root)
        self._opened: tuple[generations.Seal | None, Backend] | None = None

    def __iter__(self) -> Iterator[Exercise]:
        return (record.exercise for record in self._store.records() if not isinstance(record, BadRecord))

    def __len__(self) -> int:
        return sum(1 for _ in self._store.files())

    def __contains__(self, exercise_id: object) -> bool:
        return isinstance(exercise_id, str) and any(f.name == f"{exercise_id}.yaml" for f in self._store.files())

    def __getitem__(self, exercise_id: str) -> Exercise:
        """One exercise. Raises KeyError when there is none of that id, BadRecord when its file cannot be read."""
        try:
            return self._store.get(exercise_id)
        except NoSuchThing as error:
            raise KeyError(exercise_id) from error

    def unreadable(self) -> Iterator[BadRecord]:
        """The files of normalized/ that hold no readable record."""
        return (record for record in self._store.records() if isinstance(record, BadRecord))

    def ingest(self, *paths: str | Path, options: Options = Options()) -> Report:  # noqa: B008 - frozen
        """Reads pages (raw/ when none are given) into the collection and its index.

        Raises NoSuchThing, CannotWrite or Locked.
        """
        return ingest(self.root, tuple(Path(p) for p in paths), settings_of.load(self.root), options)

    def search(self, words: str = "", **filters: Any) -> Results:
        """Searches the collection; the filters are the fields of Query, lists where they take several values.

        Builds the index first when there is none that can be used. Raises UnknownValue for a value outside the
        vocabulary.
        """
        return self._asked(lambda backend, query: backend.search(query), words, filters)

    def similar(self, exercise_id: str, **filters: Any) -> Results:
        """The exercises most like one, best first, with why: `hit.reasons`. Filters as in `search`; the score is a share of
        full likeness. Raises NoSuchThing for an unknown id, UnknownValue for a value outside the vocabulary.
        """
        return self._asked(lambda backend, query: backend.similar(exercise_id, query), "", filters)

    def substitute(self, exercise_id: str, **filters: Any) -> Results:
        """What to do instead: exercises for the same target muscles with the kit that is `available`, or, when no filter is
        about kit, without the tools of this one. Raises as `similar` does.
        """
        return self._asked(lambda backend, query: backend.substitutes(exercise_id, query), "", filters)

    def _asked(self, ask: Callable[[Backend, Query], Results], words: str, filters: dict[str, Any]) -> Results:
        query = Query(words, **{name: _values(name, value) for name, value in filters.items()})
        try:
            return ask(self._backend(), query)
        except IndexUnusable:
            self.rebuild_index()
            return ask(self._backend(), query)

    def _backend(self) -> Backend:
        """The search engine, opened anew when the index is not the one that was opened, or may not be."""
        seal = generations.seal(self.root)
        if self._opened is None or seal is None or self._opened[0] != seal:
            self._opened = seal, open_backend(self.root, in_memory=True)
        return self._opened[1]

    def rebuild_index(self, wait: float = 30.0) -> int:
        """Makes the index anew from normalized/; how many exercises it holds. Raises Locked or CannotWrite."""
        from pipeline.ingest.indexing import synchronize

        with writer_lock(self.root, wait):
            return synchronize(self.root, rebuild=True)


def _values(name: str, value: Any) -> Any:
    """A filter's value as Query takes it: a single term is a list of one."""
    if isinstance(value, str) and name != "sort":
        return (value,)
    return tuple(value) if isinstance(value, (list, set)) else value


def open_collection(root: str | Path = ".") -> Collection:
    """The collection at `root`. Raises NoSuchThing when there is no such folder."""
    path = Path(root)
    if not path.is_dir():
        raise NoSuchThing(
            f"there is no folder {path}; give the root of a collection, the folder that holds raw/ and {FOLDER}/"
        )
    return Collection(path)


__all__ = ["Collection", "open_collection"]
