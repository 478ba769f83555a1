"""Facts that a page states in sentences below its title, and nowhere else."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, read, texts
from tests.reading.records import record

LEAD = "<p>Few moves ask more of the legs.</p>"


@pytest.mark.parametrize(
    "told",
    [
        "This intermediate exercise targets the quads and needs a kettlebell. The glutes work as secondary muscles.",
        "It is an intermediate-level move for the quads, done with a kettlebell. It also works the glutes.",
        "Equipment needed: a kettlebell. The main muscles worked are the quads; the glutes assist. We rate it intermediate.",
    ],
)
def test_level_muscles_and_tools_in_sentences(told: str) -> None:
    found = record(f"{TITLE}{LEAD}<p>{told}</p>{STEPS}")
    assert (found.difficulty, found.equipment) == ("intermediate", ("kettlebell",))
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))
    assert (
        found.description == f"Few moves ask more of the legs. {told.removeprefix('Equipment needed: a kettlebell. ')}"
    )


def test_the_name_in_a_sentence_names_no_muscle_and_no_level() -> None:
    told = "<h2>Muscles worked</h2><p>The Trap Bar Deadlift mainly works the quads.</p>"
    found = read(f"<h1>Trap Bar Deadlift</h1>{told}{STEPS}", title="Trap Bar Deadlift")
    assert texts(found, "target_muscles") == ["quadriceps"]
    told = "<p>The intermediate groin stretch is an explosive movement that opens the hips.</p>"
    found = read(f"<h1>Intermediate Groin Stretch</h1>{told}{STEPS}", title="Intermediate Groin Stretch")
    assert "difficulty" not in found.fields and "exercise_type" not in found.fields


def test_a_section_of_sentences_about_muscles_and_tools() -> None:
    told = "The target muscle is the triceps. Secondary muscles worked are the chest and front deltoids. Equipment needed: a bench. It is an intermediate exercise."
    found = record(f"{TITLE}{LEAD}<h2>Muscles and equipment</h2><p>{told}</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("triceps",), ("chest", "front deltoids"))
    assert (found.equipment, found.difficulty) == (("bench",), "intermediate")


def test_sentences_that_say_what_kind_of_exercise_it_is() -> None:
    told = "<p>The Goblet Squat mainly works the quads. The difficulty level is beginner.</p><p>It is a compound movement with a push force.</p>"
    found = read(f"{TITLE}<p>A squat.</p><h2>Key facts</h2>{told}{STEPS}")
    assert [texts(found, name) for name in ("difficulty", "mechanic", "force")] == [
        ["beginner"],
        ["compound"],
        ["push"],
    ]


def test_a_label_that_is_cut_short_with_a_stop() -> None:
    facts = "<dl><dt>Target</dt><dd>Quads</dd><dt>Level</dt><dd>Easy</dd><dt>Exercise no.</dt><dd>C-018</dd></dl>"
    assert read(f"{TITLE}<p>A squat.</p>{facts}{STEPS}").extra == {"Exercise no.": "C-018"}


def test_two_clauses_with_muscles_of_their_own() -> None:
    told = "Its main muscle is the forearms, and the secondary muscles are the biceps and shoulders."
    found = read(f"{TITLE}<p>A squat with a weight.</p><h2>The particulars</h2><p>{told}</p>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (
        ["forearms"],
        ["biceps", "shoulders"],
    )
