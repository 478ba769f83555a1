"""Boxes to tick before the terms of a choice, as forms and worksheets have them: what is ticked is said, the rest is not."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SIGNS = ("☐", "□", "▢", "[ ]", "( )")
"""Without one of these a text has nothing that is not ticked."""
_EMPTY = f"(?:{'|'.join(map(re.escape, _SIGNS))})"
_TICKED = r"(?:[☒☑✓✔✅🗹■]\ufe0f?|\[[xX✓✔*]\]|\([xX✓✔*•]\))"
_BOX = re.compile(rf"\s*({_EMPTY}|{_TICKED})\s*")
_IS_EMPTY = re.compile(_EMPTY)
_BETWEEN = " \t\u00a0,;/|·•"
_LONGEST_TERM = 40
_FEWEST = 2


def by_number(signs: Iterable[str]) -> re.Pattern[str]:
    """Signs as the source of a page may write them, if not as themselves: "&#9744;", "&#x2610;"."""
    return re.compile(f"&#(?:{'|'.join(f'{ord(sign)}|x{ord(sign):x}' for sign in signs)});", re.IGNORECASE)


_BY_NUMBER = by_number(sign for sign in _SIGNS if len(sign) == 1)


def has_empty_boxes(text: str) -> bool:
    """Whether a text has boxes to tick that are not; most have none."""
    return any(sign in text for sign in _SIGNS) or _BY_NUMBER.search(text) is not None


def ticked(line: str) -> str:
    """A line that offers several terms, each behind a box, with those that are ticked: "Level: Beginner" for "Level: ☒ Beginner
    ☐ Advanced". Any other line as it is.
    """
    before, *found = _BOX.split(line)
    offered = [(box, term.strip(_BETWEEN)) for box, term in zip(found[::2], found[1::2], strict=True)]
    terms = [term for box, term in offered if not _IS_EMPTY.fullmatch(box)]
    if (
        len(offered) < _FEWEST
        or not 0 < len(terms) < len(offered)
        or (before.strip() and not before.rstrip().endswith(":"))
    ):
        return line
    if not all(0 < len(term) <= _LONGEST_TERM and term[-1] not in ".!?" for _, term in offered):
        return line
    return f"{before.rstrip()} {', '.join(terms)}".strip()
