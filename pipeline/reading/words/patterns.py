"""Words with * for any others, as profiles write them, and the set of words that tells a kind of page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from pipeline.errors import BadSettings
from pipeline.remembered import Remembered
from pipeline.vocabulary import key

_ANY = r"\S.*"


def _parts(pattern: str) -> list[str]:
    """What stands before, between and behind the stars of a pattern, as keys."""
    words = [key(part) for part in pattern.split("*")]
    if not any(words):
        raise BadSettings(pattern, "this pattern has no words and would match everything")
    return words


def _regex(pattern: str) -> str:
    """A pattern with stars as a regular expression. A star stands for one word at least: "* benefit" is not "benefit"."""
    words = _parts(pattern)
    last = len(words) - 1
    return _ANY.join(f"{' ' * (n > 0)}{re.escape(w)}{' ' * (n < last)}" if w else "" for n, w in enumerate(words))


class _Open:
    """One pattern with stars. To compile all of a profile to regular expressions takes longer than to read ten pages."""

    def __init__(self, pattern: str, meaning: str, place: int) -> None:
        self.meaning = meaning
        first, *inner, last = _parts(pattern)
        self._start, self._end = f"{first} " if first else "", f" {last}" if last else ""
        self._inner = [f" {part} " for part in inner if part]
        words = key(pattern)
        self.rank = (-len(words) - words.count(" "), place)

    def matches(self, text_key: str) -> bool:
        if not (text_key.startswith(self._start) and text_key.endswith(self._end)):
            return False
        start, end = len(self._start), len(text_key) - len(self._end)
        for part in self._inner:
            place = text_key.find(part, start + 1, end)
            if place < 0:
                return False
            start = place + len(part)
        return start < end  # a star stands for one word at least


def _rank(pattern: _Open) -> tuple[int, int]:
    return pattern.rank


class Patterns:
    """Texts with * for any words, matched without regard to case, punctuation and plural."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, str] = {}
        self._first: set[str] = set()  # the word each begins with
        self._first_of: dict[str, list[_Open]] = {}  # those with a star, by that word
        self._inner_of: dict[str, list[_Open]] = {}  # those that begin with a star, by their longest word
        for place, (pattern, meaning) in enumerate(meanings):
            first = key(pattern.partition("*")[0]).partition(" ")[0]
            self._first.update((first,) if first else ())
            if "*" in pattern:
                self._add(_Open(pattern, meaning, place), first, bare := key(pattern))
                if len(bare.split()) > 1 or bare == "benefit of":
                    self._exact.setdefault(bare, meaning)  # a name without letters leaves nothing behind it
            else:
                self._exact.setdefault(key(pattern), meaning)
        self._may = Remembered(self._may_match)
        self._matched = Remembered(self._opened)

    def _add(self, pattern: _Open, first: str, words: str) -> None:
        if first:
            self._first_of.setdefault(first, []).append(pattern)
        else:
            self._inner_of.setdefault(max(words.split(), key=len), []).append(pattern)

    def exact(self, text_key: str) -> str | None:
        return self._exact.get(text_key)

    def may_begin_with(self, word: str) -> bool:
        """Whether one of the texts begins like this, by its first word; also where it has no letters."""
        first = key(word).partition(" ")[0]
        return first in self._first or not first

    def may_match(self, text: str) -> bool:
        """Whether a text begins like one that could match, or holds a word that it must: most texts do not, so that their
        key is not asked for.
        """
        return self._may[text]

    def _may_match(self, text: str) -> bool:
        first = key(text.lstrip().partition(" ")[0])
        if first in self._first or not first or not text.isascii():
            return True
        plain = text.lower().replace("'", "")
        return any(map(plain.__contains__, self._inner_of))

    def match(self, text_key: str) -> str | None:
        """The meaning of a text, given as its `key`: the exact pattern first, then the longest that fits."""
        found = self._exact.get(text_key)
        return self._matched[text_key] if found is None and text_key else found

    def _opened(self, text_key: str) -> str | None:
        """Of the patterns with stars the one with the most letters wins, "how to track *" before "how to *"; then the first."""
        words = text_key.split()
        near = [*self._first_of.get(words[0], ()), *(p for w in set(words) for p in self._inner_of.get(w, ()))]
        found = [pattern for pattern in near if pattern.matches(text_key)]
        return min(found, key=_rank).meaning if found else None

    def __iter__(self) -> Any:
        return iter(self._exact)


class Signature:
    """Words that tell the pages of a profile: headings and labels, with * for any words."""

    def __init__(self, words: Sequence[str]) -> None:
        self._exact = {key(word): word for word in words if "*" not in word}
        self._open = [(re.compile(rf"^(?:{_regex(word)})$", re.MULTILINE), word) for word in words if "*" in word]

    def __iter__(self) -> Iterator[str]:
        yield from self._exact.values()
        yield from (word for _, word in self._open)

    def __len__(self) -> int:
        return len(self._exact) + len(self._open)

    def on_page(self, spoken: Set[str], lines: str, at_least: int = 1) -> list[str]:
        """Those that stand on a page, where so many could: `spoken` holds the keys of what stands out there, `lines` the
        same as text.
        """
        if len(self._exact.keys() & spoken) + len(self._open) < at_least:
            return []
        found = [word for wanted, word in self._exact.items() if wanted in spoken]
        return [*found, *(word for pattern, word in self._open if pattern.search(lines))]
