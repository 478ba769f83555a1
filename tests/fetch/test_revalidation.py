from __future__ import annotations

import email.utils
import shutil

import pytest

from pipeline.sources.fetch import Outcome
from tests.fetch.conftest import Fetching
from tests.fetch.site import PAGE, Handler, Reply, Site


def outcomes(report) -> list[Outcome]:
    return [page.outcome for page in report.results]


def versioned(etag: str = "", modified: str = "", body: bytes = PAGE):
    """A page that answers 304 to whoever knows its validator."""
    headers = {"ETag": etag, "Last-Modified": modified}

    def answer(handler: Handler) -> Reply:
        known = handler.headers.get("If-None-Match")
        if (known == etag) if known else (modified and handler.headers.get("If-Modified-Since") == modified):
            return Reply(b"", 304, headers, length=None)
        return Reply(body, headers=headers)

    return answer


@pytest.mark.parametrize(("etag", "modified"), [('"v1"', ""), ("", "Mon, 06 Jan 2025 10:00:00 GMT"), ('W/"v1"', "x")])
def test_a_page_that_did_not_change_is_not_sent_again(fetching: Fetching, site: Site, etag: str, modified: str) -> None:
    site.pages["/a"] = versioned(etag, modified)
    assert outcomes(fetching(site.url("/a"))) == [Outcome.SAVED]
    before = {path: path.stat().st_mtime_ns for path in (fetching.root / "raw").rglob("*")}
    (page,) = fetching(site.url("/a")).results
    assert (page.outcome, page.status) == (Outcome.UNCHANGED, 304)
    assert {path: path.stat().st_mtime_ns for path in (fetching.root / "raw").rglob("*")} == before


def test_a_page_that_changed_takes_the_old_ones_place(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = versioned('"v1"')
    fetching(site.url("/a"))
    site.pages["/a"] = versioned('"v2"', body=b"<p>new")
    assert outcomes(fetching(site.url("/a"))) == [Outcome.SAVED]
    assert list(fetching.saved().values()) == [b"<p>new"]


def test_the_same_bytes_again_count_as_unchanged(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = Reply()
    fetching(site.url("/a"))
    assert outcomes(fetching(site.url("/a"))) == [Outcome.UNCHANGED]


def test_validators_survive_the_loss_of_the_index(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = versioned('"v1"')
    fetching(site.url("/a"))
    shutil.rmtree(fetching.root / "index")
    assert outcomes(fetching(site.url("/a"))) == [Outcome.UNCHANGED]
    assert site.asked("/a")[-1].headers["if-none-match"] == '"v1"'


def test_a_damaged_index_is_made_anew(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = versioned('"v1"')
    fetching(site.url("/a"))
    (fetching.root / "index" / "fetch.db").write_bytes(b"not a database" * 500)
    assert outcomes(fetching(site.url("/a"))) == [Outcome.UNCHANGED]


def test_max_age_is_honoured(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = Reply(headers={"Cache-Control": "max-age=600"})
    fetching(site.url("/a"))
    fetching.clock.ahead += 500
    assert outcomes(fetching(site.url("/a"))) == [Outcome.UNCHANGED]
    assert len(site.asked("/a")) == 1
    fetching.clock.ahead += 200
    fetching(site.url("/a"))
    assert len(site.asked("/a")) == 2


def test_a_304_makes_a_page_fresh_again(fetching: Fetching, site: Site) -> None:
    def answer(handler: Handler) -> Reply:
        headers = {"ETag": '"v1"', "Cache-Control": "max-age=600"}
        return Reply(b"", 304, headers, length=None) if handler.headers.get("If-None-Match") else Reply(headers=headers)

    site.pages["/a"] = answer
    fetching(site.url("/a"))
    fetching.clock.ahead += 700
    fetching(site.url("/a"))
    fetching.clock.ahead += 500
    fetching(site.url("/a"))
    assert len(site.asked("/a")) == 2


@pytest.mark.parametrize("order", ["no-cache, max-age=600", "no-store, max-age=600", "max-age=0", ""])
def test_a_page_is_asked_for_again_when_its_server_wants_it(fetching: Fetching, site: Site, order: str) -> None:
    site.pages["/a"] = Reply(headers={"Cache-Control": order, "ETag": '"v1"'})
    fetching(site.url("/a"))
    fetching(site.url("/a"))
    assert len(site.asked("/a")) == 2
    assert ("if-none-match" in site.asked("/a")[1].headers) == ("no-store" not in order)


def test_expires_and_age_count(fetching: Fetching, site: Site) -> None:
    now = fetching.clock.now()
    site.pages["/a"] = Reply(headers={"Expires": email.utils.formatdate(now + 600, usegmt=True)})
    site.pages["/b"] = Reply(headers={"Cache-Control": "max-age=600", "Age": "590"})
    fetching(site.url("/a"), site.url("/b"))
    fetching.clock.ahead += 300
    fetching(site.url("/a"), site.url("/b"))
    assert (len(site.asked("/a")), len(site.asked("/b"))) == (1, 2)


def test_force_asks_in_full(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = Reply(headers={"Cache-Control": "max-age=600", "ETag": '"v1"'})
    fetching(site.url("/a"))
    fetching(site.url("/a"), force=True)
    assert len(site.asked("/a")) == 2
    assert "if-none-match" not in site.asked("/a")[1].headers


def test_a_page_deleted_from_disk_is_asked_for_in_full(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = versioned('"v1"')
    (page,) = fetching(site.url("/a")).results
    (fetching.root / page.file).unlink()
    assert outcomes(fetching(site.url("/a"))) == [Outcome.SAVED]


def test_a_page_changed_by_hand_is_left_alone(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = versioned('"v1"')
    (page,) = fetching(site.url("/a")).results
    (fetching.root / page.file).write_bytes(b"<p>mine")
    (again,) = fetching(site.url("/a")).results
    assert again.code == "other-file"
    assert (fetching.root / page.file).read_bytes() == b"<p>mine"
    assert outcomes(fetching(site.url("/a"), force=True)) == [Outcome.SAVED]


def test_a_page_saved_by_hand_is_left_alone(fetching: Fetching, site: Site) -> None:
    site.pages["/a"] = Reply()
    (page,) = fetching(site.url("/a")).results
    (fetching.root / f"{page.file}.meta.json").unlink()
    (fetching.root / page.file).write_bytes(b"<p>mine")
    assert fetching(site.url("/a")).results[0].code == "other-file"
