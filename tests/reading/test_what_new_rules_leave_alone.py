"""What looks like amounts, steps, terms, facts or the rest of a title, and is none: the limits of rules that read more."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE
from tests.reading.records import record, rejected_for, tracked

INTRO = "<p>A squat with a weight held close.</p><p>Target: Quads</p>"


@pytest.mark.parametrize("told", ["<p>Common mistake: 20 sets, 30 reps</p>", "<p>3 sets, 5 sets, 8 reps</p>"])
def test_amounts_that_are_no_dose_of_the_exercise(told: str) -> None:
    assert record(f"{TITLE}{INTRO}{told}{STEPS}").tracking == ()


def test_a_dose_in_words_behind_one_that_is_stated() -> None:
    group = "<h2>Our evening group</h2><p>Do 4 sets of 12 reps.</p>"
    assert record(f"{TITLE}{INTRO}<p>Time: 30 seconds</p>{STEPS}{group}").tracking == tracked(time="30 seconds")


def test_steps_of_an_app_below_a_heading_that_leads_elsewhere() -> None:
    app = "<h2>Get started</h2><ol><li>Open the store.</li><li>Press install.</li><li>Choose a plan.</li></ol>"
    assert rejected_for(f"{TITLE}{INTRO}{app}") == ["missing-section"]


def test_a_plan_below_a_heading_of_workouts_states_no_facts() -> None:
    plan = "<h2>Sample workout</h2><table><tr><td>Level</td><td>Week three</td></tr><tr><td>Type</td><td>Cardio</td></tr></table>"
    found = record(f"{TITLE}<p>A squat.</p>{plan}<p>Target: Quads</p>{STEPS}")
    assert (found.difficulty, found.exercise_type) == ("", "")


def test_headings_of_which_few_are_muscles_are_none() -> None:
    heads = ("The basics", "A closer look", "What studies say", "Hamstrings")
    told = "".join(f"<h3>{head}</h3><p>They extend the hips.</p>" for head in heads)
    assert "the basics" not in record(f"{TITLE}<p>A squat.</p>{STEPS}<h2>Muscles worked</h2>{told}").target_muscles


def test_a_name_that_a_heading_has_as_a_whole() -> None:
    name = "Cossack Whatsit for Distance"
    steps = f"<h2>How to Do the {name}</h2><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    tips = "<h2>Cossack Whatsit tips</h2><ul><li>Keep your heels down.</li></ul>"
    assert record(f"<h1>{name}</h1>{INTRO}{steps}{tips}", name).name == name


def test_the_other_half_of_a_name_before_what_the_page_is() -> None:
    title = "Barbell Bench Press - Medium Grip Exercise Guide"
    assert (
        record(f"<h1>{title}</h1>{INTRO}{STEPS}", f"{title} | Iron Index").name == "Barbell Bench Press - Medium Grip"
    )
    assert record(f"<h1>Goblet Squat - Leg Exercises</h1>{INTRO}{STEPS}", "Goblet Squat").name == "Goblet Squat"


def test_the_number_of_a_step_in_an_element_of_its_own() -> None:
    steps = "".join(
        f"<h2><span class='label'>Step {n}</span> {title}</h2><p>{told}</p>"
        for n, title, told in ((1, "Set up", "Stand tall."), (2, "Lower", "Bend the knees."))
    )
    found = record(f"{TITLE}{INTRO}{steps}")
    assert found.instructions == ("Set up: Stand tall.", "Lower: Bend the knees.")


def test_a_few_lines_between_pre_tags_are_no_page() -> None:
    drawn = "<pre>\n   O\n  /|\\\n  / \\\n</pre>"
    found = record(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd></dl>{drawn}<ol><li>Stand tall.</li><li>Bend.</li></ol>")
    assert (found.target_muscles, found.instructions) == (("quadriceps",), ("Stand tall.", "Bend."))


def test_who_wrote_an_article_in_one_line_with_dots_is_no_description() -> None:
    by = "<div>7 min read · Written by Ann B., strength coach · Updated 3 Oct 2024</div>"
    assert record(f"{TITLE}{by}{INTRO}{STEPS}").description == "A squat with a weight held close."
