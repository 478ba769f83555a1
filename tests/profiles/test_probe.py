"""`exercises probe`: profile and why, each field with words, place and rule, and what was looked for in vain."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pipeline.vocabulary import load
from pipeline.vocabulary.tracing import traced
from tests.profiles.conftest import Run

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Floor Press</title>
<script type="application/ld+json">{"@type": "HowTo", "name": "Floor Press", "tool": "Barbell"}</script></head><body>
<h1>Floor Press</h1>
<h2>Facts</h2>
<table><tr><th>Target</th><td>Pectoralis Major, Sternal Head; quads</td></tr>
<tr><th>Secondary muscles</th><td>Tricep, Zygomaticus</td></tr>
<tr><th>Difficulty</th><td>11 of 20</td></tr>
<tr><th>Unilateral</th><td>No</td></tr>
<tr><th>Bench</th><td>Flat</td></tr></table>
<h2>How to do it</h2><ol><li>Lie down.</li><li>Press.</li></ol></body></html>
"""


@pytest.fixture
def page(root: Path) -> str:
    (root / "raw" / "floor-press.html").write_text(PAGE, "utf-8")
    return "raw/floor-press.html"


def test_each_field_has_its_words_its_place_and_its_rule(run: Run, page: str) -> None:
    fields = json.loads(run("probe", page, "--json").out)["fields"]
    target = fields["target_muscles"]
    assert (target["via"], target["line"], target["path"]) == ("Target", 5, ["Floor Press", "Facts"])
    rules = [
        (p["text"], p["term"], p["rule"])
        for name in ("target_muscles", "secondary_muscles")
        for p in fields[name]["pieces"]
    ]
    assert rules == [
        ("Pectoralis Major, Sternal Head", "chest", "part"),
        ("quads", "quadriceps", "alias"),
        ("Tricep", "triceps", "spelling"),
        ("Zygomaticus", None, "unknown"),
    ]
    assert [(p["term"], p["rule"]) for p in fields["difficulty"]["pieces"]] == [("intermediate", "scale")]
    assert (fields["bilateral"]["via"], fields["bilateral"]["value"]) == ("Unilateral", True)
    assert fields["target_muscles"]["value"] == ["chest", "quadriceps"]


def test_structured_data_has_its_line(run: Run, page: str) -> None:
    equipment = json.loads(run("probe", page, "--json").out)["fields"]["equipment"]
    assert (equipment["via"], equipment["line"]) == ("structured data (HowTo)", 2)


def test_an_absent_field_says_what_was_looked_for(run: Run, page: str) -> None:
    force = json.loads(run("probe", page, "--json").out)["fields"]["force"]
    assert force["state"] == "absent" and "push or pull" in force["looked_for"] and "value" not in force


def test_the_text_says_the_same_in_one_line_a_field(run: Run, page: str) -> None:
    lines = run("probe", page).out.splitlines()
    assert lines[0] == "raw/floor-press.html: text/html, profile generic@1 (no other profile knows the page)"
    shown = dict(line.split("\t", 1) for line in lines if "\t" in line)
    assert shown["target_muscles"] == (
        "found\t'Target' line 5 below Floor Press > Facts\tPectoralis Major, Sternal Head -> chest (part) | quads -> quadriceps (alias)"
    )
    assert shown["secondary_muscles"].endswith("Tricep -> triceps (spelling) | Zygomaticus (unknown)")
    assert shown["force"].startswith("absent\t\tlooked for: force, force type, ")
    assert re.search(r"^absent\t\tlooked for: benefits, .* and \d+ more$", shown["benefits"])
    assert shown["extra: Bench"] == "found\t\tFlat"


@pytest.mark.parametrize(
    ("text", "term", "rule"),
    [
        ("hamstrings", "hamstrings", "as written"),
        ("Hamstrings", "hamstrings", "as written"),
        ("hamstring's", "hamstrings", "spelling"),
        ("Trapezius (Upper Fibers)", "traps", "part"),
        ("Upper Chest", "chest", "part"),
        ("Gluteus Maximus", "glutes", "alias"),
        ("Rhomboid Major", "upper back", "alias"),
        ("moonlight", None, "unknown"),
    ],
)
def test_the_rule_of_a_muscle(text: str, term: str | None, rule: str) -> None:
    assert traced(text, load("muscles")) == (term, rule)


def test_words_that_were_left_out_are_named() -> None:
    assert traced("a pair of dumbbells", load("equipment")).rule.startswith("without ")
