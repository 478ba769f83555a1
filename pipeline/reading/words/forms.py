"""How sentences state facts and names of an exercise, from statements.yaml."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline import datafiles
from pipeline.reading.words.hinting import hints
from pipeline.vocabulary import key


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
