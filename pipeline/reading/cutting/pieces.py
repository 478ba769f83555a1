"""Pieces with titles in the section that is open: what its titles so far, and what stands below a heading, say of that."""

from __future__ import annotations

from pipeline.reading.captures import INTRO, UNKNOWN
from pipeline.reading.cutting.opened import TITLED, WEAK_HEADING, Opened
from pipeline.reading.cutting.scopes import TOP
from pipeline.reading.words.hinting import hints, is_hinted
from pipeline.reading.words.kinds import CHOICE_FIELDS, TERM_FIELDS, all_known
from pipeline.reading.words.plain import ends_sentence, is_numbered, is_sentence, is_step
from pipeline.reading.words.profiles import IGNORED
from pipeline.records import Block, Break, Heading, Listing, Paragraph, Place
from pipeline.vocabulary import key

_MOST_WORDS_OF_TERM = 4
ONE_PIECE = 2
TWO_PIECES = 4
"""Blocks of two pieces: a title and a sentence each."""
_FIRST_STEPS = 12
"""Blocks in which two steps stand below headings of their own, if any do."""


def is_right_above(line: Paragraph, opened: Opened | None, following: Block | None) -> bool:
    """Whether a line of a text has its sentence in the next line, while an empty one follows the heading of the open section:
    it is a title in that, whatever it says elsewhere ("Setup", among tips).
    """
    if opened is None or opened.field not in TITLED or line.text.endswith("?"):
        return False
    if not isinstance(following, Paragraph) or not is_told(following):
        return False
    first = next((block for block in opened.blocks[:1] if not isinstance(block, Break)), line)
    return lines_between(line.place, following.place) == 1 and lines_between(opened.place, first.place) > 1


def lines_between(above: Place, below: Place) -> int:
    """How many lines of the file one place is below another; 0 where one is not known."""
    return below.line - above.line if above.line and below.line else 0


def is_title_of_told(meaning: str | None, opened: Opened, following: Block | None) -> bool:
    """Whether what would be a fact elsewhere is the title of a piece: below "What it gives you", "Focus" above a sentence."""
    of_terms = meaning in TERM_FIELDS or meaning in CHOICE_FIELDS
    return opened.field == UNKNOWN and of_terms and is_hinted(opened.announced) and is_told(following)


def is_behind_counted(opened: Opened, following: Block | None) -> bool:
    """Whether a list that does not count stands behind steps that do: "How it's done", numbers, and "Do it right"."""
    if not isinstance(following, Listing) or following.ordered:
        return False
    first = [block for block in opened.blocks[:TWO_PIECES] if not isinstance(block, Heading)]
    return any(
        b.ordered if isinstance(b, Listing) else isinstance(b, Paragraph) and is_numbered(b.whole) for b in first
    )


def is_list_of_told(following: Block | None) -> bool:
    """Whether a list holds a sentence."""
    return isinstance(following, Listing) and any(is_sentence(item.whole) for item in following.items)


def counts_titles(opened: Opened) -> bool:
    """Whether the titles in a section are numbered."""
    titles = (block.text for block in opened.blocks if isinstance(block, Heading))
    return is_numbered(next(titles, ""))


def stands_above(opened: Opened, level: int) -> bool:
    """Whether a heading is higher than those in the section above it, of titles or of steps ("Step 4"): it begins something
    else.
    """
    first = opened.blocks[:_FIRST_STEPS]  # to look at all of them for each heading would take the square of them
    if opened.field in TITLED:
        return level < next((block.level for block in first if isinstance(block, Heading)), level)
    if opened.field != "instructions":
        return False
    steps = [block.level for block in first if isinstance(block, Heading) and is_step(block.text)]
    return len(steps) > 1 and level < min(steps)


def stands_below_titles(opened: Opened, level: int, following: Block | None) -> bool:
    """Whether a heading is lower than the titles of the pieces above it, and a list stands below it instead of a text, or
    titles of its own.
    """
    last = opened.blocks[-TWO_PIECES::2]
    leads = isinstance(following, Listing) or (isinstance(following, Paragraph) and following.strong)
    if len(last) < TWO_PIECES // 2 or not leads:
        return False
    return all(isinstance(title, Heading) and opened.level < title.level < level for title in last)


def may_hold_unknown(opened: Opened) -> bool:
    """Whether a heading that nobody knows is a title in a section: not behind its list, nor where the section says
    nothing itself.
    """
    if opened.field == INTRO or (opened.field in TITLED and (opened.is_listed or opened.is_led)):
        return False
    return opened.field != UNKNOWN or is_hinted(opened.announced)


def is_foreign_to(opened: Opened, text: str) -> bool:
    """Whether a heading is no term, in a section of terms: below "Equipment", "Take a class on our app"."""
    return (
        opened.field in TERM_FIELDS and len(text.split()) > _MOST_WORDS_OF_TERM and not all_known(opened.field, (text,))
    )


def is_one_of_titles(text: str, opened: Opened, level: int, following: Block | None) -> bool:
    """Whether a heading stands below two titles of pieces, as high as they are and with a sentence like theirs: below
    benefits, "Technique" is one more. Words that often are such titles need one.
    """
    blocks = ONE_PIECE if key(text) in hints()["pieces"] else TWO_PIECES
    if opened.field not in TITLED or len(opened.blocks) < blocks or opened.shares_level or not is_told(following):
        return False
    kinds = (Heading, Paragraph) * (blocks // ONE_PIECE)
    last = opened.blocks[-blocks:]
    levels = [block.level for block in last if isinstance(block, Heading)]
    return all(map(isinstance, last, kinds)) and set(levels) == {level}


def is_waiting(opened: Opened, level: int) -> bool:
    """Whether a section holds nothing yet: headings that nobody knows, no higher than its own, are titles in it."""
    if opened.blocks or level <= TOP:
        return False
    if opened.field in ("instructions", "variations", IGNORED):
        return opened.is_weak
    return opened.field in TITLED and opened.level in (level, WEAK_HEADING)


def are_advice(block: Block | None) -> bool:
    """Whether a list is of sentences that each have a title, or of several without numbers: numbered ones are footnotes."""
    if not isinstance(block, Listing) or not all(ends_sentence(item.text) for item in block.items):
        return False
    return all(item.lead for item in block.items) or (len(block.items) > 1 and not block.ordered)


def is_told(below: Block | None) -> bool:
    """Whether a block is a sentence."""
    return isinstance(below, Paragraph) and is_sentence(below.whole)
