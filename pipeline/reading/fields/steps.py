"""Steps of an exercise: what sections of instructions tell, without numbers, and which sections tell steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

from pipeline.reading.captures import UNKNOWN, Capture
from pipeline.reading.fields.doses import states_sets
from pipeline.reading.fields.prose import is_title, lines_of, without_links
from pipeline.reading.fields.stepwise import begins_with, moves
from pipeline.reading.fields.typedlists import cut_epilogue, unlettered
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import (
    NO_STEP,
    ONLY_NUMBER,
    STEP_WORD,
    ends_sentence,
    is_numbered,
    is_sentence,
    is_step,
    numbered_sentences,
    sentences,
    without_number,
)
from pipeline.records import Block, Heading, Listing, Paragraph, Piece
from pipeline.vocabulary import key

_STEP_HEADING = re.compile(
    rf"^(?:\d{{1,2}}[.)]?\s*step\s*[:.–—-]?(?=\s|$)|step\s*\d{{1,2}}\s*[:.–—-]?|{STEP_WORD}\s*\d{{1,2}}\s*(?:[:.–—-]|$))\s*",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(r"(?:(?<=[.!?])\s+(?=\d)|\s+(?=0\d$))(\d{1,2})$")
_ALONE = re.compile(r"^(?:\(?[aA][.)]|1)\s+(?=[A-Z])")
"""Before the only step of a page, which others would follow: "a. Reach up.", or in a box of its own "1"."""
_FEWEST_WORDS = 3
"""Of a step that ends without a stop."""
_FEWEST_TOLD = 3
"""Sentences of a paragraph that tells several steps."""
_MOST_NOTES = 2
_MOST_INTRODUCING = 3
"""Paragraphs that say what the exercise is."""
_HALVES = 2


def steps(captures: Sequence[Capture]) -> list[Piece]:
    """The steps of the instruction sections, without numbers.

    In each section what the page numbers itself comes first: ordered lists, then numbered paragraphs, headings or
    sentences; then bulleted lists. Where no section has any, every paragraph is a step that introduces nothing, and the
    only one is its sentences; "Step 1" alone is one step.
    """
    blocks = [_without_captions(c.blocks) for c in captures]
    counted = [_counted_steps(group, c.via) for group, c in zip(blocks, captures, strict=True)]
    first = next((n for n, found in enumerate(counted) if found), len(counted))
    said = [_told(list(_plain(group))) for group in blocks[:first]]
    begun = map(_without_numbers, said)
    found = _joined([*begun, *counted[first:]])
    alone = found[0].text if len(found) == 1 else ""
    rest = _ALONE.sub("", alone)
    if rest != alone and (alone[:1] in "(a" or begins_with(rest, hints()["movements"] | hints()["openings"])):
        return [replace(found[0], text=rest)]
    return _sentences_of(found[0]) if len(found) == 1 and not (any(counted) or _says_one(blocks)) else found


def _says_one(groups: Sequence[Sequence[Block]]) -> bool:
    """Whether a line of the sections is a step by its number, "Step 1", though no other is; "1. Stand tall. Bend the knees."
    may be a paragraph that counts.
    """
    begun = (line.lead or line.whole for group in groups for line in lines_of(group))
    return any(ONLY_NUMBER.match(text) or _STEP_HEADING.match(text) for text in begun)


def _without_captions(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a section without what stands below its pictures, where more is told beside them than there."""
    told = [block for block in blocks if not (isinstance(block, Paragraph) and block.caption)]
    listed = any(isinstance(block, Listing) for block in told)
    sentences = sum(isinstance(block, Paragraph) and is_sentence(block.whole) for block in told)
    return told if listed or sentences > len(blocks) - len(told) else list(blocks)


def _sentences_of(told: Piece) -> list[Piece]:
    """The sentences of a paragraph that tells all that is done, each of which is a step; a short one has none."""
    texts = sentences(told.text)
    return [replace(told, text=text) for text in texts] if len(texts) >= _FEWEST_TOLD else [told]


def _told(pieces: list[Piece]) -> list[Piece]:
    """The paragraphs of a section that are steps: its sentences, and beside such what says as much in a few words."""
    sentences = [piece for piece in pieces if is_sentence(piece.text) or is_numbered(piece.text)]
    return [piece for piece in pieces if _says_what_to_do(piece.text)] if sentences else []


def _says_what_to_do(text: str) -> bool:
    """Whether a paragraph among steps is one: a sentence, a line that counts, or a few words that begin with a movement."""
    if is_sentence(text) or is_numbered(text):
        return True
    words = text.split()  # "Push-Up diagram" begins with a name
    return len(words) >= _FEWEST_WORDS and words[0].isalpha() and begins_with(text, hints()["movements"])


def _counted_steps(blocks: list[Block], heading: str) -> list[Piece]:
    if key(heading) in hints()["preparing"] and blocks:
        blocks = [Heading(heading, 1, blocks[0].place), *blocks]  # what stands below it is no introduction
    for way in (_ordered, _numbered, _bulleted):
        if found := _without_numbers(way(blocks)):
            return found
    return []


def is_counting(capture: Capture) -> bool:
    """Whether a section has steps that the page counts itself, or lists."""
    return len(_counted_steps(list(capture.blocks), "")) > 1


def are_called_steps(capture: Capture) -> bool:
    """Whether a section is lines that each are a step by their first words: "Step one.", and "Step two."."""
    lines = list(lines_of(capture.blocks))
    return len(lines) > 1 and all(is_step(line.lead or line.text) for line in lines)


def counted(capture: Capture) -> int:
    """How many steps a section has if it is a run of numbered sentences, whatever its heading says; else 0."""
    blocks = list(capture.blocks)
    found = list(_ordered(blocks)) or list(_numbered(blocks))
    told = len(found) > 1 and sum(ends_sentence(piece.text) for piece in found) * 2 > len(found)
    asked = sum(piece.text.endswith("?") for piece in found) * 2 > len(found)  # to test oneself
    return len(found) if told and not asked else 0


def tells_one(capture: Capture) -> bool:
    """Whether a section is one step that is counted though no other is, and says what to do: "Step 1: Reach up."."""
    lines = list(lines_of(capture.blocks))
    counts = any(map(_counts, lines)) or any(isinstance(b, Listing) and b.ordered for b in capture.blocks)
    told = [rest for line in lines if (rest := _rest(line) if _counts(line) else line.whole)]
    return counts and len(told) == 1 and ends_sentence(told[0]) and begins_with(told[0], hints()["movements"])


def first_steps(captures: Sequence[Capture]) -> int:
    """The index of the first section of steps, announced, or else counted; the number of sections where none is."""
    announced = next((n for n, c in enumerate(captures) if c.field == "instructions"), -1)
    if announced >= 0:
        return announced
    return next((n for n, c in enumerate(captures) if c.field == UNKNOWN and counted(c)), len(captures))


def without_introduction(capture: Capture) -> Capture:
    """The text below the title without what stands above the first line that counts."""
    blocks = capture.blocks
    counting = (n for n, b in enumerate(blocks) if isinstance(b, Listing) or (isinstance(b, Paragraph) and _counts(b)))
    return replace(capture, blocks=blocks[next(counting, 0) :])


def is_list(capture: Capture) -> bool:
    """Whether a section has several steps, counted or as lines that say what to do."""
    return is_counting(capture) or moves(capture)


def is_introduction(capture: Capture, name: str) -> bool:
    """Whether a section of one paragraph, or of few, says what the exercise is, or what it is called: "A strict press from
    the collarbones."
    """
    told = capture.blocks
    if not 0 < len(told) <= _MOST_INTRODUCING or key(capture.via) in hints()["preparing"]:
        return False
    if any(not isinstance(b, Paragraph) or b.lead or not is_sentence(b.text) or is_numbered(b.text) for b in told):
        return False
    first = told[0].text if isinstance(told[0], Paragraph) else ""
    return key(first).partition(" ")[0] in hints()["defining"] or bool(name and f" {key(name)} " in f" {key(first)} ")


def _without_numbers(pieces: Iterable[Piece]) -> list[Piece]:
    told = list(pieces)
    if _are_numbered_behind(told):
        told = [replace(piece, text=_NUMBER_BEHIND.sub("", piece.text)) for piece in told]
    texts = ((without_number(piece.text).strip(), piece) for piece in told)
    return _without_order([Piece(text, piece.title, piece.place) for text, piece in texts if text])


def _without_order(steps: list[Piece]) -> list[Piece]:
    """Steps without titles that say no more than in which order they come: "Start: ...", "Then: ...", "After that: ..."."""
    parts = [step.text.partition(": ") for step in steps]
    ordered = [bool(told) and key(title) in hints()["ordering"] for title, _, told in parts]
    if sum(ordered) < max(1, len(steps) - 1):  # "First:" is a number
        return steps
    return [
        replace(step, text=part[2]) if of_order else step
        for step, part, of_order in zip(steps, parts, ordered, strict=True)
    ]


def _are_numbered_behind(pieces: Sequence[Piece]) -> bool:
    """Whether each of several steps has its number behind it, as cards are made: "Stand tall. 01"."""
    numbers = (_NUMBER_BEHIND.search(piece.text) for piece in pieces)
    return len(pieces) > 1 and all(found and int(found.group(1)) == n for n, found in enumerate(numbers, 1))


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
    last: Piece | None = None
    for place, block in enumerate(blocks):
        if last and _is_note_between(blocks, place):
            last = replace(last, text=" ".join((last.text, *(line.whole for line in lines_of([block])))))
        elif _is_step_of_lists(blocks, place):
            for line in lines_of([block]):
                if last:
                    yield last
                last = Piece(_with_title(line), "", line.place)
    if last:
        yield last


def _is_note_between(blocks: list[Block], place: int) -> bool:
    """Whether a list stands between two halves of the numbered one, as editors write what belongs to one of its steps."""
    around = blocks[place - 1 : place] + blocks[place + 1 : place + 2]
    block = blocks[place]
    is_note = isinstance(block, Listing) and not block.ordered and len(block.items) <= _MOST_NOTES
    return is_note and len(around) == _HALVES and all(isinstance(b, Listing) and b.ordered for b in around)


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
    titled = not place or is_title(blocks[place - 1])
    later = (n for n, b in enumerate(blocks) if n > place and isinstance(b, Listing) and b.ordered)
    return titled and any(is_title(blocks[n - 1]) for n in later)


def _bulleted(blocks: list[Block]) -> Iterator[Piece]:
    items = [item.whole for block in blocks if isinstance(block, Listing) for item in block.items]
    told = sum(isinstance(block, Paragraph) and is_sentence(block.whole) for block in blocks)
    moves_on = any(begins_with(item, hints()["movements"]) for item in items)
    leads_away = told > len(items) or (told > 1 and not any(map(is_sentence, items)))
    if not items or (leads_away and not moves_on):
        return  # no list, or links below the steps
    for above, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(above, Heading) and isinstance(block, Paragraph) and key(above.text) in hints()["preparing"]:
            yield Piece(block.whole, "", block.place)
        elif isinstance(block, Listing):
            yield from (Piece(_with_title(item), "", item.place) for item in unlettered(block.items))


def _with_title(item: Paragraph) -> str:
    """A step whose bold beginning is a number or "Step 1" loses it; any other beginning belongs to the text."""
    if item.lead and (ONLY_NUMBER.match(item.lead) or not item.text):
        return item.text or item.lead
    if item.lead and _STEP_HEADING.match(item.lead):
        rest = _STEP_HEADING.sub("", item.lead)
        return f"{rest}: {item.text}" if rest else item.text
    return item.whole


def _numbered(blocks: list[Block]) -> Iterator[Piece]:
    """Steps that count without a list: "Step 1: ...", a number in a box of its own, headings, numbered sentences."""
    spoken = [(line, isinstance(block, Heading)) for block in blocks for line in lines_of([block])]
    lines = [line for line, _ in spoken]
    sentences = [(line, numbered_sentences(line.whole)) for line in lines]
    long = [Piece(text, "", line.place) for line, texts in sentences for text in texts]
    if long:
        yield from long
        return
    if lettered := _lettered(lines):
        yield from (Piece(line.text, "", line.place) for line in lettered)
        return
    if len(lines) < 2 or sum(map(_counts, lines)) < 2:
        return
    if _is_only_numbered_below(lines):
        yield from (Piece(line.whole, "", line.place) for line in lines[::2])
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
    cut_epilogue([texts for _, texts in counted])
    yield from _prepared(lines)
    yield from (Piece(" ".join(texts), "", line.place) for line, texts in counted if texts)


def _is_only_numbered_below(lines: list[Paragraph]) -> bool:
    """Whether each line has its number behind it, as on a timeline."""
    return len(lines) % 2 == 0 and all(
        bool(ONLY_NUMBER.match(line.whole)) == (n % 2 == 1) for n, line in enumerate(lines)
    )


def _prepared(lines: list[Paragraph]) -> Iterator[Piece]:
    """What stands above the first step that counts, where another title stands between the two: "Preparation", and below
    it a sentence.
    """
    start = next((n for n, line in enumerate(lines) if _counts(line)), 0)
    title = next((n for n in range(start - 1, 0, -1) if lines[n].strong and not is_sentence(lines[n].whole)), 0)
    before = (line for line in lines[:title] if not line.strong and is_sentence(line.whole))
    yield from (Piece(line.whole, "", line.place) for line in before)


def _lettered(lines: list[Paragraph]) -> list[Paragraph]:
    """The lines that count with letters set off before them, "A", "B", where the others say no more than how much to do; none
    where fewer than two do.
    """
    lettered = [line for line in lines if len(line.lead) == 1]
    counts = "".join(line.lead for line in lettered).upper() == ascii_uppercase[: len(lettered)]
    others = all(len(line.lead) == 1 or states_sets(line.whole) for line in lines)
    return lettered if counts and others and len(lettered) > 1 else []


def _counts(line: Paragraph) -> bool:
    whole, first = line.whole, line.lead or line.text
    if first[:1] in NO_STEP:
        return False
    return bool(ONLY_NUMBER.match(first)) or is_numbered(whole) or bool(_STEP_HEADING.match(first))


def _rest(line: Paragraph) -> str:
    if ONLY_NUMBER.match(line.lead):
        return line.text
    if line.lead:
        counted = _STEP_HEADING.match(line.lead) or not is_numbered(line.whole)
        return _with_title(line) if counted else without_number(line.whole)
    if ONLY_NUMBER.match(line.text):
        return ""
    rest = without_number(line.text)
    return rest if rest != line.text else _STEP_HEADING.sub("", line.text)


def _plain(blocks: list[Block]) -> Iterator[Piece]:
    said = list(lines_of(without_links(blocks)))
    short = [line for line in said if _is_short(line)]
    all_are_steps = len(short) < len(said) and _are_steps_themselves(short, said)
    lines = unlettered(said if all_are_steps else [line for line in said if not _is_short(line)])
    for line in lines:
        announces = line.whole.endswith(":") and ". " not in line.whole
        if not (announces and len(lines) > 1):
            yield Piece(line.whole, "", line.place)


def _is_short(line: Paragraph) -> bool:
    """Whether a line may be a title: set off from its surroundings, and no sentence."""
    return line.strong and not is_sentence(line.whole)


def _are_steps_themselves(short: list[Paragraph], lines: list[Paragraph]) -> bool:
    """Whether short lines among sentences are steps as these are, and do not each stand above one as its title."""
    above = lines[::2] == short and len(lines) == len(short) * 2
    return not above and all(_says_what_to_do(line.whole) for line in short)
