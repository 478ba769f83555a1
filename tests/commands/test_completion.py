"""Completion: what a shell offers, asked as the shells ask, and by a real bash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import exercises
from pipeline.cli.completion import SHELLS
from pipeline.cli.shells import install
from tests.collection import fill
from tests.conftest import REPOSITORY


def offered(*words: str, root: Path | None = None) -> list[str]:
    """What is offered for the last of the words."""
    install()
    before = ["--root", str(root)] if root else []
    asked = {
        "_EXERCISES_COMPLETE": "bash_complete",
        "COMP_WORDS": "\n".join(word.replace(" ", "\\ ") for word in ["exercises", *before, *words]),
        "COMP_CWORD": str(len(words) + len(before)),
    }
    done = CliRunner().invoke(exercises, env=asked, prog_name="exercises", complete_var="_EXERCISES_COMPLETE")
    return [line.removeprefix("plain,") for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["sea"], ["search"]),
        (["search", "--muscle", "ham"], ["hamstrings"]),
        (["search", "--muscle", "=", "ham"], ["hamstrings"]),
        (["search", "--target", "lower b"], ["lower back", "lower body"]),
        (["search", "-e", "trap"], ["trap bar"]),
        (["search", "--equipment", "none"], ["none", "none (bodyweight exercise)"]),
        (["search", "--difficulty", "b"], ["beginner"]),
        (["search", "--body-part", "upper a"], ["upper arms"]),
        (["search", "--type", "plyo"], ["plyometrics"]),
        (["search", "--without", "cable,hams"], ["cable,hamstrings"]),
        (["search", "--available", "dumbbell, be"], ["dumbbell, bench"]),
        (["search", "--available", "bench,benc"], []),
        (["search", "--sort", "d"], ["difficulty"]),
        (["export", "jsonl"], ["jsonl", "jsonld"]),
        (["substitute", "push-up", "--avail"], ["--available"]),
        (["completion", "z"], ["zsh"]),
    ],
)
def test_what_is_offered(words: list[str], first: list[str]) -> None:
    assert offered(*words) == first


@pytest.mark.parametrize("command", ["show", "similar", "substitute"])
def test_ids_of_the_collection_are_offered(command: str, tmp_path: Path) -> None:
    assert offered(command, "", root=fill(tmp_path)) == ["incline-curl", "leg-curl", "push-up"]
    assert offered(command, "pu", root=tmp_path) == ["push-up"]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_asks_the_program(shell: str) -> None:
    script = CliRunner().invoke(exercises, ["completion", shell]).stdout
    assert "_EXERCISES_COMPLETE" in script and "COMP_WORDS" in script and "COMP_CWORD" in script
    assert "exercises" in script and script.endswith("\n")


def test_another_shell_is_refused() -> None:
    assert CliRunner().invoke(exercises, ["completion", "tcsh"]).exit_code == 2


def test_a_real_bash_completes(tmp_path: Path) -> None:
    program = tmp_path / "exercises"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pipeline "$@"\n')
    program.chmod(0o755)
    script = CliRunner().invoke(exercises, ["completion", "bash"]).stdout
    typed = 'COMP_WORDS=(exercises search --muscle "lower b"); COMP_WORDS[3]="lower\\\\ b"; COMP_CWORD=3'
    asked = f"{script}\n{typed}\n_exercises_completion exercises\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"; complete -p exercises"
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, env=environment, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines()[:2] == ["lower back", "lower body"]
    assert "-F _exercises_completion exercises" in done.stdout
