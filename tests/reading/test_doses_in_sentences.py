"""How much to do, told in words: once for the exercise, or not at all."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, read_text, texts, titled
from tests.reading.records import record

FACTS = "<p>Target: Quads</p>"


@pytest.mark.parametrize(
    ("told", "doses"),
    [
        ("5 sets of 3 reps with 2 minutes rest. Quality first.", [("sets", "5"), ("reps", "3"), ("rest", "2 minutes")]),
        (
            "Do 3 sets of 8-12, with 60 seconds of rest between them.",
            [("sets", "3"), ("reps", "8-12"), ("rest", "60 seconds")],
        ),
        ("Begin with two rounds of 30 seconds.", [("rounds", "two"), ("time", "30 seconds")]),
        (
            "Do 4 sets of 20 metres. Rest 90 seconds.",
            [("sets", "4"), ("distance", "20 metres"), ("rest", "90 seconds")],
        ),
        ("3 x 10 each side", [("sets", "3"), ("reps", "10 each side")]),
    ],
)
def test_sets_and_what_is_in_each(told: str, doses: list[tuple[str, str]]) -> None:
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Do this much</h2><p>{told}</p>")
    assert titled(found, "tracking") == doses


def test_below_a_heading_that_is_left_out_but_speaks_of_doses() -> None:
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Sets and reps</h2><p>5 sets of 3 reps.</p>")
    assert titled(found, "tracking") == [("sets", "5"), ("reps", "3")]


def test_beside_a_label_that_elsewhere_is_of_muscles() -> None:
    found = read(f"{TITLE}{FACTS}<p><b>Your target</b> 3 sets of 10 reps.</p>{STEPS}")
    assert titled(found, "tracking") == [("sets", "3"), ("reps", "10")]
    assert texts(found, "target_muscles") == ["Quads"]
    assert not found.extra


@pytest.mark.parametrize(
    "told",
    [
        "<h2>Do this much</h2><p>5 sets of 3 reps.</p><p>3 sets of 12 reps.</p>",  # a plan, for two aims
        "<h2>Common mistakes</h2><p>Ten sets of 10 reps. Nobody recovers from that.</p>",
        "<h2>Details</h2><p>Space: 3 x 3 m</p>",
        "<h2>Tips</h2><ul><li>Begin with 2 sets of 5 reps.</li><li>Breathe.</li></ul>",
    ],
)
def test_what_is_no_dose_of_the_exercise(told: str) -> None:
    assert "tracking" not in read(f"{TITLE}{FACTS}{STEPS}{told}").fields


def test_a_paragraph_that_tells_all_that_is_done() -> None:
    told = "Stand tall. Bend the knees, e.g. to a bench. Stand up again."
    found = read(f"{TITLE}{FACTS}<h2>Instructions</h2><p>{told}</p>")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees, e.g. to a bench.", "Stand up again."]


def test_paragraphs_are_steps_as_they_are() -> None:
    told = "<p>Stand tall. Breathe in. Look ahead.</p><p>Bend the knees. Stand up. Breathe out.</p>"
    found = read(f"{TITLE}{FACTS}<h2>Instructions</h2>{told}")
    assert len(texts(found, "instructions")) == len(TWO_STEPS)


def test_a_list_that_sets_up_the_steps_right_below_it() -> None:
    above = "<h2>Find your feet</h2><ol><li>Hold a weight close.</li></ol>"
    below = STEPS.replace("Instructions", "Technique")
    assert texts(read(f"{TITLE}{FACTS}{above}{below}"), "instructions") == ["Hold a weight close.", *TWO_STEPS]
    other = "<h2>Where we train</h2><ol><li>The hall is open.</li></ol>"
    assert texts(read(f"{TITLE}{FACTS}{other}{below}"), "instructions") == TWO_STEPS


def test_rows_of_facts_below_a_heading_of_advice() -> None:
    cells = (("Target", "Quads"), ("Mechanic", "Compound"), ("Floor space", "2 m"))
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in cells)
    found = read(f"{TITLE}<h2>Good to know</h2><table>{rows}</table>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "mechanic")) == (["Quads"], ["Compound"])
    assert found.extra == {"Floor space": "2 m"}
    assert "safety_tips" not in found.fields


def test_a_line_right_below_the_title_says_more_of_it() -> None:
    for below in ("<h3 class='subtitle'>Notes from a small gym, part 4</h3>", "<p>Notes from a small gym, part 4</p>"):
        found = read(f"{TITLE}{below}<p>A squat with a weight held close.</p>{FACTS}{STEPS}")
        assert "safety_tips" not in found.fields
        assert texts(found, "description")[0].endswith("A squat with a weight held close.")


def test_a_question_or_the_head_of_a_list_right_below_the_title_is_a_heading() -> None:
    asked = read(f"{TITLE}<p>What is the Goblet Squat?</p><p>A squat with a weight held close.</p>{FACTS}{STEPS}")
    assert texts(asked, "description") == ["A squat with a weight held close."]
    items = "<p>- It wakes up the legs.</p><p>- It steadies the trunk.</p>"
    praised = read(f"{TITLE}<p>Why you should do the Goblet Squat</p>{items}{FACTS}{STEPS}")
    assert texts(praised, "benefits") == ["It wakes up the legs.", "It steadies the trunk."]


def test_a_label_without_a_value_takes_no_heading_for_one() -> None:
    empty = "<div><div>Sanskrit name</div><div></div></div><div class='heading'>The flow</div>"
    found = read(f"{TITLE}{FACTS}{empty}<ul><li>Stand tall.</li><li>Bend the knees.</li></ul>")
    assert texts(found, "instructions") == TWO_STEPS
    assert "aliases" not in found.fields


def test_a_rating_above_its_label() -> None:
    cards = "<div><b>2/10</b><p>Difficulty</p></div><div><b>Kettlebell</b><p>Equipment</p></div>"
    found = read(f"{TITLE}{FACTS}{cards}{STEPS}")
    assert texts(found, "difficulty") == ["2/10"]


def test_how_much_to_do_is_no_description() -> None:
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>How much</h2><p>Pair éclair 3 sets of 10 reps.</p>")
    assert titled(found, "tracking") == [("sets", "3"), ("reps", "10")]
    assert texts(found, "description") == []


def test_repeats_and_the_time_to_hold() -> None:
    rows = "<tr><th>Number of repeats</th><td>10</td></tr><tr><th>Time to hold</th><td>5 seconds</td></tr>"
    found = read(f"{TITLE}{FACTS}<table>{rows}</table>{STEPS}")
    assert [text for _, text in titled(found, "tracking")] == ["10", "5 seconds"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Sets x Reps: 4 x 10-12</p>",
        "<p><b>Sets × Reps</b> 4 × 10-12</p>",
        "<p><b>Sets/Reps:</b> 4/10-12</p>",
        "<p><b>Sets and reps:</b> 4 sets of 10-12</p>",
        "<table><tr><td>Sets & Reps</td><td>4 x 10-12</td></tr></table>",
    ],
)
def test_a_label_of_two_metrics(line: str) -> None:
    found = read(f"{TITLE}<p>A squat with a weight.</p>{FACTS}{line}{STEPS}")
    assert [(title.lower(), text) for title, text in titled(found, "tracking")] == [("sets", "4"), ("reps", "10-12")]
    assert found.extra == {}


def test_what_is_counted_on_each_side_is_tracked() -> None:
    found = record(f"{TITLE}{FACTS}<h2>What to track</h2><ul><li>Weight</li><li>Reps per side</li></ul>{STEPS}")
    assert [tracked.metric for tracked in found.tracking] == ["weight", "reps"]


def test_a_label_of_two_metrics_below_a_list_of_a_text() -> None:
    text = "Goblet Squat\n\nTarget: Quads\nSteps:\n  1. Stand tall.\n  2. Bend.\nBenefits:\n  - Strong legs\nSets/Reps: 3/10\n"
    found = read_text(text)
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "10")]
    assert texts(found, "benefits") == ["Strong legs"]


def test_one_thing_to_track_that_nobody_knows_is_kept_for_somebody_to_look_at() -> None:
    track = "<h2>What to track</h2><ul><li>Weight</li><li>Reps</li><li>Grip colour</li></ul>"
    found = record(f"{TITLE}{FACTS}{track}{STEPS}")
    assert [tracked.metric for tracked in found.tracking] == ["weight", "reps", "grip colour"]
    words = record(f"{TITLE}{FACTS}<h2>What to track</h2><p>Your progress and reps</p>{STEPS}")
    assert [tracked.metric for tracked in words.tracking] == []
