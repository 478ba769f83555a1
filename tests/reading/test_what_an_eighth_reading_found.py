"""Pages on which rules for one kind of page took something away, or made something up, on another: read once more."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE, TWO_STEPS
from tests.reading.records import record, record_of_text, told

TARGET = "<p>Target: Quads</p>"
ROW = "<tr><td>{}</td><td>{}</td></tr>"


def read_with(shown: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]:
    found = record(f"{TITLE}{shown}{STEPS}")
    return found.target_muscles, found.secondary_muscles, found.equipment, found.difficulty


def test_how_to_perform_it_safely_may_hold_the_steps() -> None:
    steps = STEPS.replace("Instructions", "How to perform the goblet squat safely")
    assert record(f"{TITLE}{DESCRIBED}{TARGET}{steps}").instructions == tuple(TWO_STEPS)


@pytest.mark.parametrize("around", ["<font>{}</font>", "<span>{}</span>", "<p>{}</p>"])
def test_lines_that_have_labels_of_their_own(around: str) -> None:
    lines = "<b>Primary:</b> Quads, Glutes<br>Secondary: Hamstrings<br>Equipment: Barbell"
    assert read_with(around.format(lines))[:3] == (("quadriceps", "glutes"), ("hamstrings",), ("barbell",))


def test_two_lines_that_have_labels_of_their_own_are_no_terms_of_one_kind() -> None:
    assert read_with("<font>Primary: Quads<br>Secondary: Hamstrings</font>")[:2] == (("quadriceps",), ("hamstrings",))


def test_a_part_that_has_the_number_one_is_no_misread_step() -> None:
    text = "Goblet Squat\n\nA squat for the legs.\n\nTarget: Quads\n\nI. Steps\n1. Stand tall.\n2. Bend the knees.\n"
    assert record_of_text(text).instructions == tuple(TWO_STEPS)


def test_values_that_speak_of_another_exercise() -> None:
    page = "<h2>Force</h2><p>The row is a pull exercise.</p>"
    assert record(f"{TITLE}{TARGET}{page}{STEPS}").force != "pull"


def test_of_two_ways_in_sentences_the_one_of_it_counts() -> None:
    said = "<p>The row is a pull exercise. The goblet squat is a push exercise.</p>"
    assert record(f"{TITLE}{said}{TARGET}{STEPS}").force == "push"


def test_small_elements_with_labels_of_their_own_below_a_label() -> None:
    parts = "<span>Target</span><span>Primary: Quads</span><span>Secondary: Hamstrings</span>"
    assert read_with(f"<ul><li>{parts}</li></ul>")[:2] == (("quadriceps",), ("hamstrings",))


@pytest.mark.parametrize("before", ["Variations include", "Try", "There are also", "You can also try"])
def test_words_before_the_names_in_a_line(before: str) -> None:
    page = f"<h2>Variations</h2><p>{before} Box Squat and Front Squat.</p>"
    assert record(f"{TITLE}{TARGET}{STEPS}{page}").variations == ("Box Squat", "Front Squat")


@pytest.mark.parametrize(
    ("fact", "name", "value"),
    [
        ("Level: Advanced (the box squat is a beginner exercise)", "difficulty", "advanced"),
        ("Mechanic: Compound (the leg extension is an isolation exercise)", "mechanic", "compound"),
        ("Force: Push (the row is a pull exercise)", "force", "push"),
    ],
)
def test_values_that_explain_themselves_by_another_exercise(fact: str, name: str, value: str) -> None:
    label, _, said = fact.partition(": ")
    assert getattr(record(f"{TITLE}{TARGET}<dl><dt>{label}</dt><dd>{said}</dd></dl>{STEPS}"), name) == value


@pytest.mark.parametrize("rule", ["+++", "^^^", "++++", "~~~"])
def test_rules_below_the_last_step(rule: str) -> None:
    text = "Goblet Squat\n\nA squat for the legs.\n\nTarget: Quads\n\nSteps\n1. Stand tall.\n2. Bend the knees.\n"
    found = record_of_text(f"{text}{rule}\nTips\n- Keep the chest up.\n{rule}\n")
    assert (found.name, found.instructions) == ("Goblet Squat", tuple(TWO_STEPS))
    assert found.safety_tips == told("Keep the chest up.")


def test_general_advice_is_advice() -> None:
    advice = "<h2>General advice</h2><ul><li>Keep the chest up.</li><li>Look ahead.</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{TARGET}{STEPS}{advice}").safety_tips == told("Keep the chest up.", "Look ahead.")


@pytest.mark.parametrize(
    "question", ["What exactly is this move?", "Want stronger legs?", "Ever tried the goblet squat?"]
)
def test_descriptions_below_a_question(question: str) -> None:
    said = "A squat with a weight held in front of the chest."
    assert record(f"{TITLE}<h2>{question}</h2><p>{said}</p>{TARGET}{STEPS}").description == said


def test_articles_that_say_what_they_are_about() -> None:
    said = "This article is about the goblet squat, a squat in which the weight is held at the chest."
    assert record(f"{TITLE}<p>{said}</p>{TARGET}{STEPS}").description == said


def test_tips_behind_bullets_with_empty_lines_between() -> None:
    text = "Goblet Squat\n\nTarget: Quads\n\nSteps\n1. Stand tall.\n2. Bend the knees.\n\nSafety Tips\n\n"
    found = record_of_text(f"{text}● Watch your knees\n\n● Protect your back\n\n● Start light\n")
    assert len(found.safety_tips) == 3


@pytest.mark.parametrize("heads", [("Primary", "Secondary"), ("Muscles", "Notes")])
def test_muscles_beside_an_empty_column(heads: tuple[str, str]) -> None:
    muscles = ("Quads", "Glutes", "Hamstrings", "Calves", "Abs", "Traps")
    rows = "".join(ROW.format(muscle, "") for muscle in muscles)
    head = ROW.replace("td", "th").format(*heads)
    assert len(read_with(f"<h2>Muscles worked</h2><table>{head}{rows}</table>")[0]) == len(muscles)


@pytest.mark.parametrize(
    "sentence",
    [
        "The back squat is a barbell exercise; the goblet squat is its friendlier cousin.",
        "The goblet squat is an alternative to a machine exercise.",
        "It is one of the best bodyweight exercises to swap for the barbell squat.",
        "A rack is needed for the back squat, but not for the goblet squat.",
        "You only need to squat to a box if your hips are tight.",
        "You only need a bench for the other squats in this series.",
        "Our free newsletter is aimed at beginners.",
        "It is best at beginner weights.",
        "The pistol squat is aimed at advanced lifters, the goblet squat at everyone.",
        "This plan focuses on the chest and back, so the goblet squat is its only leg move.",
        "The sumo stance emphasizes the inner thighs.",
        "Your lower back is trained too hard in many programs.",
        "Your lower back gets some work in the deadlift.",
        "The glutes are also worked in the hip thrust.",
        "The abs are involved too little to count.",
        "Works the quads, supported by the back of a chair.",
    ],
)
def test_sentences_that_state_nothing_of_the_exercise(sentence: str) -> None:
    assert read_with(f"<p>{sentence}</p>") == ((), (), (), "")


@pytest.mark.parametrize(
    "sentence",
    [
        "It trains your legs in a way that also protects the lower back.",
        "It mainly works the legs, and also spares the lower back.",
        "It mainly works the legs. It also involves less stress for the lower back.",
        "It mainly works the legs. Secondarily, it involves fewer risks for the shoulders.",
    ],
)
def test_muscles_that_are_spared(sentence: str) -> None:
    assert read_with(f"<p>{sentence}</p>")[1] == ()


def test_the_muscles_and_the_force_of_another_exercise() -> None:
    said = "Unlike the row, which uses a pulling motion, the goblet squat trains the quads."
    found = record(f"{TITLE}<p>{said}</p>{STEPS}")
    assert (found.target_muscles, found.force) == (("quadriceps",), "")
    said = "The leg extension focuses on the quads, but the goblet squat trains the glutes too."
    assert "quadriceps" not in record(f"{TITLE}<p>{said}</p>{STEPS}").target_muscles


@pytest.mark.parametrize(
    "said",
    [
        "The goblet squat (or any other squat) is a must for legs.",
        "The goblet squat (or a leg press if your back hurts) is next.",
        "The barbell version is harder. Many call it Front Squat.",
        "The weight is a kettlebell. Many people call it KB.",
        "Hold the bell by the horns. Some call it Prayer Grip.",
        "In many gyms it is called Monday.",
    ],
)
def test_what_is_no_other_name(said: str) -> None:
    assert record(f"{TITLE}<p>{said}</p>{TARGET}{STEPS}").aliases == ()


def test_other_names_in_some_country() -> None:
    said = "It is a squat. It goes by the name of Cup Squat in the UK."
    assert record(f"{TITLE}<p>{said}</p>{TARGET}{STEPS}").aliases == ("Cup Squat",)


@pytest.mark.parametrize(
    ("head", "rows", "tools"),
    [
        (("Equipment", "Needed"), (("Kettlebell", "✓"), ("Bench", "x")), ("kettlebell",)),
        (("Equipment", "Not needed"), (("Bench", "✓"), ("Cable", "✓")), ()),
        (("Equipment", "In stock"), (("Barbell", "✓"), ("Dumbbell", "✓")), ()),
    ],
)
def test_what_a_tick_says(head: tuple[str, str], rows: tuple[tuple[str, str], ...], tools: tuple[str, ...]) -> None:
    table = ROW.replace("td", "th").format(*head) + "".join(ROW.format(*row) for row in rows)
    assert read_with(f"{TARGET}<table>{table}</table>")[2] == tools


@pytest.mark.parametrize(
    ("rows", "level"),
    [
        ((("Level", "Beginner", "Advanced"), ("Recommended", "x", "✓")), "advanced"),
        ((("Plan", "Beginner", "Advanced"), ("Video coaching", "–", "✓")), ""),
        ((("Level", "Beginner"), ("Barbell", "x"), ("Bench", "✓")), "beginner"),
    ],
)
def test_ticks_below_levels(rows: tuple[tuple[str, ...], ...], level: str) -> None:
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    assert read_with(f"{TARGET}<table>{table}</table>")[3] == level


def test_answers_that_speak_of_two_exercises() -> None:
    answer = "A deadlift is a pull exercise, but the goblet squat is a push exercise."
    page = f"<h3>Is it a push or a pull exercise?</h3><p>{answer}</p>"
    assert record(f"{TITLE}{TARGET}{STEPS}<h2>FAQ</h2>{page}").force != "pull"


@pytest.mark.parametrize(
    "line",
    [
        "<span>Level <b>12</b></span><span>Streak <b>5 days</b></span><span>XP <b>300</b></span>",
        "<span>Exercises <b>812</b></span><span>Equipment <b>34</b></span><span>Articles <b>20</b></span>",
    ],
)
def test_counts_of_a_reader_and_of_a_site(line: str) -> None:
    assert read_with(f"{TARGET}<div>{line}</div>")[2:] == ((), "")


def test_all_levels_below_a_label_and_boxes_around_small_elements() -> None:
    assert read_with(f"{TARGET}<p><b>Level:</b> Beginner<br>Intermediate<br>Advanced</p>")[3] in ("", "beginner")
    line = "<p>Level: ☐ <b>Beginner</b> ☒ Intermediate ☐ Advanced</p>"
    assert read_with(f"{TARGET}{line}")[3] == "intermediate"


def test_kinds_to_filter_by() -> None:
    kinds = "".join(f"<li>{kind}</li>" for kind in ("Strength", "Compound", "Isolation", "Push", "Pull"))
    found = record(f"{TITLE}{DESCRIBED}{TARGET}<h3>Type</h3><ul>{kinds}</ul>{STEPS}")
    assert (found.mechanic, found.force) == ("", "")


TEXT = "Goblet Squat\n\nA squat for the legs.\n\nInstructions\n1. Stand tall.\n2. Bend the knees.\n\n"


@pytest.mark.parametrize("rule", ["+++", "^^^", "~~~", "+" * 20])
def test_rules_below_lines_without_a_stop(rule: str) -> None:
    facts = f"Tips\nChest up\nHeels down\n{rule}\nEquipment: Kettlebell\n"
    found = record_of_text(TEXT + facts)
    assert (found.name, found.instructions) == ("Goblet Squat", tuple(TWO_STEPS))


def test_headings_with_a_colon_over_a_long_rule() -> None:
    rule = "-" * 60
    text = f"Goblet Squat\n\nTarget: Quads\n\nHow to: steps\n{rule}\n1. Stand tall.\n2. Bend the knees.\n\n"
    found = record_of_text(f"{text}Tips: form\n{rule}\nKeep the chest up.\n")
    assert found.instructions == tuple(TWO_STEPS)


@pytest.mark.parametrize("heading", ["How can I do a goblet squat safely?", "How to do a goblet squat safely"])
def test_the_only_steps_below_how_to_do_it_safely(heading: str) -> None:
    steps = "<ol><li>Stand with the feet apart.</li><li>Bend the knees.</li><li>Push the hips up.</li></ol>"
    found = record(f"{TITLE}{DESCRIBED}{TARGET}<h2>{heading}</h2>{steps}")
    assert len(found.instructions) == 3


def test_facts_below_routines() -> None:
    told_there = "<p>3 sets of 10 reps</p><h3>Equipment</h3><p>Kettlebell</p><h3>Muscles worked</h3><p>Quads</p>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Routines</h2>{told_there}")
    assert (found.equipment, found.target_muscles) == (("kettlebell",), ("quadriceps",))


@pytest.mark.parametrize(
    "said",
    [
        "The goblet squat is a push exercise. The row is a pull exercise, so the two go together.",
        "It is a push exercise, while the deadlift is a pull exercise.",
    ],
)
def test_the_force_of_two_exercises(said: str) -> None:
    assert record(f"{TITLE}<p>{said}</p>{TARGET}{STEPS}").force == "push"


@pytest.mark.parametrize("heading", ["Box Jump", "Back Squat", "Lunge"])
def test_doses_of_another_exercise_behind_the_steps(heading: str) -> None:
    doses = "<p><b>Sets:</b> 5</p><p><b>Reps:</b> 3</p>"
    assert record(f"{TITLE}{DESCRIBED}{TARGET}{STEPS}<h2>{heading}</h2>{doses}").tracking == ()


def test_labels_that_are_links_in_a_table() -> None:
    rows = (("Target muscle", "Quads", "Glutes"), ("Synergists", "Hamstrings", "Calves"))
    table = "".join(f'<tr><td><a href="/g">{a}</a></td><td>{b}</td><td>{c}</td></tr>' for a, b, c in rows)
    assert read_with(f"<table>{table}</table>")[:2] == (("quadriceps", "glutes"), ("hamstrings", "calves"))


@pytest.mark.parametrize(
    "sentence",
    [
        "This exercise focuses on keeping the back straight.",
        "It emphasizes a straight back and a tall chest.",
        "This article is aimed at beginners.",
        "This guide is aimed at advanced lifters who know the squat.",
        "You only need your body weight instead of a barbell.",
        "You just need a little space, so leave the barbell in the rack.",
        "It is usually a barbell exercise. Here we use a dumbbell.",
        "Some people think a barbell and a rack are required. They are wrong.",
    ],
)
def test_more_sentences_that_state_nothing_of_the_exercise(sentence: str) -> None:
    assert read_with(f"<p>{sentence}</p>") == ((), (), (), "")


@pytest.mark.parametrize(
    "said",
    [
        "Many people round the back at the bottom when they do it. Most coaches call it Butt Wink.",
        "Squeeze everything before you start it. Some people call it Bracing.",
        "Do not confuse it with the back squat. Many lifters call it Low-Bar Squat.",
    ],
)
def test_more_that_is_no_other_name(said: str) -> None:
    assert record(f"{TITLE}<p>{said}</p>{TARGET}{STEPS}").aliases == ()


def test_the_reason_of_another_name() -> None:
    said = "The goblet squat is also known as Cup Squat because of the grip."
    assert record(f"{TITLE}<p>{said}</p>{TARGET}{STEPS}").aliases == ("Cup Squat",)


@pytest.mark.parametrize("answer", ["Both.", "It depends on the grip.", "Neither."])
def test_answers_that_choose_nothing(answer: str) -> None:
    asked = f"<h3>Is it a push or a pull exercise?</h3><p>{answer}</p>"
    assert record(f"{TITLE}{DESCRIBED}{TARGET}{STEPS}{asked}").force == ""


def test_answers_that_begin_with_another_exercise() -> None:
    muscles = "The back squat works the back. The goblet squat works the quads."
    tools = "For the back squat you need a barbell. For this one a kettlebell is enough."
    asked = f"<h3>Which muscles does it work?</h3><p>{muscles}</p><h3>What equipment do I need?</h3><p>{tools}</p>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>FAQ</h2>{asked}")
    assert "upper back" not in found.target_muscles and "barbell" not in found.equipment


@pytest.mark.parametrize("head", ["Used in the deadlift", "Rarely used", "Needed for the harder version"])
def test_heads_of_ticks_that_say_otherwise(head: str) -> None:
    rows = ROW.replace("td", "th").format("Equipment", head) + ROW.format("Bench", "✓") + ROW.format("Cable", "✓")
    assert "bench" not in read_with(f"{TARGET}<table>{rows}</table>")[2]


def test_a_row_of_links_that_ends_in_muscles() -> None:
    links = " | ".join(f'<a href="/{name}">{name}</a>' for name in ("Chest", "Back", "Legs", "Muscles"))
    assert read_with(f"<p>{links}</p>")[0] == ()


def test_stars_around_an_item_of_a_list() -> None:
    found = record_of_text(f"{TEXT}Tips\n* Look ahead\n* Keep the chest up *\n* Start light\n")
    assert len(found.safety_tips) == 3


def test_what_experts_say_is_no_level() -> None:
    said = (
        "<h2>What the experts say</h2><p>Experts class it as a strength exercise. They call it a compound movement.</p>"
    )
    found = record(f"{TITLE}{DESCRIBED}{TARGET}{said}{STEPS}")
    assert (found.difficulty, found.exercise_type) == ("", "strength")
