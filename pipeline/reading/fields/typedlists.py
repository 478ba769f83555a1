"""Lists that somebody typed: bullets and letters at the beginnings of paragraphs, and lines that go on with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reading.words.plain import ends_sentence, is_bulleted, is_sentence, without_bullet
from pipeline.records import Block, Listing, Paragraph

_LETTER = re.compile(r"^\(?([A-Z])(?:\s*[.):–—-]\s*(?=\S)|\s+(?=(?-i:[A-Z])))", re.IGNORECASE)
"""Before a line: "A.", "(b)", or in a box of its own "A"."""
_RULE = re.compile(r"^\W{2,}$")
_TITLE_AND_TEXT = 2
LONGEST_TITLE = 40
_FEWEST_LETTERS = 3


def cut_epilogue(items: list[list[str]]) -> None:
    """Takes from items, given as the lines of each, what stands below them: where every item but the last fills one
    line, it does too; and none goes on, after a full stop, with lines that are no sentence (the foot of a printed page).
    """
    if len(items) > 1 and all(len(lines) < 2 for lines in items[:-1]):
        del items[-1][1:]
    for lines in items:
        while len(lines) > 1 and not ends_sentence(lines[-1]) and any(map(ends_sentence, lines[:-1])):
            lines.pop()


def with_lettered_list(blocks: list[Block]) -> list[Block]:
    """The blocks, lines that count with letters as the list that they are."""
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    plain = unlettered(lines)
    items = tuple(new for old, new in zip(lines, plain, strict=True) if new is not old)
    if not items:
        return blocks
    lettered = {id(old) for old, new in zip(lines, plain, strict=True) if new is not old}
    kept = [block for block in blocks if id(block) not in lettered]
    return [Listing(items, ordered=True, place=items[0].place), *kept]


def unlettered(lines: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Lines, those that count with letters (A. B. C.) without them."""
    letters = [_LETTER.match(line.whole) for line in lines]
    lettered = [m.group(1).upper() for m in letters if m]
    first = all(letters[: len(lettered)])
    enough = len(lettered) >= _FEWEST_LETTERS or (len(lettered) > 1 and first)
    if not enough or any(letter != chr(65 + n) for n, letter in enumerate(lettered)):
        return lines
    return [
        replace(line, text=line.whole[m.end() :], lead="") if m else line
        for line, m in zip(lines, letters, strict=True)
    ]


def typed_items(blocks: list[Block]) -> list[Paragraph]:
    """The items of a list whose bullets are typed into paragraphs, each with the lines that it goes on over."""
    items: list[tuple[Paragraph, list[str]]] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            if items:
                break
            continue
        if is_bulleted(block.whole):
            items.append((block, [block.text]))
        elif items and _RULE.match(block.whole):
            break
        elif items and (ends_sentence(block.whole) or not ends_sentence(items[-1][1][-1])):
            items[-1][1].append(block.whole)
    if len(items) < 2:
        return []
    if all(len(texts) == _TITLE_AND_TEXT and _are_title_and_text(*texts) for _, texts in items):
        return [replace(item, lead=without_bullet(texts[0]), text=texts[1]) for item, texts in items]
    cut_epilogue([texts for _, texts in items])
    return [replace(item, text=" ".join(texts)) for item, texts in items]


def _are_title_and_text(title: str, text: str) -> bool:
    return len(title) <= LONGEST_TITLE and not is_sentence(title) and ends_sentence(text)
