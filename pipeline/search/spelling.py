"""Slips of the finger: what a word that nobody knows was probably meant to be."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.search.wishes import Meant

MOST_SLIPS = 2
_ONE_SLIP_FROM = 3
_TWO_SLIPS_FROM = 9
_SURE_START = 4
"""Words shorter than this keep their first letter: too many words are one letter away from them."""
_MOST = 6
_MOST_COMPARED = 50
_PER_SLIP = 0.15
_FIRST_LETTER = 0.15


def meant(word: str, raw: str, known: Sequence[str]) -> list[Meant]:
    """The known words within reach of `word`, likeliest first; `raw` is how it was typed, before its plural was folded.

    Letters left out, added, changed or swapped count one slip each (optimal string alignment). One slip is forgiven
    from 3 letters, two from 9, as in the search engines people use daily; a wrong first letter costs a slip more.
    """
    if len(raw) < _ONE_SLIP_FROM or word.isdigit():
        return []
    from rapidfuzz import process  # only where somebody mistyped
    from rapidfuzz.distance import OSA

    slips = MOST_SLIPS if len(raw) >= _TWO_SLIPS_FROM else 1
    likeness: dict[str, float] = {}
    for typed in {word, raw}:
        found = process.extract(typed, known, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_COMPARED)
        for other, distance, _ in found:
            if len(other) > 2 and (len(typed) >= _SURE_START or typed[0] == other[0]):
                likeness[other] = max(likeness.get(other, 0.0), _likeness(typed, other, distance))
    candidates = sorted((Meant(other, value) for other, value in likeness.items()), key=lambda m: (-m.likeness, m.word))
    return [m for m in candidates[:_MOST] if m.likeness >= candidates[0].likeness - _PER_SLIP]


def _likeness(word: str, other: str, distance: int) -> float:
    value = 1 - _PER_SLIP * distance
    if word[0] != other[0] and sorted(word[:2]) != sorted(other[:2]):
        value -= _FIRST_LETTER
    # Of two words equally far the one that keeps the letters in their places is likelier.
    return round(value - 0.01 * abs(len(word) - len(other)), 3)


def nearest(letters: str, names: Sequence[str], slips: int) -> str | None:
    """The name that is nearest to a run of letters, within so many slips; of equally near ones the first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(letters, names, scorer=OSA.distance, score_cutoff=slips)
    return str(found[0]) if found else None


def split(word: str, known: frozenset[str] | set[str]) -> tuple[str, str] | None:
    """ "benchpress" as the two known words it joins; None when it does not."""
    cuts = range(3, len(word) - 2)
    return next(((word[:n], word[n:]) for n in cuts if word[:n] in known and word[n:] in known), None)
