"""Lines of text on a page while it is walked: runs of inline text become paragraphs, and small pieces side by side chips."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeGuard

from pipeline.reading.markup.inline import (
    Run,
    by_label,
    by_picture,
    chips_of,
    is_counted,
    is_text,
    paragraph_of,
    spoken_before,
    with_badges,
    with_needed_pictures,
)
from pipeline.reading.markup.pictures import said_by
from pipeline.reading.markup.tree import gauge_of, is_title
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import (
    BULLETS,
    ONLY_NUMBER,
    ends_sentence,
    is_bulleted,
    is_piece,
    is_rule,
    is_sentence,
    is_sign,
    one_line,
    seen,
)
from pipeline.records import Block, Break, Chips, Paragraph, Place, Row
from pipeline.vocabulary import key

_SIGN_AND_SENTENCE = 2
_SECTION_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3})+\.?$")
_LONGEST_SPOKEN = 30
_LABEL_AND_VALUE = 2
_MOST_ASKED = 5
"""Words of a question that labels a value."""
_FEWEST_WRAPPED = 6
"""Words of a line that goes on in the next."""
_BOLD = frozenset(("b", "strong"))
_GAUGES = frozenset(("progress", "meter"))


class Lines:
    """`blocks` holds what a page was found to say so far; text is collected until the line ends that it stands in."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._path: tuple[tuple[int, str], ...] = ()
        self._place_path: tuple[str, ...] = ()
        self._place_of: tuple[tuple[int, str], ...] = ()
        self._runs: list[Run] = []
        self._line: int | None = None
        self._apart: set[int] = set()
        self._badges: set[int] = set()
        self._atom = 0
        self._verbatim = False
        self._listed = False  # among the items of a list
        self._counted: dict[int, Paragraph] = {}  # by id: a word and a number in a badge, a fact or a kind of pages

    def _place(self, element: Any, line: int | None = None) -> Place:
        """Where an element stands, or a `line` in it: below which headings."""
        if self._place_of is not self._path:
            self._place_of, self._place_path = self._path, tuple(text for _, text in self._path)
        return Place(line or element.sourceline, self._place_path)

    def _silent(self, element: Any, *, bold: bool, inline: int) -> None:
        """Of what nobody reads, a drawing may say what it stands for, and a gauge shows a value."""
        if element.tag == "svg":
            self._picture(element, bold=bold, inline=inline)
        elif element.tag in _GAUGES and (shown := gauge_of(element)):
            self._runs.append(Run(shown, bold, inline))

    def _picture(self, picture: Any, *, bold: bool, inline: int) -> None:
        if spoken := said_by(picture):
            self._runs.append(Run(spoken, bold, inline, spare=True))

    def _text(self, text: str, *, bold: bool, inline: int, line: int | None) -> None:
        if not self._runs:
            if text.isspace():
                return  # between two blocks
            self._line = line or self._line
        if self._verbatim and "\n" in text:
            for piece in re.split(r"(\n)", text):
                if piece:
                    self._runs.append(Run(seen(piece), bold, inline if piece != "\n" else 0))
            return
        self._runs.append(Run(" " if text.isspace() else seen(text), bold, inline, apart=inline in self._apart))

    def _leaf(self, text: str, element: Any, names: str | None) -> None:
        """The text of an element that holds nothing else, as most do: its one line is a paragraph. `names` are its classes."""
        if self._verbatim or self._runs or text.lstrip()[:1] in BULLETS:
            self._text(text, bold=False, inline=0, line=element.sourceline)
        elif line := one_line(text):
            self.blocks.append(Paragraph(line, self._place(element), strong=names is not None and is_title(names)))

    def _titled_line(self, element: Any) -> bool:
        """Takes a line that is a bold title and a text, as most items with titles are; false for any other."""
        title, before = element[0], element.text
        if title.tag not in _BOLD or len(title) or title.attrib or (before and not before.isspace()):
            return False
        words, text = title.text, title.tail
        if not words or not text or words.isspace() or not is_text(text) or self._verbatim:
            return False
        self._atom += 1
        self._line = title.sourceline
        line = paragraph_of([Run(seen(words), bold=True, atom=self._atom), Run(seen(text))], self._place(title))
        if line is not None:
            self.blocks.append(line)
        return True

    def _flush(self, element: Any) -> None:
        """Ends the paragraph that is being collected: one block for each of its lines."""
        runs, self._runs = self._runs, []
        if all(run.text.isspace() for run in runs):
            return
        place = self._place(element, self._line)
        if len(runs) == 1:
            self._end_line(runs, place)
            return
        line: list[Run] = []
        for run in _with_whole_sentences(runs):
            breaks = run.text == "\n" and not run.atom
            if breaks or (line and _is_next_sentence(line[-1], run)):
                self._end_line(line, place)
                line = []
            if not breaks:
                line.append(run)
        self._end_line(line, place)

    def _end_line(self, runs: list[Run], place: Place) -> None:
        if len(runs) <= _LABEL_AND_VALUE:
            self._end_text(runs, place)
            return
        for fact in by_picture(runs) or by_label(runs):
            self._end_text(fact, place)

    def _end_text(self, runs: list[Run], place: Place) -> None:
        if not runs:
            return
        if len(runs) == 1 and is_rule(runs[0].text):
            self.blocks.append(Break(1, place))
            return
        spoken = ""
        if any(run.spare for run in runs):
            spoken, rest = spoken_before(runs)
            runs = with_needed_pictures(rest)
        if len(runs) > 1:
            chips = chips_of(runs)
            if chips and spoken and len(spoken) <= _LONGEST_SPOKEN and spoken not in (text for text, _ in chips):
                chips = [(spoken, True), *chips]  # a drawing that is the label of the words beside it
            if len(chips) == _LABEL_AND_VALUE and _SECTION_NUMBER.match(chips[0][0]):
                self.blocks.append(Paragraph(chips[1][0], place, strong=True))  # "5.3.1", and beside it "Procedure"
                return
            if chips:
                self.blocks.append(Chips(tuple(Paragraph(text, place, strong=strong) for text, strong in chips), place))
                return
        paragraph = with_badges(runs, self._badges, place) if self._badges else None
        if paragraph is not None and is_counted(paragraph):
            self._counted[id(paragraph)] = paragraph
            paragraph = paragraph if self._listed else None
        paragraph = paragraph or paragraph_of(runs, place)
        if paragraph is not None:
            says_more = spoken and spoken.casefold() != paragraph.whole.casefold()
            self.blocks.append(replace(paragraph, spoken=spoken) if says_more else paragraph)

    def _merge_leaves(self, start: int, value_at: int | None = None) -> None:
        """Short lines side by side in one element are chips, or labels and values: the reader cannot know yet, unless one
        of two is called a value; `value_at` is its index.
        """
        new = [block for block in self.blocks[start:] if isinstance(block, Paragraph)]
        if len(new) < len(self.blocks) - start:
            return
        if value_at is not None and _is_pair(new):
            texts = [line.text for line in new]
            value = texts.pop(value_at)
            self.blocks[start:] = [Row(texts[0].rstrip(" :"), (value,), new[0].place)]
            return
        if all(ONLY_NUMBER.match(line.whole) for line in new):
            del self.blocks[start:-1]  # "1", and beside it "Step 1"
            return
        if _is_set_off_by_sign(new):
            del self.blocks[start]
            return
        if len(new) == _LABEL_AND_VALUE and _SECTION_NUMBER.match(new[0].text):
            self.blocks[start:] = [replace(new[1], strong=True)]
            return
        asked = new[:1] if _is_answer_and_question(new) else new
        if all(not line.lead and is_piece(line.text) and not is_bulleted(line.text) for line in asked):
            self.blocks[start:] = [Chips(tuple(new), new[0].place)]

    def _is_label_and_bold_value(self, start: int) -> bool:
        """Whether two lines are all that a cell holds, of which the second is bold: "LEVEL", and below it "Beginner"."""
        lines = [block for block in self.blocks[start:] if isinstance(block, Paragraph)]
        return len(lines) == len(self.blocks) - start == _LABEL_AND_VALUE and lines[1].strong and not lines[0].strong

    def _merge_lines(self, start: int) -> None:
        """A label beside its first value, and a line for each other value, are one run: "Tools | Dumbbell", "Bench"."""
        first, *others = self.blocks[start:]
        if (
            isinstance(first, Chips)
            and len(first.items) == _LABEL_AND_VALUE
            and first.items[0].strong
            and _are_leaves(others)
        ):
            self.blocks[start:] = [replace(first, items=(*first.items, *others))]


def _with_whole_sentences(runs: list[Run]) -> list[Run]:
    """The runs of an element; a sentence over two lines, as a printed page breaks it, as one: a line of several words that ends like
    none, and a small letter behind the break, with a stop in the end.
    """
    breaks = [n for n, run in enumerate(runs) if run.text == "\n" and not run.atom]
    joined = {n for n in breaks if 0 < n < len(runs) - 1 and _goes_over(runs[n - 1], runs[n + 1])}
    return [replace(run, text=" ") if n in joined else run for n, run in enumerate(runs)] if joined else runs


def _goes_over(above: Run, below: Run) -> bool:
    said, rest = above.text.strip(), below.text.strip()
    words = said.split()
    begun = said[:1].isupper() and len(words) >= _FEWEST_WRAPPED and words[-1].isalpha()
    begun = begun and key(words[-1]) in hints()["leading_on"]
    return begun and rest[:1].islower() and rest.endswith(".") and not (above.bold or below.bold)


def _is_next_sentence(before: Run, run: Run) -> bool:
    """Whether two elements stand side by side with nothing between, each a sentence: a page builder's lines."""
    apart = before.apart and run.apart and before.atom != run.atom and not (before.bold or run.bold)
    return apart and ends_sentence(before.text.rstrip()) and run.text[:1].isupper()


def _are_leaves(blocks: Sequence[Block]) -> TypeGuard[Sequence[Paragraph]]:
    return all(isinstance(b, Paragraph) and not b.lead and not b.strong and is_piece(b.text) for b in blocks)


def _is_pair(lines: list[Paragraph]) -> bool:
    """Whether two short lines are all that an element holds."""
    asked = lines[:1] if _is_answer_and_question(lines) else lines
    return len(lines) == _LABEL_AND_VALUE and all(not line.lead and is_piece(line.text) for line in asked)


def _is_answer_and_question(lines: list[Paragraph]) -> bool:
    """Whether a question of few words stands below its answer, as the label of a card: "Isolation", "Compound or isolation?"."""
    if len(lines) != _LABEL_AND_VALUE or lines[1].lead or len(lines[1].text.split()) > _MOST_ASKED:
        return False
    return lines[1].text.endswith("?") and not lines[0].text.endswith("?")


def _is_set_off_by_sign(lines: list[Paragraph]) -> bool:
    """Whether a sentence stands beside a star or a tick, which is no title of it."""
    if len(lines) != _SIGN_AND_SENTENCE:
        return False
    sign, said = lines
    return is_sign(sign.text) and not sign.lead and is_sentence(said.whole)
