"""Measures from inside a process: python -m bench.inside search|index ROOT

Prints JSON. search: seconds to open the engine, to answer each query of bench/queries.txt for the first time after that,
and to answer it through the public Python face. index: seconds to build the index anew, reading the records included.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline import open_collection
from pipeline.search import Query, open_backend

ROUNDS = 8
QUERIES = tuple((Path(__file__).parent / "queries.txt").read_text("utf-8").split("\n")[:-1])


def _seconds(work: Callable[..., object], *given: object, **named: object) -> float:
    started = time.perf_counter()
    work(*given, **named)
    return time.perf_counter() - started


def search(root: Path) -> dict[str, list[float]]:
    """Seconds by kind of measurement; each round opens the engine anew, so that no answer is remembered."""
    found: dict[str, list[float]] = {"open": [], "first": [], "again": []}
    queries = [Query(words, facets=True) for words in QUERIES]
    open_backend(root, in_memory=True).search(Query("warm the imports", facets=True))
    for _ in range(ROUNDS):
        found["open"].append(_seconds(open_backend, root))
        engine = open_backend(root, in_memory=True)
        for kind in ("first", "again"):
            found[kind] += [_seconds(engine.search, query) for query in queries]
    collection = open_collection(root)
    return {**found, "face": [_seconds(collection.search, words, facets=True) for words in QUERIES]}


def index(root: Path) -> dict[str, list[float]]:
    """Seconds to rebuild the index."""
    collection = open_collection(root)
    return {"index": [_seconds(collection.rebuild_index)]}


def main(arguments: Sequence[str]) -> int:
    """Measures what the command line names."""
    if len(arguments) != 2 or arguments[0] not in ("search", "index"):
        print(__doc__, file=sys.stderr)
        return 2
    print(json.dumps({"search": search, "index": index}[arguments[0]](Path(arguments[1]))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
