"""An export takes the place of an earlier one, and of nothing else that somebody may want to keep."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

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
    assert run("export", form, "-o", str(folder)).returncode == 0


@pytest.mark.parametrize("place", ["exercises.toml", "profiles/site.yaml"])
@pytest.mark.parametrize("command", ["export jsonl -o", "schema -o", "export exercisedb -o x.json --losses"])
def test_settings_and_profiles_are_not_written_over(run: Run, root: Path, place: str, command: str) -> None:
    (root / "profiles").mkdir()
    (root / place).write_text("[fetch]\n")
    done = run(*command.split(), str(root / place))
    assert (done.returncode, (root / place).read_text()) == (2, "[fetch]\n")
    assert b"name a place elsewhere" in done.stderr


def test_an_export_and_its_losses_are_two_files(run: Run, tmp_path: Path) -> None:
    done = run("export", "exercisedb", "-o", str(tmp_path / "e.json"), "--losses", str(tmp_path / "e.json"))
    assert done.returncode == 2 and b"cannot be one file" in done.stderr
    assert not (tmp_path / "e.json").exists()


def test_what_is_written_beside_a_file_is_told(run: Run, tmp_path: Path) -> None:
    done = run("export", "sqlite", "-o", str(tmp_path / "gym.db"))
    assert f"and {tmp_path / 'gym.metadata.json'} beside it" in done.stderr.decode()


def test_a_filtered_export_tells_of_edits_that_its_index_does_not_know(run: Run, root: Path) -> None:
    run("index")
    path = root / "normalized" / "push-up.yaml"
    path.write_text(path.read_text("utf-8").replace("difficulty: beginner", "difficulty: advanced"), "utf-8")
    done = run("export", "jsonl", "-d", "beginner")
    assert json.loads(done.stdout)["difficulty"] == "advanced"
    assert b"1 record was touched since the index was made; `exercises index` brings it up to date" in done.stderr
    assert run("export", "jsonl").stderr == b"", "all records are read as they are"
