"""Pages that are a text between `<pre>` and `</pre>`, as a browser saves a text file, and as people wrote them in the nineties."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from pipeline.reading.markup.tree import size_of
from pipeline.records import Outline

_LEAST_OF_PAGE, _LEAST_OF_SHEET = 0.4, 0.15
"""The share of a page's letters that the text has, at least; of a sheet less, as it says most of a short exercise."""
_LABELLED = re.compile(r"^[ \t]*[A-Za-z][\w /()-]{1,30}[ .]*: *\S", re.MULTILINE)
_COUNTED = re.compile(r"^[ \t]*(?:step *)?\d{1,2}[.):] ", re.MULTILINE | re.IGNORECASE)
_FEWEST_LABELLED, _FEWEST_COUNTED = 3, 2
_FEWEST_LINES = 12
_MOST_TEXTS = 20
_NEAR = 30
"""Elements around a text that are looked at."""
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def page_as_typed(tree: Any) -> Any | None:
    """The element that holds the whole page as one text whose lines stand as they were typed; None where there is none."""
    texts = list(islice(tree.iter("pre"), _MOST_TEXTS))
    longest = max(texts, key=lambda element: len(_text(element)), default=None)
    if longest is None or _text(longest).count("\n") < _FEWEST_LINES:
        return None
    told_by_marks = _has_sections_above(longest) or _count(tree, "ol") > _count(longest, "ol")
    least = _LEAST_OF_SHEET if _is_sheet(_text(longest)) else _LEAST_OF_PAGE
    return None if told_by_marks or len(_text(longest)) < least * size_of(tree) else longest


def outline_as_typed(element: Any) -> Outline:
    """The outline of such a text, its lines counted on the page."""
    from pipeline.reading.plaintext.text import text_outline

    return text_outline("\n" * ((element.sourceline or 1) - 1) + _text(element))


def _is_sheet(text: str) -> bool:
    """Whether a text has lines with a label and lines that count: the facts of an exercise, and its steps."""
    return len(_LABELLED.findall(text)) >= _FEWEST_LABELLED and len(_COUNTED.findall(text)) >= _FEWEST_COUNTED


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _count(element: Any, tag: str) -> int:
    return sum(1 for _ in element.iter(tag))


def _has_sections_above(element: Any) -> bool:
    """Whether a heading stands above a text, which is then part of a section: a program, a drawing."""
    above = islice(element.iterancestors(), _NEAR)
    beside = (around for inner in (element, *above) for around in inner.itersiblings(*_HEADINGS, preceding=True))
    return next(beside, None) is not None
