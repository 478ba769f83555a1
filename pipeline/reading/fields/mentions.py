"""Terms that sentences name: "The quads do most of the work, with help from the glutes." Only of sections that are about
them, or of sentences that say what the exercise is, and only where the page lists them nowhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from pipeline.reading.captures import INTRO, STATED, UNKNOWN, Capture, Sections
from pipeline.reading.fields.statements import helpers, ranks_muscles, stated, unnamed
from pipeline.reading.fields.steps import first_steps
from pipeline.reading.words.forms import first_group, forms, found_in, is_said
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import CHOICE_FIELDS, FACT_FIELDS, all_known, vocabularies_of
from pipeline.reading.words.levels import levels_said
from pipeline.reading.words.plain import is_sentence, says_something, sentences
from pipeline.reading.words.profiles import FACTS, IGNORED, Profile
from pipeline.records import DraftField, Paragraph, Piece, Place, State
from pipeline.vocabulary import Vocabulary, key, load
from pipeline.vocabulary.terms import words_of_names

_MUSCLE_SECTIONS = ("muscles_worked", "target_muscles", "secondary_muscles", "muscle_group")
_STATING = frozenset((INTRO, FACTS, STATED, "description", "equipment", *_MUSCLE_SECTIONS, *CHOICE_FIELDS))
_LEVEL = re.compile(r"-level\b", re.IGNORECASE)
_Found = dict[str, list[tuple[Piece, Capture]]]
_KINDS = ("exercise_type", "mechanic")
"""What stands before the word "exercise" beside the level."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 4
"""Words of a term in a sentence."""
_NO_TOOL = "body weight"
_JOINT = "join"
_LONGEST_SAID = 800
"""Letters of a sentence that is asked what it states."""
_FAMILY = 4
"""Letters that words of one family share."""
_NEGATED = frozenset(("no", "not", "without", "never", "nor"))
_BEFORE = 3
"""How many words before a term may say that it is none."""


def with_mentioned(fields: dict[str, DraftField], cut: Sections, name: str, profile: Profile) -> dict[str, int]:
    """Adds the terms that sentences name to the fields of a page that lack them; gives the sentences that were no section
    of their own, with how many facts each states. `name` is that of the exercise: the Trap Bar Deadlift trains what its sentences say, not the traps.
    """
    if not _is_found(fields, "target_muscles", "muscles_worked"):
        of_muscles = [c for c in cut.captures if _is_about_muscles(c)]
        _add(fields, _muscles([_without_name(c, name) for c in of_muscles]))
    if not _is_found(fields, "equipment"):
        _add(fields, _tools([c for c in cut.captures if c.field == "equipment" and _is_of_sentences(c)]))
    lacking = [entry for entry in _TOLD_BY_SENTENCES if not _is_found(fields, *entry[0])]
    telling_sections = list(_stating(cut, profile)) if lacking else []
    only_kinds = all(kind == "kinds" for _, kind, _ in lacking)
    stated = [told for c in telling_sections if (told := _statements(c, name, only_kinds=only_kinds)).blocks]
    used: Counter[str] = Counter()
    for named_by, kind, read in lacking if stated else ():
        telling = [_telling(c, kind, name) for c in stated]
        found: _Found = {}
        if not _is_found(fields, *named_by):
            bare = [_without_name(c, name) for c in telling]
            found = _tools_beside(telling, bare, name) if read is _tools else read(bare)
        _add(fields, found)
        used.update(dict.fromkeys((line.text for capture in telling for line in _lines(capture)), len(found)))
    return {sentence: max(facts, _kinds_in(sentence)) for sentence, facts in used.items() if facts}


def _kinds_in(sentence: str) -> int:
    """Of how many kinds the facts are that a sentence speaks of."""
    return sum(hinted(sentence, kind) for _, kind, _ in _TOLD_BY_SENTENCES)


def _is_about_muscles(capture: Capture) -> bool:
    """Whether a section is about muscles; one whose heading nobody knows where that says the word: "The muscles behind it"."""
    return capture.field in _MUSCLE_SECTIONS or (capture.field == UNKNOWN and hinted(capture.via, "about_muscles"))


def _is_of_sentences(capture: Capture) -> bool:
    """Whether a section is no label with its terms: it has a heading, or sentences beside its label."""
    texts = [block.whole for block in capture.blocks if isinstance(block, Paragraph)]
    return not capture.row or (bool(texts) and all(map(_says_something, texts)))


def _says_something(text: str) -> bool:
    if ranks_muscles(text):
        return True
    told = is_sentence(text) or is_said("is", text)  # a value is kept without its full stop
    return told and says_something(text) and not hinted(text, "refusing")


def _stating(cut: Sections, profile: Profile) -> Iterator[Capture]:
    """The sections that say what the exercise is; above the steps also those whose heading nobody knows, or asks. Behind them
    questions that ask for a fact: "Which muscles does it work?".
    """
    first = first_steps(cut.captures)
    for n, capture in enumerate(cut.captures):
        asks = capture.field == IGNORED and capture.via.endswith("?") and not hinted(capture.via, "mistakes")
        asks = asks and (
            n < first or (profile.label_of(capture.via) in FACT_FIELDS and not _speaks_of_another(capture))
        )
        states = capture.row or capture.field in _STATING or asks or (capture.field == UNKNOWN and n < first)
        if states and _is_of_sentences(capture):
            yield capture


def _speaks_of_another(capture: Capture) -> bool:
    """Whether an answer speaks of another exercise, too: "The back squat works the back, this one the quads."."""
    said = (sentence for line in _lines(capture) for sentence in sentences(line.text))
    subjects = (
        found["subject"].lower().split() for sentence in said for found in forms()["of_another"].finditer(sentence)
    )
    return any(not words_of_names().isdisjoint(words) and words != ["exercise"] for words in subjects)


def _without_name(capture: Capture, name: str) -> Capture:
    wanted = name.lower()
    if not wanted or not any(isinstance(b, Paragraph) and wanted in b.text.lower() for b in capture.blocks):
        return capture
    blocks = (replace(b, text=unnamed(b.text, name)) if isinstance(b, Paragraph) else b for b in capture.blocks)
    return replace(capture, blocks=tuple(blocks))


def _statements(capture: Capture, name: str, *, only_kinds: bool) -> Capture:
    """What the sentences of a section state of the exercise ("... is a beginner exercise that targets ..."); `only_kinds` where
    nothing is asked for but of what kind it is.
    """
    told: list[Paragraph] = []
    for line in (
        line
        for line in _lines(capture)
        if not line.lead and not (only_kinds and not _says_kind(unnamed(line.text, name)))
    ):
        for sentence in (s for s in sentences(line.text) if len(s) <= _LONGEST_SAID):
            called = unnamed(sentence, name)
            if said := stated(called):
                told.append(Paragraph(sentence if said == called else said, line.place))
    return replace(capture, blocks=tuple(told))


def _says_kind(text: str) -> bool:
    """Whether a text, in which "it" is the exercise, says of some kind that it is one."""
    return any(is_said(form, text) for form in ("is", "type", "force"))


def _telling(capture: Capture, kind: str, name: str) -> Capture:
    return replace(capture, blocks=tuple(line for line in _lines(capture) if _tells_of(unnamed(line.text, name), kind)))


def _tells_of(sentence: str, kind: str) -> bool:
    if hinted(sentence, kind):
        return True
    if kind == "kinds":
        return _says_kind(sentence)
    if kind == "equipment":  # "It is a dumbbell exercise"
        tools = vocabularies_of("equipment")
        told = [first_group(found) for found in found_in("is", sentence)]
        things = [
            term for text in told if hints()["of_others"].isdisjoint(key(text).split()) for term in named(text, tools)
        ]
        is_own = is_said("of_it", sentence) and not hinted(sentence, "otherwise")
        return bool(things) and is_own and things == list(named(sentence, tools))
    if kind == "levels":
        return any(levels_said(sentence))
    return kind == "muscles" and bool(helpers(sentence) or forms()["helped"].search(sentence))


def _level(stated: Sequence[Capture]) -> _Found:
    """The level, where the sentences say one and no other, and the kind of exercise that stands beside it."""
    lines = ((line, capture) for capture in stated for line in _lines(capture))
    found = [(Piece(level, "", line.place), capture) for line, capture in lines for level in levels_said(line.text)]
    if not found:
        levelled = map(_on_the_level, stated)
        found = [entry for capture in levelled for entry in _named_in(capture, "difficulty", "levels")]
    if len({piece.text for piece, _ in found}) != 1:
        return {}
    return {"difficulty": found[:1]} | _kinds(stated)


def _kinds(stated: Sequence[Capture]) -> _Found:
    """What sentences say that the exercise is, "It is a compound movement", and which way the load is moved in it."""
    words = [*_said_in(stated, "is"), *_said_in(stated, "type")]
    kinds = {
        kind: [(Piece(term, "", c.place), c) for text, c in words for term in _kinds_named(text, kind)][:1]
        for kind in _KINDS
    }
    kinds["bilateral"] = [
        (Piece(word, "", c.place), c) for text, c in words for word in text.split() if all_known("bilateral", (word,))
    ][:1]
    kinds["force"] = [(Piece(way, "", c.place), c) for way, c in _ways(stated, words)][:1]
    return {kind: pieces for kind, pieces in kinds.items() if pieces}


def _ways(stated: Sequence[Capture], words: Sequence[tuple[str, Capture]]) -> list[tuple[str, Capture]]:
    """Which ways the load is moved, as sentences say, or `words` of kinds; where these name several, one of them is that of
    another exercise, and only sentences about "it" count.
    """
    if ways := list(_said_in(stated, "force")):
        return ways
    ways = [(term, c) for text, c in words for term in _kinds_named(text, "force")]
    if len({term for term, _ in ways}) < 2:
        return ways
    own = [replace(c, blocks=tuple(line for line in _lines(c) if is_said("of_it", line.text))) for c in stated]
    return [(term, c) for text, c in _said_in(own, "is") for term in _kinds_named(text, "force")]


def _said_in(captures: Sequence[Capture], form: str) -> Iterator[tuple[str, Capture]]:
    """What the lines of sections say in a form, each with its section."""
    for capture in captures:
        for line in _lines(capture):
            yield from ((first_group(found), capture) for found in found_in(form, line.text))


def _kinds_named(text: str, kind: str) -> Iterator[str]:
    """The kinds that words name by one of their own family, or by the joints: "an explosive", "a simple movement" may be
    anything.
    """
    words = {word[:_FAMILY] for word in key(text).split()}
    return (term for term in named(text, vocabularies_of(kind)) if term[:_FAMILY] in words or _JOINT in words)


def _on_the_level(capture: Capture) -> Capture:
    """A section with its levels as terms of their own, and without the experts who say something of it."""
    texts = ((line, forms()["experts_say"].sub("they say", line.text)) for line in _lines(capture))
    lines = (replace(line, text=_LEVEL.sub(" level", text)) for line, text in texts)
    return replace(capture, blocks=tuple(lines))


def _is_found(fields: dict[str, DraftField], *names: str) -> bool:
    return any(name in fields and fields[name].state is State.FOUND for name in names)


def _add(fields: dict[str, DraftField], found: _Found) -> None:
    for name, named in found.items():
        if not _is_found(fields, name):
            pieces = tuple({piece.text: piece for piece, _ in reversed(named)}.values())[::-1]
            capture = named[0][1]
            fields[name] = DraftField(State.FOUND, pieces, capture.via, capture.place)


def _muscles(captures: Sequence[Capture]) -> _Found:
    """The muscles that sentences name, by the part that their clause gives them; each once, in its first part. What a muscle
    does ("which lift your feet") names none.
    """
    found = _parts(captures)
    return found if "target_muscles" in found else {}


def _parts(captures: Sequence[Capture]) -> _Found:
    known = vocabularies_of("target_muscles")
    found: _Found = {}
    seen: set[str] = set()
    for capture in captures:
        for clause, place in _clauses(capture):
            if clause.lower().startswith("which ") or forms()["of_body"].search(clause):
                continue
            helping = helpers(clause)
            terms = list(_found_in(helping or clause, known))
            part = _part(" ".join(_without(clause, [span for _, span in terms])), capture)
            if helping and part == "target_muscles":
                part = "secondary_muscles"
            for term in dict.fromkeys(term for term, _ in terms):
                if term not in seen:
                    seen.add(term)
                    found.setdefault(part, []).append((Piece(term, "", place), capture))
    return found


def _helpers(captures: Sequence[Capture]) -> _Found:
    """The muscles that sentences say to help those that the page names elsewhere."""
    helping = (
        replace(
            c, blocks=tuple(line for line in _lines(c) if helpers(line.text) or forms()["helped"].search(line.text))
        )
        for c in captures
    )
    found = _parts(list(helping))
    return {"secondary_muscles": found["secondary_muscles"]} if "secondary_muscles" in found else {}


def _part(clause: str, capture: Capture) -> str:
    """The part that muscles have by the words around them: those of their own names ("side deltoids") say nothing of it."""
    if capture.field == "secondary_muscles":
        return capture.field
    clause = forms()["where"].sub("", clause)
    if forms()["lesser"].search(clause):
        return "secondary_muscles"
    return next((field for field in ("stabilizers", "secondary_muscles") if hinted(clause, field)), "target_muscles")


def _tools(captures: Sequence[Capture]) -> _Found:
    found = [entry for capture in captures for entry in (*_named_in(capture, "equipment"), *_nothing_in(capture))]
    found = [entry for entry in found if load("equipment").find(entry[0].text)]  # not "assisted by the calves"
    tools = [entry for entry in found if entry[0].text != _NO_TOOL] or found  # "just a box, nothing else"
    return {"equipment": tools} if tools else {}


def _tools_beside(telling: Sequence[Capture], bare: Sequence[Capture], name: str) -> _Found:
    """The tools of sentences; none that only the name says, unless it is that of a tool: "You need battle ropes"."""
    tools = (load("equipment"),)
    said = {tool for tool in named(name, tools) if tools[0].find(name) != tool}
    said -= {tools[0].find(piece.text) for pieces in _tools(bare).values() for piece, _ in pieces}
    found = [
        entry for pieces in _tools(telling).values() for entry in pieces if tools[0].find(entry[0].text) not in said
    ]
    return {"equipment": found} if found else _tools(bare)


def _body_parts(captures: Sequence[Capture]) -> _Found:
    """The parts of the body that sentences call so: "The body part is the chest"."""
    lines = ((line, capture) for capture in captures for line in _lines(capture))
    told = ((said["what"], line.place, c) for line, c in lines for said in forms()["of_body"].finditer(line.text))
    told = (entry for entry in told if all_known("body_parts", entry[:1]))
    parts = vocabularies_of("body_parts")
    found = [(Piece(term, "", place), capture) for text, place, capture in told for term in named(text, parts)]
    return {"body_parts": found} if found else {}


def _nothing_in(capture: Capture) -> Iterator[tuple[Piece, Capture]]:
    """The body's weight, for each clause that says that nothing else is needed."""
    denied = (at for clause, at in _clauses(capture) if forms()["nothing"].search(clause))
    yield from ((Piece(_NO_TOOL, "", at), capture) for at in denied)


def _named_in(capture: Capture, field: str, hint: str = "") -> Iterator[tuple[Piece, Capture]]:
    """The terms of a field in the clauses of a section; with a `hint` only in those that say one of its words."""
    known = vocabularies_of(field)
    clauses = ((clause, at) for clause, at in _clauses(capture) if not hint or hinted(clause, hint))
    yield from ((Piece(term, "", at), capture) for clause, at in clauses for term in named(clause, known))


def _lines(capture: Capture) -> list[Paragraph]:
    return [block for block in capture.blocks if isinstance(block, Paragraph)]


def _clauses(capture: Capture) -> Iterator[tuple[str, Place]]:
    for block in capture.blocks:
        if isinstance(block, Paragraph) and (says_something(block.whole) or ranks_muscles(block.whole)):
            yield from ((clause, block.place) for clause in forms()["clause"].split(block.whole) if clause)


def named(text: str, known: Sequence[Vocabulary]) -> Iterator[str]:
    """The canonical names of the terms in a text, longest first at each word, none that the text denies."""
    return (term for term, _ in _found_in(text, known))


def _without(text: str, spans: Sequence[range]) -> list[str]:
    """The words of a text that stand in none of the spans."""
    taken = set(chain.from_iterable(spans))
    return [word for n, word in enumerate(_WORD.findall(text)) if n not in taken]


def _found_in(text: str, known: Sequence[Vocabulary]) -> Iterator[tuple[str, range]]:
    """The same, with the words, by their numbers, that are each of them."""
    words = _WORD.findall(text)
    first = _first_words(tuple(known))
    place = 0
    while place < len(words):
        if key(words[place]).partition(" ")[0] not in first:
            place += 1
            continue
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            phrase = key(" ".join(words[place : place + length]))
            term = next((t for v in known if (t := v.find_key(phrase))), None)
            if term:
                if _NEGATED.isdisjoint(word.lower() for word in words[max(0, place - _BEFORE) : place]):
                    yield term, range(place, place + length)
                place += length - 1
                break
        place += 1


@lru_cache(maxsize=16)
def _first_words(known: tuple[Vocabulary, ...]) -> frozenset[str]:
    names = chain.from_iterable(vocabulary.keys() for vocabulary in known)
    return frozenset(name.partition(" ")[0] for name in names)


_TOLD_BY_SENTENCES: tuple[tuple[tuple[str, ...], str, Callable[[Sequence[Capture]], _Found]], ...] = (
    (("target_muscles", "muscles_worked", "muscle_group"), "muscles", _muscles),
    (("equipment",), "equipment", _tools),
    (("difficulty",), "levels", _level),
    (("mechanic",), "kinds", _kinds),
    (("force",), "kinds", _kinds),
    (("exercise_type",), "kinds", _kinds),
    (("bilateral", "unilateral"), "kinds", _kinds),
    (("secondary_muscles",), "muscles", _helpers),
    (("body_parts",), "body_parts", _body_parts),
)
"""What sentences state: the fields that say it too, the words that hint at it, and how it is read."""
