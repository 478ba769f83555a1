"""Files and folders that appear whole or not at all.

They are built beside their target under a hidden name, locked while they are. What is not locked was left by a process
that was killed, and the next export to the same target removes it.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.errors import CannotWrite, WrongUse
from pipeline.export.marking import check_replaceable, mark
from pipeline.locking import try_lock

_TRIES = 3
_UNLOCKABLE = os.name == "nt"
"""Windows locks no folders and removes no open files: there nothing is swept."""


@contextlib.contextmanager
def replacing_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of `path` when the block ends well. Raises CannotWrite.

    A link stays a link: the file it leads to is replaced, by one of the same mode. What is no file, such as /dev/stdout, is written to as it is.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                yield cast("BinaryIO", device)
            return
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        with _beside(path, _new_file) as temporary:
            with temporary.open("w+b") as stream:
                _take_mode(temporary, path)
                yield cast("BinaryIO", stream)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(path)
    except OSError as error:
        raise CannotWrite.because(path, error) from error


@contextlib.contextmanager
def replacing_folder(path: Path, format_name: str) -> Iterator[Path]:
    """An empty folder that takes the place of `path` when the block ends well.

    A folder that is there already is replaced only when it holds nothing but what an earlier export marked, as it was
    written: nobody loses files to a mistyped path, what was put beside an export, or what was corrected in it. Raises
    WrongUse for any other folder, CannotWrite when the disk refuses.
    """
    path = path.resolve()
    _refuse_where_we_are(path)
    check_replaceable(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        with _beside(path, _new_folder) as built:
            _take_mode(built, path, also=stat.S_IRWXU)
            yield built
            mark(built, format_name)
            _take_mode(built, path)
            check_replaceable(path)  # again: writing takes a while, in which somebody may have saved a file there
            _swap(built, path)
    except OSError as error:
        raise CannotWrite.because(path, error) from error


def _refuse_where_we_are(path: Path) -> None:
    """A shell whose folder is replaced stays in the one that is gone, and finds nothing there."""
    with contextlib.suppress(FileNotFoundError):  # the folder we are in is gone already
        if path.exists() and Path.cwd().is_relative_to(path):
            raise WrongUse(
                f"you are in {path}, which cannot be replaced from within; give -o a folder in it, or go elsewhere"
            )


def _new_file(path: Path) -> Path:
    made = _hidden_beside(path, "part")
    made.touch(exist_ok=False)
    return made


def _new_folder(path: Path) -> Path:
    made = _hidden_beside(path, "part")
    made.mkdir()
    return made


def _new_shelter(path: Path) -> Path:
    made = _hidden_beside(path, "old")
    made.mkdir(stat.S_IRWXU)
    return made


def _hidden_beside(path: Path, suffix: str) -> Path:
    """A new name. Not one of `tempfile`, whose files nobody else may read: who may is for the umask to say."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.{suffix}")


def _take_mode(made: Path, of: Path, also: int = 0) -> None:
    """Lets those read and write what was made who may what it takes the place of, if there is anything."""
    with contextlib.suppress(FileNotFoundError):
        made.chmod(stat.S_IMODE(of.stat().st_mode) | also)


@contextlib.contextmanager
def _beside(path: Path, make: Callable[[Path], Path]) -> Iterator[Path]:
    """What `make` makes beside `path`, locked against being swept, and gone when the block ends.

    Made anew when a sweeper came between making and locking, and left without a lock where the file system has none:
    there no sweeper can take one either.
    """
    with contextlib.ExitStack() as ending:
        for _ in range(_TRIES):
            made = make(path)
            ending.callback(_remove, made)
            if _UNLOCKABLE:
                break
            lock = os.open(made, os.O_RDONLY)
            ending.callback(os.close, lock)
            if try_lock(lock) and made.exists():
                break
        yield made


def _sweep(path: Path) -> None:
    """Removes what killed processes left beside `path` on their way to it."""
    leftover = re.compile(rf"\.{re.escape(path.name)}\.[a-z0-9_]{{8}}\.(?:part|old)")
    found: list[Path] = []
    with contextlib.suppress(OSError):  # a folder may be written to and not listed
        found += (entry for entry in path.parent.iterdir() if leftover.fullmatch(entry.name))
    for entry in () if _UNLOCKABLE else found:
        with contextlib.suppress(OSError):  # gone by now, or somebody else's: nothing that could keep us from writing
            _remove_unlocked(entry)


def _remove_unlocked(path: Path) -> None:
    lock = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if try_lock(lock):
            _remove(path)
    finally:
        os.close(lock)


def _remove(path: Path) -> None:
    if path.is_dir():
        _make_writable(path)
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _make_writable(folder: Path) -> None:
    """Lets what is in a folder of ours be removed, and in the folders below it: people protect what they exported."""
    with contextlib.suppress(OSError):  # somebody else's: what can be removed will be
        folder.chmod(stat.S_IRWXU)
        for here, folders, _files in os.walk(folder):
            for path in (Path(here) / name for name in folders):
                if not path.is_symlink():
                    path.chmod(stat.S_IRWXU)


def _swap(built: Path, path: Path) -> None:
    """Moves the new folder in; the old one steps aside first and comes back when that fails."""
    if not path.exists():
        built.rename(path)
        return
    with _beside(path, _new_shelter) as aside:
        path.rename(aside / "was")
        try:
            built.rename(path)
        except OSError:
            (aside / "was").rename(path)
            raise
