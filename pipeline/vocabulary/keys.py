"""What two spellings of one term share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[\W_]+")
_KEEPS_ITS_S = ("ss", "us", "is")
_IRREGULAR = {"calves": "calf", "feet": "foot", "halves": "half"}
_PLURAL_ES = ("ches", "shes", "sses", "xes", "zzes")


_REMEMBERED = 200


def key(text: str) -> str:
    """What two spellings of one term share: no case, accents, apostrophes, punctuation or plural s.

    >>> key("Pectoralis Major, Sternal Head") == key("pectoralis major (sternal heads)")
    True
    """
    return _short_key(text) if len(text) <= _REMEMBERED else _key(text)


def _key(text: str) -> str:
    plain = text.replace("'", "").replace("&", " and ").lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.replace("’", "").replace("ʼ", ""))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    words = _NOT_WORD.sub(" ", plain).split()
    return " ".join([_singular(w) if w[-1] == "s" else _IRREGULAR.get(w, w) for w in words])


_short_key = lru_cache(maxsize=16384)(_key)  # long texts hardly come twice, and would fill the memory


def _singular(word: str) -> str:
    """Of a word that ends in s."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or word.endswith(_KEEPS_ITS_S):
        return word
    if word.endswith(_PLURAL_ES):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]
