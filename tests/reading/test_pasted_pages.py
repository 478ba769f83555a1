"""Whole pages as somebody pasted them into a text file: with menu, counters, tables that tabs divide and what stands below."""

from __future__ import annotations

import pytest

from tests.reading.reading import PROFILE, TEXT_FACTS, TEXT_STEPS, TWO_STEPS, read_text, texts, titled

DOSES = "How much\n\nSets\t4\nRest\t60 seconds\n\n"
HEAD = "Liftly\nMenu\nExercises\n\nGoblet Squat\n\nHold a weight close and sit down.\n\n"


@pytest.mark.parametrize("counter", ["214 Shares", "182K subscribers", "96,310 views  2 years ago", "1.2k likes"])
def test_what_a_site_counts_begins_nothing_to_leave_out(counter: str) -> None:
    found = read_text(f"Goblet Squat\n\nShare\n{counter}\n\nHold a weight close.\n\n{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "description") == ["Hold a weight close."]
    assert texts(found, "target_muscles") == ["Quads"]


def test_facts_below_a_line_that_is_left_out() -> None:
    facts = "Target\tQuads\nExperience\tBeginner\n\n"
    found = read_text(f"Gym Wiki\n/\nGoblet Squat\nGet the app\nGoblet Squat\n{facts}{TEXT_STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Beginner"])


def test_the_name_in_the_title_of_a_page_and_not_the_menu_above_it() -> None:
    menu = "Skip navigation\nSearch\nSign in\n0:00 / 6:21\n"
    found = read_text(
        f"{menu}How To Do The Cossack Squat | CoachNell\nCoachNell\n\nA deep squat.\n\n{TEXT_FACTS}{TEXT_STEPS}"
    )
    assert texts(found, "name") == ["Cossack Squat"]


def test_what_a_browser_prints_above_a_page_is_its_title() -> None:
    head = (
        "5/12/25, 8:47 PM\tOpen Book Rotation - MoveWell\n\nOpen Book Rotation\n\nAlso known as: Thoracic Rotation\n\n"
    )
    found = read_text(f"{head}{TEXT_FACTS}{TEXT_STEPS}")
    assert (texts(found, "name"), texts(found, "aliases")) == (["Open Book Rotation"], ["Thoracic Rotation"])


def test_one_letter_is_no_name_and_a_menu_may_be_long() -> None:
    menu = "R\nRepHive\nDashboard\nCalendar\nExercises\nPrograms\nTeam\nSettings\n⌘K\nSearch…\nJD\nExercises\n/\n"
    facts = "Difficulty\nIntermediate\nPrimary muscles\nFront Deltoids\n"
    found = read_text(f"{menu}Arnold Press\nArnold Press\nAbout\nIt adds a turn of the hands.\n{facts}{TEXT_STEPS}")
    assert texts(found, "name") == ["Arnold Press"]


def test_a_table_of_facts_with_a_row_for_what_stands_in_it() -> None:
    facts = "Fact\tAnswer\nMuscles it trains\tQuads\nMuscles that assist\tGlutes\nKit needed\tNone\nDifficulty\tMedium\nType\tStrength\n\n"
    points = "House points this term\n\nHouse\tPoints\nOak\t212\nAsh\t198\n\n"
    found = read_text(f"{HEAD}Facts\n\n{facts}{TEXT_STEPS}{DOSES}{points}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Quads"], ["Glutes"])
    assert "Fact" not in dict(found.extra) and texts(found, "safety_tips") == []


def test_words_that_are_explained_are_no_facts() -> None:
    words = "Key words\n\nIsometric\tA muscle works without changing its length.\nAgonist\tThe muscle that moves.\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{DOSES}{words}")
    assert texts(found, "target_muscles") == ["Quads"] and "Isometric" not in dict(found.extra)


def test_labels_of_doses_above_an_empty_line() -> None:
    found = read_text(
        f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}YOUR NUMBERS\n\nSETS:\n\n3\n\nREPS:\n\n20\n\nREST:\n\n30 seconds\n"
    )
    assert titled(found, "tracking") == [("SETS", "3"), ("REPS", "20"), ("REST", "30 seconds")]


def test_small_labels_in_columns() -> None:
    facts = "main muscles:    rhomboids, lats\nhelping muscles: rear deltoids, biceps\nequipment:       dumbbells\nlevel:           beginner\n\n"
    found = read_text(f"{HEAD}{facts}{TEXT_STEPS}")
    assert (texts(found, "secondary_muscles"), texts(found, "equipment")) == (
        ["rear deltoids", "biceps"],
        ["dumbbells"],
    )


def test_links_that_stand_in_the_next_line() -> None:
    facts = (
        "    *Target muscles:* Hamstrings\n    <https://gym.example.com/muscles/hamstrings>, Lower Back\n"
        "    <https://gym.example.com/muscles/lower-back>\n\n    *Experience:* Advanced\n\n"
    )
    found = read_text(f"{HEAD}{facts}{TEXT_STEPS}")
    assert texts(found, "target_muscles") == ["Hamstrings", "Lower Back"]
    assert texts(found, "difficulty") == ["Advanced"]


@pytest.mark.parametrize("mark", ["★", "▢", "➜", "✦"])
def test_signs_before_the_items_of_a_list(mark: str) -> None:
    items = f"{mark} Strong legs: They carry you far.\n{mark} Cheap: It costs nothing.\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}Benefits\n\n{items}")
    assert titled(found, "benefits") == [("Strong legs", "They carry you far."), ("Cheap", "It costs nothing.")]


def test_a_section_that_no_profile_knows_above_sentences_with_titles() -> None:
    reasons = "Why You’ll Love It\n\nSafe shoulders: The path is short.\nHome friendly: A mat is the gym.\n"
    found = read_text(
        f"{HEAD}Save for later\n{reasons}Expert Tips\n\nElbow path: Form an arrow.\n\n{TEXT_FACTS}{TEXT_STEPS}"
    )
    assert titled(found, "benefits") == [
        ("Safe shoulders", "The path is short."),
        ("Home friendly", "A mat is the gym."),
    ]


def test_benefits_behind_tips_with_titles_of_their_own() -> None:
    tips = "Safety points\n\nRibs down\nKeep them close.\n\nWrist\nStack the hand.\n\n"
    gains = "Benefits for the client\n\nKind to joints\nThe path suits shoulders.\n\nEasy\nThe bar guides itself.\n\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}{gains}")
    assert titled(found, "safety_tips") == [("Ribs down", "Keep them close."), ("Wrist", "Stack the hand.")]
    assert titled(found, "benefits") == [
        ("Kind to joints", "The path suits shoulders."),
        ("Easy", "The bar guides itself."),
    ]


def test_a_question_among_others_is_no_section() -> None:
    asked = "Questions\nWhat is a good time?\nA minute is solid for a healthy adult.\nYour log\n20 kg × 12\n"
    found = read_text(f"{HEAD}{TEXT_FACTS}{TEXT_STEPS}{asked}")
    assert texts(found, "description") == ["Hold a weight close and sit down."]
    assert texts(found, "instructions") == TWO_STEPS and texts(found, "tracking") == []


def test_labels_of_four_words_before_a_dash() -> None:
    facts = "Trains – Quads\nLevel – Expert\nOne side or two – Bilateral\n\n"
    assert texts(read_text(f"{HEAD}{facts}{TEXT_STEPS}"), "bilateral") == ["Bilateral"]


def test_an_advertisement_between_two_sentences() -> None:
    page = "Goblet Squat\n\nHold a weight close.\n\nAdvertisement - Continue Reading Below\nThen sit down.\n\n"
    found = read_text(f"{page}{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "description") == ["Hold a weight close. Then sit down."]


def test_the_profile_knows_none_of_the_counters_as_a_line_to_leave_out() -> None:
    assert PROFILE.dropped.match("round rear view") is None  # a title of a benefit
