"""What `validate` says of repairs, of the same file named twice, and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rules.conftest import RECORD, Answer

Put = Callable[..., Path]
Validate = Callable[..., Answer]


def test_a_repair_is_promised_only_where_there_is_one(put: Put, validate: Validate) -> None:
    put("One Press", text=RECORD.replace("target_muscles: [chest]", "target_muscles: [chets]"))
    done = validate()
    assert "'chets' is not in the vocabulary; did you mean 'chest'?" in done.err
    assert "1 warning unknown-term" in done.out and "(--fix)" not in done.out
    put("Two Press", text=RECORD.replace("target_muscles: [chest]", "target_muscles: [pecs]"))
    done = validate()
    assert "'pecs' is not in the vocabulary; write 'chest'" in done.err
    assert "2 warning unknown-term (--fix)" in done.out


def test_a_file_that_is_named_twice_is_checked_once(collection: Path, put: Put, validate: Validate) -> None:
    path = put()
    for paths in ((collection / "normalized", path), (path, path), (path, collection / "normalized")):
        assert validate(*map(str, paths)).out.endswith("1 record checked: nothing to report\n")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_program_gets_its_report_with_a_diff_too(put: Put, validate: Validate, form: str) -> None:
    path = put(text=RECORD.replace("difficulty: beginner", "difficulty: Beginner"))
    before = path.read_bytes()
    done = validate("--diff", "--format", form)
    assert json.loads(done.out)
    assert "+difficulty: beginner" in done.err
    assert path.read_bytes() == before


def test_what_is_said_of_a_kept_record_can_be_looked_up(validate: Validate) -> None:
    assert "ingest --overwrite" in validate("--explain", "hand-edited").out


def test_a_section_that_stands_in_every_record_is_to_be_filled_in(put: Put, validate: Validate) -> None:
    """A second line of the same key would break the record."""
    from pipeline import rules
    from pipeline.settings import Settings
    from pipeline.store import parse

    path = put(text=RECORD.replace("secondary_muscles: [triceps]", "secondary_muscles: []"))
    context = rules.Context(Settings(), frozenset(("secondary_muscles",)))
    (found,) = rules.check_record(parse(path.read_bytes(), path.name), context)
    assert "fill in the line `secondary_muscles:` in the record" in found.message
