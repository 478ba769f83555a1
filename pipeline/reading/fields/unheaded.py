"""Sections of sentences whose heading no profile knows: what they are by a word of it, or by what they read like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, zip_longest
from typing import TypeGuard

from pipeline.reading.captures import INTRO, UNKNOWN, Capture
from pipeline.reading.fields.prose import are_titled, titled
from pipeline.reading.fields.steps import counted
from pipeline.reading.fields.stepwise import begin_as_steps, moves, reads_as_steps
from pipeline.reading.fields.typedlists import LONGEST_TITLE
from pipeline.reading.words.hinting import TOLD, hinted, hints
from pipeline.reading.words.kickers import announced
from pipeline.reading.words.names import is_name
from pipeline.reading.words.plain import ONLY_NUMBER, ends_sentence, is_bulleted, is_numbered, is_sentence
from pipeline.reading.words.tenor import tenor
from pipeline.records import Block, Heading, Listing, Paragraph, Piece
from pipeline.vocabulary import key, known_names

_FEWEST_TOLD = 2
"""Pieces of a section that tells something without a list."""
_FEWEST_COUNTED = 3
_FEWEST_OF_GAIN = 4
"""Words of what one gains, in a list, that no stop ends."""
_BY_IT = re.compile(r"\bby (?:it|this|them|doing)\b")
"""By the exercise; what is by somebody is foreign."""
_COUNTED = re.compile(r"^([A-Z][a-z]+) \d{1,2}$")


def told_by_words(captures: Sequence[Capture], named: set[str], title: str) -> tuple[Capture, ...]:
    """The sections of a page, those of sentences whose heading nobody knows with the field that they are of. `named` holds the
    fields that the page has, and those found here are added; `title` is the heading of the page.
    """
    captures = tuple(map(_without_counts, captures))
    counting = list(filter(counted, captures))
    tells_steps = "instructions" in named or bool(counting)
    parts = (part for capture in _with_run_ins(captures, named) for part in _parts(capture))
    # A lone list with numbers is the steps, whatever its heading hints at: "Directions for your body".
    only = counting[0] if len(counting) == 1 and "instructions" not in named else None
    told = tuple(
        part
        if part == only and _is_numbered_list(part) and begin_as_steps(part)
        else _told(part, named, tells_steps=tells_steps)
        for part in _counted_headings(tuple(parts), named)
    )
    told = tuple(_with_lists_beside(told))
    return tuple(_by_tenor(tuple(_gathered(told, title)), named))


def _with_run_ins(captures: Sequence[Capture], named: set[str]) -> Iterator[Capture]:
    """The sections of a page; of the text below the title, paragraphs whose set-off beginnings are headings in all but name
    as sections of their own: "Why I love it. Steadier hips mean ...".
    """
    for capture in captures:
        led = [b for b in capture.blocks if _is_led(b)] if capture.field == INTRO else []
        told = {id(b): field for b in led if len(led) >= _FEWEST_TOLD and (field := _hinted_at(b.lead, named))}
        if not told:
            yield capture
            continue
        named.update(told.values())
        yield replace(capture, blocks=tuple(block for block in capture.blocks if id(block) not in told))
        for line in led:
            if id(line) in told:
                yield Capture(told[id(line)], line.lead, line.place, (replace(line, lead=""),))


def _is_led(block: Block) -> TypeGuard[Paragraph]:
    """Whether a block is sentences behind a few words that are set off."""
    return isinstance(block, Paragraph) and bool(block.lead) and is_sentence(block.text) and not is_sentence(block.lead)


def _hinted_at(words: str, named: set[str]) -> str | None:
    """The one field of sentences that words hint at, if the page does not name it."""
    if _is_foreign(words):
        return None
    fields = [field for field in TOLD if field not in named and hinted(words, field)]
    if set(fields) == {"tips", "safety_tips"}:
        return "safety_tips"
    return fields[0] if len(fields) == 1 and fields[0] != "tracking" else None


def _counted_headings(captures: Sequence[Capture], named: set[str]) -> Iterator[Capture]:
    """The sections of a page; several whose headings are a word and a number, and that tell steps, are the steps: "Move 1",
    "Move 2".
    """
    for word, run in groupby(captures, key=_word_that_counts if "instructions" not in named else lambda _: ""):
        parts = list(run)
        blocks = tuple(block for part in parts for block in part.blocks)
        steps = Capture("instructions", word, parts[0].place, blocks)
        is_told = bool(word) and _count_up([part.via for part in parts]) and reads_as_steps(steps)
        if is_told:
            named.add("instructions")
        yield from (steps,) if is_told else parts


def _without_counts(capture: Capture) -> Capture:
    """A section that could be the steps without lines that only count them in a word of the site: "Beat 1", "Beat 2"."""
    if capture.field not in (UNKNOWN, "instructions"):
        return capture
    blocks = tuple(map(_without_counted_leads, capture.blocks))
    if _count_up([block.whole for block in blocks if _is_count(block)]):
        blocks = tuple(block for block in blocks if not _is_count(block))
    return capture if blocks == capture.blocks else replace(capture, blocks=blocks)


def _without_counted_leads(block: Block) -> Block:
    """A list without words before its items that only count them: "Movement 1", "Movement 2"."""
    if not isinstance(block, Listing) or not _count_up([item.lead for item in block.items], fewest=_FEWEST_TOLD):
        return block
    return replace(block, items=tuple(replace(item, lead="") for item in block.items))


def _is_count(block: Block) -> TypeGuard[Paragraph]:
    """Whether a block is a line of one word and a number."""
    return isinstance(block, Paragraph) and _COUNTED.match(block.whole) is not None


def _count_up(lines: Sequence[str], fewest: int = _FEWEST_COUNTED) -> bool:
    """Whether some lines, enough of them, are one word and the numbers from one on."""
    word = lines[0].partition(" ")[0] if lines else ""
    return len(lines) >= fewest and all(line == f"{word} {n}" for n, line in enumerate(lines, 1))


def _with_lists_beside(captures: Sequence[Capture]) -> Iterator[Capture]:
    """The sections of a page; a numbered list right above that of the steps, or right below one that prepares, whose lines begin
    as steps do, is of them: "Find your feet", and below it how to stand.
    """
    for above, (capture, below) in zip((None, *captures), zip_longest(captures, captures[1:]), strict=False):
        prepares = above is not None and key(above.via) in hints()["preparing"]
        is_list = _is_list if prepares else _is_numbered_list
        beside = any(c and c.field == "instructions" and is_list(c) for c in (above if prepares else None, below))
        more = beside and capture.field == UNKNOWN and is_list(capture) and begin_as_steps(capture)
        yield replace(capture, field="instructions") if more else capture


def _is_list(capture: Capture) -> bool:
    return not capture.row and all(isinstance(block, Listing) for block in capture.blocks)


def _is_numbered_list(capture: Capture) -> bool:
    return _is_list(capture) and all(isinstance(block, Listing) and block.ordered for block in capture.blocks)


def _word_that_counts(capture: Capture) -> str:
    found = _COUNTED.match(capture.via) if capture.field == UNKNOWN else None
    return found.group(1) if found else ""


def _gathered(captures: Sequence[Capture], title: str) -> Iterator[Capture]:
    """The sections of a page; several with a sentence each, below one heading that nobody knows, nor theirs, are one, with
    their headings as titles: "Stay in one piece", and below it "Warm up", "Brace".
    """
    for path, run in groupby(captures, key=_is_piece_below):
        pieces = list(run)
        is_section = bool(path) and path[-1] != title and len(pieces) >= _FEWEST_TOLD
        is_section = is_section and sum(key(piece.via) in known_names() for piece in pieces) < _FEWEST_TOLD
        if not is_section or any(hinted(piece.via, "other_topics") for piece in pieces):
            yield from pieces
            continue
        lines = (replace(b, lead=piece.via) for piece in pieces for b in piece.blocks if isinstance(b, Paragraph))
        yield Capture(UNKNOWN, path[-1], pieces[0].place, tuple(lines))


def _is_piece_below(capture: Capture) -> tuple[str, ...]:
    """The headings above a section that is its title and a sentence; none for any other section."""
    only = capture.blocks[0] if len(capture.blocks) == 1 and capture.field == UNKNOWN else None
    told = isinstance(only, Paragraph) and not only.lead and ends_sentence(only.text)
    return capture.place.path if told and len(capture.via) <= LONGEST_TITLE else ()


def _by_tenor(captures: Sequence[Capture], named: set[str]) -> Iterator[Capture]:
    """The sections of a page; those behind its steps whose heading tells nothing are what their sentences read like, where
    the page has nothing else of the kind.
    """
    told = False
    for capture in captures:
        kind = _tenor(capture, named) if told and capture.field == UNKNOWN else None
        if kind:
            named.add(kind)
        told = told or capture.field == "instructions" or (capture.field == UNKNOWN and _tells_steps(capture))
        yield replace(capture, field=kind) if kind else capture


def _tenor(capture: Capture, named: set[str]) -> str | None:
    foreign = _is_foreign(capture.via) and (hinted(capture.via, "other_topics") or not hinted(capture.via, "tips"))
    if not capture.via or foreign or hinted(announced("", capture.blocks), "mistakes"):
        return None
    listed = any(isinstance(block, Listing) and not block.ordered for block in capture.blocks)
    praises = all(map(_praises, capture.blocks))
    if not (listed or praises or are_titled(capture.blocks) or _are_pieces(capture.blocks)):
        return None
    kind = tenor(titled([capture]))
    has_tips = kind == "tips" and "safety_tips" in named
    return None if kind in named or has_tips else kind


def _praises(block: Block) -> bool:
    """Whether a block says what the exercise does: "It lets you stand up straight after an hour of weeding."."""
    return (
        isinstance(block, Paragraph) and not block.lead and block.text.startswith("It ") and ends_sentence(block.text)
    )


def _tells_steps(capture: Capture) -> bool:
    return bool(counted(capture)) or moves(capture) or reads_as_steps(capture)


def _are_pieces(blocks: Sequence[Block]) -> bool:
    """Whether a section is lines with bullets that somebody typed, or titles that are set off, each with a sentence below."""
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    if len(lines) < len(blocks) or len(lines) < _FEWEST_TOLD:
        return False
    pairs = list(zip(lines[::2], lines[1::2], strict=False))
    titled = len(lines) % 2 == 0 and all(_is_title(title) and ends_sentence(told.text) for title, told in pairs)
    return titled or all(is_bulleted(line.whole) for line in lines)


def _parts(capture: Capture) -> Iterator[Capture]:
    """A section of steps, and what stands in it below a line set off that hints at a section of another field, or behind
    numbered steps above a list without numbers.
    """
    blocks = capture.blocks if capture.field == "instructions" else ()
    first_heading = next((n for n, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    titles = [
        n
        for n, (line, below) in enumerate(pairwise(blocks))
        if n
        and ((isinstance(below, Listing) and _is_title(line)) or (n == first_heading and isinstance(below, Paragraph)))
    ]
    first = next((n for n in titles if _announces(capture.blocks[n])), len(blocks))
    if first == len(blocks) and titles and _ends_numbered_steps(blocks, titles[-1]):
        first = titles[-1]
    cuts = [n for n in titles if n >= first]
    if not cuts:
        yield capture
        return
    for start, end in pairwise([0, *cuts, len(capture.blocks)]):
        blocks, line = capture.blocks[start:end], capture.blocks[start] if start else None
        if isinstance(line, (Paragraph, Heading)):
            yield Capture(UNKNOWN, line.text, line.place, blocks[1:])
        else:
            yield replace(capture, blocks=blocks)


def _ends_numbered_steps(blocks: Sequence[Block], title: int) -> bool:
    """Whether all numbered lines of a section, several, stand above a title, and nothing but a list without numbers below it."""
    below = blocks[title + 1 :]
    numbered = [isinstance(b, Paragraph) and bool(ONLY_NUMBER.match(b.lead) or is_numbered(b.whole)) for b in blocks]
    listed = len(below) == 1 and isinstance(below[0], Listing) and not below[0].ordered
    return listed and sum(numbered[:title]) >= _FEWEST_TOLD and not any(numbered[title:])


def _is_title(line: Block) -> bool:
    return isinstance(line, Paragraph) and line.strong and not line.lead and not is_sentence(line.text)


def _announces(line: Block) -> bool:
    return isinstance(line, (Paragraph, Heading)) and sum(hinted(line.text, field) for field in TOLD) == 1


def _is_foreign(heading: str) -> bool:
    """Whether a heading speaks of something else than the exercise; "Hints of our trainer" are hints all the same."""
    if hinted(heading, "other_topics"):
        return True
    if not hinted(_BY_IT.sub(" ", heading), "foreign") or hinted(heading, "safety_tips"):
        return False
    first = key(heading).partition(" ")[0]
    return first not in hints()["tips"] and first not in hints()["benefits"]


def _lists_others(capture: Capture) -> bool:
    """Whether a section is a list of other exercises, each with a word on it: "Moves we love, too"."""
    items = [item for block in capture.blocks if isinstance(block, Listing) for item in block.items]
    return len(items) > 1 and all(is_name(key((item.lead or item.text).partition(":")[0])) for item in items)


def _says_what_it_does(piece: Piece) -> bool:
    """Whether words without a stop say what the exercise does: "Builds a grip you can use on the field"."""
    first = piece.text.partition(" ")[0].lower()
    verb = key(first)
    does = first != verb and (verb in hints()["gaining"] or verb in hints()["movements"])
    return does and len(piece.text.split()) >= _FEWEST_OF_GAIN


def _told(capture: Capture, named: set[str], *, tells_steps: bool) -> Capture:
    """A section of sentences, with the field that its heading hints at. `tells_steps` says that another has the steps."""
    if capture.field != UNKNOWN or _is_foreign(capture.via):
        return capture
    kicker = announced("", capture.blocks)
    if hinted(kicker, "mistakes"):
        return capture  # "Avoid", and below it "The common mistakes of beginners"
    open_fields = [field for field in TOLD if field not in named]
    fields = [f for f in open_fields if hinted(capture.via, f)] or [f for f in open_fields if hinted(kicker, f)]
    if set(fields) == {"tips", "safety_tips"}:
        fields = ["safety_tips"]  # "House rules for safe lifting"
    if "tips" in fields and not tells_steps and moves(capture):
        fields.remove("tips")  # "Movement standard" may tell how it is done
    listed = any(isinstance(block, Listing) for block in capture.blocks)
    told = titled([capture]) if len(fields) == 1 else []
    tells = any(piece.title or is_sentence(piece.text) for piece in told)
    if listed and fields == ["benefits"]:
        tells = tells or all(map(_says_what_it_does, told))
    if not (tells and (listed or len(told) >= _FEWEST_TOLD)) or _lists_others(capture):
        return capture
    named.add(fields[0])
    return replace(capture, field=fields[0])
