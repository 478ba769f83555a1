"""The formats that existing apps read, out and in: free-exercise-db, ExerciseDB and wger.

What each calls a thing stands in the YAML file of its name; what it cannot hold comes out as a loss report.
"""

from __future__ import annotations

from importlib import import_module

from pipeline.errors import UnknownValue
from pipeline.export.dialects.base import Dialect, Read

__all__ = ["NAMES", "Dialect", "Read", "dialect"]

NAMES = ("free-exercise-db", "exercisedb", "wger")


def dialect(name: str) -> Dialect:
    """A dialect by its name; `_` and `-` are the same. Raises UnknownValue with the nearest names."""
    from difflib import get_close_matches

    wanted = name.lower().replace("_", "-")
    if wanted not in NAMES:
        raise UnknownValue("import format", name, tuple(get_close_matches(wanted, NAMES, 3, 0.4)) or NAMES)
    found: Dialect = import_module(f"{__name__}.{wanted.replace('-', '_')}").FORMAT
    return found
