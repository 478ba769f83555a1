"""What a run did with each page, kept apart from the state of the collection: whoever prints it may take all the time there
is, while the next run begins.
"""

from __future__ import annotations

import json
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.errors import CannotWrite
from pipeline.ingest.report import OUTCOMES, Result
from pipeline.ingest.state import Row, page_of
from pipeline.records import Severity

_IN_MEMORY = 1 << 20
"""Bytes that are kept in memory: those of some thousand pages."""


class Outcomes:
    """The rows of the state at the end of a run, counted, and kept in a file without a name in a `folder`. `counts` holds a
    number for each of OUTCOMES, `warnings` how many there are in all. Raises CannotWrite.
    """

    def __init__(self, rows: Iterable[Row], folder: Path) -> None:
        self.counts = dict.fromkeys(OUTCOMES, 0)
        self.warnings = 0
        self._kept = tempfile.SpooledTemporaryFile(_IN_MEMORY, mode="w+b", dir=str(folder))  # noqa: SIM115 - read later
        weakref.finalize(self, self._kept.close)
        try:
            for row in rows:
                page = page_of(row)
                self.counts[page.outcome] += 1
                self.warnings += sum(issue.severity is Severity.WARNING for issue in page.issues)
                self._kept.write(json.dumps(row).encode() + b"\n")
            self._kept.flush()
        except OSError as error:
            raise CannotWrite.because(folder, error) from error

    def results(self) -> Iterator[Result]:
        """The pages one by one, in the order of their names."""
        place = 0
        while True:
            self._kept.seek(place)  # others may read, too
            line = self._kept.readline()
            if not line:
                return
            place = self._kept.tell()
            page = page_of(json.loads(line))
            yield Result(page.file, page.outcome, page.id, page.issues)
