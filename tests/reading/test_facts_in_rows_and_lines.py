"""Facts as rows of tables, as lines with bars between them, as small elements and as doses: what the record says of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.records import Exercise
from tests.reading.reading import STEPS, TITLE, read, texts
from tests.reading.records import record, told, tracked

FACTS = "<p>Target muscles: Quads</p><p>Equipment: Dumbbell</p>"
BOTH = ("Stand tall.", "Bend the knees.")
DOSES = "<p>Sets: 3</p><p>Reps: 8-12</p><p>Tempo: 3-1-1</p><p>Rest: 90 seconds</p>"
TRACKING = "<h2>Tracking</h2><ul><li>Weight: Note the heaviest dumbbell.</li></ul>"
PLAN = "<p>Sets: 3</p><p>Reps: 8</p><p>Sets: 4</p><p>Reps: 6</p>"

Mark = Callable[[str], str]
"""What makes a cell of a table out of a label."""


def head(label: str) -> str:
    return f"<th>{label}</th>"


def bold(label: str) -> str:
    return f"<td><b>{label}</b></td>"


def colon(label: str) -> str:
    return f"<td>{label}:</td>"


def plain(label: str) -> str:
    return f"<td>{label}</td>"


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def choices(found: Exercise) -> tuple[str, ...]:
    return (found.difficulty, found.mechanic, found.force, *found.equipment)


# --- tables ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [head, bold, colon])
def test_labels_above_their_values_in_two_columns(mark: Mark) -> None:
    above = mark("Level") + mark("Mechanic"), "<td>Beginner</td><td>Compound</td>"
    below = mark("Force") + mark("Equipment"), "<td>Push</td><td>Dumbbell</td>"
    found = record(TITLE + table(*above, *below) + STEPS)
    assert choices(found) == ("beginner", "compound", "push", "dumbbell")
    assert found.extra == {}


def test_a_label_nobody_knows_above_its_value_is_a_fact_of_its_own() -> None:
    rows = (head("Level") + head("Grip"), "<td>Beginner</td><td>Overhand</td>")
    more = (head("Force") + head("Stance"), "<td>Push</td><td>Wide</td>")
    found = record(TITLE + table(*rows, *more) + STEPS)
    assert choices(found) == ("beginner", "", "push")
    assert found.extra == {"Grip": "Overhand", "Stance": "Wide"}


@pytest.mark.parametrize("mark", [head, bold, colon])
def test_two_labels_with_their_values_in_each_of_two_rows(mark: Mark) -> None:
    above = f"{mark('Level')}<td>Beginner</td>{mark('Mechanic')}<td>Compound</td>"
    below = f"{mark('Force')}<td>Push</td>{mark('Equipment')}<td>Dumbbell</td>"
    found = record(TITLE + table(above, below) + STEPS)
    assert choices(found) == ("beginner", "compound", "push", "dumbbell")
    assert found.extra == {}


@pytest.mark.parametrize("mark", [head, bold, colon, plain])
def test_two_labels_with_their_values_in_the_only_row(mark: Mark) -> None:
    row = f"{mark('Level')}<td>Beginner</td>{mark('Mechanic')}<td>Compound</td>"
    assert choices(record(TITLE + table(row) + STEPS)) == ("beginner", "compound", "")


# --- labels that read like something else ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [
        f"{FACTS}<p>How to hold: Overhand</p>",
        f"{FACTS}<p><b>How to hold:</b> Overhand</p>",
        "<dl><dt>Target</dt><dd>Quads</dd><dt>How to hold</dt><dd>Overhand</dd></dl>",
        "<table><tr><th>Target</th><td>Quads</td></tr><tr><th>How to hold</th><td>Overhand</td></tr></table>",
    ],
)
def test_how_to_hold_the_weight_is_a_fact_and_no_step(facts: str) -> None:
    found = record(TITLE + facts + STEPS)
    assert found.instructions == BOTH
    assert found.extra == {"How to hold": "Overhand"}


def test_how_to_do_it_with_a_sentence_beside_it_tells_a_step() -> None:
    facts = "<dl><dt>Target</dt><dd>Quads</dd><dt>How to do it</dt><dd>Stand tall and bend both knees.</dd></dl>"
    found = record(TITLE + facts)
    assert found.instructions == ("Stand tall and bend both knees.",)
    assert found.extra == {}


@pytest.mark.parametrize("announced", ["Exercise: Copenhagen Wobble", "EXERCISE: Copenhagen Wobble"])
def test_a_title_with_exercise_and_a_colon_in_front_loses_it(announced: str) -> None:
    found = record(f"<h1>{announced}</h1><p>Target: Adductors</p>{STEPS}", f"{announced} | Iron Tales")
    assert (found.id, found.name) == ("copenhagen-wobble", "Copenhagen Wobble")


def test_a_name_that_begins_with_exercise_keeps_it() -> None:
    assert record(f"<h1>Exercise Ball Crunch</h1>{STEPS}", "Exercise Ball Crunch").name == "Exercise Ball Crunch"


# --- one line -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bar", ["|", "·"])
def test_a_line_of_facts_of_which_nobody_knows_half(bar: str) -> None:
    line = f" {bar} ".join(("Level: Beginner", "Force: Push", "Grip: Overhand", "Stance: Wide"))
    found = record(f"{TITLE}<p>{line}</p>{STEPS}")
    assert choices(found) == ("beginner", "", "push")
    assert found.extra == {"Grip": "Overhand", "Stance": "Wide"}
    assert found.description == ""


def test_a_line_of_facts_with_several_terms_in_one_of_them() -> None:
    line = "Target: Quads, Glutes | Gear: Dumbbell | Grip: Overhand | Stance: Wide"
    found = record(f"{TITLE}<p>{line}</p>{STEPS}")
    assert (found.target_muscles, found.equipment) == (("quadriceps", "glutes"), ("dumbbell",))
    assert found.extra == {"Grip": "Overhand", "Stance": "Wide"}


def test_a_line_of_labels_that_nobody_knows_states_nothing() -> None:
    found = record(f"{TITLE}<p>Listen: Episode 12 | Season: Three | Length: Short</p>{FACTS}{STEPS}")
    assert found.target_muscles == ("quadriceps",)
    assert found.extra == {}


# --- small elements side by side ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "<p>Also known as: {}</p>",
        "<p><b>Also known as</b> <span>{}</span></p>",
        "<div><b>Other names</b><span>{}</span></div>",
        "<h3>Also known as</h3><p><span>{}</span></p>",
    ],
)
def test_small_elements_of_a_kind_with_nothing_between_them_are_names_of_their_own(line: str) -> None:
    tags = "".join(f"<span class='tag'>{name}</span>" for name in ("Knee Extension", "Quad Extension"))
    found = record(f"<h1>Leg Extension</h1><p>Target: Quads</p>{line.format(tags)}{STEPS}", "Leg Extension")
    assert found.aliases == ("Knee Extension", "Quad Extension")


def test_links_of_a_kind_with_nothing_between_them_are_names_of_their_own() -> None:
    names = ("Knee Extension", "Quad Extension", "Leg Ext")
    links = "".join(f"<a class='tag' href='https://lifts.example.com/{n}'>{name}</a>" for n, name in enumerate(names))
    found = record(f"<h1>Leg Extension</h1><p>Also known as: {links}</p>{FACTS}{STEPS}", "Leg Extension")
    assert found.aliases == names


def test_small_elements_that_divide_a_word_do_not_part_it() -> None:
    parts = "<span class='hit'>strength</span><span class='hit'>ens</span>"
    found = record(f"{TITLE}<p>A squat that {parts} the legs.</p>{FACTS}{STEPS}")
    assert found.description == "A squat that strengthens the legs."


# --- doses ----------------------------------------------------------------------------------------------------


def test_doses_among_the_facts_are_tracked() -> None:
    found = record(TITLE + FACTS + DOSES + STEPS)
    assert found.tracking == tracked(sets="3", reps="8-12", tempo="3-1-1", rest="90 seconds")
    assert found.extra == {}


def test_doses_are_tracked_beside_what_the_page_says_of_tracking() -> None:
    found = record(TITLE + FACTS + DOSES + STEPS + TRACKING)
    doses = tracked(sets="3", reps="8-12", tempo="3-1-1", rest="90 seconds")
    assert len(found.tracking) == 5
    assert {*found.tracking} == {*doses, *tracked(weight="Note the heaviest dumbbell.")}
    assert found.extra == {}


@pytest.mark.parametrize(
    "facts",
    [
        f"{FACTS}<p>Tempo: 3-1-1</p>",
        "<dl><dt>Target</dt><dd>Quads</dd><dt>Tempo</dt><dd>3-1-1</dd></dl>",
    ],
)
def test_a_tempo_alone_is_tracked(facts: str) -> None:
    found = record(TITLE + facts + STEPS)
    assert found.tracking == tracked(tempo="3-1-1")
    assert found.extra == {}


def test_a_weight_alone_is_a_fact_and_not_tracked() -> None:
    found = record(f"{TITLE}{FACTS}<p>Weight: 20 kg</p>{STEPS}")
    assert found.tracking == ()
    assert found.extra == {"Weight": "20 kg"}


@pytest.mark.parametrize("plan", [PLAN, f"<h2>Plan</h2>{PLAN}", "<p>Tempo: 3-1-1</p><p>Tempo: 2-0-2</p>"])
def test_metrics_said_twice_are_a_plan_and_not_tracked(plan: str) -> None:
    assert record(TITLE + FACTS + plan + STEPS).tracking == ()


def test_a_plan_stays_out_where_the_page_says_what_to_track() -> None:
    found = record(f"{TITLE}{FACTS}{PLAN}{STEPS}{TRACKING}")
    assert found.tracking == tracked(weight="Note the heaviest dumbbell.")


def test_doses_with_nothing_between_them() -> None:
    found = record(f"{TITLE}<p>Target: Quads</p>{STEPS}<h2>Dosage</h2><p>Sets: 3 Reps: 8-10 Rest: 2 minutes</p>")
    assert found.tracking == tracked(sets="3", reps="8-10", rest="2 minutes")


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        ("Cable stack with a rope", ("cable", "rope")),
        ("Two kettlebells of the same size", ("kettlebell",)),
        ("Upright bench", ("bench",)),
        ("Dumbbell with no handle", ("dumbbell with no handle",)),
    ],
)
def test_tools_with_what_is_said_of_them(said: str, terms: tuple[str, ...]) -> None:
    assert record(f"{TITLE}<p>Target: Quads</p><p>Equipment: {said}</p>{STEPS}").equipment == terms


@pytest.mark.parametrize(
    ("said", "muscle"),
    [("Long head of the triceps", "triceps"), ("Anterior head of the deltoid", "front deltoids")],
)
def test_a_part_of_a_muscle_is_the_muscle(said: str, muscle: str) -> None:
    assert record(f"{TITLE}<p>Target muscles: {said}</p>{STEPS}").target_muscles == (muscle,)


def test_sides_in_brackets_behind_the_force() -> None:
    assert record(f"{TITLE}<p>Target: Quads</p><p>Force type: Push (Unilateral)</p>{STEPS}").bilateral is False
    both = record(f"{TITLE}<p>Target: Quads</p><p>Force: Push (Unilateral)</p><p>Bilateral: Yes</p>{STEPS}")
    assert both.bilateral is True


@pytest.mark.parametrize(("said", "is_one"), [("5 minutes", True), ("6 weeks", False)])
def test_a_time_alone_is_a_dose_where_it_is_short(said: str, is_one: bool) -> None:
    found = record(f"{TITLE}<p>Target: Quads</p><p>Time: {said}</p><p>Level: Easy</p>{STEPS}")
    assert found.tracking == (tracked(time=said) if is_one else ())


def test_muscles_as_anatomists_write_them() -> None:
    found = record(f"{TITLE}<p>Target: m. biceps brachii, mm. rhomboidei</p>{STEPS}")
    assert found.target_muscles == ("biceps", "upper back")


def test_a_label_for_each_of_its_terms() -> None:
    tags = "".join(
        f"<div><span>Secondary muscle</span><span>{m}</span></div>" for m in ("Glutes", "Calves", "Hamstrings")
    )
    found = record(f"{TITLE}<div><span>Primary muscle</span><span>Quads</span></div>{tags}{STEPS}")
    assert found.secondary_muscles == ("glutes", "calves", "hamstrings")


def test_a_group_of_rows_has_a_name_of_its_own() -> None:
    rows = "<tr><th rowspan='2'>Muscles</th><th>Prime movers</th><td>Quads</td></tr><tr><th>Assisting</th><td>Calves</td></tr>"
    found = record(f"{TITLE}<table>{rows}<tr><th colspan='2'>Gear</th><td>Box</td></tr></table>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles, found.equipment) == (("quadriceps",), ("calves",), ("box",))


def test_how_much_to_do_stands_above_its_label() -> None:
    boxes = "".join(f"<div><div>{v}</div><div>{m}</div></div>" for v, m in (("4", "Sets"), ("40 metres", "Distance")))
    assert record(f"{TITLE}<p>Target: Quads</p>{boxes}{STEPS}").tracking == tracked(sets="4", distance="40 metres")


def test_facts_at_the_foot_of_a_page_in_no_section() -> None:
    author = "<div><h4>Mira</h4><p>Jan 12, 2024</p></div>"
    facts = "<div><b>Primary muscles:</b> Quads</div><div><b>Gear:</b> Dumbbell</div>"
    found = record(
        f"{TITLE}{author}<section>{STEPS}</section><section><h2>Tips</h2><ul><li>Chest up.</li></ul></section>{facts}"
    )
    assert (found.target_muscles, found.equipment) == (("quadriceps",), ("dumbbell",))


def test_the_values_below_a_label_are_no_tags_of_the_title() -> None:
    below = "<p>Secondary muscles</p><div><span>Biceps</span><span>Upper back</span></div>"
    found = record(f"{TITLE}{below}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == ((), ("biceps", "upper back"))


def test_suggested_sets_are_no_suggestions_of_other_exercises() -> None:
    pairs = "".join(
        f"<div><span>{label}</span><span>{value}</span></div>" for label, value in (("Sets", "3"), ("Reps", "12"))
    )
    found = record(
        f"{TITLE}{FACTS}<h3>Suggested prescription</h3>{pairs}{STEPS}<h3>Suggested exercises</h3><ul><li>Lunge</li></ul>"
    )
    assert (found.tracking, found.variations) == (tracked(sets="3", reps="12"), ())


def test_a_label_that_begins_a_section_elsewhere_among_facts() -> None:
    rows = (("Target", "Quads"), ("Level", "Easy"), ("Starting Position", "Back on the wall"))
    facts = "".join(f"<div><div>{label}</div><div>{value}</div></div>" for label, value in rows)
    found = record(f"{TITLE}<div>{facts}</div>{STEPS}")
    assert found.extra == {"Starting Position": "Back on the wall"}
    assert found.instructions == BOTH


def test_signs_of_a_font_of_the_page_are_no_text() -> None:
    rows = (("Target", "Quads"), ("Tools", "Barbell"), ("Stance", "Straddle"))
    facts = "".join(
        f"<div><span>\ue02d</span><div><h4>{label}</h4><div>{value}</div></div></div>" for label, value in rows
    )
    found = record(f"{TITLE}<p>An oddity from the circus.</p>{facts}{STEPS}")
    assert found.description == "An oddity from the circus."
    assert found.extra == {"Stance": "Straddle"}


def test_bullets_of_a_word_processor() -> None:
    tips = "".join(f"<p>\uf0b7 {tip}</p>" for tip in ("Chest up.", "Heels down."))
    found = record(f"{TITLE}{STEPS}<p><b>Tips</b></p>{tips}")
    assert found.safety_tips == told("Chest up.", "Heels down.")


def test_small_lines_of_which_the_last_is_called_a_value() -> None:
    stats = "".join(
        f"<div class='stat'><div class='stat-title'>{label}</div><div class='stat-value'>{value}</div></div>"
        for label, value in (("Noise", "Low"), ("Space needed", "One mat"))
    )
    assert record(f"{TITLE}<p>Target: Quads</p><h2>Tools</h2><ul><li>Dumbbell</li></ul>{stats}{STEPS}").extra == {
        "Noise": "Low",
        "Space needed": "One mat",
    }
    values = "<div><b>Target</b><div><div class='value'>Quads</div><div class='value'>Glutes</div></div></div>"
    assert record(f"{TITLE}{values}{STEPS}").target_muscles == ("quadriceps", "glutes")


def test_the_head_of_a_list_is_no_item_of_it() -> None:
    items = "<li><h5>How to</h5></li><li>Stand tall.</li><li>Bend the knees.</li>"
    assert record(f"{TITLE}{FACTS}<ul>{items}</ul>").instructions == BOTH


def test_a_label_that_begins_like_what_leads_on() -> None:
    found = record(f"{TITLE}{FACTS}<p><b>Best placed:</b> Early in the session</p><p>News: Sprint track</p>{STEPS}")
    assert found.extra == {"Best placed": "Early in the session"}


def test_words_below_pictures_are_no_fact() -> None:
    pictures = "<div><div><img src='a.png'><p>Start</p></div><div><img src='b.png'><p>Finish</p></div></div>"
    assert record(f"{TITLE}{FACTS}{pictures}{STEPS}").extra == {}


def test_badges_above_the_first_fact_and_a_level_alone() -> None:
    badges = "<div><p><span>Hard</span> <span>Cardio</span></p><p><b>Muscles</b></p><ul><li>Quads</li></ul></div>"
    found = record(f"{TITLE}{STEPS}{badges}")
    assert (found.difficulty, found.exercise_type) == ("advanced", "cardio")
    assert record(f"{TITLE}<div><p>Intermediate</p></div>{FACTS}{STEPS}").difficulty == "intermediate"
    assert record(f"{TITLE}<div><p>Cardio</p></div>{FACTS}{STEPS}").exercise_type == ""


def test_a_list_of_other_exercises_is_not_how_it_is_done() -> None:
    others = "<h2>In a sequence</h2><ul><li>Push-Up</li><li>Side Plank</li></ul>"
    steps = STEPS.replace("Instructions", "The movement")
    assert record(f"{TITLE}<p>A squat with a weight in front.</p>{FACTS}{steps}{others}").instructions == BOTH


def test_when_somebody_is_there_is_no_fact() -> None:
    hours = "<dl><dt>Mon - Fri</dt><dd>7:00 - 22:00</dd><dt>Weekend</dt><dd>8 to 20</dd><dt>Phone</dt><dd>555 0134</dd></dl>"
    found = record(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd><dt>Grip</dt><dd>Overhand</dd></dl>{hours}{STEPS}")
    assert found.extra == {"Grip": "Overhand"}


def test_a_line_below_names_is_no_name() -> None:
    names = "<p><b>Variations</b></p><p>Band Squat, Box Squat</p><p>Featured stories</p>"
    assert record(f"{TITLE}{FACTS}{STEPS}{names}").variations == ("Band Squat", "Box Squat")


def test_another_name_among_the_tips() -> None:
    tips = "<h2>Tips</h2><p>Keep the chest up.</p><p>Also known as Cup Squat.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}{tips}")
    assert (found.aliases, found.safety_tips) == (("Cup Squat",), told("Keep the chest up."))


def test_a_cell_of_several_lines_is_no_label() -> None:
    facts = "<p><b>Muscles you use:</b> Quads</p><p><b>Level:</b> Easy</p><p><b>Gear:</b> Box</p><p><b>Key Stage:</b> 2-3</p>"
    steps = "<p><b>What to do</b></p><p>1. Stand tall.</p><p>2. Bend the knees.</p>"
    found = record(f"{TITLE}<table><tr><td>{facts}</td><td>{steps}</td></tr></table>")
    assert (found.target_muscles, found.difficulty, found.extra) == (("quadriceps",), "beginner", {"Key Stage": "2-3"})
    assert found.instructions == BOTH


def test_how_many_people_reach_a_level_is_no_fact() -> None:
    levels = "<h2>What do the levels mean?</h2><table><tr><td>Beginner</td><td>5 % of lifters</td></tr></table>"
    found = record(f"{TITLE}{FACTS}<p>Discipline: Raw</p>{levels}{STEPS}")
    assert (found.extra, found.difficulty, found.exercise_type) == ({"Discipline": "Raw"}, "", "")


@pytest.mark.parametrize("sign", ["<img src='x.png' alt='{}'>", "<i class='icon' aria-label='{}'></i>"])
def test_signs_that_stand_for_labels(sign: str) -> None:
    rows = (("Target", "Quads"), ("Level", "Easy"), ("Stance", "Wide"))
    facts = "".join(f"<div>{sign.format(label)}<span>{value}</span></div>" for label, value in rows)
    found = record(f"{TITLE}<div>{facts}</div>{STEPS}")
    assert (found.target_muscles, found.difficulty, found.extra) == (("quadriceps",), "beginner", {"Stance": "Wide"})


def test_benefits_counted_in_one_paragraph() -> None:
    benefits = "<h2>Benefits</h2><p>(1) It builds strong legs. (2) It keeps the hips supple.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}{benefits}")
    assert found.benefits == told("It builds strong legs.", "It keeps the hips supple.")


def test_a_slash_divides_a_label_from_its_value() -> None:
    lines = (
        "<p><span>outline (main muscle) /</span> shoulders</p><p><span>shading (helping muscles) /</span> triceps</p>"
        "<p><span>tools /</span> none</p><p><span>push or pull /</span> push</p>"
    )
    found = read(f"{TITLE}{lines}{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["shoulders"], ["triceps"])
    assert (texts(found, "equipment"), texts(found, "force")) == (["none"], ["push"])


def test_of_two_labels_with_a_slash_between_them_neither_is_the_value() -> None:
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<p>Equipment / Difficulty</p>")
    assert (texts(found, "equipment"), texts(found, "difficulty")) == ([], [])


def test_labels_set_off_alike_in_a_list_are_labels_also_before_small_letters() -> None:
    facts = {
        "Grade": "Intermediate",
        "Pumps": "lats",
        "Also felt in": "biceps, forearms",
        "Kit": "bench",
        "Direction": "Pull",
    }
    items = "".join(f"<li><b>{label}</b> {value}</li>" for label, value in (*facts.items(), ("Skin cost", "medium")))
    found = read(f"{TITLE}<ul>{items}</ul>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["lats"], ["biceps", "forearms"])
    assert found.extra == {"Skin cost": "medium"}


def test_emphasis_at_the_beginning_of_some_sentences_is_no_label() -> None:
    advice = "<li><b>Hips</b> Back first.</li><li><b>Knees</b> Out over the toes.</li><li><b>Do not</b> bounce.</li>"
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<h2>Tips</h2><ul>{advice}</ul>")
    assert texts(found, "safety_tips")[-1] == "Do not bounce."


@pytest.mark.parametrize(
    "shown",
    [
        "<p>Muscles: Primary – Quads; Secondary – Glutes, Calves</p>",
        "<p>Muscles: Quads - primary, Glutes - secondary, Calves - secondary</p>",
        "<h2>Muscles worked</h2><ul><li>Quads - primary</li><li>Glutes - secondary</li><li>Calves - secondary</li></ul>",
        "<h2>Muscles worked</h2><ul><li>Quads: primary</li><li>Glutes: secondary</li><li>Calves: secondary</li></ul>",
        "<h2>Muscles worked</h2><ul><li><b>Quads</b> – primary</li><li><b>Glutes, calves</b> – secondary</li></ul>",
    ],
)
def test_muscles_each_with_its_role(shown: str) -> None:
    found = record(f"{TITLE}<p>A squat.</p>{shown}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes", "calves"))


@pytest.mark.parametrize(
    ("fact", "field", "value"),
    [
        ("Mechanics: Compound, multi-joint", "mechanic", "compound"),
        ("Level: Level 1 – Beginner", "difficulty", "beginner"),
        ("Difficulty: 5 / 5", "difficulty", "advanced"),
        ("Difficulty: Beginner / Advanced", "difficulty", "beginner / advanced"),
        ("Equipment: Dumbbells x2", "equipment", ("dumbbell",)),
        ("Equipment: 1 x kettlebell (16 kg)", "equipment", ("kettlebell",)),
    ],
)
def test_values_told_in_two_ways_and_tools_that_are_counted(fact: str, field: str, value: str | tuple[str]) -> None:
    assert getattr(record(f"{TITLE}<p>A squat.</p><p>Target: Quads</p><p>{fact}</p>{STEPS}"), field) == value
