"""Terms that sentences name: "The quads do most of the work, with help from the glutes." Only of sections that are about
them, or of sentences that say what the exercise is, and only where the page lists them nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.reading.captures import INTRO, Capture, Sections
from pipeline.reading.hinting import hinted
from pipeline.reading.kinds import vocabularies_of
from pipeline.reading.plain import is_sentence
from pipeline.reading.profiles import FACTS
from pipeline.records import DraftField, Paragraph, Piece, Place, State
from pipeline.vocabulary import Vocabulary, key

_MUSCLE_SECTIONS = ("muscles_worked", "target_muscles", "secondary_muscles")
_CLAUSE = re.compile(
    r"[.;!?]\s+|,?\s+(?=(?:with|while|whereas|but|although)\b)|,\s*(?=(?:assisted|helped|supported|plus|also)\b)",
    re.IGNORECASE,
)
_STATING = frozenset((INTRO, FACTS, "description"))
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_STATED = re.compile(
    r"\bis an? (?:[\w-]+ ){0,4}(?:exercise|movement|move|lift|drill)\b|\b(?:you|it) (?:will )?(?:need|require)s?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 4
"""Words of a term in a sentence."""
_NO_TOOL = "body weight"
_NEGATED = frozenset(("no", "not", "without", "never", "nor"))
_BEFORE = 3
"""How many words before a term may say that it is none."""


def with_mentioned(fields: dict[str, DraftField], cut: Sections) -> None:
    """Adds the terms that sentences name to the fields of a page that lack them."""
    if not _is_found(fields, "target_muscles", "muscles_worked"):
        _add(fields, _muscles([c for c in cut.captures if c.field in _MUSCLE_SECTIONS and not c.row]))
    if not _is_found(fields, "equipment"):
        _add(fields, _tools([c for c in cut.captures if c.field == "equipment" and not c.row]))
    stated = [_statements(c) for c in cut.captures if c.field in _STATING and not c.row]
    if not _is_found(fields, "target_muscles", "muscles_worked", "muscle_group"):
        _add(fields, _muscles([_telling(c, "muscles") for c in stated]))
    if not _is_found(fields, "equipment"):
        _add(fields, _tools([_telling(c, "equipment") for c in stated]))
    if not _is_found(fields, "difficulty"):
        _add(fields, _level(stated))


def _statements(capture: Capture) -> Capture:
    """The sentences of a section that say what the exercise is or takes ("... is a beginner exercise that targets ...")."""
    lines = [b for b in capture.blocks if isinstance(b, Paragraph) and not b.lead]
    told = (Paragraph(s, line.place) for line in lines for s in _SENTENCE.split(line.text) if _STATED.search(s))
    return replace(capture, blocks=tuple(told))


def _telling(capture: Capture, kind: str) -> Capture:
    blocks = (b for b in capture.blocks if isinstance(b, Paragraph) and hinted(b.text, kind))
    return replace(capture, blocks=tuple(blocks))


def _level(stated: Sequence[Capture]) -> dict[str, list[tuple[Piece, Capture]]]:
    """The level, where the sentences say one and no other."""
    known = vocabularies_of("difficulty")
    found = [
        (Piece(term, "", place), capture)
        for capture in stated
        for clause, place in _clauses(capture)
        if hinted(clause, "levels")
        for term in named(clause, known)
    ]
    return {"difficulty": found[:1]} if len({piece.text for piece, _ in found}) == 1 else {}


def _is_found(fields: dict[str, DraftField], *names: str) -> bool:
    return any(name in fields and fields[name].state is State.FOUND for name in names)


def _add(fields: dict[str, DraftField], found: dict[str, list[tuple[Piece, Capture]]]) -> None:
    for name, named in found.items():
        if not _is_found(fields, name):
            pieces = tuple({piece.text: piece for piece, _ in reversed(named)}.values())[::-1]
            capture = named[0][1]
            fields[name] = DraftField(State.FOUND, pieces, capture.via, capture.place)


def _muscles(captures: Sequence[Capture]) -> dict[str, list[tuple[Piece, Capture]]]:
    """The muscles that sentences name, by the part that their clause gives them; each once, in its first part."""
    known = vocabularies_of("target_muscles")
    found: dict[str, list[tuple[Piece, Capture]]] = {}
    seen: set[str] = set()
    for capture in captures:
        for clause, place in _clauses(capture):
            for term in named(clause, known):
                if term not in seen:
                    seen.add(term)
                    found.setdefault(_part(clause, capture), []).append((Piece(term, "", place), capture))
    return found if "target_muscles" in found else {}


def _part(clause: str, capture: Capture) -> str:
    if capture.field == "secondary_muscles":
        return capture.field
    return next((field for field in ("stabilizers", "secondary_muscles") if hinted(clause, field)), "target_muscles")


def _tools(captures: Sequence[Capture]) -> dict[str, list[tuple[Piece, Capture]]]:
    known = vocabularies_of("equipment")
    found = [
        (Piece(term, "", place), capture)
        for capture in captures
        for clause, place in _clauses(capture)
        for term in named(clause, known)
    ]
    tools = [entry for entry in found if entry[0].text != _NO_TOOL] or found  # "just a box, nothing else"
    return {"equipment": tools} if tools else {}


def _clauses(capture: Capture) -> Iterator[tuple[str, Place]]:
    for block in capture.blocks:
        if isinstance(block, Paragraph) and is_sentence(block.whole):
            yield from ((clause, block.place) for clause in _CLAUSE.split(block.whole) if clause)


def named(text: str, known: Sequence[Vocabulary]) -> Iterator[str]:
    """The canonical names of the terms in a text, longest first at each word, none that the text denies."""
    words = _WORD.findall(text)
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            phrase = key(" ".join(words[place : place + length]))
            term = next((t for v in known if (t := v.find_key(phrase))), None)
            if term:
                if _NEGATED.isdisjoint(word.lower() for word in words[max(0, place - _BEFORE) : place]):
                    yield term
                place += length - 1
                break
        place += 1
