"""Sections behind the steps whose heading says nothing: advice, what one gains, or something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.words.tenor import tenor
from pipeline.records import Piece
from tests.reading.reading import STEPS, TEXT_FACTS, TEXT_HEAD, TEXT_STEPS, TITLE, read, read_text, texts, titled

ADVICE = ["Keep the heels on the floor.", "Never let the knees fall inwards.", "Breathe in before each descent."]
GAINS = ["The legs grow stronger with every week.", "Stairs and hills become easier.", "Squats feel lighter soon."]
STORIES = ["I grow stronger every week.", "My knees feel healthy and strong.", "We get better at stairs."]
QUESTIONS = ["Do stairs become easier?", "Many people get stronger.", "Is it healthy?"]
BOOKS = ["Strong Legs for Life, third edition, 2015.", "Muscle and Power, 1998."]


def listed(sentences: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{sentence}</li>" for sentence in sentences) + "</ul>"


def page(section: str) -> str:
    return f"{TITLE}<p>A squat.</p>{STEPS}<h2>Maddie says</h2>{section}"


def test_a_list_that_nobody_announces_is_what_its_sentences_read_like() -> None:
    assert texts(read(page(listed(ADVICE))), "safety_tips") == ADVICE
    assert texts(read(page(listed(GAINS))), "benefits") == GAINS


def test_rows_and_titled_lines_that_nobody_announces() -> None:
    titles = ["Heels", "Knees", "Breath"]
    pairs = list(zip(titles, ADVICE, strict=True))
    rows = "".join(f"<div><dt>{title}</dt><dd>{text}</dd></div>" for title, text in pairs)
    assert titled(read(page(f"<dl>{rows}</dl>")), "safety_tips") == pairs
    lines = "".join(f"<p><strong>{title}.</strong> {text}</p>" for title, text in pairs)
    assert titled(read(page(lines)), "safety_tips") == pairs


def test_a_sentence_that_begins_with_several_of_a_movement_says_nothing_to_do() -> None:
    gains = ["Squats feel lighter soon.", "Presses get stronger."]
    assert texts(read(page(listed(gains))), "benefits") == gains


def test_steps_that_no_heading_announces_are_steps_all_the_same() -> None:
    steps = "<h2>The sequence of it</h2><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    found = read(f"{TITLE}<p>A squat.</p>{steps}<h2>Maddie says</h2>{listed(GAINS)}")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]
    assert texts(found, "benefits") == GAINS


def test_titles_of_benefits_may_ask() -> None:
    asked = "<h3>Weak legs?</h3><p>They grow strong.</p><h3>Stiff back?</h3><p>It becomes supple.</p>"
    found = read(f"{TITLE}<p>A squat.</p>{STEPS}<h2>What you get</h2>{asked}")
    assert titled(found, "benefits") == [("Weak legs?", "They grow strong."), ("Stiff back?", "It becomes supple.")]


@pytest.mark.parametrize("told", [STORIES, QUESTIONS, BOOKS, GAINS[:1]], ids=["readers", "questions", "books", "one"])
def test_what_others_tell_is_no_field(told: list[str]) -> None:
    found = read(page(listed(told)))
    assert "benefits" not in found.fields
    assert "safety_tips" not in found.fields


def test_a_page_that_names_its_tips_has_no_others() -> None:
    found = read(page(listed(ADVICE)) + f"<h2>Safety tips</h2>{listed(['Warm up first.'])}")
    assert texts(found, "safety_tips") == ["Warm up first."]


def test_what_stands_above_the_steps_is_neither() -> None:
    found = read(f"{TITLE}<p>A squat.</p><h2>Maddie says</h2>{listed(GAINS)}{STEPS}")
    assert "benefits" not in found.fields


@given(st.lists(st.builds(Piece, st.text(max_size=60), st.text(max_size=20)), max_size=6))
def test_any_sentences_have_a_tenor_or_none(told: list[Piece]) -> None:
    assert tenor(told) in ("tips", "benefits", None)
    assert tenor(told * 2) == (tenor(told) if len(told) > 1 else tenor(told * 2))


def test_questions_below_a_heading_that_says_nothing() -> None:
    asked = "<h4>Do you still do this?</h4><p>Twice a week.</p><h4>My gym has no chalk. Any advice?</h4><p>Carry a block.</p>"
    found = read(f"{TITLE}<p>A squat.</p>{STEPS}<h2>Letters</h2>{asked}")
    assert "safety_tips" not in found.fields


def test_labels_and_values_in_turns_of_which_the_first_is_unknown() -> None:
    pieces = ["Lengthens", "Quads", "Props", "Dumbbell", "Level", "Beginner", "Practice", "Flexibility", "Rounds", "2"]
    spans = "".join(f"<span>{piece}</span>" for piece in pieces)
    found = read(f"{TITLE}<p>A squat.</p><div class='facts'>{spans}</div>{STEPS}")
    assert texts(found, "equipment") == ["Dumbbell"]
    assert texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "exercise_type") == ["Flexibility"]
    assert titled(found, "tracking") == [("Rounds", "2")]


def test_suggested_repetitions_lead_nowhere() -> None:
    doses = "".join(
        f"<div class='f'><div class='label'>{label}</div><div>{value}</div></div>"
        for label, value in (("Suggested sets", "3"), ("Suggested repetitions", "12-15"))
    )
    found = read(f"{TITLE}<p>A squat.</p>{STEPS}{doses}")
    assert titled(found, "tracking") == [("Suggested sets", "3"), ("Suggested repetitions", "12-15")]


def test_posts_that_data_of_the_page_call_comments() -> None:
    head = "<div itemscope itemtype='http://schema.org/BreadcrumbList'><span>Form Checks</span></div>"
    picture = "<div><span>setup</span> <span>1920×1080 311 KB</span></div>"
    post = "<div itemscope itemtype='http://schema.org/Comment'><p>My tip: buy shoes.</p><p>Step 1: warm up. Step 2: coffee.</p></div>"
    found = read(f"{TITLE}{head}<p>A squat with a weight in front.</p>{picture}{STEPS}{post}")
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert "safety_tips" not in found.fields
    assert not found.extra


def test_the_number_of_a_section_before_the_name() -> None:
    menu = "<p><b>TM 21</b></p><ul><li><a href='/5'>Ch. 5 Drills</a></li></ul><p><a href='#'>Good Morning</a></p>"
    found = read(
        f"{menu}<h2>7-23. Goblet Squat</h2><p>A squat with a weight in front.</p>{STEPS}", "7-23. Goblet Squat"
    )
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "description") == ["A squat with a weight in front."]


def test_steps_and_a_name_in_plain_text_are_read_as_before() -> None:
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}Ruth says\n\n" + "".join(f"- {line}\n" for line in GAINS))
    assert texts(found, "benefits") == GAINS


def test_titled_lines_below_a_heading_of_steps_behind_the_steps_are_advice() -> None:
    pairs = [("Heels", ADVICE[0]), ("Knees", ADVICE[1])]
    lines = "".join(f"<p><b>{title}.</b> {text}</p>" for title, text in pairs)
    found = read(f"{TITLE}<p>A squat.</p>{STEPS}<h2>Do it right</h2>{lines}")
    assert titled(found, "safety_tips") == pairs
    rows = "".join(f"<tr><td>{title}</td><td>{text}</td></tr>" for title, text in pairs)
    found = read(f"{TITLE}<p>A squat.</p>{STEPS}<h2>How to do it with care</h2><table>{rows}</table>")
    assert titled(found, "safety_tips") == pairs
    assert not found.extra
