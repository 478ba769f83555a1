"""Tabs named by their classes, lists that hold sections, boxes, and buttons that are words."""

from __future__ import annotations

import pytest

from pipeline.ingest.judging import judge
from pipeline.reading import Profiles
from pipeline.records import Page
from pipeline.settings import Settings
from tests.reading.reading import STEPS, TITLE, read, texts, titled
from tests.reading.records import record


def test_tabs_that_only_their_classes_name() -> None:
    tabs = '<ul class="x_tabs_controls"><li class="x_tab_0"><a href="#">Why Do It</a></li><li class="x_tab_1">Variations</li></ul>'
    panels = '<div><div class="x_tab"><p><b>Power.</b> It grows.</p></div><div class="x_tab"><ul><li>Box Squat</li><li>Split Squat</li></ul></div></div>'
    found = read(f"{TITLE}{STEPS}<div>{tabs}{panels}</div>")
    assert titled(found, "benefits") == [("Power", "It grows.")]
    assert texts(found, "variations") == ["Box Squat", "Split Squat"]


@pytest.mark.parametrize("name", ["t&#8;1", "t&#65534;1"])
def test_a_tab_whose_name_cannot_be_written_back(name: str) -> None:
    buttons = (
        f'<div><input type="radio" id="{name}"><input type="radio" id="{name}2"><div>One</div><div>Two</div></div>'
    )
    page = Page(f"{TITLE}<p>Target: Quads</p>{STEPS}{buttons}".encode(), "page.html", "", "text/html")
    assert judge(page, Profiles(), Settings()).exercise is not None


def test_a_list_whose_items_are_a_heading_and_paragraphs() -> None:
    items = "<li><h4>Benefits</h4><p><b>Calm</b> — You breathe.</p><p><b>Strong</b> — You grow.</p></li>"
    items += "<li><h4>Form cues</h4><p>Keep the chest up.</p><p>Push the knees out.</p></li>"
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<ul>{items}</ul>")
    assert titled(found, "benefits") == [("Calm", "You breathe."), ("Strong", "You grow.")]
    assert texts(found, "safety_tips") == ["Keep the chest up.", "Push the knees out."]


def test_the_word_on_a_box_below_mistakes() -> None:
    tips = "<h2>Tips</h2><div>Tip</div><p>Keep the chest up.</p>"
    wrong = "<h2>Common mistakes</h2><div>Watch out</div><p>Rushing the lowering phase.</p>"
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}{tips}{wrong}")
    assert "Rushing the lowering phase." not in texts(found, "safety_tips")


def test_buttons_that_are_words_to_read_and_those_that_are_not() -> None:
    words = '<h2>Target muscles</h2><div><button class="css-chip">Quads</button><button class="css-chip">Glutes</button></div>'
    others = '<h2>Equipment</h2><p>Kettlebell</p><button class="btn">Barbell</button><button class="filter-chip">Cable</button>'
    found = read(f"{TITLE}{words}{others}{STEPS}")
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]
    assert texts(found, "equipment") == ["Kettlebell"]


def test_how_many_others_there_are_of_a_kind() -> None:
    kinds = "".join(
        f"<div><span>{tool}</span> <span>{n}</span></div>" for tool, n in (("Barbell", 164), ("Cable", 132))
    )
    for page in (
        f"<p>Equipment</p>{kinds}{TITLE}<p>Target: Quads</p>{STEPS}",
        f"{TITLE}{STEPS}<h3>Equipment</h3>{kinds}",
    ):
        assert "equipment" not in read(page).fields


def test_panels_that_only_their_ids_name() -> None:
    tabs = '<ul><li><a href="#tabs-1">Why bother</a></li><li><a href="#tabs-2">Form tips</a></li></ul>'
    panels = '<div id="tabs-1"><ul><li>You grow.</li></ul></div><div id="tabs-2"><ul><li>Stay tall.</li></ul></div>'
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<div>{tabs}{panels}</div>")
    assert (texts(found, "benefits"), texts(found, "safety_tips")) == (["You grow."], ["Stay tall."])


def test_a_box_of_facts_below_the_benefits() -> None:
    benefits = "<h2>Benefits</h2><ul><li><b>Power.</b> You grow.</li></ul>"
    box = "<div><p>Fact box</p><ul><li><b>Target:</b> Quads</li><li><b>Gear:</b> Kettlebell</li></ul></div>"
    found = read(f"{TITLE}{benefits}{box}{STEPS}")
    assert titled(found, "benefits") == [("Power", "You grow.")]
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], ["Kettlebell"])


def test_lines_of_a_scanned_page() -> None:
    lines = "<span class='line'><span>Secondary</span> <span>muscles:</span> <span>Glutes,</span></span> <span class='line'><span>Calves</span></span>"
    found = read(f"{TITLE}<p>Target: Quads</p><p>{lines}</p>{STEPS}")
    assert texts(found, "secondary_muscles") == ["Glutes", "Calves"]


def test_notes_that_are_several_sentences_are_advice() -> None:
    notes = "<h3>Notes</h3><ul><li>Keep them long; a bent arm can tear.</li><li>Wear flat soles.</li></ul>"
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}{notes}")
    assert texts(found, "safety_tips") == ["Keep them long; a bent arm can tear.", "Wear flat soles."]
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<h3>Notes</h3><ul><li>Pictures by Ann.</li></ul>")
    assert "safety_tips" not in found.fields


FOLD = "<li class='accordion-item'><a><div>{}</div></a><div class='accordion-content'>{}</div></li>"


def test_folds_that_are_items_of_a_list() -> None:
    folds = FOLD.format("Tips", "<p><b>Chest up:</b> Always.</p><p><b>Heels:</b> Down.</p>")
    folds += FOLD.format("Benefits", "<p>You grow.</p><p>You last.</p>")
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<ul>{folds}</ul>")
    assert titled(found, "safety_tips") == [("Chest up", "Always."), ("Heels", "Down.")]
    assert (texts(found, "benefits"), len(texts(found, "instructions"))) == (["You grow.", "You last."], 2)


def test_tabs_and_folds_of_web_components() -> None:
    tabs = "<sl-tab slot='nav' panel='how'>How to</sl-tab><sl-tab slot='nav' panel='why'>Benefits</sl-tab>"
    how = "<sl-tab-panel name='how'><ol><li>Sit down.</li><li>Stand up.</li></ol></sl-tab-panel>"
    why = "<sl-tab-panel name='why'><ul><li>You grow.</li></ul></sl-tab-panel>"
    fold = "<sl-details summary='Tips'><p>Chest up, always.</p></sl-details>"
    found = read(f"{TITLE}<p>Target: Quads</p><sl-tab-group>{tabs}{how}{why}</sl-tab-group>{fold}")
    assert (texts(found, "instructions"), texts(found, "benefits")) == (["Sit down.", "Stand up."], ["You grow."])
    assert texts(found, "safety_tips") == ["Chest up, always."]


def test_steps_with_their_number_twice() -> None:
    steps = "".join(
        f"<div><div><span>{n}</span><div>Step {n}</div></div><div>{said}</div></div>"
        for n, said in enumerate(("Sit down.", "Stand up."), 1)
    )
    found = read(f"{TITLE}<p>Target: Quads</p><div><div>Execution</div><div>{steps}</div></div>")
    assert texts(found, "instructions") == ["Sit down.", "Stand up."]


def test_values_called_so_and_badges_behind_their_label() -> None:
    value_first = "".join(
        f"<div><div class='value'>{value}</div><div class='label'>{label}</div></div>"
        for label, value in (("Target", "Quads"), ("Level", "Easy"), ("Stance", "Wide"))
    )
    badges = "".join(
        f"<li>{label} <span class='badge'>{value}</span></li>"
        for label, value in (("Target", "Quads"), ("Level", "Easy"), ("Stance", "Wide"))
    )
    for facts in (value_first, f"<ul>{badges}</ul>"):
        assert record(f"{TITLE}<div>{facts}</div>{STEPS}").extra == {"Stance": "Wide"}
    counts = (
        "<p>Browse</p><ul><li>Chest <span class='badge'>38</span></li><li>Calves <span class='badge'>5</span></li></ul>"
    )
    assert not record(f"{TITLE}<p>Target: Quads</p>{STEPS}{counts}").tracking


def test_tabs_that_lead_to_their_panels_by_address() -> None:
    tabs = "<ul class='tabs'><li><a href='#steps'>Steps</a></li><li><a href='#why'>Benefits</a></li></ul>"
    panels = "<div id='steps' class='col'><ol><li>Sit down.</li><li>Stand up.</li></ol></div><div id='why' class='col'><ul><li>You grow.</li></ul></div>"
    found = read(f"{TITLE}<p>Target: Quads</p>{tabs}{panels}")
    assert (texts(found, "instructions"), texts(found, "benefits")) == (["Sit down.", "Stand up."], ["You grow."])


def test_folds_below_a_line_that_names_them() -> None:
    folds = "".join(
        f"<div role='button' aria-expanded='true'>{title}</div><p>{said}</p>"
        for title, said in (("Forehead down", "Rest your brow on the bench."), ("Wide arc", "Reach for the walls."))
    )
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS.replace('h2', 'h3')}<div><div>Tips</div>{folds}</div>")
    assert titled(found, "safety_tips") == [
        ("Forehead down", "Rest your brow on the bench."),
        ("Wide arc", "Reach for the walls."),
    ]


def test_labels_of_tables_by_their_classes() -> None:
    stacked = (
        "<tr><td class='x-label'>Target</td><td class='x-label'>Level</td></tr><tr><td>Quads</td><td>Easy</td></tr>"
    )
    cell = "<td><span class='x__label'>{}</span><span class='x__content'>{}</span></td>"
    beside = f"<tr>{cell.format('Target', 'Quads')}{cell.format('Level', 'Easy')}</tr>"
    for rows in (stacked, beside):
        found = read(f"{TITLE}<table>{rows}</table>{STEPS}")
        assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Easy"])


def test_steps_that_can_be_clicked() -> None:
    steps = "".join(
        f"<li><button><p>Step {n}</p><p>{said}</p></button></li>" for n, said in ((1, "Sit down."), (2, "Stand up."))
    )
    assert texts(read(f"{TITLE}<p>Target: Quads</p><h3>Doing it</h3><ul>{steps}</ul>"), "instructions") == [
        "Sit down.",
        "Stand up.",
    ]


def test_tabs_that_ask_a_question() -> None:
    question = "What are the benefits of the Bottoms-Up Clean from the Hang Position?"
    tabs = f"<li><a role='tab' href='#p0'>{question}</a></li><li><a role='tab' href='#p1'>Getting started</a></li>"
    panels = f"<div role='tabpanel' id='p0'><p>Strong hips.</p></div><div role='tabpanel' id='p1'>{STEPS}</div>"
    found = record(f"<h1>Bottoms-Up Clean from the Hang Position</h1><ul role='tablist'>{tabs}</ul>{panels}")
    assert [said.text for said in found.benefits] == ["Strong hips."]


def test_sets_and_reps_in_boxes_below_the_tips() -> None:
    boxes = "".join(
        f"<div><div>{cap}</div><div>{value}</div></div>" for cap, value in (("SETS", "4"), ("REPS", "15-20"))
    )
    found = record(f"{TITLE}{STEPS}<h2>Remember</h2><ul><li>Keep the knees straight.</li></ul><div>{boxes}</div>")
    assert [(said.metric, said.text) for said in found.tracking] == [("sets", "4"), ("reps", "15-20")]


def test_what_a_tab_says_above_the_steps_in_it_describes_the_exercise() -> None:
    tabs = '<div role="tablist"><button role="tab" id="t1" aria-controls="p1">Technique</button><button role="tab" id="t2" aria-controls="p2">Anatomy</button></div>'
    told = '<div role="tabpanel" id="p1" aria-labelledby="t1"><p>A strict press from the collarbones, done on straight legs.</p><h2>Rep by rep</h2><ol><li>Stand tall.</li><li>Press the bar up.</li></ol></div>'
    facts = (
        '<div role="tabpanel" id="p2" aria-labelledby="t2" hidden><h2>Main muscle</h2><ul><li>Deltoids</li></ul></div>'
    )
    found = record(f"<h1>Military Press</h1>{tabs}{told}{facts}")
    assert found.description == "A strict press from the collarbones, done on straight legs."
    assert found.instructions == ("Stand tall.", "Press the bar up.")


@pytest.mark.parametrize("phase", ["<b>{}</b>", "{}", "<b>{}:</b>"])
def test_steps_that_are_counted_below_the_titles_of_phases(phase: str) -> None:
    parts = {"Set-up": ["Stand tall.", "Brace."], "Movement": ["Sit down.", "Stand up."]}
    items = "".join(
        f"<li>{phase.format(title)}<ol>{''.join(f'<li>{step}</li>' for step in said)}</ol></li>"
        for title, said in parts.items()
    )
    found = record(f"{TITLE}<h2>How to do it</h2><ol>{items}</ol>")
    assert found.instructions == ("Stand tall.", "Brace.", "Sit down.", "Stand up.")


def test_a_label_whose_values_stand_in_lines() -> None:
    def box(label: str, values: str) -> str:
        return f'<div class="ib"><b>{label}</b><span>{values}</span></div>'

    facts = box("Target", "Chest") + box("Synergists", "Deltoid, Anterior<br>Triceps Brachii")
    facts += box("Equipment", "Dumbbells<br>Flat Bench") + box("Mechanics", "Compound")
    found = record(f"{TITLE}<div>{facts}</div>{STEPS}")
    assert found.secondary_muscles == ("front deltoids", "triceps")
    assert found.equipment == ("dumbbell", "bench")


def test_a_section_of_nothing_but_a_dash() -> None:
    page = f"{TITLE}{STEPS}<h2>Variations</h2><p>N/A</p><h2>Benefits</h2><p>—</p>"
    found = record(page)
    assert (found.variations, found.benefits) == ((), ())


def test_a_second_box_of_facts_below_steps_in_one_line() -> None:
    def fact(label: str, value: str) -> str:
        return f'<div class="kv"><span class="k">{label}</span><span class="v">{value}</span></div>'

    steps = "<h2>How to</h2><p>1. Stand tall. 2. Sit down. 3. Stand up.</p>"
    below = fact("Synergists", "Glutes") + fact("Mechanics type", "compound") + fact("Force", "push")
    found = record(f"{TITLE}{fact('Prime mover', 'Quads')}{steps}<div>{below}</div>")
    assert (found.secondary_muscles, found.mechanic, found.force) == (("glutes",), "compound", "push")


def test_a_choice_between_two_sections_is_no_fact() -> None:
    facts = "<dl><dt>Target</dt><dd>Quads</dd><dt>Level</dt><dd>Beginner</dd></dl>"
    choice = "<div><span>How to</span><span>Tips</span></div>"
    assert record(f"{TITLE}{facts}{choice}{STEPS}").extra == {}


def test_titles_in_a_fold_in_a_fold_are_below_its_words() -> None:
    tips = "<details><summary>Precautions</summary><div><h4>Go slowly</h4><p>Speed takes the work away.</p></div><div><h4>Breathe</h4><p>Let the air out.</p></div></details>"
    page = f"{TITLE}<details><summary>All of it</summary><div><h4>Target</h4><p>Quads</p></div>{STEPS}{tips}</details>"
    assert [tip.title for tip in record(page).safety_tips] == ["Go slowly", "Breathe"]


def test_a_starting_position_above_a_list_of_dots_is_the_first_step() -> None:
    steps = "<h3>How to perform</h3><h4>Starting position</h4><p>Lie on your back.</p><h4>Action</h4><ul><li>Bend the hip.</li><li>Hold it.</li></ul>"
    assert record(f"{TITLE}{steps}").instructions == ("Lie on your back.", "Bend the hip.", "Hold it.")


def test_what_an_exercise_is_good_for_describes_it_only_where_nothing_else_does() -> None:
    purpose = "<p><strong>Purpose:</strong> Loose hamstrings let the pelvis tilt.</p>"
    assert record(f"{TITLE}<p>A lying stretch that opens the knee.</p>{purpose}{STEPS}").description == (
        "A lying stretch that opens the knee."
    )
    assert record(f"{TITLE}{purpose}{STEPS}").description == "Loose hamstrings let the pelvis tilt."


def test_reviews_with_their_number_beside_the_guide_are_no_fact() -> None:
    facts = "<dl><dt>Target</dt><dd>Quads</dd><dt>Level</dt><dd>Beginner</dd></dl>"
    choice = "<div><span>Instructions</span><span>Reviews (14)</span></div>"
    assert record(f"{TITLE}{choice}{facts}{STEPS}").extra == {}
