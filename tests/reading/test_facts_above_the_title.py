"""Facts in a column or a box that a page has before its title: whose they are, and where they begin."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.reading import STEPS, TITLE, read, texts, titled

FACTS = (("Prime mover", "Quads"), ("Helpers", "Glutes"), ("Tools", "Kettlebell"), ("Level", "Beginner"))
CARD = "<p>Staff pick</p><a href='/x'>Dead Bug</a><p>Force: Pull</p><p>Level: Advanced</p>"
Shown = Callable[[str, str], str]


def column(shown: Shown, facts: tuple[tuple[str, str], ...] = FACTS) -> str:
    return "<aside>{}</aside>".format("".join(shown(label, value) for label, value in facts))


@pytest.mark.parametrize(
    "shown",
    [
        lambda label, value: f"<p>{label}: <a href='/terms'>{value}</a></p>",
        lambda label, value: f"<p><b>{label}</b><br>{value}</p>",
        lambda label, value: f"<div><p>{label}</p><div><span>{value}</span></div></div>",
        lambda label, value: f"<div><b>{value}</b><small>{label}</small></div>",
        lambda label, value: f"<h4>{label}</h4><p>{value}</p>",
        lambda label, value: f"<div><h5>{label}</h5><div>{value}</div></div>",
        lambda label, value: f"&bull; {label} &ndash; {value}<br>",
        lambda label, value: f"<details open><summary>{label}</summary><p>{value}</p></details>",
        lambda label, value: f"<dl><dt>{label}</dt><dd>{value}</dd></dl>",
    ],
)
def test_a_column_of_facts_before_the_title(shown: Shown) -> None:
    found = read(f"{column(shown, (*FACTS, ('Grip', 'Overhand')))}<div>{TITLE}{STEPS}</div>")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "secondary_muscles") == ["Glutes"]
    assert texts(found, "equipment") == ["Kettlebell"] and texts(found, "difficulty") == ["Beginner"]
    assert found.extra == {"Grip": "Overhand"}


def line(label: str, value: str) -> str:
    return f"<p>{label}: {value}</p>"


def test_other_names_and_doses_in_a_column_before_the_title() -> None:
    found = read(f"{column(line, (('Also called', 'Cup Squat'), *FACTS, ('Sets', '3')))}{TITLE}{STEPS}")
    assert texts(found, "aliases") == ["Cup Squat"] and titled(found, "tracking") == [("Sets", "3")]


@pytest.mark.parametrize(
    "between", ["", "<p><a href='/'>&laquo; Back to the list</a></p>", "<p>Home &gt; Goblet Squat</p>"]
)
def test_facts_of_another_exercise_before_those_of_the_page(between: str) -> None:
    found = read(f"{CARD}{column(line)}{between}{TITLE}{STEPS}")
    assert texts(found, "difficulty") == ["Beginner"] and texts(found, "force") == []


@pytest.mark.parametrize(
    "card",
    [
        CARD,
        "<h3>Move of the day</h3><p>Force: Pull</p><p>Level: Advanced</p><p>Target: Chest</p>",
        "<div><span>Dead Bug</span><span>Force: Pull</span><span>Level: Advanced</span></div>",
        "<p><b>Barbell Bench Press</b></p><p>Target: Chest</p><p>Level: Advanced</p>",
    ],
)
def test_facts_of_another_exercise_alone_before_the_title(card: str) -> None:
    found = read(f"{card}{TITLE}<p>Equipment: Kettlebell</p>{STEPS}")
    assert set(found.fields) <= {"name", "equipment", "instructions"}


def test_what_the_page_says_below_its_title_counts() -> None:
    found = read(f"{column(line)}{TITLE}<p>Level: Advanced</p>{STEPS}")
    assert texts(found, "difficulty") == ["Advanced"] and texts(found, "equipment") == ["Kettlebell"]


def test_a_menu_of_muscles_and_levels_is_no_box_of_facts() -> None:
    muscles = "".join(
        f"<a href='/{m}'>{m}</a>" for m in ("Chest", "Back", "Shoulders", "Biceps", "Triceps", "Calves", "Abs")
    )
    levels = "".join(f"<a href='/{level}'>{level}</a>" for level in ("Beginner", "Intermediate", "Advanced"))
    menu = f"<aside><p>Muscles</p>{muscles}<p>Equipment</p><a href='/bar'>Barbell</a><p>Level</p>{levels}</aside>"
    assert set(read(f"{menu}{TITLE}{STEPS}").fields) == {"name", "instructions"}


def test_a_teaser_in_an_aside_keeps_its_facts() -> None:
    teaser = "<aside><h3><a href='/x'>Pull-Up</a></h3><ul><li><b>Muscles:</b> Lats</li><li><b>Level:</b> Advanced</li></ul></aside>"
    found = read(f"{TITLE}<p>Hold the bell close.</p>{teaser}<p>Level: Beginner</p>{STEPS}")
    assert texts(found, "difficulty") == ["Beginner"] and texts(found, "target_muscles") == []


def test_numbered_steps_above_the_muscles_of_the_page() -> None:
    steps = "<h4>Step 1</h4><p>Stand tall.</p><h4>Step 2</h4><p>Bend the knees.</p><h4>Step 3</h4><p>Push the floor away!</p>"
    found = read(f"{TITLE}<p><b>How to do it</b></p>{steps}<p><b>Primary muscle trained</b></p><p>Quads</p>")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees.", "Push the floor away!"]
    assert texts(found, "target_muscles") == ["Quads"]


def test_a_fact_of_a_told_benefit_is_its_title() -> None:
    told = (
        "<p><b>Balance</b></p><p>Each step steadies you.</p><p><b>Symmetry</b></p><p>Both legs get the same share.</p>"
    )
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<h2>What you gain from it</h2>{told}")
    assert titled(found, "benefits") == [
        ("Balance", "Each step steadies you."),
        ("Symmetry", "Both legs get the same share."),
    ]


@pytest.mark.parametrize("fact", ["<p>Target muscles</p><ul><li>Quads</li></ul>", "<p><b>Target:</b> Quads</p>"])
def test_one_fact_right_above_the_title(fact: str) -> None:
    found = read(f"<div>{fact}</div>{TITLE}<p>Level: Beginner</p>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    found = read(f"<p>Dead Bug</p><div>{fact}</div>{TITLE}<p>Level: Beginner</p>{STEPS}")
    assert texts(found, "target_muscles") == []


def test_titles_of_tips_above_the_title_that_could_be_exercises() -> None:
    tips = "<h2>Cues</h2><h4>Step down</h4><p>Never jump backwards.</p><h4>Quiet landing</h4><p>Land softly.</p>"
    found = read(f"{tips}{TITLE}<p>Level: Beginner</p>{STEPS}")
    assert titled(found, "safety_tips") == [("Step down", "Never jump backwards."), ("Quiet landing", "Land softly.")]
