"""An index that is missing, damaged or from another version: said in one line, rebuilt, and the answer is right."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

import pipeline
from pipeline.search import generations
from tests.torture.refusals import refusing
from tests.trouble.pages import LEG_CURL, SMALL
from tests.trouble.world import World


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("built"))
    for number, exercise in enumerate(SMALL.values()):
        world.page(f"{number:02d}.txt", exercise)
    world.ingest()
    return world


@pytest.fixture
def copy(built: World, tmp_path: Path) -> World:
    shutil.copytree(built.root, tmp_path / "copy")
    return World(tmp_path / "copy")


def half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def zeros(path: Path) -> None:
    path.write_bytes(b"\0" * path.stat().st_size)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def noise(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(0, len(content), 97):
        content[place] ^= 0x5A
    path.write_bytes(bytes(content))


def gone(path: Path) -> None:
    path.unlink()


DAMAGES = (half, zeros, nothing, noise, gone)


def current_files(world: World) -> list[Path]:
    generation = json.loads((world.index / "current.json").read_bytes())["generation"]
    return [world.index / "current.json", *sorted((world.index / generation).iterdir())]


@pytest.fixture
def settled(copy: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """An index that was written long enough ago for its files' times to tell whether they were changed since."""
    monkeypatch.setattr(generations, "_SETTLED", 0)
    age(copy)
    return copy


def age(world: World) -> None:
    for path in world.index.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: d.__name__)
def test_damage_is_noticed_by_a_collection_that_is_open(settled: World, damage: Callable[[Path], None]) -> None:
    collection = pipeline.open_collection(settled.root)
    right = {hit.id for hit in collection.search("curl").hits}
    assert len(right) == 2
    for number in range(len(current_files(settled))):
        file = current_files(settled)[number]
        if file.name.endswith("LOCK"):
            continue
        damage(file)
        assert {hit.id for hit in collection.search("curl").hits} == right, file.name
        assert file != current_files(settled)[number] or file.name == "current.json", "rebuilt"
        age(settled)


def test_an_open_collection_reads_its_index_once(settled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    collection = pipeline.open_collection(settled.root)
    before = collection.search("curl")
    monkeypatch.setattr(generations, "_hash", lambda path: pytest.fail(f"{path} is read again"))
    assert collection.search("curl").hits == before.hits
    assert pipeline.open_collection(settled.root).search("curl").hits == before.hits


def test_an_open_collection_finds_what_another_process_adds(settled: World) -> None:
    collection = pipeline.open_collection(settled.root)
    before = collection.search("curl").total
    settled.page("new.txt", LEG_CURL.but(name="Quite New Curl"))
    settled.ingest()
    assert collection.search("curl").total == before + 1


@pytest.mark.parametrize("name", ["current.json", "manifest.json", "lexicon.json"])
def test_a_damaged_index_is_said_in_one_line_and_searched_all_the_same(copy: World, name: str) -> None:
    half(next(file for file in current_files(copy) if file.name == name))
    done = copy.run("search", "dumbbell curl")
    assert done.code == 0
    assert done.out.startswith("Dumbbell Curl\t")
    assert len(done.lines) == 1
    assert "rebuilt" in done.lines[0]
    again = copy.run("search", "dumbbell curl")
    assert (again.out, again.err) == (done.out, "")


def test_a_missing_index_is_rebuilt_by_a_search(copy: World) -> None:
    shutil.rmtree(copy.index)
    done = copy.run("search", "dumbbell curl")
    assert done.code == 0
    assert done.out.startswith("Dumbbell Curl\t")
    assert len(done.lines) == 1
    assert "missing" in done.lines[0]


@pytest.mark.parametrize("key", ["format", "engine", "vocabulary"])
def test_an_index_of_another_version_is_rebuilt(copy: World, key: str) -> None:
    manifest = next(file for file in current_files(copy) if file.name == "manifest.json")
    changed = json.dumps({**json.loads(manifest.read_bytes()), key: "another"}).encode()
    manifest.write_bytes(changed)
    pointer = copy.index / "current.json"
    pointer.write_text(
        json.dumps({**json.loads(pointer.read_bytes()), "manifest": hashlib.sha256(changed).hexdigest()}), "utf-8"
    )
    done = copy.run("search", "dumbbell curl")
    assert done.code == 0
    assert done.out.startswith("Dumbbell Curl\t")
    assert len(done.lines) == 1
    assert "another" in done.lines[0]


def test_json_answers_stay_json_when_the_index_is_rebuilt(copy: World) -> None:
    shutil.rmtree(copy.index)
    done = copy.run("search", "--json", "dumbbell curl")
    assert done.json["hits"][0]["id"] == "dumbbell-curl"


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda d: d.__name__)
def test_a_damaged_state_is_thrown_away_and_rewrites_nothing(copy: World, damage: Callable[[Path], None]) -> None:
    times = copy.times()
    damage(copy.index / "state.db")
    report = copy.ingest()
    assert report["unchanged"] == report["pages"] == len(SMALL)
    assert copy.times() == times


def test_an_interrupted_generation_is_not_searched_and_is_cleared_away(copy: World) -> None:
    (copy.index / "gen-999998").mkdir()
    (copy.index / "gen-999998" / "manifest.json").write_text("{", "utf-8")
    assert copy.found("dumbbell curl")[0] == "dumbbell-curl"
    assert copy.run("index").code == 0
    assert copy.run("index").code == 0
    assert not (copy.index / "gen-999998").exists()
    assert len([p for p in copy.index.iterdir() if p.name.startswith("gen-")]) <= 2


def test_no_index_and_no_records_is_one_line(tmp_path: Path) -> None:
    done = World(tmp_path).run("search", "curl")
    assert done.code == 2
    assert len(done.lines) == 1
    assert "ingest" in done.lines[0]


def test_index_reports_what_it_leaves_out(copy: World) -> None:
    copy.record_file("box-jump").write_text("schema: 1\nid: [box\n", "utf-8")
    done = copy.run("index")
    assert done.code == 1
    assert len(done.lines) == 1
    assert done.lines[0].startswith("normalized/box-jump.yaml:")
    assert copy.found("box jump") != ["box-jump"]


def test_removing_the_index_loses_nothing(copy: World) -> None:
    records, times = copy.files("normalized"), copy.times()
    shutil.rmtree(copy.index)
    report = copy.ingest()
    assert report["unchanged"] == len(SMALL)
    assert copy.files("normalized") == records
    assert copy.times() == times
    assert len(copy.found()) == len(SMALL)


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC])
def test_a_damaged_index_that_cannot_be_written_anew_is_one_line(copy: World, number: int) -> None:
    half(copy.index / "current.json")
    with refusing(1, number, lasting=True):
        done = copy.run("search", "dumbbell curl")
    assert (done.code, len(done.lines)) == (2, 1), done
    assert "damaged" in done.err
    assert copy.found("dumbbell curl")[0] == "dumbbell-curl"


def test_a_whole_index_is_searched_where_nothing_can_be_written(copy: World) -> None:
    with refusing(1, errno.EROFS, lasting=True) as refusal:
        done = copy.run("search", "dumbbell curl")
    assert (done.code, done.err, refusal.asked) == (0, "", 0)
    assert done.out.startswith("Dumbbell Curl\t")


BOMB = b"schema: 1\nid: odd\nname: &a [x, x]\naliases: &b [*a, *a]\ninstructions: [*b, *b]\n"
REFUSED = {
    "aliases": (BOMB, 3),
    "depth": (b"schema: 1\nid: odd\nextra:\n" + b"".join(b" " * n + b"a:\n" for n in range(1, 30)), 24),
    "size": (b"schema: 1\nid: odd\nname: " + b"x" * 1_000_001, 1),
    "twice": (b"schema: 1\nid: odd\nid: even\nname: x\n", 3),
}


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.parametrize("command", ["ingest", "index", "validate", "stats", "export json", "show odd"])
def test_yaml_that_no_record_needs_is_refused_by_name(copy: World, kind: str, command: str) -> None:
    content, line = REFUSED[kind]
    copy.record_file("odd").write_bytes(content)
    done = copy.run(*command.split())
    assert done.code == 1, done
    (about,) = [said for said in done.lines if "odd.yaml" in said]
    assert f"normalized/odd.yaml:{line}: " in about


def test_a_pipe_among_the_files_of_the_index_is_not_waited_for(settled: World) -> None:
    note = settled.index / generations.CHECKED
    note.unlink(missing_ok=True)
    os.mkfifo(note)
    asking = Thread(target=lambda: pipeline.open_collection(settled.root).search("curl"), daemon=True)
    asking.start()
    asking.join(30)
    assert not asking.is_alive()
