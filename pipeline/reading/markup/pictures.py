"""What the pictures and drawings in a page stand for, in their own words."""

from __future__ import annotations

from typing import Any

from pipeline.reading.words.factwords import names_terms
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import one_line
from pipeline.vocabulary import key

_DRAWING_AND_TEXT = 2


def said_by(picture: Any) -> str:
    """What a picture or a drawing stands for, in its own words."""
    words = picture.get("alt") or picture.get("aria-label")
    if not words and picture.tag == "svg":
        words = picture.findtext("title")
    return _telling(one_line(words or ""))


def _telling(words: str) -> str:
    """The words of a picture, if they say more than that it is one: "drawing"."""
    said = key(words).split()
    return "" if said and hints()["pictures"].issuperset(said) else words


def drawn_before(element: Any) -> str:
    """What the drawing stands for that is all that one of two elements holds, the other being a text."""
    children = [child for child in element if child.tag != "br"] if len(element) > 1 else []
    if len(children) != _DRAWING_AND_TEXT or (element.text or "").strip():
        return ""
    drawing = next(children[0].iter("svg", "img"), None)
    words = said_by(drawing) if drawing is not None else ""
    return words if one_line("".join(children[0].itertext())) in ("", words) else ""


def pictured_terms(element: Any) -> list[str]:
    """What the pictures stand for that a list has for items, where all of them are terms of facts: muscles, tools."""
    if next(element.iter("img"), None) is None or any(text.strip() for text in element.itertext()):
        return []
    items = [pictured(item) for item in element.iterchildren("li")]
    terms = [said[0] for said in items if len(said) == 1]
    return terms if len(terms) == len(items) and all(map(names_terms, terms)) else []


def pictured(element: Any) -> list[str]:
    """What the pictures in an element stand for."""
    return [words for img in element.iter("img") if (words := _telling(one_line(img.get("alt") or "")))]
