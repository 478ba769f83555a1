"""The level of an exercise as sentences say it: "We call it an advanced move", "Beginners can do it, too"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.plain import sentences
from pipeline.vocabulary import key, load

_LONGEST = 3
"""Words of what stands before a level and says whose it is."""
_BETWEEN = 3
"""Words, at most, between that and the level, one less: "call it *an absolute* beginner exercise"."""
_NEAR = 4
_BEFORE_THINGS = frozenset(("a", "an", "this", "fairly", "very", "quite", "rather", "relatively"))
_WHERE = frozenset(("if", "when", "once", "until", "unless"))
"""Before a level that a reader may have."""
_AMONG_OTHERS = frozenset(("who", "whose", "and", "or"))
"""Behind people who are some of those that it is for: "It suits beginners who climb, and runners"."""


def levels_said(text: str) -> Iterator[str]:
    """The levels that the sentences of a text give to what they speak of, with all others that such a sentence names; none
    that they deny, nor that of a reader ("If you are a beginner").
    """
    for sentence in sentences(text):
        words = key(sentence).split()
        levels = [n for n, word in enumerate(words) if word in hints()["levels"] or _is_easy(words, n)]
        if any(_is_given(words, n) for n in levels):
            yield from (words[n] for n in levels)


def _is_easy(words: Sequence[str], place: int) -> bool:
    """Whether a word of what it takes is one of a level: "is an easy exercise"; "an easy way to get fit" is none."""
    if words[place] not in hints()["easy_levels"]:
        return False
    before = words[: place - 1] if words[place - 1 : place] == ["as"] else words[:place]
    if _ends_with(before, hints()["levelling"]):  # "The level is easy", "We rate it as medium"
        return place + 1 == len(words)
    if place and words[place - 1] not in _BEFORE_THINGS:
        return False
    behind = words[place + 1 : place + _NEAR]
    thing = behind.index("exercise") if "exercise" in behind else -1
    is_told = words[place] not in hints()["hard_levels"] or behind[thing + 1 : thing + 2] != ["to"]  # "hard to do well"
    return thing >= 0 and is_told and all(map(_is_kind, behind[:thing]))


def _is_kind(word: str) -> bool:
    """Whether a word says of what kind an exercise is: "an easy strength exercise"."""
    return any(load(kind).find_key(word) for kind in ("exercise_types", "mechanic", "force"))


def _is_given(words: Sequence[str], place: int) -> bool:
    before = words[max(0, place - _NEAR) : place]
    if not hints()["refusing"].isdisjoint(before) or before[-1:] == ["from"]:  # "from beginners to champions"
        return False
    if _is_of_kind(words, place, before):
        return True
    if words[place - 1 : place + 2] == ["at", words[place], "level"] and _WHERE.isdisjoint(words[:place]):
        can_do = " ".join(words[place + 2 : place + _NEAR]) in hints()["levelled_by"]  # "at beginner level can start"
        return can_do or not hints()["levelled_at"].isdisjoint(words[:place])  # "taught at intermediate level"
    among_others = not _AMONG_OTHERS.isdisjoint(words[place + 1 : place + 2])
    return not among_others and (_is_for(words, place) or _ends_before(words, place, "levelling"))


def _is_of_kind(words: Sequence[str], place: int, before: Sequence[str]) -> bool:
    """Whether the level is that of a thing, "is an advanced move", or of who can do it: "beginners can do"."""
    start = place + 1 + (words[place + 1 : place + 2] == ["level"])  # "a beginner-level move"
    behind = words[start : start + _BETWEEN]
    if " ".join(behind[:2]) in hints()["levelled_by"] or not hints()["levelled_by"].isdisjoint(behind[:1]):
        return True
    return not (hints()["levelled"].isdisjoint(behind[:2]) or hints()["levelled_as"].isdisjoint(before))


def _is_for(words: Sequence[str], place: int) -> bool:
    """Whether the exercise is for people of the level: "fine for a beginner"."""
    near = range(max(1, place - _BETWEEN), place)
    is_own = words[:1] == ["it"] or (words[:1] == ["this"] and words[1] in hints()["levelled"] | {"is"})
    if is_own and hinted(" ".join(words[max(0, place - _BETWEEN) : place]), "levelled_own"):
        return True
    return any(words[n] in ("for", "to") and _ends_with(words[:n], hints()["levelled_for"]) for n in near)


def _ends_before(words: Sequence[str], place: int, kind: str) -> bool:
    return any(_ends_with(words[:end], hints()[kind]) for end in range(max(1, place - _BETWEEN + 1), place + 1))


def _ends_with(words: Sequence[str], phrases: Set[str]) -> bool:
    return any(" ".join(words[-n:]) in phrases for n in range(1, _LONGEST + 1))
