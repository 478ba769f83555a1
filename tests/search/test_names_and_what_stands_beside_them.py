"""Names that a collection lacks, names beside facts, and what names tell that records do not state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.records import Exercise
from pipeline.vocabulary.names import slug
from tests.collection import fill


def exercise(name: str, target: str, tools: str = "", steps: str = "Begin.", **facts: Any) -> Exercise:
    equipment = tuple(tools.split(", ")) if tools else ()
    return Exercise(slug(name), name, target_muscles=(target,), equipment=equipment, instructions=(steps,), **facts)


GYM = (
    exercise("Reverse Fly", "rear deltoids", "dumbbell", "Bring the chest to the pad."),
    exercise("Cable Standing Fly", "chest", "cable"),
    exercise("Pull-Up", "lats", "pull-up bar", difficulty="advanced"),
    exercise("Cable Face Pull", "rear deltoids", "cable", "Pull the rope up to the face.", difficulty="beginner"),
    exercise("Barbell Shrug", "traps", "barbell"),
    exercise("Seated Dumbbell Press", "shoulders", "dumbbell", "Do not shrug."),
    exercise("Leg Extension", "quadriceps", "machine"),
    exercise("Leg Press", "quadriceps", "machine", exercise_type="strength"),
    exercise("Preacher Curl", "biceps", "barbell"),
    exercise("Barbell Curl Wide Grip", "biceps", "barbell"),
    exercise("Barbell Bench Press", "chest", "barbell, bench"),
    exercise("Incline Dumbbell Curl", "biceps", "dumbbell, bench"),
    exercise("Dumbbell Bench Press", "chest", "dumbbell, bench"),
    exercise("Barbell Row on a Bench", "upper back", "barbell, bench"),
    exercise("Calf Stretch Against a Wall", "calves", "wall"),
    exercise("Downward Dog", "calves", exercise_type="stretching"),
    exercise("Box Jump", "quadriceps", "box"),
    exercise("Dead Hang", "forearms", "pull-up bar"),
    exercise("Romanian Deadlift", "hamstrings", "barbell"),
    exercise("Single-Leg Hip Thrust", "glutes", "bench"),
)


@pytest.fixture(scope="module")
def gym(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Collection:
    return pipeline.open_collection(fill(tmp_path_factory.mktemp("gym"), *GYM))


def first(gym: pipeline.Collection, words: str, most: int = 1) -> list[str]:
    return [hit.id for hit in gym.search(words, limit=most).hits]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("chest fly", "cable-standing-fly"),
        ("pull up beginner", "pull-up"),
        ("shrug dumbbell", "barbell-shrug"),
        ("leg extension machine", "leg-extension"),
        ("barbell curl", "barbell-curl-wide-grip"),
        ("bb curl", "barbell-curl-wide-grip"),
        ("db bench", "dumbbell-bench-press"),
        ("calf stretch", "calf-stretch-against-a-wall"),
        ("stretch calves", "calf-stretch-against-a-wall"),
        ("grip strength", "dead-hang"),
        ("roman", "romanian-deadlift"),
        ("deadl", "romanian-deadlift"),
        ("proper leg press form", "leg-press"),
        ("types of deadlift", "romanian-deadlift"),
        ("muscle:rear delts", "cable-face-pull"),
        ("unilateral glutes", "single-leg-hip-thrust"),
    ],
)
def test_what_comes_first(gym: pipeline.Collection, asked: str, found: str) -> None:
    assert first(gym, asked) == [found]


def test_what_had_to_be_left_out_for_a_name_is_said(gym: pipeline.Collection) -> None:
    results = gym.search("pull up beginner")
    assert results.relaxed == ("beginner",)
    assert {hit.id for hit in results.hits} == {"pull-up"}


def test_a_machine_with_a_name_of_its_own_is_no_movement(gym: pipeline.Collection) -> None:
    assert gym.search("cable machine").understood == {"equipment": ("cable",)}


def test_kit_in_a_list_is_no_name(gym: pipeline.Collection) -> None:
    found = gym.search("I have a barbell and a bench", limit=0)
    assert found.understood["equipment"] == ("barbell", "bench")
    assert {hit.id for hit in found.hits} == {"barbell-bench-press", "barbell-row-on-a-bench"}


def test_a_type_that_nobody_stated_is_told_by_the_name_or_taken_for_granted(gym: pipeline.Collection) -> None:
    assert {hit.id for hit in gym.search("plyometrics", limit=0).hits} == {"box-jump"}
    strength = {hit.id for hit in gym.search("strength", limit=0).hits}
    assert "dead-hang" in strength and not strength & {"box-jump", "downward-dog", "calf-stretch-against-a-wall"}
    assert gym.search(type="strength").total == 1, "a filter goes by what records state"


def test_who_names_a_muscle_wants_to_train_it(gym: pipeline.Collection) -> None:
    assert first(gym, "quads", 3)[0] != "downward-dog"
    stretched = exercise("A Calf Pose", "calves", exercise_type="stretching")
    assert stretched.name < "Calf Stretch"
    assert "no stretching" in {r.found for hit in gym.search("quads").hits for r in hit.reasons}


@pytest.mark.parametrize("asked", ["???", "exercises for seniors", "push day", "muscle:"])
def test_words_that_say_nothing_are_told_to(gym: pipeline.Collection, asked: str) -> None:
    results = gym.search(asked)
    assert results.total == len(GYM)
    assert results.notes == (f"{asked!r} says nothing of an exercise; these are all of them",)


def test_no_gym_equipment_is_no_equipment(gym: pipeline.Collection) -> None:
    for asked in ("no gym equipment", "zero equipment", "calisthenics"):
        assert gym.search(asked).understood["equipment"] == ("body weight",), asked


def test_a_slash_between_words_means_either(gym: pipeline.Collection) -> None:
    assert gym.search("biceps/triceps").understood["muscle"] == ("biceps", "triceps")


def test_a_minus_is_for_one_word(gym: pipeline.Collection) -> None:
    assert gym.search("-barbell curl").understood["not"] == ("barbell",)
    assert first(gym, "-barbell curl") == ["incline-dumbbell-curl"]


def test_who_asks_for_something_else_is_shown_the_command(gym: pipeline.Collection) -> None:
    for asked in ("leg press alternative", "substitute for leg press", "chest instead of legs"):
        assert any("exercises substitute ID" in note for note in gym.search(asked).notes), asked


def test_a_filter_takes_a_list_and_names_what_there_is(tmp_path: Path, gym: pipeline.Collection) -> None:
    assert gym.search(muscle="biceps, traps").total == gym.search(muscle=["biceps", "traps"]).total == 4
    with pytest.raises(pipeline.UnknownValue, match="unknown type: 'yoga'; known: balance, cardio"):
        gym.search(type="yoga")
    with pytest.raises(pipeline.UnknownValue, match="left out in the query: -lunges"):
        gym.search(without="lunges")
