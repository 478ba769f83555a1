"""What a run of `ingest` is told and what it tells: options, progress, and the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.records import Issue

NEW, CHANGED, UNCHANGED, REJECTED, DUPLICATE = "new", "changed", "unchanged", "rejected", "duplicates"
OUTCOMES = (NEW, CHANGED, UNCHANGED, REJECTED, DUPLICATE)


class Result(NamedTuple):
    """What came of one page."""

    file: str
    outcome: str
    id: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A run in numbers; `counts` holds one number for each of OUTCOMES. `results` reads the pages one by one.
    `unreadable` names records in normalized/ that could not be read and are not in the index; `passed_over` files beside the
    pages that were not taken for any; `left_behind` says of pages that went or became another exercise in this run what
    became of their records."""

    counts: dict[str, int]
    warnings: int
    seconds: float
    indexed: int
    unreadable: tuple[str, ...]
    passed_over: tuple[str, ...]
    left_behind: tuple[str, ...]
    results: Callable[[], Iterator[Result]]

    @property
    def pages(self) -> int:
        return sum(self.counts.values())


class Progress(NamedTuple):
    """How far a run is: pages done and pages in all, and the last one's result."""

    done: int
    total: int
    result: Result | None


@dataclass(frozen=True, slots=True)
class Options:
    """`overwrite` replaces records edited by hand; `workers` is the number of reading processes, 0 for one a core;
    `wait` is how many seconds to wait for another run to end.
    """

    overwrite: bool = False
    workers: int = 0
    wait: float = 0.0
    index: bool = True
