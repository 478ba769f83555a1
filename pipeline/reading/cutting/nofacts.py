"""Labels with values that are no facts of the exercise: they are of the page, of a plan, of other exercises or of readers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.reading.captures import PROSE
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import FACT_FIELDS, TERM_FIELDS, all_known, is_metric
from pipeline.reading.words.names import is_name
from pipeline.reading.words.plain import DATE, ends_sentence
from pipeline.reading.words.profiles import IGNORED, SKIPPED, Profile
from pipeline.vocabulary import key, known_names, load

_WHEN = re.compile(
    r"(?:today|yesterday|just now|last (?:week|month|year)|(?:\d{1,3}|an?) (?:minute|hour|day|week|month|year)s? ago)\W*",
    re.IGNORECASE,
)
"""How long ago something was written."""
_OF_AN_INDEX = " exercise"
"""How the key of a label ends whose value says how many pages there are: "Neck exercises: 41"."""
_HOUR = re.compile(r"^\d{1,2}[:.]\d\d(?: ?[ap]m)?$", re.IGNORECASE)
"""When a class begins: "9:30"."""
_SPAN = re.compile(r"\d{1,3}\s*(?:to|[-–])\s*\d{1,3}")
"""Of weeks or days, as a plan counts them."""
_PAGE = re.compile(r"(?:pages?|pp?\.)\s*\d[\d–-]*", re.IGNORECASE)
"""Where a table of contents leads: "page 8-7"."""
_CHOSEN = PROSE | {IGNORED, SKIPPED}
_COUNT = re.compile(r"\s*\(\d+\)$")


def is_no_fact(profile: Profile, label: str, texts: Sequence[str]) -> bool:
    """Whether a label is one of the page itself, values are to be filled in or those of somebody who wrote on the page
    ("Posts: 120, Joined: 2009"), or label and values are terms of one kind: columns of an index.
    """
    if (
        key(label) in profile.page_labels
        or load("difficulty").find(label)  # how many lifters reach that level
        or key(label).rpartition(" ")[2] in hints()["saying"]  # "Randy (Ohio) wrote"
        or (key(label).endswith(_OF_AN_INDEX) and all(map(str.isdigit, texts)))
        or _is_of_a_plan(label)
        or _names_exercises(texts)
        or not any(text.strip("_ ") for text in texts)
        or all(_is_section(profile, text) for text in (label, *texts))  # "How to | Reviews (14)", to be chosen from
        or (label.endswith("?") and any(map(ends_sentence, texts)))  # a question of readers, and its answer
    ):
        return True
    days, ends = hints()["days"], hints()["ends"]
    dated = any(map(DATE.search, (label, *texts))) or any(map(_WHEN.fullmatch, texts))
    is_term = any(all_known(field, (label,)) for field in TERM_FIELDS)
    paged = any(map(_PAGE.fullmatch, texts)) and (is_term or is_name(key(label)))
    if _HOUR.match(label) or dated or paged or days.issuperset(key(label).split()):
        return True
    said = list(map(key, (label, *texts)))
    if ends.issuperset(said) or any(map(profile.dropped.match, said)):
        return True
    if any(key(text.partition(":")[0]) in profile.page_labels for text in texts if ":" in text):
        return True  # "Details", and beside it "Written by: Ann" and "Hits: 120"
    pieces = [piece for text in texts for piece in text.split(",")]
    posters = profile.posters
    if any(posters.match(key(piece)) for piece in (f"{label} {texts[0]}", *pieces)):
        return True
    alike = any(all_known(field, (label,)) and all_known(field, texts) for field in TERM_FIELDS)
    return alike or _names_another(label, pieces)


def _is_section(profile: Profile, text: str) -> bool:
    """Whether a text is the heading of a section that is no fact, with or without a count behind it."""
    return profile.heading(_COUNT.sub("", text)) in _CHOSEN


def _is_of_a_plan(label: str) -> bool:
    """Whether a label counts the weeks or days of a plan ("Week 2", "3 to 6"), or is the head of such a column: "Week"."""
    word, _, number = label.lower().partition(" ")
    return (word in hints()["plans"] and (not number or number.isdigit())) or _SPAN.fullmatch(label) is not None


def _names_exercises(texts: Sequence[str]) -> bool:
    """Whether values are several exercises that people know: others to look at."""
    names = [key(name) for text in texts for name in re.split(r"\s*,\s*", text)]
    return len(names) > 1 and sum(name in known_names() for name in names) * 2 > len(names)


def _names_another(label: str, values: Sequence[str]) -> bool:
    """Whether a label is the name of an exercise, and its values tell which that is: a card of it ("Box Jump | Legs, Beginner")."""
    if is_metric(label):
        return False
    words, alike = key(label), any(all_known(field, values) for field in TERM_FIELDS)
    called = words in known_names() or (is_name(words) and not alike)  # "Clapping hands: Glutes, Calves"
    return called and all(any(all_known(field, [value]) for field in FACT_FIELDS) for value in values)
