"""Counts of what each further filter would give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pipeline.search.filtering import Filters
from pipeline.search.matching import Matcher
from pipeline.search.query import FACETS, FacetValue, Query
from pipeline.search.whoosh_index import Postings
from pipeline.search.wishes import Fact, Understood


class Facets:
    """Counts the values of each facet: the filters of a facet's own kind do not narrow its counts."""

    def __init__(self, postings: Postings, matcher: Matcher, filters: Filters) -> None:
        self._postings = postings
        self._matcher = matcher
        self._filters = filters

    def counted(
        self, query: Query, understood: Understood, found: int, find: Callable[[Query], int]
    ) -> dict[str, tuple[FacetValue, ...]]:
        """The values of every facet, most results first. `found` is what the query finds; `find` answers another query."""
        return {
            kind: self._values(kind, self._base(kind, query, found, find), self._chosen(kind, query, understood))
            for kind in FACETS
        }

    def _values(self, kind: str, base: int, chosen: set[str]) -> tuple[FacetValue, ...]:
        prefix = f"is:{kind}:"
        values = {*(term.removeprefix(prefix) for term in self._postings.terms("facts", prefix)), *chosen}
        counted = [FacetValue(v, (base & self._matcher.facts(kind, v)).bit_count(), v in chosen) for v in values]
        return tuple(sorted((f for f in counted if f.count or f.selected), key=lambda f: (-f.count, f.value)))

    @staticmethod
    def _base(kind: str, query: Query, found: int, find: Callable[[Query], int]) -> int:
        """What is found without the filters of one kind; wishes in the words stay, as they would for another filter."""
        name = "bilateral" if kind == "side" else kind
        unset: Any = None if kind == "side" else ()
        if getattr(query, name) == unset:
            return found
        changed: dict[str, Any] = {name: unset}
        return find(replace(query, **changed))

    def _chosen(self, kind: str, query: Query, understood: Understood) -> set[str]:
        wished = {w.term for g in understood.groups for w in g if isinstance(w, Fact) and w.kind == kind}
        return self._filters.chosen(kind, query) | wished
