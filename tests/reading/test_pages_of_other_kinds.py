"""Pages that tell how something is done, and are about no exercise, or about several."""

from __future__ import annotations

import pytest

from tests.reading.records import rejected_for

BODILY = "<ol><li>Stand on one leg and bend the knee.</li><li>Hold your arm out and turn the hip.</li></ol>"
FACTS = "<dl><dt>Muscles</dt><dd>Glutes</dd><dt>Level</dt><dd>Beginner</dd></dl>"


def _page(title: str, below: str = "") -> str:
    return f"<h1>{title}</h1><p>Said in a sentence of its own.</p>{FACTS}<h2>Instructions</h2>{BODILY}{below}"


@pytest.mark.parametrize(
    "title",
    [
        "10 Best Exercises for Glutes, Ranked by a Coach",
        "8 Leg Press Alternatives You Can Do Anywhere",
        "Six Moves for Tired Hips",
        "Front Squat vs Back Squat",
        "Three-Day Full Body Plan for Busy Weeks",
        "A 30-Minute Evening Sequence",
    ],
)
def test_titles_that_count_rank_compare_or_plan(title: str) -> None:
    assert rejected_for(_page(title)) == ["several-exercises"]


def test_a_plan_is_told_by_the_exercises_in_it() -> None:
    moves = "<h3>Glute Bridge</h3><p>Ten.</p><h3>Box Jump</h3><p>Five.</p>"
    assert rejected_for(_page("Workout for Tired Hips", moves)) == ["several-exercises"]
    assert "several-exercises" not in rejected_for(_page("Workout for Tired Hips"))


def test_a_routine_is_told_by_the_moves_and_doses_in_its_list() -> None:
    moves = ("90/90 switches - 10 per side", "Couch stretch - 60 seconds", "Frog rocks - 12")
    items = "".join(f"<li><b>{move}</b> Sit with both knees bent.</li>" for move in moves)
    page = f"<h1>Hips in Twelve Minutes</h1><p>For stiff hips.</p>{FACTS}<h2>Instructions</h2><ol>{items}</ol>"
    assert rejected_for(page) == ["several-exercises"]


@pytest.mark.parametrize("title", ["Biceps", "Lower Back"])
def test_a_muscle_is_no_exercise(title: str) -> None:
    page = (
        f"<h1>{title}</h1><p>It moves a joint.</p><dl><dt>Muscles</dt><dd>Glutes</dd></dl><h2>Instructions</h2>{BODILY}"
    )
    assert rejected_for(page) == ["not-an-exercise"]


def test_an_exercise_that_is_called_like_a_muscle_has_facts_of_its_own() -> None:
    facts = (
        "<dl><dt>Target</dt><dd>Adductors</dd><dt>Type</dt><dd>Stretching</dd><dt>Equipment</dt><dd>Foam roll</dd></dl>"
    )
    page = f"<h1>Adductor</h1><p>Done on the floor.</p>{facts}<h2>Instructions</h2>{BODILY}"
    assert rejected_for(page, "Adductor") == []
    assert rejected_for(_page("Adductor"), "Adductor") == []  # it has a level


def test_headings_that_tell_a_complaint() -> None:
    told = "<h2>Symptoms</h2><p>It hurts.</p><h2>Causes</h2><p>Painting a ceiling.</p>"
    assert rejected_for(_page("Painter's Elbow", told)) == ["not-an-exercise"]
    assert rejected_for(_page("Goblet Squat", told)) != ["not-an-exercise"]  # said beside an exercise that people know


def test_steps_that_speak_of_no_body_below_a_name_that_is_none() -> None:
    steps = "<h2>Instructions</h2><ol><li>Fit the two long bolts.</li><li>Tighten them with the key.</li></ol>"
    assert rejected_for(f"<h1>Garage Bench Assembly</h1>{FACTS}{steps}") == ["not-an-exercise"]
    assert "not-an-exercise" not in rejected_for(f"<h1>Goblet Squat</h1>{FACTS}{steps}")


def test_facts_of_three_kinds_are_those_of_an_exercise_whatever_it_is_called() -> None:
    facts = "<dl><dt>Target</dt><dd>Triceps</dd><dt>Body part</dt><dd>Upper arms</dd><dt>Equipment</dt><dd>Barbell</dd></dl>"
    steps = "<h2>Instructions</h2><ol><li>Slowly begin.</li><li>Gently go on.</li></ol>"
    assert rejected_for(f"<h1>Slow-Lowering Thumbless Whatsit</h1><p>One of a kind.</p>{facts}{steps}") == []


def test_steps_that_name_muscles_speak_of_the_body() -> None:
    steps = "<h2>Instructions</h2><ol><li>Let the triceps do it.</li><li>Feel the lats tighten.</li></ol>"
    assert rejected_for(f"<h1>Thumbless Whatsit</h1><p>One of a kind.</p>{FACTS}{steps}") == []


def test_a_page_that_lost_its_steps_is_told_so() -> None:
    assert rejected_for(f"<h1>Garage Bench Assembly</h1>{FACTS}") == ["missing-section"]
    assert rejected_for("<h1>Goblet Squat</h1><p>A squat with a weight.</p>") == ["missing-section"]


@pytest.mark.parametrize(
    "title", ["3/4 Sit-Up", "90/90 Hamstring", "World's Greatest Stretch", "One-Arm Side Deadlift"]
)
def test_names_with_numbers_in_them_are_names(title: str) -> None:
    assert "several-exercises" not in rejected_for(_page(title))
