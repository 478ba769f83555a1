"""Ordinary pages on which a rule said too much: what stays a step, a tip, a term, and what states nothing of the exercise."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TEXT_HEAD, TEXT_STEPS, TITLE, read, read_text, texts, titled

_TOLD = "<p>A squat with a weight held close to the chest.</p>"


@pytest.mark.parametrize(("first", "second"), [("Setup", "Execution"), ("How to do it", "Technique")])
def test_a_list_without_numbers_behind_numbered_steps_is_of_them_where_it_moves(first: str, second: str) -> None:
    begun = ["Stand tall with your feet apart.", "Hold the bell at your chest."]
    done = ["Bend the knees and sit down.", "Push through the heels and rise."]
    lists = ["".join(f"<li>{step}</li>" for step in steps) for steps in (begun, done)]
    found = read(f"{TITLE}{_TOLD}<h2>{first}</h2><ol>{lists[0]}</ol><h2>{second}</h2><ul>{lists[1]}</ul>")
    assert texts(found, "instructions") == begun + done
    assert "safety_tips" not in found.fields


def test_a_lone_term_above_labels_with_their_values_turns_none_of_them() -> None:
    facts = "Beginner\nTarget\nQuads\nEquipment\nKettlebell\nType\nStrength\n\n"
    found = read_text(f"{TEXT_HEAD}{facts}{TEXT_STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "equipment") == ["Kettlebell"]
    assert texts(found, "exercise_type") == ["Strength"]


@pytest.mark.parametrize(
    ("heading", "field", "lines"),
    [
        (
            "Safety Tips",
            "safety_tips",
            ["Keep your chest up.", "Breathe out as you rise.", "", "Avoid rounding the back.", "Stop if it hurts."],
        ),
        ("Variations", "variations", ["Box Squat", "Front Squat", "", "Sumo Squat"]),
        ("Benefits", "benefits", ["Stronger legs", "Better balance", "", "Easy on the back"]),
    ],
)
def test_a_gap_in_a_copied_list_ends_it_only_where_something_else_stands_behind(
    heading: str, field: str, lines: list[str]
) -> None:
    found = read_text(f"{TEXT_HEAD}{TEXT_STEPS}{heading}\n\n" + "\n".join(lines) + "\n")
    assert texts(found, field) == [line for line in lines if line]


def test_a_first_line_apart_that_says_what_to_do_introduces_nothing() -> None:
    steps = ["Stand tall with the bell held at your chest.", "Bend the knees and sit down.", "Push through the heels."]
    found = read_text(f"{TEXT_HEAD}Instructions\n\n{steps[0]}\n\n{steps[1]}\n{steps[2]}\n")
    assert texts(found, "instructions") == steps


def test_ranks_in_brackets_leave_lines_without_a_rank_where_they_are() -> None:
    mixed = read(f"{TITLE}{_TOLD}<h2>Muscles worked</h2><p>Glutes</p><p>Calves (secondary)</p>{STEPS}")
    assert "Glutes" in texts(mixed, "target_muscles") + texts(mixed, "muscles_worked")
    remark = read(
        f"{TITLE}{_TOLD}<h2>Secondary muscles</h2><p>Calves (mostly to steady you)</p><p>Hamstrings</p>{STEPS}"
    )
    assert "target_muscles" not in remark.fields
    assert "Hamstrings" in texts(remark, "secondary_muscles")


@pytest.mark.parametrize(
    "sentence",
    [
        "Pair it with a pulling movement: rows are a compound exercise.",
        "Leg curls are an isolation exercise for the hamstrings.",
        "Deadlifts are a pulling exercise.",
        "Planks are a static exercise.",
        "A good isolation exercise to train the quads first is leg extensions.",
        "A great compound exercise to strengthen the back would be the row.",
        "A heavy compound exercise that hurts your back, such as the deadlift, can wait.",
        "Most people at beginner level should start with box squats.",
        "At advanced level, hold a heavier bell.",
        "It is rarely used at advanced level.",
    ],
)
def test_sentences_about_others_state_nothing(sentence: str) -> None:
    found = read(f"{TITLE}<p>A squat with a weight held close to the chest. {sentence}</p>{STEPS}")
    stated = {"target_muscles", "mechanic", "force", "exercise_type", "difficulty"}
    assert stated.isdisjoint(found.fields)


def test_a_question_among_tips_that_offers_nothing_ends_none_of_them() -> None:
    sore = "<p>Keep your chest up.</p><p><b>Sore knees?</b> Squat to a box.</p><p>Stop if it hurts.</p>"
    found = read(f"{TITLE}{_TOLD}{STEPS}<h2>Safety Tips</h2>{sore}")
    assert titled(found, "safety_tips") == [
        ("", "Keep your chest up."),
        ("Sore knees?", "Squat to a box."),
        ("", "Stop if it hurts."),
    ]
    lists = "<ul><li>Chest up.</li></ul><p><b>New to lifting?</b> Start light.</p><ul><li>Breathe out.</li></ul>"
    assert [text for _, text in titled(read(f"{TITLE}{_TOLD}{STEPS}<h2>Tips</h2>{lists}"), "safety_tips")] == [
        "Chest up.",
        "Breathe out.",
    ]


def test_one_sentence_above_bulleted_steps_replaces_none_of_them() -> None:
    items = "<li>Feet under the hips</li><li>Hips back and down</li>"
    found = read(f"{TITLE}{_TOLD}<h2>Instructions</h2><p>Do each part slowly.</p><ul>{items}</ul>")
    assert texts(found, "instructions") == ["Feet under the hips", "Hips back and down"]


def test_a_cue_in_quotation_marks_is_no_quotation() -> None:
    cue = "<li>“Chest up, elbows in” – Keep the bell close.</li><li>Stop if it hurts.</li>"
    found = read(f"{TITLE}{STEPS}<h2>Safety Tips</h2><ul>{cue}</ul>")
    assert len(titled(found, "safety_tips")) == 2


def test_a_step_that_jumps_is_one() -> None:
    steps = ["Stand tall.", "Jump to the top of the box.", "Step down."]
    told = "".join(f"<p>{step}</p>" for step in steps)
    assert texts(read(f"<h1>Box Jump</h1><h2>Instructions</h2>{told}", "Box Jump"), "instructions") == steps


@pytest.mark.parametrize(("label", "field"), [("Tip", "safety_tips"), ("Benefits", "benefits")])
def test_a_tip_or_benefit_that_names_sets_is_one(label: str, field: str) -> None:
    found = read(
        f"{TITLE}<dl><dt>Level</dt><dd>Beginner</dd><dt>{label}</dt><dd>Do 3 sets of 10, chest up.</dd></dl>{STEPS}"
    )
    assert [text for _, text in titled(found, field)] == ["Do 3 sets of 10, chest up."]


@pytest.mark.parametrize(
    ("line", "field", "more"),
    [
        ("Equipment: Kettlebell - alternatively a dumbbell or a plate", "equipment", "plate"),
        ("Secondary muscles: Calves - also hamstrings and core", "secondary_muscles", "core"),
        ("Target: Quads - mainly, but also glutes and hamstrings", "target_muscles", "hamstrings"),
    ],
)
def test_what_adds_terms_behind_a_dash_is_no_remark(line: str, field: str, more: str) -> None:
    assert more in " ".join(texts(read(f"{TITLE}<ul><li>{line}</li></ul>{STEPS}"), field))


@pytest.mark.parametrize(
    "sentence", ["It is taught to people at beginner level.", "Officers at beginner level can start at once."]
)
def test_who_is_taught_it_or_can_do_it_says_its_level(sentence: str) -> None:
    assert texts(read(f"{TITLE}<p>{sentence}</p>{STEPS}"), "difficulty") == ["beginner"]


def test_a_dose_beside_do_is_no_advice() -> None:
    found = read(
        f"{TITLE}<table><tr><th>Level</th><td>Easy</td></tr><tr><th>Do</th><td>3 sets of 10 reps</td></tr></table>{STEPS}"
    )
    assert titled(found, "tracking") == [("sets", "3"), ("reps", "10")]
    assert "safety_tips" not in found.fields


def test_mistakes_below_the_heading_of_the_steps_are_none() -> None:
    slips = "<p>Common mistakes</p><ul><li>Rounding the back is bad.</li><li>Do not rush.</li></ul>"
    assert "Do not rush." not in texts(read(f"{TITLE}{_TOLD}<h2>Instructions</h2>{slips}"), "instructions")


def test_a_remark_in_brackets_behind_a_muscle_alone_is_no_rank() -> None:
    found = read(f"{TITLE}{_TOLD}<h2>Secondary muscles</h2><p>Calves (mostly to steady you)</p>{STEPS}")
    assert "target_muscles" not in found.fields and "stabilizers" not in found.fields
    assert "Calves" in " ".join(texts(found, "secondary_muscles"))


def test_a_last_question_among_tips_that_offers_nothing_is_one() -> None:
    told = "<p>Keep your chest up.</p><p>Breathe out.</p><p><b>Sore knees?</b> Squat to a box.</p>"
    found = read(f"{TITLE}{_TOLD}{STEPS}<h2>Safety Tips</h2>{told}")
    assert titled(found, "safety_tips")[-1] == ("Sore knees?", "Squat to a box.")


def test_a_call_that_counts_is_no_step() -> None:
    called = "<h2>Today</h2><ol><li>Start your free trial</li></ol>"
    assert "instructions" not in read(f"{TITLE}{_TOLD}<p>Target: Quads</p>{called}").fields


def test_the_heading_of_the_steps_among_stacked_labels_is_no_fact() -> None:
    stacked = "".join(
        f"<p><b>{label}</b></p><p>{value}</p>"
        for label, value in (("Target", "Lats"), ("Level", "Beginner"), ("SEQUENCE", "1"))
    )
    found = read(
        f"{TITLE}{_TOLD}{stacked}<p>Stand tall with the bell at the chest.</p><p>2</p><p>Bend the knees and sit.</p>"
    )
    assert len(texts(found, "instructions")) == 2
    assert found.extra == {}
