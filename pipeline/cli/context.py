"""What every command is handed: the root of the collection and its settings."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.settings import Settings


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
