"""Small texts that speak of the facts of an exercise: what labels one, and what names its terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import CHOICE_FIELDS, vocabularies_of
from pipeline.reading.words.terms import is_known
from pipeline.vocabulary import key

LONGEST_NAMING = 120
"""Letters of a text that can name the terms of a fact."""
LONGEST_TERM = 40
_KINDS = ("target_muscles", "body_parts", "equipment", *CHOICE_FIELDS)
_BETWEEN_TERMS = re.compile(r"\s*(?:[,/&+]|\band\b)\s*")
_BEHIND_LABEL = re.compile(r":\s+|\s[–—-]\s")


@lru_cache(maxsize=256)  # the menus of a site are asked on every page
def labels_in(text: str) -> frozenset[str]:
    """The words of a text, as keys, that label facts of an exercise."""
    return hints()["labels_of_facts"].intersection(key(text).split())


def is_label_of_fact(text: str) -> bool:
    """Whether one of the words stands in a text that label facts of an exercise."""
    return bool(labels_in(text))


def names_terms(text: str) -> bool:
    """Whether a text names terms of the facts of an exercise, and nothing else."""
    return len(text) <= LONGEST_NAMING and bool(kinds_named(text))


def share_kind(texts: Sequence[str]) -> bool:
    """Whether several texts name terms of one field each, and nothing else, nor a label before them: muscles, or tools."""
    plain = all(len(text) <= LONGEST_TERM and ":" not in text for text in texts)
    return len(texts) > 1 and plain and bool(frozenset.intersection(*map(kinds_named, texts)))


@lru_cache(maxsize=4096)
def kinds_named(piece: str) -> frozenset[str]:
    """The fields of which a text, or what stands in it behind a label, names terms and nothing else. Every menu is asked, so
    terms without a sign between them are not taken apart; the menus of a site say the same again and again.
    """
    terms = [term for term in _BETWEEN_TERMS.split(_BEHIND_LABEL.split(piece)[-1]) if term]
    if not terms or any(len(term) > LONGEST_TERM for term in terms):
        return frozenset()
    known = ((field, vocabularies_of(field)) for field in _KINDS)
    return frozenset(field for field, those in known if all(is_known(term, those) for term in terms))
