"""Exercises that are like another one, and what can stand in for it: which, how much, and what they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.search.documents import families
from pipeline.search.filtering import Filters
from pipeline.search.finding import Found
from pipeline.search.lexicon import Lexicon
from pipeline.search.matching import Matcher
from pipeline.search.query import Query
from pipeline.search.tokens import STOP, words
from pipeline.search.whoosh_index import Postings, union

_ALWAYS_FREE = ("body weight", "gym mat")
_KINDS_SHARED = ("mechanic", "force", "type", "side")
_SAYS = {"mechanic": "the same joints", "force": "the same force", "type": "the same type", "side": "the same sides"}


class _Shared(NamedTuple):
    """Something that exercises may share with the one asked about: which do, what it is, and how much it counts."""

    what: str
    how: str
    documents: int
    points: float


class Likeness:
    """Compares one exercise with all others by their facts and names."""

    def __init__(self, postings: Postings, lexicon: Lexicon, matcher: Matcher, filters: Filters) -> None:
        self._postings = postings
        self._lexicon = lexicon
        self._matcher = matcher
        self._filters = filters
        self._weights = {name: float(weight) for name, weight in lexicon.likeness.items()}

    def similar(self, number: int, query: Query) -> Found:
        """The exercises that train what this one trains, likest first. Raises UnknownValue for a filter."""
        card = self._postings.card(number)
        found = Found(self._filters.left(query) & ~(1 << number))
        found.documents &= union(self._working(muscle) for muscle in card["target_muscles"])
        return self._compared(number, card, found)

    def substitutes(self, number: int, query: Query) -> Found:
        """What to do instead: exercises with a target muscle of this one, with the kit of the query; where it says nothing
        about kit, without the tools of this one. Where there are none, those that work the muscle besides, which is said.
        """
        card = self._postings.card(number)
        allowed = self._filters.left(query) & ~(1 << number)
        if not (query.available or query.equipment or query.without):
            for tool in card["equipment"]:
                if tool not in _ALWAYS_FREE:
                    allowed &= ~self._matcher.facts("equipment", tool)
        targets = union(self._matcher.facts("target", muscle) for muscle in card["target_muscles"])
        found = Found(allowed & targets)
        if not found.documents:
            found.documents = allowed & union(self._working(muscle) for muscle in card["target_muscles"])
            if found.documents:
                found.notes.append(
                    f"nothing that is left targets {' or '.join(card['target_muscles'])}; these work it besides"
                )
        return self._compared(number, card, found)

    def _working(self, muscle: str) -> int:
        return self._matcher.facts("muscle", muscle)

    def _compared(self, number: int, card: dict[str, Any], found: Found) -> Found:
        shared = list(self._shared(number, card))
        whole = sum(entry.points for entry in shared if entry.documents >> number & 1) or 1.0
        for entry in shared:
            found.count(entry.what, entry.how, entry.documents, entry.points / whole)
        return found

    def _shared(self, number: int, card: dict[str, Any]) -> Iterator[_Shared]:
        yield from self._muscles(card)
        yield from self._movements(card["name"])
        for kind in _KINDS_SHARED:
            yield from self._same(kind, number)
        yield from self._levels(card["difficulty"])
        for tool in card["equipment"]:
            documents = self._postings.with_term("facts", f"is:equipment:{tool}")
            yield _Shared(tool, "the same equipment", documents, self._weights["equipment"] / len(card["equipment"]))

    def _muscles(self, card: dict[str, Any]) -> Iterator[_Shared]:
        targets, secondary = card["target_muscles"], card["secondary_muscles"]
        for muscle in targets:
            left = self._postings.everything
            for how, documents, weight in self._degrees(muscle):
                yield _Shared(muscle, how, documents & left, self._weights[weight] / len(targets))
                left &= ~documents
        for muscle in secondary:
            yield _Shared(muscle, "worked by both", self._working(muscle), self._weights["secondary"] / len(secondary))

    def _degrees(self, muscle: str) -> Iterator[tuple[str, int, str]]:
        """How closely others target a muscle, closest first."""
        yield "target muscle of both", self._postings.with_term("facts", f"is:target:{muscle}"), "target"
        larger = self._lexicon.ancestors["muscle"].get(muscle, ())
        under = self._matcher.facts("target", muscle) | union(
            self._postings.with_term("facts", f"is:target:{m}") for m in larger
        )
        yield "target muscle, in part", under, "target_under"
        yield "its secondary muscle", self._working(muscle), "target_helps"

    def _movements(self, name: str) -> Iterator[_Shared]:
        said = words(name)
        numbers = families(said, self._lexicon)
        documents = union(self._postings.with_term("facts", f"family:{n}") for n in numbers)
        if documents:
            known = min(self._lexicon.family_names[n][0] for n in numbers)
            yield _Shared(known, "the same movement", documents, self._weights["movement"])
        head = next((w for w in reversed(said) if w not in STOP and w.isalpha()), "")
        if head:
            yield _Shared(head, "in both names", self._postings.with_term("name", head), self._weights["head"])

    def _same(self, kind: str, number: int) -> Iterator[_Shared]:
        prefix = f"is:{kind}:"
        for term in self._postings.terms("facts", prefix):
            documents = self._postings.with_term("facts", term)
            if documents >> number & 1:
                yield _Shared(term.removeprefix(prefix), _SAYS[kind], documents, self._weights[kind])

    def _levels(self, level: str) -> Iterator[_Shared]:
        levels = self._lexicon.levels
        if level not in levels:
            return
        here = levels.index(level)
        yield _Shared(level, "the same level", self._matcher.facts("difficulty", level), self._weights["same_level"])
        for place, how in ((here - 1, "one level easier"), (here + 1, "one level harder")):
            if 0 <= place < len(levels):
                documents = self._matcher.facts("difficulty", levels[place])
                yield _Shared(levels[place], how, documents, self._weights["next_level"])
