"""Repairs that are safe to make without asking: each turns a record's entries into edits of single entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.rules.registry import Edit, Fixer
from pipeline.rules.subject import Subject

LISTS = ("body_parts", "target_muscles", "secondary_muscles", "stabilizers", "equipment")
CHOICES = ("difficulty", "exercise_type", "mechanic", "force")


def in_texts(repair: Callable[[str], str], fields: tuple[str, ...] = ()) -> Fixer:
    """Applies a repair of one text to every text, or to those of some fields. It never empties one."""

    def fix(subject: Subject) -> Iterator[Edit]:
        for field, at, text in subject.texts:
            if fields and field not in fields:
                continue
            repaired = "\n".join(map(repair, text.split("\n")))  # where a paragraph ends is no fault
            if repaired not in (text, ""):
                yield Edit((field, *at), repaired)

    return fix


def replaced_terms(canonical: Callable[[str, str], str | None]) -> Fixer:
    """Writes `canonical(field, term)` for a term where it gives one; what is in the list already goes."""

    def fix(subject: Subject) -> Iterator[Edit]:
        for field in LISTS:
            entries = getattr(subject.exercise, field)
            names = [canonical(field, entry) or entry for entry in entries]
            for n, (entry, name) in enumerate(zip(entries, names, strict=True)):
                if name != entry:
                    yield Edit((field, str(n)), None if name in entries or name in names[:n] else name)
        for field in CHOICES:
            term = getattr(subject.exercise, field)
            name = canonical(field, term) if term else None
            if name and name != term:
                yield Edit((field,), name)

    return fix


def without(field: str, unwanted: Callable[[Subject], set[int]]) -> Fixer:
    """Takes the entries of a list out whose numbers, from 0, `unwanted` gives."""

    def fix(subject: Subject) -> Iterator[Edit]:
        return (Edit((field, str(n)), None) for n in sorted(unwanted(subject)))

    return fix


def together(*fixers: Fixer) -> Fixer:
    """Several fixers as one."""
    return lambda subject: (edit for fix in fixers for edit in fix(subject))
