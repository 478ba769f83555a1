"""What an export into a folder left there: a list of its files, so that the next one replaces those and nothing else."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from pipeline.errors import WrongUse

MARK = ".exercises-export"
"""Stands in every folder that an export made: the format's name, then each file behind the hash of its bytes."""
_OF_THE_SYSTEM = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""Files that a desktop puts into every folder that somebody looked into."""
_HASHED = re.compile(r"(?:([0-9a-f]{64})  )?(.+)")
"""A line of the list. Those of older exports, and those of empty folders, have no hash."""
_OR_ELSEWHERE = "move it away, or give -o a new or an empty folder"


def mark(folder: Path, format_name: str) -> None:
    """Writes the list of what is in a folder that an export just filled."""
    lines = [_line(folder, name) for name in sorted(_names_in(folder))]
    (folder / MARK).write_text("".join((f"{format_name}\n", *lines)), "utf-8")


def check_replaceable(path: Path) -> None:
    """Raises WrongUse when there is anything at `path` that somebody may want to keep: all but an earlier export as it was."""
    if not path.exists():
        return
    if not path.is_dir():
        raise WrongUse(f"{path} is a file, and this format writes a folder; give -o another name")
    try:
        _refuse_foreign(path)
    except OSError as error:  # what nobody can look into may hold anything
        raise WrongUse(
            f"{error.filename} cannot be looked into, and may hold what no export wrote; {_OR_ELSEWHERE}"
        ) from error


def _refuse_foreign(path: Path) -> None:
    own = _marked(path)
    # Lists were once without hashes and empty folders: there the names of the files have to do.
    is_of_old = bool(own) and not any(own.values())
    for name in sorted(_names_in(path)):
        if name == MARK or (name.endswith("/") and is_of_old):
            continue
        if not _is_own(name, own):
            raise WrongUse(f"{path} holds {name}, which no export wrote; {_OR_ELSEWHERE}")
        if own.get(name) and own[name] != _hash(path / name):
            raise WrongUse(f"{path} holds {name}, which was changed since the export; {_OR_ELSEWHERE}")


def _is_own(name: str, own: Mapping[str, str]) -> bool:
    """A folder may be empty because what was exported into it has been taken out."""
    return name in own or (name.endswith("/") and any(other.startswith(name) for other in own))


def _marked(folder: Path) -> dict[str, str]:
    """The files that an earlier export wrote, each with its hash or with nothing."""
    if not (folder / MARK).is_file():
        return {}
    lines = (folder / MARK).read_text("utf-8", "replace").splitlines()[1:]
    return {found[2]: found[1] or "" for found in map(_HASHED.fullmatch, lines) if found}


def _line(folder: Path, name: str) -> str:
    return f"{name}\n" if name.endswith("/") else f"{_hash(folder / name)}  {name}\n"


def _hash(path: Path) -> str:
    """Of a file's bytes, or of where a link leads; other things, which one may wait for ever to read, are as good as none."""
    kind = path.lstat().st_mode
    if stat.S_ISREG(kind):
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    leads_to = f"link to {path.readlink()}" if stat.S_ISLNK(kind) else "no file"
    return hashlib.sha256(os.fsencode(leads_to)).hexdigest()


def _names_in(folder: Path) -> Iterator[str]:
    """The files below a folder, what else is in it and no folder, and empty folders with a slash behind; paths with
    forward slashes. Raises OSError for a folder that cannot be looked into.
    """
    for here, folders, files in os.walk(folder, onerror=_raised):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        below = Path(here).relative_to(folder)
        names = [name for name in (*files, *links) if name not in _OF_THE_SYSTEM]
        yield from ((below / name).as_posix() for name in names)
        if not names and not folders and here != str(folder):
            yield f"{below.as_posix()}/"


def _raised(error: OSError) -> NoReturn:
    raise error
