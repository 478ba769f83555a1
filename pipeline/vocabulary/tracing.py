"""How a term was recognised: the rule that leads from the words of a page to the vocabulary's own."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.vocabulary.keys import key
from pipeline.vocabulary.terms import Vocabulary, words_of_parts


class Trace(NamedTuple):
    """`term` is the canonical name, None for words that no vocabulary knows; `rule` how it was found.

    Rules: `as written`, `spelling` (case, plural, punctuation), `part` (of a muscle), `alias`, `without WORDS`, `unknown`.
    """

    term: str | None
    rule: str


def traced(text: str, *vocabularies: Vocabulary) -> Trace:
    """The first vocabulary that knows `text` decides, as it does where pages are read."""
    for vocabulary in vocabularies:
        term = vocabulary.find(text)
        if term is not None:
            return Trace(term, _rule(text, term, vocabulary))
    return Trace(None, "unknown")


def _rule(text: str, term: str, vocabulary: Vocabulary) -> str:
    wanted = key(text)
    if text.strip().lower() == term:
        return "as written"
    if wanted == key(term):
        return "spelling"
    if vocabulary.find_key(wanted) is None:
        left_out = [word for word in wanted.split() if word in vocabulary.noise]
        return f"without {' '.join(left_out)!r}"
    return "part" if vocabulary.kind == "muscles" and _is_part(wanted, term, vocabulary) else "alias"


def _is_part(wanted: str, term: str, vocabulary: Vocabulary) -> bool:
    """Whether another name of the same muscle stands in the words, and what is left of them names a part."""
    words = frozenset(wanted.split())
    names = (frozenset(key(name).split()) for name in (term, *vocabulary.terms[term].also))
    return any(name < words and words - name <= _parts() for name in names)


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    return frozenset(map(key, words_of_parts()))
