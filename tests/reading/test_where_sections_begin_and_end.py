"""Where one section of a page ends and the next begins: bold lines, legends, small titles, short lines between them."""

from __future__ import annotations

import pytest

from pipeline.reading.cutting import opened
from pipeline.reading.cutting.opened import is_of_a_list
from pipeline.records import Block, TitledText
from tests.reading.reading import STEPS, TITLE, read, titled
from tests.reading.records import record, told

FACTS = "<p>Target muscles: Quads</p><p>Equipment: Dumbbell</p>"
TIPS = "<p><b>Tips</b></p><ul><li>Keep the chest up.</li></ul>"
BENEFITS = "<h2>Benefits</h2><ul><li>Legs get strong.</li><li>Hips open up.</li></ul>"
MOVE = "<ol><li>Sit down.</li><li>Rise.</li></ol>"


def group(legend: str, body: str) -> str:
    return f"<fieldset><legend>{legend}</legend>{body}</fieldset>"


# --- bold lines -----------------------------------------------------------------------------------------------


def test_behind_a_list_of_tips_a_bold_line_begins_the_benefits() -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}{TIPS}<p><b>Good reasons to squat</b></p><ul><li>Legs get strong.</li></ul>")
    assert found.safety_tips == told("Keep the chest up.")
    assert found.benefits == told("Legs get strong.")


def test_behind_a_list_of_tips_a_bold_line_begins_the_equipment() -> None:
    found = record(f"{TITLE}{STEPS}{TIPS}<p><b>What equipment the squat takes</b></p><p>Dumbbell</p>")
    assert found.safety_tips == told("Keep the chest up.")
    assert found.equipment == ("dumbbell",)


def test_behind_a_list_of_tips_a_bold_line_begins_the_muscles() -> None:
    found = record(f"{TITLE}{STEPS}{TIPS}<p><b>Muscles trained by the squat</b></p><p>Quads</p>")
    assert found.safety_tips == told("Keep the chest up.")
    assert found.target_muscles == ("quadriceps",)


def test_behind_a_list_of_tips_a_bold_line_begins_the_steps() -> None:
    steps = "<p><b>How is the squat done</b></p><ol><li>Stand tall.</li><li>Sit.</li></ol>"
    found = record(TITLE + FACTS + TIPS + steps)
    assert found.safety_tips == told("Keep the chest up.")
    assert found.instructions == ("Stand tall.", "Sit.")


def test_among_tips_without_a_list_a_bold_line_is_the_title_of_one() -> None:
    tips = "<p><b>Why you brace</b></p><p>It calms the back.</p><p><b>Feet</b></p><p>Keep them flat.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2>{tips}")
    assert found.safety_tips == (
        TitledText("Why you brace", "It calms the back."),
        TitledText("Feet", "Keep them flat."),
    )
    assert found.benefits == ()


# --- legends --------------------------------------------------------------------------------------------------


def test_legends_side_by_side_are_sections_of_one_level() -> None:
    benefits, gear = group("Benefits", "<p>Legs get strong.</p>"), group("Equipment", "<p>Dumbbell</p>")
    muscles, level = group("Muscles", "<p>Quads</p>"), group("Level", "<p>Beginner</p>")
    found = record(TITLE + STEPS + benefits + gear + muscles + level)
    assert found.benefits == told("Legs get strong.")
    assert (found.equipment, found.target_muscles) == (("dumbbell",), ("quadriceps",))
    assert found.difficulty == "beginner"


def test_a_legend_that_nobody_knows_ends_the_tips_beside_it() -> None:
    groups = group("Tips", "<p>Keep the chest up.</p>") + group("Odds and ends", "<p>Wash the dumbbell.</p>")
    assert record(TITLE + FACTS + STEPS + groups).safety_tips == told("Keep the chest up.")


# --- muscles --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["Form mistakes", "Common mistakes", "Setup faults"])
def test_a_plain_line_on_mistakes_ends_the_muscles(line: str) -> None:
    muscles = "<h2>Target muscles</h2><ul><li>Quads</li></ul>"
    found = record(f"{TITLE}{muscles}<p>{line}</p><ul><li>Heels up</li><li>Round back</li></ul>{STEPS}")
    assert found.target_muscles == ("quadriceps",)


def test_muscles_that_are_named_below_the_line_on_mistakes_are_none_of_the_exercise() -> None:
    muscles = "<h2>Muscles worked</h2><ul><li>Quads</li></ul>"
    found = record(f"{TITLE}{muscles}<p>Form mistakes</p><ul><li>Hamstrings</li></ul>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ())


def test_a_plain_line_on_mistakes_ends_the_equipment() -> None:
    gear = "<h2>Equipment</h2><ul><li>Dumbbell</li></ul>"
    assert record(f"{TITLE}{gear}<p>Form mistakes</p><ul><li>Heels up</li></ul>{STEPS}").equipment == ("dumbbell",)


# --- steps ----------------------------------------------------------------------------------------------------


def parts(*below: tuple[str, str]) -> str:
    return f"<h2>Instructions</h2>{''.join(f'<h4>{title}</h4>{body}' for title, body in below)}"


@pytest.mark.parametrize("title", ["Movement", "Movement type"])
def test_movement_among_the_steps_is_a_title_of_steps(title: str) -> None:
    back = "<ol><li>Put the dumbbell down.</li></ol>"
    steps = parts(("Get set", "<ol><li>Stand tall.</li></ol>"), (title, MOVE), ("Way back", back))
    found = record(TITLE + FACTS + steps)
    assert found.instructions == ("Stand tall.", "Sit down.", "Rise.", "Put the dumbbell down.")
    assert found.mechanic == ""
    assert found.extra == {}


def test_movement_among_steps_that_are_paragraphs_is_a_title_of_steps() -> None:
    back = ("Way back", "<p>Put the dumbbell down.</p>")
    steps = parts(("Get set", "<p>Stand tall.</p>"), ("Movement", "<p>Sit down slowly.</p>"), back)
    found = record(TITLE + FACTS + steps)
    assert found.instructions == ("Stand tall.", "Sit down slowly.", "Put the dumbbell down.")
    assert found.mechanic == ""


def test_movement_above_the_steps_with_a_known_term_below_it_is_the_mechanic() -> None:
    found = record(f"{TITLE}{FACTS}<h3>Movement</h3><p>Compound</p>{STEPS}")
    assert found.mechanic == "compound"
    assert found.instructions == ("Stand tall.", "Bend the knees.")


@pytest.mark.parametrize(
    "steps",
    [
        f"<h2>Starting position</h2><p>1. Stand tall.</p><h2>Execution</h2>{MOVE}",
        f"<h3>Starting position</h3><p>Stand tall.</p><h3>Execution</h3>{MOVE}",
        f"<dl><dt>Starting position</dt><dd>1. Stand tall.</dd><dt>Execution</dt><dd>{MOVE}</dd></dl>",
    ],
)
def test_one_line_on_the_starting_position_is_the_first_step(steps: str) -> None:
    assert record(TITLE + FACTS + steps).instructions == ("Stand tall.", "Sit down.", "Rise.")


def test_a_line_that_announces_the_steps_is_none_of_them() -> None:
    steps = f"<h2>Instructions</h2><p>This is how it goes:</p><h2>Execution</h2>{MOVE}"
    assert record(TITLE + FACTS + steps).instructions == ("Sit down.", "Rise.")


# --- variations -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rows",
    [
        "<table><tr><td>Front Squat</td><td>Hold a bar in front.</td></tr><tr><td>Box Squat</td><td>Sit on it.</td></tr></table>",
        "<table><tr><th>Front Squat</th><td>a bar in front</td></tr><tr><th>Box Squat</th><td>easier</td></tr></table>",
        "<dl><dt>Front Squat</dt><dd>A bar in front</dd><dt>Box Squat</dt><dd>Easier</dd></dl>",
    ],
)
def test_rows_of_names_and_remarks_are_variations(rows: str) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Variations</h2>{rows}")
    assert found.variations == ("Front Squat", "Box Squat")
    assert found.extra == {}


def test_the_head_above_names_and_remarks_is_no_variation() -> None:
    rows = "<tr><td>Front Squat</td><td>With a bar</td></tr><tr><td>Box Squat</td><td>Onto a box</td></tr>"
    table = f"<table><tr><th>Name</th><th>Remark</th></tr>{rows}</table>"
    assert record(f"{TITLE}{FACTS}{STEPS}<h2>Variations</h2>{table}").variations == ("Front Squat", "Box Squat")


def test_a_row_with_a_known_label_among_variations_is_a_fact() -> None:
    rows = "<dl><dt>Front Squat</dt><dd>A bar in front</dd><dt>Equipment</dt><dd>Barbell</dd></dl>"
    found = record(f"{TITLE}<p>Target muscles: Quads</p>{STEPS}<h2>Variations</h2>{rows}")
    assert (found.variations, found.equipment) == (("Front Squat",), ("barbell",))


@pytest.mark.parametrize(
    "line",
    [
        "<div><span>Variants</span><span>Box Squat and Split Squat</span></div>",
        "<div><div>Variants</div><div>Box Squat and Split Squat</div></div>",
        "<p><span>Variants</span> <span>Box Squat and Split Squat</span></p>",
    ],
)
def test_variants_beside_their_names_behind_a_list_of_benefits_are_variations(line: str) -> None:
    found = record(TITLE + FACTS + STEPS + BENEFITS + line)
    assert found.variations == ("Box Squat", "Split Squat")
    assert found.benefits == told("Legs get strong.", "Hips open up.")


def test_variants_with_a_sentence_beside_them_name_none() -> None:
    line = "<div><span>Variants</span><span>There is one for every day.</span></div>"
    found = record(TITLE + FACTS + STEPS + BENEFITS + line)
    assert found.variations == ()
    assert found.benefits == told("Legs get strong.", "Hips open up.")


# --- one line of another section ------------------------------------------------------------------------------


def test_a_tip_and_a_benefit_in_one_line_stand_below_the_steps() -> None:
    lines = "<p><b>Tip:</b> Keep the heels down.</p><p><b>Benefit:</b> The hips open up.</p>"
    found = record(TITLE + FACTS + STEPS + lines)
    assert found.instructions == ("Stand tall.", "Bend the knees.")
    assert found.safety_tips == told("Keep the heels down.")
    assert found.benefits == told("The hips open up.")


def test_steps_go_on_below_a_tip_in_one_line() -> None:
    steps = "<p>1. Stand tall.</p><p>2. Sit.</p><p><b>Tip:</b> Keep the heels down.</p><p>3. Rise.</p>"
    found = record(f"{TITLE}{FACTS}<h2>Instructions</h2>{steps}")
    assert found.instructions == ("Stand tall.", "Sit.", "Rise.")
    assert found.safety_tips == told("Keep the heels down.")


def test_a_warning_behind_the_items_of_tips_comes_after_them() -> None:
    tips = "<h2>Tips</h2><ul><li>Keep the chest up.</li></ul><p><b>Warning:</b> Stop when the knee hurts.</p>"
    found = record(TITLE + FACTS + STEPS + tips)
    assert found.safety_tips == told("Keep the chest up.", "Stop when the knee hurts.")


def test_the_tip_of_a_reader_is_none() -> None:
    answers = "<p>Answers</p><p>Sam wrote:</p><p>Tip: put a mat under your knees, they will thank you.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2><ul><li>Keep the chest up.</li></ul>{answers}")
    assert found.safety_tips == told("Keep the chest up.")


def test_a_sheet_that_numbers_its_sections_and_letters_its_lines() -> None:
    sheet = (
        "<p><b>1. PURPOSE.</b> A squat for everybody.</p><p><b>2. EQUIPMENT REQUIRED.</b> Dumbbell.</p>"
        "<p><b>3. CONDUCT.</b></p><p>a. Stand tall.</p><p>b. Sit.</p><p>c. Rise.</p>"
        "<p><b>4. CHECK POINTS.</b></p><p>a. Heels stay down.</p><p>b. Knees go out.</p>"
        "<p><b>5. PRECAUTION.</b> Stop when the knee hurts.</p>"
        "<p><b>6. BENEFITS TO THE UNIT.</b></p><p>a. Legs get strong.</p><p>b. Hips open up.</p><p>Sheet 12</p>"
    )
    found = record(f"{TITLE}<p>Target muscles: Quads</p>{sheet}")
    assert found.description == "A squat for everybody."
    assert found.equipment == ("dumbbell",)
    assert found.instructions == ("Stand tall.", "Sit.", "Rise.")
    assert found.safety_tips == told("Heels stay down.", "Knees go out.", "Stop when the knee hurts.")
    assert found.benefits == told("Legs get strong.", "Hips open up.")


def test_steps_below_headings_that_count_in_words() -> None:
    steps = "<h2>Off we go</h2><h3>Step one</h3><p>Stand tall.</p><h3>Step two</h3><p>Sit.</p>"
    assert record(TITLE + FACTS + steps).instructions == ("Stand tall.", "Sit.")


def test_a_fact_with_nothing_beside_it_takes_nothing_from_below() -> None:
    rows = "<tr><th>Equipment</th><td>Dumbbell</td></tr><tr><th>Synergists</th><td></td></tr>"
    table = f"<table><tr><th>Agonists</th><td>Quads</td></tr>{rows}<tr><th>Level</th><td>Easy</td></tr></table>"
    found = record(f"{TITLE}{table}<p>The front load keeps the trunk tall.</p>{STEPS}")
    assert found.secondary_muscles == ()
    assert found.description == "The front load keeps the trunk tall."


# --- titles that are none in the markup -----------------------------------------------------------------------


def test_a_subtitle_that_names_sections_begins_none() -> None:
    subtitle = "<h2>Proper Form, Variations, and Common Mistakes</h2>"
    found = record(f"{TITLE}{subtitle}<p>A squat with the weight in front.</p>{FACTS}{STEPS}")
    assert found.description == "A squat with the weight in front."
    assert found.equipment == ("dumbbell",)


def test_what_stands_behind_a_mark_in_a_heading_counts() -> None:
    tips = "<h3>Important: Safety advice</h3><ul><li>Stop when it hurts.</li></ul>"
    more = "<h2>Ready for more? Variations to try</h2><ul><li>Jump Squat</li></ul>"
    found = record(TITLE + FACTS + STEPS + tips + more)
    assert found.safety_tips == told("Stop when it hurts.")
    assert found.variations == ("Jump Squat",)


def test_boxes_stand_for_titles_where_they_hint_at_what_follows() -> None:
    gifts = "<div>What it gives a dancer</div><div><h3>Height</h3><p>Jumps get higher.</p></div>"
    tips = "<div>Tips from our teachers</div><ul><li><b>Step down</b> Jump off and heels get hurt.</li></ul>"
    found = record(f"{TITLE}{FACTS}<div>Method</div>{MOVE}{gifts}{tips}")
    assert found.instructions == ("Sit down.", "Rise.")
    assert found.benefits == (TitledText("Height", "Jumps get higher."),)
    assert found.safety_tips == (TitledText("Step down", "Jump off and heels get hurt."),)


def test_headings_that_are_numbers_stand_above_steps() -> None:
    steps = "<div>The exercise, step by step</div><h3>1</h3><p>Sit down.</p><h3>2</h3><p>Rise.</p>"
    assert record(TITLE + FACTS + steps).instructions == ("Sit down.", "Rise.")


def test_buttons_among_small_pieces_end_nothing() -> None:
    counts = "<div><span>215K views</span><span>Share</span><span>Save</span></div>"
    found = record(f"{TITLE}{counts}<p>A squat for everybody.</p>{FACTS}{STEPS}")
    assert found.description == "A squat for everybody."


def test_likes_and_comments_end_a_post() -> None:
    lines = (
        "<p>Tips:</p><p>Keep the chest up.</p><p>Tag a friend who needs this!</p><ul><li><b>Dev</b> first!</li></ul>"
    )
    assert record(TITLE + FACTS + STEPS + lines).safety_tips == told("Keep the chest up.")


def test_what_stands_below_the_name_of_a_writer_is_no_fact() -> None:
    writer = "<h4>OldIron</h4><h5>Well-known member</h5><dl><dt>Joined</dt><dd>May 4, 2009</dd><dt>Bodyweight</dt><dd>90 kg</dd></dl>"
    found = record(f"{TITLE}{writer}<p>A squat for everybody.</p>{FACTS}{STEPS}")
    assert found.extra == {}
    assert found.description == "A squat for everybody."


def test_lines_of_a_printed_page_are_sentences_again() -> None:
    lines = (
        "<p>The weight in front pulls the trunk forward, so that</p><p>it has to work against it.</p>",
        "<p>1. Hold the bell by its horns, close to the middle of</p><p>the chest.</p>",
        "<p>2. Sit down between the heels and keep the chest as</p><p>tall as it was.</p>",
    )
    found = record(f"{TITLE}{lines[0]}{FACTS}<p><b>How to do it</b></p>{lines[1]}{lines[2]}")
    assert found.description == "The weight in front pulls the trunk forward, so that it has to work against it."
    assert found.instructions == (
        "Hold the bell by its horns, close to the middle of the chest.",
        "Sit down between the heels and keep the chest as tall as it was.",
    )


def test_a_short_line_behind_sentences_without_titles_is_a_heading() -> None:
    lines = (
        "<p>Training effects</p><p>Legs get strong.</p><p>Hips open up.</p><p>Instructor's remarks</p><p>Stay tall.</p>"
    )
    found = record(TITLE + FACTS + STEPS + lines)
    assert found.benefits == told("Legs get strong.", "Hips open up.")
    assert found.safety_tips == told("Stay tall.")


def test_a_line_between_two_runs_of_terms_is_a_label() -> None:
    runs = (
        "<p>Assisting muscles</p><div><span>Glutes</span><span>Calves</span></div>"
        "<p>Things to book</p><div><span>Rope</span><span>Bench</span></div>"
    )
    found = record(f"{TITLE}<p>Target: Quads</p>{runs}{STEPS}")
    assert found.secondary_muscles == ("glutes", "calves")
    assert found.equipment == ("rope", "bench")


def test_bold_lines_with_a_colon_stand_above_lists() -> None:
    lines = "<p><b>Why it rocks:</b></p><ul><li>Legs get strong.</li></ul><p><b>Make it your own:</b></p><ul><li>Jump Squat</li></ul>"
    found = record(f"{TITLE}{FACTS}<p><b>How to:</b></p><ul><li>Sit down.</li><li>Rise.</li></ul>{lines}")
    assert found.instructions == ("Sit down.", "Rise.")
    assert found.benefits == told("Legs get strong.")
    assert found.variations == ("Jump Squat",)


def test_a_long_section_is_not_looked_at_again_for_each_of_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0

    def counted(block: Block | None) -> bool:
        nonlocal looked
        looked += 1
        return is_of_a_list(block)

    monkeypatch.setattr(opened, "is_of_a_list", counted)
    lines = "".join(f"<p>Keep the chest up, part {n}.</p>" for n in range(400))
    record(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2>{lines}")
    assert 400 <= looked < 4000


def test_a_third_title_as_high_as_two_before_it_is_one_more_whatever_it_is_called() -> None:
    benefits = "<h3>Speed</h3><p>The bar flies.</p><h3>Mobility</h3><p>Hips open.</p><h3>Technique</h3><p>It teaches the pull.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Benefits</h2>{benefits}")
    assert [(entry.title, entry.text) for entry in found.benefits] == [
        ("Speed", "The bar flies."),
        ("Mobility", "Hips open."),
        ("Technique", "It teaches the pull."),
    ]


def test_panels_that_nothing_names_belong_to_the_tabs_in_their_order() -> None:
    tabs = "<ul role='tablist'><li role='tab'>How to</li><li role='tab'>Benefits</li></ul>"
    panels = "<div role='tabpanel'><ol><li>Stand.</li><li>Sit.</li></ol></div><div role='tabpanel' hidden><ul><li>Legs get strong.</li></ul></div>"
    found = record(f"{TITLE}{FACTS}<div>{tabs}<div>{panels}</div></div>")
    assert (found.instructions, found.benefits) == (("Stand.", "Sit."), told("Legs get strong."))


def test_long_names_below_steps_are_variations() -> None:
    below = "<p><b>Variations:</b> Cross-Body Hammer Curl, Rope Hammer Curl and Seated Hammer Curl</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}{below}")
    assert found.variations == ("Cross-Body Hammer Curl", "Rope Hammer Curl", "Seated Hammer Curl")


def test_the_full_stop_behind_names_is_that_of_the_line() -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h3>Try these variations</h3><p>Band Squat and Kneeling Squat.</p>")
    assert found.variations == ("Band Squat", "Kneeling Squat")


def test_words_on_tabs_stand_above_their_panels_and_nowhere_else() -> None:
    tabs = "<div><span data-tab='a'>Protocol</span><span data-tab='b'>Benefits</span></div>"
    panels = "<div class='tab-body' data-tab='a'><ol><li>Stand.</li><li>Sit.</li></ol></div><div class='tab-body' data-tab='b'><ul><li>Legs get strong.</li></ul></div>"
    muscles = "<div>Synergists</div><div>Hamstrings<br>Calves</div>"
    found = record(f"{TITLE}{FACTS}{muscles}{tabs}{panels}")
    assert found.secondary_muscles == ("hamstrings", "calves")
    assert (found.instructions, found.benefits) == (("Stand.", "Sit."), told("Legs get strong."))


def test_badges_of_steps_stand_below_a_plain_heading() -> None:
    steps = "".join(
        f"<x-step><span>Step {n}</span><div>{said}</div></x-step>" for n, said in ((1, "Stand tall."), (2, "Sit down."))
    )
    assert record(f"{TITLE}{FACTS}<div><div>Execution</div>{steps}</div>").instructions == ("Stand tall.", "Sit down.")


def test_a_nav_without_links_holds_the_steps() -> None:
    steps = "<nav aria-label='Progress'><ol><li><span>Step 1</span><span>Sit on the floor with a bench behind you, feet flat.</span></li><li><span>Step 2</span><span>Drive the hips up until the trunk is level with the floor.</span></li></ol></nav>"
    found = record(f"{TITLE}{FACTS}<h2>Steps</h2>{steps}")
    assert found.instructions == (
        "Sit on the floor with a bench behind you, feet flat.",
        "Drive the hips up until the trunk is level with the floor.",
    )


def test_a_caption_between_lists_ends_no_steps_and_is_no_description() -> None:
    picture = "<figure><img src='a.jpg'><figcaption>The position in detail. Photo by Ines.</figcaption></figure>"
    lists = f"<ol><li>Stand tall.</li></ol>{picture}<ol start='2'><li>Sit down.</li></ol>"
    found = record(f"{TITLE}<p>A squat with a weight.</p>{picture}{FACTS}<h2>The steps</h2>{lists}")
    assert (found.description, found.instructions) == ("A squat with a weight.", ("Stand tall.", "Sit down."))


def test_a_long_sentence_set_as_a_heading_is_the_description() -> None:
    lead = "A squat with one weight before the chest, which keeps the trunk upright and the heels on the floor."
    assert record(f"{TITLE}<h2>{lead}</h2>{FACTS}{STEPS}").description == lead


def test_a_line_that_names_a_shelf_of_the_site_begins_no_steps() -> None:
    by = "<div><span>coach_dee</span><span>April 1, 2022</span></div>"
    found = record(f"<div>{TITLE}<p>Exercise guides</p></div>{by}<p>A squat with a weight.</p>{FACTS}{STEPS}")
    assert (found.description, len(found.instructions)) == ("A squat with a weight.", 2)


def test_a_few_words_below_overview_are_no_description_beside_a_text_below_the_title() -> None:
    lead = "A squat with one weight before the chest."
    assert (
        record(f"{TITLE}<p>{lead}</p><h3>Overview</h3><p>Key data for planning.</p>{FACTS}{STEPS}").description == lead
    )


@pytest.mark.parametrize(
    ("notes", "tips"),
    [
        (
            "<li><b>Proud chest.</b> Look ahead.</li><li><b>Heels.</b> They stay down.</li>",
            [("Proud chest", "Look ahead."), ("Heels", "They stay down.")],
        ),
        ("<li>See the study of 2009.</li><li>Measured on twelve people.</li>", []),
    ],
)
def test_notes_are_tips_where_each_has_a_title(notes: str, tips: list[tuple[str, str]]) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Notes</h2><ol>{notes}</ol>")
    assert [(tip.title, tip.text) for tip in found.safety_tips] == tips


def test_muscles_behind_plain_tips_are_no_tip() -> None:
    tips = "<b>Helpful hints</b><br>Stack the wrist over the elbow.<br>Push the feet into the floor.<br>"
    muscles = "<b>Muscles</b><br><b>Target</b><ul><li>Quadriceps</ul><b>Synergists</b><ul><li>Glutes</ul>"
    found = record(f"{TITLE}{STEPS}<table><tr><td>{tips}</td></tr><tr><td>{muscles}</td></tr></table>")
    assert found.safety_tips == told("Stack the wrist over the elbow.", "Push the feet into the floor.")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))


def test_numbered_titles_go_on_whatever_they_are_called() -> None:
    benefits = "<h3>1. Strong legs</h3><p>They grow.</p><h3>2. Injury prevention</h3><p>Knees last.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Benefits</h2>{benefits}")
    assert [(b.title, b.text) for b in found.benefits] == [
        ("Strong legs", "They grow."),
        ("Injury prevention", "Knees last."),
    ]


def test_behind_tips_that_begin_with_their_titles_a_bold_line_begins_something_else() -> None:
    tips = "<p><b>Tips</b></p><p><b>Chest up.</b> Always.</p><p><b>Heels down.</b> Always.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}{tips}<p><b>Information for patients</b></p><p>Bring this sheet.</p>")
    assert [tip.title for tip in found.safety_tips] == ["Chest up", "Heels down"]


def test_buttons_beside_a_title_in_a_table() -> None:
    button = "<td><a href='p'><img src='p.png' alt='Print'></a></td>"
    head = f"<table><tr><td class='contentheading'>Goblet Squat</td>{button}{button}</tr></table>"
    news = "<div>Newsflash</div><div>The pool is closed until Friday because of the paint.</div>"
    found = record(f"{news}{head}<p>A squat with a weight in front.</p>{FACTS}{STEPS}", title="Club - Goblet Squat")
    assert (found.name, found.description) == ("Goblet Squat", "A squat with a weight in front.")


def test_what_stands_above_the_first_numbered_line_is_no_step() -> None:
    steps = "<p><b>How Gus does it</b></p><p>Step 1 - Stand tall.</p><p>Step 2 - Sit down.</p>"
    found = record(f"{TITLE}<p>A squat with a weight in front.</p>{FACTS}{steps}")
    assert (found.description, found.instructions) == ("A squat with a weight in front.", ("Stand tall.", "Sit down."))


def test_a_list_below_the_title_is_kept_though_a_line_behind_it_counts() -> None:
    found = record(f"{TITLE}<p>A squat.</p>{FACTS}{MOVE}<p>3. Repeat it.</p>")
    assert found.instructions[:2] == ("Sit down.", "Rise.")


def test_what_has_titles_behind_the_steps_is_advice() -> None:
    advice = (
        "<h2>Do it right</h2><h3>Elbows</h3><p>Keep them inside the knees.</p><h3>Heels</h3><p>Leave them down.</p>"
    )
    found = record(f"{TITLE}{FACTS}{STEPS}{advice}")
    assert found.instructions == ("Stand tall.", "Bend the knees.")
    assert found.safety_tips == (
        TitledText("Elbows", "Keep them inside the knees."),
        TitledText("Heels", "Leave them down."),
    )
    alone = record(f"{TITLE}{FACTS}{advice}")
    assert alone.instructions and not alone.safety_tips


def test_a_heading_above_those_of_the_steps_ends_them() -> None:
    steps = "<h2>Technique</h2><h4>Step 1</h4><p>Stand tall.</p><h4>Step 2</h4><p>Bend the knees.</p>"
    points = "<h3>Trainer's checkpoints</h3><ul><li><b>Elbows:</b> Keep them inside.</li></ul>"
    found = record(f"{TITLE}{FACTS}{steps}{points}")
    assert found.instructions == ("Stand tall.", "Bend the knees.")
    assert found.safety_tips == (TitledText("Elbows", "Keep them inside."),)


def test_what_stands_above_the_list_of_a_description_that_tells_the_steps() -> None:
    told_so = "<h3>Description</h3><p>A squat with a weight in front.</p><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    found = record(f"{TITLE}{FACTS}{told_so}")
    assert (found.description, len(found.instructions)) == ("A squat with a weight in front.", 2)


@pytest.mark.parametrize(
    "heading", ["Modifications and cautions", "Points of performance", "Rules of thumb", "Do's and don'ts"]
)
def test_more_headings_of_advice(heading: str) -> None:
    advice = f"<h2>{heading}</h2><ul><li>Keep the elbows inside the knees.</li><li>Leave the heels down.</li></ul>"
    found = record(
        f"{TITLE}{FACTS}{STEPS}{advice}<h2>Watch Next</h2><div><a>The 7 best shoes</a><a>A 20-minute workout</a></div>"
    )
    assert found.safety_tips == told("Keep the elbows inside the knees.", "Leave the heels down.")
    assert not found.variations


@pytest.mark.parametrize("words", ["The benefits", "Benefits of the exercise"])
def test_a_plain_line_behind_titled_tips_begins_the_benefits(words: str) -> None:
    tips = "<div>Form tips</div><h3>Neck in line</h3><p>Let the gaze travel down.</p><h3>Hips</h3><p>They close the door.</p>"
    found = read(f"{TITLE}{STEPS}{tips}<div>{words}</div><div>Hinge</div><div>Picking things up is easy.</div>")
    assert len(titled(found, "safety_tips")) == 2
    assert [text for _, text in titled(found, "benefits")] == ["Picking things up is easy."]


@pytest.mark.parametrize(
    "below",
    ["<p>Strong hips: Nothing works them like this.</p>", "<h4>Strong hips</h4><p>Nothing works them like this.</p>"],
)
def test_good_for_is_the_level_or_what_is_good_about_it(below: str) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h3>Good for</h3>{below}")
    assert [(said.title, said.text) for said in found.benefits] == [("Strong hips", "Nothing works them like this.")]
    assert record(f"{TITLE}{FACTS}{STEPS}<h3>Good for</h3><p>Beginners</p>").difficulty == "beginner"


@pytest.mark.parametrize("heading", ["Helpful tips", "Important tips", "Training tips"])
def test_praise_before_a_heading_changes_nothing(heading: str) -> None:
    benefits = "<h3>Benefits</h3><p><b>Strong hips.</b> They carry you home.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}{benefits}<p>{heading}</p><p>Look up all the way.</p>")
    assert [tip.text for tip in found.safety_tips] == ["Look up all the way."]


def test_faults_with_titles_of_their_own_are_no_benefit() -> None:
    faults = "<div>Faults</div><p>- The heels rise at the bottom.<br>- The back rounds.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}<div>Benefits</div><ul><li><b>Hips:</b> They grow.</li></ul>{faults}")
    assert [said.title for said in found.benefits] == ["Hips"]


def test_small_elements_may_be_headings_by_their_role() -> None:
    heading = '<span role="heading" aria-level="2">Variations</span>'
    found = record(f"{TITLE}{FACTS}{STEPS}<section>{heading}<span>Box Squat</span><span>Front Squat</span></section>")
    assert found.variations == ("Box Squat", "Front Squat")


def test_a_table_says_what_to_measure_and_how() -> None:
    head = "<tr><th>Measure</th><th>How</th></tr>"
    found = record(
        f"{TITLE}{FACTS}{STEPS}<h3>What to record</h3><table>{head}<tr><td>Time</td><td>In rounds.</td></tr></table>"
    )
    assert [(said.metric, said.text) for said in found.tracking] == [("time", "In rounds.")]


def test_the_log_lift_is_no_log() -> None:
    assert record(f"{TITLE}{FACTS}{STEPS}<p>Log Lift</p><p><b>Grip:</b> Neutral</p>").tracking == ()


@pytest.mark.parametrize(
    "faults",
    [
        "<p><b>Common errors</b></p><h5>Heels</h5><p>The heels rise at the bottom.</p>",
        "<p><b>Common errors</b></p><p><b>Heels</b></p><p>The heels rise at the bottom.</p>",
        "<h2>Common errors</h2><h5>Heels</h5><p>The heels rise at the bottom.</p>",
    ],
)
def test_a_fact_behind_mistakes_with_titles(faults: str) -> None:
    fact = "<div><div>Implements</div><div>Ab Wheel</div></div>"
    assert record(f"{TITLE}<p>Target muscles: Quads</p>{STEPS}{faults}{fact}").equipment == ("ab wheel",)


def test_a_plain_word_ends_a_section_whose_titles_are_set_off() -> None:
    tips = "<h4>Knees</h4><p>They stay above the toes.</p>"
    found = record(
        f"{TITLE}{FACTS}{STEPS}<div>Safety</div>{tips}<div>Faults</div><div>The heels rise at the bottom.</div>"
    )
    assert [tip.title for tip in found.safety_tips] == ["Knees"]


def test_one_line_with_a_typed_bullet_and_questions_behind_it() -> None:
    asked = "<div>FAQs</div><p>How often?: Twice a week is plenty.</p>"
    found = record(
        f"{TITLE}{FACTS}{STEPS}<div>Benefits</div><div>&bull; It needs no more space than a towel.</div>{asked}"
    )
    assert [said.text for said in found.benefits] == ["It needs no more space than a towel."]


@pytest.mark.parametrize("line", ["<p>{}</p>", "<div>{}</div>"])
def test_a_section_of_a_few_words_a_line(line: str) -> None:
    lines = "".join(map(line.format, ("Simple to learn", "Great finisher")))
    found = record(f"{TITLE}{FACTS}{STEPS}<section><h2>Benefits</h2>{lines}</section>")
    assert [said.text for said in found.benefits] == ["Simple to learn", "Great finisher"]


def test_muscles_below_titled_tips_with_a_plural_in_brackets() -> None:
    tips = "<table><tr><th>Start light</th><td>Add load only when ten clean ones are easy.</td></tr></table>"
    found = record(f"{TITLE}{STEPS}<p><b>Safety advice:</b></p>{tips}<p><b>Primary muscle(s):</b></p><p>Quads</p>")
    assert found.target_muscles == ("quadriceps",)


def test_variations_in_a_line_below_a_heading_that_says_so_too() -> None:
    line = "<p>Variations to try: Box Squat and Front Squat.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}<p><b>Make it your own</b></p>{line}")
    assert found.variations == ("Box Squat", "Front Squat")


def test_what_the_coach_says() -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Our coaches say</h2><h4>No swinging.</h4><p>Lean against a wall.</p>")
    assert [(tip.title, tip.text) for tip in found.safety_tips] == [("No swinging", "Lean against a wall.")]


def test_a_bullet_before_the_number_of_a_step() -> None:
    steps = "<p><b>Instructions</b></p><p>&bull; Step 1: Grasp the handles.</p><p>&bull; Step 2: Lean back.</p>"
    assert record(f"{TITLE}{FACTS}{steps}").instructions == ("Grasp the handles.", "Lean back.")


@pytest.mark.parametrize(
    "before",
    [
        "<p><b>How to do it</b></p><div><h5>Step 1</h5><p>Stand tall.</p></div>",
        f"{STEPS}<div>Errors to avoid</div><h4>1. Heels</h4><p>The heels rise at the bottom.</p>",
    ],
)
def test_several_terms_behind_titles(before: str) -> None:
    fact = "<div><b>Secondary muscles</b> <span>Glutes</span> <span>Hamstrings</span></div>"
    found = record(f"{TITLE}<p><b>Target muscles:</b> Quads</p><div>{before}</div>{fact}")
    assert found.secondary_muscles == ("glutes", "hamstrings")
