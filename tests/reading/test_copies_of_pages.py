"""Pages copied into a text file as people do it: broken lines, ways through a site, letters, tables without edges."""

from __future__ import annotations

import pytest

from pipeline.reading.text import text_outline
from tests.reading.reading import TEXT_STEPS, TWO_STEPS, read_text, texts, titled

HEAD = "Goblet Squat\n\nTarget: Quads\n\n"
STEP = "Stand in front of the box with the feet apart and the weight held close to the chest."
LONG = "Ask at the front desk for a free induction. Open daily from six to ten, on Sundays until eight in the evening."


def test_steps_that_go_on_in_a_line_with_a_capital() -> None:
    wrapped = (
        "1. Stand with a dumbbell in each hand, and raise the dumbbells to\n"
        "the shoulders with the palms facing forward and the elbows out.\n"
        "This is where you begin.\n\n"
        "2. Press the dumbbells straight up and keep the middle of the\n"
        "body still while they rise.\n"
    )
    found = texts(read_text(f"{HEAD}Instructions\n\n{wrapped}\n\n{LONG}\n"), "instructions")
    assert len(found) == 2 and found[0].endswith("the elbows out. This is where you begin.")


def test_numbered_sentences_in_one_paragraph_of_broken_lines() -> None:
    wrapped = (
        "1. Set two boxes a few feet away from each other on the floor.\n"
        "Stand on one of them and look towards the other one. 2. Step\n"
        "down to the ground between them, and let the knees and hips\n"
        "bend. 3. Jump onto the other box.\n"
    )
    found = texts(read_text(f"{HEAD}Instructions\n\n{wrapped}\n{LONG}\n"), "instructions")
    assert [step[:8] for step in found] == ["Set two ", "Step dow", "Jump ont"]
    assert found[0].endswith("towards the other one.")


def test_a_table_with_bars_between_its_columns_only() -> None:
    table = "Target | Quads\n---|---\nEquipment | Kettlebell  \nSets | 3-4  \nRest | 90 seconds\n\n"
    found = read_text(f"# Goblet Squat\n\n{table}{TEXT_STEPS}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "equipment") == ["Kettlebell"]
    assert titled(found, "tracking") == [("Sets", "3-4"), ("Rest", "90 seconds")]


def test_titles_that_count_below_the_heading_of_benefits() -> None:
    told = [("Easy to measure", "The setup never changes."), ("Strength", "Heavy bags feel lighter.")]
    lines = "\n\n".join(f"{n}. {title}\n\n{text}" for n, (title, text) in enumerate(told, 1))
    found = read_text(f"{HEAD}{TEXT_STEPS}Benefits of the Goblet Squat\n\n{lines}\n")
    assert titled(found, "benefits") == told


def test_exclamation_marks_in_brackets_are_bullets() -> None:
    found = read_text(f"{HEAD}{TEXT_STEPS}Tips\n\n[!] Keep the heels down.\n[!] Look ahead.\n")
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look ahead."]


@pytest.mark.parametrize("title", ["Setup", "Breathing"])
def test_a_title_with_its_sentence_in_the_next_line(title: str) -> None:
    tips = f"Safety Tips\n\n{title}\nTake the time for it.\n\nLoad\nLeave two in reserve.\n"
    found = read_text(f"{HEAD}{TEXT_STEPS}{tips}")
    assert titled(found, "safety_tips") == [(title, "Take the time for it."), ("Load", "Leave two in reserve.")]
    assert texts(found, "instructions") == TWO_STEPS


def test_a_question_with_its_answer_in_the_next_line_is_no_tip() -> None:
    asked = (
        "When should I call the clinic?\nIf pain lasts for two days, ring us.\n\nOther sheets\n\n- Leg Press (quads)\n"
    )
    found = read_text(f"{HEAD}{TEXT_STEPS}Safety advice\n\n- Look ahead.\n\n{asked}")
    assert texts(found, "safety_tips") == ["Look ahead."]


def test_the_end_of_the_way_through_a_site_is_the_name() -> None:
    menu = "Menu\nGet active\nEat well\nSearch\n\nYou are here: Home / Get active / Exercises / Tollo Press\n\n"
    assert texts(read_text(f"{menu}Tollo Press\n\nTarget: Chest\n\n{TEXT_STEPS}"), "name") == ["Tollo Press"]


def test_a_name_with_a_dash_in_a_copied_line() -> None:
    name = "Push Press - Behind the Neck"
    assert texts(read_text(f"[logo]\nStore | Glossary\n\n{name}\n\nTarget: Shoulders\n\n{TEXT_STEPS}"), "name") == [
        name
    ]


def test_the_address_a_text_was_saved_from() -> None:
    text = f"Saved from url: https://example.com/moves/goblet-squat\n\n{HEAD}{TEXT_STEPS}"
    assert text_outline(text).url == "https://example.com/moves/goblet-squat"


def test_what_a_letter_begins_with_is_no_description() -> None:
    letter = "From: Ann <ann@example.com>\nSubject: Exercise of the week: Goblet Squat\n\nHi all,\n\nthanks for last night. Here is what I promised.\n\n"
    about = "ABOUT THE EXERCISE\n\nIt is a squat for everybody who sits too much, and it takes a single weight.\n\n"
    found = read_text(f"{letter}{about}Target: Quads\n\n{TEXT_STEPS}")
    assert texts(found, "description") == [
        "It is a squat for everybody who sits too much, and it takes a single weight."
    ]


def test_two_facts_with_dashes_are_no_label_and_value() -> None:
    found = read_text(f"Goblet Squat\n\n{TEXT_STEPS}Facts\n\nMechanic type — Isolation\nType of force — Push\n")
    assert texts(found, "mechanic") == ["Isolation"] and texts(found, "force") == ["Push"]


def test_a_line_about_what_to_buy_is_nothing_to_track() -> None:
    found = read_text(f"{HEAD}{TEXT_STEPS}Records\n\nUpgrade to Pro to see your records and charts.\n")
    assert "tracking" not in found.fields
