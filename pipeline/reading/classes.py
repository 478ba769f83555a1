"""What the class of an element says of how it is shown, by the words in classes.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pipeline import datafiles

_LONGEST = 1_000
"""Letters of the classes that are looked at."""


def says(names: str | None, kind: str) -> bool:
    """Whether the classes of an element, as its attribute names them, are of a kind: "chip", "fold"."""
    return bool(names) and _says((names or "")[:_LONGEST], kind)


@lru_cache(maxsize=4096)  # the classes of a site come again and again
def _says(names: str, kind: str) -> bool:
    return _patterns()[kind].search(names) is not None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {kind: _pattern(**words) for kind, words in datafiles.load(Path(__file__).parent / "classes.yaml").items()}


def _pattern(whole: Sequence[str] = (), part: Sequence[str] = (), unless: Sequence[str] = ()) -> re.Pattern[str]:
    words = [*(rf"(?<![a-z]){word}(?![a-z])" for word in whole), *part]
    never = f"^(?!.*(?:{'|'.join(unless)})).*" if unless else ""
    return re.compile(f"{never}(?:{'|'.join(words)})", re.IGNORECASE)
