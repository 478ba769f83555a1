"""Texts copied from sheets and notes: cells that hold texts, labels glued to values, signs around words, small tables."""

from __future__ import annotations

import pytest

from pipeline.reading.plaintext.tabbed import opened_cells
from tests.reading.reading import TEXT_FACTS, TEXT_HEAD, TEXT_STEPS, TWO_STEPS, read_text, texts, titled


def test_a_row_of_a_sheet_with_a_text_in_one_cell() -> None:
    heads = "ID\tExercise\tLevel\tEquipment\tMain muscle\tInstructions\tRest"
    row = 'C-1\tGoblet Squat\tBeginner\tKettlebell\tQuads\t"1. Stand tall.\n2. Bend the knees."\t1 minute'
    found = read_text(f"{heads}\n{row}\n\nCells in yellow wait for a photo.\n")
    assert texts(found, "name") == ["Goblet Squat"]
    assert [texts(found, f) for f in ("difficulty", "equipment", "target_muscles")] == [
        ["Beginner"],
        ["Kettlebell"],
        ["Quads"],
    ]
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "tracking") == [("Rest", "1 minute")]


def test_a_quote_that_is_never_closed_begins_no_cell() -> None:
    found = read_text(f'{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}Sign\t"Mind the step\n')
    assert texts(found, "instructions") == TWO_STEPS
    open_row = [(1, 'Sign\t"Mind the step'), (2, "Beware of the dog")]
    assert opened_cells(open_row) == open_row


def test_facts_that_are_glued_into_one_line() -> None:
    found = read_text(f"{TEXT_HEAD}Level: BeginnerEquipment: KettlebellForce: Push\n\n{TEXT_FACTS}{TEXT_STEPS}")
    assert [texts(found, f) for f in ("difficulty", "equipment", "force")] == [["Beginner"], ["Kettlebell"], ["Push"]]


def test_ticks_glued_to_what_they_tick() -> None:
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}Tips\n✓Keep the heels down\n✓Look straight ahead\n")
    assert texts(found, "safety_tips") == ["Keep the heels down", "Look straight ahead"]


def test_signs_around_words_of_a_step() -> None:
    steps = "## Instructions\n\n1. Stand **very tall** and look ahead.\n2. Bend the knees *slowly*, as_if sitting.\n"
    variations = "## Variations\n\n* _Box Squat_\n* _Front Squat_\n"
    found = read_text(f"# Goblet Squat\n\nTarget: Quads\n\n{steps}\n{variations}")
    assert texts(found, "instructions") == ["Stand very tall and look ahead.", "Bend the knees slowly, as_if sitting."]
    assert texts(found, "variations") == ["Box Squat", "Front Squat"]


@pytest.mark.parametrize(
    "table",
    [
        "| Sets | Reps |\n| --- | --- |\n| 3 | 8-10 |\n",
        "Sets  Reps\n3     8-10\n",
        ".. _dose:\n\n====  ====\nSets  Reps\n====  ====\n3     8-10\n====  ====\n",
    ],
)
def test_a_table_of_two_doses(table: str) -> None:
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}Dosage\n------\n\n{table}")
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "8-10")]


def test_times_in_lines_of_their_own_are_no_titles() -> None:
    said = (
        "Intro\n0:00\nA squat with a weight in front.",
        "Tips\n0:20\nKeep the heels down.\n0:31\nLook straight ahead.",
    )
    found = read_text(f"Goblet Squat | Leg Monday #4\n\n{TEXT_FACTS}{said[0]}\n\n{TEXT_STEPS}{said[1]}\n")
    assert texts(found, "name") == ["Goblet Squat"]
    assert titled(found, "safety_tips") == [("", "Keep the heels down."), ("", "Look straight ahead.")]


def test_numbered_keys_that_tell_in_a_few_words() -> None:
    found = read_text(
        "name = Goblet Squat\nprimary = quads\n\nstep1 = Stand tall.\nstep2 = Bend the knees.\n\n"
        "tip1 = slack wrists tire you out\ntip2 = breathe, never hold it\n"
    )
    assert texts(found, "safety_tips") == ["slack wrists tire you out", "breathe, never hold it"]


def test_a_change_log_and_a_diary_are_nothing_to_track() -> None:
    log = "Change log\n\n2021-01-18: Pictures drawn anew.\n2022-02-03: Dosage checked.\n\nDiary\n\n2024-02-04 fine\n"
    assert "tracking" not in read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{log}").fields


def test_a_list_below_how() -> None:
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}How\n\t•\tStand tall.\n\t•\tBend the knees.\n")
    assert texts(found, "instructions") == TWO_STEPS


def test_the_address_that_a_note_says_it_was_saved_from() -> None:
    from pipeline.reading.plaintext.text import text_outline

    said = (
        "# Goblet Squat\n\n> Saved from <https://gym.example.com/goblet-squat>\n\n## Instructions\n\n1. Stand tall.\n"
    )
    assert text_outline(said).url == "https://gym.example.com/goblet-squat"


def test_lists_of_a_forum_beside_their_brackets() -> None:
    listed = "[B]How to do it[/B]\n[LIST=1]\n[*]Stand tall.\n[*]Bend the knees.\n[/LIST]\n\n[B]Tips[/B]\n[LIST]\n[*][B]Feet[/B] - keep them flat\n[/LIST]\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{listed}")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Feet", "keep them flat")]
