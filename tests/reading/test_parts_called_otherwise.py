"""Parts of a page whose classes call them something that they are not, and parts that show when one asks for them."""

from __future__ import annotations

import pytest

from pipeline.reading.kinds import metric_of
from pipeline.vocabulary import key
from tests.reading.reading import STEPS, TITLE, read, texts, titled

FACTS = "<p><b>Muscles:</b> Quads</p>"


def test_steps_to_walk_through_may_be_called_navigation() -> None:
    step = '<li class="step-nav__step"><h3><span>Step</span> {}</h3><div class="step-nav__panel"><p>{}</p></div></li>'
    listed = "".join(step.format(n, text) for n, text in enumerate(("Stand tall.", "Bend the knees."), 1))
    page = f'{TITLE}{FACTS}<h2>How to do it</h2><div id="steps-navigation" class="step-nav"><ol>{listed}</ol></div>'
    assert texts(read(page), "instructions") == ["Stand tall.", "Bend the knees."]


def test_a_navigation_with_links_is_one() -> None:
    page = f'{TITLE}{FACTS}{STEPS}<h2>Tips</h2><div class="step-nav"><p>Go on.</p><a href="/x">Next</a></div>'
    assert texts(read(page), "safety_tips") == []


def test_paragraphs_for_subscribers_are_read_and_the_call_to_pay_is_not() -> None:
    told = "A squat with a weight in front."
    call = '<div class="paywall"><p>Subscribe to read on.</p><button>Subscribe</button></div>'
    page = f'{TITLE}<p class="paywall">{told}</p><p class="paywall"><b>Muscles:</b> Quads</p>{STEPS}{call}'
    found = read(page)
    assert texts(found, "description") == [told]
    assert texts(found, "target_muscles") == ["Quads"]
    assert "Subscribe" not in str(found.fields)


def test_slides_that_are_hidden_until_one_turns_to_them_are_read_once() -> None:
    slide = '<div class="carousel-slide{}" aria-hidden="{}"><h3>Step {}</h3><p>{}</p></div>'
    slides = [
        slide.format(" slide-cloned", "true", 2, "Bend the knees."),
        slide.format("", "false", 1, "Stand tall."),
        slide.format("", "true", 2, "Bend the knees."),
    ]
    page = f"{TITLE}{FACTS}<h2>Instructions</h2><div class='carousel'>{''.join(slides)}</div>"
    assert texts(read(page), "instructions") == ["Stand tall.", "Bend the knees."]


def test_a_bold_sentence_behind_a_list_of_tips_is_one_more() -> None:
    box = '<div class="warning-text"><strong>Stop when it hurts.</strong></div>'
    page = f"{TITLE}{FACTS}{STEPS}<h2>Stay safe</h2><ul><li>Keep the heels down.</li></ul>"
    assert titled(read(page + box), "safety_tips") == [("", "Keep the heels down."), ("", "Stop when it hurts.")]
    assert titled(read(f"{page}<p><b>Was this helpful?</b></p>"), "safety_tips") == [("", "Keep the heels down.")]


@pytest.mark.parametrize(("label", "metric"), [("Repeat", "reps"), ("Complete", "sets")])
def test_how_a_sheet_of_a_physio_says_how_much(label: str, metric: str) -> None:
    page = f"{TITLE}{FACTS}{STEPS}<table><tr><td>{label}</td><td>3 Times</td></tr><tr><td>Hold</td><td>20 Seconds</td></tr></table>"
    found = read(page)
    assert key(metric) in {metric_of(title) for title, _ in titled(found, "tracking")}


def test_who_took_a_picture_is_not_the_introduction() -> None:
    told = "A squat with a weight in front."
    credit = '<figure><figcaption><span class="caption__credit">Lena Voss. On the model: own clothes.</span></figcaption></figure>'
    assert texts(read(f"{TITLE}{credit}<p>{told}</p>{FACTS}{STEPS}"), "description") == [told]
