"""`python -m tests.fuzz`: reads damaged pages in limited processes, prints a summary, exits 1 on a fault."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.fuzz import running
from tests.fuzz.mutations import mutated


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--pages", type=int, default=100_000, help="how many pages (default: 100,000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other pages")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--page", type=int, metavar="NUMBER", help="write this one page of the seed to --to instead")
    parser.add_argument("--to", type=Path, default=Path("page.html"))
    chosen = parser.parse_args(arguments)
    if chosen.page is not None:
        page = mutated(chosen.seed, chosen.page)
        chosen.to.write_bytes(page.content)
        print(f"{chosen.to}: {page.source}: {', '.join(page.done)}")
        return 0
    summary = running.run(chosen.seed, chosen.pages, chosen.workers, _show)
    for line in report(chosen.seed, summary):
        print(line)
    return 1 if summary.faults else 0


def _show(summary: running.Summary, outcome: running.Outcome) -> None:
    if outcome.fault:
        print(summary.faults[-1], file=sys.stderr, flush=True)
    if summary.given % 1000 == 0:
        print(f"{summary.given:,} pages, {len(summary.faults)} faults", file=sys.stderr, flush=True)


def report(seed: int, summary: running.Summary) -> list[str]:
    """What a run says at its end."""
    return [
        *(f"fault: {fault}" for fault in summary.faults),
        f"given {summary.given:,} = accepted {summary.accepted:,} + rejected {summary.rejected:,} + faults {len(summary.faults):,}",
        f"rejected for {', '.join(f'{code} {count:,}' for code, count in summary.reasons.most_common())}",
        f"slowest {running.described(seed, summary.slowest)}",
        f"largest worker {summary.peak / 1e6:,.0f} MB, limit {running.MEMORY / 1e6:,.0f} MB",
    ]


if __name__ == "__main__":
    sys.exit(main())
