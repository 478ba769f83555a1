"""`--root` in front of the command and behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import exercises


@pytest.mark.parametrize(
    "arguments", [["--root", "{}", "validate"], ["validate", "--root", "{}"], ["validate", "--root={}"]]
)
def test_every_command_takes_the_root(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "normalized").mkdir()
    found = CliRunner().invoke(exercises, [argument.replace("{}", str(tmp_path)) for argument in arguments])
    assert found.exit_code == 0, found.output
    assert "0 records checked" in found.output


def test_behind_two_dashes_it_is_a_word(tmp_path: Path) -> None:
    found = CliRunner().invoke(exercises, ["--root", str(tmp_path), "search", "--", "--root"])
    assert "No such option" not in found.output
