"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.errors import CannotWrite, WrongUse

MARK = ".exercises-export"
"""Stands in every folder that an export made, with the format's name: only such a folder is ever replaced."""


@contextlib.contextmanager
def replacing_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes the place of `path` when the block ends well. Raises CannotWrite.

    A link stays a link: the file it leads to is replaced. What is no file, such as /dev/stdout, is written to as it is.
    """
    temporary = ""
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                yield cast("BinaryIO", device)
            return
        path = path.resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "w+b") as stream:
            yield cast("BinaryIO", stream)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        raise CannotWrite.because(path, error) from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


@contextlib.contextmanager
def replacing_folder(path: Path, format_name: str) -> Iterator[Path]:
    """An empty folder that takes the place of `path` when the block ends well.

    A folder that is there already is replaced only when it is empty or carries the mark of an earlier export:
    nobody loses files to a mistyped path. Raises WrongUse for any other folder, CannotWrite when the disk
    refuses.
    """
    path = path.resolve()
    _check_replaceable(path)
    built: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        built = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent))
        yield built
        (built / MARK).write_text(f"{format_name}\n", "utf-8")
        built.chmod(0o755)
        _swap(built, path)
    except OSError as error:
        raise CannotWrite.because(path, error) from error
    finally:
        if built is not None:
            shutil.rmtree(built, ignore_errors=True)


def _check_replaceable(path: Path) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        raise WrongUse(f"{path} is a file, and this format writes a folder; give -o another name")
    if any(path.iterdir()) and not (path / MARK).is_file():
        raise WrongUse(f"{path} holds files that no export wrote; give -o a new or an empty folder")


def _swap(built: Path, path: Path) -> None:
    """Moves the new folder in; the old one steps aside first and comes back when that fails."""
    if not path.exists():
        built.rename(path)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".old", dir=path.parent))
    try:
        path.rename(aside / "was")
        try:
            built.rename(path)
        except OSError:
            (aside / "was").rename(path)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
