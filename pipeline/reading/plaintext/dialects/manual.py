"""Pages of a manual, as `man` prints them: the name of the page stands at both ends of its first line and in its last."""

from __future__ import annotations

import re

_HEAD = re.compile(r"^([\w.-]{2,60}\(\d[a-z]?\))\s{2,}\S.*\s{2,}\1$")
_FOOT = re.compile(r"\s{2,}[\w.-]{2,60}\(\d[a-z]?\)$")


def is_written(text: str) -> bool:
    """Whether the first line of a text is the head of such a page."""
    return _HEAD.match(text.lstrip().partition("\n")[0].rstrip()) is not None


def plain(lines: list[str]) -> list[str]:
    """The lines of a text without heads and feet."""
    return ["" if _HEAD.match(line.rstrip()) or _FOOT.search(line) else line for line in lines]
