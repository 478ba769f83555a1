from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings

from pipeline.export import Options
from pipeline.records import Exercise
from tests.collection import INCLINE_CURL, PUSH_UP, collections
from tests.export.written import written

# Properties of schema.org's types, their parents' included, as far as this export may use them.
_THING = {"@type", "@id", "name", "description", "identifier", "alternateName", "image", "url"}
_WORK = _THING | {
    "text",
    "inLanguage",
    "license",
    "isBasedOn",
    "hasPart",
    "keywords",
    "video",
    "educationalLevel",
    "mentions",
}
_PROPERTIES = {
    "HowTo": _WORK | {"step", "tool", "supply", "totalTime"},
    "ExercisePlan": _WORK
    | {"exerciseType", "intensity", "additionalVariable", "workload", "associatedAnatomy"},
    "HowToStep": _WORK | {"position"},
    "HowToTip": _WORK,
    "HowToTool": _THING,
    "Muscle": _THING,
    "CreativeWork": _WORK,
    "VideoObject": _WORK | {"contentUrl"},
}


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from _nodes(part)


@given(collections)
@settings(max_examples=40, deadline=None)
def test_every_property_belongs_to_its_schema_org_type(some: list[Exercise]) -> None:
    document = json.loads(written("jsonld", some))
    assert document["@context"] == "https://schema.org"
    assert [node["identifier"] for node in document["@graph"]] == [e.id for e in some]
    for node in _nodes(document["@graph"]):
        types = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
        assert set(node) <= set().union(*(_PROPERTIES[t] for t in types))


def test_an_exercise_is_a_how_to_with_steps_and_tools_and_a_plan_with_muscles() -> None:
    options = Options(base_url="https://example.com/exercises/")
    curl, push_up = json.loads(written("jsonld", [INCLINE_CURL, PUSH_UP], options))["@graph"]
    assert curl["@id"] == "https://example.com/exercises/incline-curl"
    assert [tool["name"] for tool in curl["tool"]] == ["dumbbell", "bench"]
    assert [(step["position"], step["text"]) for step in curl["step"]] == [
        (1, "Sit back."),
        (2, "Curl one weight at a time."),
    ]
    assert "tool" not in push_up
    assert [m["name"] for m in push_up["associatedAnatomy"]] == ["chest"]
    assert push_up["exerciseType"] == "strength"
