"""The filters of a query as sets of documents, and as wishes that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.errors import UnknownValue
from pipeline.search.lexicon import Lexicon
from pipeline.search.matching import Matcher
from pipeline.search.query import Query
from pipeline.search.whoosh_index import Postings, union
from pipeline.search.wishes import Fact, Group

_KINDS = ("muscle", "target", "equipment", "difficulty", "body_part", "type")
_ANY_KIND = ("equipment", "muscle", "type")
"""What --without takes, in the order in which a word is looked up."""


class Filters:
    """Knows the documents that the filters of a query leave."""

    def __init__(self, postings: Postings, lexicon: Lexicon, matcher: Matcher) -> None:
        self._postings = postings
        self._lexicon = lexicon
        self._matcher = matcher

    def left(self, query: Query) -> int:
        """The documents that hold every filter. Raises UnknownValue."""
        found = self._postings.everything
        for kind in _KINDS:
            values = getattr(query, kind)
            if values:
                found &= union(self._matcher.facts(kind, term) for term in self._terms(kind, values))
        if query.bilateral is not None:
            found &= self._matcher.facts("side", "bilateral" if query.bilateral else "unilateral")
        if query.available:
            found &= self.possible_with(self.kit(query.available))
        for value in self._listed(_ANY_KIND, query.without):
            found &= ~self._anything(value)
        return found

    def as_groups(self, query: Query) -> list[Group]:
        """The filters as wishes, so that they count and are explained as words are: a target muscle before a secondary."""
        groups: list[Group] = []
        for kind in _KINDS:
            terms = self._terms(kind, getattr(query, kind))
            if terms:
                groups.append(tuple(Fact(kind, term, ()) for term in terms))
        return groups

    def chosen(self, kind: str, query: Query) -> set[str]:
        """The terms that a query filters a facet by."""
        if kind == "side":
            return set() if query.bilateral is None else {"bilateral" if query.bilateral else "unilateral"}
        return set(self._terms(kind, getattr(query, kind)))

    def broader(self, kind: str, term: str) -> Sequence[str]:
        """What a term stands under, nearest first."""
        return self._lexicon.ancestors["muscle" if kind == "target" else kind].get(term, ())

    def kit(self, tools: Iterable[str]) -> tuple[str, ...]:
        """The canonical names of tools. Raises UnknownValue."""
        return tuple(self._terms("equipment", tools))

    def possible_with(self, kit: Sequence[str]) -> int:
        """What can be done with this kit alone: every tool that the record lists is in it. A record that lists none
        is left out, since nobody knows.
        """
        at_hand = {*kit, "body weight"}
        prefix = "is:equipment:"
        tools = [term.removeprefix(prefix) for term in self._postings.terms("facts", prefix)]
        loading = ("weighted", "assisted", "partner", "wall")
        needed = union(
            self._postings.with_term("facts", prefix + t) for t in tools if t not in at_hand and t not in loading
        )
        return self._postings.everything & ~needed & ~self._postings.with_term("facts", "tools:0")

    def _terms(self, kind: str, values: Iterable[str]) -> list[str]:
        """The terms of a filter. Raises UnknownValue."""
        kind = "muscle" if kind == "target" else kind
        return [self._lexicon.demand(kind, value) for value in self._listed((kind,), values)]

    def _listed(self, kinds: Sequence[str], values: Iterable[str]) -> Iterator[str]:
        """The values of a filter, each of which may be a list. Raises UnknownValue for a list of nothing: it would find
        nothing, or everything.
        """
        for value in values:
            parts = self._lexicon.listed(kinds, value)
            if not parts:
                raise UnknownValue(_called(kinds), value, advice="name one, or several with commas between them")
            yield from parts

    def _anything(self, value: str) -> int:
        """The documents of a tool, muscle or type."""
        for kind in _ANY_KIND:
            term = self._lexicon.find(kind, value)
            if term is not None:
                return self._matcher.facts(kind, term)
        advice = f"words of names are left out in the query: -{value}" if value.isalpha() else ""
        raise UnknownValue(_called(_ANY_KIND), value, self._lexicon.near(_ANY_KIND, value), advice)


def _called(kinds: Sequence[str]) -> str:
    """Kinds in a message: "equipment, muscle or type"."""
    return " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1]))).replace("_", " ")
