"""The walk over lxml's tree of a page: what a reader sees becomes blocks, in document order."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import Any

from pipeline.reading.boilerplate import Boilerplate, silent_tags
from pipeline.reading.hinting import hints
from pipeline.reading.inline import (
    Run,
    hold_titles,
    holds_blocks,
    is_content,
    is_phase,
    is_section,
    item_of,
    set_off,
    texts_of,
)
from pipeline.reading.lines import Lines
from pipeline.reading.plain import is_sign, one_line
from pipeline.reading.tables import table_rows
from pipeline.reading.tabs import PANEL_NAMES, Tabs
from pipeline.reading.tree import (
    INLINE,
    cells_of,
    entries_of,
    gauge_of,
    holds_lines_only,
    is_badge,
    is_chip,
    is_folded,
    is_note,
    is_read_aloud,
    is_set_large,
    is_shown,
    items_of,
    level_of,
    opens_a_fold,
    pictured,
    readable,
    stands_apart,
    tells,
    value_at,
)
from pipeline.records import Block, Break, Chips, Heading, Listing, Paragraph, Row
from pipeline.vocabulary import key

_BOLD = frozenset(("b", "strong", "th", "u"))
# Tables that fold up on small screens carry their column heads in one of these.
_LABELLED = ("data-label", "data-title", "data-th")
_TITLES = ("summary", "heading")
"""Attributes with which a web component says what it folds up: `<sl-details summary="Tips">`."""
_NAMING = frozenset((*_LABELLED, *_TITLES, "role", "id", "aria-label", *PANEL_NAMES))
"""Attributes with which an element says what it is or holds."""
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BELOW_HEADINGS = 7
"""The level of lines that are headings in all but name."""
_SECTIONING = frozenset(("section", "article", "details", "aside", "fieldset"))
_CELLS = frozenset(("td", "dd", "div", "li", "span", "p"))
_WHOLE = frozenset(("body", "p", "li", "td"))
"""Elements whose short lines are no chips."""
_DEEPEST = 150
_TITLE_AND_ITEM = 2
_BELOW_TITLE = 2
_HIGHEST_FOLD = 3
"""The level of a fold below nothing but the title: a line above several may be theirs."""
_MOST_TITLES = 20
_FEW_PIECES = 5
"""Headings of parts side by side among which the highest is looked for."""
_LONGEST_TITLE = 80
"""Letters of a heading that ends like a sentence."""
_WEIGHT = re.compile(r"(?<![-\w])font-weight\s*:\s*(\w+)")
_LIGHT = frozenset(("normal", "lighter", "inherit", "initial", "100", "200", "300", "400", "500"))
# By name: methods kept in a walker would refer to it in a circle, and it keeps the tree of the page.
_TAKERS = {"dl": "_definitions", "table": "_table", "figcaption": "_caption", "pre": "_preformatted"}
_GAUGE_ROLES = frozenset(("progressbar", "meter"))


_EDIT = re.compile(r"\s*\[\s*edit[^\]]{0,30}\]$", re.IGNORECASE)
"""What a wiki sets behind its headings."""


class Walker(Lines):
    """Walks a page once; `blocks` holds what it found so far. `by_name` reads the classes and ids of elements, too."""

    def __init__(self, tree: Any, *, by_name: bool = True) -> None:
        super().__init__()
        self._tabs = Tabs(tree)
        self._boilerplate = Boilerplate(tree, self._tabs.open, by_name=by_name)
        self._headings = 0
        self._folded = (0, "")
        self._levels: dict[tuple[Any, tuple[tuple[int, str], ...]], int] = {}
        self._atom = 0
        self._depth = 0

    @property
    def left_out_by_name(self) -> bool:
        """Whether the names of classes and ids left anything out."""
        return self._boilerplate.took_by_name

    def found(self) -> tuple[Block, ...]:
        """The blocks of the page, without the rows of tabs whose panels are among them: their words stand above these."""
        words = self._tabs.opened
        tabs = (b for b in self.blocks if words and isinstance(b, Chips) and all(i.text in words for i in b.items))
        rows = set(map(id, tabs))
        return tuple(block for block in self.blocks if id(block) not in rows) if rows else tuple(self.blocks)

    # -- containers ------------------------------------------------------------------------------------------

    def container(self, element: Any) -> None:
        """Walks a block-level element; what it holds becomes blocks."""
        self._container(element, dict(element.items()))

    def _container(self, element: Any, attributes: dict[str, str]) -> None:
        start, headings, path, tag, is_panel = len(self.blocks), self._headings, self._path, element.tag, False
        if not _NAMING.isdisjoint(attributes):
            label = next((attributes[name] for name in _LABELLED if attributes.get(name)), None)
            if label and tag in _CELLS:
                self._row(one_line(label), list(texts_of(self._unlabelled(element))), element)
                return
            is_panel = self._announce(element, tag, attributes)
        if len(element):
            self._children(element, bold=False, inline=0)
        elif text := element.text:
            self._leaf(text, element)
        if self._runs:
            self._flush(element)
        if is_panel or tag in _SECTIONING or attributes.get("role") == "tabpanel":
            self._path = path  # what stands behind a section is not below its headings
        if self._headings > headings:
            self._end_part(start)
        if len(self.blocks) > start + 1 and tag not in _WHOLE:
            if isinstance(self.blocks[start], Chips) and holds_lines_only(element):
                self._merge_lines(start)
            self._merge_leaves(start, value_at(element) if len(self.blocks) == start + 2 else None)

    def _announce(self, element: Any, tag: str, attributes: dict[str, str]) -> bool:
        """Opens what an element says it is: the panel of a tab, or a section with a name and no heading of its own. Whether
        it is such a panel.
        """
        if words := self._tabs.words_on(attributes):
            self._open(words, self._level_around(element), element)
        if title := next((attributes[name] for name in _TITLES if attributes.get(name)), "") if "-" in tag else "":
            self._open(one_line(title), self._level_below(), element)
            return True
        spoken = attributes.get("aria-label") if tag in ("section", "article") else None
        if spoken and next(element.iter(*_HEADINGS), None) is None:
            self._open(one_line(spoken), self._level_below(), element)
        return words is not None

    def _end_part(self, start: int) -> None:
        """Marks the end of an element that held headings."""
        if len(self.blocks) > start and not isinstance(self.blocks[-1], (Heading, Break)):
            levels = [b.level for b in self.blocks[start:] if isinstance(b, Heading)]
            if levels:
                self.blocks.append(Break(min(levels), self.blocks[-1].place))

    def _unlabelled(self, element: Any) -> list[Block]:
        for name in _LABELLED:
            element.attrib.pop(name, None)
        return self._captured(element)

    def _children(self, element: Any, *, bold: bool, inline: int) -> None:
        if text := element.text:
            self._text(text, bold=bold, inline=inline, line=element.sourceline)
        self._depth += 1
        for child in element:
            self._child(child, bold=bold, inline=inline)
            text = child.tail
            if text and (self._runs or not text.isspace()):
                self._text(text, bold=bold, inline=inline, line=None)
        self._depth -= 1

    def _child(self, child: Any, *, bold: bool, inline: int) -> None:
        tag = child.tag
        if not isinstance(tag, str) or (tag in silent_tags() and not is_shown(child)):
            self._silent(child, bold=bold, inline=inline)
        elif tag == "br":
            self._runs.append(Run("\n", bold))
        elif tag == "hr":
            self._flush(child)
            self.blocks.append(Break(1, self._place(child)))
        elif self._depth > _DEEPEST:
            if text := " ".join(child.itertext()):
                self._text(text, bold=bold, inline=inline, line=child.sourceline)
        elif not self._boilerplate.takes(child, attributes := dict(child.items())):
            if tag in INLINE and attributes.get("role") != "heading":
                self._inline(child, tag, attributes, bold=bold, inline=inline)
                return
            if self._runs:
                self._flush(child)
            self._block(child, tag, attributes)
            if self._runs:
                self._flush(child)

    def _inline(self, child: Any, tag: str, attributes: dict[str, str], *, bold: bool, inline: int) -> None:
        if tag == "button" and not (opens_a_fold(child) or is_chip(child) or tells(child)):
            return
        if tag == "sup" and is_note(child):
            return
        if is_read_aloud(attributes.get("class", "")) and key("".join(child.itertext())) in hints()["boxes"]:
            return  # "Warning", before what the page warns of
        apart = stands_apart(child)
        if apart or not inline:
            self._atom += 1
            inline = self._atom
        if apart:
            self._apart.add(inline)
        if "class" in attributes and is_badge(attributes["class"]):
            self._badges.add(inline)
        is_sign = tag != "a" and "aria-label" in attributes and not len(child) and not (child.text or "").strip()
        if tag == "img" or is_sign or child.get("role") == "img":
            self._picture(child, bold=bold, inline=inline)
        bold = bold or tag in _BOLD or (tag == "button" and not is_chip(child))
        if "style" in attributes and (weight := _WEIGHT.search(attributes["style"])):
            bold = weight.group(1) not in _LIGHT
        self._children(child, bold=bold, inline=inline)

    def _block(self, element: Any, tag: str, attributes: dict[str, str]) -> None:
        if tag in _HEADINGS:
            self._heading(element, _HEADINGS[tag])
        elif attributes.get("role") == "button" and "aria-expanded" in attributes:
            self._fold(element)
        elif attributes.get("role") == "heading":
            self._heading(element, level_of(attributes.get("aria-level")))
        elif tag in ("ul", "ol"):
            self._listing(element, ordered=tag == "ol")
        elif attributes.get("role") == "separator":
            self.blocks.append(Break(1, self._place(element)))
        elif attributes.get("role") in _GAUGE_ROLES and (shown := gauge_of(element)):
            self.blocks.append(Paragraph(shown, self._place(element)))
        elif tag in ("summary", "legend"):
            self._heading(element, self._level_around(element.getparent(), _HIGHEST_FOLD))
        elif taker := _TAKERS.get(tag):
            getattr(self, taker)(element)
        elif len(element) == 1 and is_set_large(element):
            self._heading(element, 1)
        else:
            self._container(element, attributes)

    # -- single blocks ---------------------------------------------------------------------------------------

    def _level_below(self) -> int:
        marked = [level for level, _ in self._path if level < _BELOW_HEADINGS]
        return min((marked[-1] if marked else 1) + 1, 6)

    def _level_around(self, part: Any, highest: int = 1) -> int:
        """The level of the words on a part of the page: below the headings that it stands below, not above the `highest`, and
        above the headings in it, as far as they do not stand as high as the title; the same for all parts side by side.
        """
        group = (part.getparent(), self._path)
        if group not in self._levels:
            parts = [one for one in group[0] if one.tag == part.tag] if group[0] is not None else [part]
            inside = islice((heading for one in parts for heading in one.iter(*_HEADINGS)), _MOST_TITLES)
            most = min((_HEADINGS[h.tag] - _folds_around(h, part.tag) for h in inside), default=7)
            in_fold = next(part.iterancestors(part.tag), None) is not None
            lowest = self._level_below() if in_fold else _BELOW_TITLE
            self._levels[group] = max(min(max(self._level_below(), highest), most), lowest)
        return self._levels[group]

    def _caption(self, element: Any) -> None:
        start = len(self.blocks)
        self.container(element)
        below = self.blocks[start:]
        self.blocks[start:] = [replace(b, caption=True) if isinstance(b, Paragraph) else b for b in below]

    def _preformatted(self, element: Any) -> None:
        outer, self._verbatim = self._verbatim, True
        self.container(element)
        self._verbatim = outer

    def _heading(self, element: Any, level: int) -> None:
        if any(child.tag in ("p", "ul", "ol", "dl", "table") for child in element):
            self.container(element)
            return
        title = one_line(element.text or "")
        if title and len(element) == 1 and element[0].tag == "div" and not element[0].tail:  # a subtitle set into it
            self._open(title, level, element)
            self.container(element[0])
            return
        text = one_line(" ".join(readable(element, self._boilerplate.holds)) if len(element) else element.text or "")
        if text.endswith("]"):
            text = _EDIT.sub("", text)
        if not text and level > 1 and next(element.iter("a"), None) is None:
            text = ", ".join(pictured(element))
        if len(text) > _LONGEST_TITLE and text.endswith((".", "!")):
            self.blocks.append(Paragraph(text, self._place(element)))  # a sentence set large
        elif text:
            self._open(text, level, element)

    def _fold(self, element: Any) -> None:
        """Takes what opens a fold as a heading, as high as that of the fold before."""
        self._heading(
            element, self._folded[0] if self._folded in self._path else max(self._level_below(), _HIGHEST_FOLD)
        )
        self._folded = self._path[-1] if self._path else self._folded

    def _open(self, text: str, level: int, element: Any) -> None:
        path = self._path
        while path and path[-1][0] >= level:
            path = path[:-1]
        self._path = path
        self.blocks.append(Heading(text, level, self._place(element)))
        self._path = (*path, (level, text))
        self._headings += 1

    def _listing(self, element: Any, *, ordered: bool) -> None:
        """A list becomes one Listing, unless its items are built like sections of their own."""
        outer, self._listed = self._listed, True
        groups = [self._captured(li) for li in items_of(element) if not self._boilerplate.holds(li)]
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
        items = [item_of(group) for group in groups if group]
        if all(id(item) in self._counted for item in items):  # how many pages there are of each kind
            items = [replace(item, lead="", text=f"{item.lead} {item.text}") for item in items]
        if items:
            self.blocks.append(Listing(tuple(items), ordered, self._place(element)))

    def _captured(self, element: Any) -> list[Block]:
        """The blocks of one element, kept out of the page's own run of blocks."""
        outer, self.blocks = self.blocks, []
        path = self._path
        if element.tag in _HEADINGS or element.tag in ("ul", "ol", "dl", "table"):
            self._block(element, element.tag, dict(element.items()))
        else:
            self.container(element)
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

    def _table(self, element: Any) -> None:
        rows = table_rows(element)
        if rows is None:  # a table for the layout: its cells hold the page
            for cell in cells_of(element):
                self._flush(cell)
                start = len(self.blocks)
                if cell.tag == "caption":
                    self.blocks += set_off(self._captured(cell), alone=True)
                else:
                    self.container(cell)
                if len(self.blocks) > start + _TITLE_AND_ITEM:  # a column ends what a bold line in it began
                    self.blocks.append(Break(_BELOW_HEADINGS, self._place(cell)))
            if element.find("caption") is not None:
                self.blocks.append(Break(_BELOW_HEADINGS, self._place(element)))  # what follows has no caption
            return
        if (caption := element.find("caption")) is not None and (text := one_line("".join(caption.itertext()))):
            self.blocks.append(Paragraph(text, self._place(caption), strong=True))
        signs = Counter(", ".join(pictured(label)) for label, _, _ in rows if label is not None)
        for label, cell, line in rows:
            if label is None:
                self.blocks += set_off(self._captured(cell), alone=True)
            else:
                words = ", ".join(texts_of(self._captured(label)))
                if not words and signs[shown := ", ".join(pictured(label))] == 1:
                    words = shown  # a sign that comes back is no label
                self._entry(words, [cell], line)


def _folds_around(heading: Any, tag: str) -> int:
    """How many parts of a kind, one in the other, a heading stands in."""
    return sum(1 for _ in heading.iterancestors(tag))
