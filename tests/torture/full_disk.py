"""A run on a real file system that fills up: `python -m tests.torture.full_disk SCENE KILOBYTES`.

Mounts a small file system over a folder of its own, so it has to run in a mount namespace of its own; see refusals.py.
Prints what went wrong, a line each.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.torture import scenes
from tests.trouble.world import World

_ROOM = 4096
"""Kilobytes of the file system; all but the wanted ones are taken by a file beside the collection."""


def main(name: str, kilobytes: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        scene = scenes.make(name, Path(folder))
        disk = Path(folder, "disk")
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_ROOM}k", "tmpfs", str(disk)], check=True)
        try:
            world = scene.stage(disk / "collection")
            free = shutil.disk_usage(disk).free // 1024
            ballast = disk / "ballast"
            ballast.write_bytes(b"\1" * 1024 * max(0, free - int(kilobytes)))
            faults = on_a_full_disk(scene, world, ballast)
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    print("\n".join(faults))  # noqa: T201 - what the one who started it reads


def on_a_full_disk(scene: scenes.Scene, world: World, ballast: Path) -> list[str]:
    """Runs the scene on what room there is, looks, makes room, and looks again."""
    done = world.run(*scene.command)
    faults = []
    if done.code == 2 and (len(done.lines) != 1 or "full" not in done.err):
        faults.append(f"it says {done.err!r}")
    if done.code not in (0, 1, 2):
        faults.append(f"it ends with {done.code}")
    faults += scenes.half_written(scene, world)
    if scene.before:
        faults += scenes.still_searched(scene, world)
    ballast.unlink()
    return faults + scenes.broken(scene, world)


if __name__ == "__main__":
    main(*sys.argv[1:])
