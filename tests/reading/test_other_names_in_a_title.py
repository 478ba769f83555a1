"""Another name of the exercise in the line of its title."""

from __future__ import annotations

import pytest

from tests.reading.records import record

BODY = "<p>Target muscles: Abs</p><ol><li>Lie down.</li><li>Reach away.</li></ol>"


@pytest.mark.parametrize(
    ("heading", "title", "name", "aliases"),
    [
        ("Pallof Press aka Core Press", "Pallof Press aka Core Press", "Pallof Press", ("Core Press",)),
        ("Dead Bug (Dying Bug)", "Dead Bug | Core", "Dead Bug", ("Dying Bug",)),
        (
            "Hyperextensions (Back Extensions)",
            "Hyperextensions (Back Extensions)",
            "Hyperextensions (Back Extensions)",
            (),
        ),
        ("Terminal Knee Extension (TKE)", "Knees", "Terminal Knee Extension", ("TKE",)),
        ("Bird Dog (Quadruped Reach)", "Bird Dog | Core", "Bird Dog", ("Quadruped Reach",)),
        ("Bird Dog (Quadruped Reach)", "Bird Dog (Quadruped Reach)", "Bird Dog (Quadruped Reach)", ()),
        ("Face Pull (with Rope)", "Face Pull | Gym", "Face Pull (with Rope)", ()),
        ("Cable Row (Upper Back)", "Cable Row | Gym", "Cable Row (Upper Back)", ()),
        ("Squat (Smith Machine)", "Squat | Gym", "Squat (Smith Machine)", ()),
        ("Bench Press (Incline)", "Bench Press | Gym", "Bench Press (Incline)", ()),
    ],
)
def test_brackets_hold_another_name_or_a_part_of_it(
    heading: str, title: str, name: str, aliases: tuple[str, ...]
) -> None:
    found = record(f"<h1>{heading}</h1>{BODY}", title=title)
    assert (found.name, found.aliases) == (name, aliases)


def test_a_heading_that_says_name_and_brackets_again() -> None:
    name = "Hyperextensions (Back Extensions)"
    found = record(f"<h1>{name}</h1><h2>How to do the {name}</h2>{BODY}", title="Liftly")
    assert (found.name, found.aliases) == (name, ())


@pytest.mark.parametrize(
    ("sentence", "aliases"),
    [
        ("The Dead Bug, also known as the Dying Bug or Back Flat Press, is a drill.", ("Dying Bug", "Back Flat Press")),
        ("A dead bug (also called dying bug) is a drill for the trunk.", ("dying bug",)),
        ("The trunk, also known as the core, is what it trains.", ()),
    ],
)
def test_the_first_sentence_gives_other_names_of_the_exercise(sentence: str, aliases: tuple[str, ...]) -> None:
    assert record(f"<h1>Dead Bug</h1><p>{sentence}</p>{BODY}").aliases == aliases


def test_the_name_of_the_site_above_that_of_the_post() -> None:
    head = "<div><h1>Heavy and Happy</h1><p>A mum of three picks things up and puts them down again</p></div>"
    post = "<h2>Tuesday, 11 March 2014</h2><h3>Hammer Curl</h3><p>A curl.</p>"
    assert record(f"{head}{post}{BODY}", title="Heavy and Happy: Hammer Curl").name == "Hammer Curl"


@pytest.mark.parametrize(
    ("heading", "name"),
    [("6.1 Barbell Hip Thrust", "Barbell Hip Thrust"), ("1.5 Rep Bench Press", "1.5 Rep Bench Press")],
)
def test_the_number_of_a_chapter_is_no_part_of_the_name(heading: str, name: str) -> None:
    assert record(f"<h1>{heading}</h1>{BODY}", title=f"{heading} - Training Manual Online").name == name


def test_brackets_behind_a_name_that_begins_with_a_hyphen() -> None:
    assert record(f"<h1>- Squat (AB)</h1>{BODY}", title="Squat").name
