"""Which documents fit a wish, and how well: sets of documents from postings."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from pipeline.search.tokens import LONGEST_NAME, STOP, stem
from pipeline.search.whoosh_index import Postings, numbers, union
from pipeline.search.wishes import Fact, Meant, Spoken, Wish
from pipeline.vocabulary.keys import key

IN_NAME, MAIN_NAME, OF_FAMILY, IN_OTHER_NAME, IN_STEPS, IN_TEXT = 1.0, 0.98, 0.97, 0.95, 0.35, 0.2
"""How well a word fits where it stands: the name says most, the description least."""
AT_HAND = "gym mat"
"""A tool that does not count as one: who asks for no equipment has a floor to lie on."""
_MOST_VERIFIED = 500
_MOST_KEPT = 2000


class Fit(NamedTuple):
    """Documents that fit a wish, how well (1 is best), and where they do, as a person would say it."""

    documents: int
    strength: float
    where: str


class Matcher:
    """Finds the documents of wishes in one index."""

    def __init__(self, postings: Postings, family_names: list[list[str]], asking: Mapping[str, Any]) -> None:
        """`asking` holds the words of words.yaml."""
        self._postings = postings
        self._family_names = family_names
        self._asking = asking
        self._fits: dict[tuple[Wish, bool], list[Fit]] = {}

    def facts(self, kind: str, term: str) -> int:
        """The documents of a term of the vocabulary, at any level of its hierarchy."""
        return self._postings.with_term("facts", f"{kind}:{term}")

    @cached_property
    def _lengths(self) -> list[int]:
        """The documents of every length of names, by that length."""
        return [self._postings.with_term("facts", f"words:{n}") for n in range(LONGEST_NAME + 1)]

    def name_length(self, number: int) -> int:
        """How many words the name of a document has; long names count as twelve."""
        return next((n for n, documents in enumerate(self._lengths) if documents >> number & 1), LONGEST_NAME)

    def fits(self, wish: Wish, *, named: bool) -> list[Fit]:
        """The fits of a wish, best first. In a query that names an exercise, a term may stand in the name instead."""
        found = self._fits.get((wish, named))
        if found is None:
            found = list(self._fact(wish, named=named) if isinstance(wish, Fact) else self._spoken(wish))
            if len(self._fits) >= _MOST_KEPT:
                self._fits.clear()
            self._fits[wish, named] = found
        return found

    def _fact(self, fact: Fact, *, named: bool) -> Iterator[Fit]:
        for kind, term in ((fact.kind, fact.term), *fact.also):
            if kind == "muscle":
                yield Fit(self._postings.with_term("facts", f"is:target:{term}"), 1.0, "target muscle")
                yield Fit(self.facts("target", term), 0.9, f"target muscle under {term}")
                yield Fit(self.facts("muscle", term), 0.4, "secondary muscle")
            else:
                yield Fit(self.facts(kind, term), 1.0, kind.replace("_", " "))
            told = self._asking["told_by_names"].get(kind, {})
            if phrases := told.get(term):
                yield Fit(self._says_nothing_of(kind) & self._called(phrases), 0.8, "name")
            elif self._asking["taken_for_granted"].get(kind) == term:
                others = (phrase for phrases in told.values() for phrase in phrases)
                yield Fit(self._says_nothing_of(kind) & ~self._called(others), 0.6, "nothing else is said")
            if term == "body weight":
                at_hand = self._postings.with_term("facts", f"is:equipment:{AT_HAND}")
                yield Fit(at_hand & self._postings.with_term("facts", "tools:1"), 0.95, f"nothing but a {AT_HAND}")
        if named:
            yield Fit(self._all_in("name", tuple((Meant(w, 1.0),) for w in fact.words)), 0.5, "name")

    def _says_nothing_of(self, kind: str) -> int:
        """The documents whose records state no term of a kind."""
        stated = (self._postings.with_term("facts", term) for term in self._postings.terms("facts", f"{kind}:"))
        return self._postings.everything & ~union(stated)

    def _called(self, phrases: Iterable[str]) -> int:
        """The documents whose names hold all words of any of several phrases."""
        return union(self._all_in("name", tuple((Meant(w, 1.0),) for w in phrase.split())) for phrase in phrases)

    def _spoken(self, wish: Spoken) -> Iterator[Fit]:
        if wish.phrase:
            yield from self._phrase(wish)
            return
        yield Fit(self._all_in("name", tuple(r[:1] for r in wish.readings)), IN_NAME, "name")
        for number in wish.families:
            main = tuple((Meant(w, 1.0),) for w in key(self._family_names[number][0]).split())
            members = self._postings.with_term("facts", f"family:{number}")
            yield Fit(members & self._all_in("name", main), MAIN_NAME, "the usual name for it")
            yield Fit(members, OF_FAMILY, "another name for it")
            yield Fit(self._any_spelling(number), 0.9, "another name for it")
        for number in wish.says:
            yield Fit(self._postings.with_term("facts", f"says:{number}"), OF_FAMILY, "the same word for it")
        yield Fit(self._all_in("other", wish.readings), IN_OTHER_NAME, "other name")
        if any(len(readings) > 1 for readings in wish.readings):
            yield Fit(self._all_in("name", wish.readings), 0.85, "name, in another form")
        stems = tuple((Meant(stem(w), 1.0),) for w in wish.words if w not in STOP)
        if stems:
            yield Fit(self._all_in("steps", stems), IN_STEPS, "steps")
            yield Fit(self._all_in("about", stems), IN_TEXT, "text")

    def all_in_name(self, words: Iterable[str]) -> int:
        """The documents whose name holds every word."""
        return self._all_in("name", tuple((Meant(word, 1.0),) for word in words))

    def _any_spelling(self, family: int) -> int:
        """The documents whose name holds all words of any name of a family: its special forms."""
        found = 0
        for spelling in self._family_names[family]:
            words = key(spelling).split()
            if len(words) > 1:
                found |= self._all_in("name", tuple((Meant(w, 1.0),) for w in words))
        return found

    def _all_in(self, field: str, readings: tuple[tuple[Meant, ...], ...]) -> int:
        """The documents with every word, in any of its readings, in one field."""
        found = self._postings.everything
        for words in readings:
            either = 0
            for word in words:
                either |= self._postings.with_term(field, word.word)
            found &= either
        return found

    def _phrase(self, wish: Spoken) -> Iterator[Fit]:
        """Words in just this order: the index says which documents hold them all, their texts say the order."""
        wanted = f" {' '.join(wish.words)} "
        candidates = self._postings.everything
        for word in wish.words:
            if word not in STOP:
                fields = (
                    (f, word if f in ("name", "other") else stem(word)) for f in ("name", "other", "steps", "about")
                )
                held = 0
                for field, term in fields:
                    held |= self._postings.with_term(field, term)
                candidates &= held
        in_name = in_text = 0
        for number in numbers(candidates)[:_MOST_VERIFIED]:
            card = self._postings.card(number)
            if any(wanted in f" {key(name)} " for name in (card["name"], *card["aliases"])):
                in_name |= 1 << number
            elif any(wanted in f" {key(text)} " for text in card["texts"]):
                in_text |= 1 << number
        yield Fit(in_name, IN_NAME, "name")
        yield Fit(in_text, IN_STEPS, "text")

    def unwanted(self, wish: Wish) -> int:
        """The documents that an exclusion takes away: by fact, by name, and for words by what the steps say to do."""
        found = 0
        for fit in self.fits(wish, named=True):
            if fit.strength > IN_TEXT:
                found |= fit.documents
        return found

    def weight(self, fits: list[Fit]) -> float:
        """How telling a word is: rare ones say more (inverse document frequency)."""
        frequency = 0
        for fit in fits:
            if fit.strength > IN_STEPS:
                frequency |= fit.documents
        size = self._postings.everything.bit_count()
        return 0.3 + math.log(1 + size / (1 + frequency.bit_count()))
