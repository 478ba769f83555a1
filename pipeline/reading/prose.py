"""Benefits, tips and things to track, from the blocks of their sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.reading.captures import Capture
from pipeline.reading.hinting import hints
from pipeline.reading.names import SMALL
from pipeline.reading.pairs import pieces_of
from pipeline.reading.plain import (
    DATE,
    ONLY_NUMBER,
    ends_sentence,
    is_bulleted,
    is_pictograph,
    is_sentence,
    numbered_sentences,
    without_bullet,
    without_number,
)
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Piece, Row
from pipeline.vocabulary import key

_QUOTED = re.compile(r"^[“\"‘'].{10,600}?[,.!?][”\"’']\s+(?:says|said|adds|added|explains|notes|recalls|told)\b")
_IN_QUOTES = re.compile(r"^[“\"](?:.{40,600}[”\"]|.{10,600}[”\"]\s*[–—-]\s*[A-Z][^.!?]{2,60})$")
_SIGNED = re.compile(r"^(?:[–—-].{2,80}|(?:[A-Z][\w.'’-]*,?\s*){1,5}(?:,.{2,60})?)$")
"""Who says what is quoted above: "Ann B. Bell, coach"."""
_TITLE_STOP = re.compile(r"^([^.:!?,;]{3,50})\. (?=[A-Z])(\S.*)$")
_FEWEST_CAPITALS = 2
_TITLE_DASH = re.compile(r"^([^:.!?,;]{2,60}?)\s+[–—→-]\s+(\S.*)$")
_FEWEST_DASHED = 2
"""Pieces of a section that each have a dash behind their title."""
_TITLE_COLON = re.compile(r"^(?:([^:.!?]{2,70}?)\s*:\s+|([^:.!?,]{2,70}?)\s+[–—-]\s+(?=[^a-z]))(\S.*)$")
_LETTER = re.compile(r"^\(?([A-Z])(?:\s*[.):–—-]\s*(?=\S)|\s+(?=(?-i:[A-Z])))", re.IGNORECASE)
"""Before a line: "A.", "(b)", or in a box of its own "A"."""
_FEWEST_LETTERS = 3
_BETWEEN_THINGS = re.compile(r",|;|/|\band\b|&")
_UNIT = re.compile(r"\s*\([^()]*\)$")
_FEWEST_TITLED = 2
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_RULE = re.compile(r"^\W{2,}$")
_WORD = re.compile(r"[A-Za-z]+")
_MOST_TITLE_WORDS = 9
_TITLE_AND_TEXT = 2
LONGEST_TITLE = 40


def cut_epilogue(items: list[list[str]]) -> None:
    """Takes from items, given as the lines of each, what stands below them: where every item but the last fills one
    line, it does too; and none goes on, after a full stop, with lines that are no sentence (the foot of a printed page).
    """
    if len(items) > 1 and all(len(lines) < 2 for lines in items[:-1]):
        del items[-1][1:]
    for lines in items:
        while len(lines) > 1 and not ends_sentence(lines[-1]) and any(map(ends_sentence, lines[:-1])):
            lines.pop()


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


def titled(captures: Sequence[Capture]) -> list[Piece]:
    """Benefits or safety tips: title and text, the title empty where the page gives none."""
    found: list[Piece] = []
    for capture in captures:
        told = _without_offer(capture.blocks)
        blocks = [b for b in told if not (isinstance(b, Paragraph) and is_pictograph(b.text))]
        parts = _without_tags([part for b in blocks for part in _counted(b)])
        pieces = _dashed(_stopped(list(_titled(_with_lettered_list(parts)))))
        found.extend(_denied(capture.via, _undivided(pieces, parts)))
    found = _unquoted(found) or found
    return _distinct(_without_stop(piece) if piece.title.endswith(".") else piece for piece in found)


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


def _stopped(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a section; where each begins with a few words in capitals and a stop, these are its title, which was bold
    before it became text: "Keep Breathing. Never hold your breath."
    """
    pairs = [None if piece.title else _TITLE_STOP.match(piece.text) for piece in pieces]
    if len(pieces) < _FEWEST_DASHED or not all(pair and _is_in_capitals(pair.group(1)) for pair in pairs):
        return pieces
    told = zip(pieces, pairs, strict=True)
    return [replace(piece, title=pair.group(1), text=pair.group(2)) for piece, pair in told if pair]


def _is_in_capitals(words: str) -> bool:
    """Whether all of some words, several, begin with a capital letter, but for small ones."""
    said = words.split()
    return len(said) >= _FEWEST_CAPITALS and all(word[:1].isupper() or word in SMALL for word in said)


def _dashed(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a section; where each begins with a few words and a dash, these are its title, whatever letter stands
    behind: "Stand tall - leaning away turns it into another exercise."
    """
    pairs = [None if piece.title else _TITLE_DASH.match(piece.text) for piece in pieces]
    if len(pieces) < _FEWEST_DASHED or not all(pairs):
        return pieces
    told = zip(pieces, pairs, strict=True)
    return [replace(piece, title=pair.group(1), text=pair.group(2)) for piece, pair in told if pair]


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


def _with_lettered_list(blocks: list[Block]) -> list[Block]:
    """The blocks, lines that count with letters as the list that they are."""
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    plain = unlettered(lines)
    items = tuple(new for old, new in zip(lines, plain, strict=True) if new is not old)
    if not items:
        return blocks
    lettered = {id(old) for old, new in zip(lines, plain, strict=True) if new is not old}
    kept = [block for block in blocks if id(block) not in lettered]
    return [Listing(items, ordered=True, place=items[0].place), *kept]


def _distinct(pieces: Iterable[Piece]) -> list[Piece]:
    told = (p for p in pieces if p.text or p.title)
    named = (replace(p, title=_FULL_STOP.sub("", p.title)) if p.title[-1:] == "." else p for p in told)
    return list({(p.title, p.text): p for p in named}.values())


def _titled(blocks: list[Block]) -> Iterator[Piece]:
    if titles := _titles_of_lists(blocks) or _bold_above_plain(blocks):
        yield from titles
    elif bulleted := _typed_items(blocks):
        yield from map(_titled_item, bulleted)
    elif any(isinstance(b, Listing) for b in blocks):
        yield from map(_titled_item, _warnings(blocks[:1]))
        above = {id(block): before for before, block in pairwise(blocks)}
        for block in _telling(blocks):
            title = above.get(id(block))
            yield from _denied(_text(title) if title else "", [_titled_item(item) for item in block.items])
        yield from _under_headings(blocks, lists=False)
        yield from map(_titled_item, _warnings(blocks[-1:]))
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
    if len(told) < _FEWEST_DASHED or len(titles) != len(told) or not _are_short_lines(told):
        return []
    bold = [block for block in titles if isinstance(block, Paragraph) and block.strong and not block.lead]
    plain = [block for block in told if isinstance(block, Paragraph) and not block.strong]
    if len(bold) < len(titles) or len(plain) < len(told):
        return []
    return [Piece(text.text, title.text.rstrip(" :"), title.place) for title, text in zip(bold, plain, strict=True)]


def _typed_items(blocks: list[Block]) -> list[Paragraph]:
    """The items of a list whose bullets are typed into paragraphs, each with the lines that it goes on over."""
    items: list[tuple[Paragraph, list[str]]] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            if items:
                break
            continue
        if is_bulleted(block.whole):
            items.append((block, [block.text]))
        elif items and _RULE.match(block.whole):
            break
        elif items and (ends_sentence(block.whole) or not ends_sentence(items[-1][1][-1])):
            items[-1][1].append(block.whole)
    if len(items) < 2:
        return []
    if all(len(texts) == _TITLE_AND_TEXT and _are_title_and_text(*texts) for _, texts in items):
        return [replace(item, lead=without_bullet(texts[0]), text=texts[1]) for item, texts in items]
    cut_epilogue([texts for _, texts in items])
    return [replace(item, text=" ".join(texts)) for item, texts in items]


def _are_title_and_text(title: str, text: str) -> bool:
    return len(title) <= LONGEST_TITLE and not is_sentence(title) and ends_sentence(text)


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


def unlettered(lines: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Lines, those that count with letters (A. B. C.) without them."""
    letters = [_LETTER.match(line.whole) for line in lines]
    lettered = [m.group(1).upper() for m in letters if m]
    first = all(letters[: len(lettered)])
    enough = len(lettered) >= _FEWEST_LETTERS or (len(lettered) > 1 and first)
    if not enough or any(letter != chr(65 + n) for n, letter in enumerate(lettered)):
        return lines
    return [
        replace(line, text=line.whole[m.end() :], lead="") if m else line
        for line, m in zip(lines, letters, strict=True)
    ]


def is_title(block: Block) -> bool:
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
            yield _titled_item(block)
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
        yield _titled_item(line)


def _titled_item(item: Paragraph) -> Piece:
    if ONLY_NUMBER.match(item.lead):
        return Piece(item.text, "", item.place)  # a number in a badge
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


# --- tracking -------------------------------------------------------------------------------------------------


def tracked(captures: Sequence[Capture], is_metric: Callable[[str], object]) -> list[Piece]:
    """What to track: the metric as title, what the page says of it as text.

    `is_metric` is a function that knows the metrics' names.
    """
    said = (piece for capture in captures for piece in _tracked(list(capture.blocks), is_metric))
    pieces = _distinct(piece for piece in said if not DATE.match(piece.title))  # a log that somebody keeps there
    measured = [piece for piece in pieces if piece.text[:1].isdigit() and is_metric(piece.title)]
    if not measured:
        return pieces
    return [piece for piece in pieces if piece in measured or _speaks_of_metric(piece.title, is_metric)]


def _speaks_of_metric(title: str, is_metric: Callable[[str], object]) -> bool:
    """Whether a title names a metric, beside others that say how much; "Date | How it felt" is the head of a form."""
    return bool(is_metric(title)) or any(map(is_metric, _WORD.findall(title)))


def _tracked(blocks: list[Block], is_metric: Callable[[str], object]) -> Iterator[Piece]:
    blocks = [b for b in blocks if not _announces(b, is_metric)] or blocks
    pairs = [p for p in _titled(blocks) if p.title and not p.title.isdigit()]  # a footnote
    if not pairs:
        lines = list(lines_of(blocks))
        stated = [_titled_item(line) for line in lines if ":" in line.whole]
        stopped = ((line, *line.whole.partition(". ")[::2]) for line in lines)
        stated += [Piece(text, title, line.place) for line, title, text in stopped if text and is_metric(title)]
        pairs = [piece for piece in stated if piece.title and is_metric(piece.title)]
    if pairs:  # not of the head of a table to fill in: "Sets", and beside it "Reps"
        yield from (piece for piece in pairs if not is_metric(_UNIT.sub("", piece.text)))
    else:
        said = [
            (line, _things_in(line.whole.partition(": ")[2] if _announces(line, is_metric) else line.whole))
            for line in lines_of(blocks)
        ]
        named = [thing for _, things in said for thing in things]
        mostly = 2 * sum(bool(is_metric(thing)) for thing in named) > len(named)
        for line, things in said:
            if all(map(is_metric, things)) or (mostly and not is_sentence(line.whole)):
                yield from (Piece("", thing, line.place) for thing in things)  # one that nobody knows is reported
        told = [Piece(line.whole, _metric_in(line.whole, is_metric), line.place) for line in lines_of(blocks)]
        spoken = [piece for piece in told if piece.title and is_sentence(piece.text)]
        yield from spoken if len(spoken) > 1 else ()  # one alone may be how to use an app: "Enter your weight."


def _announces(block: Block, is_metric: Callable[[str], object]) -> bool:
    """Whether a line says which metrics are told of below it: "Track: sets, time", and below that "Sets: ..."."""
    label, colon, things = block.whole.partition(": ") if isinstance(block, Paragraph) else ("", "", "")
    named = _things_in(things) if colon and not is_metric(label) else []
    return len(named) > 1 and all(map(is_metric, named))


def _things_in(line: str) -> list[str]:
    """What a line names to write down: "Weight, reps and rest"."""
    return [thing for part in _BETWEEN_THINGS.split(line.rstrip(".")) if (thing := part.strip())]


def _metric_in(sentence: str, is_metric: Callable[[str], object]) -> str:
    """The one metric that a sentence speaks of: "Write down the weight you used." Its first word may be what to do:
    "Time how long you rest."
    """
    words = _WORD.findall(sentence)
    found = {is_metric(word): word for word in words[1:] if is_metric(word)}
    if not found:
        found = {is_metric(word): word for word in words[:1] if is_metric(word)}
    return next(iter(found.values())) if len(found) == 1 else ""
