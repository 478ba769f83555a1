"""What is chosen of several: where a page shows all levels, or all tools, those that are not marked are none of the exercise's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from lxml import etree

from pipeline.reading.markup.boilerplate_words import holds_word, words
from pipeline.reading.words.boxes import by_number
from pipeline.reading.words.factwords import LONGEST_TERM, kinds_named
from pipeline.reading.words.kinds import CHOICE_FIELDS
from pipeline.reading.words.plain import one_line

_BOLD_TERM = re.compile(r"<(?:[bB]|strong|STRONG)>([^<>]{1,40})<")
_STATES = ("aria-current", "aria-selected", "aria-checked")
_TICKED = ("✓", "✔", "☑", "☒", "✅")
_CROSSED = ("☐", "□", "✗", "✘", "❌", "✕", "✖")
_TICK_BY_NUMBER = by_number(_TICKED)
_BETWEEN = " \t\r\n,/|·•›>-–\u00a0"
"""What may stand between terms that are to choose from; anything else is a sentence."""
_MOST_SHOWN = 30
"""Terms of one kind that a page shows to choose from."""
_FEWEST_BESIDE_BOLD = 3
_MOST_WITHIN = 20
"""Elements, and texts, in what stands for a term."""
_HIGHEST = 3
"""Elements around a mark that may say no more than the term it marks."""


@lru_cache(maxsize=1)
def _signs() -> tuple[re.Pattern[str], ...]:
    """What the source of a page marks as chosen: a word of the class or the state of an element, and the text behind it. One
    for each word: a page is passed over sooner for a word than for one of several.
    """
    behind = r"[^<>]*>\s*(?:<[^<>]*>\s*){0,3}([^<>]{1,40})<"
    return (*(re.compile(word + behind) for word in sorted(words()["chosen"])), _BOLD_TERM)


@lru_cache(maxsize=1)
def _marked() -> Callable[[Any], Any]:
    """Finds the elements that are marked, by a state, a class, or in bold."""
    classes = (f"contains(@class, '{word}')" for word in sorted(words()["chosen"]))
    stated = ("@aria-current", "@aria-selected='true'", "@aria-checked='true'", "@checked", "self::strong", "self::b")
    found: Callable[[Any], Any] = etree.XPath(f"//*[{' or '.join((*stated, *classes))}]")
    return found


def shows_choice(source: str) -> bool:
    """Whether the source of a page may mark a term among others: most pages mark none, and looking costs a walk."""
    return any(kinds_named(marked.strip()) for sign in _signs() for marked in set(sign.findall(source)))


def keep_chosen(tree: Any) -> None:
    """Takes away what is not chosen of the terms of one kind, beside one that is marked."""
    items = ((mark, _item_of(mark)) for mark in _marked()(tree))
    around = {item.getparent(): bool(mark.tag == "input") for mark, item in items}
    for shown, of_form in around.items():
        if shown is not None:
            _keep(shown, of_form=of_form)


def shows_ticks(source: str) -> bool:
    """Whether a tick stands in the source of a page."""
    return any(tick in source for tick in _TICKED) or _TICK_BY_NUMBER.search(source) is not None


def keep_ticked(tree: Any) -> None:
    """Takes away the terms that have a cross, or an empty box, before them, where others of their list have a tick."""
    for shown in tree.iter("ul", "ol", "p", "div"):
        texts = [said_in(part) for part in shown] if 1 < len(shown) <= _MOST_SHOWN else []
        if not texts or tells_between(shown) or not all(text.startswith(_TICKED + _CROSSED) for text in texts):
            continue
        crossed = [part for part, text in zip(shown, texts, strict=True) if text.startswith(_CROSSED)]
        if len(crossed) < len(texts) and all(kinds_named(text[1:].strip()) for text in texts):
            _take_away(crossed)


def _item_of(mark: Any) -> Any:
    """The element that stands for the term which a mark is set on: it is one of several."""
    item = mark
    for _ in range(_HIGHEST):
        around = item.getparent()
        alone = item.getprevious() is None and item.getnext() is None
        if around is None or (item.tag != "input" and not alone):
            return item
        item = around
    return item


def _keep(around: Any, *, of_form: bool) -> None:
    """Takes away the parts of an element that are not marked, where all are terms of one kind: of a choice, unless a form has
    boxes to tick. A bold one of two is a label: "Bilateral", and beside it "No".
    """
    parts = list(around)
    if not 1 < len(parts) <= _MOST_SHOWN or around.tag == "tr" or tells_between(around):
        return
    texts = [one_line(said_in(part)) for part in parts]
    if not all(0 < len(text) <= LONGEST_TERM for text in texts) or any(map(_can_be_pressed, parts)):
        return
    of_state = of_form or any(_has_state(element) for part in parts for element in _within(part))
    if len(parts) < _FEWEST_BESIDE_BOLD and not of_state:
        return
    kinds = frozenset.intersection(*map(kinds_named, texts))
    marked = [any(map(_has_state if of_state else _is_bold, _within(part))) for part in parts]
    is_choice = of_form or (sum(marked) == 1 and not kinds.isdisjoint(CHOICE_FIELDS))
    if kinds and is_choice and 0 < sum(marked) < len(parts):
        _take_away([part for part, chosen in zip(parts, marked, strict=True) if not chosen])


def tells_between(around: Any) -> bool:
    """Whether words stand between the parts of an element: they are of a sentence."""
    return any((text or "").strip(_BETWEEN) for text in (around.text, *(part.tail for part in around)))


def _can_be_pressed(part: Any) -> bool:
    """Whether a part is a tab or leads elsewhere: what is active of such is where the reader is, and says nothing."""
    return any(e.tag in ("a", "button") or e.get("role") == "tab" for e in _within(part))


def _has_state(element: Any) -> bool:
    """Whether an element says by an attribute or a class that it is chosen."""
    stated = (element.get(state, "false").lower() for state in _STATES)
    chosen = any(state not in ("", "false") for state in stated)
    ticked = "checked" in element.attrib and "disabled" in element.attrib  # others are for the reader to tick
    return chosen or ticked or holds_word(element.get("class", ""), "chosen")


def _is_bold(element: Any) -> bool:
    return element.tag in ("strong", "b")


def said_in(part: Any) -> str:
    """What a small element says; the beginning of what a large one does."""
    return "".join(islice(part.itertext(), _MOST_WITHIN)).strip() if isinstance(part.tag, str) else ""


def _within(part: Any) -> Iterator[Any]:
    return islice(part.iter(), _MOST_WITHIN)


def _take_away(parts: list[Any]) -> None:
    for part in parts:
        part.getparent().remove(part)
