"""Labels and values in lines of text: bold beginnings, colons, leaders, and labels glued to their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import FACT_FIELDS, LABELLED_FIELDS, TERM_FIELDS, all_known, metric_of
from pipeline.reading.words.plain import is_sentence, without_bracket, without_bullet
from pipeline.reading.words.profiles import Profile, glued_label
from pipeline.records import Paragraph
from pipeline.vocabulary import key

COLON = re.compile(r"^((?:\d{1,2}\.\s)?[^:.!?\n]{2,50}?)\s*:(?!//|(?<=\d:)\d\d\b)\s*(\S.*)$")
_DASHED = re.compile(r"^([^–—:.!?]{2,40}?)\s+[–—-]\s+(\S.*)$")
_RUN_ON = re.compile(r"(?:(?<=\w)\s+|(?<=[a-z\d)]))(?=[A-Z][a-z]+(?: [a-z]+)?:\s)")
_LEADERS = re.compile(r"^(.{2,40}?)\s*(?:\.{3,}|\.{2}(?=\s?:)|…+|_{3,}|-{3,}|={2,}>?|->|→|➜|➔|\t)\s*:?\s*(\S.*)$")
_LED = re.compile(r"\.{3}|\.{2}\s?:|…|_{3}|-{3}|={2}|->|→|➜|➔|\t")
_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z\d])")
_AMOUNT = re.compile(r"^([A-Z][a-z]+)(\d\S*(?: \S+){0,3})$")
_NEXT_METRIC = re.compile(r"\s+([A-Z][a-z]+(?: [a-z]+)?)\s+(?=\d)")
_COLON_BY = 60
_MOST_ALSO_WORDS = 6
"""Of "You might also know it as"."""
_LONGEST_ALSO = 20
_SIDES = frozenset(("bilateral", "unilateral"))
"""Fields whose labels are values of theirs, too."""
_COUNTED_LABEL = re.compile(r"^([^\W\d][^\d]*?)\s*#?\d$")
_COUNTED_FIELDS = frozenset((*TERM_FIELDS, "safety_tips", "tips", "benefits"))
_MOST_LABEL_WORDS = 4
_MOST_SPACED_WORDS = 3
_LABEL_AND_VALUE = 2
_MOST_MARKED_WORDS = 6
_LONGEST_FACT = 200


def pair_of(profile: Profile, block: Paragraph) -> tuple[str, str] | None:
    """Label and value of a paragraph: a bold beginning, a colon, or the two glued together."""
    if block.spoken and block.text and (profile.label_of(block.spoken) or metric_of(block.spoken)):
        return block.spoken, block.whole
    if block.lead and block.text:
        return block.lead, block.text
    return _short_pair(profile, block.text) if len(block.text) <= _LONGEST_FACT else _pair(profile, block.text)


def is_label_last(profile: Profile, texts: Sequence[str]) -> bool:
    """Whether small texts are known terms with their label behind them: "Quads", "Calves", "Main muscles". One that is a link in
    menus is a label only behind a single term: "Chest", "Back", "Muscles" are links.
    """
    *values, label = texts
    field_name = profile.label_of(label) or ""
    is_label = len(values) == 1 or key(label) not in hints()["menu_labels"]
    return is_label and bool(values) and field_name in FACT_FIELDS and all_known(field_name, values)


def uncounted(profile: Profile, label: str) -> str:
    """A label without the number behind it, where it counts the pieces of one field: "Tip 2", "Target muscle 1"; of others as
    it stands: "Level 2".
    """
    counted = _COUNTED_LABEL.match(label) if label[-1:].isdigit() else None
    if counted is None:
        return label
    bare = counted.group(1)
    return bare if (profile.label_of(bare) or profile.exactly(bare)) in _COUNTED_FIELDS else label


def marked_pair(text: str) -> tuple[str, str] | None:
    """Label and value with a mark between them: a colon, leaders, an arrow."""
    match = COLON.match(text) if ":" in text[:_COLON_BY] else None
    if match is None and text[-1:] not in ".!?" and _LED.search(text, 0, _COLON_BY):
        match = _LEADERS.match(text)
    label = match.group(1) if match else ""
    if match is None or len(label.split()) > _MOST_MARKED_WORDS or " · " in label:
        return None  # "Ad · Somebody: Dinner in no time"
    return None if label.count("(") > label.count(")") else (label, match.group(2))  # "Hip Thrust (muscles: Glutes)"


def dashed_pair(text: str) -> tuple[str, str] | None:
    """Label and value with a dash between them: a pair only among others ("Helping out - Glutes")."""
    match = _DASHED.match(without_bullet(text)) if "–" in text or "—" in text or " - " in text else None
    return (match.group(1), match.group(2)) if match and len(match.group(1).split()) <= _MOST_LABEL_WORDS else None


def dashed_dose(text: str) -> tuple[str, str] | None:
    """A metric and how much of it, with a dash between them: "Sets - 3"."""
    pair = dashed_pair(text)
    return pair if pair and pair[1][:1].isdigit() and metric_of(pair[0]) else None


def run_on(text: str) -> list[str]:
    """Labels with their values that nothing divides: "Sets: 3 Reps: 8-10 Rest: 2 minutes"."""
    return _RUN_ON.split(text)


def _pair(profile: Profile, text: str) -> tuple[str, str] | None:
    return (
        marked_pair(text)
        or _answered(profile, text)
        or glued_label(profile, text)
        or _glued_metric(text)
        or _divided(profile, text)
        or also_called(profile, text)
        or spaced_pair(profile, text)
    )


_short_pair = lru_cache(maxsize=4096)(_pair)  # asked several times for a line, and on every page of a site


def run_on_doses(label: str, texts: Sequence[str]) -> list[tuple[str, list[str]]]:
    """How much to do in one line, its labels set off from nothing but their amounts: "Sets", and beside it "4 Reps 6 to 8"."""
    if len(texts) != 1 or not metric_of(label) or not texts[0][:1].isdigit():
        return []
    parts = _NEXT_METRIC.split(texts[0])
    pairs = [
        (label, [parts[0]]),
        *((metric, [amount]) for metric, amount in zip(parts[1::2], parts[2::2], strict=True)),
    ]
    return pairs if len(pairs) > 1 and all(metric_of(metric) for metric, _ in pairs) else []


def _answered(profile: Profile, text: str) -> tuple[str, str] | None:
    """ "How hard is it? Easy": a question that is a label, and its answer."""
    question, mark, answer = text.partition("? ")
    asks = bool(mark and answer.strip()) and (profile.label_of(question) is not None or metric_of(question) != "")
    return (question, answer.strip()) if asks else None


def _divided(profile: Profile, text: str) -> tuple[str, str] | None:
    """ "Tools / none", "TOOLS | a chair": a label that a slash divides from its value, or in capitals a bar; of two labels neither
    is the value. Other labels, and words that are known as a heading, have known terms behind a bar: "WHAT IT WORKS | Quads".
    """
    label, mark, value = text.partition(" | " if " | " in text else " / ")
    if not mark or not label[:1].isalpha() or not value.strip():
        return None
    field = profile.label_of(label) or profile.heading(label)
    is_label = profile.label_of(label) is not None and (mark == " / " or label.isupper())
    known = field in LABELLED_FIELDS and (is_label or all_known(field, (value,)))
    return (label, value.strip()) if known and not profile.label_of(value) else None


def _glued_metric(text: str) -> tuple[str, str] | None:
    """ "Sets3": how much to do, glued to its label."""
    found = _AMOUNT.match(text)
    return (found.group(1), found.group(2)) if found and metric_of(found.group(1)) else None


def with_colon(profile: Profile, piece: Paragraph, *, among_facts: bool = False) -> Paragraph:
    """A small piece, with a colon where it says how much to do: "Sets 4", "Sets - 4"; `among_facts` also where it begins with
    a label, whatever stands behind that: "Gear Loop strap".
    """
    pair = None if pair_of(profile, piece) else dashed_dose(piece.text) or spaced_dose(piece.text)
    if pair is None and among_facts and not pair_of(profile, piece):
        pair = _spaced_label(profile, piece.text)
    return replace(piece, text=": ".join(pair)) if pair else piece


def _spaced_label(profile: Profile, text: str) -> tuple[str, str] | None:
    words = text.split(" ")
    for count in range(min(len(words) - 1, _MOST_SPACED_WORDS), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        if profile.labels.exact(key(label)) in LABELLED_FIELDS and value[:1].isupper():
            return label, value
    return None


def spaced_dose(text: str) -> tuple[str, str] | None:
    """ "Sets 4": how much to do, behind its metric; also in words: "Reps eight a side"."""
    label, _, amount = text.partition(" ")
    return (label, amount) if is_amount(amount) and metric_of(label) else None


def is_amount(text: str) -> bool:
    """Whether a text begins with a number, in digits or in words."""
    return text[:1].isdigit() or text.partition(" ")[0].lower() in hints()["numbers"]


def spaced_pair(profile: Profile, text: str) -> tuple[str, str] | None:
    """ "Equipment Dumbbells": a label and known terms of its field, with nothing but a space between them."""
    words = text.split(" ") if len(text) <= _LONGEST_FACT and not is_sentence(text) else []
    if len(words) < _LABEL_AND_VALUE or not profile.labels.may_begin_with(words[0]):
        return None
    for count in range(min(len(words) - 1, _MOST_SPACED_WORDS), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        field = profile.labels.exact(key(label))
        if field and (field not in _SIDES or key(value) in hints()["answers"]) and all_known(field, (value,)):
            return label, value
    return None


def also_called(profile: Profile, text: str) -> tuple[str, str] | None:
    """ "(also known as the hamstring curl)": a label for other names that goes over into them without a colon."""
    if len(text) > _LONGEST_FACT or not text.lstrip("( ").lower().startswith(profile.other_names):
        return None
    words = without_bracket(text.strip(" .").lstrip("(")).split()
    if profile.label_of(text) is not None:
        return None  # "Sanskrit name" is a label as a whole
    for count in range(_MOST_ALSO_WORDS, 0, -1):
        label = " ".join(words[:count])
        begins = count <= len(words) and words[count - 1][:1].isupper()  # "Also known as Exercise Ball Curl-Up"
        if begins and profile.label_of(" ".join(words[: count - 1])) == "aliases":
            continue
        if count < len(words) <= _LONGEST_ALSO and profile.label_of(label) == "aliases":
            return label, " ".join(words[count:])
    return None


def unknown_glued(text: str) -> tuple[str, str] | None:
    """A short line among facts whose label nobody knows, cut where the glue shows."""
    seam = _SEAM.search(text)
    if seam is None or len(text) > 80 or "/" in text[: seam.start()] or is_sentence(text):
        return None  # "GET /api/v1/exercises"
    return text[: seam.start()], text[seam.start() :]
