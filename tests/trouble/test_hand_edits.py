"""A record edited by hand is never overwritten, and every run says that it was kept."""

from __future__ import annotations

import shutil

import pytest

from pipeline.ingest import Progress, ingest
from pipeline.settings import Settings
from tests.trouble.pages import LEG_CURL
from tests.trouble.world import LEG_CURL_ID, World, codes, outcomes

EDITS = {
    "value": (b"difficulty: intermediate", b"difficulty: advanced"),
    "space": (b"difficulty: intermediate", b"difficulty:  intermediate"),
    "space-at-the-end": (b"difficulty: intermediate\n", b"difficulty: intermediate \n"),
    "comment": (b"difficulty: intermediate", b"# checked with the coach\ndifficulty: intermediate"),
    "blank-line": (b"benefits:", b"\nbenefits:"),
    "digest": (b"  digest: ", b"  digest: 0"),
    "broken": (b"difficulty: intermediate", b"difficulty: [inter"),
}


def edit(world: World, kind: str = "value") -> bytes:
    before, after = EDITS[kind]
    stored = world.record_file().read_bytes()
    assert before in stored
    world.record_file().write_bytes(stored.replace(before, after, 1))
    return world.record_file().read_bytes()


OTHER = LEG_CURL.but(
    name="Sliding Curl",
    description="Both heels slide over a smooth floor, and the hips stay up.",
    steps=("Lie on your back with your heels on a towel.", "Lift your hips.", "Slide your heels out and in again."),
)


@pytest.fixture
def read(world: World) -> World:
    world.page("page.txt")
    world.page("other.txt", LEG_CURL.but(name="Nordic Curl"))
    world.ingest()
    return world


@pytest.mark.parametrize("kind", EDITS)
def test_any_edit_is_kept_and_said_by_the_next_run(read: World, kind: str) -> None:
    edited = edit(read, kind)
    done = read.run("ingest")
    assert read.record_file().read_bytes() == edited
    about = [line for line in done.lines if LEG_CURL_ID in line and "--overwrite" in line]
    assert len(about) == 1, done
    assert outcomes(read.ingest())["raw/other.txt"] == "unchanged"


@pytest.mark.parametrize("kind", EDITS)
def test_any_edit_shows_in_a_new_clone_without_other_state(read: World, kind: str) -> None:
    edited = edit(read, kind)
    shutil.rmtree(read.index)
    report = read.ingest()
    assert read.record_file().read_bytes() == edited
    assert codes(report, "raw/page.txt") == ["hand-edited"]


def test_an_edit_is_kept_when_the_page_changes(read: World) -> None:
    edited = edit(read)
    read.page("page.txt", LEG_CURL.but(description="Another sentence about the curl for the back of the thigh."))
    report = read.ingest()
    assert read.record_file().read_bytes() == edited
    assert codes(report, "raw/page.txt") == ["hand-edited"]


def test_overwrite_takes_the_page_again(read: World) -> None:
    before = read.record_file().read_bytes()
    edit(read)
    report = read.ingest("--overwrite")
    assert read.record_file().read_bytes() == before
    assert outcomes(report) == {"raw/page.txt": "changed", "raw/other.txt": "unchanged"}


def test_overwrite_after_the_edit_was_said_takes_the_page_again(read: World) -> None:
    before = read.record_file().read_bytes()
    edit(read)
    read.ingest()
    read.ingest("--overwrite")
    assert read.record_file().read_bytes() == before
    assert codes(read.ingest(), "raw/page.txt") == []


def test_an_edit_taken_back_is_no_longer_reported(read: World) -> None:
    before = read.record_file().read_bytes()
    edit(read)
    read.ingest()
    read.record_file().write_bytes(before)
    assert codes(read.ingest(), "raw/page.txt") == []


def test_an_edit_is_found_after_the_next_run(read: World) -> None:
    edit(read)
    read.ingest()
    assert read.found("--difficulty", "advanced") == [LEG_CURL_ID]


def test_line_ends_of_a_windows_checkout_are_no_edit(read: World) -> None:
    stored = read.record_file().read_bytes()
    read.record_file().write_bytes(stored.replace(b"\n", b"\r\n"))
    shutil.rmtree(read.index)
    assert codes(read.ingest(), "raw/page.txt") == []


def test_a_record_that_is_broken_by_hand_is_named_with_its_line(read: World) -> None:
    edit(read, "broken")
    done = read.run("ingest")
    assert any(line.startswith(f"normalized/{LEG_CURL_ID}.yaml:") and "index" in line for line in done.lines), done
    assert read.found("curl") == ["nordic-curl"]


def test_a_record_written_by_hand_without_a_page_stays(read: World) -> None:
    stored = read.record_file("nordic-curl").read_text("utf-8")
    mine = stored.partition("source:")[0].replace("nordic-curl", "my-curl").replace("Nordic Curl", "My Curl")
    read.record_file("my-curl").write_text(mine, "utf-8")
    read.ingest()
    assert read.record_file("my-curl").read_text("utf-8") == mine
    assert "my-curl" in read.found("curl")
    assert read.run("validate").code == 0


def test_raw_pages_are_never_changed(read: World) -> None:
    raw = read.files("raw")
    edit(read)
    for arguments in (("ingest",), ("ingest", "--overwrite"), ("index",), ("validate",), ("search", "curl")):
        read.run(*arguments)
    assert read.files("raw") == raw


def test_an_edit_made_while_the_run_goes_on_is_kept_and_found(read: World) -> None:
    read.page("page.txt", LEG_CURL.but(description="Another sentence about the curl for the back of the thigh."))
    edited: list[bytes] = []

    def edit_once(_progress: Progress) -> None:  # the page was read, its record is about to be written
        edited.extend([edit(read)] if not edited else [])

    report = ingest(read.root, (), Settings(), on_progress=edit_once)
    assert read.record_file().read_bytes() == edited[0]
    assert [i.code for r in report.results() if r.file == "raw/page.txt" for i in r.issues] == ["hand-edited"]
    assert LEG_CURL_ID in read.found("--difficulty", "advanced")


def test_a_record_written_by_hand_while_its_page_is_read_is_kept(world: World) -> None:
    world.page("page.txt")
    by_hand = b"schema: 1\nid: inverse-leg-curl-bench-support\nname: Mine\n"

    def write(_progress: Progress) -> None:
        world.normalized.mkdir(exist_ok=True)
        world.record_file().write_bytes(by_hand)

    ingest(world.root, (), Settings(), on_progress=write)
    assert world.record_file().read_bytes() == by_hand


def test_a_record_that_was_given_another_name_stays_the_record_of_its_page(read: World) -> None:
    renamed = read.record_file().read_text("utf-8").replace(f"id: {LEG_CURL_ID}", "id: my-curl")
    read.record_file().unlink()
    read.record_file("my-curl").write_text(renamed, "utf-8")
    for _ in range(2):
        report = read.ingest()
        assert outcomes(report)["raw/page.txt"] == "unchanged"
        assert codes(report, "raw/page.txt") == ["hand-edited"]
        assert read.ids() == ["my-curl", "nordic-curl"]
        (read.root / "index" / "state.db").unlink()
    assert read.record_file("my-curl").read_text("utf-8") == renamed
    read.ingest("--overwrite")
    assert LEG_CURL_ID in read.ids()


def test_a_record_edited_by_hand_stays_that_of_a_page_that_is_called_otherwise_now(read: World) -> None:
    edited = edit(read)
    read.page("page.txt", LEG_CURL.but(name="Quadruped Reach"))
    report = read.ingest()
    assert codes(report, "raw/page.txt") == ["hand-edited"]
    assert read.ids() == sorted((LEG_CURL_ID, "nordic-curl"))
    assert read.record_file().read_bytes() == edited


def test_a_person_at_a_terminal_is_told_of_edits_that_the_index_does_not_know(world: World) -> None:
    world.page("page.txt")
    world.page("other.txt", LEG_CURL.but(name="Sliding Curl"))
    world.ingest()
    told = "since the index was made; `exercises index` brings it up to date"
    assert told not in world.on_terminal("search", "curl")[1]
    path = world.record_file()
    path.write_text(path.read_text("utf-8") + "video: https://example.com/v\n", "utf-8")
    assert f"1 record was touched {told}" in world.on_terminal("search", "curl")[1]
    assert told not in world.run("search", "curl").err, "a program does not listen"
    (world.normalized / "sliding-curl.yaml").unlink()
    (world.normalized / "broken.yaml").write_text("{", "utf-8")
    assert f"3 records were touched {told}" in world.on_terminal("search", "curl")[1]
    world.run("index")
    assert told not in world.on_terminal("search", "curl")[1], "a record that cannot be read is told by `index`"


def test_another_page_under_the_file_name_of_an_edited_record_gets_a_record_of_its_own(read: World) -> None:
    edited = edit(read)
    (read.raw / "page.txt").rename(read.raw / "z.txt")
    read.page("page.txt", OTHER)
    report = read.ingest()
    assert outcomes(report)["raw/page.txt"] == "new"
    assert codes(report, "raw/z.txt") == ["hand-edited"]
    assert read.record_file().read_bytes() == edited


def test_a_record_of_another_name_stays_that_of_its_page_when_that_file_is_called_otherwise(read: World) -> None:
    renamed = read.record_file().read_text("utf-8").replace(f"id: {LEG_CURL_ID}", "id: my-curl")
    read.record_file().unlink()
    read.record_file("my-curl").write_text(renamed, "utf-8")
    read.ingest()
    (read.raw / "page.txt").rename(read.raw / "curl.txt")
    assert codes(read.ingest(), "raw/curl.txt") == ["hand-edited"]
    assert read.ids() == ["my-curl", "nordic-curl"]
