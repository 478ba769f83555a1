"""Pages on which rules for one kind of page took something away, or made something up, on another."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE, TWO_STEPS
from tests.reading.records import record, told, tracked

SAID = "<p>A squat with a weight held close.</p>"
TARGET = "<p>Target: Quads</p>"


def tagged(*tags: str) -> str:
    return f"<div class='tags'>{''.join(f'<span>{tag}</span>' for tag in tags)}</div>"


def test_many_muscles_among_the_tags_below_a_title() -> None:
    tags = tagged("Hamstrings", "Glutes", "Lower Back", "Traps", "Forearms", "Barbell", "Intermediate")
    found = record(f"<h1>Deadlift</h1>{tags}<p>Lift a bar off the floor.</p>{STEPS}", "Deadlift")
    assert (len(found.target_muscles), found.equipment, found.difficulty) == (5, ("barbell",), "intermediate")


def test_two_types_among_tags_leave_the_others() -> None:
    tags = tagged("Push", "Push", "Compound", "Strength", "Cardio", "Kettlebell")
    found = record(f"<h1>Thruster</h1>{tags}{SAID}{STEPS}", "Thruster")
    assert (found.force, found.mechanic, found.equipment, found.exercise_type) == (
        "push",
        "compound",
        ("kettlebell",),
        "",
    )


@pytest.mark.parametrize("heading", ["Other details", "Other information", "Other things to know"])
def test_facts_below_other_details(heading: str) -> None:
    facts = "<ul><li>Level: Beginner</li><li>Target: Quads</li></ul>"
    found = record(f"{TITLE}{SAID}{STEPS}<h2>{heading}</h2>{facts}")
    assert (found.difficulty, found.target_muscles) == ("beginner", ("quadriceps",))


def test_labels_with_numbers_before_them() -> None:
    rows = "<dt>01 Target muscle</dt><dd>Quads</dd><dt>02 Equipment</dt><dd>Dumbbell</dd><dt>03 Level</dt><dd>Beginner</dd>"
    found = record(f"{TITLE}{SAID}<dl>{rows}</dl>{STEPS}")
    assert (found.target_muscles, found.equipment, found.difficulty) == (("quadriceps",), ("dumbbell",), "beginner")
    weeks = "<dl><dt>2 weeks</dt><dd>Bodyweight only</dd><dt>Grip</dt><dd>Wide</dd></dl>"
    assert "Bodyweight only" not in record(f"{TITLE}{DESCRIBED}{weeks}{STEPS}").extra


def test_steps_to_be_ticked_off_are_steps() -> None:
    steps = "<h2>How to</h2><ol><li>____ Stand tall.</li><li>____ Bend the knees.</li></ol>"
    assert len(record(f"{TITLE}{DESCRIBED}{steps}").instructions) == len(TWO_STEPS)
    tips = "<ul><li>Sit back.</li></ul><ul><li>My weight: ____</li><li>My reps: ____</li></ul><ul><li>Look ahead.</li></ul>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Tips</h2>{tips}")
    assert found.safety_tips == told("Sit back.", "Look ahead.")


@pytest.mark.parametrize(
    "said",
    [
        "The most injured body part is the lower back.",
        "No other body part is as strong as the legs.",
        "It does not fall into the category of isolation exercises.",
        "The best kind of exercise is cardio for most people, but squats build legs too.",
        "A lighter bell is recommended for beginners.",
        "Few coaches recommend it to beginners.",
        "The back gets support from the bench under your shoulders.",
    ],
)
def test_sentences_that_state_nothing_of_the_exercise(said: str) -> None:
    found = record(f"{TITLE}{SAID}<p>{said}</p>{TARGET}{STEPS}")
    assert (found.body_parts, found.mechanic, found.exercise_type, found.difficulty) == ((), "", "", "")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ())


@pytest.mark.parametrize("heading", ["Next exercise: Exercise details", "Up next: Quick facts"])
def test_facts_of_the_next_exercise(heading: str) -> None:
    facts = f"<h3>{heading}</h3><p>Level: Advanced</p><p>Equipment: Barbell</p>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}{facts}")
    assert (found.difficulty, found.equipment) == ("", ())


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Bench Press: Variations", ("Incline Bench Press", "Close-Grip Bench Press")),
        ("Other versions of this page", ("Deutsch", "Español")),
        ("Other forms of strength training", ("Pilates", "CrossFit")),
        ("Popular versions of our programs", ("Strong in 8 weeks", "Lean legs")),
    ],
)
def test_versions_of_something_else(heading: str, items: tuple[str, ...]) -> None:
    listed = "".join(f"<li>{item}</li>" for item in items)
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h2>{heading}</h2><ul>{listed}</ul>").variations == ()


def test_facts_of_a_few_words_with_stops_between() -> None:
    facts = "<h2>Facts</h2><p>Level: Beginner</p><p>Stance: Wide. Toes out. Heels down.</p>"
    assert record(f"{TITLE}{DESCRIBED}{facts}{STEPS}").extra == {"Stance": "Wide. Toes out. Heels down."}


def test_a_sentence_beside_details_that_states_nothing() -> None:
    rows = (
        "<tr><th>Details</th><td>Hold the weight close to your chest.</td></tr><tr><th>Level</th><td>Beginner</td></tr>"
    )
    found = record(f"{TITLE}{DESCRIBED}<table>{rows}</table>{STEPS}")
    assert found.extra == {"Details": "Hold the weight close to your chest."}


@pytest.mark.parametrize(("label", "value"), [("Best paired with", "Isolation"), ("Body position", "Back")])
def test_labels_of_something_else_beside_known_words(label: str, value: str) -> None:
    found = record(f"{TITLE}{DESCRIBED}<dl><dt>{label}</dt><dd>{value}</dd><dt>Level</dt><dd>Beginner</dd></dl>{STEPS}")
    assert (found.mechanic, found.body_parts) == ("", ())


def test_what_kind_of_tool() -> None:
    found = record(f"{TITLE}{DESCRIBED}<p>What kind: Dumbbell</p><p>Level: Beginner</p>{STEPS}")
    assert (found.exercise_type, found.equipment) == ("", ("dumbbell",))


def test_names_joined_again_and_again_take_no_time() -> None:
    page = f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2><p>{' and '.join(['Slow-Tempo Goblet Squat'] * 5000)}</p>"
    assert set(record(page).variations) <= {"Slow-Tempo Goblet Squat"}


@pytest.mark.parametrize("link", ["href='/page#tips'", "href='#tips'", "id='tips'"])
def test_marks_in_the_headings_of_articles(link: str) -> None:
    cues = f"<article><h3><a {link}>Tips</a></h3><ul><li>Sit back.</li></ul></article>"
    steps = (
        f"<article><h3><a {link}>Instructions</a></h3><ul><li>Stand tall.</li><li>Bend the knees.</li></ul></article>"
    )
    found = record(f"<main>{TITLE}{DESCRIBED}{cues}{steps}</main>")
    assert (found.safety_tips, found.instructions) == (told("Sit back."), tuple(TWO_STEPS))


def test_breath_that_is_held_is_no_time_of_the_exercise() -> None:
    asked = "<h2>How much</h2><p>Try 3 sets, holding your breath for 2 seconds on each descent.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{asked}").tracking == tracked(sets="3")


def test_doses_of_a_variation() -> None:
    listed = "<p>For the front squat do:</p><ul><li>Sets: 3</li><li>Reps: 10</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{listed}").tracking == ()
