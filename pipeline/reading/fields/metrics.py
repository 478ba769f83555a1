"""What a page says to write down of a workout: metrics, and what it tells of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pipeline.reading.captures import Capture
from pipeline.reading.fields.prose import distinct, lines_of, pieces_titled, titled_item
from pipeline.reading.words.plain import DATE, is_sentence
from pipeline.records import Block, Paragraph, Piece

_BETWEEN_THINGS = re.compile(r",|;|/|\band\b|&")
_UNIT = re.compile(r"\s*\([^()]*\)$")
_WORD = re.compile(r"[A-Za-z]+")


def tracked(captures: Sequence[Capture], is_metric: Callable[[str], object]) -> list[Piece]:
    """What to track: the metric as title, what the page says of it as text.

    `is_metric` is a function that knows the metrics' names.
    """
    said = (piece for capture in captures for piece in _tracked(list(capture.blocks), is_metric))
    pieces = distinct(piece for piece in said if not DATE.match(piece.title))  # a log that somebody keeps there
    measured = [piece for piece in pieces if piece.text[:1].isdigit() and is_metric(piece.title)]
    if not measured:
        return pieces
    return [piece for piece in pieces if piece in measured or _speaks_of_metric(piece.title, is_metric)]


def _speaks_of_metric(title: str, is_metric: Callable[[str], object]) -> bool:
    """Whether a title names a metric, beside others that say how much; "Date | How it felt" is the head of a form."""
    return bool(is_metric(title)) or any(map(is_metric, _WORD.findall(title)))


def _tracked(blocks: list[Block], is_metric: Callable[[str], object]) -> Iterator[Piece]:
    blocks = [b for b in blocks if not _announces(b, is_metric)] or blocks
    pairs = [p for p in pieces_titled(blocks) if p.title and not p.title.isdigit()]  # a footnote
    if not pairs:
        lines = list(lines_of(blocks))
        stated = [titled_item(line) for line in lines if ":" in line.whole]
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
