"""Files of the index that are cut, zeroed, flipped, swapped or gone: noticed, said in one line, and rebuilt."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.torture import scenes
from tests.torture.scenes import Scene
from tests.trouble.world import World

Damage = Callable[[Path, Path, random.Random], object]
"""What is done to a file; the second path is another file of the same index."""


def cut(file: Path, _other: Path, chance: random.Random) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: chance.randrange(len(content))])


def grown(file: Path, _other: Path, chance: random.Random) -> None:
    file.write_bytes(file.read_bytes() + chance.randbytes(chance.randint(1, 5000)))


def zeroed(file: Path, _other: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    start = chance.choice([0, chance.randrange(len(content))])
    content[start:] = bytes(len(content) - start)
    file.write_bytes(content)


def flipped(file: Path, _other: Path, chance: random.Random) -> None:
    content = bytearray(file.read_bytes())
    for _ in range(chance.choice([1, 1, 20])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def swapped(file: Path, other: Path, _chance: random.Random) -> None:
    content = file.read_bytes()
    file.write_bytes(other.read_bytes())
    other.write_bytes(content)


def gone(file: Path, _other: Path, _chance: random.Random) -> None:
    file.unlink()


def foldered(file: Path, _other: Path, _chance: random.Random) -> None:
    file.unlink()
    file.mkdir()


def leading_nowhere(file: Path, _other: Path, _chance: random.Random) -> None:
    file.unlink()
    file.symlink_to("nowhere")


DAMAGES: tuple[Damage, ...] = (cut, grown, zeroed, flipped, swapped, gone, foldered, leading_nowhere)


def files(world: World) -> list[Path]:
    """What a search of the current generation rests on; empty files have nothing to be damaged."""
    newest = max(path for path in world.index.iterdir() if path.is_dir())
    held = [path for path in sorted(newest.rglob("*")) if path.is_file() and path.stat().st_size]
    return [world.index / "current.json", *held]


def damage(scene: Scene, count: int, folder: Path, chance: random.Random) -> Iterable[list[str]]:
    """What each of `count` damages broke. Each file gets its turn, each kind of damage, too."""
    for number in range(count):
        world = scene.stage(folder / f"damaged-{number}")
        every = files(world)
        file, inflict = every[number % len(every)], DAMAGES[(number + number // len(every)) % len(DAMAGES)]
        other = chance.choice([path for path in every if path.read_bytes() != file.read_bytes()])
        inflict(file, other, chance)
        what = f"{inflict.__name__} {file.relative_to(world.root)}"
        yield [f"{what}: {fault}" for fault in _faults(scene, world)]
        shutil.rmtree(world.root)


def _faults(scene: Scene, world: World) -> list[str]:
    seen = scenes.look(world)
    wrong = [] if seen.answers == scene.old.answers else [f"a search gives {seen}"]
    if len(seen.lines) != 1 or "rebuilt" not in seen.lines[0]:
        wrong.append(f"it is said in {list(seen.lines)}")
    if scenes.look(world) != scene.old:
        wrong.append("the next search is not as before")
    return wrong + scenes.differences(world.files("normalized"), scene.before)


def damage_state(scene: Scene, folder: Path, chance: random.Random) -> Iterable[list[str]]:
    """Everything in index/ that is no generation, damaged in every way: a search does not care, the next run converges."""
    for number, inflict in enumerate(DAMAGES):
        other = folder / "other"
        other.write_text("another program's file", "utf-8")
        world = scene.stage(folder / f"state-{number}")
        for file in (path for path in world.index.iterdir() if path.is_file() and path.name != "current.json"):
            if file.stat().st_size:
                inflict(file, other, chance)
        seen = scenes.look(world)
        wrong = [] if seen == scene.old else [f"a search gives {seen}"]
        yield [f"state {inflict.__name__}: {fault}" for fault in [*wrong, *scenes.converges(scene, world)]]
        shutil.rmtree(world.root)
