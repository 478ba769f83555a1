"""Every rule has good and bad examples on disk, found by their folder: examples/<code>/good*.yaml and bad*.yaml.

The files of one kind are one collection for rules that compare records, and each a case of its own for the others.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import rules
from pipeline.mapping import from_mapping
from pipeline.records import Exercise
from pipeline.settings import Settings
from pipeline.store import yamlfile
from pipeline.vocabulary.names import slug

EXAMPLES = Path(__file__).parent / "examples"
CASES = [
    pytest.param(code, kind, files, id=f"{code}-{files[0].stem}")
    for code, entry in rules.RULES.items()
    for kind in ("good", "bad")
    for found in [sorted((EXAMPLES / code).glob(f"{kind}*.yaml"))]
    for files in ([found] if entry.survey else [[file] for file in found])
    if files
]


def record(file: Path) -> Exercise:
    loaded = yamlfile.load(file.read_bytes())
    # An example of a bad name may have none that makes an id.
    return from_mapping(loaded)


def codes_found(files: list[Path]) -> set[str]:
    surveys = rules.Surveys(Settings())
    found = set()
    for file in files:
        exercise = record(file)
        context = rules.Context(Settings(), stem=slug(exercise.name) if len(files) == 1 else "")
        found |= {issue.code for issue in rules.check_record(exercise, context)}
        surveys.see(exercise, str(file))
    return found | {issue.code for issue in surveys.issues()}


@pytest.mark.parametrize(("code", "kind", "files"), CASES)
def test_a_bad_example_is_found_and_a_good_one_is_left_alone(code: str, kind: str, files: list[Path]) -> None:
    found = codes_found(files)
    if kind == "bad":
        assert code in found
    else:
        assert found == set()


@pytest.mark.parametrize("code", rules.RULES)
def test_every_rule_has_examples(code: str) -> None:
    assert list((EXAMPLES / code).glob("bad*.yaml"))
    assert list((EXAMPLES / code).glob("good*.yaml"))


def test_no_example_is_left_over_from_a_rule_that_is_gone() -> None:
    assert {folder.name for folder in EXAMPLES.iterdir()} == set(rules.RULES)
