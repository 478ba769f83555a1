"""Time as an argument, so that a day of waiting can be tested in a moment."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime


class Clock:
    """The machine's own clock. A test hands in a subclass whose `sleep` only moves the hands."""

    def now(self) -> float:
        """Seconds since 1970 in UTC: for what outlives the process."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds that never jump: for what is measured within the process."""
        return time.monotonic()

    def sleep(self, seconds: float, stop: threading.Event) -> bool:
        """Wait at least `seconds`, or until `stop` is set; true when it was."""
        end = self.monotonic() + seconds
        while (left := end - self.monotonic()) > 0:
            if stop.wait(left):
                return True
        return stop.is_set()


def rfc3339(seconds: float) -> str:
    """A point in time as RFC 3339 writes it, in UTC, to the second."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def from_rfc3339(text: str) -> float | None:
    """Seconds since 1970 of an RFC 3339 time; None when it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
