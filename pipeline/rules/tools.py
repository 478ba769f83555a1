"""Rules about equipment: what the name and the steps speak of against what the facts list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.records import Severity
from pipeline.rules.knowledge import any_of, known, words
from pipeline.rules.registry import Finding, rule
from pipeline.rules.subject import Subject, Text, sentences
from pipeline.vocabulary import load

_ALTERNATIVES = re.compile(r"\bor\b|/|\bno\b|\bwithout\b|\bvs\b|-free\b|\blike\b|\bstyle\b")
# The tool is taken or sat on, not only mentioned: "a bench", "each dumbbell", "both ends of a long resistance band".
_TAKEN = re.compile(r"(?:^|\s)(?:an?|the|your|each|both|two|one|another)\s+(?:[\w-]+\s+){0,2}$")
# "the bench press", "bench height", "the bar's height": the tool as part of another thing.
_OTHER_THING = re.compile(
    r"['’]|\s+of\b|[\s-]*(?:press|pull|row|curl|squat|height|level|shape|like|style|dip|position)\w*\b"
)


class _Tool(NamedTuple):
    """How names and steps speak of one tool. `fits` holds the equipment that may be listed for it, itself included."""

    name: str
    fits: frozenset[str]
    unless: tuple[str, ...]


class _Words(NamedTuple):
    """A pattern for all phrases, the tools by their phrases, and plain words one of which every phrase holds."""

    pattern: re.Pattern[str]
    tools: dict[str, _Tool]
    hints: tuple[str, ...]


@lru_cache(maxsize=2)
def _phrases(kind: str) -> _Words:
    """The phrases of tools.yaml for names ("named") or steps ("used")."""
    equipment = load("equipment")
    tools: dict[str, _Tool] = {}
    for entry in known("tools"):
        fits = {name for fit in (entry["tool"], *entry.get("fits", ())) for name in (fit, *equipment.descendants(fit))}
        tool = _Tool(entry["tool"], frozenset(fits), tuple(entry.get("unless", ())))
        tools.update((_joined(phrase), tool) for phrase in entry.get(kind, ()))
    phrases = [phrase for entry in known("tools") for phrase in entry.get(kind, ())]
    hints = {min(phrase.split()[-1:], key=len) for phrase in phrases}
    return _Words(re.compile(any_of(phrases)), tools, tuple(sorted(hints)))


def _joined(phrase: str) -> str:
    return phrase.replace(" ", "").replace("-", "").removesuffix("s")


@rule("consistent", "name-equipment", Severity.WARNING)
def name_equipment(subject: Subject) -> Iterator[Finding]:
    """The name says another tool than the facts: "EZ Bar" in the name, barbell in the facts.

    Searches by equipment then give wrong answers. A narrower tool fits a broader name (an EZ bar is a barbell), not
    the other way round. Correct the equipment, or the name. Records whose equipment is vague ("other") are left alone.
    """
    if subject.is_vague_on_tools or _ALTERNATIVES.search(subject.name_lower):
        return
    phrases = _phrases("named")
    for found in phrases.pattern.finditer(subject.name_lower):
        tool = phrases.tools[_joined(found.group())]
        if tool.fits.isdisjoint(subject.exercise.equipment) and not any(w in subject.name_lower for w in tool.unless):
            listed = ", ".join(subject.exercise.equipment)
            message = (
                f"the name says {found.group()!r}, the equipment is {listed}; write {tool.name!r}, or correct the name"
            )
            yield Finding("equipment", message)
            return


@rule("consistent", "tool-unlisted", Severity.NOTE)
def tool_unlisted(subject: Subject) -> Iterator[Finding]:
    """The steps use a bench, a bar or another tool that the equipment does not list.

    Somebody without it finds the exercise and cannot do it. Add the tool to the equipment, or correct the step. What
    a step only compares with, offers as a choice or warns of is not counted, nor a tool that the name itself says.
    """
    if subject.is_vague_on_tools or not any(hint in subject.steps_lower for hint in _phrases("used").hints):
        return
    reported: set[str] = set()
    for step in subject.steps:
        for tool, phrase in _used(step):
            if tool.name in reported or not tool.fits.isdisjoint(subject.exercise.equipment):
                continue
            if phrase in subject.name_lower or any(w in subject.name_lower for w in tool.unless):
                continue
            reported.add(tool.name)
            listed = ", ".join(subject.exercise.equipment)
            message = f"{step.label} uses a {phrase}, the equipment is {listed}; add {tool.name!r}, or correct the step"
            start = step.text.lower().find(phrase)
            yield Finding("instructions", message, at=step.at, excerpt=step.text[start : start + len(phrase)])


def _used(step: Text) -> Iterator[tuple[_Tool, str]]:
    """The tools that a step takes for granted, each with the words it uses."""
    phrases = _phrases("used")
    lower = step.text.lower()
    for sentence in sentences(lower) if any(hint in lower for hint in phrases.hints) else ():
        if is_hedged(sentence):
            continue
        for found in phrases.pattern.finditer(sentence):
            if _TAKEN.search(sentence, 0, found.start()) and not _OTHER_THING.match(sentence, found.end()):
                yield phrases.tools[_joined(found.group())], found.group()


@lru_cache(maxsize=1)
def _hedges() -> re.Pattern[str]:
    return re.compile(any_of(words("hedges")))


def is_hedged(sentence: str) -> bool:
    """Whether a sentence, in lower case, speaks of what one could do or should not rather than of what is done."""
    return _hedges().search(sentence) is not None


@lru_cache(maxsize=2)
def _support(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in words(f"{kind}_needed")))


@rule("consistent", "support-unlisted", Severity.NOTE)
def support_unlisted(subject: Subject) -> Iterator[Finding]:
    """The steps need a partner, or a wall beside other tools, that neither the name nor the equipment mentions.

    Whoever trains alone or outdoors wants to know. Add it to the equipment ("assisted" for a partner), or name it in
    the name of the exercise. An exercise with the body weight alone may use a wall: every room has one.
    """
    listed = f"{subject.name_lower} {' '.join(subject.exercise.equipment)}"
    for kind, enough in (("wall", ("wall", "body weight")), ("partner", ("partner", "assisted"))):
        if kind not in subject.steps_lower or any(word in listed for word in enough) or not subject.exercise.equipment:
            continue
        for step in subject.steps:
            if any(_support(kind).search(s) and not is_hedged(s) for s in sentences(step.text.lower())):
                message = f"{step.label} needs a {kind} that the equipment does not list; add it, or correct the step"
                start = step.text.lower().find(kind)
                yield Finding("instructions", message, at=step.at, excerpt=step.text[start : start + len(kind)])
                break
