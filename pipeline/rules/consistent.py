"""Rules about facts that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Exercise, Severity
from pipeline.rules.registry import Context, Finding, rule
from pipeline.vocabulary import load


@rule("muscle-twice", Severity.WARNING)
def muscle_twice(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """A muscle is a target or it assists, not both."""
    for muscle in exercise.target_muscles:
        if muscle in exercise.secondary_muscles:
            yield Finding(
                "secondary_muscles",
                f"{muscle} is a target muscle and a secondary one: remove it from one of the lists",
            )


@rule("body-part-mismatch", Severity.WARNING)
def body_part_mismatch(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """No target muscle belongs to any of the body parts."""
    muscles = load("muscles")
    parts = load("body_parts")
    known = [muscles.terms[m] for m in exercise.target_muscles if m in muscles]
    if not exercise.body_parts or not known or any(term.group for term in known):
        return
    homes: set[str] = set()
    for term in known:
        family = [term, *(muscles.terms[a] for a in muscles.ancestors(term.name))]
        for member in family:
            homes.update((member.part, *parts.ancestors(member.part)) if member.part else ())
    stated = {part for body_part in exercise.body_parts for part in (body_part, *parts.ancestors(body_part))}
    if not homes & stated and any(part in parts for part in exercise.body_parts):
        yield Finding(
            "body_parts",
            f"{', '.join(exercise.target_muscles)} and body part {', '.join(exercise.body_parts)} do not go together: check both",
        )
