"""Exercises whose names few people know, long names, and steps as people write them: without a stop, with a caution."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TEXT_STEPS, TITLE, read, read_text, texts, titled

DIP = "\n\nExercise of the Day\n\nDip\n\nTarget: Triceps\nLevel: Beginner\n"
COUNTED = "STEP 1\nLie on your back.\n\nSTEP 2\nLift the hips.\n\n"
TWO = ["Lie on your back.", "Lift the hips."]


@pytest.mark.parametrize(
    "name", ["The Straddle", "Linear 3-Part Start Technique", "Band Good Morning (Pull Through)", "Neck-SMR"]
)
def test_a_known_name_is_whole(name: str) -> None:
    page = f"<h1>The {name} Exercise Guide</h1>{DESCRIBED}{STEPS}" if name == "Neck-SMR" else f"<h1>{name}</h1>{STEPS}"
    assert texts(read(page, f"{name} | Iron Index"), "name") == [name]


@pytest.mark.parametrize(
    "body",
    [
        "<dl><dt>Step 1</dt><dd>{}</dd></dl>",
        "<p><strong>Step 1:</strong> {}</p>",
        "<table><tr><td>1</td><td>{}</td></tr></table>",
        "<ol><li>{}</li></ol>",
    ],
)
def test_a_step_that_counts_alone_is_one(body: str) -> None:
    told = "Lie on your back. Brace the belly. Lift the hips."
    assert texts(read(f"{TITLE}{DESCRIBED}<h2>Instructions</h2>{body.format(told)}"), "instructions") == [told]


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


# -- names and facts of others -------------------------------------------------------------------------------------


def test_the_facts_of_two_cards_above_the_title() -> None:
    row = "<div class='r'><span class='l'>{}</span><span class='v'>{}</span></div>"
    facts = (("Supporting muscles", "lats"), ("Equipment", "Body Only"), ("Movement mechanics", "compound"))
    first = f"<p><b>Ball Hyperextension</b></p>{''.join(row.format(*fact) for fact in facts)}"
    second = "<p><b>Clean Pull</b></p><dl><dt>Also worked</dt><dd>Traps</dd><dt>Force</dt><dd>Pull</dd></dl>"
    found = read(f"<div>{first}{second}</div><main>{TITLE}<p>Target: Quads</p>{STEPS}</main>")
    assert not {"secondary_muscles", "equipment", "force", "mechanic"} & found.fields.keys()


def test_another_exercise_below_a_heading_of_what_is_left_out() -> None:
    other = (
        "<h3>Today's Workout</h3><p>Hang Clean</p><dl><dt>Target</dt><dd>Traps</dd><dt>Type</dt><dd>Cardio</dd></dl>"
    )
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}{other}")
    assert texts(found, "target_muscles") == ["Quads"] and "exercise_type" not in found.fields


def test_one_fact_beside_the_label_of_facts() -> None:
    found = read(f"{TITLE}<dl><dt>Key facts</dt><dd>Exercise category stretching</dd></dl>{STEPS}")
    assert texts(found, "exercise_type") == ["stretching"] and not found.extra


def test_an_and_that_stood_between_two_words_behind_a_name() -> None:
    assert texts(read("<h1>Gorilla Chin instructions and video</h1>" + STEPS, title="Liftly"), "name") == [
        "Gorilla Chin"
    ]


def test_facts_in_a_side_bar_with_several_headings() -> None:
    facts = {"Muscles": "Quads", "Equipment": "Kettlebell", "License": "CC-BY-SA 4", "History": "3 edits"}
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in facts.items())
    links = "".join(f"<li><a href='#'>{name}</a></li>" for name in ("Hip Thrust", "Face Pull", "Dip", "Row"))
    links += "<li><a href='#'>Show all exercises</a></li>"
    others = f"<h4>Other exercises for this muscle</h4><ul>{links}</ul>"
    side = f"<div class='col-sm-4' id='sidebar'><h4>Details</h4><table>{rows}</table>{others}</div>"
    found = read(
        f"<div class='row'><div class='col-sm-8'><h2>Goblet Squat</h2>{STEPS}</div>{side}</div>",
        title="Goblet Squat - wm",
    )
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "equipment") == ["Kettlebell"]


def test_amounts_above_their_labels_behind_an_open_list_of_muscles() -> None:
    muscles = "<p>Supporting muscles</p><div><span>Calves</span><span>Glutes</span></div>"
    doses = "".join(
        f"<div><b>{n}</b><small>{label}</small></div>" for n, label in (("4", "Sets"), ("2 minutes", "Rest"))
    )
    found = read(f"{TITLE}{muscles}<section>{doses}</section>{STEPS}")
    assert titled(found, "tracking") == [("Sets", "4"), ("Rest", "2 minutes")] and not found.extra


def test_tags_of_a_site_are_no_facts() -> None:
    tags = "<div class='tags'><a href='/t/journal'>journal</a> <a href='/t/movement'>movement</a></div>"
    assert not read(f"{TITLE}<p>Target: Quads</p>{STEPS}{tags}").extra


def test_an_object_of_the_data_that_another_refers_to_is_told_once() -> None:
    plan = '{"@type": "ExercisePlan", "@id": "#p", "name": "Goblet Squat", "repetitions": "12"}'
    page = '{"@type": "WebPage", "mainEntity": {"@id": "#p"}}'
    data = f'<script type="application/ld+json">{{"@graph": [{page}, {plan}]}}</script>'
    assert len(titled(read(f"{data}{TITLE}<p>Target: Quads</p>{STEPS}"), "tracking")) == 1


def test_what_a_site_says_of_itself_is_no_tip_and_no_description() -> None:
    call = "<p>You are viewing a shared page. Sign in to save it.</p>"
    tips = "<h2>Comments</h2><p>See also Dips and Push-Ups.</p>"
    found = read(f"{TITLE}<p>A squat for everybody who sits too much.</p>{call}{STEPS}{tips}")
    assert texts(found, "description") == ["A squat for everybody who sits too much."]
    assert "safety_tips" not in found.fields


def test_a_bold_line_above_a_list_behind_the_end_of_a_part() -> None:
    told = "<p><b>Things I shout across the gym</b></p><ul><li>Keep space between the ears and the shoulders.</li><li>Hold the top for a moment to prove it.</li></ul>"
    steps = "<p><b>How I teach it</b></p><p><b>Step 1:</b> Stand tall.</p><p><b>Step 2:</b> Sit down.</p>"
    found = read(f"{TITLE}<p>Target: Quads</p><hr>{steps}<hr>{told}")
    assert texts(found, "safety_tips") == [
        "Keep space between the ears and the shoulders.",
        "Hold the top for a moment to prove it.",
    ]


def test_a_variant_in_a_part_that_is_left_out_is_another_exercise() -> None:
    other = "Today's Workout\n\nDouble Kettlebell Snatch\n\nMuscles assisting = Biceps\nRequired skill = Easy\n"
    found = read_text(f"Snatch\n\nLevel: Advanced\n\n{TEXT_STEPS}Main Muscle Worked:\n- Quadriceps\n\n\n{other}")
    assert "secondary_muscles" not in found.fields and texts(found, "difficulty") == ["Advanced"]


@pytest.mark.parametrize(
    "box",
    [
        "<span class='text--white-space-pre-wrap'>{}</span>",
        "<div class='mt-4 whitespace-pre-line'>{}</div>",
        "<p style='color: red; white-space: pre-wrap'>{}</p>",
    ],
)
def test_a_text_whose_line_ends_are_shown(box: str) -> None:
    told = "It swings a loaded bar from hip to hip.\n\nTarget muscles: Abs\nLevel: Beginner\n\nHOW TO DO IT\n1. Grip the bar.\n2. Swing it.\n\nCOACHING TIPS\n• Move slowly.\n• Look ahead."
    found = read(f"<h1>Landmine Twist</h1>{box.format(told)}", title="Landmine Twist")
    assert texts(found, "target_muscles") == ["Abs"]
    assert texts(found, "instructions") == ["Grip the bar.", "Swing it."]
    assert texts(found, "safety_tips") == ["Move slowly.", "Look ahead."]


def test_the_first_title_of_a_tip_is_a_word_for_something_else() -> None:
    tips = "<h3>Breathing</h3><p>Breathe out slowly.</p><h3>No bouncing</h3><p>Hold the end position still.</p>"
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<h2>Tips for clients</h2>{tips}")
    assert titled(found, "safety_tips") == [
        ("Breathing", "Breathe out slowly."),
        ("No bouncing", "Hold the end position still."),
    ]


def test_a_name_with_a_dash_behind_how_to() -> None:
    name = "Bench Press - With Bands"
    assert texts(read(f"<h1>How To: {name}</h1><p>Target: Chest</p>{STEPS}", title="Garage Gym"), "name") == [name]


def test_a_row_of_links_at_the_foot_is_no_fact() -> None:
    row = "<table><tr><td>Related: Upper Arms | Chest Exercises</td><td>Links</td></tr></table>"
    assert not read(f"{TITLE}<p>Target: Quads</p>{STEPS}{row}").extra


def test_a_guide_step_by_step_is_no_name() -> None:
    found = read(
        "<h1>Prone Tollo</h1><h1>Step by step guide</h1><ol><li>Sit.</li><li>Rise.</li></ol>",
        title="Prone Tollo - Yard",
    )
    assert texts(found, "name") == ["Prone Tollo"] and texts(found, "instructions") == ["Sit.", "Rise."]


def test_information_above_facts_is_no_word_on_a_box_of_mistakes() -> None:
    faults = "<p><b>Faults</b></p><h4>Momentum</h4><p>Using momentum.</p><h4>Heels</h4><p>Lifting the heels.</p>"
    row = "<div><span>{}</span><span>{}</span></div>"
    facts = "".join(
        row.format(*fact) for fact in (("Main muscles", "Quads"), ("Equipment", "Cable"), ("Level", "Easy"))
    )
    found = read(f"{TITLE}{STEPS}{faults}<p><b>Information</b></p><section>{facts}</section>")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "equipment") == ["Cable"]
