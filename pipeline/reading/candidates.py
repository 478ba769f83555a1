"""Everything on a page that could be the exercise's name, and how much speaks for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from pipeline.reading.captures import PROSE
from pipeline.reading.hinting import hints
from pipeline.reading.kinds import FACT_FIELDS, all_known, metric_of
from pipeline.reading.labels import dashed_pair
from pipeline.reading.names import (
    COUNTED,
    HALF,
    LONGEST_HEADING,
    TITLE_PARTS,
    behind_kind,
    clean_name,
    could_be_name,
    dashed,
    exercise_like,
    is_name,
    told_apart,
)
from pipeline.reading.plain import is_sentence, is_step
from pipeline.reading.profiles import FACTS, Profile, glued_label
from pipeline.records import Block, Chips, Heading, Listing, Outline, Paragraph, Row
from pipeline.vocabulary import key, known_names
from pipeline.vocabulary.terms import words_of_names

_NO_NAME = re.compile(r":\s|@|[,;]$|^[ru]/|[‹›«»]|\.{3}")
_INTRODUCED = re.compile(r"\S\s*:\s")
_MOST_CANDIDATES = 1_000
_MOST_SPOKEN = 100_000
"""Letters of a page in which a name may come back: to look through all for each candidate would take the square of them."""
_LONGEST_LINE = 300
NEAR_THE_TOP = 12
_NEAR_IN_TEXT = 60
"""Blocks among which the facts of a page begin that was copied as text, with its menu."""
_MOST_BARS = 2
"""Bars between the parts of a name and what stands around it; more are of a menu."""
_TITLE_AND_SITE = 2
_FEW_CHIPS = 3
"""Pieces in a row, the name among them; more are a menu."""
_EXTENSION = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{3,}$")
LIKE_A_NAME = 0.75
CRUMBS = re.compile(r"\S\s*[>›»]\s*\S.*\s*[>›»]\s*\S|\S\s/\s\S.*\s/\s\S")
"""Where a page stands on its site: "Home > Exercises > Box Jump"."""
_TITLE = 3.5
"""What it weighs to stand where titles do."""
_SHARED = 2.0
"""What it weighs to be the title under which the page wants to be shared, or the name in its structured data."""
_OUTSTANDING = 3
_SHORTEST = 3
"""Letters of a name: of "RDL", or of "90/90"; one alone is the sign of a site."""


def stated(outline: Outline, name: str) -> str:
    return next((str(o[name]) for o in outline.structured if o.get(name)), "")


def names_stated(outline: Outline, profile: Profile) -> list[str]:
    """What structured data calls the exercises that it describes."""
    typed = ((o.get("name"), o.get("@type")) for o in outline.structured)
    named = ((name, kinds if isinstance(kinds, list) else [kinds]) for name, kinds in typed)
    return [n for n, kinds in named if isinstance(n, str) and n and any(k in profile.types for k in map(str, kinds))]


class Candidate(NamedTuple):
    place: int
    name: str
    weight: float


def candidates_of(outline: Outline, profile: Profile, parts: list[str]) -> Iterator[Candidate]:
    """Everything that could be the name, weighed: headings and lines that the document's title repeats come first,
    words that names of exercises are made of speak for it, and so does coming back in the text.
    """
    spoken = " ".join(key(b.text) for b in outline.blocks if isinstance(b, (Heading, Paragraph)))[:_MOST_SPOKEN]
    by_data = {key(clean_name(name, profile)) for name in names_stated(outline, profile)}
    wide = stated(outline, "og:title")
    pieces = [piece for piece in TITLE_PARTS.split(wide[:_LONGEST_LINE]) if exercise_like(key(piece)) >= HALF]
    shared = {*(key(clean_name(text, profile)) for text in (wide, *pieces)), *by_data}
    addressed = last_of_address(outline.url)
    said = [*parts, *by_data, addressed]
    again = _lines_that_come_back(outline) if not outline.marked_up else frozenset()
    for place, text, weight in islice(_weighed_texts(outline, profile, said), _MOST_CANDIDATES):
        name = clean_name(text, profile)
        wanted = key(name)
        if ", " in name and any(all_known(field, (name,)) for field in ("target_muscles", "equipment")):
            continue  # "Glutes, Hamstrings"
        if name != text and wanted not in known_names() and profile.exactly(name) is not None:
            continue  # "Step by step guide"
        agrees = wanted in parts or (place >= 0 and is_name(wanted) and _is_rest_of(wanted, parts))
        likeness = exercise_like(wanted) ** 2 if " " in wanted or is_name(wanted) else 0
        repeated = 0.3 * min(spoken.count(wanted), 3)
        stands_out = agrees or weight >= _OUTSTANDING
        repeated += (1.0 + 1.2 * agrees) * (place >= 0 and wanted in known_names())
        repeated += wanted in again and is_name(wanted)
        agreed = (1.5 + (is_name(wanted) and place >= 0)) * agrees + _SHARED * (wanted in shared)
        if place >= 0:  # the one exercise that the page's data are of, and what its address ends with
            agreed += (
                _SHARED * (by_data == {wanted}) + _SHARED * (wanted == addressed != "") + _SHARED * (parts == [wanted])
            )
        yield Candidate(place, name, weight + repeated + (4 if stands_out else 2) * likeness + agreed)


def _lines_that_come_back(outline: Outline) -> frozenset[str]:
    """The lines of a copied page that say the same as another one, as keys: in its menu, and above its text."""
    lines = (key(b.text) for b in outline.blocks[:_NEAR_IN_TEXT] if isinstance(b, Paragraph) and b.strong)
    return frozenset(line for line, times in Counter(lines).items() if times > 1)


def last_of_address(url: str | None) -> str:
    """The words that an address ends with, as a key: `/exercises/412-box-jump.html`; "" where it has none."""
    last = (url or "").split("?")[0].split("#")[0].rstrip("/").rsplit("/", 1)[-1]
    words = re.split(r"[-_+]|%20", _EXTENSION.sub("", last))
    return key(" ".join(_NUMBERED.sub("", word) if n in (0, len(words) - 1) else word for n, word in enumerate(words)))


def _is_rest_of(name: str, parts: list[str]) -> bool:
    """Whether the document's title is this name, and words that stand in no name ("bird-dog-handout")."""
    for part in parts:
        before, found, after = f" {part} ".partition(f" {name} ")
        if after.startswith("for "):
            after = ""  # "for runners"
        if found and not any(word in words_of_names() for word in (*before.split(), *after.split())):
            return True
    return False


def _weighed_texts(outline: Outline, profile: Profile, parts: list[str]) -> Iterator[tuple[int, str, float]]:
    """Where a text stands that could be the name, the text, and how much its place speaks for it."""
    tops = _tops_of_text(outline, profile) if not outline.marked_up else None
    last_near = _last_near(outline, profile)
    first = None if outline.marked_up else _first_line(outline, profile)
    if first is not None and _is_outdone(first, outline.blocks[:_NEAR_IN_TEXT], profile, parts):
        first = None
    last = len(outline.blocks) if outline.marked_up else _first_told(outline, profile)
    for n, block in enumerate(outline.blocks[: last + 1]):
        if isinstance(block, Heading):
            yield from (
                (n, text, weight)
                for text, weight in _heading_texts(block, profile, parts, top=block.level == 1 and n in (tops or (n,)))
            )
        elif (
            isinstance(block, Row)
            and n < 2 * NEAR_THE_TOP
            and _labels_name(block.label, " ".join(block.values), profile)
        ):
            text = " ".join(block.values)
            yield _above(n, text, outline), text, _TITLE
        elif isinstance(block, Chips) and n < NEAR_THE_TOP:
            yield from ((n, text, 0.5) for text in _names_among(block, profile)[:1])
        elif isinstance(block, Paragraph):
            near = n < last_near
            if not _is_value(block, outline.blocks[n - 1] if n else None, profile):
                weight = _line_weight(block, outline, profile, parts, near=near, first=block is first)
                yield from ((n, *told) for told in _line_texts(block, weight, profile, near=near))
            yield from ((n, part, 1.0) for part in _named_parts(block.text, profile) if near and not outline.marked_up)
    for text in (*TITLE_PARTS.split(outline.title), *TITLE_PARTS.split(stated(outline, "og:title"))):
        if key(text) and may_name(text, profile, trusted=exercise_like(key(text)) == 1):
            yield -1, text, 0.4


def _tops_of_text(outline: Outline, profile: Profile) -> tuple[int, ...]:
    """Where the top headings of a text stand that may be its title: of several the first; the name of a newsletter is none
    where that of an exercise is a heading below it.
    """
    heads = [(n, block) for n, block in enumerate(outline.blocks) if isinstance(block, Heading)]
    tops = [n for n, head in heads if head.level == 1][:1]
    named = any(is_name(key(head.text)) and profile.heading(head.text) is None for _, head in heads)
    return tuple(n for n, head in heads if n in tops and (could_be_name(key(head.text)) or not named)) or (-1,)


def _is_value(line: Paragraph, above: Block | None, profile: Profile) -> bool:
    """Whether a line is the value below a label: "Gear", and below it "Foam Roll"."""
    label = above.text.rstrip(" :") if isinstance(above, (Heading, Paragraph)) else ""
    field = profile.label_of(label) if label else None
    return field in FACT_FIELDS and all_known(field, (line.whole,))


def _line_texts(block: Paragraph, weight: float | None, profile: Profile, *, near: bool) -> Iterator[tuple[str, float]]:
    """What of a line could be the name: what stands behind a label that says so, else the line, where it has a weight."""
    label, _, value = block.whole.partition(": ")
    if near and _labels_name(label, value.strip(), profile):
        yield value.strip(), _TITLE
    elif weight is not None:
        yield block.text, weight


def _last_near(outline: Outline, profile: Profile) -> int:
    """Where lines no longer are near the top: some blocks below the first, in a text not before its first fact."""
    lines = (n for n, b in enumerate(outline.blocks) if isinstance(b, Paragraph) and (b.strong or outline.marked_up))
    near = next(lines, 0) + NEAR_THE_TOP
    return near if outline.marked_up else max(near, _first_fact(outline, profile))


def _first_fact(outline: Outline, profile: Profile) -> int:
    """Where the facts of a text begin, which may stand below a long menu; 0 where none is near."""
    for n, (block, below) in enumerate(pairwise(outline.blocks[: _NEAR_IN_TEXT + 1])):
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


def _first_told(outline: Outline, profile: Profile) -> int:
    """Where the steps of a text begin, or it ends: what is named behind them is another exercise."""
    for n, (block, below) in enumerate(pairwise(outline.blocks)):
        heads = isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong and not block.lead)
        told = isinstance(below, Listing) or (isinstance(below, Paragraph) and is_sentence(below.whole))
        text = block.text if isinstance(block, (Heading, Paragraph)) else ""
        if n and heads and told and profile.exactly(text.rstrip(" :")) == "instructions":
            return n
    return len(outline.blocks)


def _names_among(chips: Chips, profile: Profile) -> list[str]:
    """What could be names in a short row of pieces that is no fact."""
    if len(chips.items) > _FEW_CHIPS or profile.label_of(chips.items[0].text) is not None:
        return []
    names = [item.text for item in chips.items if could_be_name(key(item.text))]
    return [name for name in names if not profile.dropped.match(key(name))]


def _named_parts(line: str, profile: Profile) -> list[str]:
    """The parts of the title of a page that name an exercise, where it was copied: "How to Do the Box Jump | Liftly"."""
    is_name_as_a_whole = exercise_like(key(line)) == 1 and ": " not in line  # "Push Press - Behind the Neck"
    apart = len(line) <= _LONGEST_LINE and not is_name_as_a_whole and not _is_fact(line, profile)
    parts = TITLE_PARTS.split(line) if apart else []
    names = [part for part in parts if len(parts) == _TITLE_AND_SITE and is_name(key(clean_name(part, profile)))]
    return [name for name in names if profile.exactly(name) is None]  # "London Bridges: step by step"


def _above(row: int, name: str, outline: Outline) -> int:
    """Where a name that a table gives stands as a heading above the table; else where the table begins."""
    same = (n for n, b in enumerate(outline.blocks[:row]) if isinstance(b, Heading) and key(b.text) == key(name))
    return next(same, row - 1)


def _heading_texts(block: Heading, profile: Profile, parts: list[str], *, top: bool) -> Iterator[tuple[str, float]]:
    """A heading, and the parts of it that are names of exercises themselves ("Handbook: Bench Press")."""
    wanted = key(clean_name(block.text, profile))
    trusted = top or wanted in parts or (" " in wanted and any(f" {wanted} " in f" {part} " for part in parts))
    if _is_introduced_name(block.text, profile):
        yield clean_name(block.text, profile), _TITLE if top else 1.2
    if not may_name(block.text, profile, trusted=trusted):
        return
    weight = _TITLE if top else 1.2 if trusted else 0.7
    yield block.text, weight
    likeness = exercise_like(key(block.text))
    if name := behind_kind(block.text, parts):
        yield name, weight + 0.1
    if likeness == 1 or (likeness > LIKE_A_NAME and wanted in parts and not _INTRODUCED.search(block.text)):
        return  # "Bench Press - Medium Grip" is one name
    parted = (piece for piece in dashed(block.text) if piece != block.text and profile.exactly(piece) is None)
    pieces = [piece for piece in parted if " " in piece and is_name(key(piece))]
    pieces = [
        piece for piece in pieces if profile.name_tail.isdisjoint(piece.lower().split())
    ]  # "Squat - Leg Exercises"
    if not pieces and wanted == key(block.text):
        pieces = [*told_apart(block.text, parts)]
    yield from ((piece, weight - 0.1) for piece in pieces)


def _line_weight(
    block: Paragraph, outline: Outline, profile: Profile, parts: list[str], *, near: bool, first: bool
) -> float | None:
    """How much a line speaks for being the name; None for lines that cannot be. It may be the `first` of a text."""
    text = block.text
    if not _SHORTEST <= len(text) <= _LONGEST_LINE or CRUMBS.search(text) or _is_fact(text, profile):
        return None
    agrees = key(clean_name(text, profile)) in parts
    introduced = agrees or (near and not outline.marked_up and _is_introduced_name(text, profile))
    trusted = introduced or (first and is_name(key(clean_name(text, profile))))
    if block.lead or profile.dropped.match(key(text)) or not may_name(text.rstrip(":"), profile, trusted=trusted):
        return None
    if first and not text.endswith((".", ":", ",", ";")):
        return _weight_of_first(block, outline, profile)
    shown = clean_name(text, profile) if introduced else text  # "Exercise of the week: Jefferson Squat"
    is_known = introduced and is_name(key(shown))  # "How to Do the Bench Press With Good Form" is no sentence
    short = near and not is_sentence(text) and len(text) <= 60
    if not _reads_as_name(shown, profile) or not (agrees or is_known or short):
        return None
    name = key(clean_name(text, profile))
    of_site = (
        "&" in text and name not in known_names()
    )  # "Stride & Iron": few exercises but the Clean & Jerk have the sign
    known = not outline.marked_up and block.strong and is_name(name) and not of_site
    return 1.0 if agrees or known or is_known else 0.5 if block.strong else 0.3 if outline.marked_up else None


def _weight_of_first(line: Paragraph, outline: Outline, profile: Profile) -> float:
    """How much the first line of a copied page speaks for being the name: mostly it is the title, else a menu."""
    name = key(clean_name(line.text, profile))
    if could_be_name(name) or _is_announced(name, outline.blocks, profile):
        return _TITLE
    return _TITLE if _first_fact(outline, profile) == outline.blocks.index(line) + 1 else 0.9


def _is_announced(name: str, blocks: Sequence[Block], profile: Profile) -> bool:
    """Whether a heading of a text says of what is named like this how it is done, or what it is good for: "How to Do the
    Otis-Up", below "Otis-Up".
    """
    lines = (key(b.text) for b in blocks if isinstance(b, Heading) or (isinstance(b, Paragraph) and b.strong))
    of_it = (f" {line} " for line in lines if line != name and f" {name} " in f" {line} ")
    return any(profile.heading(line.replace(f" {name} ", " exercise ").strip()) in PROSE for line in of_it)


def _is_fact(text: str, profile: Profile) -> bool:
    """Whether a line is a label that is known, a dash and the value: "Muscles - abs"; or other names, or terms, behind a
    colon.
    """
    label, colon, value = text.partition(": ")
    field = profile.label_of(label) if colon else None
    if field == "aliases" or (field in FACT_FIELDS and all_known(field, (value,))):
        return True
    fact = dashed_pair(text)
    return fact is not None and bool(profile.label_of(fact[0]) or metric_of(fact[0]))


def _reads_as_name(text: str, profile: Profile) -> bool:
    return bool(key(text)) and not _NO_NAME.search(text) and glued_label(profile, text) is None


def _is_outdone(first: Paragraph, near: Sequence[Block], profile: Profile, parts: Sequence[str]) -> bool:
    """Whether the first line of a text is no known name, and one stands alone below it more than once: it is that of the
    site. Where it says so itself ("Iron Corner Forum"), once is enough, and so it is for one of the `parts` of the title.
    """
    shown = key(clean_name(first.text, profile))
    if shown in known_names() or shown in parts:
        return False
    lines = [b.text for b in near if isinstance(b, Paragraph) and b.strong and b is not first]
    names = [key(clean_name(line, profile)) for line in lines]
    if any(name and name in parts for name in names):
        return True
    told = [name for line, name in zip(lines, names, strict=True) if _is_introduced_name(line, profile)]
    if any(is_name(name) and name not in shown and shown not in name for name in told):
        return True  # "STRIDE & IRON", and below its menu "How to Do the Zottman Preacher Curl"
    if any(COUNTED.match(line) and name in known_names() for line, name in zip(lines, names, strict=True)):
        return True  # "The Long Rep", and below it "Episode 61: Dead Bug"
    named = Counter(filter(is_name, names))
    if not hints()["site"].isdisjoint(shown.split()):
        return bool(named)
    return any(times > 1 and name in known_names() for name, times in named.items())


def _first_line(outline: Outline, profile: Profile) -> Paragraph | None:
    """The first line of a text that is not a link back or the like, and no labelled fact."""
    for block in outline.blocks[:NEAR_THE_TOP]:
        if not isinstance(block, Paragraph):
            return None
        if len(block.text) <= _LONGEST_LINE and key(block.text) and _leads_away(block.text, profile):
            continue
        if not key(clean_name(block.text, profile)):
            continue  # "[logo]"
        introduced = _NO_NAME.search(block.text) and not _is_introduced_name(block.text, profile)
        return None if block.lead or introduced or glued_label(profile, block.text) else block
    return None


def _is_introduced_name(text: str, profile: Profile) -> bool:
    """Whether a line is a name and words that are put around one: "Exercise of the Week: Box Jump"."""
    name = clean_name(text, profile)
    introduced = name != text and not _NO_NAME.search(name) and could_be_name(key(name))
    return introduced and profile.exactly(name) is None  # "Step by step guide"


def introduces(block: Block, profile: Profile) -> bool:
    """Whether a block is a heading that is the name of an exercise behind words that are put before one."""
    return isinstance(block, Heading) and ":" in block.text and _is_introduced_name(block.text, profile)


def _labels_name(label: str, value: str, profile: Profile) -> bool:
    """Whether a label says that its value is the name; "Name" alone may be anybody's."""
    if not value:
        return False
    return profile.label_of(label) == "name" or (key(label) == "name" and could_be_name(key(value)))


def _leads_away(line: str, profile: Profile) -> bool:
    """Whether a line says nothing ("Back to the list"), or is a menu: "Home Exercises Log in"."""
    first, second, *_ = [*key(line).split(), "", ""]
    return bool(
        profile.dropped.match(key(line)) or all(word and profile.dropped.match(word) for word in (first, second))
    )


def is_around_name(text: str, profile: Profile) -> bool:
    """Whether a text is what stands before a name, and no name behind it: "Move of the week"."""
    before = profile.name_before.match(f"{text} x")
    return before is not None and before.end() > len(text)


def may_name(text: str, profile: Profile, *, trusted: bool = False) -> bool:
    """Whether a text can be a name. A `trusted` one (a top heading, words of the document's title) is none only where
    it is a section's heading word for word: there is a Safety Bar Squat, and a Log Press.
    """
    if len(text) > LONGEST_HEADING or text.count(" | ") > _MOST_BARS or profile.exactly(text):
        return False
    if is_step(text) or is_around_name(text, profile):
        return False
    plain, bracket, _ = text.partition(" (")  # "Box Jump (Multiple Response)" tells of no comments
    meaning = profile.heading(text)
    named = key(text) in known_names() or (meaning == FACTS and is_name(key(text)))  # the Quick Leap states no facts
    if trusted or named or meaning is None or (bracket and is_name(key(plain))):
        return True
    return text.lower().startswith(("how to do ", "how to perform "))
