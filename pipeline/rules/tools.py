"""Rules about equipment: what the name and the steps speak of against what the facts list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

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

_NEAR = 200
"""Letters before a tool that may say how it is used: of a sentence without end all would take the square of them."""

_OR = re.compile(r"\bor\b")
# "a bench or a step", "the floor or a low bench": one of several.
_OR_BEFORE = re.compile(r"\bor\s+(?:[\w-]+\s+){0,3}$")
_OR_AFTER = re.compile(r",?\s+or\b")
_REMARK = re.compile(r"\b(?:variations?|notes?|tips?|cautions?|options?|alternatives?|progressions?)\s*:")


class _Tool(NamedTuple):
    """How names and steps speak of one tool. `fits` holds the equipment that may be listed for it, itself included."""

    name: str
    fits: frozenset[str]
    unless: tuple[str, ...]


class _Words(NamedTuple):
    """A pattern for all phrases, and the tools by their phrases."""

    pattern: re.Pattern[str]
    tools: dict[str, _Tool]


@lru_cache(maxsize=2)
def _phrases(kind: str) -> _Words:
    """The phrases of tools.yaml for names ("named") or steps ("used")."""
    tools: dict[str, _Tool] = {}
    for entry in known("tools"):
        tool = _Tool(entry["tool"], _fitting(entry), tuple(entry.get("unless", ())))
        tools.update((_joined(phrase), tool) for phrase in entry.get(kind, ()))
    phrases = [phrase for entry in known("tools") for phrase in entry.get(kind, ())]
    return _Words(re.compile(any_of(phrases)), tools)


@lru_cache(maxsize=1024)
def _hints(listed: tuple[str, ...]) -> tuple[str, ...]:
    """Words one of which every step holds that uses a tool for which none of the listed equipment will do."""
    return tuple({word for fits, used in _used_words() if fits.isdisjoint(listed) for word in used})


@lru_cache(maxsize=1)
def _used_words() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """Of each tool the equipment that will do, and the last words of the phrases of steps that use it."""
    return tuple(
        (_fitting(entry), tuple(phrase.split()[-1] for phrase in entry.get("used", ()))) for entry in known("tools")
    )


def _fitting(entry: Mapping[str, Any]) -> frozenset[str]:
    """The equipment that may be listed for a tool: what it names, all narrower tools, and a general word for it."""
    equipment = load("equipment")
    named = (entry["tool"], *entry.get("fits", ()))
    general = (e["tool"] for e in known("tools") if "general" in e and e["tool"] in equipment.ancestors(entry["tool"]))
    return frozenset((*(name for fit in named for name in (fit, *equipment.descendants(fit))), *general))


def _joined(phrase: str) -> str:
    return phrase.replace(" ", "").replace("-", "").removesuffix("s")


@rule("consistent", "name-equipment", Severity.WARNING)
def name_equipment(subject: Subject) -> Iterator[Finding]:
    """The name says another tool than the facts: "EZ Bar" in the name, barbell in the facts.

    Searches by equipment then give wrong answers. A narrower tool fits a broader name (an EZ bar is a barbell), not
    the other way round; only "machine" is listed for any kind of machine. Correct the equipment, or the name. Records
    whose equipment is vague ("other") are left alone.
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
    hints = () if subject.is_vague_on_tools else _hints(subject.exercise.equipment)
    if not any(hint in subject.steps_lower for hint in hints):
        return
    reported: set[str] = set()
    for step in subject.steps:
        for tool, phrase in _used(step, hints):
            if tool.name in reported or not tool.fits.isdisjoint(subject.exercise.equipment):
                continue
            if phrase in subject.name_lower or any(w in subject.name_lower for w in tool.unless):
                continue
            reported.add(tool.name)
            if tool.name in _offered(subject):
                continue
            listed = ", ".join(subject.exercise.equipment)
            message = f"{step.label} uses {phrase!r}, the equipment is {listed}; add {tool.name!r}, or correct the step"
            start = step.text.lower().find(phrase)
            yield Finding("instructions", message, at=step.at, excerpt=step.text[start : start + len(phrase)])


def _offered(subject: Subject) -> set[str]:
    """The tools that some step offers as one of several."""
    phrases = _phrases("used")
    return {
        phrases.tools[_joined(found.group())].name
        for sentence in sentences(subject.steps_lower)
        if _OR.search(sentence)
        for found in phrases.pattern.finditer(sentence)
        if _OR_BEFORE.search(sentence, max(0, found.start() - _NEAR), found.start())
        or _OR_AFTER.match(sentence, found.end())
    }


def _used(step: Text, hints: tuple[str, ...]) -> Iterator[tuple[_Tool, str]]:
    """The tools that a step with one of the hints takes for granted, each with the words it uses."""
    phrases = _phrases("used")
    lower = step.text.lower()
    for sentence in _stated(lower) if any(hint in lower for hint in hints) else ():
        for found in phrases.pattern.finditer(sentence):
            if _TAKEN.search(sentence, max(0, found.start() - _NEAR), found.start()) and not _OTHER_THING.match(
                sentence, found.end()
            ):
                yield phrases.tools[_joined(found.group())], found.group()


@lru_cache(maxsize=2)
def _pattern(*lists: str) -> re.Pattern[str]:
    return re.compile(any_of(phrase for name in lists for phrase in words(name)))


def _stated(step: str, *hedges: str) -> Iterator[str]:
    """The sentences of a step, in lower case, that say what is done.

    Left out is what one could do or should not, and everything after a remark's heading ("Variations:", "Note:").
    """
    for sentence in sentences(_REMARK.split(step, 1)[0]):
        if not _pattern("hedges", *hedges).search(sentence):
            yield sentence


@lru_cache(maxsize=2)
def _support(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in words(f"{kind}_needed")))


@rule("consistent", "support-unlisted", Severity.NOTE)
def support_unlisted(subject: Subject) -> Iterator[Finding]:
    """The steps need a partner, or a wall beside other tools, that neither the name nor the equipment mentions.

    Whoever trains alone or outdoors wants to know. Add `partner` or `wall` to the equipment: they may stand there
    beside the tools. An exercise with the body weight alone may use a wall: every room has one. A spotter for safety is
    left alone, and so are records whose equipment is "other".
    """
    equipment = subject.exercise.equipment
    if not equipment or "other" in equipment:
        return
    listed = f"{subject.name_lower} {' '.join(equipment)}"
    for kind, enough in (("wall", ("wall", "body weight")), ("partner", ("partner", "assisted"))):
        if kind not in subject.steps_lower or any(word in listed for word in enough):
            continue
        for step in subject.steps:
            if any(_support(kind).search(sentence) for sentence in _stated(step.text.lower(), "spotting")):
                message = (
                    f"{step.label} needs a {kind} that the equipment does not list; add {kind!r}, or correct the step"
                )
                start = step.text.lower().find(kind)
                yield Finding("instructions", message, at=step.at, excerpt=step.text[start : start + len(kind)])
                break
