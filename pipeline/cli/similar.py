"""exercises similar"""

from __future__ import annotations

from typing import Any

import click

from pipeline.cli.alike import alike_options, indexed, query_for, show
from pipeline.cli.backend import opened
from pipeline.cli.context import Context


@click.command("similar")
@alike_options
@click.pass_obj
def command(obj: Context, /, exercise_id: str, **given: Any) -> None:
    """Find the exercises most like one, and what they share with it.

    The filters narrow what is compared: `exercises similar push-up --difficulty beginner`.
    """
    query = query_for(given)
    with opened(obj.root) as engine, indexed(obj.root, exercise_id):
        results = engine.similar(exercise_id, query)
    show(results, query, json_=given["json_"])
