"""Sections, facts and doses in the many ways in which pages of one kind put them together."""

from __future__ import annotations

import pytest

from pipeline.records import Exercise
from tests.reading.reading import DESCRIBED, STEPS, TITLE, TWO_STEPS
from tests.reading.records import record, told, tracked

SAID = "<p>A squat with a weight held close.</p>"
STATED = (
    "The Goblet Squat mainly works the quads. The type of exercise is strength. It is an isolation exercise. "
    "We recommend it for intermediate lifters. The force is push. You need a bench. The body part is the upper legs."
)
BEGUN = (
    "The prime target: the quads. To do it you need a bench. We recommend it for intermediate lifters. "
    "It falls into the category of strength. The body part is the upper legs. The mechanics are isolation. The force is push."
)


def facts_of(found: Exercise) -> tuple[object, ...]:
    terms = found.target_muscles, found.equipment, found.body_parts
    return *terms, found.difficulty, found.exercise_type, found.mechanic, found.force


FACTS = (("quadriceps",), ("bench",), ("upper legs",), "intermediate", "strength", "isolation", "push")


@pytest.mark.parametrize("text", [STATED, BEGUN])
@pytest.mark.parametrize(
    "section",
    [
        "<h2>The facts</h2><p>{}</p>",
        "<p><b>Before you start: the facts:</b></p><p>{}</p>",
        "<table><tr><th>The short version</th></tr><tr><td><p>{}</p></td></tr></table>",
        "<table><tr><th>Exercise parameters</th><td>{}</td></tr></table>",
    ],
)
def test_sentences_of_facts_below_a_heading_of_facts(section: str, text: str) -> None:
    for page in (f"{section.format(text)}{STEPS}", f"{STEPS}{section.format(text)}"):
        found = record(f"{TITLE}{SAID}{page}")
        assert (facts_of(found), found.extra) == (FACTS, {})


@pytest.mark.parametrize(
    "said",
    [
        "Assistance comes from the triceps brachii.",
        "It gets help from the triceps.",
        "Supporting work is done by the triceps.",
    ],
)
def test_sentences_that_state_who_helps(said: str) -> None:
    facts = f"<p><b>Quick facts</b></p><p>The main muscle is the deltoids. {said} It is suitable for beginners.</p>"
    assert record(f"{TITLE}{SAID}{facts}{STEPS}").secondary_muscles == ("triceps",)


@pytest.mark.parametrize(
    ("label", "value", "field", "wanted"),
    [
        ("Kinetic type", "Compound", "mechanic", "compound"),
        ("How the joints share it", "Isolation", "mechanic", "isolation"),
        ("Pushing or pulling?", "Pull", "force", "pull"),
        ("Body part it's for", "Chest", "body_parts", ("chest",)),
        ("Region of the anatomy", "Chest", "body_parts", ("chest",)),
        ("You may also know it as", "Cup Squat", "aliases", ("Cup Squat",)),
        ("Also helping", "Calves", "secondary_muscles", ("calves",)),
        ("What kind?", "Strength", "exercise_type", "strength"),
    ],
)
def test_labels_in_other_words(label: str, value: str, field: str, wanted: object) -> None:
    found = record(f"{TITLE}{DESCRIBED}<p><b>{label}</b> {value}</p><p><b>Level:</b> Beginner</p>{STEPS}")
    assert (getattr(found, field), found.extra) == (wanted, {})


def test_values_above_labels_that_ask() -> None:
    pairs = ("Isolation", "Compound or isolation?"), ("Pull", "Push or pull?"), ("Shoulders", "Main muscles worked")
    cards = "".join(f"<div class='card'><div>{value}</div><div>{label}</div></div>" for value, label in pairs)
    found = record(f"{TITLE}{SAID}<p><b>The facts</b></p>{cards}{STEPS}")
    assert (found.mechanic, found.force, found.target_muscles) == ("isolation", "pull", ("shoulders",))


@pytest.mark.parametrize(
    "menu", ["<a>Stretching</a><br><a>Legs</a><br><a>Cardio</a>", "<a>Calves</a><br><a>Chest</a><br><a>Stretching</a>"]
)
def test_the_menu_beside_a_title_in_a_table(menu: str) -> None:
    page = f"<h2>Goblet Squat</h2>{SAID}<p>Target: Quads</p>{STEPS}"
    found = record(f"<table><tr><td><b>MENU</b><br><div>{menu}</div></td><td>{page}</td></tr></table>")
    assert (found.exercise_type, found.target_muscles, found.body_parts) == ("", ("quadriceps",), ())


def test_sections_that_are_articles_with_links_to_themselves() -> None:
    link = "<a class='hash-link' href='#{0}'>\u200b</a>"
    gains = f"<article><h3>Benefits{link.format('benefits')}</h3><ul><li>Builds the legs</li></ul></article>"
    cues = f"<article><h3>Tips{link.format('tips')}</h3><ul><li>Sit back.</li></ul></article>"
    found = record(f"<main>{TITLE}{DESCRIBED}{gains}{cues}<article>{STEPS}</article></main>")
    assert (found.benefits, found.safety_tips) == (told("Builds the legs"), told("Sit back."))


def test_a_sheet_to_be_filled_in_is_no_advice() -> None:
    items = (
        "<li>Which muscles did you feel? ________</li><li>What was hard? ________</li><li>Draw the end position.</li>"
    )
    sheet = f"<h3>Check yourself</h3><ol>{items}</ol><p>PE department, room 14. Please recycle.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{sheet}").safety_tips == ()


@pytest.mark.parametrize("heading", ["Workout recommendation", "Training recommendation", "Recommended amount"])
@pytest.mark.parametrize(
    ("said", "doses"),
    [
        ("Start with 3 sets of 10-15 reps.", tracked(sets="3", reps="10-15")),
        ("Perform 2 sets, holding for 45 seconds.", tracked(sets="2", time="45 seconds")),
    ],
)
def test_recommendations_among_titles(heading: str, said: str, doses: tuple[object, ...]) -> None:
    tips = "<p><b>Pointers</b></p><p><b>Breathe</b></p><p>Never hold it.</p><p><b>Ask</b></p><p>Let somebody watch.</p>"
    found = record(f"{TITLE}<p>Target: Quads</p>{tips}<p><b>{heading}</b></p><p>{said}</p>{STEPS}")
    assert (found.tracking, len(found.safety_tips), found.description) == (doses, 2, "")


def test_a_list_of_doses_below_the_steps() -> None:
    doses = "<ul><li>Set count: 2 to 3</li><li>Suggested reps: 10</li></ul>"
    found = record(f"{TITLE}{DESCRIBED}<h2>How to</h2><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>{doses}")
    assert (found.instructions, found.tracking) == (tuple(TWO_STEPS), tracked(sets="2 to 3", reps="10"))


def test_amounts_above_what_they_are_of() -> None:
    pairs = ("2", "Sets"), ("8-10", "Reps"), ("6 kcal/min", "Calories"), ("Every other day", "Frequency")
    tiles = "".join(f"<div class='tile'><div>{amount}</div><div>{label}</div></div>" for amount, label in pairs)
    found = record(f"{TITLE}{DESCRIBED}{tiles}{STEPS}")
    assert found.tracking == tracked(sets="2", reps="8-10")
    assert found.extra == {"Calories": "6 kcal/min", "Frequency": "Every other day"}
    listed = "".join(f"<li><b>{amount}</b><span>{label}</span></li>" for amount, label in pairs[:3])
    assert record(f"{TITLE}{DESCRIBED}<ul>{listed}</ul>{STEPS}").extra == {"Calories": "6 kcal/min"}


def test_numbers_of_rules_are_no_titles() -> None:
    rules = "<p><b>4.1</b> The area shall be clear.</p><p><b>4.2</b> Straps shall be declared.</p>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Safety</h2>{rules}")
    assert found.safety_tips == told("The area shall be clear.", "Straps shall be declared.")


@pytest.mark.parametrize(
    "heading",
    ["Other versions of this exercise", "Make it different: versions to try", "Popular versions of the exercise"],
)
def test_headings_of_variations_in_other_words(heading: str) -> None:
    named = "<p>Slow-Tempo Goblet Squat and Paused Goblet Squat</p>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h3>{heading}</h3>{named}")
    assert found.variations == ("Slow-Tempo Goblet Squat", "Paused Goblet Squat")


def test_other_stations_of_a_hall() -> None:
    card = "<div><strong>Towel Wring</strong><p><span>Muscle: Forearms</span> <span>Level: Advanced</span></p></div>"
    found = record(f"{TITLE}{DESCRIBED}<p>Level: Beginner</p>{STEPS}<div><b>Other stations</b>{card}{card}</div>")
    assert (found.difficulty, found.body_parts) == ("beginner", ())
