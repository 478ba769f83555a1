"""One lane a host: who may ask next, and when."""

from __future__ import annotations

import contextlib
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

from pipeline.sources.fetch.clock import Clock
from pipeline.sources.fetch.faults import Deferred, Stopped
from pipeline.sources.fetch.options import LONGEST_DELAY

JITTER = (0.05, 0.3)
"""Added to every wait, as shares of it: always a little more than was promised, never less."""

LONGEST_HOLD = 3600.0
"""Seconds a run waits when a server asks it to; longer is left to a later run."""

FAILURES_IN_A_ROW = 5
_SMOOTHING = 0.3
_STEEPEST = 64.0


@dataclass(frozen=True, slots=True)
class Memory:
    """What of a lane outlives the process, in seconds since 1970: last request, earliest next one."""

    last: float = 0.0
    not_before: float = 0.0


NEVER = Memory()


class Lane:
    """The queue in front of one host. Whoever asks the host, from whichever thread, does it inside `turn`."""

    def __init__(
        self,
        name: str,
        delay: float,
        clock: Clock,
        chance: random.Random,
        memory: Memory = NEVER,
        remember: Callable[[Memory], None] = lambda _: None,
    ) -> None:
        self.name = name
        self._remember = remember
        self.failures = 0
        self.stopped = ""
        self._delay, self._clock, self._chance = delay, clock, chance
        self._asked = 0.0
        self._latency = 0.0
        self._penalty = 1.0
        self._lock = threading.Lock()
        # A clock that was set back must not free the lane early, nor one set forward bind it for long.
        since = clock.now() - memory.last
        self._last = clock.monotonic() - since if since >= 0 else clock.monotonic()
        self._not_before = clock.monotonic() + max(0.0, memory.not_before - clock.now())

    @property
    def gap(self) -> float:
        """Seconds from the end of one request to the start of the next, before jitter.

        The largest of our delay, the site's wish and the server's own latency, so that it is never busy with
        us more than half of the time; doubled by each failure and brought back by successes, never below the
        first two.
        """
        wished = max(self._delay, self._asked)
        return max(wished, min(max(wished, self._latency) * self._penalty, LONGEST_DELAY))

    @property
    def not_before(self) -> float:
        """Seconds since 1970 until which the server asked for silence."""
        return self._clock.now() + max(0.0, self._not_before - self._clock.monotonic())

    @property
    def next_in(self) -> float:
        """Seconds until the next request may go out, jitter aside."""
        return max(0.0, max(self._last + self.gap, self._not_before) - self._clock.monotonic())

    def asks_for(self, seconds: float) -> None:
        """The site's own wish for the time between requests."""
        self._asked = max(self._asked, seconds)

    def hold(self, seconds: float) -> None:
        """Nobody asks before `seconds` have passed."""
        self._not_before = max(self._not_before, self._clock.monotonic() + seconds)
        self._write_down()

    def went_well(self, latency: float) -> None:
        """An answer came after `latency` seconds, and it was no complaint."""
        self._latency = latency if not self._latency else self._latency + _SMOOTHING * (latency - self._latency)
        self._penalty = max(1.0, self._penalty / 2)

    def went_wrong(self) -> None:
        """A failure: slow down. A quick refusal says nothing about speed, so latency stays as it was."""
        self._penalty = min(self._penalty * 2, _STEEPEST)

    def backoff(self, attempt: int) -> float:
        """Seconds before try number `attempt` + 1: doubling, with jitter."""
        return max(self._delay, self._asked) * 2.0**attempt * (1 + self._chance.uniform(*JITTER))

    def patience(self) -> None:
        """Raises Deferred when the server asked for more silence than a run waits."""
        left = self._not_before - self._clock.monotonic()
        if left > LONGEST_HOLD:
            raise Deferred(f"{self.name} asked to be left alone for {left / 60:.0f} minutes: run this again later")

    @contextlib.contextmanager
    def turn(self, stop: threading.Event) -> Iterator[None]:
        """Wait for the lane to be free and due; inside is one request with its whole answer.

        The time counts from the end of the answer before, so the server's own log cannot show less than the
        gap. Raises Deferred, and Stopped when `stop` is set first.
        """
        with self._lock:
            self.patience()
            due = max(self._last + self.gap * (1 + self._chance.uniform(*JITTER)), self._not_before)
            if self._clock.sleep(max(0.0, due - self._clock.monotonic()), stop):
                raise Stopped
            # Before as well as after: a run killed in between must not make the next one ask too soon.
            self._write_down()
            try:
                yield
            finally:
                self._last = self._clock.monotonic()
                self._write_down()

    def _write_down(self) -> None:
        self._remember(Memory(self._clock.now(), self.not_before))


def retry_after(value: str, date: str, now: float) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, section 10.2.3); None when unreadable.

    A date is measured from the answer's own Date, so that a wrong clock on either side does not matter.
    """
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    until = http_date(text)
    if until is None:
        return None
    asked = http_date(date)
    return max(0.0, until - (asked if asked is not None else now))


def http_date(text: str) -> float | None:
    """Seconds since 1970 of an HTTP date (RFC 9110, section 5.6.7); None when it is none."""
    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
