from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline import cli

SHAKE = """<!DOCTYPE html><html lang="en"><head><title>Plank Shake</title>
<link rel="canonical" href="https://lifts.example.com/plank-shake"></head><body>
<h1>Plank Shake</h1>
<p>A plank in which the hips move from side to side.</p>
<h2>What burns</h2>
<ul><li>Abs</li><li>External Obliques</li></ul>
<p><b>You hold:</b> Body Weight</p>
<h2>The Plank Shake, inch for inch</h2>
<p>Rest on the forearms.</p><p>Dip one hip, then the other.</p>
<h2>Monday thoughts</h2>
<p>I do these on Mondays.</p>
</body></html>
"""
"""A page whose headings and labels no built-in profile knows; what stands below them tells the muscles and the equipment."""
PROFILE = """name: shakes
version: 3
verified: 2026-11-22
extends: generic
recognise:
  hosts: [lifts.example.com]
fields:
  target_muscles:
    labels: [what burns]
  equipment:
    labels: [you hold]
  instructions:
    headings: ["*, inch for inch"]
"""


class Said(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A collection with one page that only a profile of its own can read."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "plank-shake.html").write_text(SHAKE, "utf-8")
    return tmp_path


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on the collection, in this process."""
    monkeypatch.chdir(root)

    def command(*arguments: str | Path) -> Said:
        with pytest.raises(SystemExit) as ended:
            cli.main(["--root", str(root), *map(str, arguments)])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        code: Any = ended.value.code
        return Said(code, said.out, said.err)

    return command


def own(root: Path, text: str = PROFILE, name: str = "shakes.yaml") -> Path:
    """Puts a profile into the folder of the collection."""
    path = root / "profiles" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path
