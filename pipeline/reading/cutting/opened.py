"""A section of a page while it is being filled."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field

from pipeline.reading.captures import UNKNOWN
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kickers import announced
from pipeline.reading.words.kinds import TERM_FIELDS, all_known
from pipeline.reading.words.labels import marked_pair
from pipeline.reading.words.plain import is_item, is_sentence
from pipeline.reading.words.profiles import IGNORED
from pipeline.records import Block, Listing, Paragraph, Place
from pipeline.vocabulary import key

TITLED = frozenset(("benefits", "safety_tips", "tips", "tracking"))
"""Fields whose pieces have titles: a label inside them is a title."""
TITLED_OR_NAMED = TITLED | {"variations"}
"""And those whose pieces are names, set as titles are."""
WEAK_HEADING = 7
"""The level of a section that a line begins: below every heading."""
_LONGEST_VALUE = 40


@dataclass(slots=True)
class Opened:
    """One section: its field, the words that began it, and the blocks it holds so far. They come in by `add`, which keeps
    count of what they are: to look at all of them for each new line would take the square of them.
    """

    field: str
    via: str
    place: Place
    level: int
    holds_facts: bool = False
    """Whether rows of facts stood in it, which are no pieces of what it tells."""
    goes_on: bool = False
    """Whether items of it were closed before: this is the rest of a section."""
    shares_level: bool = False
    """Whether the titles of its pieces are headings as high as its own."""
    blocks: list[Block] = dataclass_field(default_factory=list, init=False)
    is_listed: bool = dataclass_field(default=False, init=False)
    """Whether it holds a list."""
    _has_items: bool = dataclass_field(default=False, init=False)
    _is_plain: bool = dataclass_field(default=True, init=False)
    _is_led: bool = dataclass_field(default=True, init=False)

    def add(self, block: Block) -> None:
        self.blocks.append(block)
        self.is_listed = self.is_listed or isinstance(block, Listing)
        self._has_items = self._has_items or is_of_a_list(block)
        self._is_plain = self._is_plain and _is_told_without_title(block)
        self._is_led = self._is_led and isinstance(block, Paragraph) and _has_title(block)

    def waits_for(self, term: str) -> bool:
        """Whether a text is the first term below the label of a fact, whatever it would be elsewhere: "Other, Exercise Ball"."""
        return self.field in TERM_FIELDS and not self.blocks and all_known(self.field, (term,))

    def may_hold(self, text: str) -> bool:
        """Whether a text may stand below the label of a fact: as a term of it, or as the first thing there."""
        return self.field in TERM_FIELDS and (not self.blocks or all_known(self.field, (text,)))

    @property
    def announced(self) -> str:
        """The words that say what it holds: those that began it, and a line right below that explains them."""
        return announced(self.via, self.blocks)

    @property
    def is_weak(self) -> bool:
        return self.level == WEAK_HEADING

    @property
    def asks(self) -> bool:
        """Whether it is one of questions and answers, that a line begins."""
        return self.field == IGNORED and self.is_weak and not hints()["asking"].isdisjoint(key(self.via).split())

    @property
    def is_titled(self) -> bool:
        """Whether its pieces have titles, as far as it holds no list, nor several sentences without any: a line behind
        these is no title of a piece.
        """
        sentences = self._is_plain and len(self.blocks) > 1
        return self.field in TITLED and not self.counts and not sentences

    @property
    def sets_titles_off(self) -> bool:
        """Whether a title in it is set off from what stands below: a line that is not is no title of a piece."""
        return any(isinstance(b, Paragraph) and b.strong and not is_sentence(b.text) for b in self.blocks)

    @property
    def is_led(self) -> bool:
        """Whether each of several pieces begins with its title: then a line of its own is none."""
        return self._is_led and len(self.blocks) > 1

    @property
    def counts(self) -> bool:
        """Whether it holds a list, or an item of one that somebody typed."""
        return self.goes_on or self._has_items

    @property
    def ends_with_item(self) -> bool:
        """Whether nothing stands below the last item of its list."""
        return is_of_a_list(self.blocks[-1]) if self.blocks else self.goes_on

    @property
    def begins_with_title(self) -> bool:
        first = self.blocks[0] if self.blocks else None
        return isinstance(first, Paragraph) and first.strong

    @property
    def is_value(self) -> bool:
        """Whether it is a fact that nobody knows: few words below few words."""
        only = self.blocks[0] if len(self.blocks) == 1 and self.field == UNKNOWN else None
        return isinstance(only, Paragraph) and len(only.whole) <= _LONGEST_VALUE and not is_sentence(only.whole)


def _is_told_without_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.lead and not block.strong and is_sentence(block.text)


def _has_title(line: Paragraph) -> bool:
    """Whether a line begins with a title of its own; one of a text may have nothing but a colon behind it."""
    return bool(line.lead) or (not line.strong and marked_pair(line.text) is not None)


def is_of_a_list(block: Block | None) -> bool:
    """Whether a block is a list, or an item of one that somebody typed."""
    typed = isinstance(block, Paragraph) and is_item(block.whole)
    return typed or isinstance(block, Listing)
