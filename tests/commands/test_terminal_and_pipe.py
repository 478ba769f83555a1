"""What the same lines look like on a narrow terminal, and what happens when nobody reads them."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.collection import LEG_CURL, fill
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


_NARROW = (
    *("search curl", "search ground --facets", "search curl --explain --facets", "similar box-jump", "show box-jump"),
    *("show no-such-thing", "search --equipment dumbelx", "search -- advanced machine biceps xyzzy"),
)


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120])
@pytest.mark.parametrize("line", _NARROW)
def test_lines_are_no_wider_than_the_terminal_unless_they_are_one_word(line: str, columns: int, sample: Path) -> None:
    shown = said(*line.split(), root=sample, terminal=True, COLUMNS=str(columns))
    lines = [text.rstrip() for text in _STYLE.sub("", shown.out + shown.err).splitlines()]
    assert [text for text in lines if len(text) > columns and len(text.split()) > 1] == []


def test_a_page_that_is_probed_fits_the_terminal(sample: Path) -> None:
    page = str(sample / "raw" / "burpee.html")
    shown = _STYLE.sub("", said("probe", page, "--outline", root=sample, terminal=True, COLUMNS="60").out).splitlines()
    assert max(len(text.rstrip()) for text in shown) <= 60


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("line", ["show box-jump", "show burpee", "similar box-jum"])
def test_a_terminal_shows_the_words_of_the_pipe(line: str, columns: int, sample: Path) -> None:
    shown, piped = (
        said(*line.split(), root=sample, terminal=terminal, COLUMNS=str(columns), NO_COLOR="1")
        for terminal in (True, False)
    )
    for on_terminal, in_pipe in ((shown.out, piped.out), (shown.err, piped.err)):
        assert on_terminal.split() == in_pipe.split()


def test_what_goes_on_from_the_line_above_is_indented(sample: Path) -> None:
    lines = said("show", "box-jump", root=sample, terminal=True, COLUMNS="40", NO_COLOR="1").out.splitlines()
    steps = lines[lines.index("Steps") + 1 : lines.index("Benefits") - 1]
    assert len(steps) > 7
    assert [text for text in steps if not (text[:3] == "   " or text[0].isdigit())] == []


def test_a_pipe_has_no_width(sample: Path) -> None:
    for line in ("search ground --facets", "show box-jump", "similar box-jump"):
        narrow, wide = (said(*line.split(), root=sample, COLUMNS=columns) for columns in ("20", "200"))
        assert narrow == wide


@pytest.mark.parametrize("columns", [30, 40, 50, 60, 70, 80, 100])
@pytest.mark.parametrize("line", ["search calves --facets", "search --explain", "similar leg-curl", "show leg-curl"])
def test_letters_that_take_two_columns_are_counted_as_two(line: str, columns: int, tmp_path: Path) -> None:
    tools = ("バーベルとベンチと大きな重り", "机と椅子")
    steps = ("膝の裏に重りを乗せ、" * 9 + "calves。",)
    curl = replace(LEG_CURL, name="バーベルシュラッグ", equipment=tools, instructions=steps)
    fill(tmp_path, curl, replace(curl, id="other-curl"))
    shown, piped = (
        said(*line.split(), root=tmp_path, terminal=terminal, COLUMNS=str(columns), TERM="xterm")
        for terminal in (True, False)
    )
    bare = _STYLE.sub("", shown.out + shown.err)
    assert [text for text in bare.splitlines() if cell_len(text.rstrip()) > columns] == []
    assert "バーベルとベンチと大きな重り" in bare or columns < 34
    if line.startswith("show"):
        assert "".join(bare.split()) == "".join(piped.out.split())


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
