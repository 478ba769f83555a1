"""The Outline cut into captures: which blocks, under which heading or behind which label, belong to which field."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from pipeline.reading.asides import (
    are_facts,
    ends_terms,
    fact_below_terms,
    is_aside,
    is_beside_terms,
    is_fact_behind,
    is_fact_in_chips,
    is_of_facts,
)
from pipeline.reading.captures import INTRO, PROSE, UNKNOWN, Sections
from pipeline.reading.companions import with_companions, without_sales, without_variants
from pipeline.reading.gathering import Gatherer
from pipeline.reading.headed import with_headed_facts
from pipeline.reading.hinting import hinted, hints
from pipeline.reading.kinds import CHOICE_FIELDS, FACT_FIELDS, TERM_FIELDS, all_known
from pipeline.reading.labels import COLON, dashed_pair, pair_of, with_colon
from pipeline.reading.markers import Markers
from pipeline.reading.opened import TITLED, WEAK_HEADING, Opened, is_of_a_list
from pipeline.reading.pairs import pairs_in, parted, states_doses
from pipeline.reading.plain import CHIP_LENGTH, is_sentence
from pipeline.reading.profiles import FACTS, IGNORED, SKIPPED, Profile
from pipeline.reading.rows import is_text, only_counts
from pipeline.reading.scopes import Scopes
from pipeline.reading.skipping import Skipping
from pipeline.reading.surroundings import closes, is_dropped, is_of_a_reader
from pipeline.reading.titles import Titles, is_step
from pipeline.records import Block, Break, Chips, Heading, Listing, Outline, Paragraph, Place, Row
from pipeline.vocabulary import key

_FEWEST_LINKS = 3
_BREAKING = frozenset(("instructions", "benefits", "safety_tips", SKIPPED))
_NAMING = frozenset(("aliases", "variations"))
_LEFT_OUT = frozenset((SKIPPED, IGNORED))
_SENTENCES_TOO = frozenset(("description", *PROSE))


def sections(outline: Outline, profile: Profile, title_at: int, name: str, end: int | None = None) -> Sections:
    """Cuts an outline. `title_at` is the index of the block with the exercise's name (-1: none has it); what stands
    before it is left out, and from block `end` on, too.
    """
    title = outline.blocks[title_at] if title_at >= 0 else None
    cutter = _Cutter(profile, title, key(name), marked_up=outline.marked_up, above=end is not None)
    kept = without_sales(without_variants(outline.blocks[title_at + 1 : end]), profile)
    kept = list(with_headed_facts(kept, profile, marked_up=outline.marked_up))
    blocks = [
        part
        for block in with_companions(kept, profile)
        for part in (parted(profile, block) if isinstance(block, Paragraph) else (block,))
    ]
    for block, following in zip_longest(blocks, blocks[1:]):
        cutter.take(block, following)
    return cutter.finish()


class _Cutter:
    def __init__(self, profile: Profile, title: Block | None, name: str, *, marked_up: bool, above: bool) -> None:
        self._profile = profile
        self._name = name
        self._marked_up = marked_up
        self._markers = Markers(profile, name, marked_up=marked_up)
        self._titles = Titles(profile, self._markers, name)
        self._facts = Gatherer(profile)
        level = title.level if isinstance(title, Heading) else 1
        self._next: Block | None = None
        self._open: Opened | None = Opened(INTRO, "", title.place if title else Place(), level)
        self._skipping = Skipping(marked_up=marked_up)
        self._scopes = Scopes(profile, name, above=above)
        self._of_others = False  # in a table below the steps that names other exercises
        self._announced = ""  # the heading below a line that announces something else: "Recipe of the week"

    # -- the walk --------------------------------------------------------------------------------------------

    def take(self, block: Block, following: Block | None = None) -> None:
        self._next = following
        if not isinstance(block, Row):
            self._facts.end_of_rows()
            self._of_others = False
        told = self._scopes.told
        above_first_post = not told and self._skipping.is_weak
        if (told or above_first_post) and is_of_a_reader(block, self._profile, self._name):
            self._close()
            if told:
                self._skipping.for_good()
            else:
                self._skipping.stop()
                self._introduce(block.place)
        elif isinstance(block, Heading) and self._leads_off(block):
            self._close()
            self._skipping.for_good()
        elif isinstance(block, Heading):
            self._heading(block.text, block.level, block.place)
        elif isinstance(block, Break):
            self._end_of_part(block.level)
        elif isinstance(block, Paragraph) and self._is_left_out_for_a_line and self._states_muscles(block):
            self._close()
            self._skipping.stop()
            self._introduce(block.place)
            self._content(block)
        elif not (isinstance(block, Paragraph) and self._is_mark(block)) and not self._skipping.on:
            self._content(block)

    @property
    def _is_left_out_for_a_line(self) -> bool:
        """Whether what stands here is left out because of a line that no mark makes a heading: "Timestamps"."""
        opened = self._open
        return self._skipping.is_weak or (opened is not None and opened.is_weak and opened.field == IGNORED)

    def _states_muscles(self, line: Paragraph) -> bool:
        """Whether a line states the first muscles of a page, above its steps: what a line of it left out ends there."""
        if not line.lead or self._scopes.told or self._facts.holds_muscles():
            return False
        field = self._profile.label_of(line.lead) or ""
        return field in TERM_FIELDS and field != "equipment" and all_known(field, (line.text,))

    def _leads_off(self, heading: Heading) -> bool:
        """Whether nothing behind a heading is of the page: another page begins, or it names who wrote this one."""
        line = Paragraph(heading.text, heading.place)
        return self._scopes.is_another_page(heading.text, heading.level) or (
            self._scopes.told and closes(line, self._profile)
        )

    def _is_mark(self, block: Paragraph) -> bool:
        """Whether a line is no content: it ends a section, begins one, or says nothing."""
        if self._ends_section(block):
            self._close()
            return True
        if block.strong and self._scopes.announces_another(block.text) and self._begins_another(block):
            self._heading(block.text, WEAK_HEADING, block.place, SKIPPED)
            return True
        if is_dropped(block, self._profile, in_prose=self._in_prose()):
            return True
        opened = self._open
        if opened is not None and opened.field in CHOICE_FIELDS and not opened.blocks and _is_choice(block.whole):
            return False  # the value of a label above it, which would be a label elsewhere: "Bilateral"
        return self._begins_section(block)

    def _begins_another(self, line: Paragraph) -> bool:
        """Whether a line that is no fact begins something else than the exercise."""
        if line.lead or not self._scopes.begins_another(line.text, self._open, self._next, set_off=line.strong):
            return False
        if (pair_of(self._profile, line) or dashed_pair(line.text)) and not self._scopes.announces_another(line.text):
            return False
        self._announced = self._next.text if isinstance(self._next, Heading) else ""
        return True

    def _begins_section(self, block: Paragraph) -> bool:
        if self._name and len(block.text) <= CHIP_LENGTH and key(block.whole) == self._name:
            return self._begins_card(block)
        meaning = self._markers.marked(block, self._open, self._next)
        meaning = self._told_below(meaning) if meaning in _LEFT_OUT else meaning
        if meaning in (None, SKIPPED) and self._begins_another(block):
            meaning = SKIPPED
        if meaning and self._is_on_a_box(block.text):
            return True
        if meaning and _is_first_term(self._open, block.whole):
            return False
        if meaning and (meaning in (SKIPPED, IGNORED) or not self._titles.is_inside(meaning, self._open, self._next)):
            self._heading(block.text.rstrip(" :"), WEAK_HEADING, block.place, meaning)
            return True
        if not self._skipping.on and self._markers.sets_off(block, self._open, self._next):
            self._close()
            self._open = Opened(UNKNOWN, block.text.rstrip(" :"), block.place, WEAK_HEADING)
            self._facts.mute(muted=self._scopes.mutes(block.text, WEAK_HEADING, self._facts, known=False))
            return True
        return False

    def _begins_card(self, name: Paragraph) -> bool:
        """Whether the exercise's name, in a line of its own, begins a card of it below what is told of it."""
        opened = self._open
        if opened is None or not opened.blocks or opened.field not in (*TITLED, "variations"):
            return False
        self._close()
        self._open = Opened(INTRO, "", name.place, 1)
        return True

    def _ends_section(self, line: Paragraph) -> bool:
        if self._open is None or self._skipping.on or self._open.field in (INTRO, FACTS):
            return False
        return closes(line, self._profile)

    def _is_on_a_box(self, text: str) -> bool:
        """Whether a line is the word on a box in a section of another kind: "Watch out", below "Common mistakes"."""
        opened = self._open
        return opened is not None and opened.field == IGNORED and not opened.is_weak and key(text) in hints()["boxes"]

    def _content(self, block: Block) -> None:
        if (
            self._open is not None
            and self._open.field == IGNORED
            and not is_fact_behind(self._profile, self._open, block, marked_up=self._marked_up)
        ):
            self._keep(block)
        elif isinstance(block, Row):
            self._row(block)
        elif isinstance(block, Chips):
            self._chips(block)
        elif isinstance(block, Listing) and self._takes_facts(block):
            return
        elif self._open is None and isinstance(block, Paragraph):
            self._lone_facts(block)
        else:
            self._line(block)

    def _line(self, block: Block) -> None:
        """Takes what stands in a section and is no row of facts: its text, or facts among that."""
        listed = self._open is not None and self._open.field == UNKNOWN and self._open.is_listed
        if isinstance(block, Paragraph) and block.caption and self._scopes.told:
            self._keep(block)  # what a picture among the steps shows may be another exercise
        elif (self._in_prose() or listed) and are_facts(
            self._profile, self._open, facts := pairs_in(self._profile, block, "")
        ):
            opened = self._open
            if (
                opened is not None
                and opened.field in TITLED
                and any(is_aside(self._profile, opened, *f) for f in facts)
            ):
                self._close()
                self._open = Opened(opened.field, opened.via, opened.place, opened.level, goes_on=True)  # its rest
            for label, value in facts:
                self._facts.fact(label, [value], block.place)
        elif isinstance(block, Paragraph) and (names := self._below_own_label(block)):
            self._keep(replace(block, text=names, lead=""))
        elif isinstance(block, Paragraph) and is_beside_terms(self._open, block):
            self._facts.fact(block.lead, [block.text], block.place)
        elif isinstance(block, Paragraph) and (fact := fact_below_terms(self._profile, self._open, block)):
            self._close()
            self._facts.fact(fact[0], [fact[1]], block.place)
            self._introduce(block.place)
        else:
            if isinstance(block, Paragraph) and ends_terms(self._open, block):
                self._close()
                self._introduce(block.place)
            self._keep(block)

    def _below_own_label(self, line: Paragraph) -> str | None:
        """The names in a line whose label says what its heading does: "Variations to try: Wide-Grip Curl"."""
        if self._open is None or self._open.field not in _NAMING:
            return None
        label, value = pair_of(self._profile, line) or ("", "")
        return value if label and self._profile.exactly(label) == self._open.field else None

    def _takes_facts(self, listing: Listing) -> bool:
        among_facts = not self._in_prose() or is_of_facts(self._profile, listing)
        return among_facts and self._facts.listing(listing)

    def _lone_facts(self, line: Paragraph) -> None:
        """Takes the facts of a line that stands in no section, where they can be nothing else: known terms or names beside a
        label that is set off.
        """
        for label, value in pairs_in(self._profile, line, "") if line.lead else ():
            field = self._profile.label_of(label)
            names = field in _NAMING and not is_sentence(value)
            if names or (field in FACT_FIELDS and all_known(field, [value])):
                self._facts.fact(label, [value], line.place)

    def finish(self) -> Sections:
        self._close()
        return self._facts.collected()

    def _end_of_part(self, level: int) -> None:
        """Closes what began inside a part of the page that ends here, once it holds more than an introduction."""
        opened = self._open
        self._scopes.end(level)
        if self._skipping.end_of_part(level) and opened is None:
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
        text = self._titles.unannounced(text)
        if self._is_right_below_title() and self._titles.is_subtitle(text):
            return
        if meaning is None and key(text) != self._name:  # the Log Lift is no log
            meaning = self._meaning_of(text, level)
        if self._skipping.holds(level, meaning, muscles_stated=self._facts.holds_muscles()):
            return
        if self._scopes.asks(text, level):
            meaning = IGNORED
        opened = self._open
        held = opened is not None and meaning != SKIPPED and self._titles.holds(opened, meaning, level, self._next)
        is_title = opened is not None and held and (opened.field in (*TITLED, IGNORED) or is_step(text))
        if not is_title:  # that of a tip or a step says nothing of facts
            self._facts.mute(muted=self._scopes.mutes(text, level, self._facts, known=meaning is not None))
        if meaning == SKIPPED:
            self._close()
            another = self._scopes.names_another(text, self._next) or hinted(text, "menus")
            self._skipping.begin(level, names_another=another)
        elif opened is not None and held:
            opened.add(Heading(text, level, place))
        else:
            self._close()
            self._skipping.stop()
            if meaning is None and self._titles.begins_steps(text, self._next):
                self._open = Opened("instructions", "", place, level - 1)
                self._open.add(Heading(text, level, place))
                self._scopes.tell(level - 1, self._facts)
                return
            name = meaning or (INTRO if self._name and key(text) == self._name else UNKNOWN)
            self._open = Opened(name, text, place, level)
            if name == "instructions":
                self._scopes.tell(level, self._facts)

    def _meaning_of(self, text: str, level: int) -> str | None:
        """What begins at a heading, by its words, and where these leave it open by what stands below it."""
        meaning = self._titles.meaning(text, level, self._open, self._next)
        if meaning == "description" and self._scopes.is_about_another(text):
            return SKIPPED
        return self._told_below(meaning) if meaning in _LEFT_OUT else meaning or self._unknown(text)

    def _unknown(self, text: str) -> str | None:
        """What begins at a heading that nobody knows: facts, or, above the steps, what somebody writes who is named there."""
        if isinstance(self._next, Listing) and states_doses(self._profile, self._next):
            return FACTS
        if (self._announced and text == self._announced) or self._scopes.begins_another(text, self._open, self._next):
            return SKIPPED
        return INTRO if not self._scopes.told and self._profile.posters.match(key(text)) else None

    def _told_below(self, meaning: str | None) -> str | None:
        """What begins where a page would be left out by the words of a heading, by what stands below it: "Recommended", and
        "Sets: 3", or "Get moving!", and "Step 1".
        """
        if states_doses(self._profile, self._next):
            return FACTS
        counts = isinstance(self._next, Paragraph) and is_step(self._next.lead or self._next.text)
        return "instructions" if counts and not self._scopes.told else meaning

    def _is_right_below_title(self) -> bool:
        opened = self._open
        return opened is not None and opened.field == INTRO and not opened.blocks and not self._facts.holds()

    # -- labels ----------------------------------------------------------------------------------------------

    def _in_prose(self) -> bool:
        return self._open is not None and self._open.field in PROSE

    def _row(self, row: Row) -> None:
        told_of = key(" ".join(row.values)) if self._scopes.told and self._profile.label_of(row.label) == "name" else ""
        self._of_others = self._of_others or told_of not in ("", self._name)
        if self._of_others or self._facts.row_of_columns(row) or key(row.label) in hints()["turning"]:
            return
        opened = self._open
        if opened is not None and opened.is_weak and opened.field in (*TERM_FIELDS, "aliases") and not opened.blocks:
            self._open = None  # "Synergists", with nothing beside it
            self._introduce(row.place)
        if opened is not None and not opened.blocks and opened.field in FACT_FIELDS and only_counts(row):
            opened.field = UNKNOWN  # below "Movement", steps in the rows of a table
        if is_text(self._profile, self._open, row):
            self._keep(row)
        else:
            self._facts.fact(row.label, row.values, row.place)

    def _keep(self, block: Block) -> None:
        if self._open is not None:
            self._open.add(block)

    def _chips(self, chips: Chips) -> None:
        """Small pieces side by side: labels with their values when the first is a label, else a run of tags."""
        leads_off = self._profile.heading(chips.items[0].text) == SKIPPED and not pair_of(self._profile, chips.items[0])
        if leads_off or self._facts.is_menu([i.text for i in chips.items]):
            return  # "Because you viewed this" and its cards, or tabs to choose from
        if chips.items[0].text.endswith(",") and ": " in chips.items[0].text:  # a list that goes on in the next line
            self.take(Paragraph(" ".join(item.whole for item in chips.items), chips.place))
            return
        if self._facts.named_by_value(chips) or self._facts.is_of_a_filter(chips) or self._is_of_the_site(chips):
            return
        if self._is_small_fact(chips):
            self._facts.fact(chips.items[0].text, [chips.items[1].text], chips.place)
            return
        breaks = (self._profile.exactly(i.text) in _BREAKING and not i.text[:1].islower() for i in chips.items)
        if any(breaks) and (self._in_prose() or not self._facts.are_in_turns(chips)):
            for item in chips.items:  # short lines of several sections
                self.take(item)
            return
        if not self._in_prose() and any(pair_of(self._profile, item) for item in chips.items):
            for block in with_companions([with_colon(self._profile, item) for item in chips.items], self._profile):
                self.take(block)
            return
        if (self._in_prose() and not is_fact_in_chips(self._profile, chips)) or not self._facts.chips(chips):
            self._keep(chips)

    def _is_small_fact(self, chips: Chips) -> bool:
        """Whether a label that begins a section elsewhere stands beside a few words among facts: "Starting Position", and
        "Back on the wall".
        """
        if len(chips.items) != 2 or self._profile.exactly(chips.items[0].whole) not in _BREAKING or self._in_prose():
            return False
        value = chips.items[1].whole
        return self._facts.holds(FACT_FIELDS) and not is_sentence(value) and self._profile.heading(value) is None

    def _is_of_the_site(self, chips: Chips) -> bool:
        """Whether small pieces are links that say nothing, or stand below the terms of a fact and are none themselves."""
        texts = [item.text for item in chips.items]
        if all(self._profile.dropped.match(key(text)) for text in texts):
            return True
        opened = self._open
        leads_back = self._profile.dropped.match(key(texts[0])) is not None  # "Home | All exercises"
        if opened is None or opened.field not in TERM_FIELDS:
            return False
        if not leads_back and (len(texts) < _FEWEST_LINKS or not opened.is_listed):
            return False
        return not any(all_known(opened.field, [text]) or self._profile.label_of(text) for text in texts)

    # -- the open section ------------------------------------------------------------------------------------

    def _close(self) -> None:
        opened, self._open = self._open, None
        if opened is None or not opened.blocks or (opened.goes_on and not any(map(is_of_a_list, opened.blocks))):
            return
        self._facts.section(opened.field, opened.via, opened.place, opened.blocks)


def _is_choice(text: str) -> bool:
    return any(all_known(field, [text]) for field in CHOICE_FIELDS)


def _is_first_term(opened: Opened | None, text: str) -> bool:
    """Whether a line is what stands below the label of a fact, though it would begin a section elsewhere: "Other, Exercise Ball"."""
    return opened is not None and opened.field in TERM_FIELDS and not opened.blocks and all_known(opened.field, [text])


def _is_more_than_an_introduction(block: Block) -> bool:
    return isinstance(block, (Listing, Row, Chips)) or (
        isinstance(block, Paragraph) and bool(block.lead or COLON.match(block.text))
    )
