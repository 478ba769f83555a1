"""Words with * for any others, as profiles write them, and the set of words that tells a kind of page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import Any

from pipeline.errors import BadSettings
from pipeline.vocabulary import key

_ANY = r"\S.*"
_REMEMBERED = 4096


def _regex(pattern: str) -> str:
    """A pattern with stars as a regular expression. A star stands for one word at least: "* benefit" is not "benefit"."""
    words = [key(part) for part in pattern.split("*")]
    if not any(words):
        raise BadSettings(pattern, "this pattern has no words and would match everything")
    last = len(words) - 1
    return _ANY.join(f"{' ' * (n > 0)}{re.escape(w)}{' ' * (n < last)}" if w else "" for n, w in enumerate(words))


class Patterns:
    """Texts with * for any words, matched without regard to case, punctuation and plural."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, str] = {}
        opened: list[tuple[str, str]] = []
        self._first: set[str] = set()  # the word each begins with
        self._inner: set[str] = set()  # of those that begin with a star, the longest word
        for pattern, meaning in meanings:
            if first := key(pattern.partition("*")[0]).partition(" ")[0]:
                self._first.add(first)
            else:
                self._inner.add(max(key(pattern).split(), key=len))
            if "*" in pattern:
                opened.append((_regex(pattern), meaning))
                bare = key(pattern)
                if len(bare.split()) > 1 or bare == "benefit of":
                    self._exact.setdefault(bare, meaning)  # a name without letters leaves nothing behind it
            else:
                self._exact.setdefault(key(pattern), meaning)
        # The pattern with the most words of its own wins: "how to track *" before "how to *".
        opened.sort(key=lambda entry: -len(entry[0].replace(_ANY, "")))
        self._opened = opened
        self._matched: dict[str, str | None] = {}  # the pages of a site say the same things again and again

    @cached_property
    def _open(self) -> re.Pattern[str]:
        """All open patterns as one; most profiles are never asked for it."""
        return re.compile("|".join(f"({regex})" for regex, _ in self._opened))

    @cached_property
    def _held(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self._inner))))

    def exact(self, text_key: str) -> str | None:
        return self._exact.get(text_key)

    def may_match(self, text: str) -> bool:
        """Whether a text begins like one that could match, or holds a word that it must: most texts do not, so that their
        key is not asked for.
        """
        first = key(text.lstrip().partition(" ")[0])
        if first in self._first or not first or not text.isascii():
            return True
        return bool(self._inner) and self._held.search(text.lower().replace("'", "")) is not None

    def match(self, text_key: str) -> str | None:
        """The meaning of a text, given as its `key`: the exact pattern first, then the longest that fits."""
        found = self._exact.get(text_key)
        if found is None and self._opened:
            if text_key not in self._matched:
                if len(self._matched) >= _REMEMBERED:
                    self._matched.clear()
                match = self._open.fullmatch(text_key)
                self._matched[text_key] = self._opened[match.lastindex - 1][1] if match and match.lastindex else None
            return self._matched[text_key]
        return found

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
