"""Reads damaged pages in worker processes with little memory and little time, and counts what came of them.

A worker that dies or hangs costs the page it was reading, which is a fault; the pages after it go to a new worker.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import NamedTuple

from pipeline import errors, store
from pipeline.ingest.judging import read_file
from pipeline.reading import Profiles
from pipeline.records import Severity
from pipeline.settings import Settings
from pipeline.vocabulary import KINDS, load
from tests.fuzz.mutations import mutated, sources

MEMORY = 300_000_000
"""Bytes of address space that a worker may take: everything it maps, which is more than it uses."""
SECONDS = 2.0
"""CPU time that a page may take."""
_HANGS_AFTER = 60.0  # by the clock, on a machine that has other work
_DEADLY = 7
_CHUNK = 250


class Outcome(NamedTuple):
    """What came of one page: how many readings were accepted and rejected, CPU seconds, the fault, if any, and the
    codes of the findings that rejected it.
    """

    number: int
    accepted: int
    rejected: int
    seconds: float
    fault: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Summary:
    """Of a whole run. `peak` is the largest worker, in bytes; `faults` describes each page that went wrong."""

    given: int = 0
    accepted: int = 0
    rejected: int = 0
    slowest: Outcome = field(default=Outcome(0, 0, 0, 0.0))
    peak: int = 0
    faults: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, seed: int, outcome: Outcome) -> None:
        self.given += 1
        self.accepted += outcome.accepted > 0
        self.rejected += not outcome.accepted and outcome.rejected > 0
        self.slowest = max(self.slowest, outcome, key=lambda o: o.seconds)
        self.reasons.update(set(outcome.reasons))
        if outcome.fault:
            self.faults.append(described(seed, outcome))


def described(seed: int, outcome: Outcome) -> str:
    """One line that names a page, so that it can be made again: `--page` of `python -m tests.fuzz`."""
    page = mutated(seed, outcome.number)
    done = ", ".join(page.done)
    return f"page {outcome.number} of seed {seed} ({page.source}: {done}): {outcome.fault or 'fine'}, {outcome.seconds:.2f} s"


def run(
    seed: int,
    count: int,
    workers: int,
    on_page: Callable[[Summary, Outcome], None] = lambda *_: None,
    deadly: int = -1,
) -> Summary:
    """Reads pages 0 to `count` of a seed in `workers` processes. At page `deadly` the process ends: a trial of this run."""
    summary = Summary()
    waiting = [range(start, min(start + _CHUNK, count)) for start in reversed(range(0, count, _CHUNK))]
    flying: dict[Connection, _Worker] = {}
    while waiting or flying:
        while waiting and len(flying) < workers:
            worker = _Worker(seed, waiting.pop(), deadly)
            flying[worker.results] = worker
        ready = wait(list(flying), timeout=1.0)
        for results in [r for r in flying if r in ready or flying[r].is_late()]:
            outcome = flying[results].next()
            if outcome is not None:
                summary.add(seed, outcome)
                on_page(summary, outcome)
            if outcome is None or outcome.fault.startswith("the worker"):
                worker = flying.pop(results)
                summary.peak = max(summary.peak, worker.end())
                if worker.left:
                    waiting.append(worker.left)
    return summary


class _Worker:
    """One process that reads a run of pages, and what it still has to read."""

    def __init__(self, seed: int, numbers: range, deadly: int) -> None:
        self.left = numbers
        self.results, sending = multiprocessing.Pipe(duplex=False)
        # From a server that holds nothing: what a test process has loaded would count against the limit of memory.
        context = multiprocessing.get_context("forkserver")
        self._process = context.Process(target=_work, args=(seed, numbers, sending, deadly), daemon=True)
        self._process.start()
        sending.close()
        self._since = time.monotonic()
        self._peak = 0

    def is_late(self) -> bool:
        return time.monotonic() - self._since > _HANGS_AFTER

    def next(self) -> Outcome | None:
        """The outcome of the next page; None after the last."""
        try:
            received = self.results.recv() if self.results.poll() else None
        except EOFError:
            received = None
        if isinstance(received, int):
            self._peak = received
            return None
        if received is None:
            if not self.left:
                return None
            hung = self._process.is_alive() and self.is_late()
            self._process.kill()
            self._process.join()
            fault = "the worker hung" if hung else f"the worker died (exit code {self._process.exitcode})"
            received = Outcome(self.left[0], 0, 0, time.monotonic() - self._since, fault)
        self._since = time.monotonic()
        self.left = self.left[1:]
        return received

    def end(self) -> int:
        """Waits for the process; its peak memory in bytes."""
        self._process.kill() if self.left else None
        self._process.join()
        self.results.close()
        return self._peak


def _work(seed: int, numbers: Sequence[int], results: Connection, deadly: int) -> None:
    """What a worker does: reads page after page."""
    profiles, settings = _warm()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        for number in numbers:
            if number == deadly:
                os._exit(_DEADLY)
            results.send(_outcome(seed, number, Path(folder) / "page.html", profiles, settings))
    unit = 1 if sys.platform == "darwin" else 1024
    results.send(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)
    results.close()


def _warm() -> tuple[Profiles, Settings]:
    for kind in KINDS:
        load(kind)
    sources()
    return Profiles(), Settings(page_seconds=SECONDS * 5)


def _outcome(seed: int, number: int, file: Path, profiles: Profiles, settings: Settings) -> Outcome:
    file.write_bytes(mutated(seed, number).content)
    started = time.process_time()
    try:
        _limit(MEMORY)
        read = read_file(file, "raw/page.html", profiles, settings)
        for reading in read:
            if reading.exercise is not None:
                text = store.serialized(reading.exercise)
                if not reading.rejected:
                    store.parse(text, "page.yaml")
    except Exception as error:  # noqa: BLE001 - any error at all is what is looked for
        return Outcome(number, 0, 0, time.process_time() - started, errors.fault(error))
    finally:
        _limit(resource.RLIM_INFINITY)
    seconds = time.process_time() - started
    rejected = sum(reading.rejected for reading in read)
    fault = "" if seconds <= SECONDS else f"took more than {SECONDS:g} s"
    if not read:
        fault = "neither accepted nor rejected"
    elif any(not reading.rejected and (reading.exercise is None or not reading.exercise.id) for reading in read):
        fault = "accepted without a record"
    elif any(reading.rejected and not reading.issues for reading in read):
        fault = "rejected without a reason"
    reasons = tuple(i.code for r in read if r.rejected for i in r.issues if i.severity is Severity.ERROR)
    fault = fault or next((i.message for r in read for i in r.issues if i.code == "program-fault"), "")
    return Outcome(number, len(read) - rejected, rejected, seconds, fault, reasons)


def _limit(memory: int) -> None:
    """Limits the reading of a page, and not the making of it."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.RLIM_INFINITY))
