"""How findings are written: for people, and for the programs of others. A reporter formats; it decides nothing."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pipeline import __version__, rules
from pipeline.cli.printing import as_json, finding, is_colored, issue_json, note, out, plain, styled, told

if TYPE_CHECKING:
    from pipeline.checking import Report
    from pipeline.records import Issue

LinesOf = Callable[[str], list[str]]
"""Gives the lines of a file, to show the one at fault."""

_SECTION = "missing-section"
_WIDEST = 100
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(report: Report, lines_of: LinesOf) -> None:
    """Findings with their lines on standard error, the summary on standard output."""
    file, lines = "", list[str]()
    for issue in _sections_together(report.issues):
        finding(issue)
        if issue.code == _SECTION:
            continue
        if issue.file != file:
            file, lines = issue.file, lines_of(issue.file)
        for line in excerpt(issue, lines):
            note(line)
    _summary(report)


def _sections_together(issues: list[Issue]) -> Iterator[Issue]:
    """One finding for all the sections that one record misses at the same severity."""
    missing: dict[tuple[str, str], list[str]] = {}
    for issue in issues:
        if issue.code == _SECTION:
            missing.setdefault((issue.file, issue.severity), []).append(issue.field)
    for issue in issues:
        fields = missing.pop((issue.file, issue.severity), []) if issue.code == _SECTION else [""]
        if len(fields) > 1:
            names = ", ".join(name.replace("_", " ") for name in fields)
            yield replace(issue, message=f"no {names}: add a line for each, as in `{fields[0]}:`, or complete the page")
        elif fields:
            yield issue


def excerpt(issue: Issue, lines: list[str]) -> Iterator[str]:
    """The line that a finding is about, and under it a pointer to the words at fault."""
    number = issue.place.line or 0
    if not 0 < number <= len(lines) or lines[number - 1].rstrip().endswith(":"):
        return  # a key alone tells nothing that the finding did not
    line = lines[number - 1].replace("\t", " ")
    column = issue.place.column or 1
    start = max(0, min(column - 1 - _WIDEST // 3, len(line) - _WIDEST))
    shown = line[start : start + _WIDEST]
    gutter = " " * len(str(number))
    yield f"  {number} | {'…' if start else ''}{shown}{'…' if start + _WIDEST < len(line) else ''}"
    if issue.place.column:
        width = max(1, min(len(issue.excerpt), _WIDEST - (column - 1 - start)))
        yield f"  {gutter} | {' ' * (column - 1 - start + bool(start))}{'^' * width}"


def _summary(report: Report) -> None:
    by_code = Counter((issue.code, issue.severity) for issue in report.issues)
    colored = is_colored()
    for (code, severity), number in sorted(by_code.items(), key=lambda entry: (-entry[1], entry[0])):
        color = {"error": "red", "warning": "yellow"}.get(severity, "dim")
        out(
            f"{number:6} {styled(f'{severity:7}', color, colored=colored)} {code}{' (--fix)' if code in report.fixable else ''}"
        )
    by_severity = Counter(str(issue.severity) for issue in report.issues)
    counts = [
        f"{by_severity[s]} {s}{'s' if by_severity[s] != 1 else ''}"
        for s in ("error", "warning", "note")
        if by_severity[s]
    ]
    number = len(report.files)
    told(f"{number} record{'s' if number != 1 else ''} checked: {', '.join(counts) or 'nothing to report'}")


def as_json_object(report: Report, _lines_of: LinesOf) -> None:
    """One object: how many records, every finding, and the number of findings by code."""
    by_code = dict(sorted(Counter(issue.code for issue in report.issues).items()))
    findings = [issue_json(issue) for issue in report.issues]
    as_json({"records": len(report.files), "findings": findings, "summary": by_code})


def as_github(report: Report, _lines_of: LinesOf) -> None:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    for issue in report.issues:
        where = f"file={_property(issue.file)},line={issue.place.line or 1}"
        where += f",col={issue.place.column}" if issue.place.column else ""
        out(f"::{levels[issue.severity]} {where},title={_property(issue.code)}::{_escaped(issue.message)}")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(report: Report, _lines_of: LinesOf) -> None:
    """SARIF 2.1.0 (OASIS), which code scanners read."""
    used = sorted({issue.code for issue in report.issues})
    driver = {"name": "exercises", "version": __version__, "rules": [_sarif_rule(code) for code in used]}
    results = [_sarif_result(issue, used.index(issue.code)) for issue in report.issues]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    as_json({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_rule(code: str) -> dict[str, Any]:
    entry = rules.RULES.get(code)
    if entry is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": entry.sentence},
        "fullDescription": {"text": entry.explanation},
        "defaultConfiguration": {"level": str(entry.severity)},
        "properties": {"tags": [entry.family]},
    }


def _sarif_result(issue: Issue, index: int) -> dict[str, Any]:
    region = {"startLine": issue.place.line or 1}
    if issue.place.column:
        region["startColumn"] = issue.place.column
        region["endColumn"] = issue.place.column + max(1, len(issue.excerpt))
    artifact = {"uri": quote(issue.file.replace("\\", "/"))}
    return {
        "ruleId": issue.code,
        "ruleIndex": index,
        "level": str(issue.severity),
        "message": {"text": issue.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }


def as_junit(report: Report, _lines_of: LinesOf) -> None:
    """JUnit XML: a test case for each record; errors fail it, warnings and notes stand in its output."""
    by_file: dict[str, list[Issue]] = {file: [] for file in report.files}
    for issue in report.issues:
        by_file[issue.file].append(issue)
    failures = sum(issue.severity == "error" for issue in report.issues)
    counts = f'tests="{len(by_file)}" failures="{failures}" errors="0"'
    print('<?xml version="1.0" encoding="UTF-8"?>')
    print(f'<testsuites name="exercises validate" {counts}>')
    print(f'<testsuite name="exercises validate" {counts} skipped="0" time="0">')
    for file, issues in by_file.items():
        print(
            f'<testcase classname={_attribute("exercises.validate")} name={_attribute(file)} time="0">{_outcome(issues)}</testcase>'
        )
    print("</testsuite>\n</testsuites>")


def _outcome(issues: list[Issue]) -> str:
    from xml.sax.saxutils import escape

    failed = [
        f"<failure type={_attribute(issue.code)} message={_attribute(issue.message)}>{escape(_NO_XML.sub('', str(issue)))}</failure>"
        for issue in issues
        if issue.severity == "error"
    ]
    others = "\n".join(str(issue) for issue in issues if issue.severity != "error")
    return "".join(failed) + (f"<system-out>{escape(_NO_XML.sub('', others))}</system-out>" if others else "")


def _attribute(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_NO_XML.sub("", text))


REPORTERS: dict[str, Callable[[Report, LinesOf], None]] = {
    "text": as_text,
    "json": as_json_object,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
}
"""Every format by its name."""


def as_diff(file: str, before: bytes, after: bytes, *, to_stderr: bool) -> None:
    """What a repair changes in one file, as a unified diff."""
    from difflib import unified_diff

    old, new = (text.decode("utf-8-sig").splitlines() for text in (before, after))
    stream = sys.stderr if to_stderr else sys.stdout
    colored = is_colored(stream)
    for line in unified_diff(old, new, f"{file} (as it is)", f"{file} (repaired)", lineterm="", n=2):
        color = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")
        shown = plain(line)
        print(styled(shown, color, colored=colored) if color else shown, file=stream)
