"""Tags beside the title that need no label: each is a term of one field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reading.captures import Sections
from pipeline.reading.words.hinting import hinted
from pipeline.reading.words.kinds import TERM_FIELDS
from pipeline.reading.words.pairs import pieces_of, states_fact
from pipeline.reading.words.profiles import Profile
from pipeline.records import Block, Chips, DraftField, Heading, Listing, Outline, Paragraph, Piece, State
from pipeline.vocabulary import key, load

_BETWEEN_TAGS = re.compile(r"\s+[/·•|›>]\s+")
_FEWEST_TAGS = 2
"""Items of a list that are tags, each of another field."""
_LABEL_AND_TERMS = 2
_LONGEST_TAGS = 120
_NEAR_TITLE = 7
_TAG_FIELDS = {
    "difficulty": "difficulty",
    "exercise_type": "exercise_types",
    "equipment": "equipment",
    "target_muscles": "muscles",
    "mechanic": "mechanic",
    "force": "force",
}
_MENUS = frozenset(("menu", "main menu", "site menu", "exercise menu", "navigation", "navigate", "site map", "browse"))
_MOST_MUSCLES = 4
_CHOICES = ("difficulty", "exercise_type", "mechanic", "force")
"""Fields of one term: several of them beside each other are a menu."""
_TRAIL = re.compile(r"\s[›>]\s")
"""Above a title, between the parts of the site that lead to it."""


def tags(fields: dict[str, DraftField], outline: Outline, profile: Profile, title_at: int, cut: Sections) -> None:
    """Tags beside the title ("Intermediate", "Strength", "Barbell"), or above the first label of muscles or tools, that need
    no label: each is a term of one field.

    Taken only where every tag is known, the page states the field nowhere else, and no label above says what they are.
    """
    if title_at < 0 or fields.keys() >= _TAG_FIELDS.keys():
        return
    labelled = {id(block) for c in cut.captures if c.field in TERM_FIELDS for block in c.blocks}
    in_rows = {piece.text for c in cut.captures if c.row for block in c.blocks for piece in pieces_of(block)}
    below = outline.blocks[title_at + 1 : title_at + _NEAR_TITLE]
    end = next((n for n, block in enumerate(below) if isinstance(block, Heading)), len(below))
    above = next((n for n, block in enumerate(outline.blocks) if id(block) in labelled), 0) - _LABEL_AND_TERMS
    above_facts = outline.blocks[above : above + 1] if above > title_at else ()
    is_of_box = title_at > 1 and states_fact(profile, outline.blocks[title_at - 2])  # and maybe another exercise's
    start = title_at if is_of_box or _is_below_menu(outline, title_at - 1) else max(0, title_at - 1)
    for block in (*outline.blocks[start : title_at + 1], *below[:end], *above_facts):
        is_trail = block not in below and isinstance(block, Paragraph) and _TRAIL.search(block.text) is not None
        if id(block) in labelled or is_trail:
            continue
        tags = block.items if isinstance(block, (Chips, Listing)) else _tags_in(block) or _level_alone(block)
        meant = [(t, next((n for n, kind in _TAG_FIELDS.items() if load(kind).find(t.text)), "")) for t in tags]
        is_menu = _is_list(block, meant) or (block not in below and _is_menu(meant))
        if not all(name for _, name in meant) or is_menu or in_rows.issuperset(t.text for t in tags):
            continue  # or the page labels them
        found: dict[str, list[Piece]] = {}
        times = _terms_of(meant)
        for tag, name in meant:
            if name in _CHOICES and times[name] > 1:
                continue  # which of them it is is not said
            if tag.text not in (piece.text for piece in found.get(name, ())):
                found.setdefault(name, []).append(Piece(tag.text, "", tag.place))
        for name, pieces in found.items():
            fields.setdefault(name, DraftField(State.FOUND, tuple(pieces), "the tags beside the title", block.place))


def _is_below_menu(outline: Outline, place: int) -> bool:
    """Whether the line before a block says that it is the menu of a site."""
    line = outline.blocks[place - 1] if place > 0 else None
    return isinstance(line, (Heading, Paragraph)) and key(line.text) in _MENUS


def _is_list(block: Block, meant: Sequence[tuple[Paragraph, str]]) -> bool:
    """Whether terms, each with the field it is of, are a list of one kind."""
    kinds = {name for term, name in meant if not term.lead}
    return isinstance(block, (Listing, Paragraph)) and len(meant) > 1 and len(kinds) < max(len(meant), _FEWEST_TAGS)


def _is_menu(meant: Sequence[tuple[Paragraph, str]]) -> bool:
    """Whether terms above a title are a menu of the site: several of a field that has one term, or more muscles than a line of
    tags has.
    """
    times = _terms_of(meant)
    return any(times[name] > 1 for name in _CHOICES) or times["target_muscles"] > _MOST_MUSCLES


def _terms_of(meant: Sequence[tuple[Paragraph, str]]) -> Counter[str]:
    """How many different terms there are of each field."""
    return Counter(
        name for name, _ in {(name, load(_TAG_FIELDS[name]).find(term.text)) for term, name in meant if name}
    )


def _tags_in(block: Block) -> tuple[Paragraph, ...]:
    """The pieces of a line that signs divide: "Cardio / Intermediate / Compound"."""
    if not isinstance(block, Paragraph) or block.lead or len(block.text) > _LONGEST_TAGS:
        return ()
    pieces = _BETWEEN_TAGS.split(block.text)
    return tuple(replace(block, text=piece) for piece in pieces) if len(pieces) > 1 else ()


def _level_alone(block: Block) -> tuple[Paragraph, ...]:
    """A line that is nothing but a level ("Intermediate"), as a tag; other words alone may name a part of the site."""
    if not isinstance(block, Paragraph) or block.lead or not hinted(block.text, "levels"):
        return ()
    return (block,) if load("difficulty").find(block.text) else ()
