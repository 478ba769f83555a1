"""Tabs and folds: the words on them stand in one place of a page, and what they open in another."""

from __future__ import annotations

from typing import Any

from pipeline.reading.inline import CHIP_LENGTH
from pipeline.reading.plain import one_line
from pipeline.reading.tree import fragment_of

PANEL_NAMES = ("aria-labelledby", "id", "data-w-tab", "data-tab", "data-tab-content")
"""Attributes of a panel that name its tab, or that its tab names."""


class Tabs:
    """The tabs and buttons of one page, looked up only where something could be opened by one."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._labels: dict[str, str] | None = None

    def open(self, element: Any) -> bool:
        """Whether a tab or a button elsewhere in the page opens this element."""
        return element.get("id") in self._by_name()

    def words_on(self, attributes: dict[str, str]) -> str | None:
        """The words on the tab whose panel has these attributes; None for what is no panel."""
        if attributes.get("role") != "tabpanel" and "tab" not in attributes.get("class", "").lower():
            return None
        names = (attributes.get(name) for name in PANEL_NAMES)
        return next((self._by_name()[name] for name in names if name and name in self._by_name()), None)

    def _by_name(self) -> dict[str, str]:
        """The words of each tab, by its own id and by that of what it opens."""
        if self._labels is None:
            self._labels = {}
            for tab in self._tree.iter("a", "button", "li", "div", "label"):
                target = tab.get("aria-controls") or tab.get("for") or fragment_of(tab) or tab.get("data-w-tab")
                text = _few_words(tab) if target or tab.get("role") == "tab" else ""
                if text:
                    for name in (target, tab.get("id"), tab.get("data-w-tab")):
                        if name:
                            self._labels.setdefault(name, text)
        return self._labels


def _few_words(element: Any) -> str:
    """The words of a small element; nothing for one that holds more: it is not read to its end."""
    texts: list[str] = []
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > CHIP_LENGTH:
            return ""
        texts.append(text)
    return one_line(" ".join(texts))
