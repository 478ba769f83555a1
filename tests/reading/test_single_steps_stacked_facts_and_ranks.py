"""One step alone, labels and values below each other, boxes above the title, ranks in brackets, and what is no tip."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled

_ONE = "Reach one hand behind the head and pull the elbow. Hold for 15 seconds, then switch sides."


@pytest.mark.parametrize(
    "step",
    [
        f"<p>Step 1: {_ONE}</p>",
        f"<h2>Moving through it</h2><ol><li>{_ONE}</li></ol>",
        f"<h2>In practice</h2><div><div>1</div><div>{_ONE}</div></div>",
    ],
)
def test_one_step_alone_is_one_by_its_number(step: str) -> None:
    found = read(f"{TITLE}<p>Target: Triceps</p><p>A stretch.</p>{step}")
    assert texts(found, "instructions") == [_ONE]


@pytest.mark.parametrize(
    "other",
    [
        "<h2>Quiz</h2><ol><li>Name the muscle that works most.</li></ol>",
        "<h2>What happened</h2><ol><li>Our new hall opened in May.</li></ol>",
        f"<h2>One</h2><ol><li>{_ONE}</li></ol><h2>Two</h2><ol><li>Bend the knees.</li></ol>",
    ],
)
def test_one_line_alone_that_says_nothing_to_do_or_is_one_of_two_is_no_step(other: str) -> None:
    assert "instructions" not in read(f"{TITLE}<p>Target: Triceps</p>{other}").fields


_BOX = "".join(
    f"<p><span>{label}</span><br><strong>{value}</strong></p>"
    for label, value in (
        ("Target muscle", "Triceps"),
        ("Force vector", "Push"),
        ("Calories", "6 kcal"),
        ("Tool", "Band"),
    )
)


@pytest.mark.parametrize(
    "page",
    [
        f"{TITLE}{_BOX}{STEPS}",
        f"<div><h4>Profile</h4>{_BOX}</div><div><h4>Share</h4><a>Mail</a> <a>Copy link</a></div><div>{TITLE}{STEPS}</div>",
    ],
)
def test_an_unknown_label_among_stacked_ones_is_a_fact_below_and_above_the_title(page: str) -> None:
    found = read(page)
    assert texts(found, "force") == ["Push"]
    assert found.extra == {"Calories": "6 kcal"}


def test_a_heading_in_a_column_of_labels_begins_its_section() -> None:
    rows = "<tr><td><b>Target</b></td><td>Lats</td></tr><tr><td><b>Level</b></td><td>Beginner</td></tr>"
    numbered = "".join(f"<p><b>{n}</b></p><p>{step}</p>" for n, step in enumerate(TWO_STEPS, 1))
    found = read(f"{TITLE}<table>{rows}</table><p><b>SEQUENCE</b></p>{numbered}")
    assert texts(found, "instructions") == TWO_STEPS


def test_ranks_in_brackets_behind_lines_of_muscles() -> None:
    found = read(f"{TITLE}<p><b>Muscles used</b><br>Shoulders (main)<br>Triceps, Lats (support)</p>{STEPS}")
    assert texts(found, "target_muscles") == ["Shoulders"]
    assert texts(found, "secondary_muscles") == ["Triceps", "Lats"]


def test_what_asks_the_reader_behind_a_list_of_tips_is_none() -> None:
    offer = "<p><b>Want me in your corner?</b> I have two places open this month.</p>"
    found = read(f"{TITLE}{STEPS}<h2>Tips</h2><ul><li>Stay tall.</li><li>Breathe out.</li></ul>{offer}")
    assert titled(found, "safety_tips") == [("", "Stay tall."), ("", "Breathe out.")]


def test_a_note_behind_paragraphs_of_advice_is_one_of_them() -> None:
    said = "<p>Stay tall.</p><p>Breathe out.</p>"
    note = read(f"{TITLE}{STEPS}<h2>Tips</h2>{said}<p><b>Note:</b> Keep the heels down.</p>")
    assert titled(note, "safety_tips") == [("", "Stay tall."), ("", "Breathe out."), ("Note", "Keep the heels down.")]
    offer = read(f"{TITLE}{STEPS}<h2>Tips</h2>{said}<p><b>Want a coach?</b> I have two places open.</p>")
    assert titled(offer, "safety_tips") == [("", "Stay tall."), ("", "Breathe out.")]


@pytest.mark.parametrize("heading", ["People ask", "Readers ask"])
def test_questions_below_a_heading_that_says_who_asks_are_answered_to_nobody(heading: str) -> None:
    asked = "<h3>Is it safe?</h3><p>For healthy people, yes.</p>"
    assert "safety_tips" not in read(f"{TITLE}{STEPS}<h2>{heading}</h2>{asked}").fields


def test_a_fact_with_a_label_ends_the_description() -> None:
    found = read(
        f"{TITLE}<p>Learn it with this guide.</p><p>Secondary muscles used in this exercise: calves and lats.</p>{STEPS}"
    )
    assert texts(found, "description") == ["Learn it with this guide."]


@pytest.mark.parametrize(
    ("sentence", "mechanic", "muscles"),
    [
        ("A compound movement for your quads.", ["compound"], ["quadriceps"]),
        ("An isolation exercise that trains the biceps.", ["isolation"], ["biceps"]),
        ("A compound lift for your quads is the deadlift.", [], []),
    ],
)
def test_a_sentence_without_a_verb_says_what_the_exercise_is(
    sentence: str, mechanic: list[str], muscles: list[str]
) -> None:
    found = read(f"{TITLE}<p>{sentence}</p>{STEPS}")
    assert [texts(found, field) if field in found.fields else [] for field in ("mechanic", "target_muscles")] == [
        mechanic,
        muscles,
    ]


@pytest.mark.parametrize(
    ("label", "field"),
    [("Rated", "difficulty"), ("Muscles trained as well", "secondary_muscles")],
)
def test_labels_of_facts(label: str, field: str) -> None:
    value = {"difficulty": "Beginner", "secondary_muscles": "Calves"}[field]
    assert texts(read(f"{TITLE}<p>{label}: {value}</p>{STEPS}"), field) == [value]


def test_what_stands_below_the_steps_of_a_film_is_none_of_them() -> None:
    below = "&#9658; SUBSCRIBE for a new drill every week!<br><br>CHAPTERS<br>0:00 Intro<br>1:21 - Full set<br><br>#fitness #gym"
    steps = "HOW TO:<br>1) Stand tall.<br>2) Bend the knees.<br><br>"
    found = read(f"{TITLE}<div>How to squat with a weight.<br><br>TARGET MUSCLES: Quads<br><br>{steps}{below}</div>")
    assert texts(found, "instructions") == TWO_STEPS
    assert found.extra == {}


def test_times_that_begin_steps_of_a_film_drop_none_of_them() -> None:
    shown = ["Grab the bar", "Lower it slowly", "Drive back up"]
    lines = "".join(f"<li>0:{n}0 {step}</li>" for n, step in enumerate(shown, 1))
    found = read(f"{TITLE}<p>Target: Quads</p><h2>Instructions</h2><ul>{lines}</ul>")
    assert texts(found, "instructions") == shown
