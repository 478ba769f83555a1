"""Facts in tables of one column, in tables with steps in a row, in runs of small pieces, and beside labels of tools."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE
from tests.reading.records import record, tracked

INTRO = "<p>A squat with a weight held close.</p>"


def _column(*lines: str) -> str:
    cells = (f'<tr><td class="{"ab"[n % 2]}">{line}</td></tr>' for n, line in enumerate(lines))
    return f"<table>{''.join(cells)}</table>"


def test_a_table_of_one_column_in_which_labels_and_values_take_turns() -> None:
    facts = _column("Prime mover", "Quads", "Kit", "Bench", "Mechanics", "Compound", "Dose", "3 sets of 10 reps")
    layout = f"<table><tr><td>{facts}<p><a href='/p'>As a file</a></p></td><td>{TITLE}{INTRO}{STEPS}</td></tr></table>"
    found = record(layout)
    assert (found.target_muscles, found.equipment, found.mechanic) == (("quadriceps",), ("bench",), "compound")
    assert found.tracking == tracked(sets="3", reps="10")


def test_a_table_with_the_steps_in_one_of_its_rows() -> None:
    rows = {
        "Main muscle": "Quads",
        "How hard?": "Easy",
        "Station": "4",
        "What to do": "<ol><li>Stand tall.</li><li>Bend the knees.</li></ol>",
        "Teaching points": "<ul><li>Keep your heels down.</li><li>Look ahead.</li></ul>",
    }
    table = "".join(f'<tr><td class="k">{label}</td><td>{value}</td></tr>' for label, value in rows.items())
    found = record(f"{TITLE}{INTRO}<table>{table}</table>")
    assert (found.target_muscles, found.difficulty) == (("quadriceps",), "beginner")
    assert found.instructions == ("Stand tall.", "Bend the knees.")
    assert [tip.text for tip in found.safety_tips] == ["Keep your heels down.", "Look ahead."]
    assert found.extra == {"Station": "4"}


def test_the_first_facts_of_a_page_below_a_heading_that_mostly_begins_plans() -> None:
    facts = "<table><tr><td>Exercise type</td><td>Cardio</td></tr><tr><td>Level</td><td>Beginner</td></tr></table>"
    found = record(f"{TITLE}<h2>Workout facts</h2>{facts}{STEPS}")
    assert (found.exercise_type, found.difficulty) == ("cardio", "beginner")
    planned = record(f"{TITLE}{STEPS}<h2>Sample workout</h2>{facts}")  # behind the steps they are the plan's
    assert (planned.exercise_type, planned.difficulty) == ("", "")


def test_pieces_of_which_one_has_a_value_that_nobody_knows() -> None:
    pairs = {"Works": "Forearms", "Gear": "Loop strap", "How hard": "Easy"}
    run = " ".join(f'<span class="p"><span class="k">{k}</span> <span>{v}</span></span>' for k, v in pairs.items())
    found = record(f"{TITLE}{INTRO}<p>{run}</p>{STEPS}")
    assert (found.target_muscles, found.equipment, found.difficulty) == (("forearms",), ("loop strap",), "beginner")


@pytest.mark.parametrize("facts", ["<p>Works: Quads</p><p>Machine: {}</p>", "<dl><dt>Machine</dt><dd>{}</dd></dl>"])
def test_a_kind_of_tool_is_a_label_of_the_tools_under_it(facts: str) -> None:
    found = record(f"{TITLE}{INTRO}<p>Level: Beginner</p>{facts.format('Elliptical')}{STEPS}")
    assert found.equipment == ("elliptical",)
    unknown = record(f"{TITLE}{INTRO}<p>Level: Beginner</p>{facts.format('Blue monster')}{STEPS}")
    assert (unknown.equipment, unknown.extra) == ((), {"Machine": "Blue monster"})


@pytest.mark.parametrize(
    "facts", ["<p>Works: Quads<br>Grip: Wide</p>", "<p><b>Grip:</b> Wide</p><p><b>Works:</b> Quads</p>"]
)
def test_two_lines_set_alike_of_which_one_is_a_fact_that_is_known(facts: str) -> None:
    found = record(f"{TITLE}{INTRO}{facts}{STEPS}")
    assert (found.target_muscles, found.extra) == (("quadriceps",), {"Grip": "Wide"})


@pytest.mark.parametrize("label", ["Dose", "Prescription", "Volume", "How much"])
def test_sets_and_reps_in_words_beside_a_rest_of_its_own(label: str) -> None:
    facts = f"<dl><dt>Works</dt><dd>Quads</dd><dt>{label}</dt><dd>3 sets of 10 reps</dd><dt>Rest</dt><dd>60 seconds</dd></dl>"
    found = record(f"{TITLE}{INTRO}{facts}{STEPS}")
    assert found.tracking == tracked(sets="3", reps="10", rest="60 seconds")
    assert found.extra == {}


def test_how_long_to_work_and_to_rest() -> None:
    found = record(f"{TITLE}{INTRO}<p>Target: Quads</p><p>Work: 40 seconds</p><p>Rest: 20 seconds</p>{STEPS}")
    assert found.tracking == tracked(time="40 seconds", rest="20 seconds")
    assert (found.target_muscles, found.extra) == (("quadriceps",), {})
    assert record(f"{TITLE}{INTRO}<p>Work: Quads</p>{STEPS}").target_muscles == ("quadriceps",)


def test_a_time_that_is_recommended() -> None:
    found = record(f"{TITLE}{INTRO}<p>Target: Quads</p><p>Recommended time: 25 minutes</p>{STEPS}")
    assert found.tracking == tracked(time="25 minutes")


def test_a_number_in_an_element_of_its_own_and_its_unit_in_another() -> None:
    counters = "".join(
        f"<div><div>{label}</div><div><span>{number}</span><span>{unit}</span></div></div>"
        for label, number, unit in (("Sets", "3", ""), ("Reps", "5", ""), ("Rest", "60", "sec"))
    )
    found = record(f"{TITLE}{INTRO}<h2>Our recommendation</h2>{counters}{STEPS}")
    assert found.tracking == tracked(sets="3", reps="5", rest="60 sec")


def test_how_fast_to_move_is_no_type_of_exercise() -> None:
    facts = "<dl><dt>Target</dt><dd>Quads</dd><dt>Sets</dt><dd>5</dd><dt>Tempo</dt><dd>Explosive</dd></dl>"
    assert record(f"{TITLE}{INTRO}{facts}{STEPS}").exercise_type == ""


@pytest.mark.parametrize("rated", ["Difficulty 2/10", "Difficulty: 2/10", "Difficulty 2 out of 10"])
def test_a_level_out_of_ten_whatever_divides_it_from_its_label(rated: str) -> None:
    assert record(f"{TITLE}{INTRO}<p>{rated}</p><p>Target: Quads</p>{STEPS}").difficulty == "beginner"


def test_the_menu_of_a_theme_below_the_title_states_no_muscle() -> None:
    menu = '<a href="#respond">Leave a Comment</a> / <a href="/c">Stretches</a> / By <a rel="author" href="/p">Ann</a>'
    found = record(f"{TITLE}<div>{menu}</div>{INTRO}<p>Muscle: Hip flexors</p>{STEPS}")
    assert found.target_muscles == ("hip flexors",)
    assert found.description == "A squat with a weight held close."
    assert record(f"{TITLE}<div>/ Stretches / By</div>{INTRO}<p>Muscle: Quads</p>{STEPS}").target_muscles == (
        "quadriceps",
    )


def test_a_link_below_steps_in_paragraphs_is_no_list_of_steps() -> None:
    steps = "<h2>Execution</h2><div><div>Grip the bar wide.</div><div>Pull it to the knees.</div></div>"
    found = record(f"{TITLE}{INTRO}{steps}<ul><li><a href='/p'>As a file</a></li></ul>")
    assert found.instructions == ("Grip the bar wide.", "Pull it to the knees.")


def test_ropes_to_jump_with_and_to_swing_are_found_under_rope_and_told_apart() -> None:
    found = record(f"{TITLE}{INTRO}<p>Equipment: Skipping rope, battling ropes</p><p>Target: Quads</p>{STEPS}")
    assert found.equipment == ("jump rope", "battle ropes")


def test_what_a_heading_says_of_its_pictures_is_no_part_of_the_name() -> None:
    page = (
        f"<h1>How to Do Cable Twists (With Pictures)</h1>{INTRO}<p>Target: Obliques</p><h2>How to do Cable Twists</h2>"
    )
    found = record(
        f"{page}<ol><li>Stand tall.</li><li>Turn.</li></ol>", "How to Do Cable Twists (With Pictures) - Blog"
    )
    assert (found.name, found.description) == ("Cable Twists", "A squat with a weight held close.")
