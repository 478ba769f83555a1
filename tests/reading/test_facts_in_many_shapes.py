"""Facts whose values are long, or stand in shapes that no label tells."""

from __future__ import annotations

import pytest

from pipeline.vocabulary import key
from tests.reading.reading import STEPS, TITLE, read, texts


@pytest.mark.parametrize("value", ["glutes, lats, inner thighs, latissimus dorsi, neck and tibialis anterior"])
@pytest.mark.parametrize(
    "row",
    [
        "<div><span class='l'>{}</span><span class='v'>{}</span></div>",
        "<div><strong>{1}</strong><br><small>{0}</small></div>",
        "<p><b>{}</b> &ndash; {}</p>",
        "<p>{}: <em>{}</em></p>",
    ],
)
def test_a_long_series_of_terms_is_a_value_like_a_short_one(row: str, value: str) -> None:
    others = "".join(row.format(label, said) for label, said in (("Target", "Quads"), ("Level", "Easy")))
    found = read(f"{TITLE}<div>{others}{row.format('Secondary muscles', value)}</div>{STEPS}")
    terms = [key(piece.text) for piece in found.fields["secondary_muscles"].pieces]
    assert terms == ["glute", "lat", "inner thigh", "latissimus dorsi", "neck", "tibialis anterior"]


def test_a_run_of_links_behind_a_bold_label_in_a_list() -> None:
    muscles = ["Hams", "Iliopsoas", "Chest", "Wrist Flexors", "Upper Back", "Deltoids", "Abductors"]
    links = ", ".join(f"<a>{name}</a>" for name in muscles)
    found = read(f"{TITLE}<ul><li><b>Target</b> &ndash; Quads</li><li><b>Assists</b> &ndash; {links}</li></ul>{STEPS}")
    assert texts(found, "secondary_muscles") == muscles


def test_a_label_may_hold_a_slash_in_a_line_of_facts() -> None:
    found = read(f"{TITLE}<p>Target: Quads &bull; Push / Pull: Push &bull; Compound / Isolation: Compound</p>{STEPS}")
    assert (texts(found, "force"), texts(found, "mechanic")) == (["Push"], ["Compound"])


def test_facts_beside_a_word_that_gathers_them() -> None:
    facts = "<ul><li>Target - Quads</li><li>Level - Easy</li><li>Plane - Sagittal</li></ul>"
    found = read(f"{TITLE}<dl><dt>Information</dt><dd>{facts}</dd></dl>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Easy"])
    assert found.extra == {"Plane": "Sagittal"}


def test_words_on_buttons_that_nobody_can_press_are_values() -> None:
    def box(label: str, *words: str) -> str:
        buttons = "".join(f"<button disabled>{word}</button>" for word in words)
        return f"<fieldset><legend>{label}</legend>{buttons}</fieldset>"

    found = read(TITLE + box("Target", "Quads") + box("Assists", "Glutes", "Calves") + STEPS)
    assert texts(found, "secondary_muscles") == ["Glutes", "Calves"]


def test_other_names_with_dots_between_them() -> None:
    found = read(f"{TITLE}<p><b>Also called:</b> Slow Hinge &middot; Quiet Hinge</p>{STEPS}")
    assert texts(found, "aliases") == ["Slow Hinge", "Quiet Hinge"]


def test_bold_labels_with_bars_between_the_facts() -> None:
    found = read(f"{TITLE}<p><b>Target</b> quads / <b>Push / Pull</b> Push / <b>Grip</b> Overhand</p>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "force")) == (["quads"], ["Push"])
    assert found.extra == {"Grip": "Overhand"}


def test_facts_that_end_like_sentences() -> None:
    facts = "".join(
        f"<p><span>{label}:</span> {value}.</p>"
        for label, value in (("Muscles used", "Quads"), ("Grade", "Novice"), ("Plane of motion", "Sagittal"))
    )
    found = read(f"{TITLE}<div>{facts}</div>{STEPS}")
    assert found.extra == {"Plane of motion": "Sagittal"}


def test_a_level_that_nobody_gave_yet_is_none() -> None:
    found = read(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd><dt>Difficulty</dt><dd>Not rated yet</dd></dl>{STEPS}")
    assert "difficulty" not in found.fields


def test_a_table_that_counts_its_rows_states_no_level() -> None:
    head = "<tr><th>Step</th><th>What to do</th></tr>"
    found = read(f"{TITLE}<h2>Technique</h2><table>{head}<tr><td>1</td><td>Sit on the machine.</td></tr></table>")
    assert "difficulty" not in found.fields
    assert texts(found, "instructions") == ["Sit on the machine."]


def test_the_movement_beside_its_steps() -> None:
    gain = "<dt>What you gain</dt><dd><ul><li>Strong legs.</li></ul></dd>"
    found = read(
        f"{TITLE}<dl>{gain}<dt>The movement</dt><dd><p>1. Stand as tall as you can. 2. Sit down slowly.</p></dd></dl>"
    )
    assert texts(found, "instructions") == ["Stand as tall as you can.", "Sit down slowly."]


def test_facts_in_one_line_beside_a_word_that_gathers_them() -> None:
    said = "Primary muscle(s): Shins &bull; Implements: Body Weight &bull; Region: Lower Legs"
    found = read(f"{TITLE}<dl><dt>Details</dt><dd><p>{said}</p></dd></dl>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "body_parts")) == (["Shins"], ["Lower Legs"])


def test_lines_that_begin_like_a_call() -> None:
    found = read(f"{TITLE}<h2>Details</h2><pre>\nRecommended level: Moderate\nRegion: Back\n</pre>{STEPS}")
    assert (texts(found, "difficulty"), texts(found, "body_parts")) == (["Moderate"], ["Back"])


def test_muscles_by_how_much_they_are_felt() -> None:
    felt = "<p><span>Mostly</span> <span>Soleus</span></p><p><span>Partly</span> <span>Calves</span></p>"
    found = read(f"{TITLE}{STEPS}<h2>Where you'll feel it</h2>{felt}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Soleus"], ["Calves"])


@pytest.mark.parametrize("label", ["Ideal for", "Suits", "Aimed at"])
def test_labels_that_speak_of_the_level_only_beside_one(label: str) -> None:
    assert texts(read(f"{TITLE}<p><b>{label}:</b> Beginners</p>{STEPS}"), "difficulty") == ["Beginners"]
    assert "difficulty" not in read(f"{TITLE}<p><b>{label}:</b> Small rooms</p>{STEPS}").fields


@pytest.mark.parametrize(
    ("label", "value", "field"),
    [("Scaling level", "Advanced", "difficulty"), ("Stretches and strengthens", "Lats", "target_muscles")],
)
def test_labels_of_kinds_of_training(label: str, value: str, field: str) -> None:
    assert texts(read(f"{TITLE}<dl><dt>{label}</dt><dd>{value}</dd></dl>{STEPS}"), field) == [value]


def test_dots_may_lead_from_a_label_to_its_value() -> None:
    line = '<p><b>{}</b> <span class="dots">.........</span> <span>{}</span></p>'
    page = f"{TITLE}{line.format('Muscles', 'Quads')}{line.format('Equipment', 'Barbell')}{STEPS}"
    found = read(page)
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "equipment") == ["Barbell"]


def test_a_side_bar_of_questions_and_terms_is_one_of_facts() -> None:
    fact = "<div><h4>{}</h4><p>{}</p></div>"
    aside = f"<aside>{fact.format('Muscles it trains', 'Quads')}{fact.format('What you need', 'A chair')}</aside>"
    found = read(f"<main>{TITLE}<p>A squat.</p>{aside}{STEPS}</main>")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "equipment") == ["A chair"]


def test_a_side_bar_with_one_fact_among_other_boxes_is_read() -> None:
    fact = "<section><h2>Equipment for this exercise</h2><ul><li>Barbell</li></ul></section>"
    posts = '<section><h2>Recent posts</h2><ul><li><a href="/x">Why we lift on Sundays</a></li></ul></section>'
    found = read(f"{TITLE}<p><b>Muscles:</b> Quads</p>{STEPS}<aside>{fact}{posts}</aside>")
    assert texts(found, "equipment") == ["Barbell"]


def test_icons_of_a_font_are_no_cells() -> None:
    rows = "".join(
        f'<tr><td><i class="material-icons">{icon}</i></td><td>{label}</td><td>{value}</td></tr>'
        for icon, label, value in (("backpack", "Equipment", "Dumbbell"), ("trending_up", "How tricky", "Easy"))
    )
    found = read(f"{TITLE}<p>A squat.</p><p>Target: Quads</p><table>{rows}</table>{STEPS}")
    assert texts(found, "equipment") == ["Dumbbell"]
    assert texts(found, "difficulty") == ["Easy"]


def test_outputs_of_a_form_and_menus_of_items() -> None:
    pairs = (("Muscles worked", "Glutes"), ("Level", "Beginner"))
    form = "".join(f"<p><label>{label}</label> <output>{value}</output></p>" for label, value in pairs)
    found = read(f"{TITLE}<p>A squat.</p><form>{form}</form>{STEPS}<h2>Tips</h2><menu><li>Look up.</li></menu>")
    assert texts(found, "target_muscles") == ["Glutes"]
    assert texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "safety_tips") == ["Look up."]


def test_parts_that_a_builder_numbers_as_sections_of_its_navigation() -> None:
    facts = "<p>Tool: Kettlebell | Grade: Expert</p><p>Target: Abs</p>"
    found = read(f'<div class="s-nav-section-1">{TITLE}</div><div class="s-nav-section-2">{facts}</div>{STEPS}')
    assert texts(found, "equipment") == ["Kettlebell"]
    assert texts(found, "target_muscles") == ["Abs"]
