from __future__ import annotations

import csv
import hashlib
import io
import json

import jsonschema
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from pipeline.export import FileFormat, Options, find
from pipeline.mapping import from_mapping, to_mapping
from pipeline.records import Exercise
from pipeline.schema import exercise_schema
from tests.collection import SAMPLES, collections
from tests.export.written import folder, written


def test_opensearch_takes_an_action_and_a_document_for_each_exercise() -> None:
    lines = [json.loads(line) for line in written("opensearch", SAMPLES, Options(name="Gym 1")).splitlines()]
    assert lines[0] == {"index": {"_index": "gym-1", "_id": "incline-curl"}}
    assert [from_mapping(document) for document in lines[1::2]] == list(SAMPLES)


def test_opensearch_s_mapping_names_every_field_that_is_sent() -> None:
    form = find("opensearch")
    assert isinstance(form, FileFormat)
    mapping = json.loads(form.companions(Options())[".mapping.json"])["mappings"]
    assert mapping["dynamic"] == "strict"
    assert {name for exercise in SAMPLES for name in to_mapping(exercise)} <= set(mapping["properties"])
    assert mapping["properties"]["target_muscles"] == {"type": "keyword"}


def test_a_data_package_holds_what_its_descriptor_promises() -> None:
    files = folder("datapackage", SAMPLES, Options(title="Gym", license="CC0-1.0", date="2024-06-01"))
    descriptor = json.loads(files["datapackage.json"])
    assert (descriptor["title"], descriptor["created"]) == ("Gym", "2024-06-01T00:00:00Z")
    assert descriptor["licenses"] == [{"title": "CC0-1.0", "name": "CC0-1.0"}]
    assert descriptor["counts"]["exercises"] == 3
    assert descriptor["counts"]["equipment"] == {"bench": 1, "body weight": 1, "dumbbell": 1, "machine": 1}
    for resource in descriptor["resources"]:
        content = files[resource["path"]]
        assert (resource["bytes"], resource["hash"]) == (
            len(content),
            f"sha256:{hashlib.sha256(content).hexdigest()}",
        )
    header = next(csv.reader(io.StringIO(files["data/exercises.csv"].decode())))
    assert [field["name"] for field in descriptor["resources"][0]["schema"]["fields"]] == header
    assert [json.loads(line)["id"] for line in files["data/exercises.jsonl"].splitlines()] == [e.id for e in SAMPLES]
    for line in files["SHA256SUMS"].decode().splitlines():
        digest, path = line.split("  ")
        assert hashlib.sha256(files[path]).hexdigest() == digest


@pytest.mark.parametrize(
    ("given", "stated"),
    [
        ("CC0-1.0", {"name": "CC0-1.0"}),
        ("My own (2024)", {"name": "My-own-2024"}),
        ("©", {"name": "other"}),
        ("https://example.com/terms", {"path": "https://example.com/terms"}),
    ],
)
def test_every_licence_of_a_data_package_has_a_name_or_an_address(given: str, stated: dict[str, str]) -> None:
    descriptor = json.loads(folder("datapackage", SAMPLES, Options(license=given))["datapackage.json"])
    assert descriptor["licenses"] == [{**stated, "title": given}]


def test_a_data_package_without_a_date_names_none() -> None:
    assert "created" not in json.loads(folder("datapackage", SAMPLES)["datapackage.json"])


def test_a_data_package_s_records_fit_its_own_schema() -> None:
    files = folder("datapackage", SAMPLES)
    schema = json.loads(files["schema/exercise.schema.json"])
    assert schema == exercise_schema()
    for line in files["data/exercises.jsonl"].splitlines():
        jsonschema.validate(json.loads(line), schema)


@given(collections)
@settings(max_examples=15, deadline=None)
def test_parquet_has_typed_columns_and_lists(some: list[Exercise]) -> None:
    table = pq.read_table(io.BytesIO(written("parquet", some)))
    assert table.column("id").to_pylist() == [e.id for e in some]
    assert table.column("target_muscles").to_pylist() == [list(e.target_muscles) for e in some]
    assert table.column("bilateral").to_pylist() == [e.bilateral for e in some]
    assert table.column("extra").to_pylist() == [list(e.extra.items()) for e in some]
    assert str(table.schema.field("benefits").type).startswith("list<")


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(Exception, match=r"pip install 'exercise-pipeline\[parquet\]'"):
        written("parquet", SAMPLES)
