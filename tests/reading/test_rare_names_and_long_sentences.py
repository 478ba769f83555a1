"""Exercises whose names few people know, long names, and steps as people write them: without a stop, with a caution."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TEXT_STEPS, TITLE, read, read_text, texts, titled

DIP = "\n\nExercise of the Day\n\nDip\n\nTarget: Triceps\nLevel: Beginner\n"
COUNTED = "STEP 1\nLie on your back.\n\nSTEP 2\nLift the hips.\n\n"
TWO = ["Lie on your back.", "Lift the hips."]


# -- the first line of a text --------------------------------------------------------------------------------------


@pytest.mark.parametrize("heading", ["How to Do the Tollo-Up", "HOW TO DO A TOLLO-UP", "Benefits of the Tollo-Up"])
def test_a_name_that_nobody_knows_is_said_again_in_a_heading(heading: str) -> None:
    told = f"Tollo-Up\n\nA plain movement with a long past.\n\n{heading}\n\nIt wakes the hips up.\n"
    assert texts(read_text(f"{told}\nTarget: Abs\n{DIP}"), "name") == ["Tollo-Up"]


def test_the_name_of_a_site_in_headings_is_no_name_of_an_exercise() -> None:
    text = f"Repling\n\nAbout Repling\n\nDip\n\nTarget: Triceps\n\n{TEXT_STEPS}"
    assert texts(read_text(text), "name") == ["Dip"]


def test_the_first_line_above_facts_is_the_name() -> None:
    benefits = "Benefits\n\nEasy to load\nIt grows with you.\n\nLight on joints\nIt is kind to them.\n\n"
    assert texts(read_text(f"TOLLO UP\n\nTarget: Lats\nLevel: Easy\n\n{benefits}{TEXT_STEPS}"), "name") == ["TOLLO UP"]


@pytest.mark.parametrize(
    "fact", ["Gear:    Foam Roll", "REQUIRED EQUIPMENT: exercise ball", "Sets ........ 3", "Grip: Overhand"]
)
def test_a_fact_is_no_name(fact: str) -> None:
    assert texts(read_text(f"Tollo\n\nA plain movement.\n\nLevel: Easy\n{fact}\n\n{TEXT_STEPS}"), "name") == ["Tollo"]


def test_the_number_of_a_step_is_no_name() -> None:
    found = read_text(f"Tollo\n\nTarget: Biceps\n\nHow do you do the Tollo?\n{COUNTED}")
    assert texts(found, "name") == ["Tollo"]
    assert texts(found, "instructions") == TWO


def test_what_is_named_behind_the_steps_is_another_exercise() -> None:
    told = "TOLLO BRIDGING\n\nA plain movement.\n\nStep-by-step\n\n* Lie on your back.\n* Lift the hips.\n\n"
    facts = "Facts\n\nMechanic: Compound\nLevel: Easy\n"
    found = read_text(f"{told}{facts}\n\nUp next\n\nCable Chest Press\n\nTarget: Chest\n")
    assert texts(found, "name") == ["TOLLO BRIDGING"]
    assert "target_muscles" not in found.fields


# -- names in HTML -------------------------------------------------------------------------------------------------


def test_a_name_is_not_at_the_foot_of_a_page_that_tells_its_steps_below_bold_lines() -> None:
    others = "<h2>People also viewed</h2><h3>Elbow to Knee</h3><table><tr><td>Level</td><td>Easy</td></tr></table>"
    steps = "<p><b>How to perform it</b></p><p>1. Grip the bar.</p><p>2. Stand up.</p><p>3. Set it down.</p>"
    found = read(f"{others}<h1>Barbell Tollo</h1>{steps}", title="Barbell Tollo")
    assert texts(found, "name") == ["Barbell Tollo"]


def test_a_ball_is_no_kind_of_page() -> None:
    name = "Crunch - Legs On Exercise Ball"
    assert texts(read(f"<h1>{name}</h1>{STEPS}", title=f"{name} | Liftly"), "name") == [name]


def test_a_name_with_brackets_is_no_label() -> None:
    steps = "**Iron Crosses (stretch): step by step**\n\nLie down on the floor.\n\nTurn to the other side.\n"
    found = read_text(f"Iron Crosses (stretch)\n\n- Target: Quads\n- Level: Easy\n\n{steps}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "instructions") == ["Lie down on the floor.", "Turn to the other side."]


# -- long names ----------------------------------------------------------------------------------------------------


def test_a_long_name_is_no_sentence() -> None:
    other = "Staff Pick\n\nBent Over Dumbbell Rear Delt Raise With Head On Bench\n\nTool: Other\nPush / Pull: Static\n"
    found = read_text(f"Goblet Squat\n\n{TEXT_STEPS}Facts\n\nTarget: Quads\nLevel: Easy\n\n\n{other}")
    assert "equipment" not in found.fields and "force" not in found.fields


def test_a_sentence_in_capitals_is_none_of_the_titles() -> None:
    steps = "<p>KEEP YOUR BACK FLAT AND LOWER THE BAR SLOWLY TO THE CHEST</p><p>PUSH THE BAR BACK UP UNTIL THE ARMS ARE STRAIGHT AGAIN</p>"
    assert len(texts(read(f"{TITLE}<h2>Instructions</h2>{steps}"), "instructions")) == 2


# -- steps as people write them ------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["Lower", "Step 2", "Set up"])
def test_a_caution_inside_a_step_is_of_the_step(label: str) -> None:
    step = "Bring the bar down slowly to the chest. Caution: Do not bounce it."
    steps = f"<p>Step 1: Lie on the bench.</p><p>{label}: {step}</p><p>Step 3: Push it up.</p>"
    found = read(f"{TITLE}<h2>Instructions</h2>{steps}")
    assert step in " ".join(texts(found, "instructions"))
    assert "safety_tips" not in found.fields and not found.extra


def test_numbers_above_steps_without_a_stop() -> None:
    first = "Grab two plates and hold them together with the smooth sides facing out"
    steps = [first, "Squeeze them with the fingers.", "Change hands."]
    lines = "\n\n".join(f"{n}\n{step}" for n, step in enumerate(steps, 1))
    assert texts(read_text(f"Plate Pinch\n\nTarget: Forearms\n\nInstructions\n\n{lines}\n"), "instructions") == steps


def test_a_step_may_end_with_a_word_that_announces_nothing() -> None:
    first = "Curl the dumbbells up while the elbows stay where they are. Tips:"
    steps = f"<p>{first}</p><p>Hold them there for a second.</p><p>Lower them.</p>"
    assert texts(read(f"{TITLE}<h2>Instructions</h2>{steps}"), "instructions")[0] == first


def test_a_heading_that_counts_alone() -> None:
    found = read_text("Goblet Squat\n\nTarget: Quads\n\n1. Carrying it out\n\n* Stand tall.\n* Bend the knees.\n")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


# -- what stands around --------------------------------------------------------------------------------------------


def test_facts_of_others_above_the_title_whose_names_nobody_knows() -> None:
    known = "<h4>Chest Pass</h4><dl><dt>Secondary</dt><dd>Chest</dd><dt>Mechanics</dt><dd>Isolation</dd></dl>"
    facts = "<p><b>Also targets:</b> Chest</p><p><b>Tools:</b> Barbell</p><p><b>Mechanics:</b> Compound</p>"
    others = f"<h3>Related</h3>{known}<p><b>Tollo-Ups</b></p>{facts}"
    found = read(f"{others}{TITLE}<p>Target: Quads</p>{STEPS}")
    assert not {"secondary_muscles", "equipment", "mechanic"} & found.fields.keys()


def test_own_facts_above_the_title_end_where_those_of_others_do() -> None:
    other = "<div><h3>Exercise of the Week</h3><p>Tollo Swing</p><dl><dt>Assists</dt><dd>Glutes</dd></dl></div>"
    own = "<dl><dt>Target</dt><dd>Quads</dd><dt>Region</dt><dd>Legs</dd></dl>"
    found = read(f"{other}{own}{TITLE}<p>A good one for cold mornings.</p>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert "secondary_muscles" not in found.fields


def test_a_list_of_contents_below_a_fact() -> None:
    contents = "<ul><li>Instructions</li><li>Tips</li><li>Benefits</li></ul>"
    told = f"{STEPS}<h2>Tips</h2><p>Go slowly.</p><h2>Benefits</h2><p>It builds the legs.</p>"
    found = read(f"{TITLE}<p><b>Primary muscles used</b></p><p>chest</p>{contents}{told}")
    assert texts(found, "target_muscles") == ["chest"]


def test_the_title_below_a_bold_heading_is_kept() -> None:
    part = "<tr><td><b>{}</b></td></tr><tr><td>{}</td></tr>"
    parts = [
        ("Instructions", "<h5>1</h5><p>Stand tall.</p><h5>2</h5><p>Bend the knees.</p>"),
        ("Coaching advice", "<h4>Stop at pain</h4><p>A sting is not fine.</p>"),
        ("Benefits", "<h4>Little room</h4><p>It needs no more than a mat.</p>"),
    ]
    found = read(f"{TITLE}<table>{''.join(part.format(*p) for p in parts)}</table>")
    assert titled(found, "safety_tips") == [("Stop at pain", "A sting is not fine.")]
    assert titled(found, "benefits") == [("Little room", "It needs no more than a mat.")]


def test_names_in_a_list_beside_a_label_are_not_taken_apart() -> None:
    names = ["Walking, Treadmill", "Seated Hamstring and Calf Stretch", "Band Good Morning"]
    cell = "".join(f"<li>{name}</li>" for name in names)
    found = read(f"{TITLE}{STEPS}<dl><dt>Popular variations</dt><dd><ul>{cell}</ul></dd></dl>")
    assert texts(found, "variations") == names
