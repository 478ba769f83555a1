"""Runs that are stopped, killed or started twice: the state is whole, and the next run arrives where one run would."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest
import yaml

from tests.trouble.pages import LEG_CURL, text_page
from tests.trouble.world import Finished, World, ended, outcomes, wait_for

PAGES = 200
TRIES = 5


def fill(world: World) -> World:
    for number in range(PAGES):
        page = text_page(LEG_CURL.but(name=f"Leg Curl Number {number}"))
        world.page(f"{number:03d}.txt", page if number % 50 else "")
    return world


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """normalized/ after one undisturbed run."""
    world = fill(World(tmp_path_factory.mktemp("whole")))
    assert world.ingest()["pages"] == PAGES
    return world.files("normalized")


def check_whole(world: World) -> None:
    """Nothing half-written is left: every record can be read, and there is nothing else."""
    for name, content in world.files("normalized").items():
        assert name.endswith(".yaml"), name
        if not name.startswith("rejected"):
            assert yaml.safe_load(content)["source"]["digest"]


def check_converges(world: World, whole: dict[str, bytes]) -> None:
    report = world.ingest()
    assert report["pages"] == len(report["results"]) == PAGES
    assert report["rejected"] == PAGES // 50
    assert world.files("normalized") == whole
    again = world.ingest()
    assert again["unchanged"] == PAGES - PAGES // 50
    assert len(world.found("leg curl")) == PAGES - PAGES // 50


def some_records(world: World, least: int) -> bool:
    return world.normalized.is_dir() and len(list(world.normalized.iterdir())) >= least


def group_lives(process_group: int) -> bool:
    try:
        os.killpg(process_group, 0)
    except ProcessLookupError:
        return False
    return True


def stopped(world: World, number: signal.Signals, least: int) -> Finished:
    """How a run ended that a signal reached. On a busy machine one may be done before it does; that one is undone, and
    another begun.
    """
    for _ in range(TRIES):
        process = world.start("ingest")
        wait_for(lambda: some_records(world, least))
        if number is signal.SIGINT:
            os.killpg(process.pid, number)  # the terminal sends Ctrl-C to the whole group
        else:
            process.send_signal(number)
        done = ended(process, 15)
        if done.code not in (0, 1):
            break
        shutil.rmtree(world.normalized)
        shutil.rmtree(world.index)
    return done


@pytest.mark.parametrize("least", [40])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda n: n.name)
def test_a_stopped_run_is_whole_and_the_next_one_converges(
    world: World, whole: dict[str, bytes], number: signal.Signals, least: int
) -> None:
    fill(world)
    done = stopped(world, number, least)
    assert done.code in (128 + number, 130), done
    assert len(done.lines) == 1, done.err
    assert "stopped" in done.lines[0]
    check_whole(world)
    check_converges(world, whole)


def test_a_killed_run_frees_its_lock_and_the_next_one_converges(world: World, whole: dict[str, bytes]) -> None:
    fill(world)
    process = world.start("ingest", "--workers", "2")
    wait_for(lambda: some_records(world, 40))
    process.kill()
    process.wait(10)
    try:
        wait_for(lambda: not group_lives(process.pid), 10)
    finally:
        if group_lives(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    check_converges(world, whole)


def test_ctrl_c_with_one_worker_is_the_same(world: World, whole: dict[str, bytes]) -> None:
    fill(world)
    process = world.start("ingest", "--workers", "1")
    wait_for(lambda: some_records(world, 20))
    os.killpg(process.pid, signal.SIGINT)
    done = ended(process)
    assert done.code == 130
    assert len(done.lines) == 1, done.err
    check_whole(world)
    check_converges(world, whole)


def test_no_process_is_left_behind(world: World) -> None:
    fill(world)
    process = world.start("ingest", "--workers", "2")
    wait_for(lambda: some_records(world, 20))
    process.send_signal(signal.SIGTERM)
    ended(process)
    wait_for(lambda: not group_lives(process.pid), 10)


def test_a_second_run_says_who_is_writing(world: World, whole: dict[str, bytes]) -> None:
    fill(world)
    first = world.start("ingest")
    wait_for(lambda: some_records(world, 1))
    second = world.run("ingest")
    assert second.code == 2
    assert len(second.lines) == 1
    assert str(first.pid) in second.lines[0]
    assert "--wait" in second.lines[0]
    assert ended(first).code == 1
    assert world.files("normalized") == whole


def test_a_second_run_can_wait(world: World, whole: dict[str, bytes]) -> None:
    fill(world)
    first = world.start("ingest")
    wait_for(lambda: some_records(world, 1))
    report = world.ingest("--wait", "50")
    assert report["unchanged"] == PAGES - PAGES // 50
    assert ended(first).code == 1
    assert world.files("normalized") == whole


def test_searching_goes_on_while_pages_are_read(world: World) -> None:
    world.page("first.txt")
    world.ingest()
    fill(world)
    first = world.start("ingest")
    wait_for(lambda: some_records(world, 10))
    assert world.found("leg curl")
    assert ended(first).code == 1


def test_a_lock_left_by_a_killed_run_does_not_lock(world: World) -> None:
    world.page("page.txt")
    world.index.mkdir()
    (world.index / ".lock").write_text("process 1, since 2020-01-01 00:00:00", "utf-8")
    assert world.ingest()["new"] == 1


# -- a disk that refuses ---------------------------------------------------------------------------------------------


def test_normalized_that_cannot_be_written_is_one_line_and_costs_no_page(world: World) -> None:
    for number in range(4):
        world.page(f"{number}.txt", LEG_CURL.but(name=f"Curl Number {number}"))
    world.normalized.write_text("a file where the folder should be", "utf-8")
    done = world.run("ingest")
    assert done.code == 2
    assert len(done.lines) == 1
    assert "normalized" in done.lines[0]
    assert world.normalized.read_text("utf-8") == "a file where the folder should be"
    world.normalized.unlink()
    report = world.ingest()
    assert outcomes(report) == {f"raw/{number}.txt": "new" for number in range(4)}
    assert len(world.ids()) == 4


def test_rejected_that_cannot_be_written_is_one_line_and_costs_no_page(world: World) -> None:
    world.page("a.txt", "")
    world.page("b.txt")
    world.normalized.mkdir()
    (world.normalized / "rejected").write_text("a file", "utf-8")
    done = world.run("ingest")
    assert done.code == 2
    assert len(done.lines) == 1
    (world.normalized / "rejected").unlink()
    assert outcomes(world.ingest()) == {"raw/a.txt": "rejected", "raw/b.txt": "new"}
    assert len(world.rejections()) == 1


def test_an_index_that_cannot_be_written_is_one_line(world: World) -> None:
    world.page("a.txt")
    world.index.write_text("a file", "utf-8")
    done = world.run("ingest")
    assert done.code == 2
    assert len(done.lines) == 1
    assert "index" in done.lines[0]


def test_a_folder_in_the_place_of_a_record_costs_only_that_page(world: World) -> None:
    world.page("a.txt", LEG_CURL)
    world.page("b.txt", LEG_CURL.but(name="Nordic Curl"))
    world.record_file().mkdir(parents=True)
    done = world.run("ingest")
    assert (world.normalized / "nordic-curl.yaml").is_file(), done
    assert any(line.startswith("normalized/inverse") or "raw/a.txt" in line for line in done.lines)
    assert done.code != 0
    world.record_file().rmdir()
    assert outcomes(world.ingest()) == {"raw/a.txt": "new", "raw/b.txt": "unchanged"}


def test_a_missing_raw_folder_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    world = World(tmp_path)
    done = world.run("ingest")
    assert done.code == 2
    assert len(done.lines) == 1
    assert str(world.raw) in done.lines[0]
    assert list(tmp_path.iterdir()) == []


def test_an_empty_raw_folder_is_nothing_to_do(world: World) -> None:
    done = world.run("ingest")
    assert (done.code, done.err) == (0, "")
    assert "0 pages" in done.out
