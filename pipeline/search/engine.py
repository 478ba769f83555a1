"""The embedded search engine: a Query in, Results out, over the current generation of the index."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.errors import UnknownValue
from pipeline.search import generations
from pipeline.search.highlighting import highlighted
from pipeline.search.lexicon import Lexicon, loads
from pipeline.search.matching import Fit, Matcher
from pipeline.search.parsing import parse
from pipeline.search.query import FACETS, FacetValue, Hit, Query, Reason, Results
from pipeline.search.understanding import Fact, Spoken, Understanding, Understood, Wish
from pipeline.search.whoosh_index import Postings, numbers

_LEAST_OF_BEST = 0.7
"""Words: a result must fit at least this share of what the best one fits."""
_SECONDS = 0.4
_POINTS = {
    "muscle": 3.0,
    "equipment": 2.0,
    "difficulty": 1.5,
    "type": 1.5,
    "side": 1.0,
    "body_part": 1.5,
    "target": 3.0,
}
_NAME_POINTS = 10.0
_COMPLETE_NAME = 3.0
_EXACT_NAME = 4.0
_ONE_TOOL = 0.3
_WHOLE_NAME = 20.0
_NAME_OF_WISH = 2.0
_ALWAYS_AT_HAND = ("gym mat",)
_LEAST_IMPORTANT_FIRST = ("side", "type", "difficulty", "equipment", "body_part", "target", "muscle")


@dataclass(slots=True)
class _Found:
    """What a query found: documents, their points, and how it had to be changed."""

    documents: int
    points: dict[int, float]
    relaxed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    groups: Sequence[tuple[Wish, ...]] = ()


class Engine:
    """Searches one collection, in a generation of its index that was checked."""

    def __init__(self, generation: generations.Generation) -> None:
        self._lexicon: Lexicon = loads((generation.folder / generations.LEXICON).read_bytes())
        self._postings = Postings(generation.folder)
        self._matcher = Matcher(self._postings, self._lexicon.family_names)
        self._understanding = Understanding(self._lexicon, self._postings)

    def close(self) -> None:
        self._postings.close()

    def count(self) -> int:
        return self._postings.everything.bit_count()

    def ids(self, query: Query) -> list[str]:
        _, found = self._find(query)
        return [self._postings.id_of(number) for number in self._ordered(found, query.sort)]

    def search(self, query: Query) -> Results:
        understood, found = self._find(query)
        order = self._ordered(found, query.sort)
        page = order[query.offset : query.offset + query.limit] if query.limit else order[query.offset :]
        return Results(
            query=query.words,
            total=len(order),
            hits=tuple(self._hit(number, understood, found) for number in page),
            facets=self._facets(query, understood, found) if query.facets else {},
            understood=_terms(understood),
            did_you_mean=understood.corrected,
            relaxed=tuple(found.relaxed),
            notes=(*understood.notes, *found.notes),
        )

    # -- finding ---------------------------------------------------------------------------------------------

    def _find(self, query: Query) -> tuple[Understood, _Found]:
        allowed = self._filtered(query)
        parsed = parse(query.words, self._lexicon.asking["fields"])
        understood = self._understanding.read(parsed, literal=query.literal)
        exact = self._postings.with_term("facts", f"called:{understood.said}") & allowed if understood.said else 0
        for wish in understood.unwanted:
            allowed &= ~self._matcher.unwanted(wish)
        if understood.kit:
            allowed &= self._possible_with((*understood.kit, *_ALWAYS_AT_HAND))
        found = self._wanted(understood, allowed)
        self._put_first(exact, found)
        filters = self._as_wishes(query)
        for group in filters:
            self._count_facts(group, found, named=False)
        found.groups = (*filters, *found.groups)
        return understood, found

    @staticmethod
    def _put_first(exact: int, found: _Found) -> None:
        """An exercise whose whole name was typed comes first, whatever its words could mean besides."""
        found.documents |= exact
        for number in numbers(exact):
            found.points[number] = found.points.get(number, 0.0) + _WHOLE_NAME

    def _as_wishes(self, query: Query) -> list[tuple[Wish, ...]]:
        """The filters as wishes, so that they count and are explained as words are: a target muscle before a secondary."""
        groups: list[tuple[Wish, ...]] = []
        for kind in ("muscle", "target", "equipment", "difficulty", "body_part", "type"):
            known = "muscle" if kind == "target" else kind
            terms = [self._lexicon.demand(known, value) for value in getattr(query, kind)]
            if terms:
                groups.append(tuple(Fact(kind, term, ()) for term in terms))
        return groups

    def _filtered(self, query: Query, leave_out: str = "") -> int:
        """The documents that hold every filter; `leave_out` names a kind that is not applied."""
        found = self._postings.everything
        for kind in ("muscle", "target", "equipment", "difficulty", "body_part", "type"):
            values = getattr(query, kind)
            if values and kind != leave_out:
                known = "muscle" if kind == "target" else kind
                found &= self._any(self._matcher.facts(kind, self._lexicon.demand(known, value)) for value in values)
        if query.bilateral is not None and leave_out != "side":
            found &= self._matcher.facts("side", "bilateral" if query.bilateral else "unilateral")
        if query.available:
            found &= self._possible_with(query.available)
        for value in query.without:
            found &= ~self._anything(value)
        return found

    @staticmethod
    def _any(sets: Iterable[int]) -> int:
        either = 0
        for documents in sets:
            either |= documents
        return either

    def _possible_with(self, kit: Sequence[str]) -> int:
        """What can be done with this kit alone: every tool that the record lists is in it. A record that lists none
        is left out, since nobody knows.
        """
        at_hand = {self._lexicon.demand("equipment", tool) for tool in kit} | {"body weight"}
        prefix = "is:equipment:"
        tools = [term.removeprefix(prefix) for term in self._postings.terms("facts", prefix)]
        loading = ("weighted", "assisted", "partner", "wall")
        needed = self._any(
            self._postings.with_term("facts", prefix + t) for t in tools if t not in at_hand and t not in loading
        )
        return self._postings.everything & ~needed & ~self._postings.with_term("facts", "tools:0")

    def _anything(self, value: str) -> int:
        """The documents of a tool, muscle, body part or type."""
        for kind in ("equipment", "muscle", "type"):
            term = self._lexicon.find(kind, value)
            if term is not None:
                return self._matcher.facts(kind, term)
        raise UnknownValue("equipment, muscle or type", value, self._lexicon.near("equipment", value))

    # -- words -----------------------------------------------------------------------------------------------

    def _wanted(self, understood: Understood, allowed: int) -> _Found:
        """The documents that the wishes leave, with their points."""
        facts = [g for g in understood.groups if all(isinstance(w, Fact) for w in g)]
        spoken = [g for g in understood.groups if g not in facts]
        found = _Found(allowed, {}, groups=understood.groups)
        found.documents = self._narrowed(facts, allowed, found, understood)
        if facts and not spoken and len(found.relaxed) >= len({_kind(g) for g in facts}):
            # Nothing is left of the wishes: better the words themselves than everything.
            spoken = [s for g in facts for w in g for s in self._understanding.words_of(w)]
            facts = []
        if spoken:
            self._spoken(spoken, facts, allowed, found, understood)
        for group in facts:
            self._count_facts(group, found, named=understood.named)
        for name in understood.names:
            for fit in self._matcher.fits(name, named=True)[:3]:
                for number in numbers(fit.documents & found.documents):
                    found.points[number] = max(found.points.get(number, 0.0), 0.0) + _NAME_OF_WISH
        return found

    def _group(self, group: Sequence[Wish], *, named: bool) -> int:
        return self._any(fit.documents for wish in group for fit in self._matcher.fits(wish, named=named))

    def _narrowed(self, facts: Sequence[tuple[Wish, ...]], allowed: int, found: _Found, understood: Understood) -> int:
        """Every term wished for, as long as something is left: then terms of one kind become alternatives, and at last
        the least important are dropped, by name.
        """
        wanted = [(g, self._group(g, named=understood.named)) for g in facts]
        if understood.kit:  # "only dumbbells and a bench": either will do, as long as nothing else is needed
            tools = [entry for entry in wanted if _kind(entry[0]) == "equipment"]
            wanted = [*self._merged(tools), *(entry for entry in wanted if entry not in tools)]
        documents = self._all(wanted, allowed)
        if documents or not wanted:
            return documents
        merged = self._merged(wanted)
        documents = self._all(merged, allowed)
        if documents and len(merged) < len(wanted):
            several = [_shown(g) for g, _ in wanted if _kind(g) in _repeated(wanted)]
            found.relaxed.append(f"all of {' and '.join(several)} at once")
        merged.sort(key=lambda entry: _LEAST_IMPORTANT_FIRST.index(_kind(entry[0])))
        while not documents and merged:
            dropped, _ = merged.pop(0)
            found.relaxed.append(_shown(dropped))
            documents = self._all(merged, allowed)
        return documents

    @staticmethod
    def _all(wanted: Iterable[tuple[tuple[Wish, ...], int]], allowed: int) -> int:
        for _, documents in wanted:
            allowed &= documents
        return allowed

    @staticmethod
    def _merged(wanted: Sequence[tuple[tuple[Wish, ...], int]]) -> list[tuple[tuple[Wish, ...], int]]:
        by_kind: dict[str, tuple[tuple[Wish, ...], int]] = {}
        for group, documents in wanted:
            before = by_kind.get(_kind(group), ((), 0))
            by_kind[_kind(group)] = ((*before[0], *group), before[1] | documents)
        return list(by_kind.values())

    def _spoken(
        self,
        spoken: Sequence[tuple[Wish, ...]],
        facts: Sequence[tuple[Wish, ...]],
        allowed: int,
        found: _Found,
        understood: Understood,
    ) -> None:
        """Counts words and names; what fits far less of them than the best is left out."""
        weighted = self._weighted(spoken, allowed, found)
        if not weighted:
            if not facts:
                found.documents = 0
            return
        if not any(f.documents & found.documents for fits, _ in weighted for f in fits):
            found.relaxed += [_shown(g) for g in facts]
            found.documents = allowed
        coverage = self._coverage(weighted, found)
        # The bar does not depend on the filters, so that the counts beside them hold when one is chosen.
        bar = _LEAST_OF_BEST * max(coverage.values(), default=0.0)
        kept = {n: c for n, c in coverage.items() if c >= bar and found.documents >> n & 1}
        if not kept:
            here = {n: c for n, c in coverage.items() if found.documents >> n & 1}
            kept = {n: c for n, c in here.items() if c >= _LEAST_OF_BEST * max(here.values())}
        found.documents = self._any(1 << n for n in kept)
        self._count_names(kept, found, understood)

    def _weighted(
        self, spoken: Sequence[tuple[Wish, ...]], allowed: int, found: _Found
    ) -> list[tuple[list[Fit], float]]:
        """The fits of each group with its weight. A name that nothing has falls apart into its words, and that is said."""
        weighted = []
        for group in spoken:
            fits = self._fits(group)
            if self._any(f.documents for f in fits) & allowed:
                weighted.append((fits, self._matcher.weight(fits)))
                continue
            words = [self._fits(single) for single in self._understanding.words_of(group[0]) if len(group[0].words) > 1]
            words = [w for w in words if self._any(f.documents for f in w) & allowed]
            if words:
                found.relaxed.append(f"the name {_shown(group)}")
                weighted += [(w, self._matcher.weight(w)) for w in words]
            else:
                found.notes.append(f"no exercise mentions {_shown(group)}")
        return weighted

    def _fits(self, group: Sequence[Wish]) -> list[Fit]:
        return sorted((f for w in group for f in self._matcher.fits(w, named=True)), key=lambda f: -f.strength)

    def _coverage(self, weighted: Sequence[tuple[list[Fit], float]], found: _Found) -> dict[int, float]:
        """For each document the share of the words, by weight, that it fits."""
        end = time.monotonic() + _SECONDS
        whole = sum(weight for _, weight in weighted)
        coverage: dict[int, float] = {}
        for fits, weight in weighted:
            left = self._postings.everything
            for fit in fits:
                for number in numbers(fit.documents & left):
                    coverage[number] = coverage.get(number, 0.0) + weight * fit.strength / whole
                left &= ~fit.documents
            if time.monotonic() > end:
                found.notes.append("the search took too long and stopped early; ask for less")
                break
        return coverage

    def _count_names(self, coverage: dict[int, float], found: _Found, understood: Understood) -> None:
        words = [w for g in understood.groups for wish in g[:1] for w in wish.words]
        exact = self._postings.with_term("facts", f"called:{' '.join(words)}")
        lengths = {n: self._postings.with_term("facts", f"words:{n}") for n in range(1, 13)}
        for number, share in coverage.items():
            length = next((n for n, documents in lengths.items() if documents >> number & 1), 12)
            complete = min(1.0, len(words) / length) * share
            found.points[number] = (
                _NAME_POINTS * share**2 + _COMPLETE_NAME * complete + _EXACT_NAME * (exact >> number & 1)
            )

    def _count_facts(self, group: Sequence[Wish], found: _Found, *, named: bool) -> None:
        for wish in group:
            left = found.documents
            for fit in self._matcher.fits(wish, named=named):
                points = _POINTS[wish.kind] * fit.strength if isinstance(wish, Fact) else 0.0
                for number in numbers(fit.documents & left):
                    found.points[number] = found.points.get(number, 0.0) + points
                left &= ~fit.documents
            if isinstance(wish, Fact) and wish.kind == "equipment":
                for number in numbers(found.documents & self._postings.with_term("facts", "tools:1")):
                    found.points[number] = found.points.get(number, 0.0) + _ONE_TOOL

    # -- order -----------------------------------------------------------------------------------------------

    def _ordered(self, found: _Found, sort: str) -> list[int]:
        """Document numbers in the order asked for; equal ones always in the order of their ids."""
        by_id = sorted((self._postings.id_of(n), n) for n in numbers(found.documents))
        order = [n for _, n in by_id]
        order.sort(key=lambda n: -round(found.points.get(n, 0.0), 6))
        if sort == "name":
            order.sort(key=lambda n: str(self._postings.card(n)["name"]).casefold())
        elif sort == "difficulty":
            ranks = [self._matcher.facts("difficulty", level) for level in self._lexicon.levels]
            order.sort(key=lambda n: next((r for r, documents in enumerate(ranks) if documents >> n & 1), len(ranks)))
        return order

    # -- results ---------------------------------------------------------------------------------------------

    def _hit(self, number: int, understood: Understood, found: _Found) -> Hit:
        card = self._postings.card(number)
        return Hit(
            id=card["id"],
            name=card["name"],
            score=round(found.points.get(number, 0.0), 4),
            card=card,
            highlight=highlighted(card, [w for g in found.groups for wish in g for w in _marked(wish)]),
            reasons=tuple(self._reasons(number, found, named=understood.named)),
        )

    def _reasons(self, number: int, found: _Found, *, named: bool) -> list[Reason]:
        reasons = []
        for group in found.groups:
            fits = [(w, f) for w in group for f in self._matcher.fits(w, named=named) if f.documents >> number & 1]
            if fits:
                wish, fit = max(fits, key=lambda entry: entry[1].strength)
                points = _POINTS[wish.kind] if isinstance(wish, Fact) else _NAME_POINTS / max(1, len(found.groups))
                reasons.append(Reason(_shown((wish,)), fit.where, round(points * fit.strength, 2)))
        return reasons

    # -- facets ----------------------------------------------------------------------------------------------

    def _facets(self, query: Query, understood: Understood, found: _Found) -> dict[str, tuple[FacetValue, ...]]:
        """Counts of what each value would give: the filters of a facet's own kind do not narrow its counts."""
        facets = {}
        for kind in FACETS:
            base = self._without_kind(kind, query, found)
            chosen = self._chosen(kind, query, understood)
            values = [term.removeprefix(f"is:{kind}:") for term in self._postings.terms("facts", f"is:{kind}:")]
            counted = [
                FacetValue(v, (base & self._matcher.facts(kind, v)).bit_count(), v in chosen)
                for v in sorted({*values, *chosen})
            ]
            facets[kind] = tuple(
                sorted((f for f in counted if f.count or f.selected), key=lambda f: (-f.count, f.value))
            )
        return facets

    def _without_kind(self, kind: str, query: Query, found: _Found) -> int:
        """What is found without the filters of one kind; wishes in the words stay, as they would for another filter."""
        name = "bilateral" if kind == "side" else kind
        unset: Any = None if kind == "side" else ()
        if getattr(query, name) == unset:
            return found.documents
        changed: dict[str, Any] = {name: unset}
        return self._find(replace(query, **changed))[1].documents

    def _chosen(self, kind: str, query: Query, understood: Understood) -> set[str]:
        if kind == "side":
            typed = {"bilateral" if query.bilateral else "unilateral"} if query.bilateral is not None else set()
        else:
            known = "muscle" if kind == "target" else kind
            typed = {self._lexicon.demand(known, value) for value in getattr(query, kind)}
        return typed | {w.term for g in understood.groups for w in g if isinstance(w, Fact) and w.kind == kind}


def _kind(group: Sequence[Wish]) -> str:
    return group[0].kind if isinstance(group[0], Fact) else ""


def _repeated(wanted: Sequence[tuple[tuple[Wish, ...], int]]) -> set[str]:
    kinds = [_kind(g) for g, _ in wanted]
    return {kind for kind in kinds if kinds.count(kind) > 1}


def _shown(group: Sequence[Wish]) -> str:
    return " or ".join(w.term if isinstance(w, Fact) else repr(w.typed) for w in group)


def _marked(wish: Wish) -> tuple[str, ...]:
    if isinstance(wish, Spoken):
        return tuple(m.word for readings in wish.readings for m in readings)
    return wish.words


def _terms(understood: Understood) -> dict[str, tuple[str, ...]]:
    """The terms that were read out of the words, by kind; exclusions under `not`."""
    found: dict[str, dict[str, None]] = {}
    for group in understood.groups:
        for wish in group:
            if isinstance(wish, Fact):
                found.setdefault(wish.kind, {})[wish.term] = None
            elif wish.families:
                found.setdefault("name", {})[wish.typed] = None
    for wish in understood.unwanted:
        found.setdefault("not", {})[wish.term if isinstance(wish, Fact) else wish.typed] = None
    return {kind: tuple(terms) for kind, terms in found.items()}
