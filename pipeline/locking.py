"""One writer at a time: a lock on index/.lock that ends with its process, however that ends."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import CannotWrite, Locked

_PAUSE = 0.1
_held: set[int] = set()


def forget_locks() -> None:
    """Closes the locks that a forked process inherited: a lock must end with the process that took it."""
    while _held:
        os.close(_held.pop())


@contextmanager
def writer_lock(root: Path, wait: float = 0.0) -> Iterator[None]:
    """Holds the lock of a collection. Waits `wait` seconds for another run, then raises Locked and names it."""
    path = root / "index" / ".lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise CannotWrite.because(path, error) from error
    _held.add(handle)
    try:
        _take(handle, path, wait)
        _sign(handle, path)
        yield
    finally:
        with suppress(OSError):
            os.ftruncate(handle, 0)
        _held.discard(handle)
        os.close(handle)


def _sign(handle: int, path: Path) -> None:
    """Says in the lock's file who holds it."""
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"process {os.getpid()}, since {time.strftime('%Y-%m-%d %H:%M:%S')}".encode(), 0)
    except OSError as error:
        raise CannotWrite.because(path, error) from error


def _take(handle: int, path: Path, wait: float) -> None:
    end = time.monotonic() + wait
    while not try_lock(handle):
        if time.monotonic() >= end:
            holder = path.read_text("utf-8", "replace").strip()
            raise Locked(holder or "it did not say which process")
        time.sleep(_PAUSE)


def try_lock(handle: int) -> bool:
    """Locks an open file, if nobody else holds it.

    The lock is the system's own (flock, or msvcrt on Windows): it cannot outlive the process that holds it.
    """
    try:
        import fcntl
    except ImportError:
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
