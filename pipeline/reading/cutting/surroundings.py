"""Lines among the content of a page that are none of it: notices, calls, links elsewhere, what readers write."""

from __future__ import annotations

import re
import string

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import metric_of
from pipeline.reading.words.plain import ends_sentence, is_sentence, says_day, sentences
from pipeline.reading.words.profiles import SKIPPED, Profile
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Row
from pipeline.vocabulary import key

_BLANK = re.compile(r":\s*_{3,}")
"""A line of a form, to be filled in: "Name: ____"."""
_BRACKETED_LINKS = re.compile(r"^(?:\[[^\]]{1,60}\]\s*){2,}$")
"""Links as old pages have them: "[ Index ] [ Next: Push-Up ]"."""
_DEGREE = tuple(f".{letter}." for letter in string.ascii_uppercase)
_DEGREES = re.compile(r"(?:,\s*(?:[A-Z]\.){2,})+$")
"""What a writer is, behind the name: "By Ann Bell, C.S.C.S."."""
_AGO = re.compile(
    r"^(?:\S.{0,30} )?\d{1,2}\s?(?:[smhdwy]|mo|min|secs?|mins?|(?:second|minute|hour|day|week|month|year)s?) ago\W*$",
    re.IGNORECASE,
)
_PART = re.compile(r"\d{1,3} (?:of|/) \d{1,3}")
_PLACE_IN_PLAN = re.compile(
    r"^(?:exercise|drill|move|stretch|lesson|part|card|page) \d{1,3} (?:of|/) \d{1,3}(?:\s*[·|–—:-].*|\sin\s.*)?$",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"^\d[\d.,]*\s?[kKmM]?\s+([A-Za-z]+)\b")
_SIGNED = re.compile(r"^\w[\w .'-]{1,30} \(([^()]{6,30})\): ")
_VOTES = re.compile(r"^(?:not )?helpful \(?\d{1,6}\)?$", re.IGNORECASE)
"""How many found a line of the page good: "Helpful 12"."""
_MERIDIEM = frozenset("mM")
_SENT_AT = re.compile(r"\b\d{4},? (?:at )?\d{1,2}:\d\d ?[ap]\.?m$", re.IGNORECASE)
"""When a post was sent, at the end of its line: "Sep 3, 2017 at 6:12 AM"."""
_MAY_OWN = frozenset("©(cC")
_OWNED = re.compile(r"©|copyright |\(c\) (?=.*\b(?:19|20)\d\d\b)", re.IGNORECASE)
"""Whose the page is; "(c)" alone counts a step."""
_READER = re.compile(r"^[*_]{0,2}/?u/[\w-]{3,30}\b")
_COUNTED_COMMENTS = re.compile(
    r"^(?:\d{1,5} (?:comments?|replies|responses)|(?:comments?|remarks?|replies|responses|thoughts|reactions|opinions|letters) (?:\(\d{1,5}\)|\d{1,5}))$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"^\w[\w .'-]{1,30} says:$", re.IGNORECASE)
_ARROWS = frozenset("↑↓←→↕↔⇓⇒▼▲►◄»« ")
"""Signs that say where a page goes on."""
_BOX, _FEWEST_BOXES = "[ ]", 3
_MOST_BESIDE_BOX = 4
"""Words, at most, beside a box to be ticked on paper."""
_REVIEWED = re.compile(r"(?<!, )\b[Rr]eviewed by ")
"""Who read the page before it appeared; "a sheet for the squat, reviewed by our desk" says what it is."""
_BY = "By "
_DONE_BY = re.compile(r"[A-Z][\w-]*(?:ed|ten|s) by ")
_MOST_CREDITED_WORDS = 7
_CREDITED = re.compile(
    r"\((?:photo|image|picture|illustration)s?(?: by|:| credit| courtesy)[^()]{1,60}\)$", re.IGNORECASE
)
_BETWEEN = " · "
_REST_OF_MENU = "/ "
"""Begins a line whose first link was left out: "/ Stretches / By"."""
_POSTED_AT = re.compile(r"\S\s+(?:[A-Z][a-z]{2} )?\d{1,2}\.? [A-Z][a-z]{2,8} \d{4},? \d{1,2}:\d{2}$")
"""Behind the name of who wrote in a forum: "Sat 04 Jun 2016, 10:12"."""
_SEVERAL = re.compile(r"\s[*|·•]\s|,\s")
_ANSWER = "re:"
_WAY_BACK = re.compile(r"^\w[^<.!?]{0,60}(?: < [^<.!?]{1,80}){2,6}$")
"""Where a page stands on its site, seen from below: "Start < Exercises < Box Jump"."""
_CHAPTER = re.compile(r"^(?:\d{1,2}:)?\d{1,2}:\d\d\s+(?:[–—-]\s+)?(\S+(?:\s\S+){0,3})$")
"""A part of a film by when it begins: "0:21 Setup"."""
_TAGS = re.compile(r"^(?:#[^\W\d]\w*[\s,]*)+$")
_LONGEST_CLOSING = 60
_LONGEST_DROPPED = 80
_LONGEST_CALL = 240
"""The longest sentence, or two, that is none of the exercise's: "This post contains ..."."""
_MOST_LABEL_WORDS = 4
_MOST_POSTER_WORDS = 6
"""Of a line that ends like a sentence: "Post on your hand and lift your hips." is a step."""


def closes(line: str, profile: Profile) -> bool:
    """Whether a line names who wrote the page."""
    lines = profile.closing
    return len(line) <= _LONGEST_CLOSING and lines.may_match(line) and lines.match(key(line)) is not None


def is_dropped(line: Paragraph, profile: Profile, *, in_prose: bool) -> bool:
    """Whether a line says nothing of the exercise, wherever it stands."""
    if line.lead and profile.label_of(line.lead):
        return False
    whole = line.whole
    if (
        (whole[:1] == "[" and _BRACKETED_LINKS.match(whole))
        or (whole[:1] in _MAY_OWN and _OWNED.match(whole))
        or (
            "©" in whole and _BETWEEN in whole and len(whole) <= _LONGEST_CALL
        )  # "Sheet 76 · Revised 2021 · © Holm College"
        or is_signed(whole)
        or (whole[:3] == _BY and _is_credited(whole))
        or ("eviewed by " in whole and len(whole) <= _LONGEST_CALL and _REVIEWED.search(whole))
        or (whole[:1] == "{" and whole[-1:] == "}")  # code
        or ("___" in whole and _BLANK.search(whole))
        or (_BOX in whole and _is_to_be_ticked(whole))
        or _ARROWS.issuperset(whole)
        or (" < " in whole and _WAY_BACK.match(whole))
        or (whole[:2] == _REST_OF_MENU and whole.count(_REST_OF_MENU) > 1)
        or (whole[-1:] == ")" and _CREDITED.search(whole))
        or (whole[-1:] in _MERIDIEM and _SENT_AT.search(whole))
        or (whole[:1].isdigit() and (_is_counter(whole) or _is_chapter(whole)))
        or (whole[:1] == "#" and _TAGS.match(whole))
        or (" of " in whole and _PLACE_IN_PLAN.match(whole))
        or (whole[-1:].isdigit() and _VOTES.match(whole))
        or _leads_away(line, profile, in_prose=in_prose)
    ):
        return True
    apart = _BETWEEN in whole and not ends_sentence(whole)  # "7 min read · By Ann B., coach"
    if not apart and is_sentence((_DEGREES.sub("", whole) if whole.endswith(_DEGREE) else whole).rstrip("!")):
        calls = profile.dropped_sentences
        return len(whole) <= _LONGEST_CALL and calls.may_match(whole) and calls.match(key(whole)) is not None
    lines = profile.dropped
    return len(whole) <= _LONGEST_DROPPED and lines.may_match(whole) and lines.match(key(whole)) is not None


def _is_credited(line: str) -> bool:
    """Whether a line says who wrote the page, and then who did something else for it: "By our desk. Checked by a trainer."."""
    by, *others = sentences(line)
    return bool(others) and len(by.split()) <= _MOST_CREDITED_WORDS and all(map(_DONE_BY.match, others))


def _is_to_be_ticked(line: str) -> bool:
    """Whether a line is boxes to be ticked on paper, each with a word or two and no step: "Mon [ ] Tue [ ] Wed [ ]"."""
    pieces = line.split(_BOX)
    few = all(len(piece.split()) <= _MOST_BESIDE_BOX and not ends_sentence(piece.strip()) for piece in pieces)
    return len(pieces) > _FEWEST_BOXES and few


def _is_counter(line: str) -> bool:
    """Whether a line says how often something was done with the page, "214 Shares", or which part of it this is: "2 of 9"."""
    if _PART.fullmatch(line):
        return True
    counted = _COUNTER.match(line) if len(line) <= _LONGEST_CLOSING else None
    return counted is not None and key(counted.group(1)) in hints()["counters"]


def _is_chapter(line: str) -> bool:
    """Whether a line names a part of a film, and no step by when it is shown: "0:21 Lower the bar"."""
    found = _CHAPTER.match(line) if ":" in line[:3] and not ends_sentence(line) else None
    return found is not None and key(found.group(1)).partition(" ")[0] not in hints()["movements"]


def _leads_away(line: Paragraph, profile: Profile, *, in_prose: bool) -> bool:
    """Whether a line names other pages: "Related: Arnold Press, Reverse Fly"."""
    label = line.lead or (line.text.partition(": ")[0] if ": " in line.text[:_LONGEST_CLOSING] else "")
    if not label or len(label.split()) > _MOST_LABEL_WORDS or metric_of(label):
        return False
    if key(label) in hints()["turning"]:
        return True
    value = line.text.rpartition(": ")[2]
    if in_prose and (ends_sentence(value) or not _SEVERAL.search(value)):
        return profile.exactly(label) == SKIPPED  # "More weight: Add it slowly." is a tip
    return profile.heading(label) == SKIPPED


def is_signed(line: str) -> bool:
    """Whether a reader writes a line, with who and when before it: "Ann (May 3, 2024): Is it fine to do this daily?"."""
    signed = _SIGNED.match(line) if "): " in line else None
    return signed is not None and says_day(signed.group(1))


def says_when(line: str) -> bool:
    """Whether a line says how long ago something was written, and maybe by whom: "Femke 2 days ago"."""
    return len(line) <= _LONGEST_CLOSING and _AGO.match(line) is not None


def counts_comments(line: str) -> bool:
    """Whether a line says how many comments there are, or who says the next: "7 Comments", "dave_k says:"."""
    return heads_comments(line) or (len(line) <= _LONGEST_CLOSING and _SAYS.match(line) is not None)


def heads_comments(heading: str) -> bool:
    """Whether a heading says how many comments stand below it: "Remarks (3)"; below "Our coach says:" stands advice."""
    return len(heading) <= _LONGEST_CLOSING and _COUNTED_COMMENTS.match(heading) is not None


def is_of_a_reader(block: Block, profile: Profile, name: str) -> bool:
    """Whether an answer to the page begins: with what stands beside the name of somebody who writes, or with "Re:" and
    the exercise's name, given as its key.
    """
    if isinstance(block, Heading):
        return _is_said_by_a_reader(block.text, profile, name)
    if isinstance(block, Paragraph):
        return _is_said_by_a_reader(block.whole, profile, name)
    if isinstance(block, Listing):
        return _is_said_by_a_reader(block.items[0].whole, profile, name)
    if isinstance(block, Row):
        lines = [f"{block.label} {', '.join(block.values)}", *block.values]
    else:
        lines = [item.whole for item in block.items] if isinstance(block, Chips) else []
    return any(_is_said_by_a_reader(line, profile, name) for line in lines)


def _is_said_by_a_reader(line: str, profile: Profile, name: str) -> bool:
    if line[:3].lower() == _ANSWER and name and name in key(line):
        return True
    if len(line) > _LONGEST_CLOSING:
        return False
    if _READER.match(line) or (line[-1:].isdigit() and _POSTED_AT.search(line)):
        return True
    if not profile.posters.may_match(line) or (ends_sentence(line) and len(line.split()) > _MOST_POSTER_WORDS):
        return False
    return profile.posters.match(key(line)) is not None
