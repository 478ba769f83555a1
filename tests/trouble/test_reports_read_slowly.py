"""Whoever reads what a run printed takes their time, as in a pager: that holds up no other run, and tells of this one."""

from __future__ import annotations

import errno
import os

import pytest

from pipeline.errors import CannotWrite
from pipeline.ingest import Options, ingest, outcomes
from pipeline.settings import Settings
from tests.trouble.pages import LEG_CURL
from tests.trouble.world import World

PAGES = 5


@pytest.fixture
def pages(world: World) -> World:
    for number in range(PAGES):
        world.page(f"{number}.txt", LEG_CURL.but(name=f"Curl Number {number}"))
    return world


def test_another_run_begins_while_the_report_is_read(pages: World) -> None:
    results = ingest(pages.root, (), Settings()).results()
    read = [next(results)]
    pages.page("1.txt", LEG_CURL.but(name="Curl Number 1", difficulty="Advanced"))
    other = ingest(pages.root, (), Settings(), Options(wait=0))
    read += results
    assert {result.outcome for result in read} == {"new"} and len(read) == PAGES
    assert [result.outcome for result in other.results()].count("changed") == 1


def test_a_long_report_is_kept_on_the_disk(pages: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "_IN_MEMORY", 100)
    report = ingest(pages.root, (), Settings())
    assert len(list(report.results())) == len(list(zip(report.results(), report.results(), strict=True))) == PAGES
    assert pages.files("index").keys() <= {name for name in pages.files("index") if not name.startswith("tmp")}


def test_no_space_for_a_long_report(pages: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(outcomes, "_IN_MEMORY", 100)
    monkeypatch.setattr("tempfile.SpooledTemporaryFile.rollover", refuse)
    with pytest.raises(CannotWrite, match="disk is full"):
        ingest(pages.root, (), Settings())
    monkeypatch.undo()
    assert ingest(pages.root, (), Settings()).counts["unchanged"] == PAGES
