"""Stored records under the rules: what `exercises validate` finds, and the repairs that are safe to make.

Findings come back as values; how they are shown is another room's affair.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline import rules
from pipeline.errors import BadRecord
from pipeline.records import Issue, Place, Severity
from pipeline.settings import Settings
from pipeline.store import Stored, parse, placed
from pipeline.store.editing import edited

UNREADABLE = "bad-record"
"""The code of a finding on a file that holds no record."""
_MOST_ROUNDS = 4


@dataclass(slots=True)
class Report:
    """What was looked at and what was found, by file and line."""

    files: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    fixable: set[str] = field(default_factory=set)
    """Codes of findings of which one at least can be repaired in its file as it is written."""

    @property
    def has_errors(self) -> bool:
        return any(issue.severity is Severity.ERROR for issue in self.issues)


def check(
    records: Iterable[Stored | BadRecord],
    settings: Settings,
    codes: Collection[str],
    text_of: Callable[[str], bytes],
) -> Report:
    """Every finding of the rules in `codes` on the records, those that compare records included.

    `text_of` gives the bytes of a file again: no more than one record's text is held at a time.
    """
    report = Report()
    surveys = rules.Surveys(settings, codes)
    for record in records:
        report.files.append(record.file)
        if isinstance(record, BadRecord):
            report.issues += _unreadable(record, settings, codes)
            continue
        found = list(_found(record, settings, codes))
        report.fixable.update(_fixable(record, {issue.code for issue in found} - report.fixable, settings))
        report.issues += placed(found, record.text, record.file)
        surveys.see(record.exercise, record.file)
    for issue in surveys.issues():
        report.issues += placed([issue], text_of(issue.file), issue.file)
    position = {file: n for n, file in enumerate(report.files)}
    report.issues.sort(key=lambda issue: (position[issue.file], issue.place.line or 0))
    return report


def _found(record: Stored, settings: Settings, codes: Collection[str]) -> Iterator[Issue]:
    return rules.check_record(record.exercise, rules.Context(settings, stem=Path(record.file).stem), codes)


def _fixable(record: Stored, codes: Collection[str], settings: Settings) -> Iterator[str]:
    """Which of some codes have a repair that can be made in this record's file."""
    for code in codes:
        entry = rules.RULES.get(code)
        if entry and _fixed(entry, record, settings) is not record:
            yield code


def _unreadable(record: BadRecord, settings: Settings, codes: Collection[str]) -> Iterator[Issue]:
    if UNREADABLE in codes:
        place = Place(record.line or 1)
        message = record.reason if ";" in record.reason else f"{record.reason}; correct the file"
        yield from rules.with_severity(
            [Issue(UNREADABLE, Severity.ERROR, message, file=record.file, place=place)], settings
        )


def repaired(record: Stored, settings: Settings, codes: Collection[str]) -> bytes:
    """The record's file with everything put right that the rules in `codes` can put right safely.

    One rule after the other, each on what the ones before have left, so that several may mend the same text; and all
    once more while anything changes, since a term in its canonical name may turn out to stand there twice.
    """
    fixable = [entry for entry in rules.RULES.values() if entry.fix and entry.code in codes]
    fixable = [entry for entry in fixable if settings.severity.get(entry.code) != "off"]
    for _ in range(_MOST_ROUNDS):
        before = record.text
        for entry in fixable:
            record = _fixed(entry, record, settings)
        if record.text == before:
            break
    return record.text


def _fixed(entry: rules.Rule, record: Stored, settings: Settings) -> Stored:
    edits = list(entry.fix(rules.Subject(record.exercise, rules.Context(settings)))) if entry.fix else []
    text = edited(record.text, edits) if edits else record.text
    return record if text == record.text else Stored(parse(text, record.file), text, record.file)
