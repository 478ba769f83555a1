"""Rules about what a record must hold."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.records import Exercise, Severity
from pipeline.rules.registry import Context, Finding, rule

_LONGEST_NAME = 150
_FEWEST_STEPS = 2
_SHORTEST_STEP = 12


@rule("missing-section", Severity.WARNING)
def missing_section(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """A section that the settings require or expect is not there.

    `rules.required` lists the sections without which a page is rejected, `rules.expected` those whose absence is
    only reported. An empty list of secondary muscles is an answer: it is missing only where the page never mentions them.
    """
    for section in (
        *context.settings.required,
        *(s for s in context.settings.expected if s not in context.settings.required),
    ):
        value = getattr(exercise, section)
        empty = section in context.absent if section == "secondary_muscles" else value in ("", (), None)
        if not empty:
            continue
        severity = Severity.ERROR if section in context.settings.required else None
        label = section.replace("_", " ")
        yield Finding(section, f"no {label}: add a line `{section}:` to the record, or complete the page", severity)


@rule("bad-name", Severity.ERROR)
def bad_name(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """The name cannot be the name of an exercise: no letters, a path, or as long as a paragraph."""
    name = exercise.name
    if name and not exercise.id:
        yield Finding("name", f"the name {name!r} has no letter and no digit; give the exercise a name")
    elif len(name) > _LONGEST_NAME:
        yield Finding(
            "name",
            f"the name has {len(name)} characters ({name[:40]!r}...), at most {_LONGEST_NAME} make sense; shorten it",
        )
    elif ".." in name.replace("...", "") or "\\" in name or name.startswith("/"):
        yield Finding("name", f"the name {name!r} looks like a path; give the exercise a name")


@rule("few-steps", Severity.WARNING)
def few_steps(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """One step is seldom a description of a movement: it may be several in one paragraph."""
    if 0 < len(exercise.instructions) < _FEWEST_STEPS:
        yield Finding("instructions", "only one step: split it into what is done first, second and third")


@rule("short-step", Severity.WARNING)
def short_step(exercise: Exercise, context: Context) -> Iterator[Finding]:
    """A step of a word or two is usually a heading or a button that slipped in."""
    for number, step in enumerate(exercise.instructions, 1):
        if len(step) < _SHORTEST_STEP:
            yield Finding("instructions", f"step {number} is very short ({step!r}): check that it is one")
