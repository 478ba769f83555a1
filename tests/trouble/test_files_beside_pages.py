"""What stands among pages and records and is neither: it is told, and does not stay for ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.trouble.pages import LEG_CURL, html_page, text_page
from tests.trouble.test_rejected_pages import NO_STEPS
from tests.trouble.world import LEG_CURL_ID, World


def test_a_file_whose_name_is_no_pages_is_told_once_and_costs_nothing(world: World) -> None:
    world.page("page.txt")
    for name in ("notes.md", "sheet.pdf", "list.docx", "more.odt"):
        world.page(name, "x")
    for name in ("style.css", "photo.jpg", ".hidden", "page.txt.meta.json"):
        world.page(name, "{}")
    done = world.run("ingest")
    assert done.code == 0
    (line,) = [line for line in done.lines if "not read" in line]
    assert line.startswith("4 files are not read") and "raw/list.docx, raw/more.odt, raw/notes.md, ..." in line
    assert "style.css" not in done.err and "hidden" not in done.err
    assert world.run("ingest", "--quiet").err == ""
    assert world.run("ingest", world.raw / "notes.md").code == 1


@pytest.mark.parametrize("name", ["leg-curl", "leg-curl.php", "index.aspx", "leg-curl.html.1"])
def test_what_begins_as_a_page_is_one_whatever_it_is_called(world: World, name: str) -> None:
    world.page(name, html_page(LEG_CURL))
    assert world.ingest()["new"] == 1


def test_a_pipe_among_the_pages_is_not_waited_for(world: World) -> None:
    world.page("page.txt")
    os.mkfifo(world.raw / "pipe")
    assert world.ingest()["new"] == 1


def test_a_page_that_could_not_be_read_is_forgotten_once_it_is_gone(world: World, tmp_path: Path) -> None:
    world.page("page.txt")
    link = tmp_path / "page.html"
    link.symlink_to(tmp_path / "nowhere")
    assert world.ingest(link)["rejected"] == 1
    link.unlink()
    report = world.ingest()
    assert (report["pages"], report["rejected"]) == (1, 0)


def test_what_was_left_of_a_rejected_page_goes_with_it_unless_a_person_wrote_there(world: World) -> None:
    world.page("one.txt", NO_STEPS)
    world.page("two.txt", NO_STEPS.replace("Inverse", "Reverse"))
    world.ingest()
    mine, yours = sorted(world.rejected.iterdir())
    mine.write_text(f"{mine.read_text('utf-8')}video: https://example.com/v\n", "utf-8")
    for name in ("one.txt", "two.txt"):
        (world.raw / name).unlink()
    assert world.ingest()["pages"] == 0
    assert mine.exists() and not yours.exists()


@pytest.mark.parametrize("place", ["normalized", "index"])
def test_what_is_made_of_pages_is_none(world: World, place: str) -> None:
    world.page("page.txt")
    world.ingest()
    done = world.run("ingest", world.root / place)
    assert done.code == 2 and "is made of pages and holds none" in done.err
    assert world.ingest(world.root)["pages"] == 1, "the root is a folder with pages in it"


@pytest.mark.parametrize("name", ["leg-curl.yml", "leg-curl.YAML"])
def test_a_record_under_a_name_that_is_not_read_is_told_by_everybody(world: World, name: str) -> None:
    world.page("page.txt")
    world.ingest()
    world.record_file().rename(world.normalized / name)
    (world.raw / "page.txt").unlink()
    for command in ("ingest", "index", "validate", "export json"):
        done = world.run(*command.split())
        assert done.code == 1, command
        assert f"normalized/{name}:1: " in done.err and "call it leg-curl.yaml" in done.err, command


def test_a_record_that_says_another_id_is_in_no_index_and_is_told(world: World) -> None:
    world.page("page.txt")
    world.ingest()
    (world.normalized / "copy.yaml").write_bytes(world.record_file().read_bytes())
    for command in ("ingest", "index", "export json"):
        done = world.run(*command.split())
        assert done.code == 1, command
        assert f"normalized/copy.yaml:1: says its id is '{LEG_CURL_ID}'" in done.err, command
    assert world.found("leg curl") == [LEG_CURL_ID]
    assert world.run("show", "copy").code == 1


def test_a_record_that_is_a_link_stays_one(world: World, tmp_path: Path) -> None:
    page = world.page("page.txt")
    world.ingest()
    elsewhere = tmp_path / "kept.yaml"
    world.record_file().rename(elsewhere)
    world.record_file().symlink_to(elsewhere)
    page.write_text(
        text_page(LEG_CURL).replace("intermediate", "advanced").replace("Intermediate", "Advanced"), "utf-8"
    )
    assert world.ingest()["changed"] == 1
    assert world.record_file().is_symlink()
    assert "difficulty: advanced" in elsewhere.read_text("utf-8")


def test_many_comments_before_no_page_are_looked_at_once(world: World) -> None:
    world.page("page.txt")
    world.page("notes.php", "<!-- x -->\n" * 4_000 + "# Squat\n")
    world.page("page.aspx", "<!-- x -->\n" * 40 + html_page(LEG_CURL.but(name="Sliding Curl")))
    done = world.run("ingest")
    assert done.code == 0 and "raw/notes.php" in done.err
    assert len(world.ids()) == 2


def test_a_page_that_was_named_is_read_with_the_others_from_then_on(world: World, tmp_path: Path) -> None:
    inside = world.page("curl", html_page(LEG_CURL).partition("<html")[2])
    outside = tmp_path / "elsewhere.html"
    outside.write_text(html_page(LEG_CURL.but(name="Sliding Curl")), "utf-8")
    world.ingest(inside, outside)
    done = world.run("ingest")
    assert "2 pages" in done.out and "2 unchanged" in done.out
    assert "is gone" not in done.err and "not read" not in done.err
    outside.unlink()
    done = world.run("ingest")
    assert "1 page" in done.out and done.err.count("is gone") == 1


def test_a_folder_of_pictures_belongs_to_the_page_beside_it(world: World) -> None:
    world.page("page.html", html_page(LEG_CURL))
    world.page("loud.HTM", html_page(LEG_CURL.but(name="Loud Curl")))
    for folder in ("page_files", "page-Dateien", "page_fichiers", "page.files", "loud-Dateien"):
        world.page(f"{folder}/frame.html", html_page(LEG_CURL.but(name="Wrong Curl")))
    world.page("other-Dateien/good.html", html_page(LEG_CURL.but(name="Sliding Curl")))
    world.page("renamed_files/saved_resource.html", "<p>An advertisement.</p>")
    assert world.ingest()["pages"] == 3
    assert "not read" not in world.run("ingest").err
    world.page("gym_files/push.html", html_page(LEG_CURL.but(name="Push-Up")))
    assert "raw/gym_files" in world.run("ingest").err, "no page called gym stands beside it"
    assert world.ingest(world.raw / "gym_files")["new"] == 1
