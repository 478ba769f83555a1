"""Pages are read side by side, stage by stage: each comes out as if it were read alone, and pays for its own time only."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest import abreast as module
from pipeline.ingest import judging
from pipeline.ingest.abreast import abreast
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


def slow(number: int) -> int:
    return -number


@given(st.lists(st.integers(0, 6), max_size=20))
def test_every_work_is_done_to_its_end_and_stages_come_one_after_the_other(lengths: list[int]) -> None:
    done: list[tuple[int, int]] = []
    works = [counted(length, done, number) for number, length in enumerate(lengths)]
    assert abreast(works, 60, slow) == list(range(len(lengths)))
    assert done == sorted((stage, number) for number, length in enumerate(lengths) for stage in range(length))


def patient(stages: int, seconds: float) -> Stages[int]:
    for _ in range(stages):
        time.sleep(seconds)
        yield
    return 0


def test_a_work_is_interrupted_for_its_own_time_alone() -> None:
    # Each quick one takes 0.05 s of its 0.5 s, but waits for the slow one, which would take 3 s in all.
    works = [patient(5, 0.01), patient(15, 0.2), patient(5, 0.01)]
    assert abreast(works, 0.5, slow) == [0, -1, 0]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=4), st.integers(1, 60))
def test_a_timer_that_rings_at_any_step_costs_no_page_but_the_slow_one(lengths: list[int], ringing: int) -> None:
    """Signals are heard between any two steps of Python: also right before or behind a stage."""
    steps, interrupted = 0, None

    def ring(frame: FrameType, event: str, _argument: object) -> Callable[..., object] | None:
        nonlocal steps, interrupted
        if frame.f_code not in (abreast.__code__, counted.__code__):
            return None
        steps += event == "line"
        watch = getattr(signal.getsignal(signal.SIGALRM), "__self__", around)
        if steps == ringing and event == "line" and watch is not around:
            interrupted = frame.f_locals.get("number") if frame.f_code is counted.__code__ else None
            ends, watch.ends = watch.ends, 0.0
            watch.look(signal.SIGALRM, frame)
            watch.ends = ends  # in the works it was raised
        return ring

    works = [counted(length, [], number + 1) for number, length in enumerate(lengths)]
    tracing = sys.gettrace()
    with module._watched(60) as around:  # a watch hears the timer also before and behind the works
        sys.settrace(ring)
        try:
            results = abreast(works, 60, lambda n: -n - 1)
        finally:
            sys.settrace(tracing)
    assert results == [-n if n == interrupted else n for n in range(1, len(lengths) + 1)]


LATE = """
import os, signal
from pipeline.ingest.abreast import abreast
from pipeline.stages import Stages

def work() -> Stages[int]:
    yield
    return 1

assert abreast([work()], 60, lambda n: -n) == [1]
os.kill(os.getpid(), signal.SIGALRM)
heard = []
signal.signal(signal.SIGALRM, lambda *_: heard.append(1))
assert abreast([work()], 60, lambda n: -n) == [1]
os.kill(os.getpid(), signal.SIGALRM)
print(len(heard))
"""


def test_a_ring_that_comes_late_ends_nothing_and_who_listened_before_hears_it() -> None:
    done = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "")


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
    os.utime(tmp_path / "3.html", (0, 0))  # a file emptied this moment is waited for
    profiles, settings = Profiles([]), Settings()
    alone = [reading for path, file in files for reading in read_file(path, file, profiles, settings)]
    for pages, size in ((16, 1 << 20), (3, 1 << 20), (16, 2_000), (16, 1)):
        monkeypatch.setattr(judging, "_ABREAST", pages)
        monkeypatch.setattr(judging, "_MOST_ABREAST", size)
        groups = list(read_files(files, profiles, settings))
        assert [one for group in groups for one in group] == list(enumerate(alone))
        assert max(map(len, groups)) <= pages
    assert len(groups) > len(files) // 2
