"""What the same lines look like on a narrow terminal, and what happens when nobody reads them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.collection import fill
from tests.commands.said import said

_STYLE = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    filled = fill(tmp_path_factory.mktemp("terminal"))
    said("index", root=filled)
    return filled


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, 160])
def test_no_word_and_no_id_is_broken_however_narrow_the_terminal(root: Path, columns: int) -> None:
    ids = [line.split("\t")[-1] for line in said("search", "--limit", "0", root=root).out.splitlines()]
    shown = said("search", "--limit", "0", root=root, terminal=True, COLUMNS=str(columns)).out
    words = set(_STYLE.sub("", shown).translate(dict.fromkeys(map(ord, "(),"), " ")).split())
    assert set(ids) <= words
    assert {"intermediate", "hamstrings", "deltoids"} <= words
    assert all(
        len(_STYLE.sub("", line).rstrip()) <= max(columns, max(map(len, ids)) + 40) for line in shown.splitlines()
    )


@pytest.mark.parametrize("command", ["export json", "export csv", "search --limit 0", "search --json", "stats --json"])
def test_nobody_reading_on_is_no_error(root: Path, command: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "pipeline", "--root", str(root), *command.split()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert (process.stderr.read(), process.wait(60)) == (b"", 0)


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("command", ["", "profile", "--help", "--version", "search --help"])
def test_help_that_nobody_reads_is_no_traceback(command: str, *, closed: bool) -> None:
    with (
        Path("/dev/full").open("wb") as full,
        subprocess.Popen(
            [sys.executable, "-m", "pipeline", *command.split()],
            stdout=subprocess.PIPE if closed else full,
            stderr=subprocess.PIPE,
        ) as process,
    ):
        assert process.stderr
        if process.stdout:
            process.stdout.close()
        told = process.stderr.read().decode()
    assert "Traceback" not in told and told.count("\n") <= 1
    assert process.returncode in (0, 2)
    assert bool(told) != closed
