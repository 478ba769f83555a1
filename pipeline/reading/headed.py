"""Facts whose labels stand above their values like headings: among those that are known the others are facts, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.reading.kinds import FACT_FIELDS, metric_of
from pipeline.reading.pairs import TOLD_BELOW, pieces_of
from pipeline.reading.plain import ONLY_NUMBER, is_sentence
from pipeline.reading.profiles import SKIPPED, Profile
from pipeline.records import Block, Break, Chips, Heading, Listing, Paragraph, Row

_FACTS = FACT_FIELDS | {"aliases"}
_FEWEST = 3
_FEWEST_KNOWN = 2
_LONGEST_LABEL = 40
_LONGEST_VALUE = 80


class _Headed(NamedTuple):
    label: str
    values: tuple[str, ...]
    end: int
    """The index of the block behind it."""


def with_headed_facts(blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    """The blocks of a page; in a run of short lines that each stand below a label set in one way, two of which at least,
    and at least half, are known, those below unknown labels as rows.
    """
    place = 0
    while place < len(blocks):
        run = _run_at(blocks, place, profile)
        known = sum(profile.label_of(fact.label) in _FACTS for fact in run)
        are_facts = len(run) >= _FEWEST and known >= _FEWEST_KNOWN and known * 2 >= len(run)
        for fact in run if are_facts else ():
            if _is_unknown(fact.label, profile):
                yield Row(fact.label, fact.values, blocks[place].place)
            else:
                yield from blocks[place : fact.end]
            place = fact.end
        if not are_facts:
            end = run[-1].end if run else place + 1
            yield from blocks[place:end]
            place = end


def _run_at(blocks: Sequence[Block], place: int, profile: Profile) -> list[_Headed]:
    run: list[_Headed] = []
    kind = _kind_of(blocks[place])
    while kind and place < len(blocks) and _kind_of(blocks[place]) == kind:
        if (fact := _fact_at(blocks, place, profile)) is None:
            break
        run.append(fact)
        place = fact.end
    return run


def _kind_of(block: Block) -> object:
    """How a label is set; None for a block that is no label."""
    if isinstance(block, Heading):
        return block.level
    return "bold" if isinstance(block, Paragraph) and block.strong and not block.lead else None


def _fact_at(blocks: Sequence[Block], place: int, profile: Profile) -> _Headed | None:
    """A label with the few words below it, where nothing else stands below these."""
    label, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    if not isinstance(label, (Heading, Paragraph)) or not 0 < len(label.text) <= _LONGEST_LABEL:
        return None
    values = tuple(piece.whole for piece in pieces_of(below))
    led = isinstance(below, Paragraph) and (below.lead or below.strong)
    if led or not values or any(len(v) > _LONGEST_VALUE or is_sentence(v) for v in values):
        return None
    if not metric_of(label.text) and any(map(ONLY_NUMBER.match, values)):
        return None  # "Step 1", below "Instructions"
    end = place + 2
    behind = blocks[end] if end < len(blocks) else None
    if isinstance(behind, (Listing, Chips)) or (isinstance(behind, Paragraph) and not _ends(behind, profile)):
        return None
    return _Headed(label.text.rstrip(" :"), values, end + isinstance(behind, Break))


def _ends(line: Paragraph, profile: Profile) -> bool:
    """Whether a line behind a value is none more of them."""
    return bool(line.lead) or line.strong or is_sentence(line.text) or profile.heading(line.text) is not None


def _is_unknown(label: str, profile: Profile) -> bool:
    field = profile.label_of(label)
    return bool(metric_of(label)) or (field in (None, *TOLD_BELOW) and profile.heading(label) != SKIPPED)
