"""The JSON Schema of a stored record, made from the model: it cannot say anything else than the code does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args, get_origin, get_type_hints

from pipeline.mapping import KEYS
from pipeline.records import SCHEMA_VERSION, Exercise, Metric, Source, TitledText
from pipeline.vocabulary import load

DRAFT = "https://json-schema.org/draft/2020-12/schema"
REQUIRED = ("schema", "id", "name", "secondary_muscles")
"""Keys that every stored record has; any other is left out when it is empty."""
_MEANING = {
    "id": "Unique and stable: the slug of the name, and the name of the record's file.",
    "name": "The exercise's name, in title case.",
    "aliases": "Other names of the same exercise.",
    "description": "What the exercise is.",
    "body_parts": "Body parts, in the vocabulary's words where it knows them.",
    "target_muscles": "Muscles the exercise is for, in the vocabulary's words where it knows them.",
    "secondary_muscles": "Muscles that assist; an empty list says that there are none.",
    "equipment": "What it takes; body weight stands for nothing at all.",
    "difficulty": "How hard it is.",
    "exercise_type": "What kind of training it is.",
    "bilateral": "True for both sides at once, false for one at a time; left out when unknown.",
    "instructions": "The steps, in order, without numbers.",
    "benefits": "What it is good for.",
    "safety_tips": "What to mind.",
    "tracking": "What to write down in training.",
    "mechanic": "How many joints move.",
    "force": "Which way the load is moved.",
    "stabilizers": "Muscles that hold still.",
    "variations": "Variations of the exercise.",
    "images": "Addresses of images.",
    "video": "Address of a video.",
    "language": "Language of the texts (BCP 47).",
    "license": "Licence of the texts, an SPDX name where there is one.",
    "extra": "Facts the page states that no field holds, by their label.",
    "source": "Where the record came from; digest is the hash of the file as the program wrote it.",
}
_VOCABULARIES = {
    "body_parts": "body_parts",
    "target_muscles": "muscles",
    "secondary_muscles": "muscles",
    "equipment": "equipment",
    "difficulty": "difficulty",
    "exercise_type": "exercise_types",
    "mechanic": "mechanic",
    "force": "force",
    "stabilizers": "muscles",
}


def exercise_schema() -> dict[str, Any]:
    """The schema of one record, as JSON holds it (draft 2020-12)."""
    hints = get_type_hints(Exercise)
    properties: dict[str, Any] = {"schema": {"const": SCHEMA_VERSION, "description": "Version of this schema."}}
    for name in KEYS[1:]:
        properties[name] = {"description": _MEANING[name], **_shape(hints[name]), **_limits(name)}
    return {
        "$schema": DRAFT,
        "$id": f"urn:exercise-pipeline:exercise:{SCHEMA_VERSION}",
        "title": "Exercise",
        "description": "One record of normalized/, or one entry of the json and jsonl exports.",
        "type": "object",
        "properties": properties,
        "required": list(REQUIRED),
        "additionalProperties": False,
    }


def _shape(hint: Any) -> dict[str, Any]:
    if hint is str:
        return {"type": "string"}
    if bool in get_args(hint):
        return {"type": "boolean"}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _shape(get_args(hint)[0])}
    if hint in (TitledText, Metric, Source):
        texts = {f.name: {"type": "string"} for f in fields(hint)}
        return {"type": "object", "properties": texts, "additionalProperties": False}
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": {"type": "string"}}
    raise TypeError(f"the schema does not know the type {hint}")


def _limits(name: str) -> dict[str, Any]:
    """A vocabulary is shown by examples, not enforced: a word it does not know is kept as written."""
    if name == "id":
        return {"pattern": "^[a-z0-9][a-z0-9-]{0,119}$"}
    if name == "name":
        return {"minLength": 1}
    return {"examples": _examples(name)} if name in _VOCABULARIES else {}


def _examples(name: str) -> list[Any]:
    words = list(load(_VOCABULARIES[name]).terms)
    return words if _shape(get_type_hints(Exercise)[name])["type"] == "string" else [words]


def schema_text() -> str:
    """The published file, schema/exercise.schema.json."""
    return json.dumps(exercise_schema(), ensure_ascii=False, indent=2) + "\n"
