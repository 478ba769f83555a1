"""How much to do where each amount stands before its unit, in lines, lists, runs and rows that say nothing else."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE, read_text, titled
from tests.reading.records import record, tracked


@pytest.mark.parametrize(
    "told",
    [
        "<p>3 sets · 10-12 reps · 90s rest</p>",
        "<p>Recommended: 3 sets, 10-12 reps, 90s rest</p>",
        "<p>Dose: 3 sets / 10-12 reps / 90s rest</p>",
        "<p>Sets &amp; reps: 3 sets x 10-12 reps with 90s rest between sets</p>",
        "<div><span>3 sets</span><span>10-12 reps</span><span>90s rest</span></div>",
        "<ul><li>3 sets</li><li>10-12 repetitions</li><li>Rest 90s</li></ul>",
        "<h3>Sets and reps</h3><ul><li>3 sets</li><li>10-12 reps</li><li>90s rest</li></ul>",
        "<dl><dt>Recommended</dt><dd>3 sets · 10-12 reps · 90s rest</dd></dl>",
        "<ul><li>Amount<ul><li>Sets: 3</li><li>Reps: 10-12</li><li>Rest: 90s</li></ul></li><li>Level<ul><li>Beginner</li></ul></li></ul>",
    ],
)
def test_amounts_and_nothing_else(told: str) -> None:
    found = record(f"{TITLE}{DESCRIBED}{told}{STEPS}")
    assert found.tracking == tracked(sets="3", reps="10-12", rest="90s")
    assert found.extra == {}


@pytest.mark.parametrize(
    "told", ["<p>Recommended: 3×12</p>", "<h5>Recommended</h5><p>3 × 12</p>", "<p>3 x 12 reps</p>"]
)
def test_sets_times_reps_where_a_label_or_a_unit_says_what_they_are(told: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}{told}{STEPS}").tracking == tracked(sets="3", reps="12")


@pytest.mark.parametrize(
    "told",
    [
        "<p>Space: 3 x 3 m</p>",
        "<p>3 sets, 12 reps</p><p>5 sets, 5 reps</p>",  # a plan
        "<h2>From our members</h2><p>Did 3 sets of 12 last night.</p>",
        "<h2>Today's workout</h2><ul><li>Evening Circuit: 3 sets of 12 reps each</li></ul>",
    ],
)
def test_what_says_nothing_of_how_much_to_do(told: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}<p>Time: 30 seconds</p>{STEPS}{told}").tracking in (
        (),
        tracked(time="30 seconds"),
    )


def test_a_weight_beside_a_time() -> None:
    found = record(f"{TITLE}{DESCRIBED}<p>Time: 5 min | Weight: 16 kg</p>{STEPS}")
    assert found.tracking == tracked(time="5 min", weight="16 kg")


def test_a_table_of_one_row_in_a_text() -> None:
    head = "Goblet Squat\n============\n\nA squat.\n\nTarget: Quads\n\nSteps\n-----\n\n1. Stand tall.\n2. Bend.\n\n"
    table = "Sets and reps\n-------------\n\n| Sets | Reps | Rest |\n|:----:|:----:|-----:|\n| 3 | 10 | 45 s |\n"
    assert titled(read_text(head + table), "tracking") == [("Sets", "3"), ("Reps", "10"), ("Rest", "45 s")]


def test_what_is_filled_in_beside_labels_of_doses() -> None:
    fields = (("Sets", "3"), ("Reps", "15"), ("Rest", "45 s"))
    rows = (
        f'<div><label for="r{n}">{label}</label><input id="r{n}" value="{value}"></div>'
        for n, (label, value) in enumerate(fields)
    )
    form = f"<form>{''.join(rows)}<label for='m'>E-mail</label><input id='m' value='ann@example.com'></form>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Prescription</h2>{form}")
    assert found.tracking == tracked(sets="3", reps="15", rest="45 s")
    assert found.extra == {}
