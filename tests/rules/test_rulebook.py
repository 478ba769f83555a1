"""The docs about the rules are made from the rules, and current."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import rules
from pipeline.cli import rulebook

DOCS = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_are_current() -> None:
    written = {path.name: path.read_text("utf-8") for path in DOCS.glob("*.md")}
    assert written == rulebook.pages(), "run `python -m pipeline.cli.rulebook docs/rules`"


@pytest.mark.parametrize("entry", rules.RULES.values(), ids=lambda entry: entry.code)
def test_every_rule_says_in_one_sentence_what_it_finds_and_then_what_to_do(entry: rules.Rule) -> None:
    sentence, _, rest = entry.explanation.partition("\n")
    assert sentence.endswith((".", '"'))
    assert len(rest.split()) >= 10


def test_pages_of_rules_that_are_gone_are_removed(tmp_path: Path) -> None:
    (tmp_path / "old-rule.md").write_text("gone")
    rulebook.main([str(tmp_path)])
    assert {path.name for path in tmp_path.iterdir()} == set(rulebook.pages())
