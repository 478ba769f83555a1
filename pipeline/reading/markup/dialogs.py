"""Dialogs of a page: a button opens parts of it in them, and scripts what asks for something."""

from __future__ import annotations

from itertools import islice
from typing import Any

from pipeline.reading.markup.boilerplate_words import LONGEST_NAMES, TITLES

_MOST_SIBLINGS = 60
_MOST_INSIDE = 20
"""Elements beside the main column of a page, and in each of them, of which one may be a dialog."""
_MOST_OPENERS = 400
_LONGEST_OPENERS = 20_000
"""Buttons and links of a page that are looked at, and letters of their attributes."""
_ASKING = ("input", "textarea", "select", "nav", "iframe")


class Dialogs:
    """Those of one page; its buttons are looked at once, and only where it has a dialog that could tell something."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._openers: str | None = None

    def tell(self, element: Any) -> bool:
        """Whether an element is a dialog that holds a part of the page: it has a heading, asks for nothing, and a button of
        the page opens it.
        """
        if not _is_dialog(element):
            return False
        name = str(element.get("id") or "")
        if not name or next(element.iter(*TITLES), None) is None or next(element.iter(*_ASKING), None) is not None:
            return False
        if self._openers is None:
            self._openers = _said_by_buttons(self._tree)
        return self._openers.count(name) > _said_by_buttons(element).count(name)  # its own button closes it

    def behind(self, content: Any) -> list[Any]:
        """Those that stand outside the main column of the page."""
        before, behind = (
            (e for around in (content, *content.iterancestors()) for e in around.itersiblings(preceding=preceding))
            for preceding in (True, False)
        )
        beside = (e for siblings in (before, behind) for e in islice(siblings, _MOST_SIBLINGS))
        return [e for sibling in beside for e in (sibling, *islice(sibling, _MOST_INSIDE)) if self.tell(e)]


def _is_dialog(element: Any) -> bool:
    """Whether an element is a dialog: by its tag, its role, or the class that a kit of many sites gives it."""
    if element.tag == "dialog" or element.get("role") == "dialog":
        return True
    return "modal" in (element.get("class") or "")[:LONGEST_NAMES].split()


def _said_by_buttons(element: Any) -> str:
    """What the attributes of the buttons and links in an element say."""
    buttons = islice(element.iter("button", "a"), _MOST_OPENERS)
    values = (str(value)[:LONGEST_NAMES] for button in buttons for value in button.attrib.values())
    return "\n".join(islice(values, _MOST_OPENERS))[:_LONGEST_OPENERS]
