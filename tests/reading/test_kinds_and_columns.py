"""Kinds that stand below one label, and tables whose columns or cells are facts."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE
from tests.reading.records import record, told, tracked


@pytest.mark.parametrize(
    "facts",
    [
        "<dl><dt>Level</dt><dd>Easy</dd><dt>Classification</dt><dd>Compound</dd><dd>Push</dd></dl>",
        "<h4>Kind</h4><div><span>Compound</span><span>Push</span></div><h4>Level</h4><div><span>Easy</span></div>",
        "<p>Type: Compound, Push</p><p>Level: Easy</p>",
    ],
)
def test_kinds_of_several_sorts_below_one_label(facts: str) -> None:
    found = record(f"{TITLE}{DESCRIBED}{facts}{STEPS}")
    assert (found.mechanic, found.force, found.exercise_type) == ("compound", "push", "")


def test_cells_that_each_hold_a_label_above_its_value() -> None:
    facts = (
        ("Target", "Quads"),
        ("Synergists", "Calves"),
        ("Equipment", "Cable"),
        ("Level", "Easy"),
        ("Force", "Push"),
    )
    cells = [f"<td><div>{label}</div><div><b>{value}</b></div></td>" for label, value in facts]
    table = f"<table><tr>{''.join(cells[:3])}</tr><tr>{''.join(cells[3:])}<td></td></tr></table>"
    found = record(f"{TITLE}{DESCRIBED}{table}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("calves",))
    assert (found.equipment, found.difficulty, found.force, found.extra) == (("cable",), "beginner", "push", {})


def test_values_left_out_in_rows_below_rows_of_labels() -> None:
    rows = (("TARGET", "SYNERGISTS"), ("Calves", "N/A"), ("LEVEL", "FORCE"), ("Easy", "Push"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    found = record(f"{TITLE}{DESCRIBED}<table>{table}</table>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles, found.force) == (("calves",), (), "push")


def test_how_long_to_hold_among_heads() -> None:
    heads, doses = ("SETS", "HOLD", "REST"), ("2", "30 seconds", "20 seconds")
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (heads, doses))
    found = record(f"{TITLE}{DESCRIBED}<p>Target: Quads</p><table>{table}</table>{STEPS}")
    assert found.tracking == tracked(sets="2", time="30 seconds", rest="20 seconds")


def test_muscles_with_their_rank_and_share_of_the_work() -> None:
    bars = "<div><label>Quads <small>(prime mover)</small></label><meter>90 %</meter></div>"
    bars += "<div><label>Calves <small>(secondary)</small></label><meter>20 %</meter></div>"
    found = record(f"{TITLE}{DESCRIBED}<h2>Muscle involvement</h2>{bars}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("calves",))


@pytest.mark.parametrize("heading", ["From the post bag", "What friends say"])
def test_what_readers_say_behind_the_advice(heading: str) -> None:
    advice = "<div><div>Safety tips</div><div><div>Sit back.</div><div>Look ahead.</div></div></div>"
    said = (
        f"<div><div>{heading}</div><div><div>Joris K.</div><div>My trainer calls it something else.</div></div></div>"
    )
    found = record(f"{TITLE}{DESCRIBED}<p>Target: Quads</p>{STEPS}{advice}{said}")
    assert found.safety_tips == told("Sit back.", "Look ahead.")


def test_tables_of_other_exercises() -> None:
    others = (("One-Arm Press", "Lats", "Machine", "Beginner"), ("Box Jump", "Quads", "Barbell", "Advanced"))
    rows = "".join(
        f'<tr><td><a href="/x">{name}</a></td>{"".join(f"<td>{term}</td>" for term in terms)}</tr>'
        for name, *terms in others
    )
    found = record(
        f"{TITLE}{DESCRIBED}<p>Target: Quads</p>{STEPS}<div><div>Folks also train</div><table>{rows}</table></div>"
    )
    assert (found.extra, found.equipment, found.difficulty) == ({}, (), "")


@pytest.mark.parametrize("word", ["show", "Hide", "▼"])
def test_buttons_behind_headings(word: str) -> None:
    page = f"<h4>Execution <button>{word}</button></h4><div><p>1) Stand tall. 2) Bend the knees.</p></div>"
    found = record(f"{TITLE}{DESCRIBED}<p>Target: Quads</p>{page}<h4>Tips <button>{word}</button></h4><p>Sit back.</p>")
    assert (found.instructions, found.safety_tips) == (("Stand tall.", "Bend the knees."), told("Sit back."))


def test_questions_about_the_site_are_no_steps() -> None:
    steps = "<p><b>Step 1</b></p><p>Stand tall.</p><p><b>Step 2</b></p><p>Bend the knees.</p>"
    asked = "<h3>Help</h3><dl><dt>How do I report an error?</dt><dd>Write to us, and tell us what is wrong.</dd></dl>"
    found = record(f"{TITLE}{DESCRIBED}<p>Target: Quads</p>{steps}{asked}")
    assert found.instructions == ("Stand tall.", "Bend the knees.")


@pytest.mark.parametrize("line", ["Sets: 3, reps: 10, rest: 60 seconds", "Sets: 3, Reps: 10, Rest: 60 seconds"])
def test_doses_with_commas_between(line: str) -> None:
    found = record(f"{TITLE}{DESCRIBED}<p>Target: Quads</p><p>{line}</p>{STEPS}")
    assert found.tracking == tracked(sets="3", reps="10", rest="60 seconds")


def test_items_of_which_each_has_its_own_label() -> None:
    items = "<li><span>Muscles</span> <span>Primary: Quads</span> <span>Secondary: Calves</span></li>"
    found = record(f"{TITLE}{DESCRIBED}<ul>{items}<li><span>Level</span> <span>Easy</span></li></ul>{STEPS}")
    assert "calves" not in found.target_muscles


@pytest.mark.parametrize(
    ("label", "value", "name", "wanted"),
    [
        ("Mechanics", "It is compound, as more than one joint moves.", "mechanic", "compound"),
        ("Type", "It falls under strength training.", "exercise_type", "strength"),
        ("Force", "It calls for a push.", "force", "push"),
        ("Level", "This movement was made for beginners.", "difficulty", "beginner"),
    ],
)
def test_sentences_beside_labels_of_kinds(label: str, value: str, name: str, wanted: str) -> None:
    facts = f"<dl><dt>{label}</dt><dd>{value}</dd><dt>Target</dt><dd>Quads</dd></dl>"
    assert getattr(record(f"{TITLE}{DESCRIBED}{facts}{STEPS}"), name) == wanted


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Variations include Box Squat and Front Squat.", ("Box Squat", "Front Squat")),
        ("There are also Box Squat and Front Squat.", ("Box Squat", "Front Squat")),
        ("Once you are comfortable, try Box Squat.", ("Box Squat",)),
        ("Yes, you can try Box Squat.", ("Box Squat",)),
    ],
)
def test_sentences_that_list_variations(sentence: str, names: tuple[str, ...]) -> None:
    found = record(f"{TITLE}{DESCRIBED}<p>Target: Quads</p>{STEPS}<h2>Variations</h2><p>{sentence}</p>")
    assert set(found.variations) <= set(names)
