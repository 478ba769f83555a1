"""What a collection looks like: counts, coverage, gaps, sources, findings. Pure: the day is an argument."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from pipeline.records import Exercise, Issue
from pipeline.vocabulary import load

_NO_TOOL = "body weight"
_UNSTATED = "(not stated)"
_NO_GAPS_FOR = ("cardiovascular system", "ankles", "feet")
"""Muscles that few exercises aim at: their absence is no news."""


def _sides(exercise: Exercise) -> tuple[str, ...]:
    return ({True: "bilateral", False: "unilateral", None: ""}[exercise.bilateral],)


FACETS: Mapping[str, Callable[[Exercise], Iterable[str]]] = {
    "body part": lambda e: e.body_parts,
    "target muscle": lambda e: e.target_muscles,
    "secondary muscle": lambda e: e.secondary_muscles,
    "equipment": lambda e: e.equipment,
    "difficulty": lambda e: (e.difficulty,),
    "type": lambda e: (e.exercise_type,),
    "side": _sides,
    "mechanic": lambda e: (e.mechanic,),
    "force": lambda e: (e.force,),
    "language": lambda e: (e.language,),
    "licence": lambda e: (e.license,),
}
"""What is counted, and how it is read off an exercise."""


@dataclass(slots=True)
class SourceCount:
    """Records of one site, or of files without an address. Dates are YYYY-MM-DD, empty where none is."""

    exercises: int = 0
    oldest: str = ""
    newest: str = ""


@dataclass(slots=True)
class Stats:
    """The counts. `coverage` counts exercises by main muscle and tool."""

    exercises: int = 0
    facets: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in FACETS})
    coverage: Counter[tuple[str, str]] = field(default_factory=Counter)
    sources: dict[str, SourceCount] = field(default_factory=dict)
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    _kinds: set[tuple[str, str, bool]] = field(default_factory=set)

    def add(self, exercise: Exercise) -> None:
        """Counts one exercise."""
        self.exercises += 1
        for name, values in FACETS.items():
            self.facets[name].update([v for v in values(exercise) if v] or [_UNSTATED])
        bare = _NO_TOOL in exercise.equipment  # as in a search: what stands beside it is a mat, a wall, a chair
        for muscle in dict.fromkeys(map(main_muscle, exercise.target_muscles)):
            self.coverage.update((muscle, tool) for tool in dict.fromkeys(exercise.equipment))
            self._kinds.add((muscle, exercise.difficulty, bare))
        self._count_source(exercise)

    def found(self, issues: Iterable[Issue]) -> None:
        """Counts what the rules found on the exercises."""
        self.findings.update((issue.code, str(issue.severity)) for issue in issues)

    def _count_source(self, exercise: Exercise) -> None:
        site = urlsplit(exercise.source.url).hostname or "(no address)"
        found = self.sources.setdefault(site, SourceCount())
        found.exercises += 1
        day = exercise.source.retrieved[:10]
        if day:
            found.oldest = min(found.oldest or day, day)
            found.newest = max(found.newest, day)

    def muscles(self) -> list[str]:
        """Rows of the coverage table: every main muscle of the vocabulary, then those it does not know."""
        own = main_muscles()
        return [*own, *sorted({muscle for muscle, _ in self.coverage} - set(own))]

    def tools(self) -> list[str]:
        """Columns of the coverage table: what is used, most used first."""
        used: Counter[str] = Counter()
        for (_, tool), count in self.coverage.items():
            used[tool] += count
        return sorted(used, key=lambda tool: (-used[tool], tool))

    def gaps(self) -> Iterator[str]:
        """What is missing, in words, and never what follows from another gap."""
        for muscle in main_muscles():
            if muscle not in _NO_GAPS_FOR:
                yield from self._gaps_of(muscle)

    def _gaps_of(self, muscle: str) -> Iterator[str]:
        kinds = {(level, bare) for at, level, bare in self._kinds if at == muscle}
        if not kinds:
            yield f"no exercise for the {muscle}"
            return
        beginner = any(level == "beginner" for level, _ in kinds)
        bare = any(bare for _, bare in kinds)
        if not beginner:
            yield f"no beginner exercise for the {muscle}"
        if not bare:
            yield f"no exercise for the {muscle} without equipment"
        if beginner and bare and ("beginner", True) not in kinds:
            yield f"no beginner exercise for the {muscle} without equipment"

    def sites(self) -> list[tuple[str, SourceCount]]:
        """Where the records come from, the greatest source first."""
        return sorted(self.sources.items(), key=lambda entry: (-entry[1].exercises, entry[0]))

    def to_mapping(self, today: str) -> dict[str, Any]:
        """Everything as plain data; ages are in days, counted to `today`."""
        muscles, tools = self.muscles(), self.tools()
        return {
            "exercises": self.exercises,
            "facets": {name: dict(ordered(found)) for name, found in self.facets.items()},
            "coverage": {
                "muscles": muscles,
                "equipment": tools,
                "exercises": [[self.coverage[muscle, tool] for tool in tools] for muscle in muscles],
            },
            "gaps": list(self.gaps()),
            "sources": [
                {
                    "site": site, "exercises": s.exercises, "oldest": s.oldest, "newest": s.newest,
                    "oldest_days": age(s.oldest, today), "newest_days": age(s.newest, today),
                }
                for site, s in self.sites()
            ],
            "findings": [
                {"code": code, "severity": severity, "count": count}
                for (code, severity), count in sorted(self.findings.items(), key=lambda e: (-e[1], e[0]))
            ],
        }  # fmt: skip


def ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    """Counts, the greatest first, equal ones by name; what is not stated stands last."""
    return sorted(counts.items(), key=lambda entry: (entry[0] == _UNSTATED, -entry[1], entry[0]))


def main_muscles() -> list[str]:
    """The muscles that are neither a part of another nor a word for several, in the vocabulary's order."""
    muscles = load("muscles")
    return [name for name, term in muscles.terms.items() if not term.group and main_muscle(name) == name]


def main_muscle(name: str) -> str:
    """The largest muscle that `name` is a part of: shoulders for the front deltoids. Groups do not count."""
    muscles = load("muscles")
    larger = [above for above in muscles.ancestors(name) if not muscles.terms[above].group]
    return larger[-1] if larger else name


def age(day: str, today: str) -> int | None:
    """Days from one date to another; None when there is no date."""
    try:
        return (date.fromisoformat(today) - date.fromisoformat(day)).days
    except ValueError:
        return None
