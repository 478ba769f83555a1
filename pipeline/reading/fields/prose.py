"""Benefits and tips, from the blocks of their sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.reading.captures import Capture
from pipeline.reading.fields.typedlists import cut_epilogue, typed_items, with_lettered_list
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.names import SMALL
from pipeline.reading.words.pairs import pieces_of
from pipeline.reading.words.plain import (
    DATE,
    ONLY_NUMBER,
    is_pictograph,
    is_sentence,
    numbered_sentences,
    says_day,
    without_bullet,
    without_number,
)
from pipeline.reading.words.synonyms import guarded, unguarded
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Piece, Row
from pipeline.vocabulary import key

_QUOTED = re.compile(r"^[“\"‘'].{10,600}?[,.!?][”\"’']\s+(?:says|said|adds|added|explains|notes|recalls|told)\b")
_IN_QUOTES = re.compile(r"^[“\"](?:.{40,600}[”\"]|.{10,600}[”\"]\s*[–—-]\s*[A-Z][^.!?]{2,60})$")
_SIGNED = re.compile(r"^(?:[–—-].{2,80}|(?:[A-Z][\w.'’-]*,?\s*){1,5}(?:,.{2,60})?)$")
"""Who says what is quoted above: "Ann B. Bell, coach"."""
_TITLE_STOP = re.compile(r"^([^.:!?,;]{3,50})\. (?=[A-Z])(\S.*)$")
"""A few words in capitals, which were bold before they became text: "Keep Breathing. Never hold your breath."""
_FEWEST_CAPITALS = 2
_TITLE_DASH = re.compile(r"^([^:.!?,;]{2,60}?)\s+[–—→-]\s+(\S.*)$")
"""A few words and a dash, whatever letter stands behind it: "Stand tall - leaning away turns it into another exercise."""
_DASH = re.compile(r"\s[–—-]\s")
_FEWEST_PARTED = 2
"""Pieces of a section of which each has its title in front."""
_TITLE_COLON = re.compile(r"^(?:([^:.!?]{2,70}?)\s*:\s+|([^:.!?,]{2,70}?)\s+[–—-]\s+(?=[^a-z]))(\S.*)$")
_FEWEST_TITLED = 2
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_OF_PARAGRAPH = re.compile(r"§?\s?\d{1,2}(?:\.\d{1,2}){1,2}\.?")
"""The number of a rule, as "4.1"."""
_MOST_TITLE_WORDS = 9


def without_links(blocks: list[Block]) -> list[Block]:
    """The blocks without runs of small things, where paragraphs tell something: those are links to other pages."""
    if not any(isinstance(block, Paragraph) and is_sentence(block.whole) for block in blocks):
        return blocks
    return [b for b in blocks if not isinstance(b, Chips) or any(is_sentence(item.whole) for item in b.items)]


def lines_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every text of the blocks as a paragraph, in order."""
    for block in blocks:
        if isinstance(block, Heading):
            yield Paragraph(block.text, block.place, strong=True)
        elif isinstance(block, (Listing, Chips)):
            yield from block.items
        elif isinstance(block, Row):
            yield Paragraph(", ".join(block.values), block.place, lead=block.label)
        elif isinstance(block, Paragraph) and not is_pictograph(block.text):
            yield block


def are_titled(blocks: Sequence[Block]) -> bool:
    """Whether a section is nothing but sentences that each have a title in front, or beside them."""
    return len(blocks) >= _FEWEST_TITLED and all(
        (isinstance(block, Paragraph) and bool(block.lead) and is_sentence(block.text))
        or (isinstance(block, Row) and all(map(is_sentence, block.values)))
        for block in blocks
    )


def titled(captures: Sequence[Capture], name: str = "") -> list[Piece]:
    """Benefits or safety tips: title and text, the title empty where the page gives none. A dash in the exercise's own `name`
    parts none: "Once the Squat - With Bands feels easy, ...".
    """
    found: list[Piece] = []
    for capture in captures:
        told = _without_offer(capture.blocks)
        blocks = [b for b in told if not (isinstance(b, Paragraph) and is_pictograph(b.text))]
        parts = _without_tags([_guarded(part, name) for b in blocks for part in _counted(b)])
        pieces = list(pieces_titled(with_lettered_list(parts)))
        pieces = _with_titles(_with_titles(pieces, _TITLE_STOP, _is_in_capitals), _TITLE_DASH, bool)
        found.extend(_unguarded(piece) for piece in _denied(capture.via, _undivided(pieces, parts)))
    found = _unquoted(found) or found
    pieces = [piece for piece in found if not _is_dated(piece.title)]
    return distinct(_without_stop(piece) if piece.title.endswith(".") else piece for piece in pieces)


def _is_dated(title: str) -> bool:
    """Whether a title is who wrote what stands beside it, and when: "Ann Bell, 3 May 2024"."""
    date = DATE.search(title)
    return date is not None and date.end() == len(title) and says_day(title)


def _guarded(block: Block, name: str) -> Block:
    """A block, with the signs of `guarded` in the names that its texts say."""
    if not (_DASH.search(name) and any(name.lower() in line.text.lower() for line in lines_of([block]))):
        return block
    if isinstance(block, Listing):
        return replace(block, items=tuple(replace(item, text=guarded(item.text, name)) for item in block.items))
    return replace(block, text=guarded(block.text, name)) if isinstance(block, Paragraph) else block


def _unguarded(piece: Piece) -> Piece:
    return replace(piece, title=unguarded(piece.title), text=unguarded(piece.text))


def _without_offer(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a section without a last one in which somebody offers something: "Want a coach? I have two places open."."""
    last = blocks[-1] if len(blocks) > 1 else None
    if not isinstance(last, Paragraph) or not last.lead.endswith("?"):
        return blocks
    return blocks if hints()["offering"].isdisjoint(key(last.whole).split()) else blocks[:-1]


def _denied(heading: str, pieces: list[Piece]) -> list[Piece]:
    """Pieces below a heading that says "Don't", each with that as its title: without it they say the opposite, unless they
    deny it themselves.
    """
    denying = hints()["denying"]
    if key(heading) not in denying:
        return pieces
    told = (piece.title or any(f"{key(piece.text)} ".startswith(f"{word} ") for word in denying) for piece in pieces)
    return [piece if says else replace(piece, title=heading) for piece, says in zip(pieces, told, strict=True)]


def _unquoted(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a section without what somebody says of the exercise, and who that is in a line below."""
    quoted = [not p.title and bool(_QUOTED.match(p.text) or _IN_QUOTES.match(p.text)) for p in pieces]
    names = [said and bool(_SIGNED.match(piece.text)) for said, piece in zip([False, *quoted], pieces, strict=False)]
    return [piece for piece, said, name in zip(pieces, quoted, names, strict=True) if not (said or name)]


def _with_titles(pieces: list[Piece], pattern: re.Pattern[str], fits: Callable[[str], bool]) -> list[Piece]:
    """The pieces of a section; where each begins with a title that fits, as the pattern parts it from the text, they have it."""
    pairs = [None if piece.title else pattern.match(piece.text) for piece in pieces]
    if len(pieces) < _FEWEST_PARTED or not all(pair and fits(pair.group(1)) for pair in pairs):
        return pieces
    told = zip(pieces, pairs, strict=True)
    return [replace(piece, title=pair.group(1), text=pair.group(2)) for piece, pair in told if pair]


def _is_in_capitals(words: str) -> bool:
    """Whether all of some words, several, begin with a capital letter, but for small ones."""
    said = words.split()
    return len(said) >= _FEWEST_CAPITALS and all(word[:1].isupper() or word in SMALL for word in said)


def _undivided(pieces: list[Piece], blocks: Sequence[Block]) -> list[Piece]:
    """The pieces of a section; where no more than half have a title, those that go on in small letters behind a colon are
    sentences: "It rewards patience: small improvements add up."
    """
    if all(piece.title for piece in pieces) or sum(bool(piece.title) for piece in pieces) * 2 > len(pieces):
        return pieces
    plain = {item.text for block in blocks for item in pieces_of(block) if not item.lead}
    return [_sentence_of(piece, plain) for piece in pieces]


def _sentence_of(piece: Piece, plain: Collection[str]) -> Piece:
    """A piece; without its title where that is the beginning of a sentence that stands as a whole among the `plain` ones."""
    if not piece.title or not piece.text[:1].islower():
        return piece
    whole = f"{piece.title}: {piece.text}"
    return replace(piece, title="", text=whole) if any(text.endswith(whole) for text in plain) else piece


def _without_stop(piece: Piece) -> Piece:
    """A piece without the full stop behind its title: "Simple set-up." """
    return replace(piece, title=piece.title[:-1]) if piece.title.count(".") == 1 else piece


def _counted(block: Block) -> Iterator[Block]:
    """A paragraph of numbered sentences as one for each: "1) It builds legs. 2) It keeps you supple."."""
    texts = numbered_sentences(block.text) if isinstance(block, Paragraph) and not block.lead else []
    yield from (replace(block, text=text) for text in texts) if isinstance(block, Paragraph) and texts else (block,)


def distinct(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces that say something, each once, without the full stop behind a title."""
    told = (p for p in pieces if p.text or p.title)
    named = (replace(p, title=_FULL_STOP.sub("", p.title)) if p.title[-1:] == "." else p for p in told)
    return list({(p.title, p.text): p for p in named}.values())


def pieces_titled(blocks: list[Block]) -> Iterator[Piece]:
    """The pieces of a section, each with its title: a list, rows, what stands below headings, or paragraphs."""
    if titles := _titles_of_lists(blocks) or _bold_above_plain(blocks):
        yield from titles
    elif bulleted := typed_items(blocks):
        yield from map(titled_item, bulleted)
    elif any(isinstance(b, Listing) for b in blocks):
        yield from map(titled_item, _warnings(blocks[:1]))
        above = {id(block): before for before, block in pairwise(blocks)}
        for block in _telling(blocks):
            title = above.get(id(block))
            yield from _denied(_text(title) if title else "", [titled_item(item) for item in block.items])
        yield from _under_headings(blocks, lists=False)
        yield from map(titled_item, _warnings(blocks[-1:]))
    elif any(isinstance(b, Row) for b in blocks) and not _begins_with_title(blocks):
        yield from (Piece(", ".join(b.values), b.label, b.place) for b in blocks if isinstance(b, Row))
    elif not _begins_with_title(blocks) and any(is_title(b) for b in blocks) and not _are_short_lines(blocks):
        yield from _under_headings(blocks, lists=True)
    else:
        yield from _paragraphs([block for block in blocks if not isinstance(block, Row)])


def _warnings(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Bold sentences beside a list: a warning in a box of its own."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.strong and block.whole.endswith((".", "!")):
            yield block


_STOPS = (".", "!", "?", ":")


def _begins_with_title(blocks: list[Block]) -> bool:
    return bool(blocks) and isinstance(blocks[0], Paragraph) and bool(blocks[0].lead)


def _are_short_lines(blocks: list[Block]) -> bool:
    """Whether a section is nothing but lines without a stop, all of them set off alike: "Easy to learn"."""
    lines = [block for block in blocks if isinstance(block, Paragraph) and not block.lead]
    alike = len({line.strong for line in lines}) == 1
    return 1 < len(lines) == len(blocks) and alike and not any(line.text.endswith(_STOPS) for line in lines)


def _titles_of_lists(blocks: list[Block]) -> list[Piece]:
    """Pieces whose title stands above a list of one item each: an outer list, taken apart."""
    pairs = list(zip(blocks[::2], blocks[1::2], strict=False))
    found = [
        Piece(below.items[0].whole, title.text.rstrip(" :"), title.place)
        for title, below in pairs
        if isinstance(title, Paragraph) and title.strong and isinstance(below, Listing) and len(below.items) == 1
    ]
    return found if len(found) > 1 and len(found) * 2 == len(blocks) else []


def _bold_above_plain(blocks: list[Block]) -> list[Piece]:
    """Pieces of which each is a bold line, and below it a few words that end like no sentence."""
    titles, told = blocks[::2], blocks[1::2]
    if len(told) < _FEWEST_PARTED or len(titles) != len(told) or not _are_short_lines(told):
        return []
    bold = [block for block in titles if isinstance(block, Paragraph) and block.strong and not block.lead]
    plain = [block for block in told if isinstance(block, Paragraph) and not block.strong]
    if len(bold) < len(titles) or len(plain) < len(told):
        return []
    return [Piece(text.text, title.text.rstrip(" :"), title.place) for title, text in zip(bold, plain, strict=True)]


def _telling(blocks: list[Block]) -> list[Listing]:
    """The lists of a section that say something; lists of single words beside them are links and buttons."""
    lists = [block for block in blocks if isinstance(block, Listing)]
    telling = [b for b in lists if any(item.lead or len(item.text.split()) > 3 for item in b.items)]
    return telling or lists


def _without_tags(blocks: list[Block]) -> list[Block]:
    """The blocks without lists of single words behind sentences: what a page is filed under."""
    lists = [block for block in blocks if isinstance(block, Listing)]
    if not lists or any(item.lead or is_sentence(item.text) for b in lists for item in b.items):
        return blocks
    told = any(isinstance(block, Paragraph) and is_sentence(block.whole) for block in blocks)
    return [block for block in blocks if not isinstance(block, Listing)] if told else blocks


def is_title(block: Block) -> bool:
    """Whether a block is a heading, or a short line like one."""
    if isinstance(block, Heading):
        return True
    return (
        isinstance(block, Paragraph)
        and not block.lead
        and len(block.text) <= 70
        and not is_sentence(block.text)
        and (block.strong or not block.text.endswith(":"))
    )


def _under_headings(blocks: list[Block], *, lists: bool) -> Iterator[Piece]:
    """Pieces made of a heading (or a short line like one) and the paragraphs below it."""
    titles: list[tuple[Block, list[str]]] = []
    for block in _without_opening(blocks):
        if (isinstance(block, Heading) or lists) and is_title(block):
            titles.append((block, []))
        elif isinstance(block, Paragraph) and titles:
            titles[-1][1].append(block.whole)
        elif isinstance(block, Paragraph) and lists and is_sentence(block.whole) and not block.whole.endswith(":"):
            yield titled_item(block)
        elif isinstance(block, Chips) and lists and not titles and len(block.items) == 2:
            yield Piece(block.items[1].text, block.items[0].text, block.place)
    cut_epilogue([texts for _, texts in titles if texts])
    yield from (Piece(" ".join(texts), without_number(_text(title)), title.place) for title, texts in titles if texts)


def _without_opening(blocks: list[Block]) -> list[Block]:
    """The blocks of a section without a sentence above the first of several titles: it introduces them."""
    titles = sum(isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong) for block in blocks)
    first = blocks[0] if blocks else None
    introduces = isinstance(first, Paragraph) and not first.lead and not first.strong and titles > 1
    follows = len(blocks) > 1 and is_title(blocks[1])
    return blocks[1:] if introduces and follows else blocks


def _text(block: Block) -> str:
    return (block.text if isinstance(block, (Heading, Paragraph)) else "").rstrip(" :")


def _paragraphs(blocks: list[Block]) -> Iterator[Piece]:
    lines = [p for p in lines_of(without_links(blocks)) if not p.whole.endswith(":")]
    titled = [p for p in lines if p.lead]
    one_of_them = len(titled) == 1 and not lines[0].lead and len(lines) > _FEWEST_TITLED  # "Note:" among plain ones
    for line in lines if one_of_them else titled or lines:
        yield titled_item(line)


def titled_item(item: Paragraph) -> Piece:
    """An item or a line as a piece: its title is its set-off beginning, or the few words before a colon or a dash."""
    if ONLY_NUMBER.match(item.lead) or _OF_PARAGRAPH.fullmatch(item.lead):
        return Piece(item.text, "", item.place)  # a number in a badge, or that of a rule: "4.1"
    text = without_number(item.text) if not item.lead else item.text
    if item.lead:
        title = without_bullet(without_number(item.lead)).strip()
        return Piece(text, title, item.place) if text else Piece(item.lead, "", item.place)
    text = without_bullet(text)
    match = _TITLE_COLON.match(text)
    title = (match.group(1) or match.group(2)) if match else ""
    if match and len(title.split()) <= _MOST_TITLE_WORDS:
        return Piece(match.group(3), title, item.place)
    return Piece(text, "", item.place)
