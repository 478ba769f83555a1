"""Lines that are headings in all but name: which ones begin a section, and of which field."""

from __future__ import annotations

import re

from pipeline.reading.captures import INTRO, PROSE
from pipeline.reading.cutting.opened import TITLED, TITLED_OR_NAMED, Opened, is_of_a_list
from pipeline.reading.words.hinting import hinted, hints, is_hinted
from pipeline.reading.words.kinds import CHOICE_FIELDS, FACT_FIELDS, TERM_FIELDS, all_known, is_metric
from pipeline.reading.words.labels import dashed_pair, marked_pair, pair_of, uncounted
from pipeline.reading.words.names import is_name
from pipeline.reading.words.pairs import pieces_of
from pipeline.reading.words.plain import ends_sentence, is_bulleted, is_numbered, is_sentence
from pipeline.reading.words.profiles import FACTS, IGNORED, SKIPPED, Profile, heading_key, without_numbering
from pipeline.records import Block, Break, Chips, Heading, Listing, Paragraph, Row
from pipeline.vocabulary import key, load

_LONGEST_LINE = 100
_LONGEST_PLAIN = 60
_FEW_WORDS = 3
_NEAR = 6
"""Blocks of a section that are looked at: enough to see how it sets its titles."""
_FIRST = re.compile(r"^\W*(?:step\s*)?(?:0?1|one)\s*(?:$|[.):–—-]\s)", re.IGNORECASE)
"""The number of the first step."""
_STEP_ONE = re.compile(r"^step (?:0?1|one)(?: (?:of|/) \d{1,2})?\W*$", re.IGNORECASE)
_OF_A_VARIATION = ("for ", "with ")
"""What begins the rest of a variation's name that begins with the exercise's own: "Plank for Time"."""


class Markers:
    """Decides for one page; `name` is that of its exercise, as a key, `marked_up` false for a page of plain text."""

    def __init__(self, profile: Profile, name: str, *, marked_up: bool) -> None:
        self._profile = profile
        self._name = name
        self._marked_up = marked_up

    def meaning(self, text: str, following: Block | None = None) -> str | None:
        """What a heading means, whatever exercise it names; of one that is a label as well, by what stands below it: "Good
        for", and titles with texts.
        """
        nameless = self._nameless(text)
        return self._told_below(nameless, self._profile.heading(nameless), following)

    def _told_below(self, text: str, meaning: str | None, following: Block | None) -> str | None:
        if meaning not in FACT_FIELDS or not self._profile.is_doubtful(text):
            return meaning
        titled = isinstance(following, Paragraph) and following.strong and not all_known(meaning, (following.text,))
        if titled or _is_told(following):
            return self._profile.headings.exact(heading_key(text)) or meaning
        return meaning

    def strictly(self, text: str) -> str | None:
        """What a heading means word for word, or with the name of the exercise in it ("Benefits of the Clean")."""
        nameless = self._nameless(text)
        if found := self._profile.exactly(text) or (self._profile.heading(nameless) if nameless != text else None):
            return found
        words = key(text).split()
        if words[1:2] == ["for"] and (found := self._profile.exactly(words[0])) in TITLED:
            return found  # "Benefits for students"
        if not ({"the", "exercise"} & {*words[:1], *words[-1:]} or self._profile.adjectives.intersection(words[:1])):
            return None
        rest = " ".join(w for w in words if w not in self._profile.heading_noise and w not in self._profile.adjectives)
        meaning = self._profile.exactly(rest) if rest else None
        # "The benefits", "Benefits of the exercise", "Helpful tips"
        return meaning if meaning in (*TITLED_OR_NAMED, IGNORED) else None

    def marked(
        self, line: Paragraph, opened: Opened | None, following: Block | None, *, apart: bool = False
    ) -> str | None:
        """What a line behind the open section, and before another block, means as a heading; None when it is none. `apart`
        says whether it stands further from what is above it than the titles before it.
        """
        if line.lead or not self._may_be_heading(line) or _is_next_item(line, opened):
            return None
        words = line.text.rstrip(" :–-")
        if line.strong and _is_first_step(following) and self.meaning(words, following) == "instructions":
            return "instructions"  # also below "Before you start", where tips may stand
        if self._is_fact(line) or (opened is not None and opened.field == "variations" and self.is_variation(words)):
            return None
        titled_below = isinstance(following, (Heading, Listing, Row)) or (
            isinstance(following, Paragraph)
            and (bool(following.lead) or following.strong or self._is_above_titled(following))
        )
        in_titled = opened is not None and opened.is_titled and not titled_below and not apart
        in_titled = in_titled and (line.strong or not (opened and self._marked_up and opened.sets_titles_off))
        meaning = self.meaning(words, following)
        if in_titled:
            meaning = self._told_below(words, self.strictly(words), following)
        set_off = line.strong or (meaning == IGNORED and _is_list_of_titles(following))
        if meaning is None or self._is_doubtful(meaning, words, opened, set_off=set_off):
            return None
        if not line.strong and meaning == "instructions" and _is_small(following):
            return None  # "Exercise guides", and below it another word of the kind
        plain = not line.strong and not self._marked_up
        return None if plain and meaning not in (SKIPPED, *PROSE) else meaning

    def is_variation(self, text: str) -> bool:
        """Whether words below "Variations" are the name of one: "Side Plank" says nothing of sides, "Plank for Time" of time."""
        words = key(text)
        rest = words.replace(self._name, "").strip() if self._name else words
        named = is_name(words) or (rest != words and rest.startswith(_OF_A_VARIATION))
        said = {self._profile.exactly(part) for part in (text, rest)}
        return named and said.isdisjoint(PROSE) and said.isdisjoint(TERM_FIELDS)

    def _is_fact(self, line: Paragraph) -> bool:
        """Whether a line is a label that is known, and its value."""
        fact = pair_of(self._profile, line)
        if fact is None or line.text.endswith(":-"):  # "Benefits :-"
            return False
        label = uncounted(self._profile, fact[0])
        return label != fact[0] or bool(self._profile.label_of(label) or is_metric(label))

    def sets_off(self, line: Paragraph, opened: Opened | None, following: Block | None) -> bool:
        """Whether a line begins a section that nobody knows: one that stands between lists, or a bold one."""
        if line.lead or (line.strong and self._is_fact(line)):
            return False
        if opened is None:
            return (
                self._marked_up and line.strong and isinstance(following, (Listing, Row)) and not is_sentence(line.text)
            )
        if (
            opened.field == FACTS
            and line.strong
            and isinstance(following, Paragraph)
            and _STEP_ONE.match(following.text)
        ):
            return True  # below the facts "Demonstration", and "Step 1 of 5"
        if not opened.via:
            return line.strong and not is_sentence(line.text) and self._ends_unannounced(line, opened, following)
        if not line.strong:
            return self._stands_between(line, opened, following)
        is_rung = not self._marked_up and _is_in_ladder(line, opened, following)
        return is_rung or self._is_bold_title(line, opened, following)

    def _ends_unannounced(self, line: Paragraph, opened: Opened, following: Block | None) -> bool:
        """Whether a bold line ends what nobody announced: the text below the title, above the first step, or steps, above
        "Hints of our trainer".
        """
        if opened.field == INTRO and (_is_first_step(following) or self._asks_for_muscles(line, following)):
            return True
        above = (opened.is_listed and isinstance(following, Listing)) or self._is_above_titled(following)
        above = above or (opened.counts and is_of_a_list(following))
        return above and is_hinted(line.text)

    def _asks_for_muscles(self, line: Paragraph, following: Block | None) -> bool:
        """Whether a bold line speaks of the muscles that the sentence below it names: "Which of your muscles earn their honey"."""
        told = isinstance(following, Paragraph) and ends_sentence(following.whole)
        return self._marked_up and told and hinted(line.text, "about_muscles")

    def _is_above_titled(self, following: Block | None) -> bool:
        """Whether a sentence with a title of its own comes next, in plain text: "Safe shoulders: The path is short."."""
        if not isinstance(following, Paragraph) or self._marked_up:
            return False
        told = marked_pair(following.text) or dashed_pair(following.text)
        return told is not None and ends_sentence(told[1]) and is_sentence(told[1])

    def _is_bold_title(self, line: Paragraph, opened: Opened, following: Block | None) -> bool:
        """Whether a bold line stands behind the list of a section of sentences, behind steps that do not go on, or behind a
        section that such a line began, too.
        """
        between_lists = opened.field in TITLED and opened.is_listed and isinstance(following, Listing)
        if opened.field == "instructions" and opened.is_listed:
            between_lists = isinstance(following, Listing) and not following.ordered
        if not self._marked_up and not (line.text.endswith("?") or is_hinted(line.text) or between_lists):
            return False  # in plain text every short line could be bold
        if not opened.blocks:
            behind_facts = opened.field == FACTS and is_hinted(line.text)  # below "Dosage", "Our therapists advise"
            waits = opened.field in TERM_FIELDS and not all_known(opened.field, (line.text,))
            return opened.is_weak and (waits or behind_facts)
        ends = line.text.endswith(":") and not isinstance(following, Listing)
        is_told = is_sentence(line.text) and not (is_hinted(line.text) and line.text[-1].isalnum())
        if is_told or ends or opened.begins_with_title:
            return False
        if opened.field in (*TITLED, "instructions"):
            goes_on = opened.field == "instructions" and is_of_a_list(following)
            goes_on = goes_on and not (is_hinted(line.text) or between_lists)
            ends = opened.counts or (opened.is_led and opened.field in TITLED) or self._is_above_titled(following)
            return ends and not goes_on
        return opened.is_weak and (opened.field != IGNORED or is_hinted(line.text))

    def _stands_between(self, line: Paragraph, opened: Opened, following: Block | None) -> bool:
        """Whether a short line that nothing sets off stands behind a list and above another, or above headings, and hints
        at what stands there: builders of pages make titles of plain boxes.
        """
        if not self._marked_up or len(line.text) > _LONGEST_PLAIN or self._is_fact(line):
            return False
        if opened.field in TERM_FIELDS:
            runs = (Listing, Chips)
            between = bool(opened.blocks) and isinstance(opened.blocks[-1], runs) and isinstance(following, runs)
            return between and not is_sentence(line.text) and not all_known(opened.field, (line.text,))
        if not is_hinted(line.text) or line.text.endswith((".", "!")):
            return False
        last = opened.blocks[-1] if opened.blocks else None
        return isinstance(last, Listing) and isinstance(following, (Listing, Heading))

    def _nameless(self, text: str) -> str:
        """A heading with "exercise" for the name, and without its number: a Safety Bar Squat is no word on safety."""
        if self._name and self._name in (plain := key(without_numbering(text))) and plain != self._name:
            return f" {plain} ".replace(f" {self._name} ", " exercise ").strip()
        return text

    def _is_doubtful(self, meaning: str, words: str, opened: Opened | None, *, set_off: bool) -> bool:
        """Whether a line only happens to read like a heading: "No equipment" is what stands below one, and so may be
        what nothing sets off ("Leave a comment / by Anna").
        """
        if meaning == "equipment" and load("equipment").find(words):
            return True
        if set_off:
            return False
        exact = self._profile.exactly(words)
        if meaning == SKIPPED:
            return self._marked_up and exact != SKIPPED
        if meaning == IGNORED:
            ends = opened is not None and (
                opened.field in TERM_FIELDS or opened.is_listed or not _may_hold_plain_titles(opened)
            )
            return (
                not ends
                and not words.isupper()
                and (" " not in words or not (exact == IGNORED or self._nameless(words) != words))
            )
        return meaning == FACTS and exact != FACTS

    def _may_be_heading(self, line: Paragraph) -> bool:
        """Set off, short, or a question; in plain text also a long line that ends like no sentence ("How to Do ..."). Never a
        tag: "journal-safe".
        """
        is_tag = "-" in line.text and " " not in line.text and line.text.islower()
        if is_tag or (line.strong and self._marked_up and self._warns(line.text)):
            return False
        if line.text.partition("? ")[2][:1].islower() or (not self._marked_up and " | " in line.text):
            return False  # a question and its answer, or several things in a line
        if line.strong or (self._marked_up and self._is_short(line.text) and not self._is_told(line.text)):
            return len(line.text) <= _LONGEST_LINE
        if line.text.endswith("?"):
            return len(line.text) <= _LONGEST_LINE
        if line.text.endswith(":"):
            return not self._marked_up and self.strictly(line.text.rstrip(" :")) in PROSE
        return not self._marked_up and line.text[-1:] not in ".!,;"

    def _warns(self, text: str) -> bool:
        """Whether a bold line is a sentence that says when to stop, and no heading: "Stop if you feel faint."."""
        heeds = key(text).partition(" ")[0] in hints()["heeding"]
        return heeds and text.endswith((".", "!")) and self._profile.exactly(text) is None

    def _is_short(self, text: str) -> bool:
        """Whether a line is as short as a heading that nothing sets off; the name in it does not count."""
        return len(text) <= _LONGEST_PLAIN or (
            len(text) <= _LONGEST_LINE and len(self._nameless(text)) <= _LONGEST_PLAIN
        )

    def _is_told(self, text: str) -> bool:
        """Whether a line is a sentence; long names do not make one of "How to Do the ..."."""
        return is_sentence(text) and (ends_sentence(text) or self.strictly(text) is None)


def _is_first_step(block: Block | None) -> bool:
    """Whether a block is the first of steps that count: "Step 1 - Kneel down.", or such a row."""
    label, told = "", ""
    if isinstance(block, Row):
        label, told = block.label, ", ".join(block.values)
    elif isinstance(block, Paragraph):
        label, told = block.lead, block.whole
    if not is_sentence(told):
        return False
    return _FIRST.match(label or told) is not None


def _is_next_item(line: Paragraph, opened: Opened | None) -> bool:
    """Whether a line has the bullet that somebody typed before the one above it, too."""
    above = opened.blocks[-1] if opened and opened.blocks else None
    return isinstance(above, Paragraph) and line.text[:1] == above.text[:1] and is_bulleted(line.text)


def _is_in_ladder(line: Paragraph, opened: Opened, following: Block | None) -> bool:
    """Whether a line of a text is a label that nobody knows, below the one value of a fact and above a value of its own."""
    has_value = opened.is_weak and opened.field in FACT_FIELDS and len(opened.blocks) == 1
    if not has_value or not isinstance(following, Paragraph) or not following.strong:
        return False
    is_amount = following.text[:1].isdigit()
    return is_amount or (line.text.isupper() and opened.field in CHOICE_FIELDS)


def _may_hold_plain_titles(opened: Opened) -> bool:
    """Whether lines that nothing sets off can be titles in a section: the first block of it, or where one is already."""
    near = opened.blocks[-_NEAR:]
    lines = (block for block in near if isinstance(block, Paragraph) and not block.strong)
    return not near or any(not (b.lead or is_sentence(b.text) or is_bulleted(b.text)) for b in lines)


def _is_list_of_titles(block: Block | None) -> bool:
    """Whether several things stand in a block, or one with a title: what stands above it is no title itself."""
    if isinstance(block, Paragraph) and (block.lead or block.strong):
        return True
    return isinstance(block, (Heading, Row)) or is_of_a_list(block)


def _is_told(block: Block | None) -> bool:
    """Whether a block tells something rather than giving a value: a title of its own, or a sentence."""
    if isinstance(block, Row):
        return any(map(is_sentence, block.values))
    return isinstance(block, Heading) or any(is_sentence(piece.text) for piece in pieces_of(block))


def _is_small(block: Block | None) -> bool:
    """Whether a block is a few words, or several in a row, that belong to no section of sentences; or the end of a part."""
    if isinstance(block, (Chips, Break)):
        return True
    if not isinstance(block, Paragraph) or block.lead or block.strong or is_of_a_list(block):
        return False
    if is_numbered(f"{block.whole} x"):
        return False  # "Step 1", and below it what is done
    return block.whole[:1].isalpha() and len(block.whole.split()) <= _FEW_WORDS and not is_sentence(block.whole)
