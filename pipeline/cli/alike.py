"""What `similar` and `substitute` share: options, and results with why they fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from pipeline.cli.completing import ids
from pipeline.cli.filters import filter_options, query_of
from pipeline.cli.printing import as_json, note, table
from pipeline.cli.search import explained, muscles, to_json
from pipeline.errors import NoSuchThing
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


@contextmanager
def indexed(root: Path, exercise_id: str) -> Iterator[None]:
    """Says of an id that the index does not know what is wrong with its record, if there is one. Raises BadRecord or
    NoSuchThing.
    """
    try:
        yield
    except NoSuchThing as error:
        from pipeline.store import Store

        try:
            Store(root).get(exercise_id)
        except NoSuchThing:
            raise error from None
        raise NoSuchThing(f"{exercise_id!r} is not in the index yet; run `exercises index`") from error


def show(results: Results, query: Query, *, json_: bool) -> None:
    """Prints the exercises with what they share with the one asked about, and how much of it that is."""
    if json_:
        as_json(to_json(results, explain=True))
        return
    for sentence in results.notes:
        note(sentence)
    if not results.hits:
        left = " with what the filters leave; leave one out" if query != Query(limit=query.limit) else ""
        note(f"nothing else in the collection is like this{left}")
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
