"""One loader for every vocabulary file, and the look-up that makes "Quads" and "quadriceps" one muscle."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import datafiles
from pipeline.remembered import Remembered
from pipeline.vocabulary.keys import key

KINDS = (
    "muscles",
    "body_parts",
    "equipment",
    "difficulty",
    "exercise_types",
    "sides",
    "metrics",
    "mechanic",
    "force",
    "loading",
)
"""Every vocabulary; each is a file of this package with the same shape."""


_AS_NEAR = 5
"""How much less alike than the best suggestion another may be, of 100."""


class Term(NamedTuple):
    """One canonical name. `under` are terms of its own kind, `part` a body part."""

    name: str
    also: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    part: str = ""
    group: bool = False


class Vocabulary:
    """The terms of one kind. Iterates over canonical names, in the order of the file."""

    def __init__(self, kind: str, terms: Iterable[Term], noise: Iterable[str] = ()) -> None:
        self.kind = kind
        self.terms: dict[str, Term] = {term.name: term for term in terms}
        self.noise = frozenset(key(word) for word in noise)
        self._names: dict[str, str] = {}
        self._found = Remembered(self._sought)
        for term in self.terms.values():
            for name in (term.name, *term.also):
                self._names.setdefault(key(name), term.name)
        self.words = frozenset(word for name in self._names for word in name.split()) | self.noise
        self.longest = max((len(name.split()) for name in self._names), default=0)

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __contains__(self, name: object) -> bool:
        return name in self.terms

    def find(self, text: str) -> str | None:
        """The canonical name of `text`, in any spelling; None when the vocabulary does not know it."""
        return self._found[text]

    def _sought(self, text: str) -> str | None:
        wanted = key(text)
        found = self._names.get(wanted)
        if found is None and self.noise and not self.noise.isdisjoint(words := wanted.split()):
            found = self._names.get(" ".join(w for w in words if w not in self.noise))
        return found

    def find_key(self, wanted: str) -> str | None:
        """Like `find`, for a text that went through `key` already, and without leaving words out."""
        return self._names.get(wanted)

    def keys(self) -> Mapping[str, str]:
        """Every known spelling, as `key` makes it, with its canonical name."""
        return self._names

    def ancestors(self, name: str) -> tuple[str, ...]:
        """What `name` stands under, nearest first, itself left out."""
        return self._above.get(name, ())

    def descendants(self, name: str) -> tuple[str, ...]:
        """`name` and everything under it, in the order of the file."""
        return self._below.get(name, ())

    @cached_property
    def _above(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(self._climbed(name)) for name in self.terms}

    @cached_property
    def _below(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name, above in self._above.items():
            for ancestor in dict.fromkeys((name, *above)):
                found.setdefault(ancestor, []).append(name)
        return {name: tuple(below) for name, below in found.items()}

    def _climbed(self, name: str) -> list[str]:
        found: list[str] = []
        queue = list(self.terms[name].under)
        while queue:
            parent = queue.pop(0)
            if parent not in found:
                found.append(parent)
                queue.extend(self.terms[parent].under if parent in self.terms else ())
        return found

    def suggest(self, text: str, most: int = 3) -> tuple[str, ...]:
        """The canonical names that look most like `text`, best first; empty when nothing comes near."""
        from rapidfuzz import process  # only where somebody mistyped

        near = process.extract(key(text), list(self._names), limit=most * 3, score_cutoff=84)
        best = near[0][1] if near else 0
        return tuple(dict.fromkeys(self._names[match] for match, score, _ in near if score > best - _AS_NEAR))[:most]


@lru_cache(maxsize=1)
def _noise() -> dict[str, list[str]]:
    return dict(_parse("noise"))


def _parse(stem: str) -> Any:
    return datafiles.load(Path(__file__).parent / f"{stem}.yaml")


@lru_cache(maxsize=len(KINDS))
def load(kind: str) -> Vocabulary:
    """The vocabulary of one kind, read once in a process. Raises KeyError for a kind that does not exist."""
    if kind not in KINDS:
        raise KeyError(kind)
    return Vocabulary(kind, map(_term, _parse(kind)), _noise()[kind])


def _term(entry: Mapping[str, Any]) -> Term:
    return Term(
        name=str(entry["name"]),
        also=tuple(map(str, entry.get("also", ()))),
        under=tuple(map(str, entry.get("under", ()))),
        part=str(entry.get("part", "")),
        group=entry.get("group", entry.get("region")) == "true",
    )


@lru_cache(maxsize=1)
def name_families() -> tuple[tuple[str, ...], ...]:
    """Names of one and the same exercise, from names.yaml; the first of each is the plainest."""
    return tuple((str(entry["name"]), *map(str, entry["also"])) for entry in _parse("names"))


def words_of_parts() -> tuple[str, ...]:
    """Words that name a part of a muscle, from parts.yaml."""
    return tuple(map(str, _parse("parts")))


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Every name of the families, and of lone_names.yaml, as `key` makes it."""
    return frozenset(key(name) for family in (*name_families(), map(str, _parse("lone_names"))) for name in family)


@lru_cache(maxsize=1)
def _families_of_names() -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for number, family in enumerate(name_families()):
        for name in family:
            found.setdefault(key(name), set()).add(number)
    return found


def are_one_exercise(name: str, other: str) -> bool:
    """Whether two names, as `key` makes them, are known as names of one exercise."""
    families = _families_of_names()
    return not families.get(name, set()).isdisjoint(families.get(other, ()))


@lru_cache(maxsize=1)
def words_of_names() -> frozenset[str]:
    """Every word that the names of the families are made of, as `key` makes it."""
    return frozenset(word for family in name_families() for name in family for word in key(name).split())


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Changes when any file of the vocabulary does: what was read with the old one is stale."""
    digest = hashlib.sha256()
    for entry in sorted(Path(__file__).parent.glob("*.yaml")):
        digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
