"""Words that hint at what a label, a heading or a sentence is about, from hints.yaml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pipeline import datafiles
from pipeline.vocabulary import key

TOLD = ("safety_tips", "benefits", "tips", "tracking")
"""Sections of sentences that a heading can hint at."""


_REMEMBERED = 100
"""The longest text that is kept with what it hints at."""


@lru_cache(maxsize=1)
def hints() -> dict[str, frozenset[str]]:
    """The words of hints.yaml, as `key` makes them, by what they hint at."""
    loaded = datafiles.load(Path(__file__).parent / "hints.yaml")
    return {name: frozenset(map(key, words)) for name, words in loaded.items()}


def hinted(text: str, kind: str) -> bool:
    """Whether a text says one of the words that hint at something."""
    return _short_hinted(text, kind) if len(text) <= _REMEMBERED else _hinted(text, kind)


def _hinted(text: str, kind: str) -> bool:
    said = key(text)
    return not hints()[kind].isdisjoint(said.split()) or any(map(f" {said} ".__contains__, _phrases(kind)))


_short_hinted = lru_cache(maxsize=4096)(_hinted)  # the headings and labels of a site come again and again


@lru_cache(maxsize=64)
def _phrases(kind: str) -> tuple[str, ...]:
    """The hints of several words, with a space on either side."""
    return tuple(f" {words} " for words in hints()[kind] if " " in words)


def is_hinted(heading: str) -> bool:
    """Whether a heading hints at what stands below it: sentences of one field, or something else than the exercise."""
    return any(hinted(heading, kind) for kind in ("foreign", *TOLD))


def says_part(heading: str) -> bool:
    """Whether a heading says which part of a page about an exercise stands below it."""
    return is_hinted(heading) or hinted(heading, "parts")
