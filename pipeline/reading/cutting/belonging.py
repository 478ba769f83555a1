"""Whose a block of a page is: the exercise's, or something else's that stands beside, above or below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TypeGuard

from pipeline.reading.captures import PROSE, UNKNOWN, Capture
from pipeline.reading.cutting.asides import is_of_facts
from pipeline.reading.cutting.content import Content
from pipeline.reading.cutting.opened import TITLED, WEAK_HEADING
from pipeline.reading.cutting.scopes import Scopes
from pipeline.reading.cutting.skipping import Skipping
from pipeline.reading.cutting.surroundings import closes, counts_comments, heads_comments, is_of_a_reader, says_when
from pipeline.reading.fields.stepwise import is_bodily, moves
from pipeline.reading.words.hinting import hinted
from pipeline.reading.words.kinds import FACT_FIELDS, NAMING, TERM_FIELDS, all_known
from pipeline.reading.words.labels import dashed_pair, pair_of
from pipeline.reading.words.names import could_be_name
from pipeline.reading.words.pairs import states_doses, states_fact
from pipeline.reading.words.plain import is_sentence, is_step
from pipeline.reading.words.profiles import FACTS, IGNORED, SKIPPED, Profile
from pipeline.records import Block, Break, Heading, Listing, Paragraph, Place, Row
from pipeline.vocabulary import key, known_names
from pipeline.vocabulary.terms import words_of_names

_LEFT_OUT = frozenset((SKIPPED, IGNORED))
_MUSCLES = frozenset(("target_muscles", "secondary_muscles"))
_MOST_NAMES = 3
_MOST_STEPS = 30
"""Blocks below a heading that are looked at."""
_FEWEST_OTHERS = 3
_MOST_OTHERS = 0.5
"""The share of a list that may begin with the names of other exercises."""
_NEAR = 4
"""Blocks below the name of an exercise among which its first fact stands: a picture and a description come before it."""


class Belonging:
    """Decides for one page by what stands above a place (`scopes`) and what is left out there (`skipping`); `name` is that
    of the exercise, as its key, `content` what was taken so far.
    """

    def __init__(self, profile: Profile, name: str, content: Content, *, marked_up: bool, above: bool) -> None:
        self._profile = profile
        self._name = name
        self._content = content
        self._marked_up = marked_up
        self.skipping = Skipping(marked_up=marked_up)
        self.scopes = Scopes(profile, name, above=above)
        self._in_table_of_others = False
        self._ahead: tuple[Sequence[Block], int] = ((), 0)
        self._announced = ""  # the heading below a line that announces something else: "Recipe of the week"

    def stand_at(self, blocks: Sequence[Block], place: int) -> None:
        """Says which block comes next: what stands below a heading may tell whose it is."""
        self._ahead = blocks, place + 1

    def _has_facts_below(self, level: int) -> bool:
        """Whether facts stand near below a heading of this level, and above the next as high."""
        blocks, start = self._ahead
        for block in blocks[start : start + _NEAR]:
            above = isinstance(block, (Heading, Break)) and block.level < level
            if not above and states_fact(self._profile, block):
                return True
            if isinstance(block, (Heading, Break)) and block.level <= level:
                return False
        return False

    def end_at_card(self, text: str, level: int) -> None:
        """Leaves out nothing more, and expects no question, from a heading on that is the name of the exercise above the card of
        its facts and steps, where the page told no steps yet.
        """
        if self.scopes.told or not self._name or key(text) != self._name:
            return
        blocks, start = self._ahead
        below = next((b.text for b in blocks[start : start + _NEAR] if isinstance(b, Heading)), "")
        if self._has_facts_below(level) or self._profile.exactly(below) in (*FACT_FIELDS, *PROSE, FACTS):
            self.skipping.stop()
            self.scopes.stop_asking()

    def is_of_a_reader(self, block: Block) -> bool:
        """Whether a reader of the page begins to speak: below its steps, or above what the first post says."""
        may_be = self.scopes.told or self.skipping.is_weak
        line = block.whole if self.scopes.told and not self._marked_up and isinstance(block, Paragraph) else ""
        if line and (says_when(line) or counts_comments(line)):
            return True
        return may_be and is_of_a_reader(block, self._profile, self._name)

    def is_of_others(self, block: Block) -> bool:
        """Whether a block is a row of a table below the steps that names other exercises, or a list of such, each with
        what is said of it.
        """
        if isinstance(block, Listing) and self._lists_others(block):
            return True
        if not isinstance(block, Row):
            self._in_table_of_others = False
        elif self.scopes.told and self._profile.label_of(block.label) == "name":
            told_of = key(" ".join(block.values))
            self._in_table_of_others = self._in_table_of_others or told_of not in ("", self._name)
        return self._in_table_of_others

    def _lists_others(self, block: Listing) -> bool:
        """Whether most items of a list below the steps begin with the name of another exercise; variations do, too."""
        opened = self._content.opened
        if not self.scopes.told or len(block.items) < _FEWEST_OTHERS or (opened and opened.field in NAMING):
            return False
        if opened and opened.field in PROSE and any(is_sentence(item.text) for item in block.items):
            return False  # "Plank: Brace as you do there."
        names = [key(item.lead) for item in block.items if item.lead]
        others = sum(name in known_names() and name != self._name for name in names)
        return others > _MOST_OTHERS * len(block.items)

    def leads_off(self, heading: Heading) -> bool:
        """Whether nothing behind a heading is of the page: another page begins, or it names who wrote this one."""
        return self.scopes.told and (
            self.scopes.is_another_page(heading.text, heading.level)
            or closes(heading.text, self._profile)
            or heads_comments(heading.text)
        )

    def leads_back(self, line: Paragraph) -> bool:
        """Whether a line states the first muscles of a page, above its steps, or is a sentence on the exercise: what a line of
        the page left out ends there, where no mark makes that a heading ("Timestamps", "Tags").
        """
        opened = self._content.opened
        for_a_line = self.skipping.is_weak or (opened is not None and opened.is_weak and opened.field == IGNORED)
        if self.skipping.is_weak and not self.scopes.told and self._names_it(line):
            return True
        if not for_a_line or self.scopes.told or self._content.facts.holds_muscles():
            return False
        if self._marked_up and not line.lead:
            return False
        label, value = pair_of(self._profile, line) or ("", "")
        field = self._profile.label_of(label) or ""
        is_other_name = field == "aliases" and not self._marked_up
        return is_other_name or (field in TERM_FIELDS and field != "equipment" and all_known(field, (value,)))

    def _names_it(self, line: Paragraph) -> bool:
        """Whether a line is a sentence that names the exercise."""
        return bool(self._name) and is_sentence(line.whole) and f" {self._name} " in f" {key(line.whole)} "

    def is_announced(self, line: Paragraph, following: Block | None) -> bool:
        """Whether a line that is set off announces another exercise: "Next week: Zottman Curl"."""
        return (
            line.strong and self.scopes.announces_another(line.text, following) and self.begins_another(line, following)
        )

    def is_title_of_facts(self, line: Paragraph, following: Block | None) -> bool:
        """Whether a line that would lead to another page is the title of facts: "Related exercise: Arnold Press"."""
        labelled = isinstance(following, Listing) and all(item.lead for item in following.items)
        is_label_alone = isinstance(following, Paragraph) and pair_of(self._profile, following) is None
        return line.strong and (labelled or (states_fact(self._profile, following) and not is_label_alone))

    def begins_another(self, line: Paragraph, following: Block | None) -> bool:
        """Whether a line that is no fact begins something else than the exercise."""
        opened = self._content.opened
        if line.lead or not self.scopes.begins_another(line.text, opened, following, set_off=line.strong):
            return False
        if (pair_of(self._profile, line) or dashed_pair(line.text)) and not self.scopes.announces_another(
            line.text, following
        ):
            return False
        self._announced = following.text if isinstance(following, Heading) else ""
        return True

    def unknown(self, text: str, following: Block | None) -> str | None:
        """What begins at a heading that nobody knows: facts, something else than the exercise, or (None) that is open."""
        if isinstance(following, Listing) and states_doses(self._profile, following):
            return FACTS
        announced = bool(self._announced) and text == self._announced
        if announced or self.scopes.begins_another(text, self._content.opened, following):
            return SKIPPED
        return None

    def settled(self, meaning: str | None, text: str, level: int, following: Block | None) -> str | None:
        """What begins at a heading or a line, by its words and by what these leave open: nothing of the exercise where it
        tells of another, or is its name above its facts; and something of it where the page would be left out
        ("Recommended", and below it "Sets: 3", or "Get moving!", and "Step 1").
        """
        if self._is_of_another(meaning, text, level) or (meaning == "description" and self._introduces_writer(text)):
            return SKIPPED
        if meaning not in (None, *_LEFT_OUT):
            return meaning
        own = self.scopes.is_own(text) and not (self.skipping.on and self.scopes.is_variant(text))
        if own and states_fact(self._profile, following):
            return FACTS
        if meaning in _LEFT_OUT and self._tells_steps_below(text):
            return "instructions"
        spared = self._spared(meaning, text, following) if meaning else None
        return SKIPPED if spared == IGNORED and self._is_above_another(level, following) else spared

    def _tells_steps_below(self, text: str) -> bool:
        """Whether steps stand right below a heading that leads elsewhere by its words, "Get going", on a page whose headings
        announce none.
        """
        if self.scopes.told or self._content.facts.holds(("instructions",)) or self._profile.exactly(text) is not None:
            return False
        blocks, start = self._ahead
        below = takewhile(lambda block: not self._ends_section(block), blocks[start : start + _MOST_STEPS])
        section = Capture(UNKNOWN, text, Place(), tuple(below))
        if hinted(text, "mistakes") or not section.blocks or not moves(section) or not is_bodily(section):
            return False
        headings = (b.text for b in blocks[start:] if self._ends_section(b) and not isinstance(b, Break))
        return all(self._profile.heading(heading) != "instructions" for heading in headings)

    def _ends_section(self, block: Block) -> TypeGuard[Heading | Paragraph | Break]:
        """Whether a section ends at a block: a heading, or a line of a text that is set like one."""
        set_off = not self._marked_up and isinstance(block, Paragraph) and block.strong and not is_sentence(block.text)
        return set_off or isinstance(block, (Heading, Break))

    def _is_above_another(self, level: int, following: Block | None) -> bool:
        """Whether the name of another exercise stands below a heading, and its facts below that: "Today's workout"."""
        if not self.scopes.told or not isinstance(following, Paragraph) or following.lead or ":" in following.text:
            return False
        name = key(following.text)
        names_another = could_be_name(name) and not is_sentence(following.text) and name not in self._name
        return names_another and self._profile.label_of(name) is None and self._has_facts_below(level)

    def _introduces_writer(self, heading: str) -> bool:
        """Whether a heading below the steps announces who wrote them: "About Ann Bell"."""
        first, *names = heading.split()
        if not self.scopes.told or first.lower() != "about" or not 1 < len(names) <= _MOST_NAMES:
            return False
        return all(name.istitle() and key(name) not in words_of_names() for name in names)

    def _is_of_another(self, meaning: str | None, text: str, level: int) -> bool:
        if meaning is not None and self.scopes.is_about_another(text, meaning, skipping=self.skipping.on):
            return True
        opened = self._content.opened
        if opened is not None and opened.field == "variations":
            return False
        among_titles = opened is not None and opened.field in TITLED and level > opened.level
        marked = level != WEAK_HEADING and not among_titles
        known = self.scopes.told and self._content.facts.holds_muscles()
        variant = marked and known and meaning is None and self.scopes.is_variant(text)
        if not (variant or self.scopes.is_of_another(text, marked=marked)) or not self._has_facts_below(level):
            return False
        return opened is None or not all_known(opened.field, (text,))  # below "Equipment", an ab wheel is a tool

    def _spared(self, meaning: str, text: str, following: Block | None) -> str:
        if states_doses(self._profile, following):
            return FACTS
        if meaning == IGNORED and (self._states_muscles(following) or self._begins_facts(text, following)):
            return FACTS
        first = following.lead or following.text if isinstance(following, Paragraph) else ""
        counts = is_step(first) or first.strip("0. ") == "1"
        return "instructions" if counts and not self.scopes.told else meaning

    def _begins_facts(self, heading: str, block: Block | None) -> bool:
        """Whether the first fact that a page states stands in a row, with a known value: "Type: Cardio", below "Workout facts"."""
        if (
            not hinted(heading, "about_facts")
            or self.scopes.told
            or not isinstance(block, Row)
            or self._content.facts.holds(FACT_FIELDS)
        ):
            return False
        field = self._profile.label_of(block.label)
        return field in FACT_FIELDS and all_known(field, block.values)

    def _states_muscles(self, block: Block | None) -> bool:
        """Whether a list is of facts, muscles among them: "Agonists: Quads", below "Who does the work"; or a line or a row
        states some: "Main muscles: Quads", below "Notes".
        """
        label_of = self._profile.label_of
        if isinstance(block, Row):
            return label_of(block.label) in _MUSCLES and all_known("target_muscles", block.values)
        if isinstance(block, Paragraph):
            label, muscles = pair_of(self._profile, block) or ("", "")
            return label_of(label) in _MUSCLES and all_known("target_muscles", (muscles,))
        if not isinstance(block, Listing) or not is_of_facts(self._profile, block):
            return False
        return any(label_of(item.lead) in _MUSCLES for item in block.items)
