"""Boxes that are ticked, questions behind the steps, counts behind terms, sheets, and what is no description."""

from __future__ import annotations

import pytest

from pipeline.reading.plaintext.text import text_outline
from tests.reading.reading import DESCRIBED, STEPS, TITLE, TWO_STEPS
from tests.reading.records import record, record_of_text, told

TEXT = "Goblet Squat\n\nA squat with a weight held at the chest.\n\n{}\n\nInstructions\n\n1. Stand tall.\n2. Bend the knees.\n"


@pytest.mark.parametrize(
    "line",
    ["☒ Beginner ☐ Advanced", "☐ Advanced &nbsp; ☑ Beginner", "[x] Beginner [ ] Advanced", "( ) Advanced (x) Beginner"],
)
def test_terms_behind_boxes(line: str) -> None:
    assert record(f"{TITLE}<p>Level: {line}</p>{STEPS}").difficulty == "beginner"
    assert record_of_text(TEXT.format(f"Level: {line.replace('&nbsp;', ' ')}")).difficulty == "beginner"


def test_boxes_before_sentences_stay() -> None:
    found = record(f"{TITLE}{STEPS}<h2>Tips</h2><ul><li>☐ Sit back.</li><li>☒ Look ahead.</li></ul>")
    assert len(found.safety_tips) == 2


def test_ticks_in_tables() -> None:
    level = "<tr><th>Level</th><th>Easy</th><th>Hard</th></tr><tr><th>Suitable for</th><td></td><td>✓</td></tr>"
    force = "<tr><th></th><th>Push</th><th>Pull</th></tr><tr><th>Force</th><td>✓</td><td></td></tr>"
    tools = (
        "<tr><th>Equipment</th><th>Needed</th></tr><tr><td>Barbell</td><td></td></tr><tr><td>Cable</td><td>✓</td></tr>"
    )
    tables = "".join(f"<table>{rows}</table>" for rows in (level, force, tools))
    found = record(f"{TITLE}{DESCRIBED}{tables}{STEPS}")
    assert (found.difficulty, found.force, found.equipment, found.extra) == ("advanced", "push", ("cable",), {})


def test_tools_of_which_none_is_ticked() -> None:
    tools = ("Barbell", "Dumbbell", "Kettlebell", "Cable", "Machine", "Medicine ball")
    rows = "".join(f"<tr><td>{tool}</td><td></td></tr>" for tool in tools)
    table = f"<table><tr><th>Equipment</th><th>Needed</th></tr>{rows}</table>"
    assert record(f"{TITLE}{DESCRIBED}{table}<p>Level: Easy</p>{STEPS}").equipment == ()


def test_steps_in_a_table_with_a_box_to_tick_for_each() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>{step}</td><td>☐</td></tr>" for n, step in enumerate(TWO_STEPS, 1))
    table = f"<table><tr><th>No.</th><th>What to do</th><th>Done</th></tr>{rows}</table>"
    assert record(f"{TITLE}{DESCRIBED}<h2>Instructions</h2>{table}").instructions == tuple(TWO_STEPS)


QUESTIONS = (
    ("Which muscles does the Goblet Squat work?", "It mainly works the quads. Secondary muscles are the calves."),
    ("What equipment do I need for the Goblet Squat?", "You need a dumbbell."),
    ("What type of exercise is the Goblet Squat?", "It belongs to strength."),
    ("Is the Goblet Squat a push, a pull or a static exercise?", "A push one."),
)


def test_facts_in_answers_behind_the_steps() -> None:
    asked = "".join(f"<h3>{question}</h3><p>{answer}</p>" for question, answer in QUESTIONS)
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Frequently asked questions</h2>{asked}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("calves",))
    assert (found.equipment, found.exercise_type, found.force) == (("dumbbell",), "strength", "push")


def test_how_to_do_it_safely_is_advice() -> None:
    asked = "<h2>How can I do the Goblet Squat safely?</h2><ul><li>Sit back.</li><li>Look ahead.</li></ul>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}{asked}")
    assert (found.safety_tips, found.instructions) == (told("Sit back.", "Look ahead."), tuple(TWO_STEPS))


@pytest.mark.parametrize("titles", [("Start", "Then"), ("First", "After that"), ("To begin", "Finally")])
def test_titles_that_only_say_in_which_order_steps_come(titles: tuple[str, str]) -> None:
    steps = "".join(
        f"<h4>{n}. {title}</h4><p>{step}</p>" for n, (title, step) in enumerate(zip(titles, TWO_STEPS, strict=True), 1)
    )
    assert record(f"{TITLE}{DESCRIBED}<h2>The movement</h2>{steps}").instructions == tuple(TWO_STEPS)


def test_how_many_pages_a_site_has_of_each_muscle() -> None:
    muscles = ", ".join(
        f'<a href="/{m}">{m}</a> <small>({n}7)</small>' for n, m in enumerate(("Abs", "Calves", "Traps"))
    )
    rows = f"<li><span>LEVEL</span> Easy</li><li><span>FORCE</span> Pull</li><li><span>SECONDARY MUSCLES</span> {muscles}</li>"
    assert record(f"{TITLE}<ul>{rows}</ul>{STEPS}").secondary_muscles == ("abdominals", "calves", "traps")


def test_labels_and_bold_values_in_small_elements() -> None:
    facts = (
        ("Equipment", "Cable"),
        ("Force", "Push"),
        ("Difficulty", "Beginner"),
        ("Calories burned", "3 kcal per minute"),
    )
    row = "".join(f"<span>{label} <b>{value}</b></span>" for label, value in facts)
    found = record(f"{TITLE}{DESCRIBED}<div>{row}</div>{STEPS}")
    assert (found.difficulty, found.force, found.extra) == (
        "beginner",
        "push",
        {"Calories burned": "3 kcal per minute"},
    )


def test_titles_of_badges_with_icons() -> None:
    badges = (("Target muscle", "Quads"), ("Secondary muscle", "Calves"), ("Level", "Easy"))
    shown = "".join(f'<span class="tag" title="{a}"><i class="fa"></i> {b}</span>' for a, b in badges)
    found = record(f"{TITLE}<div>{shown}</div>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("calves",))


def test_a_short_sheet_among_much_else() -> None:
    facts = ("EXERCISE", "Goblet Squat"), ("TARGET MUSCLE", "Quads"), ("LEVEL", "Easy"), ("MET VALUE", "5.3")
    sheet = "".join(f"{label:.<20}: {value}\n" for label, value in facts)
    rule, steps = "-" * 60, " 1. Stand tall, with the feet as wide apart as\n    the hips are.\n 2. Bend the knees.\n"
    sheet = f"{rule}\n     EXERCISE SHEET\n{rule}\n{sheet}{rule}\nPROCEDURE\n{rule}\n{steps}{rule}\nSHEET NO. 37\n"
    links = "".join(f'<p><a href="{n}.html">Lift number {n} of the archive</a></p>' for n in range(60))
    found = record(f"<table><tr><td>{links}</td><td>{TITLE}<pre>\n{sheet}</pre></td></tr></table>")
    assert found.instructions == ("Stand tall, with the feet as wide apart as the hips are.", "Bend the knees.")
    assert (found.target_muscles, found.extra) == (("quadriceps",), {"MET VALUE": "5.3"})


def test_points_that_count_are_the_steps_of_a_page_without_others() -> None:
    told_points = ("Stand with the feet apart.", "Bend the knees and sit back.", "Push the hips up again.")
    points = "".join(f'<li><span class="n">0{n}</span> {step}</li>' for n, step in enumerate(told_points, 1))
    found = record(f"{TITLE}{DESCRIBED}<p>Target: Quads</p><h2>Points of Performance</h2><ol>{points}</ol>")
    assert found.instructions == told_points


@pytest.mark.parametrize(
    "line",
    [
        "<div>0 sets logged by you · 87,192 sets logged by the community</div>",
        "<div class='note'>This article is about the exercise. For the stretch, see <a href='/x'>Frog Stretch</a>.</div>",
        "<h2>How much should I be able to lift?</h2><p>The tables come from members. Pick your weight on the left.</p>",
    ],
)
def test_what_is_no_description(line: str) -> None:
    assert not record(f"{TITLE}{line}<p>Target: Quads</p>{STEPS}").description.startswith(
        ("0 sets", "This", "The tables")
    )


def test_links_at_the_foot_of_a_site() -> None:
    links = "".join(
        f'<a href="/{n}">{n}</a> ' for n in ("Guidelines", "Editors", "Help", "Privacy", "Terms", "Contact")
    )
    foot = f'<div class="ft"><p>Every entry is checked by an editor.</p>{links}<p>© FitIndex</p></div>'
    assert record(f"{TITLE}{DESCRIBED}<p>Target: Quads</p>{STEPS}{foot}").safety_tips == ()


@pytest.mark.parametrize("name", ["Squats - With Bands", "Triceps Pushdown - Rope Attachment"])
def test_names_with_a_dash_behind_a_count_of_exercises(name: str) -> None:
    page = f"<p><b>PT Handbook</b></p><h3>EXERCISE 1: {name.upper()}</h3><p>Target: Triceps</p>{STEPS}"
    assert record(page, f"Handbook 7-40, Chapter 8, {name}").name.lower() == name.lower()


def test_a_sheet_of_a_clinic() -> None:
    text = (
        "Riverside Center\n\nHOME EXERCISE PROGRAM\n=====================\n\n-----------\nGOBLET SQUAT\n-----------\n\n"
    )
    text += "Triceps Pushdown - Rope Attachment comes after it.\n\nTarget: Quads\n\nINSTRUCTIONS\n\n1) Stand tall.\n2) Bend the knees.\n\n"
    text += "OTHER HAND-OUTS\n\nBench Dips\nBox Jump\nPush Press\n"
    found = record_of_text(text)
    assert found.name.lower() == "goblet squat"


@pytest.mark.parametrize("sign", ["&#1;", "&#xFFFE;", "&#11;"])
@pytest.mark.parametrize(
    "shown",
    [
        "<p>Level: ☒ Beginner{} ☐ Advanced</p>",
        "<p><span>Chest{}<br>Triceps</span></p>",
        "<p><b>Target{}:</b> Chest{}<br>Triceps</p>",
        "<ul><li aria-label='Level: Beginner{}'>Beginner</li></ul>",
        "<div><span title='Target muscle{}'>Chest</span><span title='Level{}'>Beginner</span></div>",
        "<label for='s'>Sets</label><input id='s' value='3{}'><label for='r'>Reps</label><input id='r' value='8{}'>",
        "<my-card><template shadowrootmode='open'><p><slot></slot></p></template>Chest{}</my-card>",
    ],
)
def test_signs_that_no_tree_takes_back(shown: str, sign: str) -> None:
    found = record(f"{TITLE}{DESCRIBED}{shown.replace('{}', sign)}<p>Target: Quads</p>{STEPS}")
    assert found.instructions == tuple(TWO_STEPS)


@pytest.mark.parametrize(
    ("slug", "read"), [("goblet-squat", True), ("goblet_squat/", True), ("contact", False), ("box-jump", False)]
)
def test_addresses_that_a_browser_prints_below_a_page(slug: str, read: bool) -> None:
    address = f"https://lifts.example.com/exercises/{slug}"
    text = f"{TEXT.format('Target: Quads')}\n© Lifts\n\n{address}\n"
    assert (text_outline(text).url == address) is read
