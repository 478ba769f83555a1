"""What the shells offer while a command is typed: terms of the vocabulary, formats and ids."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click

Offer = Callable[[click.Context, click.Parameter, str], list[str]]
_ANYTHING = ("equipment", "muscles", "body_parts", "exercise_types")


def terms(*kinds: str) -> Offer:
    """Offers the terms of vocabularies."""
    return lambda _ctx, _parameter, typed: _beginning(typed, kinds)


def term_list(*kinds: str) -> Offer:
    """Offers terms for the last entry of a list with commas, without those it names already."""

    def offer(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
        before, comma, last = typed.rpartition(",")
        start = before + comma + last[: len(last) - len(last.lstrip())]
        named = {entry.strip().lower() for entry in before.split(",")}
        return [f"{start}{term}" for term in _beginning(last.lstrip(), kinds) if term not in named]

    return offer


def anything(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Offers what --without takes: equipment, muscles, body parts and types, in a list."""
    return term_list(*_ANYTHING)(ctx, parameter, typed)


def formats(_ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
    """Offers the formats of `export`."""
    from pipeline.export import names

    return [name for name in names() if name.startswith(typed)]


def ids(ctx: click.Context, _parameter: click.Parameter, typed: str) -> list[str]:
    """Offers the ids of the collection."""
    given = ctx.find_root().params.get("root") or os.environ.get("EXERCISES_ROOT") or "."
    folder = Path(given).expanduser() / "normalized"
    return sorted(path.stem for path in folder.glob("*.yaml") if path.stem.startswith(typed))


def _beginning(typed: str, kinds: Iterable[str]) -> list[str]:
    """The terms that begin with what was typed; when none does, the other names that do."""
    from pipeline.vocabulary import load

    start = typed.lower()
    vocabularies = [load(kind) for kind in kinds]
    found = dict.fromkeys(name for v in vocabularies for name in v if name.startswith(start))
    if not found:
        also = (name for v in vocabularies for term in v.terms.values() for name in term.also)
        found = dict.fromkeys(name for name in also if name.startswith(start))
    return list(found)
