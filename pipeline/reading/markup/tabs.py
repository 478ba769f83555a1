"""Tabs and folds: the words on them stand in one place of a page, and what they open in another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from pipeline.reading.markup.tree import fragment_of
from pipeline.reading.words.plain import one_line

PANEL_NAMES = ("aria-labelledby", "id", "data-w-tab", "data-tab", "data-tab-content")
"""Attributes of a panel that name its tab, or that its tab names."""


_OF_TABS = frozenset(PANEL_NAMES[2:])
_TABS = ("sl-tab", "wa-tab")
_PANEL_ROLES = frozenset(("tabpanel", "region"))
_CUSTOM_PANELS = ("sl-tab-panel", "wa-tab-panel")
_PANELS = ("div", "section", "article")
_TABLISTS: Callable[[Any], Any] = etree.XPath("//*[@role='tablist']")
_MOST_TABLISTS = 20
_LONGEST_TAB = 100
"""Letters: as many as a question has that names the exercise."""
_GIVEN = "tab-in-order"


def name_panels(tree: Any) -> None:
    """Names the panels of web components, and those that nothing but a style sheet opens (":checked ~ .panel"): they stand
    behind radio buttons, one for each, in their order.
    """
    groups: dict[Any, list[str]] = {}
    for button in tree.iter("input"):
        if button.get("type") == "radio" and _is_a_name(button.get("id")):
            groups.setdefault(button.getparent(), []).append(button.get("id"))
    panels_of = {panel.get("name"): panel for panel in tree.iter(*_CUSTOM_PANELS)}
    for tab in tree.iter(*_TABS) if panels_of else ():
        if (panel := panels_of.get(tab.get("panel"))) is not None and _is_a_name(tab.get("panel")):
            tab.set("aria-controls", tab.get("panel"))
            panel.set("role", "tabpanel")
            panel.set("id", tab.get("panel"))
    for parent, names in groups.items():
        panels = [child for child in parent if child.tag in _PANELS and not _holds_labels(child, names)]
        if len(panels) == 1:
            panels = [child for child in panels[0] if child.tag in _PANELS]
        if len(panels) == len(names) > 1:
            for panel, name in zip(panels, names, strict=True):
                panel.set("role", "tabpanel")
                panel.set("aria-labelledby", name)


def name_in_order(tree: Any, *, with_roles: bool) -> None:
    """Names panels that their tabs do not: as many as there are tabs, in their order. `with_roles` says whether the page
    speaks of lists of tabs by their role; others are lists that are called so.
    """
    called = [ul for ul in tree.iter("ul") if "tabs" in (ul.get("class") or "") and ul.get("role") != "tablist"]
    opened = {fragment_of(tab) for ul in called for tab in ul.iter("a")} - {None}
    for panel in tree.iter(*_PANELS) if opened else ():
        if panel.get("id") in opened:
            panel.set("role", "tabpanel")
    for place, tablist in enumerate([*(_TABLISTS(tree) if with_roles else ()), *called][:_MOST_TABLISTS]):
        tabs, panels = _tabs_of(tablist)
        if not 1 < len(tabs) == len(panels) or any(e.get("id") or e.get("aria-labelledby") for e in panels):
            continue
        for n, (tab, panel) in enumerate(zip(tabs, panels, strict=True)):
            if not _is_a_name(tab.get("id")):
                tab.set("id", f"{_GIVEN}-{place}-{n}")
            tab.set("role", "tab")
            panel.set("role", "tabpanel")
            panel.set("aria-labelledby", tab.get("id"))


def _tabs_of(tablist: Any) -> tuple[list[Any], list[Any]]:
    """The tabs of a list, and the panels around it: by their roles, else by the classes of what stands behind the list."""
    around, behind = tablist.getparent(), tablist.getnext()
    if tablist.get("role") == "tablist":
        tabs = [e for e in tablist.iter("li", "button", "a", "div") if e.get("role") == "tab"]
        return tabs, [e for e in around.iter(*_PANELS) if e.get("role") == "tabpanel"] if around is not None else []
    if behind is None or not all(child.tag == "li" and _few_words(child) for child in tablist):
        return [], []
    return list(tablist), [e for e in behind if e.tag in _PANELS and "tab" in (e.get("class") or "")]


def _is_a_name(text: str | None) -> bool:
    """Whether a panel can be named by it: a control character, written as a reference, cannot be written back."""
    return bool(text) and str(text).isprintable()


def _holds_labels(element: Any, names: list[str]) -> bool:
    return any(label.get("for") in names for label in element.iter("label"))


class Tabs:
    """The tabs and buttons of one page, looked up only where something could be opened by one."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._labels: dict[str, str] | None = None
        self.opened: set[str] = set()
        """The words on tabs whose panels were met."""

    def open(self, element: Any) -> bool:
        """Whether a tab or a button elsewhere in the page opens this element."""
        return element.get("id") in self._by_name()

    def words_on(self, attributes: dict[str, str]) -> str | None:
        """The words on the tab whose panel has these attributes; None for what is no panel."""
        role = attributes.get("role")
        if role == "tab" or not attributes:
            return None
        called = "tab" in attributes.get("class", "").lower() or "tab" in attributes.get("id", "").lower()
        if not called and role != "tabpanel" and _OF_TABS.isdisjoint(attributes):
            return None
        names = (attributes.get(name) for name in PANEL_NAMES)
        words = next((self._by_name()[name] for name in names if name and name in self._by_name()), None)
        self.opened.update((words,) if words else ())
        return words

    def _by_name(self) -> dict[str, str]:
        """The words of each tab, by its own id and by that of what it opens."""
        if self._labels is None:
            self._labels = {}
            for tab in self._tree.iter("a", "button", "li", "div", "label", "span", *_TABS):
                if tab.get("role") in _PANEL_ROLES:
                    continue
                target = tab.get("aria-controls") or tab.get("for") or fragment_of(tab) or tab.get("data-w-tab")
                text = _few_words(tab) if target or tab.get("role") == "tab" else ""
                if text:
                    for name in (target, tab.get("id"), tab.get("data-w-tab")):
                        if name and self._labels.setdefault(name, text) != text and name.isdigit():
                            self._labels[name] = ""  # several kits on the page count their tabs from one
        return self._labels


def _few_words(element: Any) -> str:
    """The words of a small element; nothing for one that holds more: it is not read to its end."""
    texts: list[str] = []
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > _LONGEST_TAB:
            return ""
        texts.append(text)
    return one_line(" ".join(texts))
