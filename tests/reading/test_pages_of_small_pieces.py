"""Pages built of small pieces: spans, boxes of a label and a value, paragraphs that count their sentences."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled


def test_terms_end_where_the_next_fact_is_told() -> None:
    chips = "<div><div>Helpers</div><div><span>Glutes</span> <span>Calves</span></div></div>"
    level = "<div><div>Level</div><div>Beginner</div></div>"
    steps = "".join(f"<div><div>{n}</div><div>{step}</div></div>" for n, step in enumerate(TWO_STEPS, 1))
    found = read(f"<div>Goblet Squat</div>{chips}{level}<div>One move after the other</div>{steps}")
    assert texts(found, "secondary_muscles") == ["Glutes", "Calves"]
    assert texts(found, "instructions") == TWO_STEPS


def test_a_tip_within_a_step_of_a_paragraph_that_counts() -> None:
    steps = (
        "(1) Stand tall. Tip: Look ahead and keep the chest up. (2) Bend the knees. (3) Stand up again and breathe out."
    )
    tips = "<p><b>Tips and techniques:</b></p><ul><li>Keep the heels down.</li></ul>"
    long = "It is one of the first exercises that people learn in a gym, and one of the last that they give up again."
    found = read(f"{TITLE}<p>{long}</p><p><b>Movement:</b> {steps} {long}</p>{tips}")
    assert texts(found, "instructions")[:2] == ["Stand tall. Tip: Look ahead and keep the chest up.", "Bend the knees."]
    assert texts(found, "safety_tips") == ["Keep the heels down."]


def test_a_page_whose_lines_are_all_spans() -> None:
    def rows(pairs: list[tuple[str, str]]) -> str:
        return "".join(f"<span><span>{a}</span><span>{b}</span></span>\n" for a, b in pairs)

    facts = rows([("Targets", "Quads"), ("Kit", "Kettlebell")])
    steps = rows([(str(n), step) for n, step in enumerate(TWO_STEPS, 1)])
    tips = "<span>Form cues</span><span><span>Keep the heels down.</span>\n<span>Look ahead.</span></span>"
    found = read(
        f"<span><span>Goblet Squat</span>\n<span>Stats</span>\n<span>{facts}</span>\n"
        f"<span>Moves</span>\n<span>{steps}</span>\n{tips}</span>"
    )
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "equipment") == ["Kettlebell"]
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look ahead."]


def test_how_long_to_hold_says_how_much_to_do_alone() -> None:
    found = read(f"{TITLE}<p><b>Level:</b> Beginner</p><p><b>Hold:</b> 45 seconds</p>{STEPS}")
    assert titled(found, "tracking") == [("Hold", "45 seconds")]


def test_an_object_shown_to_those_who_program_states_nothing() -> None:
    data = '{\n  "name": "Goblet Squat",\n  "primaryMuscles": [\n    "quads"\n  ],\n  "images": [\n    "0.jpg"\n  ]\n}'
    found = read(f"{TITLE}<p>Level: Beginner</p>{STEPS}<h2>Raw</h2><pre><code>{data}</code></pre>")
    assert not found.extra and not texts(found, "target_muscles")


@pytest.mark.parametrize(
    "heading", ["Best practices", "A few pointers before you start", "What should I look out for?"]
)
def test_headings_of_advice(heading: str) -> None:
    told = "<ul><li>Squeeze the buttocks so that the lower back does not arch.</li><li>Spend five minutes on circles.</li></ul>"
    assert len(texts(read(f"{TITLE}{STEPS}<h2>{heading}</h2>{told}"), "safety_tips")) == 2


@pytest.mark.parametrize("day", ["5 Sept", "March 12", "3rd Jan."])
def test_the_category_of_a_post_beside_its_day_begins_no_section(day: str) -> None:
    above = f"<div><a href='/technique'>Technique</a><time>{day}</time></div>"
    found = read(f"{TITLE}{above}<p>A squat with a weight in front of the chest.</p><p><b>Level:</b> Easy</p>{STEPS}")
    assert texts(found, "description") == ["A squat with a weight in front of the chest."]
    assert texts(found, "instructions") == TWO_STEPS
