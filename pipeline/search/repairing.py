"""Queries with slips of the finger, as they were meant: word by word, and as the whole name of an exercise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from pipeline.search.lexicon import Lexicon
from pipeline.search.parsing import Part
from pipeline.search.spelling import meant, nearest, split
from pipeline.search.tokens import stem
from pipeline.search.whoosh_index import Postings
from pipeline.vocabulary.keys import key

LEAST_PREFIX = 3
MOST_EXPANSIONS = 100
_SURE = 0.84
_ALIKE = 0.03
_SHORT = 3
_PLURAL_IN_ES = ("ch", "sh", "ss", "x", "zz")
_LEAST_NAME = 5
_LETTERS_PER_SLIP = 8
_LEAST_KNOWN = 10
"""Known words that stand together in no name may be a name with one slip that made a word of another ("deadlift with
chins"), when it is as long as this."""


class Repair:
    """Repairs queries against the words of one lexicon and one index."""

    def __init__(self, lexicon: Lexicon, postings: Postings, around: Iterable[str]) -> None:
        """`around` holds the words that queries are made of besides terms and names."""
        self._lexicon = lexicon
        self._postings = postings
        self._around = frozenset(around)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        return frozenset(self._lexicon.spoken)

    @cached_property
    def _words(self) -> dict[str, str]:
        """Every word that a slip may have been meant to be, by its spellings: "crunhes" is nearer to "crunches"."""
        fields = [self._postings.terms(name) for name in ("name", "other")]
        words = sorted({*self._lexicon.spoken, *self._around, *(word for field in fields for word in field)})
        return {**{f"{w}es": w for w in words if w.endswith(_PLURAL_IN_ES)}, **{w: w for w in words}}

    @cached_property
    def _whole_names(self) -> dict[str, str]:
        """Every name of an exercise and of a family, by its letters without spaces."""
        called = (term.removeprefix("called:") for term in self._postings.terms("facts", "called:"))
        return {name.replace(" ", ""): name for name in (*self._lexicon.families, *called)}

    # -- what is known ---------------------------------------------------------------------------------------

    def known(self, word: str) -> bool:
        """Whether a word is one of queries, of the vocabulary or of a name."""
        if word in self._around or word in self._spoken:
            return True
        return any(self._postings.with_term(name, word) for name in ("name", "other"))

    def _in_texts(self, word: str) -> bool:
        return any(self._postings.with_term(name, stem(word)) for name in ("steps", "about"))

    def _is_of_names(self, word: str) -> bool:
        """Whether a word is one of names alone, and no term: with terms only, a query is a wish."""
        return word not in self._around and not self._is_term(word)

    def _is_term(self, word: str) -> bool:
        return any(word in spellings for spellings in self._lexicon.terms.values())

    def _stand_together(self, words: Sequence[str]) -> bool:
        """Whether some exercise or family has all the words in one of its names."""
        if " ".join(words) in self._lexicon.families:
            return True
        for field in ("name", "other"):
            documents = self._postings.everything
            for word in words:
                documents &= self._postings.with_term(field, word)
            if documents:
                return True
        return False

    # -- the whole query -------------------------------------------------------------------------------------

    def repaired(self, parts: Sequence[Part]) -> tuple[list[Part], str | None]:
        """The parts with words that nobody knows replaced by what was meant; the whole query as corrected, None when
        nothing had to be.
        """
        others = [w for p in parts for w in p.words if w not in self._around and self.known(w)]
        fixed: list[Part] = []
        for place, part in enumerate(parts):
            fixed += self._part(part, others, last=place == len(parts) - 1)
        name = self._as_name(parts, fixed)
        if name is not None:
            fixed = [Part(words=(word,), typed=word) for word in name.split()]
        typed, now = ([w for p in several for w in p.words] for several in (parts, fixed))
        return fixed, _spelled(fixed) if typed != now else None

    def _part(self, part: Part, others: Sequence[str], *, last: bool) -> list[Part]:
        kind = "muscle" if part.field == "target" else part.field
        if kind in self._lexicon.terms:
            return [self._term(part, kind)]
        raw = part.typed.lower() if len(part.words) == 1 else ""
        words: list[str] = []
        for word in part.words:
            sound = part.phrase or part.prefix or self.known(word)
            words += [word] if sound else self._better(word, raw or word, others, last=last).split()
        if len(words) == len(part.words):
            return [replace(part, words=tuple(words))]
        return [replace(part, words=(word,), typed=word) for word in words]

    def _term(self, part: Part, kind: str) -> Part:
        """The value of a field as the term it was meant to be; as it is when there is none near."""
        if self._lexicon.find(kind, part.typed) is not None:
            return part
        near = meant(key(part.typed), key(part.typed), list(self._lexicon.terms[kind]))
        term = self._lexicon.terms[kind][near[0].word] if near else part.typed
        return replace(part, typed=term, words=tuple(key(term).split()))

    def _better(self, word: str, raw: str, others: Sequence[str], *, last: bool) -> str:
        """What an unknown word was meant to be: while it is typed a longer one, else the nearest that fits the others."""
        if last and len(word) >= LEAST_PREFIX:
            longer = self._typed_on(word)
            if longer:
                return longer
        told = self._in_texts(word)
        near = [m._replace(word=self._words[m.word]) for m in meant(word, raw, list(self._words))]
        if told:  # a word of the texts is meant, unless it is nearly one of names or terms
            near = [m for m in near if m.likeness >= _SURE and (self._count(m.word) or self._is_term(m.word))]
        if near:
            best = [m.word for m in near if m.likeness >= near[0].likeness - _ALIKE]
            chosen = max(best, key=lambda w: (self._together(w, others), w in self._spoken, self._count(w)))
            if len(raw) > _SHORT or not others or self._together(chosen, others):
                return chosen
        halves = split(word, self._spoken)
        return " ".join(halves) if halves and not told else word

    def _begins_words(self, word: str) -> bool:
        """Whether nobody knows a word, and names have longer ones that begin with it."""
        return not self.known(word) and next(iter(self._postings.terms("name", word)), None) is not None

    def _typed_on(self, word: str) -> str:
        """What somebody who is still typing the last word may be typing: the word itself when names begin with it."""
        named = list(islice(self._postings.terms("name", word), MOST_EXPANSIONS))
        longer = min((w for w in self._lexicon.spoken if w.startswith(word)), key=len, default="")
        nearly = len(longer) == len(word) + 1 and longer in named
        return longer if nearly or not named else word

    def _together(self, word: str, others: Sequence[str]) -> int:
        """How many of the other words stand with this one in some name."""
        documents = self._postings.with_term("name", word)
        return sum(bool(documents & self._postings.with_term("name", other)) for other in others)

    def _count(self, word: str) -> int:
        return self._postings.with_term("name", word).bit_count()

    # -- whole names -----------------------------------------------------------------------------------------

    def _as_name(self, parts: Sequence[Part], fixed: Sequence[Part]) -> str | None:
        """The name that a query is, written with slips in short words, or joined and split at any letter; None when it
        is none, or when its words were repaired well.
        """
        is_typed = len(parts) == 1 and self._begins_words(parts[0].words[-1])
        if is_typed or any(p.phrase or p.negated or p.field or p.either or p.prefix for p in parts):
            return None
        typed = "".join(w for p in parts for w in p.words)
        now = [w for p in fixed for w in p.words]
        if len(typed) < _LEAST_NAME or self._stand_together(now):
            return None
        slips = 1 + len(typed) // _LETTERS_PER_SLIP
        if all(self.known(w) for p in parts for w in p.words):
            if not any(self._is_of_names(w) for w in now):
                return None  # with terms only, a query is a wish: the names need not be read
            slips = 1 if len(typed) >= _LEAST_KNOWN else 0
        if "".join(now) in self._whole_names:
            return self._whole_names["".join(now)]
        if not slips:
            return None
        found = nearest(typed, list(self._whole_names), slips)
        return self._whole_names[found] if found else None


def _spelled(parts: Sequence[Part]) -> str:
    written = []
    for part in parts:
        text = f'"{part.typed}"' if part.phrase else " ".join(part.words)
        written.append(
            f"{'OR ' if part.either else ''}{'-' if part.negated else ''}{f'{part.field}:' if part.field else ''}{text}"
        )
    return " ".join(written)
