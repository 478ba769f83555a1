"""Steps, tips, variations and names in the shapes that pages give them."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, read, read_text, texts, titled

# --- steps ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Instructions</h2><h3>Starting position</h3><ul><li>Stand tall.</li></ul><h3>Execution</h3><ol><li>Sit.</li></ol>",
        "<h2>Get into position</h2><ol><li>Stand tall.</li></ol><h2>Make the move</h2><ol><li>Sit.</li></ol>",
        "<h2>Starting position</h2><ul><li>Stand tall.</li></ul><h2>Movement</h2><ol><li>Sit.</li></ol>",
        "<h2>The movement</h2><ol><li>Stand tall.</li><li>Sit.</li></ol>",
        "<h2>How to</h2><OL><FONT SIZE=2><LI>Stand tall.<LI>Sit.</FONT></OL>",
    ],
)
def test_preparation_and_execution_are_the_steps(body: str) -> None:
    assert texts(read(f"{TITLE}{body}"), "instructions") == ["Stand tall.", "Sit."]


# --- tips -----------------------------------------------------------------------------------------------------


def test_tips_and_precautions_are_one_field_in_the_order_of_the_page() -> None:
    cues = "<h2>Coaching cues</h2><ul><li>Keep the chest up.</li></ul>"
    care = "<h2>Precautions</h2><ul><li>Stop when it hurts.</li></ul>"
    found = read(f"{TITLE}{STEPS}{cues}{care}")
    assert titled(found, "safety_tips") == [("", "Keep the chest up."), ("", "Stop when it hurts.")]


def test_a_sentence_before_the_first_title_is_a_tip_of_its_own() -> None:
    tips = "<h2>Safety</h2><p>Clear the floor.</p><h3>Chest</h3><p>Keep it up.</p>"
    assert titled(read(f"{TITLE}{STEPS}{tips}"), "safety_tips") == [("", "Clear the floor."), ("Chest", "Keep it up.")]


def test_two_strokes_divide_a_title_from_its_text() -> None:
    found = read(f"{TITLE}{STEPS}<h2>Benefits</h2><ul><li><b>Raw power</b> // The hips learn to extend.</li></ul>")
    assert titled(found, "benefits") == [("Raw power", "The hips learn to extend.")]


def test_a_heading_that_hints_needs_no_list() -> None:
    perks = "<h2>What a lifter will gain</h2><p><b>Legs.</b> They get strong.</p><p><b>Grip.</b> It gets firm.</p>"
    assert titled(read(f"{TITLE}{STEPS}{perks}"), "benefits") == [
        ("Legs", "They get strong."),
        ("Grip", "It gets firm."),
    ]


def test_the_legend_of_a_group_is_its_heading() -> None:
    groups = "<fieldset><legend>Pointers</legend><ul><li>Breathe out.</li></ul></fieldset>"
    assert titled(read(f"{TITLE}{STEPS}{groups}"), "safety_tips") == [("", "Breathe out.")]


# --- names and variations -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Also known as Military Press and Strict Press", ["Military Press", "Strict Press"]),
        ("Also known as: Clean and Jerk", ["Clean and Jerk"]),
        ("a.k.a. Strap Row / Inverted Row", ["Strap Row", "Inverted Row"]),
    ],
)
def test_other_names_in_a_line(line: str, names: list[str]) -> None:
    assert texts(read(f"{TITLE}<p>{line}</p>{STEPS}"), "aliases") == names


@pytest.mark.parametrize(
    "body",
    [
        "<p>Front Squat, Box Squat, Split Squat</p>",
        "<ul><li>Front Squat</li><li>Box Squat</li><li>Split Squat</li></ul><h3>Most popular posts</h3><ul><li>Abs</li></ul>",
        "<h3>1. Front Squat</h3><p>With a bar.</p><h3>2. Box Squat</h3><p>Onto a box.</p><h3>3. Split Squat</h3><p>On one leg.</p>",
        "<p>- Front Squat<br>- Box Squat<br>- Split Squat</p>",
    ],
)
def test_variations_are_listed_in_many_ways(body: str) -> None:
    found = read(f"{TITLE}{STEPS}<h2>Variations</h2>{body}")
    assert texts(found, "variations") == ["Front Squat", "Box Squat", "Split Squat"]


@pytest.mark.parametrize(
    "heading",
    [
        "Exercise 3-14: Goblet Squat",
        "HOW-TO: Goblet Squat",
        "Exercise of the week: Goblet Squat",
        "Goblet Squat (Video + Guide)",
        "How to Do the Goblet Squat (and Why You Should)",
    ],
)
def test_a_name_without_what_announces_it(heading: str) -> None:
    found = read(f"<h1>{heading}</h1>{STEPS}", f"{heading} | Iron Tales")
    assert [text.lower() for text in texts(found, "name")] == ["goblet squat"]


def test_emphasis_around_a_line_of_markdown_is_no_part_of_it() -> None:
    found = read_text("# Goblet Squat\n\n*Also known as Front-Loaded Squat*\n\n## Instructions\n\n1. Stand.\n2. Sit.\n")
    assert texts(found, "aliases") == ["Front-Loaded Squat"]


# --- what sentences name --------------------------------------------------------------------------------------


def test_sentences_below_muscles_worked_name_them_by_their_part() -> None:
    told = "<h2>Muscles worked</h2><p>The quads and glutes do most of the work, with help from the calves.</p>"
    found = read(f"{TITLE}{told}{STEPS}")
    assert texts(found, "target_muscles") == ["quadriceps", "glutes"]
    assert texts(found, "secondary_muscles") == ["calves"]


def test_sentences_name_tools_and_say_which_are_not_needed() -> None:
    found = read(f"{TITLE}<h2>What you need</h2><p>Just a kettlebell, no bench and nothing else.</p>{STEPS}")
    assert texts(found, "equipment") == ["kettlebell"]


def test_a_sentence_names_the_level() -> None:
    found = read(f"{TITLE}<h2>Who is it for?</h2><p>It suits intermediate lifters.</p>{STEPS}")
    assert texts(found, "difficulty") == ["intermediate"]


def test_listed_muscles_count_more_than_those_of_sentences() -> None:
    told = "<h2>Muscles worked</h2><p>The chest is hardly used at all.</p>"
    assert texts(read(f"{TITLE}<p>Target: Quads</p>{told}{STEPS}"), "target_muscles") == ["Quads"]


def test_how_much_a_muscle_works_is_no_part_of_its_name() -> None:
    found = read(f"{TITLE}<p>Target muscles: Quads 60%, Glutes (40 %)</p>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]


def test_a_long_run_of_muscles_is_no_sentence() -> None:
    run = "Quadriceps Femoris, Gluteus Maximus, Biceps Femoris, Adductor Magnus, Rectus Abdominis, Erector Spinae"
    found = read(f"{TITLE}<p>Level: Novice</p><p>Target muscles: {run}</p>{STEPS}")
    assert len(texts(found, "target_muscles")) == 6


def test_parts_within_a_cell() -> None:
    cell = "Primary: Cardio, Quads / Secondary: Chest, Triceps"
    found = read(f"{TITLE}<table><tr><th>Muscles engaged</th><td>{cell}</td></tr></table>{STEPS}")
    assert texts(found, "secondary_muscles") == ["Chest", "Triceps"]


def test_a_description_may_be_a_list_of_sentences() -> None:
    told = "<ul><li>A squat with a weight in front.</li><li>It keeps you upright.</li></ul>"
    found = read(f"{TITLE}<h2>About</h2>{told}<p><b>Muscles:</b> Quads</p>{STEPS}")
    assert texts(found, "description") == ["A squat with a weight in front. It keeps you upright."]
    points = told.replace("</ul>", "<li>Quads and glutes</li></ul>")
    assert texts(read(f"{TITLE}<h2>About</h2>{points}<p><b>Muscles:</b> Quads</p>{STEPS}"), "description") == []
