from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.export.dialects import dialect
from pipeline.store import Store, is_untouched
from tests.export.conftest import Run

_FREE = {
    "id": "Band_Squat",
    "name": "Band Squat",
    "force": "push",
    "level": "expert",
    "mechanic": None,
    "equipment": "bands",
    "primaryMuscles": ["quadriceps"],
    "secondaryMuscles": ["middle back"],
    "instructions": ["Stand on the band."],
    "category": "strength",
    "images": ["Band_Squat/0.jpg"],
    "tempo": "3-1-1",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.json"
    path.write_text(json.dumps([_FREE]))
    return path


def test_a_file_of_another_program_becomes_records(run: Run, root: Path, file: Path) -> None:
    result = run("import", "free-exercise-db", str(file))
    assert (result.returncode, result.stdout) == (0, b"1 imported, 0 kept, 0 left out\n")
    assert b"tempo (1)" in result.stderr
    record = Store(root).get("band-squat")
    assert (record.difficulty, record.equipment, record.secondary_muscles) == (
        "advanced",
        ("resistance band",),
        ("upper back",),
    )
    assert (record.source.file, record.source.profile) == ("theirs.json", "import:free-exercise-db")
    assert is_untouched((root / "normalized" / "band-squat.yaml").read_bytes())


def test_what_was_imported_is_found_at_once(run: Run, file: Path) -> None:
    run("import", "free-exercise-db", str(file))
    assert [hit["id"] for hit in json.loads(run("search", "--equipment", "bands", "--json").stdout)["hits"]] == [
        "band-squat"
    ]


def test_a_record_that_is_there_is_kept_unless_insisted(run: Run, root: Path, file: Path) -> None:
    path = root / "normalized" / "band-squat.yaml"
    run("import", "free-exercise-db", str(file))
    path.write_text(path.read_text().replace("Stand on", "Step on"))
    again = run("import", "free-exercise-db", str(file), "--json")
    assert (again.returncode, json.loads(again.stdout)["kept"]) == (0, ["band-squat"])
    assert "Step on" in path.read_text()
    assert run("import", "free-exercise-db", str(file), "--overwrite").returncode == 0
    assert "Stand on" in path.read_text()


def test_an_entry_that_is_no_exercise_is_named_and_the_rest_is_read(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "f.json").write_text(json.dumps([{"id": "x"}, _FREE, "nonsense", _FREE]))
    result = run("import", "free-exercise-db", str(tmp_path / "f.json"))
    assert result.returncode == 1
    assert b"entry 1 has no name" in result.stderr
    assert b"entry 3 has not the shape" in result.stderr
    assert b"entry 4 has the id 'band-squat'" in result.stderr
    assert Store(root).get("band-squat").name == "Band Squat"


def test_a_file_of_another_format_gives_no_hollow_records(run: Run, root: Path, tmp_path: Path) -> None:
    foreign = {"id": 7, "name": "Band Squat", "musclesWorked": ["quads"], "steps": ["Stand up."]}
    (tmp_path / "f.json").write_text(json.dumps([foreign | {"name": f"Squat {n}"} for n in range(9)]))
    result = run("import", "free-exercise-db", str(tmp_path / "f.json"))
    assert result.returncode == 1
    assert b"entry 1 has a name, and else only what this format does not know (musclesWorked, steps)" in result.stderr
    assert result.stderr.splitlines()[-1].endswith(b"and 6 more, which is all of them; is the file of this format?")
    assert not any("squat-" in entry.name for entry in Store(root).files())


def test_wrong_files_and_formats_are_one_line(run: Run, tmp_path: Path, file: Path) -> None:
    (tmp_path / "bad.json").write_text("{")
    for arguments, hint in (
        (("import", "wger", str(tmp_path / "bad.json")), b"is not JSON"),
        (("import", "wger", str(tmp_path / "none.json")), b"cannot read"),
        (("import", "exercisdb", str(file)), b"did you mean 'exercisedb'"),
    ):
        result = run(*arguments)
        assert (result.returncode, result.stderr.count(b"\n"), hint in result.stderr) == (2, 1, True), arguments


def test_the_older_form_of_exercisedb_is_read_too() -> None:
    entry = {
        "id": "0001", "name": "barbell curl", "bodyPart": "upper arms", "target": "biceps",
        "equipment": "barbell", "gifUrl": "https://example.com/1.gif",
        "secondaryMuscles": ["forearms"], "difficulty": "expert",
        "instructions": ["Step:1 Stand.", "Step:2 Curl."],
    }  # fmt: skip
    [read] = dialect("exercisedb").read(json.dumps({"data": [entry]}).encode(), "file")
    assert read.exercise is not None
    assert (read.exercise.id, read.exercise.name) == ("0001", "Barbell Curl")
    assert (read.exercise.body_parts, read.exercise.target_muscles) == (("upper arms",), ("biceps",))
    assert (read.exercise.instructions, read.exercise.difficulty) == (("Stand.", "Curl."), "advanced")


def test_wger_s_bare_ids_and_plain_descriptions_are_read_too() -> None:
    entry = {
        "id": 7, "category": 10, "muscles": [6], "muscles_secondary": [{"id": 13, "name": "Brachialis"}],
        "equipment": [{"id": 9, "name": "Incline bench"}],
        "translations": [
            {"name": "Bankdrücken", "language": 1, "description": "x"},
            {"name": "Sit-up", "language": 2, "description": "<p>Lie down.</p><p>Sit &amp; stay.</p>"},
        ],
    }  # fmt: skip
    [read] = dialect("wger").read(json.dumps(entry).encode(), "file")
    assert read.exercise is not None
    assert (read.exercise.id, read.exercise.language) == ("sit-up", "en")
    assert (read.exercise.body_parts, read.exercise.target_muscles) == (("waist",), ("abdominals",))
    assert (read.exercise.secondary_muscles, read.exercise.equipment) == (("biceps",), ("bench",))
    assert (read.exercise.description, read.exercise.instructions) == ("", ("Lie down.", "Sit & stay."))


def test_a_term_that_nobody_knows_is_kept_as_written() -> None:
    [read] = dialect("free-exercise-db").read(json.dumps([{**_FREE, "equipment": "Flux Capacitor"}]).encode(), "file")
    assert read.exercise is not None
    assert read.exercise.equipment == ("flux capacitor",)


def test_records_of_one_imported_file_are_no_copies_of_each_other(run: Run, file: Path) -> None:
    file.write_text(json.dumps([_FREE, {**_FREE, "id": "Band_Row", "name": "Band Row"}]))
    assert run("import", "free-exercise-db", str(file)).stdout.startswith(b"2 imported")
    assert json.loads(run("validate", "--select", "same-source", "--json").stdout)["summary"] == {}
