"""Readers and writers side by side, as processes: no error reaches anyone, and the end is as if they had queued.

`python -m tests.torture.crowd ROLE NUMBER ROOT SECONDS` is one of them; it prints what went wrong, a line each.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from tests.torture import scenes
from tests.trouble.pages import LEG_CURL, Exercise
from tests.trouble.world import World, environment

_OWN = 12
"""Pages that each writer changes."""
_WAIT = "60"
_LEVELS = ("Beginner", "Intermediate", "Advanced")


def crowd(root: Path, readers: int, writers: int, seconds: float) -> tuple[list[str], int, int]:
    """Lets them loose on a collection at `root`: what went wrong, and how often was searched and written."""
    world = World(root)
    world.raw.mkdir(parents=True)
    for writer in range(writers):
        for page in range(_OWN):
            world.page(_name(writer, page), _exercise(writer, page, "Beginner"))
    assert world.run("ingest").code == 0
    parts = [("reader", n) for n in range(readers)] + [("writer", n) for n in range(writers)]
    running = [_start(role, number, root, seconds) for role, number in parts]
    faults, done = [], {"reader": 0, "writer": 0}
    for (role, number), process in zip(parts, running, strict=True):
        out, err = process.communicate(timeout=seconds + 120)
        *wrong, count = out.splitlines() or ["0"]
        faults += [f"{role} {number}: {line}" for line in [*wrong, *err.splitlines()]]
        done[role] += int(count) if count.isdigit() else 0
    return faults + _end(world, root.parent / f"{root.name}-alone"), done["reader"], done["writer"]


def _end(world: World, alone: Path) -> list[str]:
    """How the collection differs from one that was made of the last pages in one run."""
    world.run("ingest")
    other = World(alone)
    for name, content in world.files("raw").items():
        other.page(name, content)
    other.run("ingest")
    wrong = scenes.differences(world.files("normalized"), other.files("normalized"))
    if scenes.look(world) != scenes.look(other):
        wrong.append("a search finds something else than in a collection made at once")
    return wrong


def _start(role: str, number: int, root: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.torture.crowd", role, str(number), str(root), str(seconds)]
    here = Path(__file__).parent.parent.parent
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(), cwd=here
    )


def _name(writer: int, page: int) -> str:
    return f"{writer}-{page:02d}.txt"


def _exercise(writer: int, page: int, level: str) -> Exercise:
    return LEG_CURL.but(name=f"Curl {'ABCDEFGH'[writer]} Number {page}", difficulty=level)


# -- one of the crowd ------------------------------------------------------------------------------------------------


def read(world: World, number: int) -> str:
    """One search, with everything that it must give whatever the writers do meanwhile."""
    asked = (("curl",), ("--muscle", "hamstrings"), (), ("Curl A Number 3",))[number % 4]
    done = world.run("search", "--json", "--limit", "0", *asked)
    if done.code or done.err:
        return f"search {asked} ends with {done.code}: {done.err.strip()}"
    found = {hit["id"] for hit in done.json["hits"]}
    wanted = {f"curl-a-number-{page}" for page in range(3, 4 if number % 4 == 3 else _OWN)}
    return "" if wanted <= found else f"search {asked} misses {sorted(wanted - found)}"


def write(world: World, number: int, chance: random.Random) -> str:
    """Changes a page or more, and runs ingest; now and then rebuilds the index instead."""
    for _ in range(chance.randint(1, 4)):
        page = chance.randrange(_OWN)
        world.page(_name(number, page), _exercise(number, page, chance.choice(_LEVELS)))
    command = "index" if chance.random() < 0.2 else "ingest"
    done = world.run(command, "--wait", _WAIT)
    return f"{command} ends with {done.code}: {done.err.strip()}" if done.code or done.err else ""


def main(role: str, number: str, root: str, seconds: str) -> None:
    world, end, turns = World(Path(root)), time.monotonic() + float(seconds), 0
    chance = random.Random(int(number))
    while time.monotonic() < end:
        wrong = read(world, turns) if role == "reader" else write(world, int(number), chance)
        if wrong:
            print(wrong)  # noqa: T201 - what the one who started it reads
        turns += 1
    print(turns)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
