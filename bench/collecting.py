"""Figures of ingesting: pages a second cold, unchanged and with one in a hundred changed, beside the peer; memory."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import Figure
from bench.generate import write
from bench.measuring import Run, Spread, peak_of_all, program, timed
from bench.peer import DATABASE

MEMORY_AIMS = {100_000: 400.0}
_AIMS = {"cold": {1_000: 1.0, 10_000: 1.0}, "unchanged": {10_000: 0.05}, "changed": {10_000: 0.10}}
_READ_PAGES = 300


def fresh(raw: Path, folder: Path) -> Path:
    """A new collection with these pages and nothing else. The pages are links: the program never changes them.

    What was measured before stays until all is done: ext4 passes over the inodes of files deleted in the last minutes
    when it looks for one for a new file, so that a run right after a deletion takes longer.
    """
    root = Path(tempfile.mkdtemp(prefix="collection-", dir=folder))
    shutil.copytree(raw, root / "raw", copy_function=_linked)
    return root


def _linked(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _change(root: Path) -> None:
    """Makes one page in a hundred new, with another step; never in place, since the file is a link."""
    for path in sorted((root / "raw").iterdir())[::100]:
        text = path.read_text("utf-8").replace("</ol>", '<li class="pl-2">Shake out your arms and legs.</li></ol>', 1)
        path.unlink()
        path.write_text(text, "utf-8")


def ingest(root: Path, workers: int = 0) -> Run:
    """One run of the program as a person starts it. `workers` 0 leaves the number to the program."""
    chosen = ("--workers", str(workers)) if workers else ()
    return timed((program("exercises"), "--root", str(root), "ingest", *chosen))


def peer(raw: Path, folder: Path) -> Run:
    """One run of the peer on the same pages."""
    out = folder / "peer"
    out.mkdir(exist_ok=True)  # it begins with an empty database each time
    return timed((sys.executable, "-m", "bench.peer", str(raw), str(out)))


def ingesting(raw: Path, folder: Path) -> tuple[Path, Path]:
    """A finished collection and the peer's database of the same pages, for searching."""
    root = fresh(raw, folder)
    ingest(root)
    peer(raw, folder)
    return root, folder / "peer" / DATABASE


# --- figures --------------------------------------------------------------------------------------------------


def cold(raw: Path, folder: Path, label: str, rounds: int, *, workers: int) -> list[Figure]:
    """Pages a second from nothing and with nothing changed, on so many workers."""
    number = len([p for p in raw.iterdir() if p.is_file()])
    first, second = [], []
    for _ in range(rounds):
        root = fresh(raw, folder)
        first.append(ingest(root, workers))
        second.append(ingest(root, workers))
    on = f"{workers} worker{'s' * (workers > 1)}"
    return [
        Figure(label, f"cold, {on}", "pages/s", Spread.of(number / run.seconds for run in first)),
        Figure(label, f"unchanged, {on}", "pages/s", Spread.of(number / run.seconds for run in second)),
    ]


def pairs(raw: Path, folder: Path, label: str, rounds: int) -> list[Figure]:
    """The program on two workers and the peer, turn by turn: seconds and the ratio of each pair."""
    runs: dict[str, list[Run]] = {name: [] for name in ("cold", "unchanged", "changed", "peer")}
    for turn in range(rounds):
        order = ("ours", "peer") if turn % 2 else ("peer", "ours")
        for whose in order:
            if whose == "peer":
                runs["peer"].append(peer(raw, folder))
            else:
                for name, run in _three_runs(raw, folder):
                    runs[name].append(run)
    return list(_beside(runs, label, len(list(raw.iterdir()))))


def _three_runs(raw: Path, folder: Path) -> Iterator[tuple[str, Run]]:
    root = fresh(raw, folder)
    yield "cold", ingest(root, workers=2)
    yield "unchanged", ingest(root, workers=2)
    _change(root)
    yield "changed", ingest(root, workers=2)


def _beside(runs: dict[str, list[Run]], label: str, number: int) -> Iterator[Figure]:
    names = {"cold": "cold, 2 workers", "unchanged": "unchanged, 2 workers", "changed": "1 % changed, 2 workers"}
    seconds = {name: Spread.of(run.seconds for run in several) for name, several in runs.items()}
    for name in (*names, "peer"):
        rate = Spread.of(number / run.seconds for run in runs[name])
        yield Figure(label, names.get(name, "peer (from the beginning each time)"), "pages/s", rate)
    for name, shown in names.items():
        yield Figure(
            label, f"{shown}: time / peer's", "ratio", seconds[name] / seconds["peer"], _AIMS[name].get(number)
        )
    cpu = {name: Spread.of(run.cpu for run in several) for name, several in runs.items()}
    for name in ("cold", "peer"):
        yield Figure(label, f"{name}: CPU a page, all processes", "ms", cpu[name].scaled(1000 / number))
    for name in names:
        yield Figure(label, f"{name}: CPU of all processes / peer's", "ratio", cpu[name] / cpu["peer"])
    yield Figure(label, "peak memory, largest process", "MB", Spread.of(run.megabytes for run in runs["cold"]))


def memory(raw: Path, folder: Path, label: str, aim: float | None) -> Figure:
    """The most memory of all processes of a cold run together."""
    root = fresh(raw, folder)
    command: Sequence[str] = (program("exercises"), "--root", str(root), "ingest", "--workers", "2")
    return Figure(label, "peak memory, all processes", "MB", Spread.of((peak_of_all(command),)), aim)


def reading(folder: Path) -> Figure:
    """Milliseconds of CPU from a page's bytes to its checked record, in one process, once everything is loaded."""
    from pipeline import settings
    from pipeline.ingest.judging import read_files
    from pipeline.reading import Profiles
    from pipeline.sources import folders

    raw = folder / "raw-reading"
    write(_READ_PAGES, raw)
    profiles, set_to = Profiles([]), settings.load(folder)
    found = list(folders.find(folder, (raw,)))
    spent = []
    for _ in range(4):
        started = time.process_time()
        for _ in read_files([(page.path, page.file) for page in found], profiles, set_to):
            pass
        spent.append((time.process_time() - started) / len(found) * 1000)
    return Figure(f"{_READ_PAGES}", "reading one page, one core", "ms", Spread.of(spent[1:]), 3.0)
