"""Lists of all that there is, of which the page marks what is the exercise's; facts behind icons and titles; lines of printed steps."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE
from tests.reading.records import record, tracked


@pytest.mark.parametrize(
    "scale",
    [
        '<ol><li aria-current="true">Beginner</li><li>Intermediate</li><li>Advanced</li></ol>',
        '<p><span class="step">Beginner</span> <span class="step is-active">Intermediate</span> <span class="step">Advanced</span></p>',
        "<p><span>Beginner</span> / <strong>Intermediate</strong> / <span>Advanced</span></p>",
        '<ul><li><label><input type="radio" checked disabled> Advanced</label></li><li><label><input type="radio" disabled> Beginner</label></li></ul>',
    ],
)
def test_a_scale_of_levels_states_the_one_that_is_marked(scale: str) -> None:
    level = {"Beginner</li><li>I": "beginner", "is-active": "intermediate", "<strong>": "intermediate"}
    expected = next((found for sign, found in level.items() if sign in scale), "advanced")
    assert record(f"{TITLE}{DESCRIBED}<h3>Level</h3>{scale}{STEPS}").difficulty == expected


def test_a_list_of_tools_with_boxes_states_those_that_are_ticked() -> None:
    box = '<li><label><input type="checkbox" disabled{}> {}</label></li>'
    boxes = "".join(
        box.format(" checked" if tool in ("Kettlebell", "Bench") else "", tool)
        for tool in ("Barbell", "Kettlebell", "Bench", "Cable")
    )
    assert record(f"{TITLE}{DESCRIBED}<h3>Equipment</h3><ul>{boxes}</ul>{STEPS}").equipment == ("kettlebell", "bench")


def test_ticks_and_crosses_before_terms() -> None:
    marks = "<ul><li>&#10007; Compound</li><li>&#10003; Isolation</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}<h3>Mechanics</h3>{marks}{STEPS}").mechanic == "isolation"


def test_a_bold_label_of_two_terms_keeps_its_value() -> None:
    assert record(f"{TITLE}{DESCRIBED}<p><b>Bilateral</b></p><p>No</p>{STEPS}").bilateral is False
    row = "<table><tr><td><b>Push / Pull</b></td><td>Static</td></tr></table>"
    assert record(f"{TITLE}{DESCRIBED}{row}{STEPS}").force == "static"


@pytest.mark.parametrize(
    "shown",
    [
        '<ul class="tabs"><li class="active"><a href="#b">Beginner</a></li><li><a href="#a">Advanced</a></li></ul>',
        "<ul class='levels'><li class='current-cat'><a href=/b>Beginner</a></li><li><a href=/a>Advanced</a></li></ul>",
    ],
)
def test_where_a_reader_is_among_tabs_and_links_says_nothing(shown: str) -> None:
    assert record(f"{TITLE}{shown}{DESCRIBED}{STEPS}").difficulty == ""


def test_chips_of_muscles_are_no_choice() -> None:
    chips = '<h3>Target</h3><ul><li class="chip active">Chest</li><li class="chip">Quads</li></ul>'
    assert record(f"{TITLE}<p>A squat.</p>{chips}{STEPS}").target_muscles == ("chest", "quadriceps")


def test_icons_that_are_the_labels_of_the_words_behind_them() -> None:
    icon = '<span><img src="i.svg" alt="{}" width="20"> {}</span>\n'
    facts = "".join(
        icon.format(*fact) for fact in (("Target muscle", "Quads"), ("Equipment", "Kettlebell"), ("Difficulty", "Easy"))
    )
    doses = "".join(icon.format(*dose) for dose in (("Sets", "3"), ("Reps", "8-12")))
    found = record(f"{TITLE}<div>{facts}</div><p>A squat.</p><div>{doses}</div>{STEPS}")
    assert (found.target_muscles, found.equipment, found.difficulty) == (("quadriceps",), ("kettlebell",), "beginner")
    assert found.tracking == tracked(sets="3", reps="8-12")


def test_titles_that_label_the_terms_they_open_over() -> None:
    tag = '<span class="tag" title="{}">{}</span>'
    tags = "".join(
        tag.format(*fact)
        for fact in (("Primary muscle", "Quads"), ("Secondary muscle", "Glutes"), ("Level", "Beginner"))
    )
    found = record(f"{TITLE}<p>{tags}</p><p>A squat.</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles, found.difficulty) == (
        ("quadriceps",),
        ("glutes",),
        "beginner",
    )
    links = '<p><a href="/a" title="All barbell exercises">Barbell</a> <a href="/b" title="All chest exercises">Chest</a></p>'
    assert record(f"{TITLE}{DESCRIBED}{links}{STEPS}").extra == {}


def test_terms_of_several_kinds_with_arrows_between_them_below_the_title() -> None:
    trail = '<p><a href="/s">Strength</a> &rsaquo; <a href="/q">Quads</a> &rsaquo; <a href="/k">Kettlebell</a> &rsaquo; <a href="/b">Beginner</a></p>'
    found = record(f"{TITLE}{trail}<p>A squat.</p>{STEPS}")
    assert (found.exercise_type, found.target_muscles, found.equipment, found.difficulty) == (
        "strength",
        ("quadriceps",),
        ("kettlebell",),
        "beginner",
    )


def test_sentences_that_say_the_type_and_the_tool_are_no_description() -> None:
    facts = "<h2>What it is</h2><p>The main muscles worked are the quads. The equipment you need is a kettlebell. The exercise type is strength.</p>"
    found = record(f"{TITLE}<p>Here is how our coaches teach it, from start to end.</p>{STEPS}{facts}")
    assert (found.exercise_type, found.equipment) == ("strength", ("kettlebell",))
    assert found.description == "Here is how our coaches teach it, from start to end."


def test_a_numbered_step_that_a_printed_page_breaks_into_lines() -> None:
    lines = (
        "<p>1. Pull both of your legs into the chest.<br>Relax your neck and your shoulders.</p>"
        "<p>2. Use a band if you need one. Hold<br>for 10 to 20 seconds, then switch sides.</p>"
    )
    assert list(record(f"{TITLE}{DESCRIBED}<h2>Instructions</h2>{lines}").instructions) == [
        "Pull both of your legs into the chest. Relax your neck and your shoulders.",
        "Use a band if you need one. Hold for 10 to 20 seconds, then switch sides.",
    ]


def test_doses_by_a_word_of_their_labels() -> None:
    rows = (
        ("Sets to do", "4"),
        ("Reps in each set", "8-10"),
        ("Breather between sets", "1-2 minutes"),
        ("Reps in reserve", "2"),
    )
    table = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows)
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>How much to do</h2><table>{table}</table>")
    assert found.tracking == tracked(sets="4", reps="8-10", rest="1-2 minutes")


@pytest.mark.parametrize(
    ("label", "value"),
    [("Sets / day", "3"), ("Reps in reserve", "2"), ("Weekly sets", "10"), ("Rest days", "2"), ("XP per set", "45")],
)
def test_words_of_labels_that_make_something_else_of_a_dose(label: str, value: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}<dl><dt>{label}</dt><dd>{value}</dd></dl>{STEPS}").tracking == ()


def test_the_columns_at_the_foot_of_a_page_state_nothing() -> None:
    column = "<div><b>{}</b><ul><li><a href='/a'>{}</a></li><li><a href='/b'>{}</a></li></ul></div>"
    foot = column.format("Help", "Get in touch", "Refunds") + column.format("Follow along", "Photos", "Clips")
    steps = "<h2>Part two</h2><p>1) Stand tall with your feet apart.</p><p>2) Bend the knees.</p>"
    found = record(f"{TITLE}{DESCRIBED}{steps}<div id=bottom>{foot}</div>")
    assert (found.secondary_muscles, len(found.instructions), found.extra) == ((), 2, {})


def test_what_readers_say_in_rows_with_a_date_is_no_tip() -> None:
    said = "<h2>Notes from the class</h2><table><tr><td><b>Marta K.</b><br><small>16 November 2018</small></td><td>Tried this on Tuesday.</td></tr><tr><td><b>Jess</b><br><small>11 March 2021</small></td><td>I have not looked back.</td></tr></table>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{said}").safety_tips == ()
