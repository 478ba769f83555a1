"""What is disturbed: collections before a run, and what an undisturbed run makes of each."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.store import is_untouched
from tests.trouble.pages import LEG_CURL, SMALL, TIPS, Exercise
from tests.trouble.world import World, ended

ASKED = ((), ("leg curl",), ("--muscle", "hamstrings", "--difficulty", "beginner"))
"""Everything, a name and a filter: what a search after a disturbance must still know."""

Answer = tuple[int, tuple[Any, ...]]


@dataclass(frozen=True)
class Seen:
    """What the searches of ASKED gave, and every line they said besides."""

    answers: tuple[Answer, ...]
    lines: tuple[str, ...]


def look(world: World) -> Seen:
    """Searches as somebody would who knows of no disturbance."""
    done = [world.run("search", "--json", "--limit", "0", *asked) for asked in ASKED]
    answers = tuple((d.code, tuple(map(_hit, d.json["hits"])) if d.out else ()) for d in done)
    return Seen(answers, tuple(line for d in done for line in d.lines))


def _hit(hit: dict[str, Any]) -> tuple[str, str, str]:
    return hit["id"], hit["difficulty"], ", ".join(hit["target_muscles"])


@dataclass(frozen=True)
class Scene:
    """A collection and the command that is disturbed. `old` and `new` are its searches before and after an undisturbed
    run, `records` is normalized/ after it, `seconds` how long it took as a process."""

    name: str
    template: Path
    command: tuple[str, ...]
    old: Seen
    new: Seen
    before: dict[str, bytes]
    records: dict[str, bytes]
    seconds: float
    is_first: bool = field(default=False)

    def stage(self, root: Path) -> World:
        """A collection as it is before the run, times of files included."""
        shutil.copytree(self.template, root, symlinks=True)
        return World(root)


def make(name: str, folder: Path) -> Scene:
    """Prepares a scene of SCENES below `folder` and runs it once undisturbed."""
    prepare, command = SCENES[name]
    world = World(folder / f"{name}-before")
    world.raw.mkdir(parents=True)
    prepare(world)
    before = world.files("normalized")
    undisturbed = World(folder / f"{name}-undisturbed")
    shutil.copytree(world.root, undisturbed.root)
    old = look(undisturbed)
    started = time.monotonic()
    done = ended(undisturbed.start(*command), 120)
    seconds = time.monotonic() - started
    assert done.code in (0, 1), done
    new = look(undisturbed)
    assert not new.lines, new
    records = undisturbed.files("normalized")
    return Scene(name, world.root, command, old, new, before, records, seconds, is_first=not before)


def broken(scene: Scene, world: World) -> list[str]:
    """Everything that must hold after a run ended anywhere."""
    return [
        *half_written(scene, world),
        *still_searched(scene, world),
        *converges(scene, world),
    ]


def converges(scene: Scene, world: World) -> list[str]:
    """Runs the scene's command to its end: how the result differs from an undisturbed run's."""
    done = world.run(*scene.command)
    wrong = [] if done.code in (0, 1) else [f"the next run ends with {done.code}: {done.err}"]
    wrong += differences(world.files("normalized"), scene.records)
    seen = look(world)
    if seen != scene.new:
        wrong.append(f"after the next run a search gives {seen}")
    again = world.run("ingest")
    if "indexed" in again.out and not again.out.rstrip().endswith("0 indexed"):
        wrong.append(f"a run after the next one still finds work: {again.out}")
    generations = [path for path in world.index.iterdir() if path.is_dir()]
    if len(generations) > 2:
        wrong.append(f"left in index/: {sorted(path.name for path in generations)}")
    return wrong


def differences(files: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """The names of files that differ, are missing or are too many."""
    return [
        f"normalized/{name} differs"
        for name in sorted(files.keys() | wanted.keys())
        if files.get(name) != wanted.get(name)
    ]


def half_written(scene: Scene, world: World) -> list[str]:
    """Files in normalized/ that are neither as before the run nor as after it, nor a whole record: of an exercise with
    two pages the poorer one's may stand there for a moment. A hidden remainder is no record."""
    wrong = []
    for name, content in world.files("normalized").items():
        known = content in (scene.before.get(name), scene.records.get(name)) or is_untouched(content)
        if not known and not Path(name).name.startswith("."):
            wrong.append(f"normalized/{name} is neither the old nor the new")
    return wrong


def still_searched(scene: Scene, world: World) -> list[str]:
    """A search at once must give the old or the new, and say nothing; before a first run, what there is of the new."""
    seen = look(world)
    if seen in (scene.old, scene.new):
        return []
    if scene.is_first and _is_part(seen, scene, world):
        return []
    return [f"a search at once gives {seen}"]


def _is_part(seen: Seen, scene: Scene, world: World) -> bool:
    """Whether a search found the records that a disturbed first run had stored, as they will be in the end."""
    stored = set(world.ids())
    (code, found), (_, final) = seen.answers[0], scene.new.answers[0]
    if not stored:
        return all(code in (0, 2) and not hits for code, hits in seen.answers) and len(seen.lines) <= len(ASKED)
    said_once = len(seen.lines) <= 1 and all("rebuilt" in line for line in seen.lines)
    return said_once and code == 0 and {hit[0] for hit in found} == stored and _fits(found, final)


def _fits(found: tuple[Any, ...], final: tuple[Any, ...]) -> bool:
    """A duplicate's poorer page may have come first, so a hit must be in the final answer by its id alone."""
    return {hit[0] for hit in found} <= {hit[0] for hit in final}


# -- the scenes ------------------------------------------------------------------------------------------------------


def _pages(world: World, count: int = 24) -> None:
    """Exercises, one of them on two pages, and pages that are rejected."""
    for number, exercise in enumerate(_variants(count)):
        world.page(f"{number:03d}.txt", exercise)
    world.page("again.txt", LEG_CURL.but(tips=TIPS[:3]))
    world.page("empty.txt", "")
    world.page("letter.txt", "Dear coach,\n\nthank you for the plan.\n\nYours, Sam\n")


def _variants(count: int) -> list[Exercise]:
    kinds = list(SMALL.values())
    return [
        kinds[n % len(kinds)].but(name=f"{kinds[n % len(kinds)].name}{f' Number {n}' if n >= len(kinds) else ''}")
        for n in range(count)
    ]


def _read(world: World) -> None:
    _pages(world)
    done = world.run("ingest")
    assert done.code == 1, done  # two pages are rejected
    assert not look(world).lines


def _changed(world: World) -> None:
    """Pages that changed, came, went, can no longer be read or can be read now."""
    _read(world)
    for number, exercise in enumerate(_variants(24)):
        if number % 3 == 0:
            world.page(f"{number:03d}.txt", exercise.but(difficulty="Advanced", tips=TIPS[: 1 + number % 5]))
    for number in (1, 4):
        (world.raw / f"{number:03d}.txt").unlink()
    for number in range(5):
        world.page(f"more-{number}.txt", LEG_CURL.but(name=f"Sliding Curl {'ABCDE'[number]}"))
    world.page("007.txt", "")
    world.page("empty.txt", LEG_CURL.but(name="Late Curl"))


def _edited(world: World) -> None:
    """Records edited by hand, half of them with pages that changed since."""
    _read(world)
    edited = sorted(world.normalized.glob("*.yaml"))[::4]
    for path in edited:
        path.write_bytes(path.read_bytes().replace(b"schema: 1\n", b"schema: 1\n# checked with the coach\n", 1))
    (world.rejected / "empty-txt.yaml").write_text("name: begun by hand\n", "utf-8")
    for number, exercise in enumerate(_variants(24)):
        if number % 2 == 0:
            world.page(f"{number:03d}.txt", exercise.but(description=f"Another sentence, the {number}th of its kind."))


SCENES: dict[str, tuple[Callable[[World], None], tuple[str, ...]]] = {
    "first": (_pages, ("ingest",)),
    "changed": (_changed, ("ingest",)),
    "edited": (_edited, ("ingest",)),
    "rebuild": (_read, ("index",)),
    "workers": (_changed, ("ingest", "--workers", "2")),
}
"""How each collection is made, and the command that is disturbed."""
