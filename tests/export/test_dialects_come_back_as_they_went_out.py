"""The law of the dialects: out and in again is the same record, less what the loss report names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace

import jsonschema
import pytest
from hypothesis import given, settings

from pipeline.export import Fate, Loss, LossReport
from pipeline.export.dialects import NAMES, dialect
from pipeline.export.dialects.tables import Table, knowledge, table
from pipeline.records import Exercise, Source, TitledText
from pipeline.vocabulary import load
from tests.collection import INCLINE_CURL, LEG_CURL, PUSH_UP, SAMPLES, collections, exercises
from tests.export.written import reported

FULL = replace(
    PUSH_UP,
    aliases=("Press-Up",),
    safety_tips=(TitledText("Hips", "Keep them up."),),
    images=("https://example.com/a.png",),
    video="https://example.com/a.mp4",
    license="CC0-1.0",
    source=Source(),
)
_TERMS = {"target_muscles": "muscles", "equipment": "equipment", "body_parts": "body_parts"}


def _out_and_in(name: str, some: Iterable[Exercise]) -> tuple[list[Exercise], LossReport]:
    content, report = reported(name, some)
    assert report is not None
    found = [read.exercise for read in dialect(name).read(content, "file")]
    assert None not in found
    return [e for e in found if e is not None], report


@pytest.mark.parametrize("name", NAMES)
@given(some=collections)
@settings(max_examples=60, deadline=None)
def test_a_field_comes_back_as_it_was_unless_the_report_names_it(name: str, some: list[Exercise]) -> None:
    back, report = _out_and_in(name, some)
    assert len(back) == len(some)
    for before, after in zip(some, back, strict=True):
        changed = {f.name for f in fields(Exercise) if getattr(before, f.name) != getattr(after, f.name)}
        assert changed <= report.fields(before.id)


@pytest.mark.parametrize("name", NAMES)
def test_no_muscle_becomes_a_target_and_a_secondary_one(name: str) -> None:
    press = replace(PUSH_UP, target_muscles=("front deltoids",), secondary_muscles=("side deltoids", "triceps"))
    [back], report = _out_and_in(name, [press])
    assert (back.target_muscles, back.secondary_muscles) == (("shoulders",), ("triceps",))
    assert report.counts[Loss(Fate.DROPPED, "secondary_muscles", "side deltoids", "")] == 1


@pytest.mark.parametrize("name", NAMES)
@given(exercise=exercises)
@settings(max_examples=60, deadline=None)
def test_a_term_comes_back_as_the_report_says(name: str, exercise: Exercise) -> None:
    [back], report = _out_and_in(name, [exercise])
    for field, kind in _TERMS.items():
        if kind in knowledge(name.replace("-", "_")):
            words = table(name.replace("-", "_"), kind)
            expected = tuple(dict.fromkeys(_expected(getattr(exercise, field), field, words, report)))
            assert getattr(back, field) == expected


def _expected(values: Iterable[str], field: str, words: Table, report: LossReport) -> Iterator[str]:
    became = {loss.value: loss for loss in report.counts if loss.field == field and loss.fate is not Fate.MAPPED}
    for value in values:
        loss = became.get(value)
        if loss is None:
            yield value
        elif loss.fate is Fate.NARROWED:
            yield words.ours(loss.became)
    if "(none)" in became:  # nothing was stated, and their format demands a word
        yield words.ours(became["(none)"].became)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_dialect_has_a_place_for_is_not_lost(name: str) -> None:
    back, _ = _out_and_in(name, SAMPLES)
    assert [e.id for e in back] == [e.id for e in SAMPLES]
    assert [e.name for e in back] == [e.name for e in SAMPLES]
    assert [e.instructions for e in back] == [e.instructions for e in SAMPLES]
    assert [e.target_muscles for e in back] == [e.target_muscles for e in SAMPLES]


@pytest.mark.parametrize("name", NAMES)
def test_every_term_of_a_mapping_is_one_of_ours(name: str) -> None:
    known = knowledge(name.replace("-", "_"))
    loading = load("loading")
    for kind in (
        "muscles",
        "assisting",
        "equipment",
        "body_parts",
        "difficulty",
        "exercise_types",
        "force",
        "mechanic",
    ):
        vocabulary = load("muscles" if kind == "assisting" else kind)
        assert [t for t in known.get(kind, ()) if t not in vocabulary and t not in loading] == []


def test_free_exercise_db_has_the_shape_of_its_schema() -> None:
    words = knowledge("free_exercise_db")

    def of(kind: str, *more: str | None) -> dict[str, object]:
        return {"enum": [*sorted(set(words[kind].values())), *more]}

    muscles = {"type": "array", "items": of("muscles")}
    texts = {"type": "array", "items": {"type": "string"}}
    properties = {
        "id": {"type": "string", "pattern": "^[0-9a-zA-Z_-]+$"},
        "name": {"type": "string"},
        "force": of("force", None),
        "level": of("difficulty"),
        "mechanic": of("mechanic", None),
        "equipment": of("equipment", None),
        "primaryMuscles": muscles,
        "secondaryMuscles": muscles,
        "instructions": texts,
        "alternateNames": texts,
        "category": of("exercise_types"),
        "images": texts,
    }
    optional = {"alternateNames", "force"}
    schema = {
        "properties": properties,
        "required": sorted(set(properties) - optional),
        "additionalProperties": False,
    }
    for entry in json.loads(reported("free-exercise-db", SAMPLES)[0]):
        jsonschema.validate(entry, schema)


def test_free_exercise_db_uses_its_own_words() -> None:
    entries = {entry["id"]: entry for entry in json.loads(reported("free-exercise-db", SAMPLES)[0])}
    assert entries["push-up"]["equipment"] == "body only"
    assert entries["push-up"]["secondaryMuscles"] == ["triceps", "shoulders"]
    assert entries["leg-curl"]["level"] == "expert"
    assert entries["incline-curl"]["mechanic"] is None


def test_the_report_tells_mapped_narrowed_and_dropped_apart() -> None:
    _, report = _out_and_in("free-exercise-db", [PUSH_UP, INCLINE_CURL])
    assert report.counts[Loss(Fate.MAPPED, "equipment", "body weight", "body only")] == 1
    assert report.counts[Loss(Fate.NARROWED, "secondary_muscles", "front deltoids", "shoulders")] == 1
    assert report.counts[Loss(Fate.DROPPED, "equipment", "bench", "")] == 1
    assert "target_muscles" not in report.fields("push-up")
    assert report.to_mapping()["exercises_with_losses"] == 2


def test_a_level_that_nobody_knows_is_never_assumed_in_silence() -> None:
    unknown = Exercise(id="x", name="X", instructions=("Go.",))
    _, report = _out_and_in("free-exercise-db", [unknown])
    assert (Fate.NARROWED, "difficulty", "(unknown)", "intermediate") in set(report.counts)


def test_exercisedb_uses_its_own_words() -> None:
    [curl, leg, push] = json.loads(reported("exercisedb", SAMPLES)[0])
    assert (curl["exerciseId"], curl["gifUrl"], curl["bodyParts"]) == (
        "incline-curl",
        "https://example.com/curl.png",
        ["upper arms"],
    )
    assert (leg["equipments"], push["targetMuscles"]) == (["leverage machine"], ["pectorals"])
    assert curl["equipments"] == ["dumbbell"]


def test_wger_answers_like_a_page_of_its_api() -> None:
    answer = json.loads(reported("wger", SAMPLES)[0])
    assert (answer["count"], answer["next"], answer["previous"]) == (3, None, None)
    curl, leg, push = answer["results"]
    assert curl["category"] == {"id": 8, "name": "Arms"}
    assert leg["muscles"] == [
        {
            "id": 11,
            "name": "Biceps femoris",
            "name_en": "Hamstrings",
            "is_front": False,
            "image_url_main": None,
            "image_url_secondary": None,
        }
    ]
    assert [tool["id"] for tool in curl["equipment"]] == [3, 8]
    assert curl["translations"][0]["language"] == 2
    assert push["translations"][0]["description"] == (
        "<p>Lower the chest to the floor and press back up.</p>"
        "<ol><li>Set the hands under the shoulders.</li><li>=Lower, then press.</li></ol>"
    )
    assert len({entry["uuid"] for entry in answer["results"]}) == len({e["id"] for e in answer["results"]}) == 3


def test_wger_has_every_key_that_its_api_gives() -> None:
    rights = {"license", "license_author", "author_history"}
    entry = json.loads(reported("wger", [FULL])[0])["results"][0]
    assert set(entry) == rights | {
        "id", "uuid", "created", "last_update", "last_update_global", "category", "muscles", "muscles_secondary",
        "equipment", "images", "translations", "variation_group", "videos", "total_authors_history",
    }  # fmt: skip
    assert set(entry["license"]) == {"id", "full_name", "short_name", "url"}
    [image], [video], [spoken] = entry["images"], entry["videos"], entry["translations"]
    assert set(image) == rights | {"id", "uuid", "exercise", "exercise_uuid", "image", "is_main"}
    assert set(video) == rights | {"id", "uuid", "exercise", "exercise_uuid", "video", "is_main"}
    assert set(spoken) == rights | {
        "id", "uuid", "exercise", "name", "description", "created", "language", "aliases", "notes",
    }  # fmt: skip
    assert [set(alias) for alias in spoken["aliases"]] == [{"id", "uuid", "alias"}]
    assert [set(note) for note in spoken["notes"]] == [{"id", "uuid", "translation", "comment"}]
    uuids = [found["uuid"] for found in (entry, image, video, spoken, *spoken["aliases"], *spoken["notes"])]
    assert len(set(uuids)) == len(uuids)
    assert (image["license"], spoken["license"]) == (None, 3)


def test_no_two_pictures_of_wger_share_an_id() -> None:
    entries = json.loads(reported("wger", [FULL, replace(FULL, id="other")])[0])["results"]
    ids = [image["id"] for entry in entries for image in (*entry["images"], *entry["videos"])]
    assert len(set(ids)) == len(ids) == 4


def test_wger_dates_an_entry_by_the_page_it_was_made_from() -> None:
    dated = replace(FULL, source=Source(retrieved="2024-05-01T10:00:00Z"))
    some, none = json.loads(reported("wger", [dated, FULL])[0])["results"]
    assert (some["created"], some["last_update"], some["translations"][0]["created"]) == ("2024-05-01T10:00:00Z",) * 3
    assert (none["created"], none["last_update_global"]) == (None, None)


def test_wger_without_a_license_or_a_body_part_still_answers() -> None:
    [back], report = _out_and_in("wger", [Exercise(id="calf-raise", name="Calf Raise", target_muscles=("soleus",))])
    assert back.body_parts == ("lower legs",)
    assert "body_parts" in report.fields("calf-raise")
    assert LEG_CURL.license == back.license == ""
