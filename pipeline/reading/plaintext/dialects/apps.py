"""Copies from apps, office documents and magazines: names of icons, comments in the margin, captions of pictures."""

from __future__ import annotations

import re
from itertools import takewhile

from pipeline.reading.words.plain import ends_sentence
from pipeline.vocabulary import load

_ICON = re.compile(r"^\s*[a-z]{2,}(?:_[a-z0-9]+)+\s*$")
_WORD = re.compile(r"^\s*[a-z]{3,}\s*$")
_FEWEST_ICONS = 2
_TICKED_OFF = frozenset(("0%", "100%"))
_KINDS = ("difficulty", "exercise_types", "equipment", "mechanic", "force", "sides", "body_parts", "muscles", "metrics")
_COMMENT = re.compile(r"^\[[a-z]{1,2}\](?=\S)")
_FIRST = "[a]"
_CREDIT = re.compile(r"^\s*(?:photo|image|picture|illustration)(?: credit)?(?:: | by | courtesy of )", re.IGNORECASE)
_NOTED = re.compile(
    r"^(?:in list \S.{0,60}|\[image \d+: .*\]|- Your (?:Highlight|Note|Bookmark) (?:on page|at location|on location) .*)\s*$"
)
_HIGHLIGHT = re.compile(
    r"^(Highlight|Note|Bookmark)(?: ?\([a-z]+\))? - (?:(\S.{0,100}?) > )?(?:Page|Location) \d+(?: · Location \d+)?$"
)
"""Above what a reader of books marked: "Highlight (yellow) - Instructions > Page 112 · Location 1684"."""
_MARKED = frozenset("[-i")
"""What a reader of feeds says of a picture, a reader of books of what was marked, and a board of the card."""
_LONGEST_CAPTION = 120
_FEWEST_SMALL = 4
"""Words in small letters: a title has fewer."""


def without_icons(lines: list[str]) -> list[str]:
    """Without the words that an icon font shows as pictures, each in a line of its own: "fitness_center", and without how much
    of several lists is ticked off. Where several are, so is a small word alone that is no term of a fact.
    """
    if sum(line.strip() in _TICKED_OFF for line in lines) >= _FEWEST_ICONS:
        lines = ["" if line.strip() in _TICKED_OFF else line for line in lines]
    if sum(_ICON.match(line) is not None for line in lines) < _FEWEST_ICONS:
        return lines
    return ["" if _ICON.match(line) or (_WORD.match(line) and not _is_term(line)) else line for line in lines]


def _is_term(line: str) -> bool:
    return any(load(kind).find(line.strip()) for kind in _KINDS)


def without_captions(lines: list[str]) -> list[str]:
    """Without what stands below a picture, in a line of its own above that of who took it: "Photo: A. Miller"."""
    plain = ["" if line[:1] in _MARKED and _NOTED.match(line) else line for line in lines]
    for n, line in enumerate(lines[1:], 1):
        if _CREDIT.match(line) and lines[n - 1].strip() and not "".join(lines[max(n - 2, 0) : n - 1]).strip():
            caption = lines[n - 1].strip()
            small = sum(word[:1].islower() for word in caption.split())
            if len(caption) <= _LONGEST_CAPTION and small >= _FEWEST_SMALL and not ends_sentence(caption):
                plain[n - 1] = ""
    return plain


def highlighted(lines: list[str]) -> list[str]:
    """What a reader of books marked, below the headings of the sections where it stands, and not what was noted beside it."""
    marks = [_HIGHLIGHT.match(line) for line in lines]
    if sum(map(bool, marks)) < _FEWEST_ICONS:
        return lines
    plain, section, noted = [], "", False
    for line, mark in zip(lines, marks, strict=True):
        if mark is None:
            plain.append("" if noted else line)
            continue
        noted, above, section = mark[1] == "Note", section, mark[2] or section
        plain.append(f"## {section}" if section != above else "")
    return plain


def without_comments(lines: list[str]) -> list[str]:
    """Without the comments that a document ends with, "[a]Who does that?", and the marks where they belong."""
    told = [n for n, line in enumerate(lines) if line.strip()]
    tail = list(takewhile(lambda n: _COMMENT.match(lines[n]), reversed(told)))
    marks = [line[: line.index("]") + 1] for line in (lines[n] for n in reversed(tail))]
    if not marks or marks[0] != _FIRST:
        return lines
    plain = lines[: tail[-1]]
    for mark in marks:
        plain = [line.replace(mark, "") for line in plain]
    return [*plain, *[""] * (len(lines) - len(plain))]
