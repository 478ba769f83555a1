"""The committed records are what the committed pages say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pipeline

REPOSITORY = Path(__file__).parent.parent


def test_ingesting_the_pages_gives_the_committed_records_byte_for_byte(sample: Path) -> None:
    committed = {path.name: path.read_bytes() for path in (REPOSITORY / "normalized").glob("*.yaml")}
    made = {path.name: path.read_bytes() for path in (sample / "normalized").glob("*.yaml")}
    assert made == committed


def test_every_page_became_a_record(sample: Path) -> None:
    pages = [p for p in (REPOSITORY / "raw").iterdir() if p.is_file()]
    assert len(pages) == len(list((sample / "normalized").glob("*.yaml"))) >= 48
    assert not (sample / "normalized" / "rejected").exists()


def test_the_collection_covers_every_body_part_level_and_enough_kit_and_types(sample: Path) -> None:
    counts: dict[str, Counter[str]] = {
        "body_parts": Counter(),
        "difficulty": Counter(),
        "equipment": Counter(),
        "exercise_type": Counter(),
    }
    sides = set()
    for exercise in pipeline.open_collection(sample):
        counts["body_parts"].update(exercise.body_parts)
        counts["equipment"].update(exercise.equipment)
        counts["difficulty"][exercise.difficulty] += 1
        counts["exercise_type"][exercise.exercise_type] += 1
        sides.add(exercise.bilateral)
    parts = {
        "back",
        "cardio",
        "chest",
        "lower arms",
        "lower legs",
        "neck",
        "shoulders",
        "upper arms",
        "upper legs",
        "waist",
    }
    assert set(counts["body_parts"]) == parts
    assert set(counts["difficulty"]) == {"beginner", "intermediate", "advanced"}
    assert len(counts["equipment"]) >= 12
    assert len(counts["exercise_type"]) >= 5
    assert sides == {True, False}
