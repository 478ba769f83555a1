"""Questions about lxml's tree of a page: where its content is, what an element opens, names or holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from pipeline.reading.markup.boilerplate import silent_tags
from pipeline.reading.markup.classes import says
from pipeline.reading.markup.factboxes import (
    is_called_fact_box,
    is_fact_box,
    is_foot_of_facts,
    is_plain_fact_box,
    parts_of,
    speaks_of_exercise,
    states_facts,
)
from pipeline.vocabulary import load

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "button",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "output",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
"""Elements that stand in a line of text."""
_MOST_BOXES = 3
_MOST_PARTS = 12
"""Of a column, among which a box of facts is looked for."""
_SHORTEST_TERM = 3
_SHORTEST_SENTENCE = 15
_LABEL_AND_VALUE = 2
_NOTE = re.compile(r"^\s*(?:\[\s*\w{1,4}\s*\]|[?*†‡ⓘ])\s*$")
_FACES = frozenset(("font", "b", "strong", "i", "u", "center", "a"))
_LARGE = frozenset(("6", "7", "+3", "+4"))
"""Sizes of a font that are those of a heading of the first level, or larger."""


def is_shown(element: Any) -> bool:
    """Whether what nobody reads elsewhere is content: a template of a web component, the foot of an article with its facts."""
    if element.tag == "template":
        return element.get("shadowrootmode") is not None
    return element.tag == "footer" and is_foot_of_facts(element)


def size_of(tree: Any) -> int:
    """How many letters of a page are text."""
    silent = silent_tags()
    return sum(len(e.tail or "") + len("" if e.tag in silent else e.text or "") for e in tree.iter())


def content_of(tree: Any) -> Any:
    """The element that holds the page's own content: main, an only article, or else the body."""
    mains = [e for e in tree.iter("main", "div", "section") if e.tag == "main" or e.get("role") == "main"]
    if len(mains) == 1 and (holds_top_heading(mains[0]) or not holds_top_heading(tree)):
        return mains[0].getparent() if _goes_on_behind(mains[0]) else mains[0]
    articles = [e for e in tree.iter("article") if next(e.iter("h1"), None) is not None]
    if len(articles) == 1:
        return articles[0]
    body = tree.find("body")
    return tree if body is None else body


def _goes_on_behind(main: Any) -> bool:
    """Whether the facts of the exercise stand behind an element that has none and ends too early."""
    if next(main.iter("table", "dl"), None) is not None:
        return False
    behind = (e for e in main.itersiblings("table", "dl", "div", "section"))
    boxes = (e if e.tag in ("table", "dl") else next(e.iterchildren("table", "dl"), None) for e in behind)
    return any(
        box is not None and next(box.iter("a", "h1", "article"), None) is None and speaks_of_exercise(box)
        for box in islice(boxes, _MOST_BOXES)
    )


def fact_boxes_beside(content: Any, tree: Any) -> list[Any]:
    """The boxes of facts that a page sets beside its main column instead of in it: an aside, or a box in one that holds
    other things as well.
    """
    whole = content.tag in ("body", "html")  # then an aside of facts is read in its place
    seen = set() if whole else set(content.iter("aside"))
    boxes: list[Any] = []
    for aside in tree.iter("aside"):
        if aside in seen or len(boxes) >= _MOST_BOXES:
            continue
        seen.update(aside.iter("aside"))
        if not states_facts(aside):
            parts = parts_of(aside)
            named = [box for box in aside.iter("div", "section", "dl", "table", "ul") if is_fact_box(box)][:1]
            boxes += (named if parts else ()) or [part for part in parts if is_plain_fact_box(part)][:_MOST_BOXES]
        elif not whole and speaks_of_exercise(aside):
            boxes.append(aside)
    return boxes


def boxes_before(content: Any, is_left_out: Callable[[Any], bool]) -> list[Any]:
    """What stands before the main column of a page and speaks of the facts of an exercise: a bar, a box, a column."""
    boxes: list[Any] = []
    for around in (content, *content.iterancestors()):
        if around.tag in ("body", "html"):
            break
        before = (e for e in around.itersiblings(preceding=True) if e.tag not in ("aside", "head"))
        near = (e for e in islice(before, _MOST_BOXES) if isinstance(e.tag, str) and not is_left_out(e))
        boxes += filter(speaks_of_exercise, near)
    return boxes[::-1]


def boxes_behind(content: Any, is_left_out: Callable[[Any], bool]) -> list[Any]:
    """The boxes that stand behind the main column of a page, or in a column there, and are called boxes of its facts."""
    boxes: list[Any] = []
    for around in (content, *content.iterancestors()):
        if around.tag in ("body", "html"):
            break
        behind = (e for e in around.itersiblings("div", "section", "dl", "table") if not is_left_out(e))
        for column in islice(behind, _MOST_BOXES):
            parts = islice(column.iterchildren("div", "section"), _MOST_PARTS)
            boxes += islice(filter(is_called_fact_box, (column, *parts)), 1)
    return boxes[:_MOST_BOXES]


def holds_top_heading(element: Any) -> bool:
    """Whether an element holds a top heading."""
    if next(element.iter("h1"), None) is not None:
        return True
    return any(e.get("aria-level") == "1" for e in element.iter("div", "p", "span"))


def level_of(stated: str | None) -> int:
    return int(stated) if stated in ("1", "2", "3", "4", "5", "6") else 2


def is_around(element: Any) -> bool:
    """Whether a small element with others in it is no piece of a line but what stands around its pieces."""
    return _is_face(element) if element.tag == "font" else len(element) > 1 and _is_frame(element)


def _is_frame(element: Any) -> bool:
    """Whether an element holds other elements and nothing of its own, not even a space between them, and is all that
    stands in what is around it.
    """
    around = element.getparent()
    if around is None or element.text or any(child.tail for child in element):
        return False
    return not has_words(around) and not any(
        map(str.strip, (t for e in around if e is not element for t in e.itertext()))
    )


def _is_face(font: Any) -> bool:
    """Whether a `font` says what all letters of a line look like: it is all that stands in what is around it."""
    around = font.getparent()
    return around is not None and len(around) == 1 and not has_words(around)


def has_words(element: Any) -> bool:
    """Whether an element has words outside of those it holds."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def fragment_of(tab: Any) -> str | None:
    link = tab.get("href") or tab.get("data-target") or tab.get("data-bs-target") or tab.get("data-tab") or ""
    return link.lstrip("#") if link.startswith("#") or tab.get("data-tab") else None


def opens_a_fold(button: Any) -> bool:
    """Whether a button is the title of what it opens: by its attributes, its classes, or those of what is around or behind it."""
    if button.get("role") == "tab":
        return False
    return "aria-expanded" in button.attrib or says(button.get("class"), "fold") or _stands_on_a_fold(button)


def _stands_on_a_fold(button: Any) -> bool:
    behind = button.getnext()
    if behind is None or behind.tag in INLINE or (button.tail or "").strip():
        return False
    return says(behind.get("class"), "folded") or says(button.getparent().get("class"), "fold")


def opens_next(tab: Any) -> bool:
    """Whether a tab is the title of what stands right behind it, as in a fold; panels that say so have its words anyway."""
    behind = tab.getnext()
    if behind is None or behind.get("role") is not None or behind.get("aria-labelledby") is not None:
        return False
    return tells(behind, "p", "li")


def tells(element: Any, *tags: str) -> bool:
    """Whether an element of one of these tags within another is a sentence: a step that can be clicked, in a button."""
    return any((line.text or "").rstrip().endswith(".") for line in element.iter(*tags))


def is_folded(item: Any) -> bool:
    """Whether an item of a list is a fold: a title, and what it opens."""
    return len(item) > 1 and says(item.get("class"), "fold")


def is_badge(names: str) -> bool:
    """Whether an inline element, by its classes, is a badge: a small value behind what it is the value of."""
    return says(names, "chip")


def is_chip(button: Any) -> bool:
    """Whether a button is a word to read: by the name of its class, a muscle that leads to others of its kind, which may be
    all that an item of a list holds; or as nobody can press it.
    """
    return "disabled" in button.attrib or says(button.get("class"), "chip") or _is_term_in_list(button)


def _is_term_in_list(button: Any) -> bool:
    item = button.getparent()
    if item.tag != "li" or len(item) > 1:
        return False
    term = " ".join("".join(button.itertext()).split())
    return any(load(kind).find(term) for kind in ("muscles", "equipment"))


def is_title(names: str) -> bool:
    """Whether an element, by its classes, sets its words off as a heading does."""
    return says(names, "title")


def holds_lines_only(element: Any) -> bool:
    """Whether an element holds nothing but text in lines."""
    return all(child.tag in INLINE or child.tag == "br" for child in element)


def is_set_large(element: Any) -> bool:
    """Whether all words of an element are set as large as the title of a page, the way that pages had before style sheets."""
    large = False
    while len(element) == 1 and not (element.text or "").strip():
        element = element[0]
        if element.tag not in _FACES or (element.tail or "").strip():
            return False
        large = large or (element.get("size") or "").strip() in _LARGE
    return large and not len(element)


def is_read_aloud(names: str) -> bool:
    """Whether the words of an element, by its classes, are for who does not see the page."""
    return "-" in names and says(names, "read_aloud")


def value_at(element: Any) -> int | None:
    """Which part of an element is called a value by its class, the first (0) or the last (-1), where no other is."""
    called = [says(part.get("class"), "value") for part in element]
    if len(called) < _LABEL_AND_VALUE or called.count(True) != 1:
        return None
    return -1 if called[-1] else 0 if called[0] else None


def is_note(raised: Any) -> bool:
    """Whether raised text is the number of a note ("[1]"), or a sign that stands for one."""
    return bool(_NOTE.match("".join(raised.itertext())))


def stands_apart(element: Any) -> bool:
    """Whether an inline element is one of several of a kind with not even a space between them: each is a term, or a sentence
    that is shown in a line of its own.
    """
    before = element.getprevious()
    if before is not None and not before.tail and _are_terms(before, element):
        return True
    if element.tail:
        return False
    after = element.getnext()
    return after is not None and _are_terms(element, after)


def _are_terms(first: Any, second: Any) -> bool:
    if first.tag != second.tag:
        return False
    if first.get("class") != second.get("class"):
        return False
    said, follows = map(_said, (first, second))
    ends = said[-1:].isalpha() or (len(said) >= _SHORTEST_SENTENCE and said.endswith((".", "!")))
    return len(said) >= _SHORTEST_TERM and ends and follows[:1].isupper()


def _said(element: Any) -> str:
    text = "".join(element.itertext()) if len(element) else element.text or ""
    return str(text.strip())


def entries_of(definitions: Any) -> Iterator[Any]:
    """The dt and dd of a dl itself, wrapped in something or not; those of a dl inside it are its own affair."""
    stack = [iter(definitions)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag in ("dt", "dd"):
            yield child
        elif child.tag != "dl":
            stack.append(iter(child))


def items_of(listing: Any) -> Iterator[Any]:
    """The items of a list, also those that something inline stands around ("<OL><FONT><LI>"); lists that stand in it
    without an item of their own are items.
    """
    for child in listing:
        if child.tag in INLINE and child.find("li") is not None:
            yield from items_of(child)
        elif isinstance(child.tag, str):
            yield child


def gauge_of(element: Any) -> str:
    """What a bar or a meter shows: its words, or its value of so many."""
    said = " ".join("".join(element.itertext()).split()) or element.get("title") or element.get("aria-valuetext")
    value, most = (
        element.get(f"aria-value{name}") or element.get(plain) for name, plain in (("now", "value"), ("max", "max"))
    )
    return said or (f"{value} of {most}" if value and most else "")


def rows_of(table: Any) -> Iterator[Any]:
    """The rows of a table itself, as lists of their cells; those of a table inside it are its own affair."""
    stack = [iter(table)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == "tr":
            yield [cell for cell in child if cell.tag in ("td", "th")]
        elif child.tag not in ("table", "td", "th"):
            stack.append(iter(child))


def cells_of(table: Any) -> Iterator[Any]:
    yield from (child for child in table if child.tag == "caption")
    for row in rows_of(table):
        yield from row


def readable(element: Any, is_left_out: Callable[[Any], bool]) -> Iterator[str]:
    """The text of an inline element, without what nobody sees."""
    if element.text:
        yield element.text
    stack = [iter(element)]
    tails: list[str | None] = []
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            if tails:
                yield tails.pop() or ""
        elif isinstance(child.tag, str) and child.tag not in silent_tags() and not is_left_out(child):
            yield child.text or ""
            tails.append(child.tail)
            stack.append(iter(child))
        else:
            yield child.tail or ""
