"""The command on its own, as the group would run it: python -m tests.fetch.main ROOT ARGUMENT..."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from pipeline.cli.fetch import command
from pipeline.errors import PipelineError
from pipeline.settings import Settings, load


@dataclass(frozen=True)
class Collection:
    root: Path
    settings: Settings


def main(root: str, *arguments: str) -> int:
    try:
        folder = Path(root)
        command.main(list(arguments), obj=Collection(folder, load(folder)), prog_name="exercises fetch")
    except PipelineError as error:
        print(f"exercises: {error.message}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
