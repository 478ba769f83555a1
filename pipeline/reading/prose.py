"""Steps, benefits, tips and things to track, from the blocks of their sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.reading.captures import Capture
from pipeline.reading.hinting import hints
from pipeline.reading.plain import (
    ends_sentence,
    is_bulleted,
    is_numbered,
    is_pictograph,
    is_sentence,
    numbered_sentences,
    without_number,
)
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Piece, Row
from pipeline.vocabulary import key

_ONLY_NUMBER = re.compile(
    r"^\W*(?:step\s*)?(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?::\d\d|\s*(?:/|of)\s*\d{1,2})?\W*$",
    re.IGNORECASE,
)
_STEP_HEADING = re.compile(r"^step\s*\d{1,2}\s*[:.–—-]?\s*", re.IGNORECASE)
_TITLE_COLON = re.compile(r"^([^:.!?]{2,70}?)\s*(?::\s+|\s+[–—-]\s+(?=[^a-z]))(\S.*)$")
_LETTER = re.compile(r"^\(?([A-Z])\s*[.):–—-]\s*(?=\S)", re.IGNORECASE)
_FEWEST_MOVES = 3
_MOST_MOVE = 0.7
_RULE = re.compile(r"^\W{2,}$")
_MOST_TITLE_WORDS = 9


def steps(captures: Sequence[Capture]) -> list[Piece]:
    """The steps of the instruction sections, without numbers.

    In each section what the page numbers itself comes first: ordered lists, then numbered paragraphs, headings or
    sentences; then bulleted lists. Where no section has any, every paragraph is a step that introduces nothing.
    """
    blocks = [list(c.blocks) for c in captures]
    counted = [_counted_steps(group) for group in blocks]
    first = next((n for n, found in enumerate(counted) if found), len(counted))
    said = [[p for p in _plain(group) if is_sentence(p.text) or is_numbered(p.text)] for group in blocks[:first]]
    begun = map(_without_numbers, said)
    return _joined([*begun, *counted[first:]])


def _counted_steps(blocks: list[Block]) -> list[Piece]:
    for way in (_ordered, _numbered, _bulleted):
        if found := _without_numbers(way(blocks)):
            return found
    return []


def counted(capture: Capture) -> int:
    """How many steps a section has if it is a run of numbered sentences, whatever its heading says; else 0."""
    blocks = list(capture.blocks)
    found = list(_ordered(blocks)) or list(_numbered(blocks))
    told = len(found) > 1 and sum(ends_sentence(piece.text) for piece in found) * 2 > len(found)
    return len(found) if told else 0


def moves(capture: Capture, least: int = _FEWEST_MOVES) -> bool:
    """Whether most of the lines of a section, and enough of them, say what to do: "Slowly lower the bar."."""
    lines = [line.text for line in _lines(capture.blocks) if is_sentence(line.text)]
    begun = [_begins_with_movement(line) for line in lines]
    return len(lines) >= least and sum(begun) >= _MOST_MOVE * len(lines)


def _begins_with_movement(line: str) -> bool:
    words = key(line).split()[:3]
    adverbs = next((n for n, word in enumerate(words) if not word.endswith("ly")), 0)
    return bool(words) and words[adverbs] in hints()["movements"]


def _without_numbers(pieces: Iterable[Piece]) -> list[Piece]:
    texts = ((without_number(piece.text).strip(), piece) for piece in pieces)
    return [Piece(text, piece.title, piece.place) for text, piece in texts if text]


def _joined(groups: Iterable[list[Piece]]) -> list[Piece]:
    """Sections one behind the other; what an earlier one says is not said again (a tab, and its copy for printing).

    Within a section a step may come back: "Breathe in and lower the bar."
    """
    found: list[Piece] = []
    for group in groups:
        said = {piece.text for piece in found}
        found += [piece for piece in group if piece.text not in said]
    return found


def _ordered(blocks: list[Block]) -> Iterator[Piece]:
    if not any(isinstance(b, Listing) and b.ordered for b in blocks):
        return
    for block in (b for n, b in enumerate(blocks) if _is_step_of_lists(blocks, n)):
        for line in _lines([block]):
            yield Piece(_with_title(line), "", line.place)


def _is_step_of_lists(blocks: list[Block], place: int) -> bool:
    """Whether a block of a section with a numbered list holds steps: such a list, or what stands below another title
    before it, "Starting position".
    """
    block = blocks[place]
    if isinstance(block, Listing):
        return block.ordered or _has_title(blocks, place)
    tells = isinstance(block, Paragraph) and not block.strong and (is_sentence(block.whole) or is_numbered(block.whole))
    return tells and place > 0 and _has_title(blocks, place)


def _has_title(blocks: list[Block], place: int) -> bool:
    """Whether a block stands below a title of its own, or that of the section, before steps below another: "Execution"."""
    titled = not place or _is_title(blocks[place - 1])
    later = (n for n, b in enumerate(blocks) if n > place and isinstance(b, Listing) and b.ordered)
    return titled and any(_is_title(blocks[n - 1]) for n in later)


def _bulleted(blocks: list[Block]) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Listing):
            yield from (Piece(_with_title(item), "", item.place) for item in block.items)


def _with_title(item: Paragraph) -> str:
    """A step whose bold beginning is a number or "Step 1" loses it; any other beginning belongs to the text."""
    if item.lead and (_ONLY_NUMBER.match(item.lead) or not item.text):
        return item.text or item.lead
    if item.lead and _STEP_HEADING.match(item.lead):
        rest = _STEP_HEADING.sub("", item.lead)
        return f"{rest}: {item.text}" if rest else item.text
    return item.whole


def _numbered(blocks: list[Block]) -> Iterator[Piece]:
    """Steps that count without a list: "Step 1: ...", a number in a box of its own, headings, numbered sentences."""
    spoken = [(line, isinstance(block, Heading)) for block in blocks for line in _lines([block])]
    lines = [line for line, _ in spoken]
    sentences = [(line, numbered_sentences(line.whole)) for line in lines]
    long = [Piece(text, "", line.place) for line, texts in sentences for text in texts]
    if long:
        yield from long
        return
    if sum(map(_counts, lines)) < 2:
        return
    counted: list[tuple[Paragraph, list[str]]] = []
    below_title = False
    for line, is_heading in spoken:
        if is_step := _counts(line):
            counted.append((line, []))
        text = _rest(line) if is_step else line.whole
        if counted and text:
            texts = counted[-1][1]
            if texts and below_title and texts[-1][-1].isalnum():
                texts[-1] += ":"  # "3. Tuck", and below it what to do
            texts.append(text)
            below_title = is_heading
    _cut_epilogue([texts for _, texts in counted])
    yield from (Piece(" ".join(texts), "", line.place) for line, texts in counted if texts)


def _cut_epilogue(items: list[list[str]]) -> None:
    """Takes from items, given as the lines of each, what stands below them: where every item but the last fills one
    line, it does too; and none goes on, after a full stop, with lines that are no sentence (the foot of a printed page).
    """
    if len(items) > 1 and all(len(lines) < 2 for lines in items[:-1]):
        del items[-1][1:]
    for lines in items:
        while len(lines) > 1 and not ends_sentence(lines[-1]) and any(map(ends_sentence, lines[:-1])):
            lines.pop()


def _counts(line: Paragraph) -> bool:
    whole = line.whole
    return (
        bool(_ONLY_NUMBER.match(line.lead or whole))
        or is_numbered(whole)
        or bool(_STEP_HEADING.match(line.lead or whole))
    )


def _rest(line: Paragraph) -> str:
    if _ONLY_NUMBER.match(line.lead):
        return line.text
    if line.lead:
        return _with_title(line) if not is_numbered(line.whole) else without_number(line.whole)
    if _ONLY_NUMBER.match(line.text):
        return ""
    rest = without_number(line.text)
    return rest if rest != line.text else _STEP_HEADING.sub("", line.text)


def _lines(blocks: Iterable[Block]) -> Iterator[Paragraph]:
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


def _plain(blocks: list[Block]) -> Iterator[Piece]:
    lines = _unlettered([line for line in _lines(_without_links(blocks)) if not line.strong or is_sentence(line.whole)])
    for line in lines:
        if not (line.whole.endswith(":") and len(lines) > 1):
            yield Piece(line.whole, "", line.place)


def _without_links(blocks: list[Block]) -> list[Block]:
    """The blocks without runs of small things, where paragraphs tell something: those are links to other pages."""
    if not any(isinstance(block, Paragraph) and is_sentence(block.whole) for block in blocks):
        return blocks
    return [b for b in blocks if not isinstance(b, Chips) or any(is_sentence(item.whole) for item in b.items)]


def _unlettered(lines: list[Paragraph]) -> list[Paragraph]:
    """Lines that count with letters (A. B. C.), without them."""
    letters = [_LETTER.match(line.whole) for line in lines]
    if len(lines) < 2 or not all(m and m.group(1).upper() == chr(65 + n) for n, m in enumerate(letters)):
        return lines
    return [Paragraph(line.whole[m.end() :], line.place) for line, m in zip(lines, letters, strict=True) if m]


# --- titled items ---------------------------------------------------------------------------------------------


def titled(captures: Sequence[Capture]) -> list[Piece]:
    """Benefits or safety tips: title and text, the title empty where the page gives none."""
    found: list[Piece] = []
    for capture in captures:
        found.extend(_titled([b for b in capture.blocks if not (isinstance(b, Paragraph) and is_pictograph(b.text))]))
    return _distinct(found)


def _distinct(pieces: Iterable[Piece]) -> list[Piece]:
    return list({(p.title, p.text): p for p in pieces if p.text or p.title}.values())


def _titled(blocks: list[Block]) -> Iterator[Piece]:
    if bulleted := _typed_items(blocks):
        yield from map(_titled_item, bulleted)
    elif any(isinstance(b, Listing) for b in blocks):
        for block in _telling(blocks):
            yield from (_titled_item(item) for item in block.items)
        yield from _under_headings(blocks, lists=False)
    elif any(isinstance(b, Row) for b in blocks):
        yield from (Piece(", ".join(b.values), b.label, b.place) for b in blocks if isinstance(b, Row))
    elif not (blocks and isinstance(blocks[0], Paragraph) and blocks[0].lead) and any(_is_title(b) for b in blocks):
        yield from _under_headings(blocks, lists=True)
    else:
        yield from _paragraphs(blocks)


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
    _cut_epilogue([texts for _, texts in items])
    return [replace(item, text=" ".join(texts)) for item, texts in items]


def _telling(blocks: list[Block]) -> list[Listing]:
    """The lists of a section that say something; lists of single words beside them are links and buttons."""
    lists = [block for block in blocks if isinstance(block, Listing)]
    telling = [b for b in lists if any(item.lead or len(item.text.split()) > 3 for item in b.items)]
    return telling or lists


def _is_title(block: Block) -> bool:
    if isinstance(block, Heading):
        return True
    return (
        isinstance(block, Paragraph)
        and not block.lead
        and len(block.text) <= 70
        and not is_sentence(block.text)
        and not block.text.endswith(":")
    )


def _under_headings(blocks: list[Block], *, lists: bool) -> Iterator[Piece]:
    """Pieces made of a heading (or a short line like one) and the paragraphs below it."""
    titles: list[tuple[Block, list[str]]] = []
    for block in blocks:
        if (isinstance(block, Heading) or lists) and _is_title(block):
            titles.append((block, []))
        elif isinstance(block, Paragraph) and titles:
            titles[-1][1].append(block.whole)
        elif isinstance(block, Paragraph) and lists and is_sentence(block.whole) and not block.whole.endswith(":"):
            yield Piece(block.whole, "", block.place)
        elif isinstance(block, Chips) and lists and not titles and len(block.items) == 2:
            yield Piece(block.items[1].text, block.items[0].text, block.place)
    _cut_epilogue([texts for _, texts in titles if texts])
    yield from (Piece(" ".join(texts), without_number(_text(title)), title.place) for title, texts in titles if texts)


def _text(block: Block) -> str:
    return (block.text if isinstance(block, (Heading, Paragraph)) else "").rstrip(" :")


def _paragraphs(blocks: list[Block]) -> Iterator[Piece]:
    lines = [p for p in _lines(_without_links(blocks)) if not p.whole.endswith(":")]
    if any(p.lead for p in lines):
        lines = [p for p in lines if p.lead]
    for line in lines:
        yield _titled_item(line)


def _titled_item(item: Paragraph) -> Piece:
    text = without_number(item.text) if not item.lead else item.text
    if item.lead:
        return Piece(text, without_number(item.lead).strip(), item.place) if text else Piece(item.lead, "", item.place)
    match = _TITLE_COLON.match(text)
    if match and len(match.group(1).split()) <= _MOST_TITLE_WORDS:
        return Piece(match.group(2), match.group(1), item.place)
    return Piece(text, "", item.place)


# --- tracking -------------------------------------------------------------------------------------------------


def tracked(captures: Sequence[Capture], is_metric: object) -> list[Piece]:
    """What to track: the metric as title, what the page says of it as text.

    `is_metric` is a function that knows the metrics' names.
    """
    found: list[Piece] = []
    for capture in captures:
        for piece in _tracked(list(capture.blocks), is_metric):
            found.append(piece)
    return _distinct(found)


def _tracked(blocks: list[Block], is_metric: object) -> Iterator[Piece]:
    pairs = [p for p in _titled(blocks) if p.title]
    if pairs:
        yield from pairs
        return
    for line in _lines(blocks):
        words = [w.strip() for w in re.split(r",|;|/|\band\b|&", line.whole.rstrip("."))]
        if words and all(is_metric(w) for w in words if w):  # type: ignore[operator]
            yield from (Piece("", w, line.place) for w in words if w)
