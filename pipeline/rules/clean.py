"""Rules about words: terms outside the vocabulary, and text that lost its shape on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records import Exercise, Severity
from pipeline.rules.registry import Context, Finding, rule
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
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,100}>|&(?:[a-z]{2,8}|#\d{1,6});")
_BROKEN = re.compile("\ufffd|[ÃÂ][\u0080-\u00bf°]|â[\u0080-\u009f€]|[вВ]°")
_NUMBERED = re.compile(r"^(?:step\s*:?\s*\d|\d{1,2}[.)]\s)", re.IGNORECASE)


@rule("unknown-term", Severity.WARNING)
def unknown_term(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """A muscle, tool, body part, level or type that the vocabulary does not know under any name."""
    for field, kinds in _KINDS.items():
        value = getattr(exercise, field)
        for term in (value,) if isinstance(value, str) else value:
            if term and not any(term in load(kind) for kind in kinds):
                canonical = next((c for kind in kinds if (c := load(kind).find(term))), None)
                near = (canonical,) if canonical else load(kinds[0]).suggest(term, 1)
                hint = f"write {near[0]!r}" if near else f"add it to vocabulary/{kinds[0]}.yaml or correct it"
                yield Finding(field, f"{field.replace('_', ' ')}: {term!r} is not in the vocabulary; {hint}")


def _all_text(exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield "name", exercise.name
    yield "description", exercise.description
    for step in exercise.instructions:
        yield "instructions", step
    for field in ("benefits", "safety_tips"):
        for entry in getattr(exercise, field):
            yield field, f"{entry.title} {entry.text}"
    for metric in exercise.tracking:
        yield "tracking", f"{metric.metric} {metric.text}"


@rule("markup-left", Severity.WARNING)
def markup_left(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """Tags or character references stand in the text."""
    for field, text in _all_text(exercise):
        found = _MARKUP.search(text)
        if found:
            yield Finding(field, f"{field.replace('_', ' ')}: {found.group()!r} is left-over markup; remove it")


@rule("broken-characters", Severity.WARNING)
def broken_characters(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """Characters that were decoded with the wrong charset."""
    for field, text in _all_text(exercise):
        found = _BROKEN.search(text)
        if found:
            around = text[max(0, found.start() - 10) : found.end() + 10]
            yield Finding(
                field,
                f"{field.replace('_', ' ')}: broken characters in {around!r}; write them as the page shows them",
            )


@rule("numbered-step", Severity.WARNING)
def numbered_step(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """Steps are stored without their numbers."""
    for number, step in enumerate(exercise.instructions, 1):
        if _NUMBERED.match(step):
            yield Finding("instructions", f"step {number} begins with its number ({step[:20]!r}); remove the number")
