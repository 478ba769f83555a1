from __future__ import annotations

import csv
import io
import json

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.export.csv_table import COLUMNS, guarded, unguarded
from pipeline.mapping import from_mapping, to_mapping
from pipeline.records import Exercise
from tests.collection import SAMPLES, collections, exercises
from tests.export.written import written


@given(collections)
@settings(max_examples=40, deadline=None)
def test_json_holds_every_record_in_order(some: list[Exercise]) -> None:
    assert [from_mapping(entry) for entry in json.loads(written("json", some))] == some


@given(collections)
@settings(max_examples=40, deadline=None)
def test_jsonl_holds_one_record_a_line(some: list[Exercise]) -> None:
    lines = written("jsonl", some).decode().split("\n")[:-1]
    assert [from_mapping(json.loads(line)) for line in lines] == some


@given(collections)
@settings(max_examples=40, deadline=None)
def test_yaml_holds_one_document_a_record(some: list[Exercise]) -> None:
    assert [from_mapping(doc) for doc in yaml.load_all(written("yaml", some), yaml.CBaseLoader)] == some


def test_an_empty_collection_is_still_valid() -> None:
    assert json.loads(written("json", [])) == []
    assert written("jsonl", []) == b""
    assert written("csv", []).count(b"\r\n") == 1


def test_csv_has_one_row_an_exercise_under_the_documented_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", SAMPLES).decode(), newline="")))
    assert [row["id"] for row in rows] == ["incline-curl", "leg-curl", "push-up"]
    assert list(rows[0]) == [column.name for column in COLUMNS]
    assert rows[0]["equipment"] == "dumbbell; bench"
    assert rows[0]["bilateral"] == "false"
    assert rows[1]["bilateral"] == ""
    assert rows[2]["benefits"] == "Anywhere: It takes no gear.\nIt trains the trunk as well."
    assert rows[2]["extra"] == "Also good for: warming up"


def test_every_field_of_a_record_has_a_column() -> None:
    columns = {column.name for column in COLUMNS}
    assert {name for name in to_mapping(SAMPLES[0]) if name not in ("schema", "source")} <= columns
    assert len(columns) == len(COLUMNS)


@given(exercises)
@settings(max_examples=40, deadline=None)
def test_no_cell_of_a_csv_starts_a_formula(exercise: Exercise) -> None:
    rows = csv.reader(io.StringIO(written("csv", [exercise]).decode(), newline=""))
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]


def test_a_cell_that_looks_like_a_formula_is_text_behind_an_apostrophe() -> None:
    assert [guarded(c) for c in ("=1+1", "+1", "-1", "@a", "\tx", "plain", "'tis")] == [
        "'=1+1", "'+1", "'-1", "'@a", "'\tx", "plain", "'tis",
    ]  # fmt: skip


@given(st.text(alphabet="'=+-@\t\r\nab"))
def test_the_guard_of_a_cell_can_be_taken_off_again(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
