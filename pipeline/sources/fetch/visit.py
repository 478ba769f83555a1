"""One address from the frontier to the disk: robots, the lane's turn, tries, redirects, checks, keeping."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.sources.fetch.addresses import Address, parse
from pipeline.sources.fetch.connection import Way
from pipeline.sources.fetch.content import check_page, check_status, check_type, is_login, refusal_words
from pipeline.sources.fetch.decoding import accepted
from pipeline.sources.fetch.exchange import Answer, Headers, Wanted, exchange
from pipeline.sources.fetch.faults import (
    BadAddress,
    BadRedirect,
    BusyServer,
    HostStopped,
    Trouble,
    TurnedAway,
    Unfetched,
)
from pipeline.sources.fetch.freshness import Standing, conditions, is_fresh, is_newer, standing
from pipeline.sources.fetch.frontier import Entry, Frontier
from pipeline.sources.fetch.keeping import MATTER, Hop, Keeper
from pipeline.sources.fetch.options import LONGEST_DELAY, FetchOptions, Limits, Seams
from pipeline.sources.fetch.politeness import FAILURES_IN_A_ROW, Lane, retry_after
from pipeline.sources.fetch.report import Outcome, PageReport
from pipeline.sources.fetch.robots import Robots, Rules
from pipeline.sources.fetch.sitemap import LIMITS as SITEMAP_LIMITS
from pipeline.sources.fetch.warc import Warc

RETRIES = 2
REDIRECTS = 5
REDIRECTING = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Arrived:
    """The end of a chain: the last answer, or the standing page that made asking needless."""

    address: Address
    hops: tuple[Hop, ...]
    answer: Answer | None = None
    page: Standing | None = None
    twin: PageReport | None = None


class Visitor:
    """Asks servers for one run. Every request of the run goes through `ask`, whatever it is for."""

    def __init__(self, options: FetchOptions, seams: Seams, frontier: Frontier, stop: threading.Event) -> None:
        self._options, self._seams, self._frontier, self._stop = options, seams, frontier, stop
        self._lanes: dict[str, tuple[Lane, Way]] = {}
        self._lock = threading.Lock()
        self._robots = Robots(frontier, self.ask, seams.clock, afresh=options.force)
        self.keeper = Keeper(options.root, frontier, force=options.force)
        self._warc = Warc(options.warc, frontier, options.user_agent) if options.warc else None

    def close(self) -> None:
        """No more requests."""
        if self._warc:
            self._warc.close()

    def lane(self, name: str) -> Lane:
        """The lane of a host, made when it is first needed."""
        return self._lane(name)[0]

    def rules(self, address: Address) -> Rules:
        """The robots.txt that speaks for an address."""
        return self._robots.rules(address)

    def visit(self, entry: Entry, job: int) -> PageReport:
        """Fetch one page and keep it; whatever the site does, the answer is a report.

        Raises Stopped, and CannotWrite when the disk refuses.
        """
        try:
            return self._kept(entry, self.arrive(entry, job))
        except Unfetched as fault:
            return self.failed(entry, fault)

    def failed(self, entry: Entry, fault: Unfetched) -> PageReport:
        """The report of an address that a fault ended."""
        status = getattr(fault, "status", None)
        return PageReport(entry.url, fault.outcome, entry.lane, fault.code, fault.message, status)

    def arrive(self, entry: Entry, job: int) -> Arrived:
        """Follow an address to the answer at its end. Raises Unfetched with the reason when there is none."""
        hop = parse(entry.url)
        hops: list[Hop] = []
        for _ in range(REDIRECTS + 1):
            known = self._without_asking(entry, hop, job, first=not hops)
            if known:
                return Arrived(hop, tuple(hops), page=known.page, twin=known.twin)
            page = self._standing(hop) if entry.kind == "page" else None
            headers = conditions(page) if page and not self._options.force else {}
            answer = self._counted(hop, entry, headers)
            if answer.status not in REDIRECTING:
                return Arrived(hop, tuple(hops), answer=answer, page=page)
            hops.append(Hop(hop.url, answer.status))
            hop = _next(answer, hops, entry)
        raise BadRedirect(f"more than {REDIRECTS} redirects")

    def ask(
        self,
        address: Address,
        limits: Limits,
        headers: Mapping[str, str] | None = None,
        wanted: Wanted | None = None,
    ) -> Answer:
        """One request in its host's turn, with tries where they make sense. Raises Unfetched, Stopped."""
        lane, way = self._lane(address.lane)
        refusals = 0
        for attempt in range(RETRIES + 1):
            with lane.turn(self._stop):
                if lane.stopped:
                    raise HostStopped(lane.stopped)
                try:
                    return self._once(lane, way, address, headers or {}, wanted or (lambda *_: limits))
                except Trouble as trouble:
                    last = trouble
                    # While the turn is still ours: nobody may slip in before the wait is known.
                    lane.went_wrong()
                    pause = lane.backoff(attempt + 1) if attempt < RETRIES else 0.0
                    lane.hold(max(pause, trouble.wait or 0.0))
            lane.patience()
            refusals += getattr(last, "status", None) == 429
            if refusals == 2:
                raise TurnedAway("refused", refusal_words(429)) from last
        raise last

    def _once(self, lane: Lane, way: Way, address: Address, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        asked = {
            "User-Agent": self._options.user_agent,
            "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
            "Accept-Encoding": accepted(),
            **headers,
        }
        answer = exchange(way, address, asked, wanted, self._seams.clock)
        if self._warc:
            self._warc.add(answer)
        wait = retry_after(answer.header("retry-after"), answer.header("date"), answer.at)
        if answer.status in (408, 429) or answer.status >= 500:
            raise BusyServer(f"the server answers {answer.status}", answer.status, wait)
        if wait and answer.status in REDIRECTING:
            lane.hold(wait)
        lane.went_well(answer.latency)
        return answer

    def _counted(self, hop: Address, entry: Entry, headers: Mapping[str, str]) -> Answer:
        """Ask for an address, and stop its host when it fails or refuses too often in a row."""
        self._require_robots(hop)
        lane = self.lane(hop.lane)
        try:
            answer = self.ask(hop, self._options.limits, headers, self._wanted(entry))
            if answer.status not in REDIRECTING and not (answer.status == 304 and headers):
                check_status(answer)
                if entry.kind == "page":
                    check_page(answer, hop)
        except (Trouble, TurnedAway):
            lane.failures += 1
            if lane.failures >= FAILURES_IN_A_ROW:
                lane.stopped = f"{FAILURES_IN_A_ROW} failures in a row at {lane.name}: it is left alone for now"
            raise
        except Unfetched:
            lane.failures = 0
            raise
        lane.failures = 0
        return answer

    def _require_robots(self, hop: Address) -> None:
        if self._options.ignore_robots and {hop.host, hop.authority} & self._options.own_hosts:
            return
        rules = self._robots.rules(hop)
        if rules.delay > LONGEST_DELAY:
            lane = self.lane(hop.lane)
            lane.stopped = f"{hop.authority} wants {rules.delay:g} s between requests, over our {LONGEST_DELAY:g} s"
            raise HostStopped(lane.stopped)
        rules.require(hop)
        self.lane(hop.lane).asks_for(rules.delay)

    def _wanted(self, entry: Entry) -> Wanted:
        def limits(status: int, headers: Headers) -> Limits | None:
            if status not in (200, 203):
                return None
            if entry.kind != "page":
                return SITEMAP_LIMITS
            check_type(headers)
            return self._options.limits

        return limits

    def _without_asking(self, entry: Entry, hop: Address, job: int, *, first: bool) -> Arrived | None:
        """The page as it stands, when this run, its server or its sitemap say that it is still good."""
        if entry.kind != "page":
            return None
        twin = None if first else self._frontier.kept_in_job(job, hop.url)
        if twin:
            return Arrived(hop, (), twin=twin)
        page = None if self._options.force else self._standing(hop)
        if page and (is_fresh(page, self._seams.clock.now()) or (first and _old(entry, page))):
            return Arrived(hop, (), page=page)
        return None

    def _standing(self, address: Address) -> Standing | None:
        kept = self.keeper.kept(address)
        return standing(kept, self._frontier.check(address.url)) if kept else None

    def _kept(self, entry: Entry, arrived: Arrived) -> PageReport:
        final = arrived.address.url
        if arrived.twin:
            twin = arrived.twin
            return PageReport(entry.url, Outcome.UNCHANGED, entry.lane, "", "", twin.status, final, twin.file)
        if arrived.answer and not (arrived.answer.status == 304 and arrived.page):
            outcome, file = self.keeper.save(entry, arrived.answer, arrived.hops)
            return PageReport(entry.url, outcome, entry.lane, "", "", arrived.answer.status, final, file)
        assert arrived.page  # noqa: S101  # an Arrived without an answer is made from a standing page
        if arrived.answer:
            said = {name: value for name in MATTER if (value := arrived.answer.header(name))}
            self._frontier.keep_check(final, arrived.answer.at, said)
        status = arrived.answer.status if arrived.answer else None
        return PageReport(entry.url, Outcome.UNCHANGED, entry.lane, "", "", status, final, arrived.page.kept.file)

    def _lane(self, name: str) -> tuple[Lane, Way]:
        with self._lock:
            if name not in self._lanes:
                seams, frontier = self._seams, self._frontier
                lane = Lane(
                    name,
                    self._options.delay,
                    seams.clock,
                    seams.random,
                    frontier.memory(name),
                    lambda memory: frontier.remember(name, memory),
                )
                way = Way(seams.resolve, self._options.limits, allow_private=self._options.allow_private)
                self._lanes[name] = (lane, way)
            return self._lanes[name]


def _old(entry: Entry, page: Standing) -> bool:
    return bool(entry.lastmod) and not is_newer(entry.lastmod, page.at)


def _next(answer: Answer, hops: list[Hop], entry: Entry) -> Address:
    """Where a redirect leads. Raises BadRedirect, or TurnedAway when it leads to a login page."""
    text = answer.header("location")
    if not text:
        raise BadRedirect("a redirect that leads nowhere")
    with_bytes = text.encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        there = parse(with_bytes, answer.address)
    except BadAddress as error:
        raise BadRedirect(f"a redirect to what is not fetched: {error}") from error
    if any(there.url == hop.url for hop in hops):
        raise BadRedirect("the redirects go in a circle")
    if is_login(there) and not is_login(parse(entry.url)):
        raise TurnedAway("login", "the site sends us to a login page")
    return there
