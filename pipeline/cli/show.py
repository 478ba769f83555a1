"""exercises show"""

from __future__ import annotations

import sys
import textwrap

import click

from pipeline.cli.completing import ids
from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, folded, is_colored, one_line, out, plain, styled, told, width_of
from pipeline.errors import NoSuchThing, WrongUse
from pipeline.mapping import to_mapping
from pipeline.records import Exercise
from pipeline.store import Store

_WIDTH = 100
_VALUES = 19
"""Where the values of facts begin; on a narrow terminal what goes on begins further left."""


@click.command("show")
@click.argument("exercise_id", metavar="ID", shell_complete=ids)
@click.option("--json", "as_json_", is_flag=True, help="The record as JSON.")
@click.option("--yaml", "as_yaml", is_flag=True, help="The record's file as it is.")
@click.pass_obj
def command(obj: Context, exercise_id: str, as_json_: bool, as_yaml: bool) -> None:
    """Show one exercise."""
    if as_json_ and as_yaml:
        raise WrongUse("--json and --yaml are two forms; give one of them")
    store = Store(obj.root)
    text = store.text(exercise_id)
    if text is None:
        raise NoSuchThing(f"no exercise has the id {exercise_id!r}{_nearest(store, exercise_id)}")
    if as_yaml:
        sys.stdout.write(text.decode("utf-8", "replace"))
        return
    exercise = store.get(exercise_id)
    if as_json_:
        as_json(to_mapping(exercise))
    else:
        _print(exercise)


def _nearest(store: Store, exercise_id: str) -> str:
    from difflib import get_close_matches

    known = [f.name.removesuffix(".yaml") for f in store.files()]
    near = get_close_matches(exercise_id.lower(), [i for i in known if i != exercise_id], 1, 0.6)
    return f"; did you mean {near[0]!r}?" if near else "; `exercises search` shows the ids"


def _print(exercise: Exercise) -> None:
    colored = is_colored()
    told(styled(plain(exercise.name), "bold", colored=colored))
    _paragraph(exercise.description)
    facts = {
        "Also called": exercise.aliases,
        "Body parts": exercise.body_parts,
        "Target muscles": exercise.target_muscles,
        "Secondary muscles": exercise.secondary_muscles or ("none",),
        "Equipment": exercise.equipment,
        "Difficulty": (exercise.difficulty,),
        "Type": (exercise.exercise_type,),
        "Sides": ("both at once" if exercise.bilateral else "one at a time",) if exercise.bilateral is not None else (),
        "Mechanic": (exercise.mechanic,),
        "Force": (exercise.force,),
        "Stabilizers": exercise.stabilizers,
        "Variations": exercise.variations,
        **{label: (value,) for label, value in exercise.extra.items()},
    }
    below = " " * min(_VALUES, width_of(sys.stdout) // 4)
    out()
    for label, values in facts.items():
        if any(values):
            told(f"{styled(f'{plain(label):<18}', 'dim', colored=colored)} {plain(', '.join(values))}", below)
    _list("Steps", [f"{n}. {step}" for n, step in enumerate(exercise.instructions, 1)], colored=colored)
    _list("Benefits", [_titled(b.title, b.text) for b in exercise.benefits], colored=colored)
    _list("Safety", [_titled(t.title, t.text) for t in exercise.safety_tips], colored=colored)
    _list("Track", [_titled(t.metric, t.text) for t in exercise.tracking], colored=colored)
    source = exercise.source
    if not (source.url or source.file):
        return
    out()
    told(
        styled(
            f"from {one_line(source.url or source.file)}, profile {plain(source.profile)}",
            "dim",
            colored=colored,
        )
    )


def _titled(title: str, text: str) -> str:
    return f"- {title}: {text}" if title and text else f"- {title or text}"


def _list(heading: str, lines: list[str], *, colored: bool) -> None:
    if lines:
        out()
        out(styled(heading, "bold", colored=colored))
        for line in lines:
            _paragraph(line, "   ")


def _paragraph(text: str, indent: str = "") -> None:
    width = width_of(sys.stdout)
    if text and width:
        out(folded(" ".join(plain(text).split()), min(width, _WIDTH), indent))
    elif text:
        out(textwrap.fill(plain(text), _WIDTH, subsequent_indent=indent))
