"""Headings on a page while it is walked: how high the words stand that begin a part of it."""

from __future__ import annotations

from abc import abstractmethod
from itertools import islice
from typing import Any

from pipeline.reading.markup.boilerplate import Boilerplate
from pipeline.reading.markup.classes import says
from pipeline.reading.markup.lines import Lines
from pipeline.reading.markup.pictures import pictured
from pipeline.reading.markup.tree import readable
from pipeline.reading.words.plain import one_line, without_edit
from pipeline.records import Heading, Paragraph
from pipeline.vocabulary import key, known_names

HEADINGS = {f"h{n}": n for n in range(1, 7)}
BELOW_HEADINGS = 7
"""The level of lines that are headings in all but name."""
_BELOW_TITLE = 2
HIGHEST_FOLD = 3
"""The level of a fold below nothing but the title: a line above several may be theirs."""
_MOST_TITLES = 20
"""Headings of parts side by side among which the highest is looked for."""
_NEAR = 30
"""Elements around a heading that are looked at."""
_LONGEST_TITLE = 80
"""Letters of a heading that ends like a sentence."""


class Headings(Lines):
    """Keeps the headings that stand above a place, as (level, words)."""

    def __init__(self, boilerplate: Boilerplate) -> None:
        super().__init__()
        self._boilerplate = boilerplate
        self._headings = 0
        self._folded = (0, "")
        self._levels: dict[tuple[Any, tuple[tuple[int, str], ...]], int] = {}
        self._parts: dict[Any, int] = {}  # the level of the parts in an element

    @abstractmethod
    def container(self, element: Any, attributes: dict[str, str] | None = None) -> None:
        """Walks a block-level element; what it holds becomes blocks. `attributes` are its own, where they were read."""

    def _level_below(self) -> int:
        marked = [level for level, _ in self._path if level < BELOW_HEADINGS]
        return min((marked[-1] if marked else 1) + 1, 6)

    def _level_around(self, part: Any, highest: int = 1) -> int:
        """The level of the words on a part of the page: below the headings that it stands below, not above the `highest`, and
        above the headings in it, as far as they do not stand as high as the title; the same for all parts side by side.
        """
        group = (part.getparent(), self._path)
        if group not in self._levels:
            parts = [one for one in group[0] if one.tag == part.tag] if group[0] is not None else [part]
            inside = islice((heading for one in parts for heading in one.iter(*HEADINGS)), _MOST_TITLES)
            most = min((HEADINGS[h.tag] - _folds_around(h, part.tag) for h in inside), default=7)
            outer = next((around for around in islice(part.iterancestors(), _NEAR) if around.tag == part.tag), None)
            lowest = _BELOW_TITLE if outer is None else self._parts.get(outer.getparent(), 1) + 1
            self._levels[group] = self._parts[group[0]] = max(min(max(self._level_below(), highest), most), lowest)
        return self._levels[group]

    def _heading(self, element: Any, level: int) -> None:
        if any(child.tag in ("p", "ul", "ol", "dl", "table") for child in element):
            self.container(element)
            return
        title = one_line(element.text or "")
        if title and len(element) == 1 and element[0].tag == "div" and not element[0].tail:  # a subtitle set into it
            self._open(title, level, element)
            self.container(element[0])
            return
        if level == 1 and (said := _small_print(element)):
            before, title, behind = said
            if before:
                self.blocks.append(Paragraph(before, self._place(element)))
            self._open(title, level, element)
            if behind:
                self.blocks.append(Paragraph(behind, self._place(element)))
            return
        text = one_line(" ".join(readable(element, self._boilerplate.holds)) if len(element) else element.text or "")
        text = _without_button(without_edit(text), element)
        if not text and level > 1 and next(element.iter("a"), None) is None:
            text = ", ".join(pictured(element))
        told = len(text) > _LONGEST_TITLE and text.endswith((".", "!"))  # a sentence set large
        if told or (text and self._stands_below_title(element)):
            self.blocks.append(Paragraph(text, self._place(element)))
        elif text:
            self._open(text, level, element)

    def _stands_below_title(self, element: Any) -> bool:
        """Whether an element says more of the title right above it, as its class has it, and begins no section."""
        last = self.blocks[-1] if self.blocks else None
        return isinstance(last, Heading) and last.level == 1 and says(element.get("class"), "subtitle")

    def _fold(self, element: Any) -> None:
        """Takes what opens a fold as a heading, as high as that of the fold before."""
        self._heading(
            element, self._folded[0] if self._folded in self._path else max(self._level_below(), HIGHEST_FOLD)
        )
        self._folded = self._path[-1] if self._path else self._folded

    def _open(self, text: str, level: int, element: Any) -> None:
        path = self._path
        while path and path[-1][0] >= level:
            path = path[:-1]
        self._path = path
        self.blocks.append(Heading(text, level, self._place(element)))
        self._path = (*path, (level, text))
        self._headings += 1


def _without_button(text: str, heading: Any) -> str:
    """The words of a heading without those of a button behind them, which opens what stands below: "Execution show"."""
    for button in heading.iter("button"):
        behind = f" {one_line(''.join(button.itertext()))}"
        if len(behind.split()) == 1 and text.endswith(behind):
            return text.removesuffix(behind)
    return text


def _small_print(heading: Any) -> tuple[str, str, str] | None:
    """What a heading says in small print before its words, these, and what it says behind them: "Zottman Curl", and behind it
    "Arm exercise"; None where it says nothing so. What stands in brackets belongs to the words.
    """
    said = [
        child for child in heading if any(map(str.isalnum, "".join(child.itertext()))) or (child.tail or "").strip()
    ]
    small = said[0] if len(said) == 1 else None
    if small is None or not (small.tag == "small" or (small.tag == "span" and _is_set_small(small.get("class")))):
        return None
    before, printed, behind = (one_line(text or "") for text in (heading.text, "".join(small.itertext()), small.tail))
    if not printed or printed.startswith("(") or _is_name_as_whole(heading) or bool(before) == bool(behind):
        return None
    return ("", before.rstrip(" –—-:|"), printed) if before else (printed, behind, "")


def _is_set_small(classes: str | None) -> bool:
    return says(classes, "small_print") or says(classes, "subtitle")


def _is_name_as_whole(heading: Any) -> bool:
    return key(one_line("".join(heading.itertext()))) in known_names()


def _folds_around(heading: Any, tag: str) -> int:
    """How many parts of a kind, one in the other, a heading stands in; of those that are near."""
    return sum(outer.tag == tag for outer in islice(heading.iterancestors(), _NEAR))
