"""The tree of a page as a browser shows it, where its markup says less: what is left open, and blocks that are none by name.

Every function changes the tree; it is called before the walk.
"""

from __future__ import annotations

from typing import Any

from pipeline.reading.tree import INLINE, has_words

_ITEMS = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
"""What the beginning of an item ends."""
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_MOST_LEFT_OPEN = 8
_HOLDERS = ("p", "div", "li", "td", "dt", "h1", "h2", "h3", "section", "article", "main", "pre", "br")
"""Elements of which a page has some: what it says stands in them."""


def part_items(tree: Any) -> None:
    """Sets items side by side that an element left open made parts of the item before, as a browser does:
    "<LI><FONT>One<LI><FONT>Two".
    """
    last: dict[Any, Any] = {}
    for item in list(tree.iter("li", "dt", "dd")):
        if item.getparent().tag in _LISTS:
            continue  # as nearly all do
        if (outer := _item_around(item)) is not None:
            last.get(outer, outer).addnext(item)
            last[outer] = item


def _item_around(item: Any) -> Any:
    parts = _ITEMS[item.tag]
    around = item.getparent()
    for _ in range(_MOST_LEFT_OPEN):
        if around is None or not (around.tag in INLINE or around.tag in parts or around.tag in ("p", "div")):
            return None
        if around.tag in parts:
            return around
        around = around.getparent()
    return None


def set_blocks(tree: Any) -> None:
    """Makes blocks of the spans of a page that has no other elements to hold its lines, as its style sheet does: those that
    stand among nothing but elements.
    """
    body = tree.find("body")
    if body is None or next(body.iter(*_HOLDERS), None) is not None:
        return
    for around in [body, *body.iter("span")]:
        if around.tag in ("body", "div") and not has_words(around):
            for span in around.iterchildren("span"):
                span.tag = "div"
