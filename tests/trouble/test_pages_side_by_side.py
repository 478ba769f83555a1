"""Pages are read side by side, stage by stage: each comes out as if it were read alone, and pays for its own time only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest import abreast as module
from pipeline.ingest import judging
from pipeline.ingest.abreast import TooSlow, abreast
from pipeline.ingest.judging import read_file, read_files
from pipeline.reading import Profiles
from pipeline.settings import Settings
from pipeline.stages import Stages, finished
from tests.trouble.pages import LEG_CURL, html_page


def counted(stages: int, done: list[tuple[int, int]], number: int) -> Stages[int]:
    for stage in range(stages):
        done.append((stage, number))
        yield
    return number


@given(st.lists(st.integers(0, 6), max_size=20))
def test_every_work_is_done_to_its_end_and_stages_come_one_after_the_other(lengths: list[int]) -> None:
    done: list[tuple[int, int]] = []
    works = [counted(length, done, number) for number, length in enumerate(lengths)]
    assert abreast(works, 60) == list(range(len(lengths)))
    assert done == sorted((stage, number) for number, length in enumerate(lengths) for stage in range(length))


def patient(stages: int, seconds: float) -> Stages[str]:
    try:
        for _ in range(stages):
            time.sleep(seconds)
            yield
    except TooSlow:
        return "too slow"
    return "done"


def test_a_work_is_interrupted_for_its_own_time_alone() -> None:
    # Each quick one takes 0.05 s of its 0.5 s, but waits for the slow one, which would take 3 s in all.
    works = [patient(5, 0.01), patient(15, 0.2), patient(5, 0.01)]
    assert abreast(works, 0.5) == ["done", "too slow", "done"]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=4), st.integers(1, 30))
def test_a_timer_that_rings_between_two_stages_loses_no_page(lengths: list[int], ringing: int) -> None:
    """Signals are heard between any two steps of Python: also right before or behind a stage."""
    calls = 0

    @contextmanager
    def timer() -> Iterator[Callable[[float | None], None]]:
        def ring_after(_seconds: float | None) -> None:
            nonlocal calls
            calls += 1
            if calls == ringing:
                raise TooSlow

        yield ring_after

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "_timer", timer)
        works = [counted(length, [], number) for number, length in enumerate(lengths)]
        assert abreast(works, 60) == list(range(len(lengths)))


def test_what_a_stage_raises_comes_out() -> None:
    def broken() -> Stages[None]:
        yield
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        finished(broken())


def test_files_are_read_side_by_side_as_they_are_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = []
    for number in range(7):
        path = tmp_path / f"{number}.html"
        path.write_text(html_page(LEG_CURL.but(name=f"Curl Number {number}")) if number != 3 else "", "utf-8")
        files.append((path, f"raw/{number}.html"))
    profiles, settings = Profiles([]), Settings()
    alone = [reading for path, file in files for reading in read_file(path, file, profiles, settings)]
    for pages, size in ((16, 1 << 20), (3, 1 << 20), (16, 2_000), (16, 1)):
        monkeypatch.setattr(judging, "_ABREAST", pages)
        monkeypatch.setattr(judging, "_MOST_ABREAST", size)
        groups = list(read_files(files, profiles, settings))
        assert [one for group in groups for one in group] == list(enumerate(alone))
        assert max(map(len, groups)) <= pages
    assert len(groups) > len(files) // 2
