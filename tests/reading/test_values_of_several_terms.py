"""Labels whose values are several terms, set apart in ways that owners choose."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE
from tests.reading.records import record


@pytest.mark.parametrize(
    "values",
    [
        "<span>Calves</span> <span>Forearms</span> <span>Traps</span>",
        "<div>Calves</div><div>Forearms</div><div>Traps</div>",
        '<a href="/c">Calves</a><a href="/f">Forearms</a><a href="/t">Traps</a>',
    ],
)
def test_values_apart_in_the_one_item_of_a_list_within_a_list(values: str) -> None:
    facts = f"<ul><li>Level<ul><li>Beginner</li></ul></li><li>Also worked<ul><li>{values}</li></ul></li></ul>"
    found = record(f"{TITLE}{STEPS}{facts}")
    assert (found.secondary_muscles, found.difficulty) == (("calves", "forearms", "traps"), "beginner")


def test_two_values_in_the_one_item_of_a_list() -> None:
    tools = "<ul><li>Tools<ul><li><b>Barbell</b> <b>Bench</b></li></ul></li><li>Level<ul><li>Easy</li></ul></li></ul>"
    assert record(f"{TITLE}{STEPS}{tools}").equipment == ("barbell", "bench")


@pytest.mark.parametrize("value", ["<span>{}</span>", "<b>{}</b>", "<em>{}</em>"])
def test_values_below_one_another_in_a_small_element(value: str) -> None:
    muscles = value.format("Calves<br>Forearms<br/>Traps")
    facts = f"<div><span>Level</span>{value.format('Beginner')}</div><div><span>Also worked</span>{muscles}</div>"
    assert record(f"{TITLE}{STEPS}{facts}").secondary_muscles == ("calves", "forearms", "traps")


def test_pictures_called_like_the_words_beside_them() -> None:
    facts = (("Force", "Push"), ("Level", "Advanced"), ("Mechanics", "Isolation"))
    lines = "".join(f'<p><b>{a}</b></p><p><img src="{b}.png" alt="{b}"> {b} </p>' for a, b in facts)
    found = record(f"{TITLE}{STEPS}{lines}")
    assert (found.force, found.difficulty, found.mechanic, found.extra) == ("push", "advanced", "isolation", {})
