"""Boxes, letters, pictures and remarks that sites put beside what they tell."""

from __future__ import annotations

import pytest

from pipeline.reading import draft
from pipeline.reading.markup.html import html_outline
from tests.reading.reading import PROFILE, STEPS, TITLE, read, texts, titled


def test_a_picture_between_the_terms_and_the_next_fact() -> None:
    gear = "<h2>What equipment do you need?</h2><ul><li>Kettlebell</li></ul>"
    level = "<div class='card'><div>📊</div><div><strong>Difficulty:</strong> Medium</div></div>"
    found = read(f"{TITLE}{gear}{level}{STEPS}")
    assert (texts(found, "equipment"), texts(found, "difficulty")) == (["Kettlebell"], ["Medium"])


def test_a_section_of_nothing_but_asides() -> None:
    told = "".join(f"<aside><p>{tip}</p></aside>" for tip in ("Keep the heels down.", "Keep the chest up."))
    assert texts(read(f"{TITLE}{STEPS}<section><h2>Mind this</h2>{told}</section>"), "safety_tips") == [
        "Keep the heels down.",
        "Keep the chest up.",
    ]
    leads = "<aside><p>Try the <a href='/plank'>plank</a> next.</p></aside>"
    assert "safety_tips" not in read(f"{TITLE}{STEPS}<section><h2>Mind this</h2>{told}{leads}</section>").fields


def test_what_a_site_says_of_its_page_is_no_description() -> None:
    said = "<meta name='description' content='Exercise Library: Goblet Squat'>"
    found = draft(html_outline(f"<html><head>{said}</head><body>{TITLE}{STEPS}</body></html>"), PROFILE)
    assert "description" not in found.fields


def test_steps_that_nothing_announces_above_what_the_exercise_is() -> None:
    told = [
        "Stand tall with the weight in both hands, close to the chest.",
        "Bend the knees until the elbows touch them.",
    ]
    steps = "".join(f"<div><span>{n}</span><div>{step}</div></div>" for n, step in enumerate(told, 1))
    about = "<section><h2>About this exercise</h2><p>A squat with a weight in front.</p></section>"
    found = read(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd></dl><section>{steps}</section>{about}")
    assert texts(found, "instructions") == told
    assert texts(found, "description") == ["A squat with a weight in front."]


def test_letters_in_boxes_of_their_own_before_the_steps() -> None:
    steps = "".join(f"<li><span>{n}</span>{step}</li>" for n, step in zip("AB", ("Stand tall.", "Sit."), strict=True))
    assert texts(read(f"{TITLE}<h2>How to do it</h2><ul>{steps}</ul>"), "instructions") == ["Stand tall.", "Sit."]


def test_terms_that_go_on_in_the_next_line() -> None:
    found = read(f"{TITLE}<p>A squat.</p><p>Target muscles: Quads<br>Glutes</p>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]


def test_other_exercises_behind_a_label_are_no_variations() -> None:
    others = (
        "<dl><dt>Alternative exercises</dt><dd><a href='/a'>Bench Press</a>, <a href='/b'>Power Clean</a></dd></dl>"
    )
    versions = "<dl><dt>Variations</dt><dd>Box Squat, Front Squat</dd></dl>"
    benefits = "<section><h2>Benefits</h2><p>Strong legs.</p></section>"
    found = read(f"{TITLE}{STEPS}{others}{benefits}{versions}")
    assert texts(found, "variations") == ["Box Squat", "Front Squat"]
    assert not read(f"{TITLE}{STEPS}{others}").extra


def test_a_bold_title_beside_names_in_one_line() -> None:
    names = "<div><div><b>Popular variations</b></div><div>Box Squat, Front Squat</div></div>"
    safety = "<p><b>Safety notes</b></p><dl><dt>Heels</dt><dd>Keep them down.</dd></dl>"
    assert texts(read(f"{TITLE}{STEPS}{safety}{names}"), "variations") == ["Box Squat", "Front Squat"]


@pytest.mark.parametrize(
    ("label", "value", "field"),
    [
        ("Kind of joint work", "Compound", "mechanic"),
        ("Uni- or bilateral", "Bilateral", "bilateral"),
    ],
)
def test_labels_of_how_a_movement_is_made(label: str, value: str, field: str) -> None:
    found = read(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd><dt>{label}</dt><dd>{value}</dd></dl>{STEPS}")
    assert texts(found, field) == [value]


def test_what_it_will_do_for_you() -> None:
    found = read(f"{TITLE}{STEPS}<p><b>What it will do for you</b></p><p><b>Legs</b> They get strong.</p>")
    assert titled(found, "benefits") == [("Legs", "They get strong.")]
