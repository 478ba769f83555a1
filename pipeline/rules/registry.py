"""The registry: every rule under its code, and the two ways to run them, over one record or over a collection.

A rule is a function from a `Subject` to findings, or, where records have to be compared, a `Survey`: a class that is
shown every record once and says afterwards what it found.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from pipeline.errors import UnknownValue
from pipeline.records import Exercise, Issue, Place, Severity
from pipeline.rules.subject import Context, Subject
from pipeline.settings import Settings

FAMILIES = {
    "complete": "what a record must hold",
    "consistent": "facts that contradict each other, or the text",
    "clean": "words and characters that lost their shape",
    "distinct": "records that say the same",
}
"""Every family with what its rules are about."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found: the field at fault, and a sentence that says what is wrong and what to do.

    `at` leads from the field to the entry, such as ("2", "title"), counted from 0. `excerpt` is the text at fault as
    it stands there. `severity` replaces the rule's own where it depends on the settings.
    """

    field: str
    message: str
    severity: Severity | None = None
    at: tuple[str, ...] = ()
    excerpt: str = ""


class Edit(NamedTuple):
    """One repair: the path of an entry from the top of the record, and its new text; None takes the entry out."""

    path: tuple[str, ...]
    text: str | None


class Survey(Protocol):
    """Looks at every record of a collection once. What it keeps of each must be small: never the texts."""

    def see(self, subject: Subject, file: str) -> None:
        """Takes note of one record and the file it stands in."""

    def findings(self) -> Iterable[tuple[str, Finding]]:
        """What was found, each with the file of the record it is about."""


_S = TypeVar("_S", bound=Survey)
Check = Callable[[Subject], Iterable[Finding]]
Fixer = Callable[[Subject], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Either `check` looks at a record or `survey` compares records; `fix` repairs what it found safely."""

    code: str
    family: str
    severity: Severity
    explanation: str
    check: Check | None = None
    survey: Callable[[], Survey] | None = None
    fix: Fixer | None = None

    @property
    def sentence(self) -> str:
        """The first line of the explanation."""
        return self.explanation.partition("\n")[0]


RULES: dict[str, Rule] = {}
"""Every rule by its code, in the order of registration."""


def rule(family: str, code: str, severity: Severity, fix: Fixer | None = None) -> Callable[[Check], Check]:
    """Registers a check, with the severity its findings have unless the settings say otherwise."""

    def register(check: Check) -> Check:
        _add(Rule(code, family, severity, inspect.getdoc(check) or "", check=check, fix=fix))
        return check

    return register


def collection_rule(family: str, code: str, severity: Severity) -> Callable[[type[_S]], type[_S]]:
    """Registers a survey: a rule that compares the records of a collection."""

    def register(survey: type[_S]) -> type[_S]:
        _add(Rule(code, family, severity, inspect.getdoc(survey) or "", survey=survey))
        return survey

    return register


def _add(entry: Rule) -> None:
    if entry.code in RULES:
        raise ValueError(f"two rules are called {entry.code}")
    if entry.family not in FAMILIES:
        raise ValueError(f"{entry.code}: there is no family {entry.family}")
    RULES[entry.code] = entry


def chosen(select: Collection[str] = (), ignore: Collection[str] = (), others: Collection[str] = ()) -> frozenset[str]:
    """The codes that `select` and `ignore` leave. Each may name a code, a family, or the beginning of either.

    `others` are codes that findings may carry without a rule behind them. Raises UnknownValue.
    """
    families = {code: RULES[code].family if code in RULES else "" for code in (*RULES, *others)}
    wanted = {c for name in select for c in _named(name, families)} if select else set(families)
    return frozenset(wanted - {c for name in ignore for c in _named(name, families)})


def _named(name: str, families: dict[str, str]) -> list[str]:
    exact = [code for code, family in families.items() if name in (code, family)]
    found = exact or [code for code, family in families.items() if code.startswith(name) or family.startswith(name)]
    if not found or not name:
        raise UnknownValue("rule", name, nearest(name, (*families, *FAMILIES)))
    return found


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The codes that look most like `name`."""
    from difflib import get_close_matches  # only where somebody mistyped

    return tuple(get_close_matches(name, list(known), 2, 0.5))


def check_record(exercise: Exercise, context: Context, codes: Collection[str] | None = None) -> Iterator[Issue]:
    """The findings on one record, in the order of registration; only those of `codes` when given.

    The place of a finding holds the keys that lead to it within the record.
    """
    subject = Subject(exercise, context)
    for entry in active(context.settings, codes):
        for found in entry.check(subject) if entry.check else ():
            yield as_issue(entry, found, context.settings)


class Surveys:
    """The rules that compare records, over one collection: `see` every record, then ask for the `issues`."""

    def __init__(self, settings: Settings, codes: Collection[str] | None = None) -> None:
        self._settings = settings
        self._running: list[tuple[Rule, Survey]] = [(r, r.survey()) for r in active(settings, codes) if r.survey]

    def see(self, exercise: Exercise, file: str) -> None:
        """Shows one record, standing in `file`, to every survey."""
        subject = Subject(exercise, Context(self._settings))
        for _, survey in self._running:
            survey.see(subject, file)

    def issues(self) -> Iterator[Issue]:
        """What the surveys found, each with its file."""
        for entry, survey in self._running:
            for file, found in survey.findings():
                yield as_issue(entry, found, self._settings).at(file)


def active(settings: Settings, codes: Collection[str] | None = None) -> list[Rule]:
    """The rules that are not turned off, in the order of registration."""
    return [r for r in RULES.values() if settings.severity.get(r.code) != "off" and (codes is None or r.code in codes)]


def as_issue(entry: Rule, found: Finding, settings: Settings) -> Issue:
    """A finding under its rule's code and the severity that the settings give it."""
    level = settings.severity.get(entry.code)
    severity = Severity(level) if level else found.severity or entry.severity
    place = Place(path=(found.field, *found.at)) if found.at else Place()
    return Issue(entry.code, severity, found.message, found.field, place=place, excerpt=found.excerpt)


def with_severity(issues: Iterable[Issue], settings: Settings) -> Iterator[Issue]:
    """Findings made while reading, under the same settings as those of the rules."""
    from dataclasses import replace

    for issue in issues:
        level = settings.severity.get(issue.code)
        if level != "off":
            yield replace(issue, severity=Severity(level)) if level else issue
