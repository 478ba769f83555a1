"""The level of an exercise where no label says it: sentences give it, deny it, or speak of somebody else's."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE
from tests.reading.records import record


def _level(sentence: str) -> str:
    page = f"{TITLE}<p>A weight held close keeps the back honest. {sentence}</p><p>Target: Quads</p>{STEPS}"
    return record(page).difficulty


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("It is a beginner exercise and the pros still do it daily.", "beginner"),
        ("Most coaches would call it an advanced exercise.", "advanced"),
        ("We file it under intermediate.", "intermediate"),
        ("I put it with the advanced lifts, though a light one teaches a lot.", "advanced"),
        ("It’s honestly fine for beginners.", "beginner"),
        ("It is cheap and, if you keep it low, suitable for a beginner.", "beginner"),
        ("It belongs to intermediate movers.", "intermediate"),
        ("It is simple, and beginners can start tonight.", "beginner"),
        ("Consider it beginner friendly.", "beginner"),
        ("You need patience: this is an advanced move, so learn it slowly.", "advanced"),
    ],
)
def test_a_sentence_that_gives_a_level(sentence: str, level: str) -> None:
    assert _level(sentence) == level


@pytest.mark.parametrize(
    "sentence",
    [
        "It is no beginner exercise.",
        "It is not for beginners.",
        "If you are a beginner, use less weight.",
        "Beginners should start light.",
        "It suits anyone from beginners to champions.",
        "It suits beginners who need control and lifters who flare their ribs.",
        "It is a beginner exercise with a stick and an advanced exercise with a bar.",
    ],
)
def test_a_sentence_that_gives_none(sentence: str) -> None:
    assert _level(sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "level"),
    [("It is an easy exercise to do at home.", "beginner"), ("It is an easy way to get fit.", "")],
)
def test_a_word_of_what_it_takes(sentence: str, level: str) -> None:
    assert _level(sentence) == level
