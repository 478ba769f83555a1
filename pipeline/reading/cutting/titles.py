"""What a heading means where it stands: it begins a section, or is a title within the open one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from pipeline.reading.captures import SENTENCES, UNKNOWN
from pipeline.reading.cutting.asides import is_of_facts, is_plain_fact
from pipeline.reading.cutting.markers import Markers
from pipeline.reading.cutting.opened import TITLED, TITLED_OR_NAMED, Opened
from pipeline.reading.cutting.pieces import (
    ONE_PIECE,
    TWO_PIECES,
    are_advice,
    counts_titles,
    is_behind_counted,
    is_foreign_to,
    is_list_of_told,
    is_one_of_titles,
    is_title_of_told,
    is_told,
    is_waiting,
    lines_between,
    may_hold_unknown,
    stands_above,
    stands_below_titles,
)
from pipeline.reading.cutting.scopes import TOP
from pipeline.reading.fields.statements import stated
from pipeline.reading.fields.stepwise import begins_with
from pipeline.reading.words.hinting import hints, is_hinted
from pipeline.reading.words.kinds import CHOICE_FIELDS, FACT_FIELDS, TERM_FIELDS, all_known, metric_of
from pipeline.reading.words.labels import pair_of
from pipeline.reading.words.names import could_be_name, is_around_name
from pipeline.reading.words.plain import ORDINAL, STEP_WORD, is_numbered, is_sentence, is_step, sentences
from pipeline.reading.words.profiles import FACTS, IGNORED, SKIPPED, Profile
from pipeline.reading.words.tenor import tenor
from pipeline.records import Block, Break, Chips, Heading, Listing, Paragraph, Piece, Row
from pipeline.vocabulary import key

_FACT_HEADINGS = frozenset(
    ("target_muscles", "secondary_muscles", "muscles_worked", "muscle_group", "stabilizers", "equipment")
)
_NOTES_OF = re.compile(r"^[A-Z][a-z]+['’]s notes$")
"""What somebody on the spot has to say: "Director's notes"."""
_NUMBER = re.compile(rf"^(?:(?:{STEP_WORD}\s*)?\d{{1,2}}|{ORDINAL})\W?$", re.IGNORECASE)
_ANNOUNCED = re.compile(r"^\W?(?:how[- ]?to|guide|tutorial|exercise)\W?\s*[:|\]]\s*", re.IGNORECASE)
_SUBTITLE = re.compile(r"\s*(?:,|&|\band\b)\s*")
_FEWEST_PARTS = 3
_BELOW = 2
_PARTS = 3
_FEWEST_AROUND = 2
_FAR = 60
"""Blocks in which the heading of the steps stands, if it comes yet."""
_NEAR = 8
"""Blocks in which two pieces stand, with the ends of their parts."""


def is_number(text: str) -> bool:
    """Whether a heading or a label is nothing but the number of a step: "1", "Step 1."."""
    return _NUMBER.match(text) is not None


_WHEN_IT = ("when it is ", "when it feel ", "when it get ", "when you ", "once it ", "once you ")


def _tells_what_to_do(block: Block | None) -> bool:
    """Whether a sentence begins as those of steps do."""
    return isinstance(block, Paragraph) and is_told(block) and begins_with(block.text, hints()["movements"])


def _is_line(block: Block) -> bool:
    """Whether a block is a row, or a line that is no heading."""
    return isinstance(block, Row) or (isinstance(block, Paragraph) and (bool(block.lead) or not block.strong))


class Titles:
    """Decides for one page; `name` is that of its exercise, as a key. `opened` is the section that is open, `following`
    what stands below the heading.
    """

    def __init__(self, profile: Profile, markers: Markers, name: str) -> None:
        self._profile = profile
        self._markers = markers
        self._name = name
        self._ahead: tuple[Sequence[Block], int] = ((), 0)

    def unannounced(self, text: str) -> str:
        """A heading that gives the title once more ("How-to: Bench Press"), without what is put before it, and one that has
        the name before its own words ("JM Press: Muscles Worked") without that.
        """
        name, colon, rest = text.partition(": ")
        if colon and self._name and key(name) == self._name and self._profile.heading(rest) is not None:
            return rest
        announced = _ANNOUNCED.match(text)
        if announced and self._name and key(text[announced.end() :]) == self._name:
            return text[announced.end() :]
        return text

    def is_subtitle(self, text: str) -> bool:
        """Whether a heading says what the whole page holds: "Form, Benefits and Common Mistakes"."""
        parts = [part for part in _SUBTITLE.split(text) if part]
        known = sum(self._profile.heading(part) is not None for part in parts)
        return len(parts) >= _FEWEST_PARTS and known * 2 > len(parts)

    def is_tagline(self, text: str) -> bool:
        """Whether a heading right below the title says what the page is, though elsewhere it begins what is of another
        exercise: "Exercise of the week".
        """
        return self._profile.heading(text) == SKIPPED and is_around_name(text, self._profile)

    def begins_steps(self, text: str, following: Block | None) -> bool:
        """Whether steps stand below headings of their own, this one the first; what is only a number needs a sentence."""
        return is_step(text) or (is_number(text) and is_told(following))

    def meaning(self, text: str, level: int, opened: Opened | None, following: Block | None) -> str | None:
        """The field of a heading, or what else it begins; None for one that nobody knows, or that is a title."""
        inside = opened.field if opened and (level > opened.level or is_waiting(opened, level)) else ""
        if inside in TITLED and opened and (is_numbered(text) or not opened.counts):
            return self._meaning_among_titles(text, level, opened, following)
        if (inside == "instructions" and is_numbered(text)) or (
            inside == "variations" and self._markers.is_variation(text)
        ):
            return None  # "2. Set your shoulders" is a step
        meaning = self._markers.meaning(text, following)
        if meaning == "tips" and self._heads_facts():
            return FACTS  # "Good to know", and below it "Level: beginner"
        if key(text) in hints()["doing"] and _tells_what_to_do(following):
            return "instructions"
        notes = meaning == IGNORED and (key(text) in hints()["notes"] or _NOTES_OF.match(text))
        if notes and (are_advice(following) or self._advises_below()):
            return "tips"
        return None if opened and inside and is_title_of_told(meaning, opened, following) else meaning

    def _meaning_among_titles(self, text: str, level: int, opened: Opened, following: Block | None) -> str | None:
        if is_numbered(text) and counts_titles(opened):
            return None  # "2. Injury prevention" is the second benefit
        apart = opened.shares_level and not self._is_above_one_text()  # as high as the section is another
        if apart or opened.counts or stands_below_titles(opened, level, following):
            return self._markers.meaning(text, following)
        exact = self._markers.strictly(text)  # below benefits, "When to stop" is the title of one
        leads_away = (
            isinstance(following, (Listing, Row)) and self._markers.meaning(text) == SKIPPED
        )  # "Popular articles"
        return SKIPPED if exact is None and leads_away else exact

    def stand_at(self, blocks: Sequence[Block], place: int) -> None:
        """Says which block comes next."""
        self._ahead = blocks, place

    def _begins_pieces(self, opened: Opened, level: int) -> bool:
        """Whether the first of several headings that nobody knows, each above a sentence, stands right below that of a section
        with titles, or of variations, as high as that: "Benefits", "Stronger legs", "Better balance".
        """
        if opened.blocks or opened.field not in TITLED_OR_NAMED or not opened.level == level <= TOP:
            return False
        blocks, place = self._ahead
        pieces = [block for block in blocks[place : place + _NEAR] if not isinstance(block, Break)][:TWO_PIECES]
        titles, told = pieces[::2], pieces[1::2]
        alike = all(
            isinstance(t, Heading) and t.level == level and self._may_be_title(t.text, opened.field) for t in titles
        )
        return len(pieces) == TWO_PIECES and alike and all(map(is_told, told))

    def _heads_facts(self) -> bool:
        """Whether what stands below this heading, up to the next one, is a list of facts, or lines and rows of them; or a heading
        that is the label of one.
        """
        blocks, place = self._ahead
        below, behind = [*blocks[place + 1 : place + _BELOW + 1], None, None][:_BELOW]
        if isinstance(below, Listing):
            return is_of_facts(self._profile, below)
        if isinstance(below, Heading) and isinstance(behind, Paragraph):
            return is_plain_fact(self._profile, below.text, behind.whole)
        if isinstance(below, Paragraph) and not below.lead and self._states(below.text):
            return True
        lines = list(takewhile(_is_line, blocks[place + 1 : place + _NEAR]))
        pairs = [pair for line in lines if (pair := self._fact_in(line)) and not is_sentence(pair[1])]
        known = sum(is_plain_fact(self._profile, *pair) for pair in pairs)
        return 0 < len(lines) == len(pairs) and 2 * known > len(pairs)

    @staticmethod
    def _states(text: str) -> bool:
        """Whether most of several sentences state facts: "It mainly works the quads. All you need is a bench."."""
        said = sentences(text)
        return len(said) > 1 and _PARTS * sum(bool(stated(sentence)) for sentence in said) >= (_PARTS - 1) * len(said)

    def _fact_in(self, line: Block) -> tuple[str, str] | None:
        if isinstance(line, Row):
            return (line.label, line.values[0]) if len(line.values) == 1 else None
        return pair_of(self._profile, line) if isinstance(line, Paragraph) else None

    def _is_above_one_text(self) -> bool:
        """Whether one paragraph stands below this heading, and behind it the next heading or line set off, or the end."""
        blocks, place = self._ahead
        text, end = [*blocks[place + 1 : place + ONE_PIECE + 1], None, None][:ONE_PIECE]
        return is_told(text) and not (is_told(end) or isinstance(end, (Listing, Row, Chips)))

    def _advises_below(self) -> bool:
        """Whether the sentences up to the next heading, several, read as advice, each in a line of its own."""
        blocks, place = self._ahead
        below = takewhile(lambda block: isinstance(block, Paragraph), blocks[place + 1 : place + _NEAR])
        lines = [Piece(block.text, block.lead, block.place) for block in below if isinstance(block, Paragraph)]
        return tenor(lines) == "tips"

    def _may_be_title(self, heading: str, field: str) -> bool:
        """Whether nobody knows a heading, but as a label of terms, so that it may be a title in a section of a `field`; one of
        variations has a word of the exercise's name, or is one.
        """
        if self._profile.heading(heading) not in (None, *TERM_FIELDS, *CHOICE_FIELDS):
            return False
        named = not set(self._name.split()).isdisjoint(key(heading).split())
        return field != "variations" or named or self._markers.is_variation(heading)

    @staticmethod
    def is_told_subtitle(text: str, following: Block | None) -> bool:
        """Whether a heading right below the title is the sentence that introduces the page: no other stands below it."""
        goes_on = isinstance(following, Paragraph) and not following.lead
        return is_sentence(text) and text.endswith((".", "!")) and not goes_on

    def holds(self, text: str, opened: Opened, meaning: str | None, level: int, following: Block | None) -> bool:
        """Whether a heading stands in the open section, as a title of its own or as one that nobody knows."""
        if meaning is None and (is_waiting(opened, level) or self._begins_pieces(opened, level)):
            opened.level, opened.shares_level = level - 1, True
        if level <= opened.level or (opened.field in FACT_FIELDS and self._is_first_of_steps(text, following)):
            return False
        if meaning is None:
            return may_hold_unknown(opened) and not (stands_above(opened, level) or is_foreign_to(opened, text))
        if self.is_inside(meaning, opened, following) or is_one_of_titles(text, opened, level, following):
            return True
        if opened.field in TITLED and key(text) in hints()["pieces"] and is_told(following):
            return True  # below "Tips for clients", "Breathing"
        is_known = self._markers.strictly(text) is not None
        return self._stands_among_titles(opened, level, following, is_known=is_known)

    def _is_first_of_steps(self, text: str, following: Block | None) -> bool:
        """Whether "Step 1" stands above a sentence, and none of the next headings announces steps."""
        if not (key(text).startswith("step") and is_step(text) and is_told(following)):
            return False
        blocks, place = self._ahead
        later = (block.text for block in blocks[place + 1 : place + _FAR] if isinstance(block, Heading))
        return all(is_step(heading) or self._profile.heading(heading) != "instructions" for heading in later)

    def _stands_among_titles(self, opened: Opened, level: int, following: Block | None, *, is_known: bool) -> bool:
        """Whether two titles of pieces that nobody knows stand around a heading as high as they are, with a sentence below
        each: in a section of tips "Track" is the first of several.
        """
        is_titled = opened.field in TITLED or (opened.field == UNKNOWN and is_hinted(opened.announced) and not is_known)
        if not is_titled or opened.shares_level or not is_told(following):
            return False
        blocks, place = self._ahead
        behind = [block for block in blocks[place + 1 : place + _NEAR] if not isinstance(block, Break)]
        pieces = [*pairwise(opened.blocks[-ONE_PIECE:]), *pairwise(behind[1 : 1 + TWO_PIECES])]
        titles = [
            title.text
            for title, text in pieces
            if isinstance(title, Heading) and title.level == level and is_told(text)
        ]
        return len(titles) >= _FEWEST_AROUND and not self._are_mostly_known(titles)

    def _are_mostly_known(self, titles: Sequence[str]) -> bool:
        """Whether more than half of some titles are headings that the profile knows, or all are things to measure."""
        known = sum(self._profile.heading(title) is not None for title in titles)
        return known * 2 > len(titles) or all(map(metric_of, titles))

    def _are_known(self, titles: Sequence[str]) -> bool:
        """Whether one of several titles is a heading that the profile knows, or all are things to measure."""
        return any(self._profile.heading(title) is not None for title in titles) or all(map(metric_of, titles))

    def is_among_lines(self, line: Paragraph, opened: Opened | None, following: Block | None, *, told: bool) -> bool:
        """Whether two lines that nobody knows, nor as something to measure, stand around one that is set off as they are, with a
        sentence below each; below a heading that the markup declares, both may stand before it, and behind the steps, which
        are `told`, one of the two may be known.
        """
        if opened is None or opened.field not in TITLED or not line.strong or not is_told(following):
            return False
        blocks, place = self._ahead
        before = opened.blocks[-ONE_PIECE if opened.is_weak else -TWO_PIECES :]
        near = [*pairwise(before), *pairwise(blocks[place + 2 : place + 2 + TWO_PIECES])]
        titles = [b.text for b, below in near if isinstance(b, Paragraph) and b.strong and is_told(below)]
        if len(titles) < _FEWEST_AROUND:
            return False
        one_unknown = any(self._profile.heading(title) is None and not metric_of(title) for title in titles)
        return not self._are_known(titles) or (told and one_unknown and not opened.is_weak)

    def stands_apart(self) -> bool:
        """Whether an empty line stands above this line of a text, and none above the title of the piece before it, which is
        not the first.
        """
        blocks, place = self._ahead
        near = blocks[max(0, place - TWO_PIECES + 1) : place + 1]
        gaps = [lines_between(above.place, below.place) for above, below in pairwise(near)]
        told = len(near) == TWO_PIECES and isinstance(first := near[0], Paragraph) and not first.strong
        return told and is_told(near[0]) and gaps[0] == gaps[1] == 1 < gaps[2]

    @staticmethod
    def is_one_more(line: Paragraph, opened: Opened | None, following: Block | None) -> bool:
        """Whether a word that begins a section elsewhere, behind the title of a piece that is set off like it, is the title
        of one more: below tips, "Breathing".
        """
        last = opened.blocks[-ONE_PIECE:] if opened is not None and opened.field in TITLED else []
        titles, told = last[::2], last[1::2]
        alike = all(isinstance(b, Paragraph) and b.strong and not b.lead for b in titles) and all(map(is_told, told))
        return (
            len(last) == ONE_PIECE
            and alike
            and line.strong
            and key(line.text) in hints()["pieces"]
            and is_told(following)
        )

    @staticmethod
    def heads_names(line: Paragraph, opened: Opened | None, following: Block | None) -> bool:
        """Whether a line in a section of variations says for when the next of them are: "When it is too light:"."""
        inside = opened is not None and opened.field == "variations" and bool(opened.blocks)
        begins = key(line.whole).startswith(_WHEN_IT)
        if not (inside and begins) or not isinstance(following, Listing):
            return False
        return all(could_be_name(key(item.lead or item.text)) for item in following.items)

    def is_inside(self, meaning: str | None, opened: Opened | None, following: Block | None) -> bool:
        """A heading that would be a field elsewhere is a title within benefits, tips and tracking ("Sets", "Posture")."""
        inside = opened.field if opened else ""
        if inside == "instructions" and meaning == inside and opened and is_behind_counted(opened, following):
            return False
        if inside == "instructions":
            belongs = meaning in (None, "instructions", *CHOICE_FIELDS)  # "Movement" is one of steps
            belongs = belongs or (
                meaning == "description" and bool(opened and opened.blocks) and is_list_of_told(following)
            )
            return belongs and not _is_above_terms(meaning, following)
        if opened is not None and is_title_of_told(meaning, opened, following):
            return True
        if opened is not None and meaning in _FACT_HEADINGS and not opened.is_titled:
            return False  # where a list or plain sentences make the section, "Muscles" behind them is no title in it
        if inside not in TITLED or meaning in (*SENTENCES, FACTS, SKIPPED, IGNORED):
            return False
        return not _is_above_terms(meaning, following)


def _is_above_terms(meaning: str | None, following: Block | None) -> bool:
    """Whether what stands below a heading are terms of its field, and no sentence."""
    if isinstance(following, (Listing, Chips)):
        return meaning in _FACT_HEADINGS and all_known(meaning or "", [item.whole for item in following.items])
    below = following.whole if meaning and isinstance(following, Paragraph) else ""
    return bool(below) and not is_sentence(below) and all_known(meaning or "", (below,))
