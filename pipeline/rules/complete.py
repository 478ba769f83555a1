"""Rules about what a record must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.records import Severity
from pipeline.rules.knowledge import threshold, words
from pipeline.rules.registry import Finding, rule
from pipeline.rules.subject import Subject
from pipeline.vocabulary import key
from pipeline.vocabulary.names import slug

_LETTERS = re.compile(r"[^\W_]+")
_FILLING = frozenset(
    ("the", "a", "an", "of", "how", "to", "do", "for", "and", "exercise", "this", "is", "with", "benefit")
)
_ROOM_FOR_FILLING = 40
_ONLY_NAMED = frozenset(("name", "aliases", "variations", "tracking"))
"""Fields whose texts may well be the name."""
_SHORT = 30
_ALWAYS_WRITTEN = ("secondary_muscles",)
"""Sections that stand in every record, as an empty list where there are none."""


@rule("complete", "missing-section", Severity.WARNING)
def missing_section(subject: Subject) -> Iterator[Finding]:
    """A section that the settings require or expect is not there.

    `required` in the settings lists the sections without which a page is rejected, `expected` those whose absence is
    only reported. An empty list of secondary muscles is an answer: it counts as missing only where the page never
    mentions them. Add the section to the record, or take it off the lists in exercises.toml.
    """
    required, expected = subject.settings.required, subject.settings.expected
    for section in dict.fromkeys((*required, *expected)):
        value = getattr(subject.exercise, section)
        empty = section in subject.absent if section == "secondary_muscles" else value in ("", (), None)
        if empty:
            severity = Severity.ERROR if section in required else None
            label = section.replace("_", " ")
            how = "fill in the line" if section in _ALWAYS_WRITTEN else "add a line"
            yield Finding(section, f"no {label}: {how} `{section}:` in the record, or complete the page", severity)


@rule("complete", "bad-name", Severity.ERROR)
def bad_name(subject: Subject) -> Iterator[Finding]:
    """The name cannot be the name of an exercise: no letters, a path, or as long as a paragraph.

    The id, and with it the name of the file, is made from the name. Give the exercise the name that people call it.
    """
    name = subject.exercise.name
    most = threshold("longest_name")
    if name and not subject.exercise.id:
        yield Finding("name", f"the name {name!r} has no letter and no digit; give the exercise a name")
    elif len(name) > most:
        message = f"the name has {len(name)} characters ({name[:40]!r}...), at most {most} make sense; shorten it"
        yield Finding("name", message)
    elif ".." in name.replace("...", "") or "\\" in name or name.startswith("/"):
        yield Finding("name", f"the name {name!r} looks like a path; give the exercise a name")


@rule("complete", "id-mismatch", Severity.ERROR)
def id_mismatch(subject: Subject) -> Iterator[Finding]:
    """The file is not called after the id of the record in it.

    A record is looked up by its id, under `<id>.yaml`: with another name it is not found. Rename the file, or correct
    the line `id:`.
    """
    if subject.stem and subject.stem != subject.exercise.id:
        message = f"the id is {subject.exercise.id!r}, but the file is called {subject.stem}.yaml; rename one of them"
        yield Finding("id", message)


@rule("complete", "unsafe-id", Severity.ERROR)
def unsafe_id(subject: Subject) -> Iterator[Finding]:
    """The id is no file name that every system keeps apart from others.

    Ids are lower-case ASCII letters, digits and hyphens: capitals and accents are one file for some systems and two for
    others, and Windows keeps names like "con" for itself. Correct the line `id:` and rename the file.
    """
    stated = subject.exercise.id
    if stated and (wanted := slug(stated)) != stated:
        yield Finding("id", f"the id {stated!r} is not safe as a file name; make it {wanted!r}, and rename the file")


@rule("complete", "few-steps", Severity.WARNING)
def few_steps(subject: Subject) -> Iterator[Finding]:
    """One step is seldom a description of a movement: it may be several in one paragraph.

    Split it into what is done first, second and third.
    """
    if 0 < len(subject.exercise.instructions) < threshold("fewest_steps"):
        yield Finding("instructions", "only one step: split it into what is done first, second and third", at=("0",))


@rule("complete", "short-step", Severity.WARNING)
def short_step(subject: Subject) -> Iterator[Finding]:
    """A step of a word or two is usually a heading or a button that slipped in.

    Remove it if it is one; otherwise say what is done, with what, and how far.
    """
    for step in subject.steps:
        if 0 < len(step.text.strip()) < threshold("shortest_step"):
            message = f"{step.label} is very short ({step.text!r}): check that it is one"
            yield Finding("instructions", message, at=step.at, excerpt=step.text)


@rule("complete", "long-step", Severity.NOTE)
def long_step(subject: Subject) -> Iterator[Finding]:
    """A step as long as a paragraph is usually the whole movement in one piece.

    Readers follow steps one by one, and other apps show them so. Split it where the body does something new.
    """
    for step in subject.steps:
        if len(step.text) > threshold("longest_step"):
            message = f"{step.label} has {len(step.text)} characters; split it where the movement goes on"
            yield Finding("instructions", message, at=step.at)


@rule("complete", "short-description", Severity.NOTE)
def short_description(subject: Subject) -> Iterator[Finding]:
    """The description is a few words long and describes nothing.

    Say in a sentence what the exercise is, what it trains and whom it suits; or leave the description out.
    """
    text = subject.exercise.description
    if text and len(text.split()) < threshold("shortest_description_words"):
        yield Finding("description", f"the description is {text!r} and no more: write a sentence, or remove it")


@rule("complete", "placeholder-text", Severity.WARNING)
def placeholder_text(subject: Subject) -> Iterator[Finding]:
    """A text that was to be replaced: lorem ipsum, TODO, "coming soon", a dash.

    Write the real text, or remove the entry: an absent section is reported as such and misleads nobody.
    """
    phrases = words("placeholder_phrases")
    suspicious = any(phrase in subject.whole_lower for phrase in phrases)
    for entry in subject.texts:
        if not suspicious and len(entry.text) >= _SHORT:
            continue
        is_marked = suspicious and any(phrase in entry.text.lower() for phrase in phrases)
        if not entry.text.strip() or not (is_marked or _stands_for_nothing(entry.text)):
            continue
        message = f"{entry.label}: {entry.text[:40]!r} is a placeholder; write the real text, or remove it"
        yield Finding(entry.field, message, at=entry.at, excerpt=entry.text[:40])


@lru_cache(maxsize=4096)  # the titles of a site come again and again
def _stands_for_nothing(text: str) -> bool:
    return len(text) < _SHORT and " ".join(_LETTERS.findall(text.lower())) in words("placeholders")


@rule("complete", "only-repeats-title", Severity.WARNING)
def only_repeats_title(subject: Subject) -> Iterator[Finding]:
    """A description, step, benefit or tip that says nothing but the name or its own title again.

    Usually a heading was taken for text. Write what the title promises, or remove the entry.
    """
    name = subject.exercise.name
    called = _content(name)
    titles = {entry.at[0] + entry.field: entry.text for entry in subject.texts if entry.at[1:] == ("title",)}
    longest = max(len(name), *map(len, titles.values()), 0) + _ROOM_FOR_FILLING
    for entry in subject.texts:
        if len(entry.text) > longest or entry.field in _ONLY_NAMED or entry.at[1:] == ("title",):
            continue
        title = titles.get(entry.at[0] + entry.field, "") if entry.at else ""
        if len(entry.text) > max(len(name), len(title)) + _ROOM_FOR_FILLING:
            continue
        if not _begins_with_any_of(called, title, entry.text):
            continue
        said = _content(entry.text)
        # "Press the dumbbells" is a step of a dumbbell press, though all its words stand in the name.
        repeats_name = said == called or (said <= called and entry.field != "instructions")
        if said and (repeats_name or (title and said == _content(title))):
            repeated = "the name" if repeats_name else "its title"
            message = f"{entry.label} only repeats {repeated}: write it out, or remove it"
            yield Finding(entry.field, message, at=entry.at, excerpt=entry.text)


def _begins_with_any_of(called: frozenset[str], title: str, text: str) -> bool:
    """Whether the first word of a text is of the name, of the title, or of no weight: else it says something new."""
    first = key(text.partition(" ")[0])
    return " " in first or not first or first in called or first in _FILLING or first in key(title)


def _content(text: str) -> frozenset[str]:
    return frozenset(key(text).split()) - _FILLING


@rule("complete", "empty-entry", Severity.WARNING)
def empty_entry(subject: Subject) -> Iterator[Finding]:
    """An entry of a list without any words: a step, a benefit's or a tip's text, a term.

    A title alone promises something that is not said. Write the text, or remove the entry.
    """
    exercise = subject.exercise
    for field in (
        "instructions",
        "aliases",
        "variations",
        "body_parts",
        "target_muscles",
        "secondary_muscles",
        "equipment",
    ):
        for n, entry in enumerate(getattr(exercise, field)):
            if not entry.strip():
                yield Finding(
                    field,
                    f"{field.replace('_', ' ')}: entry {n + 1} is empty; write it, or remove it",
                    at=(str(n),),
                )
    for field in ("benefits", "safety_tips"):
        for n, titled in enumerate(getattr(exercise, field)):
            if not titled.text.strip():
                message = f"{field.replace('_', ' ')}: {titled.title or f'entry {n + 1}'!r} has no text; write it, or remove the entry"
                yield Finding(field, message, at=(str(n),), excerpt=titled.title)


@rule("complete", "cut-off-text", Severity.WARNING)
def cut_off_text(subject: Subject) -> Iterator[Finding]:
    """A text that ends where a page cut it for a preview: "...", "read more".

    The rest stands behind a link or a button of the page. Save the page with the text unfolded, or complete it by hand.
    """
    endings = words("cut_endings")
    if not any(ending in subject.whole_lower for ending in endings):
        return
    for entry in subject.texts:
        text = entry.text.rstrip()  # a text below `|` ends with its line end
        if text.endswith(endings) or text[-16:].lower().rstrip(" .»>→").endswith(endings[4:]):
            message = f"{entry.label} breaks off ({text[-30:]!r}): complete it from the page"
            yield Finding(entry.field, message, at=entry.at, excerpt=text[-12:])
