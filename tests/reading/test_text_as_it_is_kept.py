"""Plain text out of note apps, wikis, chats and letters: its signs are no words, and what they set off is content."""

from __future__ import annotations

import pytest

from tests.reading.reading import TEXT_FACTS as FACTS
from tests.reading.reading import TEXT_HEAD as HEAD
from tests.reading.reading import TEXT_STEPS as STEPS
from tests.reading.reading import TWO_STEPS, read_text, texts, titled

TIPS = [("Heels", "Keep them down."), ("Back", "Keep it flat.")]


def test_textile() -> None:
    facts = "|_. Fact|_. Value|\n||Target|Quads|\n||Level|Beginner|\n\n"
    tips = "h2. Tips\n\n* *Heels:* Keep them down.\n* *Back:* Keep it flat.\n"
    found = read_text(f"h1. Goblet Squat\n\n{facts}h2. Execution\n\n# Stand tall.\n# Bend the knees.\n\n{tips}")
    assert texts(found, "name") == ["Goblet Squat"] and texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "instructions") == TWO_STEPS and titled(found, "safety_tips") == TIPS


def test_a_chat_that_holds_an_article() -> None:
    who = "[12/03/2026, 18:04:11] Mara: "
    article = f"{who}Goblet Squat\n\n{FACTS}{STEPS}Tips\n- Heels: Keep them down.\n- Back: Keep it flat.\n"
    found = read_text(f"{who}have a look at this one\n{article}{who}thanks\n{who}see you there\n")
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "instructions") == TWO_STEPS and titled(found, "safety_tips") == TIPS


def test_tasks_callouts_and_fields_of_a_note_app() -> None:
    fields = "target:: Quads\nlevel:: Beginner\n\n"
    steps = "## Instructions\n\n- [ ] Stand tall.\n- [x] Bend the knees.\n\n"
    tips = "## Tips\n\n> [!warning]\n> - Heels: Keep them down.\n> - Back: Keep it flat.\n"
    found = read_text(f"# Goblet Squat\n\n{fields}{steps}{tips}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "instructions") == TWO_STEPS and titled(found, "safety_tips") == TIPS


@pytest.mark.parametrize("sign", ["=", "->", "=>", "→", "—"])
def test_signs_between_labels_and_values(sign: str) -> None:
    found = read_text(f"{HEAD}Target {sign} Quads\nLevel {sign} Beginner\nKit {sign} Kettlebell\n\n{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "equipment") == ["Kettlebell"]


def test_a_roman_outline() -> None:
    parts = (
        "I. Muscles\n   A. Primary: Quads\n   B. Secondary: Glutes",
        "II. Execution\n   a. Stand tall.\n   b. Bend the knees.",
        "III. Tips\n   A. Heels: Keep them down.\n   B. Back: Keep it flat.",
    )
    found = read_text("Goblet Squat\n\n" + "\n\n".join(parts))
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "secondary_muscles") == ["Glutes"]
    assert texts(found, "instructions") == TWO_STEPS and titled(found, "safety_tips") == TIPS


def test_headings_that_count() -> None:
    parts = (
        "1. What is it?\n\nHold a weight close and sit down.",
        "2. How to do the Goblet Squat with a kettlebell, a dumbbell or a plate in both hands\n\nStand tall.\n\nBend the knees.",
        "3. Which muscles does it work?\n\n- Quads\n- Glutes",
    )
    found = read_text("Goblet Squat\n\n" + "\n\n".join(parts))
    assert texts(found, "instructions") == TWO_STEPS and texts(found, "target_muscles") == ["Quads", "Glutes"]
    assert texts(found, "description") == ["Hold a weight close and sit down."]


def test_steps_that_count_and_stand_alone_are_no_headings() -> None:
    found = read_text(f"{HEAD}{FACTS}Instructions\n\n1. Stand tall\n\n2. Bend the knees\n\n3. Stand up\n")
    assert texts(found, "instructions") == ["Stand tall", "Bend the knees", "Stand up"]


@pytest.mark.parametrize(
    "steps",
    [
        "01\nStand tall.\n02\nBend the knees.\n",
        "1\nStand tall.\n\n2\nBend the knees.\n",
        "#1 Stand tall.\n#2 Bend the knees.\n",
        "1 - Stand tall.\n2 - Bend the knees.\n",
        "o Stand tall.\no Bend the knees.\n",
        "> Stand tall.\n> Bend the knees.\n",
        "✓ Stand tall.\n✓ Bend the knees.\n",
        "Stand tall.\nBend the knees.\n",
    ],
)
@pytest.mark.parametrize("heading", ["Instructions", "INSTRUCTIONS\n------------", "*** INSTRUCTIONS ***"])
def test_steps_in_lines_however_they_count(heading: str, steps: str) -> None:
    found = read_text(f"{HEAD}{FACTS}{heading}\n{steps}")
    assert texts(found, "instructions") == TWO_STEPS


def test_a_line_that_goes_on_below_an_underlined_heading_is_no_step() -> None:
    lines = "Stand as tall as you can with the feet below the hips and\nthe chest up. Bend the knees.\n"
    found = read_text(f"{HEAD}{FACTS}INSTRUCTIONS\n------------\n{lines}")
    assert len(texts(found, "instructions")) == 1


@pytest.mark.parametrize("label", ["TARGET MUSCLE(S)", "Target muscle(s)"])
def test_one_or_several_in_a_heading(label: str) -> None:
    found = read_text(f"{HEAD}{STEPS}Tips\n\nKeep the heels down.\n\n*** {label} ***\nQuads\n")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "safety_tips") == ["Keep the heels down."]


@pytest.mark.parametrize(
    "before",
    ["Start < Exercises < Legs", "Home / Exercises / Legs", "r/homegym", "Dear all,\n\nhere is the one I spoke of."],
)
def test_what_stands_above_a_name(before: str) -> None:
    found = read_text(f"{before}\n\nGOBLET SQUAT\n============\n\n{FACTS}{STEPS}")
    assert texts(found, "name")[0].lower() == "goblet squat"


def test_one_title_behind_a_dash_among_short_lines() -> None:
    found = read_text(f"{HEAD}{FACTS}{STEPS}Benefits\n\nEasy to load – It grows with you.\n\nMore below\n")
    assert titled(found, "benefits") == [("Easy to load", "It grows with you.")]


def test_numbered_titles_of_steps_and_tips() -> None:
    steps = "1. Set up\n\nStand with the bell at\nthe chest.\n\n2. Lower\n\nBend the knees.\n\n"
    found = read_text(
        f"{HEAD}{FACTS}Instructions\n\n{steps}Tips\n\n1. Heels\n\nKeep them down.\n\n2. Back\n\nKeep it flat.\n"
    )
    assert texts(found, "instructions") == ["Set up: Stand with the bell at the chest.", "Lower: Bend the knees."]
    assert titled(found, "safety_tips") == TIPS


def test_a_mail_that_forwards_another() -> None:
    outer = "From: Dana <d@example.com>\nTo: Ben <b@example.com>\nSubject: Fwd: Exercise of the week: Goblet Squat\n\nHi Ben,\n\nthis is it.\n\n"
    head = "---------- Forwarded message ---------\nFrom: Ruth <r@example.com>\nSubject: Exercise of the week: Goblet Squat\n\n"
    inner = f"{head}Hold a weight close and sit down.\n\n{FACTS}{STEPS}See you in the hall,\nRuth\n"
    found = read_text(outer + "".join(f"> {line}\n" for line in inner.split("\n")) + "\nSent from a train\n")
    assert texts(found, "name") == ["Goblet Squat"] and texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "description") == ["Hold a weight close and sit down."]


def test_the_head_of_an_exported_note() -> None:
    head = "Title: Goblet Squat\nNotebook: Training\nSource: https://example.com/squat\n--------------------\n\n"
    found = read_text(f"{head}Hold a weight close and sit down.\n\n{FACTS}{STEPS}")
    assert texts(found, "name") == ["Goblet Squat"] and texts(found, "instructions") == TWO_STEPS


def test_links_between_notes_and_boxes_to_tick() -> None:
    facts = "Target: [[Quads]]\nEquipment: [[kettlebells|Kettlebell]]\n\n"
    found = read_text(f"{HEAD}{facts}Instructions\n\n[ ] Stand tall.\n[x] Bend the knees.\n")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "equipment") == ["Kettlebell"]
    assert texts(found, "instructions") == TWO_STEPS


@pytest.mark.parametrize("title", ["Goblet Squat", "Goblet Squat: How To, Muscles Worked and Tips"])
def test_a_name_below_the_menu_of_a_pasted_page(title: str) -> None:
    menu = "Skip to content\nBrick Lane Barbell\nStart Here\nWorkouts\nNutrition\nPodcast\nShop\nStories\nGuides\nLog in\nCart\nSearch\nEnglish\nHelp\n"
    comments = "2 thoughts on “Goblet Squat”\n\nMara\nKeep your dog away from it.\n"
    found = read_text(f"{menu}{title}\n\nBy Tom\n\nHold a weight close and sit down.\n\n{FACTS}{STEPS}{comments}")
    assert texts(found, "name") == ["Goblet Squat"] and texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == []


def test_steps_across_the_pages_of_a_book() -> None:
    head = "The Plain Strength Book\nChapter 4: Selected lifts\n\n"
    first = f"{head}{HEAD}{FACTS}Instructions\n1. Stand tall.\n2. Bend the knees.\n\n47\n\n"
    second = "3. Sit down between your own\nheels.\n4. Stand up.\n\nTips\n- Heels: Keep them down.\n- Back: Keep it flat.\n\n48\n"
    found = read_text(f"{first}{head}{second}")
    assert texts(found, "name") == ["Goblet Squat"] and titled(found, "safety_tips") == TIPS
    assert texts(found, "instructions") == [*TWO_STEPS, "Sit down between your own heels.", "Stand up."]


def test_doses_in_a_list_below_words_that_nobody_knows() -> None:
    tips = "Cues\n- Heels: Keep them down.\n- Back: Keep it flat.\n\n"
    found = read_text(f"{HEAD}{FACTS}{STEPS}{tips}My plan\n- Sets: 5\n- Reps: 3-5\n- Rest: 3 minutes\n")
    assert titled(found, "safety_tips") == TIPS
    assert titled(found, "tracking") == [("Sets", "5"), ("Reps", "3-5"), ("Rest", "3 minutes")]


def test_links_of_a_wiki_that_file_a_page_say_nothing() -> None:
    steps = "== Instructions ==\n# Stand tall.\n# Bend the [[knee|knees]].\n"
    found = read_text(
        f"= Goblet Squat =\n\nHold a weight close and sit down.\n\n* Target: [[Quadriceps|Quads]]\n\n[[Category: Powerlifting]]\n\n{steps}"
    )
    assert texts(found, "instructions") == TWO_STEPS and texts(found, "target_muscles") == ["Quads"]
    assert found.extra == {} and texts(found, "exercise_type") == []


@pytest.mark.parametrize("line", [" " * 300_000, "a" + " " * 300_000 + "x\ty", "1" + " " * 300_000 + "2"])
def test_a_line_of_blanks_takes_no_time_of_its_own(line: str) -> None:
    assert texts(read_text(f"{HEAD}{FACTS}{line}\n\n{STEPS}"), "instructions") == TWO_STEPS


@pytest.mark.parametrize(
    "facts",
    [
        "Muscles trained\tQuads\tAssistant muscles\tGlutes, Core\nEquipment used\tBarbell\tDifficulty\tBeginner\n",
        "Prime movers\tSecondary movers\tEquipment\tLevel\nQuads\tGlutes, Core\tBarbell\tBeginner\n",
        "Primary muscles\tQuads\nSynergists\tGlutes\nCore\nEquipment\tBarbell\nLevel\tBeginner\n",
    ],
)
def test_tables_as_a_browser_copies_them(facts: str) -> None:
    found = read_text(f"{HEAD}Data sheet\n\n{facts}\n{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "secondary_muscles") == ["Glutes", "Core"]
    assert texts(found, "equipment") == ["Barbell"] and texts(found, "difficulty") == ["Beginner"]


DOSES = [("Sets", "3"), ("Reps", "8 per side"), ("Rest", "45 seconds")]


@pytest.mark.parametrize(
    "doses",
    [
        "Sets\t3\tReps\t8 per side\tRest\t45 seconds",
        "Sets\tReps\tRest\n3\t8 per side\t45 seconds",
        "Sets\n3\nReps\n8 per side\nRest\n45 seconds",
        "3\nSets\n8 per side\nReps\n45 seconds\nRest",
    ],
)
def test_doses_as_a_browser_copies_them(doses: str) -> None:
    found = read_text(f"{HEAD}{FACTS}{STEPS}Sets and reps\n\n{doses}\n")
    assert titled(found, "tracking") == DOSES


def test_the_week_of_a_plan_is_no_dose() -> None:
    plan = "Week\tSets\tReps\tRest\n1\t2\t8\t60 s\n2\t3\t8\t60 s\n"
    found = read_text(f"{HEAD}{FACTS}Sets\t3\nReps\t10\n\n{STEPS}Plan\n\n{plan}")
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "10")]


def test_a_bullet_below_a_fact_is_no_value_of_it() -> None:
    found = read_text(
        f"{HEAD}{FACTS}{STEPS}New in the library\n\n  * Good Morning\n\nLevel: Advanced\n    * Wrist Curl\nLevel: Beginner\n    * Plank\n"
    )
    assert texts(found, "difficulty") == ["Beginner"]


def test_headings_with_the_edit_links_of_a_wiki() -> None:
    page = f"{HEAD}{FACTS}Execution[edit]\n\nStand tall.\nBend the knees.\n\nTips[edit]\n\nKeep calm.\nBreathe out.\n"
    found = read_text(page)
    assert texts(found, "instructions") == TWO_STEPS and texts(found, "safety_tips") == ["Keep calm.", "Breathe out."]


def test_the_name_in_a_long_heading_below_that_of_the_site() -> None:
    head = "Skip to content\n\nBarefoot Barbell\n\n    * Exercises\n    * Programs\n\nHow to Do the Barbell Bench Press With Good Form\n\nLena Hofer\n\nIt lets you push a lot.\n\n"
    found = read_text(f"{head}{FACTS}{STEPS}")
    assert texts(found, "name") == ["Barbell Bench Press"] and texts(found, "instructions") == TWO_STEPS


def test_one_side_works_and_a_plane_that_nobody_knows() -> None:
    found = read_text(f"{HEAD}{FACTS}Laterality\nUnilateral\nPlane of motion\nSagittal\n\n{STEPS}")
    assert texts(found, "bilateral") == ["Unilateral"]


def test_names_of_variations_above_a_list_of_something_else() -> None:
    found = read_text(
        f"{HEAD}{FACTS}{STEPS}Variations\nFront Squat\nBox Squat\n\n    * Log in to post comments\n    * Print\n"
    )
    assert texts(found, "variations") == ["Front Squat", "Box Squat"]
