"""How alike two texts are, without keeping them: shingles, MinHash signatures and the buckets that find candidates.

One-permutation MinHash (Li, Owen, Zhang 2012): every three words are hashed once, the hashes fall into bins, and the
smallest of each bin makes the signature. Signatures are compared in bands (Leskovec, Rajaraman, Ullman, "Mining of
Massive Datasets", chapter 3), so that a text meets only those that agree with it in a whole band.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Collection

_WORD = re.compile(r"[^\W_]+")
_BINS = 64
_BAND = 4
_MIX = 0x9E3779B1  # 2^32 / golden ratio: spreads CRC's regular differences over the bins
_FULLEST_BUCKET = 12


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation."""
    return _WORD.findall(text.lower())


def shingles(words: list[str]) -> array[int]:
    """The hashes of every three words in a row, each once, sorted. The same in every process."""
    encoded = [word.encode() for word in words]
    runs = {zlib.crc32(b" ".join(run)) for run in zip(encoded, encoded[1:], encoded[2:], strict=False)}
    return array("L", sorted((run * _MIX) & 0xFFFFFFFF for run in runs))


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """Shared shingles of all shingles: 1.0 for the same words in the same order (Jaccard)."""
    if not one and not other:
        return 0.0
    shared = len((one if isinstance(one, set) else set(one)).intersection(other))
    return shared / (len(one) + len(other) - shared)


class Neighbours:
    """Finds texts that are nearly the same. Time and memory grow with the number of texts, not with its square."""

    def __init__(self, least: float) -> None:
        self._least = least
        self._buckets: dict[tuple[int, ...], list[int]] = defaultdict(list)
        self._seen: list[array[int]] = []

    def add(self, words: list[str]) -> tuple[int, float] | None:
        """Takes a text in, numbered from 0; gives the most alike of the earlier ones, when alike enough."""
        mine = shingles(words)
        number = len(self._seen)
        self._seen.append(mine)
        candidates: set[int] = set()
        for band in _bands(_signature(mine)):
            bucket = self._buckets[band]
            candidates.update(bucket)
            if len(bucket) < _FULLEST_BUCKET:  # a phrase that many pages share must not bring the square back
                bucket.append(number)
        own = set(mine)
        scored = ((likeness(own, self._seen[c]), -c) for c in candidates if self._may_reach(mine, self._seen[c]))
        best = max(scored, default=(0.0, 0))
        return (-best[1], best[0]) if best[0] >= self._least else None

    def _may_reach(self, one: array[int], other: array[int]) -> bool:
        """Whether two texts are near enough in length: the shorter holds all they can share."""
        return min(len(one), len(other)) >= self._least * max(len(one), len(other))


def _signature(hashes: array[int]) -> list[int]:
    """The smallest hash of each bin; an empty bin borrows from the next that is not, so that all can be compared."""
    smallest = [-1] * _BINS
    for value in hashes:  # sorted: the first to come is the smallest
        place = value & (_BINS - 1)
        if smallest[place] < 0:
            smallest[place] = value
    borrowed = -1
    for place in range(2 * _BINS - 1, -1, -1):
        if smallest[place % _BINS] >= 0 and place >= _BINS:
            borrowed = smallest[place % _BINS]
        elif place < _BINS:
            if smallest[place] < 0:
                smallest[place] = borrowed
            borrowed = smallest[place]
    return smallest


def _bands(signature: list[int]) -> list[tuple[int, ...]]:
    return [(start, *signature[start : start + _BAND]) for start in range(0, _BINS, _BAND)]
