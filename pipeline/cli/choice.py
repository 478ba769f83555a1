"""One of a few words, with "did you mean" when it is none of them."""

from __future__ import annotations

from typing import Any

import click


class OneOf(click.Choice[str]):
    """Like click.Choice; a slip is answered with the word that was probably meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        known = [str(choice) for choice in self.choices]
        if value in known:
            return str(value)
        from difflib import get_close_matches

        near = get_close_matches(str(value).lower(), known, 1, 0.5)
        hint = f"did you mean {near[0]!r}? " if near else ""
        what = param.opts[0] if param and param.opts else "value"
        raise click.UsageError(f"unknown {what}: {str(value)!r}; {hint}known: {', '.join(known)}", ctx)
