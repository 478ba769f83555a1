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
