"""`exercises search`, as its users see it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.collection import INCLINE_CURL, LEG_CURL, PUSH_UP, fill
from tests.commands.said import said
from tests.conftest import REPOSITORY

HEAVY = ("bs4", "requests", "lxml", "pydantic", "rich", "yaml", "rapidfuzz", "slugify", "pipeline.reading")
HAMMER_CURL = replace(
    INCLINE_CURL, id="hammer-curl", name="Hammer Curl", equipment=("dumbbell",), difficulty="beginner"
)
CABLE_CURL = replace(INCLINE_CURL, id="cable-curl", name="Cable Curl", equipment=("cable",), bilateral=True)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    filled = fill(tmp_path_factory.mktemp("search"), PUSH_UP, INCLINE_CURL, LEG_CURL, HAMMER_CURL, CABLE_CURL)
    said("index", root=filled)
    return filled


def found(root: Path, *arguments: str) -> dict[str, Any]:
    done = said("search", *arguments, "--json", root=root)
    assert done.code == 0, done.err
    answer: dict[str, Any] = json.loads(done.out)
    return answer


def ids(root: Path, *arguments: str) -> list[str]:
    return [hit["id"] for hit in found(root, *arguments)["hits"]]


# --- JSON -----------------------------------------------------------------------------------------------------


def test_json_has_the_shape_that_programs_rely_on(root: Path) -> None:
    answer = found(root, "biceps", "dumbbell")
    assert list(answer)[:7] == ["query", "total", "hits", "facets", "understood", "did_you_mean", "relaxed"]
    assert (answer["query"], answer["total"]) == ("biceps dumbbell", 2)
    assert list(answer["hits"][0]) == [
        *("id", "name", "score", "target_muscles", "secondary_muscles", "body_parts"),
        *("equipment", "difficulty", "exercise_type", "highlight"),
    ]
    assert answer["understood"] == {"muscle": ["biceps"], "equipment": ["dumbbell"]}
    assert (answer["did_you_mean"], answer["relaxed"]) == (None, [])
    assert {"value": "cable", "count": 0, "selected": False} not in answer["facets"]["equipment"]
    assert {"value": "dumbbell", "count": 2, "selected": True} in answer["facets"]["equipment"]


def test_explain_in_json_gives_the_reasons_of_the_score(root: Path) -> None:
    hit = found(root, "hammer curl", "--explain")["hits"][0]
    assert hit["id"] == "hammer-curl"
    assert round(sum(reason["points"] for reason in hit["explain"]), 4) == hit["score"]


def test_what_is_highlighted_is_escaped(tmp_path: Path) -> None:
    fill(tmp_path, replace(LEG_CURL, instructions=("Curl <b>fast</b> & slow.",), name="Ham Work", id="ham-work"))
    assert found(tmp_path, "slow")["hits"][0]["highlight"] == "Curl &lt;b&gt;fast&lt;/b&gt; &amp; <mark>slow</mark>."


# --- filters and facets ---------------------------------------------------------------------------------------


def test_values_of_one_filter_are_alternatives_and_filters_of_different_kinds_must_all_hold(root: Path) -> None:
    assert set(ids(root, "--equipment", "cable", "--equipment", "none")) == {"cable-curl", "push-up"}
    assert ids(root, "--muscle", "arms", "--equipment", "cable") == ["cable-curl"]
    assert ids(root, "--muscle", "legs") == ["leg-curl"]
    assert set(ids(root, "--without", "dumbbell")) == {"cable-curl", "leg-curl", "push-up"}
    assert set(ids(root, "--available", "dumbbell")) == {"hammer-curl", "push-up"}
    assert set(ids(root, "--bilateral")) == {"cable-curl", "push-up"}


@pytest.mark.parametrize(
    ("field", "flag"),
    [
        (["muscle:biceps,hams"], ["--muscle", "biceps,hams"]),
        (['target:"biceps, hams"'], ["--target", "biceps, hams"]),
        (["equipment:cable,none"], ["--equipment", "cable,none"]),
        (["difficulty:easy,hard,"], ["--difficulty", "easy,hard,"]),
        (["part:legs,upper", "arms"], ["--body-part", "legs,upper arms"]),
        (["-equipment:cable,none"], ["--without", "cable,none"]),
        (["push", "without", "equipment:cable,machine"], ["push", "--without", "cable,machine"]),
        (["muscle:Pectoralis Major, Sternal Head"], ["--muscle", "Pectoralis Major, Sternal Head"]),
    ],
)
def test_a_list_after_a_colon_is_the_list_of_the_filter(field: list[str], flag: list[str], root: Path) -> None:
    assert sorted(ids(root, *field)) == sorted(ids(root, *flag)) != []
    assert said("search", *field, root=root).err == ""


def test_slips_in_a_list_after_a_colon_are_mended_one_by_one(root: Path) -> None:
    done = said("search", "muscle:biceps,hamstrngs", root=root)
    assert done.err == "searched for: muscle:bicep OR muscle:hamstring\n"
    assert "leg-curl" in done.out and "cable-curl" in done.out


def test_a_list_of_nothing_after_a_colon_is_named(root: Path) -> None:
    told = "there is nothing to look for in 'muscle:,'; it was left out\n"
    assert said("search", "push", "muscle:,", root=root).err == told


def test_the_count_beside_a_value_is_what_choosing_it_gives_though_others_are_chosen(root: Path) -> None:
    chosen = found(root, "--muscle", "biceps", "--equipment", "cable")
    counts = {value["value"]: value for value in chosen["facets"]["equipment"]}
    assert chosen["total"] == 1
    assert counts["dumbbell"] == {"value": "dumbbell", "count": 2, "selected": False}
    assert counts["cable"] == {"value": "cable", "count": 1, "selected": True}
    for value in counts:
        assert found(root, "--muscle", "biceps", "--equipment", value)["total"] == counts[value]["count"]
    assert sum(value["count"] for value in chosen["facets"]["difficulty"]) == 1


def test_facets_are_printed_with_the_chosen_ones_marked(root: Path) -> None:
    lines = said("search", "--equipment", "cable", "--facets", root=root).out.splitlines()
    assert any(line.startswith("equipment: ") and "*cable 1" in line and "dumbbell 2" in line for line in lines)


# --- order and pages ------------------------------------------------------------------------------------------


def test_sorting_by_name_and_level(root: Path) -> None:
    assert ids(root, "--sort", "name") == ["cable-curl", "hammer-curl", "incline-curl", "leg-curl", "push-up"]
    assert ids(root, "--sort", "difficulty")[-1] == "leg-curl"


def test_pages_follow_each_other_and_equal_ones_keep_the_order_of_their_ids(root: Path) -> None:
    everything = ids(root, "--limit", "0")
    assert everything == sorted(everything)
    pages = [ids(root, "--limit", "2", "--offset", str(place)) for place in (0, 2, 4)]
    assert [exercise for page in pages for exercise in page] == everything
    beyond = said("search", "--offset", "99", root=root)
    assert (beyond.code, beyond.out, beyond.err) == (0, "", "only 5 found; lower --offset\n")


# --- words ----------------------------------------------------------------------------------------------------


def test_what_was_understood_is_shown_on_a_terminal_and_literal_turns_it_off(root: Path) -> None:
    shown = said("search", "biceps", "cable", root=root, terminal=True, TERM="dumb").err
    assert "understood as muscle: biceps; equipment: cable" in shown
    assert found(root, "biceps", "cable")["understood"] == {"muscle": ["biceps"], "equipment": ["cable"]}
    assert found(root, "biceps", "cable", "--literal")["understood"] == {}


def test_a_wish_that_nothing_fits_is_dropped_by_name(root: Path) -> None:
    done = said("search", "advanced", "biceps", "machine", root=root)
    assert done.out
    assert done.err.startswith("nothing fits all of it; left out: ")
    assert found(root, "advanced", "biceps", "machine")["relaxed"] != []


def test_a_corrected_query_is_named(root: Path) -> None:
    assert said("search", "hamer", "crul", root=root).err == "searched for: hammer curl\n"
    assert found(root, "hamer", "crul")["did_you_mean"] == "hammer curl"


def test_a_minus_takes_words_away_and_is_no_flag(root: Path) -> None:
    assert set(ids(root, "curl", "-hammer")) == {"cable-curl", "incline-curl", "leg-curl"}
    assert set(ids(root, "biceps", "-cable")) == {"hammer-curl", "incline-curl"}


@pytest.mark.parametrize("typed", ["hamm", "hamme", "hammer c", "hammer cu", "hammer cur"])
def test_a_name_is_found_while_it_is_typed(typed: str, root: Path) -> None:
    assert "hammer-curl" in ids(root, typed)


def test_nothing_found_is_said(root: Path) -> None:
    done = said("search", "xyzzyx", root=root)
    assert (done.code, done.out) == (0, "")
    assert done.err == "no exercise mentions 'xyzzyx'\nno exercise found\n"


# --- terminals and pipes --------------------------------------------------------------------------------------


def test_piped_output_is_tabs_and_a_terminal_gets_a_table(root: Path) -> None:
    piped = said("search", "hammer", "curl", root=root).out.splitlines()[0].split("\t")
    assert piped[0] == "Hammer Curl" and piped[-1] == "hammer-curl" and len(piped) == 6
    shown = said("search", "hammer", "curl", root=root, terminal=True, TERM="xterm", COLUMNS="160").out
    assert "Exercise" in shown and "\t" not in shown


def test_no_color_is_respected(root: Path) -> None:
    colored = said("show", "push-up", root=root, terminal=True, TERM="xterm", NO_COLOR="").out
    plain = said("show", "push-up", root=root, terminal=True, TERM="xterm", NO_COLOR="1").out
    assert "\033[" in colored and "\033" not in plain


def test_no_record_drives_the_terminal(tmp_path: Path) -> None:
    evil = "Curl \x1b]0;owned\x07 \x9b31m \u202egnp"
    fill(tmp_path, replace(LEG_CURL, name=evil, equipment=("machine \x1b[2J",), instructions=("Slow \x1b[31m red.",)))
    for arguments in (("search", "slow", "--explain", "--facets"), ("show", "leg-curl"), ("similar", "leg-curl")):
        for terminal in (False, True):
            done = said(*arguments, root=tmp_path, terminal=terminal, NO_COLOR="1", TERM="xterm")
            assert done.code == 0
            assert [
                c for c in ("\x1b]", "\x1b[2J", "\x1b[31m", "\x07", "\x9b", "\u202e") if c in done.out + done.err
            ] == []


# --- the process ----------------------------------------------------------------------------------------------


def test_a_search_loads_nothing_heavy(root: Path) -> None:
    code = f"import sys; from pipeline.cli import main\ntry: main(['--root', {str(root)!r}, 'search', 'biceps cable'])\nfinally: print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_full_disk_is_one_line(root: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", "--root", str(root), "search", "curl"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and done.stderr.startswith("exercises: ") and "No space left" in done.stderr
