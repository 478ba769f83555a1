"""`make torture`: every accident, many times over. Prints what broke and how much held; exits 1 when anything broke."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.torture import crowd, damage, kills, other_whoosh, refusals, scenes, strings


@dataclass(frozen=True)
class Asked:
    """What of: counts of each part, seconds for the crowd, and the seed of everything random."""

    folder: Path
    seed: int
    kills: int
    damages: int
    places: int
    seconds: float
    strings: int

    @property
    def chance(self) -> random.Random:
        return random.Random(self.seed)


def killing(asked: Asked) -> Iterable[list[str]]:
    """kill -9 at random moments of ingest and index"""
    made = [scenes.make(name, asked.folder) for name in scenes.SCENES]
    yield from kills.kill_at_random(made, asked.kills, asked.folder, asked.chance)


def damaging(asked: Asked) -> Iterable[list[str]]:
    """files of the index cut, grown, zeroed, flipped, swapped, gone"""
    yield from damage.damage(scenes.make("rebuild", asked.folder), asked.damages, asked.folder, asked.chance)
    yield from damage.damage_state(scenes.make("changed", asked.folder), asked.folder, asked.chance)


def refusing(asked: Asked) -> Iterable[list[str]]:
    """no space and I/O errors at each of the first changes of the disk"""
    for name in ("first", "changed", "edited", "rebuild"):
        yield from refusals.refuse(scenes.make(name, asked.folder), range(1, asked.places + 1), asked.folder)


def filling(asked: Asked) -> Iterable[list[str]]:
    """a real file system that is full, where one can be mounted"""
    if not refusals.can_mount():
        say("no file system can be mounted here: nothing tried")
        return
    for kilobytes in range(0, 2 * asked.places, 10):
        for name in ("first", "changed", "rebuild"):
            yield refusals.full_disk(name, kilobytes)


def crowding(asked: Asked) -> Iterable[list[str]]:
    """8 readers and 2 writers"""
    faults, searched, written = crowd.crowd(asked.folder / "crowd", 8, 2, asked.seconds)
    say(f"{searched} searches beside {written} runs that wrote, in {asked.seconds:g} s")
    yield faults


def writing(asked: Asked) -> Iterable[list[str]]:
    """hostile strings through the store and back"""
    try:
        kinds = strings.check(asked.strings, asked.folder, asked.seed)
    except AssertionError as error:
        yield [str(error)]
    else:
        say(", ".join(f"{count} {kind}" for kind, count in kinds.items()))
        yield []


def searching(asked: Asked) -> Iterable[list[str]]:
    """the search on Whoosh 2.7.4 instead of whoosh3"""
    yield other_whoosh.check(asked.folder)


PARTS: dict[str, Callable[[Asked], Iterable[list[str]]]] = {
    "kills": killing,
    "damage": damaging,
    "refusals": refusing,
    "full": filling,
    "crowd": crowding,
    "strings": writing,
    "whoosh": searching,
}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all when none is named")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--damages", type=int, default=200)
    parser.add_argument(
        "--places", type=int, default=100, help="changes of the disk that are refused, one after another"
    )
    parser.add_argument("--seconds", type=float, default=300, help="how long the crowd works")
    parser.add_argument("--strings", type=int, default=10_000)
    chosen = vars(parser.parse_args(arguments))
    parts = chosen.pop("parts") or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        parser.error(f"there is no part {sorted(unknown)[0]!r}; there are {', '.join(PARTS)}")
    results = [held(part, chosen) for part in parts]
    return 0 if all(results) else 1


def held(part: str, chosen: dict[str, float]) -> bool:
    """Runs a part and says how much of it held."""
    started, good, tried = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for faults in PARTS[part](Asked(Path(folder), **chosen)):  # type: ignore[arg-type]
            tried += 1
            good += not faults
            for fault in faults:
                say(f"  {fault[:2000]}")
    say(f"{part}: {good} of {tried} held ({PARTS[part].__doc__}), {time.monotonic() - started:.0f} s")
    return good == tried


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
