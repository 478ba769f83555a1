"""Files that appear whole or not at all: their bytes reach the disk under a hidden name beside them, then take their place."""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Self

from pipeline.errors import CannotWrite

LEFT_BEHIND = ".*.part"
"""What a killed process may leave beside the files it was writing."""
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_numbers = itertools.count()


def write_atomically(path: Path, content: bytes) -> os.stat_result:
    """Replaces `path` in one step: after a crash at any moment it holds the old bytes or the new. Raises CannotWrite.

    What comes back is the state of the very file that was written, whoever touches it afterwards. What is no file, such
    as /dev/stdout, is written to as it is.
    """
    with _refusals_of(path):
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
            return path.stat()
    return replace_all({path: content})[path]


def replace_all(
    contents: Mapping[Path, bytes], is_wanted: Callable[[Path], bool] = lambda _path: True
) -> dict[Path, os.stat_result]:
    """Replaces each of some dozens of files in one step, as `write_atomically` does; the states of those that were.

    They go to the disk together: one after the other takes several times as long, and on threads of their own several
    times the computing. `is_wanted` is asked right before a file is replaced. Raises CannotWrite; then some may have been
    replaced, and the others are as they were.
    """
    with contextlib.ExitStack() as ending:
        files = [ending.enter_context(_Beside(path)) for path in contents]
        for file, content in zip(files, contents.values(), strict=True):
            file.write(content)
        if len(files) > 1:
            for file in files:
                file.start_sync()
        for file in files:
            file.sync()
        return {file.path: file.replace() for file in files if is_wanted(file.path)}


class _Beside:
    """A new file beside `path` that may take its place; a context manager: one that did not is gone at the end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._goal = path.resolve() if path.is_symlink() else path  # a link stays one, and leads to the new bytes
        self._temporary = ""
        self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        with contextlib.suppress(OSError):
            self._close()
        with contextlib.suppress(OSError):
            if self._temporary:
                os.unlink(self._temporary)  # noqa: PTH108

    def write(self, content: bytes) -> None:
        with _refusals_of(self.path):
            self._temporary, self._handle = _new_file_beside(self._goal)
            left = memoryview(content)
            while left:
                left = left[os.write(self._handle, left) :]

    def start_sync(self) -> None:
        """Has the system begin to bring the bytes to the disk, where it can be asked to: nobody waits for them yet."""
        if hasattr(os, "posix_fadvise"):
            with contextlib.suppress(OSError):
                os.posix_fadvise(self._handle, 0, 0, os.POSIX_FADV_DONTNEED)

    def sync(self) -> None:
        """Waits until the bytes are on the disk, which has to be before the name leads to them."""
        with _refusals_of(self.path):
            os.fsync(self._handle)
            self._status = os.fstat(self._handle)
            self._close()

    def replace(self) -> os.stat_result:
        with _refusals_of(self.path):
            os.replace(self._temporary, self._goal)  # noqa: PTH105 - POSIX rename(2) is atomic
        self._temporary = ""
        return self._status

    def _close(self) -> None:
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)


def _new_file_beside(path: Path) -> tuple[str, int]:
    """A new file in the folder of `path`, which is made if need be: its path, and the open file."""
    for number in _numbers:
        temporary = f"{path.parent}/.{os.getpid()}-{number}.part"
        try:
            return temporary, os.open(temporary, _NEW_FILE, 0o644)
        except FileExistsError:
            continue  # left by a killed process of the same number
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
    raise AssertionError("unreachable: the numbers do not end")


@contextlib.contextmanager
def _refusals_of(path: Path) -> Iterator[None]:
    """What the system refuses the body, as CannotWrite that names `path`."""
    try:
        yield
    except OSError as error:
        raise CannotWrite.because(path, error) from error
