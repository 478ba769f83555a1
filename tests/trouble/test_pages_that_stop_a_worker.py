"""A worker that is killed, hangs or runs out of memory on one page costs that page, which is named, and not the run."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.errors import UnreadablePage
from pipeline.ingest import abreast, judging
from pipeline.records import Outline, Page
from pipeline.sources import saved
from pipeline.stages import Stages
from tests.trouble.pages import LEG_CURL
from tests.trouble.world import World, codes, outcomes

PAGES = 6


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hung() -> None:
    time.sleep(60)


def deaf() -> None:
    """Computes in C for hours: no handler of a signal is called."""
    sum(range(10**13))


def out_of_memory() -> None:
    raise MemoryError


def arrange(world: World, monkeypatch: pytest.MonkeyPatch, accident: Callable[[], None]) -> None:
    """Pages of which one has the accident in whatever process reads it."""
    read = judging.outlined

    def outlined(page: judging.Page) -> Stages[Outline]:
        if page.file == "raw/3.txt":
            accident()
        return read(page)

    monkeypatch.setattr(judging, "outlined", outlined)
    monkeypatch.setattr(abreast, "_GRACE", 0.1)
    (world.root / "exercises.toml").write_text("[read]\npage_seconds = 0.4\n", "utf-8")
    for number in range(PAGES):
        world.page(f"{number}.txt", LEG_CURL.but(name=f"Curl Number {number}"))


def unforeseen() -> None:
    assert {}["nothing"]


@pytest.mark.parametrize(
    ("accident", "code"),
    [
        (unforeseen, "program-fault"),
        (killed, "worker-died"),
        (deaf, "worker-died"),
        (hung, "too-slow"),
        (out_of_memory, "out-of-memory"),
    ],
)
def test_an_accident_in_a_worker_costs_its_page_alone(
    world: World, monkeypatch: pytest.MonkeyPatch, accident: Callable[[], None], code: str
) -> None:
    arrange(world, monkeypatch, accident)
    report = world.ingest("--workers", "2")
    assert outcomes(report) == {f"raw/{n}.txt": "rejected" if n == 3 else "new" for n in range(PAGES)}
    assert codes(report, "raw/3.txt") == [code]
    monkeypatch.undo()
    assert len(world.found("curl")) == PAGES - 1
    assert outcomes(world.ingest()) == {f"raw/{n}.txt": "new" if n == 3 else "unchanged" for n in range(PAGES)}
    assert world.rejections() == {}


@pytest.mark.parametrize(("accident", "code"), [(hung, "too-slow"), (out_of_memory, "out-of-memory")])
def test_an_accident_without_workers_costs_its_page_alone(
    world: World, monkeypatch: pytest.MonkeyPatch, accident: Callable[[], None], code: str
) -> None:
    arrange(world, monkeypatch, accident)
    report = world.ingest("--workers", "1")
    assert outcomes(report) == {f"raw/{n}.txt": "rejected" if n == 3 else "new" for n in range(PAGES)}
    assert codes(report, "raw/3.txt") == [code]


def test_a_fault_in_the_opening_of_a_file_costs_that_file_alone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    arrange(world, monkeypatch, lambda: None)
    read = saved.read

    def opened(path: Path, file: str, most: int) -> Iterator[Page | tuple[str, UnreadablePage]]:
        if file == "raw/3.txt":
            unforeseen()
        return read(path, file, most)

    monkeypatch.setattr(saved, "read", opened)
    report = world.ingest("--workers", "1")
    assert outcomes(report) == {f"raw/{n}.txt": "rejected" if n == 3 else "new" for n in range(PAGES)}
    assert codes(report, "raw/3.txt") == ["program-fault"]
