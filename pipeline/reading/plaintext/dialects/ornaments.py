"""Text files that are drawn: boxes around titles, headings in brackets and between ornaments, bullets in brackets, leaders."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from pipeline.reading.words.hinting import says_part
from pipeline.reading.words.plain import ends_sentence

_BORDER = re.compile(r"^\s*(?:[+╔╚┌└╭╰][-=═─]{5,}[+╗╝┐┘╮╯]|([#*])\1{6,})\s*$")
_BOXED = re.compile(r"^\s*([|│║])\s*(\S.*?)\s*\1\s*$")
_BOXED_IN_SIGNS = re.compile(r"^\s*([#*]) \s*(\S.*?)\s+\1\s*$")
_AROUND = re.compile(r"^(?:[~=*._-]\s?){1,6}\s*(\w.{0,80}?\w[\w)?!]*)\s*(?:\s?[~=*._-]){1,6}$")
_ORNAMENTED = re.compile(r"^\s*(?:([▬═━─■◆◇★☆])\1+|([-~])\2{2,})\s*(\w[^▬═━─■◆◇★☆]{0,80}?\S)\s*(?(1)\1{2,}|\2{3,})\s*$")
"""A heading between ornaments: "▬▬ TIPS ▬▬", "--- TIPS ---"."""
_STARRED = re.compile(r"^\s*([*+~-]) (\w[^*+~]{0,60}\w[)?!]?) \1\s*$")
"""A heading between two signs: "* Tips *"."""
_BRACKETED = re.compile(r"^\s*[-=~*_.:|]*\s*\[\s*((?!(?:LIST|QUOTE)\b)[A-Z][^\[\]]{1,60}?)\s*\]\s*[-=~*_.:|]*\s*$")
"""A heading in brackets: "-=[ TIPS ]=-----", "[TIPS]"."""
_BULLET = re.compile(r"^(\s*)(?:\([*+!>x-]\)|\[[*+!>]\]|!(?= {2}))\s+(?=\S)")
_LEADERS = re.compile(r"^(\s*[A-Z][\w '/()-]{1,40}?)\s*\.{2,}\s*:\s*(?=\S)")
_BRACKETED_LABEL = re.compile(r"^\s*\[\s*([A-Za-z][^\[\]]{1,30}?)\s*\][ \t]+(?=[^\s(\[])")
_ARROWED_LABEL = re.compile(r"^(\s*[A-Z][\w '/()-]{1,40}?)\s+[»›](?!.*[»›])\s+(?=\S)")
"""A label, and an angle before its value; several angles show the way through a site."""
_CALL = re.compile(r"^(\s*)! (?=[A-Z])")
_TABLE = "{|"
"""Begins a table of a wiki, where such a sign is before the head of a row."""
_FEWEST_BRACKETED = 3
_FEWEST_CALLS = 2
_SIGNED = re.compile(r"^\s*([^\w\s*#>|=.,:;!?\"'()\[\]{}<\\/])\ufe0f?\s+(\S.{0,39})$")
_FEWEST_SIGNED = 2
_O_BULLET = re.compile(r"^(\s*)o\s+(?=[A-Z])")
_MISREAD_BULLET = re.compile(r"^(\s*)[e¢©«°]\s+(?=[A-Z])")
"""What programs that read paper make of a dot."""


def without_ornaments(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line."""
    lines = _without_signs(_without_boxes(lines))
    named = [found[1] for line in lines if line.strip()[:1] == "[" and (found := _BRACKETED.match(line))]
    brackets = all(map(str.isupper, named))
    lines = [_plain(line, brackets=brackets) for line in _without_stars(lines)]
    lines = _where_several(lines, _BRACKETED_LABEL, r"\1: ", _FEWEST_BRACKETED)
    lines = _where_several(lines, _ARROWED_LABEL, r"\1: ", _FEWEST_BRACKETED)
    lines = _where_several(lines, _MISREAD_BULLET, r"\1- ", _FEWEST_CALLS)
    if any(line.startswith(_TABLE) for line in lines):
        return lines
    return _where_several(lines, _CALL, r"\1- ", _FEWEST_CALLS)


def _where_several(lines: list[str], mark: re.Pattern[str], plain: str, fewest: int) -> list[str]:
    """The lines with `plain` for the mark that `fewest` of them or more begin with."""
    return [mark.sub(plain, line) for line in lines] if sum(map(bool, map(mark.match, lines))) >= fewest else lines


def _without_stars(lines: list[str]) -> list[str]:
    """Headings between two signs, without these: "* Tips *"; right behind an item with the same sign such a line is another."""
    plain = list(lines)
    for n, found in enumerate(map(_STARRED.match, lines)):
        before = lines[n - 1].lstrip() if n else ""
        if found and not before.startswith(f"{found[1]} "):
            plain[n] = found[2]
    return plain


def _without_signs(lines: list[str]) -> list[str]:
    """Headings that each have the same sign before them, without it, where it is no bullet: "● TIPS", and below it the tips."""
    signed: dict[str, list[int]] = {}
    for n, line in enumerate(lines):
        if found := _SIGNED.match(line):
            signed.setdefault(found[1], []).append(n)
    plain = list(lines)
    for sign, places in signed.items():
        apart = all(any(map(str.strip, lines[before + 1 : n])) for before, n in pairwise(places))
        if len(places) >= _FEWEST_SIGNED and apart and _are_headings(lines, sign):
            for n in places:
                plain[n] = lines[n].strip()[1:].lstrip("\ufe0f ")
    return plain


def _are_headings(lines: list[str], sign: str) -> bool:
    """Whether all lines that begin with a sign are titles, and half of them say what part of a page stands below: one does
    where all are in capitals.
    """
    said = [line.strip()[1:].lstrip("\ufe0f ") for line in lines if line.strip()[:1] == sign]
    are_titles = not any(ends_sentence(title.rstrip("?")) or ": " in title for title in said)
    parts = sum(map(says_part, said))
    return are_titles and (2 * parts >= len(said) or (parts > 0 and all(map(str.isupper, said))))


def _without_boxes(lines: list[str]) -> list[str]:
    """What stands in a box of one line or several, without the box."""
    kept = list(lines)
    for n, line in enumerate(lines):
        if not (border := _BORDER.match(line)):
            continue
        side = _BOXED_IN_SIGNS if border[1] else _BOXED
        if any(map(side.match, lines[max(0, n - 1) : n + 2])):
            kept[n] = ""
            for m, line_in_box in enumerate(takewhile(side.match, lines[n + 1 :]), n + 1):
                said = side.sub(r"\2", line_in_box)
                around = _AROUND.match(said)
                kept[m] = around.group(1) if around else said
    return kept


def _plain(line: str, *, brackets: bool) -> str:
    """A line without what it is drawn with; whether `brackets` alone make a heading is for the whole text to say."""
    if (heading := _BRACKETED.match(line)) and (brackets or line.strip()[:1] != "["):
        return f"## {heading.group(1)}"
    line = _LEADERS.sub(r"\1: ", _BULLET.sub(r"\1- ", line))
    return _O_BULLET.sub(r"\1- ", _ORNAMENTED.sub(r"\3", line))
