"""The measurements, in order: what bench/run.py starts in its copy of the program, with the project's folder first."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import plot
from bench.collecting import MEMORY_AIMS, cold, ingesting, memory, pairs, reading
from bench.figures import Figure, table
from bench.generate import write
from bench.searching import building, in_process, whole_process

SIZES = {"large": 10_000, "huge": 100_000}


def measure(size: int, folder: Path, most: int) -> list[Figure]:
    """All figures for a number of generated pages, each measured `most` times, or fewer where that takes long."""
    raw = folder / f"raw-{size}"
    write(size, raw)
    rounds = min(most, 5 if size <= 1_000 else 3 if size <= 10_000 else 1)
    label = f"{size:,}"
    found = [*pairs(raw, folder, label, rounds), memory(raw, folder, label, aim=MEMORY_AIMS.get(size))]
    if size <= SIZES["large"]:
        found += cold(raw, folder, label, min(rounds, 3) if size <= 1_000 else 1, workers=1)
        root, database = ingesting(raw, folder)
        found += [building(root, label, size, rounds), *in_process(root, label), *whole_process(root, database, label)]
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures what the options ask for; the folder it runs in holds the copy that is measured."""
    options = _options().parse_args(arguments)
    folder = Path("measured").absolute()
    folder.mkdir()
    print(_machine())
    figures: list[Figure] = []
    for workers in (1, 2):
        figures += _shown(cold(Path("raw"), folder, "sample", options.rounds, workers=workers))
    figures += _shown([reading(folder)])
    sizes = [1_000, *(size for name, size in SIZES.items() if getattr(options, name))]
    for size in sizes:
        figures += _shown(measure(size, folder, options.rounds))
    if options.plot:
        plot.write(options.home / "docs" / "cost.svg", plot.costs([100, *sizes], folder))
    _keep(options.home / "bench" / "out" / "figures.json", figures)
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/run.py", description="Measures speed and memory beside the peer.")
    parser.add_argument("home", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--large", action="store_true", help="10,000 generated pages as well (some minutes)")
    parser.add_argument("--huge", action="store_true", help="100,000 generated pages as well (long)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="measure at most N times (default: 5)")
    parser.add_argument("--plot", action="store_true", help="draw docs/cost.svg: cost of a page against size")
    return parser


def _machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return f"{cores} cores, {platform.machine()}, Python {platform.python_version()}, load before: {load:.1f}"


def _shown(figures: Sequence[Figure]) -> Sequence[Figure]:
    print(table(figures), flush=True)
    return figures


def _keep(path: Path, figures: Sequence[Figure]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {"machine": _machine(), "figures": [figure.as_json() for figure in figures]}
    path.write_text(json.dumps(kept, indent=1) + "\n")
    print("\nall figures: bench/out/figures.json")


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except (RuntimeError, subprocess.CalledProcessError) as error:
        print(f"bench: {error}", file=sys.stderr)
        raise SystemExit(1) from error
