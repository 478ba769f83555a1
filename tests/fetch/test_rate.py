from __future__ import annotations

import email.utils
import itertools
import time

import pytest

from pipeline.sources.fetch import HostNote, Outcome
from pipeline.sources.fetch.clock import Clock
from tests.fetch.conftest import Fetching
from tests.fetch.site import Handler, Reply, Site


def outcomes(report) -> list[Outcome]:
    return [page.outcome for page in report.results]


def test_the_server_never_sees_less_than_the_delay(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    fetching(*(site.url(f"/{n}") for n in range(8)), delay=0.1, real_clock=True)
    assert len(site.log) == 9
    assert min(site.gaps()) >= 0.1
    assert site.most_open == 1


def test_the_delay_holds_across_runs(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    fetching(site.url("/a"), delay=0.3, real_clock=True)
    fetching(site.url("/b"), delay=0.3, real_clock=True)
    assert min(site.gaps()) >= 0.3


def test_the_wait_has_jitter_on_top(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    fetching(*(site.url(f"/{n}") for n in range(6)), delay=10.0)
    waits = [round(wait, 2) for wait in fetching.clock.slept if wait > 1]
    assert len(set(waits)) > 3
    assert min(waits) >= 10.0
    assert max(waits) <= 13.0


def test_crawl_delay_wins_when_it_is_longer(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.robots("User-agent: *\nCrawl-delay: 20\n")
    fetching(site.url("/a"), site.url("/b"), delay=1.0)
    assert min(fetching.clock.slept[1:]) >= 19.9


def test_request_rate_wins_when_it_is_longer(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.robots("User-agent: *\nCrawl-delay: 2\nRequest-rate: 2/1m\n")
    fetching(site.url("/a"), site.url("/b"), delay=1.0)
    assert min(fetching.clock.slept[1:]) >= 29.9


def test_our_delay_wins_when_it_is_longer(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.robots("User-agent: *\nCrawl-delay: 2\n")
    fetching(site.url("/a"), site.url("/b"), delay=5.0)
    assert min(fetching.clock.slept[1:]) >= 4.9


@pytest.mark.parametrize("line", ["Crawl-delay: 61", "Request-rate: 1/2m"])
def test_a_host_that_wants_more_than_a_minute_is_skipped_and_said_so(fetching: Fetching, site: Site, line: str) -> None:
    site.default = Reply()
    site.robots(f"User-agent: *\n{line}\n")
    report = fetching(site.url("/a"), site.url("/b"))
    assert outcomes(report) == [Outcome.FAILED, Outcome.FAILED]
    assert site.paths() == ["/robots.txt"]
    assert any(isinstance(event, HostNote) and "between requests" in event.message for event in fetching.events)


def test_a_slow_server_is_asked_more_slowly(fetching: Fetching, site: Site) -> None:
    site.default = Reply(pause=1.0)  # long beside what a busy machine takes between two requests
    fetching(site.url("/a"), site.url("/b"), site.url("/c"))
    assert max(fetching.clock.slept) >= 0.15


def test_quick_errors_never_make_the_fetcher_quicker(fetching: Fetching, site: Site) -> None:
    site.default = Reply(b"", 500)
    site.pages["/slow"] = Reply(pause=0.3)
    fetching(site.url("/slow"), site.url("/a"), site.url("/b"), delay=1.0)
    waits = [wait for wait in fetching.clock.slept if wait > 0]
    assert all(later >= earlier * 0.7 for earlier, later in itertools.pairwise(waits))
    assert max(waits[3:]) > 2 * waits[1]


def test_hosts_are_asked_side_by_side(fetching: Fetching, site: Site, other: Site) -> None:
    for host in (site, other):
        host.default = Reply()
    urls = [host.url(f"/{n}") for n in range(4) for host in (site, other)]
    fetching(*urls, delay=0.15, real_clock=True)
    assert site.log[0].at < other.log[-1].at
    assert other.log[0].at < site.log[-1].at


def test_a_redirect_to_another_host_waits_for_that_hosts_turn(fetching: Fetching, site: Site, other: Site) -> None:
    other.default = Reply()
    for n in range(4):
        site.pages[f"/{n}"] = Reply(b"", 302, {"Location": other.url(f"/from-{n}")})
    urls = [*(site.url(f"/{n}") for n in range(4)), *(other.url(f"/{n}") for n in range(4))]
    report = fetching(*urls, delay=0.08, real_clock=True)
    assert outcomes(report) == [Outcome.SAVED] * 8
    assert min(other.gaps()) >= 0.08
    assert other.most_open == 1


def test_retry_after_in_seconds_is_waited_for(fetching: Fetching, site: Site) -> None:
    answers = iter([Reply(b"", 503, {"Retry-After": "120"}), Reply()])
    site.pages["/a"] = lambda _: next(answers)
    assert outcomes(fetching(site.url("/a"))) == [Outcome.SAVED]
    assert 119 <= max(fetching.clock.slept) <= 125


def test_retry_after_as_a_date_is_waited_for(fetching: Fetching, site: Site) -> None:
    until = email.utils.formatdate(time.time() + 90, usegmt=True)
    answers = iter([Reply(b"", 429, {"Retry-After": until}), Reply()])
    site.pages["/a"] = lambda _: next(answers)
    assert outcomes(fetching(site.url("/a"))) == [Outcome.SAVED]
    assert 88 <= max(fetching.clock.slept) <= 92


def test_retry_after_is_waited_for_at_the_server(fetching: Fetching, site: Site) -> None:
    answers = iter([Reply(b"", 503, {"Retry-After": "1"}), Reply()])
    site.pages["/a"] = lambda _: next(answers)
    fetching(site.url("/a"), real_clock=True)
    first, second = site.asked("/a")
    assert second.at - first.at >= 1.0


@pytest.mark.parametrize("status", [429, 503])
def test_over_an_hour_the_host_is_left_to_a_later_run(fetching: Fetching, site: Site, status: int) -> None:
    site.default = Reply()
    site.pages["/a"] = Reply(b"", status, {"Retry-After": "7200"})
    report = fetching(site.url("/a"), site.url("/b"))
    assert outcomes(report) == [Outcome.DEFERRED, Outcome.DEFERRED]
    assert not report.interrupted
    assert site.paths() == ["/robots.txt", "/a"]
    again = fetching(site.url("/a"), site.url("/b"))
    assert outcomes(again) == [Outcome.DEFERRED, Outcome.DEFERRED]
    assert site.paths() == ["/robots.txt", "/a"]
    fetching.clock.ahead += 7201
    site.pages["/a"] = Reply()
    assert outcomes(fetching(site.url("/a"), site.url("/b"))) == [Outcome.SAVED, Outcome.SAVED]


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_passing_faults_are_tried_twice_more(fetching: Fetching, site: Site, status: int) -> None:
    site.pages["/a"] = Reply(b"", status)
    assert outcomes(fetching(site.url("/a"), delay=1.0)) == [Outcome.FAILED]
    assert len(site.asked("/a")) == 3, fetching.events
    first, second = [wait for wait in fetching.clock.slept if wait > 1.5]
    assert second > 1.5 * first


@pytest.mark.parametrize("status", [400, 404, 410, 418])
def test_lasting_faults_are_not_tried_again(fetching: Fetching, site: Site, status: int) -> None:
    site.pages["/a"] = Reply(b"", status)
    assert outcomes(fetching(site.url("/a"))) == [Outcome.FAILED]
    assert len(site.asked("/a")) == 1


def test_a_broken_connection_is_tried_again(fetching: Fetching, site: Site) -> None:
    tries = itertools.count()

    def drop_twice(handler: Handler) -> Reply | None:
        if next(tries) < 2:
            handler.close_connection = True
            handler.connection.close()
            return None
        return Reply()

    site.pages["/a"] = drop_twice
    assert outcomes(fetching(site.url("/a"))) == [Outcome.SAVED]


def test_five_failures_in_a_row_stop_the_host_and_no_other(fetching: Fetching, site: Site, other: Site) -> None:
    site.default = Reply(b"", 500)
    other.default = Reply()
    report = fetching(*(site.url(f"/{n}") for n in range(9)), other.url("/a"))
    assert outcomes(report) == [Outcome.FAILED] * 9 + [Outcome.SAVED]
    assert {path for path in site.paths() if path != "/robots.txt"} == {f"/{n}" for n in range(5)}
    assert [page.code for page in report.results[:9]] == ["status"] * 5 + ["host-stopped"] * 4


def test_a_success_between_failures_keeps_the_host_going(fetching: Fetching, site: Site) -> None:
    site.default = Reply(b"", 500)
    site.pages["/4"] = Reply()
    report = fetching(*(site.url(f"/{n}") for n in range(9)))
    assert [page.code for page in report.results].count("host-stopped") == 0


def test_sleeping_never_ends_early() -> None:
    import threading

    clock = Clock()
    before = clock.monotonic()
    clock.sleep(0.05, threading.Event())
    assert clock.monotonic() - before >= 0.05
