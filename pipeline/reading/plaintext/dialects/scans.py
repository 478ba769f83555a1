"""Scanned pages: signs that were misread from paper, and specks that were read as signs."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.reading.words.plain import is_sign

_SPECKS = re.compile(r"^\s*(?!([\"'`~^])\1{2,}\s*$)(?:(?:[.,'’‘“”\"`~^·]{1,2}\s?){1,3}|\|)\s*$")
"""A line of nothing but dots and strokes, none that underlines a heading."""
_ONE = re.compile(r"^(\s*)[lI|]([.)] )(?=\S)")
_READ = re.compile(r"^\s*[12][.)] ")
_FEWEST_SPECKS = 2


def rescanned(lines: list[str]) -> list[str]:
    """The lines of a text: "l." before "2." is a one, and specks go."""
    specks = [_is_speck(line) for line in lines]
    if sum(specks) >= _FEWEST_SPECKS:
        lines = ["" if speck else line for line, speck in zip(lines, specks, strict=True)]
    numbers = [n for n, line in enumerate(lines) if _ONE.match(line) or _READ.match(line)]
    misread = {n for n, following in pairwise(numbers) if _ONE.match(lines[n]) and lines[following].strip()[0] == "2"}
    return [_ONE.sub(r"\g<1>1\2", line) if n in misread else line for n, line in enumerate(lines)]


def _is_speck(line: str) -> bool:
    return bool(line.strip()) and _SPECKS.match(line) is not None and not is_sign(line.strip())
