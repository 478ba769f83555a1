"""Only what changed is read again, and only what differs is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pipeline.ingest.recipe import sources
from pipeline.ingest.state import PageState, RunState
from pipeline.sources.folders import Found
from tests.trouble.pages import LEG_CURL
from tests.trouble.world import LEG_CURL_ID, World, outcomes


@pytest.fixture
def read(world: World) -> World:
    world.page("a.txt", LEG_CURL)
    world.page("b.txt", LEG_CURL.but(name="Nordic Curl"))
    world.page("c.txt", LEG_CURL.but(name="Calf Raise", target=("Calves",), secondary=()))
    world.ingest()
    return world


def test_a_second_run_changes_nothing(read: World) -> None:
    times, records = read.times(), read.files("normalized")
    report = read.ingest()
    assert outcomes(report) == {f"raw/{name}.txt": "unchanged" for name in "abc"}
    assert read.times() == times
    assert read.files("normalized") == records


def test_a_page_that_was_only_touched_is_unchanged(read: World) -> None:
    times = read.times()
    os.utime(read.raw / "a.txt", (1, 1))
    assert read.ingest()["unchanged"] == 3
    assert read.times() == times


def test_a_changed_page_changes_its_record_alone(read: World) -> None:
    times = read.times()
    read.page("a.txt", LEG_CURL.but(difficulty="Advanced"))
    assert outcomes(read.ingest()) == {"raw/a.txt": "changed", "raw/b.txt": "unchanged", "raw/c.txt": "unchanged"}
    assert {name for name, time in read.times().items() if times[name] != time} == {f"{LEG_CURL_ID}.yaml"}
    assert read.found("--difficulty", "advanced") == [LEG_CURL_ID]


def test_a_removed_record_is_made_again(read: World) -> None:
    before = read.record_file().read_bytes()
    read.record_file().unlink()
    assert outcomes(read.ingest()) == {"raw/a.txt": "new", "raw/b.txt": "unchanged", "raw/c.txt": "unchanged"}
    assert read.record_file().read_bytes() == before
    assert LEG_CURL_ID in read.found("curl")


def test_a_new_page_is_added_to_the_index(read: World) -> None:
    read.page("d.txt", LEG_CURL.but(name="Sliding Curl"))
    assert read.ingest()["new"] == 1
    assert read.found("sliding curl")[0] == "sliding-curl"


def test_a_removed_page_keeps_its_record(read: World) -> None:
    (read.raw / "a.txt").unlink()
    assert read.ingest()["pages"] == 2
    assert LEG_CURL_ID in read.ids()
    assert LEG_CURL_ID in read.found("leg curl")


def test_a_record_removed_with_its_page_is_found_no_longer(read: World) -> None:
    (read.raw / "a.txt").unlink()
    read.record_file().unlink()
    read.ingest()
    assert LEG_CURL_ID not in read.found("curl")


def test_a_profile_of_ones_own_reads_pages_again(read: World) -> None:
    odd = "\n\n".join(
        (
            "Plank Walk",
            "A walk on the hands in a plank, out and back again.",
            "Dinge",
            "Target MusclesAbs\nEquipmentBody Weight",
            "So wird es gemacht",
            "Start in a plank on both hands.",
            "Walk the hands forward and back again.",
        )
    )
    read.page("odd.txt", odd)
    assert outcomes(read.ingest())["raw/odd.txt"] == "rejected"
    (read.root / "profiles").mkdir()
    (read.root / "profiles" / "german.yaml").write_text(
        "name: german\nextends: generic\nrecognise: {headings: [dinge, so wird es gemacht], at_least: 1}\n"
        "fields:\n  instructions: {headings: [so wird es gemacht]}\nfact_headings: [dinge]\n",
        "utf-8",
    )
    report = read.ingest()
    assert outcomes(report)["raw/odd.txt"] == "new", report
    assert len(read.record("plank-walk")["instructions"]) == 2
    assert read.record("plank-walk")["source"]["profile"] == "german@1"
    assert outcomes(report)["raw/a.txt"] == "unchanged"
    (read.root / "profiles" / "german.yaml").unlink()
    assert outcomes(read.ingest())["raw/odd.txt"] == "rejected"
    assert "plank-walk" in read.ids()


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "x = 1",
        "[nonsense]",
        "rules = 3",
        "[read]\nmax_page_bytes = 'big'",
        "[read]\nmax_page_bytes = nan",
        "[read]\npage_seconds = inf",
        "[rules]\nrequired = 'name'",
        "[rules]\nseverity = {bad-name = 'awful'}",
        "[rules]\nseverity = {bad-nam = 'off'}",
    ],
)
def test_settings_that_make_no_sense_are_one_line(read: World, text: str) -> None:
    (read.root / "exercises.toml").write_text(text, "utf-8")
    done = read.run("ingest")
    assert done.code == 2, done
    assert len(done.lines) == 1
    assert "exercises.toml" in done.lines[0]


def test_settings_with_a_byte_order_mark_are_settings(read: World) -> None:
    (read.root / "exercises.toml").write_bytes(b"\xef\xbb\xbf[read]\nmax_page_bytes = 10\n")
    assert read.ingest()["rejected"] > 0


def test_settings_and_profiles_that_cannot_be_read_are_told(read: World) -> None:
    for name, hint in (("exercises.toml", "is a link that leads nowhere"), ("profiles", "is no folder")):
        (read.root / name).symlink_to(read.root / "gone")
        done = read.run("ingest")
        assert (done.code, len(done.lines)) == (2, 1)
        assert name in done.err and hint in done.err
        (read.root / name).unlink()


def test_naming_a_page_reads_that_page_alone(read: World) -> None:
    page = read.page("d.txt", LEG_CURL.but(name="Sliding Curl"))
    read.page("e.txt", LEG_CURL.but(name="Another Curl"))
    report = read.ingest(page)
    assert outcomes(report) == {"raw/d.txt": "new"}
    assert "another-curl" not in read.ids()


def test_two_fresh_collections_of_the_same_pages_are_byte_for_byte_equal(read: World) -> None:
    other = World(read.root / "other")
    for name, content in read.files("raw").items():
        other.page(name, content)
    other.ingest("--workers", "2")
    assert other.files("normalized") == read.files("normalized")


def test_a_change_of_a_profile_makes_its_own_pages_stale_and_no_others(tmp_path: Path) -> None:
    found = {name: Found(str(tmp_path / name), f"raw/{name}", 1, 1) for name in ("mine.html", "other.html")}
    before = {"generic": "a", "mine": "a"}
    with RunState(tmp_path) as state:
        state.begin("recipe", before, overwrite=False)
        for name, profile in (("mine.html", "mine@1"), ("other.html", "generic@1")):
            state.start_file(found[name])
            state.put(PageState(f"raw/{name}", f"raw/{name}", "0", profile, "plank", "unchanged", (), "stamp"))
            state.finish_file(found[name])
        fresh = {}
        for what, recipe, profiles in (
            ("nothing", "recipe", before),
            ("mine", "recipe", {**before, "mine": "b"}),
            ("generic", "recipe", {**before, "generic": "b"}),
            ("the recipe", "other", before),
        ):
            state.begin(recipe, profiles, overwrite=False)
            fresh[what] = [name for name in found if state.is_fresh(found[name], lambda *_: "stamp")]
    assert fresh == {
        "nothing": ["mine.html", "other.html"],
        "mine": ["other.html"],
        "generic": ["mine.html"],
        "the recipe": [],
    }


def test_whatever_code_reads_and_judges_pages_makes_them_stale_when_it_changes(read: World) -> None:
    parts = ("pipeline.reading", "pipeline.rules", "pipeline.vocabulary", "pipeline.sources.s")
    used = {Path(module.__file__ or "") for name, module in sys.modules.items() if name.startswith(parts)}
    assert any(path.parent.name == "dialects" for path in used) and any(path.name == "sniff.py" for path in used)
    assert used <= set(sources())
