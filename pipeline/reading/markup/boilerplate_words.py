"""The words of boilerplate.yaml, and where they are looked for: in the classes and the id of an element."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline import datafiles

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
"""A word of a class: what stands between signs and changes of case."""
LONGEST_NAMES = 1_000
"""Letters of the classes and of the id that are looked at."""


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The words of each kind."""
    loaded = datafiles.load(Path(__file__).parent / "boilerplate.yaml")
    return {name: frozenset(entries) for name, entries in loaded.items()}


@lru_cache(maxsize=4096)
def holds_word(names: str, kind: str) -> bool:
    """Whether a word of one kind stands in a text, or in names as classes are."""
    return any(part.lower() in words()[kind] for part in WORD.findall(names))


def is_named(element: Any, kind: str) -> bool:
    """Whether a word of one kind stands in the class or the id of an element."""
    return holds_word(names_of(element.attrib), kind)


def names_of(attributes: Any) -> str:
    """The classes and the id of an element, as far as people write them."""
    names = attributes.get("class", "")[:LONGEST_NAMES]
    return f"{names} {attributes['id'][:LONGEST_NAMES]}".strip() if "id" in attributes else names.strip()
