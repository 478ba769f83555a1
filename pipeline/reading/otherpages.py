"""Pages about something else than one exercise, as their title and their headings tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeGuard

from pipeline import datafiles
from pipeline.reading.words.hinting import hints
from pipeline.records import Block, Heading, Outline, Paragraph
from pipeline.vocabulary import key, load

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FEWEST_HEADINGS = 2
_FEWEST_NAMED = 2
"""Other exercises that a plan goes through."""


def is_about_several(title: str, named: Callable[[], Sequence[str]]) -> bool:
    """Whether a title is that of a page about several exercises: it counts, ranks or compares them, or is that of a plan, which
    names its span or at least two of them. `named` gives others that the page sets off.
    """
    words = _WORD.findall(title.lower())
    if not _words("against").isdisjoint(words):
        return True
    counts = bool(words) and (words[0].isdigit() or words[0] in hints()["numbers"])
    if not _words("several").isdisjoint(words) and (counts or not _words("ranks").isdisjoint(words)):
        return True
    if _words("plans").isdisjoint(words):
        return False
    spans = (word.rpartition("-") for word in words)
    measured = any(unit in _words("spans") and _counts(number) for number, _, unit in spans)
    return measured or len(named()) >= _FEWEST_NAMED


def is_muscle(name: str) -> bool:
    """Whether a name is that of a muscle or a part of the body."""
    return bool(load("muscles").find(name) or load("body_parts").find(name))


def other_subject(name: str, seen: Outline) -> str | None:
    """What a page is about that is called like no exercise, in words; None where nothing tells."""
    if is_muscle(name):
        return f"a muscle ({name})"
    headings = {key(block.text) for block in seen.blocks if _is_heading(block)}
    return next((kind for kind, words in _headings() if len(headings & words) >= _FEWEST_HEADINGS), None)


def _is_heading(block: Block) -> TypeGuard[Heading | Paragraph]:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong)


def _counts(text: str) -> bool:
    return text.isdigit() or text in hints()["numbers"]


@lru_cache(maxsize=1)
def _loaded() -> dict[str, Any]:
    loaded: dict[str, Any] = datafiles.load(Path(__file__).parent / "otherpages.yaml")
    return loaded


@lru_cache(maxsize=1)
def _headings() -> tuple[tuple[str, frozenset[str]], ...]:
    """The headings that tell what a page is about, as keys, by what that is."""
    return tuple((kind, frozenset(map(key, words))) for kind, words in _loaded()["headings"].items())


@lru_cache(maxsize=8)
def _words(kind: str) -> frozenset[str]:
    return frozenset(_loaded()[kind])
