"""Names of exercises as a person writes them, and the ids made from them."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from pipeline import datafiles

_PIECE = re.compile(r"[^\s()/\-–—]+|[\s()/\-–—]+")
_HAS_CAPITAL_INSIDE = re.compile(r"[a-z][A-Z]|^[A-Z]{2,}[a-z]")
_LONGEST_ID = 100
# Windows keeps these names for devices, with any extension and in any case.
_RESERVED = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        "conin",
        "conout",
        *(f"com{n}" for n in range(10)),
        *(f"lpt{n}" for n in range(10)),
    )
)


@lru_cache(maxsize=1)
def _casing() -> tuple[frozenset[str], dict[str, str], frozenset[str]]:
    words = datafiles.load(Path(__file__).parent / "casing.yaml")
    return frozenset(words["upper"]), {w.lower(): w for w in words["exact"]}, frozenset(words["small"])


def title_case(name: str) -> str:
    """A name in title case: "barbell curl (with ez bar)" becomes "Barbell Curl (with EZ Bar)".

    A name in capitals throughout is taken as shouted; elsewhere capitals inside a word stay ("SkiErg"), and small words are
    as the page writes them.
    """
    shouted = name.isupper() and len(name) > 4
    pieces = _PIECE.findall(name)
    words = [n for n, piece in enumerate(pieces) if any(c.isalnum() for c in piece)]
    for n in words:
        before = pieces[n - 1] if n else ""
        after = pieces[n + 1] if n + 1 < len(pieces) else ""
        # "Bent-Over Row" but "Toe-to-Bar": between two hyphens a small word joins, behind one it belongs to the first.
        small = n not in (words[0], words[-1]) and (before not in ("-", "–") or after in ("-", "–"))
        pieces[n] = _cased(pieces[n], keep_small=small or ("(" in before and n != words[0]), shouted=shouted)
    return "".join(pieces)


def _cased(word: str, *, keep_small: bool, shouted: bool) -> str:
    upper, exact, small = _casing()
    bare = word.strip(".,:;!?'\"“”‘’").lower()
    if bare in upper and word.lower() not in exact:
        return word.upper()
    if bare in exact or word.lower() in exact:
        return exact.get(word.lower()) or word.lower().replace(bare, exact[bare])
    if bare in small and keep_small:
        return word.lower() if shouted else word  # "Chin To Chest" is as much a title as "Chin to Chest"
    if not shouted and (_HAS_CAPITAL_INSIDE.search(word) or (word.isupper() and len(word) > 1)):
        return word
    if shouted:
        word = word.lower()
    start = next((n for n, c in enumerate(word) if c.isalpha()), 0)
    if any(map(str.isdigit, word[:start])):  # 45deg, 3rd, 180's
        return word
    return word[:start] + word[start : start + 1].upper() + word[start + 1 :]


def slug(name: str) -> str:
    """The id of a name: lower-case ASCII letters, digits and hyphens, safe as a file name on every system.

    Empty when the name holds no letter and no digit. A name too long for a file keeps its beginning and a hash.
    """
    from slugify import slugify

    made: str = slugify(name.replace("'", "").replace("’", ""), separator="-")
    if len(made) > _LONGEST_ID:
        made = f"{made[: _LONGEST_ID - 9].rstrip('-')}-{hashlib.sha256(made.encode()).hexdigest()[:8]}"
    return f"{made}-exercise" if made in _RESERVED else made
