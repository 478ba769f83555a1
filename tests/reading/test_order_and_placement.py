"""Parts of a page in another order and in other places than most have them."""

from __future__ import annotations

import pytest

from pipeline.ingest.judging import judge
from pipeline.reading import Profiles
from pipeline.records import Page
from pipeline.settings import Settings
from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled

TARGET = "<p>Target: Quads</p>"


@pytest.mark.parametrize(
    "before",
    [
        "<div><p>Goblet Squat</p><div><span>Level</span><span>Moderate</span></div><div><span>Equipment</span><span>Kettlebell</span></div></div>",
        "<div class='region-sidebar-first'><h2>At a glance</h2><p>Level: Moderate</p><p>Equipment: Kettlebell</p></div>",
        "<div class='before'><p>Before you start</p><p>Equipment: Kettlebell</p><p>Level: Moderate</p></div>",
    ],
)
def test_facts_before_the_main_column(before: str) -> None:
    found = read(f"{before}<main>{TITLE}{TARGET}{STEPS}</main>")
    assert texts(found, "difficulty") == ["Moderate"] and texts(found, "equipment") == ["Kettlebell"]
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "instructions") == TWO_STEPS


def test_two_boxes_before_the_main_column() -> None:
    dose = "<table><tr><th>Sets</th><th>Repetitions</th><th>Tempo</th></tr><tr><td>3</td><td>12</td><td>3-0-1</td></tr></table>"
    kit = "<div><p>Equipment: Kettlebell</p><p>Level: Beginner</p></div>"
    found = read(f"<div>{dose}</div>{kit}<main>{TITLE}{TARGET}{STEPS}</main>")
    assert titled(found, "tracking") == [("Sets", "3"), ("Repetitions", "12"), ("Tempo", "3-0-1")]
    assert texts(found, "equipment") == ["Kettlebell"]


def test_what_stands_before_the_main_column_and_is_another_exercise() -> None:
    card = "<div><h3>Exercise of the day</h3><p>Dead Bug</p><p>Level: Advanced</p><p>Equipment: Barbell</p></div>"
    found = read(f"{card}<main>{TITLE}{TARGET}{STEPS}</main>")
    assert texts(found, "difficulty") == [] and texts(found, "equipment") == []


@pytest.mark.parametrize("name", ["byline", "entry-meta", "sidebar"])
def test_facts_in_a_box_with_a_name_of_something_else(name: str) -> None:
    box = f"<div class='{name}'><span>Level: Beginner</span> <span>|</span> <span>Equipment: Kettlebell</span></div>"
    found = read(f"{TITLE}{box}{TARGET}{STEPS}")
    assert texts(found, "difficulty") == ["Beginner"] and texts(found, "equipment") == ["Kettlebell"]


def test_a_line_with_the_name_above_the_heading_of_the_steps() -> None:
    head = "<p><b>Plank: A Complete Guide</b></p><h3>Details</h3><p>Target: Abs</p><p>Level: Beginner</p>"
    found = read(f"{head}<h3>How to Perform the Plank</h3><ol><li>Lie down.</li><li>Lift up.</li></ol>", "Plank - Ruin")
    assert texts(found, "name") == ["Plank"] and texts(found, "target_muscles") == ["Abs"]
    assert texts(found, "instructions") == ["Lie down.", "Lift up."]


def test_plain_facts_among_tips() -> None:
    tips = "<h2>Before you start</h2><p>Equipment: Dumbbells, Bench</p><p>Level: Intermediate</p><p>Warm up well first.</p>"
    found = read(f"{TITLE}{TARGET}{tips}{STEPS}")
    assert texts(found, "equipment") == ["Dumbbells", "Bench"] and texts(found, "difficulty") == ["Intermediate"]
    assert texts(found, "safety_tips") == ["Warm up well first."]


def test_the_tool_of_a_variation_is_none_of_the_exercise() -> None:
    ways = "<h2>Variations</h2><h3>Band Squat</h3><p>Equipment: Resistance band</p>"
    assert texts(read(f"{TITLE}{TARGET}{STEPS}{ways}"), "equipment") == []


def test_facts_that_go_on_below_a_list_of_terms() -> None:
    facts = "<h6>Quick Facts</h6><p>Tools:</p><ul><li>Barbell</li></ul><p>Level: Easy</p><p>Sides: Bilateral</p><p>Force: Pull</p>"
    found = read(f"{TITLE}<h6>Steps</h6><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>{facts}")
    assert texts(found, "force") == ["Pull"] and texts(found, "bilateral") == ["Bilateral"]


def test_doses_in_rows_behind_tips() -> None:
    rows = "<table><tr><td>Sets</td><td>3</td></tr><tr><td>Rest</td><td>60 seconds</td></tr></table>"
    found = read(f"{TITLE}{TARGET}{STEPS}<h2>Tips</h2><p><b>Hips.</b> Keep them level.</p>{rows}")
    assert titled(found, "tracking") == [("Sets", "3"), ("Rest", "60 seconds")]
    assert titled(found, "safety_tips") == [("Hips", "Keep them level.")]


def test_doses_of_a_metric_and_a_number_in_each_piece() -> None:
    cells = "".join(
        f"<span><b>{a}</b> <i>{b}</i></span>" for a, b in (("Sets", "3"), ("Reps", "6-10"), ("Rest", "2 min"))
    )
    found = read(f"{TITLE}{TARGET}{STEPS}<h2>Loading</h2><div>{cells}</div>")
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "6-10"), ("Rest", "2 min")]


def test_a_banner_of_advice_is_content_and_one_with_a_button_is_not() -> None:
    advice = "<div class='q-banner'><div><b>Box</b></div><div>Start at the height of the shin.</div></div>"
    cookies = "<div class='banner'><p>We use cookies.</p><button>Accept</button></div>"
    found = read(f"{cookies}{TITLE}{TARGET}{STEPS}<h2>Watch out for</h2>{advice}")
    assert titled(found, "safety_tips") == [("Box", "Start at the height of the shin.")]
    assert "cookies" not in str(found)


def test_a_list_of_tabs_that_holds_its_panels() -> None:
    items = "".join(
        f"<li class='accordion-item'><a role='tab' href='#'>{head}</a><div role='tabpanel' style='display:none'>{body}</div></li>"
        for head, body in (("Facts", TARGET), ("Instructions", "<p>1) Stand tall.</p><p>2) Bend the knees.</p>"))
    )
    found = read(f"{TITLE}<ul role='tablist'>{items}</ul>")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "instructions") == TWO_STEPS


def test_a_class_that_says_skip_leaves_nothing_out() -> None:
    chips = "<div class='q-chip'><div class='q-chip__content q-anchor--skip'>Quads</div></div>"
    found = read(
        f"<a class='skip-link' href='#main'>Skip to content</a>{TITLE}<div>Prime movers</div><div>{chips}</div>{STEPS}"
    )
    assert texts(found, "target_muscles") == ["Quads"]


def test_notes_between_the_halves_of_a_numbered_list() -> None:
    first, second = "<ol><li>Stand tall.</li></ol>", "<ol start='2'><li>Bend the knees.</li><li>Rise.</li></ol>"
    found = read(f"{TITLE}{TARGET}<h2>Instructions</h2>{first}<ul><li>Look ahead.</li></ul>{second}")
    assert texts(found, "instructions") == ["Stand tall. Look ahead.", "Bend the knees.", "Rise."]


def test_letters_before_titles() -> None:
    items = "".join(
        f"<p><span>{n}.</span> <u>{t}.</u> {s}</p>"
        for n, t, s in (("a", "Chin", "Keep it low."), ("b", "Feet", "Feel the heel."))
    )
    found = read(f"{TITLE}{TARGET}{STEPS}<h3>CHECKPOINTS</h3>{items}")
    assert titled(found, "safety_tips") == [("Chin", "Keep it low."), ("Feet", "Feel the heel.")]


def test_a_table_with_one_cell_that_says_anything_is_a_frame() -> None:
    cell = "<div><b>Main muscles:</b> Quads<br><b>Helper muscles:</b> Glutes, Calves<br><b>Kit:</b> Kettlebell</div>"
    found = read(f"{TITLE}<table><tr><td>{cell}</td><td><iframe src='/v'></iframe></td></tr></table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "equipment") == ["Kettlebell"]


def test_breathing_as_one_more_title() -> None:
    tips = "".join(
        f"<p><b>{t}</b></p><p>{s}</p>"
        for t, s in (("Pain", "Come up."), ("Floor", "Wear shoes."), ("Breathing", "Let it flow."))
    )
    found = read(f"{TITLE}{TARGET}{STEPS}<h2>Cues and precautions</h2>{tips}")
    assert titled(found, "safety_tips") == [
        ("Pain", "Come up."),
        ("Floor", "Wear shoes."),
        ("Breathing", "Let it flow."),
    ]


def test_the_address_of_the_save_speaks_for_a_name() -> None:
    body = f"<ion-header role='banner'><ion-title>Pull-Up</ion-title></ion-header><p>Hang and rise.</p><p>Target: Lats</p>{STEPS}<p>Form tips</p><h3>Dead hang</h3><p>Start from still arms.</p>"
    content = f"<!-- saved from url=(0034)https://example.com/moves/pull-up --><html><head><title>Pocket Coach</title></head><body>{body}</body></html>"
    page = Page(content.encode(), "raw/a.html", "0", "text/html", url="https://example.com/moves/pull-up")
    exercise = judge(page, Profiles(), Settings()).exercise
    assert exercise is not None and exercise.name == "Pull-Up"


TIPS = "<h2>Safety tips</h2><ul><li>Keep the heels down.</li><li>Look ahead.</li></ul>"


def test_sections_before_the_title() -> None:
    found = read(f"{STEPS}{TIPS}<p>Sets: 3</p>{TITLE}<p>Hold a weight close and sit down.</p>{TARGET}")
    assert texts(found, "name") == ["Goblet Squat"] and texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look ahead."]


def test_sections_of_another_exercise_before_the_title() -> None:
    steps = "<ol><li>Lie down.</li><li>Reach out.</li></ol>"
    found = read(f"<h2>Dead Bug</h2><h3>Instructions</h3>{steps}{TITLE}{TARGET}{STEPS}")
    assert texts(found, "instructions") == TWO_STEPS
    found = read(f"<h2>Dead Bug</h2><h3>Safety tips</h3><p>Keep the back down.</p>{TITLE}{TARGET}{STEPS}")
    assert texts(found, "safety_tips") == []


@pytest.mark.parametrize("stated", ["", "<p>Equipment: Barbell</p>"])
def test_a_fact_below_a_picture_counts_where_the_page_states_none(stated: str) -> None:
    picture = "<figure><img src='a.jpg'><figcaption><b>Equipment:</b> Kettlebell</figcaption></figure>"
    found = read(f"{TITLE}{stated}{TARGET}{STEPS}{picture}")
    assert texts(found, "equipment") == (["Barbell"] if stated else ["Kettlebell"])


def test_muscles_in_a_list_below_a_heading_that_says_something_else() -> None:
    who = "<h2>Who does the work</h2><ul><li><b>Agonists:</b> Quads</li><li><b>Synergists:</b> Glutes</li></ul>"
    found = read(f"{TITLE}{who}{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "secondary_muscles") == ["Glutes"]


def test_the_way_back_to_the_start_is_no_description() -> None:
    found = read(f"<p>Start &lt; Exercises &lt; Goblet Squat</p>{TITLE}{TARGET}{STEPS}")
    assert texts(found, "name") == ["Goblet Squat"] and texts(found, "description") == []
    found = read(f"{TITLE}<p>Start &lt; Exercises &lt; Goblet Squat</p>{TARGET}{STEPS}")
    assert texts(found, "description") == []


def test_a_sentence_below_the_title_set_like_a_heading() -> None:
    facts = "<p><b>Target:</b> Quads</p>"
    found = read(f"{TITLE}<h3>From standing to sitting and back, in two honest steps.</h3>{facts}{STEPS}")
    assert texts(found, "description") == ["From standing to sitting and back, in two honest steps."]
    found = read(f"{TITLE}<h3>The king of squats.</h3><p>Hold a weight close and sit down.</p>{facts}{STEPS}")
    assert texts(found, "description") == ["Hold a weight close and sit down."]


def test_a_title_of_a_tip_that_would_be_ignored_elsewhere() -> None:
    tips = "<h2>Tips</h2><h4>Hips</h4><p>Do not bend them sideways.</p><h4>Volume</h4><p>Expect sore legs at first.</p>"
    found = read(f"{TITLE}{TARGET}{STEPS}{tips}<h2>Volume</h2><p>Three times a week is enough.</p>")
    assert titled(found, "safety_tips") == [
        ("Hips", "Do not bend them sideways."),
        ("Volume", "Expect sore legs at first."),
    ]


@pytest.mark.parametrize("heading", ["Hints on form", "Three tips for better form", "Advice on technique"])
def test_advice_on_form_is_no_instruction(heading: str) -> None:
    tips = f"<h2>{heading}</h2><h3>1. Heels</h3><p>Keep them down.</p><h3>2. Back</h3><p>Keep it flat.</p>"
    found = read(f"{TITLE}{TARGET}<h2>How to do it</h2><p>1. Stand tall. 2. Bend the knees.</p>{tips}")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Back", "Keep it flat.")]


def test_muscles_and_their_roles_in_a_table_of_three_columns() -> None:
    rows = (("Muscle", "Role", "Part"), ("Quads", "Target", "Thighs"), ("Glutes", "Synergist", "Hips"))
    cells = "".join(
        f"<tr><th>{'</th><th>'.join(row)}</th></tr>" if row == rows[0] else f"<tr><td>{'</td><td>'.join(row)}</td></tr>"
        for row in rows
    )
    found = read(f"{TITLE}<h2>Muscles</h2><table>{cells}</table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "secondary_muscles") == ["Glutes"]
    plan = cells.replace("Role", "Week 1").replace("Muscle", "Day")
    assert texts(read(f"{TITLE}{TARGET}<h2>Plan</h2><table>{plan}</table>{STEPS}"), "secondary_muscles") == []


def test_variations_each_with_steps_of_its_own() -> None:
    ways = "".join(
        f"<h3>{name}</h3><p>Hold it there.</p><p><b>Muscles:</b> Calves</p><ol><li>Lift it.</li><li>Sit down.</li></ol>"
        for name in ("Box Squat", "Pause Squat")
    )
    found = read(f"{TITLE}{TARGET}{STEPS}<h2>Variations</h2>{ways}")
    assert texts(found, "variations") == ["Box Squat", "Pause Squat"]
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "instructions") == TWO_STEPS


def test_facts_in_sentences_below_a_heading_that_nobody_knows() -> None:
    told = "<p>You will need a kettlebell.</p><p>The target muscles are the quads. The secondary muscles are the glutes.</p>"
    found = read(f"{TITLE}<h2>What you need to know</h2>{told}{STEPS}<h2>Our shop</h2><p>You will need a barbell.</p>")
    assert texts(found, "equipment") == ["kettlebell"] and texts(found, "target_muscles") == ["quadriceps"]
    assert texts(found, "secondary_muscles") == ["glutes"]


def test_a_box_of_facts_in_a_side_bar_among_links_with_one_wrapper() -> None:
    box = "<div class='box'><h2>Before you start</h2><div><div>Equipment</div><div>Kettlebell</div></div><div><div>Level</div><div>Beginner</div></div></div>"
    links = "<div class='block'><h2>Most read</h2><ul><li><a href='/a'>Dead Bug</a></li><li><a href='/b'>Box Jump</a></li></ul></div>"
    side = f"<aside class='layout-sidebar-second'><div class='region region-sidebar-second'>{box}{links}</div></aside>"
    told = "<p>Hold a weight close and sit down between the heels, as deep as you can.</p>" * 5
    found = read(f"<main><div>{TITLE}{told}{TARGET}{STEPS}</div>{side}</main>")
    assert texts(found, "equipment") == ["Kettlebell"] and texts(found, "difficulty") == ["Beginner"]


def test_a_name_in_pictures() -> None:
    assert texts(read(f"<h1>Goblet Squat in Pictures</h1>{TARGET}{STEPS}", "Goblet Squat in Pictures"), "name") == [
        "Goblet Squat"
    ]


@pytest.mark.parametrize("words", ["Watch Next", "Related video", "Read more"])
def test_a_line_that_leads_elsewhere_right_above_the_steps(words: str) -> None:
    video = f"<figure><button></button><span>{words}</span></figure>"
    steps = f"<h2>How to do it</h2>{video}<ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    found = read(f"{TITLE}{TARGET}{steps}<h2>Tips</h2><ul><li>Keep calm.</li></ul>")
    assert texts(found, "instructions") == TWO_STEPS and texts(found, "safety_tips") == ["Keep calm."]


@pytest.mark.parametrize("category", ["Technique", "Benefits", "Variations"])
def test_the_category_of_a_post_is_no_heading(category: str) -> None:
    line = f"<div>by <a>Ann Bell</a></div><div class='terms'><span>in </span><a rel='tag'>{category}</a></div>"
    found = read(f"{TITLE}{line}<p>It trains the legs.</p><p>It is old.</p>{TARGET}{STEPS}")
    assert " ".join(texts(found, "description")) == "It trains the legs. It is old."
    assert texts(found, "instructions") == TWO_STEPS


def test_the_next_fold_below_titles_of_benefits_that_stand_higher() -> None:
    gains = "<h2>Benefits</h2><h4>Legs</h4><p>They grow.</p><h4>Back</h4><p>It stays straight.</p>"
    folds = "<h5>Our trainers' tips</h5><ul><li><b>Knees.</b> Keep them out.</li></ul><h5>Variations to try</h5><p>Box Squat, Pause Squat</p>"
    found = read(f"{TITLE}{TARGET}{STEPS}{gains}{folds}")
    assert titled(found, "benefits") == [("Legs", "They grow."), ("Back", "It stays straight.")]
    assert titled(found, "safety_tips") == [("Knees", "Keep them out.")]
    assert texts(found, "variations") == ["Box Squat", "Pause Squat"]


DOSES = [("Sets", "3"), ("Reps", "12"), ("How often", "Twice a week")]


@pytest.mark.parametrize(
    "form",
    [
        "<div><span>{}</span><span>{}</span></div>",
        "<span>{}: {}</span>",
        "<p>{}: {}</p>",
        "<tr><th>{}</th><td>{}</td></tr>",
    ],
)
@pytest.mark.parametrize("heading", ["How many?", "Recommended volume for most members"])
def test_how_much_and_how_often_below_a_heading_that_nobody_knows(heading: str, form: str) -> None:
    rows = "".join(form.format(*dose) for dose in DOSES)
    rows = f"<table>{rows}</table>" if "<tr>" in form else f"<div>{rows}</div>"
    tips = "<h2>Tips</h2><ul><li>Keep calm.</li></ul>"
    found = read(f"{TITLE}{TARGET}{STEPS}{tips}<h2>{heading}</h2>{rows}<h2>Mistakes</h2><p>To hurry.</p>")
    assert titled(found, "tracking") == DOSES[:2]


def test_cells_with_a_label_above_a_bold_value() -> None:
    facts = [
        ("MAIN MUSCLES", "Quads"),
        ("LEVEL", "Beginner"),
        ("YOU NEED", "Kettlebell"),
        ("SETS", "3"),
        ("REST", "60 seconds"),
    ]
    cells = "".join(f"<td><span>{label}</span><br><b>{value}</b></td>" for label, value in facts)
    found = read(
        f"<table><tr><td colspan=5>{TITLE}</td></tr><tr>{cells}</tr><tr><td colspan=5>{STEPS}</td></tr></table>"
    )
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "equipment") == ["Kettlebell"]
    assert titled(found, "tracking") == [("SETS", "3"), ("REST", "60 seconds")]


def test_names_of_variations_end_with_their_part_of_the_page() -> None:
    ways = "<table><tr><td><p><b>Variations</b></p><p>Front Squat, Box Squat, Pause Squat</p></td><td><p>Latest posts</p><ul><li>My log, week 12</li><li>Protein from Poland</li></ul></td></tr></table>"
    assert texts(read(f"{TITLE}{TARGET}{STEPS}{ways}"), "variations") == ["Front Squat", "Box Squat", "Pause Squat"]
