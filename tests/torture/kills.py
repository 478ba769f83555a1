"""kill -9 at random moments of ingest and index: real signals to real processes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Iterable
from pathlib import Path

from tests.torture import scenes
from tests.torture.scenes import Scene
from tests.trouble.world import World

_AGAIN = 0.25
"""Share of the kills after which the next run is killed, too."""


def kill_at_random(made: list[Scene], count: int, folder: Path, chance: random.Random) -> Iterable[list[str]]:
    """What each of `count` kills broke: an empty list for a run after which everything was as it must be."""
    started = startup(made[0])
    killed = 0
    while killed < count:
        scene = made[killed % len(made)]
        world = scene.stage(folder / f"killed-{killed}")
        if not _killed(world, scene, started, chance):
            shutil.rmtree(world.root)
            continue  # it was done before the signal came
        if chance.random() < _AGAIN:
            _killed(world, scene, started, chance)
        killed += 1
        yield [f"kill {killed}, {scene.name}: {fault}" for fault in scenes.broken(scene, world)]
        shutil.rmtree(world.root)


def startup(scene: Scene) -> float:
    """Seconds until a process begins to work."""
    began = time.monotonic()
    World(scene.template).start("--version").communicate(timeout=60)
    return time.monotonic() - began


def _killed(world: World, scene: Scene, started: float, chance: random.Random) -> bool:
    """Starts a run and kills it, alone or with its workers; False when it ended first."""
    process = world.start(*scene.command)
    time.sleep(chance.uniform(started, max(scene.seconds, 1.2 * started)))
    alone = chance.random() < 0.5
    if alone:
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(30)
    _end_group(process.pid)
    process.communicate()
    return process.returncode == -signal.SIGKILL


def _end_group(group: int) -> None:
    """Workers whose parent was killed end by themselves within a second; here is no time to wait for it."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
