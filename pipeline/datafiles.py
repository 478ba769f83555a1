"""The program's own data: words, tables and thresholds in YAML beside the module that uses them."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def load(path: Path) -> Any:
    """The content of one data file of a package, every scalar as the text it is."""
    import yaml  # search reads what it needs from the index, and never comes here

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(path.read_bytes(), loader)  # noqa: S506 - BaseLoader builds nothing but strings
