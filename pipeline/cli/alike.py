"""What `similar` and `substitute` share: options, and results with why they fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from pipeline.cli.completing import ids
from pipeline.cli.filters import filter_options, query_of
from pipeline.cli.printing import as_json, note, table
from pipeline.cli.search import explained, muscles, to_json
from pipeline.search.query import Query, Results

_F = TypeVar("_F", bound=Callable[..., Any])


def alike_options(command: _F) -> _F:
    """Adds an id, the filters, --limit and --json to a command."""
    for option in (
        click.option("--json", "json_", is_flag=True, help="Answer as JSON."),
        click.option(
            "--limit", "-n", type=click.IntRange(0), default=5, show_default=True, help="How many; 0 for all."
        ),
        filter_options,
        click.argument("exercise_id", metavar="ID", shell_complete=ids),
    ):
        command = option(command)
    return command


def query_for(given: dict[str, Any]) -> Query:
    return query_of((), given, limit=given["limit"])


def show(results: Results, *, json_: bool) -> None:
    """Prints the exercises with what they share with the one asked about, and how much of it that is."""
    if json_:
        as_json(to_json(results, explain=True))
        return
    for sentence in results.notes:
        note(sentence)
    if not results.hits:
        note("nothing else trains this with what the filters leave; leave one out")
    rows = [
        (
            hit.name,
            f"{hit.score:.0%}",
            muscles(hit),
            ", ".join(hit.card["equipment"]),
            hit.card["difficulty"],
            explained(hit),
            hit.id,
        )
        for hit in results.hits
    ]
    table(("Exercise", "Alike", "Muscles", "Equipment", "Level", "Why", "Id"), rows)
