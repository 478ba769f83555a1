"""What sentences say that tell steps: how they begin, in what order they come, and that they speak of the body."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from pipeline.reading.captures import Capture
from pipeline.reading.fields.prose import lines_of
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import metric_of
from pipeline.reading.words.plain import ONLY_NUMBER, is_numbered, is_sentence, sentences
from pipeline.reading.words.speaking import is_about_body
from pipeline.records import Paragraph
from pipeline.vocabulary import key

_FEWEST_MOVES = 3
_MOST_MOVE = 0.7
_PARTS_BODILY = 2
_PARTS_OF_BODY = 3
_FEWEST_READ, _MOST_READ = 3, 2 / 3
_WORD_AND_NUMBER = 2


def moves(capture: Capture) -> bool:
    """Whether most of the lines of a section, and enough of them, say what to do: "Slowly lower the bar."."""
    told = [line.text for line in _apart(lines_of(capture.blocks)) if is_sentence(line.text)]
    begun = sum(begins_with(text, hints()["movements"]) for text in told)
    return len(told) >= _FEWEST_MOVES and begun >= _MOST_MOVE * len(told)


def _apart(lines: Iterable[Paragraph]) -> list[Paragraph]:
    """Lines; one paragraph alone as its sentences."""
    lines = list(lines)
    if len(lines) != 1 or lines[0].lead:
        return lines
    return [replace(lines[0], text=text) for text in sentences(lines[0].text)]


def reads_as_steps(capture: Capture) -> bool:
    """Whether the sentences of a section are steps by what they say: most begin as such do and half speak of the body, one
    at least of an order; and none has a title.
    """
    said = _apart(lines_of(capture.blocks))
    lines = [b for b in said if not (ONLY_NUMBER.match(b.whole) or (b.lead and metric_of(b.lead)))]
    told = [line.text for line in lines if is_sentence(line.text)]
    if (
        len(told) < _FEWEST_READ
        or len(told) < len(lines)
        or any(line.lead and not _numbers(line.lead) for line in lines)
    ):
        return False
    begun = sum(begins_with(text, hints()["movements"]) or _opens(text) for text in told)
    return begun >= _MOST_READ * len(told) and is_bodily(capture) and any(hinted(text, "sequence") for text in told)


def begin_as_steps(capture: Capture) -> bool:
    """Whether most sentences of a section begin as steps do, and nothing else is in it."""
    told = [line.text for line in lines_of(capture.blocks) if not line.lead or _numbers(line.lead)]
    begun = sum(begins_with(text, hints()["movements"]) or _opens(text) for text in told)
    return bool(told) and all(map(is_sentence, told)) and begun >= _MOST_READ * len(told)


def tells_how(capture: Capture) -> bool:
    """Whether a section is several lines that begin as steps do, enough sentences together, and speak of the body."""
    told = [sentences(line.text) for line in lines_of(capture.blocks)]
    return len(told) > 1 and sum(map(len, told)) >= _FEWEST_READ and begin_as_steps(capture) and is_bodily(capture)


def without_remark(capture: Capture) -> Capture:
    """A section without a first line that is no step by what it says: "Tick each stop when you have tried it"."""
    first = capture.blocks[0] if len(capture.blocks) > _FEWEST_READ else None
    if not isinstance(first, Paragraph) or first.lead or not is_sentence(first.text) or is_numbered(first.text):
        return capture
    begins = begins_with(first.text, hints()["movements"]) or _opens(first.text)
    return capture if begins or is_about_body(first.text) else replace(capture, blocks=capture.blocks[1:])


def is_bodily(capture: Capture) -> bool:
    """Whether half of the lines of a section or more speak of the body, or of what it moves; one line alone need not."""
    said = [line.whole for line in _apart(lines_of(capture.blocks)) if not ONLY_NUMBER.match(line.whole)]
    return len(said) <= 1 or _PARTS_BODILY * sum(map(is_about_body, said)) >= len(said)


def speaks_of_body(steps: Iterable[str]) -> bool:
    """Whether a third of some steps or more name a part of the body: other things are done in steps, too."""
    said = [set(key(step).split()) for step in steps]
    bodily = sum(not words.isdisjoint(hints()["body"]) for words in said)
    return bool(said) and _PARTS_OF_BODY * bodily >= len(said)


def _numbers(lead: str) -> bool:
    """Whether what is set off before a sentence says which step it is: "Step 2", "Stage 2"."""
    return is_numbered(f"{lead} x") or len(lead) == 1 or (lead[-1:].isdigit() and len(lead.split()) <= _WORD_AND_NUMBER)


def _opens(text: str) -> bool:
    """Whether a sentence begins with what goes before the movement: "As you exhale", "Keeping the back straight"."""
    first = key(text).partition(" ")[0]
    return first in hints()["openings"] or first.endswith("ing")


def begins_with(line: str, verbs: Set[str]) -> bool:
    """Whether one of some verbs is the first word of a line, but for words like "slowly" before it."""
    words = key(line).split()[:3]
    adverbs = next((n for n, word in enumerate(words) if not word.endswith("ly")), 0)
    return bool(words) and words[adverbs] in verbs
