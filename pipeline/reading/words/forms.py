"""How sentences state facts and names of an exercise, from statements.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline import datafiles
from pipeline.reading.words.hinting import hints
from pipeline.vocabulary import key

_WORD_BEGINS = r"\b"


@lru_cache(maxsize=1)
def _loaded() -> Any:
    return datafiles.load(Path(__file__).parent / "statements.yaml")


@lru_cache(maxsize=1)
def forms() -> dict[str, re.Pattern[str]]:
    """The forms of each kind, as one expression."""
    words: dict[str, str] = _loaded()["words"]
    return {
        kind: re.compile("|".join(_filled(form, words) for form in told), re.IGNORECASE)
        for kind, told in _loaded()["forms"].items()
    }


def found_in(kind: str, text: str) -> Iterator[re.Match[str]]:
    """Where a text says something in the forms of one kind: first the form that it begins with, if any. Those that stand at a
    beginning are looked for there alone, which is much of the time that all together take.
    """
    beginning, anywhere = _apart(kind)
    first = beginning.match(text) if beginning else None
    if first:
        yield first
    if anywhere:
        yield from anywhere.finditer(text, first.end() if first else 0)


def is_said(kind: str, text: str) -> bool:
    """Whether a text says something in the forms of one kind."""
    return next(found_in(kind, text), None) is not None


@lru_cache(maxsize=64)
def _apart(kind: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The forms of one kind that begin a text, and those that stand anywhere in it."""
    filled = [_filled(form, _loaded()["words"]) for form in _loaded()["forms"][kind]]
    both = ([form for form in filled if (form[0] == "^") is begins] for begins in (True, False))
    beginning, anywhere = (re.compile(_either(told), re.IGNORECASE) if told else None for told in both)
    return beginning, anywhere


def _either(forms_of_kind: list[str]) -> str:
    """Any of some forms; that those of them begin with a word is asked once for all, which is sooner done."""
    at_words = [form.removeprefix(_WORD_BEGINS) for form in forms_of_kind if form.startswith(_WORD_BEGINS)]
    others = [form for form in forms_of_kind if not form.startswith(_WORD_BEGINS)]
    return "|".join((*others, *([rf"{_WORD_BEGINS}(?:{'|'.join(at_words)})"] if at_words else ())))


def _filled(form: str, words: dict[str, str]) -> str:
    for name, said in words.items():
        form = form.replace(f"{{{name}}}", said)
    return form


@lru_cache(maxsize=1)
def signs() -> frozenset[str]:
    """Words without one of which a sentence states nothing, as `key` makes them."""
    return frozenset(map(key, _loaded()["signs"])) | hints()["levels"] | hints()["easy_levels"]


def first_group(found: re.Match[str]) -> str:
    """What one of the groups of a form holds."""
    return next((said for said in found.groups() if said), "")
