"""jsonld: schema.org, each exercise a HowTo (how it is done) and an ExercisePlan (what it trains).

Properties and their meaning: schema.org/HowTo, schema.org/ExercisePlan, schema.org/PhysicalActivity.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from pipeline.export.base import File, Options
from pipeline.records import Exercise, TitledText

_NO_TOOLS = ("body weight", "weighted", "assisted", "other")


def node(exercise: Exercise, base_url: str = "") -> dict[str, Any]:
    """One exercise as a node of the graph. Its `@id` is below `base_url`, else a fragment of the document."""
    found: dict[str, Any] = {
        "@type": ["HowTo", "ExercisePlan"],
        "@id": f"{base_url.rstrip('/')}/{exercise.id}" if base_url else f"#{exercise.id}",
        "identifier": exercise.id,
        "name": exercise.name,
        "alternateName": list(exercise.aliases),
        "description": exercise.description,
        "exerciseType": exercise.exercise_type,
        "educationalLevel": exercise.difficulty,
        "associatedAnatomy": [{"@type": "Muscle", "name": muscle} for muscle in exercise.target_muscles],
        "mentions": [{"@type": "Muscle", "name": muscle} for muscle in exercise.secondary_muscles],
        "tool": [{"@type": "HowToTool", "name": tool} for tool in exercise.equipment if tool not in _NO_TOOLS],
        "step": [
            {"@type": "HowToStep", "position": n, "text": text} for n, text in enumerate(exercise.instructions, 1)
        ],
        "hasPart": [*_parts("HowToTip", exercise.safety_tips), *_parts("CreativeWork", exercise.benefits)],
        "additionalVariable": [f"{m.metric}: {m.text}" if m.text else m.metric for m in exercise.tracking],
        "keywords": list(dict.fromkeys((*exercise.body_parts, *_kinds(exercise)))),
        "image": list(exercise.images),
        "video": {"@type": "VideoObject", "contentUrl": exercise.video} if exercise.video else None,
        "inLanguage": exercise.language,
        "license": exercise.license,
        "isBasedOn": exercise.source.url,
    }
    return {name: value for name, value in found.items() if value}


def _parts(kind: str, entries: Iterable[TitledText]) -> list[dict[str, str]]:
    return [
        {name: value for name, value in (("@type", kind), ("name", e.title), ("text", e.text)) if value}
        for e in entries
    ]


def _kinds(exercise: Exercise) -> list[str]:
    sides = {True: "bilateral", False: "unilateral", None: ""}[exercise.bilateral]
    return [word for word in (exercise.mechanic, exercise.force, sides) if word]


def _write(exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> None:
    target.write(b'{"@context": "https://schema.org", "@graph": [')
    before = "\n"
    for exercise in exercises:
        target.write((before + json.dumps(node(exercise, options.base_url), ensure_ascii=False, indent=2)).encode())
        before = ",\n"
    target.write(b"\n]}\n")


FORMAT = File("jsonld", "schema.org for web pages: HowTo and ExercisePlan.", ".jsonld", _write)
