"""Tables as pages of the nineties and office programs have them: pictures of words, cells that hold a label each."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, read, texts, titled

FACTS = "<p>Target muscles: Quads</p>"


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def test_labels_values_and_headings_that_are_pictures() -> None:
    rows = _row('<img alt="Target muscles">', "Quads") + _row('<img alt="Difficulty">', '<img alt="Beginner">')
    tips = '<h2><img alt="Tips"></h2><ul><li>Stay tall.</li></ul>'
    found = read(f"{TITLE}<table>{rows}</table>{STEPS}{tips}")
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Beginner"])
    assert texts(found, "safety_tips") == ["Stay tall."]


def test_photographs_and_signs_are_no_labels() -> None:
    photographs = f"<table>{_row('<img alt=start>', '<img alt=finish>')}</table>"
    sign = '<img alt="Warning">'
    warnings = f"<table>{_row(sign, 'Set the stops first.')}{_row(sign, 'Do not bounce.')}</table>"
    found = read(f"{TITLE}{FACTS}{photographs}{STEPS}<h2>Safety</h2>{warnings}")
    assert found.extra == {}
    assert titled(found, "safety_tips") == [("", "Set the stops first."), ("", "Do not bounce.")]


def test_cells_that_hold_a_label_and_its_value() -> None:
    rows = _row("Mechanics: Compound", "Force: Push") + _row("Level: Beginner", "Utility: Basic")
    found = read(f"{TITLE}{FACTS}<table>{rows}</table>{STEPS}")
    assert [texts(found, f) for f in ("mechanic", "force", "difficulty")] == [["Compound"], ["Push"], ["Beginner"]]
    assert found.extra == {"Utility": "Basic"}


def test_columns_of_muscles_below_bold_words() -> None:
    cells = "<b>Target</b><br>Quads<br>Glutes", "<b>Synergists</b><br>Calves", "<b>Stabilizers</b><br>Lower Back"
    found = read(f"{TITLE}<table>{_row(*cells)}</table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]
    assert (texts(found, "secondary_muscles"), texts(found, "stabilizers")) == (["Calves"], ["Lower Back"])


def test_cards_of_other_exercises_in_cells() -> None:
    cards = _row("<a>Lunge</a><br>Equipment : Barbell", "<a>Step-Up</a><br>Equipment : Dumbbell")
    found = read(f"{TITLE}{FACTS}{STEPS}<p><b>Exercises for the same muscle</b></p><table>{cards}</table>")
    assert "equipment" not in found.fields


def test_values_in_cells_of_their_own() -> None:
    rows = _row("Target muscles", "Quads") + _row("Secondary muscles", "Glutes", "Calves") + _row("Level", "Easy")
    found = read(f"{TITLE}<table>{rows}</table>{STEPS}")
    assert texts(found, "secondary_muscles") == ["Glutes", "Calves"]


def test_names_of_groups_of_rows() -> None:
    rows = (
        '<tr><th rowspan="2">Muscles</th><th>Target</th><td>Quads</td></tr><tr><th>Synergists</th><td>Glutes</td></tr>'
        '<tr><th rowspan="2">Benefits</th><th>Power</th><td>You grow.</td></tr><tr><th>Calm</th><td>You rest.</td></tr>'
    )
    found = read(f"{TITLE}<table>{rows}</table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert titled(found, "benefits") == [("Power", "You grow."), ("Calm", "You rest.")]


def test_a_log_to_fill_in_is_nothing_to_track() -> None:
    log = f"<table>{_row('Date', 'Weight (lb)', 'Sets', 'Reps')}{_row('', '', '', '') * 2}</table>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Training log</h2>{log}")
    assert texts(found, "tracking") == []


def test_labels_in_one_word() -> None:
    names = ("name", "force", "level", "mechanic", "equipment", "primaryMuscles", "secondaryMuscles", "category")
    head = "<tr>" + "".join(f"<th>{name}</th>" for name in names) + "</tr>"
    values = ("Goblet Squat", "push", "expert", "compound", "kettlebell", "quads", "glutes", "strength")
    found = read(f"<table>{head}{_row(*values)}</table>{TITLE}{STEPS}")  # above the title only known labels are facts
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["quads"], ["glutes"])


def test_cells_with_a_label_above_its_value() -> None:
    cells = [
        f"<div>{label}</div><div><b>{value}</b></div>"
        for label, value in (("Primary", "Quads"), ("Gear", "Kettlebell"))
    ]
    found = read(f"{TITLE}<table>{_row(*cells)}</table>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], ["Kettlebell"])


def test_a_table_of_other_exercises_below_the_tips() -> None:
    tips = "<p><b>Pointers</b></p><p>Tuck the hips.</p><p>Roll to a wall.</p><p>Other exercises for this muscle:</p>"
    others = f"<table>{_row('<b>Exercise</b>', '<b>Equipment</b>')}{_row('Donkey Kicks', 'Body weight')}</table>"
    found = read(f"{TITLE}{FACTS}{STEPS}{tips}{others}")
    assert texts(found, "safety_tips") == ["Tuck the hips.", "Roll to a wall."]
    assert texts(found, "name") == ["Goblet Squat"] and "equipment" not in found.fields


def test_cells_that_hold_a_label_and_its_value_in_spans() -> None:
    def cell(label: str, value: str) -> str:
        return f'<td><span class="x-label">{label}</span><span class="x-content">{value}</span></td>'

    rows = [("Level", "Beginner"), ("Muscles trained", "Biceps")], [("Force", "Pull"), ("Grip", "Neutral")]
    table = "".join(f"<tr>{''.join(cell(*pair) for pair in row)}</tr>" for row in rows)
    found = read(f"{TITLE}<table>{table}</table>{STEPS}")
    assert [texts(found, f) for f in ("target_muscles", "difficulty", "force")] == [["Biceps"], ["Beginner"], ["Pull"]]
    assert found.extra == {"Grip": "Neutral"}


def test_a_table_may_be_one_by_its_roles_alone() -> None:
    cell = '<div role="{}">{}</div>'
    heads = "".join(cell.format("columnheader", head) for head in ("Equipment", "Level", "Force"))
    values = "".join(cell.format("cell", value) for value in ("Barbell", "Beginner", "Push"))
    rows = f'<div role="row">{heads}</div><div role="rowgroup"><div role="row">{values}</div></div>'
    found = read(f'{TITLE}<p><b>Muscles:</b> Quads</p><div role="table">{rows}</div>{STEPS}')
    assert [texts(found, field) for field in ("equipment", "difficulty", "force")] == [
        ["Barbell"],
        ["Beginner"],
        ["Push"],
    ]


@pytest.mark.parametrize("tick", ["✓", "x", "Yes"])
def test_a_tick_stands_below_the_role_of_a_muscle(tick: str) -> None:
    row = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
    rows = row.format("Muscle", "Primary", "Secondary").replace("td>", "th>")
    rows += row.format("Quads", tick, "") + row.format("Calves", "–", tick)
    found = read(f"{TITLE}<h2>Muscles worked</h2><table>{rows}</table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "secondary_muscles") == ["Calves"]


def test_muscles_stand_in_columns_of_their_roles() -> None:
    head = "<tr><th>Main muscles</th><th>Helping muscles</th></tr>"
    rows = "<tr><td>Quads</td><td>Calves</td></tr><tr><td></td><td>Glutes</td></tr>"
    found = read(f"{TITLE}<table>{head}{rows}</table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "secondary_muscles") == ["Calves", "Glutes"]


def test_steps_stand_side_by_side() -> None:
    rows = "<tr><th>Step 1</th><th>Step 2</th></tr><tr><td>Stand tall.</td><td>Bend the knees.</td></tr>"
    found = read(f"{TITLE}<p><b>Muscles:</b> Quads</p><h2>How to do it</h2><table>{rows}</table>")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


def test_steps_go_on_in_a_second_table() -> None:
    row = "<tr><td>{}</td><td>{}</td></tr>"
    first = row.format(1, "Stand tall.") + row.format(2, "Bend the knees.")
    tables = f"<div><table>{first}</table></div><div><table>{row.format(3, 'Stand up again.')}</table></div>"
    found = read(f"{TITLE}<p><b>Muscles:</b> Quads</p><h2>How to do it</h2>{tables}")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees.", "Stand up again."]


def test_a_group_of_one_row_is_the_name_of_a_group() -> None:
    rows = '<tr><th scope="row">Level</th><td colspan="2">Easy</td></tr>'
    rows += '<tr><th rowspan="1" scope="rowgroup">Muscles</th><td>Primary</td><td>Calves</td></tr>'
    found = read(f"{TITLE}<table>{rows}<tr><th>Equipment</th><td colspan='2'>Mat</td></tr></table>{STEPS}")
    assert texts(found, "target_muscles") == ["Calves"]
