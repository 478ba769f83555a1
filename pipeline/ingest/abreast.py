"""Pages side by side: one stage for each of them, then the next; one that takes too long is ended by itself."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from pipeline.stages import Stages

_T = TypeVar("_T")
_GRACE = 1.0
"""Seconds of computing that a page may take beyond its time before its worker is ended."""
_SOON = 0.001


class TooSlow(BaseException):
    """Raised inside the stages of a page that take longer than allowed; no `except Exception` on the way may swallow it."""


def abreast(works: Sequence[Stages[_T]], seconds: float) -> list[_T]:
    """What each work returns, in their order. A work is interrupted with TooSlow once it took `seconds`, and must return
    something then; where the system has no timers, or this is not the main thread, it never is.
    """
    results: dict[int, _T] = {}
    left = dict.fromkeys(range(len(works)), seconds)
    with _timer() as ring_after:
        while left:
            for n in list(left):
                started = time.perf_counter()
                try:
                    ring_after(left[n])
                    try:
                        next(works[n])
                    except StopIteration as done:
                        results[n] = done.value
                    ring_after(None)
                except TooSlow:  # it rang when the stage was over: the next one has no time left
                    left[n] = 0.0
                left[n] -= time.perf_counter() - started
                if n in results:
                    del left[n]
    return [results[n] for n in range(len(works))]


@contextmanager
def _timer() -> Iterator[Callable[[float | None], None]]:
    """What sets the time after which the system interrupts with TooSlow, None for never; afterwards no timer runs."""

    def expire(_signal: int, _frame: object) -> None:
        raise TooSlow

    def ring_after(seconds: float | None) -> None:
        real = 0.0 if seconds is None else max(seconds, _SOON)  # 0 turns a timer off
        signal.setitimer(signal.ITIMER_REAL, real)
        if in_worker:
            # Code that never comes back to Python hears of no signal: then the system ends this worker.
            signal.setitimer(signal.ITIMER_VIRTUAL, real + _GRACE if real else 0.0)

    in_worker = multiprocessing.parent_process() is not None
    try:
        before = signal.signal(signal.SIGALRM, expire)
    except (AttributeError, ValueError):
        yield lambda _seconds: None
        return
    try:
        yield ring_after
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGALRM, before)
