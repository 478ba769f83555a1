"""index/ as generations: each complete in a folder of its own, and one small file that says which is current.

A generation is built aside, brought to disk, counted and hashed; then `current.json` is replaced in one step. Readers
see the old one or the new one. The one before stays until the next, for readers that are still in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pipeline.errors import CannotWrite, IndexUnusable

FORMAT = 3
FOLDER = "index"
CURRENT = "current.json"
MANIFEST = "manifest.json"
LEXICON = "lexicon.json"
RECORDS = "records.json"
CHECKED = "checked.json"
"""What was checked against its hashes last, and when: disposable as all of index/ is."""
_TRUSTED = 86_400
"""Seconds for which files that were checked and are as they were are taken for sound: a disk may still lose a bit."""
Opened = TypeVar("Opened")


_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's times tell whether it was changed; FAT counts in steps of two seconds."""
Seal = tuple[bytes, tuple[tuple[str, int, int, int, int], ...]]
_checked: dict[Path, Seal | None] = {}


class Generation(NamedTuple):
    """One complete index: its folder, and what its manifest says."""

    folder: Path
    manifest: dict[str, Any]


def engine() -> str:
    """The engine that writes the index, with its version: another one's files are not opened."""
    import whoosh

    return f"whoosh {whoosh.versionstring()}"


def current(root: Path, vocabulary: str) -> Generation:
    """The current generation, every file of it checked against its hash before anything is loaded.

    What was checked within a day is not read again while it is as it was, by size, times and inode. Raises IndexUnusable,
    whose reason completes the sentence "the index ...".
    """
    try:
        raw_pointer = (root / FOLDER / CURRENT).read_bytes()
        pointer = json.loads(raw_pointer)
        folder = root / FOLDER / _plain_name(pointer["generation"])
        raw = (folder / MANIFEST).read_bytes()
    except FileNotFoundError as error:
        raise IndexUnusable("is missing") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnusable("is damaged") from error
    if hashlib.sha256(raw).hexdigest() != pointer.get("manifest"):
        raise IndexUnusable("is damaged")
    manifest = json.loads(raw)
    if manifest.get("format") != FORMAT or manifest.get("engine") != engine():
        raise IndexUnusable("was made by another version of the program")
    if manifest.get("vocabulary") != vocabulary:
        raise IndexUnusable("was made with another vocabulary")
    seen = _seal(raw_pointer, folder)
    if seen is None or (_checked.get(root) != seen and not _was_checked(root, seen)):
        for name, (size, digest) in manifest["files"].items():
            _check(folder / _plain_name(name), size, digest)
        if seen is not None:
            _note_checked(root, seen)
    _checked[root] = seen
    return Generation(folder, manifest)


def _was_checked(root: Path, seen: Seal) -> bool:
    """Whether some process checked these very files within a day. A copy of them has other times and inodes."""
    path = root / FOLDER / CHECKED
    try:
        noted = json.loads(path.read_bytes()) if path.is_file() else {}  # a pipe would be waited for
        return bool(noted["seal"] == _plainly(seen) and 0 <= time.time() - noted["time"] < _TRUSTED)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _note_checked(root: Path, seen: Seal) -> None:
    """Spares the processes to come the reading of the whole index. Where nothing can be written, they read it."""
    temporary = root / FOLDER / f".{os.getpid()}.{CHECKED}"
    try:
        temporary.write_text(json.dumps({"seal": _plainly(seen), "time": time.time()}), "utf-8")
        temporary.replace(root / FOLDER / CHECKED)
    except OSError:
        with suppress(OSError):
            temporary.unlink()


def _plainly(seen: Seal) -> list[Any]:
    """A seal as JSON has it."""
    pointer, files = seen
    return [pointer.decode("utf-8", "replace"), [list(file) for file in files]]


def seal(root: Path) -> Seal | None:
    """What differs when any file of the current generation was changed, or another became current; reads none of them.

    None when nobody can tell: there is no index, or it was written so lately that the clock of the file system, which
    ticks a few hundred times a second, may not show a change.
    """
    try:
        pointer = (root / FOLDER / CURRENT).read_bytes()
        return _seal(pointer, root / FOLDER / _plain_name(json.loads(pointer)["generation"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _seal(pointer: bytes, folder: Path) -> Seal | None:
    try:
        with os.scandir(folder) as entries:
            files = {entry.name: os.stat(entry.path) for entry in entries}  # noqa: PTH116 - on Windows an entry's is old
    except OSError:
        return None
    newest = max((max(s.st_mtime_ns, s.st_ctime_ns) for s in files.values()), default=0)
    if newest > time.time_ns() - _SETTLED:
        return None
    return pointer, tuple(sorted((n, s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino) for n, s in files.items()))


def opened(root: Path, vocabulary: str, opening: Callable[[Generation], Opened]) -> Opened:
    """What `opening` makes of the current generation. Raises IndexUnusable.

    Writers may replace it twice meanwhile and so drop what is being opened: then the newest is opened instead.
    """
    while True:
        pointer = _pointer(root)
        try:
            return opening(current(root, vocabulary))
        except IndexUnusable:
            if _pointer(root) == pointer:
                raise
        except OSError as error:
            if _pointer(root) == pointer:
                raise IndexUnusable("is damaged") from error


def _pointer(root: Path) -> bytes:
    try:
        return (root / FOLDER / CURRENT).read_bytes()
    except OSError:
        return b""


def _plain_name(name: object) -> str:
    """A file name from a manifest, never a path out of its folder."""
    if not isinstance(name, str) or "/" in name or "\\" in name or name in ("", ".", ".."):
        raise ValueError(name)
    return name


def _check(path: Path, size: int, digest: str) -> None:
    try:
        if path.stat().st_size != size or _hash(path) != digest:
            raise IndexUnusable("is damaged")
    except OSError as error:
        raise IndexUnusable("is damaged") from error


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def begin(root: Path, base: Generation | None) -> Path:
    """A folder for the next generation, holding the files of `base` (as links: they are never changed in place)."""
    index = root / FOLDER
    try:
        index.mkdir(parents=True, exist_ok=True)
        numbers = [int(n[4:]) for n in os.listdir(index) if n.startswith("gen-") and n[4:].isdigit()]  # noqa: PTH208
        folder = index / f"gen-{max(numbers, default=0) + 1:06d}"
        folder.mkdir()
        for name in base.manifest["files"] if base else ():
            _link(base.folder / name, folder / name)  # type: ignore[union-attr]
    except OSError as error:
        raise CannotWrite.because(index, error) from error
    return folder


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def publish(root: Path, folder: Path, vocabulary: str, count: int) -> Generation:
    """Makes a finished folder the current generation, and drops all but it and the one before."""
    names = sorted(n for n in os.listdir(folder) if not n.endswith("LOCK") and n != MANIFEST)  # noqa: PTH208
    try:
        files = {}
        for name in names:
            _sync(folder / name)
            files[name] = [(folder / name).stat().st_size, _hash(folder / name)]
        manifest = {
            "format": FORMAT,
            "engine": engine(),
            "vocabulary": vocabulary,
            "count": count,
            "files": files,
        }
        raw = json.dumps(manifest, indent=1, sort_keys=True).encode()
        (folder / MANIFEST).write_bytes(raw)
        _sync(folder / MANIFEST)
        _sync(folder)
        pointer = {"generation": folder.name, "manifest": hashlib.sha256(raw).hexdigest()}
        replace_file(root / FOLDER / CURRENT, json.dumps(pointer).encode())
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise CannotWrite.because(folder, error) from error
    _drop_old(root, folder.name)
    return Generation(folder, manifest)


def replace_file(path: Path, content: bytes) -> None:
    """Replaces a small file in one step."""
    temporary = path.with_suffix(".part")
    temporary.write_bytes(content)
    _sync(temporary)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)  # index/ is the program's own: what stands in the way there goes
    temporary.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    """Brings a file, or the names in a folder, to the disk; folders cannot be synced on Windows."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        if not path.is_dir():
            raise
    finally:
        os.close(handle)


def _drop_old(root: Path, newest: str) -> None:
    index = root / FOLDER
    generations = sorted(n for n in os.listdir(index) if n.startswith("gen-"))  # noqa: PTH208
    kept = {newest, *[n for n in generations if n < newest and (index / n / MANIFEST).exists()][-1:]}
    for name in generations:
        if name not in kept:
            shutil.rmtree(index / name, ignore_errors=True)
