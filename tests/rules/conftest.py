"""A small collection on disk, and the command line run in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli import main

RECORD = """\
schema: 1
id: {id}
name: {name}
description: A press done lying on the floor, which stops the elbows before the shoulders are stretched.
body_parts: [chest]
target_muscles: [chest]
secondary_muscles: [triceps]
equipment: [dumbbell]
difficulty: beginner
exercise_type: strength
bilateral: true
instructions:
- Lie on your back with bent knees and hold a dumbbell above each shoulder.
- {step}
benefits:
- {{title: Kind to shoulders, text: The floor ends the way down before the joint is strained.}}
safety_tips:
- {{title: Soft landing, text: Let the arms touch the ground without a bump.}}
tracking:
- {{metric: reps, text: Count what you press cleanly.}}
"""
GOOD_STEP = "Lower both until the upper arms rest lightly on the floor."


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """The root of an empty collection."""
    (tmp_path / "normalized").mkdir()
    return tmp_path


@pytest.fixture
def put(collection: Path) -> Callable[..., Path]:
    """Stores a record: a good one, but for the text given."""

    def put_record(name: str = "Dumbbell Floor Press", step: str = GOOD_STEP, text: str = RECORD) -> Path:
        exercise_id = name.lower().replace(" ", "-")
        path = collection / "normalized" / f"{exercise_id}.yaml"
        path.write_bytes(text.format(id=exercise_id, name=name, step=step).encode())
        return path

    return put_record


@pytest.fixture
def validate(collection: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Runs `exercises validate` with the arguments."""

    def run(*arguments: str) -> Answer:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(["--root", str(collection), "validate", *arguments])
        printed = capsys.readouterr()
        return Answer(int(ended.value.code or 0), printed.out, printed.err)

    return run
