"""A whole run: hosts side by side, pages of a host one after the other."""

from __future__ import annotations

import functools
import hashlib
import json
import queue
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from pipeline.errors import NoSuchThing
from pipeline.sources.fetch.addresses import parse
from pipeline.sources.fetch.expand import Expander
from pipeline.sources.fetch.faults import BadAddress, Deferred, Stopped
from pipeline.sources.fetch.frontier import Entry, Frontier
from pipeline.sources.fetch.options import FetchOptions, Seams
from pipeline.sources.fetch.report import Event, FetchReport, HostNote, HostProgress, OnEvent, Outcome
from pipeline.sources.fetch.visit import Visitor


def fetch(
    urls: Sequence[str],
    options: FetchOptions,
    on_event: OnEvent | None = None,
    *,
    stop: threading.Event | None = None,
    seams: Seams | None = None,
) -> FetchReport:
    """Download `urls`, and what the sitemaps of `options` list, politely into raw/ below the root.

    A run of the same call that was cut short is gone on with; without any address the last such run is.
    `on_event` is called from several threads, one at a time. Setting `stop` ends the run after the pages in
    hand. Raises WrongUse, Locked while another run works on the same root, and CannotWrite.
    """
    frontier = Frontier.open(options.root / "index")
    try:
        return _Run(urls, options, on_event or (lambda _: None), stop or threading.Event(), seams, frontier).go()
    finally:
        frontier.close()


class _Run:
    def __init__(
        self,
        urls: Sequence[str],
        options: FetchOptions,
        on_event: OnEvent,
        stop: threading.Event,
        seams: Seams | None,
        frontier: Frontier,
    ) -> None:
        self._seams = seams or Seams()
        self._frontier, self._on_event, self._stop = frontier, on_event, stop
        self._event_lock = threading.Lock()
        self._notes: list[HostNote] = []
        self._news: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._job, self._options = _job(urls, options, frontier)
        self._visitor = Visitor(self._options, self._seams, frontier, stop)
        self._expander = Expander(self._visitor, frontier, self._options.match)

    def go(self) -> FetchReport:
        began = self._seams.clock.monotonic()
        try:
            self._visitor.keeper.mend()
            self._drive()
        finally:
            self._visitor.close()
        results = self._frontier.results(self._job)
        interrupted = bool(self._frontier.lanes(self._job))
        if not interrupted:
            self._frontier.close_job(self._job)
        return FetchReport(results, tuple(self._notes), interrupted, self._seams.clock.monotonic() - began)

    def _drive(self) -> None:
        """Give every lane with something waiting a thread, until none has; a fault of our own ends all."""
        active: dict[str, Future[None]] = {}
        fault: BaseException | None = None
        with ThreadPoolExecutor(self._options.hosts_at_once, "fetch") as pool:
            while True:
                if not self._stop.is_set() and not fault:
                    for lane in self._frontier.lanes(self._job):
                        if lane not in active:
                            active[lane] = pool.submit(self._lane, lane)
                            active[lane].add_done_callback(functools.partial(self._ended, lane))
                if not active:
                    break
                ended = self._wait()
                if ended is not None:
                    fault = fault or active.pop(ended).exception()
                    if fault:
                        self._stop.set()
        if fault:
            raise fault

    def _ended(self, lane: str, _future: Future[None]) -> None:
        self._news.put(lane)

    def _wait(self) -> str | None:
        """The lane that ended; None when more addresses came up."""
        while True:
            try:
                # With a time limit, so that Ctrl-C gets through on systems where a bare wait is deaf to it.
                return self._news.get(timeout=1.0)
            except queue.Empty:
                continue

    def _lane(self, name: str) -> None:
        lane = self._visitor.lane(name)
        while not self._stop.is_set():
            entry = self._frontier.next(self._job, name)
            if entry is None:
                break
            try:
                lane.patience()
                self._one(entry)
            except Deferred as fault:
                self._end_lane(name, Outcome.DEFERRED, fault.code, fault.message)
            except Stopped:
                break
            if lane.stopped:
                self._end_lane(name, Outcome.FAILED, "host-stopped", lane.stopped)
            done, waiting = self._frontier.counts(self._job, name)
            self._tell(HostProgress(name, done, waiting, lane.next_in))

    def _one(self, entry: Entry) -> None:
        if entry.kind == "page":
            report = self._visitor.visit(entry, self._job)
            self._frontier.finish(entry.id, report)
            self._tell(report)
            return
        failed, notes = self._expander.expand(entry, self._job)
        for note in notes:
            self._tell(note)
        if failed:
            self._tell(failed)
        self._news.put(None)

    def _end_lane(self, name: str, outcome: Outcome, code: str, reason: str) -> None:
        _, waiting = self._frontier.counts(self._job, name)
        self._frontier.finish_lane(self._job, name, outcome, code, reason)
        self._tell(HostNote(name, f"{reason}; {waiting} addresses of this host were not asked" if waiting else reason))

    def _tell(self, event: Event) -> None:
        with self._event_lock:
            if isinstance(event, HostNote):
                self._notes.append(event)
            self._on_event(event)


def _job(urls: Sequence[str], options: FetchOptions, frontier: Frontier) -> tuple[int, FetchOptions]:
    """The job for this call and the options it runs with: a new one, or the one that was cut short."""
    if not urls and not options.sitemaps:
        found = frontier.last_open_job()
        if not found:
            raise NoSuchThing("nothing to go on with: give an address, --list FILE or --sitemap URL")
        job, asked = found
        match = asked.get("match")
        kept = tuple(str(pattern) for pattern in match) if isinstance(match, list) else ()
        return job, replace(options, match=kept, force=bool(asked.get("force")))
    entries = seeds(urls, options.sitemaps)
    asked = {"match": sorted(options.match), "force": options.force}
    spelled = json.dumps([asked, sorted((entry.kind, entry.url) for entry in entries)])
    job, _ = frontier.open_job(hashlib.sha256(spelled.encode("utf-8", "surrogatepass")).hexdigest(), asked, entries)
    return job, options


def seeds(urls: Sequence[str], sitemaps: Sequence[str]) -> list[Entry]:
    """The entries a run begins with; what is no address stays in, to end in the report with its reason."""
    given = [("sitemap", text) for text in sitemaps] + [("page", text) for text in urls]
    return [_seed(kind, text) for kind, text in given]


def _seed(kind: str, text: str) -> Entry:
    try:
        return Entry.of(parse(text), kind=kind)
    except BadAddress:
        return Entry(text.encode("utf-8", "replace").decode(), "", kind)
