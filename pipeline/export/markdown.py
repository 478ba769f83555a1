"""markdown: one readable file an exercise, and an index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pipeline.errors import WrongUse
from pipeline.export.base import Folder, Options
from pipeline.records import Exercise, TitledText
from pipeline.vocabulary.names import slug

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
# At the beginning of a line these would open a list, a quote, a rule or a heading underline.
_OPENS = re.compile(r"^(\s*)([-+=>])|^(\s*\d+)([.)])")


def escaped(text: str) -> str:
    """Text that shows as itself in CommonMark and GitHub's tables: no markup, no HTML, one line."""
    flat = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _OPENS.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[3]}\\{m[4]}", flat)


def page(exercise: Exercise) -> str:
    """The page of one exercise."""
    return "\n".join(_lines(exercise)).rstrip("\n") + "\n"


def _lines(exercise: Exercise) -> Iterator[str]:
    yield f"# {escaped(exercise.name)}"
    yield ""
    if exercise.description:
        yield escaped(exercise.description)
        yield ""
    yield from (
        f"- **{label}:** {', '.join(map(escaped, values))}" for label, values in _facts(exercise) if any(values)
    )
    yield ""
    yield from _section("Steps", [f"{n}. {escaped(step)}" for n, step in enumerate(exercise.instructions, 1)])
    yield from _section("Benefits", _bullets(exercise.benefits))
    yield from _section("Safety", _bullets(exercise.safety_tips))
    yield from _section("Track", _bullets([TitledText(m.metric, m.text) for m in exercise.tracking]))
    if exercise.source.url:
        yield f"Source: <{_address(exercise.source.url)}>"


def _facts(exercise: Exercise) -> Iterator[tuple[str, Sequence[str]]]:
    sides = {True: "both at once", False: "one at a time", None: ""}[exercise.bilateral]
    yield "Also called", exercise.aliases
    yield "Body parts", exercise.body_parts
    yield "Target muscles", exercise.target_muscles
    yield "Secondary muscles", exercise.secondary_muscles
    yield "Equipment", exercise.equipment
    yield "Difficulty", (exercise.difficulty,)
    yield "Type", (exercise.exercise_type,)
    yield "Sides", (sides,)
    yield "Mechanic", (exercise.mechanic,)
    yield "Force", (exercise.force,)
    yield "Stabilizers", exercise.stabilizers
    yield "Variations", exercise.variations
    yield "Licence", (exercise.license,)
    yield from ((escaped(label), (value,)) for label, value in exercise.extra.items())


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from (f"## {heading}", "", *lines, "")


def _bullets(entries: Iterable[TitledText]) -> list[str]:
    return [
        f"- **{escaped(e.title)}:** {escaped(e.text)}" if e.title and e.text else f"- {escaped(e.title or e.text)}"
        for e in entries
    ]


def _address(url: str) -> str:
    return re.sub(r"[<>\s]", lambda m: f"%{ord(m[0]):02X}", url)


def _write(exercises: Iterable[Exercise], target: Path, options: Options) -> None:
    (target / "exercises").mkdir()
    rows = []
    for exercise in exercises:
        if slug(exercise.id) != exercise.id:
            raise WrongUse(f"the id {exercise.id!r} cannot be the name of a file; correct it in the record")
        (target / "exercises" / f"{exercise.id}.md").write_text(page(exercise), "utf-8", newline="\n")
        rows.append(_row(exercise))
    heading = [f"# {escaped(options.title)}", "", f"{len(rows)} exercises.", ""]
    table = ["| Exercise | Target muscles | Equipment | Level |", "| --- | --- | --- | --- |", *rows]
    (target / "index.md").write_text("\n".join([*heading, *table]) + "\n", "utf-8", newline="\n")


def _row(exercise: Exercise) -> str:
    cells = (
        f"[{escaped(exercise.name)}](exercises/{exercise.id}.md)",
        ", ".join(map(escaped, exercise.target_muscles)),
        ", ".join(map(escaped, exercise.equipment)),
        escaped(exercise.difficulty),
    )
    return f"| {' | '.join(cells)} |"


FORMAT = Folder("markdown", "One readable page an exercise, and an index.", _write)
