"""The mapping tables of the dialects: our terms to theirs and back, read from the YAML files beside this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline import datafiles
from pipeline.export.loss import LossReport
from pipeline.vocabulary import Vocabulary, load

# Tables whose words are those of one of our vocabularies, under another name.
_VOCABULARIES = {"assisting": "muscles"}


@lru_cache(maxsize=8)
def knowledge(dialect: str) -> Mapping[str, Any]:
    """The whole mapping file of a dialect; every scalar is text."""
    loaded = datafiles.load(Path(__file__).parent / f"{dialect}.yaml")
    assert isinstance(loaded, dict)  # noqa: S101 - a file of this package
    return loaded


@lru_cache(maxsize=64)
def table(dialect: str, kind: str) -> Table:
    """One table of a dialect."""
    vocabulary = load(_VOCABULARIES.get(kind, kind)) if kind not in ("languages", "licenses") else None
    return Table(dict(knowledge(dialect)[kind]), vocabulary)


@dataclass(frozen=True, slots=True)
class Table:
    """Our terms -> theirs. What is not in it goes by the larger term it stands under."""

    terms: Mapping[str, str]
    vocabulary: Vocabulary | None = None

    def theirs(self, term: str) -> str | None:
        """Their word for one of our terms, or for the nearest larger one; None when they have none."""
        family = (term, *(self.vocabulary.ancestors(term) if self.vocabulary else ()))
        return next((self.terms[member] for member in family if member in self.terms), None)

    def ours(self, word: str) -> str:
        """Our term for one of their words; one that nobody knows is kept as written, in lower case."""
        for term, theirs in self.terms.items():
            if theirs == word.lower():
                return term
        found = self.vocabulary.find(word) if self.vocabulary else None
        return found or " ".join(word.lower().split())


@dataclass(frozen=True, slots=True)
class Losses:
    """The loss report as one exercise sees it."""

    report: LossReport
    exercise_id: str

    def dropped(self, name: str, value: str = "") -> None:
        self.report.dropped(self.exercise_id, name, value)

    def narrowed(self, name: str, value: str, became: str) -> None:
        self.report.narrowed(self.exercise_id, name, value, became)

    def term(self, name: str, value: str, words: Table) -> str | None:
        """Their word for a term, with what became of it in the report; None when it is dropped or empty."""
        if not value:
            return None
        word = words.theirs(value)
        if word is None:
            self.dropped(name, value)
        elif words.ours(word) != value:
            self.narrowed(name, value, word)
        elif word != value:
            self.report.mapped(name, value, word)
        return word

    def terms(self, name: str, values: Iterable[str], words: Table) -> list[str]:
        """Their words for a list of terms, each once, in order."""
        found = (self.term(name, value, words) for value in values)
        return list(dict.fromkeys(word for word in found if word is not None))

    def assisting(self, values: Iterable[str], words: Table, targets: Iterable[str]) -> list[str]:
        """Their words for secondary muscles; one that comes back as one of `targets`, in our words, is dropped."""
        there = frozenset(targets)
        apart = []
        for value in values:
            word = words.theirs(value)
            if word is not None and words.ours(word) in there:
                self.dropped("secondary_muscles", value)
            else:
                apart.append(value)
        return self.terms("secondary_muscles", apart, words)

    def required(self, name: str, value: str, words: Table, unknown: str) -> str:
        """Like `term` where their schema demands a word: without one it is `unknown`, and reported."""
        word = self.term(name, value, words)
        if word is None:
            self.narrowed(name, value or "(unknown)", unknown)
        return word or unknown
