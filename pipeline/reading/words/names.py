"""The words of names: whether a text could be one, and a name without what a page puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, zip_longest

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import is_step, without_pictographs
from pipeline.reading.words.profiles import FACTS, Profile
from pipeline.reading.words.synonyms import name_and_synonym
from pipeline.records import Block, Heading
from pipeline.vocabulary import key, known_names, load
from pipeline.vocabulary.terms import words_of_names

TITLE_PARTS = re.compile(r"\s+[|\-–—«»‹›<>·•:~*/]+\s+|\s*[|»]\s*|:\s+")
_TAIL = re.compile(r"\s+[|–—-]+\s+|:\s+|\s*\|\s*")
COUNTED = re.compile(
    r"^(?:exercise|drill|lesson|chapter|module|session|topic|station|unit|move|episode|ep|no\.?|#)\s*\d+(?:[-.]\d+)*\s*[:.)–—-]\s+"
    r"|^\d{1,3}[.)]\s+(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
"""What a collection counts before a name: "Exercise 3: Box Jump", "10. Box Jump"."""
# "1.5 Rep Bench Press" is a name.
_CHAPTER = re.compile(r"^(?:\d{1,2}\.\d{1,3}\.?|\d{1,2}-\d{1,3}\.|[A-Z]{1,2}-\d{1,3}[.:]?)\s+(?=[A-Z](?![Ee][Pp]\b))")
AFTERTHOUGHT = re.compile(
    r"\s*\((?:(?:and|plus|\+)\s[^()]*|[^()]*\b(?:video|guide|tutorial|how[- ]to|instructions|tips|form|technique|notes|transcript|sheet|card|record|pictures|photos|images|gifs?|animation|printable|pdf)\b[^()]*|self\.\w+)\)$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^\[[^\]]{1,20}\]\s*|(?<=.)\s*\[[^\]]{1,20}\]$")
_JOINED = re.compile(r"\s+(?:and|plus|with)$", re.IGNORECASE)
"""What stood between two words behind a name: "Instructions and Video"."""
_SHELF = re.compile(r"^([^|»:–—]{3,40}?)(?:\s[|»–—-]+\s+|\s?:\s+)(\S.*)$")
_BAR = re.compile(r"\s*(?:\||:\s)\s*")
_COLON = re.compile(r"\s*:\s+")
DASH = re.compile(r"\s[–—-]\s")
_NO_NAMES_ALONE = ("muscles", "body_parts", "equipment")
NO_NAME = re.compile(r":\s|@|[,;]$|^[ru]/|[‹›«»]|\.{3}")
_ASKED = re.compile(r"^(?:is|are|can|could|should|do|does|will|why|which|when|who)\b.*\?$", re.IGNORECASE)
"""A question that is no name with words around it, as "How do I do the Box Jump?" is."""
LONGEST_HEADING = 2000
_MOST_WORDS = 20
MOST_PIECES = 8
_MOST_BARS = 2
"""Bars between the parts of a name and what stands around it; more are of a menu."""
HALF = 0.5
_FEWEST_TOLD = 3
_KIND = "exercise"
SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
"""Words that tell no name from another."""


def exercise_like(name: str) -> float:
    """The share of a name's words that stand in names of exercises."""
    words = [w for w in name.split() if w not in SMALL]
    return sum(map(words_of_names().__contains__, words)) / len(words) if words else 0.0


@lru_cache(maxsize=1024)  # asked of the exercise's own name at every heading
def is_name(name: str) -> bool:
    """Whether a text is the name of an exercise that people know, or made of two words or more of such names."""
    return name in known_names() or (len(_telling(name)) > 1 and exercise_like(name) == 1)


def _telling(name: str) -> list[str]:
    """The words that tell names apart: "Step 2" and "Log in" have one."""
    return [word for word in name.split() if word not in SMALL and not word.isdigit()]


def could_be_name(text: str) -> bool:
    """Whether more than half of a text, given as its key, is words of exercise names."""
    return is_name(text) or (len(_telling(text)) > 1 and exercise_like(text) > HALF)


def _names_more(tail: str, head: str) -> bool:
    """Whether the name is the longer half behind a seam: "Exercise of the Week: Exercise Ball Back Extension"."""
    return len(tail.split()) >= _FEWEST_TOLD and is_name(key(tail)) and not is_name(key(head))


def clean_name(text: str, profile: Profile) -> str:
    """The name without "How to Do the ..." before it and "... - Exercise Guide" behind it; what is too long for any name
    as it stands.
    """
    return _cleaned(text, profile) if len(text) <= LONGEST_HEADING else text


@lru_cache(maxsize=256)  # a page asks several times for the same few
def _cleaned(text: str, profile: Profile) -> str:
    text = name_and_synonym(without_pictographs(text).strip())[0].replace(" : ", ": ")
    name = COUNTED.sub("", _BRACKET.sub("", text.strip().strip("#*•>").strip()))
    name = _CHAPTER.sub("", name)
    if " " not in name:
        name = name.strip(":").rpartition(":")[2]  # a wiki's name of the page: "exercises:dead_bug"
    name = _off_shelf(name)
    seams = [*((match.start(), match.end()) for match in _TAIL.finditer(name)), (len(name), len(name))]
    for (start, end), (following, _) in pairwise(seams):
        tail = _telling_of(name[end:following])
        is_tail = tail & profile.name_tail and not _is_other_half(name[end:following], profile)
        if is_tail and start and not _names_more(name[end:], name[:start]):
            name = name[:start]
            break
    name = _before_bar(name, profile)
    return _without_audience(_without_surroundings(AFTERTHOUGHT.sub("", name).rstrip("? "), profile))


def _is_other_half(tail: str, profile: Profile) -> bool:
    """Whether a part of a heading is the other half of a name, and what the page is: "Close Grip Exercise Guide"."""
    bare = _without_surroundings(tail, profile)
    told = " " in bare and exercise_like(key(bare)) == 1 and profile.name_tail.isdisjoint(bare.lower().split())
    return told and bare != tail and not any(load(kind).find(bare) for kind in _NO_NAMES_ALONE)


def _off_shelf(name: str) -> str:
    """A name without the part of the site that a heading says before it: "Exercise Library: Weighted Dip"."""
    seam = _SHELF.match(name)
    if seam is None:
        return name
    shelf, rest = key(seam.group(1)), seam.group(2)
    words = shelf.split()
    named = " " in rest or is_name(key(rest))
    alone = len(words) > 1 or shelf in hints()["page_kinds"]
    return rest if named and alone and hints()["shelves"].issuperset(words) and shelf not in known_names() else name


def _before_bar(name: str, profile: Profile) -> str:
    """The only part of a heading with bars in it that is a name, or could be one: "Lat Release | Mobility Monday #21"."""
    parts = name.split(" | ") if " | " in name else [name]
    introduced = [part for part in parts if profile.name_before.match(part)] if len(parts) > 1 else []
    if len(introduced) == 1 and len(parts) <= _MOST_BARS + 1:
        return introduced[0]  # "How to Do the Whatsit | Coach Riley"
    named = [part for part in parts if is_name(key(part))] or [part for part in parts if could_be_name(key(part))]
    return named[0] if len(named) == 1 and len(parts) <= _MOST_BARS + 1 else name


def _telling_of(tail: str) -> set[str]:
    """The words behind a seam that may say what the page is; the "exercise" of an exercise ball is of the tool."""
    words = re.findall(r"[a-z]+", tail.lower())
    tools = load("equipment")
    return {word for word, behind in zip_longest(words, words[1:]) if not (behind and tools.find(f"{word} {behind}"))}


def _without_audience(name: str) -> str:
    """A known name without whom the page is for: "Bird Dog for Mums-to-Be"; "Farmer's Walk for Distance" is one name."""
    before, mark, audience = name.partition(" for ")
    of_names = any(word in words_of_names() for word in _telling(key(audience)))
    return before if mark and key(before) in known_names() and not of_names else name


def _without_surroundings(name: str, profile: Profile) -> str:
    """A name without what stands before and behind it in a heading: "How to Do the ... Safely"; a known one is whole."""
    changed = True
    while changed and key(name) not in known_names():
        changed = False
        if before := profile.name_before.match(name):
            start = before.end()
            called = f"the {name[start:]}"  # "How to Do The Straddle"
            start -= len("the ") if name[:start].lower().endswith("the ") and key(called) in known_names() else 0
            name, changed = name[start:].lstrip(" :-–—"), True
        elif after := profile.name_after.search(name):
            name, changed = _JOINED.sub("", name[: after.start()].rstrip(" :-–—|,&")), True
    words = name.split() if " " in name else name.replace("_", " ").split()
    name = " ".join(words)
    begins = words[:1] in (["The"], ["the"]) and key(name) not in known_names()  # "The Straddle" is one
    if begins and (len(words) > 2 or exercise_like(key(words[-1])) == 1):
        name = " ".join(words[1:])
    return without_pictographs(name).strip(" :|–—?")


def dashed(text: str) -> Iterator[str]:
    """The parts of a heading; those on both sides of a dash are one name where both could be: "Log: Dips - Chest Version"."""
    for told in _COLON.split(text):
        pieces = TITLE_PARTS.split(told)
        both = all(map(_is_half_a_name, pieces)) or (" " in pieces[-1] and exercise_like(key(told)) == 1)
        if not (len(pieces) > 1 and DASH.search(told) and both):
            yield from pieces
        else:
            yield told


def _is_half_a_name(text: str) -> bool:
    return is_name(key(text)) and not any(load(kind).find(text) for kind in _NO_NAMES_ALONE)


def told_apart(text: str, parts: list[str]) -> Iterator[str]:
    """The half of a heading that is the name, where both stand in the document's title: "Drills Box Reach", of which the
    title has the name first, else the half that is more like one.
    """
    words = text.split()
    for n in range(1, len(words) if len(words) <= _MOST_WORDS else 0):
        halves = " ".join(words[:n]).rstrip(" :–—-"), " ".join(words[n:]).lstrip(" :–—-")
        if all(key(half) in parts for half in halves):
            likeness = [exercise_like(key(half)) for half in halves]
            if parts.index(key(halves[1])) < parts.index(key(halves[0])):
                yield halves[1]
            elif max(likeness) >= HALF and likeness[0] != likeness[1]:
                yield halves[likeness.index(max(likeness))]


def behind_kind(text: str, parts: list[str]) -> str:
    """The name behind a word for what it is, where the document's title has it without: "Exercise Box Reach"; else ""."""
    kind, _, name = text.partition(" ")
    return name if key(kind) == _KIND and key(name) in parts else ""


def dashed_around(name: str, text: str, profile: Profile) -> Iterator[str]:
    """The runs of parts of a text, divided by dashes, that the name is a part of, longest first."""
    for told in _BAR.split(text):
        ends = [0, *(m.end() for m in DASH.finditer(told))], [*(m.start() for m in DASH.finditer(told)), len(told)]
        spans = [(s, e) for s in ends[0][:MOST_PIECES] for e in ends[1][:MOST_PIECES] if s < e]
        holding = (told[s:e] for s, e in sorted(spans, key=lambda span: span[0] - span[1]))
        for piece in (piece for piece in holding if DASH.search(piece) and name.lower() in piece.lower()):
            plain, _, remark = piece.rpartition(" (")  # "(Step-by-Step Guide)"
            is_remark = piece.endswith(")") and bool(profile.name_tail & _telling_of(remark))
            whole = _without_surroundings(plain if is_remark else piece, profile)
            if DASH.search(whole) and f" {key(name)} " in f" {key(whole)} ":
                yield whole


def may_name(text: str, profile: Profile, *, trusted: bool = False) -> bool:
    """Whether a text can be a name. A `trusted` one (a top heading, words of the document's title) is none only where
    it is a section's heading word for word: there is a Safety Bar Squat, and a Log Press.
    """
    if len(text) > LONGEST_HEADING or text.count(" | ") > _MOST_BARS or profile.exactly(text):
        return False
    if is_step(text) or is_around_name(text, profile) or _ASKED.match(text):
        return False
    plain, bracket, _ = text.partition(" (")  # "Box Jump (Multiple Response)" tells of no comments
    meaning = profile.heading(text)
    named = key(text) in known_names() or (meaning == FACTS and is_name(key(text)))  # the Quick Leap states no facts
    if trusted or named or meaning is None or (bracket and is_name(key(plain))):
        return True
    return text.lower().startswith(("how to do ", "how to perform "))


def is_around_name(text: str, profile: Profile) -> bool:
    """Whether a text is what stands before a name, and no name behind it: "Move of the week"."""
    before = profile.name_before.match(f"{text} x")
    return before is not None and before.end() > len(text)


def is_introduced_name(text: str, profile: Profile) -> bool:
    """Whether a line is a name and words that are put around one: "Exercise of the Week: Box Jump"."""
    name = clean_name(text, profile)
    introduced = name != text and not (NO_NAME.search(name) or _ASKED.match(text)) and could_be_name(key(name))
    return introduced and profile.exactly(name) is None  # "Step by step guide"


def introduces(block: Block, profile: Profile) -> bool:
    """Whether a block is a heading that is the name of an exercise behind words that are put before one."""
    return isinstance(block, Heading) and ":" in block.text and is_introduced_name(block.text, profile)
