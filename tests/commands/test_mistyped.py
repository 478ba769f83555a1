"""Wrong use: exit code 2, and one line that says what is wrong and what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection import fill
from tests.commands.said import said

_NOTHING_LISTED = ": ','; name one, or several with commas between them"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    filled = fill(tmp_path_factory.mktemp("mistyped"))
    said("index", root=filled)
    return filled


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("serch", "did you mean 'search'?"),
        ("search --muscel legs", "Did you mean '--muscle'?"),
        ("search --equipment dumbel", "unknown equipment: 'dumbel'; did you mean 'dumbbell'"),
        ("search --available dumbel", "unknown equipment: 'dumbel'; did you mean 'dumbbell'"),
        ("search --available bench,dumbel", "unknown equipment: 'dumbel'; did you mean 'dumbbell'"),
        ("search --without dumbel", "'dumbel'; did you mean 'dumbbell'"),
        ("search --without hamstrngs", "'hamstrngs'; did you mean 'hamstrings'"),
        ("search --difficulty begginer", "unknown difficulty: 'begginer'; did you mean 'beginner'"),
        ("search --sort nmae", "unknown --sort: 'nmae'; did you mean 'name'? known: relevance, name, difficulty"),
        ("search --limit many", "--limit"),
        ("search --offset -1", "--offset"),
        ("validate --format texxt", "unknown --format: 'texxt'; did you mean 'text'?"),
        ("export jsn", "unknown export format: 'jsn'; did you mean 'json'"),
        ("export nope", "unknown export format: 'nope'; known: json, jsonl, csv"),
        *((f"search --{name} ,", _NOTHING_LISTED) for name in ("muscle", "target", "equipment", "difficulty", "type")),
        *((f"search --{name} ,", _NOTHING_LISTED) for name in ("body-part", "available", "without")),
        ("search --muscle=", "unknown muscle: ''; name one"),
        ("show push-up --json --yaml", "--json and --yaml are two forms; give one of them"),
        ("profile new raw/x.html --name my/site", "'my/site' cannot be the name of a profile"),
        ("profile new raw/x.html --name generic", "'generic' cannot be the name of a profile"),
        ("completion bsh", "did you mean 'bash'?"),
        ("show push-upp", "no exercise has the id 'push-upp'; did you mean 'push-up'?"),
        ("similar push-upp", "did you mean 'push-up'?"),
        ("substitute push-up --available dumbel", "did you mean 'dumbbell'"),
        ("show ../../etc/passwd", "'../../etc/passwd' is no id of an exercise; `exercises search` shows the ids"),
    ],
)
def test_a_slip_in_a_command_is_answered_with_what_was_meant(line: str, hint: str, root: Path) -> None:
    done = said(*line.split(), root=root)
    assert done.code == 2
    assert done.out == ""
    assert hint in done.err
    assert done.err.count("\n") == 1 and done.err.startswith("exercises: ")


def test_a_hint_is_given_once(root: Path) -> None:
    assert said("show", "../../etc/passwd", root=root).err.count("`exercises search`") == 1


def test_values_after_a_colon_may_have_slips_but_unknown_ones_are_words_and_that_is_said(root: Path) -> None:
    done = said("search", "equipment:dumbel", root=root)
    assert done.out.splitlines()[0].endswith("incline-curl")
    assert done.err == "searched for: equipment:dumbbell\n"
    assert "there is no type 'xyzzy'; it was searched as a word" in said("search", "curl type:xyzzy", root=root).err
