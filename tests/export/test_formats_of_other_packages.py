"""A format that another package brings, installed as packages are: a wheel, by pip."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipeline import export
from tests.conftest import REPOSITORY

MODULE = """\
class Cards:
    name, description, kind = "cards", "Flash cards.", "file"

    def write(self, exercises, target, options):
        for exercise in exercises:
            target.write(f"{exercise.name}: {', '.join(exercise.target_muscles)}\\n".encode())


class Deck:
    name, description, kind = "deck", "One card a file.", "folder"

    def write(self, exercises, target, options):
        for exercise in exercises:
            (target / f"{exercise.id}.txt").write_text(exercise.name)


CARDS, DECK, NOTHING = Cards(), Deck(), object()
"""
POINTS = "[exercise_pipeline.exports]\ncards = tiny:CARDS\ndeck = tiny:DECK\nnothing = tiny:NOTHING\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package in it."""
    folder = tmp_path_factory.mktemp("tiny")
    wheel = folder / "tiny-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("tiny.py", MODULE)
        packed.writestr("tiny-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1\n")
        packed.writestr("tiny-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        packed.writestr("tiny-1.dist-info/entry_points.txt", POINTS)
        packed.writestr("tiny-1.dist-info/RECORD", "")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--target", str(folder / "site"), str(wheel)], check=True)
    return folder / "site"


def test_its_formats_are_listed_and_write_files_and_folders(installed: Path, root: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "EXERCISES_ROOT": str(root), "PYTHONPATH": f"{installed}{os.pathsep}{REPOSITORY}"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pipeline", "export", *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    assert "Push-Up: chest\n" in run("cards").stdout
    assert run("deck", "-o", str(tmp_path / "deck")).returncode == 0
    assert (tmp_path / "deck" / "push-up.txt").read_text() == "Push-Up"


def test_what_is_no_format_is_one_line(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(installed))
    assert [form.description for form in map(export.find, ("cards", "deck"))] == ["Flash cards.", "One card a file."]
    with pytest.raises(
        export.WrongUse, match=r"'nothing' .* needs name, description, kind \(file or folder\) and write"
    ):
        export.find("nothing")
