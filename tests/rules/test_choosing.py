"""Which rules run, how much they matter, and what they say about themselves."""

from __future__ import annotations

import json

import pytest

from pipeline import rules

BROKEN = "'Step 2: Lower the the weights  slowly.'"


def codes(validate, *arguments: str) -> set[str]:
    return set(json.loads(validate("--json", *arguments).out)["summary"])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), {"numbered-step", "doubled-words", "extra-spaces"}),
        (("--select", "doubled-words"), {"doubled-words"}),
        (("--select", "numbered-step,extra-spaces"), {"numbered-step", "extra-spaces"}),
        (("--select", "complete", "--select", "doubled-words"), {"doubled-words"}),
        (("--ignore", "clean"), set()),
        (("--select", "clean", "--ignore", "extra"), {"numbered-step", "doubled-words"}),
    ],
)
def test_rules_are_chosen_by_code_family_or_the_beginning_of_either(put, validate, arguments, expected) -> None:
    put(step=BROKEN)
    assert codes(validate, *arguments) == expected


def test_an_unknown_rule_is_wrong_use_with_a_suggestion(put, validate) -> None:
    put()
    answer = validate("--select", "numbred-step")
    assert answer.code == 2
    assert "did you mean 'numbered-step'" in answer.err


def test_the_settings_decide_how_much_a_rule_matters(put, validate, collection) -> None:
    put(step=BROKEN)
    settings = collection / "exercises.toml"
    settings.write_text('[rules.severity]\nnumbered-step = "error"\ndoubled-words = "off"\n')
    answer = validate("--json")
    found = {finding["code"]: finding["severity"] for finding in json.loads(answer.out)["findings"]}
    assert found == {"numbered-step": "error", "extra-spaces": "note"}
    assert answer.code == 1


def test_explain_prints_the_whole_docstring(validate) -> None:
    answer = validate("--explain", "muscle-twice")
    assert answer.code == 0
    assert answer.out.splitlines()[0] == "muscle-twice (consistent, warning, repaired by --fix)"
    assert "A muscle is a target or it assists, not both." in answer.out
    assert "a target is the stronger claim" in answer.out


def test_explain_knows_findings_made_while_reading(validate) -> None:
    assert "The file holds no record." in validate("--explain", "bad-record").out


def test_explain_of_an_unknown_code_suggests_the_nearest(validate) -> None:
    answer = validate("--explain", "muscle-twise")
    assert answer.code == 2
    assert "did you mean 'muscle-twice'" in answer.err


def test_there_are_rules_enough_in_every_family() -> None:
    by_family = {family: [r for r in rules.RULES.values() if r.family == family] for family in rules.FAMILIES}
    assert len(rules.RULES) >= 30
    assert all(len(members) >= 3 for members in by_family.values())
