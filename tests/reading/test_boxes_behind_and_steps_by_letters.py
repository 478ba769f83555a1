"""Facts in boxes behind the text and in pairs of rows, steps that letters count, and headings that only seem to announce steps."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE, read, read_text, texts, titled
from tests.reading.records import record, tracked

MOVES = [
    "Stand with your feet below your hips.",
    "Bend the knees and push the hips back. This is the lowest point.",
    "Drive through the heels to stand up.",
]
NUMBERED = "<ol>" + "".join(f"<li>{move}</li>" for move in MOVES) + "</ol>"


def test_a_box_of_facts_in_the_column_behind_the_article() -> None:
    facts = "<p><b>Main muscles worked</b><br>Quads</p><p><b>Level</b><br>Beginner</p>"
    others = "<div><h2>Related exercises</h2><a href='/a'><b>Hack Squat</b><span>Advanced</span></a></div>"
    page = "<div id=main><article>{}<p>A squat.</p>{}</article></div><div class=widget-area><div><h3>{}</h3>{}</div>{}</div>"
    found = record(page.format(TITLE, STEPS, "Quick facts", facts, others))
    assert (found.target_muscles, found.difficulty) == (("quadriceps",), "beginner")
    shop = record(page.format(TITLE, STEPS, "Plan of the week", facts, others))
    assert (shop.target_muscles, shop.difficulty) == ((), "")


def test_a_table_of_labels_above_values_that_ends_with_one_pair() -> None:
    rows = "<tr><td><b>Muscles</b></td><td><b>Force</b></td></tr><tr><td>Quads</td><td>Push</td></tr>"
    table = f"<table>{rows}<tr><td><b>Type</b></td></tr><tr><td>Strength</td></tr></table>"
    found = record(f"{TITLE}<p>A squat.</p>{STEPS}{table}")
    assert (found.target_muscles, found.force, found.exercise_type) == (("quadriceps",), "push", "strength")


def test_sentences_below_a_heading_that_names_the_facts() -> None:
    told = "<h2>Muscles, equipment and level</h2><p>The main muscle worked is the quads. The equipment used is a kettlebell. The difficulty is beginner.</p>"
    found = record(f"{TITLE}<p>A squat held close.</p>{STEPS}{told}")
    assert (found.target_muscles, found.equipment, found.difficulty) == (("quadriceps",), ("kettlebell",), "beginner")


def test_variations_of_a_text_for_time() -> None:
    names = "Variations\n\nGoblet Squat for Time\nPaused Goblet Squat\n\n"
    found = read_text(
        f"Goblet Squat\n\nA squat.\n\nInstructions\n\n1. Stand tall.\n2. Sit down.\n\n{names}Benefits\n\nIt is easy.\n"
    )
    assert texts(found, "variations") == ["Goblet Squat for Time", "Paused Goblet Squat"]


def test_a_dash_in_the_name_of_the_exercise_parts_no_benefit() -> None:
    name = "Squats - With Bands"
    told = f"<h2>Benefits</h2><ul><li>Once the {name} feels easy, others will too.</li><li>Posture – You stand taller.</li></ul>"
    found = read(f"<h1>{name}</h1><p>A squat.</p><p>Target: Quads</p>{STEPS}{told}", name)
    assert titled(found, "benefits") == [
        ("", f"Once the {name} feels easy, others will too."),
        ("Posture", "You stand taller."),
    ]


@pytest.mark.parametrize("heading", ["Directions for use", "Use of it", "Protocol"])
def test_a_numbered_list_is_the_steps_whatever_else_its_heading_hints_at(heading: str) -> None:
    assert list(record(f"{TITLE}{DESCRIBED}<h2>{heading}</h2>{NUMBERED}").instructions) == MOVES


def test_how_to_do_something_else_is_no_step_where_a_list_tells_the_exercise() -> None:
    link = "<h2>How to cite this page</h2><p>Copy the address. Paste it into a mail. Send it to a friend.</p>"
    assert list(record(f"{TITLE}{DESCRIBED}<h2>Part two</h2>{NUMBERED}{link}").instructions) == MOVES


def test_a_list_below_a_bold_line_behind_numbered_paragraphs_is_no_part_of_the_steps() -> None:
    steps = "<p><b>The technique</b><p><b>1.</b> Stand tall with straight legs.<p><b>2.</b> Bend the knees."
    tips = "<p><b>Respect your body</b><ul><li>Stop when it hurts.</li><li>Do not show off.</li></ul>"
    found = record(f"{TITLE}{DESCRIBED}{steps}{tips}")
    assert list(found.instructions) == ["Stand tall with straight legs.", "Bend the knees."]
    assert [tip.text for tip in found.safety_tips] == ["Stop when it hurts.", "Do not show off."]


def test_doses_that_letters_count() -> None:
    doses = "<p><b>8. DOSAGE.</b></p><p>a. Sets: 4</p><p>b. Repetitions: 10-12</p><p>c. Rest: 60 seconds</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{doses}").tracking == tracked(sets="4", reps="10-12", rest="60 seconds")


def test_helpers_that_are_labelled_are_no_tags_of_the_exercise() -> None:
    field = "<div class=field><div class=label>{}:</div><div class=items>{}</div></div>"
    items = "<div class=item>Calves</div><div class=item>Glutes</div>"
    facts = field.format("Main muscle groups", "<div class=item>Quads</div>") + field.format(
        "Auxiliary muscle groups", items
    )
    found = record(f"{TITLE}{facts}<p>A squat.</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("calves", "glutes"))


def test_a_numbered_label_gives_the_name() -> None:
    lines = "<p><b>1. NAME OF EXERCISE.</b> Chest Push (multiple response)</p><p><b>2. MAIN MUSCLES.</b> Chest</p>"
    page = f"<p align=center><b>PHYSICAL TRAINING WING, GARRISON SCHOOL</b></p>{lines}{STEPS}"
    assert record(page, "PT-187 Chest Push (multiple response)").name == "Chest Push (Multiple Response)"


@pytest.mark.parametrize("count", ["a. ", "1 ", "A) "])
def test_one_step_alone_loses_its_count(count: str) -> None:
    text = "Clasp your fingers with the thumbs down. Reach your hands forward. Hold the stretch."
    page = f"{TITLE}{DESCRIBED}<h2>Instructions</h2><p>{count}{text}</p>"
    assert list(record(page).instructions) == [text]


def test_labels_and_values_with_a_bar_between_them() -> None:
    facts = "<p>LEVEL | Beginner</p><p>WHAT IT WORKS | Quads</p><p>BRING ALONG | Kettlebell</p>"
    found = record(f"{TITLE}<p>A squat.</p>{facts}{STEPS}")
    assert (found.target_muscles, found.difficulty, found.equipment) == (("quadriceps",), "beginner", ("kettlebell",))


def test_none_with_what_explains_it_is_no_tool() -> None:
    assert record(
        f"{TITLE}{DESCRIBED}<dl><dt>Equipment</dt><dd>None. You use your body weight</dd></dl>{STEPS}"
    ).equipment == ("body weight",)
    two = record(f"{TITLE}{DESCRIBED}<dl><dt>Equipment</dt><dd>None, dumbbell</dd></dl>{STEPS}").equipment
    assert "dumbbell" in two


def test_when_to_stop_is_advice_on_safety() -> None:
    stop = "<h2>When to stop</h2><ul><li>Stop when you feel a sharp pain.</li><li>Leave it out when you feel ill.</li></ul>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}{stop}")
    assert [tip.text for tip in found.safety_tips] == [
        "Stop when you feel a sharp pain.",
        "Leave it out when you feel ill.",
    ]


def test_the_force_by_its_three_choices() -> None:
    assert record(f"{TITLE}{DESCRIBED}<p><b>PUSH / PULL / STATIC:</b> Push</p>{STEPS}").force == "push"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (
            "How to Do Squats - With Bands (Step-by-Step Guide) | Sweat Diary",
            "<h1>How to Do Squats - With Bands (Step-by-Step Guide)</h1>",
        ),
        ("Squats - With Bands - Plate Crew", ""),
    ],
)
def test_a_name_with_a_dash_that_a_sentence_says_whole(title: str, heading: str) -> None:
    told = "<p>Read this on Squats - With Bands before you post a question.</p>"
    assert record(f"{heading}{told}<p>Target: Quads</p>{STEPS}", title).name == "Squats - With Bands"
