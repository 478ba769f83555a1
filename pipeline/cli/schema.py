"""exercises schema."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.context import Context
from pipeline.cli.printing import out
from pipeline.schema import schema_text
from pipeline.store.writing import write_atomically


@click.command("schema")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write it to this file instead.")
@click.pass_obj
def command(obj: Context, output: Path | None) -> None:
    """Print the JSON Schema of a stored record."""
    if output is None:
        out(schema_text().rstrip("\n"))
    else:
        write_atomically(obj.elsewhere(output), schema_text().encode())
