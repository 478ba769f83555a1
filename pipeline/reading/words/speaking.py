"""Whether a text speaks of the exercise of its page, which it may not name."""

from __future__ import annotations

import re

from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.names import SMALL
from pipeline.vocabulary import key

_GREETING = re.compile(
    r"(?:hello|hi|hey|dear|welcome|greetings|what(?:['’]s| is) up)\b[^.!?,]{0,30}[.!?,]", re.IGNORECASE
)
_FAMILY = 4
"""Letters that words of one family share."""


def speaks_of(text: str, name: str) -> bool:
    """Whether a text says a word of the exercise's name, or "it", or speaks of the body or of training; a letter to the readers
    ("Hello friends! ...") may do all that but the first in passing.
    """
    if says_word_of(name, text):
        return True
    speaks = is_about_body(text) or any(hinted(text, kind) for kind in ("pointing", "training"))
    return speaks and not _GREETING.match(text)


def says_word_of(name: str, text: str) -> bool:
    """Whether a text says a word of a name, or one of its family: "hang" for "Hanging Knee Raise"."""
    said = {word[:_FAMILY] for word in key(text).split()}
    words = (word for word in key(name).split() if len(word) >= _FAMILY and word not in SMALL)
    return any(word[:_FAMILY] in said for word in words)


def is_about_body(text: str) -> bool:
    """Whether a text names a part of the body, or what is moved in training."""
    said = set(key(text).split())
    return not (said.isdisjoint(hints()["body"]) and said.isdisjoint(hints()["bodily"]))
