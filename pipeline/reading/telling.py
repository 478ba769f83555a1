"""Steps, benefits, tips, names and the description: what the page tells in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from pipeline.reading import prose, steps
from pipeline.reading.captures import INTRO, UNKNOWN, Capture, Sections
from pipeline.reading.hinting import hinted, hints
from pipeline.reading.kinds import LABELLED_FIELDS, all_known
from pipeline.reading.labels import dashed_pair
from pipeline.reading.mentions import sentences
from pipeline.reading.names import could_be_name
from pipeline.reading.pairs import pieces_of
from pipeline.reading.plain import (
    CHIP_LENGTH,
    DATE,
    ONLY_NUMBER,
    ends_sentence,
    is_numbered,
    is_sentence,
    is_step,
    without_bullet,
    without_number,
    without_stop,
)
from pipeline.reading.profiles import FACTS
from pipeline.records import (
    Block,
    Chips,
    DraftField,
    Heading,
    Listing,
    Paragraph,
    Piece,
    Row,
    State,
)
from pipeline.vocabulary import key, known_names, load

_APART = re.compile(r"\s+[·|•–—]\s+")
_FEW_WORDS = 5
_FEWEST_TITLED = 2
_SHORT = 30
"""Letters of a text that describes little: another is better."""
_ONE_WITH = {"tips": "safety_tips"}
"""Sections that say what others are for, whichever of them a page has."""
_UNANNOUNCED = (INTRO, UNKNOWN, FACTS, "description")
_OFTEN_ELSEWHERE = ("about", "comment", "purpose")
"""What begins headings of descriptions that are often about the site, a word at the end, or what the exercise is good for."""
_BESIDE = "#beside"
_OPENING = "#opening"
_AND = re.compile(r"\s+(?:and|&)\s+")
_INTRO_SEPARATOR = re.compile(r"\s*[,;|\n]\s*(?:(?:and|or)\s+)?|(?<=\S)\s+(?:or|[/·•])\s+")


def told_fields(cut: Sections, name: str, stating: Mapping[str, int]) -> Iterator[tuple[str, DraftField]]:
    """The fields that sentences tell; `stating` holds the sentences of which facts were taken, with how many."""
    metrics = load("metrics")
    by_field: dict[str, list[Capture]] = {}
    for capture in cut.captures:
        by_field.setdefault(_ONE_WITH.get(capture.field, capture.field), []).append(capture)
    if "safety_tips" not in by_field and (advice := _advice(by_field.get("instructions", ()))):
        by_field["instructions"] = [c for c in by_field["instructions"] if c not in advice]
        by_field["safety_tips"] = advice
    told_first = by_field.get("instructions", [])[:2]
    if len(told_first) > 1 and steps.is_introduction(told_first[0]) and steps.is_counting(told_first[1]):
        by_field["description"] = [*by_field.get("description", ()), told_first[0]]
        by_field["instructions"] = by_field["instructions"][1:]
    readers = {
        "instructions": steps.steps,
        "benefits": prose.titled,
        "safety_tips": prose.titled,
        "tracking": lambda captures: prose.tracked(captures, metrics.find),
        "variations": _names,
        "aliases": _names,
    }
    announced = by_field.get("instructions", [])
    by_field["instructions"] = [c for c in announced if not _names_others(c)] or _unannounced(by_field) or announced
    for field_name, reader in readers.items():
        captures = by_field.get(field_name)
        if captures:
            pieces = reader(captures)
            state = State.FOUND if pieces else State.UNREADABLE
            yield field_name, DraftField(state, tuple(pieces), captures[0].via, captures[0].place)
    unannounced = [c for c in by_field["instructions"] if c.field in (UNKNOWN, "description")]
    by_field["description"] = [_above_list(c) if c in unannounced else c for c in by_field.get("description", ())]
    description = _description(by_field, name, [c for c in cut.captures if not c.row and c not in unannounced], stating)
    if description:
        yield "description", description


def _above_list(capture: Capture) -> Capture:
    """What a section whose steps no heading announces says above their list; nothing where it has none."""
    end = next((n for n, block in enumerate(capture.blocks) if isinstance(block, Listing)), 0)
    return replace(capture, blocks=capture.blocks[:end])


def _advice(captures: Sequence[Capture]) -> list[Capture]:
    """The sections of a page that is told how to do it already whose sentences each have a title: "Do it right", and below
    it "Elbows".
    """
    first = next((n for n, c in enumerate(captures) if steps.is_counting(c)), len(captures))
    return [
        c
        for c in captures[first + 1 :]
        if (_is_titled(c.blocks) and not steps.is_counting(c)) or _is_titled_list(c.blocks)
    ]


def _is_titled_list(blocks: Sequence[Block]) -> bool:
    """Whether a section is a list, or lines, of which each has a title: "Elbows - Keep them close."."""
    if any(isinstance(block, Listing) and block.ordered for block in blocks):
        return False
    if not (len(blocks) == 1 and isinstance(blocks[0], Listing)) and not prose.are_titled(blocks):
        return False
    items = list(prose.lines_of(blocks))
    pairs = [(item.lead, item.text) if item.lead else dashed_pair(item.text) for item in items]
    return len(pairs) >= _FEWEST_TITLED and all(pair and is_sentence(pair[1]) for pair in pairs)


def _is_titled(blocks: Sequence[Block]) -> bool:
    titles, told = blocks[::2], blocks[1::2]
    if not len(titles) == len(told) >= _FEWEST_TITLED or not all(isinstance(b, Heading) for b in titles):
        return False
    return all(isinstance(b, Paragraph) and is_sentence(b.whole) for b in told)


def _names_others(capture: Capture) -> bool:
    """Whether a section of steps lists nothing but names of exercises: "In a sequence", and below it what comes next."""
    items = [item for block in capture.blocks for item in pieces_of(block)]
    return (
        len(items) > 1
        and not any(item.lead or is_sentence(item.text) for item in items)
        and (all(could_be_name(key(item.text)) for item in items))
    )


def _unannounced(by_field: dict[str, list[Capture]]) -> list[Capture]:
    """The part of the page that counts its sentences, where no heading says "how to": below the title, below a heading
    nobody knows, or one that announces a description ("The movement"). Of several the one that counts furthest: the others
    are variations, plans and what readers write. Where none counts, the first whose sentences begin like steps do.
    """
    counting = [(c, steps.counted(c)) for name in _UNANNOUNCED for c in by_field.get(name, ())]
    most = max((count for _, count in counting), default=0)
    furthest = [c for c, count in counting if count == most]
    if most:
        only = furthest if len(furthest) == 1 else []
        return [steps.without_introduction(c) if c.field == INTRO else c for c in only]
    headed = (*by_field.get(UNKNOWN, ()), *(c for c in by_field.get("description", ()) if by_field.get(INTRO)))
    moving = [c for c in headed if steps.moves(c) and not hinted(c.via, "foreign")]
    return moving[:1]


_REMARK = re.compile(r"(?<=.{3}) \((?:a|an|the|one|two|with|on|in|at|lying|standing|sitting|using) [^()]+\)$")
"""What a variation is, behind its name: "(the upper foot on a bench)"."""
_TOLD_NAME = re.compile(r"^(.{3,60}?)\s*(?::|→|->|\s[–—-])\s+(\S.*)$")
"""A name, and what is told of it."""


def _names(captures: Sequence[Capture]) -> list[Piece]:
    """Other names or variations: list items, their titles where they have one, and comma lists beside a label.

    Where a section has a list, or headings of its own, the lines around these name nothing.
    """
    found: list[Piece] = []
    for capture in captures:
        blocks = [block for block in capture.blocks if not _heads_columns(block)]
        end = next((n for n, b in enumerate(blocks) if isinstance(b, Heading)), len(blocks))
        if any(isinstance(b, (Listing, Chips)) or _names_several(b) for b in blocks[:end]):
            blocks = blocks[:end]  # what stands below a heading behind the list is something else
        blocks = _names_above_list(blocks) or blocks
        found += [Piece(b.label, "", b.place) for b in blocks if isinstance(b, Row)]
        lists, several = [] if _are_below_titles(blocks) else _of_one_kind(blocks), False
        titles = [] if lists else [b for b in blocks if isinstance(b, Heading)]
        found += [Piece(without_number(title.text), "", title.place) for title in titles]
        for block in lists or (() if titles else blocks):
            for item in pieces_of(block):
                alone = block not in lists or len(pieces_of(block)) == 1
                said = without_stop(item.text) if capture.row else item.text
                texts = _in_line(said) if alone and not item.lead else [item.lead or said]
                if told := _TOLD_NAME.match(item.text) if not item.lead else None:
                    texts = [told.group(1)] if is_sentence(told.group(2)) else texts
                texts = [_REMARK.sub("", text) for text in texts]
                names = [without_bullet(t).strip(" .") for t in texts if not is_sentence(t) and not t.isdigit()]
                if several and block not in lists and not all(could_be_name(key(name)) for name in names):
                    continue  # "Featured stories", below the names in a line
                found += [Piece(name, "", item.place) for name in names if name]
                several = several or len(names) > 1
    return found


def _names_several(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(names := _in_line(block.whole)) > 1 and not any(map(is_sentence, names))


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
    if len(lines) < _FEWEST_TITLED or any(could_be_name(key(item.whole)) for item in items):
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
    return [*names[:-1], names[-1].rstrip(".")] if len(names) > 1 and all(n[:1].isupper() for n in names) else names


def _apart(names: str) -> Iterator[str]:
    """The names in a line; "and" stands between two of them, or in one ("Clean and Jerk")."""
    for name in _INTRO_SEPARATOR.split(names):
        parts = _AND.split(name)
        joined = len(parts) > 1 and not _is_of_two_movements(name, parts) and _are_names(parts)
        yield from parts if joined else (name,)


def _is_of_two_movements(name: str, parts: Sequence[str]) -> bool:
    """Whether "and" stands in a name that people know, or in one of its like: "Two-Hands Clean and Jerk"."""
    ends = [(key(a).split()[-1:], key(b).split()[:1]) for a, b in pairwise(parts)]
    if any(set(end + start) <= hints()["limbs"] for end, start in ends):
        return True  # "Supine Arm and Leg Extension"
    return key(name) in known_names() or any(" ".join((*end, "and", *start)) in known_names() for end, start in ends)


def _are_names(parts: Sequence[str]) -> bool:
    """Whether what stands around "and" is several names: "Opposite Arm and Leg Raise" is one, by its last word."""
    known = [could_be_name(key(part)) for part in parts]
    return all(map(_reads_as_name, parts)) and (all(known) or not known[-1])


def _reads_as_name(text: str) -> bool:
    """Whether a text is a name by its words, or has two words or more, the first in a capital."""
    return could_be_name(key(text)) or (text[:1].isupper() and len(key(text).split()) > 1)


def _description(
    by_field: dict[str, list[Capture]], name: str, told: Sequence[Capture], stating: Mapping[str, int]
) -> DraftField | None:
    """The description; `told` holds the sections of the page in order."""
    order = ["description", INTRO, _BESIDE, _OPENING]
    if told and told[0].field == UNKNOWN:  # a line below the title, set like a heading
        by_field = {**by_field, INTRO: [*by_field.get(INTRO, ()), told[0]]}
    by_field = {**by_field, _BESIDE: list(_below_facts(by_field)), _OPENING: _opening(told)}
    often_elsewhere = any(key(c.via).startswith(_OFTEN_ELSEWHERE) for c in by_field.get("description", ()))
    if often_elsewhere and not any(map(_is_letter, by_field.get(INTRO, ()))):
        order[:2] = [INTRO, "description"]
    found: list[DraftField] = []
    for field_name, capture in ((f, c) for f in order for c in by_field.get(f, ())):
        if found and field_name in (_BESIDE, _OPENING):
            break
        blocks = _told_in_list(capture) or capture.blocks
        said = [(b.whole, b.place) for b in _first_run(blocks, stating) if not _repeats(b.whole, name)]
        if said:
            text, place = " ".join(dict.fromkeys(t for t, _ in said)), said[0][1]  # a clip begins with an excerpt
            via = capture.via or "the text below the title"
            found.append(DraftField(State.FOUND, (Piece(text, "", place),), via, place))
            if len(text) >= _SHORT:
                break
    # Below "Overview" may stand no more than "Key data for planning."
    long = (field for field in found if len(field.text) >= _SHORT)
    return next(long, found[0] if found else None)


def _told_in_list(capture: Capture) -> Sequence[Paragraph]:
    """The sentences of a description that is a list and nothing else, as apps for notes keep each paragraph."""
    listed = [
        item for block in capture.blocks if isinstance(block, Listing) and not block.ordered for item in block.items
    ]
    alone = capture.field == "description" and all(isinstance(block, Listing) for block in capture.blocks)
    return listed if alone and all(not item.lead and ends_sentence(item.text) for item in listed) else ()


def _is_letter(intro: Capture) -> bool:
    """Whether the text below the title begins as letters do: "Hi all,", and below it "thanks for a great session."."""
    first, second = [*(b.whole for b in intro.blocks[:2] if isinstance(b, Paragraph)), "", ""][:2]
    return first[:1].islower() or (first.endswith(",") and len(first) <= CHIP_LENGTH and is_sentence(second))


def _first_run(blocks: Sequence[Block], stating: Mapping[str, int]) -> Iterator[Paragraph]:
    """The first sentences of a section; a line that is none, a short question, or facts told as sentences begin something
    else behind them.
    """
    begun = False
    told = [b for b in blocks if isinstance(b, Paragraph) and _tells(b.whole)]
    all_captions = all(b.caption for b in told)
    for block in _without_remark(_above_steps(blocks)):
        if isinstance(block, Paragraph) and is_step(block.text) and not is_sentence(block.text):
            return  # "Step 1", and below it the first one
        if isinstance(block, Paragraph) and block.caption and (begun or not all_captions):
            continue
        asks = isinstance(block, Paragraph) and block.text.endswith("?") and len(block.text) <= CHIP_LENGTH
        labelled = isinstance(block, Paragraph) and bool(block.lead)
        states = begun and bool(stating) and isinstance(block, Paragraph) and _states_facts(block.text, stating)
        if isinstance(block, Paragraph) and _tells(block.whole) and not (begun and (asks or labelled or states)):
            begun = True
            yield block
        elif begun and isinstance(block, Paragraph):
            return


def _states_facts(text: str, stating: Mapping[str, int]) -> bool:
    """Whether sentences state several facts, and nothing else."""
    facts = [stating.get(sentence, 0) for sentence in sentences(text)]
    return all(facts) and sum(facts) > 1


def _above_steps(blocks: Sequence[Block]) -> Sequence[Block]:
    """What stands above a run of steps each below its number: "1", and below it the first one."""
    alone = [
        (n, b.text.strip()) for n, b in enumerate(blocks) if isinstance(b, Paragraph) and ONLY_NUMBER.match(b.text)
    ]
    counting = ((n, m) for (n, a), (m, b) in pairwise(alone) if (a.lstrip("0"), b.lstrip("0")) == ("1", "2"))
    starts = (n for n, m in counting if m > n + 1)  # "1 2 3 Next" leads to the other pages of a thread
    return blocks[: next(starts, len(blocks))]


def _without_remark(blocks: Sequence[Block]) -> Sequence[Block]:
    """Without a first line that whoever saved the text put above its first sentence: "copied from the app for later"."""
    told = [(n, b.whole) for n, b in enumerate(blocks) if isinstance(b, Paragraph) and _tells(b.whole)][:2]
    if len(told) < 2 or not told[0][1][:1].islower() or ends_sentence(told[0][1]):
        return blocks
    place, sentence = told[1]
    return blocks[place:] if sentence[:1].isupper() and ends_sentence(sentence) else blocks


def _tells(text: str) -> bool:
    """Whether a line is a sentence, and no run of small things: "12 May · 4 min · by Ann"."""
    parts = _APART.split(text)
    small = len(parts) > 1 and all(len(part.split()) <= _FEW_WORDS for part in parts)
    return is_sentence(text) and not text.endswith(":") and not small and not is_numbered(text)


def _opening(captures: Sequence[Capture]) -> list[Capture]:
    """The first section of sentences whose heading nobody knows, where it stands above the steps."""
    found: list[Capture] = []
    for capture in captures:
        if capture.field == "instructions" or (capture.field == UNKNOWN and steps.counted(capture)):
            return found[:1]
        lines = [block for block in capture.blocks if not (isinstance(block, Chips) or _is_of_days(block))]
        if capture.field == UNKNOWN and lines and all(isinstance(b, Paragraph) and is_sentence(b.whole) for b in lines):
            found.append(capture)
    return []


def _is_of_days(block: Block) -> bool:
    """Whether a list says when something was written, and nothing else."""
    return isinstance(block, Listing) and all(DATE.fullmatch(item.whole.strip()) for item in block.items)


def _below_facts(by_field: dict[str, list[Capture]]) -> Iterator[Capture]:
    """Sections of facts that go over into text: nothing divides the description from the last fact."""
    for name, captures in by_field.items():
        for capture in captures:
            if not capture.row and (name == FACTS or (name in LABELLED_FIELDS and _begins_with_values(capture))):
                yield capture


def _begins_with_values(fact: Capture) -> bool:
    first = fact.blocks[0] if fact.blocks else None
    if isinstance(first, Paragraph):
        few = len(first.whole) <= CHIP_LENGTH and not is_sentence(first.whole)
        return few and (fact.field == "aliases" or all_known(fact.field, [first.whole]))
    return isinstance(first, (Listing, Chips))


def _repeats(text: str, name: str) -> bool:
    """Whether a sentence says nothing but the exercise's name."""
    return len(text) <= 2 * len(name) and key(text) == key(name)
