"""Parts of a page whose classes call them something that they are not, and parts that show when one asks for them."""

from __future__ import annotations

import pytest

from pipeline.reading.words.kinds import metric_of
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


def test_doses_that_nothing_but_their_labels_divide_are_several() -> None:
    badge = '<span class="label">{}</span> {} '
    line = "".join(badge.format(*dose) for dose in (("Sets", "4"), ("Reps", "6 to 8"), ("Rest", "2 minutes")))
    found = read(f"{TITLE}{FACTS}{STEPS}<h3>Sets and reps</h3><p>{line}</p>")
    assert titled(found, "tracking") == [("Sets", "4"), ("Reps", "6 to 8"), ("Rest", "2 minutes")]


def test_a_colon_in_an_element_of_its_own_is_no_value() -> None:
    row = '<div class="row"><span>{}</span><span> : </span><span>{}</span></div>'
    rows = "".join(row.format(*dose) for dose in (("Sets", "3"), ("Reps", "12"), ("Rest", "45 seconds")))
    found = read(f"{TITLE}{FACTS}{STEPS}<h3>Dose</h3>{rows}")
    assert [text for _, text in titled(found, "tracking")] == ["3", "12", "45 seconds"]


@pytest.mark.parametrize(
    "facts",
    [
        "<dl><dt>Compare with</dt><dd>Bear Crawl, Plank, Push-Up</dd><dt>Level</dt><dd>Beginner</dd></dl>",
        "<table><tr><td>Week</td><td>What you may do</td></tr><tr><td>0 to 2</td><td>A sling</td></tr><tr><td>3 to 6</td><td>Bands</td></tr></table>",
    ],
)
def test_other_exercises_and_the_weeks_of_a_plan_are_no_facts(facts: str) -> None:
    assert read(f"{TITLE}{FACTS}{facts}{STEPS}").extra == {}


def test_cells_beside_a_picture_that_goes_over_several_rows_state_a_fact_each() -> None:
    cell = "<td><small>{}</small><br><b>{}</b></td>"
    first = cell.format("Primary muscles", "Shoulders") + cell.format("Secondary muscles", "Traps")
    second = cell.format("Equipment", "Dumbbells") + cell.format("Level", "Beginner")
    table = f'<table><tr><td rowspan="2"><img src="a.jpg" alt=""></td>{first}</tr><tr>{second}</tr></table>'
    found = read(f"{TITLE}{table}{STEPS}")
    assert texts(found, "target_muscles") == ["Shoulders"]
    assert texts(found, "secondary_muscles") == ["Traps"]


def test_a_heading_behind_a_fact_below_a_list_of_muscles_holds_no_more_of_them() -> None:
    facts = "<h3>Assisting muscles</h3><ul><li>Quads</li></ul><h3>Style of training</h3><p>Strength</p>"
    course = "<h4>Weekend course</h4><p>Two days and one exam.</p><a href='/x'>Register</a>"
    found = read(
        f"{TITLE}<h3>Level</h3><p>Expert</p><h3>Primary movers</h3><ul><li>Delts</li></ul>{facts}{course}{STEPS}"
    )
    assert texts(found, "secondary_muscles") == ["Quads"]


def test_the_caption_of_a_picture_above_the_text_is_not_its_beginning() -> None:
    told = "A squat with a weight in front."
    figure = "<figure><img src='a.jpg'><figcaption>The gym on a quiet morning.</figcaption></figure>"
    assert texts(read(f"{TITLE}{figure}<p>{told}</p>{FACTS}{STEPS}"), "description") == [told]


def test_the_first_post_of_a_thread_introduces_the_exercise() -> None:
    told = "A squat with a weight in front."
    post = f"<h4>OldPlates</h4><h5>Moderator</h5><ul><li>2015-02-10</li></ul><p>{told}</p>"
    assert texts(read(f"{TITLE}{post}{FACTS}{STEPS}"), "description") == [told]


def test_a_form_around_the_page_is_the_page_however_long_its_styles_are() -> None:
    style = f"<head><style>{'.row { margin: 0 }' * 200}</style></head>"
    facts = "<fieldset><legend>Muscles</legend><div><label>Primary</label><span>Quads</span></div></fieldset>"
    steps = "<fieldset><legend>Instructions</legend><div>1. Stand tall.</div><div>2. Bend the knees.</div></fieldset>"
    page = f"<html>{style}<body><form><h2>Front Squat</h2>{facts}{steps}</form></body></html>"
    found = read(page)
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]
