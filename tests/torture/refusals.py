"""A disk that refuses: the n-th opening, write, sync, rename, ... below a folder fails, alone or with all that follow.

Injected into this process, below everything that Python code and sqlite3 write with; `full_disk` uses a real, small
file system where the machine permits to mount one.
"""

from __future__ import annotations

import builtins
import contextlib
import errno
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from tests.torture import scenes
from tests.torture.scenes import Scene
from tests.trouble.world import World

ERRORS = {"no space from here on": (errno.ENOSPC, True), "one I/O error": (errno.EIO, False)}
"""The errors that are injected, and whether everything that follows fails, too."""

_CHANGING = ("write", "pwrite", "fsync", "fdatasync", "replace", "rename", "link", "mkdir", "ftruncate", "chmod")
_real_open, _real_os_open = builtins.open, os.open


class Refusal:
    """Counts what changes the disk, and refuses the n-th of it."""

    def __init__(self, at: int, number: int, *, lasting: bool) -> None:
        self.at, self.number, self.lasting = at, number, lasting
        self.asked = 0
        self._counting = threading.Lock()

    def turn(self, path: object = None) -> None:
        """One more change. Raises the error when it is its turn."""
        with self._counting:
            self.asked += 1
            if self.asked == self.at or (self.lasting and self.asked > self.at):
                raise OSError(self.number, os.strerror(self.number), path)

    @property
    def happened(self) -> bool:
        return self.asked >= self.at


@contextlib.contextmanager
def refusing(at: int, number: int, *, lasting: bool) -> Iterator[Refusal]:
    """While the body runs, the `at`-th change of the disk fails."""
    refusal = Refusal(at, number, lasting=lasting)
    with contextlib.ExitStack() as stack:
        for name in _CHANGING:
            stack.enter_context(mock.patch.object(os, name, _counted(getattr(os, name), refusal)))
        stack.enter_context(mock.patch.object(os, "open", _os_open(refusal)))
        stack.enter_context(mock.patch.object(builtins, "open", _open(refusal)))
        stack.enter_context(mock.patch.object(io, "open", _open(refusal)))
        stack.enter_context(mock.patch.object(sqlite3, "connect", _connect(refusal)))
        yield refusal


def _counted(real: Callable[..., Any], refusal: Refusal) -> Callable[..., Any]:
    def changing(first: Any, *rest: Any, **named: Any) -> Any:
        refusal.turn(first if isinstance(first, (str, bytes, os.PathLike)) else None)
        return real(first, *rest, **named)

    return changing


def _os_open(refusal: Refusal) -> Callable[..., int]:
    def opened(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        if flags & (os.O_CREAT | os.O_WRONLY | os.O_RDWR):
            refusal.turn(path)
        return _real_os_open(path, flags, *rest, **named)

    return opened


def _open(refusal: Refusal) -> Callable[..., Any]:
    """`open` whose files refuse as a disk does: when what was buffered is written, perhaps only at the end."""

    class Raw(io.FileIO):
        def write(self, content: Any, /) -> int:
            refusal.turn()
            return super().write(content) or 0

    def opened(file: Any, mode: str = "r", buffering: int = -1, *rest: Any, **named: Any) -> Any:
        if not set(mode) & set("wax+"):
            return _real_open(file, mode, buffering, *rest, **named)
        if not isinstance(file, int):
            refusal.turn(file)
        kept = {name: named.pop(name) for name in ("closefd", "opener") if name in named}
        raw = Raw(file, mode.replace("b", "").replace("t", ""), **kept)
        if buffering == 0:
            return raw
        buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, *rest, **named)

    return opened


def _connect(refusal: Refusal) -> Callable[..., sqlite3.Connection]:
    real = sqlite3.connect

    class Connection(sqlite3.Connection):
        """Refuses as SQLite does when the system refuses it a write: with an error of its own."""

        def execute(self, statement: str, *rest: Any) -> sqlite3.Cursor:
            self._turn(statement)
            return super().execute(statement, *rest)

        def executemany(self, statement: str, *rest: Any) -> sqlite3.Cursor:
            self._turn(statement)
            return super().executemany(statement, *rest)

        def executescript(self, statement: str, /) -> sqlite3.Cursor:
            _refuse_sqlite(refusal)
            return super().executescript(statement)

        def _turn(self, statement: str) -> None:
            if statement.lstrip().split(None, 1)[0].upper() in ("INSERT", "UPDATE", "DELETE", "COMMIT", "CREATE"):
                _refuse_sqlite(refusal)

    return lambda *arguments, **named: real(*arguments, **{"factory": Connection, **named})


def _refuse_sqlite(refusal: Refusal) -> None:
    try:
        refusal.turn()
    except OSError as error:
        full = error.errno == errno.ENOSPC
        refused = sqlite3.OperationalError("database or disk is full" if full else "disk I/O error")
        refused.sqlite_errorcode = sqlite3.SQLITE_FULL if full else sqlite3.SQLITE_IOERR
        raise refused from error


# -- what must hold --------------------------------------------------------------------------------------------------


def refuse(scene: Scene, places: Iterable[int], folder: Path) -> Iterable[list[str]]:
    """What a refusal at each of the places broke, for each of ERRORS; ends when the run has no such place."""
    for at in places:
        for name, (number, lasting) in ERRORS.items():
            world = scene.stage(folder / f"refused-{scene.name}-{at}-{number}")
            with refusing(at, number, lasting=lasting) as refusal:
                ending = _ending(scene, world)
                during = _searched_on(world) if lasting and scene.before else []
            if not refusal.happened:
                return
            faults = [*ending, *during, *scenes.broken(scene, world)]
            yield [f"{scene.name}, {name}, at change {at}: {fault}" for fault in faults]
            shutil.rmtree(world.root)


def _ending(scene: Scene, world: World) -> list[str]:
    """A run that met a refusal ends with one line and code 2, or gets by without what was refused."""
    try:
        done = world.run(*scene.command)
    except Exception as error:  # noqa: BLE001 - whatever comes here is a traceback for a user
        return [f"a traceback: {error!r}"]
    if done.code == 2:
        one = len(done.lines) == 1 and ("write" in done.err or "space" in done.err or "disk" in done.err.lower())
        return [] if one else [f"it says {done.err!r}"]
    whole = not scenes.differences(world.files("normalized"), scene.records)
    return [] if done.code in (0, 1) and whole else [f"it ends with {done.code} and {done.err!r}"]


def _searched_on(world: World) -> list[str]:
    """While nothing can be written, what was indexed is found."""
    done = world.run("search", "--json", "leg curl")
    return [] if done.code == 0 and not done.lines else [f"a search on a full disk says {done.err!r}"]


# -- a real one ------------------------------------------------------------------------------------------------------

_MOUNTED = ("unshare", "--mount", "--map-root-user")


def can_mount() -> bool:
    """Whether this machine lets us mount a small file system in a namespace of our own."""
    try:
        tried = subprocess.run([*_MOUNTED, "sh", "-c", "mount -t tmpfs tmpfs /mnt"], capture_output=True, check=False)
    except OSError:
        return False
    return tried.returncode == 0


def full_disk(scene: str, kilobytes: int) -> list[str]:
    """Runs a scene on a file system of its own with that much space left, in a process that may mount one."""
    command = [*_MOUNTED, sys.executable, "-m", "tests.torture.full_disk", scene, str(kilobytes)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        return [done.stderr]
    return [f"{scene} with {kilobytes} kB left: {line}" for line in done.stdout.splitlines() if line]
