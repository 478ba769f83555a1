from __future__ import annotations

import gzip

import pytest

from pipeline.sources.fetch import HostNote, Outcome
from pipeline.sources.fetch.faults import NotAPage, TooMuch
from pipeline.sources.fetch.sitemap import MOST, read
from tests.fetch.bombs import gzip_bomb
from tests.fetch.conftest import Fetching
from tests.fetch.site import Reply, Site

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*urls: str, lastmod: str = "") -> bytes:
    dated = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    entries = "".join(f"<url><loc>{url}</loc>{dated}</url>" for url in urls)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {NAMESPACE}>{entries}</urlset>'.encode()


def index(*urls: str) -> bytes:
    entries = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return f"<sitemapindex {NAMESPACE}>{entries}</sitemapindex>".encode()


def saved(report) -> set[str]:
    return {page.url for page in report.results if page.outcome is Outcome.SAVED}


def test_a_given_sitemap_is_fetched_page_by_page(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    urls = [site.url("/a"), site.url("/b?x=1&amp;y=2")]
    site.pages["/sitemap.xml"] = Reply(urlset(*urls), headers={"Content-Type": "application/xml"})
    assert saved(fetching(sitemaps=(site.url("/sitemap.xml"),))) == {site.url("/a"), site.url("/b?x=1&y=2")}


def test_a_site_is_asked_for_its_sitemaps_in_robots(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.robots(f"User-agent: *\nDisallow: /no\n\nSitemap: {site.url('/one.xml')}\nSitemap: {site.url('/two.txt')}\n")
    site.pages["/one.xml"] = Reply(urlset(site.url("/a"), site.url("/no")), headers={"Content-Type": "text/xml"})
    site.pages["/two.txt"] = Reply(
        f"{site.url('/b')}\n{site.url('/a')}\n".encode(), headers={"Content-Type": "text/plain"}
    )
    report = fetching(sitemaps=(site.url("/"),))
    assert saved(report) == {site.url("/a"), site.url("/b")}
    assert report.counts[Outcome.ROBOTS] == 1


def test_index_files_and_gzip_are_read(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.pages["/index.xml"] = Reply(index(site.url("/1.xml.gz"), site.url("/2.xml.gz")))
    site.pages["/1.xml.gz"] = Reply(gzip.compress(urlset(site.url("/a"))), headers={"Content-Type": "application/gzip"})
    packed = gzip.compress(urlset(site.url("/b")))
    site.pages["/2.xml.gz"] = Reply(packed, headers={"Content-Encoding": "gzip", "Content-Type": "application/xml"})
    assert saved(fetching(sitemaps=(site.url("/index.xml"),))) == {site.url("/a"), site.url("/b")}


def test_an_index_that_lists_itself_ends(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.pages["/index.xml"] = Reply(index(site.url("/index.xml"), site.url("/deep.xml")))
    site.pages["/deep.xml"] = Reply(index(site.url("/deeper.xml")))
    site.pages["/deeper.xml"] = Reply(index(site.url("/deepest.xml")))
    report = fetching(sitemaps=(site.url("/index.xml"),))
    assert [page.code for page in report.results] == ["content"]
    assert "/deepest.xml" not in site.paths()


def test_match_chooses_by_address_or_path(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.pages["/s.xml"] = Reply(urlset(*(site.url(path) for path in ("/exercises/a", "/blog/b", "/exercises/c"))))
    assert saved(fetching(sitemaps=(site.url("/s.xml"),), match=("/exercises/*",))) == {
        site.url("/exercises/a"),
        site.url("/exercises/c"),
    }
    assert fetching(sitemaps=(site.url("/s.xml"),), match=(f"http://{site.ip}*/blog/*",)).results[0].url == site.url(
        "/blog/b"
    )


def test_lastmod_skips_what_is_not_newer(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    for lastmod, asked in (
        ("2020-01-01", 1),
        ("2020-01-01T10:00:00+02:00", 1),
        ("2099-01-01", 2),
        ("soon", 3),
    ):
        site.pages["/s.xml"] = Reply(urlset(site.url("/a"), lastmod=lastmod))
        fetching(sitemaps=(site.url("/s.xml"),))
        assert len(site.asked("/a")) == asked, lastmod


def test_fifty_thousand_addresses_are_read_and_no_more() -> None:
    found = read(urlset(*(f"https://example.com/{n}" for n in range(MOST + 5))))
    assert (len(found.listed), found.cut) == (50_000, True)


def test_a_sitemap_that_is_cut_is_said_so(fetching: Fetching, site: Site) -> None:
    site.default = Reply()
    site.pages["/s.xml"] = Reply(urlset(site.url("/a"))[:-9] + b"<url><loc>bro")
    report = fetching(sitemaps=(site.url("/s.xml"),))
    assert saved(report) == {site.url("/a")}
    assert any(isinstance(event, HostNote) for event in fetching.events)


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>',
        b"<html><body>not here</body></html>",
        b"nothing",
        b"<urlset><url><loc>",
        b"\0\0\0",
    ],
)
def test_what_is_no_safe_sitemap_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPage):
        read(content)


def test_a_sitemap_bomb_is_refused() -> None:
    with pytest.raises(TooMuch):
        read(gzip_bomb(64 * 1024 * 1024))


def test_a_sitemap_that_is_missing_is_in_the_report(fetching: Fetching, site: Site) -> None:
    report = fetching(sitemaps=(site.url("/s.xml"),))
    assert [(page.outcome, page.status) for page in report.results] == [(Outcome.FAILED, 404)]
