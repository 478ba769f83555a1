"""From the words of a query to wishes: which terms of the vocabulary, which names and which words are meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.search.lexicon import Lexicon
from pipeline.search.parsing import Parsed, Part
from pipeline.search.repairing import LEAST_PREFIX, MOST_EXPANSIONS, Repair
from pipeline.search.tokens import STOP, stem
from pipeline.search.whoosh_index import Postings
from pipeline.search.wishes import Fact, Group, Meant, Spoken, Understood, Wish
from pipeline.vocabulary.keys import key

KIND_ORDER = ("muscle", "equipment", "difficulty", "type", "side", "mechanic")
_NEVER_LISTED = ("difficulty", "side")
_LONGEST_TERM = 6
_TWO_WORDS = 2
_MACHINE = "machine"
_NEVER_ALSO = ("mechanic",)
"""Kinds that a word means alone or not at all: "simple" is easy, and seldom an isolation."""
_BEGINS_ANEW = frozenset(("with", "using", "use"))
_ONLY = frozenset(("only", "just"))
_OF_LISTS = frozenset(("and", "have", "got"))
"""Words between things at hand: "I have a barbell and a bench" names no exercise."""


class Understanding:
    """Reads queries against one lexicon and one index."""

    def __init__(self, lexicon: Lexicon, postings: Postings) -> None:
        self._lexicon = lexicon
        self._postings = postings
        asking = lexicon.asking
        self._fillers = frozenset(asking["fillers"])
        self._negators = frozenset(asking["negators"])
        self._alternatives = frozenset(asking["alternatives"])
        self._instead = frozenset(asking["instead"])
        self._only_names = frozenset(asking["only_names"])
        self._says: dict[str, list[int]] = {}
        for number, group in enumerate(asking["synonyms"]):
            for phrase in group:
                self._says.setdefault(phrase, []).append(number)
        self._around = self._fillers | self._negators | self._alternatives
        self._repair = Repair(lexicon, postings, (word for phrase in self._around for word in phrase.split()))

    # -- the whole query -------------------------------------------------------------------------------------

    def read(self, parsed: Parsed, *, literal: bool) -> Understood:
        """The wishes of a query. With `literal` every word is just a word."""
        apart = self._lists_apart(parsed.parts)
        parts, corrected = (apart, None) if literal else self._repair.repaired(apart)
        wanted, unwanted, only = self._sorted(parts, literal=literal)
        groups, names = self._names_that_are_wishes(self._without_joints(wanted))
        listed = only or any(w in _OF_LISTS for p in parts for w in p.words)
        groups, named = (groups, False) if names else self._decided(groups, only=listed)
        names += [self._said(w.words) for g in groups for w in g if isinstance(w, Fact) and self._is_only_said(w)]
        kit = self._kit(groups, only=only)
        said = " ".join(w for p in parts for w in p.words) if not any(p.negated or p.field for p in parts) else ""
        notes = [*parsed.notes, *self._unknown_values(parts)]
        if not groups and not unwanted and parsed.typed and not parsed.notes:
            notes.append(f"{parsed.typed!r} says nothing of an exercise; these are all of them")
        if any(self._asks_instead(parts, place) for place in range(len(parts))):
            notes.append("what to do instead of an exercise, `exercises substitute ID` finds by its muscles and kit")
        return Understood(tuple(groups), unwanted, corrected, tuple(notes), named, tuple(names), kit, said)

    def _lists_apart(self, parts: Sequence[Part]) -> list[Part]:
        """The parts with each list behind a colon as alternatives, as in a filter: "muscle:quads,traps"."""
        apart: list[Part] = []
        for part in parts:
            kind = _kind_of_field(part.field)
            listed = self._lexicon.listed((kind,), part.typed) if kind in self._lexicon.terms else [part.typed]
            for n, typed in enumerate(listed):
                apart.append(replace(part, typed=typed, words=tuple(key(typed).split()), either=part.either or n > 0))
        return apart

    def _asks_instead(self, parts: Sequence[Part], place: int) -> bool:
        """Whether words ask for another exercise than the one they name: "squat alternative", "instead of squats"."""
        run = [w for p in parts[place : place + _TWO_WORDS] for w in p.words]
        return len(parts) > 1 and bool({*run[:1], " ".join(run)} & self._instead)

    def _unknown_values(self, parts: Sequence[Part]) -> Iterator[str]:
        for place, part in enumerate(parts):
            kind = _kind_of_field(part.field)
            if kind in self._lexicon.terms and not isinstance(self._field_of_several(parts, place)[0][0], Fact):
                yield f"there is no {kind.replace('_', ' ')} {part.typed!r}; it was searched as a word"

    def _sorted(self, parts: Sequence[Part], *, literal: bool) -> tuple[list[Group], tuple[Wish, ...], bool]:
        """What is wanted, what is not, and whether only that may be needed ("only dumbbells")."""
        groups: list[Group] = []
        unwanted: list[Wish] = []
        place = 0
        either = negated = carried = only = False
        while place < len(parts):
            part = parts[place]
            wishes, length = self._wishes(parts, place, literal=literal)
            if not wishes:
                # "chest machine or cable", "without machine or cable": the next term goes on as the one before.
                word = " ".join(w for p in parts[place : place + length] for w in p.words)
                either = word in self._alternatives or part.either
                if word in self._negators or part.negated:
                    negated, carried = True, False
                elif not (either or word in self._fillers) or (carried and word in _BEGINS_ANEW):
                    negated = False
                only |= word in _ONLY
            elif part.negated or (negated and not (carried and _is_another_wish(wishes[0], unwanted[-1]))):
                unwanted.extend(wishes)
                negated = carried = self._goes_on(parts, place + length)
            elif (either or part.either) and groups:
                groups[-1] = (*groups[-1], *wishes)
            else:
                groups.append(wishes)
            if wishes:
                either = False
                negated = negated and carried
            place += length
        return groups, tuple(unwanted), only

    def _without_joints(self, groups: Sequence[Group]) -> list[Group]:
        """The groups without words that only hold others together ("loosen up"), unless nothing else is said."""
        telling = [g for g in groups if not all(isinstance(w, Spoken) and self._is_joint(w) for w in g)]
        return telling if any(isinstance(w, Fact) for g in telling for w in g) else list(groups)

    @staticmethod
    def _is_joint(wish: Spoken) -> bool:
        return not wish.phrase and not wish.families and all(word in STOP for word in wish.words)

    def _names_that_are_wishes(self, groups: Sequence[Group]) -> tuple[list[Group], list[Spoken]]:
        """ "Hamstring stretches" is a name, and a wish as well: a muscle with stretching or a machine, and nothing else."""
        facts: list[Group] = []
        for group in groups:
            found = self._as_facts(group[0]) if isinstance(group[0], Spoken) and len(group) == 1 else []
            if not found and not isinstance(group[0], Fact):
                return list(groups), []
            facts += [(fact,) for fact in found] or [group]
        single = [group[0] for group in facts if len(group) == 1 and isinstance(group[0], Fact)]
        stretch = any(fact.term == "stretching" for fact in single) and any(fact.kind == "muscle" for fact in single)
        spoken = [w for g in groups for w in g if isinstance(w, Spoken)]
        if not spoken and not stretch:
            return list(groups), []
        return facts, spoken or [self._said(tuple(w for fact in single for w in fact.words))]

    def _is_only_said(self, fact: Fact) -> bool:
        """Whether a muscle is worked by nothing in the index as its facts state it, and yet stands in a name."""
        return not self._postings.with_term("facts", f"{fact.kind}:{fact.term}") and self._in_one_name(fact.words)

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

    def _kit(self, groups: Sequence[Group], *, only: bool) -> tuple[str, ...]:
        """What is at hand and nothing else: the tools of "only dumbbells and a bench", nothing for "no equipment"."""
        tools = [w for g in groups for w in g if isinstance(w, Fact) and w.kind == "equipment"]
        bare = any(w.term == "body weight" and w.words[0] in self._negators for w in tools)
        return tuple(w.term for w in tools) if tools and (only or bare) else ()

    def words_of(self, wish: Wish) -> list[Group]:
        """What stands for a name or term that nothing in the index has: the kind of movement it is, else its words."""
        head = self._head(wish) if isinstance(wish, Spoken) else None
        return [(head,)] if head else self._apart(wish)

    def _apart(self, wish: Wish) -> list[Group]:
        """The parts of a name or term: shorter names and terms in it ("chest" of "chest fly"), else words."""
        words, place = wish.words, 0
        found: list[Group] = []
        while place < len(words):
            for length in range(min(len(words) - place, len(words) - 1), 0, -1):
                part = words[place : place + length]
                known = self._term(part) if isinstance(wish, Spoken) else None
                if known is not None or length == 1:
                    found += [(known or self._said(part),)] if part[0] not in self._fillers or length > 1 else []
                    place += length
                    break
            else:
                break
        if any(isinstance(group[0], Spoken) and self._in_one_name(group[0].words) for group in found):
            return found
        return [(self._said((word,)),) for word in words if word not in self._fillers]  # a muscle alone says little

    def _head(self, wish: Spoken) -> Spoken | None:
        """The longest end of any name of a family that names in the index hold: "split squat" for "rfess"."""
        ends: list[tuple[str, ...]] = []
        for number in wish.families:
            for spelling in self._lexicon.family_names[number]:
                words = tuple(key(spelling).split())
                ends += [words[start:] for start in range(1, len(words) - 1)]
        held = (end for end in sorted(ends, key=len, reverse=True) if self._in_one_name(end))
        end = next(held, None)
        return self._said(end, families=tuple(self._lexicon.families.get(" ".join(end), ()))) if end else None

    def _in_one_name(self, words: Sequence[str]) -> bool:
        together = self._postings.everything
        for word in words:
            together &= self._postings.with_term("name", word)
        return bool(together)

    def _goes_on(self, parts: Sequence[Part], place: int) -> bool:
        if place == len(parts):
            return False
        return parts[place].either or parts[place].words[0] in (*self._alternatives, "and", "nor")

    # -- one place -------------------------------------------------------------------------------------------

    def _wishes(self, parts: Sequence[Part], place: int, *, literal: bool) -> tuple[Group, int]:
        """The wish that begins at a part, and how many parts it takes; no wish for words that only hold others together."""
        part = parts[place]
        if part.field:
            return self._field_of_several(parts, place)
        if part.phrase or literal or part.prefix:
            return (self._said(part.words, phrase=part.phrase, typed=part.typed, prefix=part.prefix),), 1
        run = self._run(parts, place)
        for length in range(min(len(run), _LONGEST_TERM), 0, -1):
            words = tuple(w for p in run[:length] for w in p.words)
            wish = self._term(words)
            if wish is not None:
                return (wish,), length
            if " ".join(words) in self._around:
                return (), length
        least = 1 if len(parts) > 1 else LEAST_PREFIX  # "bench p" is being typed
        return (self._said(part.words, typed=part.typed, last=place + 1 == len(parts), least=least),), 1

    def _run(self, parts: Sequence[Part], place: int) -> list[Part]:
        """The plain words that stand together from a place on."""
        run = [parts[place]]
        if run[0].negated:  # "-barbell squat": the minus is for one word
            return run
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
        held = any(self._postings.with_term("facts", f"family:{number}") for number in numbers)
        if kinds and not held and self._is_movement_and_tool(words, spelled):
            return None
        if kinds and not (numbers and len(words) > 1 and kinds[0] == "equipment" and spelled in self._only_names):
            return self._fact(words, [(kind, self._lexicon.terms[kind][spelled]) for kind in kinds])
        if numbers:
            return self._said(words, families=tuple(numbers), typed=spelled)
        if spelled in self._says and len(words) > 1:
            return self._said(words, typed=spelled)
        return None

    def _is_movement_and_tool(self, words: tuple[str, ...], spelled: str) -> bool:
        """Whether a machine is called after a movement or a muscle, and has no name of its own in the vocabulary: a "leg
        extension machine" is for the leg extension.
        """
        term = self._lexicon.terms["equipment"].get(spelled)
        if term != _MACHINE or len(words) < _TWO_WORDS or words[-1] != _MACHINE:
            return False
        before = words[:-1]
        return self._in_one_name(before) or " ".join(before) in self._lexicon.terms["muscle"]

    def _fact(self, words: tuple[str, ...], terms: list[tuple[str, str]]) -> Wish:
        """The wish for terms that words mean. Terms that nothing in the index has give way to the words themselves."""
        held = [t for t in terms if self._postings.with_term("facts", ":".join(t))]
        spelled = " ".join(words)
        if not held and terms[0][0] != "muscle" and (self._in_one_name(words) or spelled in self._says):
            return self._said(words, families=tuple(self._lexicon.families.get(spelled, ())))
        (kind, term), *others = held or terms
        return Fact(kind, term, words, tuple(t for t in others if t[0] not in _NEVER_ALSO))

    def _said(
        self,
        words: tuple[str, ...],
        *,
        families: tuple[int, ...] = (),
        phrase: bool = False,
        typed: str = "",
        prefix: bool = False,
        last: bool = False,
        least: int = LEAST_PREFIX,
    ) -> Spoken:
        says = self._says.get(" ".join(words), ())
        readings = tuple(self._readings(w, prefix=prefix or last, more=not phrase, least=least) for w in words)
        return Spoken(words, readings, families, tuple(says), phrase, typed or " ".join(words))

    def _readings(self, word: str, *, prefix: bool, more: bool, least: int = LEAST_PREFIX) -> tuple[Meant, ...]:
        """The index words that a typed word stands for: itself, words of the same stem, and while typing longer ones."""
        found = [Meant(word, 1.0)]
        if not more:
            return tuple(found)
        root = stem(word)
        if len(root) >= LEAST_PREFIX:
            related = [
                t for t in self._postings.terms("name", root[: max(3, len(root) - 1)]) if t != word and stem(t) == root
            ]
            found += [Meant(t, 0.95) for t in related[:MOST_EXPANSIONS]]
        unheard = not self._repair.known(word) or not self._postings.with_term("name", word)
        if prefix and len(word) >= least and unheard:
            longer = [t for t in self._postings.terms("name", word) if t != word]
            found += [Meant(t, 0.8) for t in longer[:MOST_EXPANSIONS]]
        return tuple(found)

    def _field_of_several(self, parts: Sequence[Part], place: int) -> tuple[Group, int]:
        """The wish of a field whose value goes on in the next words, as a shell hands it over: `muscle:lower back`."""
        first, kind = parts[place], _kind_of_field(parts[place].field)
        run = [p for p in self._run(parts, place) if not first.phrase] if kind in self._lexicon.terms else []
        for length in range(len(run), 1, -1):
            typed = " ".join(p.typed for p in run[:length])
            if self._lexicon.find(kind, typed) is not None:
                words = tuple(w for p in run[:length] for w in p.words)
                return self._field(replace(first, typed=typed, words=words)), length
        return self._field(first), 1

    def _field(self, part: Part) -> Group:
        kind = _kind_of_field(part.field)
        term = self._lexicon.find(kind, part.typed) if kind in self._lexicon.terms else None
        if term is None:
            return (self._said(part.words, typed=part.typed),)
        return (Fact(part.field, term, part.words),)

    # -- names or wishes -------------------------------------------------------------------------------------

    def _decided(self, groups: Sequence[Group], *, only: bool) -> tuple[list[Group], bool]:
        """Whether the query names an exercise, and then which of its terms are only words of that name."""
        named = any(isinstance(w, Spoken) and self._is_movement(w) for g in groups for w in g)
        if not named:
            named = not only and self._is_name(groups)
        if not named:
            return list(groups), False
        return [tuple(self._as_word(w) for w in group) for group in groups], True

    def _is_movement(self, wish: Spoken) -> bool:
        return bool(wish.families) or any(self._postings.with_term("name", m.word) for r in wish.readings for m in r)

    def _is_name(self, groups: Sequence[Group]) -> bool:
        """Terms alone can be a name as well: "leg press" is no wish for a leg press machine."""
        words = [w for group in groups for wish in group[:1] for w in self._words_in_names(wish)]
        facts = [w for g in groups for w in g if isinstance(w, Fact)]
        if not any(" ".join(f.words) in self._only_names for f in facts) or len(words) < _TWO_WORDS:
            return False
        return self._in_one_name(words)

    def _words_in_names(self, wish: Wish) -> tuple[str, ...]:
        """The words of a wish as names have them: "dumbbell" for the "db" of "db bench"."""
        if isinstance(wish, Fact) and not any(self._postings.with_term("name", word) for word in wish.words):
            return tuple(key(wish.term).split())
        return wish.words

    def _as_word(self, wish: Wish) -> Wish:
        if isinstance(wish, Fact) and " ".join(wish.words) in self._only_names:
            numbers = self._lexicon.families.get(" ".join(wish.words), ())
            return self._said(wish.words, families=tuple(numbers))
        return wish


def _is_another_wish(wish: Wish, unwanted: Wish) -> bool:
    """Whether "and" before a wish begins a new one, or goes on with what is unwanted ("no jumps and easy")."""
    if not isinstance(wish, Fact):
        return False
    return wish.kind in _NEVER_LISTED or (isinstance(unwanted, Fact) and unwanted.kind != wish.kind)


def _kind_of_field(field: str) -> str:
    return "muscle" if field == "target" else field
