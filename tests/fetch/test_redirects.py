from __future__ import annotations

import json

from pipeline.sources.fetch import Outcome
from tests.fetch.conftest import Fetching
from tests.fetch.site import Reply, Site


def move(site: Site, here: str, there: str, status: int = 302) -> None:
    site.pages[here] = Reply(b"", status, {"Location": there})


def test_five_redirects_are_followed_and_written_down(fetching: Fetching, site: Site) -> None:
    for number, status in enumerate((301, 302, 303, 307, 308)):
        move(site, f"/{number}", f"/{number + 1}", status)
    site.pages["/5"] = Reply()
    (page,) = fetching(site.url("/0")).results
    assert (page.outcome, page.final) == (Outcome.SAVED, site.url("/5"))
    meta = json.loads((fetching.root / f"{page.file}.meta.json").read_text())
    assert meta["requested"] == site.url("/0")
    assert meta["url"] == site.url("/5")
    assert meta["redirects"] == [
        {"url": site.url(f"/{number}"), "status": status} for number, status in enumerate((301, 302, 303, 307, 308))
    ]


def test_a_sixth_redirect_is_one_too_many(fetching: Fetching, site: Site) -> None:
    for number in range(6):
        move(site, f"/{number}", f"/{number + 1}")
    site.pages["/6"] = Reply()
    (page,) = fetching(site.url("/0")).results
    assert (page.outcome, page.code) == (Outcome.FAILED, "redirects")
    assert "/6" not in site.paths()


def test_a_circle_of_redirects_ends(fetching: Fetching, site: Site) -> None:
    move(site, "/a", "/b")
    move(site, "/b", "/a")
    (page,) = fetching(site.url("/a")).results
    assert page.code == "redirects"
    assert site.paths() == ["/robots.txt", "/a", "/b"]


def test_each_step_asks_the_robots_of_its_own_host(fetching: Fetching, site: Site, other: Site) -> None:
    other.robots("User-agent: *\nDisallow: /no")
    other.default = Reply()
    move(site, "/a", other.url("/no"))
    move(site, "/b", other.url("/yes"))
    report = fetching(site.url("/a"), site.url("/b"))
    assert [page.outcome for page in report.results] == [Outcome.ROBOTS, Outcome.SAVED]
    assert other.paths() == ["/robots.txt", "/yes"]


def test_only_http_and_https_are_followed(fetching: Fetching, site: Site) -> None:
    places = [
        "file:///etc/passwd",
        "ftp://example.com/",
        "javascript:x",
        "http://u:p@127.0.0.1/",
        "data:,x",
        "",
    ]
    for number, there in enumerate(places):
        move(site, f"/{number}", there)
    report = fetching(*(site.url(f"/{number}") for number in range(len(places))))
    assert {page.code for page in report.results} == {"redirects"}


def test_two_addresses_of_one_page_ask_for_it_once(fetching: Fetching, site: Site) -> None:
    site.pages["/squat"] = Reply()
    move(site, "/old", "/squat")
    report = fetching(site.url("/squat"), site.url("/old"))
    assert [page.outcome for page in report.results] == [Outcome.SAVED, Outcome.UNCHANGED]
    assert len(site.asked("/squat")) == 1


def test_a_location_in_raw_utf_8_is_understood(fetching: Fetching, site: Site) -> None:
    move(site, "/a", "/k\u00fcbel".encode().decode("latin-1"))
    site.pages["/k%C3%BCbel"] = Reply()
    assert fetching(site.url("/a")).results[0].outcome is Outcome.SAVED
