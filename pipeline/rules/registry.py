"""The registry: a rule is a function that takes a record and yields findings, registered under its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pipeline.records import Exercise, Issue, Severity
from pipeline.settings import Settings

Check = Callable[[Exercise, "Context"], Iterable["Finding"]]


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides the record. `absent` names the fields that the page never mentions; it is empty
    for records read from normalized/, where nobody can tell any more.
    """

    settings: Settings
    absent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found: the field at fault, and a sentence that says what is wrong and what to do.

    `severity` replaces the rule's own where it depends on the settings.
    """

    field: str
    message: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `code` names it in reports and settings; `explanation` is its docstring."""

    code: str
    severity: Severity
    check: Check

    @property
    def explanation(self) -> str:
        return (self.check.__doc__ or "").strip()


RULES: dict[str, Rule] = {}
"""Every rule by its code."""


def rule(code: str, severity: Severity) -> Callable[[Check], Check]:
    """Registers a check under `code`, with the severity its findings have unless the settings say otherwise."""

    def register(check: Check) -> Check:
        if code in RULES:
            raise ValueError(f"two rules are called {code}")
        RULES[code] = Rule(code, severity, check)
        return check

    return register


def check_record(exercise: Exercise, context: Context) -> Iterator[Issue]:
    """The findings of every rule on one record, in the order of registration."""
    for entry in RULES.values():
        level = context.settings.severity.get(entry.code)
        if level == "off":
            continue
        for found in entry.check(exercise, context):
            severity = Severity(level) if level else found.severity or entry.severity
            yield Issue(entry.code, severity, found.message, found.field)


def with_severity(issues: Iterable[Issue], settings: Settings) -> Iterator[Issue]:
    """Findings made while reading, under the same settings as those of the rules."""
    for issue in issues:
        level = settings.severity.get(issue.code)
        if level == "off":
            continue
        yield (
            Issue(issue.code, Severity(level), issue.message, issue.field, issue.file, issue.place) if level else issue
        )
