"""What every command is handed: the root of the collection and its settings."""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import WrongUse

if TYPE_CHECKING:
    from pipeline.settings import Settings

_KEPT = {"raw": "pages", "normalized": "records", "index": "index", "profiles": "profiles"}
"""What the folders of a collection hold, where no command writes a file that a person names."""


class Context:
    """The collection that a command works on."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def settings(self) -> Settings:
        """The settings of the collection, read when first asked for. Raises BadSettings."""
        from pipeline import settings

        loaded = settings.load(self.root)
        if loaded.severity:
            from pipeline.rules.elsewhere import demand_known_codes

            demand_known_codes(loaded)
        return loaded

    def elsewhere(self, path: Path, but: Container[str] = ()) -> Path:
        """A file or folder to write, which must not stand among what a collection keeps, this one or another, `but` in the
        named folders. Raises WrongUse.
        """
        _refuse_among_kept(path, self.root, "the collection's", but)
        for folder in path.resolve().parents:
            if _is_collection(folder):
                _refuse_among_kept(path, folder, "another collection's", but)
        return path


def _refuse_among_kept(path: Path, root: Path, whose: str, but: Container[str]) -> None:
    from pipeline.settings import FILE

    if path.resolve() == (root / FILE).resolve():
        raise WrongUse(f"{path}: these are {whose} settings; name a place elsewhere")
    for folder, what in _KEPT.items():
        if folder not in but and path.resolve().is_relative_to((root / folder).resolve()):
            raise WrongUse(f"{path}: {folder}/ holds {whose} {what}; name a place elsewhere")


def _is_collection(folder: Path) -> bool:
    """Pages and records beside each other make one: either alone may be anything."""
    return (folder / "raw").is_dir() and (folder / "normalized").is_dir()
