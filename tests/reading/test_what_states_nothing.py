"""Sentences, headings and boxes that look like facts, other names or advertisements, and are none of these."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE, TWO_STEPS, read, texts
from tests.reading.records import record, told

LEVEL = "<p>Level: Easy</p>"


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not treat it as an isolation exercise.",
        "It is as good as a cardio exercise for your heart.",
        "Pair it with a plank, which is a static core exercise.",
        "Unlike exercises with the pull movements, it needs no band.",
        "A static force is not needed.",
        "It is great as a stretching exercise, too.",
    ],
)
def test_kinds_of_other_things(sentence: str) -> None:
    found = record(f"{TITLE}<p>A squat. {sentence}</p><p>Target: Quads</p>{STEPS}")
    assert (found.mechanic, found.force, found.exercise_type) == ("", "", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "It is a hard exercise to do well without a mirror.",
        "Do it at a medium pace; it is moderate strength exercise for most.",
        "Beginners are welcome in our gym.",
        "Place it at the beginner end of your day.",
    ],
)
def test_levels_of_other_things(sentence: str) -> None:
    assert record(f"{TITLE}<p>A squat. {sentence}</p><p>Target: Quads</p>{STEPS}").difficulty == ""


def test_hard_on_something_is_no_level() -> None:
    asked = "<h2>Is it hard on the knees?</h2><p>It is fine for beginners with bad knees.</p>"
    assert record(f"{TITLE}<p>A squat.</p><p>Target: Quads</p>{STEPS}{asked}").difficulty == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "If you did this yesterday, train the chest today.",
        "Do it before you train the back.",
        "Superset it with a move to train the biceps.",
        "Deadlifts are different. They work the back.",
        "Most of the work in a bench press falls on the chest.",
        "The barbell loads the spine; this squat does not.",
    ],
)
def test_what_other_things_train(sentence: str) -> None:
    assert record(f"{TITLE}<p>A squat. {sentence}</p>{LEVEL}{STEPS}").target_muscles == ()


def test_a_name_behind_another_word_of_a_name_is_of_another_exercise() -> None:
    page = f"<h1>Curl</h1><p>A curl. Only the leg curl trains the hamstrings alone.</p>{LEVEL}{STEPS}"
    assert record(page, "Curl").target_muscles == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no fancy equipment that replaces it.",
        "It takes a bench press to beat it.",
        "It takes a box of courage.",
    ],
)
def test_tools_that_it_does_not_take(sentence: str) -> None:
    assert record(f"{TITLE}<p>A squat. {sentence}</p><p>Target: Quads</p>{STEPS}").equipment == ()


def test_a_row_that_refuses_a_tool() -> None:
    row = "<p>Equipment: You can swap the barbell for a kettlebell.</p>"
    assert "barbell" not in record(f"{TITLE}<p>A squat.</p><p>Target: Quads</p>{row}{STEPS}").equipment


@pytest.mark.parametrize(
    "sentence",
    [
        "It works the quads and the smaller muscles around the hips.",
        "It works the quads, and your balance is helped by the weight.",
    ],
)
def test_muscles_that_help_nobody(sentence: str) -> None:
    found = record(f"{TITLE}<p>A squat. It targets the quads. {sentence}</p>{LEVEL}{STEPS}")
    assert (found.target_muscles[:1], found.secondary_muscles) == (("quadriceps",), ())


def test_roles_in_two_sentences_of_one_line() -> None:
    line = "<p>Muscles worked: Quads (primary). Glutes and hamstrings (secondary).</p>"
    found = record(f"{TITLE}<p>A squat.</p>{line}{STEPS}")
    assert found.target_muscles[:1] == ("quadriceps",)


@pytest.mark.parametrize("tip", ["This exercise is for advanced lifters only.", "You will need a bench."])
def test_what_is_said_for_safety_stays(tip: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Safety</h2><p>{tip}</p>").safety_tips == told(tip)


def test_the_only_step_stays() -> None:
    page = f"{TITLE}{DESCRIBED}<h2>Instructions</h2><p>You will need to push with the legs.</p>"
    assert record(page).instructions == ("You will need to push with the legs.",)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is often called functional.",
        "It is also known as easy.",
        "You will hear it called the king of all exercises.",
    ],
)
def test_what_it_is_called_is_no_name(sentence: str) -> None:
    assert (
        texts(read(f"{TITLE}<p>The Goblet Squat is a squat. {sentence}</p><p>Target: Quads</p>{STEPS}"), "aliases")
        == []
    )


def test_a_heading_that_goes_on_from_also() -> None:
    also = "<h2>Also known as a killer</h2><p>It is hard.</p>"
    assert texts(read(f"{TITLE}{DESCRIBED}{STEPS}{also}"), "aliases") == []


def test_a_heading_over_other_names() -> None:
    names = "<h2>Other names for the squat</h2><ul><li>Chalice Squat</li><li>Cup Squat</li></ul>"
    assert texts(read(f"{TITLE}{DESCRIBED}{STEPS}{names}"), "aliases") == ["Chalice Squat", "Cup Squat"]


def test_variations_that_are_more_than_the_exercise() -> None:
    items = "<ul><li>Goblet Squat for the hips</li><li>Goblet Squat until failure</li></ul>"
    found = read(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{items}")
    assert texts(found, "variations") == ["Goblet Squat for the hips", "Goblet Squat until failure"]


@pytest.mark.parametrize("heading", ["If you feel it in your lower back", "Where you should not feel it"])
def test_where_it_should_not_be_felt(heading: str) -> None:
    said = f"<h2>{heading}</h2><p>The lower back does not work here, and must not ache.</p>"
    assert record(f"{TITLE}<p>A squat.</p>{LEVEL}{STEPS}{said}").target_muscles == ()


@pytest.mark.parametrize(
    "line",
    [
        "<div><label>Difficulty</label><button>Beginner</button><button>Advanced</button></div>",
        "<p><span>Difficulty</span><button>Beginner</button><button>Advanced</button></p>",
        "<p><span>Difficulty</span><button>Beginner</button><button>Intermediate</button><button>Advanced</button></p>",
        "<div><h4>Muscles</h4><button>Chest</button><button>Back</button></div>",
        "<div><span>Target muscles</span><button>Chest</button><button>Lats</button></div>",
    ],
)
def test_buttons_to_choose_from(line: str) -> None:
    found = record(f"{TITLE}<p>A squat.</p><p>Target: Quads</p>{line}{STEPS}")
    assert (found.difficulty, found.target_muscles, found.body_parts) == ("", ("quadriceps",), ())


def test_a_field_in_the_steps_takes_none_of_them() -> None:
    steps = "<h2>Instructions</h2><ol><li>Stand tall.</li><li>Bend the knees.<input type='password'></li></ol>"
    assert texts(read(f"{TITLE}{DESCRIBED}{steps}"), "instructions") == TWO_STEPS


@pytest.mark.parametrize(
    "doses",
    [
        "<h2>Sets and reps</h2><p>After 2 sets your legs will burn.</p>",
        "<h2>How many sets?</h2><p>If two sets feel easy, add weight.</p>",
        "<h2>Warm-up sets</h2><p>Do 2 sets with the empty bar.</p>",
    ],
)
def test_some_of_the_sets(doses: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{doses}").tracking == ()


def test_counts_at_the_end_of_steps_are_theirs() -> None:
    steps = "<h2>Instructions</h2><ol><li>Breathe in on 1</li><li>Squat down on 2</li><li>Stand up on 3</li></ol>"
    found = read(f"{TITLE}{DESCRIBED}{steps}")
    assert texts(found, "instructions") == ["Breathe in on 1", "Squat down on 2", "Stand up on 3"]


def test_headings_above_words_that_are_labels_elsewhere() -> None:
    page = "<h2>About</h2><p>Equipment</p><h2>Warm up</h2><p>Time</p><h2>Squat well</h2><p>Rest</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{page}").tracking == ()


def test_a_question_about_mistakes_states_no_facts() -> None:
    asked = "<h2>What are common mistakes?</h2><p>You need a barbell is what many think.</p>"
    assert record(f"{TITLE}<p>A squat.</p><p>Target: Quads</p>{asked}{STEPS}").equipment == ()


def test_a_long_list_of_variations_is_looked_at_once() -> None:
    items = "".join(f"<li>Goblet Squat {n} - slowly</li>" for n in range(3000))
    found = read(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2><ul>{items}</ul>")
    assert len(texts(found, "variations")) == 3000  # which took twenty seconds when each was compared with all
