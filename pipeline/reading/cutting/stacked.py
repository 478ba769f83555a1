"""Labels and values below each other, the ones set off and the others not: labels among them that nobody knows are facts, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.reading.cutting.companions import is_unknown
from pipeline.reading.words.kinds import LABELLED_FIELDS
from pipeline.reading.words.plain import ONLY_NUMBER, is_numbered, is_piece
from pipeline.reading.words.profiles import Profile
from pipeline.records import Block, Paragraph, Row

_FEWEST_KNOWN = 2


def with_stacked_facts(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page; in a run of lines that are labels and values by turns, those of unknown labels as rows."""
    run: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and not (block.lead or is_numbered(block.text)) and is_piece(block.text):
            run.append(block)
            continue
        yield from _settled(run, profile)
        run = []
        yield block
    yield from _settled(run, profile)


def _settled(run: Sequence[Paragraph], profile: Profile) -> Iterator[Block]:
    start = next((n for n, line in enumerate(run) if _is_label(line, profile)), len(run))
    pairs = list(zip(run[start::2], run[start + 1 :: 2], strict=False))
    if not _take_turns(pairs, profile):
        yield from run
        return
    yield from run[:start]
    for label, value in pairs:
        said = label.text.rstrip(" :")
        is_section = profile.heading(said) or ONLY_NUMBER.match(value.text)  # "SEQUENCE", and below it "1"
        if not is_section and is_unknown(said, value.text, profile):
            yield Row(said, (value.text,), label.place)
        else:
            yield from (label, value)
    yield from run[start + 2 * len(pairs) :]


def _is_label(line: Paragraph, profile: Profile) -> bool:
    return profile.label_of(line.text.rstrip(" :")) in LABELLED_FIELDS


def _take_turns(pairs: Sequence[tuple[Paragraph, Paragraph]], profile: Profile) -> bool:
    """Whether lines are labels and values by turns: half of the labels are known, no value is one, and one half is set off."""
    known = sum(_is_label(label, profile) for label, _ in pairs)
    ways = {(label.strong, value.strong) for label, value in pairs}
    set_off = len(ways) == 1 and ways <= {(True, False), (False, True)}  # lines of prose are alike
    enough = known >= _FEWEST_KNOWN and known < len(pairs) <= 2 * known
    return set_off and enough and not any(_is_label(value, profile) for _, value in pairs)
