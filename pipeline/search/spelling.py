"""Slips of the finger: what a word that nobody knows was probably meant to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_ONE_SLIP_FROM = 4
_TWO_SLIPS_FROM = 9
_MOST = 6
_PER_SLIP = 0.15
_FIRST_LETTER = 0.15


class Meant(NamedTuple):
    """A known word, and how likely it is what was meant: 1 for certain."""

    word: str
    likeness: float


def meant(word: str, known: Sequence[str]) -> list[Meant]:
    """The known words within reach of `word`, likeliest first.

    Letters left out, added, changed or swapped count one slip each (optimal string alignment). One slip is forgiven
    from 4 letters, two from 9, as in the search engines people use daily; a wrong first letter costs a slip more.
    """
    if len(word) < _ONE_SLIP_FROM or word.isdigit():
        return []
    from rapidfuzz import process  # only where somebody mistyped
    from rapidfuzz.distance import OSA

    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    found = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=50)
    candidates = [_meant(word, other, distance) for other, distance, _ in found if len(other) > 2]
    candidates.sort(key=lambda m: (-m.likeness, m.word))
    best = candidates[0].likeness if candidates else 0
    return [m for m in candidates[:_MOST] if m.likeness >= best - _PER_SLIP]


def _meant(word: str, other: str, distance: int) -> Meant:
    likeness = 1 - _PER_SLIP * distance
    if word[0] != other[0] and sorted(word[:2]) != sorted(other[:2]):
        likeness -= _FIRST_LETTER
    # Of two words equally far the one that keeps the letters in their places is likelier.
    return Meant(other, round(likeness - 0.01 * abs(len(word) - len(other)), 3))


def split(word: str, known: frozenset[str] | set[str]) -> tuple[str, str] | None:
    """ "benchpress" as the two known words it joins; None when it does not."""
    cuts = range(3, len(word) - 2)
    return next(((word[:n], word[n:]) for n in cuts if word[:n] in known and word[n:] in known), None)
