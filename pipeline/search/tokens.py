"""Words as the index and the queries see them."""

from __future__ import annotations

from functools import lru_cache

from pipeline.vocabulary.keys import key

_REMEMBERED = 16384
_KNOWN: dict[str, tuple[str, ...]] = {}
"""The stems of words that came before: few words make up all texts."""
LONGEST_NAME = 12
"""Names with more words count as having so many."""

# Too common to tell one exercise from another; they stay in names, where they are rare enough to matter.
STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "do",
        "does",
        "for",
        "from",
        "get",
        "had",
        "has",
        "have",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "keep",
        "not",
        "of",
        "on",
        "one",
        "or",
        "out",
        "over",
        "so",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "to",
        "under",
        "up",
        "until",
        "was",
        "were",
        "what",
        "when",
        "which",
        "while",
        "will",
        "with",
        "without",
        "you",
        "your",
    ]
)


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """The stem of a word (Porter, as Whoosh ships it)."""
    from whoosh.lang.porter import stem as porter

    return str(porter(word)) if len(word) > 3 else word


def words(text: str) -> list[str]:
    """The words of a name: folded, singular, in order."""
    return key(text).split()


def stems(text: str) -> set[str]:
    """What of a longer text is searched: the stems of its telling words."""
    said = set(text.split())
    try:
        return set().union(*[_KNOWN[word] for word in said])
    except KeyError:
        if len(_KNOWN) > _REMEMBERED:
            _KNOWN.clear()
        _KNOWN.update((word, _stems(word)) for word in said - _KNOWN.keys())
        return set().union(*[_KNOWN[word] for word in said])


def _stems(word: str) -> tuple[str, ...]:
    """The stems of what stands between two blanks."""
    return tuple(stem(part) for part in key(word).split() if part not in STOP)
