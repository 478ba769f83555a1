"""Questions about one cell of a table: what it shows, and whether it is a label, a value, or a part of the page."""

from __future__ import annotations

from typing import Any

from pipeline.reading.markup.classes import says
from pipeline.reading.markup.tree import INLINE
from pipeline.reading.words.labels import marked_pair
from pipeline.reading.words.plain import ends_sentence
from pipeline.vocabulary import load

_PAIR = 2
_VALUES = ("difficulty", "mechanic", "force", "equipment")


def words_in(element: Any) -> str:
    return "".join(element.itertext())


def is_blank(cell: Any) -> bool:
    """Whether a cell has no words: it may only fill its row, which has a fact less than the others."""
    return not words_in(cell).strip()


def shows(cell: Any) -> bool:
    """Whether a cell holds words, or a picture."""
    return bool(words_in(cell).strip()) or cell.find(".//img") is not None


def is_value(cell: Any) -> bool:
    """Whether a cell holds what a fact says ("Beginner"), and no label."""
    text = words_in(cell)
    return any(load(kind).find(text) for kind in _VALUES)


def is_called_label(cell: Any) -> bool:
    """Whether a cell is a label by its tag or its class."""
    return cell.tag == "th" or says(cell.get("class"), "label")


def is_label(cell: Any) -> bool:
    text = words_in(cell).strip()
    return (
        is_called_label(cell)
        or text.endswith(":")
        or (len(cell) == 1 and cell[0].tag in ("b", "strong") and not cell.text)
    )


def is_picture(cell: Any) -> bool:
    """Whether a cell shows nothing but a picture, which may be of words: a label in an old page."""
    return cell.find(".//img") is not None and not words_in(cell).strip()


def states_itself(cell: Any) -> bool:
    """Whether a cell holds a label and its value: "Mechanics: Compound", or a bold word above others."""
    first = cell[0] if len(cell) and not (cell.text or "").strip() else None
    if first is not None and first.tag == "a":
        return False  # the card of another exercise
    if len(cell) == _PAIR and says(cell[0].get("class"), "label"):
        return True
    if len(cell) == _PAIR and all(child.tag not in INLINE and words_in(child).strip() for child in cell):
        return first is not None and not (cell[0].tail or "").strip()  # a label above its value
    if are_two_spans(cell) or ends_with_bold_line(cell):
        return first is not None
    if first is not None and first.tag in ("b", "strong"):
        below = first.getnext()
        if below is not None and below.tag == "br" and not (first.tail or "").strip():
            return bool(words_in(cell).replace(words_in(first), "", 1).strip())
    return marked_pair(" ".join(words_in(cell).split())) is not None


def ends_with_bold_line(cell: Any) -> bool:
    """Whether a cell holds a label, and a bold value in the line below it."""
    value = cell[-1] if len(cell) > 1 else None
    if value is None or value.tag not in ("b", "strong") or (value.tail or "").strip():
        return False
    end = value.getprevious()
    return end.tag == "br" and not (end.tail or "").strip()


def are_two_spans(cell: Any) -> bool:
    """Whether all that a cell holds are two small elements of different classes: a label, and its value."""
    children = [child for child in cell if child.tag != "br"]  # the value may stand in a line of its own
    if len(children) != _PAIR:
        return False
    label, value = children
    told = all(child.tag == "span" and child.get("class") and words_in(child).strip() for child in children)
    apart = not (label.tail or "").strip() and not (value.tail or "").strip()
    return told and apart and label.get("class") != value.get("class")


def _labels_value(bold: Any) -> bool:
    """Whether bold words are a label with its value behind it, in a line of several: "<b>Type:</b> Strength<br>"."""
    if not words_in(bold).strip().endswith(":"):
        return False
    behind = bold.getnext()
    linked = behind is not None and behind.tag not in ("br", "b", "strong") and bool(words_in(behind).strip())
    return bool((bold.tail or "").strip()) or linked


def tells_several(cell: Any) -> bool:
    """Whether a cell holds a text, or several bold words with lines below them."""
    bold = sum(1 for _ in cell.iter("b", "strong"))
    return ends_sentence(words_in(cell).strip()) or (bold > 1 and sum(1 for _ in cell.iter("br")) >= bold)


def holds_section(cell: Any) -> bool:
    """Whether a cell holds several paragraphs, several facts, or a list and something above it: no label, but a part of the
    page.
    """
    if sum(1 for _ in cell.iter("p")) > _PAIR or sum(map(_labels_value, cell.iter("b", "strong"))) > 1:
        return True
    lists = cell.findall(".//ul")
    return bool(lists) and len(words_in(cell).strip()) > sum(len(words_in(ul).strip()) for ul in lists)
