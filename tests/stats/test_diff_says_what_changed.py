from __future__ import annotations

import dataclasses
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings

from pipeline.changes import Changes, compare
from pipeline.records import Exercise, Source
from tests.collection import INCLINE_CURL, LEG_CURL, PUSH_UP, SAMPLES, collections, fill
from tests.export.conftest import Run
from tests.export.written import written


def _compared(old: Exercise, new: Exercise) -> list[str]:
    changes = compare({old.id: old}, {new.id: new})
    return [change.words for found in changes.changed.values() for change in found]


def _without_page(exercise: Exercise, **more: object) -> Exercise:
    return dataclasses.replace(exercise, source=Source(file="raw/x.html"), **more)  # type: ignore[arg-type]


@given(collections)
@settings(max_examples=20, deadline=None)
def test_nothing_changed_between_a_collection_and_itself(some: list[Exercise]) -> None:
    records = {e.id: e for e in some}
    assert not compare(records, records)


def test_fields_change_in_words() -> None:
    assert _compared(
        PUSH_UP,
        dataclasses.replace(
            PUSH_UP,
            difficulty="intermediate",
            equipment=("body weight", "bench"),
            secondary_muscles=("triceps",),
            instructions=("Wide.", *PUSH_UP.instructions[1:], "Repeat."),
            mechanic="",
            bilateral=False,
        ),
    ) == [
        "secondary muscles: now without front deltoids",
        "equipment: now with bench",
        "difficulty is now 'intermediate' (was 'beginner')",
        "bilateral is now one side at a time (was both sides)",
        "step 1 is now 'Wide.' (was 'Set the hands under the shoulders.'); step 3 is new: 'Repeat.'",
        "mechanic is gone (was 'compound')",
    ]


def test_where_a_record_came_from_is_told_only_when_asked() -> None:
    moved = dataclasses.replace(PUSH_UP, source=Source(file="raw/other.html"))
    assert not compare({"push-up": PUSH_UP}, {"push-up": moved})
    assert compare({"push-up": PUSH_UP}, {"push-up": moved}, sources=True).changed


def test_what_came_went_and_was_renamed_is_told_apart() -> None:
    renamed = dataclasses.replace(LEG_CURL, id="lying-leg-curl")
    changes = compare({e.id: e for e in (INCLINE_CURL, LEG_CURL)}, {e.id: e for e in (PUSH_UP, renamed)})
    assert changes == Changes(("push-up",), ("incline-curl",), {"leg-curl": "lying-leg-curl"}, {})


def test_a_name_that_several_share_renames_nothing() -> None:
    twins = {i: _without_page(LEG_CURL, id=i) for i in ("a", "b")}
    assert compare(twins, {"c": _without_page(LEG_CURL, id="c")}).renamed == {}


@pytest.mark.parametrize("name", ["json", "jsonl", "yaml"])
def test_two_exports_are_compared(name: str, run: Run, tmp_path: Path) -> None:
    changed = dataclasses.replace(LEG_CURL, force="pull")
    old, new = tmp_path / f"old.{name}", tmp_path / f"new.{name}"
    old.write_bytes(written(name, [LEG_CURL, PUSH_UP]))
    new.write_bytes(written(name, [INCLINE_CURL, changed]))
    result = run("diff", str(old), str(new))
    assert result.returncode == 0
    assert result.stdout.decode().splitlines() == [
        "incline-curl is new",
        "push-up is gone",
        "leg-curl:",
        "  force is now 'pull'",
        "1 new, 1 gone, 1 changed",
    ]


def test_folders_of_records_are_compared(run: Run, tmp_path: Path) -> None:
    fill(tmp_path / "other", LEG_CURL, PUSH_UP)
    report = json.loads(run("diff", str(tmp_path / "other"), "--json").stdout)
    assert report == {"added": ["incline-curl"], "removed": [], "renamed": {}, "changed": {}}


def test_git_revisions_of_a_collection_are_compared(run: Run, root: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.hooksPath=/dev/null")
        subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)

    git("init", "-q")
    git("add", "normalized")
    git("commit", "-qm", "one")
    fill(root, dataclasses.replace(LEG_CURL, difficulty="beginner"))
    assert run("diff", "HEAD").stdout.decode().splitlines() == [
        "leg-curl:",
        "  difficulty is now 'beginner' (was 'advanced')",
        "1 changed",
    ]
    git("commit", "-qam", "two")
    assert run("diff", "HEAD~1", "HEAD").stdout.decode().splitlines()[-1] == "1 changed"
    assert run("diff", "HEAD", "HEAD").stdout == b"nothing changed\n"


def test_what_is_neither_file_nor_revision_is_one_line(run: Run, tmp_path: Path) -> None:
    for wrong in ("nowhere", "--end-of-options"):
        result = run("diff", "--", wrong)
        assert (result.returncode, result.stderr.count(b"\n")) == (2, 1), wrong
    (tmp_path / "old.json").write_text("{}")
    assert b"holds no list of records" in run("diff", str(tmp_path / "old.json")).stderr


def test_a_file_of_another_program_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "theirs.json").write_bytes(written("free-exercise-db", SAMPLES))
    result = run("diff", str(tmp_path / "theirs.json"))
    assert (result.returncode, result.stdout, result.stderr.count(b"\n")) == (2, b"", 1)
    assert b"exercises import" in result.stderr


def test_a_record_that_cannot_be_read_is_told_and_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_bytes(written("jsonl", [PUSH_UP]) + b'{"id": "x"}\nnonsense\n')
    result = run("diff", str(tmp_path / "old.jsonl"), "--json")
    assert (result.returncode, result.stderr.count(b"left out of the comparison")) == (1, 2)
    assert json.loads(result.stdout)["added"] == ["incline-curl", "leg-curl"]
