"""Pages that go, change or come by another way than a file in raw/, and what becomes of their records."""

from __future__ import annotations

import json
import os
import tarfile
from pathlib import Path

import pytest

from tests.trouble.pages import LEG_CURL, text_page
from tests.trouble.world import LEG_CURL_ID, World, codes, outcomes

CURL = LEG_CURL.but(name="Sliding Curl")


def test_the_record_of_a_page_that_is_gone_stays_and_is_told_once(world: World) -> None:
    world.page("page.txt")
    world.ingest()
    (world.raw / "page.txt").unlink()
    world.page("other.txt", CURL)
    done = world.run("ingest")
    told = f"raw/page.txt is gone; normalized/{LEG_CURL_ID}.yaml, which was made of it, is kept"
    assert told in done.lines
    assert told not in world.run("ingest").lines
    assert world.record_file().exists()


def test_a_page_that_was_only_renamed_leaves_nothing(world: World) -> None:
    page = world.page("page.txt")
    world.ingest()
    page.rename(world.raw / "other.txt")
    assert not any("is gone" in line for line in world.run("ingest").lines)


def test_a_page_that_became_another_exercise_tells_of_its_old_record(world: World) -> None:
    world.page("page.txt")
    world.ingest()
    world.page("page.txt", CURL)
    told = f"raw/page.txt was {LEG_CURL_ID} and is sliding-curl now; normalized/{LEG_CURL_ID}.yaml is kept"
    assert any(line.startswith(told) for line in world.run("ingest").lines)
    assert not any("is sliding-curl now" in line for line in world.run("ingest").lines)


def test_an_imported_record_is_kept_when_its_page_is_read_again(world: World) -> None:
    page = world.page("page.txt")
    world.ingest()
    entry = {
        "id": LEG_CURL_ID,
        "name": LEG_CURL.name,
        "instructions": ["As in my file."],
        "primaryMuscles": ["hamstrings"],
    }
    (world.root / "mine.json").write_text(json.dumps([entry]), "utf-8")
    assert world.run("import", "free-exercise-db", world.root / "mine.json", "--overwrite").code == 0
    page.write_text(text_page(LEG_CURL) + "\n", "utf-8")
    report = world.ingest()
    assert "hand-edited" in codes(report, "raw/page.txt")
    assert "As in my file." in world.record_file().read_text("utf-8")
    assert "was imported and is kept" in str(report["results"])
    assert world.ingest("--overwrite")["changed"] == 1
    assert "As in my file." not in world.record_file().read_text("utf-8")


def test_records_in_a_folder_of_their_own_are_told(world: World) -> None:
    page = world.page("page.txt")
    world.ingest()
    page.unlink()
    (world.normalized / "legs").mkdir()
    world.record_file().rename(world.normalized / "legs" / "curl.yaml")
    for command in ("ingest", "index", "validate"):
        done = world.run(command)
        assert done.code == 1, command
        assert "normalized/legs:1: " in done.err and "move them into normalized/ itself" in done.err, command


def test_a_folder_that_is_a_link_is_read_once(world: World, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "page.txt").write_text(text_page(LEG_CURL), "utf-8")
    world.page("other.txt", CURL)
    (world.raw / "more").symlink_to(elsewhere)
    (world.raw / "again").symlink_to(elsewhere)
    (elsewhere / "circle").symlink_to(world.raw)
    (world.raw / "up").symlink_to(world.root)
    assert world.ingest()["new"] == 2


def test_what_fetch_wrote_beside_a_page_is_part_of_it(world: World) -> None:
    page = world.page("page.txt")
    world.ingest()
    meta = page.with_name("page.txt.meta.json")
    meta.write_text(json.dumps({"url": "https://example.com/curl"}), "utf-8")
    assert world.ingest()["changed"] == 1
    assert world.record()["source"]["url"] == "https://example.com/curl"
    assert world.ingest()["unchanged"] == 1


def test_a_page_of_an_archive_is_probed_by_the_name_that_ingest_gives_it(world: World) -> None:
    world.page("page.txt")
    with tarfile.open(world.raw / "a.tgz", "w:gz") as archive:
        archive.add(world.raw / "page.txt", "p.txt")
    probed = world.run("probe", world.raw / "a.tgz#p.txt")
    assert probed.code == 0 and LEG_CURL.name in probed.out
    assert "there is no page q.txt in" in world.run("probe", world.raw / "a.tgz#q.txt").err
    assert "is read as a whole; name that file" in world.run("ingest", world.raw / "a.tgz#p.txt").err


def test_a_collection_without_a_record_is_one(world: World) -> None:
    world.raw.mkdir(exist_ok=True)
    assert world.run("ingest").code == 0
    for command in ("stats", "validate", "index", "export json"):
        assert world.run(*command.split()).code == 0, command


def test_a_page_that_left_its_archive_is_told_and_makes_room_for_another(world: World) -> None:
    page, other = world.page("page.txt"), world.page("other.txt", CURL)
    archive = world.raw / "a.tgz"
    _packed(archive, page, other)
    page.unlink(), other.unlink()
    world.ingest()
    world.page("other.txt", CURL)
    _packed(archive, world.raw / "other.txt")
    (world.raw / "other.txt").unlink()
    told = f"raw/a.tgz#page.txt is gone; normalized/{LEG_CURL_ID}.yaml, which was made of it, is kept"
    assert told in world.run("ingest").lines
    world.page("curl.txt", LEG_CURL.but(benefits=()))
    assert outcomes(world.ingest())["raw/curl.txt"] == "changed"
    assert world.record()["source"]["file"] == "raw/curl.txt"


def _packed(path: Path, *files: Path) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for file in files:
            archive.add(file, file.name)


@pytest.mark.parametrize("content", ['{"url": "https://example.com', "[1]", "\xff"])
def test_what_stands_beside_a_page_and_cannot_be_read_is_told(world: World, content: str) -> None:
    page = world.page("page.txt")
    meta = page.with_name("page.txt.meta.json")
    meta.write_text(content, "latin-1")
    report = world.ingest()
    assert codes(report, "raw/page.txt") == ["companion-unreadable"]
    assert world.ids() == [LEG_CURL_ID]


def test_a_pipe_beside_a_page_is_not_waited_for(world: World) -> None:
    page = world.page("page.txt")
    os.mkfifo(page.with_name("page.txt.meta.json"))
    assert codes(world.ingest(), "raw/page.txt") == ["companion-unreadable"]
