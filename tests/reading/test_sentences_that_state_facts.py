"""Sentences that state facts of the exercise and say nothing else, wherever they stand; and those that only look like it."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, read, texts
from tests.reading.records import record, told

LEAD = "<p>Few moves ask more of the legs.</p>"
FACTS = "<p>Target: Quads</p>"


@pytest.mark.parametrize("heading", ["Before you begin", "What you need to know", "Preparation", "Form tips"])
def test_a_paragraph_of_facts_is_no_advice_and_no_step(heading: str) -> None:
    said = "<p>We rate it as an advanced exercise, and it is a compound movement. You'll need a kettlebell.</p>"
    found = record(f"{TITLE}{LEAD}<h2>{heading}</h2>{said}{STEPS}<h2>Tips</h2><ul><li>Look ahead.</li></ul>{FACTS}")
    assert (found.difficulty, found.mechanic, found.equipment) == ("advanced", "compound", ("kettlebell",))
    assert (found.safety_tips, found.instructions) == (told("Look ahead."), ("Stand tall.", "Bend the knees."))
    assert found.description == "Few moves ask more of the legs."


@pytest.mark.parametrize(
    ("sentence", "field", "values"),
    [
        ("The only equipment required is a box.", "equipment", ("box",)),
        ("No equipment is needed.", "equipment", ("body weight",)),
        ("You don't need any equipment.", "equipment", ("body weight",)),
        ("This exercise requires a bench.", "equipment", ("bench",)),
        ("It's a compound pulling movement.", "force", "pull"),
        ("It is a strength exercise.", "exercise_type", "strength"),
        ("It belongs to the family of strength exercises.", "exercise_type", "strength"),
        ("It is of the strength type.", "exercise_type", "strength"),
        ("Its force type is pull.", "force", "pull"),
        ("Instructors group it with the pull exercises.", "force", "pull"),
        ("It takes a box.", "equipment", ("box",)),
        ("You do not need to borrow any equipment.", "equipment", ("body weight",)),
        ("This is a hard strength exercise.", "difficulty", "advanced"),
        ("We grade it advanced.", "difficulty", "advanced"),
        ("It also uses the glutes, but less.", "secondary_muscles", ("glutes",)),
        ("They are helped by the glutes and calves.", "secondary_muscles", ("glutes", "calves")),
        ("It is suitable for beginners.", "difficulty", "beginner"),
        (
            "The glutes, calves and hamstrings help out as well.",
            "secondary_muscles",
            ("glutes", "calves", "hamstrings"),
        ),
        ("Meet the Goblet Squat, a beginner-level isolation movement for the legs.", "mechanic", "isolation"),
        ("Meet the Goblet Squat, a beginner-level isolation movement for the legs.", "difficulty", "beginner"),
    ],
)
def test_facts_that_sentences_state(sentence: str, field: str, values: object) -> None:
    found = record(f"{TITLE}{LEAD}<h2>In short</h2><p>The target muscle is the quads. {sentence}</p>{STEPS}")
    assert getattr(found, field) == values


@pytest.mark.parametrize(
    "sentence",
    [
        "We use it to train the quads, and nobody skips it.",
        "It helps recruits train the quads ahead of the test.",
        "If stairs are hard, it will strengthen your quads without any drama.",
        "They mainly work your quads.",
    ],
)
def test_what_the_exercise_trains_in_passing(sentence: str) -> None:
    assert record(f"{TITLE}<p>{sentence}</p><p>Level: Easy</p>{STEPS}").target_muscles == ("quadriceps",)


@pytest.mark.parametrize(
    "sentence",
    ["It will not train your biceps.", "Nobody does this to train the biceps.", "People train their biceps too often."],
)
def test_what_it_does_not_train(sentence: str) -> None:
    assert record(f"{TITLE}<p>{sentence}</p><p>Level: Easy</p>{STEPS}").target_muscles == ()


@pytest.mark.parametrize(
    "advice",
    [
        "Use your quads.",
        "You need patience and a box of tissues.",
        "Squeeze the glutes at the top.",
        "A beginner needs more rest than that.",
        "You need your glutes awake before you start.",
    ],
)
def test_advice_stays_advice(advice: str) -> None:
    found = record(f"{TITLE}{LEAD}{FACTS}{STEPS}<h2>Tips</h2><p>Look ahead.</p><p>{advice}</p>")
    assert found.safety_tips == told("Look ahead.", advice)
    assert (found.secondary_muscles, found.difficulty) == ((), "")


@pytest.mark.parametrize(
    "elsewhere",
    [
        "<h2>Our shop</h2><p>You will need a barbell.</p>",
        "<h2>Variations</h2><p>The one-legged version is an advanced exercise.</p>",
        "<h2>Common mistakes</h2><p>It is an advanced exercise.</p>",
        "<h2>Related exercises</h2><p>It is an advanced exercise. You need a barbell.</p>",
    ],
)
def test_facts_of_something_else(elsewhere: str) -> None:
    found = record(f"{TITLE}{LEAD}{FACTS}{STEPS}{elsewhere}")
    assert (found.equipment, found.difficulty) == ((), "")


@pytest.mark.parametrize("heading", ["Where will I feel it?", "Who gets to work?", "What you train"])
def test_a_question_about_muscles(heading: str) -> None:
    said = "<p>Most of the work is done by the quads. To a smaller degree it works the glutes.</p>"
    found = record(f"{TITLE}{LEAD}<h2>{heading}</h2>{said}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))


def test_labels_whose_values_are_sentences() -> None:
    facts = [
        ("The muscles", "This is a compound move that targets the quads. The glutes work as secondary muscles."),
        ("The kit", "A kettlebell. That is all."),
        ("The type", "It belongs to the family of strength exercises and is a push movement."),
    ]
    rows = "".join(f"<p><b>{label}:</b> {value}</p>" for label, value in facts)
    found = record(f"{TITLE}{LEAD}<h2>The essentials</h2>{rows}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))
    assert (found.equipment, found.exercise_type, found.force) == (("kettlebell",), "strength", "push")


def test_choices_side_by_side() -> None:
    found = record(f"{TITLE}{LEAD}{FACTS}<p>Movement: compound, push</p>{STEPS}")
    assert (found.mechanic, found.force, found.extra) == ("compound", "push", {})
    stated = "<p>Mechanic: isolation</p><p>Movement: compound, push</p>"
    assert record(f"{TITLE}{LEAD}{FACTS}{stated}{STEPS}").mechanic == "isolation"
    found = record(f"{TITLE}{LEAD}{FACTS}<p>Mood: heavy, push</p>{STEPS}")
    assert (found.mechanic, found.force) == ("", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "No other equipment helps as much.",
        "It takes the legs, the bench and every excuse away.",
        "The butterfly stretch is a gentle one for the groin.",
        "It helps you without straining the lower back.",
    ],
)
def test_what_reads_like_a_fact_and_is_none(sentence: str) -> None:
    found = record(f"{TITLE}<p>A squat. {sentence}</p><p>Level: Easy</p>{STEPS}")
    assert (found.equipment, found.target_muscles, found.secondary_muscles) == ((), (), ())


def test_steps_keep_what_they_need() -> None:
    lines = "".join(f"<p>{n}</p><p>{s}</p>" for n, s in enumerate(("You need a partner.", "Stand tall."), 1))
    found = record(f"{TITLE}{LEAD}{FACTS}<h2>Instructions</h2>{lines}")
    assert found.instructions == ("You need a partner.", "Stand tall.")


def test_sentences_above_steps_that_no_heading_announces() -> None:
    said = "<h2>What should pupils know?</h2><p>The main muscle it works is the quads. The glutes help.</p>"
    steps = "<h2>Teaching it</h2><p>Step 1: Stand tall.</p><p>Step 2: Bend the knees.</p>"
    found = record(f"{TITLE}{LEAD}{said}{steps}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))


def test_kinds_are_told_by_their_own_words() -> None:
    found = record(f"{TITLE}<p>It is a simple, explosive exercise.</p>{FACTS}{STEPS}")
    assert (found.mechanic, found.exercise_type, found.force) == ("", "", "")


def test_those_that_assist_and_those_that_stabilize() -> None:
    said = "The quads do the main work. The glutes assist, and the abs act as stabilizers."
    found = record(f"{TITLE}{LEAD}<h2>Muscles worked</h2><p>{said}</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))
    assert found.stabilizers == ("abdominals",)


@pytest.mark.parametrize("answer", ["Yes, it is an intermediate exercise.", "A little, we call it intermediate."])
def test_a_level_as_an_answer(answer: str) -> None:
    assert record(f"{TITLE}{LEAD}{FACTS}{STEPS}<h2>Is it difficult?</h2><p>{answer}</p>").difficulty == "intermediate"


def test_roles_in_brackets_of_a_sentence() -> None:
    said = "<p>The exercise loads the quads first (primary), then the glutes and calves (secondary).</p>"
    found = record(f"{TITLE}{LEAD}<h2>Muscles</h2>{said}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes", "calves"))


def test_another_name_in_a_later_sentence() -> None:
    said = "<p>The Goblet Squat is a squat. It is also known as the Chalice Squat.</p>"
    assert texts(read(f"{TITLE}{said}{FACTS}{STEPS}"), "aliases") == ["Chalice Squat"]
    said = "<p>The Goblet Squat is a squat. The back squat is also known as the High-Bar Squat.</p>"
    assert texts(read(f"{TITLE}{said}{FACTS}{STEPS}"), "aliases") == []
