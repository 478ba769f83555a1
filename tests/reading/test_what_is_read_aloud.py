"""What only those hear who do not see a page, and what opens over its words."""

from __future__ import annotations

from tests.reading.reading import STEPS, TITLE, read, texts


def test_labels_that_are_only_read_aloud() -> None:
    facts = (
        '<ul aria-label="Facts"><li aria-label="Category: Strength"><span>Strength</span></li>'
        '<li aria-label="Equipment: Kettlebell"><span>Kettlebell</span></li></ul>'
        '<div role="img" aria-label="Level: beginner (1 of 3)"><i></i><i></i></div>'
        '<div role="group" aria-label="Primary muscles"><a href="/q">Quads</a><a href="/g">Glutes</a></div>'
        '<ul aria-label="Secondary muscles"><li>Calves</li></ul>'
    )
    found = read(f"{TITLE}{facts}{STEPS}")
    assert texts(found, "exercise_type") == ["Strength"]
    assert texts(found, "equipment") == ["Kettlebell"]
    assert texts(found, "difficulty") == ["beginner"]
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]
    assert texts(found, "secondary_muscles") == ["Calves"]


def test_what_is_read_aloud_of_other_things_labels_nothing() -> None:
    cards = (
        '<ul><li aria-label="Box Jump, level: expert"><a href="/box">Box Jump</a></li></ul>'
        '<div role="group" aria-label="Muscle news">Read on</div><span aria-label="Share: page">Send</span>'
    )
    offer = '<p aria-label="Level: expert">Read our guide</p>'
    found = read(f"{TITLE}<p>Target: Quads</p>{offer}{STEPS}<h2>Related</h2>{cards}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert "difficulty" not in found.fields and not found.extra


def test_tooltips_explain_labels_and_say_nothing_else() -> None:
    rows = "".join(
        f'<div class="row"><span class="lbl">{label} <sup>?</sup><span {tip}>Says how {label} it is. Or not.</span></span>'
        f'<span class="val">{value}</span></div>'
        for label, value, tip in (
            ("Level", "Beginner", 'role="tooltip"'),
            ("Force", "Push", 'class="tooltiptext"'),
            ("Primary muscle", "Quads", 'class="tooltip__box"'),
        )
    )
    found = read(f"{TITLE}<div>{rows}</div>{STEPS}")
    assert [texts(found, f) for f in ("difficulty", "force", "target_muscles")] == [["Beginner"], ["Push"], ["Quads"]]
    assert "description" not in found.fields


def test_columns_of_muscles_below_bold_heads() -> None:
    cells = [("<b>Primary muscles</b>", "<b>Secondary muscles</b>"), ("Quads", "Glutes"), ("&nbsp;", "Calves")]
    table = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in cells)
    found = read(f"{TITLE}<table>{table}</table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "secondary_muscles") == ["Glutes", "Calves"]


def test_names_of_other_exercises_label_no_facts() -> None:
    cards = "<dl><dt>Box Jump</dt><dd>Quads</dd><dd>Expert</dd><dt>Wall Ball Throw</dt><dd>Shoulders</dd><dd>Beginner</dd></dl>"
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<h2>Done beside it</h2>{cards}")
    assert not found.extra


def test_labels_in_one_word_outside_of_tables() -> None:
    found = read(f"{TITLE}<p>primaryMuscles</p><p>quads</p>{STEPS}")
    assert texts(found, "target_muscles") == ["quads"]
