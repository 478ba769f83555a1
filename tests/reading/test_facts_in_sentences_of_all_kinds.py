"""Facts that sentences of an introduction state, in the many ways that people write them."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE
from tests.reading.records import record

TARGET = "<p>Target muscle: Quads</p>"


@pytest.mark.parametrize(
    "sentence",
    [
        "You need a dumbbell.",
        "You will need a dumbbell.",
        "You'll need a dumbbell to do it.",
        "All you need is a dumbbell.",
        "All it takes is a dumbbell.",
        "It requires a dumbbell.",
        "It requires only a dumbbell.",
        "The only equipment required is a dumbbell.",
        "The equipment needed is a dumbbell.",
        "It is performed with a dumbbell.",
        "It is done with a dumbbell.",
        "It is done using a dumbbell.",
        "It uses a dumbbell.",
        "Grab a dumbbell.",
        "Grab a dumbbell and find some space.",
        "For this exercise you need a dumbbell.",
        "To do the Goblet Squat you need a dumbbell.",
        "To perform this exercise, you will need a dumbbell.",
        "A dumbbell is all you need.",
        "A dumbbell is required.",
        "A dumbbell is the only equipment needed.",
        "Equipment needed: a dumbbell.",
        "No equipment other than a dumbbell is needed.",
        "You only need a dumbbell.",
        "The Goblet Squat is a dumbbell exercise.",
        "It is a dumbbell exercise for the legs.",
        "The exercise calls for a dumbbell.",
        "It takes a dumbbell and some space.",
        "Have a dumbbell at hand.",
        "Get hold of a dumbbell.",
        "You perform it with a dumbbell.",
    ],
)
def test_what_is_needed(sentence: str) -> None:
    assert record(f"{TITLE}<p>{sentence}</p>{STEPS}{TARGET}").equipment == ("dumbbell",)


@pytest.mark.parametrize(
    "sentence",
    [
        "No equipment is needed.",
        "No equipment needed.",
        "You need no equipment.",
        "It needs no equipment.",
        "It requires no equipment.",
        "You don't need any equipment.",
        "You do not need any equipment.",
        "It can be done without equipment.",
        "You can do it without any equipment.",
        "No equipment required.",
        "There is no equipment needed.",
        "Your own body weight is all you need.",
        "All you need is your body weight.",
        "All you need is your own body weight.",
        "It uses only your body weight.",
        "It is a bodyweight exercise.",
        "The Goblet Squat is a bodyweight movement.",
        "It needs nothing but your body weight.",
        "You need nothing but your own body.",
    ],
)
def test_that_nothing_is_needed(sentence: str) -> None:
    assert record(f"{TITLE}<p>{sentence}</p>{STEPS}{TARGET}").equipment == ("body weight",)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is suitable for beginners.",
        "It suits beginners.",
        "The Goblet Squat is suitable for beginners.",
        "It is a beginner exercise.",
        "It is a beginner-level exercise.",
        "It is a beginner-friendly exercise.",
        "It is beginner-friendly.",
        "It is great for beginners.",
        "It is ideal for beginners.",
        "It is best for beginners.",
        "It is perfect for beginners.",
        "It is aimed at beginners.",
        "It is recommended for beginners.",
        "It is meant for beginners.",
        "The difficulty is beginner.",
        "The difficulty level is beginner.",
        "The level is beginner.",
        "We rate it beginner.",
        "We rate it as beginner.",
        "We rate this as a beginner exercise.",
        "It is rated beginner.",
        "It is rated as a beginner movement.",
        "Its difficulty is rated beginner.",
        "Difficulty: beginner.",
        "It is classed as a beginner exercise.",
        "This is a move for beginners.",
        "This exercise is for beginners.",
        "It is an easy exercise.",
        "Beginners can do it.",
        "The skill level is beginner.",
        "Experience level: beginner.",
        "It is a good choice for beginners.",
        "It is graded beginner.",
    ],
)
def test_whom_it_suits(sentence: str) -> None:
    assert record(f"{TITLE}<p>{sentence}</p>{STEPS}{TARGET}").difficulty == "beginner"


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a strength exercise.",
        "The Goblet Squat is a strength exercise.",
        "It is a strength movement.",
        "It is a strength training exercise.",
        "The type is strength.",
        "The exercise type is strength.",
        "Type: strength.",
        "It is classified as strength.",
        "It is classified as a strength exercise.",
        "It is categorized as strength.",
        "It belongs to the strength category.",
        "It falls under strength.",
        "It is filed under strength.",
        "It falls into the strength category.",
        "We file it under strength.",
        "It counts as a strength exercise.",
        "It is part of the strength group.",
        "The category is strength.",
        "It is primarily a strength exercise.",
    ],
)
def test_of_what_type_it_is(sentence: str) -> None:
    assert record(f"{TITLE}<p>{sentence}</p>{STEPS}{TARGET}").exercise_type == "strength"


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a compound exercise.",
        "The Goblet Squat is a compound movement.",
        "It is a compound lift.",
        "Its mechanics are compound.",
        "The mechanics type is compound.",
        "It is compound in nature.",
        "It is a multi-joint exercise.",
        "It is a multi-joint movement.",
        "It is a compound, multi-joint exercise.",
        "Mechanically it is a compound exercise.",
        "It is classed as compound.",
        "It is considered a compound exercise.",
        "It works several joints at once, so it is a compound exercise.",
        "As a compound exercise, it works several joints.",
        "Being a compound movement, it saves time.",
        "This compound exercise is a classic.",
        "It is an effective compound exercise.",
        "It is one of the best compound exercises.",
    ],
)
def test_that_it_is_compound(sentence: str) -> None:
    assert record(f"{TITLE}<p>{sentence}</p>{STEPS}{TARGET}").mechanic == "compound"


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a push exercise.",
        "It is a pushing exercise.",
        "It is a pushing movement.",
        "The force is push.",
        "The force type is push.",
        "Its force type is push.",
        "It is classed as a push exercise.",
        "It is a push movement.",
        "The type of force is push.",
        "The movement is a push.",
        "It is a push.",
        "It belongs to the push exercises.",
        "It uses a pushing motion.",
        "It counts as a push.",
        "It is a compound push exercise.",
        "It is a beginner push movement.",
    ],
)
def test_that_it_is_a_push(sentence: str) -> None:
    assert record(f"{TITLE}<p>{sentence}</p>{STEPS}{TARGET}").force == "push"


@pytest.mark.parametrize(
    "sentence",
    [
        "It is also known as the Chalice Squat.",
        "The Goblet Squat is also known as the Chalice Squat.",
        "The Goblet Squat, also known as the Chalice Squat, is a squat.",
        "The Goblet Squat (also known as the Chalice Squat) is a squat.",
        "It is also called the Chalice Squat.",
        "It is sometimes called the Chalice Squat.",
        "It is often called the Chalice Squat.",
        "Some call it the Chalice Squat.",
        "Some people call it the Chalice Squat.",
        "You may also know it as the Chalice Squat.",
        "It also goes by the name Chalice Squat.",
        "Another name for it is the Chalice Squat.",
        "Other names: Chalice Squat.",
        "Also known as the Chalice Squat.",
        "Another name for the Goblet Squat is Chalice Squat.",
        "It is sometimes referred to as the Chalice Squat.",
        "It is commonly known as the Chalice Squat.",
    ],
)
def test_other_names(sentence: str) -> None:
    assert record(f"{TITLE}<p>{sentence}</p>{STEPS}{TARGET}").aliases == ("Chalice Squat",)
