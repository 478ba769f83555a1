"""Where the name, the facts and the steps stand in a page that was copied as text, below its menu."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.reading.captures import PROSE
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.kinds import FACT_FIELDS, all_known, metric_of
from pipeline.reading.words.labels import dashed_pair
from pipeline.reading.words.names import (
    COUNTED,
    NO_NAME,
    clean_name,
    could_be_name,
    is_introduced_name,
    is_name,
)
from pipeline.reading.words.plain import is_sentence
from pipeline.reading.words.profiles import Profile, glued_label
from pipeline.records import Block, Heading, Listing, Outline, Paragraph, Row
from pipeline.vocabulary import key, known_names

NEAR_THE_TOP = 12
NEAR_IN_TEXT = 60
"""Blocks among which the facts of a page begin that was copied as text, with its menu."""
LONGEST_LINE = 300
TITLE = 3.5
"""What it weighs to stand where titles do."""


def first_line(outline: Outline, profile: Profile) -> Paragraph | None:
    """The first line of a text that is not a link back or the like, and no labelled fact."""
    for block in outline.blocks[:NEAR_THE_TOP]:
        if not isinstance(block, Paragraph):
            return None
        if len(block.text) <= LONGEST_LINE and key(block.text) and _leads_away(block.text, profile):
            continue
        if not key(clean_name(block.text, profile)):
            continue  # "[logo]"
        introduced = NO_NAME.search(block.text) and not is_introduced_name(block.text, profile)
        return None if block.lead or introduced or glued_label(profile, block.text) else block
    return None


def is_outdone(first: Paragraph, near: Sequence[Block], profile: Profile, parts: Sequence[str]) -> bool:
    """Whether the first line of a text is no known name, and one stands alone below it more than once: it is that of the
    site. Where it says so itself ("Iron Corner Forum"), once is enough, and so it is for one of the `parts` of the title, and
    for one that a sentence has.
    """
    shown = key(clean_name(first.text, profile))
    if shown in known_names() or shown in parts:
        return False
    lines = [b.text for b in near if isinstance(b, Paragraph) and b.strong and b is not first]
    names = [key(clean_name(line, profile)) for line in lines]
    if any(name and name in parts for name in names):
        return True
    told = [name for line, name in zip(lines, names, strict=True) if is_introduced_name(line, profile)]
    if any(is_name(name) and name not in shown and shown not in name for name in told):
        return True  # "STRIDE & IRON", and below its menu "How to Do the Zottman Preacher Curl"
    if any(COUNTED.match(line) and name in known_names() for line, name in zip(lines, names, strict=True)):
        return True  # "The Long Rep", and below it "Episode 61: Dead Bug"
    named = Counter(filter(is_name, names))
    if not hints()["site"].isdisjoint(shown.split()):
        return bool(named)
    return _comes_again(shown, named, near) or any(t > 1 and name in known_names() for name, t in named.items())


def _comes_again(first: str, named: Iterable[str], near: Sequence[Block]) -> bool:
    """Whether a sentence has one of some names, where the first line is none: "Slow Morning Movement"."""
    said = " | ".join(key(b.text) for b in near if isinstance(b, Paragraph) and not b.strong)
    return not is_name(first) and any(f" {name} " in said for name in named)


def weight_of_first(line: Paragraph, outline: Outline, profile: Profile) -> float:
    """How much the first line of a copied page speaks for being the name: mostly it is the title, else a menu."""
    name = key(clean_name(line.text, profile))
    if could_be_name(name) or _is_announced(name, outline.blocks, profile):
        return TITLE
    return TITLE if first_fact(outline, profile) == outline.blocks.index(line) + 1 else 0.9


def _is_announced(name: str, blocks: Sequence[Block], profile: Profile) -> bool:
    """Whether a heading of a text says of what is named like this how it is done, or what it is good for: "How to Do the
    Otis-Up", below "Otis-Up".
    """
    lines = (key(b.text) for b in blocks if isinstance(b, Heading) or (isinstance(b, Paragraph) and b.strong))
    of_it = (f" {line} " for line in lines if line != name and f" {name} " in f" {line} ")
    return any(profile.heading(line.replace(f" {name} ", " exercise ").strip()) in PROSE for line in of_it)


def lines_that_come_back(outline: Outline) -> frozenset[str]:
    """The lines of a copied page that say the same as another one, as keys: in its menu, and above its text."""
    lines = (key(b.text) for b in outline.blocks[:NEAR_IN_TEXT] if isinstance(b, Paragraph) and b.strong)
    return frozenset(line for line, times in Counter(lines).items() if times > 1)


def tops_of_text(outline: Outline, profile: Profile) -> tuple[int, ...]:
    """Where the top headings of a text stand that may be its title: of several the first; the name of a newsletter is none
    where that of an exercise is a heading below it.
    """
    heads = [(n, block) for n, block in enumerate(outline.blocks) if isinstance(block, Heading)]
    tops = [n for n, head in heads if head.level == 1][:1]
    keys = {n: key(clean_name(head.text, profile)) for n, head in heads}
    named = any(is_name(keys[n]) and profile.heading(head.text) is None for n, head in heads)
    return tuple(n for n in tops if could_be_name(keys[n]) or not named) or (-1,)


def last_near(outline: Outline, profile: Profile) -> int:
    """Where lines no longer are near the top: some blocks below the first, in a text not before its first fact."""
    lines = (n for n, b in enumerate(outline.blocks) if isinstance(b, Paragraph) and (b.strong or outline.marked_up))
    near = next(lines, 0) + NEAR_THE_TOP
    return near if outline.marked_up else max(near, first_fact(outline, profile))


def first_fact(outline: Outline, profile: Profile) -> int:
    """Where the facts of a text begin, which may stand below a long menu; 0 where none is near."""
    for n, (block, below) in enumerate(pairwise(outline.blocks[: NEAR_IN_TEXT + 1])):
        first = block.items[0] if isinstance(block, Listing) else block
        said = first.label if isinstance(first, Row) else first.whole if isinstance(first, Paragraph) else ""
        label, colon, _ = said.partition(": ")
        dashed = dashed_pair(said)
        field = profile.label_of(dashed[0] if dashed else label)
        if field and (colon or dashed or isinstance(block, Row)):
            return n
        if field in FACT_FIELDS and isinstance(below, Paragraph) and all_known(field, (below.text,)):
            return n  # "Level", and below it "Beginner"
    return 0


def first_told(outline: Outline, profile: Profile) -> int:
    """Where the steps of a text begin, or it ends: what is named behind them is another exercise."""
    for n, (block, below) in enumerate(pairwise(outline.blocks)):
        heads = isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong and not block.lead)
        told = isinstance(below, Listing) or (isinstance(below, Paragraph) and is_sentence(below.whole))
        text = block.text if isinstance(block, (Heading, Paragraph)) else ""
        if n and heads and told and profile.exactly(text.rstrip(" :")) == "instructions":
            return n
    return len(outline.blocks)


def _leads_away(line: str, profile: Profile) -> bool:
    """Whether a line says nothing ("Back to the list"), or is a menu: "Home Exercises Log in"."""
    first, second, *_ = [*key(line).split(), "", ""]
    return bool(
        profile.dropped.match(key(line)) or all(word and profile.dropped.match(word) for word in (first, second))
    )


def is_fact(text: str, profile: Profile) -> bool:
    """Whether a line is a label that is known, a dash and the value: "Muscles - abs"; or other names, or terms, behind a
    colon.
    """
    label, colon, value = text.partition(": ")
    field = profile.label_of(label) if colon else None
    if field == "aliases" or (field in FACT_FIELDS and all_known(field, (value,))):
        return True
    fact = dashed_pair(text)
    return fact is not None and bool(profile.label_of(fact[0]) or metric_of(fact[0]))
