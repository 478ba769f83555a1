"""Cards of other exercises, values before their labels, dashes behind titles, doses that are held, tags in a line."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled

FACTS = "<p>Target: Quads</p>"


def _card(name: str, muscle: str, level: str) -> str:
    pairs = (("Target", muscle), ("Difficulty", level))
    rows = "".join(f"<div><span>{label}</span><span>{value}</span></div>" for label, value in pairs)
    return f'<div><a href="#">{name}</a>{rows}</div>'


def test_cards_of_others_below_a_heading_that_nobody_knows() -> None:
    cards = _card("Cable Station", "Triceps", "Beginner") + _card("Kettlebells", "Hamstrings", "Advanced")
    found = read(f"{TITLE}<p>Equipment: Kettlebell</p>{STEPS}<h2>Beside it in the cellar</h2>{cards}")
    assert "target_muscles" not in found.fields and "difficulty" not in found.fields
    assert texts(found, "equipment") == ["Kettlebell"]


def test_one_such_card_alone_is_of_the_exercise() -> None:
    found = read(f"{TITLE}{_card('On the card', 'Quads', 'Beginner')}{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Beginner"])


def test_values_before_labels_that_nobody_knows() -> None:
    pairs = (("Hamstrings", "Main drive"), ("Glutes, calves", "Helping crew"), ("Kettlebell", "Out of the shed"))
    rows = "".join(f"<tr><td>{value}</td><td>{label}</td></tr>" for value, label in pairs)
    found = read(f"{TITLE}<table>{rows}</table>{STEPS}")
    assert texts(found, "target_muscles") == ["Hamstrings"]
    assert texts(found, "secondary_muscles") == ["Glutes", "calves"]
    assert texts(found, "equipment") == ["Kettlebell"]
    assert not found.extra


def test_a_card_of_facts_beside_the_questions() -> None:
    card = "<div><b>Exercise card</b><table><tr><th>Level</th><td>Easy</td></tr><tr><th>Muscle</th><td>Quads</td></tr></table></div>"
    found = read(f"<div>{TITLE}{STEPS}<h4>Leave a question</h4></div>{card}")
    assert (texts(found, "difficulty"), texts(found, "target_muscles")) == (["Easy"], ["Quads"])


@pytest.mark.parametrize(
    ("told", "doses"),
    [
        ("Do 2 sets and hold each one for 30 seconds.", [("sets", "2"), ("time", "30 seconds")]),
        ("Hold for 60 seconds. Do 2 sets.", [("time", "60 seconds"), ("sets", "2")]),
    ],
)
def test_sets_that_are_held(told: str, doses: list[tuple[str, str]]) -> None:
    assert titled(read(f"{TITLE}{FACTS}{STEPS}<h2>How much of it</h2><p>{told}</p>"), "tracking") == doses


def test_titles_with_a_dash_behind_each() -> None:
    items = "<li>Stand tall - leaning away is another lift.</li><li>Check the cuff - a loose strap flies.</li>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2><ul>{items}</ul>")
    assert titled(found, "safety_tips") == [
        ("Stand tall", "leaning away is another lift."),
        ("Check the cuff", "a loose strap flies."),
    ]
    one = read(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2><ul><li>Stand tall - it helps.</li><li>Breathe.</li></ul>")
    assert titled(one, "safety_tips")[0] == ("", "Stand tall - it helps.")


def test_tags_in_a_line_with_signs_between() -> None:
    found = read(f"{TITLE}<p>Cardio / Intermediate / Compound</p><p>A squat with a weight.</p>{FACTS}{STEPS}")
    assert [texts(found, f) for f in ("exercise_type", "difficulty", "mechanic")] == [
        ["Cardio"],
        ["Intermediate"],
        ["Compound"],
    ]


def test_numbers_tell_steps_below_a_heading_that_leads_elsewhere_elsewhere() -> None:
    steps = "".join(f"<div><span>{n}</span><p>{step}</p></div>" for n, step in enumerate(TWO_STEPS, 1))
    assert texts(read(f"{TITLE}{FACTS}<h2>Get hold of it</h2>{steps}"), "instructions") == TWO_STEPS


def test_paragraphs_that_say_what_it_does() -> None:
    praise = ["It lets you stand up straight after an hour of weeding.", "It takes the strain off a bent back."]
    told = "".join(f"<p>{line}</p>" for line in praise)
    found = read(f"{TITLE}<p>A squat.</p>{FACTS}{STEPS}<h2>What you will harvest</h2>{told}")
    assert texts(found, "benefits") == praise


def test_who_wrote_a_page_and_how_many_answered_is_no_description() -> None:
    byline = "<p>By Dana Wells on May 11, 2023 &middot; 3 comments</p>"
    found = read(f"{TITLE}{byline}<p>A squat with a weight held close.</p>{FACTS}{STEPS}")
    assert texts(found, "description") == ["A squat with a weight held close."]


def test_muscles_run_into_their_heading() -> None:
    told = (
        "<p><b>What it works:</b> Lower back.<br><b>What helps:</b> Abs and calves.<br><b>What you need:</b> A mat.</p>"
    )
    found = read(f"{TITLE}<p>A squat with a weight.</p>{told}{STEPS}")
    assert texts(found, "muscles_worked") or texts(found, "target_muscles") == ["Lower back"]
    assert texts(found, "secondary_muscles") == ["Abs", "calves"]
    other = "<p><b>What it works:</b> wonders.</p>"
    assert not {"muscles_worked", "target_muscles"} & read(f"{TITLE}<p>A squat.</p>{other}{STEPS}").fields.keys()
