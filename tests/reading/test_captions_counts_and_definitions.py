"""Captions that repeat a heading, numbers behind a sign, and sentences that define the exercise or have a colon in them."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled


def test_the_caption_of_a_table_repeats_the_heading_above_it() -> None:
    amounts = "".join(
        f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in (("Number of sets", "3-4"), ("Repetitions", "12"))
    )
    table = f"<table><caption>Recommended training</caption>{amounts}</table>"
    safety = "<h4>Safety precautions</h4><ul><li>Drink enough.</li><li>Stop when you feel dizzy.</li></ul>"
    found = read(f"{TITLE}{STEPS}<h2>Recommended training</h2>{table}{safety}")
    assert titled(found, "tracking") == [("Number of sets", "3-4"), ("Repetitions", "12")]
    assert texts(found, "safety_tips") == ["Drink enough.", "Stop when you feel dizzy."]


@pytest.mark.parametrize("count", ["Step:{}", "Step: {}", "Step #{}", "Step - {}", "STEP.{}"])
def test_a_sign_before_the_number_of_a_step(count: str) -> None:
    items = "".join(f"<li>{count.format(n)} {step}</li>" for n, step in enumerate(TWO_STEPS, 1))
    assert texts(read(f"{TITLE}<h2>Instructions</h2><ul>{items}</ul>"), "instructions") == TWO_STEPS
    joined = " ".join(f"{count.format(n)} {step}" for n, step in enumerate(TWO_STEPS, 1))
    assert texts(read(f"{TITLE}<h2>Instructions</h2><p>{joined}</p>"), "instructions") == TWO_STEPS


def test_a_link_between_the_heading_of_the_steps_and_their_list() -> None:
    steps = "".join(f"<li>{step}</li>" for step in TWO_STEPS)
    link = "<div><a href='#'><span>Show more images and videos</span></a></div>"
    found = read(f"{TITLE}<h3>Goblet Squat Instructions</h3>{link}<div><ol>{steps}</ol></div>")
    assert texts(found, "instructions") == TWO_STEPS


def test_one_step_below_a_heading_of_steps() -> None:
    for heading in ("Guide", "Steps to Do the Goblet Squat"):
        found = read(f"{TITLE}<h3>{heading}</h3><ol><li>Sit down and stand up.</li></ol>")
        assert texts(found, "instructions") == ["Sit down and stand up."]


def test_a_colon_within_a_sentence_is_no_title_among_sentences() -> None:
    told = ["Fits into a busy day: a few minutes are enough.", "Trains the legs.", "Costs nothing."]
    items = "".join(f"<li>{text}</li>" for text in told)
    found = read(f"{TITLE}{STEPS}<h2>Benefits</h2><ul>{items}</ul>")
    assert titled(found, "benefits") == [("", text) for text in told]
    each = "".join(f"<li>{word}: it gets better.</li>" for word in ("Balance", "Posture"))
    found = read(f"{TITLE}{STEPS}<h2>Benefits</h2><ul>{each}<li>Costs nothing.</li></ul>")
    assert titled(found, "benefits")[:2] == [("Balance", "it gets better."), ("Posture", "it gets better.")]
    bold = "<li><b>Balance</b>: it gets better.</li>"
    found = read(f"{TITLE}{STEPS}<h2>Benefits</h2><ul>{bold}<li>Costs nothing.</li><li>Trains legs well.</li></ul>")
    assert titled(found, "benefits")[0] == ("Balance", "it gets better.")


def test_a_paragraph_that_defines_the_exercise_describes_it_though_it_states_facts() -> None:
    opening = "Ask ten coaches about the Goblet Squat and you will hear ten opinions."
    facts = "is a compound exercise that targets the quads. You will need a kettlebell. It is suitable for beginners."
    found = read(f"{TITLE}<p>{opening}</p><p>The Goblet Squat {facts}</p>{STEPS}")
    assert texts(found, "description") == [f"{opening} The Goblet Squat {facts}"]
    found = read(f"{TITLE}<p>{opening}</p><p>It {facts}</p>{STEPS}")
    assert texts(found, "description") == [opening]


def test_a_page_says_what_it_is_about() -> None:
    found = read(f"{TITLE}<p>This page is about the Goblet Squat. It is an exercise for the quads.</p>{STEPS}")
    assert texts(found, "description") == ["This page is about the Goblet Squat. It is an exercise for the quads."]
    found = read(f"{TITLE}<p>A squat with a weight held close.</p><p>This page is hosted by friends.</p>{STEPS}")
    assert texts(found, "description") == ["A squat with a weight held close."]


def test_what_a_clip_is_set_to_is_no_fact() -> None:
    found = read(f"{TITLE}<p>Target: Quads</p><p>Level: Beginner</p>{STEPS}<p>Music: A Small Band</p>")
    assert not found.extra
