"""What a killed export leaves in the target's folder: the next one to the same place takes it away."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.export.conftest import Run

WRITING = """
import sys
from pathlib import Path
from pipeline.export.writing import replacing_file, replacing_folder
target = Path(sys.argv[2])
with replacing_file(target) if sys.argv[1] == "json" else replacing_folder(target, "markdown") as begun:
    print("begun", flush=True)
    sys.stdin.readline()
    begun.write(b"whole") if sys.argv[1] == "json" else (begun / "whole.md").write_text("whole")
"""


@pytest.fixture(params=["json", "markdown"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def other(form: str, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process in the middle of writing `out`."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", WRITING, form, str(tmp_path / "out")]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        yield process
        process.kill()


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_the_next_export_takes_away_what_a_killed_one_left(
    form: str, other: subprocess.Popen[str], run: Run, tmp_path: Path
) -> None:
    other.kill()
    other.wait()
    assert len(hidden(tmp_path)) == 1
    assert run("export", form, "-o", str(tmp_path / "out")).returncode == 0
    assert hidden(tmp_path) == []


def test_an_export_that_is_still_writing_is_left_alone(
    form: str, other: subprocess.Popen[str], run: Run, tmp_path: Path
) -> None:
    assert run("export", form, "-o", str(tmp_path / "out")).returncode == 0
    assert len(hidden(tmp_path)) == 1
    other.communicate("go on\n")
    assert other.returncode == 0
    written = tmp_path / "out" / "whole.md" if form == "markdown" else tmp_path / "out"
    assert (written.read_text(), hidden(tmp_path)) == ("whole", [])


def test_what_others_hid_beside_the_target_stays(form: str, run: Run, tmp_path: Path) -> None:
    mine = [".out.part", ".out.my notes.part", ".other.abcd1234.part", ".out.abcd1234.txt"]
    for name in mine:
        (tmp_path / name).write_text("mine")
    assert run("export", form, "-o", str(tmp_path / "out")).returncode == 0
    assert sorted(hidden(tmp_path)) == sorted(mine)


def test_a_swap_that_was_killed_half_way_is_finished_by_the_next(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".out.abcd1234.old" / "was").mkdir(parents=True)
    assert run("export", "markdown", "-o", str(tmp_path / "out")).returncode == 0
    assert hidden(tmp_path) == []
