from __future__ import annotations

import itertools

import pytest

from pipeline.errors import WrongUse
from pipeline.sources.fetch import Outcome
from tests.fetch.conftest import QUICK, Fetching
from tests.fetch.site import Reply, Site


def outcomes(report) -> list[Outcome]:
    return [page.outcome for page in report.results]


def test_robots_is_asked_first_and_once(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    fetching(site.url("/a.html"), site.url("/b.html"))
    assert site.paths() == ["/robots.txt", "/a.html", "/b.html"]


def test_a_disallowed_page_is_not_asked(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.robots("User-agent: *\nDisallow: /private\nAllow: /private/squat\n")
    report = fetching(site.url("/private/x"), site.url("/private/squat"), site.url("/public"))
    assert outcomes(report) == [Outcome.ROBOTS, Outcome.SAVED, Outcome.SAVED]
    assert "/private/x" not in site.paths()


def test_the_group_for_our_product_token_counts(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.robots("User-agent: *\nDisallow:\n\nUser-agent: Exercise-Pipeline\nDisallow: /\n")
    assert outcomes(fetching(site.url("/a"))) == [Outcome.ROBOTS]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_4xx_allows(fetching: Fetching, site: Site, status: int) -> None:
    site.default = Reply()
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /", status)
    assert outcomes(fetching(site.url("/a"))) == [Outcome.SAVED]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_429_and_5xx_disallow_whatever_the_answer_says(fetching: Fetching, site: Site, status: int) -> None:
    site.default = Reply()
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nAllow: /", status)
    assert outcomes(fetching(site.url("/a"), site.url("/b"))) == [Outcome.ROBOTS, Outcome.ROBOTS]
    assert set(site.paths()) == {"/robots.txt"}
    assert len(site.log) <= 3


def test_a_robots_that_does_not_come_in_time_disallows(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.pages["/robots.txt"] = Reply(pause=0.7)
    report = fetching(site.url("/a"), limits=QUICK)
    assert outcomes(report) == [Outcome.ROBOTS]
    assert "/a" not in site.paths()


def test_a_host_without_a_server_is_not_asked_for_pages(fetching: Fetching, site: Site) -> None:
    url = site.url("/a")
    site.close()
    report = fetching(url)
    assert outcomes(report) == [Outcome.ROBOTS]
    assert "connection was refused" in report.results[0].reason


def test_five_redirects_of_robots_are_followed_and_more_count_as_none(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    steps = ["/robots.txt", "/1", "/2", "/3", "/4", "/5"]
    for here, there in itertools.pairwise(steps):
        site.pages[here] = Reply(b"", 301, {"Location": there})
    site.pages["/5"] = Reply(b"User-agent: *\nDisallow: /\n")
    assert outcomes(fetching(site.url("/a"))) == [Outcome.ROBOTS]
    site.pages["/5"] = Reply(b"", 301, {"Location": "/6"})
    site.pages["/6"] = Reply(b"User-agent: *\nDisallow: /\n")
    assert outcomes(fetching(site.url("/a"), force=True)) == [Outcome.SAVED]


def test_rules_after_500_kib_are_still_read(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    filler = "# " + "x" * 97 + "\n"
    site.robots("User-agent: *\n" + filler * 5119 + "Disallow: /late\n")
    assert outcomes(fetching(site.url("/late"))) == [Outcome.ROBOTS]


def test_an_endless_robots_is_parsed_as_far_as_it_is_read(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.robots("User-agent: *\nDisallow: /early\n" + ("# " + "x" * 97 + "\n") * 60_000)
    assert outcomes(fetching(site.url("/early"), site.url("/a"))) == [Outcome.ROBOTS, Outcome.SAVED]


def test_robots_is_kept_for_24_hours(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    fetching(site.url("/a"))
    fetching.clock.ahead += 23 * 3600
    fetching(site.url("/a"))
    assert len(site.asked("/robots.txt")) == 1
    fetching.clock.ahead += 2 * 3600
    site.robots("User-agent: *\nDisallow: /")
    assert outcomes(fetching(site.url("/a"))) == [Outcome.ROBOTS]
    assert len(site.asked("/robots.txt")) == 2


def test_the_last_good_copy_stands_in_for_30_days(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.robots("User-agent: *\nDisallow: /no")
    fetching(site.url("/a"))
    site.pages["/robots.txt"] = Reply(b"", 503)
    fetching.clock.ahead += 29 * 24 * 3600
    assert outcomes(fetching(site.url("/a"), site.url("/no"))) == [Outcome.SAVED, Outcome.ROBOTS] or outcomes(
        fetching(site.url("/a"), site.url("/no"))
    ) == [Outcome.UNCHANGED, Outcome.ROBOTS]
    fetching.clock.ahead += 2 * 24 * 3600
    assert outcomes(fetching(site.url("/a"))) == [Outcome.ROBOTS]


def test_robots_can_be_ignored_on_ones_own_hosts_only(fetching: Fetching, site: Site, other: Site) -> None:
    for host in (site, other):
        host.default = Reply()
        host.robots("User-agent: *\nDisallow: /")
    with pytest.raises(WrongUse):
        fetching(site.url("/a"), ignore_robots=True)
    report = fetching(site.url("/a"), other.url("/a"), ignore_robots=True, own_hosts=frozenset({site.ip}))
    assert outcomes(report) == [Outcome.SAVED, Outcome.ROBOTS]
