"""Classes that programs made up, names with "and" in them, facts whose labels stand below, doses that words announce."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE, TWO_STEPS, read, texts, titled
from tests.reading.records import record, tracked

ACTIONS = "".join(
    f"<tr><td data-label='No.'>{n}</td><td data-label='Action'>{step}</td></tr>" for n, step in enumerate(TWO_STEPS, 1)
)
"""The rows of a table made for small screens, too."""


@pytest.mark.parametrize(
    "called",
    [
        'class="Steps_item__ADoEe"',
        'class="Steps_item__BhoAd"',
        'class="Step_index___ad_b"',
        'class="css-iGfAd"',
        'class="sc-a1 bAdKz"',
        'id="Details-FtADqf"',
        'id="bee02e06-4d8d-dd18-ad11-3f529a38748c"',
    ],
)
def test_letters_that_a_program_made_up_name_no_ad(called: str) -> None:
    steps = f"<h2>Instructions</h2><div><div {called}><p>Stand tall.</p></div><div {called}><p>Bend the knees.</p></div></div>"
    rest = f"<h2>Tips</h2><p>{'Look ahead, and breathe. ' * 20}</p>"  # what holds most of a page is content, whatever it is called
    assert texts(read(f"{TITLE}{DESCRIBED}{steps}{rest}"), "instructions") == TWO_STEPS


@pytest.mark.parametrize("called", ['class="adBox"', 'class="topAd"', 'id="ad-300"'])
def test_an_ad_is_one(called: str) -> None:
    page = f"{TITLE}{DESCRIBED}{STEPS}<div {called}><h2>Tips</h2><p>Buy our shoes today.</p></div>"
    assert "safety_tips" not in read(page).fields


@pytest.mark.parametrize(
    ("name", "others"),
    [
        (
            "Standing Hamstring and Calf Stretch",
            ["Seated Hamstring and Calf Stretch", "Slow Hamstring and Calf Stretch"],
        ),
        ("Running, Treadmill", ["Interval Running, Treadmill", "Slow Running, Treadmill"]),
        ("Crunch - Legs on Ball", ["Curl-Up - Legs on Ball", "Paused Crunch - Legs on Ball"]),
    ],
)
def test_what_joins_the_words_of_a_name_joins_those_of_its_kin(name: str, others: list[str]) -> None:
    bold = "".join(f"<div><b>{other}</b></div>" for other in others)
    page = f"<h1>{name}</h1><p>Also known as {others[0]}</p>{DESCRIBED}{STEPS}<h2>Variations</h2>{bold}"
    found = read(page, name)
    assert (texts(found, "aliases"), texts(found, "variations")) == (others[:1], others)


@pytest.mark.parametrize("name", ["Back Raise (Wide)", "Exercise Ball Curl-Up"])
def test_another_name_is_whole(name: str) -> None:
    assert texts(read(f"{TITLE}<p>Also known as {name}</p>{DESCRIBED}{STEPS}"), "aliases") == [name]


def test_for_when_a_variation_is() -> None:
    items = "<li><strong>Slow Goblet Squat</strong> if you train at home</li><li><strong>Goblet Squat to Press</strong></li>"
    page = f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2><ul>{items}</ul>"
    assert texts(read(page), "variations") == ["Slow Goblet Squat", "Goblet Squat to Press"]


def test_values_as_headings_above_their_labels() -> None:
    cards = "".join(
        f"<div><h4>{value}</h4><p>{label}</p></div>"
        for value, label in (("Quads", "Main target"), ("Glutes", "Secondary"), ("Novice", "Experience"))
    )
    found = record(f"{TITLE}<p>A squat.</p>{cards}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))
    assert found.difficulty == "beginner"


def test_a_table_of_labels_above_values_with_a_gap() -> None:
    rows = [("Targets", "Level"), ("Quads", "Beginner"), ("Gear", ""), ("Kettlebell", "")]
    cells = ("".join(f"<td>{f'<b>{c}</b>' if n % 2 and c else c}</td>" for c in row) for n, row in enumerate(rows))
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    found = record(f"{TITLE}<p>A squat.</p><table>{table}</table>{STEPS}")
    assert (found.target_muscles, found.difficulty) == (("quadriceps",), "beginner")
    assert found.equipment == ("kettlebell",)


@pytest.mark.parametrize(
    ("doses", "metrics"),
    [
        (
            "<b>Recommended</b><div><b>3</b><small>Sets</small></div><div><b>8-12</b><small>Reps</small></div>",
            {"sets": "3", "reps": "8-12"},
        ),
        ("<div><span>Recommended</span> <span>Sets: 3</span> <span>Reps: 8</span></div>", {"sets": "3", "reps": "8"}),
        ("<h2>How much</h2><p>2 sets</p>", {"sets": "2"}),
        ("<h2>How many sets should I do?</h2><p>Aim for 2 sets.</p>", {"sets": "2"}),
        ("<div><span><b>Recommended volume</b></span> <span>2 sets</span></div>", {"sets": "2"}),
    ],
)
def test_doses_that_are_announced(doses: str, metrics: dict[str, str]) -> None:
    assert record(f"{TITLE}{DESCRIBED}{doses}{STEPS}").tracking == tracked(**metrics)


def test_recommended_exercises_are_none() -> None:
    others = "<h2>Recommended</h2><div><span>Back Squat</span> <span>Lunge</span></div>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{others}").tracking == ()


def test_steps_below_a_heading_of_advice() -> None:
    steps = "<h2>Get it right</h2><p><strong>Step one.</strong> Stand tall.</p><p><strong>Step two.</strong> Bend the knees.</p>"
    found = read(f"{TITLE}{DESCRIBED}{steps}<h2>Tips</h2><ul><li>Look ahead.</li></ul>")
    assert (texts(found, "instructions"), texts(found, "safety_tips")) == (TWO_STEPS, ["Look ahead."])


def test_titles_of_tips_that_begin_sections_elsewhere() -> None:
    tips = "".join(
        f"<div><b>{title}</b><p>{text}</p></div>"
        for title, text in (
            ("Range", "Stop at pain."),
            ("Set-up", "Clear the floor."),
            ("Progress", "Add load slowly."),
        )
    )
    found = read(f"{TITLE}{DESCRIBED}{STEPS}<h2>Safety</h2>{tips}")
    assert [title for title, _ in titled(found, "safety_tips")] == ["Range", "Set-up", "Progress"]


def test_labels_before_all_values() -> None:
    cells = "".join(f"<div>{text}</div>" for text in ("Equipment", "Level", "Kettlebell", "Easy"))
    found = record(f"{TITLE}<p>A squat.</p><div style='display:grid'>{cells}</div>{STEPS}")
    assert (found.equipment, found.difficulty) == (("kettlebell",), "beginner")


def test_buttons_that_are_values() -> None:
    line = "<p><span>Target muscles</span> <button>Quads</button> <button>Glutes</button></p>"
    menu = "<p><span>Browse</span> <button>Chest</button> <button>Back</button></p>"
    found = record(f"{TITLE}<p>A squat.</p>{line}{STEPS}{menu}")
    assert (found.target_muscles, found.extra) == (("quadriceps", "glutes"), {})


@pytest.mark.parametrize(
    "steps",
    [
        "<ul><li><div>Stand tall.</div><div>01</div></li><li><div>Bend the knees.</div><div>02</div></li></ul>",
        "<p>I. Stand tall.</p><p>II. Bend the knees.</p>",
        f"<table><thead><tr><th>No.</th><th>Action</th></tr></thead>{ACTIONS}<tr><td colspan='2'>All are assessed.</td></tr></table>",
        "<h3>Step 1</h3><p>Stand tall.</p><h3>Step 2</h3><p>Bend the knees.</p>",
    ],
)
def test_numbers_of_steps_in_other_places(steps: str) -> None:
    assert texts(read(f"{TITLE}{DESCRIBED}<h2>Instructions</h2>{steps}"), "instructions") == TWO_STEPS


def test_many_steps_under_headings_of_their_own_are_of_one_exercise() -> None:
    facts = "<h2>Target muscles</h2><p>Quads</p><h2>Level</h2><p>Easy</p>"
    steps = "".join(f"<h2>Step {n}</h2><p>Lift the left arm for {n} counts.</p>" for n in range(1, 9))
    assert len(record(f"{TITLE}<p>A squat.</p>{facts}{steps}").instructions) == 8


def test_one_muscle_with_its_role() -> None:
    table = "<table><tr><th>Muscle</th><th>Role</th></tr><tr><td>Quads</td><td>Prime mover</td></tr></table>"
    assert record(f"{TITLE}<p>A squat.</p><h2>Muscles</h2>{table}{STEPS}").target_muscles == ("quadriceps",)


def test_amounts_before_their_metrics_in_a_list() -> None:
    doses = "<h2>Recommended amount</h2><ul><li><b>3-4</b> sets</li><li><b>12</b> reps</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{doses}").tracking == tracked(sets="3-4", reps="12")


def test_a_list_of_other_exercises_is_no_benefit() -> None:
    others = "<h2>Moves we love too</h2><ul><li><b>Back Squat:</b> Quads</li><li><b>Floor Press:</b> Triceps</li></ul>"
    assert "benefits" not in read(f"{TITLE}{DESCRIBED}{STEPS}{others}").fields


def test_tips_behind_waves_and_a_farewell() -> None:
    tips = "<h2>Tips</h2><p>~ keep a towel nearby<br>~ look ahead<br>See you next week!</p>"
    assert texts(read(f"{TITLE}{DESCRIBED}{STEPS}{tips}"), "safety_tips") == ["keep a towel nearby", "look ahead"]


def test_a_bar_as_wide_as_a_letter() -> None:
    page = f"<h2>Triceps Pushdown - Rope Attachment</h2>{DESCRIBED}{STEPS}"
    title = "Triceps Pushdown - Rope Attachment｜Training Menu｜Example Co."
    assert texts(read(page, title), "name") == ["Triceps Pushdown - Rope Attachment"]


def test_a_subtitle_that_gives_another_name() -> None:
    page = f"<h2>Goblet Squat</h2><h6>Also known as Chalice Squat</h6>{DESCRIBED}{STEPS}"
    assert texts(read(page), "aliases") == ["Chalice Squat"]


def test_terms_above_the_small_title_of_the_next_section() -> None:
    terms = "<div><div>Secondary muscles</div><p>Glutes<br>Calves</p></div><div>Guide</div>"
    found = record(f"{TITLE}{DESCRIBED}{terms}{STEPS}")
    assert found.secondary_muscles == ("glutes", "calves")


def test_a_box_for_a_password_is_of_the_site() -> None:
    box = "<table><tr><td>Nickname<br><input><br>Password<br><input type='password'></td></tr></table>"
    assert "aliases" not in read(f"{TITLE}{DESCRIBED}{STEPS}{box}").fields
