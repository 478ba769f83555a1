"""The profiles of a collection: those of its own folder, of installed packages, and the built-in ones."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from pipeline.errors import BadSettings
from pipeline.reading import Profiles
from pipeline.reading.words.installed import GROUP, Installed

FOLDER = "profiles"
SUFFIXES = (".yaml", ".yml")


def collection_profiles(root: Path) -> Profiles:
    """The profiles that read the pages of the collection at `root`. Raises BadSettings."""
    return Profiles(own_profiles(root), list(installed_profiles()))


def own_profiles(root: Path) -> list[tuple[str, bytes]]:
    """The profiles in the folder `profiles` of a collection: name below the root, and content. Raises BadSettings."""
    folder = root / FOLDER
    if not folder.is_dir():
        if folder.is_file() or folder.is_symlink():
            raise BadSettings(FOLDER, "is no folder; the profiles of a collection stand in one, or remove it")
        return []
    files = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and not path.name.startswith("."))
    try:
        return [(f"{FOLDER}/{path.name}", path.read_bytes()) for path in files]
    except OSError as error:
        raise BadSettings(str(error.filename), f"cannot be read: {error.strerror}; mend or remove it") from error


def installed_profiles() -> Iterator[Installed]:
    """The profiles that installed packages name in the entry point group. Raises BadSettings for one that does not load."""
    seen: set[tuple[str, str]] = set()
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        if (point.name, point.value) not in seen:  # one package, found twice on the path
            seen.add((point.name, point.value))
            yield _installed(point)


def _installed(point: EntryPoint) -> Installed:
    package = f"{point.dist.name} {point.dist.version}" if point.dist else "a package"
    where = f"the profile {point.name} of {package} ({point.value})"
    try:
        made = point.load()()
    except (Exception, SystemExit) as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        raise BadSettings(where, f"cannot be loaded ({what}); mend or uninstall the package") from error
    version = point.dist.version if point.dist else "1"
    return Installed(where, made, version, _fingerprint(point, version, type(made)))


def _fingerprint(point: EntryPoint, version: str, kind: type) -> str:
    """Changes with the version of the package and with the module of the class."""
    try:
        source = Path(inspect.getfile(kind)).read_bytes()
    except (OSError, TypeError):
        source = b""
    return hashlib.sha256(f"{point.value}:{version}:".encode() + source).hexdigest()[:16]
