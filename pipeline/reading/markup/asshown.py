"""The tree of a page as a browser shows it, where its markup says less: what is left open, and blocks that are none by name.

Every function changes the tree; `set_as_shown` calls them before the walk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree

from pipeline.reading.markup.boilerplate_words import words
from pipeline.reading.markup.chosen import keep_chosen, keep_ticked, said_in, shows_choice, shows_ticks, tells_between
from pipeline.reading.markup.classes import says
from pipeline.reading.markup.tree import INLINE, has_words
from pipeline.reading.words.boxes import has_empty_boxes, ticked
from pipeline.reading.words.factwords import is_label_of_fact, names_terms, share_kind
from pipeline.reading.words.kinds import CHOICE_FIELDS
from pipeline.reading.words.plain import one_line, seen
from pipeline.vocabulary import load

_ITEMS = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
"""What the beginning of an item ends."""
_LISTS = frozenset(("ul", "ol", "dl", "menu", "dir"))
_CELLS = {"columnheader": "th", "rowheader": "th", "cell": "td", "gridcell": "td"}
_AROUND_ROWS = {"rowgroup": "tbody", "table": "table", "grid": "table"}
"""What the elements of a table are, by their roles."""
_UNNAMED = frozenset(("div", "span"))
_rows_by_role: Callable[[Any], Any] = etree.XPath("//*[@role = 'row']")
_MOST_LEFT_OPEN = 8
_SPOKEN = re.compile(r"aria-label=[\"']([^\"'<>]{1,120})")
_CALLED: Callable[[Any], Any] = etree.XPath("//*[@aria-label]")
_SHADOWS: Callable[[Any], Any] = etree.XPath("//template[@shadowrootmode]")
_TOOLTIPS: Callable[[Any], Any] = etree.XPath("//*[@role = 'tooltip' or contains(@class, 'tooltip')]")
_PIECES = frozenset(("li", "div", "span", "p", "dd", "td", "a"))
_GROUPS = frozenset(("div", "ul", "ol", "p"))
_LABEL = "data-label"
"""The attribute in which tables that fold up carry the label of a cell; what is read aloud is said in it."""
_TITLED: Callable[[Any], Any] = etree.XPath("//*[@title]")
# The word comes first, and what must stand before it is looked at behind it: so most of a page is passed over quickly.
_TITLED_TERM = re.compile(
    r"title=(?<=\stitle=)[\"']([^\"'<>]{1,40})[\"'][^<>]*>(?:\s*<[^<>]{0,200}>){0,3}([^<>]{1,40})<"
)
_BOLD = ("b", "strong")
_MOST_TERMS = 20
"""Lines of a small element that may be terms of one kind."""
_MARK = re.compile(r"[:–—-]\s*")
"""What stands between a label and its value."""
_FEWEST_TITLED = 2
_MOST_TITLE_WORDS = 3
_LONGEST_CALLED = 120
_FEWEST_DOSES = 2
_TYPED = frozenset(("text", "number"))
_HOLDERS = ("p", "div", "li", "td", "dt", "h1", "h2", "h3", "section", "article", "main", "pre", "br")
"""Elements of which a page has some: what it says stands in them."""


def set_as_shown(tree: Any, text: str) -> None:
    """Changes the tree of a page, whose source is `text`, to what a browser shows of it."""
    for signs, change in _CHANGES:
        if any(sign in text for sign in signs):
            change(tree)
    if shows_ticks(text):
        keep_ticked(tree)
    if "aria-label=" in text and any(": " in called or is_label_of_fact(called) for called in _SPOKEN.findall(text)):
        show_spoken(tree)
    if shows_choice(text):
        keep_chosen(tree)
    if any(is_label_of_fact(title) and names_terms(one_line(term)) for title, term in _TITLED_TERM.findall(text)):
        show_titles(tree)
    if any(icons in text for icons in words()["icon_fonts"]):
        empty_icons(tree)
    if has_empty_boxes(text):
        show_ticked(tree)
    part_items(tree)
    set_blocks(tree)


def show_ticked(tree: Any) -> None:
    """Shows what is ticked of the terms that stand behind boxes in one text: "☒ Beginner ☐ Advanced"."""
    for element in tree.iter():
        if element.text and has_empty_boxes(element.text):
            element.text = ticked(seen(element.text))
        if element.tail and has_empty_boxes(element.tail) and not _has_box_before(element):
            element.tail = f" {ticked(seen(element.tail))}"


def _has_box_before(element: Any) -> bool:
    """Whether a box stands right before an element, which is then what the box is for."""
    before = element.getprevious()
    return has_empty_boxes((element.getparent().text if before is None else before.tail) or "")


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


def empty_icons(tree: Any) -> None:
    """Takes the words out of elements that a font shows as pictures: `<i class="material-icons">backpack</i>`."""
    fonts = "|".join(words()["icon_fonts"])
    shows_icons = re.compile(rf"(?:^|\s)(?:{fonts})(?:[\s-]|$)").search
    for icon in tree.iter("i", "span", "div", "mat-icon"):
        if icon.text and not len(icon) and shows_icons(icon.get("class") or ""):
            icon.text = None


def show_filled_in(tree: Any) -> None:
    """Shows what is filled in beside labels of how much to do, in a form with several of them: `<label for="s">Sets</label>`
    and `<input id="s" value="3">`.
    """
    fields = {name: field for field in tree.iter("input") if (name := field.get("id")) and field.get("value")}
    labels = [label for label in tree.iter("label") if label.get("for") in fields]
    doses = [label for label in labels if load("metrics").find("".join(label.itertext()))]
    for label in doses if len(doses) >= _FEWEST_DOSES else ():
        shown = fields[label.get("for")]
        if (shown.get("type") or "text").lower() in _TYPED:
            shown.tag, shown.text = "output", seen(shown.get("value"))


def show_spoken(tree: Any) -> None:
    """Labels facts with what only those hear who do not see the page: `<li aria-label="Level: Beginner">Beginner</li>`, and
    `<div aria-label="Primary muscles">` around its terms. A picture says its value, too.
    """
    for element in _CALLED(tree):
        called = one_line(element.get("aria-label"))
        label, mark, value = called.partition(": ")
        is_label = len(called) <= _LONGEST_CALLED and is_label_of_fact(label)
        if not (mark or is_label) or element.tag not in _PIECES | _GROUPS or len(called) > _LONGEST_CALLED:
            continue
        shown = [text for piece in element.itertext() if (text := one_line(piece))]
        if mark and element.tag in _PIECES and (is_label or names_terms(value)) and _says(value, shown):
            element.text = element.text if shown else value
            _label(element, label)
        elif not mark and shown and element.tag in _GROUPS and all(map(names_terms, shown)):
            _label(element, called)


def show_titles(tree: Any) -> None:
    """Labels terms with the title that opens over each, where several beside each other have one: `<span title="Primary muscle">
    Quads</span>`.
    """
    for around in dict.fromkeys(element.getparent() for element in _TITLED(tree) if element.tag in _PIECES):
        if around is None or len(around) < _FEWEST_TITLED:
            continue
        titles = [one_line(part.get("title", "")) for part in around]
        if tells_between(around) or len(set(titles)) < _FEWEST_TITLED or not all(map(_may_label, titles)):
            continue
        if sum(map(is_label_of_fact, titles)) * 2 < len(titles):
            continue
        if all(names_terms(one_line(said_in(part))) for part in around):
            for part, title in zip(around, titles, strict=True):
                _label(part, title)


def _may_label(title: str) -> bool:
    return 0 < len(title.split()) <= _MOST_TITLE_WORDS and not names_terms(title)


def _says(value: str, shown: Sequence[str]) -> bool:
    """Whether what an element shows is the value that is read aloud, or its beginning; one that shows nothing is a picture."""
    return value.lower().startswith(" ".join(shown).lower())


def _label(element: Any, label: str) -> None:
    """Gives a fact its label, and makes a block of it, which stands beside others of its kind."""
    element.set(_LABEL, label)
    element.tag = element.tag if element.tag in ("li", "dd", "td", "p") else "div"
    for item in element if element.tag == "div" else ():
        item.tag = "div" if item.tag == "li" else item.tag


def fill_slots(tree: Any) -> None:
    """Sets what a web component was given into the slots of its template, as a browser shows it: `<dd><slot name="level">`, and
    `<span slot="level">Beginner</span>`. What fits into no slot is shown nowhere.
    """
    for template in reversed(_SHADOWS(tree)):
        host, slots = template.getparent(), list(template.iter("slot"))
        if host is None or not slots:
            continue
        given = [child for child in host if child is not template]
        text, template.tail = template.tail, None
        for slot in slots:
            name = slot.get("name")
            taken = [part for part in given if part.get("slot") == name]
            if taken or (name is None and (text or "").strip()):
                slot.text = seen(text or "") if name is None else None
                slot[:] = taken
            slot.tag = "div" if any(part.tag not in INLINE for part in slot) else "span"
        for part in given:
            if part.getparent() is host:
                host.remove(part)
        template.tag = "div"


def without_tooltips(tree: Any) -> None:
    """Takes the words out of what only opens over a label to explain it: by its role, or its class."""
    for tip in _TOOLTIPS(tree):
        if tip.get("role") == "tooltip" or says(tip.get("class"), "tooltip"):
            tip.text = None
            del tip[:]


def join_terms(tree: Any) -> None:
    """Sets the terms of one kind that stand below one another in a small element, or behind a label in bold, in one line, with
    commas: `<span>Chest<br>Triceps</span>`, `<b>Works:</b> Chest<br>Triceps`.
    """
    for around in {br.getparent(): None for br in tree.iter("br")}:
        label = around[0] if around[0].tag in _BOLD and not (around.text or "").strip() else None
        if label is None and around.tag not in INLINE:
            continue
        below = list(around)[label is not None :] if len(around) <= _MOST_TERMS else []
        if not below or any(br.tag != "br" for br in below):
            continue
        first = (around.text if label is None else label.tail) or ""
        texts = [one_line(text or "") for text in (first, *(br.tail for br in below))]
        mark = _MARK.match(texts[0]) if label is not None else None
        terms = [texts[0][mark.end() :] if mark else texts[0], *texts[1:]]
        is_choice = any(
            load(kind).find(term) for kind in CHOICE_FIELDS.values() for term in terms
        )  # all there are, maybe
        if share_kind(terms) and not is_choice:
            del around[label is not None :]
            said = f"{mark.group() if mark else ''}{', '.join(terms)}"
            if label is None:
                around.text = said
            else:
                label.tail = f" {said}"


def name_lists(tree: Any) -> None:
    """Gives menus of items the name of a list, which they are by another name: `<menu><li>`."""
    for menu in tree.iter("menu"):
        if len(menu) and all(item.tag == "li" for item in menu):
            menu.tag = "ul"


def name_roles(tree: Any) -> None:
    """Gives the elements of tables that only their roles call so the names of such: `<div role="row">`."""
    for row in _rows_by_role(tree):
        if row.tag not in _UNNAMED or not len(row) or not all(cell.get("role") in _CELLS for cell in row):
            continue
        row.tag = "tr"
        for cell in row:
            cell.tag = _CELLS[cell.get("role")]
        around = row.getparent()
        while around is not None and around.tag in _UNNAMED and around.get("role") in _AROUND_ROWS:
            around.tag = _AROUND_ROWS[around.get("role")]
            around = around.getparent()


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


_CHANGES: tuple[tuple[tuple[str, ...], Callable[[Any], None]], ...] = (
    (("shadowrootmode",), fill_slots),
    (('role="row"', "role='row'", "role=row"), name_roles),
    (("tooltip",), without_tooltips),
    (("<menu",), name_lists),
    (("<label",), show_filled_in),
    (("<br", "<BR"), join_terms),
)
"""What changes a tree, each with the signs of which a page has one that needs it."""
