"""What two spellings of one term share: no case, accents, apostrophes, punctuation or plural s.

>>> key("Pectoralis Major, Sternal Head") == key("pectoralis major (sternal heads)")
True
"""

from __future__ import annotations

import re
import unicodedata

from pipeline.remembered import Remembered

_NOT_WORD = re.compile(r"[\W_]+")
_PLAIN = bytes(ord(chr(n).lower()) if n < 128 and chr(n).isalnum() else ord(" ") for n in range(256))
"""For each letter of ASCII, as a byte, the small one; a space for all that is no letter and no digit."""
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
_KEEPS_ITS_S = ("ss", "us", "is")
_IRREGULAR = {"calves": "calf", "feet": "foot", "halves": "half"}
_PLURAL_ES = ("ches", "shes", "sses", "xes", "zzes")


def _key(text: str) -> str:
    text = text.replace("&", " and ") if "&" in text else text
    if text.isascii():
        words = text.encode().translate(_PLAIN, b"'").decode().split()
    else:
        plain = unicodedata.normalize("NFKD", text.lower().translate(_APOSTROPHES))
        plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
        words = _NOT_WORD.sub(" ", plain).split()
    return " ".join([_singular(w) if w[-1] == "s" else _IRREGULAR.get(w, w) for w in words])


_KEYS = Remembered(_key, most=16384)
key = _KEYS.__getitem__
"""`key(text)` is what two spellings of one term share. Reading asks some hundred times a page, nearly always for what came before."""


def _singular(word: str) -> str:
    """Of a word that ends in s."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) <= 3 or word.endswith(_KEEPS_ITS_S):
        return word
    if word.endswith(_PLURAL_ES):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]
