"""Plain text that counts: outlines with numbers like 2.1, lists of contents, tables with a column of numbers.

Every function keeps the number of lines, so that a place in the outline is a line of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from pipeline.reading.hinting import hints
from pipeline.reading.plain import ends_sentence
from pipeline.vocabulary import key

_INNER = re.compile(r"^\s*(\d{1,2})\.\d{1,2}[.)]?\s+(\S.*)$")
_OUTER = re.compile(r"^\s*(\d{1,2})[.)]?\s+(\S.{0,60})$")
_FEWEST_INNER = 3
_ENTRY = re.compile(r"^\s*(?:[-*•]\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(\S.{0,80}?)(?:\s*\.{3,}\s*\d+)?$")
_EDIT = re.compile(r"\s*\[\s*edit(?:\s*\|?\s*(?:edit )?source)?\s*\]\s*$", re.IGNORECASE)
_FEWEST_ENTRIES = 2
_LONGEST_HEAD = 40
_MOST_CONTENTS = 3
"""Lists of contents that are looked for: what stands below is searched through for each."""
_GLUED_DASH = re.compile(r"^(\s*)-(?=[A-Z][\w',-]*\s)")
_CELLS = re.compile(r"\s*\t+\s*")
_COUNTED_ROW = re.compile(r"^\s*(\d{1,2})\t+\s*(?=\S)")


def counted(lines: Sequence[str]) -> list[str]:
    """The lines of a text, what counts in them made headings with #, items with a dash or a number and a stop."""
    plain = [_EDIT.sub("", line) for line in lines]
    return _dashed(_tabled(_outlined(_without_contents(plain))))


def _without_contents(lines: list[str]) -> list[str]:
    """Without a list of the headings that stand below it."""
    plain = list(lines)
    starts = (n for n, line in enumerate(lines) if len(line) <= _LONGEST_HEAD and key(line) in hints()["contents"])
    for start in islice(starts, _MOST_CONTENTS):
        end = next((n for n in range(start + 1, len(lines)) if not lines[n].strip()), len(lines))
        entries = [key(found.group(1)) for n in range(start + 1, end) if (found := _ENTRY.match(lines[n]))]
        below = {key(other.strip("#= ")) for other in lines[end:]}
        if len(entries) >= _FEWEST_ENTRIES and 2 * sum(entry in below for entry in entries) >= len(entries):
            plain[start:end] = [""] * (end - start)
    return plain


def _outlined(lines: list[str]) -> list[str]:
    """ "2. Muscles", and below it "2.1 Primary: Triceps": a heading and its items, one alone as a line of its own."""
    inner = [_INNER.match(line) for line in lines]
    counts = Counter(found.group(1) for found in inner if found)
    if counts.total() < _FEWEST_INNER:
        return lines
    plain = list(lines)
    for n, (line, found) in enumerate(zip(lines, inner, strict=True)):
        if found:
            plain[n] = f"- {found.group(2)}" if counts[found.group(1)] > 1 else found.group(2)
        elif (outer := _OUTER.match(line)) and outer.group(1) in counts and not ends_sentence(line):
            plain[n] = f"## {outer.group(2)}"
    return plain


def _tabled(lines: list[str]) -> list[str]:
    """Rows of a copied table that begin with a number as items, without the row that heads its columns."""
    plain = [_COUNTED_ROW.sub(r"\1. ", line) for line in lines]
    heads = hints()["column_heads"]
    return ["" if "\t" in line and all(key(c) in heads for c in _CELLS.split(line.strip())) else line for line in plain]


def _dashed(lines: list[str]) -> list[str]:
    """Items whose dash is glued to their first word, where several follow one another."""
    glued = [_GLUED_DASH.match(line) is not None for line in lines]
    near = [here and (any(glued[max(0, n - 1) : n]) or any(glued[n + 1 : n + 2])) for n, here in enumerate(glued)]
    return [_GLUED_DASH.sub(r"\1- ", line) if several else line for line, several in zip(lines, near, strict=True)]
