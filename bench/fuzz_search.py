"""The long version of the search's fuzz test: python -m bench.fuzz_search ROOT [NUMBER]

Asks 10,000 queries of any kind of the collection at ROOT; 1 when one raised an error or took more than half a second.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from pipeline.search import open_backend
from tests.search.fuzzing import queries

_MOST_SECONDS = 0.5


def main(root: Path, number: int = 10_000) -> int:
    backend = open_backend(root, in_memory=True)
    taken: list[tuple[float, str]] = []
    failed = 0
    for query in queries(number):
        begin = time.process_time()
        try:
            backend.search(query)
        except Exception as error:  # noqa: BLE001 - every error is a finding
            failed += 1
            print(f"{error!r}: {query}")
        taken.append((time.process_time() - begin, query.words))
    taken.sort()
    slow = [entry for entry in taken if entry[0] > _MOST_SECONDS]
    middle, last = taken[len(taken) // 2][0], taken[int(len(taken) * 0.99)][0]
    print(
        f"{number} queries, {backend.count()} exercises: {failed} errors, {len(slow)} over {_MOST_SECONDS} s; CPU: ",
        end="",
    )
    print(
        f"median {middle * 1000:.1f} ms, p99 {last * 1000:.1f} ms, slowest {taken[-1][0] * 1000:.1f} ms: {taken[-1][1][:60]!r}"
    )
    return int(bool(failed or slow))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("python -m bench.fuzz_search ROOT [NUMBER]: name the folder of a collection that was ingested")
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:3])))
