"""What a query wishes for: the records that understanding makes and that finding and explaining read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Meant(NamedTuple):
    """A known word, and how likely it is what was meant: 1 for certain."""

    word: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A wish for a term of the vocabulary. `words` are the typed ones, folded; `also` further terms they may mean."""

    kind: str
    term: str
    words: tuple[str, ...]
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A wish for a word, a phrase or a name. `readings` holds the words it may stand for, with their likeness;
    `families` the numbers of the families of names it belongs to, `says` those of groups of synonyms.
    """

    words: tuple[str, ...]
    readings: tuple[tuple[Meant, ...], ...]
    families: tuple[int, ...] = ()
    says: tuple[int, ...] = ()
    phrase: bool = False
    typed: str = ""


Wish = Fact | Spoken
Group = tuple[Wish, ...]
"""Wishes that are alternatives of each other."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a query wants: every group is wanted, `unwanted` must not hold.

    `corrected` is the query with slips repaired, None when there were none. `named` says that it names an exercise;
    `names` holds names that were read as wishes and still count; `kit` is all that may be needed, empty for no limit;
    `said` is the query as it might be the whole name of an exercise.
    """

    groups: tuple[Group, ...]
    unwanted: tuple[Wish, ...]
    corrected: str | None
    notes: tuple[str, ...]
    named: bool = False
    names: tuple[Spoken, ...] = ()
    kit: tuple[str, ...] = ()
    said: str = ""


def kind_of(group: Sequence[Wish]) -> str:
    """The kind of term that a group wishes for; empty for words."""
    return group[0].kind if isinstance(group[0], Fact) else ""


def shown(group: Sequence[Wish]) -> str:
    """A group as a person would write it."""
    return " or ".join(w.term if isinstance(w, Fact) else repr(w.typed) for w in group)


def terms(understood: Understood) -> dict[str, tuple[str, ...]]:
    """The terms that were read out of the words, by kind; exclusions under `not`."""
    found: dict[str, dict[str, None]] = {}
    for group in understood.groups:
        for wish in group:
            if isinstance(wish, Fact):
                found.setdefault(wish.kind, {})[wish.term] = None
            elif wish.families:
                found.setdefault("name", {})[wish.typed] = None
    for wish in understood.unwanted:
        found.setdefault("not", {})[wish.term if isinstance(wish, Fact) else wish.typed] = None
    return {kind: tuple(names) for kind, names in found.items()}
