"""The program's own data: words, tables and thresholds in YAML beside the module that uses them."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def load(path: Path) -> Any:
    """The content of one data file of a package, every scalar as the text it is."""
    from pipeline import yamltext  # search reads what it needs from the index, and never comes here

    return yamltext.load(path.read_bytes())
