"""Steps in paragraphs below a heading that nobody knows, told by what they say; and doses in odd places."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled

HEAD = f"{TITLE}<p>A squat with a weight in front of the chest.</p><p>Target: Quads</p>"
TOLD = [
    "You will need a low bench behind you.",
    "Keeping the chest proud, sit down until the thighs touch it.",
    "As you breathe out, stand up without a rush.",
    "Repeat it ten times, then rest.",
]
ADVICE = [
    "Locked knees turn a squat into a lean.",
    "Half the speed you think is slow is about right.",
    "Nobody watches.",
]

BOOKING = [
    "Open the booking page.",
    "Pick a slot that is still free.",
    "Then put your name below it.",
    "Return next week and start again.",
]
SIGNING_UP = [
    "Now find a slot that is still free.",
    "Using a pencil, write your name below it.",
    "Then wait for the answer of our office.",
    "The list is cleared at night.",
]


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    "heading", ["The wiggle, bit by bit", "The track, marker by marker", "Course of the movement", "Down and up"]
)
def test_steps_below_a_heading_that_nobody_knows(heading: str) -> None:
    found = read(f"{HEAD}<h2>{heading}</h2>{_paragraphs(TOLD)}<h2>Benefits</h2><ul><li>Strong legs.</li></ul>")
    assert texts(found, "instructions") == TOLD


def test_steps_that_each_have_a_heading_with_their_number() -> None:
    stages = "".join(f"<h5>Stage {n}</h5><p>{line}</p>" for n, line in enumerate(TOLD, 1))
    found = read(f"{HEAD}<h4>Demonstration in 4 stages</h4>{stages}")
    assert texts(found, "instructions") == TOLD


@pytest.mark.parametrize("lines", [ADVICE, BOOKING, SIGNING_UP])
def test_what_reads_like_no_steps_is_none(lines: list[str]) -> None:
    assert texts(read(f"{HEAD}<h2>Down and up</h2>{_paragraphs(lines)}"), "instructions") == []


def test_a_section_that_says_what_the_exercise_is_stands_no_more_among_steps() -> None:
    flair = "<h2>Technique</h2><p>Stiff legs respond well to the Goblet Squat when it is done often.</p>"
    found = read(f"{TITLE}{flair}<p>Target: Quads</p>{STEPS}")
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "description") == ["Stiff legs respond well to the Goblet Squat when it is done often."]


def test_amounts_are_no_labels_of_what_stands_below_them() -> None:
    cells = "<td><b>Sets</b><br>3</td><td><b>Rest</b><br>2 minutes</td>"
    found = read(f"{HEAD}{STEPS}<h2>In one lesson</h2><table><tr>{cells}</tr></table>")
    assert titled(found, "tracking") == [("Sets", "3"), ("Rest", "2 minutes")]


def test_drawings_that_are_labels_of_amounts() -> None:
    facts = (("Level", "Moderate"), ("Sets", "3"), ("Reps", "12"))
    icons = "".join(f'<li><svg role="img" aria-label="{a}"></svg><span>{b}</span></li>' for a, b in facts)
    assert titled(read(f"{HEAD}<ul>{icons}</ul>{STEPS}"), "tracking") == [("Sets", "3"), ("Reps", "12")]


def test_doses_at_the_lower_edge_of_a_card() -> None:
    doses = "".join(f"<div><small>{a}</small><strong>{b}</strong></div>" for a, b in (("Sets", "2"), ("Reps", "15")))
    card = f'<div class="card"><ul><li>Level <span>Easy</span></li></ul><div class="card-footer">{doses}</div></div>'
    assert titled(read(f"{HEAD}{card}{STEPS}"), "tracking") == [("Sets", "2"), ("Reps", "15")]


def test_headings_of_a_word_and_a_number_are_steps_where_they_tell_some() -> None:
    moves = "".join(f"<p>{n} of 9</p><h2>Move {n}</h2><p>{line}</p>" for n, line in enumerate(TOLD, 1))
    assert texts(read(HEAD + moves), "instructions") == TOLD
    mistakes = "".join(f"<h2>Mistake {n}</h2><p>{line}</p>" for n, line in enumerate(ADVICE, 1))
    assert texts(read(HEAD + mistakes), "instructions") == []


def test_a_rule_between_steps_that_are_counted_ends_nothing() -> None:
    steps = "<hr>".join(f"<div><div>{n}</div><div>{line}</div></div>" for n, line in enumerate(TOLD, 1))
    assert texts(read(f"{HEAD}<h2>Run through</h2>{steps}"), "instructions") == TOLD


def test_spans_side_by_side_that_are_lines_of_their_own() -> None:
    lines = "".join(f'<span class="p">{line}</span>' for line in TOLD)
    found = read(f"{HEAD}<h2>Come into it</h2><p>{lines}</p>")
    assert texts(found, "instructions") == TOLD


def test_a_lower_heading_among_steps_that_speaks_of_safety() -> None:
    steps = "".join(f"<p><b>Step {n}:</b> {line}</p>" for n, line in enumerate(TOLD, 1))
    found = read(f"{HEAD}<h1>The way</h1>{steps}<h5>Counsels of security</h5><p>Stop at once.</p><p>Warm up well.</p>")
    assert texts(found, "instructions") == TOLD
    assert texts(found, "safety_tips") == ["Stop at once.", "Warm up well."]


def test_anchors_of_a_table_of_contents_are_the_headings_themselves() -> None:
    steps = "".join(f"<dt><span>{sign}</span></dt><dd>{line}</dd>" for sign, line in zip("①②③④", TOLD, strict=True))
    tips = (
        "<div><p>■ Head</p><p>Look straight at a point.</p></div><div><p>■ Range</p><p>Stay inside the arc.</p></div>"
    )
    body = f'<h2><span id="toc2">Order of the movement</span></h2><dl>{steps}</dl><h2><span id="toc3">Points of attention</span></h2>{tips}'
    found = read(HEAD + body)
    assert texts(found, "instructions") == TOLD
    assert titled(found, "safety_tips") == [("Head", "Look straight at a point."), ("Range", "Stay inside the arc.")]


def test_lettered_steps_above_their_doses() -> None:
    steps = "".join(f"<p><b>{letter}</b> {line}</p>" for letter, line in zip("ABCD", TOLD, strict=True))
    found = read(f"{HEAD}<h2>Okay, let's move</h2>{steps}<p><b>Sets</b> 3</p><p><b>Reps</b> 8-10</p>")
    assert texts(found, "instructions") == TOLD
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "8-10")]
