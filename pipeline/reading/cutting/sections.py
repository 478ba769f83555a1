"""The Outline cut into captures: which blocks, under which heading or behind which label, belong to which field."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.reading.captures import INTRO, PROSE, SENTENCES, UNKNOWN, Sections
from pipeline.reading.cutting.belonging import Belonging
from pipeline.reading.cutting.cards import without_cards
from pipeline.reading.cutting.columned import in_turns
from pipeline.reading.cutting.companions import with_companions, without_sales, without_variants
from pipeline.reading.cutting.content import Content
from pipeline.reading.cutting.contents import without_contents, without_question, without_tabs
from pipeline.reading.cutting.counted import with_counted_headings, with_counted_pieces
from pipeline.reading.cutting.headed import (
    announced,
    asked_of_it,
    with_facts_in_headings,
    with_headed_facts,
    with_values_above,
    without_icons,
)
from pipeline.reading.cutting.markers import Markers
from pipeline.reading.cutting.opened import TITLED, TITLED_OR_NAMED, WEAK_HEADING, Opened, is_of_a_list
from pipeline.reading.cutting.pieces import is_right_above
from pipeline.reading.cutting.ranked import with_ranked_muscles
from pipeline.reading.cutting.stacked import with_stacked_facts
from pipeline.reading.cutting.surroundings import closes, counts_comments, is_dropped
from pipeline.reading.cutting.titles import Titles
from pipeline.reading.fields.doses import with_counted_doses
from pipeline.reading.fields.stepwise import begins_with
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kickers import with_kickers_above
from pipeline.reading.words.kinds import CHOICE_FIELDS, all_known
from pipeline.reading.words.labels import COLON
from pipeline.reading.words.pairs import parted, states_fact
from pipeline.reading.words.plain import CHIP_LENGTH, ONLY_NUMBER, is_piece, is_step
from pipeline.reading.words.profiles import FACTS, IGNORED, SKIPPED, Profile
from pipeline.records import Block, Break, Chips, Heading, Listing, Outline, Paragraph, Place, Row
from pipeline.vocabulary import key, known_names

_BLANK = "____"
"""What is left for somebody to write on."""


def _is_to_be_filled_in(listing: Listing) -> bool:
    """Whether a list is a sheet for somebody to write on: "What was hard? ______"."""
    blank = [item.whole.rstrip(_BLANK[0] + " ") for item in listing.items if item.whole.endswith(_BLANK)]
    asking = sum(text.endswith(("?", ":")) for text in blank)
    return asking > 1 and 2 * asking >= len(listing.items)


def sections(outline: Outline, profile: Profile, title_at: int, name: str, *, above: bool = False) -> Sections:
    """Cuts an outline. `title_at` is the index of the block with the exercise's name (-1: none has it); what stands
    before it is left out. `above` says that the outline is what stands above the title.
    """
    title = outline.blocks[title_at] if title_at >= 0 else None
    cutter = _Cutter(profile, title, key(name), marked_up=outline.marked_up, above=above)
    shown = without_icons(outline.blocks[title_at + 1 :])
    kept = list(announced(asked_of_it(shown, profile, key(name)), profile))
    kept = without_contents(without_variants(in_turns(without_question(kept))))
    kept = list(without_cards(list(with_counted_doses(kept, profile)), profile))
    kept = without_sales(kept if outline.marked_up else without_tabs(kept), profile)
    kept = list(with_facts_in_headings(kept if outline.marked_up else with_counted_headings(kept, profile), profile))
    kept = list(with_ranked_muscles(kept, profile))
    kept = list(with_values_above(with_kickers_above(kept, profile), profile))
    kept = list(with_headed_facts(kept, profile, marked_up=outline.marked_up))
    kept = list(with_stacked_facts(kept, profile))
    blocks = [
        part
        for block in with_companions(with_counted_pieces(kept, profile), profile)
        for part in (parted(profile, block) if isinstance(block, Paragraph) else (block,))
    ]
    for place, block in enumerate(blocks):
        cutter.stand_at(blocks, place)
        cutter.take(block, blocks[place + 1] if place + 1 < len(blocks) else None)
    return cutter.finish()


class _Cutter:
    def __init__(self, profile: Profile, title: Block | None, name: str, *, marked_up: bool, above: bool) -> None:
        self._profile = profile
        self._marked_up = marked_up
        self._name = name
        self._title = key(title.text) if isinstance(title, Paragraph) else name
        self._markers = Markers(profile, name, marked_up=marked_up)
        self._titles = Titles(profile, self._markers, name)
        level = title.level if isinstance(title, Heading) else 1
        intro = Opened(INTRO, "", title.place if title else Place(), level)
        self._content = Content(profile, intro, marked_up=marked_up)
        self._belonging = Belonging(profile, name, self._content, marked_up=marked_up, above=above)
        self._scopes, self._skipping = self._belonging.scopes, self._belonging.skipping
        self._facts = self._content.facts
        self._next: Block | None = None
        self._other_pages: Block | None = None

    def finish(self) -> Sections:
        self._content.close()
        return self._facts.collected()

    def stand_at(self, blocks: Sequence[Block], place: int) -> None:
        self._belonging.stand_at(blocks, place)
        self._titles.stand_at(blocks, place)

    def take(self, block: Block, following: Block | None = None) -> None:
        self._next = following
        if block is self._other_pages:
            return
        if not isinstance(block, Row):
            self._facts.end_of_rows()
        if self._belonging.is_of_a_reader(block):
            self._reader(block)
        elif isinstance(block, Heading):
            if self._belonging.leads_off(block):
                self._content.close()
                self._skipping.for_good()
            else:
                self._heading(block.text, block.level, block.place)
        elif isinstance(block, Break):
            self._end_of_part(block.level)
        elif isinstance(block, Paragraph) and self._belonging.leads_back(block):
            self._skipping.stop()
            self._content.close_for_text(block.place)
            self._keep(block)
        elif isinstance(block, Paragraph) and self._is_mark(block):
            return
        elif self._skipping.on:
            self._skipping.leave_out(block)
        else:
            self._keep(block)

    def _keep(self, block: Block) -> None:
        if isinstance(block, Listing) and _is_to_be_filled_in(block):
            if self._content.opened is not None and not self._content.opened.blocks:
                self._content.close()  # it is all that stands below its heading
            return
        if self._belonging.is_of_others(block) or (isinstance(block, Listing) and self._leads_elsewhere(block)):
            return
        for part in self._content.take(block, self._next, told=self._scopes.told):
            self.take(part)

    def _leads_elsewhere(self, block: Listing) -> bool:
        """Whether nothing in a list is of the exercise: "Log in to comment"."""
        return all(is_dropped(item, self._profile, in_prose=self._content.in_prose) for item in block.items)

    def _reader(self, block: Block) -> None:
        """Somebody speaks: below the steps another reader, above them the one who wrote the first post."""
        opened = self._content.opened
        if opened is not None and opened.field == "instructions" and all(map(_is_few_words, opened.blocks)):
            self._scopes.told, self._content.opened = False, None  # "Exercise guides", in the head of a thread
        if self._scopes.told:
            self._content.close()
            self._skipping.for_good()
        else:
            self._skipping.stop()
            self._content.close_for_text(block.place)

    # -- lines that are no content ---------------------------------------------------------------------------

    def _is_mark(self, line: Paragraph) -> bool:
        """Whether a line is no content: it ends a section, begins one, or says nothing."""
        if self._ends_section(line):
            self._content.close()
            return True
        if self._belonging.is_announced(line, self._next):
            self._heading(line.text, WEAK_HEADING, line.place, SKIPPED)
            return True
        if self._heads_other_pages(line) or (not self._scopes.told and counts_comments(line.whole)):
            return True
        opened = self._content.opened
        if opened is not None and opened.field in CHOICE_FIELDS and not opened.blocks and _is_choice(line.whole):
            return False  # the value of a label above it, which would be a label elsewhere, or nothing: "Bilateral", "4 / 10"
        if is_dropped(line, self._profile, in_prose=self._content.in_prose):
            left_out = self._profile.heading(line.text) == IGNORED  # "Play video", above the facts
            if left_out or not self._belonging.is_title_of_facts(line, self._next):
                return True
        return not self._is_other_name(line) and self._begins_section(line)

    def _heads_other_pages(self, line: Paragraph) -> bool:
        """Whether a line stands above a list of other pages, which is left out with it: "Read more:"."""
        heads = line.strong and isinstance(self._next, Listing) and key(line.text) in hints()["turning"]
        self._other_pages = self._next if heads else None
        return heads

    def _is_other_name(self, line: Paragraph) -> bool:
        """Whether a line in a part that is left out names another exercise: "Side Plank" says nothing of sides."""
        words = key(line.whole) if self._skipping.on and len(line.text) <= CHIP_LENGTH else ""
        return words in known_names() and words not in (self._name, self._title)

    def _ends_section(self, line: Paragraph) -> bool:
        opened = self._content.opened
        if opened is None or self._skipping.on or opened.field in (INTRO, FACTS):
            return False
        return closes(line.whole, self._profile)

    def _begins_section(self, line: Paragraph) -> bool:
        opened = self._content.opened
        if self._name and len(line.text) <= CHIP_LENGTH and key(line.whole) in (self._name, self._title):
            return self._begins_card(line)
        apart = not self._marked_up and self._titles.stands_apart()
        meaning = self._markers.marked(line, opened, self._next, apart=apart)
        if meaning or line.strong:
            meaning = self._belonging.settled(meaning, line.text, WEAK_HEADING, self._next)
        if meaning in (None, SKIPPED) and self._belonging.begins_another(line, self._next):
            meaning = SKIPPED
        if meaning and (
            self._is_on_a_box(line.text) or (meaning in (SKIPPED, IGNORED) and self._is_above_steps(opened))
        ):
            return True
        if meaning and (self._is_below_title(line) or self._is_of_open(meaning, line, apart=apart)):
            return False
        if meaning and (meaning in (SKIPPED, IGNORED) or not self._titles.is_inside(meaning, opened, self._next)):
            self._heading(line.text.rstrip(" :"), WEAK_HEADING, line.place, meaning)
            return True
        if not self._skipping.on and self._markers.sets_off(line, opened, self._next):
            self._content.open(Opened(UNKNOWN, line.text.rstrip(" :"), line.place, WEAK_HEADING))
            self._facts.mute(muted=self._scopes.mutes(line.text, WEAK_HEADING, self._facts, known=False))
            return True
        return False

    def _is_below_title(self, line: Paragraph) -> bool:
        """Whether a line right below the title, which nothing sets off, says more of that: "Notes from a small gym, part 4"."""
        plain = self._marked_up and not line.strong and not line.text.endswith("?")
        plain = plain and self._profile.exactly(line.text) is None
        told = isinstance(self._next, (Paragraph, Break)) and not is_of_a_list(self._next)
        return plain and told and self._content.is_empty

    def _is_above_steps(self, opened: Opened | None) -> bool:
        """Whether a line stands between the heading of the steps and their list: below a picture, "Watch next"."""
        if opened is None or opened.field != "instructions" or opened.blocks or not isinstance(self._next, Listing):
            return False
        moves = all(begins_with(item.whole, hints()["movements"]) for item in self._next.items)
        return self._next.ordered or moves

    def _is_of_open(self, meaning: str, line: Paragraph, *, apart: bool) -> bool:
        """Whether a line that begins a section elsewhere is of the open one: its first term, or one more title."""
        opened = self._content.opened
        if meaning == IGNORED and (
            self._titles.is_one_more(line, opened, self._next) or self._titles.heads_names(line, opened, self._next)
        ):
            return True
        told = self._scopes.told
        among = (meaning in TITLED or (told and meaning == "instructions")) and not apart
        if among and self._titles.is_among_lines(line, opened, self._next, told=told):
            return True
        if not self._marked_up and meaning in (*PROSE, IGNORED) and is_right_above(line, opened, self._next):
            return True
        if self._scopes.told and line.text.endswith("?") and opened is not None and opened.asks and meaning != SKIPPED:
            return True  # one more question
        return opened is not None and opened.waits_for(line.whole) and not isinstance(self._next, Listing)

    def _begins_card(self, name: Paragraph) -> bool:
        """Whether the exercise's name, in a line of its own, begins a card of it below what is told of it."""
        opened = self._content.opened
        if opened is None or not opened.blocks or opened.field not in TITLED_OR_NAMED:
            return False
        self._content.open(Opened(INTRO, "", name.place, 1))
        return True

    def _is_on_a_box(self, text: str) -> bool:
        """Whether a line is the word on a box in a section of another kind: "Watch out", below "Common mistakes"."""
        opened = self._content.opened
        if opened is None or opened.field != IGNORED or opened.is_weak or states_fact(self._profile, self._next):
            return False
        return key(text) in hints()["boxes"]

    # -- headings and parts ----------------------------------------------------------------------------------

    def _heading(self, text: str, level: int, place: Place, meaning: str | None = None) -> None:
        text = self._titles.unannounced(text)
        is_real = level < WEAK_HEADING
        if self._content.is_empty and (self._titles.is_subtitle(text) or (is_real and self._titles.is_tagline(text))):
            return
        if self._content.is_empty and self._titles.is_told_subtitle(text, self._next):
            self._keep(Paragraph(text, place))
            return
        if meaning is None and key(text) != self._name:  # the Log Lift is no log
            meaning = self._meaning_of(text, level)
        self._belonging.end_at_card(text, level)
        if self._skipping.on and self._skipping.holds(
            level, meaning, self._facts, own=self._scopes.is_own(text), told=self._scopes.told
        ):
            return
        if self._scopes.asks(text, level, self._content.opened):
            meaning = IGNORED
        opened = self._content.opened
        held = (
            opened is not None and meaning != SKIPPED and self._titles.holds(text, opened, meaning, level, self._next)
        )
        is_title = opened is not None and held and (opened.field in (*TITLED, IGNORED) or is_step(text))
        if not held:
            self._content.close()  # its facts are no other exercise's, whatever begins here
        if not is_title:  # that of a tip or a step says nothing of facts
            known, below = meaning not in (None, SKIPPED), self._next
            self._facts.mute(muted=self._scopes.mutes(text, level, self._facts, known=known, following=below))
        if meaning == SKIPPED:
            another = self._scopes.names_another(text, self._next) or hinted(text, "menus")
            self._skipping.begin(level, names_another=another)
        elif opened is not None and held:
            opened.add(Heading(text, level, place))
        else:
            self._skipping.stop()
            self._open(meaning, text, level, place)

    def _open(self, meaning: str | None, text: str, level: int, place: Place) -> None:
        """Begins the section of a heading; one that is the first step begins the steps."""
        if meaning is None and self._titles.begins_steps(text, self._next):
            level -= 1
            steps = Opened("instructions", "", place, level)
            steps.add(Heading(text, level + 1, place))
            self._content.open(steps)
        else:
            name = meaning or (INTRO if self._name and key(text) == self._name else UNKNOWN)
            self._content.open(Opened(name, text, place, level))
            if name != "instructions":
                return
        self._scopes.tell(level, self._facts)

    def _meaning_of(self, text: str, level: int) -> str | None:
        """What begins at a heading, by its words, and where these leave it open by what stands below it."""
        meaning = self._titles.meaning(text, level, self._content.opened, self._next)
        meaning = self._belonging.settled(meaning, text, level, self._next) or self._belonging.unknown(text, self._next)
        names_writer = meaning is None and not self._scopes.told and self._profile.posters.match(key(text))
        return INTRO if names_writer else meaning

    def _end_of_part(self, level: int) -> None:
        """Closes what began inside a part of the page that ends here, once it holds more than an introduction."""
        opened = self._content.opened
        self._scopes.end(level)
        if self._skipping.end_of_part(level) and opened is None:
            self._content.introduce(Place())
        if opened is None or opened.field == INTRO or opened.level < level or self._goes_on_counting(opened):
            return
        if (
            opened.level > level
            or any(map(_is_more_than_an_introduction, opened.blocks))
            or len(opened.blocks) > 1
            or opened.is_value
            or (opened.field == "variations" and any(map(_is_few_words, opened.blocks)))
        ):
            if not opened.blocks and opened.field != FACTS:
                return
        elif opened.field != FACTS and (opened.field.startswith("#") or opened.field in SENTENCES):
            return
        self._content.close_for_text(opened.place)

    def _goes_on_counting(self, opened: Opened) -> bool:
        """Whether the next block is a number alone, and one was in the section: a rule stands between its steps."""
        numbers = [b for b in opened.blocks if isinstance(b, Paragraph) and ONLY_NUMBER.match(b.text)]
        return bool(numbers) and isinstance(self._next, Paragraph) and bool(ONLY_NUMBER.match(self._next.text))


def _is_choice(text: str) -> bool:
    return any(all_known(field, [text]) for field in CHOICE_FIELDS)


def _is_few_words(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_piece(block.whole)


def _is_more_than_an_introduction(block: Block) -> bool:
    return isinstance(block, (Listing, Row, Chips)) or (
        isinstance(block, Paragraph) and bool(block.lead or COLON.match(block.text))
    )
