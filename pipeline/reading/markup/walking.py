"""The walk over lxml's tree of a page: what a reader sees becomes blocks, in document order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pipeline.reading.markup.boilerplate import Boilerplate, silent_tags
from pipeline.reading.markup.classes import keeps_lines
from pipeline.reading.markup.entries import Entries
from pipeline.reading.markup.factboxes import is_value
from pipeline.reading.markup.headings import BELOW_HEADINGS, HEADINGS, HIGHEST_FOLD
from pipeline.reading.markup.inline import (
    Run,
    texts_of,
)
from pipeline.reading.markup.pictures import drawn_before
from pipeline.reading.markup.preformatted import outline_as_typed, page_as_typed
from pipeline.reading.markup.tabs import PANEL_NAMES, Tabs
from pipeline.reading.markup.tree import (
    INLINE,
    gauge_of,
    holds_lines_only,
    is_around,
    is_badge,
    is_chip,
    is_note,
    is_read_aloud,
    is_set_large,
    is_shown,
    level_of,
    opens_a_fold,
    opens_next,
    stands_apart,
    tells,
    value_at,
)
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import one_line
from pipeline.records import Block, Break, Chips, Heading, Outline, Paragraph
from pipeline.vocabulary import key

_BOLD = frozenset(("b", "strong", "th", "u"))
# Tables that fold up on small screens carry their column heads in one of these.
_LABELLED = ("data-label", "data-title", "data-th")
_TITLES = ("summary", "heading")
"""Attributes with which a web component says what it folds up: `<sl-details summary="Tips">`."""
_NAMING = frozenset((*_LABELLED, *_TITLES, "role", "id", "aria-label", *PANEL_NAMES))
"""Attributes with which an element says what it is or holds."""
_SECTIONING = frozenset(("section", "article", "details", "aside", "fieldset"))
_CELLS = frozenset(("td", "dd", "div", "li", "span", "p"))
_WHOLE = frozenset(("body", "p", "li", "td"))
"""Elements whose short lines are no chips."""
_DEEPEST = 150
_WEIGHT = re.compile(r"(?<![-\w])font-weight\s*:\s*(\w+)")
_LIGHT = frozenset(("normal", "lighter", "inherit", "initial", "100", "200", "300", "400", "500"))
# By name: methods kept in a walker would refer to it in a circle, and it keeps the tree of the page.
_TAKERS = {
    **dict.fromkeys(HEADINGS, "_titled"),
    **dict.fromkeys(("ul", "ol"), "_listing"),
    **dict.fromkeys(("summary", "legend"), "_folding"),
    "dl": "_definitions",
    "table": "_table",
    "figcaption": "_caption",
    "pre": "_preformatted",
}
_OBJECT = re.compile(r"^\s*\[?\s*\{\s*\"\w+\"\s*:")
"""How an object in JSON begins."""
_GAUGE_ROLES = frozenset(("progressbar", "meter"))


class Walker(Entries):
    """Walks a page once; `blocks` holds what it found so far. `by_name` reads the classes and ids of elements, too."""

    def __init__(self, tree: Any, *, by_name: bool = True) -> None:
        self._tabs = Tabs(tree)
        super().__init__(Boilerplate(tree, self._tabs.open, by_name=by_name))
        self._unread = silent_tags()
        self._depth = 0
        self._has_drawings = next(tree.iter("svg"), None) is not None
        self._page_as_typed = page_as_typed(tree)
        self._asides: set[Any] = set()
        self.typed: Outline | None = None
        """What a page says that is one text whose lines stand as they were typed."""

    @property
    def left_out_by_name(self) -> bool:
        """Whether the names of classes and ids left anything out."""
        return self._boilerplate.took_by_name

    def leaves_out(self, element: Any) -> bool:
        """Whether an element stands around the content."""
        return self._boilerplate.holds(element)

    def has_walked(self, box: Any) -> bool:
        """Whether a box stands in a column beside the text that was read in its place."""
        return bool(self._asides) and not self._asides.isdisjoint((box, *box.iterancestors("aside")))

    def dialogs_behind(self, content: Any) -> list[Any]:
        """The dialogs that hold parts of the page and stand outside its main column."""
        dialogs = self._boilerplate.dialogs.behind(content)
        for dialog in dialogs:
            self._boilerplate.keep(dialog)
        return dialogs

    def _is_shown(self, element: Any) -> bool:
        """Whether what nobody reads elsewhere is content of this page."""
        if self._boilerplate.dialogs.tell(element):
            self._boilerplate.keep(element)
            return True
        return is_shown(element)

    def found(self) -> tuple[Block, ...]:
        """The blocks of the page, without the rows of tabs whose panels are among them: their words stand above these."""
        words = self._tabs.opened
        tabs = (b for b in self.blocks if words and isinstance(b, Chips) and all(i.text in words for i in b.items))
        rows = set(map(id, tabs))
        return tuple(block for block in self.blocks if id(block) not in rows) if rows else tuple(self.blocks)

    # -- containers ------------------------------------------------------------------------------------------

    def container(self, element: Any, attributes: dict[str, str] | None = None) -> None:
        """Walks a block-level element; what it holds becomes blocks. `attributes` are its own, where they were read."""
        attributes = dict(element.items()) if attributes is None else attributes
        tag, is_named = element.tag, bool(attributes) and not _NAMING.isdisjoint(attributes)
        if not is_named and not len(element) and tag != "aside":  # most hold a text and nothing else
            self._inside(element, attributes)
            return
        if is_named and tag in _CELLS and (label := _label_on(attributes)):
            self._row(one_line(label), list(texts_of(self._unlabelled(element))), element)
            return
        if tag == "aside":
            self._asides.add(element)
        start, headings, path = len(self.blocks), self._headings, self._path
        is_panel = is_named and self._announce(element, tag, attributes)
        self._inside(element, attributes)
        if is_panel or tag in _SECTIONING or attributes.get("role") == "tabpanel":
            self._path = path  # what stands behind a section is not below its headings
        if self._headings > headings or tag == "aside":
            self._end_part(start, tag)
        if len(self.blocks) == start + 1 and self._has_drawings:
            self._name_by_drawing(start, element)
        if len(self.blocks) > start + 1 and (
            tag not in _WHOLE or (tag == "td" and self._is_label_and_bold_value(start))
        ):
            if isinstance(self.blocks[start], Chips) and holds_lines_only(element):
                self._merge_lines(start)
            self._merge_leaves(start, value_at(element) if len(self.blocks) == start + 2 else None)

    def _name_by_drawing(self, place: int, element: Any) -> None:
        """A line that a drawing stands before, in an element of its own, is called what that shows: its label, maybe."""
        line = self.blocks[place]
        if isinstance(line, Paragraph) and not line.spoken and (shown := drawn_before(element)):
            self.blocks[place] = replace(line, spoken=shown)

    def _inside(self, element: Any, attributes: dict[str, str]) -> None:
        count = len(element)
        if not count:
            if text := element.text:
                self._leaf(text, element, attributes.get("class"))
        elif count > 1 or self._runs or not self._titled_line(element):
            self._children(element, bold=False, inline=0)
        if self._runs:
            self._flush(element)

    def _announce(self, element: Any, tag: str, attributes: dict[str, str]) -> bool:
        """Opens what an element says it is: the panel of a tab, or a section with a name and no heading of its own. Whether
        it is such a panel.
        """
        words = self._tabs.words_on(attributes)
        if words and not self._stands_below(words):
            self._open(words, self._level_around(element), element)
        if title := next((attributes[name] for name in _TITLES if attributes.get(name)), "") if "-" in tag else "":
            self._open(one_line(title), self._level_below(), element)
            return True
        spoken = attributes.get("aria-label") if tag in ("section", "article") else None
        if spoken and next(element.iter(*HEADINGS), None) is None:
            self._open(one_line(spoken), self._level_below(), element)
        return words is not None

    def _stands_below(self, words: str) -> bool:
        """Whether these words are the heading right above: what opens a fold stands there itself."""
        last = self.blocks[-1] if self.blocks else None
        return isinstance(last, Heading) and last.text == words

    def _end_part(self, start: int, tag: str) -> None:
        """Marks the end of an element that held headings, and both edges of a column beside the text."""
        if len(self.blocks) == start:
            return
        if not isinstance(self.blocks[-1], (Heading, Break)):
            levels = [b.level for b in self.blocks[start:] if isinstance(b, Heading)]
            if levels:
                self.blocks.append(Break(min(levels), self.blocks[-1].place))
        if tag == "aside":
            self.blocks.insert(start, Break(BELOW_HEADINGS, self.blocks[start].place))
            self.blocks.append(Break(BELOW_HEADINGS, self.blocks[-1].place))

    def _unlabelled(self, element: Any) -> list[Block]:
        for name in _LABELLED:
            element.attrib.pop(name, None)
        return self._captured(element)

    def _children(self, element: Any, *, bold: bool, inline: int) -> None:
        if (text := element.text) and (self._runs or not text.isspace()):
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
        if not isinstance(tag, str) or (tag in self._unread and not self._is_shown(child)):
            self._silent(child, bold=bold, inline=inline)
        elif tag == "br":
            self._runs.append(Run("\n", bold))
        elif tag == "hr":
            self._flush(child)
            self.blocks.append(Break(1, self._place(child)))
        elif self._depth > _DEEPEST:
            if text := " ".join(child.itertext()):
                self._text(text, bold=bold, inline=inline, line=child.sourceline)
        elif not self._boilerplate.takes(child, tag, attributes := dict(child.items())):
            if tag in INLINE and attributes.get("role") != "heading":
                self._inline(child, tag, attributes, bold=bold, inline=inline)
                return
            if self._runs:
                self._flush(child)
            self._block(child, tag, attributes)
            if self._runs:
                self._flush(child)

    def _inline(self, child: Any, tag: str, attributes: dict[str, str], *, bold: bool, inline: int) -> None:
        if tag == "button" and not (opens_a_fold(child) or is_chip(child) or tells(child, "p") or is_value(child)):
            return
        if tag == "sup" and is_note(child):
            return
        if is_read_aloud(attributes.get("class", "")) and key("".join(child.itertext())) in hints()["boxes"]:
            return  # "Warning", before what the page warns of
        apart = stands_apart(child)
        if apart or (not inline and not (len(child) and is_around(child))):
            self._atom += 1
            inline = self._atom
        if apart:
            self._apart.add(inline)
        if inline and "class" in attributes and is_badge(attributes["class"]):
            self._badges.add(inline)
        is_sign = tag != "a" and "aria-label" in attributes and not len(child) and not (child.text or "").strip()
        if tag == "img" or is_sign or child.get("role") == "img":
            self._picture(child, bold=bold, inline=inline)
        bold = bold or tag in _BOLD or (tag == "button" and not (is_chip(child) or is_value(child)))
        if "style" in attributes and (weight := _WEIGHT.search(attributes["style"])):
            bold = weight.group(1) not in _LIGHT
        outer = self._verbatim
        self._verbatim = outer or keeps_lines(attributes)
        self._children(child, bold=bold, inline=inline)
        self._verbatim = outer

    def _block(self, element: Any, tag: str, attributes: dict[str, str]) -> None:
        if "role" in attributes and tag not in HEADINGS and self._in_role(element, attributes):
            return
        if tag == "footer":  # of an article: its facts belong to no section above
            self.blocks.append(Break(1, self._place(element)))
        if taker := _TAKERS.get(tag):
            getattr(self, taker)(element)
        elif len(element) == 1 and is_set_large(element):
            self._heading(element, 1)
        elif keeps_lines(attributes):
            self._preformatted(element)
        else:
            self.container(element, attributes)

    def _in_role(self, element: Any, attributes: dict[str, str]) -> bool:
        """Takes an element that plays a role of its own, whatever its tag is. Whether it does."""
        role = attributes["role"]
        if (role == "button" and "aria-expanded" in attributes) or (role == "tab" and opens_next(element)):
            self._fold(element)
        elif role == "heading":
            self._heading(element, level_of(attributes.get("aria-level")))
        elif role == "separator":
            self.blocks.append(Break(1, self._place(element)))
            if words := one_line(" ".join(element.itertext())):  # a line with a title in it
                self.blocks.append(Paragraph(words, self._place(element), strong=True))
        elif role in _GAUGE_ROLES and (shown := gauge_of(element)):
            self.blocks.append(Paragraph(shown, self._place(element)))
        else:
            return False
        return True

    # -- single blocks ---------------------------------------------------------------------------------------

    def _titled(self, element: Any) -> None:
        self._heading(element, HEADINGS[element.tag])

    def _folding(self, element: Any) -> None:
        self._heading(element, self._level_around(element.getparent(), HIGHEST_FOLD))

    def _caption(self, element: Any) -> None:
        start = len(self.blocks)
        self.container(element)
        below = self.blocks[start:]
        self.blocks[start:] = [replace(b, caption=True) if isinstance(b, Paragraph) else b for b in below]

    def _preformatted(self, element: Any) -> None:
        if element is self._page_as_typed:
            self.typed = outline_as_typed(element)
            self.blocks.extend(self.typed.blocks)
            return
        if _OBJECT.match("".join(element.itertext())):
            return  # shown to those who program
        outer, self._verbatim = self._verbatim, True
        self.container(element)
        self._verbatim = outer


def _label_on(cell: dict[str, str]) -> str | None:
    """The head of its column, as the attributes of a cell carry it."""
    return next((cell[name] for name in _LABELLED if cell.get(name)), None)
