"""The filters that search and export share: options in, a Query out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from pipeline.cli import completing
from pipeline.cli.choice import OneOf
from pipeline.search.query import SORTS, Query

_F = TypeVar("_F", bound=Callable[..., Any])

_MUSCLES = completing.terms("muscles", "body_parts")
_OPTIONS = (
    click.option(
        "--muscle",
        "-m",
        multiple=True,
        shell_complete=_MUSCLES,
        help="Muscle, target or secondary; any name or level (quads, legs).",
    ),
    click.option("--target", "-t", multiple=True, shell_complete=_MUSCLES, help="Target muscle."),
    click.option(
        "--equipment",
        "-e",
        multiple=True,
        shell_complete=completing.terms("equipment"),
        help="Equipment; none means body weight.",
    ),
    click.option(
        "--available",
        multiple=True,
        metavar="LIST",
        shell_complete=completing.term_list("equipment"),
        help='All the kit at hand: "dumbbell, bench".',
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="LIST",
        shell_complete=completing.anything,
        help="Equipment, muscle or type that must not be part of it.",
    ),
    click.option(
        "--difficulty",
        "-d",
        multiple=True,
        shell_complete=completing.terms("difficulty"),
        help="beginner, intermediate or advanced.",
    ),
    click.option(
        "--body-part",
        "-b",
        multiple=True,
        shell_complete=completing.terms("body_parts"),
        help="Body part or region.",
    ),
    click.option(
        "--type",
        "type_",
        multiple=True,
        shell_complete=completing.terms("exercise_types"),
        help="strength, cardio, stretching, ...",
    ),
    click.option("--bilateral/--unilateral", default=None, help="Both sides at once, or one at a time."),
)


def filter_options(command: _F) -> _F:
    """Adds the filters to a command; it receives them as keyword arguments for `query_of`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def query_of(words: tuple[str, ...], given: dict[str, Any], **more: Any) -> Query:
    """The query of a command's words and filters."""
    return Query(
        words=" ".join(words),
        muscle=given["muscle"],
        target=given["target"],
        equipment=given["equipment"],
        available=given["available"],
        without=given["without"],
        difficulty=given["difficulty"],
        body_part=given["body_part"],
        type=given["type_"],
        bilateral=given["bilateral"],
        **more,
    )


def sort_option(command: _F) -> _F:
    return click.option(
        "--sort",
        type=OneOf(SORTS),
        default="relevance",
        show_default=True,
        help="Order of the results.",
    )(command)
