"""Plain text with numbers, columns, contents and pages: what of it is content, and where each piece ends."""

from __future__ import annotations

import pytest

from pipeline.reading.plaintext.text import text_outline
from tests.reading.reading import TEXT_FACTS as FACTS
from tests.reading.reading import TEXT_HEAD as HEAD
from tests.reading.reading import TEXT_STEPS as STEPS
from tests.reading.reading import TWO_STEPS, read_text, texts, titled


def test_an_outline_in_numbers() -> None:
    parts = (
        "1. Overview\n   1.1 Hold a weight close and sit down.",
        "2. Muscles\n   2.1 Primary: Quads\n   2.2 Secondary: Glutes",
        "3. Equipment and level\n   3.1 Equipment: Kettlebell\n   3.2 Level: Beginner",
        "4. Procedure\n   4.1 Stand tall.\n   4.2 Bend the knees.",
        "5. Precautions\n   5.1 Heels: Keep them down.\n   5.2 Back: Keep it flat.",
    )
    found = read_text("Goblet Squat\n\n" + "\n\n".join(parts))
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "secondary_muscles") == ["Glutes"]
    assert texts(found, "equipment") == ["Kettlebell"] and texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Back", "Keep it flat.")]
    assert texts(found, "description") == ["Hold a weight close and sit down."]


def test_a_list_of_contents_and_links_to_edit_say_nothing() -> None:
    contents = "Contents\n1\tExecution\n2\tSafety\n3\tReferences\n\n"
    text = f"{HEAD}{FACTS}{contents}Execution[edit]\n1. Stand tall.\n2. Bend the knees.\n\nSafety[edit]\nHeels: Keep them down.\n"
    found = read_text(text)
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Heels", "Keep them down.")]


def test_contents_that_are_no_headings_below_stay() -> None:
    outline = text_outline(f"{HEAD}Contents\nOne towel\nTwo handles\n\n{STEPS}")
    assert "Two handles" in str(outline.blocks)


def test_a_copied_table_whose_rows_count() -> None:
    steps = "Instructions\nStep\tWhat to do\n1\tStand tall.\n2\tBend the knees.\n\n"
    tips = "Tips\nTip\tExplanation\nHeels\tKeep them down.\nBack\tKeep it flat.\n"
    found = read_text(HEAD + FACTS + steps + tips)
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Back", "Keep it flat.")]


def test_a_tab_behind_a_number_makes_no_label() -> None:
    found = read_text(f"{HEAD}{FACTS}Instructions\n\n1.\tStand tall.\n2.\tBend the knees.\n")
    assert texts(found, "instructions") == TWO_STEPS


def test_dashes_glued_to_their_items() -> None:
    found = read_text(f"{HEAD}{FACTS}{STEPS}Tips:\n-Keep the heels down.\n-Back, hips and head form one line.\n")
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Back, hips and head form one line."]


def test_values_that_hang_below_their_label() -> None:
    rows = (
        "TARGETS:        Quads",
        "EQUIPMENT:      Kettlebell",
        "SUMMARY:        Hold a weight close,",
        "                then sit down.",
        "INSTRUCTIONS:   1. Stand tall.",
        "                2. Bend the knees.",
        "CAUTIONS:       Keep the heels down.",
        "                Keep the back flat.",
    )
    found = read_text("EXERCISE:       Goblet Squat\n" + "\n".join(rows))
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Keep the back flat."]
    assert texts(found, "description") == ["Hold a weight close, then sit down."]


def test_what_stands_at_the_foot_of_each_page() -> None:
    foot = "This sheet replaces no advice.\nPage {} of 2\n"
    tips = "Precautions\n- Heels: Keep them down.\n\nNotes from your coach:\n________________\n\n"
    found = read_text(HEAD + FACTS + STEPS + foot.format(1) + tips + foot.format(2))
    assert texts(found, "name") == ["Goblet Squat"]
    assert titled(found, "safety_tips") == [("Heels", "Keep them down.")]


def test_the_address_above_a_text() -> None:
    outline = text_outline(f"URL: https://example.com/squat\nNotebook: Fitness\n\n{HEAD}{STEPS}")
    assert outline.url == "https://example.com/squat"
    assert "Notebook" not in str(outline.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "EXERCISE OF THE WEEK: GOBLET SQUAT",
        "Goblet Squat: How to Do It, Muscles Worked and Benefits",
        "The Goblet Squat: A Complete Guide",
    ],
)
def test_a_name_with_words_around_it_above_a_text(line: str) -> None:
    found = read_text(f"{line}\n\nJonas Reeve\n\nMUSCLES - quads\nSETS - 3\n\n{STEPS}")
    assert texts(found, "name")[0].lower() == "goblet squat"
    assert texts(found, "target_muscles") == ["quads"]


def test_numbers_drawn_as_keys() -> None:
    found = read_text(f"{HEAD}{FACTS}Instructions\n\n1️⃣ Stand as tall as you possibly can today.\n2️⃣ Bend the knees.\n")
    assert texts(found, "instructions") == ["Stand as tall as you possibly can today.", "Bend the knees."]


@pytest.mark.parametrize("mark", [":", " →", " –"])
def test_variations_and_what_is_told_of_them(mark: str) -> None:
    ways = f"Variations\n\n- Box squat{mark} Sit down on a box.\n- Pause squat{mark} Stop at the bottom.\n"
    assert texts(read_text(HEAD + FACTS + STEPS + ways), "variations") == ["Box squat", "Pause squat"]


def test_doses_in_lines_behind_a_list() -> None:
    found = read_text(
        f"{HEAD}{FACTS}{STEPS}Benefits\n\n- Legs get strong.\n- So does the grip.\n\nSets: 3\nTempo: 2-0-2\n"
    )
    assert titled(found, "tracking") == [("Sets", "3"), ("Tempo", "2-0-2")]
    assert texts(found, "benefits") == ["Legs get strong.", "So does the grip."]


@pytest.mark.parametrize(
    "tips", ["Tips: (1) Heels stay down. (2) Look ahead.", "Tips: 1. Heels stay down. 2. Look ahead."]
)
def test_tips_in_one_line_with_their_label(tips: str) -> None:
    assert texts(read_text(f"{HEAD}{FACTS}{STEPS}{tips}\n"), "safety_tips") == ["Heels stay down.", "Look ahead."]


def test_a_number_before_a_heading_counts_what_stands_below() -> None:
    told = "3 technique tips\n\n1\nHeels\nKeep them down.\n\n2\nBack\nKeep it flat.\n\n"
    gains = "2 benefits\n\n1\nLegs\nThey get strong.\n\n2\nGrip\nIt gets strong, too.\n"
    found = read_text(HEAD + FACTS + STEPS + told + gains)
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Back", "Keep it flat.")]
    assert titled(found, "benefits") == [("Legs", "They get strong."), ("Grip", "It gets strong, too.")]


def test_titles_of_other_pages_below_more_of_a_series() -> None:
    steps = "Step 1\nStand tall.\n\nStep 2\nBend the knees.\n\n"
    more = "More from this series\n\nHow to Do the Barbell Bench Press\nHow to Do the Barbell Shrug\n"
    found = read_text(HEAD + FACTS + steps + more)
    assert texts(found, "instructions") == TWO_STEPS


def test_short_lines_of_which_none_goes_on_in_small_letters_are_not_broken_ones() -> None:
    told = ["Hold the bell close to the chest", "Sit down between the heels.", "Pause for a second at the bottom"]
    assert texts(read_text("Goblet Squat\n\nTarget: Quads\n\nSteps\n\n" + "\n".join(told)), "instructions") == told
