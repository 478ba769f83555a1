"""Components, pictures and feet of articles as a browser shows them: what their markup leaves to it."""

from __future__ import annotations

from tests.reading.reading import STEPS, TITLE, read, texts, titled


def _component(template: str, given: str) -> str:
    return f'<x-page><template shadowrootmode="open">{template}</template>{given}</x-page>'


def test_slots_hold_what_a_component_was_given() -> None:
    facts = '<dl><dt>Primary muscles</dt><dd><slot name="m">–</slot></dd><dt>Level</dt><dd><slot name="l">–</slot></dd></dl>'
    template = f'<slot name="title"></slot>{facts}<section><h2>Instructions</h2><slot></slot></section>'
    given = (
        '<h1 slot="title">Goblet Squat</h1><span slot="m">Quads</span><span slot="l">Beginner</span>'
        "<ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    )
    found = read(_component(template, given))
    assert texts(found, "name") == ["Goblet Squat"]
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Beginner"])
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


def test_components_within_components() -> None:
    inner = _component('<p>Target: <slot name="m"></slot></p>', '<b slot="m">Quads</b>')
    found = read(_component("<main><slot></slot></main>", f"{TITLE}{inner}{STEPS}"))
    assert texts(found, "target_muscles") == ["Quads"]


def test_what_fits_into_no_slot_is_shown_nowhere() -> None:
    unfit = _component('<slot name="a"></slot>', '<p slot="b">Level: Beginner</p>')
    found = read(f"{unfit}{TITLE}{STEPS}")
    assert "difficulty" not in found.fields


def test_pictures_are_items_where_all_of_them_stand_for_terms() -> None:
    muscles = (
        '<h3>Primary muscles</h3><ul><li><img src="q.png" alt="Quads"></li><li><img src="g.png" alt="Glutes"></li></ul>'
    )
    assert texts(read(f"{TITLE}{muscles}{STEPS}"), "target_muscles") == ["Quads", "Glutes"]
    shown = '<h3>Primary muscles</h3><ul><li><img src="a.png" alt="Ann, squatting"></li></ul><p>Glutes</p>'
    assert texts(read(f"{TITLE}{shown}{STEPS}"), "target_muscles") == ["Glutes"]


def test_the_foot_of_an_article_with_its_facts_as_tags() -> None:
    rows = "".join(
        f'<div><span>{label}</span> <a href="/t">#{value}</a></div>'
        for label, value in (("Primary muscles", "quadriceps"), ("Equipment", "box"), ("Level", "beginner"))
    )
    other = '<h2>Related jumps</h2><ul><li><a href="/x">Scissors Jump</a></li></ul>'
    found = read(f"<main><article>{TITLE}{STEPS}{other}<footer>{rows}</footer></article></main>")
    assert [texts(found, f) for f in ("target_muscles", "equipment", "difficulty")] == [
        ["#quadriceps"],
        ["#box"],
        ["#beginner"],
    ]


def test_a_list_of_tags_each_of_another_kind() -> None:
    tags = "<ul><li>Strength</li><li>Compound</li><li>Pull</li></ul>"
    found = read(f"{TITLE}<p>A squat with a weight.</p>{tags}<p>Works: Quads</p>{STEPS}")
    assert [texts(found, f) for f in ("exercise_type", "mechanic", "force")] == [["Strength"], ["Compound"], ["Pull"]]
    menu = "<ul><li>Strength</li><li>Cardio</li></ul>"
    assert "exercise_type" not in read(f"{TITLE}<p>A squat with a weight.</p>{menu}<p>Works: Quads</p>{STEPS}").fields


def test_a_metric_of_each_side() -> None:
    found = read(
        f"{TITLE}<table><tr><td>Muscle</td><td>Calves</td></tr><tr><td>Time per side</td><td>30 s</td></tr></table>{STEPS}"
    )
    assert titled(found, "tracking") == [("Time per side", "30 s")]
    assert not found.extra


def test_what_a_page_says_twice_for_printing() -> None:
    names = "<h2>Variations</h2><ul><li>Box Squat</li><li>Front Squat</li></ul>"
    printed = f'<div class="screen">{STEPS}{names}</div><div class="d-print-block">{STEPS}{names}</div>'
    assert texts(read(f"{TITLE}<p>Target: Quads</p>{printed}"), "variations") == ["Box Squat", "Front Squat"]


def test_heads_of_two_columns_above_terms() -> None:
    rows = "<tr><td>Mechanic</td><td>Force</td></tr><tr><td><b>Compound</b></td><td><b>Push</b></td></tr>"
    roles = "<tr><th>Primary</th><th>Secondary</th></tr><tr><td>Quads</td><td>Glutes</td></tr><tr><td></td><td>Calves</td></tr>"
    found = read(f"{TITLE}<table>{rows}</table><table>{roles}</table>{STEPS}")
    assert (texts(found, "mechanic"), texts(found, "force")) == (["Compound"], ["Push"])
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Quads"], ["Glutes", "Calves"])
