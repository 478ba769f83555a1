"""What `fetch` wrote beside a page reaches the record, and is no page itself."""

from __future__ import annotations

import json

from pipeline.records import Page
from pipeline.sources import folders, saved
from tests.fetch.conftest import Fetching
from tests.fetch.site import Reply, Site


def pages(fetching: Fetching) -> list[Page]:
    found = [read for entry in folders.find(fetching.root) for read in saved.read(entry.path, entry.file, 10**6)]
    assert all(isinstance(page, Page) for page in found)
    return found  # type: ignore[return-value]


def test_a_page_knows_its_final_address_and_when_it_came(fetching: Fetching, site: Site) -> None:
    site.pages["/old"] = Reply(b"", 301, {"Location": "/squat.html"})
    site.pages["/squat.html"] = Reply(
        "<p>Kniebeuge für alle".encode("cp1250"), headers={"Content-Type": "text/html; charset=cp1250"}
    )
    fetching(site.url("/old"))
    (page,) = pages(fetching)
    meta = json.loads((fetching.root / f"{page.file}.meta.json").read_text())
    assert (page.url, page.retrieved, page.charset) == (site.url("/squat.html"), meta["retrieved"], "cp1250")


def test_a_page_saved_anew_by_hand_keeps_its_address_and_nothing_else_of_the_fetched_one(
    fetching: Fetching, site: Site
) -> None:
    site.pages["/squat.html"] = Reply(headers={"Content-Type": "text/html; charset=cp1250"})
    fetching(site.url("/squat.html"))
    (page,) = pages(fetching)
    (fetching.root / page.file).write_bytes("<p>Übung".encode())
    (again,) = pages(fetching)
    assert (again.url, again.retrieved, again.charset) == (site.url("/squat.html"), None, None)
