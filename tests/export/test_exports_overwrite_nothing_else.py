"""An export takes the place of an earlier one, and of nothing else that somebody may want to keep."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import export
from pipeline.errors import WrongUse
from pipeline.export import Options
from pipeline.records import Exercise
from tests.collection import SAMPLES
from tests.export.conftest import Run


@pytest.mark.parametrize("form", ["datapackage", "markdown"])
@pytest.mark.parametrize("own", ["README2.md", ".git/config", "data/notes.txt"])
def test_a_folder_with_files_that_no_export_wrote_is_left_alone(run: Run, tmp_path: Path, form: str, own: str) -> None:
    folder = tmp_path / "published"
    assert run("export", form, "-o", str(folder)).returncode == 0
    assert run("export", form, "-o", str(folder)).returncode == 0, "nothing but an export is in it"
    (folder / own).parent.mkdir(exist_ok=True)
    (folder / own).write_text("mine")
    (folder / ".DS_Store").write_text("a desktop's")
    done = run("export", form, "-o", str(folder))
    assert done.returncode == 2
    assert f"holds {own}, which no export wrote; move it away" in done.stderr.decode()
    assert (folder / own).read_text() == "mine"
    (folder / own).unlink()
    if not any((folder / own).parent.iterdir()):
        (folder / own).parent.rmdir()
    assert run("export", form, "-o", str(folder)).returncode == 0


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    """A folder with an export of pages, which a second one took the place of."""
    folder = tmp_path / "pages"
    for _ in range(2):
        assert run("export", "markdown", "-o", str(folder)).returncode == 0
    return folder


def refusal(run: Run, folder: Path) -> str:
    """What the next export into the folder says, which must not touch it."""
    state = folder.stat().st_ino
    done = run("export", "markdown", "-o", str(folder))
    assert (done.returncode, done.stderr.count(b"\n"), folder.stat().st_ino) == (2, 1, state)
    assert [path for path in folder.parent.iterdir() if path.name.startswith(".")] == []
    return done.stderr.decode()


def test_what_was_corrected_in_an_export_is_kept(run: Run, exported: Path) -> None:
    (exported / "index.md").write_text("my own text")
    assert "holds index.md, which was changed since the export; move it away" in refusal(run, exported)
    (exported / "index.md").unlink()
    assert run("export", "markdown", "-o", str(exported)).returncode == 0


def test_a_link_in_the_place_of_a_file_is_kept(run: Run, exported: Path, tmp_path: Path) -> None:
    (exported / "index.md").rename(tmp_path / "mine.md")
    (exported / "index.md").symlink_to(tmp_path / "mine.md")
    assert "index.md, which was changed" in refusal(run, exported)


@pytest.mark.parametrize("is_marked", [True, False])
def test_an_empty_folder_that_no_export_made_is_kept(run: Run, exported: Path, *, is_marked: bool) -> None:
    folder = exported if is_marked else exported.parent / "mine"
    (folder / "drafts" / "new").mkdir(parents=True)
    assert "holds drafts/new/, which no export wrote" in refusal(run, folder)


def test_a_folder_that_was_exported_empty_or_emptied_is_replaced(run: Run, exported: Path, root: Path) -> None:
    for page in (exported / "exercises").iterdir():
        page.unlink()
    for record in (root / "normalized").iterdir():
        record.unlink()
    for _ in range(2):
        assert run("export", "markdown", "-o", str(exported)).returncode == 0
    assert list((exported / "exercises").iterdir()) == []


def test_a_folder_that_nobody_can_look_into_is_kept(run_as_anybody: Run, exported: Path) -> None:
    (exported / "mine").mkdir()
    (exported / "mine" / "notes.txt").write_text("mine")
    (exported / "mine").chmod(0)
    said = refusal(run_as_anybody, exported)
    (exported / "mine").chmod(0o755)
    assert f"{exported / 'mine'} cannot be looked into" in said
    assert (exported / "mine" / "notes.txt").read_text() == "mine"


def test_a_file_that_was_changed_while_the_export_ran_is_kept(exported: Path) -> None:
    def edited() -> Iterator[Exercise]:
        yield SAMPLES[0]
        (exported / "index.md").write_text("my own text")

    with pytest.raises(WrongUse, match="changed since the export"):
        export.export(export.find("markdown"), edited(), exported, Options())
    assert (exported / "index.md").read_text() == "my own text"


def test_exports_that_list_their_files_without_hashes_are_replaced(run: Run, exported: Path) -> None:
    names = [path.relative_to(exported).as_posix() for path in exported.rglob("*.md")]
    (exported / ".exercises-export").write_text("\n".join(["markdown", *names, ""]))
    (exported / "notes.md").write_text("mine")
    assert "holds notes.md, which no export wrote" in refusal(run, exported)
    (exported / "notes.md").unlink()
    assert run("export", "markdown", "-o", str(exported)).returncode == 0


@pytest.mark.parametrize("place", ["exercises.toml", "profiles/site.yaml"])
@pytest.mark.parametrize("command", ["export jsonl -o", "schema -o", "export exercisedb -o x.json --losses"])
def test_settings_and_profiles_are_not_written_over(run: Run, root: Path, place: str, command: str) -> None:
    (root / "profiles").mkdir()
    (root / place).write_text("[fetch]\n")
    done = run(*command.split(), str(root / place))
    assert (done.returncode, (root / place).read_text()) == (2, "[fetch]\n")
    assert b"name a place elsewhere" in done.stderr


@pytest.mark.parametrize("place", ["raw/a.txt", "normalized/push-up.yaml", "exercises.toml", "raw/deep/new.json"])
@pytest.mark.parametrize("command", ["export json -o", "schema -o", "export exercisedb -o x.json --losses"])
def test_what_another_collection_keeps_is_not_written_over(run: Run, tmp_path: Path, place: str, command: str) -> None:
    other = tmp_path / "other"
    (other / "raw").mkdir(parents=True)
    (other / "normalized").mkdir()
    for name in ("raw/a.txt", "normalized/push-up.yaml", "exercises.toml"):
        (other / name).write_text("kept")
    done = run(*command.split(), str(other / place))
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"another collection's" in done.stderr and b"name a place elsewhere" in done.stderr
    assert {path.read_text() for path in other.rglob("*.*")} == {"kept"}
    assert run("export", "json", "-o", str(other / "all.json")).returncode == 0


def test_an_export_and_its_losses_are_two_files(run: Run, tmp_path: Path) -> None:
    done = run("export", "exercisedb", "-o", str(tmp_path / "e.json"), "--losses", str(tmp_path / "e.json"))
    assert done.returncode == 2 and b"cannot be one file" in done.stderr
    assert not (tmp_path / "e.json").exists()


def test_what_is_written_beside_a_file_is_told(run: Run, tmp_path: Path) -> None:
    done = run("export", "sqlite", "-o", str(tmp_path / "gym.db"))
    assert f"and {tmp_path / 'gym.metadata.json'} beside it" in done.stderr.decode()


@pytest.mark.parametrize(("form", "name", "beside"), [
    ("sqlite", "gym.db", "gym.metadata.json"),
    ("opensearch", "gym.ndjson", "gym.mapping.json"),
])  # fmt: skip
def test_a_file_beside_is_written_over_only_with_the_one_it_belongs_to(
    run: Run, tmp_path: Path, form: str, name: str, beside: str
) -> None:
    arguments = ("export", form, "-o", str(tmp_path / name))
    (tmp_path / beside).write_text("my notes")
    done = run(*arguments)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert f"{tmp_path / beside} is there" in done.stderr.decode()
    assert ((tmp_path / beside).read_text(), (tmp_path / name).exists()) == ("my notes", False)
    (tmp_path / beside).unlink()
    assert run(*arguments).returncode == 0
    assert run(*arguments, "--title", "Another").returncode == 0, "both are of an export"
    assert run(*arguments).returncode == 0
    (tmp_path / name).unlink()
    assert run(*arguments).returncode == 0, "what is beside would stay as it is"


def test_a_filtered_export_tells_of_edits_that_its_index_does_not_know(run: Run, root: Path) -> None:
    run("index")
    path = root / "normalized" / "push-up.yaml"
    path.write_text(path.read_text("utf-8").replace("difficulty: beginner", "difficulty: advanced"), "utf-8")
    done = run("export", "jsonl", "-d", "beginner")
    assert json.loads(done.stdout)["difficulty"] == "advanced"
    assert b"1 record was touched since the index was made; `exercises index` brings it up to date" in done.stderr
    assert run("export", "jsonl").stderr == b"", "all records are read as they are"
