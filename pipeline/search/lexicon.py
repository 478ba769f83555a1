"""The vocabulary as search needs it, compiled once into the index: starting a search parses no YAML."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.errors import UnknownValue
from pipeline.vocabulary.keys import key

# Search's kinds, the vocabularies behind each, and how a person calls them.
KINDS = {
    "muscle": ("muscles", "body_parts"),
    "body_part": ("body_parts",),
    "equipment": ("equipment",),
    "difficulty": ("difficulty",),
    "type": ("exercise_types",),
    "side": ("sides",),
    "mechanic": ("mechanic",),
    "force": ("force",),
}
_FEW_TERMS = 25
"""Terms of a kind that are named when somebody gives none of them."""
_SHORTEST_LIKE = 3
"""Letters of what may be a slip: every word is like one letter."""
_LEAST_ALIKE, _AS_NEAR = 70, 10
"""Of 100: how like a term must be to be suggested, and how far from the likest."""
_DATA = ("words.yaml", "likeness.yaml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`terms` maps kind -> spelling -> canonical name, `ancestors` kind -> name -> what it stands under.

    `families` maps the spelling of an exercise's name to the numbers of its families, `family_names` a number to the
    family's name. `asking` holds the words of words.yaml, `levels` the difficulties from easy to hard, `spoken` every
    word of the vocabulary: what a slip of the finger may have been meant to be. `likeness` holds the weights of
    likeness.yaml.
    """

    terms: dict[str, dict[str, str]]
    ancestors: dict[str, dict[str, list[str]]]
    families: dict[str, list[int]]
    family_names: list[list[str]]
    asking: dict[str, Any]
    levels: list[str]
    spoken: list[str]
    likeness: dict[str, str]

    def find(self, kind: str, text: str) -> str | None:
        """The canonical name of a term in any spelling."""
        return self.terms[kind].get(key(text))

    def demand(self, kind: str, text: str) -> str:
        """Like `find`; raises UnknownValue with the nearest names."""
        found = self.find(kind, text)
        if found is None:
            names = sorted(set(self.terms[kind].values()))
            advice = f"known: {', '.join(names)}" if len(names) <= _FEW_TERMS else ""
            raise UnknownValue(kind.replace("_", " "), text, self.near((kind,), text), advice)
        return found

    def listed(self, kinds: Iterable[str], text: str) -> list[str]:
        """The parts of a list, "quads, hamstrings". A term that has a comma itself is no list:
        "Pectoralis Major, Sternal Head".
        """
        if any(self.find(kind, text) is not None for kind in kinds):
            return [text]
        return [part.strip() for part in text.split(",") if key(part)]

    def near(self, kinds: Iterable[str], text: str, most: int = 3) -> tuple[str, ...]:
        """The terms of some kinds whose spellings are nearest to a text, nearest first."""
        if len(key(text)) < _SHORTEST_LIKE:
            return ()
        from rapidfuzz import process  # only where somebody mistyped

        names = {spelling: term for kind in kinds for spelling, term in self.terms[kind].items()}
        found = process.extract(key(text), list(names), limit=most * 4, score_cutoff=_LEAST_ALIKE)
        best = found[0][1] if found else 0.0
        return tuple(dict.fromkeys(names[match] for match, score, _ in found if score > best - _AS_NEAR))[:most]

    def dumps(self) -> str:
        return json.dumps({name: getattr(self, name) for name in self.__slots__}, separators=(",", ":"), sort_keys=True)


def loads(text: str | bytes) -> Lexicon:
    """A lexicon from what `dumps` wrote."""
    return Lexicon(**json.loads(text))


@lru_cache(maxsize=1)
def compiled() -> Lexicon:
    """The lexicon of the installed vocabulary. Parses YAML: for building an index, not for searching."""
    from pipeline.vocabulary import load, name_families

    asking = _loaded("words.yaml")
    asking["told_by_names"] = {
        kind: {term: [key(phrase) for phrase in phrases] for term, phrases in terms.items()}
        for kind, terms in asking["told_by_names"].items()
    }
    for name in ("instead", "fillers", "negators", "alternatives", "only_names", "never_terms"):
        asking[name] = sorted({key(word) for word in asking[name]})
    asking["synonyms"] = [sorted({key(phrase) for phrase in group}) for group in asking["synonyms"]]
    terms = _spellings(asking.pop("means"), asking["never_terms"])
    ancestors = {kind: {name: list(lineage(kind, name)) for name in set(terms[kind].values())} for kind in KINDS}
    families: dict[str, list[int]] = {}
    family_names = [list(spellings) for spellings in name_families()]
    for number, spellings in enumerate(family_names):
        for spelling in dict.fromkeys(map(key, spellings)):
            families.setdefault(spelling, []).append(number)
    spoken = {
        word for known in [*terms.values(), dict.fromkeys(families, "")] for phrase in known for word in phrase.split()
    }
    levels, likeness = list(load("difficulty")), _loaded("likeness.yaml")
    return Lexicon(terms, ancestors, families, family_names, asking, levels, sorted(spoken), likeness)


def _loaded(name: str) -> Any:
    from pipeline import datafiles

    return datafiles.load(Path(__file__).parent / name)


def _spellings(means: dict[str, dict[str, list[str]]], never: list[str]) -> dict[str, dict[str, str]]:
    """Every spelling of every term by kind: those of the vocabulary, and what people say when they ask."""
    from pipeline.vocabulary import load

    terms: dict[str, dict[str, str]] = {}
    for kind, vocabularies in KINDS.items():
        terms[kind] = {}
        for vocabulary in vocabularies:
            for spelling, canonical in load(vocabulary).keys().items():
                terms[kind].setdefault(spelling, canonical)
        for canonical, phrases in means.get(kind, {}).items():
            for phrase in phrases:
                terms[kind].setdefault(key(phrase), canonical)
        for word in never:
            terms[kind].pop(word, None)
    return terms


def knowledge() -> str:
    """Changes when the vocabulary or the words of queries do: an index made with others is made anew."""
    from pipeline.vocabulary import fingerprint

    own = b"".join((Path(__file__).parent / name).read_bytes() for name in _DATA)
    return f"{fingerprint()}-{hashlib.sha256(own).hexdigest()[:8]}"


def lineage(kind: str, name: str) -> tuple[str, ...]:
    """What a term stands under: for muscles the larger muscles, body parts and regions."""
    from pipeline.vocabulary import load

    parts = load("body_parts")
    if kind != "muscle":
        return load(KINDS[kind][0]).ancestors(name)
    muscles = load("muscles")
    found = dict.fromkeys(muscles.ancestors(name))
    for member in (name, *found.copy()):
        part = muscles.terms[member].part if member in muscles else member
        found.update(dict.fromkeys((part, *parts.ancestors(part)) if part in parts else ()))
    found.pop(name, None)
    return tuple(found)
