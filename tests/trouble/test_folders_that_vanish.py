"""A folder that is taken away while a run works in it: one line, nothing half-written, and the next run converges."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from pipeline.errors import UnreadablePage
from pipeline.ingest import indexing, judging
from pipeline.records import Outline
from pipeline.sources import saved
from pipeline.stages import Stages
from tests.trouble.pages import LEG_CURL
from tests.trouble.world import World, outcomes

PAGES = 4


@pytest.fixture
def pages(world: World) -> World:
    for number in range(PAGES):
        world.page(f"{number}.txt", LEG_CURL.but(name=f"Curl Number {number}"))
    return world


def vanish(world: World, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes a folder away while the third page is read."""
    read = judging.outlined

    def outlined(page: judging.Page) -> Stages[Outline]:
        if page.file == "raw/2.txt":
            shutil.rmtree(world.root / folder)
        return read(page)

    monkeypatch.setattr(judging, "outlined", outlined)
    monkeypatch.setattr(judging, "_ABREAST", 1)  # the page behind it is still to be opened


@pytest.mark.parametrize("folder", ["raw", "normalized", "index"])
def test_a_folder_that_vanishes_in_mid_run(pages: World, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    raw = pages.files("raw")
    vanish(pages, folder, monkeypatch)
    done = pages.run("ingest")
    assert done.code in (0, 2)
    assert len(done.lines) == (1 if done.code else 0), done.err
    assert pages.rejections() == {}
    monkeypatch.undo()
    for name, content in raw.items():
        pages.page(name, content)
    pages.ingest()
    assert len(pages.ids()) == len(pages.found("curl")) == PAGES


def test_an_index_that_vanishes_before_it_is_written(pages: World, monkeypatch: pytest.MonkeyPatch) -> None:
    write = indexing.synchronize

    def synchronize(*given: object, **named: object) -> int:
        shutil.rmtree(pages.index)
        return write(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(indexing, "synchronize", synchronize)
    pages.run("ingest")
    monkeypatch.undo()
    pages.ingest()
    assert len(pages.found("curl")) == PAGES


def test_a_page_that_changes_while_it_is_read_is_read_again(pages: World, monkeypatch: pytest.MonkeyPatch) -> None:
    read = judging.outlined

    def outlined(page: judging.Page) -> Stages[Outline]:
        if page.file == "raw/2.txt":
            pages.page("2.txt", LEG_CURL.but(name="Curl Number 2", difficulty="Advanced"))
        return read(page)

    monkeypatch.setattr(judging, "outlined", outlined)
    pages.ingest()
    assert pages.record("curl-number-2")["difficulty"] == "intermediate"
    monkeypatch.undo()
    pages.ingest()
    assert pages.record("curl-number-2")["difficulty"] == "advanced"


def test_a_page_that_could_not_be_opened_is_tried_again(pages: World, monkeypatch: pytest.MonkeyPatch) -> None:
    open_page = saved._bytes

    def refused(path: Path, most_bytes: int) -> bytes:
        if path.name == "2.txt":
            raise UnreadablePage("unreadable-file", "the file cannot be read: Permission denied")
        return open_page(path, most_bytes)

    monkeypatch.setattr(saved, "_bytes", refused)
    assert outcomes(pages.ingest())["raw/2.txt"] == "rejected"
    monkeypatch.undo()
    assert outcomes(pages.ingest())["raw/2.txt"] == "new"


def test_a_clock_that_goes_backwards_changes_nothing(pages: World, monkeypatch: pytest.MonkeyPatch) -> None:
    pages.ingest()
    times = pages.times()
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setattr("time.time_ns", lambda: 0)
    assert pages.ingest()["unchanged"] == PAGES
    pages.page("more.txt", LEG_CURL.but(name="Late Curl"))
    assert pages.ingest()["new"] == 1
    assert pages.found("late curl") == ["late-curl"]
    assert times.items() <= pages.times().items()


def test_a_folder_that_nobody_may_look_into_is_told(pages: World, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = pages.root / "raw" / "closed"
    closed.mkdir()
    look_into = os.scandir

    def refused(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look_into(path)

    monkeypatch.setattr(os, "scandir", refused)
    done = pages.run("ingest")
    assert (done.code, done.out) == (2, "")
    assert done.lines == [f"exercises: cannot read {closed}: Permission denied; make it readable or move it away"]
