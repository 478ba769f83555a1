"""What pages do instead of using the right element: typed bullets, pictures for words, headings nobody knows."""

from __future__ import annotations

import gc

import pytest

from pipeline.reading import draft
from pipeline.reading.markup.html import html_outline
from pipeline.reading.plaintext.text import text_outline
from tests.reading.reading import PROFILE, STEPS, TITLE, read, texts, titled

# --- names ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "Safety Bar Squat",
        "Log Press",
        "Track Sprint",
        "Get-Up",
        "Top Half Squat",
        "More Than a Plank",
        "Dead Bug vs Bird Dog",
        "90/90",
    ],
)
def test_a_top_heading_is_the_name_whatever_its_words_mean_elsewhere(name: str) -> None:
    found = read(f"<h1>{name}</h1><h2>{name} Benefits</h2><ul><li>It builds strong legs.</li></ul>{STEPS}", name)
    assert texts(found, "name") == [name]
    assert texts(found, "benefits") == ["It builds strong legs."]
    assert len(texts(found, "instructions")) == 2


def test_the_site_above_the_post_is_not_the_name() -> None:
    found = read(f"<h1>Iron Tales</h1><div><h3>Goblet Squat</h3>{STEPS}</div>", "Iron Tales: Goblet Squat")
    assert texts(found, "name") == ["Goblet Squat"]


def test_a_copied_text_may_begin_with_the_menu() -> None:
    text = (
        "Workouts\nBlog\n\nHome\n>\nGoblet Squat\n\nGoblet Squat\n\nA squat.\n\nInstructions\n1. Stand tall.\n2. Sit.\n"
    )
    assert texts(draft(text_outline(text), PROFILE), "name") == ["Goblet Squat"]


def test_a_page_without_headings_has_its_name_beside_a_button() -> None:
    found = read(f"<div><span>Goblet Squat</span><span>Edit</span></div><p>A squat.</p>{STEPS}", "My App")
    assert texts(found, "name") == ["Goblet Squat"]


def test_a_line_of_many_dashes_is_no_name_and_costs_nothing() -> None:
    found = read(f"<h2>Goblet Squat</h2><p>{'press - curl: ' * 20_000}</p>{STEPS}", "")
    assert texts(found, "name") == ["Goblet Squat"]


# --- lists that are none --------------------------------------------------------------------------------------


def test_bullets_typed_by_hand_are_a_list_and_end_with_it() -> None:
    found = read(
        f"<h1>Goblet Squat</h1>{STEPS}<p><b>Safety tips</b></p>"
        "<p>- <b>Back</b>: Keep it long<br>and quiet.</p><p>• <i>Knees</i> - Let them travel.</p><p>--</p>"
        "<p>Squat first, ask later.</p>"
    )
    assert titled(found, "safety_tips") == [("Back", "Keep it long and quiet."), ("Knees", "Let them travel.")]


@pytest.mark.parametrize(
    "body",
    [
        "<p>A. Stand tall.</p><p>B. Bend the knees.</p>",
        "<p>1. Stand tall.</p><p>2. Bend the knees.</p><p>Happy lifting to everybody!</p>",
        "<p>1. Stand</p><p>tall.</p><p>2. Bend the knees.</p><p>Leaflet 4</p><p>Page 2 of 9</p>",
        "<ul><li>☐ Stand tall.</li><li>☐ Bend the knees.</li></ul>",
        (
            "<table><tr><th>No.</th><th>Action</th></tr><tr><td>1</td><td>Stand tall.</td></tr>"
            "<tr><td>2</td><td>Bend the knees.</td></tr></table>"
        ),
    ],
)
def test_steps_are_steps_in_any_dress(body: str) -> None:
    found = read(f"<h1>Goblet Squat</h1><h2>How it is done</h2>{body}")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


def test_steps_that_no_heading_announces_are_found_when_they_are_the_only_ones() -> None:
    alone = "<ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    assert texts(read(f"<h1>Goblet Squat</h1>{alone}"), "instructions") == ["Stand tall.", "Bend the knees."]
    assert texts(read(f"<h1>Goblet Squat</h1><h2>Zwei Dinge</h2>{alone}"), "instructions")
    twice = f"<h2>Eins</h2>{alone}<h2>Zwei</h2>{alone.replace('tall', 'wide')}"
    assert not texts(read(f"<h1>Goblet Squat</h1>{twice}"), "instructions")


def test_a_rule_across_the_page_ends_a_section() -> None:
    found = read(f"<h1>Goblet Squat</h1>{STEPS}<h2>Safety</h2><p>Keep warm.</p><p>Breathe.</p><hr><p>Visitor 1.</p>")
    assert texts(found, "safety_tips") == ["Keep warm.", "Breathe."]


# --- facts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [
        "<p>Level: Beginner · Equipment: Kettlebell · Main muscles: Quads</p>",
        "<p>Main muscles: Quads; equipment: Kettlebell; level: beginner.</p>",
        "<p><b>Main muscles</b> <img src=q.svg alt=Quads></p><p>Equipment: <img alt=Kettlebell></p><p>Level: Beginner</p>",
        (
            "<table><tr><th>Muscle(s)</th><td><img alt=Quads></td></tr><tr><th>Equipment</th><td>Kettlebell</td></tr>"
            "<tr><th>Level</th><td>Beginner</td></tr></table>"
        ),
        (
            "<div><span>What it works</span><span>Quads</span></div><div><span>Gear</span><span>Kettlebell</span></div>"
            "<div><span>Ability</span><span>Beginner</span></div>"
        ),
    ],
)
def test_facts_stand_in_a_line_in_pictures_and_in_boxes(facts: str) -> None:
    found = read(f"<h1>Goblet Squat</h1>{facts}{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "equipment") == ["Kettlebell"]
    assert texts(found, "difficulty")[0].lower() == "beginner"


def test_what_a_picture_shows_is_no_text_beside_text() -> None:
    found = read(f"<h1>Goblet Squat</h1><p><img alt='A woman squats'>A deep squat.</p>{STEPS}")
    assert texts(found, "description") == ["A deep squat."]


def test_a_caption_is_no_value() -> None:
    found = read(f"<h1>Goblet Squat</h1><p><b>Main muscles</b></p><p>Drawing: a studio</p>{STEPS}")
    assert not texts(found, "target_muscles")


def test_a_table_of_muscles_says_the_role_of_each() -> None:
    rows = "".join(
        f"<tr><td>{muscle}</td><td>{role}</td></tr>"
        for muscle, role in (
            ("Quads", "Primary"),
            ("Glutes", "Secondary"),
            ("Abs", "Stabilizer"),
            ("Calves", "Secondary"),
        )
    )
    found = read(f"<h1>Goblet Squat</h1><table><tr><th>Muscle</th><th>Role</th></tr>{rows}</table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "secondary_muscles") == ["Glutes", "Calves"]
    assert texts(found, "stabilizers") == ["Abs"]


def test_other_names_need_no_colon() -> None:
    found = read(f"<h1>Goblet Squat</h1><p>(also called Cup Squat or Chalice Squat)</p><p>A squat.</p>{STEPS}")
    assert texts(found, "aliases") == ["Cup Squat", "Chalice Squat"]


def test_the_line_below_a_list_of_variations_is_none() -> None:
    found = read(f"<h1>Goblet Squat</h1>{STEPS}<h2>Variations</h2><ul><li>Pause Squat</li></ul><p>To the index</p>")
    assert texts(found, "variations") == ["Pause Squat"]


def test_the_text_below_a_box_of_facts_is_the_description() -> None:
    box = "<aside class=infobox><h2>Goblet Squat</h2><div><h3>Equipment</h3><div>Kettlebell</div></div></aside>"
    found = read(f"<h1>Goblet Squat</h1>{box}<p>A deep squat.</p>{STEPS}")
    assert texts(found, "equipment") == ["Kettlebell"]
    assert texts(found, "description") == ["A deep squat."]


# --- around the content ---------------------------------------------------------------------------------------


def test_short_made_up_classes_mean_nothing() -> None:
    body = f"<div class='fl kc ff ad cj jj'><h1>Goblet Squat</h1><div class='ab cb nc ad toc2 xy'>{STEPS}</div></div>"
    assert len(texts(read(body), "instructions")) == 2


def test_a_page_whose_classes_name_everything_a_menu_is_read_all_the_same() -> None:
    body = f"<h1>Goblet Squat</h1><div class='sidebar-menu'>{STEPS}</div>"
    assert len(texts(read(body + "<p>Hm.</p>"), "instructions")) == 2


def test_link_numbers_and_tabs_of_a_copied_page_are_no_words() -> None:
    text = "Goblet Squat\n\nA squat.\n\nMain muscles\t[3]Quads, [4]Glutes\nEquipment:\t[5]Kettlebell\n\nInstructions\n1. Sit.\n2. Rise.\n"
    found = draft(text_outline(text), PROFILE)
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]
    assert texts(found, "equipment") == ["Kettlebell"]


def test_items_that_an_open_element_makes_parts_of_one_another() -> None:
    found = read(f"{TITLE}<h2>Instructions</h2><ol><li><font>Stand tall.<li><font>Sit.<li><font>Rise.</ol>")
    assert texts(found, "instructions") == ["Stand tall.", "Sit.", "Rise."]


def test_a_list_in_an_item_stays_in_it() -> None:
    found = read(f"{TITLE}<h2>Instructions</h2><ol><li>Stand tall.<ul><li>Feet flat.</li></ul></li><li>Sit.</li></ol>")
    assert texts(found, "instructions") == ["Stand tall. Feet flat.", "Sit."]


def test_tags_beside_the_title_may_say_mechanic_and_force() -> None:
    found = read(f"{TITLE}<div><span>Beginner</span><span>Compound</span><span>Push</span></div>{STEPS}")
    assert [texts(found, name) for name in ("difficulty", "mechanic", "force")] == [
        ["Beginner"],
        ["Compound"],
        ["Push"],
    ]


def test_a_picture_and_its_caption_are_no_fact() -> None:
    figure = (
        '<figure><img src="a.gif" alt="Goblet Squat end"><figcaption>Start and end of the Goblet Squat</figcaption>'
    )
    found = read(f"{TITLE}{figure}</figure><p>Target: Quads</p><p>Equipment: Kettlebell</p>{STEPS}")
    assert found.extra == {}


@pytest.mark.parametrize("before", ["&#128293; ", "4.1 ", "* "])
def test_what_stands_before_a_title_is_no_part_of_it(before: str) -> None:
    lines = "".join(
        f"<p>{before}<b>{title}</b>. {text}</p>" for title, text in (("Tall", "Sit up."), ("Flat", "Press."))
    )
    found = read(f"{TITLE}{STEPS}<h2>Tips</h2>{lines}")
    assert titled(found, "safety_tips") == [("Tall", "Sit up."), ("Flat", "Press.")]


def test_the_caption_of_a_table_of_facts_may_be_the_name() -> None:
    table = "<table><caption>Goblet Squat</caption><tr><td>Target:</td><td>Quads</td></tr><tr><td>Tools:</td><td>Kettlebell</td></tr></table>"
    found = read(f"{table}{STEPS}", title="Print view")
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "target_muscles") == ["Quads"]


def test_panels_that_a_style_sheet_opens_are_named_by_their_labels() -> None:
    buttons = "".join(f'<input type="radio" name="t" id="t{n}">' for n in (1, 2))
    labels = '<div><label for="t1">Benefits</label><label for="t2">Tips</label></div>'
    panels = "".join(
        f"<div><details><summary>{title}</summary><p>{text}</p></details></div>"
        for title, text in (("Strong legs", "They grow."), ("Stay tall", "Chest up."))
    )
    found = read(f"{TITLE}{STEPS}<div>{buttons}{labels}{panels}</div>")
    assert titled(found, "benefits") == [("Strong legs", "They grow.")]
    assert titled(found, "safety_tips") == [("Stay tall", "Chest up.")]


def test_titles_in_a_definition_list_of_the_whole_page() -> None:
    tips = "<dt>Tips</dt><dd><b>Stay tall.</b> Keep the chest up.</dd><dd><b>Go deep.</b> Sit between the knees.</dd>"
    found = read(f"{TITLE}<dl><dt>Equipment</dt><dd>Kettlebell</dd><dd>Bench</dd>{tips}</dl>{STEPS}")
    assert texts(found, "equipment") == ["Kettlebell", "Bench"]
    assert titled(found, "safety_tips") == [("Stay tall", "Keep the chest up."), ("Go deep", "Sit between the knees.")]


def test_tags_of_the_post_are_no_steps() -> None:
    tags = "<p><span>Published in</span><span>Exercise Guide</span></p><p>Tagged under</p><ul><li>gym</li><li>legs</li></ul>"
    assert texts(read(TITLE + STEPS + tags), "instructions") == ["Stand tall.", "Bend the knees."]


def test_a_class_name_made_by_a_program_says_nothing() -> None:
    facts = (
        '<div class="sc-ad0580"><div><p>Equipment</p><p>Dumbbell</p></div><div><p>Target</p><p>Quads</p></div></div>'
    )
    found = read(TITLE + facts + STEPS)
    assert texts(found, "equipment") == ["Dumbbell"]
    assert "target_muscles" not in read(TITLE + facts.replace("sc-ad0580", "box-ad") + STEPS).fields


def test_the_title_of_a_box_in_a_header_of_its_own_is_read() -> None:
    boxes = "".join(
        f"<div><header><h2>{title}</h2></header><ul><li>{text}</li></ul></div>"
        for title, text in (("Advantages", "Legs get strong."), ("Precautions", "Stop when it hurts."))
    )
    found = read(TITLE + STEPS + boxes)
    assert texts(found, "benefits") == ["Legs get strong."]
    assert texts(found, "safety_tips") == ["Stop when it hurts."]


def test_a_list_of_muscles_does_not_swallow_the_facts_behind_it() -> None:
    def cells(*said: str) -> str:
        return "<div>" + "".join(f"<span>{text}</span>" for text in said) + "</div>"

    facts = f"<p>Synergists</p>{cells('Calves', 'Glutes')}{cells('Equipment', 'Barbell')}{cells('Athlete level', 'Beginner')}"
    found = read(f"{TITLE}<p>Target: Quads</p>{facts}{cells('Mechanic', 'Compound')}{cells('Sets', '4')}{STEPS}")
    assert texts(found, "secondary_muscles") == ["Calves", "Glutes"]
    assert texts(found, "difficulty") == ["Beginner"]
    assert titled(found, "tracking") == [("Sets", "4")]


def test_a_preparation_above_steps_that_count() -> None:
    lines = "<b>Preparation</b><p>Grip the bar.</p><b>Execution</b><p>1. Curl it.</p><p>2. Lower it.</p>"
    found = read(f"{TITLE}<p>Target: Biceps</p>{lines}")
    assert texts(found, "instructions") == ["Grip the bar.", "Curl it.", "Lower it."]


def test_the_category_of_a_thread_is_no_heading() -> None:
    thread = "<div>Exercise guides</div><div>wiki</div><hr><p>A squat for everybody, with one weight.</p>"
    found = read(TITLE + thread + STEPS)
    assert texts(found, "description") == ["A squat for everybody, with one weight."]
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


def test_muscles_below_the_steps_count_where_none_stand_above() -> None:
    body = "<h4>Body</h4><ul><li><b>Agonist:</b> Quads</li><li><b>Level:</b> Beginner</li></ul>"
    steps = STEPS.replace("h2>", "h4>")
    found = read(f"{TITLE}<h4>Requirements</h4><ul><li>Kettlebell</li></ul>{steps}{body}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "difficulty") == ["Beginner"]


def test_nothing_that_is_made_of_a_page_refers_in_a_circle() -> None:
    """Circles are looked for rarely while pages are read: each would keep the tree of its page for long."""
    page = f"<html><body>{TITLE}<p>Target: Quads</p>{STEPS}<pre>Stand.</pre><table><tr><td>Level</td><td>Easy</td></tr></table></body></html>"
    html_outline(page)
    gc.collect()
    gc.disable()
    try:
        draft(html_outline(page), PROFILE)
        assert gc.collect() == 0
    finally:
        gc.enable()
