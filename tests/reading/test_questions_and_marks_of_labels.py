"""Facts asked for and facts marked in unusual ways: questions of a worksheet, brackets, columns of capitals, pictures."""

from __future__ import annotations

import pytest

from tests.reading.reading import (
    STEPS,
    TEXT_FACTS,
    TEXT_HEAD,
    TEXT_STEPS,
    TITLE,
    TWO_STEPS,
    read,
    read_text,
    texts,
    titled,
)


def test_how_much_to_do_is_asked_and_answered() -> None:
    asked = {"How many sets?": "3", "How many reps?": "8", "How long do we rest?": "75 seconds"}
    rows = "".join(f"<tr><td class='q'>{label}</td><td class='a'>{value}</td></tr>" for label, value in asked.items())
    told = "<tr><td class='q'>What do we do?</td><td class='a'><ol><li>Stand tall.</li><li>Bend the knees.</li></ol></td></tr>"
    found = read(f"{TITLE}<table>{told}{rows}</table>")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "tracking") == list(asked.items())


def test_a_number_is_no_answer_to_the_question_below_it() -> None:
    told = "<h2>Notes</h2><p>3</p><p>How many reps?</p><p>8</p><p>How many sets?</p><p>4</p>"
    assert ("How many reps?", "3") not in titled(read(f"{TITLE}{STEPS}{told}"), "tracking")


@pytest.mark.parametrize("cell", ["<img src='a.gif'><p>{}</p>", "<img src='a.gif' alt='Start'><font>{}</font>"])
def test_text_beside_a_picture_in_a_row_of_its_own(cell: str) -> None:
    rows = "<tr><td><b>Mechanics</b></td><td>Compound</td></tr><tr><td colspan='2'><b>Instructions</b></td></tr>"
    found = read(
        f"{TITLE}<table>{rows}<tr><td colspan='2'>{cell.format('Stand tall, and sit down.')}</td></tr></table>"
    )
    assert texts(found, "instructions") == ["Stand tall, and sit down."]


def test_a_caption_below_the_name_in_a_box_of_facts() -> None:
    name = "<tr><th colspan='2'>Goblet Squat</th></tr><tr><td colspan='2'><img src='a.jpg'><br>Start position</td></tr>"
    facts = "<tr><th>Level</th><td>Beginner</td></tr><tr><th>Target</th><td>Quads</td></tr>"
    found = read(f"{TITLE}<table class='infobox'>{name}{facts}</table><p>Hold a weight close and sit down.</p>{STEPS}")
    assert texts(found, "description") == ["Hold a weight close and sit down."]


def test_labels_in_brackets() -> None:
    found = read_text(f"{TEXT_HEAD}[ Target ]  Quads\n[ Level ]  Easy\n[ Push or pull ]  Push\n\n{TEXT_STEPS}")
    assert [texts(found, field) for field in ("target_muscles", "difficulty", "force")] == [
        ["Quads"],
        ["Easy"],
        ["Push"],
    ]


def test_capitals_with_a_number_in_columns_are_no_head_of_a_page() -> None:
    found = read_text(
        f"{TEXT_HEAD}TARGET      Quads\nSETS        4\nREPS        10\nREST        2 minutes\n\n{TEXT_STEPS}"
    )
    assert titled(found, "tracking") == [("SETS", "4"), ("REPS", "10"), ("REST", "2 minutes")]


@pytest.mark.parametrize("sign", ["= ", ""])
def test_rows_in_columns_that_another_exercise_has_too(sign: str) -> None:
    own = f"Target             {sign}Quads\nMechanics          {sign}Compound\n\n"
    other = f"Related exercises\n\nPlank\n\nTarget             {sign}Abs\nMechanics          {sign}Compound\n"
    assert texts(read_text(f"{TEXT_HEAD}{own}{TEXT_STEPS}{other}"), "mechanic") == ["Compound"]


def test_waves_before_labels_with_a_sign_between() -> None:
    found = read_text(
        f"{TEXT_HEAD}~ Muscle in the spotlight = Quads\n~ Gear used = Band\n~ Rated = Easy\n\n{TEXT_STEPS}"
    )
    assert [texts(found, field) for field in ("target_muscles", "equipment")] == [["Quads"], ["Band"]]


def test_calls_are_items_of_a_list() -> None:
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}Safety\n\n! Keep the heels down.\n! Look ahead.\n")
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look ahead."]


def test_the_address_of_a_printed_page_is_no_title() -> None:
    head = f"Printed from https://example.com/print/goblet-squat\n{'=' * 60}\n\nGOBLET SQUAT\n------------\n\n"
    assert texts(read_text(f"{head}{TEXT_FACTS}{TEXT_STEPS}"), "name") == ["GOBLET SQUAT"]


def test_facts_in_headings() -> None:
    heads = "".join(
        f"<h3>{said}</h3>" for said in ("Level: Beginner", "Target: Quads, Glutes", "Stance: Wide", "Sets: 3")
    )
    found = read(f"{TITLE}{heads}<p>Hold a weight close and sit down.</p>{STEPS}")
    assert (texts(found, "difficulty"), texts(found, "target_muscles")) == (["Beginner"], ["Quads", "Glutes"])
    assert (texts(found, "description"), found.extra) == (["Hold a weight close and sit down."], {"Stance": "Wide"})
    named = read(f"{TITLE}<h3>Also called: Chalice Squat</h3><p>Hold a weight close and sit down.</p>{STEPS}")
    assert texts(named, "aliases") == ["Chalice Squat"]
    assert texts(named, "description") == ["Hold a weight close and sit down."]


def test_headings_of_a_plan_and_of_steps_are_no_facts() -> None:
    plan = "<h3>Level: Beginner</h3><p>Three sets.</p><h3>Level: Advanced</h3><p>Five sets.</p>"
    found = read(f"{TITLE}{STEPS}{plan}<h3>Target: Quads</h3><h3>Goblet Squat: Tips</h3><p>Keep the heels down.</p>")
    assert ("difficulty" in found.fields, texts(found, "safety_tips")) == (False, ["Keep the heels down."])


def test_one_heading_in_brackets_of_capitals_among_others_is_like_them() -> None:
    steps = "[Instructions]\n1. Stand tall.\n2. Bend the knees.\n\n[FAQ]\n1. Is it bad for the knees?: Not if you go light.\n\n"
    facts = "[Exercise Profile]\nLEVEL: Easy\nTARGET: Quads\n"
    found = read_text(f"GOBLET SQUAT\n\nHold a weight close and sit down.\n\n{steps}{facts}")
    assert (texts(found, "instructions"), texts(found, "difficulty")) == (TWO_STEPS, ["Easy"])


def test_one_line_with_a_mark_is_no_list_and_no_label() -> None:
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}Safety\n\n! Keep the heels down.\n\n[Sunday] Rest.\n")
    assert texts(found, "safety_tips") == ["! Keep the heels down.", "[Sunday] Rest."]


def test_amounts_in_headings_and_a_heading_beside_them_that_tells() -> None:
    heads = "".join(f"<h3>{said}</h3>" for said in ("Sets: 3", "Reps: 8", "A promise: You will feel it the next day."))
    found = read(f"{TITLE}{STEPS}{heads}")
    assert (titled(found, "tracking"), found.extra) == ([("Sets", "3"), ("Reps", "8")], {})


@pytest.mark.parametrize("part", ["Upper legs", "Chest"])
def test_an_area_is_a_part_of_the_body_where_the_page_says_the_muscles(part: str) -> None:
    found = read(f"{TITLE}<p>Target area: {part}</p><p>Muscles used: Quadriceps</p>{STEPS}")
    assert (texts(found, "body_parts"), texts(found, "target_muscles")) == ([part], ["Quadriceps"])
    alone = read(f"{TITLE}<p>Target area: {part}</p>{STEPS}")
    assert texts(alone, "target_muscles") == [part]
