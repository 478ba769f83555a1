from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings

from pipeline.records import Exercise
from tests.collection import SAMPLES, collections
from tests.export.conftest import Run
from tests.export.written import written


@pytest.fixture
def database(run: Run, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    assert run("export", "sqlite", "-o", str(tmp_path / "gym.db"), "--title", "Gym").returncode == 0
    with closing(sqlite3.connect(tmp_path / "gym.db")) as opened:
        yield opened


def test_every_exercise_is_a_row_in_order(database: sqlite3.Connection) -> None:
    rows = database.execute("SELECT id, name, bilateral FROM exercises ORDER BY position").fetchall()
    assert rows == [
        ("incline-curl", "Incline Curl", 0),
        ("leg-curl", "Leg Curl", None),
        ("push-up", "Push-Up", 1),
    ]


def test_muscles_equipment_and_steps_are_linked(database: sqlite3.Connection) -> None:
    links = (
        "SELECT muscle, role FROM exercise_muscles WHERE exercise_id = 'push-up' ORDER BY role DESC, position"
    )
    assert database.execute(links).fetchall() == [
        ("chest", "target"),
        ("triceps", "secondary"),
        ("front deltoids", "secondary"),
    ]
    steps = database.execute(
        "SELECT text FROM steps WHERE exercise_id = 'incline-curl' ORDER BY position"
    ).fetchall()
    assert [text for (text,) in steps] == list(SAMPLES[0].instructions)
    assert database.execute("SELECT body_part FROM muscles WHERE name = 'biceps'").fetchone() == (
        "upper arms",
    )


def test_full_text_search_finds_words_in_names_and_steps(database: sqlite3.Connection) -> None:
    found = (
        "SELECT e.id FROM exercises e JOIN exercises_fts f ON f.rowid = e.rowid"
        " WHERE exercises_fts MATCH ? ORDER BY rank"
    )
    assert database.execute(found, ("curls",)).fetchall()[0][0] in ("incline-curl", "leg-curl")
    assert database.execute(found, ("pad",)).fetchall() == [("leg-curl",)]


def test_views_show_cards_and_coverage(database: sqlite3.Connection) -> None:
    card = database.execute(
        "SELECT equipment, steps FROM exercise_cards WHERE id = 'incline-curl'"
    ).fetchone()
    assert card == ("dumbbell, bench", 2)
    assert ("biceps", "bench", 1) in database.execute("SELECT * FROM coverage").fetchall()


@pytest.mark.usefixtures("database")
def test_metadata_for_datasette_stands_beside_the_database(tmp_path: Path) -> None:
    metadata = json.loads((tmp_path / "gym.metadata.json").read_text())
    assert metadata["title"] == "Gym"
    assert metadata["databases"]["gym"]["tables"]["exercises"]["fts_table"] == "exercises_fts"


@given(collections)
@settings(max_examples=15, deadline=None)
def test_no_link_points_nowhere_whatever_the_records(some: list[Exercise]) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(written("sqlite", some))
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("SELECT count(*) FROM exercises").fetchone() == (len(some),)
