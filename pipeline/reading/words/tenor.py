"""What sentences under a heading that nobody knows are, by their words: advice, or what one gains by the exercise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import ends_sentence
from pipeline.records import Piece
from pipeline.vocabulary import key, known_names, load

_FEWEST = 2
_MOST = 2 / 3
"""The share of the sentences that must say the same."""
_BEGINNING = 3
"""What it weighs that a sentence begins with what to do, beside one for each word."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def tenor(told: Sequence[Piece]) -> str | None:
    """ "tips" or "benefits" where most of the pieces read so; None where too few do, or others speak: readers, a list of
    questions, of exercises or of books.
    """
    if len(told) < _FEWEST or not all(map(_is_told, told)):
        return None
    kinds = [_kind(piece.text) for piece in told]
    return next((kind for kind in ("tips", "benefits") if kinds.count(kind) >= max(_FEWEST, _MOST * len(kinds))), None)


def _is_told(piece: Piece) -> bool:
    words = key(piece.text).split()
    asks = "?" in piece.title or "?" in piece.text
    own = not hints()["speaking"].isdisjoint(words)
    title = piece.title.partition(" (")[0]
    named = key(title) in known_names() or load("difficulty").find(title) is not None
    return ends_sentence(piece.text) and not (asks or own or named or _YEAR.search(piece.text))


def _kind(sentence: str) -> str | None:
    words = key(sentence).split()
    said = set(words)
    first = next((word for word in words if not word.endswith("ly")), "")
    spoken = sentence.partition(" ")[0].lower()
    many = spoken.endswith("s") and spoken != first  # "Squats feel lighter" says nothing to do
    begins = not many and (first in hints()["movements"] or first in hints()["counsels"])
    minds = _BEGINNING * begins + len(said & hints()["minding"])
    gains = 0 if begins else len(said & hints()["gaining"])
    if words[:1] == ["it"] and not minds:
        gains += 1  # "It lets you stand up straight" says what the exercise does
    return "tips" if minds > gains else "benefits" if gains else None
