"""Saved files to Pages: HTML, MHTML, text and archives of them, told apart by their content."""

from __future__ import annotations

import codecs
import hashlib
import json
import os
import re
import stat
import time
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from pipeline.errors import NoSuchThing, UnreadablePage
from pipeline.reading.charset import utf16_of
from pipeline.records import Page
from pipeline.sources import sniff
from pipeline.sources.times import iso_time

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
_LOOKS = 60
_BETWEEN_LOOKS = 0.05
"""Seconds."""
_A_MOMENT = 3_000_000_000
"""Nanoseconds: a file emptied no longer ago is about to be written."""
_META = ".meta.json"
_MOST_META = 1 << 20
"""Bytes."""
# Chrome, Firefox and Internet Explorer write the first, SingleFile the second.
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://\S+)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    rb"<!--\s*(?:Page saved with|Archive processed by) SingleFile\s+url:\s*(\S+)"
    rb"(?:\s+saved date:([^\r\n<]{1,200}))?",
    re.IGNORECASE,
)
_LOOKED_AT = 5000
_MOST_MESSAGE = 300
"""Letters that a message may have with an address in it."""


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
            yield _found(str(path), name_below(path, root), has_meta=os.path.exists(f"{path}{_META}"))
            return
        seen = {os.path.realpath(path)}
        for folder, folders, names in os.walk(path, onerror=_refused, followlinks=True):
            folders[:] = [f for f in folders if not _is_seen(os.path.join(folder, f), seen)]
            below = name_below(Path(folder), root)
            folders[:] = _to_visit(folder, below, folders, names, on_other)
            metas = {name.removesuffix(_META) for name in names if name.endswith(_META)}
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
            changed += os.stat(f"{location}{_META}").st_mtime_ns  # a page changes with what stands beside it
    return Found(location, file, status.st_size, changed)


def name_below(path: Path, root: Path) -> str:
    """How a record names its page: the path from the root, with forward slashes on every system."""
    below = os.path.relpath(Path(os.path.abspath(path)), os.path.abspath(root)).replace(os.sep, "/")  # links stay
    return PurePosixPath(_shown(below)).as_posix()


def _shown(name: str) -> str:
    """A name that is not UTF-8 is shown with its bytes escaped: it has to fit into YAML, JSON and a terminal."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def read(path: Path, file: str, most_bytes: int) -> Iterator[Page | tuple[str, UnreadablePage]]:
    """The pages of one saved file. A page that cannot be read comes as its name and the error, not raised.

    `most_bytes` is the largest page, packed or unpacked, that is looked at. Raises NoSuchThing when the whole folder is
    gone: then no page of it can be said anything of.
    """
    try:
        content = _bytes(path, most_bytes)
        kind = sniff.media_type(content)
        if kind in (sniff.HTML, sniff.TEXT):
            meta, problem = _meta_beside(path)
            yield _page(content, file, kind, meta, problem)
            return
    except UnreadablePage as error:
        yield file, error.alone()
        return
    from pipeline.sources import archives  # most pages are plain files

    yield from archives.pages(content, kind, file, most_bytes)


def _bytes(path: Path, most_bytes: int) -> bytes:
    """What a file holds; of one that is being saved this moment, what it holds a moment later."""
    for _ in range(_LOOKS):
        content, size, modified = _look(path, most_bytes)
        just_now = time.time_ns() - modified < _A_MOMENT
        if len(content) == size and (content or not just_now):
            break
        time.sleep(_BETWEEN_LOOKS)
    return content


def _look(path: Path, most_bytes: int) -> tuple[bytes, int, int]:
    """The content of a file, and the size and time of change (nanoseconds) that it had just before."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadablePage("not-a-page", "this is no regular file; save the page as a file")
        size = status.st_size
        if size > most_bytes:
            raise UnreadablePage(
                "too-large",
                f"the file has {size / 1e6:,.6g} MB, at most {most_bytes / 1e6:,.6g} MB are read; save the article alone, or raise read.max_page_bytes",
            )
        return path.read_bytes(), size, status.st_mtime_ns
    except OSError as error:
        if not path.parent.is_dir():
            raise NoSuchThing(f"{path.parent} is gone since the run began; put it back and run again") from error
        raise UnreadablePage("unreadable-file", f"the file cannot be read: {error.strerror or error}") from error


def _page(content: bytes, file: str, kind: str, meta: dict[str, str], problem: str) -> Page:
    url, retrieved = saved_from(content)
    sha256 = hashlib.sha256(content).hexdigest()
    if meta.get("sha256", sha256) != sha256:
        meta = {"url": meta.get("url", "")}  # saved anew by hand since: the same address, but at another time
    return Page(
        content=content,
        file=file,
        sha256=sha256,
        media_type=kind,
        url=meta.get("url") or url,
        retrieved=meta.get("retrieved") or retrieved,
        charset=meta.get("charset") or None,
        problem=problem,
    )


def addressed(message: str, url: str | None) -> str:
    """A message that says which page is meant by its address, where there is room for it."""
    longer = f"{message} ({url})"
    return longer if url and len(longer) <= _MOST_MESSAGE else message


def saved_from(content: bytes) -> tuple[str | None, str | None]:
    """Address and time that the saving program wrote into the page; the time in ISO 8601."""
    head = content[:_LOOKED_AT]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode()
    elif wide := utf16_of(head):
        head = head.decode(wide, "replace").encode()
    single = _SINGLE_FILE.search(head)
    if single:
        url, when = ((said or b"").decode("utf-8", "replace") for said in single.groups())
        return url if url.startswith("http") else None, iso_time(when.partition("-->")[0])
    saved = _SAVED_FROM.search(head)
    return (saved.group(1).decode("utf-8", "replace"), None) if saved else (None, None)


def _meta_beside(path: Path) -> tuple[dict[str, str], str]:
    """What `fetch` wrote beside a page, and why that makes no sense; both empty when it is not there."""
    try:
        with open(f"{path}{_META}", "rb", opener=_without_waiting) as meta:
            loaded = json.loads(meta.read(_MOST_META))
        if isinstance(loaded, dict):
            return {k: v for k, v in loaded.items() if isinstance(v, str)}, ""
        why = "it is no JSON object"
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        why = error.strerror or str(error)
    except (ValueError, RecursionError):
        why = "it is no JSON"
    return {}, f"{path.name}{_META} cannot be read ({why}), so address and date are missing; mend or remove it"


def _without_waiting(path: str, flags: int) -> int:
    """Opens a file that may be a pipe, for which nobody has anything to say."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
