"""Index documents on their way from the workers to the index: in a file without a name, since all of them are many."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from pipeline.errors import CannotWrite


class Documents:
    """The documents of the records that this run wrote, each with the stamp of the file it was made for.

    A context manager. The file stands in index/, on the disk that the index has to fit on, and goes with the process.
    """

    def __init__(self, root: Path) -> None:
        self._folder = root / "index"
        self._starts: dict[str, int] = {}
        self._end = 0

    def __enter__(self) -> Self:
        with self._writing():
            self._file = tempfile.TemporaryFile(dir=self._folder)
        return self

    def __exit__(self, *exc: object) -> None:
        with suppress(OSError):
            self._file.close()

    def put(self, exercise_id: str, stamp: str, document: bytes) -> None:
        """Keeps the document (JSON) of a record; `stamp` is size and time of the record's file. Raises CannotWrite."""
        entry = stamp.encode() + b"\n" + document + b"\n"
        with self._writing():
            self._file.write(entry)
        self._starts[exercise_id] = self._end
        self._end += len(entry)

    def get(self, exercise_id: str, stamp: str) -> dict[str, Any] | None:
        """The document of a record; None when there is none, or when the file was touched since. Nothing is put later."""
        start = self._starts.get(exercise_id)
        if start is None:
            return None
        with self._writing():  # what is still in memory goes to the disk first
            self._file.seek(start)
            if self._file.readline().rstrip().decode() != stamp:
                return None
            found: dict[str, Any] = json.loads(self._file.readline())
        return found

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise CannotWrite.because(self._folder, error) from error
