"""What a run would ask, and when, without asking anything (`fetch --dry-run`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.sources.fetch.addresses import parse
from pipeline.sources.fetch.faults import BadAddress, RobotsRefuse
from pipeline.sources.fetch.freshness import is_fresh, standing
from pipeline.sources.fetch.frontier import Entry, Frontier
from pipeline.sources.fetch.keeping import find
from pipeline.sources.fetch.options import FetchOptions, Seams
from pipeline.sources.fetch.politeness import NEVER, Lane
from pipeline.sources.fetch.robots import FRESH, Rules, rules_of
from pipeline.sources.fetch.run import seeds


@dataclass(frozen=True, slots=True)
class Step:
    """One request, `at` seconds from now at the earliest; `at` is None when it would not be made."""

    url: str
    host: str
    at: float | None
    note: str = ""


def plan(urls: Sequence[str], options: FetchOptions, seams: Seams | None = None) -> tuple[Step, ...]:
    """The requests of a run in order, as far as they can be known without making one.

    What a sitemap lists is not known before it is read, so only the sitemap itself is shown.
    """
    frontier = Frontier.peek(options.root / "index")
    try:
        planner = _Planner(options, seams or Seams(), frontier)
        entries = {(entry.kind, entry.url): entry for entry in seeds(urls, options.sitemaps)}
        steps = [step for entry in entries.values() for step in planner.steps(entry)]
    finally:
        if frontier:
            frontier.close()
    return tuple(sorted(steps, key=lambda step: (step.at is None, step.at or 0.0)))


class _Planner:
    def __init__(self, options: FetchOptions, seams: Seams, frontier: Frontier | None) -> None:
        self._options, self._seams, self._frontier = options, seams, frontier
        self._due: dict[str, float] = {}
        self._rules: dict[str, Rules] = {}
        self._lanes: dict[str, Lane] = {}

    def steps(self, entry: Entry) -> Iterator[Step]:
        try:
            address = parse(entry.url)
        except BadAddress as fault:
            yield Step(entry.url, "", None, fault.message)
            return
        lane = self._lane(address.lane)
        exempt = self._options.ignore_robots and {address.host, address.authority} & self._options.own_hosts
        if address.origin not in self._rules and not exempt:
            rules = self._known_rules(address.origin)
            if rules is None:
                yield Step(f"{address.origin}/robots.txt", address.lane, self._slot(lane), "rules first")
            self._rules[address.origin] = rules or Rules("")
            lane.asks_for(self._rules[address.origin].delay)
        yield self._step(entry, lane, exempt=bool(exempt))

    def _step(self, entry: Entry, lane: Lane, *, exempt: bool) -> Step:
        address = parse(entry.url)
        try:
            if not exempt:
                self._rules[address.origin].require(address)
        except RobotsRefuse as fault:
            return Step(address.url, lane.name, None, fault.message)
        kept = None if self._options.force or entry.kind != "page" else find(self._options.root, address)
        check = self._frontier.check(address.url) if self._frontier else None
        if kept and is_fresh(standing(kept, check), self._seams.clock.now()):
            return Step(address.url, lane.name, None, "still good, by its server's word")
        note = "sitemap" if entry.kind == "sitemap" else "if it changed" if kept else ""
        return Step(address.url, lane.name, self._slot(lane), note)

    def _slot(self, lane: Lane) -> float:
        at = self._due.get(lane.name, lane.next_in)
        self._due[lane.name] = at + lane.gap
        return at

    def _lane(self, name: str) -> Lane:
        if name not in self._lanes:
            memory = self._frontier.memory(name) if self._frontier else NEVER
            self._lanes[name] = Lane(name, self._options.delay, self._seams.clock, self._seams.random, memory)
        return self._lanes[name]

    def _known_rules(self, origin: str) -> Rules | None:
        copy = self._frontier.robots(origin) if self._frontier and not self._options.force else None
        return rules_of(copy.text) if copy and self._seams.clock.now() - copy.at < FRESH else None
