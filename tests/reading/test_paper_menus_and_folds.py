"""Texts copied from paper, from courses with a menu, and from pages with folds."""

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


def test_the_foot_and_head_of_pages_between_two_steps_are_no_steps() -> None:
    foot = "Riverside College - Handbook of Strength\n"
    text = (
        f"Riverside College\nUnit 3: Exercise cards\nGoblet Squat\nA squat.\nTarget: Quads\nInstructions\n1. Stand tall.\n"
        f"{foot}16\nUnit 3: Exercise cards\n2. Bend the knees.\n3. Rise.\nNotes\n{foot}17\n"
    )
    assert texts(read_text(text), "instructions") == [*TWO_STEPS, "Rise."]


@pytest.mark.parametrize("dot", ["e", "©", "«"])
def test_dots_that_were_misread_from_paper(dot: str) -> None:
    tips = f"Tips\n\n{dot} Heels stay down.\n\n{dot} Chest stays up.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}")
    assert texts(found, "safety_tips") == ["Heels stay down.", "Chest stays up."]


def test_signs_of_folds_in_lines_of_their_own() -> None:
    tips = "Tips\n⌃\n💡 Heels stay down.\n💡 Chest stays up.\n\nAlso called\n⌃\n–\n\nReviews\n⌄\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}")
    assert texts(found, "safety_tips") == ["Heels stay down.", "Chest stays up."]
    assert "⌃" not in str(found)


def test_a_name_that_stands_in_a_menu_and_again_above_the_text() -> None:
    menu = "My Products\n\nModule 2\nReverse Nordic\nStart\nSled Drag\nStart\nWeighted Bench Dip\nStart\nQuiz: Module 2\nStart\n\n"
    facts = "Prime mover » Quads\nTools » Dumbbell\nLevel » Beginner\n\n"
    found = read_text(
        f"{menu}Weighted Bench Dip\n\nLesson 5 of 18\n\nA squat with a weight in front.\n\n{facts}{TEXT_STEPS}"
    )
    assert texts(found, "name") == ["Weighted Bench Dip"]
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert texts(found, "equipment") == ["Dumbbell"]


TIPS = "Form tips\nLow heels\nKeep the heels on the floor.\nHigh chest\nKeep the chest high above the knees.\n"


def test_a_heading_behind_titled_tips_stands_further_from_them_than_their_titles() -> None:
    reasons = "Why our members love it\nThe legs get strong.\nThe back stays straight.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{TIPS}\n{reasons}")
    assert texts(found, "benefits") == ["The legs get strong.", "The back stays straight."]
    assert [title for title, _ in titled(found, "safety_tips")] == ["Low heels", "High chest"]
    among = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{TIPS}Why you breathe\nHeld breath makes you dizzy.\n")
    assert [title for title, _ in titled(among, "safety_tips")] == ["Low heels", "High chest", "Why you breathe"]


def test_titles_below_a_question_stand_apart_from_each_other() -> None:
    told = "WHY DO THE GOBLET SQUAT?\nSteady joints\nThey stay where they belong.\n\nMore control\nIt shows the weaker side.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{told}")
    assert [title for title, _ in titled(found, "benefits")] == ["Steady joints", "More control"]


def test_muscles_that_lead_to_others_in_the_buttons_of_a_list() -> None:
    muscles = "<h3>Target</h3><ul><li><button type='button'><i></i>Quads</button></li></ul>"
    share = "<ul><li><button type='button'>Share</button></li></ul>"
    found = read(f"{TITLE}{share}<p>A squat.</p>{muscles}{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert "Share" not in str(found)


def test_lists_on_a_card_that_are_ticked_off() -> None:
    tips = "Coaching cues\nDelete\n0%\nKeep the heels on the floor.\nKeep the chest high.\nAdd an item\n\n"
    gains = "Benefits\nDelete\n0%\nThe legs grow strong.\nThe back stays straight.\nAdd an item\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}{gains}")
    assert texts(found, "safety_tips") == ["Keep the heels on the floor.", "Keep the chest high."]
    assert texts(found, "benefits") == ["The legs grow strong.", "The back stays straight."]


def test_a_step_goes_on_behind_the_colon_at_the_end_of_its_line() -> None:
    steps = "Instructions\n\n1. Stand tall with a weight on the head. Tip:\nYou will need a soft mat below it.\n2. Bend the knees.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{steps}")
    assert texts(found, "instructions") == [
        "Stand tall with a weight on the head. Tip: You will need a soft mat below it.",
        "Bend the knees.",
    ]


def test_what_stands_around_a_description_of_a_video() -> None:
    tips = "TIPS\n✅ Keep the heels down.\n✅ Keep the chest high.\n\n👉 Free training plan: https://example.com/plan\n📷 Instagram: @thekindgym\n\n…\nShow less\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}")
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Keep the chest high."]


def test_the_heads_of_a_copied_table_of_advice() -> None:
    rows = "Posture\tKeep your ribs down.\nBreathing\tBreathe out on the hard part and never hold it.\n"
    table = f"Precautions\n\nPoint\tAdvice\n{rows}Footing\tClear the floor around you.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{table}")
    assert titled(found, "safety_tips") == [
        ("Posture", "Keep your ribs down."),
        ("Breathing", "Breathe out on the hard part and never hold it."),
        ("Footing", "Clear the floor around you."),
    ]


def test_buttons_of_a_map_of_muscles_and_of_a_forum() -> None:
    muscles = "Target Muscle Group\nMiddle Back\n\nTarget Muscles\n\nMale\nFemale\nClick on a muscle to see more exercises\n\n"
    names = "VARIATIONS\n\n- Box Squat\n- Front Squat\n\nLast edited: Nov 5, 2022\n    • Like\nReply\n"
    found = read_text(f"Goblet Squat\n\nA squat.\n\n{muscles}{TEXT_STEPS}{names}")
    assert texts(found, "target_muscles") + texts(found, "muscle_group") == ["Middle Back"]
    assert texts(found, "variations") == ["Box Squat", "Front Squat"]


def test_bold_words_in_a_paragraph_of_a_wiki() -> None:
    found = read_text(
        f"== Intro ==\nThe '''Goblet Squat''' loads the front.\n\n== Facts ==\nTarget: Quads\n\n{TEXT_STEPS}"
    )
    assert "*" not in str(found)


def test_a_name_in_the_question_below_the_site() -> None:
    asked = (
        "How do I do a cable face pull so that my shoulders feel it?\nAsk Question\n\nAsked 3 years ago\n\n1 Answer\n\n"
    )
    found = read_text(
        f"Fitness & Strength Exchange\n\nHow to do the Cable Face Pull\n\n{asked}{TEXT_FACTS}{TEXT_STEPS}"
    )
    assert texts(found, "name") == ["Cable Face Pull"]


def test_a_site_called_by_words_of_exercises_above_a_name_in_a_sentence() -> None:
    menu = "Skip to main content\nOpen menu\nSTRIDE & IRON\nSearch\nWorkouts\nNutrition\n\nOur editors choose every product themselves.\n\n"
    found = read_text(f"{menu}How to Do the Zottman Preacher Curl\n\nPalms up, then down.\n\n{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "name") == ["Zottman Preacher Curl"]
    assert texts(found, "description") == ["Palms up, then down."]


def test_the_halves_of_a_name_are_no_fact() -> None:
    found = read_text(
        f"Push Press - Behind the Neck\n\nA press.\n\n{TEXT_FACTS}Push Press - Behind the Neck\n\n{TEXT_STEPS}"
    )
    assert not found.extra
