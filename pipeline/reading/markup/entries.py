"""Lists, definitions and tables on a page while it is walked: items, and labels beside their values."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from pipeline.reading.markup.headings import BELOW_HEADINGS, HEADINGS, Headings
from pipeline.reading.markup.inline import (
    hold_titles,
    holds_blocks,
    is_content,
    is_phase,
    is_section,
    item_of,
    set_off,
    texts_of,
)
from pipeline.reading.markup.pictures import pictured, pictured_terms
from pipeline.reading.markup.tables import table_rows
from pipeline.reading.markup.tree import cells_of, entries_of, is_folded, items_of
from pipeline.reading.words.factwords import share_kind
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import ONLY_NUMBER, ends_sentence, is_sentence, is_sign, one_line
from pipeline.records import Block, Break, Chips, Heading, Listing, Paragraph, Row
from pipeline.vocabulary import key

_TITLE_AND_ITEM = 2
_FEW_PIECES = 5
_FEWEST_STEPS = 2
_FEWEST_LED = 2


class Entries(Headings):
    """Takes what stands in items, cells and definitions, each kept out of the page's own run of blocks first."""

    @abstractmethod
    def _block(self, element: Any, tag: str, attributes: dict[str, str]) -> None:
        """Walks one element that is no line of text."""

    def _listing(self, element: Any) -> None:
        """A list becomes one Listing, unless its items are built like sections of their own."""
        ordered = element.tag == "ol"
        if terms := pictured_terms(element):
            self.blocks.append(
                Listing(tuple(Paragraph(term, self._place(element)) for term in terms), ordered, self._place(element))
            )
            return
        outer, self._listed = self._listed, True
        read = ((item, dict(item.items())) for item in items_of(element))
        kept = [(item, a) for item, a in read if not self._boilerplate.takes(item, item.tag, a)]
        groups = [_labelled(self._captured(item, attributes), item) for item, attributes in kept]
        groups = _labelled_alike(groups, [item for item, _ in kept])
        self._listed = outer
        folded = not ordered and any(map(is_folded, element))
        if (
            folded
            or any(is_section(group, ordered=ordered) for group in groups)
            or (len(groups) == 1 and holds_blocks(groups[0]))
        ):
            self.blocks.extend(block for group in groups for block in set_off(group))
            return
        if len(groups) > _TITLE_AND_ITEM and len(groups[0]) == 1 and isinstance(groups[0][0], Heading):
            self.blocks += groups.pop(0)  # a row above the others
        if ordered and groups and all(map(is_phase, groups)):
            groups = [[item] for _, steps in groups if isinstance(steps, Listing) for item in steps.items]
        items = _terms_of(groups) or [item_of(group) for group in groups if group]
        if all(id(item) in self._counted for item in items):  # how many pages there are of each kind
            items = [replace(item, lead="", text=f"{item.lead} {item.text}") for item in items]
        if items:
            self.blocks.append(Listing(tuple(items), ordered, self._place(element)))

    def _captured(self, element: Any, attributes: dict[str, str] | None = None) -> list[Block]:
        """The blocks of one element, kept out of the page's own run of blocks."""
        outer, self.blocks = self.blocks, []
        path = self._path
        tag, attributes = element.tag, dict(element.items()) if attributes is None else attributes
        if tag in HEADINGS or tag in ("ul", "ol", "dl", "table"):
            self._block(element, tag, attributes)
        else:
            self.container(element, attributes)
        inner, self.blocks, self._path = self.blocks, outer, path
        return [block for block in inner if not isinstance(block, Break)]

    def _definitions(self, element: Any) -> None:
        label, cells, line = "", [], element
        for child in entries_of(element):
            if child.tag == "dd":
                cells.append(child)
                continue
            self._entry(label, cells, line)
            label, cells, line = self._value(child, self._captured(child)), [], child
        self._entry(label, cells, line)

    def _entry(self, label: str, cells: list[Any], line: Any) -> None:
        """What stands beside a label: values, or a whole section of the page."""
        groups = [self._captured(cell) for cell in cells]
        if not any(map(str.isalnum, label)):
            self.blocks += [block for group in groups for block in group]
            return
        if label and (hold_titles(groups) or (len(groups) == 1 and is_content(groups[0]))):
            inside = (block.level for group in groups for block in group if isinstance(block, Heading))
            path, level = self._path, max(min(self._level_below(), min(inside, default=7) - 1), 1)
            self._open(label.rstrip(" :"), level, line)
            self.blocks += [*(block for group in groups for block in group), Break(level, self._place(line))]
            self._path = path
        else:
            self._row(label, [self._value(cell, group) for cell, group in zip(cells, groups, strict=True)], line)

    def _value(self, cell: Any, blocks: list[Block]) -> str:
        """The words of a cell; where it shows nothing but pictures, what they stand for; or the dash that says there is none."""
        if words := " , ".join(texts_of(blocks)) or " , ".join(pictured(cell)):
            return words
        sign = one_line("".join(islice(cell.itertext(), _FEW_PIECES)))
        return sign if is_sign(sign) else ""

    def _row(self, label: str, values: list[str], element: Any) -> None:
        if label and any(values):
            self.blocks.append(Row(label.rstrip(" :"), tuple(v for v in values if v), self._place(element)))
        elif label:
            self.blocks.append(Paragraph(label, self._place(element), strong=True))

    def _steps(self, rows: Sequence[tuple[Any, Any, Any]]) -> Listing | None:
        """The rows of a table that counts steps, as a list: "1 | Stand tall."; a row may be before or between those that
        count: "Start | Hang from the bar.".
        """
        if not rows:
            return None
        labels = [one_line("".join(label.itertext())) for label, _, _ in rows if label is not None]
        numbers = [ONLY_NUMBER.match(label) for label in labels]
        counts = [
            number or key(label) in hints()["between_counts"] for number, label in zip(numbers, labels, strict=True)
        ]
        if len(counts) < len(rows) or not all(counts) or sum(map(bool, numbers)) * 2 < len(rows):
            return None
        if len(rows) < _FEWEST_STEPS and not self._goes_on(numbers):
            return None
        items = [item_of(group) for _, cell, _ in rows if (group := self._captured(cell))]
        if len(items) < len(rows) or not all(ends_sentence(item.whole) for item in items):
            return None
        return Listing(tuple(items), ordered=True, place=self._place(rows[0][2]))

    def _goes_on(self, numbers: Sequence[re.Match[str] | None]) -> bool:
        """Whether a number is the next after the list just before it: the last step, in a table of its own."""
        last = self.blocks[-1] if self.blocks else None
        counted = len(last.items) if isinstance(last, Listing) and last.ordered else 0
        return counted > 0 and all(number and number.group().strip(" .):") == str(counted + 1) for number in numbers)

    def _table(self, element: Any) -> None:
        rows = table_rows(element)
        if rows is None:  # a table for the layout: its cells hold the page
            for cell in cells_of(element):
                self._flush(cell)
                start = len(self.blocks)
                if cell.tag == "caption" or _heads_table(cell):
                    self.blocks += set_off(self._captured(cell), alone=True)
                else:
                    self.container(cell)
                if len(self.blocks) > start + _TITLE_AND_ITEM:  # a column ends what a bold line in it began
                    self.blocks.append(Break(BELOW_HEADINGS, self._place(cell)))
            if element.find("caption") is not None:
                self.blocks.append(Break(BELOW_HEADINGS, self._place(element)))  # what follows has no caption
            return
        if (caption := element.find("caption")) is not None and (text := one_line("".join(caption.itertext()))):
            self.blocks.append(Paragraph(text, self._place(caption), strong=True))
        if (steps := self._steps(rows)) is not None:
            self.blocks.append(steps)
            return
        self._facts(rows)

    def _facts(self, rows: Sequence[tuple[Any, Any, Any]]) -> None:
        signs = Counter(", ".join(pictured(label)) for label, _, _ in rows if label is not None)
        for label, cell, line in rows:
            if label is None:
                self.blocks += set_off(self._captured(cell), alone=True)
            elif not _is_left_empty(label, cell):
                words = ", ".join(texts_of(self._captured(label)))
                if not words and signs[shown := ", ".join(pictured(label))] == 1:
                    words = shown  # a sign that comes back is no label
                self._entry(words, [cell], line)


def _heads_table(cell: Any) -> bool:
    """Whether a cell is alone in the row of heads of a table for the layout: it says what the cell below holds."""
    return bool(cell.tag == "th" and len(cell.getparent()) == 1)


def _is_left_empty(label: Any, cell: Any) -> bool:
    """Whether nothing was filled in beside a label: a `td` would be the title of the rows below it."""
    shows = next(cell.iter("img", "svg", "input"), None) is not None or any(map(str.strip, cell.itertext()))
    return label.tag == "th" and cell.tag == "td" and not shows


def _terms_of(groups: list[list[Block]]) -> list[Paragraph]:
    """The terms of one kind that stand apart in the only item of a list, each an item; none where they are something else."""
    pieces = [
        piece
        for group in groups
        for block in group
        for piece in (block.items if isinstance(block, Chips) else (block,))
    ]
    terms = [piece for piece in pieces if isinstance(piece, Paragraph) and not piece.lead]
    return terms if len(groups) == 1 and len(terms) == len(pieces) and share_kind([term.text for term in terms]) else []


def _labelled(group: list[Block], item: Any) -> list[Block]:
    """The blocks of an item of a list; of a label in a small element and its values in another the label is set off."""
    run = group[0] if len(group) == 1 else None
    if not isinstance(run, Chips) or len(run.items) <= _TITLE_AND_ITEM or len(item) != _TITLE_AND_ITEM:
        return group
    if len(item[0]) or len(item[1]) != len(run.items) - 1:
        return group
    label, *values = run.items
    return [replace(run, items=(replace(label, strong=True), *values))]


def _labelled_alike(groups: list[list[Block]], items: Sequence[Any]) -> list[list[Block]]:
    """The items of a list; where all begin with a small element, and two at least with a label by what stands behind it, it is a
    label in each: "Pumps lats", beside "Grade Intermediate".
    """
    lines = [line for group in groups if len(group) == 1 and isinstance(line := group[0], Paragraph)]
    led = [line for line in lines if line.lead]
    if len(lines) < len(groups) or not _FEWEST_LED <= len(led) < len(lines) or any(line.joint != " " for line in led):
        return groups
    labelled = [_split(line, item) for line, item in zip(lines, items, strict=True)]
    return groups if None in labelled else [[line] for line in labelled if line]


def _split(line: Paragraph, item: Any) -> Paragraph | None:
    """The line of an item, the small element that it begins with as its label; None for a sentence or without such a one."""
    begins = len(item) > 0 and not (item.text or "").strip() and not len(item[0])
    label = one_line(item[0].text or "") if begins else ""
    if not label or is_sentence(line.text):
        return None
    if line.lead:
        return line
    rest = line.text.removeprefix(f"{label} ")
    return replace(line, text=rest, lead=label, joint=" ") if rest != line.text else None
