"""Rules about names and terms: outside the vocabulary, listed twice, cluttered, or no address where one is due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.records import Severity
from pipeline.rules.fixes import LISTS, replaced_terms, together, without
from pipeline.rules.knowledge import words
from pipeline.rules.registry import Finding, Fixer, rule
from pipeline.rules.subject import Subject
from pipeline.vocabulary import load

_KINDS = {
    "body_parts": ("body_parts",),
    "target_muscles": ("muscles",),
    "secondary_muscles": ("muscles",),
    "stabilizers": ("muscles",),
    "equipment": ("equipment", "loading"),
    "difficulty": ("difficulty",),
    "exercise_type": ("exercise_types",),
    "mechanic": ("mechanic",),
    "force": ("force",),
}
_SITE = re.compile(r"\s[|»]\s|https?://|www\.|\.com\b|[.:;,!?]$|^\s*(?:#\d|\d{1,2}[.)]\s)|\bexercises?$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+|https?://localhost\S*")
_NO_FILE = re.compile(r"\s{2,}|^(?:javascript|data|about|blob):|^\s*$|[<>\"]", re.IGNORECASE)


def _canonical(field: str, term: str) -> str | None:
    """The vocabulary's name for a term that it knows under another; None when it knows none."""
    return next((name for kind in _KINDS[field] if (name := load(kind).find(term))), None)


@rule("clean", "unknown-term", Severity.WARNING, fix=replaced_terms(_canonical))
def unknown_term(subject: Subject) -> Iterator[Finding]:
    """A muscle, tool, body part, level or type that is not a canonical name of the vocabulary.

    Filters and counts go by the canonical names. `--fix` writes the canonical name where the vocabulary knows the
    term under another; otherwise correct the term, or add it to the vocabulary.
    """
    for field, kinds in _KINDS.items():
        value = getattr(subject.exercise, field)
        for n, term in enumerate((value,) if isinstance(value, str) else value):
            if not term.strip() or any(term in load(kind) for kind in kinds):
                continue
            if canonical := _canonical(field, term):
                hint = f"write {canonical!r}"
            elif near := load(kinds[0]).suggest(term, 1):
                hint = f"did you mean {near[0]!r}?"
            else:
                hint = f"add it to vocabulary/{kinds[0]}.yaml or correct it"
            message = f"{field.replace('_', ' ')}: {term!r} is not in the vocabulary; {hint}"
            yield Finding(field, message, at=() if isinstance(value, str) else (str(n),), excerpt=term)


@rule("clean", "unknown-metric", Severity.NOTE)
def unknown_metric(subject: Subject) -> Iterator[Finding]:
    """Something to track that the vocabulary does not know.

    Apps show a field to fill in for each metric they know and leave out the others. Write one of the vocabulary's
    metrics, or add this one to it.
    """
    known = load("metrics")
    for n, entry in enumerate(subject.exercise.tracking):
        if entry.metric and entry.metric not in known:
            canonical = known.find(entry.metric)
            hint = f"write {canonical!r}" if canonical else "it was kept as written"
            message = f"tracking: {entry.metric!r} is not a metric of the vocabulary; {hint}"
            yield Finding("tracking", message, at=(str(n), "metric"), excerpt=entry.metric)


def _repeated(field: str, subject: Subject) -> set[int]:
    entries = [entry.strip().casefold() for entry in getattr(subject.exercise, field)]
    own_name = subject.exercise.name.casefold() if field == "aliases" else None
    return {n for n, entry in enumerate(entries) if entry and (entry in entries[:n] or entry == own_name)}


_REPEATABLE = (*LISTS, "aliases", "images")


def _drop(field: str) -> Fixer:
    return without(field, lambda subject: _repeated(field, subject))


@rule("clean", "listed-twice", Severity.WARNING, fix=together(*map(_drop, _REPEATABLE)))
def listed_twice(subject: Subject) -> Iterator[Finding]:
    """An entry stands twice in one list, or an alias is the name itself.

    It adds nothing and counts double. `--fix` keeps the first.
    """
    for field in _REPEATABLE:
        for n in sorted(_repeated(field, subject)):
            entry = getattr(subject.exercise, field)[n]
            message = f"{field.replace('_', ' ')}: {entry!r} is there already; remove it"
            yield Finding(field, message, at=(str(n),), excerpt=entry)


@lru_cache(maxsize=1)
def _clutter() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words("name_clutter"))), re.IGNORECASE)


@rule("clean", "name-clutter", Severity.WARNING)
def name_clutter(subject: Subject) -> Iterator[Finding]:
    """The name carries what belongs to the page: the site's name, "How to Do", a number, a full stop.

    Names are what people search for and what ids are made of. Leave only the name of the exercise.
    """
    found = _clutter().search(subject.exercise.name) or _SITE.search(subject.exercise.name)
    if found:
        shown = found.group().strip()
        yield Finding("name", f"the name has {shown!r} in it; leave only what the exercise is called", excerpt=shown)


@rule("clean", "bad-link", Severity.WARNING)
def bad_link(subject: Subject) -> Iterator[Finding]:
    """A video, an image or the source is no address that anything could be loaded from.

    A video and the source's `url` begin with http:// or https://; an image is an address or a path. Correct it, or
    remove the line.
    """
    exercise = subject.exercise
    for field, at, address in (("video", (), exercise.video), ("source", ("url",), exercise.source.url)):
        if address and not _ADDRESS.fullmatch(address):
            yield Finding(
                field,
                f"{field}: {address[:60]!r} is no web address; correct or remove it",
                at=at,
                excerpt=address[:60],
            )
    for n, image in enumerate(exercise.images):
        if _NO_FILE.search(image):
            message = f"image {n + 1}: {image[:60]!r} is neither an address nor a path; correct or remove it"
            yield Finding("images", message, at=(str(n),), excerpt=image[:60])
