"""The text of slides, each below a line with its number."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"^\s*slide \d{1,3}(?: (?:of|/) \d{1,3})?\s*$", re.IGNORECASE)
_FEWEST = 3


def is_written(text: str) -> bool:
    """Whether several lines of a text are nothing but the numbers of slides."""
    return sum(_NUMBER.match(line) is not None for line in text.split("\n")) >= _FEWEST


def plain(lines: list[str]) -> list[str]:
    """The lines of a text without the numbers."""
    return ["" if _NUMBER.match(line) else line for line in lines]
