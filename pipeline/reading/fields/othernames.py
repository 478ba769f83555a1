"""Other names of the exercise, and its variations: names in lists, in lines and in titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from pipeline.reading.captures import Capture
from pipeline.reading.words.forms import forms
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.names import HALF, could_be_name, exercise_like
from pipeline.reading.words.pairs import pieces_of
from pipeline.reading.words.plain import is_sentence, without_bullet, without_number, without_stop
from pipeline.reading.words.synonyms import guarded, names_told, unguarded
from pipeline.records import Block, Chips, Heading, Listing, Paragraph, Piece, Row
from pipeline.vocabulary import key, known_names

_FEWEST_LINES = 2
_BEFORE_NAME = re.compile(r"^(?:the|an?) (?=[A-Z])")
_ARTICLES = ("the ", "a ", "an ")
_AND = re.compile(r"\s+(?:and|&)\s+")
_INTRO_SEPARATOR = re.compile(r"\s*[,;|\n]\s*(?:(?:and|or)\s+)?|(?<=\S)\s+(?:or|[/·•])\s+")
_TOLD_NAME = re.compile(r"^(.{3,60}?)\s*(?::|→|->|\s[–—-])\s+(\S.*)$")
"""A name, and what is told of it."""


def names(captures: Sequence[Capture], name: str) -> list[Piece]:
    """Other names or variations: list items, their titles where they have one, and comma lists beside a label; what joins
    two words of the exercise's own `name` joins them in these, too.

    Where a section has a list, or headings of its own, the lines around these name nothing.
    """
    found: list[Piece] = []
    for capture in captures:
        blocks = [
            block for block in takewhile(lambda b: not _leads_away(b), capture.blocks) if not _heads_columns(block)
        ]
        end = next((n for n, b in enumerate(blocks) if isinstance(b, Heading)), len(blocks))
        if any(isinstance(b, (Listing, Chips)) or _names_several(b) for b in blocks[:end]):
            blocks = blocks[:end]  # what stands below a heading behind the list is something else
        blocks = _names_above_list(blocks) or blocks
        found += [piece for block in blocks if isinstance(block, Row) for piece in _in_row(block)]
        lists, several = [] if _are_below_titles(blocks) else _of_one_kind(blocks), False
        titles = [] if lists else [b for b in blocks if isinstance(b, Heading)]
        found += [Piece(without_number(title.text), "", title.place) for title in titles]
        for block in lists or (() if titles else blocks):
            told_each = _are_told(block)
            for item in pieces_of(block):
                alone = block not in lists or len(pieces_of(block)) == 1
                told_names = names_told(item.text, name) if capture.field == "aliases" and not item.lead else []
                if told_names:  # "Yes, it is also called the ..."
                    found += [Piece(other, "", item.place) for other in told_names]
                    continue
                text = guarded(_without_opening(item.text), name)
                said = without_stop(text) if capture.row else text
                if item.lead and key(item.lead) in hints()["grades"]:  # "Easier: Box squat"
                    texts = [without_stop(said)]
                else:
                    texts = _in_line(said) if alone and not item.lead else [without_number(item.lead) or said]
                if alone and len(texts) > 1 and is_sentence(said) and not _may_be_names(texts):
                    continue  # "There are many, and all are fine."
                if told := _TOLD_NAME.match(text) if not item.lead else None:
                    texts = [told.group(1)] if is_sentence(told.group(2)) or told_each else texts
                texts = [_without_occasion(forms()["remark"].sub("", unguarded(text)), name) for text in texts]
                tells = _ARTICLES if capture.field == "aliases" else ()  # "the king of leg exercises"
                texts = [_BEFORE_NAME.sub("", text) for text in texts] if tells else texts  # "the Chalice Squat"
                names = [without_bullet(t).strip(" .") for t in texts if not _is_no_name(t) and not t.startswith(tells)]
                if several and block not in lists and not all(could_be_name(key(other)) for other in names):
                    continue  # "Featured stories", below the names in a line
                found += [Piece(other, "", item.place) for other in names if other]
                several = several or len(names) > 1
    first = {piece.text: piece for piece in reversed(found)}  # a page may say them twice, for printing
    return list(reversed(first.values()))


def _without_opening(text: str) -> str:
    """A line without what it says before the names that it lists: "Variations include Box Squat"."""
    return forms()["before_names"].sub("", text)


def _is_no_name(text: str) -> bool:
    return is_sentence(text) or text.isdigit() or not hints()["to_the_reader"].isdisjoint(key(text).split())


def _leads_away(block: Block) -> bool:
    """Whether a line announces what is not of this exercise: "Check out our other similar posts:"."""
    return isinstance(block, Paragraph) and block.whole.endswith(":") and hinted(block.whole, "to_read")


def _in_row(row: Row) -> list[Piece]:
    """The name in a row: its label, with what is told of it beside it; where that says how hard it is, its values."""
    names = row.values if key(row.label) in hints()["grades"] else (row.label,)
    return [Piece(name, "", row.place) for name in names]


def _may_be_names(texts: Sequence[str]) -> bool:
    """Whether more parts of a line than not could be names, and the first is no number: "One, two, three, and back down again."."""
    alike = sum(exercise_like(key(text)) > HALF for text in texts)
    return key(texts[0]) not in hints()["numbers"] and 2 * alike > len(texts)


def _without_occasion(text: str, name: str) -> str:
    """What says a name that ends with the exercise's own, without what is said behind that."""
    end = text.lower().rfind(name.lower()) + len(name) if name and name.lower() in text.lower() else len(text)
    own = end == len(name)  # "Goblet Squat for the hips" is more than the exercise itself
    return text[:end] if forms()["occasion"].match(text[end:]) and not own else text


def _are_told(block: Block) -> bool:
    """Whether each entry of a list is a name with a few words that tell of it: "Hack squat - face the pad"."""
    told = [_TOLD_NAME.match(item.whole) for item in pieces_of(block)]
    return isinstance(block, Listing) and all(found and found.group(2)[:1].islower() for found in told)


def _names_several(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.whole.endswith(":"):
        return False
    names = _in_line(_without_opening(block.whole))
    told = any(map(is_sentence, names)) or (is_sentence(block.whole) and not _may_be_names(names))
    return len(names) > 1 and not told


def _heads_columns(block: Block) -> bool:
    """Whether small pieces say what stands in the columns below them: "Name | Difference"."""
    heads = hints()["column_heads"] | hints()["table_heads"]
    return (
        isinstance(block, Chips) and len(block.items) > 1 and heads.issuperset(key(item.text) for item in block.items)
    )


def _names_above_list(blocks: Sequence[Block]) -> list[Block]:
    """Lines that are each the name of an exercise, several above a list of something else; none where it is otherwise."""
    lines = list(takewhile(lambda block: isinstance(block, Paragraph), blocks))
    items = pieces_of(blocks[len(lines)]) if len(lines) < len(blocks) else ()
    if len(lines) < _FEWEST_LINES or any(could_be_name(key(item.whole)) for item in items):
        return []
    return lines if all(could_be_name(key(b.whole)) for b in lines if isinstance(b, Paragraph)) else []


def _are_below_titles(blocks: Sequence[Block]) -> bool:
    """Whether what lists hold are sentences, each list below a title: the steps of every variation."""
    lists = [block for block in blocks if isinstance(block, Listing)]
    titled = bool(lists) and isinstance(blocks[0], Heading)
    return titled and all(is_sentence(item.whole) for block in lists for item in block.items)


def _of_one_kind(blocks: Sequence[Block]) -> list[Listing | Chips]:
    """The lists of a section; what follows one with nothing between and is set another way, or below a line that is no
    title, is not of it.
    """
    lists: list[Listing | Chips] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(block, (Listing, Chips)):
            ends = isinstance(before, Paragraph) and not (before.strong or before.text.endswith(":"))
            if lists and (ends or (isinstance(before, (Listing, Chips)) and type(before) is not type(block))):
                break
            lists.append(block)
    return lists


def _in_line(text: str) -> list[str]:
    """The names in a line; the full stop behind several is that of the line."""
    names = list(_apart(text))
    are_names = len(names) > 1 and (all(n[:1].isupper() for n in names) or exercise_like(key(names[-1])) == 1)
    return [*names[:-1], names[-1].rstrip(".")] if are_names else names


def _apart(names: str) -> Iterator[str]:
    """The names in a line; "and" stands between two of them, or in one ("Clean and Jerk")."""
    several = _INTRO_SEPARATOR.split(names)
    for name in several:
        parts = _AND.split(name)
        alike = _are_names(parts) or (len(several) > 1 and all(exercise_like(key(part)) == 1 for part in parts))
        joined = len(parts) > 1 and alike and not _is_of_two_movements(name, parts)
        yield from parts if joined else (name,)


def _is_of_two_movements(name: str, parts: Sequence[str]) -> bool:
    """Whether "and" stands in a name that people know, or in one of its like: "Two-Hands Clean and Jerk"."""
    ends = [(key(a).split()[-1:], key(b).split()[:1]) for a, b in pairwise(parts)]
    if any(set(end + start) <= hints()["limbs"] for end, start in ends):
        return True  # "Supine Arm and Leg Extension"
    return key(name) in known_names() or any(" ".join((*end, "and", *start)) in known_names() for end, start in ends)


def _are_names(parts: Sequence[str]) -> bool:
    """Whether what stands around "and" is several names: "Opposite Arm and Leg Raise" is one, by its last word."""
    words = [key(part).split() for part in parts]
    ends = Counter(said[-1] for said in words if len(said) > 1)  # "Slow-Tempo Squat and Paused Squat"
    known = [could_be_name(" ".join(said)) or (len(said) > 1 and ends[said[-1]] > 1) for said in words]
    return all(map(_reads_as_name, parts)) and (all(known) or not known[-1])


def _reads_as_name(text: str) -> bool:
    """Whether a text is a name by its words, or has two words or more, the first in a capital."""
    return could_be_name(key(text)) or (text[:1].isupper() and len(key(text).split()) > 1)
