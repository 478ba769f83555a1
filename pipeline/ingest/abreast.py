"""Pages side by side: one stage for each of them, then the next; one that takes too long is ended by itself."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from pipeline.stages import Stages

_T = TypeVar("_T")
_GRACE = 1.0
"""Seconds of computing that a page may take beyond its time before its worker is ended."""
_LOOKS_EVERY = 0.05
"""Seconds between two looks at the clock: to set a timer for each stage would take as long as many a stage."""
_NEVER = float("inf")


class TooSlow(BaseException):
    """Raised inside the stages of a page that take longer than allowed; no `except Exception` on the way may swallow it."""


def abreast(works: Sequence[Stages[_T]], seconds: float, instead: Callable[[int], _T]) -> list[_T]:
    """What each work returns, in their order. A work is interrupted with TooSlow once it took `seconds`; then comes what
    `instead` gives for its number. Where the system has no timers, or this is not the main thread, none is interrupted.
    """
    results: dict[int, _T] = {}
    left = dict.fromkeys(range(len(works)), seconds)
    with _watched(seconds) as watch:
        while left:
            for n in list(left):
                started = time.perf_counter()
                watch.ends = started + left[n]
                try:
                    next(works[n])
                    left[n] -= time.perf_counter() - started
                    continue
                except StopIteration as done:
                    results[n] = done.value
                except TooSlow:
                    results[n] = instead(n)
                finally:
                    watch.ends = _NEVER
                del left[n]
    return [results[n] for n in range(len(works))]


class _Watch:
    """Hears the system's timer. `ends` is when the time of the work is over that is being done; between two works, and when
    the last is done, that is never.
    """

    def __init__(self, seconds: float) -> None:
        self.ends = _NEVER
        self._longest = seconds + _GRACE
        self._runs = False
        self._in_worker = multiprocessing.parent_process() is not None

    def start(self) -> None:
        self._runs = True
        signal.setitimer(signal.ITIMER_REAL, _LOOKS_EVERY, _LOOKS_EVERY)
        self._hold_off()

    def look(self, _signal: int, frame: FrameType | None) -> None:
        """Called by Python between any two of its steps; what keeps the works is never interrupted."""
        if not self._runs:
            return  # it rang while it was stopped
        self._hold_off()
        if time.perf_counter() >= self.ends and frame is not None and frame.f_code is not abreast.__code__:
            self.ends = _NEVER
            raise TooSlow

    def stop(self) -> None:
        self._runs = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def _hold_off(self) -> None:
        """Code that never comes back to Python hears of no signal: unless it does in time, the system ends this worker."""
        if self._in_worker:
            signal.setitimer(signal.ITIMER_VIRTUAL, self._longest)


@contextmanager
def _watched(seconds: float) -> Iterator[_Watch]:
    """A watch that looks at the clock now and then; afterwards no timer runs, and who listened before listens again. Where
    nobody did, the stopped watch stays: a ring that is still on its way would end the program.
    """
    watch = _Watch(seconds)
    try:
        before = signal.signal(signal.SIGALRM, watch.look)
    except (AttributeError, ValueError):
        yield watch
        return
    try:
        watch.start()
        yield watch
    finally:
        watch.stop()
        if callable(before):
            signal.signal(signal.SIGALRM, before)
