"""From the words of a query to wishes: which terms of the vocabulary, which names and which words are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.search.lexicon import Lexicon
from pipeline.search.parsing import Parsed, Part
from pipeline.search.spelling import Meant, meant, split
from pipeline.search.tokens import stem
from pipeline.search.whoosh_index import Postings

KIND_ORDER = ("muscle", "equipment", "difficulty", "type", "side")
_LONGEST_TERM = 6
_SURE = 0.84
_ALIKE = 0.03
_ONLY = frozenset(("only", "just"))
_LEAST_PREFIX = 3
_MOST_EXPANSIONS = 100


@dataclass(frozen=True, slots=True)
class Fact:
    """A wish for a term of the vocabulary. `words` are the typed ones, folded."""

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


@dataclass(frozen=True, slots=True)
class Understood:
    """What a query wants: each group holds alternatives, every group is wanted; `unwanted` must not hold.

    `corrected` is the query with slips repaired, None when there were none. `named` says that it names an exercise;
    `names` holds names that were read as wishes and still count; `kit` is all that may be needed, empty for no limit;
    `said` is the query as it might be the whole name of an exercise.
    """

    groups: tuple[tuple[Wish, ...], ...]
    unwanted: tuple[Wish, ...]
    corrected: str | None
    notes: tuple[str, ...]
    named: bool = False
    names: tuple[Spoken, ...] = ()
    kit: tuple[str, ...] = ()
    said: str = ""


class Understanding:
    """Reads queries against one lexicon and one index."""

    def __init__(self, lexicon: Lexicon, postings: Postings) -> None:
        self._lexicon = lexicon
        self._postings = postings
        asking = lexicon.asking
        self._fillers = frozenset(asking["fillers"])
        self._negators = frozenset(asking["negators"])
        self._alternatives = frozenset(asking["alternatives"])
        self._only_names = frozenset(asking["only_names"])
        self._says: dict[str, list[int]] = {}
        for number, group in enumerate(asking["synonyms"]):
            for phrase in group:
                self._says.setdefault(phrase, []).append(number)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        return frozenset(self._lexicon.spoken)

    @cached_property
    def _candidates(self) -> list[str]:
        """Every word that a slip may have been meant to be."""
        names = (*self._postings.terms("name"), *self._postings.terms("other"))
        return sorted({*self._lexicon.spoken, *names, *self._fillers, *self._negators})

    # -- the whole query -------------------------------------------------------------------------------------

    def read(self, parsed: Parsed, *, literal: bool) -> Understood:
        """The wishes of a query. With `literal` every word is just a word."""
        parts, corrected = (list(parsed.parts), None) if literal else self._repaired(parsed.parts)
        groups: list[tuple[Wish, ...]] = []
        unwanted: list[Wish] = []
        notes = list(parsed.notes)
        place = 0
        either = negated = only = False
        while place < len(parts):
            part = parts[place]
            word = part.words[0] if len(part.words) == 1 and not part.phrase and not part.field and not literal else ""
            wishes, length = self._wishes(parts, place, literal=literal)
            if not wishes:
                # "chest machine or cable", "without machine or cable": the next term goes on as the one before.
                either = word in self._alternatives or part.either
                negated = word in self._negators or part.negated or (negated and (either or word in self._fillers))
                only |= word in _ONLY
                place += 1
                continue
            if part.negated or negated:
                unwanted.extend(wishes)
                negated = self._goes_on(parts, place + length)
            elif (either or part.either) and groups:
                groups[-1] = (*groups[-1], *wishes)
            else:
                groups.append(wishes)
            either = False
            place += length
        groups, named = self._decided(groups)
        groups, names = self._names_that_are_wishes(groups)
        named = named and not names
        kit = self._kit(groups, only=only)
        said = " ".join(w for p in parts for w in p.words) if not any(p.negated or p.field for p in parts) else ""
        return Understood(tuple(groups), tuple(unwanted), corrected, tuple(notes), named, tuple(names), kit, said)

    def _names_that_are_wishes(self, groups: Sequence[tuple[Wish, ...]]) -> tuple[list[tuple[Wish, ...]], list[Spoken]]:
        """ "Hamstring stretches" is a name, and a wish as well: a muscle with a type or a tool, and nothing else."""
        spoken = [w for g in groups for w in g if isinstance(w, Spoken)]
        split_up = [self._as_facts(w) for w in spoken]
        if not spoken or not all(split_up):
            return list(groups), []
        facts: list[tuple[Wish, ...]] = [g for g in groups if isinstance(g[0], Fact)]
        return [*facts, *((f,) for found in split_up for f in found)], spoken

    def _as_facts(self, wish: Spoken) -> list[Fact]:
        """The terms that a name is made of, a muscle among them; none when a word of it is no term."""
        facts: list[Fact] = []
        place = 0
        while place < len(wish.words) and not wish.phrase:
            for length in range(len(wish.words) - place, 0, -1):
                words = wish.words[place : place + length]
                kind = next((k for k in KIND_ORDER if " ".join(words) in self._lexicon.terms[k]), None)
                if kind and length < len(wish.words):
                    facts.append(Fact(kind, self._lexicon.terms[kind][" ".join(words)], words))
                    place += length
                    break
            else:
                return []
        kinds = {fact.kind for fact in facts}
        stretch = any(fact.term == "stretching" for fact in facts)
        return facts if "muscle" in kinds and (stretch or any(f.term == "machine" for f in facts)) else []

    def _kit(self, groups: Sequence[tuple[Wish, ...]], *, only: bool) -> tuple[str, ...]:
        """What is at hand and nothing else: the tools of "only dumbbells and a bench", nothing for "no equipment"."""
        tools = [w for g in groups for w in g if isinstance(w, Fact) and w.kind == "equipment"]
        bare = any(w.term == "body weight" and w.words[0] in self._negators for w in tools)
        return tuple(w.term for w in tools) if tools and (only or bare) else ()

    def words_of(self, wish: Wish) -> list[tuple[Spoken]]:
        """The words of a wish, each for itself: for names and terms that nothing in the index has."""
        return [(self._said((word,)),) for word in wish.words if word not in self._fillers]

    def _goes_on(self, parts: Sequence[Part], place: int) -> bool:
        return place < len(parts) and parts[place].words[0] in (*self._alternatives, "and", "nor")

    # -- one place -------------------------------------------------------------------------------------------

    def _wishes(self, parts: Sequence[Part], place: int, *, literal: bool) -> tuple[tuple[Wish, ...], int]:
        """The wish that begins at a part, and how many parts it takes; no wish for words that only hold others together."""
        part = parts[place]
        if part.field:
            return self._field(part), 1
        if part.phrase or literal or part.prefix:
            return (self._said(part.words, phrase=part.phrase, typed=part.typed, prefix=part.prefix),), 1
        run = self._run(parts, place)
        for length in range(min(len(run), _LONGEST_TERM), 0, -1):
            words = tuple(w for p in run[:length] for w in p.words)
            wish = self._term(words)
            if wish is not None:
                return (wish,), length
        if part.words[0] in self._fillers | self._negators | self._alternatives and len(part.words) == 1:
            return (), 1
        return (self._said(part.words, typed=part.typed, last=place + 1 == len(parts)),), 1

    def _run(self, parts: Sequence[Part], place: int) -> list[Part]:
        """The plain words that stand together from a place on."""
        run = [parts[place]]
        for part in parts[place + 1 : place + _LONGEST_TERM]:
            if part.phrase or part.field or part.negated or part.either or part.prefix:
                break
            run.append(part)
        return run

    def _term(self, words: tuple[str, ...]) -> Wish | None:
        """Words that together are a term or the name of an exercise."""
        spelled = " ".join(words)
        kinds = [kind for kind in KIND_ORDER if spelled in self._lexicon.terms[kind]]
        numbers = self._lexicon.families.get(spelled, ())
        if kinds and not (numbers and len(words) > 1 and kinds[0] == "equipment" and spelled in self._only_names):
            terms = [(kind, self._lexicon.terms[kind][spelled]) for kind in kinds]
            return Fact(*terms[0], words, tuple(terms[1:]))
        if numbers:
            return self._said(words, families=tuple(numbers), typed=spelled)
        if spelled in self._says and len(words) > 1:
            return self._said(words, typed=spelled)
        return None

    def _said(
        self,
        words: tuple[str, ...],
        *,
        families: tuple[int, ...] = (),
        phrase: bool = False,
        typed: str = "",
        prefix: bool = False,
        last: bool = False,
    ) -> Spoken:
        says = self._says.get(" ".join(words), ())
        readings = tuple(self._readings(w, prefix=prefix or last, more=not phrase) for w in words)
        return Spoken(words, readings, families, tuple(says), phrase, typed or " ".join(words))

    def _readings(self, word: str, *, prefix: bool, more: bool) -> tuple[Meant, ...]:
        """The index words that a typed word stands for: itself, words of the same stem, and while typing longer ones."""
        found = [Meant(word, 1.0)]
        if not more:
            return tuple(found)
        root = stem(word)
        if len(root) >= _LEAST_PREFIX:
            related = [
                t for t in self._postings.terms("name", root[: max(3, len(root) - 1)]) if t != word and stem(t) == root
            ]
            found += [Meant(t, 0.95) for t in related[:_MOST_EXPANSIONS]]
        if prefix and len(word) >= _LEAST_PREFIX and not self._known(word):
            longer = [t for t in self._postings.terms("name", word) if t != word]
            found += [Meant(t, 0.8) for t in longer[:_MOST_EXPANSIONS]]
        return tuple(found)

    def _field(self, part: Part) -> tuple[Wish, ...]:
        kind = "muscle" if part.field == "target" else part.field
        term = self._lexicon.find(kind, part.typed) if kind in self._lexicon.terms else None
        if term is None:
            return (self._said(part.words, typed=part.typed),)
        return (Fact(part.field, term, part.words),)

    # -- slips -----------------------------------------------------------------------------------------------

    def _known(self, word: str) -> bool:
        """Whether a word is one of queries, of the vocabulary or of a name."""
        if word in self._fillers or word in self._negators or word in self._alternatives or word in self._spoken:
            return True
        return any(self._postings.with_term(name, word) for name in ("name", "other"))

    def _in_texts(self, word: str) -> bool:
        return any(self._postings.with_term(name, stem(word)) for name in ("steps", "about"))

    def _repaired(self, parts: Sequence[Part]) -> tuple[list[Part], str | None]:
        """The parts with words that nobody knows replaced by what was meant; the whole query as corrected."""
        known = [w for p in parts for w in p.words if self._known(w) and w not in self._fillers]
        repaired: list[Part] = []
        changed = False
        for place, part in enumerate(parts):
            words: list[str] = []
            for word in part.words:
                fixed = part.phrase or part.prefix or self._known(word)
                better = word if fixed else self._better(word, known, last=place == len(parts) - 1)
                changed |= better != word
                words.extend(better.split())
            if tuple(words) == part.words or len(words) == len(part.words):
                repaired.append(replace(part, words=tuple(words)))
            else:
                repaired.extend(replace(part, words=(w,)) for w in words)
        return repaired, _spelled(repaired) if changed else None

    def _better(self, word: str, known: Sequence[str], *, last: bool) -> str:
        """What an unknown word was meant to be: while it is typed a longer one, else the nearest that fits the others."""
        if last and len(word) >= _LEAST_PREFIX:
            if next(iter(self._postings.terms("name", word)), None):
                return word
            longer = [w for w in self._lexicon.spoken if w.startswith(word)]
            if longer:
                return min(longer, key=len)
        near = meant(word, self._candidates)
        if near and (near[0].likeness >= _SURE or not self._in_texts(word)):
            best = [m.word for m in near if m.likeness >= near[0].likeness - _ALIKE]
            return max(best, key=lambda w: (self._together(w, known), w in self._spoken, self._count(w)))
        halves = split(word, self._spoken)
        return " ".join(halves) if halves and not self._in_texts(word) else word

    def _together(self, word: str, known: Sequence[str]) -> int:
        """How many of the other words stand with this one in some name."""
        documents = self._postings.with_term("name", word)
        return sum(bool(documents & self._postings.with_term("name", other)) for other in known)

    def _count(self, word: str) -> int:
        return self._postings.with_term("name", word).bit_count()

    # -- names or wishes -------------------------------------------------------------------------------------

    def _decided(self, groups: Sequence[tuple[Wish, ...]]) -> tuple[list[tuple[Wish, ...]], bool]:
        """Whether the query names an exercise, and then which of its terms are only words of that name."""
        named = any(isinstance(w, Spoken) and self._is_movement(w) for g in groups for w in g)
        if not named:
            named = self._is_name(groups)
        if not named:
            return list(groups), False
        return [tuple(self._as_word(w) for w in group) for group in groups], True

    def _is_movement(self, wish: Spoken) -> bool:
        return bool(wish.families) or any(self._postings.with_term("name", m.word) for r in wish.readings for m in r)

    def _is_name(self, groups: Sequence[tuple[Wish, ...]]) -> bool:
        """Terms alone can be a name as well: "leg press" is no wish for a leg press machine."""
        words = [w for group in groups for wish in group[:1] for w in wish.words]
        facts = [w for g in groups for w in g if isinstance(w, Fact)]
        if not any(" ".join(f.words) in self._only_names for f in facts) or len(words) < 2:
            return False
        together = self._postings.everything
        for word in words:
            together &= self._postings.with_term("name", word)
        return bool(together)

    def _as_word(self, wish: Wish) -> Wish:
        if isinstance(wish, Fact) and " ".join(wish.words) in self._only_names:
            numbers = self._lexicon.families.get(" ".join(wish.words), ())
            return self._said(wish.words, families=tuple(numbers))
        return wish


def _spelled(parts: Sequence[Part]) -> str:
    shown = []
    for part in parts:
        text = f'"{part.typed}"' if part.phrase else " ".join(part.words)
        shown.append(
            f"{'OR ' if part.either else ''}{'-' if part.negated else ''}{f'{part.field}:' if part.field else ''}{text}"
        )
    return " ".join(shown)
