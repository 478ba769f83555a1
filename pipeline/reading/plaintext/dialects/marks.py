"""Signs that several ways of writing share: a star around bold words, a field of the page between colons."""

from __future__ import annotations

import re

_BOLD = re.compile(r"(?<![\w*])\*(?![\s*])([^*\n]{1,80}?)(?<![\s*])\*(?![\w*])")
FIELD = re.compile(r"^:([A-Za-z][\w -]*):\s+(\S.*)$")
"""A fact: ":Level: Beginner"."""


def with_bold(line: str) -> str:
    """A line with the bold words as Markdown marks them, of one that has a star around them."""
    return _BOLD.sub(r"**\1**", line)


def labelled(field: re.Match[str]) -> str:
    """A fact as a label, a colon and its value."""
    return f"{field.group(1).replace('_', ' ').strip().capitalize()}: {field.group(2)}"
