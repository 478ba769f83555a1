"""Plain text that counts: outlines with numbers like 2.1, lists of contents, tables with a column of numbers.

Every function keeps the number of lines, so that a place in the outline is a line of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from pipeline.reading.words.hinting import TOLD, hinted, hints, says_part
from pipeline.reading.words.plain import ends_sentence, is_item, is_sentence, without_edit
from pipeline.vocabulary import key

_INNER = re.compile(r"^\s*(\d{1,2})\.\d{1,2}[.)]?\s+(\S.*)$")
_OUTER = re.compile(r"^\s*(\d{1,2})[.)]?\s+(\S.{0,60})$")
_FEWEST_INNER = 3
_ENTRY = re.compile(r"^\s*(?:[-*•]\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(\S.{0,80}?)(?:\s*\.{3,}\s*\d+|\t+\s*\d+)?$")
_PAGED = re.compile(r"(?:\s*\.{3,}|\t|\s{3,})\s*\d{1,4}\s*$")
"""The number of a page behind an entry."""
_FEWEST_ENTRIES = 2
_LONGEST_HEAD = 40
_MOST_CONTENTS = 3
"""Lists of contents that are looked for: what stands below is searched through for each."""
_GLUED_DASH = re.compile(r"^(\s*)-(?=[A-Z][\w',-]*\s)")
_ALONE = re.compile(r"^(\d{1,2}|[A-Za-z])[.)]\s+(\S.{0,80})$")
_COUNTED = re.compile(r"^\s*(\d{1,2}|[A-Za-z])[.)]\s+(?=\S)")
_COUNTS = re.compile(r"^\s*(?:#(\d{1,2})[.:)]?|(\d{1,2})(?:\s+[-–—]|/))\s+(?=\S)")
_BROKEN = 50
"""Letters of a line that goes on in the next."""
_COUNTS_BARE = re.compile(r"^\s*(\d{1,2})\s+(?=[A-Z])")
_ONLY_NUMBER = re.compile(r"^\s*0?(\d{1,2})\s*$")
_ROMAN = re.compile(r"^[IVX]{1,5}\.\s+(\S.{0,60})$")
_LETTER = re.compile(r"^(\s+)[A-Za-z][.)]\s+(?=\S)")
_QUOTED = re.compile(r"^> (?=[A-Z])")
_EQUAL = re.compile(r"^(\s*(?:[-*•~]\s+)?[A-Za-z][\w '’/()-]{1,40}?)\s+(?:=|=>|->|→)\s+(?=\S)")
_STARRED = re.compile(r"^(\s*(?:[-•]\s+)?)\*([^\s*][^*]{1,40}?):\*\s+(?=\S)")
_FEWEST = 2
_HALF, _SOME = 0.5, 0.2
"""Share of the numbered lines that say what parts of a page do, above which all are headings: of those above one paragraph
each, which could be titles of steps, and of others.
"""
_CELLS = re.compile(r"\s*\t+\s*")
_COUNTED_ROW = re.compile(r"^\s*(\d{1,2})\t+\s*(?=\S)")


def counted(lines: Sequence[str]) -> list[str]:
    """The lines of a text, what counts in them made headings with #, items with a dash or a number and a stop."""
    plain = [_STARRED.sub(r"\1\2: ", without_edit(line)) for line in lines]
    plain = _lettered(_headed(_outlined(_without_contents(plain))))
    plain = _numbered_from_one(_equal(_said_in_quotes(plain)))
    return _dashed(_tabled(_numbers_above(plain)))


def _without_contents(lines: list[str]) -> list[str]:
    """Without a list of the headings that stand below it."""
    plain = list(lines)
    starts = (n for n, line in enumerate(lines) if len(line) <= _LONGEST_HEAD and key(line) in hints()["contents"])
    for start in islice(starts, _MOST_CONTENTS):
        first = start + 1 + (not "".join(lines[start + 1 : start + 2]).strip())
        named = [_entry(line) for line in lines[first:]]
        end = next((n for n, name in enumerate(named) if not name or (n and name == named[0])), len(named))
        entries, below = named[:end], set(named[end:])
        paged = all(_PAGED.search(line) for line in lines[first : first + end])
        stands_below = paged or 2 * sum(entry in below for entry in entries) >= len(entries)
        if len(entries) >= _FEWEST_ENTRIES and stands_below:
            plain[start : first + end] = [""] * (first + end - start)
    return plain


def _entry(line: str) -> str:
    """What a line of a list of contents, or a heading of the text, names: nothing where it is empty or too long."""
    found = _ENTRY.match(line)
    return key(found.group(1).strip("#= ")) if found else ""


def _outlined(lines: list[str]) -> list[str]:
    """ "2. Muscles", and below it "2.1 Primary: Triceps": a heading and its items, one alone as a line of its own. Where all
    of these stand alone and say no sentence, they are headings, too: "3.1 PERFORMANCE".
    """
    inner = [_INNER.match(line) for line in lines]
    counts = Counter(found.group(1) for found in inner if found)
    if counts.total() < _FEWEST_INNER:
        return lines
    plain = list(lines)
    are_heads = all(_stands_alone(lines, n) and not ends_sentence(lines[n]) for n, found in enumerate(inner) if found)
    for n, (line, found) in enumerate(zip(lines, inner, strict=True)):
        if found and are_heads:
            plain[n] = f"### {found.group(2)}"
        elif found:
            plain[n] = f"- {found.group(2)}" if counts[found.group(1)] > 1 else found.group(2)
        elif (outer := _OUTER.match(line)) and outer.group(1) in counts and not ends_sentence(line):
            plain[n] = f"## {outer.group(2)}"
    return plain


def _stands_alone(lines: list[str], n: int) -> bool:
    """Whether a line has empty lines around it."""
    return not any(line.strip() for line in (*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2]))


def _lettered(lines: list[str]) -> list[str]:
    """ "II. Muscles", and further in "A. Primary: Chest": a heading and its items."""
    if sum(_ROMAN.match(line) is not None for line in lines) < _FEWEST:
        return lines
    return [_LETTER.sub(r"\1- ", _ROMAN.sub(r"## \1", line)) for line in lines]


def _said_in_quotes(lines: list[str]) -> list[str]:
    """Items behind the sign of a quotation, where several sentences follow one another."""
    quoted = [_QUOTED.match(line) is not None and ends_sentence(line) for line in lines]
    several = [here and (any(quoted[max(0, n - 1) : n]) or any(quoted[n + 1 : n + 2])) for n, here in enumerate(quoted)]
    return [_QUOTED.sub("- ", line) if item else line for line, item in zip(lines, several, strict=True)]


class _Head(NamedTuple):
    """A line alone that counts, with a number or a letter, and says no sentence."""

    line: int
    number: int
    text: str


def _headed(lines: list[str]) -> list[str]:
    """Lines alone that count one after the other, with something between them: headings where they say what parts of a page
    do ("2. Safety tips"), else, above one paragraph each, its beginning ("2. Lower").
    """
    plain = list(lines)
    runs = _runs(lines)
    top = next((n for n, line in enumerate(lines) if line.strip()), 0)
    behind = [*(run[0].line for run in runs[1:]), len(lines)]
    for run, last in zip(runs, behind, strict=False):
        ends = [*(head.line for head in run[1:]), last]
        below = [_groups(lines, head.line + 1, end) for head, end in zip(run, ends, strict=True)]
        parts = 0.0 if _is_below_part(lines, run[0].line, top) else sum(says_part(head.text) for head in run) / len(run)
        if not all(below) or (len(run) < _FEWEST and parts < 1):
            continue
        one_each = all(_is_paragraph(lines, groups) for groups in (*below[:-1], below[-1][:1]))
        if parts > (_HALF if one_each else _SOME):
            for head in run:
                plain[head.line] = f"## {head.text}"
        elif one_each:
            for head, ((first, end), *_) in zip(run, below, strict=True):
                told = " ".join(line.strip() for line in lines[first:end])
                plain[head.line : end] = [""] * (end - head.line)
                plain[head.line] = f"{head.number}. {head.text.rstrip(' :')}: {told}"
    return plain


def _is_below_part(lines: list[str], place: int, top: int) -> bool:
    """Whether the line above a place, alone and not the `top` one, is the heading of a part that says what its pieces are:
    "Benefits".
    """
    above = next((n for n in range(place - 1, -1, -1) if lines[n].strip()), -1)
    line = lines[above].strip() if above >= 0 else ""
    alone = above > top and _stands_alone(lines, above) and not (is_item(line) or ": " in line)
    is_heading = alone and len(line) <= _LONGEST_HEAD and not ends_sentence(line)
    return is_heading and any(hinted(line, kind) for kind in TOLD)


def _runs(lines: list[str]) -> list[list[_Head]]:
    """The lines alone that count, from each that begins to the last that goes on from it; short ones may stand right above
    what is told.
    """
    runs: list[list[_Head]] = []
    for n, line in enumerate(lines):
        alone = _ALONE.match(line) if not "".join(lines[max(n - 1, 0) : n]).strip() else None
        if alone is None or ends_sentence(line.rstrip("?")) or not _may_head("".join(lines[n + 1 : n + 2]), alone):
            continue
        head = _Head(n, _number(alone), alone.group(2))
        if runs and head.number == runs[-1][-1].number + 1:
            runs[-1].append(head)
        elif head.number in (0, 1):
            runs.append([head])
    return runs


def _number(counted: re.Match[str]) -> int:
    """What a line counts: "2." and "B." are the second."""
    said = counted.group(1)
    return int(said) if said.isdecimal() else ord(said.lower()) - ord("a") + 1


def _may_head(below: str, head: re.Match[str]) -> bool:
    """Whether a line that counts may be a heading of what stands below it: of nothing that goes on with it or counts on. A
    list may begin below the name of a part, or count otherwise.
    """
    if not below.strip():
        return True
    if len(head.group(2)) > _LONGEST_HEAD:
        return False
    if item := _COUNTED.match(below):
        otherwise = item.group(1).isdecimal() != head.group(1).isdecimal()
        return _number(item) == 1 and (otherwise or says_part(head.group(2)))
    begins = below[:1].isupper() or below[:1] == "|"
    return (begins or (is_item(below) and _OUTER.match(below) is None)) and _ALONE.match(below) is None


def _groups(lines: list[str], start: int, end: int) -> list[tuple[int, int]]:
    """Where lines that stand together begin and end, within a part of a text."""
    said = [n for n in range(start, end) if lines[n].strip()]
    firsts = [n for n, before in zip(said, (-1, *said), strict=False) if n - 1 != before]
    lasts = [n for n, after in zip(said, (*said[1:], -1), strict=False) if n + 1 != after]
    return [(first, last + 1) for first, last in zip(firsts, lasts, strict=True)]


def _is_paragraph(lines: list[str], groups: list[tuple[int, int]]) -> bool:
    """Whether a part of a text is one paragraph: lines of which the last ends a sentence, and none is an item."""
    (first, end), *more = groups
    return not more and ends_sentence(lines[end - 1]) and not any(map(is_item, lines[first:end]))


def _equal(lines: list[str]) -> list[str]:
    """Labels and values with an equals sign or an arrow between them, where several lines are."""
    if sum(_EQUAL.match(line) is not None for line in lines) < _FEWEST:
        return lines
    return [_EQUAL.sub(lambda found: f"{found.group(1)}:".ljust(len(found.group())), line) for line in lines]


def _numbered_from_one(lines: list[str]) -> list[str]:
    """ "#1 Stand tall", "1 - Stand tall": lines that count from one, with a stop behind the number."""
    numbers = [int(found.group(1) or found.group(2)) for line in lines if (found := _COUNTS.match(line))]
    if len(numbers) < _FEWEST or numbers[0] != 1:
        return _sentences_from_one(lines)
    return [_COUNTS.sub(lambda found: f"{found.group(1) or found.group(2)}. ", line) for line in lines]


def _sentences_from_one(lines: list[str]) -> list[str]:
    """ "1 Stand tall.", "2 Bend the knees.": sentences that count from one, with a stop behind the number."""
    runs: list[list[int]] = [[]]
    for n, line in enumerate(lines):
        found = _COUNTS_BARE.match(line)
        number = int(found.group(1)) if found and (is_sentence(line) or len(line) >= _BROKEN) else 0
        if number == len(runs[-1]) + 1:
            runs[-1].append(n)
        elif number == 1:
            runs.append([n])
    told = {n for run in runs if len(run) >= _FEWEST for n in run}
    return [_COUNTS_BARE.sub(r"\1. ", line) if n in told else line for n, line in enumerate(lines)]


def _numbers_above(lines: list[str]) -> list[str]:
    """A number in a line of its own, before the one line that it counts, where several follow one another."""
    counted_lines: list[int] = []
    last = 0
    for n in range(len(lines) - 1):
        number, behind = _ONLY_NUMBER.match(lines[n]), lines[n + 2] if n + 2 < len(lines) else ""
        one = lines[n + 1].strip() and not _ONLY_NUMBER.match(lines[n + 1]) and is_sentence(lines[n + 1].strip())
        goes_on = number is not None and last > 0 and int(number.group(1)) == last + 1
        if number and one and (goes_on or not behind.strip() or _ONLY_NUMBER.match(behind)):
            counted_lines.append(n)
            last = int(number.group(1))
    if len(counted_lines) < _FEWEST:
        return lines
    plain = list(lines)
    for n in counted_lines:
        plain[n], plain[n + 1] = f"{int(lines[n])}. {lines[n + 1].strip()}", ""
    return plain


def _tabled(lines: list[str]) -> list[str]:
    """Rows of a copied table that begin with a number as items, without the row that heads its columns."""
    plain = [_COUNTED_ROW.sub(r"\1. ", line) for line in lines]
    heads = hints()["column_heads"]
    return ["" if "\t" in line and all(key(c) in heads for c in _CELLS.split(line.strip())) else line for line in plain]


def _dashed(lines: list[str]) -> list[str]:
    """Items whose dash is glued to their first word, where several follow one another, or one is a sentence."""
    glued = [_GLUED_DASH.match(line) is not None for line in lines]
    near = [
        here and (ends_sentence(lines[n]) or any(glued[max(0, n - 1) : n]) or any(glued[n + 1 : n + 2]))
        for n, here in enumerate(glued)
    ]
    return [_GLUED_DASH.sub(r"\1- ", line) if several else line for line, several in zip(lines, near, strict=True)]
