"""exercises stats"""

from __future__ import annotations

from typing import Any

import click

from pipeline.cli.backend import opened
from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, out
from pipeline.search import Query


@click.command("stats")
@click.option("--json", "json_", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def command(obj: Context, json_: bool) -> None:
    """Count what the collection covers."""
    backend = opened(obj.root)
    facets = backend.search(Query(limit=1, facets=True)).facets
    counts: dict[str, Any] = {kind: {v.value: v.count for v in values} for kind, values in facets.items()}
    if json_:
        as_json({"exercises": backend.count(), **counts})
        return
    out(f"{backend.count()} exercises")
    for kind, values in counts.items():
        out(f"{kind.replace('_', ' ')}: {', '.join(f'{value} {count}' for value, count in values.items())}")
