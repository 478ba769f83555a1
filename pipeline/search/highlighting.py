"""A line of an exercise's text with what was asked for marked in it."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Any

from pipeline.search.tokens import STOP, stem
from pipeline.vocabulary.keys import key

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LENGTH = 140


def highlighted(card: dict[str, Any], words: Sequence[str]) -> str:
    """The part of name or text where the words stand, HTML-escaped, each word within <mark>; empty when none does."""
    wanted = {stem(word) for word in words if word not in STOP}
    if not wanted:
        return ""
    for text in (card["name"], *card["texts"]):
        marks = [m for m in _WORD.finditer(text) if stem(key(m.group())) in wanted]
        if marks:
            return _marked(text, marks)
    return ""


def _marked(text: str, marks: Sequence[re.Match[str]]) -> str:
    start = max(0, marks[0].start() - _LENGTH // 3)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + _LENGTH)
    end = text.find(" ", end) if text.find(" ", end) > 0 else len(text)
    pieces = ["…" if start else ""]
    place = start
    for mark in marks:
        if mark.end() <= end:
            pieces += [
                html.escape(text[place : mark.start()]),
                "<mark>",
                html.escape(mark.group()),
                "</mark>",
            ]
            place = mark.end()
    pieces += [html.escape(text[place:end]), "…" if end < len(text) else ""]
    return "".join(pieces)
