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
_SETTINGS = "exercises.toml"


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
        """A file or folder to write, which must not stand among what the collection keeps, `but` in the named folders. Raises
        WrongUse.
        """
        if path.resolve() == (self.root / _SETTINGS).resolve():
            raise WrongUse(f"{path}: these are the collection's settings; name a place elsewhere")
        for folder, what in _KEPT.items():
            if folder in but:
                continue
            if path.resolve().is_relative_to((self.root / folder).resolve()):
                raise WrongUse(f"{path}: {folder}/ holds the collection's {what}; name a place elsewhere")
        return path
