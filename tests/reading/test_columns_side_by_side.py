"""Handouts with two columns of text are read one column after the other; tables are read row by row."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.plaintext.sidebyside import in_one_column
from tests.reading.reading import TEXT_HEAD, read_text, texts

_LEFT = [
    "HOW TO DO IT",
    "",
    "1. Hold the weight by the",
    "   horns at chest height.",
    "2. Sit down between your",
    "   hips.",
    "3. Stand up tall.",
]
_RIGHT = ["TIPS", "", "- Keep your elbows inside", "  your knees.", "- Breathe in on the way", "  down."]
_STEPS = ["Hold the weight by the horns at chest height.", "Sit down between your hips.", "Stand up tall."]
_TIPS = ["Keep your elbows inside your knees.", "Breathe in on the way down."]


def _woven(left: list[str], right: list[str], column: int = 34) -> str:
    return "\n".join((one.ljust(column) + other).rstrip() for one, other in zip_longest(left, right, fillvalue=""))


@pytest.mark.parametrize("column", [29, 34, 60])
def test_steps_and_tips_side_by_side_do_not_mix(column: int) -> None:
    found = read_text(TEXT_HEAD + _woven(_LEFT, _RIGHT, column) + "\n\nTarget: Quads\n")
    assert texts(found, "instructions") == _STEPS
    assert texts(found, "safety_tips") == _TIPS
    assert texts(found, "target_muscles") == ["Quads"]


def test_sections_below_each_other_in_both_columns() -> None:
    left, right = [*_LEFT, "", "BENEFITS", "- Builds strong legs."], [*_RIGHT, "", "", "DOSE", "Sets: 3", "Reps: 12"]
    found = read_text(TEXT_HEAD + _woven(left, right))
    assert texts(found, "benefits") == ["Builds strong legs."]
    assert [piece.title or piece.text for piece in found.fields["tracking"].pieces][:1] == ["Sets"]
    assert texts(found, "instructions") == _STEPS


def test_a_place_in_a_column_is_the_line_of_the_file() -> None:
    found = read_text(TEXT_HEAD + _woven(_LEFT, _RIGHT))
    line = TEXT_HEAD.count("\n") + 1
    assert found.fields["safety_tips"].place.line == line
    assert found.fields["instructions"].pieces[1].place.line == line + 4


def test_rows_of_a_table_stay_rows() -> None:
    table = _woven(
        ["Target muscle", "Equipment needed", "Level of skill", "Remarks", "", ""],
        [
            "Quadriceps.",
            "One kettlebell.",
            "Beginner.",
            "Good for people who",
            "are new to squatting",
            "with a weight.",
        ],
    )
    found = read_text(TEXT_HEAD + table + "\n\nInstructions\n\n1. Stand tall.\n2. Bend the knees.\n")
    assert texts(found, "target_muscles") == ["Quadriceps"]
    assert texts(found, "equipment") == ["One kettlebell"]
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


_PIECES = st.sampled_from(
    ["1. Sit down and", "rise again.", "- Breathe out", "Sets: 3", "slowly", "A LONGER HEADING", ""]
)
_COLUMN = st.lists(_PIECES, max_size=10)
_TEXTS = st.builds(lambda left, right: _woven(left, right, 20).split("\n"), _COLUMN, _COLUMN)


@given(_TEXTS)
def test_no_word_of_a_text_is_lost_or_made_up(lines: list[str]) -> None:
    said = sorted(word for line in lines for word in line.split())
    assert sorted(word for _, line in in_one_column(lines) for word in line.split()) == said


@given(_TEXTS)
def test_every_word_keeps_the_number_of_its_line(lines: list[str]) -> None:
    assert all(set(line.split()) <= set(lines[n - 1].split()) for n, line in in_one_column(lines) if line.strip())
