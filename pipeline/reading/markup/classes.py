"""What the class of an element says of how it is shown, by the words in classes.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from pipeline import datafiles

_KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_LONGEST = 1_000
"""Letters of the classes that are looked at."""


def says(names: str | None, kind: str) -> bool:
    """Whether the classes of an element, as its attribute names them, are of a kind: "chip", "fold"."""
    return bool(names) and _says((names or "")[:_LONGEST], kind)


def keeps_lines(attributes: Mapping[str, str]) -> bool:
    """Whether an element is shown with the line ends that its text has: by its style, or by a class that says so."""
    return ("class" in attributes and says(attributes["class"], "kept_lines")) or (
        "white-space" in attributes.get("style", "") and _KEPT.search(attributes["style"]) is not None
    )


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
