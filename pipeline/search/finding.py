"""From what a query wishes to the documents that fit, with their points and what each point is for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipeline.search.filtering import Filters
from pipeline.search.matching import AT_HAND, Matcher
from pipeline.search.query import Query, Reason
from pipeline.search.understanding import Understanding
from pipeline.search.whoosh_index import Postings, numbers, union
from pipeline.search.wishes import Fact, Group, Spoken, Understood, Wish, kind_of, shown
from pipeline.search.wording import LEAST_OF_BEST, Wording
from pipeline.vocabulary.keys import key

_POINTS = {
    "muscle": 3.0,
    "target": 3.0,
    "equipment": 2.0,
    "difficulty": 1.5,
    "type": 1.5,
    "body_part": 1.5,
    "mechanic": 1.0,
    "force": 1.0,
    "side": 1.0,
}
_EXACT_NAME = 4.0
_ALL_IN_NAME = 1.0
_STRETCHING, _NO_STRETCHING = "stretching", 0.2
"""Who names a muscle and nothing else wants to train it before stretching it."""
_ONE_TOOL = 0.3
_ONE_TARGET = 0.3
_WHOLE_NAME = 20.0
_NAME_OF_WISH = 4.0
_NAME_WITHOUT_FACTS = 2.5
_FITS_OF_NAME = 3
_SAID_BY_NAMES = ("muscle", "type")
"""A name that was read as a wish is trusted about these, also where the facts say otherwise."""
_LEAST_IMPORTANT_FIRST = (
    "side",
    "force",
    "mechanic",
    "type",
    "difficulty",
    "equipment",
    "body_part",
    "target",
    "muscle",
)
_Wanted = list[tuple[Group, int]]


class Layer(NamedTuple):
    """Points that every document of a set gets, and what for."""

    wish: str
    found: str
    documents: int
    points: float
    bonus: bool = False


@dataclass(slots=True)
class Found:
    """What a query found: documents, their points, what the points are for, and how the query had to be changed."""

    documents: int
    points: dict[int, float] = field(default_factory=dict)
    layers: list[Layer] = field(default_factory=list)
    wording: Wording | None = None
    asked: int = 0
    relaxed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    groups: Sequence[Group] = ()

    def count(self, wish: str, where: str, documents: int, points: float, *, bonus: bool = False) -> None:
        """Gives points to the documents of a set that are among those found."""
        documents &= self.documents
        if not documents:
            return
        self.layers.append(Layer(wish, where, documents, points, bonus))
        for number in numbers(documents):
            self.points[number] = self.points.get(number, 0.0) + points

    def score(self, number: int) -> float:
        return round(self.points.get(number, 0.0), 4)

    def reasons(self, number: int) -> tuple[Reason, ...]:
        """Why a document was found; the points add up to its score."""
        reasons = self.wording.reasons(number, self.asked) if self.wording else []
        for wish, where, documents, points, bonus in self.layers:
            if documents >> number & 1:
                reasons.append(Reason(wish, where, round(points, 4), bonus))
        if reasons:  # what rounding lost goes to the first, so that the sum is the score
            rest = self.score(number) - sum(reason.points for reason in reasons)
            reasons[0] = reasons[0]._replace(points=round(reasons[0].points + rest, 4))
        return tuple(reasons)


class Finder:
    """Finds the documents of what was understood."""

    def __init__(self, postings: Postings, matcher: Matcher, filters: Filters, understanding: Understanding) -> None:
        self._postings = postings
        self._matcher = matcher
        self._filters = filters
        self._understanding = understanding

    def find(self, query: Query, understood: Understood) -> Found:
        """The documents that a query leaves, with their points. Raises UnknownValue for a filter."""
        allowed = self._filters.left(query)
        exact = self._postings.with_term("facts", f"letters:{understood.said.replace(' ', '')}") & allowed
        for wish in understood.unwanted:
            allowed &= ~self._matcher.unwanted(wish)
        found = self._wanted_with_kit(understood, allowed) if understood.kit else self._wanted(understood, allowed)
        # An exercise whose whole name was typed comes first, whatever its words could mean besides.
        found.documents |= exact
        found.count(understood.said, "the whole name", exact, _WHOLE_NAME, bonus=True)
        filters = self._filters.as_groups(query)
        for group in filters:
            self._count_facts(group, found, named=False)
        found.groups = (*filters, *found.groups)
        if found.groups and not found.wording and not any(kind_of(g) == "type" for g in found.groups):
            stretching = self._group((Fact("type", _STRETCHING, ()),), named=False)
            found.count(
                "training", f"no {_STRETCHING}", self._postings.everything & ~stretching, _NO_STRETCHING, bonus=True
            )
        return found

    def _wanted_with_kit(self, understood: Understood, allowed: int) -> Found:
        """What can be done with the kit alone; where that costs a wish more than to leave the kit out, which is said."""
        possible = self._filters.possible_with((*understood.kit, AT_HAND))
        found = self._wanted(understood, allowed & possible)
        if found.documents and not found.relaxed:
            return found
        other = self._wanted(replace(understood, kit=()), allowed)
        if found.documents and len(found.relaxed) <= len(other.relaxed):
            return found
        other.notes.append(f"with nothing but {' and '.join(understood.kit)} there is none; these need more")
        return other

    def _wanted(self, understood: Understood, allowed: int) -> Found:
        """The documents that the wishes leave, with their points."""
        facts = [g for g in understood.groups if all(isinstance(w, Fact) for w in g)]
        spoken = [g for g in understood.groups if g not in facts]
        found = Found(allowed)
        held = [self._held(g, found, named=understood.named) for g in facts]
        facts = [group for group, _ in held]
        found.groups = (*facts, *spoken)
        found.documents = self._narrowed(held, allowed, found, understood)
        if facts and not spoken and len(found.relaxed) >= len({kind_of(g) for g in facts}):
            # Nothing is left of the wishes: better the words themselves than everything.
            spoken = [s for g in facts for w in g for s in self._understanding.words_of(w)]
            facts = []
        if spoken:
            self._spoken(spoken, held, allowed, found, understood)
        for group in facts:
            self._count_facts(group, found, named=understood.named)
        for name in understood.names:
            self._count_name_of_wish(name, facts, allowed, found)
        return found

    # -- facts -----------------------------------------------------------------------------------------------

    def _group(self, group: Sequence[Wish], *, named: bool) -> int:
        return union(fit.documents for wish in group for fit in self._matcher.fits(wish, named=named))

    def _narrowed(self, wanted: _Wanted, allowed: int, found: Found, understood: Understood) -> int:
        """Every term wished for, as long as something is left: then terms of one kind become alternatives, and at last
        the least important are dropped, by name.
        """
        if understood.kit:  # "only dumbbells and a bench": either will do, as long as nothing else is needed
            tools = [entry for entry in wanted if kind_of(entry[0]) == "equipment"]
            wanted = [*_merged(tools), *(entry for entry in wanted if entry not in tools)]
        documents = _all(wanted, allowed)
        if documents or not wanted:
            return documents
        merged = _merged(wanted)
        documents = _all(merged, allowed)
        if documents and len(merged) < len(wanted):
            several = [shown(g) for g, _ in wanted if kind_of(g) in _repeated(wanted)]
            found.relaxed.append(f"all of {' and '.join(several)} at once")
        merged.sort(key=lambda entry: _LEAST_IMPORTANT_FIRST.index(kind_of(entry[0])))
        dropped: _Wanted = []
        while not documents and merged:
            dropped.append(merged.pop(0))
            documents = _all(merged, allowed)
        for group, held in reversed(dropped):  # what was dropped before the one that nothing has
            if merged and documents & held:
                documents &= held
            else:
                found.relaxed.append(shown(group))
        return documents

    def _held(self, group: Group, found: Found, *, named: bool) -> tuple[Group, int]:
        """A group with its documents; of a term that nothing has, those of what it belongs to, which is said."""
        documents = self._group(group, named=named)
        fact = group[0]
        if documents or not isinstance(fact, Fact):
            return group, documents
        for broader in self._filters.broader(fact.kind, fact.term):
            documents = self._matcher.facts(fact.kind, broader)
            if documents:
                found.notes.append(f"no exercise is for {shown(group)}; these are for {broader}")
                return (replace(fact, term=broader),), documents
        return group, 0

    def _count_facts(self, group: Sequence[Wish], found: Found, *, named: bool) -> None:
        for wish in group:
            left = found.documents
            for fit in self._matcher.fits(wish, named=named):
                points = _POINTS[wish.kind] * fit.strength if isinstance(wish, Fact) else 0.0
                found.count(shown((wish,)), fit.where, fit.documents & left, points)
                left &= ~fit.documents
            if isinstance(wish, Fact) and wish.kind in ("muscle", "target"):
                found.count(
                    wish.term,
                    "the only target muscle",
                    self._matcher.facts("target", wish.term) & self._postings.with_term("facts", "targets:1"),
                    _ONE_TARGET,
                    bonus=True,
                )
            if isinstance(wish, Fact) and wish.kind == "equipment":
                found.count(
                    wish.term,
                    "nothing else needed",
                    self._postings.with_term("facts", "tools:1"),
                    _ONE_TOOL,
                    bonus=True,
                )

    def _count_name_of_wish(self, name: Wish, facts: Sequence[Group], allowed: int, found: Found) -> None:
        """A name that was read as a wish: what is called so comes first, and last also what the facts do not say it of."""
        conditions = [(g, self._group(g, named=False)) for g in facts if kind_of(g) not in _SAID_BY_NAMES]
        called = _all(conditions, allowed) & union(
            f.documents for f in self._matcher.fits(name, named=True)[:_FITS_OF_NAME]
        )
        found.count(shown((name,)), "name", called, _NAME_OF_WISH)
        others = called & ~found.documents
        found.documents |= others
        found.count(shown((name,)), "name", others, _NAME_WITHOUT_FACTS)

    # -- words -----------------------------------------------------------------------------------------------

    def _spoken(
        self, spoken: Sequence[Group], held: _Wanted, allowed: int, found: Found, understood: Understood
    ) -> None:
        """Counts words and names; what fits far less of them than the best is left out. A name that nothing has with all of
        the facts is worth more than these: "pull-up beginner" is for the pull-up.
        """
        wording = Wording(self._matcher, self._postings, found.relaxed, found.notes)
        wording.weigh(spoken, self._understanding.words_of, allowed)
        if not wording.weighed:
            if not held:
                found.documents = 0
            return
        if not wording.documents() & found.documents:
            found.relaxed += [shown(g) for g, _ in held]
            found.documents = allowed
        elif (called := wording.called() & allowed) and not called & found.documents:
            self._without_least(held, called, allowed, found)
        shares = wording.cover()
        # The bar does not depend on the filters, so that the counts beside them hold when one is chosen.
        bar = LEAST_OF_BEST * max(shares.values(), default=0.0)
        kept = [n for n, share in shares.items() if share >= bar and found.documents >> n & 1]
        if not kept:
            here = {n: share for n, share in shares.items() if found.documents >> n & 1}
            kept = [n for n, share in here.items() if share >= LEAST_OF_BEST * max(here.values(), default=0.0)]
        found.documents = _set_of(kept)
        words = [w for g in understood.groups for wish in g[:1] for w in wish.words]
        found.asked = sum(len(g[0].words) for g in understood.groups if isinstance(g[0], Spoken))
        wording.also = [self._in_names(g[0]) for g in understood.groups if isinstance(g[0], Fact)]
        found.wording = wording
        found.points = wording.points(kept, found.asked)
        for spelled in {tuple(words), tuple(w for g in understood.groups for wish in g[:1] for w in _called(wish))}:
            found.count(
                " ".join(spelled), "all of it in the name", self._matcher.all_in_name(spelled), _ALL_IN_NAME, bonus=True
            )
        exact = self._postings.with_term("facts", f"called:{' '.join(words)}")
        found.count(" ".join(words), "exactly the name", exact, _EXACT_NAME, bonus=True)

    def _in_names(self, fact: Fact) -> tuple[int, int]:
        """The documents whose names hold a term in the words typed or in its own, and how many words these are."""
        typed, called = self._matcher.all_in_name(fact.words), self._matcher.all_in_name(_called(fact))
        return (typed | called, len(fact.words)) if fact.words else (0, 0)

    @staticmethod
    def _without_least(held: _Wanted, called: int, allowed: int, found: Found) -> None:
        """Drops the least important facts until one of the documents that are called as asked is left, and says which."""
        kept = sorted(held, key=lambda entry: _LEAST_IMPORTANT_FIRST.index(kind_of(entry[0])))
        dropped: list[str] = []
        while kept and not _all(kept, allowed) & called:
            dropped.append(shown(kept.pop(0)[0]))
        found.relaxed += [name for name in dropped if name not in found.relaxed]
        found.documents = _all(kept, allowed)


def _called(wish: Wish) -> list[str]:
    """The words of a wish as names have them: of a term its canonical name."""
    return key(wish.term).split() if isinstance(wish, Fact) else list(wish.words)


def _set_of(documents: Iterable[int]) -> int:
    found = 0
    for number in documents:
        found |= 1 << number
    return found


def _all(wanted: Iterable[tuple[Group, int]], allowed: int) -> int:
    for _, documents in wanted:
        allowed &= documents
    return allowed


def _merged(wanted: Sequence[tuple[Group, int]]) -> _Wanted:
    """Groups of one kind as alternatives of each other."""
    by_kind: dict[str, tuple[Group, int]] = {}
    for group, documents in wanted:
        before = by_kind.get(kind_of(group), ((), 0))
        by_kind[kind_of(group)] = ((*before[0], *group), before[1] | documents)
    return list(by_kind.values())


def _repeated(wanted: Sequence[tuple[Group, int]]) -> set[str]:
    kinds = [kind_of(g) for g, _ in wanted]
    return {kind for kind in kinds if kinds.count(kind) > 1}
