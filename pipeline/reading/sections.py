"""The Outline cut into captures: which blocks, under which heading or behind which label, belong to which field."""

from __future__ import annotations

import re
from itertools import zip_longest

from pipeline.reading.captures import INTRO, PROSE, UNKNOWN, Sections
from pipeline.reading.companions import with_companions, without_sales
from pipeline.reading.gathering import Gatherer, Pair
from pipeline.reading.hinting import is_hinted
from pipeline.reading.kinds import CHOICE_FIELDS, TERM_FIELDS, all_known
from pipeline.reading.labels import COLON, pair_of
from pipeline.reading.markers import Markers
from pipeline.reading.opened import TITLED, WEAK_HEADING, Opened, is_of_a_list
from pipeline.reading.plain import COUNTED, STEP_WORD, is_numbered, is_sentence
from pipeline.reading.profiles import FACTS, IGNORED, SKIPPED, Profile
from pipeline.reading.scopes import TOP, Scopes
from pipeline.reading.surroundings import closes, is_dropped, is_of_a_reader
from pipeline.records import Block, Break, Chips, Heading, Listing, Outline, Paragraph, Place, Row
from pipeline.vocabulary import key, load

_FACT_HEADINGS = frozenset(
    ("target_muscles", "secondary_muscles", "muscles_worked", "muscle_group", "stabilizers", "equipment")
)
_NEVER_TITLES = frozenset(("target_muscles", "secondary_muscles", "equipment", "difficulty", "body_parts"))

_NUMBER = re.compile(rf"^(?:{STEP_WORD}\s*)?\d{{1,2}}\W?$", re.IGNORECASE)
_STEP = re.compile(rf"^{STEP_WORD}\s*(?:\d{{1,2}}|(?:{COUNTED})\b)(?:\W?$|\s*[:.–—-]\s)", re.IGNORECASE)
_ANNOUNCED = re.compile(r"^\W?(?:how[- ]?to|guide|tutorial|exercise)\W?\s*[:|\]]\s*", re.IGNORECASE)
_SUBTITLE = re.compile(r"\s*(?:,|&|\band\b)\s*")
_FEWEST_PARTS = 3
_COUNTING = frozenset(("instructions", INTRO, UNKNOWN))
"""Sections in which rows that count are steps."""
_BREAKING = frozenset(("instructions", "benefits", "safety_tips", SKIPPED))
_FACTS_IN_PROSE = _NEVER_TITLES | {"tracking", "variations"}
_ASIDE = frozenset(("benefits", "safety_tips", "tips"))
"""Fields that one line can be of below the items of another."""
_SENTENCES_TOO = frozenset(("description", *PROSE))


def sections(outline: Outline, profile: Profile, title_at: int, name: str, end: int | None = None) -> Sections:
    """Cuts an outline. `title_at` is the index of the block with the exercise's name (-1: none has it); what stands
    before it is left out, and from block `end` on, too.
    """
    title = outline.blocks[title_at] if title_at >= 0 else None
    cutter = _Cutter(profile, title, key(name), marked_up=outline.marked_up)
    blocks = [*with_companions(without_sales(outline.blocks[title_at + 1 : end], profile), profile)]
    for block, following in zip_longest(blocks, blocks[1:]):
        cutter.take(block, following)
    return cutter.finish()


class _Cutter:
    def __init__(self, profile: Profile, title: Block | None, name: str, *, marked_up: bool) -> None:
        self._profile = profile
        self._name = name
        self._marked_up = marked_up
        self._markers = Markers(profile, name, marked_up=marked_up)
        self._facts = Gatherer(profile)
        level = title.level if isinstance(title, Heading) else 1
        self._next: Block | None = None
        self._open: Opened | None = Opened(INTRO, "", title.place if title else Place(), level)
        self._skipping: int | None = None
        self._scopes = Scopes(profile, name)

    # -- the walk --------------------------------------------------------------------------------------------

    def take(self, block: Block, following: Block | None = None) -> None:
        self._next = following
        if not isinstance(block, Row):
            self._facts.end_of_rows()
        if self._scopes.told and is_of_a_reader(block, self._profile, self._name):
            self._close()
            self._skipping = 0
        elif isinstance(block, Heading):
            self._heading(block.text, block.level, block.place)
        elif isinstance(block, Break):
            self._end_of_part(block.level)
        elif not (isinstance(block, Paragraph) and self._is_mark(block)) and self._skipping is None:
            self._content(block)

    def _is_mark(self, block: Paragraph) -> bool:
        """Whether a line is no content: it ends a section, begins one, or says nothing."""
        inside = self._open is not None and self._open.field not in (INTRO, FACTS) and self._skipping is None
        if inside and closes(block, self._profile):
            self._close()
            return True
        if is_dropped(block, self._profile, in_prose=self._in_prose()):
            return True
        meaning = self._markers.marked(block, self._open, self._next)
        if meaning and (meaning in (SKIPPED, IGNORED) or not self._is_title_inside(meaning)):
            self._heading(block.text.rstrip(" :"), WEAK_HEADING, block.place, meaning)
            return True
        if self._skipping is None and self._markers.sets_off(block, self._open, self._next):
            self._close()
            self._open = Opened(UNKNOWN, block.text.rstrip(" :"), block.place, WEAK_HEADING)
            return True
        return False

    def _content(self, block: Block) -> None:
        if self._open is not None and self._open.field == IGNORED:
            self._keep(block)
        elif isinstance(block, Row):
            self._row(block)
        elif isinstance(block, Chips):
            self._chips(block)
        elif isinstance(block, Listing) and not self._in_prose() and self._facts.listing(block):
            return
        elif self._in_prose() and self._are_facts(facts := self._facts.pairs_in(block, "")):
            opened = self._open
            aside = any(self._is_aside(*fact) for fact in facts)
            if aside and opened is not None and opened.field in TITLED:  # what follows is no more than its rest
                self._close()
                self._open = Opened(opened.field, opened.via, opened.place, opened.level, goes_on=True)
            for label, value in facts:
                self._facts.fact(label, [value], block.place)
        else:
            if isinstance(block, Paragraph) and self._ends_terms(block):
                self._close()
                self._introduce(block.place)
            self._keep(block)

    def _ends_terms(self, line: Paragraph) -> bool:
        """Whether a sentence stands below the terms of a fact, which nothing but a line set off began."""
        opened = self._open
        if opened is None or not opened.is_weak or opened.field not in (*TERM_FIELDS, "aliases"):
            return False
        return bool(opened.blocks) and is_sentence(line.whole) and not line.lead

    def _are_facts(self, pairs: list[Pair]) -> bool:
        """Whether labelled words among sentences are facts: several of them, or one below the list of the section."""
        if len(pairs) != 1 or self._open is None:
            return len(pairs) > 1
        if self._is_aside(*pairs[0]):
            return True
        if self._open.field == "instructions" and self._is_plain_fact(*pairs[0]):
            return True
        below = self._open.is_listed
        field_name = self._profile.label_of(pairs[0][0])
        return below and field_name in _FACTS_IN_PROSE and not is_sentence(pairs[0][1])

    def _is_aside(self, label: str, value: str) -> bool:
        """Whether a line below the items of a section is of another one: "Tip: Keep the back flat"."""
        field_name, opened = self._profile.exactly(label), self._open
        if field_name not in _ASIDE or opened is None or field_name == opened.field:
            return False
        return opened.ends_with_item and is_sentence(value)

    def _is_plain_fact(self, label: str, value: str) -> bool:
        """Whether a label among steps has a value that can be nothing else: known terms, or how much to do."""
        field_name = self._profile.label_of(label)
        if field_name in _NEVER_TITLES:
            return all_known(field_name or "", [value])
        return load("metrics").find(label) is not None and not is_sentence(value)

    def finish(self) -> Sections:
        self._close()
        return self._facts.collected()

    def _end_of_part(self, level: int) -> None:
        """Closes what began inside a part of the page that ends here, once it holds more than an introduction."""
        opened = self._open
        self._scopes.end(level)
        if self._skipping is not None and level <= self._skipping:
            self._skipping = None
            if opened is None:
                self._introduce(Place())
        if opened is None or opened.field == INTRO or opened.level < level:
            return
        if (
            opened.level > level
            or any(map(_is_more_than_an_introduction, opened.blocks))
            or len(opened.blocks) > 1
            or opened.is_value
        ):
            if not opened.blocks and opened.field != FACTS:
                return
            self._close()
        elif opened.field != FACTS and (opened.field.startswith("#") or opened.field in _SENTENCES_TOO):
            return
        self._close()
        self._introduce(opened.place)

    def _introduce(self, place: Place) -> None:
        """What follows the facts may be the text below the title."""
        if not self._facts.holds(PROSE):
            self._open = Opened(INTRO, "", place, 1)

    # -- headings --------------------------------------------------------------------------------------------

    def _heading(self, text: str, level: int, place: Place, meaning: str | None = None) -> None:
        text = self._as_title(text)
        if self._is_subtitle(text):
            return
        meaning = meaning or self._meaning(text, level)
        if self._skipping is not None and level > self._skipping and self._marked_up:
            return
        if self._scopes.asks(text, level):
            meaning = IGNORED
        self._facts.mute(muted=self._scopes.mutes(text, level, self._facts, known=meaning is not None))
        if meaning == SKIPPED:
            self._close()
            self._skipping = level
        elif self._open is not None and self._holds(self._open, meaning, level):
            self._open.blocks.append(Heading(text, level, place))
        else:
            self._close()
            self._skipping = None
            if meaning is None and (_STEP.match(text) or self._is_numbered_step(text)):
                self._open = Opened("instructions", "", place, level - 1, [Heading(text, level, place)])
                self._scopes.tell(level - 1, self._facts)
                return
            name = meaning or (INTRO if self._name and key(text) == self._name else UNKNOWN)
            self._open = Opened(name, text, place, level)
            if name == "instructions":
                self._scopes.tell(level, self._facts)

    def _is_numbered_step(self, text: str) -> bool:
        """Whether a heading is nothing but a number, and below it stands a sentence."""
        below = self._next
        return _NUMBER.match(text) is not None and isinstance(below, Paragraph) and is_sentence(below.whole)

    def _is_subtitle(self, text: str) -> bool:
        """Whether a heading right below the title says what the page holds: "Form, Benefits and Common Mistakes"."""
        opened = self._open
        if opened is None or opened.field != INTRO or opened.blocks or opened.is_weak or self._facts.holds():
            return False
        parts = [part for part in _SUBTITLE.split(text) if part]
        return len(parts) >= _FEWEST_PARTS and sum(self._profile.heading(part) is not None for part in parts) * 2 > len(
            parts
        )

    def _as_title(self, text: str) -> str:
        """A heading that gives the title once more ("How-to: Bench Press"), without what is put before it."""
        announced = _ANNOUNCED.match(text)
        if announced and self._name and key(text[announced.end() :]) == self._name:
            return text[announced.end() :]
        return text

    def _meaning(self, text: str, level: int) -> str | None:
        opened = self._open
        inside = opened.field if opened and (level > opened.level or self._is_waiting(opened, level)) else ""
        if inside in TITLED and not (opened and opened.counts):
            return self._markers.strictly(text)  # below benefits, "When to stop" is the title of one
        if inside == "instructions" and is_numbered(text):
            return None  # "2. Set your shoulders" is a step
        meaning = self._markers.meaning(text)
        if inside == UNKNOWN and opened and is_hinted(opened.via) and self._is_above_sentence(meaning):
            return None  # below "What it gives you", "Focus" is the title of a piece
        return meaning

    def _is_above_sentence(self, meaning: str | None) -> bool:
        terms = meaning in TERM_FIELDS or meaning in CHOICE_FIELDS
        return terms and isinstance(self._next, Paragraph) and is_sentence(self._next.whole)

    def _holds(self, opened: Opened, meaning: str | None, level: int) -> bool:
        """Whether a heading stands in the open section, as a title of its own or as one that nobody knows."""
        if meaning is None and self._is_waiting(opened, level):
            opened.level = level - 1
        if level <= opened.level:
            return False
        return self._may_hold_unknown(opened) if meaning is None else self._is_title_inside(meaning)

    @staticmethod
    def _may_hold_unknown(opened: Opened) -> bool:
        """Whether a heading that nobody knows is a title in a section: not behind its list, nor where the section says
        nothing itself.
        """
        if opened.field == INTRO or (opened.field in TITLED and opened.is_listed):
            return False
        return opened.field != UNKNOWN or is_hinted(opened.via)

    @staticmethod
    def _is_waiting(opened: Opened, level: int) -> bool:
        """Whether a section holds nothing yet: headings that nobody knows, no higher than its own, are titles in it."""
        if opened.blocks or level <= TOP:
            return False
        if opened.field == "instructions":
            return opened.is_weak
        return opened.field in TITLED and opened.level in (level, WEAK_HEADING)

    def _is_title_inside(self, meaning: str | None) -> bool:
        """A heading that would be a field elsewhere is a title within benefits, tips and tracking ("Sets", "Posture")."""
        inside = self._open.field if self._open else ""
        if inside == "instructions":
            belongs = meaning in (None, "instructions", *CHOICE_FIELDS)  # "Movement" is one of steps
            return belongs and not self._is_above_terms(meaning)
        if self._open is not None and meaning in _FACT_HEADINGS and self._open.is_listed:
            return False  # where a list makes the section, "Muscles" behind it is no title in it
        if inside not in TITLED or meaning in (*PROSE, "description", FACTS, SKIPPED, IGNORED):
            return False
        return not self._is_above_terms(meaning)

    def _is_above_terms(self, meaning: str | None) -> bool:
        """Whether what stands below a heading are terms of its field, and no sentence."""
        below = self._next.whole if meaning and isinstance(self._next, Paragraph) else ""
        return bool(below) and not is_sentence(below) and all_known(meaning or "", (below,))

    # -- labels ----------------------------------------------------------------------------------------------

    def _in_prose(self) -> bool:
        return self._open is not None and self._open.field in PROSE

    def _row(self, row: Row) -> None:
        if self._facts.row_of_columns(row):
            return
        opened = self._open
        if opened is not None and opened.is_weak and opened.field in (*TERM_FIELDS, "aliases") and not opened.blocks:
            self._open = None  # "Synergists", with nothing beside it
            self._introduce(row.place)
        inside = self._open.field if self._open is not None else ""
        if (
            (inside in TITLED and self._profile.label_of(row.label) not in _NEVER_TITLES)
            or (inside in _COUNTING and _NUMBER.match(row.label))
            or (inside not in TITLED and _STEP.match(row.label) and any(map(is_sentence, row.values)))
            or (inside == UNKNOWN and opened and is_hinted(opened.via) and any(map(is_sentence, row.values)))
            or (inside == "variations" and self._profile.label_of(row.label) is None)
        ):
            self._keep(row)
        else:
            self._facts.fact(row.label, row.values, row.place)

    def _keep(self, block: Block) -> None:
        if self._open is not None:
            self._open.blocks.append(block)

    def _chips(self, chips: Chips) -> None:
        """Small pieces side by side: labels with their values when the first is a label, else a run of tags."""
        if self._profile.heading(chips.items[0].text) == SKIPPED or self._facts.is_menu([i.text for i in chips.items]):
            return  # "Because you viewed this" and its cards, or tabs to choose from
        if self._facts.named_by_value(chips):
            return
        if any(self._profile.exactly(i.text) in _BREAKING and not i.text[:1].islower() for i in chips.items):
            for item in chips.items:  # short lines of several sections
                self.take(item)
            return
        if not self._in_prose() and any(pair_of(self._profile, item) for item in chips.items):
            for block in with_companions(chips.items, self._profile):
                self.take(block)
            return
        if (self._in_prose() and not self._is_fact(chips)) or not self._facts.chips(chips):
            self._keep(chips)

    def _is_fact(self, chips: Chips) -> bool:
        """Whether two pieces among sentences are a label and its value, and no title with its text."""
        first, *others = (item.whole for item in chips.items)
        return len(others) == 1 and self._profile.label_of(first) in _FACTS_IN_PROSE and not is_sentence(others[0])

    # -- the open section ------------------------------------------------------------------------------------

    def _close(self) -> None:
        opened, self._open = self._open, None
        if opened is None or not opened.blocks or (opened.goes_on and not any(map(is_of_a_list, opened.blocks))):
            return
        self._facts.section(opened.field, opened.via, opened.place, opened.blocks)


def _is_more_than_an_introduction(block: Block) -> bool:
    return isinstance(block, (Listing, Row, Chips)) or (
        isinstance(block, Paragraph) and bool(block.lead or COLON.match(block.text))
    )
