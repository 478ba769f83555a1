"""Sentences that state facts of the exercise, "It is a compound exercise", and those that say nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from pipeline.reading.captures import STATED, UNKNOWN, Capture, Sections
from pipeline.reading.fields.steps import first_steps
from pipeline.reading.words.forms import forms, is_said, signs
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import FACT_FIELDS, vocabularies_of
from pipeline.reading.words.levels import levels_said
from pipeline.reading.words.names import SMALL
from pipeline.reading.words.plain import is_sentence, sentences
from pipeline.records import Listing, Paragraph
from pipeline.vocabulary import key
from pipeline.vocabulary.terms import words_of_names

_LABELLED = 3
"""Words, at most, before the colon of "Equipment needed: dumbbells."."""
_ARTICLE = re.compile(r"\b(?:the|an?) $", re.IGNORECASE)
_JOINING = frozenset(("the", "your", "its", "and", "plus", "both"))
_LONGEST_STATEMENT = 200
"""Letters of a sentence that states facts and nothing else."""
_LONGEST_TERM = 4
"""Words of a term in a sentence."""
_ADVISING = frozenset(("instructions", "tips", "safety_tips"))
_HELD = _ADVISING | {UNKNOWN}
"""Sections in which a paragraph may state facts and nothing else."""


def stated(sentence: str) -> str:
    """What of a sentence, in which "it" is the exercise, states facts: all of it, or what it says in passing of what the
    exercise trains; "" for any other.
    """
    label, mark, _ = sentence.partition(": ")
    labelled = bool(mark) and len(label.split()) <= _LABELLED
    if (not labelled and signs().isdisjoint(key(sentence).split())) or _is_of_kin(sentence):
        return ""
    if labelled or _says_fact(sentence) or any(levels_said(sentence)) or helpers(sentence):
        return sentence
    trains = forms()["trains"].search(sentence)
    before = sentence[: trains.start("what")] if trains else ""
    if trains is None or hinted(before, "refusing"):
        return ""
    trained = " ".join(_run_of_terms(key(trains["what"]).split(), muscles()))
    rank = "also " if forms()["lesser"].search(before) else ""
    return f"It {rank}trains {trained}." if trained else ""


def _says_fact(sentence: str) -> bool:
    if forms()["begins"].match(sentence) or ranks_muscles(sentence):
        return True
    return any(is_said(kind, sentence) for kind in ("holds", "is", "nothing"))


def helpers(sentence: str) -> str:
    """The muscles that a sentence, or a clause, says to help others, "Your abs lend a hand"; "" where it says of none."""
    found = forms()["helping"].match(sentence)
    words = key(found["who"]).split() if found else ()
    return found["who"] if found and len(_run_of_terms(words, muscles())) == len(words) else ""


def ranks_muscles(line: str) -> bool:
    """Whether a line says which muscles help which, and nothing else: "Works chest, assisted by triceps"."""
    found = forms()["line"].match(line)
    told = [key(part).split() for part in (found["what"], found["who"])] if found else []
    return bool(told) and all(len(_run_of_terms(words, muscles())) == len(words) for words in told)


def _run_of_terms(words: Sequence[str], terms: Set[str]) -> Sequence[str]:
    """The terms that words begin with, up to the first word of anything else."""
    place = end = 0
    while place < len(words):
        length = _length_of_term(words, place, terms)
        if not length and words[place] not in _JOINING:
            break
        place += length or 1
        end = place if length else end
    return words[:end]


def _length_of_term(words: Sequence[str], place: int, terms: Set[str]) -> int:
    """How many words from a place on are a term; 0 where none is."""
    return next((n for n in range(_LONGEST_TERM, 0, -1) if " ".join(words[place : place + n]) in terms), 0)


def _is_of_kin(sentence: str) -> bool:
    """Whether a sentence is about another way to do it: "The one-legged version is an advanced move"."""
    subject, verb, _ = key(sentence).partition(" is ")
    return bool(verb) and not hints()["kin"].isdisjoint(subject.split())


def with_statements(cut: Sections, name: str) -> Sections:
    """The sections of a page; the sentences that state facts of the exercise, called `name`, and say nothing else, as facts:
    those among its steps and its advice, and in sections that nobody knows above the steps. A paragraph of nothing but
    such sentences leaves its section, one of steps or of advice where that tells nothing else.
    """
    captures: list[Capture] = []
    steps_at = first_steps(cut.captures)
    several = sum(capture.field == "instructions" for capture in cut.captures) > 1
    for n, capture in enumerate(cut.captures):
        may_hold = capture.field in _HELD and not capture.row and (n < steps_at or capture.field != UNKNOWN)
        found = list(_statements_in(capture, name)) if may_hold else []
        if not found:
            captures.append(capture)
            continue
        whole = {id(line) for line, said in found if len(said) == len(sentences(line.text))}
        may_leave = capture.field not in _ADVISING or _may_leave(capture, len(whole), several=several)
        rest = tuple(block for block in capture.blocks if id(block) not in whole) if may_leave else capture.blocks
        if any(not isinstance(block, Paragraph) or block.text for block in rest):
            captures.append(replace(capture, blocks=rest))
        told = tuple(Paragraph(sentence, line.place) for line, said in found for sentence in said)
        captures.append(Capture(STATED, capture.via, told[0].place, told))
    return replace(cut, captures=tuple(captures))


def _may_leave(capture: Capture, stating: int, *, several: bool) -> bool:
    """Whether the lines `stating` facts are no step and no advice: where all lines of a section do, which is not about safety,
    nor the only one of steps but one of `several`, or beside a list of steps. "You will need a partner." is a step among others.
    """
    lines = sum(isinstance(block, Paragraph) for block in capture.blocks)
    listed = any(isinstance(block, Listing) for block in capture.blocks)
    if capture.field == "instructions":
        return listed or (stating == lines and several)
    return capture.field == "tips" and stating == lines


def _statements_in(capture: Capture, name: str) -> Iterator[tuple[Paragraph, list[str]]]:
    for line in capture.blocks:
        if isinstance(line, Paragraph) and not (line.lead or line.caption):
            said = [sentence for sentence in sentences(line.text) if _says_only_facts(sentence, name)]
            if said:
                yield line, said


def unnamed(text: str, name: str) -> str:
    """A text, "it" for the exercise's name in it, with its article, and without another name right behind that."""
    wanted = name.lower()
    between = text.lower().split(wanted) if wanted else [text]
    if len(between) == 1 or sum(map(len, between)) + (len(between) - 1) * len(name) != len(text):
        return text  # or one of the few letters that are two when they are small
    pieces, start = [], 0
    for piece in between:
        pieces.append(text[start : start + len(piece)])
        start += len(piece) + len(name)
    in_capitals = " " in name and name[:1].isupper() and name in text
    if any(_is_within_a_name(*around, in_capitals=in_capitals) for around in pairwise(pieces)):
        return text  # "the leg curl" is no Curl, and "curling" none
    called = "it".join((*(_ARTICLE.sub("", piece) for piece in pieces[:-1]), pieces[-1]))
    return forms()["named_meanwhile"].sub("", called) if len(pieces) > 1 else called


def _is_within_a_name(before: str, behind: str, *, in_capitals: bool) -> bool:
    """Whether what stands around a name makes it another: a word of names before it, or letters right behind. A small word
    before a name in capitals belongs to it not: "in this book Side Lunge is".
    """
    word = before[before.rstrip().rfind(" ") + 1 :].strip()
    if behind[:1].isalnum():
        return True
    if in_capitals and word.islower():
        return False
    return word.lower() in words_of_names() and word.lower() not in SMALL | _JOINING


def _says_only_facts(sentence: str, name: str) -> bool:
    """Whether a sentence states facts, and every word of it is of one, or of those that facts are stated with."""
    if len(sentence) > _LONGEST_STATEMENT or not is_sentence(sentence):
        return False
    called = unnamed(sentence, name)
    said, nothing = forms()["nothing"].subn("", called)
    words = key(said).split()
    place, terms = 0, nothing
    while place < len(words):
        length = _length_of_term(words, place, _terms()) if words[place] in _first_words() else 0
        if not length and words[place] not in hints()["stating"]:
            return False  # most sentences, at their first word
        terms += bool(length)
        place += length or 1
    return terms > 0 and bool(stated(called))


@lru_cache(maxsize=1)
def muscles() -> frozenset[str]:
    """Every name of a muscle or a part of the body, as `key` makes it."""
    return _names_of("muscles_worked")


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(term.partition(" ")[0] for term in _terms())


@lru_cache(maxsize=1)
def _terms() -> frozenset[str]:
    """Everything that facts can say, as `key` makes it."""
    return _names_of(*FACT_FIELDS) | hints()["levels"]


def _names_of(*fields: str) -> frozenset[str]:
    return frozenset().union(*(known.keys() for field in fields for known in vocabularies_of(field)))
