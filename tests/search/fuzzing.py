"""Queries nobody would type, and some that somebody would, from one seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from pipeline.search import FACETS, SORTS, Query

_PIECES = [
    "dumbbell",
    "dumbel",
    "barbell",
    "squat",
    "bench",
    "press",
    "curl",
    "legs",
    "hamstrings",
    "back",
    "easy",
    "advanced",
    "no",
    "without",
    "not",
    "only",
    "or",
    "OR",
    "and",
    "|",
    "||\n",
    "-",
    "--",
    "-machine",
    '-"leg',
    'press"',
    '"',
    '""',
    '"bench',
    'press"',
    '"unclosed',
    "(",
    ")",
    "(((",
    ")))",
    ":",
    "equipment:",
    "equipment:cable",
    'target:"lower',
    'back"',
    "level:hard\n",
    "type:zzz",
    "name:x",
    "*",
    "**",
    "cur*",
    "c*",
    "sq*t",
    "?",
    "[a-z]+",
    "\\",
    "\\d",
    "/etc/passwd",
    "../..",
    "'",
    ";",
    "DROP",
    "<b>",
    "&amp;",
    "%00",
    "%s",
    "{}",
    "$HOME",
    "`ls`",
    "~",
    "^2",
    "NaN",
    "null",
    "true\n",
    "rdl",
    "ohp",
    "skullcrusher",
    "pullups",
    "90/90",
    "45°",
    "½",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "ſ",
    "胸",
    "دمبل",
    "💪",
    "\u200b",
    "\u202e",
    "́",
    "\x00",
    "\x1b[31m",
    "\ud7ff",
    "1e999",
    "000000000000\n",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "qqqqqqqq",
    "dont",
    "have",
    "instead",
    "of",
    "at",
    "home",
    "loosen",
    "up",
    "stretch",
    "tibialis",
    "rfess",
]


def queries(number: int, seed: int = 11) -> Iterator[Query]:
    """So many queries: pieces in any order, runs of any characters, slips in words, with filters and pages now and then."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(number):
        yield Query(words=_words(chance), facets=chance.random() < 0.5, **_filters(chance))


def _words(chance: random.Random) -> str:
    if chance.random() < 0.1:
        return "".join(
            chr(chance.choice((chance.randrange(1, 0x250), chance.randrange(0x250, 0xD7FF)))) for _ in range(80)
        )
    pieces = [chance.choice(_PIECES) for _ in range(chance.choice((1, 2, 3, 5, 8, 40)))]
    text = chance.choice((" ", " ", "", "\t\n")).join(pieces)
    if text and chance.random() < 0.3:
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice('abcxyz -"') + text[place + chance.randrange(2) :]
    return text * chance.choice((1, 1, 1, 30))


def _filters(chance: random.Random) -> dict[str, Any]:
    given: dict[str, Any] = {
        "sort": chance.choice(SORTS),
        "limit": chance.choice((0, 1, 10)),
        "offset": chance.choice((0, 0, 5)),
    }
    if chance.random() < 0.3:
        kind = chance.choice([f for f in FACETS if f != "side"])
        given[kind] = {"muscle": ("legs", "bi"), "target": ("quads",), "equipment": ("none", "cable")}.get(kind, ())
    if chance.random() < 0.1:
        given["available"] = ("dumbbell", "bench")
    if chance.random() < 0.1:
        given["without"] = ("machine", "chest")
    return given
