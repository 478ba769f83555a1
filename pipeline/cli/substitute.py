"""exercises substitute"""

from __future__ import annotations

from typing import Any

import click

from pipeline.cli.alike import alike_options, indexed, query_for, show
from pipeline.cli.backend import opened
from pipeline.cli.context import Context


@click.command("substitute")
@alike_options
@click.pass_obj
def command(obj: Context, /, exercise_id: str, **given: Any) -> None:
    """Find what to do instead of an exercise, and why it fits: the same target muscles with what is at hand.

    --available "dumbbell, bench" lists all the kit there is. Without it, and without --equipment or --without, nothing is
    shown that needs the tools of the exercise itself: they are busy.
    """
    query = query_for(given)
    with opened(obj.root) as engine, indexed(obj.root, exercise_id):
        results = engine.substitutes(exercise_id, query)
    show(results, query, json_=given["json_"])
