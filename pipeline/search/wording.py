"""How well documents fit the words and names of a query."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.search.matching import IN_OTHER_NAME, IN_STEPS, Fit, Matcher
from pipeline.search.query import Reason
from pipeline.search.whoosh_index import Postings, numbers, union
from pipeline.search.wishes import Group, Spoken, Wish, shown

LEAST_OF_BEST = 0.7
"""A result must fit at least this share of what the best one fits."""
SECONDS = 0.4
"""After this long no further words are looked at."""
_NAME_POINTS = 10.0
_COMPLETE_NAME = 3.0


class Weighed(NamedTuple):
    """One wish for words: what it was, where it fits, best first, and how telling it is."""

    wish: str
    fits: list[Fit]
    weight: float
    is_name: bool

    @property
    def called(self) -> int:
        """The documents whose names say it."""
        return union(fit.documents for fit in self.fits if fit.strength > IN_STEPS)


class Wording:
    """The words of one query, weighed; it gives each document points and says what for."""

    def __init__(self, matcher: Matcher, postings: Postings, relaxed: list[str], notes: list[str]) -> None:
        """What has to be given up is told in `relaxed`, what the person should know in `notes`."""
        self._matcher = matcher
        self._postings = postings
        self.weighed: list[Weighed] = []
        self._relaxed = relaxed
        self._notes = notes
        self.shares: dict[int, float] = {}
        self.also: list[tuple[int, int]] = []
        """Documents whose names hold the words of a term that was asked for besides, and how many words these are."""
        self._called_otherwise = 0  # the documents of which only another name says some of the words

    def weigh(self, spoken: Sequence[Group], words_of: Callable[[Wish], list[Group]], allowed: int) -> None:
        """Looks every group up. A name that nothing has falls apart into its words, and that is said."""
        for group in spoken:
            fits = self._fits(group)
            # A name is one: that some steps hold all its words says nothing.
            telling = [f for f in fits if f.strength > IN_STEPS] if _is_name(group) else fits
            if union(f.documents for f in telling) & allowed:
                self._add(group, fits)
                continue
            apart = [
                (word, self._fits(word)) for word in words_of(group[0]) if _is_name(group) or len(group[0].words) > 1
            ]
            apart = [(word, f) for word, f in apart if union(fit.documents for fit in f) & allowed]
            if apart:
                self._relaxed.append(f"the name {shown(group)}")
                for word, word_fits in apart:
                    self._add(word, word_fits)
            elif others := union(f.documents for f in fits).bit_count():
                self._notes.append(f"nothing that fits the rest mentions {shown(group)} (without the rest: {others})")
            else:
                self._notes.append(f"no exercise mentions {shown(group)}")

    def _add(self, group: Group, fits: list[Fit]) -> None:
        self.weighed.append(Weighed(shown(group), fits, self._matcher.weight(fits), _is_name(group)))

    def _fits(self, group: Sequence[Wish]) -> list[Fit]:
        return sorted((f for w in group for f in self._matcher.fits(w, named=True)), key=lambda f: -f.strength)

    def called(self) -> int:
        """Every document whose name says all that the names asked for say; 0 where none was asked for, or nothing is called
        so.
        """
        named = [entry.called for entry in self.weighed if entry.is_name]
        found = self._postings.everything if named else 0
        for documents in named:
            found &= documents
        return found

    def documents(self) -> int:
        """Every document that fits anything of it."""
        return union(fit.documents for entry in self.weighed for fit in entry.fits)

    def cover(self) -> dict[int, float]:
        """For each document the share of the words, by weight, that it fits. Stops when it takes too long, and says so."""
        end = time.monotonic() + SECONDS
        whole = sum(entry.weight for entry in self.weighed)
        self.shares = {}
        for entry in self.weighed:
            left = self._postings.everything
            for fit in entry.fits:
                if fit.strength == IN_OTHER_NAME:
                    self._called_otherwise |= fit.documents & left
                for number in numbers(fit.documents & left):
                    self.shares[number] = self.shares.get(number, 0.0) + entry.weight * fit.strength / whole
                left &= ~fit.documents
            if time.monotonic() > end:
                self._notes.append("the search took too long and stopped early; ask for less")
                break
        return self.shares

    def points(self, kept: Sequence[int], asked: int) -> dict[int, float]:
        """The points of documents whose names are asked for with `asked` words."""
        return {n: _NAME_POINTS * self.shares[n] ** 2 + self.complete(n, asked) for n in kept}

    def complete(self, number: int, asked: int) -> float:
        """What a document gets for a name that the words say all of; another name has more words than were asked for, as
        one that has not is the whole name.
        """
        otherwise = self._called_otherwise >> number & 1
        asked += sum(count for documents, count in self.also if documents >> number & 1)
        length = asked + 1 if otherwise else self._matcher.name_length(number)
        return _COMPLETE_NAME * min(1.0, asked / length) * self.shares[number]

    def reasons(self, number: int, asked: int) -> list[Reason]:
        """What of the words a document fits, where, and its part of the points."""
        share = self.shares.get(number, 0.0)
        if not share:
            return []
        whole = sum(entry.weight for entry in self.weighed)
        found = []
        for entry in self.weighed:
            fit = next((f for f in entry.fits if f.documents >> number & 1), None)
            if fit is not None:
                part = _NAME_POINTS * share * entry.weight * fit.strength / whole
                found.append(Reason(entry.wish, fit.where, round(part, 4)))
        complete = self.complete(number, asked)
        return [*found, Reason("all words", "their share of the name", round(complete, 4), bonus=True)]


def _is_name(group: Group) -> bool:
    return isinstance(group[0], Spoken) and bool(group[0].families)
