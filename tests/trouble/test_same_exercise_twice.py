"""Two pages of one exercise: reported, nothing lost, and the choice is the same whatever the order."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from pipeline.ingest import Progress, ingest
from pipeline.settings import Settings
from tests.trouble.pages import LEG_CURL, TIPS, html_page, text_page
from tests.trouble.world import LEG_CURL_ID, World, codes, outcomes

FULL = LEG_CURL
POOR = LEG_CURL.but(tips=TIPS[:3])
POORER = LEG_CURL.but(tips=TIPS[:1])


def collection(root: Path) -> World:
    world = World(root)
    world.raw.mkdir(parents=True)
    return world


def test_the_fuller_page_is_kept_and_the_other_reported(world: World) -> None:
    world.page("a.txt", POOR)
    world.page("b.txt", FULL)
    done = world.run("ingest")
    assert done.code == 0
    assert len(done.lines) == 1
    assert done.lines[0].startswith("raw/a.txt: warning:")
    assert "raw/b.txt" in done.lines[0]
    assert len(world.record()["safety_tips"]) == 8
    assert world.record()["source"]["file"] == "raw/b.txt"
    assert sorted(p.name for p in world.raw.iterdir()) == ["a.txt", "b.txt"]


def test_the_choice_does_not_depend_on_the_names_of_the_files(tmp_path: Path) -> None:
    kept = []
    for number, order in enumerate(itertools.permutations((FULL, POOR, POORER))):
        world = collection(tmp_path / str(number))
        for name, exercise in zip(("a.txt", "b.txt", "c.txt"), order, strict=True):
            world.page(name, exercise)
        report = world.ingest()
        assert report["duplicates"] == 2
        kept.append(len(world.record()["safety_tips"]))
    assert kept == [8] * 6


def test_a_first_run_counts_one_new_record_whatever_the_names(tmp_path: Path) -> None:
    counts = []
    for number, order in enumerate(((FULL, POOR), (POOR, FULL))):
        world = collection(tmp_path / str(number))
        for name, exercise in zip(("a.txt", "b.txt"), order, strict=True):
            world.page(name, exercise)
        report = world.ingest()
        counts.append({name: report[name] for name in ("new", "changed", "duplicates")})
    assert counts == [{"new": 1, "changed": 0, "duplicates": 1}] * 2


@pytest.mark.parametrize(
    ("one", "other"), [("curl #1.txt", "curl #2.txt"), ("a\nb.txt", "c\td.txt"), ("\udce9.txt", "e.txt")]
)
def test_the_choice_does_not_depend_on_what_the_files_are_called(tmp_path: Path, one: str, other: str) -> None:
    for number, (fuller, poorer) in enumerate(((one, other), (other, one))):
        world = collection(tmp_path / str(number))
        world.page(fuller, FULL)
        world.page(poorer, POOR)
        for _ in range(2):
            assert world.ingest()["duplicates"] == 1
            assert len(world.record()["safety_tips"]) == 8


def test_the_choice_does_not_depend_on_which_run_saw_which_page(tmp_path: Path) -> None:
    pages = {"a.txt": POOR, "b.txt": FULL, "c.txt": POORER}
    kept = []
    for number, order in enumerate(itertools.permutations(pages)):
        world = collection(tmp_path / str(number))
        for name in order:
            world.page(name, pages[name])
            world.ingest()
        kept.append(world.files("normalized"))
    assert all(files == kept[0] for files in kept)


def test_equally_full_pages_are_decided_the_same_way_in_any_order(tmp_path: Path) -> None:
    one = text_page()
    other = one.replace("rounds", "bounds")
    kept = []
    for number, (first, second) in enumerate(((one, other), (other, one))):
        world = collection(tmp_path / str(number))
        world.page("a.txt", first)
        world.ingest()
        world.page("b.txt", second)
        world.ingest()
        kept.append(world.record()["tracking"])
    assert kept[0] == kept[1]


def test_twice_the_same_bytes_are_a_duplicate_that_says_so_truthfully(world: World) -> None:
    world.page("a.txt")
    world.page("b.txt")
    done = world.run("ingest")
    assert len(done.lines) == 1
    assert "says more" not in done.lines[0]


def test_both_runs_report_the_duplicate(world: World) -> None:
    world.page("a.txt", POOR)
    world.page("b.txt", FULL)
    for outcome in ("new", "unchanged"):
        report = world.ingest()
        assert report["duplicates"] == 1
        assert codes(report, "raw/a.txt") == ["duplicate-page"]
        assert outcomes(report)["raw/a.txt"] == "duplicates"
        assert outcomes(report)["raw/b.txt"] in (outcome, "changed")


def test_the_other_page_steps_in_when_the_chosen_one_is_removed(world: World) -> None:
    world.page("a.txt", FULL)
    world.page("b.txt", POOR)
    world.ingest()
    (world.raw / "a.txt").unlink()
    report = world.ingest()
    assert report["duplicates"] == 0, report
    assert world.record()["source"]["file"] == "raw/b.txt"


def test_the_other_page_steps_in_when_the_chosen_one_becomes_another_exercise(world: World) -> None:
    world.page("a.txt", FULL)
    world.page("b.txt", POOR)
    world.ingest()
    world.page("a.txt", FULL.but(name="Nordic Curl"))
    report = world.ingest()
    assert report["duplicates"] == 0, report
    assert world.record()["source"]["file"] == "raw/b.txt"
    assert world.record("nordic-curl")["source"]["file"] == "raw/a.txt"


def test_the_other_page_steps_in_when_the_chosen_one_becomes_poorer(world: World) -> None:
    world.page("a.txt", FULL)
    world.page("b.txt", POOR)
    world.ingest()
    world.page("a.txt", POORER)
    world.ingest()
    assert world.record()["source"]["file"] == "raw/b.txt"
    assert outcomes(world.ingest()) == {"raw/a.txt": "duplicates", "raw/b.txt": "unchanged"}


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize(("winner", "loser"), [("a.txt", "b.txt"), ("b.txt", "a.txt")])
def test_the_other_page_steps_in_when_a_run_ends_right_after_the_chosen_one_became_poorer(
    world: World, winner: str, loser: str, *, killed: bool
) -> None:
    world.page(winner, FULL)
    world.page(loser, POOR)
    world.ingest()
    state = (world.index / "state.db").read_bytes()
    world.page(winner, POORER)

    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(world.root, (), Settings(), on_progress=stop)
    if killed:  # nothing that a run notes is kept before its end
        (world.index / "state.db").write_bytes(state)
    world.ingest()
    assert world.record()["source"]["file"] == f"raw/{loser}"
    assert outcomes(world.ingest()) == {f"raw/{winner}": "duplicates", f"raw/{loser}": "unchanged"}


def test_the_other_page_steps_in_when_both_change(world: World) -> None:
    world.page("a.txt", POOR)
    world.page("b.txt", FULL)
    world.ingest()
    world.page("a.txt", POOR.but(description="Another sentence about the curl for the back of the thigh."))
    world.page("b.txt", POORER)
    world.ingest()
    assert world.record()["source"]["file"] == "raw/a.txt"


def test_a_fuller_page_does_not_replace_a_record_edited_by_hand(world: World) -> None:
    world.page("a.txt", POORER)
    world.ingest()
    file = world.record_file()
    file.write_text(file.read_text("utf-8").replace("difficulty: intermediate", "difficulty: advanced"), "utf-8")
    edited = file.read_bytes()
    world.page("b.txt", FULL)
    done = world.run("ingest")
    assert "edited by hand" in done.err
    assert file.read_bytes() == edited


def test_one_exercise_as_text_and_as_html_is_one_record(world: World) -> None:
    world.page("a.txt", text_page())
    world.page("b.html", html_page())
    report = world.ingest()
    assert (report["pages"], report["duplicates"]) == (2, 1)
    assert world.ids() == [LEG_CURL_ID]
