"""What stands in the open section of a page: its text, facts among that, rows and small pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from pipeline.reading.captures import INTRO, PROSE, UNKNOWN
from pipeline.reading.cutting.asides import (
    are_facts,
    closing_advice,
    ends_terms,
    fact_below_terms,
    is_aside,
    is_beside_terms,
    is_fact_behind,
    is_fact_in_chips,
    is_of_facts,
)
from pipeline.reading.cutting.chips import are_in_turns, is_menu, is_of_a_filter
from pipeline.reading.cutting.companions import with_companions
from pipeline.reading.cutting.gathering import Gatherer
from pipeline.reading.cutting.opened import TITLED, WEAK_HEADING, Opened, is_of_a_list
from pipeline.reading.cutting.pieces import is_told
from pipeline.reading.cutting.rows import is_dose_among_told, is_text, only_counts
from pipeline.reading.cutting.surroundings import is_dropped
from pipeline.reading.fields.statements import stated
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import FACT_FIELDS, NAMING, TERM_FIELDS, all_known, metric_of
from pipeline.reading.words.labels import dashed_dose, pair_of, with_colon
from pipeline.reading.words.pairs import pairs_in, states_doses
from pipeline.reading.words.plain import is_day, is_sentence, sentences, states_price
from pipeline.reading.words.profiles import FACTS, IGNORED, SKIPPED, Profile
from pipeline.records import Block, Chips, Listing, Paragraph, Place, Row
from pipeline.vocabulary import key

_FEWEST_LINKS = 3
_FEWEST_DOSES = _LABEL_AND_VALUE = 2
_BREAKING = frozenset(("instructions", "benefits", "safety_tips", SKIPPED))


class Content:
    """Keeps the open section, if there is one, and takes its blocks; what is closed goes to `facts`."""

    def __init__(self, profile: Profile, first: Opened, *, marked_up: bool) -> None:
        self._profile = profile
        self._marked_up = marked_up
        self.facts = Gatherer(profile)
        self.opened: Opened | None = first
        self._counted: Opened | None = None  # the section among whose rows is how much to do

    @property
    def in_prose(self) -> bool:
        return self.opened is not None and self.opened.field in PROSE

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the page was taken so far but its title."""
        opened = self.opened
        return opened is not None and opened.field == INTRO and not opened.blocks and not self.facts.holds()

    def open(self, section: Opened) -> None:
        """Closes the open section and begins another one."""
        self.close()
        self.opened = section

    def close(self) -> None:
        opened, self.opened = self.opened, None
        if opened is None or not opened.blocks or (opened.goes_on and not any(map(is_of_a_list, opened.blocks))):
            return
        if advice := closing_advice(self._profile, opened):
            field, (label, text) = advice
            last = opened.blocks.pop()
            self.facts.section(opened.field, opened.via, opened.place, opened.blocks)
            self.facts.section(field, label, last.place, [Paragraph(text, last.place)])
        else:
            self.facts.section(opened.field, opened.via, opened.place, opened.blocks)

    def close_for_text(self, place: Place) -> None:
        """Closes the open section; what follows may be the text below the title."""
        self.close()
        self.introduce(place)

    def introduce(self, place: Place) -> None:
        """What follows the facts may be the text below the title."""
        if not self.facts.holds(PROSE):
            self.opened = Opened(INTRO, "", place, 1)

    def take(self, block: Block, following: Block | None, *, told: bool) -> Sequence[Block]:
        """Takes a block of the page, `following` stands behind it; `told` says that the steps have begun. What is to be taken in its
        place, if anything.
        """
        if isinstance(block, Row) and (lines := self._told_in_row(block)):
            return lines
        if self._is_left_out(block):
            self._keep(block)
        elif isinstance(block, Row):
            self._row(block)
        elif isinstance(block, Chips):
            return self._chips(block)
        elif isinstance(block, Listing) and self._takes_facts(block):
            return ()
        elif self.opened is None and isinstance(block, Paragraph):
            self._lone_facts(block)
        else:
            self._text(block, following, told=told)
        return ()

    def _is_left_out(self, block: Block) -> bool:
        """Whether a block is of a section that is none of the exercise's, and no fact that stands behind it."""
        if self.opened is None or self.opened.field != IGNORED:
            return False
        if isinstance(block, Chips) and self._is_titled_box(block):
            return False
        return not is_fact_behind(self._profile, self.opened, block, marked_up=self._marked_up)

    def _is_titled_box(self, chips: Chips) -> bool:
        """Whether small pieces are names or facts below a bold title, "The muscles", "Target: Quads" and "Synergists: Glutes", or
        below one of facts.
        """
        title, *others = chips.items
        if not others or pair_of(self._profile, title):
            return False
        meaning = self._profile.exactly(title.text)
        if meaning == FACTS:
            return True
        if not title.strong and meaning != "description":  # "At a glance"
            return False
        told = [pairs_in(self._profile, item, "") for item in others]
        of_names = title.strong and self._profile.heading(title.text) in NAMING
        in_turns = meaning == "description" and are_in_turns(self._profile, replace(chips, items=tuple(others)))
        return of_names or in_turns or (all(told) and self._are_mostly_known([*chain.from_iterable(told)]))

    def _keep(self, block: Block) -> None:
        if self.opened is not None:
            self.opened.add(block)

    # -- text ------------------------------------------------------------------------------------------------

    def _text(self, block: Block, following: Block | None, *, told: bool) -> None:
        """Takes what stands in a section and is no row of facts: its text, or facts among that."""
        listed = self.opened is not None and self.opened.field == UNKNOWN and self.opened.is_listed
        if isinstance(block, Paragraph) and block.caption and told:
            self._caption(block)
        elif isinstance(block, Paragraph) and is_told(following) and self._is_unmarked_title(block):
            self._line(block)
        elif (self.in_prose or listed) and are_facts(
            self._profile, self.opened, facts := pairs_in(self._profile, block, "")
        ):
            self._break_off_for(facts)
            for label, value in facts:
                self.facts.fact(label, [value], block.place)
        elif isinstance(block, Paragraph):
            self._line(block)
        else:
            self._keep(block)

    def _is_unmarked_title(self, line: Paragraph) -> bool:
        """Whether a line set off above a sentence, among benefits or tips, is a title, though it begins with a label: "Works the
        legs".
        """
        if self.opened is None or self.opened.field not in TITLED or not line.strong or line.lead:
            return False
        label, found, _ = f"{line.text} ".partition(" the ") if " the " in line.text else line.text.partition(" your ")
        return bool(found) and self._profile.label_of(label) is not None

    def _caption(self, line: Paragraph) -> None:
        """Takes what stands below a picture among the steps, which may show another exercise: a fact of known terms only
        where the page states none of its field.
        """
        field = self._profile.label_of(line.lead) if line.lead else None
        if field in FACT_FIELDS and all_known(field, [line.text]) and not self.facts.holds((field,)):
            self.facts.fact(line.lead, [line.text], line.place)
        else:
            self._keep(line)

    def _break_off_for(self, facts: Sequence[tuple[str, str]]) -> None:
        """Closes a list where a line of another field stands below its items; more of them may follow."""
        opened = self.opened
        if opened is None or opened.field not in TITLED:
            return
        if any(is_aside(self._profile, opened, *fact) for fact in facts):
            self.open(Opened(opened.field, opened.via, opened.place, opened.level, goes_on=True))

    def _line(self, line: Paragraph) -> None:
        if names := self._below_own_label(line):
            self._keep(replace(line, text=names, lead=""))
        elif is_beside_terms(self.opened, line):
            self.facts.fact(line.lead, [line.text], line.place)
        elif fact := fact_below_terms(self._profile, self.opened, line):
            self.open(Opened(FACTS, "", line.place, WEAK_HEADING))
            self.facts.fact(fact[0], [fact[1]], line.place)
            self.introduce(line.place)
        else:
            if ends_terms(self.opened, line):
                self.close_for_text(line.place)
            self._keep(line)

    def _below_own_label(self, line: Paragraph) -> str | None:
        """The names in a line whose label says what its heading does: "Variations to try: Wide-Grip Curl"."""
        if self.opened is None or self.opened.field not in NAMING:
            return None
        label, value = pair_of(self._profile, line) or ("", "")
        return value if label and self._profile.exactly(label) == self.opened.field else None

    def _takes_facts(self, listing: Listing) -> bool:
        of_names = self.opened is not None and self.opened.field in NAMING
        among_facts = not self.in_prose or (is_of_facts(self._profile, listing) and not of_names)
        return among_facts and self.facts.listing(listing)

    def _lone_facts(self, line: Paragraph) -> None:
        """Takes the facts of a line that stands in no section, where they can be nothing else: known terms, names or doses
        beside a label that is set off; beside another label known terms that the page states nowhere above.
        """
        for label, value in pairs_in(self._profile, line, ""):
            field = self._profile.label_of(label)
            known = self._is_known(label, value)
            if not line.lead:
                if known and field is not None and not self.facts.holds((field,)):
                    self.facts.fact(label, [value], line.place)
                continue
            names = field in NAMING and not is_sentence(value)
            if names or known or (field is None and metric_of(label) in hints()["doses"] and value[:1].isdigit()):
                self.facts.fact(label, [value], line.place)

    def _is_known(self, label: str, value: str) -> bool:
        """Whether a label is that of a fact, and its value known terms of it."""
        field = self._profile.label_of(label)
        return field in FACT_FIELDS and all_known(field, [value])

    # -- rows and small pieces -------------------------------------------------------------------------------

    def _told_in_row(self, row: Row) -> Sequence[Block]:
        """The lines of a row that is a heading of facts beside sentences that state them, or beside facts in one line, "Target: Quads
        | Level: easy"; none of any other.
        """
        meaning = self._profile.exactly(row.label)
        if meaning not in (FACTS, "muscles_worked", "description"):
            return ()
        lines = [Paragraph(value, row.place) for value in row.values]
        if all(map(is_sentence, row.values)):
            stating = any(stated(sentence) for value in row.values for sentence in sentences(value))
            tells = stating and meaning != "description"
        else:
            tells = self._are_mostly_known([pair for line in lines for pair in pairs_in(self._profile, line, "")])
        return (Paragraph(row.label, row.place, strong=True), *lines) if tells else ()

    def _row(self, row: Row) -> None:
        if self.facts.row_of_columns(row) or key(row.label) in hints()["turning"]:
            return
        opened = self.opened
        if opened is not None and opened.is_weak and opened.field in (*TERM_FIELDS, "aliases") and not opened.blocks:
            self.opened = None  # "Synergists", with nothing beside it
            self.introduce(row.place)
        if opened is not None and not opened.blocks and opened.field in FACT_FIELDS and only_counts(row):
            opened.field = UNKNOWN  # below "Movement", steps in the rows of a table
        is_dose = is_dose_among_told(opened, row, self._counted)
        self._counted = opened if is_dose else None
        if is_text(self._profile, self.opened, row) and not is_dose:
            self._keep(row)
        else:
            self.facts.fact(row.label, row.values, row.place)
            if opened is not None:
                opened.holds_facts = True
            if opened is not None and opened.field in TERM_FIELDS and opened.blocks and self.opened is opened:
                self.close_for_text(row.place)

    def _chips(self, chips: Chips) -> Sequence[Block]:
        """Small pieces side by side: labels with their values when the first is a label, else a run of tags. What is to be
        taken in their place, if anything.
        """
        if self._says_nothing(chips) or self.facts.named_by_value(chips):
            return ()
        if self._is_small_fact(chips) or self._is_fact_below_terms(chips):
            self.facts.fact(chips.items[0].text, [chips.items[1].text], chips.place)
            self._end_terms(chips.place)
            return ()
        if (parts := self._parts_of(chips)) is not None:
            return parts
        if (self.in_prose and not is_fact_in_chips(self._profile, chips)) or not self.facts.chips(chips):
            self._keep(chips)
        return ()

    def _end_terms(self, place: Place) -> None:
        """Closes a section of terms below which the next fact is told: what follows is no more of them."""
        opened = self.opened
        if opened is not None and opened.is_weak and opened.field in TERM_FIELDS and opened.blocks:
            self.close_for_text(place)

    def _says_nothing(self, chips: Chips) -> bool:
        """Whether small pieces lead elsewhere: "Because you viewed this" and its cards, tabs to choose from, links."""
        first = chips.items[0]
        leads_away = self._profile.heading(first.text) == SKIPPED or key(first.text) in hints()["turning"]
        leads_away = leads_away and not pair_of(self._profile, first) and not metric_of(first.text)
        if leads_away and not self._announces_doses(chips):
            return True
        texts = [item.text for item in chips.items]
        if any(map(is_day, texts)):
            return True  # "Technique", and beside it "5 Sept"
        if len(texts) > _LABEL_AND_VALUE and any(map(states_price, texts)):
            return True  # a package: "Starter | Level: beginner | 4 weeks | €89"
        return is_menu(self._profile, texts) or is_of_a_filter(self._profile, chips) or self._is_of_the_site(chips)

    def _announces_doses(self, chips: Chips) -> bool:
        """Whether all small pieces behind the first are doses: "Recommended", and beside it "Sets: 3" and "Reps: 8"."""
        return len(chips.items) > 1 and states_doses(self._profile, replace(chips, items=chips.items[1:]))

    def _parts_of(self, chips: Chips) -> Sequence[Block] | None:
        """The lines that small pieces are: one list that goes on in the next line, short lines of several sections, or labels
        with their values in one piece. None for pieces that belong together.
        """
        if chips.items[0].text.endswith(",") and ": " in chips.items[0].text:
            return (Paragraph(" ".join(item.whole for item in chips.items), chips.place),)
        if (
            len(chips.items) > _FEWEST_DOSES
            and not pair_of(self._profile, chips.items[0])
            and self._announces_doses(chips)
        ):
            return chips.items[1:]  # "Sets & reps", and beside it "Sets: 3" and "Reps: 8"
        if any(map(self._begins_another, chips.items)) and (self.in_prose or not are_in_turns(self._profile, chips)):
            return chips.items
        return self._pairs_of(chips)

    def _begins_another(self, piece: Paragraph) -> bool:
        """Whether a small piece is the heading of a section of sentences, or a bold one of names."""
        if piece.text[:1].islower():
            return False
        meaning = self._profile.exactly(piece.text)
        named = piece.strong and (self._profile.heading(piece.text) in NAMING or meaning in (FACTS, "muscles_worked"))
        return meaning in _BREAKING or named

    def _pairs_of(self, chips: Chips) -> Sequence[Block] | None:
        """Small pieces that each hold a label and its value; None for others."""
        first, *others = (item.whole for item in chips.items)
        if len(others) == 1 and self._is_known(first, others[0]):
            return None  # "Level", and beside it "Level 2"
        pairs = [pair_of(self._profile, item) or dashed_dose(item.text) for item in chips.items]
        if self.in_prose and len(pairs) > 1 and all(pair and self._is_known(*pair) for pair in pairs):
            return chips.items
        is_other = self.opened is not None and self.opened.field in (*NAMING, IGNORED)
        if (self.in_prose or is_other) and self._is_titled_box(chips):
            return chips.items
        if self.in_prose and len(pairs) > _FEWEST_DOSES and all(dashed_dose(item.text) for item in chips.items):
            return tuple(with_colon(self._profile, item) for item in chips.items)
        if not self.in_prose and any(pairs):
            facts = len(pairs) > _FEWEST_DOSES and 2 * sum(map(bool, pairs)) > len(pairs)
            lines = [with_colon(self._profile, item, among_facts=facts) for item in chips.items]
            return tuple(with_companions(lines, self._profile))
        return None

    def _are_mostly_known(self, facts: Sequence[tuple[str, str]]) -> bool:
        """Whether several facts are most of them known, and none is a sentence."""
        known = sum(self._is_known(*fact) for fact in facts)
        return 1 < len(facts) < 2 * known and not any(is_sentence(value) for _, value in facts)

    def _is_small_fact(self, chips: Chips) -> bool:
        """Whether a label that begins a section elsewhere stands beside a few words among facts: "Starting Position", and
        "Back on the wall".
        """
        if len(chips.items) != 2 or self._profile.exactly(chips.items[0].whole) not in _BREAKING or self.in_prose:
            return False
        value = chips.items[1].whole
        return self.facts.holds(FACT_FIELDS) and not is_sentence(value) and self._profile.heading(value) is None

    def _is_fact_below_terms(self, chips: Chips) -> bool:
        """Whether two small pieces stand below the terms of a fact and are none of these: a label of several
        words, or one beside a term of another field. "From the gym store", and beside it "Olympic barbell".
        """
        opened = self.opened
        if opened is None or opened.field not in TERM_FIELDS or not opened.blocks or len(chips.items) != 2:
            return False
        label, value = (item.whole for item in chips.items)
        if any(all_known(field, [label]) for field in FACT_FIELDS) or all_known(opened.field, [value]):
            return False
        if label[:1].isdigit() and metric_of(value):
            return False  # "2 minutes", and below it "Rest"
        return " " in label or any(all_known(field, [value]) for field in FACT_FIELDS)

    def _is_of_the_site(self, chips: Chips) -> bool:
        """Whether small pieces are links that say nothing, those at the foot of a site, "Privacy | Terms", or stand below the
        terms of a fact and are none themselves.
        """
        opened, texts = self.opened, [item.text for item in chips.items]
        if all(is_dropped(item, self._profile, in_prose=False) for item in chips.items):
            return True
        if sum(key(text) in hints()["legal"] for text in texts) > 1:
            return True
        leads_back = self._profile.dropped.match(key(texts[0])) is not None  # "Home | All exercises"
        if opened is None or opened.field not in TERM_FIELDS:
            return False
        if not leads_back and (len(texts) < _FEWEST_LINKS or not opened.is_listed):
            return False
        return not any(all_known(opened.field, [text]) or self._profile.label_of(text) for text in texts)
