"""Lists of points, menus among the text, what readers sign, pictures side by side, and the address that a page prints."""

from __future__ import annotations

import pytest

from pipeline.reading import address_of
from pipeline.reading.markup.html import html_outline
from pipeline.reading.plaintext.text import text_outline
from tests.reading.reading import DESCRIBED, PROFILE, STEPS, TITLE, read, read_text, texts
from tests.reading.records import record, rejected_for, tracked

POINTS = [
    "Stand with your feet below your hips.",
    "Bend the knees and push the hips back.",
    "Drive through the heels to stand up.",
]
LIST = "".join(f"<li>{point}</li>" for point in POINTS)


@pytest.mark.parametrize("heading", ["Points of performance", "Teaching points"])
def test_a_list_of_points_is_the_steps_where_a_page_has_no_others(heading: str) -> None:
    points = f"<h2>{heading}</h2><ul>{LIST}</ul>"
    alone = record(f"{TITLE}{DESCRIBED}{points}")
    assert (list(alone.instructions), alone.safety_tips) == (POINTS, ())
    beside = record(f"{TITLE}{DESCRIBED}{STEPS}{points}")
    assert [tip.text for tip in beside.safety_tips] == POINTS
    assert list(beside.instructions) == ["Stand tall.", "Bend the knees."]


@pytest.mark.parametrize(
    ("heading", "points"),
    [
        ("Coaching cues", POINTS),
        ("Safety points", POINTS),
        ("Teaching points", ["The class is noisy.", "The hall is cold.", "The floor is wet."]),
        ("Teaching points", ["Keep the book open.", "Open the window.", "Close the door."]),
        ("Teaching points", POINTS[:1]),
    ],
)
def test_advice_is_no_steps(heading: str, points: list[str]) -> None:
    items = "".join(f"<li>{point}</li>" for point in points)
    assert rejected_for(f"{TITLE}{DESCRIBED}<h2>{heading}</h2><ul>{items}</ul>") == ["missing-section"]


def test_pictures_side_by_side_state_nothing_unless_the_first_is_a_label() -> None:
    shown = '<p><img src="1.jpg" alt="Position 1"> <img src="2.jpg" alt="Position 2"></p>'
    found = record(f"{TITLE}{DESCRIBED}{shown}{STEPS}")
    assert (found.extra, found.description) == ({}, "A squat with a weight held close.")
    said = '<p><img src="1.png" alt="Level"> <img src="2.png" alt="Beginner"></p>'
    assert record(f"{TITLE}{DESCRIBED}{said}{STEPS}").difficulty == "beginner"


def test_what_readers_sign_with_a_date_is_no_section() -> None:
    asked = "<p><b>Marek</b> (December 26, 2023): Is it fine with the drill for better technique?</p>"
    routine = "<p><b>Ann</b> (October 3, 2019): My routine: 1. Row 2. Press 3. Plank. Works great.</p>"
    points = f"<h2>Points of performance</h2><ul>{LIST}</ul><h2>Today's workout</h2>"
    assert list(record(f"{TITLE}{DESCRIBED}{points}{asked}{routine}").instructions) == POINTS


def test_lines_of_text_that_are_labels_and_values_by_turns() -> None:
    facts = (
        "Target Muscle\nQuadriceps\nEquipment\nKettlebell\nDifficulty\nBeginner\nCalories burned\nabout 8 a minute\n\n"
    )
    found = read_text(f"Goblet Squat\n\nA squat with a weight.\n\n{facts}Instructions\n\n1. Stand.\n2. Sit down.\n")
    assert texts(found, "difficulty") == ["Beginner"]
    assert found.extra == {"Calories burned": "about 8 a minute"}


def test_lines_of_text_of_which_few_are_labels_stay_lines() -> None:
    lines = "Target Muscle\nQuadriceps\nWarm coffee\nnever cold\nBlue sky\nno rain\nGreen grass\nmown\n\n"
    found = read_text(f"Goblet Squat\n\nA squat with a weight.\n\n{lines}Instructions\n\n1. Stand.\n2. Sit down.\n")
    assert found.extra == {}


def test_rows_that_say_how_hard_a_variation_is_name_it_beside_that() -> None:
    rows = "<dl><dt>Regression</dt><dd>Box Squat</dd><dt>Progression</dt><dd>Front Squat</dd></dl>"
    assert texts(read(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{rows}"), "variations") == [
        "Box Squat",
        "Front Squat",
    ]


def test_variations_in_lists_below_lines_that_say_when() -> None:
    lists = "<p><b>Before you get there:</b></p><ul><li>Box Squat</li></ul><p><b>When it is too light:</b></p><ul><li>Front Squat</li></ul>"
    assert texts(read(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{lists}"), "variations") == [
        "Box Squat",
        "Front Squat",
    ]
    others = lists.replace("<li>Front Squat</li>", "<li>Join our evening class</li>")
    assert texts(read(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{others}"), "variations") == ["Box Squat"]


@pytest.mark.parametrize(
    "answer", ["Yes, it is also called Prisoner Squat.", "It is also known as the Prisoner Squat."]
)
def test_another_name_in_the_answer_to_a_question(answer: str) -> None:
    asked = f"<h2>Does it go by another name?</h2><p>{answer}</p>"
    assert texts(read(f"{TITLE}{DESCRIBED}{asked}{STEPS}"), "aliases") == ["Prisoner Squat"]


@pytest.mark.parametrize("said", ["Printed from {}", "Permalink: {}", "Permanent address: <a href='/'>{}</a>"])
def test_the_address_that_a_page_prints_of_itself(said: str) -> None:
    url = "https://example.com/moves/goblet-squat"
    body = f"{TITLE}{DESCRIBED}{STEPS}<p>{said.format(url)}</p>"
    assert address_of(html_outline(f"<html><body>{body}</body></html>"), PROFILE) == url
    other = f"{TITLE}{DESCRIBED}{STEPS}<p>Our shop: {url}</p>"
    assert address_of(html_outline(f"<html><body>{other}</body></html>"), PROFILE) is None


def test_the_address_behind_a_text() -> None:
    text = "Goblet Squat\n\nA squat.\n\nInstructions\n\n1. Stand.\n2. Sit down.\n\nPermalink: https://example.com/a\n\nUp to the top\n"
    assert address_of(text_outline(text), PROFILE) == "https://example.com/a"


def test_a_name_in_the_menu_of_a_page_is_not_its_title() -> None:
    menu = "<br>".join(("Svend Press", "Rack Pulls", "Goblet Squat", "Cable Shrugs", "Box Squat"))
    parts = "<p><b>Body parts</b><p>Traps<br>Glutes<br>Neck<br>Calves"
    page = f"<table><tr><td><b>More lifts</b><p>{menu}<p>{parts}<td><font size=5><b>Goblet Squat</b></font>{DESCRIBED}{STEPS}</table>"
    found = record(page)
    assert (found.name, found.body_parts) == ("Goblet Squat", ())
    assert found.description == "A squat with a weight held close."


def test_doses_with_a_word_that_says_whose_they_are() -> None:
    doses = "<ul><li><b>Prescribed sets:</b> 3</li><li><b>Prescribed reps:</b> 6-8</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{doses}{STEPS}").tracking == tracked(sets="3", reps="6-8")


def test_praise_of_a_school_is_no_benefit() -> None:
    school = "<h4>Why study with us?</h4><ul><li>More than 12,000 graduates have found work.</li></ul>"
    assert "benefits" not in read(f"{TITLE}{DESCRIBED}{STEPS}{school}").fields


def test_who_wrote_a_page_and_how_long_it_takes_to_read_is_no_description() -> None:
    by = "<p>Words: Callum Voss. Reading time: one minute.</p>"
    assert record(f"{TITLE}{by}{DESCRIBED}{STEPS}").description == "A squat with a weight held close."


def test_what_a_reader_wrote_is_no_fact() -> None:
    said = "<dl><dt>Level</dt><dd>Beginner</dd><dt>Randy (Ohio) wrote</dt><dd>you rule, I do 10 of them</dd></dl>"
    found = record(f"{TITLE}<p>A squat.</p>{said}{STEPS}")
    assert (found.difficulty, found.extra) == ("beginner", {})


def test_whose_a_sheet_is_says_nothing_of_the_exercise() -> None:
    foot = "<p>Sheet 76 · Revised 02/2021 · Printed copies are uncontrolled. © Holm College</p>"
    assert (
        record(f"{TITLE}{foot}<p>A squat with a weight held close.</p>{STEPS}").description
        == "A squat with a weight held close."
    )


@pytest.mark.parametrize("code", ['<pre class="prism-code language-yaml"><code>- {}</code></pre>', "<p>{}</p>"])
def test_code_is_no_benefit(code: str) -> None:
    shown = code.format("{slug: sissy-squat, sets: 3, reps: 10}")
    told = f"<h2>Benefits</h2><ul><li>It builds strong legs.</li><li>It is easy to learn.</li></ul>{shown}"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}{told}")
    assert [benefit.text for benefit in found.benefits] == ["It builds strong legs.", "It is easy to learn."]
    assert (found.tracking, found.extra) == ((), {})
