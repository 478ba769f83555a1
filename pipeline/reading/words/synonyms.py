"""Another name of the exercise in the line that names it: "Pallof Press aka Core Press", "Dead Bug (Dying Bug)"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from pipeline.reading.words.forms import forms
from pipeline.reading.words.plain import sentences, without_bracket
from pipeline.vocabulary import key, known_names, load

_IN_BRACKETS = re.compile(r"^([^()]*\w)\s*\(([^()]{2,40})\)$")
_NEAR = 120
"""Letters from the beginning of a text in which it comes to other names."""
_JOINT = re.compile(r"(?<![\w'’])([\w'’]{1,40})(\s+(?:and|or|&)\s+|,\s+|\s[-–]\s)(?=([\w'’]{1,40}))", re.IGNORECASE)
"""What divides names, and may stand in one: "Clean and Jerk", "Running, Treadmill"."""
_GUARDED = str.maketrans(" ,", "\ue000\ue001")
_UNGUARDED = str.maketrans("\ue000\ue001", " ,")
"""Signs that nobody writes, for a space and a comma at which no name ends."""
_BETWEEN = re.compile(r"\s*,\s*(?:(?:and|or)\s+)?|\s+(?:or|and)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_MOST_WORDS = 6
_JOINING = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
_FEWEST_WORDS = 2
_TOLD_BY = ("muscles", "body_parts", "equipment", "sides")


def name_and_synonym(text: str, called: Collection[str] = ()) -> tuple[str, str]:
    """The text without the other name in it, and the other name; "" where there is none. `called` holds what the page
    calls the exercise elsewhere, as keys.

    What stands in brackets is another name where people know it as one, where it is the first letters of the words
    before it, or where the page leaves it out elsewhere and it ends like the name of an exercise: "(with Rope)" and
    "(Incline)" belong to the name, and so does all of a name that people know with its brackets.
    """
    name, *other = forms()["also_named"].split(text, maxsplit=1)
    if other and name:
        return name, without_bracket(other[0].rstrip(" ."))
    bracketed = _IN_BRACKETS.match(text) if text.endswith(")") else None
    if bracketed and not _is_known(text) and _is_synonym(bracketed.group(2), bracketed.group(1), called):
        return bracketed.group(1), bracketed.group(2)
    return text, ""


def says_also(inside: str) -> bool:
    """Whether what stands in brackets behind a name is other names by its form: "aka Core Press", or several of them."""
    return forms()["also_within"].match(inside) is not None and (
        ", " not in inside or all(map(_is_known, inside.split(", ")))
    )


_IT = re.compile(r"(?:it|this)\b", re.IGNORECASE)


def _is_known(text: str) -> bool:
    return key(text) in known_names()


def names_told(text: str, name: str) -> list[str]:
    """The other names that a text begins with, "The Romanian Deadlift, also known as the RDL or Stiff-Hip Deadlift, is", or
    that a sentence of it gives: "It is also known as the RDL.".
    """
    hint = forms()["other_names"].search
    told = forms()["named_beside"].match(guarded(text, name)) if hint(text, 0, _NEAR) else None
    if told is None or key(told.group("name")) != key(name):
        said = [_of_it(guarded(sentence, name), name) for sentence in sentences(text)] if hint(text) else []
        told = next(filter(None, map(forms()["named_in_a_sentence"].match, said)), None) or _told_in_passing(said)
        others = [_ARTICLE.sub("", text) for text in _BETWEEN.split(told.group("others"))] if told else []
        told = told if all(other[:1].isupper() for other in others) else None  # "It is often called functional."
    if told is None:
        return []
    most = max(_MOST_WORDS, len(name.split()) + 1)
    names = (unguarded(_ARTICLE.sub("", text)).strip(" '\"“”‘’") for text in _BETWEEN.split(told.group("others")))
    return [text for text in names if 0 < len(text.split()) <= most]


def _told_in_passing(said: list[str]) -> re.Match[str] | None:
    """The first sentence that names others behind one that speaks of the exercise, or at the beginning: "Some call it ..."."""
    before = ("it", *said)
    told = (
        forms()["named_in_passing"].match(sentence)
        for last, sentence in zip(before, said, strict=False)
        if _IT.match(last)
    )
    return next(filter(None, told), None)


def _of_it(sentence: str, name: str) -> str:
    """A sentence that begins with the exercise's `name`, or tells of others for it, with "it" instead."""
    begins = re.compile(rf"^(another name for )?(?:the )?{re.escape(name)}(?= (?:is|also|goes)\b)", re.IGNORECASE)
    return begins.sub(lambda found: f"{found[1] or ''}it", sentence) if name else sentence


def guarded(text: str, name: str) -> str:
    """A text that is to be divided into names, with signs in what joins two words of the exercise's own `name`, wherever it
    stands between the same words: "Seated Hamstring and Calf Stretch".
    """
    joints = {_joined(m) for m in _JOINT.finditer(name)}
    if not joints:
        return text
    return _JOINT.sub(lambda m: m[1] + m[2].translate(_GUARDED) if _joined(m) in joints else m[0], text)


def _joined(joint: re.Match[str]) -> tuple[str, str]:
    """The words that a joint stands between; before a dash every name has its own: "Curl-Up - Legs on Ball"."""
    return ("" if joint[2].strip() in ("-", "–") else key(joint[1]), key(joint[3]))


def unguarded(text: str) -> str:
    """The text again with what the signs of `guarded` stand for."""
    return text.translate(_UNGUARDED)


def _is_synonym(text: str, name: str, called: Collection[str]) -> bool:
    wanted = key(text)
    if ", " in text:
        return all(map(_is_known, text.split(", ")))
    if wanted in known_names() or (text.isupper() and len(text) > 1 and text == _letters(name)):
        return True
    words = wanted.split()
    if key(name) not in called or len(words) < _FEWEST_WORDS or not _JOINING.isdisjoint(words):
        return False
    said = (wanted, words[-1])  # "(Upper Back)", "(Smith Machine)" say where and with what
    return words[-1] in _movements() and not any(load(kind).find(word) for kind in _TOLD_BY for word in said)


def _letters(name: str) -> str:
    return "".join(word[:1] for word in re.split(r"[\s-]+", name)).upper()


@lru_cache(maxsize=1)
def _movements() -> frozenset[str]:
    """Words at the end of names: press, curl, bug."""
    return frozenset(name.split()[-1] for name in known_names())
