from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.sources.fetch import FetchOptions, FetchReport, Limits, Outcome, Seams, fetch
from pipeline.sources.fetch.clock import Clock
from pipeline.sources.fetch.inside import system_resolver
from tests.fetch.site import Site


class Skipping(Clock):
    """Time that passes as usual, but whose waiting takes none: each sleep only moves the hands."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        return time.time() + self.ahead

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead

    def sleep(self, seconds: float, stop: threading.Event) -> bool:
        self.ahead += seconds
        self.slept.append(seconds)
        return stop.is_set()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def other() -> Iterator[Site]:
    made = Site("127.0.0.2")
    yield made
    made.close()


@pytest.fixture
def clock() -> Skipping:
    return Skipping()


class Fetching:
    """Runs of one root, with quick defaults; the last report by address."""

    def __init__(self, root: Path, clock: Skipping) -> None:
        self.root, self.clock = root, clock
        self.events: list[object] = []
        self.names: dict[str, str] = {}

    def resolve(self, host: str, port: int) -> Any:
        return [self.names[host]] if host in self.names else system_resolver(host, port)

    def options(self, **more: Any) -> FetchOptions:
        given: dict[str, Any] = {"contact": "me@example.com", "delay": 0.0, "allow_private": True, **more}
        return FetchOptions(root=self.root, **given)

    def __call__(
        self, *urls: str, real_clock: bool = False, stop: threading.Event | None = None, **more: Any
    ) -> FetchReport:
        clock = Clock() if real_clock else self.clock
        seams = Seams(clock=clock, resolve=self.resolve, random=random.Random(1))
        return fetch(urls, self.options(**more), self.events.append, stop=stop, seams=seams)

    def saved(self) -> dict[str, bytes]:
        """Every file below raw/ but the meta.json, by its path."""
        return {
            str(path.relative_to(self.root)): path.read_bytes()
            for path in sorted((self.root / "raw").rglob("*"))
            if path.is_file() and not path.name.endswith(".meta.json")
        }


@pytest.fixture
def fetching(tmp_path: Path, clock: Skipping) -> Fetching:
    return Fetching(tmp_path, clock)


@pytest.fixture
def outcome() -> Callable[[FetchReport], list[Outcome]]:
    return lambda report: [page.outcome for page in report.results]


QUICK = Limits(connect_seconds=0.5, read_seconds=0.4, total_seconds=1.0)
