"""What `exercises validate` prints, for people and for other programs."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

BROKEN = "'Step 2: Lower the the <b>weights</b>.'"


def test_a_finding_names_place_severity_sentence_and_code_and_points_at_the_words(put, validate) -> None:
    put(step=BROKEN)
    answer = validate("--select", "doubled-words", "--source")
    assert answer.err.splitlines() == [
        "normalized/dumbbell-floor-press.yaml:14: warning: step 2: 'the the' stands twice; remove one [doubled-words]",
        f"  14 | - {BROKEN}",
        f"     | {' ' * 17}^^^^^^^",
    ]


def test_the_summary_counts_by_code_and_says_what_can_be_repaired(put, validate) -> None:
    put(step=BROKEN)
    answer = validate("--select", "clean")
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "     1 warning doubled-words (--fix)",
        "     1 warning markup-left (--fix)",
        "     1 warning numbered-step (--fix)",
        "1 record checked: 3 warnings",
    ]


def test_a_long_line_is_cut_around_the_words_at_fault(put, validate) -> None:
    put(step=f"{'Go on and on and on, ' * 10}until the the end of {'a very long way, ' * 8}where you rest.")
    _, line, pointer = validate("--select", "doubled-words", "--source").err.splitlines()
    assert "…" in line
    assert len(line) < 120
    assert line[pointer.index("^") :].startswith("the the")


def test_piped_output_is_one_line_a_finding(put, validate) -> None:
    put(step=BROKEN)
    assert len(validate("--select", "doubled-words").err.splitlines()) == 1


def test_a_clean_collection_has_nothing_to_report(put, validate) -> None:
    put()
    answer = validate()
    assert (answer.code, answer.out, answer.err) == (0, "1 record checked: nothing to report\n", "")


def test_missing_sections_of_one_record_are_one_line(put, validate, collection) -> None:
    path = put()
    kept = [line for line in path.read_text().splitlines() if not line.startswith(("difficulty", "exercise_type"))]
    path.write_text("\n".join(kept))
    answer = validate()
    assert len(answer.err.splitlines()) == 1
    assert "no difficulty, exercise type:" in answer.err
    assert json.loads(validate("--json").out)["summary"] == {"missing-section": 2}


def test_errors_end_with_exit_code_one_and_unreadable_files_are_errors(put, validate, collection) -> None:
    put()
    (collection / "normalized" / "torn.yaml").write_text("schema: 1\nname: [unclosed\n")
    answer = validate()
    assert answer.code == 1
    assert "normalized/torn.yaml:" in answer.err
    assert "[bad-record]" in answer.err


def test_a_file_that_is_not_called_after_its_id_is_an_error(put, validate) -> None:
    path = put()
    path.rename(path.with_name("other.yaml"))
    answer = validate()
    assert answer.code == 1
    assert "normalized/other.yaml:2: error:" in answer.err


def test_json_holds_every_finding_with_its_place(put, validate) -> None:
    put(step=BROKEN)
    report = json.loads(validate("--json", "--select", "doubled-words").out)
    assert report == {
        "records": 1,
        "findings": [
            {
                "code": "doubled-words",
                "severity": "warning",
                "field": "instructions",
                "message": "step 2: 'the the' stands twice; remove one",
                "file": "normalized/dumbbell-floor-press.yaml",
                "line": 14,
                "column": 18,
                "path": ["instructions", "1"],
                "excerpt": "the the",
            }
        ],
        "summary": {"doubled-words": 1},
    }


def test_github_commands_escape_what_would_end_them(put, validate) -> None:
    put(step="Lower 50%, the the weights.")
    line = validate("--format", "github", "--select", "doubled-words").out.strip()
    assert line == (
        "::warning file=normalized/dumbbell-floor-press.yaml,line=14,col=14,title=doubled-words"
        "::step 2: 'the the' stands twice; remove one"
    )


def test_sarif_names_rules_and_regions_as_the_standard_wants(put, validate) -> None:
    put(step=BROKEN)
    report = json.loads(validate("--format", "sarif").out)
    assert (report["version"], len(report["runs"])) == ("2.1.0", 1)
    run = report["runs"][0]
    driver = run["tool"]["driver"]
    assert driver["name"] == "exercises"
    codes = [entry["id"] for entry in driver["rules"]]
    assert codes == sorted(set(codes))
    assert run["results"]
    for result in run["results"]:
        assert codes[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "normalized/dumbbell-floor-press.yaml"
        assert place["region"]["startLine"] >= 1
        assert place["region"].get("endColumn", 2) > place["region"].get("startColumn", 1)
    for entry in driver["rules"]:
        assert entry["shortDescription"]["text"]
        assert "\n" not in entry["shortDescription"]["text"]


def test_junit_fails_a_record_with_errors_and_no_other(put, validate, collection) -> None:
    put(step="Lower the the weights & <i>rest</i>.")
    (collection / "normalized" / "torn.yaml").write_text("name: [unclosed\n")
    answer = validate("--format", "junit")
    suites = ET.fromstring(answer.out)  # noqa: S314 - our own output
    cases = {case.get("name"): case for case in suites.iter("testcase")}
    assert (suites.get("tests"), suites.get("failures")) == ("2", "1")
    assert cases["normalized/torn.yaml"].find("failure").get("type") == "bad-record"
    assert cases["normalized/dumbbell-floor-press.yaml"].find("failure") is None
    assert "doubled-words" in cases["normalized/dumbbell-floor-press.yaml"].findtext("system-out")


@pytest.mark.parametrize("format_", ["json", "github", "sarif", "junit"])
def test_a_program_gets_its_format_on_standard_output_and_nothing_else(put, validate, format_) -> None:
    put(step=BROKEN)
    answer = validate("--format", format_)
    assert answer.err == ""
    assert answer.out


def test_control_characters_of_a_page_reach_neither_terminal_nor_xml(put, validate) -> None:
    put(step='"Lower \\e[31m the the weights."')
    answer = validate("--select", "doubled-words")
    assert "\033" not in answer.err
    ET.fromstring(validate("--format", "junit").out)  # noqa: S314


def test_records_of_the_same_name_are_reported_with_the_one_to_keep(put, validate, collection) -> None:
    fuller = put()
    text = fuller.read_text().replace("id: dumbbell-floor-press", "id: a-copy").replace("difficulty: beginner\n", "")
    (collection / "normalized" / "a-copy.yaml").write_text(text)
    answer = validate("--select", "distinct")
    found = [line for line in answer.err.splitlines() if "[same-name]" in line]
    sentence = "normalized/dumbbell-floor-press.yaml has the same name; keep dumbbell-floor-press (it says more)"
    assert found == [f"normalized/a-copy.yaml:3: warning: {sentence}, merge or rename this one [same-name]"]


@pytest.mark.parametrize("other", ["Pushups", "Push Ups", "Push-Ups"])
def test_names_that_differ_in_number_or_hyphens_are_one_name(put, validate, other: str) -> None:
    put(name="Push-Up")
    put(name=other)
    assert "similar-name" in json.loads(validate("--json").out)["summary"]
