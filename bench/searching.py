"""Figures of searching and of building the index."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.measuring import Spread, program, timed
from bench.peer import TABLE

_QUERY = "hamstrings dumbbell"
_LATENCY_AIMS = {"1,000": (8.0, 40.0), "10,000": (40.0, 150.0)}
_TURNS = 9


def _inside(what: str, root: Path) -> dict[str, list[float]]:
    command = (sys.executable, "-m", "bench.inside", what, str(root))
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    measured: dict[str, list[float]] = json.loads(answer.stdout)
    return measured


def building(root: Path, label: str, number: int, rounds: int) -> Figure:
    """Milliseconds a record to build the index anew, the reading of its YAML included."""
    spent = [seconds for _ in range(rounds) for seconds in _inside("index", root)["index"]]
    return Figure(label, "index build, a record", "ms", Spread.of(spent).scaled(1000 / number), 1.2)


def in_process(root: Path, label: str) -> Iterator[Figure]:
    """Milliseconds of a search with facets inside a process; `first` is a query that this engine never answered."""
    measured = {kind: Spread.of(values).scaled(1000) for kind, values in _inside("search", root).items()}
    aims = _LATENCY_AIMS.get(label, (None, None))
    first = measured["first"]
    yield Figure(label, "search in process with facets, median", "ms", first, aims[0])
    yield Figure(label, "search in process with facets, p99", "ms", first, aims[1], first.percentile(0.99))
    yield Figure(label, "the same query again, median", "ms", measured["again"])
    yield Figure(label, "open the engine", "ms", measured["open"])
    yield Figure(label, "Collection.search (keeps it open), median", "ms", measured["face"])


def whole_process(root: Path, database: Path, label: str) -> Iterator[Figure]:
    """Milliseconds of one search from a shell, beside Python doing nothing and `sqlite-utils search`, turn by turn."""
    commands = {
        "exercises search": (program("exercises"), "--root", str(root), "search", _QUERY),
        "python -c pass": (sys.executable, "-c", "pass"),
        "sqlite-utils search": (program("sqlite-utils"), "search", str(database), TABLE, _QUERY, "--limit", "10"),
    }
    for command in commands.values():
        timed(command)
    spent: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(_TURNS):
        for name, command in commands.items():
            spent[name].append(timed(command).seconds)
    spreads = {name: Spread.of(values) for name, values in spent.items()}
    for name, spread in spreads.items():
        yield Figure(label, f"whole process: {name}", "ms", spread.scaled(1000))
    ours = spreads["exercises search"]
    yield Figure(label, "exercises search / python -c pass", "ratio", ours / spreads["python -c pass"])
    yield Figure(label, "exercises search / sqlite-utils search", "ratio", ours / spreads["sqlite-utils search"], 0.6)
