"""Pages on which rules were too wide, as somebody found who read them with a fresh eye."""

from __future__ import annotations

import pytest

from pipeline.reading import address_of
from pipeline.reading.markup.html import html_outline
from pipeline.reading.plaintext.text import text_outline
from tests.reading.reading import DESCRIBED, PROFILE, STEPS, TITLE, read_text, texts
from tests.reading.records import record, told, tracked

NUMBERED = ["Stand tall with a weight at your chest.", "Bend the knees.", "Push up."]
LISTED = "<ol>" + "".join(f"<li>{step}</li>" for step in NUMBERED) + "</ol>"


@pytest.mark.parametrize("steps", [LISTED, f"<h2>Down and up</h2>{LISTED}"])
@pytest.mark.parametrize("heading", ["Key points", "Safety points"])
def test_points_are_advice_where_a_list_without_a_heading_tells_the_steps(steps: str, heading: str) -> None:
    tips = ["Keep your chest up.", "Push your knees out.", "Keep your heels on the floor."]
    listed = "".join(f"<li>{tip}</li>" for tip in tips)
    found = record(f"{TITLE}{DESCRIBED}{steps}<h2>{heading}</h2><ul>{listed}</ul>")
    assert (list(found.instructions), found.safety_tips) == (NUMBERED, told(*tips))


def test_a_bold_aside_with_bullets_between_numbered_paragraphs_ends_no_steps() -> None:
    aside = "<p><strong>Grip options</strong></p><ul><li>By the horns</li><li>By the bell</li></ul>"
    steps = f"<p>1. Hold the kettlebell at your chest.</p>{aside}<p>2. Sit down between your knees.</p><p>3. Push through the heels to stand up.</p>"
    assert len(record(f"{TITLE}{DESCRIBED}<h2>Instructions</h2>{steps}").instructions) == 3


@pytest.mark.parametrize("heading", ["Warm-up before it", "A finisher", "Five facts"])
def test_steps_that_name_no_part_of_the_body_stay_the_steps(heading: str) -> None:
    steps = "<h2>Instructions</h2><ol><li>Drop down.</li><li>Kick out.</li><li>Come up.</li></ol>"
    other = f"<h2>{heading}</h2><ol><li>Circle your arms ten times.</li><li>Swing your legs.</li><li>Roll your shoulders.</li></ol>"
    found = record(f"<h1>Burpee</h1><p>A test of will.</p><p>Target: Quads</p>{steps}{other}", "Burpee")
    assert list(found.instructions) == ["Drop down.", "Kick out.", "Come up."]


@pytest.mark.parametrize(("label", "value"), [("Body part", "Legs"), ("You need", "Kettlebell"), ("Works", "Quads")])
def test_two_pictures_are_a_label_and_its_value_where_the_second_is_a_term(label: str, value: str) -> None:
    pictures = f'<p><img src="a.svg" alt="{label}"> <img src="b.svg" alt="{value}"></p>'
    found = record(f"{TITLE}<p>A squat held close.</p>{pictures}{STEPS}")
    assert found.body_parts or found.equipment or found.target_muscles


TURNS = "Goblet Squat\n\nTarget\nQuads\nEquipment\nKettlebell\nLevel\nBeginner\n"


def test_the_heading_of_the_steps_right_below_facts_is_no_label() -> None:
    found = read_text(f"{TURNS}Instructions\nStep by step\n\nStand tall.\nBend the knees.\nPush up.\n")
    assert texts(found, "instructions")[-3:] == ["Stand tall.", "Bend the knees.", "Push up."]


def test_a_section_right_below_facts_is_no_fact() -> None:
    found = read_text(
        f"{TURNS}Benefits\nBuilds the legs\n\nIt also opens the hips.\n\nInstructions\n\n1. Stand tall.\n2. Bend.\n"
    )
    assert "benefits" in found.fields and found.extra == {}


def test_sentences_with_a_date_before_them_stay_where_they_are_told() -> None:
    steps = "<h2>Instructions</h2><p>Updated version (June 2024): Stand tall with the kettlebell at your chest.</p><p>Sit down between your knees.</p><p>Stand up.</p>"
    gains = "<h2>Benefits</h2><p>Boston study (June 2019): People who squat climb stairs with less effort.</p><p>It trains the whole body.</p>"
    found = record(f"{TITLE}{DESCRIBED}{steps}{gains}")
    assert (len(found.instructions), len(found.benefits)) == (3, 2)


@pytest.mark.parametrize(
    "shown",
    [
        "<h2>Video</h2><p>View online: https://video.example.com/abc</p>",
        "<p>Retrieved from https://commons.example.com/wiki/File:Squat.jpg</p>",
        "<h2>Comments</h2><p>Permalink: https://site.example.com/page/comment-1</p>",
        "<p>Permalink: https://site.example.com/page#comment-1</p>",
    ],
)
def test_the_address_of_something_else_is_not_that_of_the_page(shown: str) -> None:
    page = f"<html><body>{TITLE}{DESCRIBED}{STEPS}{shown}</body></html>"
    assert address_of(html_outline(page), PROFILE) is None
    assert (
        address_of(text_outline("Goblet Squat\n\nA squat.\n\nOur shop\nOnline at: https://shop.example.com\n"), PROFILE)
        is None
    )


def test_a_variation_keeps_its_name_where_a_sentence_tells_another() -> None:
    names = "<ul><li><strong>Sumo Goblet Squat:</strong> Take a wide stance. It is also known as the Plie Squat.</li><li><strong>Box Goblet Squat:</strong> Sit to a box.</li></ul>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{names}")
    assert found.variations == ("Sumo Goblet Squat", "Box Goblet Squat")


def test_headings_with_the_name_below_variations_are_none() -> None:
    steps = "<h2>How to do it</h2><ol><li>Lie on your elbows.</li><li>Lift your hips.</li></ol>"
    below = "".join(
        f"<h3>{head}</h3><p>See how our coach does it.</p>"
        for head in ("Side Plank", "Plank video", "Plank reps", "Plank programs")
    )
    found = record(
        f"<h1>Plank</h1><p>A hold on the elbows.</p><p>Target: Abs</p>{steps}<h2>Variations</h2>{below}", "Plank"
    )
    assert found.variations == ("Side Plank",)


def test_questions_that_ask_what_else_it_is_good_for_ask_for_no_names() -> None:
    gains = "<h2>What is it also good for?</h2><ul><li>Stronger grip</li><li>Better posture</li><li>Open hips</li></ul>"
    found = record(
        f"{TITLE}{DESCRIBED}{STEPS}{gains}<h2>Is it also for runners?</h2><p>Runners, cyclists and skiers</p>"
    )
    assert (found.aliases, len(found.benefits)) == ((), 3)


def test_a_dose_below_protocol_is_no_step() -> None:
    found = record(f"{TITLE}{DESCRIBED}<h2>Protocol</h2><p>3 sets of 10 reps, three times a week.</p>{STEPS}")
    assert (len(found.instructions), found.tracking[:2]) == (2, tracked(sets="3", reps="10"))


@pytest.mark.parametrize(
    "box",
    [
        '<div class="card info"><p>Bench Press</p><p>Target: Chest</p><p>Equipment: Barbell</p></div>',
        '<div class="facts"><p>Exercise of the day: Box Jump</p><p>Target: Glutes</p><p>Level: Hard</p></div>',
        '<div class="info"><p>About our gym</p><p>Equipment: Barbells</p><p>Level: All levels</p></div>',
        "<div><h3>Workout details</h3><p>Level: Hard</p><p>Equipment: Barbell</p></div>",
    ],
)
def test_boxes_behind_the_text_that_speak_of_something_else(box: str) -> None:
    steps = "<h2>How to do it</h2><ol><li>Stand tall with a weight at your chest.</li><li>Bend the knees.</li></ol>"
    page = f'<div class="page"><main>{TITLE}<p>A squat with a weight held close.</p>{steps}</main><div class="col">{box}</div></div>'
    found = record(page)
    assert (found.target_muscles, found.equipment, found.difficulty) == ((), (), "")


def test_facts_between_two_lines_of_the_name_are_below_the_title() -> None:
    lines = (
        "Goblet Squat",
        "Kettlebell Front Squat",
        "Squat pattern lift",
        "Muscles: Quads",
        "Equipment: Kettlebell",
        "Goblet Squat",
    )
    found = record("".join(f"<div>{line}</div>" for line in lines) + LISTED, "Goblet Squat - Liftly")
    assert (found.target_muscles, found.equipment) == (("quadriceps",), ("kettlebell",))


def test_names_below_lines_about_something_else_are_no_variations() -> None:
    lists = "<ul><li>Box squat</li><li>Sumo squat</li></ul><p>When to use it:</p><ul><li>Leg press</li><li>Deadlift</li></ul><p>Common mistakes:</p><ul><li>Half squat</li><li>Good morning squat</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{lists}").variations == ("Box squat", "Sumo squat")


def test_a_description_may_have_colons_in_its_sentences() -> None:
    text = "The idea: one weight at the chest. The gain: a squat that is deep."
    assert record(f"{TITLE}<p>{text}</p><p>Target: Quads</p>{STEPS}").description == text


def test_a_menu_with_bars_states_no_tool() -> None:
    assert record(f"{TITLE}{DESCRIBED}<p>Equipment | Shop</p>{STEPS}").equipment == ()


def test_a_dash_that_is_not_in_the_name_parts_a_tip() -> None:
    name = "Curl - Barbell"
    tips = "<h2>Tips</h2><ul><li>Grip - Barbell knurling helps you hold on.</li><li>Elbows - Keep them at your sides.</li></ul>"
    found = record(f"<h1>{name}</h1><p>A curl.</p><p>Target: Biceps</p>{STEPS}{tips}", name)
    assert [tip.title for tip in found.safety_tips] == ["Grip", "Elbows"]


def test_a_form_to_log_a_set_states_nothing() -> None:
    form = "<aside><h3>Log this set</h3><p>Set 1</p><p>Level: Advanced</p></aside>"
    found = record(f"<main>{TITLE}{DESCRIBED}{STEPS}</main>{form}")
    assert (found.difficulty, found.tracking) == ("", ())


def test_a_label_of_the_name_with_a_remark_behind_it() -> None:
    found = read_text(
        "**Exercise: Goblet Squat** (kettlebell)\n\nA squat.\n\nInstructions\n\n1. Stand tall.\n2. Sit down.\n"
    )
    assert "Goblet Squat" in found.fields["name"].text


@pytest.mark.parametrize(
    "step", ["1 Kettlebell in each hand, press both overhead.", "A. Smith machine bar is set at your chest."]
)
def test_what_begins_the_only_step_may_be_no_count(step: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}<h2>Instructions</h2><p>{step}</p>").instructions[0] == step
