"""Everything on a page that could be the exercise's name, and how much speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pipeline.reading.naming.copied import (
    LONGEST_LINE,
    NEAR_IN_TEXT,
    NEAR_THE_TOP,
    TITLE,
    first_line,
    first_told,
    is_fact,
    is_outdone,
    last_near,
    lines_that_come_back,
    tops_of_text,
    weight_of_first,
)
from pipeline.reading.words.kinds import FACT_FIELDS, all_known
from pipeline.reading.words.names import (
    HALF,
    NO_NAME,
    TITLE_PARTS,
    behind_kind,
    clean_name,
    could_be_name,
    dashed,
    exercise_like,
    is_introduced_name,
    is_name,
    may_name,
    told_apart,
)
from pipeline.reading.words.plain import is_sentence
from pipeline.reading.words.profiles import SKIPPED, Profile, glued_label
from pipeline.records import Block, Chips, Heading, Outline, Paragraph, Row
from pipeline.vocabulary import key, known_names
from pipeline.vocabulary.terms import words_of_names

_INTRODUCED = re.compile(r"\S\s*:\s")
_MOST_CANDIDATES = 1_000
_MOST_SPOKEN = 100_000
"""Letters of a page in which a name may come back: to look through all for each candidate would take the square of them."""
_TITLE_AND_SITE = 2
_FEW_CHIPS = 3
"""Pieces in a row, the name among them; more are a menu."""
_EXTENSION = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{3,}$")
_ELSEWHERE = 2.0
"""What it weighs against a name to stand below "Related exercises", where the document's title does not have it."""
LIKE_A_NAME = 0.75
CRUMBS = re.compile(r"\S\s*[>›»]\s*\S.*\s*[>›»]\s*\S|\S\s/\s\S.*\s/\s\S")
"""Where a page stands on its site: "Home > Exercises > Box Jump"."""
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
    pieces = [piece for piece in TITLE_PARTS.split(wide[:LONGEST_LINE]) if exercise_like(key(piece)) >= HALF]
    shared = {*(key(clean_name(text, profile)) for text in (wide, *pieces)), *by_data}
    addressed = key(clean_name(last_of_address(outline.url), profile))  # ".../how-to-do-the-keg-load"
    said = [*parts, *by_data, addressed]
    again = lines_that_come_back(outline) if not outline.marked_up else frozenset()
    for place, text, weight in islice(_weighed_texts(outline, profile, said), _MOST_CANDIDATES):
        name = clean_name(text, profile)
        wanted = key(name)
        if ", " in name and any(all_known(field, (name,)) for field in ("target_muscles", "equipment")):
            continue  # "Glutes, Hamstrings"
        if name != text and wanted not in known_names() and profile.exactly(name) is not None:
            continue  # "Step by step guide"
        # A title that nothing on the page bears out, and that is no known name.
        is_of_site = place < 0 and wanted not in spoken and not is_name(wanted)
        agrees = wanted in parts and not is_of_site
        agrees = agrees or (place >= 0 and is_name(wanted) and _is_rest_of(wanted, parts))
        likeness = exercise_like(wanted) ** 2 if " " in wanted or is_name(wanted) else 0
        times = spoken.count(wanted)
        repeated = 0.3 * min(times, 3)
        repeated += times > 1 and not outline.marked_up  # the head of a copied page is that of its site
        stands_out = agrees or weight >= _OUTSTANDING
        repeated += (1.0 + 1.2 * agrees) * (place >= 0 and wanted in known_names())
        repeated += wanted in again and is_name(wanted)
        agreed = (1.5 + (is_name(wanted) and place >= 0)) * agrees + _SHARED * (wanted in shared)
        if place >= 0:  # the one exercise that the page's data are of, and what its address ends with
            agreed += (
                _SHARED * (by_data == {wanted}) + _SHARED * (wanted == addressed != "") + _SHARED * (parts == [wanted])
            )
        shown = 0.0 if is_of_site and parts == [wanted] else weight
        yield Candidate(place, name, shown + repeated + (4 if stands_out else 2) * likeness + agreed)


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
    tops = tops_of_text(outline, profile) if not outline.marked_up else None
    near_until = last_near(outline, profile)
    first = None if outline.marked_up else first_line(outline, profile)
    if first is not None and is_outdone(first, outline.blocks[:NEAR_IN_TEXT], profile, parts):
        first = None
    last = len(outline.blocks) if outline.marked_up else first_told(outline, profile)
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
            yield _above(n, text, outline), text, TITLE
        elif isinstance(block, Chips) and n < NEAR_THE_TOP:
            yield from ((n, text, 0.5) for text in _names_among(block, profile)[:1])
        elif isinstance(block, Paragraph):
            near = n < near_until
            if not _is_value(block, outline.blocks[n - 1] if n else None, profile):
                weight = _line_weight(block, outline, profile, parts, near=near, first=block is first)
                yield from ((n, *told) for told in _line_texts(block, weight, profile, near=near))
            yield from ((n, part, 1.0) for part in _named_parts(block.text, profile) if near and not outline.marked_up)
    for text in (*TITLE_PARTS.split(outline.title), *TITLE_PARTS.split(stated(outline, "og:title"))):
        if (
            key(text)
            and not _ends_heading(text, outline)
            and may_name(text, profile, trusted=exercise_like(key(text)) == 1)
        ):
            yield -1, text, 0.4


def _ends_heading(part: str, outline: Outline) -> bool:
    """Whether a part of the document's title is the end of a name that a heading has: "Squats - With Bands"."""
    headings = (block.text.lower() for block in outline.blocks if isinstance(block, Heading))
    return any(text.endswith(f" - {part.lower()}") for text in headings)


def _is_value(line: Paragraph, above: Block | None, profile: Profile) -> bool:
    """Whether a line is the value below a label: "Gear", and below it "Foam Roll"."""
    label = above.text.rstrip(" :") if isinstance(above, (Heading, Paragraph)) else ""
    field = profile.label_of(label) if label else None
    return field in FACT_FIELDS and all_known(field, (line.whole,))


def _line_texts(block: Paragraph, weight: float | None, profile: Profile, *, near: bool) -> Iterator[tuple[str, float]]:
    """What of a line could be the name: what stands behind a label that says so, else the line, where it has a weight."""
    in_lead = bool(block.lead) and ": " not in block.lead
    label, value = (block.lead, block.text) if in_lead else block.whole.partition(": ")[::2]
    if near and _labels_name(label, value.strip(), profile):
        yield value.strip(), TITLE
    elif weight is not None:
        yield block.text, weight


def _names_among(chips: Chips, profile: Profile) -> list[str]:
    """What could be names in a short row of pieces that is no fact."""
    if len(chips.items) > _FEW_CHIPS or profile.label_of(chips.items[0].text) is not None:
        return []
    names = [item.text for item in chips.items if could_be_name(key(clean_name(item.text, profile)))]
    return [name for name in names if not profile.dropped.match(key(name))]


def _named_parts(line: str, profile: Profile) -> list[str]:
    """The parts of the title of a page that name an exercise, where it was copied: "How to Do the Box Jump | Liftly"."""
    is_name_as_a_whole = exercise_like(key(line)) == 1 and ": " not in line  # "Push Press - Behind the Neck"
    apart = len(line) <= LONGEST_LINE and not (is_name_as_a_whole or line.endswith(".") or is_fact(line, profile))
    parts = TITLE_PARTS.split(line) if apart else []
    if parts and profile.label_of(parts[0]) in FACT_FIELDS:
        return []  # "Equipment: yoga block, dowel"
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
    if is_introduced_name(block.text, profile):
        yield clean_name(block.text, profile), TITLE if top else 1.2
    if not may_name(block.text, profile, trusted=trusted):
        return
    weight = TITLE if top else 1.2 if trusted else 0.7
    if not trusted and any(profile.exactly(heading) == SKIPPED for heading in block.place.path):
        weight -= _ELSEWHERE
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
    if not _SHORTEST <= len(text) <= LONGEST_LINE or CRUMBS.search(text) or is_fact(text, profile):
        return None
    agrees = key(clean_name(text, profile)) in parts
    introduced = agrees or (near and not outline.marked_up and is_introduced_name(text, profile))
    trusted = introduced or (first and is_name(key(clean_name(text, profile))))
    if block.lead or profile.dropped.match(key(text)) or not may_name(text.rstrip(":"), profile, trusted=trusted):
        return None
    if first and not text.endswith((".", ":", ",", ";")):
        return weight_of_first(block, outline, profile)
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


def _reads_as_name(text: str, profile: Profile) -> bool:
    return bool(key(text)) and not NO_NAME.search(text) and glued_label(profile, text) is None


def _labels_name(label: str, value: str, profile: Profile) -> bool:
    """Whether a label says that its value is the name; "Name" alone may be anybody's."""
    if not value:
        return False
    return profile.label_of(label) == "name" or (key(label) == "name" and could_be_name(key(value)))
