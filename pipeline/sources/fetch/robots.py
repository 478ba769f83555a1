"""robots.txt as RFC 9309 reads it: asked first, kept a day, and silence means no."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from pipeline.sources.fetch.addresses import Address, parse
from pipeline.sources.fetch.clock import Clock
from pipeline.sources.fetch.exchange import Answer
from pipeline.sources.fetch.faults import BadAddress, PrivateAddress, RobotsRefuse, Unfetched
from pipeline.sources.fetch.frontier import Frontier, RobotsCopy
from pipeline.sources.fetch.options import MIB, PRODUCT, Limits

FRESH = 24 * 3600.0
"""Seconds a copy is used without asking again (section 2.4)."""

LAST_GOOD = 30 * 24 * 3600.0
"""Seconds the last good copy stands in while the server cannot be reached (section 2.3.1.4)."""

REDIRECTS = 5
"""Section 2.3.1.2; a longer chain counts as there being no file."""

LARGEST = MIB
"""Bytes that are parsed; section 2.5 wants at least 500 KiB. The rest of a longer file is not read."""

_REDIRECTING = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin allows. `unread` says why its file could not be read: then nothing is allowed."""

    text: str
    unread: str = ""
    parsed: Protego | None = None

    def require(self, address: Address) -> None:
        """Raises RobotsRefuse when `address` may not be asked."""
        if self.unread:
            raise RobotsRefuse(f"robots.txt of {address.authority} cannot be read ({self.unread}), so nothing is asked")
        if self.parsed and not self.parsed.can_fetch(address.url, PRODUCT):
            raise RobotsRefuse("robots.txt does not allow it")

    @property
    def delay(self) -> float:
        """Seconds between requests the site wishes for: Crawl-delay or Request-rate, the larger, else 0."""
        if not self.parsed:
            return 0.0
        rate = self.parsed.request_rate(PRODUCT)
        return max(self.parsed.crawl_delay(PRODUCT) or 0.0, rate.seconds / rate.requests if rate else 0.0)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """Addresses of sitemaps the file names."""
        return tuple(self.parsed.sitemaps) if self.parsed else ()


class Robots:
    """The rules of every origin a run meets; `ask` fetches one address, with tries, without redirects."""

    def __init__(
        self, frontier: Frontier, ask: Callable[[Address, Limits], Answer], clock: Clock, *, afresh: bool
    ) -> None:
        self._frontier, self._ask, self._clock, self._afresh = frontier, ask, clock, afresh
        self._known: dict[str, tuple[float, Rules]] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules(self, address: Address) -> Rules:
        """The rules for the origin of `address`, asked for when no copy of the last 24 hours is at hand.

        Raises PrivateAddress when the origin itself may not be connected to, Deferred and Stopped as `ask`
        does.
        """
        with self._lock:
            lock = self._locks.setdefault(address.origin, threading.Lock())
        with lock:
            at, rules = self._known.get(address.origin, (0.0, None))
            if rules is None or self._clock.now() - at >= FRESH:
                at, rules = self._looked_up(address)
                self._known[address.origin] = (at, rules)
            return rules

    def _looked_up(self, address: Address) -> tuple[float, Rules]:
        now = self._clock.now()
        copy = self._frontier.robots(address.origin)
        if copy and not self._afresh and 0 <= now - copy.at < FRESH:
            return copy.at, rules_of(copy.text)
        try:
            text = self._asked(address)
        except _Unread as failure:
            if copy and 0 <= now - copy.at < LAST_GOOD:
                return now, rules_of(copy.text)
            # Not stored: the next run asks again, this one does not.
            return now, Rules("", unread=str(failure))
        self._frontier.keep_robots(address.origin, RobotsCopy(now, text))
        return now, rules_of(text)

    def _asked(self, address: Address) -> str:
        """The text of the file, empty when the server says there is none. Raises _Unread."""
        hop = parse("/robots.txt", address)
        limits = Limits(wire_bytes=LARGEST, decoded_bytes=LARGEST, cut=True)
        for redirects in range(REDIRECTS + 1):
            answer = self._one(hop, limits, first=redirects == 0)
            if answer.status not in _REDIRECTING:
                return _text(answer)
            try:
                hop = parse(answer.header("location"), hop)
            except BadAddress as error:
                raise _Unread("it redirects to what is no web address") from error
        return ""

    def _one(self, hop: Address, limits: Limits, *, first: bool) -> Answer:
        try:
            return self._ask(hop, limits)
        except PrivateAddress as error:
            if first:
                raise
            raise _Unread("it redirects into a private network") from error
        except Unfetched as error:
            if error.outcome == "deferred":
                raise
            raise _Unread(str(error)) from error


class _Unread(Exception):  # a step inside this module, not a fault to report
    """The file could not be read, which is not the same as there being none."""


def _text(answer: Answer) -> str:
    if 200 <= answer.status < 300:
        return answer.content.decode("utf-8-sig", "replace")
    if 400 <= answer.status < 500:  # 429 never comes here: to those who ask, it is a fault like 5xx
        return ""
    raise _Unread(f"status {answer.status}")


def rules_of(text: str) -> Rules:
    """The rules that the text of a robots.txt spells."""
    return Rules(text, parsed=Protego.parse(text))
