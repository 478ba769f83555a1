"""exercises schema."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.printing import out
from pipeline.schema import schema_text
from pipeline.store.writing import write_atomically


@click.command("schema")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write it to this file instead.")
def command(output: Path | None) -> None:
    """Print the JSON Schema of a stored record."""
    if output is None:
        out(schema_text().rstrip("\n"))
    else:
        write_atomically(output, schema_text().encode())
