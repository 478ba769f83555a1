from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from pipeline.mapping import KEYS, to_mapping
from pipeline.records import Exercise
from pipeline.schema import exercise_schema, schema_text
from tests.collection import PUSH_UP, exercises
from tests.export.conftest import Run

_PUBLISHED = Path(__file__).parents[2] / "schema" / "exercise.schema.json"


def test_the_published_schema_is_the_model_s() -> None:
    message = "run: exercises schema -o schema/exercise.schema.json"
    assert _PUBLISHED.read_text("utf-8") == schema_text(), message


def test_the_command_prints_it(run: Run) -> None:
    assert json.loads(run("schema").stdout) == exercise_schema()


def test_it_names_every_key_in_order() -> None:
    assert list(exercise_schema()["properties"]) == list(KEYS)


@given(exercises)
@settings(max_examples=60, deadline=None)
def test_every_record_that_can_be_stored_fits(exercise: Exercise) -> None:
    jsonschema.validate(to_mapping(exercise), exercise_schema())


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 2},
        {"colour": "red"},
        {"instructions": "one"},
        {"benefits": [{"heading": "x"}]},
        {"id": "No Id"},
    ],
)
def test_what_is_no_record_does_not_fit(change: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**to_mapping(PUSH_UP), **change}, exercise_schema())
