"""Opens the index for a command; one that is missing, damaged or of another version is rebuilt with a line of notice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.printing import note
from pipeline.errors import CannotWrite, IndexUnusable, NoSuchThing, PipelineError

if TYPE_CHECKING:
    from pipeline.search import Backend

_WAIT = 30.0


@contextmanager
def opened(root: Path) -> Iterator[Backend]:
    """The search engine of a collection, closed at the end. Raises NoSuchThing when there is nothing to search."""
    engine = _opened(root)
    try:
        yield engine
    finally:
        engine.close()
    if sys.stderr.isatty():
        say_if_behind(root)


def say_if_behind(root: Path) -> None:
    """Tells that somebody edited records of which the index does not know yet."""
    from pipeline.ingest.indexing import behind

    with suppress(PipelineError, OSError):
        if count := behind(root):
            touched = "1 record was" if count == 1 else f"{count} records were"
            note(f"{touched} touched since the index was made; `exercises index` brings it up to date")


def _opened(root: Path) -> Backend:
    from pipeline.search import open_backend

    try:
        return open_backend(root)
    except IndexUnusable as error:
        try:
            _rebuild(root, error.reason)
        except CannotWrite as refusal:
            raise PipelineError(f"the index {error.reason} and cannot be rebuilt: {refusal}") from refusal
        return open_backend(root)


def _rebuild(root: Path, reason: str) -> None:
    from pipeline.ingest.indexing import synchronize
    from pipeline.locking import writer_lock
    from pipeline.search import open_backend
    from pipeline.store import FOLDER

    if not (root / FOLDER).is_dir():
        raise NoSuchThing(
            f"there is nothing to search in {root}: no index and no {FOLDER}/; run `exercises ingest` first, or give --root"
        )
    with writer_lock(root, _WAIT):
        try:
            open_backend(root).close()  # another process may have rebuilt it while we waited
        except IndexUnusable:
            count = synchronize(root, lambda bad: note(f"{bad} (left out of the index)"), rebuild=True)
            note(f"exercises: the index {reason}; it was rebuilt from {FOLDER}/ ({count} exercises)")
