"""Headings in a site's own words, the lines that explain them, and facts that their values tell apart."""

from __future__ import annotations

import pytest

from pipeline.reading import draft
from pipeline.reading.markup.html import html_outline
from tests.reading.reading import PROFILE, STEPS, TITLE, TWO_STEPS, read, texts, titled

PAIRS = (("Strong legs", "Stairs feel shorter."), ("Straight back", "The weight keeps you upright."))
TITLED = "".join(f"<h3>{title}</h3><p>{text}</p>" for title, text in PAIRS)
ROWS = f"<dl>{''.join(f'<dt>{title}</dt><dd>{text}</dd>' for title, text in PAIRS)}</dl>"


@pytest.mark.parametrize("told", [TITLED, ROWS])
def test_a_line_below_a_heading_that_says_what_it_means(told: str) -> None:
    section = f"<h2>How it moves the boat</h2><p>What rowers gain from the exercise</p>{told}"
    assert titled(read(f"{TITLE}{STEPS}{section}"), "benefits") == list(PAIRS)


def test_headings_below_one_that_hints_at_benefits() -> None:
    section = f"<h2>How it carries over to your game</h2>{TITLED}"
    assert titled(read(f"{TITLE}{STEPS}{section}"), "benefits") == list(PAIRS)


def test_two_cents_on_form_are_tips() -> None:
    told = "<p><b>Backrest</b></p><p>Set it one notch short of vertical.</p><p><b>Ego</b></p><p>Use a fifth less.</p>"
    found = read(f"{TITLE}{STEPS}<h4>My two cents on form</h4>{told}")
    assert titled(found, "safety_tips") == [
        ("Backrest", "Set it one notch short of vertical."),
        ("Ego", "Use a fifth less."),
    ]


def test_tips_beside_steps_that_nobody_announces() -> None:
    steps = "<h2>So you do it</h2><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    tips = (
        "<h2>Think on this</h2><ul><li>Keep the heels down.</li><li>Push the knees out.</li><li>Stop in time.</li></ul>"
    )
    found = read(f"{TITLE}<p>A squat.</p>{steps}{tips}")
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Push the knees out.", "Stop in time."]


def test_a_word_that_begins_a_section_is_the_title_of_a_second_tip() -> None:
    tips = "<p><b>Wall stop</b></p><p>Roll towards a wall.</p><p><b>Breathing</b></p><p>Exhale on the way back.</p>"
    assert titled(read(f"{TITLE}{STEPS}<h2>Safety notes</h2>{tips}"), "safety_tips") == [
        ("Wall stop", "Roll towards a wall."),
        ("Breathing", "Exhale on the way back."),
    ]


@pytest.mark.parametrize("heading", ["Known variants", "Twists on the Goblet Squat"])
def test_variations_in_other_words_above_other_drills(heading: str) -> None:
    others = "<aside><h3>Adjacent drills</h3><a href='/a'>Ruck March</a> <a href='/b'>Sandbag Clean</a></aside>"
    found = read(f"{TITLE}{STEPS}<h2>{heading}</h2><p>Box Squat, Front Squat</p><p>Slow is smooth.</p>{others}")
    assert texts(found, "variations") == ["Box Squat", "Front Squat"]


def test_steps_with_an_ordinal_sign() -> None:
    steps = "".join(f"<p><b>{n}º</b> {step}</p>" for n, step in enumerate(TWO_STEPS, 1))
    assert texts(read(f"{TITLE}<h3>Realization of the exercise</h3>{steps}"), "instructions") == TWO_STEPS


def test_a_number_with_a_hyphen_is_no_step() -> None:
    steps = "<div><p>01</p><p>Stand tall.</p><p>02</p><p>Bend the knees.</p></div>"
    sale = "<p><b>12-week selection plan</b></p><p>Used by more than 900 candidates.</p>"
    assert texts(read(f"{TITLE}<h2>Execute</h2>{steps}{sale}"), "instructions") == TWO_STEPS


def test_a_value_that_is_a_label_elsewhere() -> None:
    side = "<div><span>Working sides</span><span>One side at a time</span></div>"
    assert texts(read(f"{TITLE}<p>A squat.</p>{side}{STEPS}"), "bilateral") == ["One side at a time"]


def test_hours_are_no_facts() -> None:
    hours = (
        "<dl><dt>9:30</dt><dd>Pre-primary</dd><dt>10:30</dt><dd>Grade 3</dd><dt>12:00</dt><dd>Adult beginners</dd></dl>"
    )
    assert not read(f"{TITLE}{hours}{STEPS}").extra


def test_considerations_in_rows_are_tips() -> None:
    found = read(f"{TITLE}{STEPS}<h2>Technical considerations</h2>{ROWS}")
    assert titled(found, "safety_tips") == list(PAIRS)


def test_a_fact_in_pieces_below_the_terms_of_another() -> None:
    card = "<p>Muscles assisting</p><div><i>Biceps</i><i>Rear delts</i></div><div><i>From the store</i><i>Olympic barbell</i></div>"
    found = read(f"{TITLE}<h3>Crew sheet</h3><p>Prime movers</p><div><i>Lats</i><i>Traps</i></div>{card}{STEPS}")
    assert texts(found, "secondary_muscles") == ["Biceps", "Rear delts"]
    assert texts(found, "equipment") == ["Olympic barbell"]


def test_labels_that_nobody_knows_above_terms_that_everybody_does() -> None:
    facts = "".join(
        f"<p class='deck-label'>{label}</p><p>{value}</p>"
        for label, value in (
            ("Prime movers", "Lats"),
            ("Helping muscles", "Traps"),
            ("Muscles that hold you steady", "Abs"),
            ("Bring to the deck", "Resistance band"),
            ("Right for", "Beginner"),
            ("Action", "Pull"),
        )
    )
    found = read(f"<div>{facts}</div><div>{TITLE}<p>A row.</p>{STEPS}</div>")
    assert texts(found, "stabilizers") == ["Abs"]
    assert texts(found, "equipment") == ["Resistance band"]
    assert texts(found, "difficulty") == ["Beginner"]


def test_a_column_of_boxes_of_which_one_leads_elsewhere() -> None:
    rows = ("<p>Target</p><p>Quads</p>", "<p>Equipment</p><p>Kettlebell</p>", "<p>Level</p><p>Beginner</p>")
    card = f"<div class='panel'>{''.join(f'<div>{row}</div>' for row in rows)}</div>"
    sponsors = "<div class='panel'><div>Sponsors</div><img src='a.png' alt='Harbor Dental'></div>"
    told = f"<p>{'A squat with a weight in front of the chest. ' * 9}</p>"
    found = read(f"<div class='content'>{TITLE}{told}{STEPS}</div><div class='sidebar'>{card}{sponsors}</div>")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "difficulty") == ["Beginner"]


def test_doses_with_dashes_in_small_pieces() -> None:
    doses = "".join(f"<span>{dose}</span>" for dose in ("Sets – 3", "Reps – 8-12", "Rest – 90 seconds"))
    found = read(f"{TITLE}{STEPS}<h4>How I would dose it</h4><div>{doses}</div>")
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "8-12"), ("Rest", "90 seconds")]


def test_whom_a_page_is_for_is_no_part_of_a_name_that_people_know() -> None:
    assert texts(read(f"<h1>Bird Dog for Mums-to-Be</h1>{STEPS}", title="Bird Dog for Mums-to-Be"), "name") == [
        "Bird Dog"
    ]
    leaflet = "<h1>Information for patients Bird Dog</h1>"
    assert texts(read(f"{leaflet}{STEPS}", title="Bird Dog leaflet"), "name") == ["Bird Dog"]


def test_metrics_that_only_the_structured_data_gives() -> None:
    data = (
        '{"@type": "ExercisePlan", "name": "Goblet Squat", "repetitions": "5",'
        ' "additionalProperty": [{"@type": "PropertyValue", "name": "Sets", "value": "4"}]}'
    )
    head = f"<script type='application/ld+json'>{data}</script>"
    body = f"{TITLE}{STEPS}<h2>Dose</h2><p>Rest: 2 minutes</p>"
    found = draft(html_outline(f"<html><head>{head}</head><body>{body}</body></html>"), PROFILE)
    assert [piece.text for piece in found.fields["tracking"].pieces] == ["4", "5", "2 minutes"]


def test_a_sentence_that_states_one_fact_may_belong_to_the_description() -> None:
    told = ["The thrust loads the hips at the very top.", "It needs a sturdy bench and not much courage."]
    found = read(f"{TITLE}<p>{told[0]}</p><p>{told[1]}</p>{STEPS}")
    assert " ".join(texts(found, "description")) == " ".join(told)


def test_small_lines_above_headings_in_a_sites_own_words() -> None:
    page = "".join(
        f"<div><p class='eyebrow'>{above}</p><h2>{heading}</h2>{below}</div>"
        for above, heading, below in (
            ("Target muscles", "Where you will feel it", "<ul><li>Lower back</li></ul>"),
            ("Secondary muscles", "Quiet companions", "<ul><li>Glutes</li><li>Abs</li></ul>"),
            ("Safety", "Be kind to yourself", "<ul><li>Keep the eyes down.</li><li>Keep the leg low.</li></ul>"),
            ("Benefits", "What grows from it", "<ul><li>A happy back.</li><li>A steady body.</li></ul>"),
        )
    )
    found = read(f"{TITLE}{STEPS}{page}")
    assert texts(found, "target_muscles") == ["Lower back"]
    assert texts(found, "secondary_muscles") == ["Glutes", "Abs"]
    assert texts(found, "safety_tips") == ["Keep the eyes down.", "Keep the leg low."]
    assert texts(found, "benefits") == ["A happy back.", "A steady body."]


def test_the_heading_of_a_section_above_its_first_title_stays_its_heading() -> None:
    found = read(f"{TITLE}{STEPS}<p>Benefits</p>{TITLED}")
    assert titled(found, "benefits") == list(PAIRS)


def test_a_sentence_between_a_heading_that_nobody_knows_and_its_terms() -> None:
    sections = (
        "<h2>Grab</h2><p>The equipment for this one.</p><ul><li>Barbell</li></ul>"
        "<h2>Feel</h2><p>Muscles you work first.</p><ul><li>Lats</li></ul>"
        "<h2>Involve</h2><p>Secondary muscles, along for the ride.</p><ul><li>Biceps</li></ul>"
    )
    found = read(f"{TITLE}<p>A row.</p>{sections}{STEPS}")
    assert texts(found, "equipment") == ["Barbell"]
    assert texts(found, "target_muscles") == ["Lats"]
    assert texts(found, "secondary_muscles") == ["Biceps"]


def test_a_sentence_above_titles_introduces_them() -> None:
    lines = "".join(f"<p><b>{title}</b></p><p>{text}</p>" for title, text in PAIRS)
    gain = f"<h2>Gain</h2><p>The benefits that keep people coming back.</p>{lines}"
    avoid = "<h2>Avoid</h2><p>The common mistakes of beginners.</p><p><b>Rushing</b></p><p>You lose the line.</p><p><b>Load</b></p><p>Too much.</p>"
    found = read(f"{TITLE}{STEPS}{gain}{avoid}")
    assert titled(found, "benefits") == list(PAIRS)
    assert "safety_tips" not in found.fields


def test_questions_with_answers_in_one_line() -> None:
    facts = "<p>Who does the work? forearms and traps</p><p>What came off the shelf? a pair of dumbbells</p>"
    level = "<p><b>How tough?</b> Easy</p>"
    found = read(f"{TITLE}<p>A walk.</p>{facts}{level}{STEPS}")
    assert texts(found, "equipment") == ["a pair of dumbbells"]
    assert texts(found, "difficulty") == ["Easy"]


def test_steps_that_are_called_first_and_second() -> None:
    steps = "<dl><dt>First</dt><dd>Stand tall.</dd><dt>Second</dt><dd>Bend the knees.</dd></dl>"
    assert texts(read(f"{TITLE}<h2>How it is performed</h2>{steps}"), "instructions") == TWO_STEPS


def test_parts_of_a_page_with_numbers_and_signs_before_bold_titles() -> None:
    told = "".join(f"<p><b>* {title}:</b> {text}</p>" for title, text in PAIRS)
    found = read(f"{TITLE}{STEPS}<p><b>Part 4: What you get for your sweat</b></p>{told}")
    assert titled(found, "benefits") == list(PAIRS)


def test_facts_below_a_heading_that_asks_who() -> None:
    facts = "<p><b>Leads:</b> Glutes</p><p><b>You need:</b> Barbell</p><p><b>Level:</b> Intermediate</p>"
    found = read(f"{TITLE}<h2>Who shows up for a Goblet Squat</h2><p>Roll call, ladies.</p>{facts}{STEPS}")
    assert texts(found, "target_muscles") == ["Glutes"]
    assert texts(found, "equipment") == ["Barbell"]
    assert texts(found, "difficulty") == ["Intermediate"]


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Handle with care", "safety_tips"), ("What you take home", "benefits"), ("Counsels of security", "safety_tips")],
)
def test_sections_in_other_words(heading: str, field: str) -> None:
    found = read(f"{TITLE}{STEPS}<h2>{heading}</h2>{TITLED}")
    assert titled(found, field) == list(PAIRS)


def test_other_names_behind_many_words() -> None:
    found = read(f"{TITLE}<p>You might know it as Cup Squat or Front Squat</p>{STEPS}")
    assert texts(found, "aliases") == ["Cup Squat", "Front Squat"]
