"""Labels whose values are several terms, set apart in ways that owners choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


Written = Callable[[Sequence[str]], str]
Labelled = Callable[[Sequence[tuple[str, str]]], str]


def with_each(pattern: str, between: str = "") -> Written:
    return lambda values: between.join(pattern.format(value) for value in values)


def in_rows(pattern: str, around: str = "{}") -> Labelled:
    return lambda facts: around.format("".join(pattern.format(a=a, b=b) for a, b in facts))


VALUES: tuple[Written, ...] = (
    *(with_each("{}", between) for between in (", ", " and ", " &amp; ", " / ", "; ", " | ", " · ", " + ", "<br>")),
    with_each('<a href="/x">{}</a>', ", "),
    with_each('<a href="/x">{}</a>', " "),
    with_each('<span class="tag">{}</span>'),
    with_each("<span><svg><path d='M0 0'/></svg>{}</span>"),
    with_each("<em>{}</em>", ", "),
    lambda values: ", ".join(values).upper(),
    lambda values: "".join(f'<img src="i.png" alt="{value}"> {value} ' for value in values),
)
FACTS: tuple[Labelled, ...] = (
    in_rows("<dt>{a}</dt><dd>{b}</dd>", "<dl>{}</dl>"),
    in_rows("<tr><th>{a}</th><td>{b}</td></tr>", "<table>{}</table>"),
    in_rows("<tr><td><b>{a}</b></td><td>{b}</td></tr>", "<table>{}</table>"),
    in_rows("<td><b>{a}</b><br>{b}</td>", "<table><tr>{}</tr></table>"),
    in_rows("<div><div>{a}</div><div>{b}</div></div>"),
    in_rows("<div><span>{a}</span><span>{b}</span></div>"),
    in_rows("<li><b>{a}:</b> {b}</li>", "<ul>{}</ul>"),
    in_rows("<li><strong>{a}</strong> {b}</li>", "<ul>{}</ul>"),
    in_rows("<p><b>{a}:</b> {b}</p>"),
    in_rows("<p><b>{a}</b> – {b}</p>"),
    in_rows("<h3>{a}</h3><div>{b}</div>"),
    in_rows("<p><b>{a}</b></p><p>{b}</p>"),
    in_rows('<div class="card"><svg></svg><p class="l">{a}</p><p class="v">{b}</p></div>'),
    in_rows('<div class="card"><strong>{b}</strong><span>{a}</span></div>'),
    in_rows("<li>{a}<ul><li>{b}</li></ul></li>", "<ul>{}</ul>"),
    in_rows('<div><i class="fa fa-bolt"></i> <span>{a}</span> <b>{b}</b></div>'),
)
TARGETS = (("Lats",), ("Chest", "Triceps"), ("Glutes", "Hamstrings"), ("Pectoralis Major", "Triceps Brachii"))
HELPERS = (("Calves",), ("Shoulders", "Forearms"), ("Lower Back", "Traps", "Forearms"))
TOOLS = (("Cable",), ("Body weight",), ("Dumbbell", "Bench"))
CANONICAL = {"Pectoralis Major": "chest", "Triceps Brachii": "triceps"}


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.data())
def test_every_way_to_write_several_values_beside_every_kind_of_label(data: st.DataObject) -> None:
    draw = data.draw
    told = {
        "Main muscles": draw(st.sampled_from(TARGETS)),
        "Synergists": draw(st.sampled_from(HELPERS)),
        "Equipment needed": draw(st.sampled_from(TOOLS)),
        "Level": ("Advanced",),
        "Mechanics": ("Compound",),
    }
    written, labelled = draw(st.sampled_from(VALUES)), draw(st.sampled_from(FACTS))
    facts = labelled([(label, written(told[label])) for label in draw(st.permutations(list(told)))])
    parts = draw(st.permutations((STEPS, facts)))
    found = record(f"{TITLE}<p>The Goblet Squat is a squat.</p>{''.join(parts)}")
    wanted = [tuple(CANONICAL.get(term, term.lower()) for term in values) for values in list(told.values())[:3]]
    assert [found.target_muscles, found.secondary_muscles, found.equipment] == wanted
    assert (found.difficulty, found.mechanic, found.extra) == ("advanced", "compound", {})


def test_values_with_a_full_stop_right_behind_the_steps() -> None:
    facts = (("Target", "Chest, Triceps"), ("Tools", "Dumbbell, Bench"), ("Level", "Advanced"), ("Force", "Push"))
    items = "".join(f"<li><b>{label}:</b> {value}.</li>" for label, value in facts)
    found = record(f"{TITLE}<p>The Goblet Squat is a squat.</p>{STEPS}<ul>{items}</ul>")
    assert (found.target_muscles, found.equipment) == (("chest", "triceps"), ("dumbbell", "bench"))
    assert (found.difficulty, found.force) == ("advanced", "push")
