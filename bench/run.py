"""Measures speed and memory, beside the peer, and prints a table: python bench/run.py [--large] [--huge] [--plot] [--rounds N]

Figures of one run on one machine: ratios can be compared, seconds cannot. All work happens in a temporary folder, with
collections made anew for each measurement; everything measured goes to bench/out/figures.json. See docs/bench.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # `python bench/run.py` finds its own folder only

from bench import plot  # noqa: E402
from bench.collecting import MEMORY_AIMS, cold, ingesting, memory, pairs, reading  # noqa: E402
from bench.figures import Figure, table  # noqa: E402
from bench.generate import write  # noqa: E402
from bench.searching import building, in_process, whole_process  # noqa: E402

OUT = ROOT / "bench" / "out" / "figures.json"
SIZES = {"large": 10_000, "huge": 100_000}


def measure(size: int, folder: Path, most: int = 5) -> list[Figure]:
    """All figures for a number of generated pages, each measured `most` times, or fewer where that takes long."""
    raw = folder / f"raw-{size}"
    write(size, raw)
    rounds = min(most, 5 if size <= 1_000 else 3 if size <= 10_000 else 1)
    label = f"{size:,}"
    found = [
        *pairs(raw, folder, label, rounds),
        *cold(raw, folder, label, min(rounds, 3) if size <= 1_000 else 1, workers=1),
    ]
    found.append(memory(raw, folder, label, aim=MEMORY_AIMS.get(size)))
    if size <= SIZES["large"]:
        root, database = ingesting(raw, folder)
        found += [building(root, label, size, rounds), *in_process(root, label), *whole_process(root, database, label)]
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what the options ask for."""
    options = _options().parse_args(arguments)
    sizes = [1_000, *(size for name, size in SIZES.items() if getattr(options, name))]
    print(_machine())
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        figures += _shown(cold(ROOT / "raw", folder, "sample", options.rounds, workers=1))
        figures += _shown(cold(ROOT / "raw", folder, "sample", options.rounds, workers=2))
        figures += _shown([reading(folder)])
        for size in sizes:
            figures += _shown(measure(size, folder, options.rounds))
        if options.plot:
            plot.write(ROOT / "docs" / "cost.svg", plot.costs([100, *sizes], folder))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"machine": _machine(), "figures": [f.as_json() for f in figures]}, indent=1) + "\n")
    print(f"\nall figures: {OUT.relative_to(ROOT)}")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/run.py", description="Measures speed and memory beside the peer.")
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


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except (RuntimeError, subprocess.CalledProcessError) as error:
        print(f"bench: {error}", file=sys.stderr)
        raise SystemExit(1) from error
