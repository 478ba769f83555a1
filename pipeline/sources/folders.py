"""Which files of a folder may hold pages: by their names and how they begin, without what browsers put beside a page."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pipeline.errors import NoSuchThing
from pipeline.sources import sniff

FOLDER = "raw"
SUFFIXES = (
    ".html",
    ".htm",
    ".xhtml",
    ".txt",
    ".text",
    ".mhtml",
    ".mht",
    ".gz",
    ".tgz",
    ".warc",
    ".zip",
    ".tar",
)
"""What counts as a page in raw/. So does what begins as a page whatever it is called, as `wget` keeps "page.php" and "page";
a file that is named on the command line is read in any case."""
COMPANIONS = (
    *(".css", ".js", ".mjs", ".json", ".xml", ".map", ".yaml", ".yml", ".toml"),
    *(".ico", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"),
    *(".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp4", ".webm", ".mp3"),
)
"""What stands beside pages and is none."""

_COMPANION = "_files"
"""How the name of such a folder ends, behind the name of its page."""
_LOCALIZED = (
    *(".files", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_arquivos", "-filer", "_soubory"),
    *("_pliki", "-tiedostot", "_elemei", "_datoteke", "_fitxers", "_dosyalar"),
)
"""The same in the languages of browsers."""
_ALONG = "saved_resource"
_MADE = ("normalized", "index")
"""Folders of the root that hold what is made of pages, and none."""
META = ".meta.json"
"""How the name of what `fetch` writes beside a page ends, behind the name of that."""
_LOOKED_AT = 5000


class Found(NamedTuple):
    """A file that may hold pages: where it is, its name below the root, and what the file system says of it. The time is
    the sum of its own and of what `fetch` wrote beside it: it changes with either.
    """

    location: str
    file: str
    size: int
    mtime_ns: int

    @property
    def path(self) -> Path:
        return Path(self.location)  # made when it is needed: of all files at once they would take most of the memory


def find(
    root: Path, paths: tuple[Path, ...] = (), on_other: Callable[[str], None] = lambda _file: None
) -> Iterator[Found]:
    """The files to read, sorted by name: those of raw/, or the given files and folders. Raises NoSuchThing.

    `on_other` is told the name of each file in a folder that somebody may take for a page and that is not read.
    """
    if not paths:
        folder = root / FOLDER
        if not folder.is_dir():
            raise NoSuchThing(
                f"there is no folder {folder}; make it and put saved pages into it, or name the pages to read"
            )
        paths = (folder,)
    seen: dict[str, Found] = {}
    for path in paths:
        if name_below(path, root).partition("/")[0] in _MADE:
            raise NoSuchThing(f"{path} is made of pages and holds none; name saved pages, such as those in {FOLDER}/")
        for found in _walk(path, root, on_other):
            seen.setdefault(found.file, found)
    yield from (seen[file] for file in sorted(seen))


def _walk(path: Path, root: Path, on_other: Callable[[str], None]) -> Iterator[Found]:
    try:
        if not path.is_dir():
            yield _found(str(path), name_below(path, root), has_meta=os.path.exists(f"{path}{META}"))
            return
        seen = {os.path.realpath(path)}
        for folder, folders, names in os.walk(path, onerror=_refused, followlinks=True):
            folders[:] = [f for f in folders if not _is_seen(os.path.join(folder, f), seen)]
            below = name_below(Path(folder), root)
            folders[:] = _to_visit(folder, below, folders, names, on_other)
            metas = {name.removesuffix(META) for name in names if name.endswith(META)}
            for name in sorted(names):
                if name.startswith(".") or name.lower().endswith(COMPANIONS):
                    continue
                file = _shown(name) if below == "." else f"{below}/{_shown(name)}"
                location = os.path.join(folder, name)  # one string, see Found
                if name.lower().endswith(SUFFIXES) or _begins_as_page(location):
                    yield _found(location, file, has_meta=name in metas)
                else:
                    on_other(file)
    except FileNotFoundError as error:
        archive = str(path).rpartition("#")[0]
        if archive and os.path.isfile(archive):
            raise NoSuchThing(f"{path} is a page of {archive}, which is read as a whole; name that file") from error
        raise NoSuchThing(f"there is no file {path}") from error
    except OSError as error:
        place = error.filename or path
        raise NoSuchThing(
            f"cannot read {place}: {error.strerror or error}; make it readable or move it away"
        ) from error


def _to_visit(
    folder: str, below: str, folders: Sequence[str], names: Sequence[str], on_other: Callable[[str], None]
) -> list[str]:
    """Which of the folders in one, which is called `below` in the root, hold pages. Browsers put the pictures and scripts of
    a page into NAME_files beside it.
    """
    companions = _companions(folders, names)
    for alone in (f for f, has_page in companions.items() if not has_page and _holds_page(os.path.join(folder, f))):
        on_other(f"{below}/{_shown(alone)}")
    made = _MADE if below == "." else ()
    return sorted(f for f in folders if not (f.startswith(".") or f in companions or f in made))


def _companions(folders: Sequence[str], names: Sequence[str]) -> dict[str, bool]:
    """The folders into which browsers put the pictures and scripts of a page, and whether that page stands beside each. In
    the words of other languages they are told by that page alone.
    """
    alike = [folder for folder in folders if folder.endswith((_COMPANION, *_LOCALIZED))]
    files = {f"{stem}{end.lower()}" for stem, end in map(os.path.splitext, names) if alike}
    beside = {folder: _is_beside_page(folder, files) for folder in alike}
    return {folder: has_page for folder, has_page in beside.items() if has_page or folder.endswith(_COMPANION)}


def is_companion(folder: str, files: Set[str]) -> bool:
    """Whether a folder, by its path, holds the pictures and scripts of a page that is among some files."""
    return folder.endswith(_COMPANION) or _is_beside_page(folder, files)


def _is_beside_page(folder: str, files: Set[str]) -> bool:
    endings = (ending for ending in (_COMPANION, *_LOCALIZED) if folder.endswith(ending))
    return any(f"{folder.removesuffix(ending)}{suffix}" in files for ending in endings for suffix in SUFFIXES)


def _holds_page(folder: str) -> bool:
    """Whether a page that a person saved stands in a folder; a browser calls what it saves along "saved_resource.html"."""
    with suppress(OSError):
        return any(
            name.lower().endswith((".html", ".htm")) and not name.startswith(_ALONG) for name in os.listdir(folder)
        )
    return False


def _begins_as_page(location: str) -> bool:
    try:
        if not stat.S_ISREG(os.stat(location).st_mode):  # a pipe would be waited for
            return False
        with open(location, "rb") as file:
            return sniff.begins_as_page(file.read(_LOOKED_AT))
    except OSError:
        return False


def _refused(error: OSError) -> None:
    """A folder that nobody may look into is no empty one; one that is gone is."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _is_seen(folder: str, seen: set[str]) -> bool:
    """Whether a linked folder is one that was walked through already, or in one, or holds one: links may lead in a circle."""
    if not os.path.islink(folder):
        return False
    real = os.path.realpath(folder)
    if any(f"{real}{os.sep}".startswith(f"{path}{os.sep}") or path.startswith(f"{real}{os.sep}") for path in seen):
        return True
    seen.add(real)
    return False


def _found(location: str, file: str, *, has_meta: bool) -> Found:
    try:
        status = os.stat(location)
    except OSError:
        if not os.path.islink(location):
            raise
        status = os.lstat(location)  # a link to nowhere is reported like any other page that cannot be read
    changed = status.st_mtime_ns
    if has_meta:
        with suppress(OSError):
            changed += os.stat(f"{location}{META}").st_mtime_ns  # a page changes with what stands beside it
    return Found(location, file, status.st_size, changed)


def name_below(path: Path, root: Path) -> str:
    """How a record names its page: the path from the root, with forward slashes on every system."""
    below = os.path.relpath(Path(os.path.abspath(path)), os.path.abspath(root)).replace(os.sep, "/")  # links stay
    return PurePosixPath(_shown(below)).as_posix()


def _shown(name: str) -> str:
    """A name that is not UTF-8 is shown with its bytes escaped: it has to fit into YAML, JSON and a terminal."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
