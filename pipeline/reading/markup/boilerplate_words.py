"""The words of boilerplate.yaml, and where they are looked for: in the classes and the id of an element."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline import datafiles
from pipeline.vocabulary import key

TITLES = ("h1", "h2", "h3", "h4", "h5", "h6")
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
"""A word of a class: what stands between signs and changes of case."""
LONGEST_NAMES = 1_000
"""Letters of the classes and of the id that are looked at."""
_LONGEST_TITLE = 300
_MOST_TEXTS = 20
"""Texts that a heading is made of, and maybe a link to edit it."""
_WORDS_OF_LINE, _WORDS_OF_TITLE = 2, 3
"""Words of an id that is made of a line, and of one made of the heading below it."""


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


def repeats_title(element: Any) -> bool:
    """Whether an id is only what the element says, or what its heading does: "Do_it_like_this", as wikis name what they head.
    One of fewer words may be the name of a part: "comments", "Related exercises".
    """
    called = key(element.get("id", "")[:_LONGEST_TITLE].replace("_", " ")).split()
    if len(called) < _WORDS_OF_LINE:
        return False
    title = next(element.iter(*TITLES), None)
    if title is not None and len(called) < _WORDS_OF_TITLE:
        return False
    said = islice((element if title is None else title).itertext(), _MOST_TEXTS)
    return key(" ".join(text[:_LONGEST_TITLE] for text in said)).split() == called
