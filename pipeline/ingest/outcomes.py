"""What a run did with each page, kept apart from the state of the collection: whoever prints it may take all the time there
is, while the next run begins.
"""

from __future__ import annotations

import json
import tempfile
import weakref
from collections.abc import Iterable, Iterator

from pipeline.errors import CannotWrite
from pipeline.ingest.report import OUTCOMES, Result
from pipeline.ingest.state import Row, page_of
from pipeline.records import Severity

_IN_MEMORY = 1 << 20
"""Letters that are kept in memory: those of some thousand pages."""


class Outcomes:
    """The rows of the state at the end of a run, counted, and kept in a temporary file. `counts` holds a number for each of
    OUTCOMES, `warnings` how many there are in all. Raises CannotWrite.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.counts = dict.fromkeys(OUTCOMES, 0)
        self.warnings = 0
        self._kept = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - open as long as somebody reads it
            _IN_MEMORY, "w+", encoding="utf-8"
        )
        weakref.finalize(self, self._kept.close)
        try:
            for row in rows:
                page = page_of(row)
                self.counts[page.outcome] += 1
                self.warnings += sum(issue.severity is Severity.WARNING for issue in page.issues)
                self._kept.write(f"{json.dumps(row)}\n")
            self._kept.flush()
        except OSError as error:
            raise CannotWrite.because(tempfile.gettempdir(), error) from error

    def results(self) -> Iterator[Result]:
        """The pages one by one, in the order of their names."""
        self._kept.seek(0)
        for line in self._kept:
            page = page_of(json.loads(line))
            yield Result(page.file, page.outcome, page.id, page.issues)
