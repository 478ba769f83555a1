"""Steps, benefits, tips, names and the description: what the page tells in sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.reading.captures import INTRO, UNKNOWN, Capture, Sections
from pipeline.reading.fields import describing, metrics, othernames, prose, steps, stepwise
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import metric_of
from pipeline.reading.words.labels import dashed_pair
from pipeline.reading.words.names import could_be_name
from pipeline.reading.words.pairs import pieces_of
from pipeline.reading.words.plain import is_sentence
from pipeline.reading.words.profiles import FACTS
from pipeline.records import Block, DraftField, Heading, Listing, Paragraph, Piece, State
from pipeline.vocabulary import key

_FEWEST_TITLED = 2
_SEVERAL = 2
_FEW_WORDS = 2
"""Of an item that may be a link."""
_ONE_BY_ONE = re.compile(r"\b(\w+) by \1\b", re.IGNORECASE)
"""Words that announce steps: "bit by bit"; "by" alone is said of who wrote something."""
_ONE_WITH = {"tips": "safety_tips"}
"""Sections that say what others are for, whichever of them a page has."""
_UNANNOUNCED = (INTRO, UNKNOWN, FACTS, "description")


def told_fields(cut: Sections, name: str, stating: Mapping[str, int]) -> Iterator[tuple[str, DraftField]]:
    """The fields that sentences tell; `stating` holds the sentences of which facts were taken, with how many."""
    by_field: dict[str, list[Capture]] = {}
    for capture in cut.captures:
        by_field.setdefault(_ONE_WITH.get(capture.field, capture.field), []).append(capture)
    if "safety_tips" not in by_field and (advice := _advice(by_field.get("instructions", ()))):
        by_field["instructions"] = [c for c in by_field["instructions"] if c not in advice]
        by_field["safety_tips"] = advice
    if "instructions" not in by_field and (
        called := list(filter(steps.are_called_steps, by_field.get("safety_tips", ())))
    ):
        by_field["instructions"] = called  # "Get it right", and below it "Step one."
        by_field["safety_tips"] = [c for c in by_field["safety_tips"] if c not in called]
    _set_tips_apart(by_field)
    foreign = _foreign_steps(cut.captures)
    by_field["instructions"] = [c for c in by_field.get("instructions", ()) if c not in foreign]
    told_first = by_field["instructions"][:2]
    if len(told_first) > 1 and steps.is_introduction(told_first[0], name) and steps.is_list(told_first[1]):
        described = (*by_field.get("description", ()), told_first[0])
        by_field["description"] = sorted(described, key=lambda capture: capture.place.line or 0)
        by_field["instructions"] = by_field["instructions"][1:]
    readers: dict[str, Callable[[Sequence[Capture]], list[Piece]]] = {
        "instructions": steps.steps,
        "benefits": lambda captures: prose.titled(captures, name),
        "safety_tips": lambda captures: prose.titled(captures, name),
        "tracking": lambda captures: metrics.tracked(captures, metric_of),
        "variations": lambda captures: othernames.names(captures, name),
        "aliases": lambda captures: othernames.names(captures, name),
    }
    announced = by_field["instructions"]
    told_there = (
        [c for c in announced if not (_names_others(c) or _lists_words(c))] or _unannounced(by_field) or announced
    )
    if not told_there and (points := _steps_among_tips(by_field.get("safety_tips", ()))):
        told_there = points
        by_field["safety_tips"] = [c for c in by_field["safety_tips"] if c not in points]
    by_field["instructions"] = told_there
    for field_name, reader in readers.items():
        captures = by_field.get(field_name)
        if captures:
            pieces = reader(captures)
            state = State.FOUND if pieces else State.UNREADABLE
            yield field_name, DraftField(state, tuple(pieces), captures[0].via, captures[0].place)
    unannounced = [c for c in by_field["instructions"] if c.field in (UNKNOWN, "description")]
    by_field["description"] = [_above_list(c) if c in unannounced else c for c in by_field.get("description", ())]
    description = describing.description(
        by_field, name, [c for c in cut.captures if not c.row and c not in unannounced], stating
    )
    if description:
        yield "description", description


def _set_tips_apart(by_field: dict[str, list[Capture]]) -> None:
    """Moves what stands among steps as a tip of somebody to the tips: "Coach's tip: Think of your ribs.", below "Step 2"."""
    tips = []
    for n, capture in enumerate(by_field.get("instructions", ())):
        apart = [b for b in capture.blocks if isinstance(b, Paragraph) and key(b.lead) in hints()["tips_of_somebody"]]
        if apart and len(apart) < len(capture.blocks):
            moved = set(map(id, apart))
            tips += [Capture("safety_tips", b.lead, b.place, (replace(b, lead=""),)) for b in apart]
            by_field["instructions"][n] = replace(
                capture, blocks=tuple(b for b in capture.blocks if id(b) not in moved)
            )
    if tips:
        by_field["safety_tips"] = [*by_field.get("safety_tips", ()), *tips]


def _steps_among_tips(captures: Sequence[Capture]) -> list[Capture]:
    """The list of points that tells the steps of a page without any other: "Points of performance"; those of safety do not,
    unless the heading says how: "How to do it safely".
    """
    points = (c for c in captures if hinted(c.via, "points") and not hinted(c.via, "safety_tips"))
    told = [c for c in points if stepwise.tells_how(c)][:1]
    how = (c for c in captures if c.via.lower().startswith("how "))
    return told or [c for c in how if stepwise.tells_how(c) or steps.is_counting(c)][:1]


def _foreign_steps(captures: Sequence[Capture]) -> list[Capture]:
    """Lists of steps behind the exercise's, and behind what is said of it, that speak of nothing bodily: "How to join"."""
    found: list[Capture] = []
    if sum(capture.field == "instructions" for capture in captures) < _SEVERAL:
        return found
    told = behind = False
    for capture in captures:
        of_steps = capture.field == "instructions"
        bodily = of_steps and stepwise.is_bodily(capture)
        if of_steps and behind and not bodily:
            found.append(capture)
        told = told or bodily
        behind = behind or (told and not of_steps and not capture.row)
    return found


def _above_list(capture: Capture) -> Capture:
    """What a section whose steps no heading announces says above their list; nothing where it has none."""
    end = next((n for n, block in enumerate(capture.blocks) if isinstance(block, Listing)), 0)
    return replace(capture, blocks=capture.blocks[:end])


def _advice(captures: Sequence[Capture]) -> list[Capture]:
    """The sections of a page that is told how to do it already whose sentences each have a title, "Do it right", and below
    it "Elbows"; behind numbered steps also those that are nothing but a list without numbers.
    """
    first = next((n for n, c in enumerate(captures) if steps.is_counting(c)), len(captures))
    numbered = first < len(captures) and steps.counted(captures[first]) > 1
    return [
        c
        for c in captures[first + 1 :]
        if (_is_titled(c.blocks) and not steps.is_counting(c))
        or _is_titled_list(c.blocks)
        or (numbered and all(_is_plain_list(block) for block in c.blocks) and not stepwise.begin_as_steps(c))
    ]


def _is_plain_list(block: Block) -> bool:
    return isinstance(block, Listing) and not block.ordered


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


def _lists_words(capture: Capture) -> bool:
    """Whether a section of steps lists nothing but words, few of which tell a movement: "Follow along", and below it "Photos",
    "Clips", "RSS".
    """
    items = [item.whole for block in capture.blocks for item in pieces_of(block)]
    few = len(items) > 1 and all(len(item.split()) <= _FEW_WORDS and not is_sentence(item) for item in items)
    return few and 2 * sum(stepwise.begins_with(item, hints()["movements"]) for item in items) < len(items)


def _tells_steps(capture: Capture) -> bool:
    """Whether a description is the steps, as in databases that say no more than these: it begins with how to set up, and tells what
    to do.
    """
    first = next(prose.lines_of(capture.blocks), None)
    sets_up = first is not None and stepwise.begins_with(first.text, hints()["setting_up"])
    return sets_up and (stepwise.tells_how(capture) or (stepwise.moves(capture) and stepwise.is_bodily(capture)))


def _is_of_no_steps(heading: str) -> bool:
    return hinted(heading, "mistakes") or hinted(heading, "sources")


def _unannounced(by_field: dict[str, list[Capture]]) -> list[Capture]:
    """The part of the page that counts its sentences, where no heading says "how to": below the title, below a heading
    nobody knows, or one that announces a description ("The movement"). Of several the one that counts furthest: the others
    are variations, plans and what readers write. Where none counts, the first whose sentences begin like steps do and speak of the body.
    """
    unannounced = (c for name in _UNANNOUNCED for c in by_field.get(name, ()) if not _is_of_no_steps(c.via))
    counting = [(c, steps.counted(c)) for c in unannounced]
    most = max((count for _, count in counting), default=0)
    furthest = [c for c, count in counting if count == most]
    if most:
        only = furthest if len(furthest) == 1 else []
        return [steps.without_introduction(c) if c.field == INTRO else c for c in only]
    headed = (*by_field.get(UNKNOWN, ()), *(c for c in by_field.get("description", ()) if by_field.get(INTRO)))
    own = [c for c in headed if not (hinted(_ONE_BY_ONE.sub("", c.via), "foreign") or _is_of_no_steps(c.via))]
    moving = [c for c in own if stepwise.moves(c) and stepwise.is_bodily(c)][:1] or [
        c for c in own if stepwise.reads_as_steps(c)
    ][:1]
    moving = moving or [c for c in by_field.get("description", ()) if _tells_steps(c)][:1]
    if moving:
        return [stepwise.without_remark(c) for c in moving]
    alone = [c for c in (*own, *map(steps.without_introduction, by_field.get(INTRO, ()))) if steps.tells_one(c)]
    return alone if len(alone) == 1 else []
