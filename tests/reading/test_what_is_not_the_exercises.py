"""Sections that read like fields of the exercise and are of something else, as their headings say."""

from __future__ import annotations

import pytest

from pipeline.reading import Profiles, draft
from pipeline.reading.markup.html import html_outline
from tests.reading.reading import PROFILE, STEPS, TITLE, read, read_text, texts, titled

FACTS = "<ul><li><b>Target muscle:</b> Quads</li><li><b>Level:</b> Beginner</li></ul>"
HEAD = f"{TITLE}<p>A squat with a weight in front.</p>{FACTS}{STEPS}"
TOLD = "<ul><li>Pay half price at the pool and the gym.</li><li>Train freely every week.</li></ul>"


@pytest.mark.parametrize(
    "heading",
    [
        "Financial benefits you may be entitled to",
        "Safety of your data",
        "Why our department was praised by inspectors",
        "Free newsletter: five tips for better sleep",
        "How to choose a personal trainer: our editors' advice",
        "Why people stay with Kronos",
        "Advertisement: AeroGrip training gloves",
        "What you get out of the membership",
    ],
)
def test_benefits_tips_and_steps_of_other_things(heading: str) -> None:
    found = read(f"{HEAD}<h2>{heading}</h2>{TOLD}")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]
    assert "benefits" not in found.fields
    assert "safety_tips" not in found.fields


def test_a_profile_may_say_otherwise() -> None:
    mine = b"name: mine\nextends: generic\nrecognise: {hosts: [mine.example.com]}\nfields: {tips: {headings: [newsletter tips]}}"
    tips = "<h2>Newsletter tips</h2><ul><li>Keep the heels down.</li></ul>"
    outline = html_outline(f"<html><body>{HEAD}{tips}</body></html>")
    assert "safety_tips" not in draft(outline, PROFILE).fields
    assert texts(draft(outline, Profiles([("mine.yaml", mine)]).by_name["mine"]), "safety_tips") == [
        "Keep the heels down."
    ]


def test_coaches_and_teams_advise_on_the_exercise() -> None:
    for heading in ("Coaching cues", "Tips from our team", "Trainer's hints", "Advice from the staff"):
        found = read(f"{HEAD}<h2>{heading}</h2><ul><li>Keep the heels down.</li><li>Keep the chest up.</li></ul>")
        assert texts(found, "safety_tips") == ["Keep the heels down.", "Keep the chest up."], heading


def test_a_leaflet_about_itself_is_no_description() -> None:
    found = read(
        f"{TITLE}{FACTS}{STEPS}<h2>About this leaflet</h2><p>It was written by two nurses of the hospital.</p>"
    )
    assert "description" not in found.fields


def test_a_glossary_states_no_facts() -> None:
    words = "<dt>Tempo</dt><dd>Four digits for the seconds of a repetition.</dd>"
    words += "<dt>Stabilizer</dt><dd>A muscle that holds still, such as the deep muscles of the trunk.</dd>"
    found = read(f"{HEAD}<h2>Glossary</h2><dl>{words}</dl>")
    assert not found.extra
    assert "stabilizers" not in found.fields
    assert "tracking" not in found.fields


def test_packages_with_a_price_are_no_facts() -> None:
    package = "<div><b>Strong</b><span>Level: advanced</span><span>You need: barbell</span><span>€169</span></div>"
    plain = f"{TITLE}<p>A squat.</p><ul><li><b>Target muscle:</b> Quads</li></ul>{STEPS}"
    found = read(f"{plain}<h2>Work with me</h2>{package}")
    assert "difficulty" not in found.fields
    assert "equipment" not in found.fields


def test_how_pupils_are_marked_is_no_benefit() -> None:
    marks = "".join(
        f"<tr><td>{level}</td><td>{text}</td></tr>"
        for level, text in (("Beginner (1-3)", "Takes part with help."), ("Advanced (7-9)", "Helps the others."))
    )
    found = read(f"{HEAD}<h2>How we mark</h2><table>{marks}</table>")
    assert "benefits" not in found.fields


def test_another_exercise_below_about_and_its_name() -> None:
    rows = "<dl><dt>Secondary muscles</dt><dd>Chest</dd><dt>Sets</dt><dd>4</dd></dl>"
    found = read(f"{HEAD}<h2>About the Bench Press</h2>{rows}")
    assert "secondary_muscles" not in found.fields
    assert "tracking" not in found.fields


def test_a_table_whose_labels_and_values_take_turns_by_their_class() -> None:
    rows = [
        ("Primary muscles", "Quads, Glutes", "Equipment", "Barbell, Bench"),
        ("Force", "Push", "Difficulty", "Intermediate"),
    ]
    cells = "".join(
        "<tr>" + "".join(f"<td class='k'>{a}</td><td>{b}</td>" for a, b in (row[:2], row[2:])) + "</tr>" for row in rows
    )
    found = read(f"{TITLE}<p>A squat.</p><table>{cells}</table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]
    assert texts(found, "equipment") == ["Barbell", "Bench"]
    assert texts(found, "difficulty") == ["Intermediate"]
    assert texts(found, "force") == ["Push"]


def test_steps_in_a_table_that_carries_its_heads_for_small_screens() -> None:
    rows = "".join(
        f"<tr><td data-label='No.'>{n}</td><td data-label='Instruction'><div>{step}</div></td></tr>"
        for n, step in enumerate(["Stand tall.", "Bend the knees."], 1)
    )
    table = f"<table><thead><tr><th>No.</th><th>Instruction</th></tr></thead><tbody>{rows}</tbody></table>"
    found = read(f"{TITLE}<p>A squat.</p>{FACTS}<h2>Exercise steps</h2>{table}")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


def test_more_information_is_what_a_shop_calls_facts() -> None:
    rows = "<tr><th>Primary Muscle</th><td data-th='Primary Muscle'>Quads</td></tr><tr><th>Recommended Sets</th><td data-th='Recommended Sets'>3</td></tr>"
    found = read(f"{TITLE}<p>A squat.</p>{STEPS}<h2>More Information</h2><table>{rows}</table>")
    assert texts(found, "target_muscles") == ["Quads"]
    assert titled(found, "tracking") == [("Recommended Sets", "3")]


def test_a_name_with_brackets_in_a_row_of_small_pieces() -> None:
    place = "<div><a href='/'>Iron Den</a><strong>Chest Push (multiple response)</strong></div>"
    found = read(f"{place}<p>A throw with a heavy ball.</p>{FACTS}{STEPS}", "Chest Push (multiple response) - Iron Den")
    assert texts(found, "name") == ["Chest Push (multiple response)"]


def test_the_exercise_on_the_page_of_a_trainer() -> None:
    trainer = "<h1>Gus Halloway</h1><p>Personal trainer in Norwich.</p><h2>About me</h2><p>I was a roofer.</p>"
    exercise = f"<h2>Exercise of the week: Spell Caster</h2><p>It looks like a wizard at work.</p>{FACTS}{STEPS}"
    for title in ("Gus Halloway - Personal Trainer in Norwich", "Gus Halloway"):
        found = read(f"{trainer}{exercise}", title)
        assert texts(found, "name") == ["Spell Caster"]
        assert texts(found, "description") == ["It looks like a wizard at work."]
        assert texts(found, "target_muscles") == ["Quads"]


def test_counts_of_an_index_at_the_foot_are_no_facts() -> None:
    rows = "".join(f"<tr><td>{part} exercises</td><td>{n}</td></tr>" for part, n in (("Neck", 41), ("Hip", 214)))
    assert not read(f"{HEAD}<table>{rows}</table>").extra


def test_who_wrote_a_post_begins_no_section() -> None:
    post = "<h4>quarrelsome_oak</h4><h5>Moderator</h5><p>A squat with a weight in front.</p>"
    assert texts(read(f"{TITLE}{post}{FACTS}{STEPS}"), "description") == ["A squat with a weight in front."]
    answer = "<h2>2 Answers</h2><p>A squat with a weight in front.</p>"
    assert texts(read(f"{TITLE}<p>Ask Question</p>{answer}{FACTS}{STEPS}"), "description") == [
        "A squat with a weight in front."
    ]


def test_the_word_and_the_number_of_a_step_side_by_side() -> None:
    steps = "".join(
        f"<div class='s'><div class='m'><span>Step</span> <span>{n}</span></div><div class='t'>{text}</div></div>"
        for n, text in enumerate(["Stand tall.", "Bend the knees."], 1)
    )
    found = read(f"{TITLE}<p>A squat.</p>{FACTS}<h2>What you have to do</h2>{steps}")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]
    assert texts(found, "difficulty") == ["Beginner"]


def test_a_page_without_steps_takes_none_of_something_else() -> None:
    advice = "<ol><li>Ask for a trial lesson.</li><li>Look at the insurance.</li></ol>"
    found = read(f"{TITLE}<p>A squat.</p>{FACTS}<h2>How to choose a personal trainer: our editors' advice</h2>{advice}")
    assert "instructions" not in found.fields


def test_about_an_exercise_of_the_same_kind() -> None:
    rows = "<dl><dt>Secondary muscles</dt><dd>Chest</dd><dt>Tip for the Bench Press</dt><dd>Stack the wrists.</dd></dl>"
    page = HEAD.replace("Goblet Squat", "Leg-Over Floor Press")
    found = read(f"{page}<h2>About the Barbell Bench Press</h2>{rows}", "Leg-Over Floor Press")
    assert "secondary_muscles" not in found.fields
    assert "safety_tips" not in found.fields


def test_what_a_box_beside_the_facts_asks_for_is_no_description() -> None:
    rows = "".join(
        f"<li><div><div>{a}</div><div><div>{b}</div></div></div></li>" for a, b in (("Gear", "Bar"), ("Level", "Easy"))
    )
    box = f"<div><div><h3>At a glance</h3><ul>{rows}</ul></div><div><h4>Keep the lights on</h4><p>We live on small gifts from visitors like you.</p></div></div>"
    found = read(f"{TITLE}<p>A squat with a weight in front of the chest.</p>{STEPS}{box}")
    assert texts(found, "description") == ["A squat with a weight in front of the chest."]


def test_an_answer_that_names_no_variation() -> None:
    answer = "<details><summary>What are common variations of the Goblet Squat?</summary><div>There are many, and the box finds them.</div></details>"
    intro = "<h2>Introduction to the Goblet Squat</h2><p>A squat with a weight in front of the chest.</p>"
    found = read(f"{TITLE}{intro}{STEPS}<h2>Goblet Squat FAQs</h2>{answer}")
    assert texts(found, "description") == ["A squat with a weight in front of the chest."]
    assert texts(found, "variations") == []


@pytest.mark.parametrize(
    ("heading", "steps"),
    [
        ("How to join", ["Pick your gym.", "Choose a membership.", "Scan the code at the door."]),
        ("How to use the lab", ["Register with the technician.", "Read the rules.", "Switch it off when you leave."]),
        ("Train with us: how it works", ["Book a call.", "Get a plan.", "Start on Monday."]),
    ],
)
def test_lists_of_steps_that_speak_of_nothing_bodily(heading: str, steps: list[str]) -> None:
    listed = "".join(f"<li>{step}</li>" for step in steps)
    told = STEPS.replace("Stand tall", "Stand tall with the feet apart")
    found = read(
        f"{TITLE}<p>A squat.</p>{told}<h2>Tips</h2><ul><li>Look up.</li></ul><h2>{heading}</h2><ol>{listed}</ol>"
    )
    assert texts(found, "instructions") == ["Stand tall with the feet apart.", "Bend the knees."]


RECIPE = '<div itemscope itemtype="https://schema.org/Recipe"><h2>{}</h2><h3>Directions</h3><ol><li>Hold it with both hands.</li><li>Stand up.</li></ol></div>'


def test_microdata_of_a_recipe_beside_an_exercise() -> None:
    found = read(f"{HEAD}{RECIPE.format('Refuel with: Lentil Bowl')}")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]
    card = read(f"{TITLE}<p>A squat with a weight.</p>{RECIPE.format('Goblet Squat')}")
    assert texts(card, "instructions") == ["Hold it with both hands.", "Stand up."]


@pytest.mark.parametrize("heading", ["Benefits of buying today", "Pros of our gear, tested for a month"])
def test_benefits_of_what_is_sold(heading: str) -> None:
    found = read(f"{HEAD}<h2>{heading}</h2><ul><li>Pay once and keep it.</li><li>Stable on bad floors.</li></ul>")
    assert texts(found, "benefits") == []


def test_a_box_of_facts_with_nothing_but_spaces_behind_its_labels() -> None:
    rows = (("Target muscles", "calves"), ("Equipment", "no equipment"), ("Level", "beginner"))
    box = "".join(f"<p><strong>{label}</strong> {value}</p>" for label, value in rows)
    found = read(f"{TITLE}<p>A squat.</p><div><p>Fact box</p>{box}</div>{STEPS}")
    assert texts(found, "target_muscles") == ["calves"]
    assert texts(found, "equipment") == ["no equipment"]
    assert texts(found, "difficulty") == ["beginner"]


def test_two_tags_are_no_label_and_its_value() -> None:
    found = read(f"{TITLE}<div><a>home-gym</a> <a>technique</a></div><p>A squat with a weight.</p>{FACTS}{STEPS}")
    assert found.extra == {}


def test_the_name_of_another_exercise_says_nothing_of_sides() -> None:
    text = "Plank\n\nTarget: Abs\n\nSteps\n1. Lie down.\n2. Lift up.\n\nRelated Exercises\n\nSide Plank\n\nGrade: Hard | Type: Cardio\n"
    found = read_text(text)
    assert (texts(found, "difficulty"), texts(found, "exercise_type"), texts(found, "bilateral")) == ([], [], [])
