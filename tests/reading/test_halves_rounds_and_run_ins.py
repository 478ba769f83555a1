"""Sections in a site's own words: run into paragraphs, numbered as rounds, in two halves, or one paragraph of steps."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled

FACTS = "<p>Target: Quads</p>"


def test_paragraphs_whose_beginnings_are_headings() -> None:
    led = (
        "<p><b>What it is.</b> A squat with a weight held close.</p><p><b>Muscles.</b> Mainly your glutes, with a little "
        "help from your calves.</p><p><b>How to do it.</b> Stand tall. Bend the knees. Stand up again.</p>"
        "<p><b>Why I love it.</b> Steadier hips mean fewer twinges on the stairs.</p>"
        "<p><b>Please be careful.</b> Stop when the knee hurts.</p>"
    )
    found = read(f"{TITLE}{led}")
    assert texts(found, "description") == ["A squat with a weight held close."]
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["glutes"], ["calves"])
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees.", "Stand up again."]
    assert texts(found, "benefits") == ["Steadier hips mean fewer twinges on the stairs."]
    assert texts(found, "safety_tips") == ["Stop when the knee hurts."]


@pytest.mark.parametrize("said", ["Quads first, then glutes and calves.", "Quads above all, plus glutes and calves."])
def test_a_sentence_beside_the_label_of_muscles(said: str) -> None:
    found = read(f"{TITLE}<p><b>Works:</b> {said}</p>{STEPS}")
    assert texts(found, "target_muscles") == ["quadriceps"]
    assert texts(found, "secondary_muscles") == ["glutes", "calves"]


def test_headings_that_are_numbered_as_rounds() -> None:
    rounds = (
        f"<h2>Round 1: How to do it</h2>{STEPS.partition('</h2>')[2]}"
        "<h2>Round 2: Benefits</h2><ul><li>Strong legs.</li></ul>"
        "<h2>Round 3: Variations for the bold</h2><ul><li>Box Squat</li><li>Front Squat</li></ul>"
    )
    found = read(f"{TITLE}{FACTS}{rounds}")
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "benefits") == ["Strong legs."]
    assert texts(found, "variations") == ["Box Squat", "Front Squat"]


def test_steps_in_two_lists_of_which_the_first_prepares() -> None:
    halves = (
        "<h2>Get set</h2><ul><li>Stand tall.</li></ul><h2>Go!</h2><ul><li>Bend the knees.</li><li>Stand up.</li></ul>"
    )
    assert texts(read(f"{TITLE}{FACTS}{halves}"), "instructions") == ["Stand tall.", "Bend the knees.", "Stand up."]


def test_a_page_with_nothing_but_facts_that_nobody_knows_has_no_halves() -> None:
    assert texts(read("<table><tr><td>Depth</td><td>Any</td></tr></table>"), "instructions") == []


def test_a_paragraph_of_steps_below_a_heading_that_nobody_knows() -> None:
    told = "Stand tall with your feet apart. Bend the knees slowly. When the thighs are level, stand up again."
    found = read(f"{TITLE}<p>A squat with a weight.</p>{FACTS}<h2>Choreography</h2><p>{told}</p>")
    assert len(texts(found, "instructions")) == 3
    other = "Open the booking page. Pick a slot that is free. Then put your name below it."
    found = read(f"{TITLE}<p>A squat with a weight.</p>{FACTS}<h2>Choreography</h2><p>{other}</p>")
    assert texts(found, "instructions") == []


def test_when_to_stop_and_whom_to_call() -> None:
    advice = "<h2>Tips</h2><ul><li>Breathe.</li></ul>"
    signs = "<h2>Stop and call the department if</h2><ul><li>You feel dizzy.</li><li>Your knee swells.</li></ul>"
    found = read(f"{TITLE}{FACTS}{STEPS}{advice}{signs}")
    assert texts(found, "safety_tips") == ["Breathe.", "You feel dizzy.", "Your knee swells."]


def test_lines_without_stops_are_pieces_and_no_titles() -> None:
    lines = "<p>Trains the whole front of the body to work as a unit</p><p>Relieves stress better than letters</p>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Benefits</h2>{lines}")
    assert titled(found, "benefits") == [
        ("", "Trains the whole front of the body to work as a unit"),
        ("", "Relieves stress better than letters"),
    ]


def test_the_next_item_that_somebody_typed_is_no_heading() -> None:
    lines = "<p>- Stronger shoulders</p><p>- Free wrists</p><p>- Can be done in any park</p>"
    found = read(f"{TITLE}{FACTS}{STEPS}<div><h2>Benefits</h2>{lines}</div>")
    assert texts(found, "benefits") == ["Stronger shoulders", "Free wrists", "Can be done in any park"]


def test_what_one_gains_by_it() -> None:
    gains = "<h2>What a fencer gains by it</h2><ul><li>Strong legs.</li><li>Steady hips.</li></ul>"
    assert texts(read(f"{TITLE}{FACTS}{STEPS}{gains}"), "benefits") == ["Strong legs.", "Steady hips."]


def test_the_notes_of_somebody_on_the_spot_are_advice() -> None:
    advice = ["Keep the chest proud.", "Breathe out on the way up."]
    notes = f"<h2>Director’s notes</h2><ul><li>{advice[0]}</li><li>{advice[1]}</li></ul>"
    assert texts(read(f"{TITLE}{FACTS}{STEPS}{notes}"), "safety_tips") == advice


def test_a_bold_line_about_muscles_announces_the_sentence_below_it() -> None:
    told = "<p><b>Which of your muscles earn their honey</b></p><p>Mainly your glutes, with a little help from your calves.</p>"
    found = read(f"{TITLE}<p>A squat with a weight.</p>{told}{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["glutes"], ["calves"])
    assert texts(found, "description") == ["A squat with a weight."]


def test_a_bold_line_above_the_first_step_ends_the_tips() -> None:
    steps = "<p>Step 1: Stand tall.</p><p>Step 2: Bend the knees.</p><p>Step 3: Stand up.</p>"
    found = read(f"{TITLE}{FACTS}<h2>Tips</h2><p>Keep the chest proud.</p><p><b>HOW I TEACH IT</b></p>{steps}")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees.", "Stand up."]
    assert texts(found, "safety_tips") == ["Keep the chest proud."]


@pytest.mark.parametrize("heading", ["How to do it", "The action, beat by beat"])
def test_lines_that_count_in_a_word_of_the_site_are_no_steps(heading: str) -> None:
    beats = ["Stand tall with your feet apart.", "Bend the knees.", "Then stand up on both legs."]
    counted = "".join(f"<div><span>Beat {n}</span><p>{beat}</p></div>" for n, beat in enumerate(beats, 1))
    assert texts(read(f"{TITLE}{FACTS}<h2>{heading}</h2>{counted}"), "instructions") == beats


def test_a_paragraph_of_steps_in_some_order_of_the_site() -> None:
    told = "Let the bell hang beside your thigh. Drive the hips forward. Then lower it slowly to the start."
    found = read(f"{TITLE}<p>A swing with a bell.</p>{FACTS}<h2>Order of service</h2><p>{told}</p>")
    assert len(texts(found, "instructions")) == 3
