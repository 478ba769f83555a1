"""Archives in a collection: what cannot be read of one is told, and nothing is said of what nobody could look at."""

from __future__ import annotations

import pytest

from pipeline.sources.fetch import decoding
from tests.sources.making import page, response, tarred, zipped
from tests.trouble.world import World, codes, outcomes

PAGES = [("a.html", page("Squat")), ("b.html", page("Lunge")), ("c.html", page("Plank"))]


def test_pages_that_a_damaged_archive_hides_are_not_called_gone(world: World) -> None:
    packed = tarred(PAGES)
    world.page("x.tar", packed)
    world.ingest()
    second = packed.index(b"b.html")
    world.page("x.tar", packed[: second + 148] + b"x" * 8 + packed[second + 156 :])
    done = world.run("ingest")
    assert done.code == 1 and "gone" not in done.err and "[damaged-archive]" in done.err
    assert world.ids() == ["lunge", "plank", "squat"]


def test_pages_of_a_damaged_archive_within_another_are_not_called_gone(world: World) -> None:
    packed = tarred(PAGES[1:])
    world.page("x.zip", zipped([PAGES[0], ("in.tar", packed)]))
    world.ingest()
    world.page("x.zip", zipped([PAGES[0], ("in.tar", packed[: packed.index(b"c.html") + 200])]))
    done = world.run("ingest")
    assert done.code == 1 and "gone" not in done.err


def test_entries_of_one_name_are_the_same_in_every_command_and_run(world: World) -> None:
    world.page("x.zip", zipped([("a.html", page("Squat")), ("a.html", page("Lunge"))]))
    assert outcomes(world.ingest()) == {"raw/x.zip#a.html": "new", "raw/x.zip#a.html (2)": "new"}
    assert world.record("lunge")["source"]["file"] == "raw/x.zip#a.html (2)"
    assert world.run("probe", "--json", "raw/x.zip#a.html (2)").json["id"] == "lunge"
    assert world.ingest()["unchanged"] == 2
    world.page("y.html", page("Plank"))
    (world.index / "state.db").unlink()
    report = outcomes(world.ingest())
    assert report == {"raw/x.zip#a.html": "unchanged", "raw/x.zip#a.html (2)": "unchanged", "raw/y.html": "new"}


def test_probe_shows_the_whole_pages_of_an_archive_and_names_the_others(world: World) -> None:
    packed = bytearray(zipped(PAGES[:2]))
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        packed[packed.find(mark) + flags] |= 1
    world.page("x.zip", bytes(packed))
    done = world.run("probe", "raw/x.zip")
    assert done.code == 1 and "raw/x.zip#b.html: text/html" in done.out
    (line,) = (line for line in done.lines if ": error: " in line)
    assert line.startswith("raw/x.zip#a.html: error: ") and "password" in line
    first, second = world.run("probe", "--json", "raw/x.zip").json
    assert (first["file"], first["rejected"], second["id"]) == ("raw/x.zip#a.html", True, "lunge")
    alone = world.run("probe", "raw/x.zip#a.html")
    assert alone.code == 1 and alone.err.startswith("exercises: raw/x.zip#a.html: this member")


def test_a_page_that_needs_an_extra_is_read_once_it_is_there(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    import brotli

    body = brotli.compress(page("Squat"))
    world.page("x.warc", response(body, "Squat", ["Content-Encoding: br"]) + response(page("Lunge"), "Lunge"))
    with monkeypatch.context() as without:
        without.setattr(decoding, "accepted", lambda: "gzip, deflate")
        assert codes(world.ingest(), "raw/x.warc#1") == ["needs-fetch"]
    assert outcomes(world.ingest()) == {"raw/x.warc#1": "new", "raw/x.warc#2": "unchanged"}


def test_a_page_of_a_web_archive_that_is_no_exercise_is_named_by_its_address(world: World) -> None:
    world.page("x.warc", response(b"<html><body><h1>News</h1><p>We moved.</p></body></html>", "news"))
    (line,) = world.run("ingest").lines
    assert line.startswith("raw/x.warc#1: error: ") and "(https://example.com/news)" in line
