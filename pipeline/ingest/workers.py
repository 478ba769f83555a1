"""Reading on all cores, over any concurrent.futures.Executor: in chunks, with few in flight.

A worker that dies or hangs costs the page it was reading, which is named; the rest of its chunk is read again.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from pipeline.garbage import collect_rarely
from pipeline.ingest.judging import Reading
from pipeline.ingest.preparing import Prepared, Reader, unread
from pipeline.locking import forget_locks
from pipeline.records import Issue, Severity
from pipeline.sources.folders import Found

_LOOKS_EVERY = 0.5
_CHUNK = 16
_IN_FLIGHT = 4
_TOO_FEW_FOR_PROCESSES = 96
"""Below this many pages starting processes takes longer than they save."""

Read = tuple[Found, list[Prepared]]
_reader: Reader | None = None


def readings(stale: Sequence[Found], reader: Reader, workers: int) -> Iterator[Read]:
    """The pages of every file, read. In this process for few files or one worker, else in `workers` processes (0: one a core)."""
    count = workers or _cores()
    if count < 2 or (not workers and len(stale) < _TOO_FEW_FOR_PROCESSES):
        for start in range(0, len(stale), _CHUNK):
            chunk = stale[start : start + _CHUNK]
            yield from zip(chunk, reader.read([(f.path, f.file) for f in chunk]), strict=True)
        return
    yield from _in_processes(stale, reader, min(count, max(1, len(stale))))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(reader: Reader) -> None:
    """What every worker knows: handed over once, not with each page."""
    import signal

    global _reader  # noqa: PLW0603 - a worker is given one, before any work
    _reader = reader
    collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    forget_locks()
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()


def _end_with_parent(parent: int) -> None:
    """Ends a worker whose parent was killed: nobody would ever take its results."""
    while os.getppid() == parent:
        time.sleep(_LOOKS_EVERY)
    os._exit(1)


def _read_chunk(chunk: Sequence[tuple[Path, str]]) -> list[list[Prepared]]:
    if _reader is None:
        raise RuntimeError("a worker was used before it was started")
    return _reader.read(chunk)


def _pool(reader: Reader, count: int) -> ProcessPoolExecutor:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods and os.name == "posix" else "spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_start, initargs=(reader,))


def _in_processes(stale: Sequence[Found], reader: Reader, count: int) -> Iterator[Read]:
    chunks = list(_chunks(stale, count))
    suspects: list[Found] = []
    while chunks:
        pool = _pool(reader, count)
        try:
            yield from _drained(pool, chunks, count)
        except BrokenProcessPool:
            suspects, chunks = (
                [f for chunk in chunks[: count * _IN_FLIGHT] for f in chunk],
                chunks[count * _IN_FLIGHT :],
            )
            for found in suspects:
                yield _alone(found, reader)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _chunks(stale: Sequence[Found], count: int) -> Iterator[list[Found]]:
    """The files in chunks, small ones at the end: so that no worker has much left to do when the others are done."""
    start = 0
    while start < len(stale):
        size = max(1, min(_CHUNK, (len(stale) - start) // (2 * count)))
        yield list(stale[start : start + size])
        start += size


def _drained(pool: Executor, chunks: list[list[Found]], count: int) -> Iterator[Read]:
    """Takes chunks off the list as they are done, so that after a crash it holds what is left."""
    flying: dict[Future[list[list[Prepared]]], list[Found]] = {}
    while chunks:
        waiting = [c for c in chunks[: count * _IN_FLIGHT] if not any(c is f for f in flying.values())]
        for chunk in waiting:
            flying[pool.submit(_read_chunk, [(f.path, f.file) for f in chunk])] = chunk
        done, _ = wait(flying, return_when=FIRST_COMPLETED)
        for future in done:
            results = future.result()
            chunk = flying.pop(future)
            chunks.remove(chunk)
            yield from zip(chunk, results, strict=True)


def _alone(found: Found, reader: Reader) -> Read:
    """One file in a process of its own, after its chunk broke a worker."""
    with _pool(reader, 1) as pool:
        try:
            return found, pool.submit(_read_chunk, [(found.path, found.file)]).result()[0]
        except BrokenProcessPool:
            message = "the process that read this page died (killed, or out of memory); save the article alone"
            issue = Issue("worker-died", Severity.ERROR, message, file=found.file)
            return found, [unread(Reading(found.file, "", "", None, (issue,), rejected=True))]
