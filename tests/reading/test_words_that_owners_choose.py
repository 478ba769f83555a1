"""Words that owners of sites choose for headings, and sentences in which they name a kind or a level in passing."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled


@pytest.mark.parametrize("heading", ["Technique, one move at a time", "The practice", "Frame-by-frame instructions"])
def test_headings_of_steps(heading: str) -> None:
    steps = "".join(f"<p>{step}</p>" for step in TWO_STEPS)
    gains = "<h2>What you stand to gain</h2><ul><li><b>Legs:</b> They get strong.</li><li><b>Back:</b> It does, too.</li></ul>"
    found = read(f"{TITLE}<p>Target: Quads</p><h2>{heading}</h2>{steps}{gains}")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "benefits") == [("Legs", "They get strong."), ("Back", "It does, too.")]


def test_a_heading_that_lists_what_the_page_holds_begins_no_benefits() -> None:
    found = read(f"{TITLE}<h2>Benefits, muscles worked</h2><p>All you need to know.</p>{STEPS}")
    assert "benefits" not in found.fields


def test_slips_and_mistakes_are_no_benefits() -> None:
    slips = "<h2>Frequent slip-ups</h2><ul><li>Rushing the last ones.</li><li>Using momentum.</li></ul>"
    found = read(f"{TITLE}{STEPS}{slips}")
    assert "benefits" not in found.fields and "safety_tips" not in found.fields


def test_a_tip_that_asks_to_check_something_is_one() -> None:
    tips = "<h3>Check your surroundings</h3><p>Make sure nobody is in the way.</p>"
    found = read(f"{TITLE}{STEPS}<h2>Move with care</h2><h3>Warm up first</h3><p>Five minutes will do.</p>{tips}")
    assert [title for title, _ in titled(found, "safety_tips")] == ["Warm up first", "Check your surroundings"]


def test_metrics_without_a_word_on_them() -> None:
    found = read(
        f"{TITLE}<p>A squat.</p><div><div>Metrics to log</div><div><span>Sets</span> <span>Reps</span></div></div>{STEPS}"
    )
    assert [title for title, _ in titled(found, "tracking")] == ["Sets", "Reps"]


def test_how_long_other_workouts_take_is_nothing_to_track() -> None:
    plans = "".join(f"<h3>{name}</h3><p>Level: Beginner · Duration: 30 minutes</p>" for name in ("Reset", "Grinder"))
    found = read(f"{TITLE}<p>Track: sets, reps</p>{STEPS}<h2>Workouts from our editors</h2>{plans}")
    assert [title for title, _ in titled(found, "tracking")] == ["sets", "reps"]


@pytest.mark.parametrize(
    ("sentence", "kind", "level"),
    [
        (
            "A strength exercise for the quads, the Goblet Squat is taught to people at beginner level.",
            "strength",
            "beginner",
        ),
        ("Get the most out of this plyometric exercise.", "plyometrics", ""),
        ("At our club the Goblet Squat is the strength exercise everybody asks about.", "strength", ""),
        ("In this library the Goblet Squat is filed as a strength exercise.", "strength", ""),
        ("If you train at beginner level, the Goblet Squat can wait.", "", ""),
        ("The Goblet Squat is the first pulling movement most people learn.", "", ""),
    ],
)
def test_kinds_and_levels_in_passing(sentence: str, kind: str, level: str) -> None:
    found = read(f"{TITLE}<p>{sentence}</p>{STEPS}")
    assert texts(found, "exercise_type") == ([kind] if kind else [])
    assert texts(found, "difficulty") == ([level] if level else [])
    assert "force" not in found.fields


def test_long_steps_in_a_table_with_a_head() -> None:
    told = [f"{step} {'Take your time, and breathe. ' * 20}".strip() for step in TWO_STEPS]
    rows = "".join(f"<tr><td>{n}</td><td>{step}</td></tr>" for n, step in enumerate(told, 1))
    table = f"<table><tr><th>Step</th><th>Description</th></tr>{rows}</table>"
    assert texts(read(f"{TITLE}<p>Target: Quads</p><h3>Instructions</h3>{table}"), "instructions") == told


def test_what_leads_down_the_page_and_how_long_it_takes_in_all() -> None:
    found = read(
        f"{TITLE}<p>A squat with a weight.</p><p>Scroll down for the printable card!</p><p>Target: Quads</p><p>Level: Beginner</p><p>Total Time: 10 minutes</p>{STEPS}"
    )
    assert texts(found, "description") == ["A squat with a weight."]
    assert not found.extra
