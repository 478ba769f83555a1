"""Rules about what the text claims against what the facts say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.records import Severity
from pipeline.rules.knowledge import any_of, threshold, words
from pipeline.rules.registry import Finding, rule
from pipeline.rules.subject import Subject, Text, sentences

_WRITTEN_OUT = {
    "half a": 0.5, "a": 1, "one": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20,
    "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip
_NUMBER = rf"\d{{1,3}}|{'|'.join(sorted(_WRITTEN_OUT, key=len, reverse=True))}"
_HOLD = re.compile(
    r"\b(?:hold|maintain|keep|stay|remain)\b[^.;]{0,60}?\bfor (?:about |at least |around |up to |approximately |roughly )?"
    rf"({_NUMBER})(?:\s?(?:-|–|to|or)\s?(?:{_NUMBER}))?[ -]?(seconds?|secs?|s|minutes?|mins?)\b",
    re.IGNORECASE,
)
_SIDES = ("one", "other", "opposite", "second", "first", "this", "that", "same")
# What every change of sides has in it: a word, or what stands around a blank.
_CHANGES = ("switch", "chang", "swap")
_ONE_OF_TWO = re.compile(rf" (?=side|leg|arm)(?:{'|'.join(rf'(?<={word} )' for word in _SIDES)})")
_KIT = ("equipment", " kit", " gear")
_TIMED = ("time", "rounds", "duration")
_TIME_WORDS = re.compile(r"\b(?:seconds?|minutes?|duration|time)\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _patterns(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in words(name)))


@rule("consistent", "switch-sides", Severity.WARNING)
def switch_sides(subject: Subject) -> Iterator[Finding]:
    """The steps change sides between sets, the facts say that both sides work together.

    "Switch sides" belongs to an exercise with `bilateral: false`. Movements whose sides take turns within a set, such
    as twists and climbers, are left alone. In drills (plyometrics, cardio) only "sides" counts: there "switch legs" is
    the movement. Correct the fact, or the step.
    """
    if not subject.exercise.bilateral:
        return
    is_drill = subject.exercise.exercise_type in ("plyometrics", "cardio")
    if not _may_change(subject.steps_lower) or _takes_turns(subject.name_lower):
        return
    for step in subject.steps:
        lower = step.text.lower()
        found = _patterns("change_of_sides").search(lower)
        if found and is_drill and "side" not in found.group():
            continue
        if found and not _takes_turns(lower[: found.start()] + lower[found.end() :]):
            shown = step.text[found.start() : found.end()]
            message = (
                f"{step.label} says {shown!r}, but bilateral is true; write `bilateral: false`, or correct the step"
            )
            yield Finding("instructions", message, at=step.at, excerpt=shown)
            return


def _may_change(text: str) -> bool:
    return any(word in text for word in _CHANGES) or _ONE_OF_TWO.search(text) is not None


def _takes_turns(text: str) -> bool:
    return any(word in text for word in words("taking_turns"))


@rule("consistent", "hold-without-time", Severity.WARNING)
def hold_without_time(subject: Subject) -> Iterator[Finding]:
    """A position is held for long in the steps, but only repetitions are tracked.

    "Hold for 30 seconds" makes time the measure: an app that follows the facts would count reps where seconds matter.
    Add an entry with `metric: time` to the tracking, or correct the step. Pauses within a repetition are left alone.
    """
    metrics = [entry.metric for entry in subject.exercise.tracking]
    if "reps" not in metrics or any(metric in _TIMED for metric in metrics) or "for " not in subject.steps_lower:
        return
    if any(_TIME_WORDS.search(entry.text) for entry in subject.exercise.tracking if entry.metric == "reps"):
        return
    for step in subject.steps:
        found = _HOLD.search(step.text)
        if found and _seconds(found) >= threshold("shortest_timed_hold"):
            message = f"{step.label} says {found.group()!r}, the tracking counts reps only; add `metric: time`, or correct the step"
            yield Finding("instructions", message, at=step.at, excerpt=found.group())
            return


def _seconds(found: re.Match[str]) -> float:
    number, unit = found.group(1).lower(), found.group(2).lower()
    shortest = _WRITTEN_OUT[number] if number in _WRITTEN_OUT else int(number)
    return shortest * 60 if unit.startswith("m") else shortest


@rule("consistent", "no-equipment-claim", Severity.WARNING)
def no_equipment_claim(subject: Subject) -> Iterator[Finding]:
    """A text says that no equipment is needed, the facts list a tool.

    Sites write such sentences by template. Correct the equipment, or remove the sentence. A mat, a towel or a chair
    beside the body weight does not count as equipment, and "no other equipment" is no such claim.
    """
    tools = [tool for tool in subject.exercise.equipment if tool not in words("hardly_equipment")]
    if not tools or not any(hint in subject.whole_lower for hint in _KIT):
        return
    for entry in subject.texts:
        is_claim = entry.field in ("description", "benefits", "instructions")
        shown = _claimed_without(tools, entry.text) if is_claim else ""
        if shown:
            message = f"{entry.label} says {shown!r}, the equipment is {', '.join(tools)}; correct one of them"
            yield Finding(entry.field, message, at=entry.at, excerpt=shown)
            return


def _claimed_without(tools: list[str], text: str) -> str:
    """The words of a text that claim that no equipment is needed, in a sentence that does not take them back.

    "No equipment is needed, only a dumbbell" takes them back: it names what the facts list.
    """
    if not any(hint in text.lower() for hint in _KIT):
        return ""
    for sentence in sentences(text):
        lower = sentence.lower()
        found = _patterns("no_equipment").search(lower)
        if found and not (
            _hedges("no_equipment_hedges").search(lower, 0, found.start())
            or any(tool.split()[-1] in lower for tool in tools)
        ):
            return sentence[found.start() : found.end()]
    return ""


@lru_cache(maxsize=4)
def _hedges(name: str) -> re.Pattern[str]:
    return re.compile(any_of(words(name)))


@rule("consistent", "difficulty-claim", Severity.WARNING)
def difficulty_claim(subject: Subject) -> Iterator[Finding]:
    """A text praises an advanced exercise as made for beginners, or warns beginners of one of theirs.

    Beginners who filter by level trust the fact. Correct the difficulty, or the sentence.
    """
    kind = {"advanced": "for_beginners", "beginner": "for_advanced"}.get(subject.exercise.difficulty)
    if kind is None:
        return
    hint = "beginner" if kind == "for_beginners" else ("advanced", "expert", "beginners", "experienced")
    if not any(word in subject.whole_lower for word in ((hint,) if isinstance(hint, str) else hint)):
        return
    for entry in subject.texts:
        if entry.field not in ("description", "benefits"):
            continue
        found = _claimed(entry, kind)
        if found:
            message = (
                f"{entry.label} says {found!r}, the difficulty is {subject.exercise.difficulty}; correct one of them"
            )
            yield Finding(entry.field, message, at=entry.at, excerpt=found)
            return


def _claimed(entry: Text, kind: str) -> str:
    """The words of a text that claim a level, in a sentence that does not take them back."""
    for sentence in sentences(entry.text):
        lower = sentence.lower()
        found = _patterns(kind).search(lower)
        if (
            found
            and not _hedges("level_hedges").search(lower, 0, found.start())
            and not _hedges("level_taken_back").match(lower, found.end() + 1)
        ):
            return sentence[found.start() : found.end()]
    return ""
