"""Pages laid out as portals, clinics, textbooks, slides and hand-outs lay them out, that nobody had shown to the program before."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE
from tests.reading.records import record, told, tracked

STEP = "<section class='step'><h3>Step {}</h3><p>{}</p></section>"
SLIDES = "<div class='slides'><section class='present'>{}</section><section class='future' hidden aria-hidden='true'>{}</section><section hidden>{}</section></div>"


def test_steps_below_headings_of_their_own_behind_the_tools() -> None:
    needed = "<h2>Things You’ll Need</h2><ul><li>Kettlebell</li></ul>"
    steps = STEP.format(1, "Stand tall.") + STEP.format(2, "Bend the knees.")
    found = record(f"{TITLE}<p>A squat with a weight held close.</p><p>Target: Quads</p>{needed}{steps}")
    assert (found.equipment, found.instructions) == (("kettlebell",), ("Stand tall.", "Bend the knees."))


def test_a_cell_of_facts_beside_a_picture() -> None:
    facts = (
        ("Type", "Strength"),
        ("Main Muscle Worked", "Quadriceps"),
        ("Equipment", "Kettlebells"),
        ("Level", "Beginner"),
    )
    lines = "<br>".join(f"<b>{label}:</b> <a href='/list'>{value}</a>" for label, value in facts)
    table = f"<table border=1><tr><td colspan=2><b>Exercise Data</b></td></tr><tr><td>{lines}</td><td><img src=a.gif></td></tr></table>"
    found = record(f"{TITLE}{table}{STEPS}")
    assert (found.exercise_type, found.difficulty) == ("strength", "beginner")
    assert (found.target_muscles, found.equipment) == (("quadriceps",), ("kettlebell",))


def test_a_button_for_the_transcript_of_a_film_begins_nothing() -> None:
    said = "With Goblet Squat you mainly work the quads. To do it, you need a kettlebell."
    found = record(f"{TITLE}<div><button>Show transcript</button></div><div><p>{said}</p></div>{STEPS}")
    assert (found.description, found.target_muscles, found.equipment) == (said, ("quadriceps",), ("kettlebell",))


def test_rows_of_facts_in_a_column_that_leads_elsewhere_as_well() -> None:
    facts = (
        ("Trains", "Quads"),
        ("Assists", "Glutes"),
        ("Kit", "Kettlebell"),
        ("Ability", "Beginner"),
        ("Movement", "Compound"),
    )
    doses = (("Sets", "4"), ("Reps", "8-12"), ("Recovery", "60 seconds"))
    rows, dosed = (
        "".join(
            f"<div class='fact-row'><div class='fact-label'>{label}</div><div class='fact-text'>{value}</div></div>"
            for label, value in pairs
        )
        for pairs in (facts, doses)
    )
    heads = f"<div class='head'>Fast Facts</div>{rows}<div class='head'>Prescription</div>{dosed}"
    column = f"<aside class='sidebar-card'>{heads}<a class='button' href='/plans'>See our plans</a></aside>"
    told_much = "<p>A squat with a weight held close, as long as the drill takes.</p>" * 12  # most of the page
    found = record(f"<div>{column}<div>{TITLE}{told_much}{STEPS}</div></div>")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))
    assert (found.equipment, found.difficulty, found.mechanic) == (("kettlebell",), "beginner", "compound")
    assert found.tracking == tracked(sets="4", reps="8-12", rest="60 seconds")


@pytest.mark.parametrize(
    ("items", "level"),
    [
        ("<li><b>Muscles Worked:</b> Quads</li><li><b>Difficulty:</b> Easy</li>", "beginner"),
        ("<li><a href='#a'>Muscles worked</a></li><li><a href='#b'>Difficulty: Easy</a></li>", ""),
    ],
)
def test_a_list_of_what_to_know_that_is_called_a_table_of_contents(items: str, level: str) -> None:
    box = f"<div id='method_toc'><b>Things You Should Know</b><ul class='toc'>{items}</ul></div>"
    assert record(f"{TITLE}<p>A squat.</p>{box}<p>Equipment: Kettlebell</p>{STEPS}").difficulty == level


@pytest.mark.parametrize(
    "said",
    [
        "Goblet Squat is classified as a compound exercise for the quads.",
        "In this book Goblet Squat is treated as a compound exercise for the quads.",
        "A compound movement from the library of the watch, for your quads.",
    ],
)
def test_as_what_an_exercise_counts(said: str) -> None:
    assert record(f"{TITLE}<p>{said}</p><p>Target: Quads</p>{STEPS}").mechanic == "compound"


def test_a_reason_behind_a_bold_question() -> None:
    lines = "<p><strong>Why it’s worth it:</strong> Because it takes only a few minutes, it is easy to keep up.</p>"
    move = "<p><strong>The move:</strong> (1) Stand tall. (2) Bend the knees.</p>"
    found = record(f"{TITLE}<p>A squat with a weight held close.</p><p><strong>Works:</strong> Quads</p>{lines}{move}")
    assert found.benefits == told("Because it takes only a few minutes, it is easy to keep up.")
    assert found.instructions == ("Stand tall.", "Bend the knees.")


def test_a_question_behind_which_no_steps_stand() -> None:
    breath = "<p><strong>How to breathe:</strong> Breathe out on the way up.</p>"
    found = record(
        f"{TITLE}<p>A squat with a weight held close.</p><p><strong>Works:</strong> Quads</p>{breath}{STEPS}"
    )
    assert found.instructions == ("Stand tall.", "Bend the knees.")


def test_what_a_hand_out_has_at_its_foot() -> None:
    foot = "<p><b>My check list</b> Mon [ ] Tue [ ] Wed [ ] Thu [ ]</p><p>DISCLAIMER: This program is for you alone. Stop if it hurts.</p>"
    found = record(f"{TITLE}<p>Target: Quads</p>{STEPS}<hr>{foot}")
    assert (found.description, found.extra) == ("", {})


def test_slides_of_which_one_is_shown() -> None:
    facts = "<h2>The facts</h2><ul><li><b>Target muscles:</b> Quads</li><li><b>Level:</b> Beginner</li></ul>"
    steps = "<h2>Let’s do it</h2><p>↓</p><h3>Step 1</h3><p>Stand tall.</p><h3>Step 2</h3><p>Bend the knees.</p>"
    found = record(SLIDES.format(f"{TITLE}<h2>Welcome</h2><p>A squat with a weight held close.</p>", facts, steps))
    assert (found.target_muscles, found.difficulty) == (("quadriceps",), "beginner")
    assert found.instructions == ("Stand tall.", "Bend the knees.")


def test_hidden_sections_that_are_no_slides() -> None:
    hidden = "<section hidden><h2>Seal Row</h2><p>Level: Advanced</p></section>"
    assert record(f"<main>{TITLE}{DESCRIBED}{STEPS}{hidden}</main>").difficulty == ""


def test_a_table_to_be_filled_in() -> None:
    table = "<table><tr><td>Date</td><td>How it felt</td></tr><tr><td></td><td> </td></tr></table>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Training log</h2>{table}")
    assert (found.tracking, found.extra) == ((), {})


def test_comments_counted_behind_their_heading() -> None:
    comments = "<h4>Comments <span class='badge'>2</span></h4><div><h5>gus <small>3 years ago</small></h5>Level: insane. My knees: gone.</div>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}{comments}")
    assert (found.difficulty, found.extra) == ("", {})


def test_who_reviewed_a_page() -> None:
    sheet = "Reference sheet for the squat with a weight, reviewed by the coaching desk."
    assert record(f"{TITLE}<p>{sheet}</p><p>Target: Quads</p>{STEPS}").description == sheet
    by = "<p>From the files of the club. Reviewed by Dr. A. Bell.</p>"
    assert record(f"{TITLE}{by}{DESCRIBED}{STEPS}").description == "A squat with a weight held close."


def test_a_name_in_capitals_behind_a_word_of_other_names() -> None:
    said = "In this book Side Hop-Sprint is treated as a compound exercise for the quadriceps."
    found = record(f"<h1>Side Hop-Sprint</h1><p>{said}</p><p>Level: Beginner</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ())
