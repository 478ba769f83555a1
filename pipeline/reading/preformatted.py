"""Pages that are a text between `<pre>` and `</pre>`, as a browser saves a text file, and as people wrote them in the nineties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from pipeline.reading.plaintext.text import text_outline
from pipeline.records import Outline

_TAG = re.compile(r"<[^<>]{0,2000}>")
_SILENT = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_LEAST_OF_PAGE = 0.4
"""The share of a page's letters that the text has, at least."""
_FEWEST_LINES = 12
_MOST_TEXTS = 20
_LONGEST_PAGE = 300_000
"""Letters of a page that are looked at, its tags among them."""


def as_preformatted(seen: Outline, page: str) -> Outline:
    """The outline of a page that is for the most part one text whose lines stand as they were typed, by these; of any other as
    it was `seen`.
    """
    if len(page) > _LONGEST_PAGE:
        return seen
    text = max(_texts(page), key=len, default="")
    if text.count("\n") < _FEWEST_LINES or len(text) < _LEAST_OF_PAGE * len(_bare(_SILENT.sub(" ", page))):
        return seen
    read = text_outline(text)
    return replace(seen, blocks=read.blocks, url=seen.url or read.url, marked_up=False)


def _texts(page: str) -> Iterator[str]:
    low = page.lower()
    start = 0
    for _ in range(_MOST_TEXTS):
        start = low.find("<pre", start)
        end = low.find("</pre", start)
        if start < 0 or end < 0:
            return
        yield _bare(page[page.find(">", start) + 1 : end])
        start = end


def _bare(markup: str) -> str:
    return unescape(_TAG.sub("", markup))
