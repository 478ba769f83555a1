"""Which block of a page holds the exercise's name, and the name without what the page puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from pipeline.reading.names import (
    AFTERTHOUGHT,
    DASH,
    HALF,
    LONGEST_HEADING,
    MOST_PIECES,
    TITLE_PARTS,
    clean_name,
    could_be_name,
    dashed,
    dashed_around,
    exercise_like,
    is_name,
    told_apart,
)
from pipeline.reading.plain import ends_sentence, is_sentence
from pipeline.reading.profiles import Profile, glued_label
from pipeline.reading.synonyms import name_and_synonym
from pipeline.records import Break, Chips, Heading, Outline, Paragraph, Row
from pipeline.vocabulary import key, known_names
from pipeline.vocabulary.terms import words_of_names

_NO_NAME = re.compile(r":\s|@|[,;]$")
_INTRODUCED = re.compile(r"\S\s*:\s")
_LONGEST_TITLE = 300
_MOST_CANDIDATES = 1_000
_MOST_SPOKEN = 100_000
"""Letters of a page in which a name may come back: to look through all for each candidate would take the square of them."""
_LONGEST_LINE = 300
_MOST_TOLD = 300
"""Blocks in which both halves of a name are looked for."""
_NEAR_THE_TOP = 12
_FAR = 10**6
_MOST_BARS = 2
"""Bars between the parts of a name and what stands around it; more are of a menu."""
_FEW_CHIPS = 3
"""Pieces in a row, the name among them; more are a menu."""
_EXTENSION = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{3,}$")
_LIKE_A_NAME = 0.75
_CRUMBS = re.compile(r"\S\s*[>›»]\s*\S.*\s*[>›»]\s*\S")
"""Where a page stands on its site: "Home > Exercises > Box Jump"."""
_SHARED = 2.0
"""What it weighs to be the title under which the page wants to be shared, or the name in its structured data."""
_OUTSTANDING = 3
_SHORTEST_NUMBER = 3  # "90/90"


def title_block(outline: Outline, profile: Profile) -> tuple[int, str]:
    """The index of the block with the exercise's name (-1: no block has it), and the name."""
    site = _site_of(outline)
    pieces = [part for part in TITLE_PARTS.split(outline.title[:_LONGEST_TITLE]) if key(part) != site]
    pieces = [part for part in pieces if not profile.dropped.match(key(part))]
    spans = (
        [(start, end) for end in range(2, len(pieces) + 1) for start in range(end - 1)]
        if len(pieces) <= MOST_PIECES
        else []
    )
    joined = [" ".join(pieces[start:end]) for start, end in spans]  # a name may hold a colon or a dash itself
    parts = list(dict.fromkeys(key(clean_name(piece, profile)) for piece in (*pieces, *joined) if key(piece)))
    tops = [
        (n, b)
        for n, b in enumerate(outline.blocks)
        if isinstance(b, Heading) and b.level == 1 and key(b.text) != site and _may_name(b.text, profile, trusted=True)
    ]
    nearest = _nearest_to_text(outline, profile, parts)
    if len(tops) == 1 and nearest < 0:
        place, top = tops[0]
        name = clean_name(top.text, profile)
        said = f" {key(name)} " in f" {key(outline.title)} "
        alone = not parts or parts == [key(name)] or (said and exercise_like(key(name)) > _LIKE_A_NAME)
        others = [part for part in parts if part in known_names() and key(name) not in part]
        if others and key(name) not in known_names():
            alone = False  # "Heavy and Happy: Push-Up"
        if alone and (said or len(TITLE_PARTS.split(name)) == 1):
            name = _with_its_brackets(name, place, outline)
            return place, _with_its_other_half(name, place, outline, profile)
    candidates = [c for c in _candidates(outline, profile, parts) if key(c.name) != site]
    if any(key(c.name) in parts and c.place >= 0 for c in candidates):
        candidates = [c for c in candidates if c.place >= 0]  # a part of the title alone is for pages that show no name
    if nearest >= 0:
        candidates = [c for c in candidates if c.place == nearest]
    best = max(candidates, key=lambda c: (c.weight, -c.place if c.place >= 0 else -_FAR), default=None)
    if best is not None and best.place < 0 and not exercise_like(key(best.name)):
        best = max(_headings_above(candidates, outline), key=lambda c: c.weight, default=best)
    if best is None:
        return -1, ""
    if best.place >= 0:
        name = _with_its_brackets(name_and_synonym(best.name, parts)[0], best.place, outline)
        return best.place, _with_its_other_half(name, best.place, outline, profile)
    return _mark_of(best.name, outline), best.name


def _with_its_brackets(name: str, place: int, outline: Outline) -> str:
    """A name with what stands in brackets behind it, where the document's title has both as the line of the name does:
    "Hyperextensions (Back Extensions)". The first letters of its words are another name all the same.
    """
    shown = outline.blocks[place]
    text = shown.text if isinstance(shown, (Heading, Paragraph)) else ""
    _, found, behind = text.partition(f"{name} (")
    whole = f"{name} ({behind.partition(')')[0]})"
    if not found or behind.partition(")")[0].isupper() or AFTERTHOUGHT.search(whole):
        return name
    return whole if whole in outline.title else name


def _with_its_other_half(name: str, place: int, outline: Outline, profile: Profile) -> str:
    """A name with what stands beyond a dash, where the page says both as one: in a sentence, its data or its address.

    "Cable Curl - Rope Attachment | Gym" may be a name and a section of the site; "The cable curl - rope attachment is" is none.
    """
    shown = (block.text for block in outline.blocks[place : place + 1] if isinstance(block, (Heading, Paragraph)))
    texts = [
        text for text in (*shown, outline.title[:_LONGEST_TITLE]) if len(text) <= _LONGEST_TITLE and DASH.search(text)
    ]
    if not texts:
        return name
    said = [_last_of_address(outline.url), *map(key, _names_stated(outline, profile))]
    for whole in (whole for text in texts for whole in dashed_around(name, text, profile)):
        half = DASH.split(whole)[-1 if whole.startswith(name) else 0].lower()
        told = (b.text for b in outline.blocks[:_MOST_TOLD] if isinstance(b, Paragraph) and half in b.text.lower())
        sentences = (key(text) for text in told if is_sentence(text))
        if any(f" {key(whole)} " in f" {text} " for text in chain(said, sentences)):
            return whole
    return name


def _headings_above(candidates: list[_Candidate], outline: Outline) -> Iterator[_Candidate]:
    """The headings at the top of a page whose title says nothing that names are made of: the title is that of the site."""
    for candidate in candidates:
        shown = 0 <= candidate.place < _NEAR_THE_TOP and isinstance(outline.blocks[candidate.place], Heading)
        if shown and exercise_like(key(candidate.name)) >= HALF:
            yield candidate


def _mark_of(name: str, outline: Outline) -> int:
    """Where a page begins that shows its name in no line of its own: at the way through the site that ends with it, or at
    the row of a table with buttons beside it. -1 where there is none.
    """
    for n, block in enumerate(outline.blocks[: 2 * _NEAR_THE_TOP]):
        crumbs = isinstance(block, Paragraph) and _CRUMBS.search(block.text) and block.text.endswith(name)
        if crumbs or (isinstance(block, Row) and block.label == name):
            return n
    return -1


def _nearest_to_text(outline: Outline, profile: Profile, parts: list[str]) -> int:
    """The last of several headings that follow one another at the top of a page and all stand in its title, where it is
    as much of a name as the first, which is that of the site. -1 where there is only one.
    """
    found: dict[str, int] = {}
    likenesses: list[float] = []
    for n, block in enumerate(outline.blocks[:_NEAR_THE_TOP]):
        if isinstance(block, Heading):
            named = key(clean_name(block.text, profile))
            likeness = exercise_like(key(block.text))
            if named in parts and named not in found and (likeness >= HALF or profile.heading(block.text) is None):
                found[named] = n
                likenesses.append(likeness)
        elif found and (not isinstance(block, (Paragraph, Break)) or _is_told(block)):
            break
    return list(found.values())[-1] if len(found) > 1 and likenesses[-1] >= likenesses[0] else -1


def _is_told(block: Paragraph | Break) -> bool:
    return isinstance(block, Paragraph) and ends_sentence(block.whole)


def _site_of(outline: Outline) -> str | None:
    """What the page calls its site, as a key: it stands at the top of every page."""
    return key(_stated(outline, "og:site_name")) or None


def _stated(outline: Outline, name: str) -> str:
    return next((str(o[name]) for o in outline.structured if o.get(name)), "")


def _names_stated(outline: Outline, profile: Profile) -> list[str]:
    """What structured data calls the exercises that it describes."""
    typed = ((o.get("name"), o.get("@type")) for o in outline.structured)
    named = ((name, kinds if isinstance(kinds, list) else [kinds]) for name, kinds in typed)
    return [n for n, kinds in named if isinstance(n, str) and n and any(k in profile.types for k in map(str, kinds))]


class _Candidate(NamedTuple):
    place: int
    name: str
    weight: float


def _candidates(outline: Outline, profile: Profile, parts: list[str]) -> Iterator[_Candidate]:
    """Everything that could be the name, weighed: headings and lines that the document's title repeats come first,
    words that names of exercises are made of speak for it, and so does coming back in the text.
    """
    spoken = " ".join(key(b.text) for b in outline.blocks if isinstance(b, (Heading, Paragraph)))[:_MOST_SPOKEN]
    stated = {key(clean_name(name, profile)) for name in _names_stated(outline, profile)}
    shared = {key(clean_name(_stated(outline, "og:title"), profile)), *stated}
    addressed = _last_of_address(outline.url)
    said = [*parts, *stated, addressed]
    for place, text, weight in islice(_weighed_texts(outline, profile, said), _MOST_CANDIDATES):
        name = clean_name(text, profile)
        wanted = key(name)
        agrees = wanted in parts or (place >= 0 and is_name(wanted) and _is_rest_of(wanted, parts))
        likeness = exercise_like(wanted) ** 2 if " " in wanted or is_name(wanted) else 0
        repeated = 0.3 * min(spoken.count(wanted), 3)
        stands_out = agrees or weight >= _OUTSTANDING
        repeated += (1.0 + 1.2 * agrees) * (place >= 0 and wanted in known_names())
        agreed = (1.5 + (is_name(wanted) and place >= 0)) * agrees + _SHARED * (wanted in shared)
        if place >= 0:  # the one exercise that the page's data are of, and what its address ends with
            agreed += (
                _SHARED * (stated == {wanted}) + _SHARED * (wanted == addressed != "") + _SHARED * (parts == [wanted])
            )
        yield _Candidate(place, name, weight + repeated + (4 if stands_out else 2) * likeness + agreed)


def _last_of_address(url: str | None) -> str:
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
    lines = [n for n, b in enumerate(outline.blocks) if isinstance(b, Paragraph) and (b.strong or outline.marked_up)]
    many = not outline.marked_up and sum(isinstance(b, Heading) and b.level == 1 for b in outline.blocks) > 1
    last_near = (lines[0] if lines else 0) + _NEAR_THE_TOP
    first = None if outline.marked_up else _first_line(outline, profile)
    for n, block in enumerate(outline.blocks):
        if isinstance(block, Heading):
            yield from (
                (n, text, weight)
                for text, weight in _heading_texts(block, profile, parts, top=block.level == 1 and not many)
            )
        elif isinstance(block, Row) and n < 2 * _NEAR_THE_TOP and profile.label_of(block.label) == "name":
            text = " ".join(block.values)
            yield _above(n, text, outline), text, 3.5
        elif isinstance(block, Chips) and n < _NEAR_THE_TOP:
            yield from ((n, text, 0.5) for text in _names_among(block, profile)[:1])
        elif isinstance(block, Paragraph):
            label, _, value = block.whole.partition(": ")
            weight = _line_weight(block, outline, profile, parts, near=n < last_near, first=block is first)
            if n < last_near and value.strip() and profile.label_of(label) == "name":
                yield n, value.strip(), 3.5
            elif weight is not None:
                yield n, block.text, weight
    for text in TITLE_PARTS.split(outline.title):
        if key(text) and _may_name(text, profile, trusted=exercise_like(key(text)) == 1):
            yield -1, text, 0.4


def _names_among(chips: Chips, profile: Profile) -> list[str]:
    """What could be names in a short row of pieces that is no fact."""
    if len(chips.items) > _FEW_CHIPS or profile.label_of(chips.items[0].text) is not None:
        return []
    names = [item.text for item in chips.items if could_be_name(key(item.text))]
    return [name for name in names if not profile.dropped.match(key(name))]


def _above(row: int, name: str, outline: Outline) -> int:
    """Where a name that a table gives stands as a heading above the table; else where the table begins."""
    same = (n for n, b in enumerate(outline.blocks[:row]) if isinstance(b, Heading) and key(b.text) == key(name))
    return next(same, row - 1)


def _heading_texts(block: Heading, profile: Profile, parts: list[str], *, top: bool) -> Iterator[tuple[str, float]]:
    """A heading, and the parts of it that are names of exercises themselves ("Handbook: Bench Press")."""
    wanted = key(clean_name(block.text, profile))
    trusted = top or wanted in parts or (" " in wanted and any(f" {wanted} " in f" {part} " for part in parts))
    if not _may_name(block.text, profile, trusted=trusted):
        return
    weight = 3.5 if top else 1.2 if trusted else 0.7
    yield block.text, weight
    likeness = exercise_like(key(block.text))
    if likeness == 1 or (likeness > _LIKE_A_NAME and wanted in parts and not _INTRODUCED.search(block.text)):
        return  # "Bench Press - Medium Grip" is one name
    pieces = [piece for piece in dashed(block.text) if piece != block.text and " " in piece and is_name(key(piece))]
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
    if len(text) > _LONGEST_LINE or _CRUMBS.search(text):
        return None
    agrees = key(clean_name(text, profile)) in parts
    if not any(map(str.isalpha, text)) and len(text) < _SHORTEST_NUMBER:
        return None
    if block.lead or profile.dropped.match(key(text)) or not _may_name(text.rstrip(":"), profile, trusted=agrees):
        return None
    if first and not text.endswith((".", ":", ",", ";")):
        return 3.5 if could_be_name(key(text)) else 1.5  # the first line of a copied page is mostly its title
    shown = clean_name(text, profile) if agrees else text  # "Exercise of the week: Jefferson Squat"
    if not _reads_as_name(shown, profile) or not (agrees or (near and not is_sentence(text) and len(text) <= 60)):
        return None
    known = not outline.marked_up and block.strong and is_name(key(clean_name(text, profile)))
    return 1.0 if agrees or known else 0.5 if block.strong else 0.3 if outline.marked_up else None


def _reads_as_name(text: str, profile: Profile) -> bool:
    return bool(key(text)) and not _NO_NAME.search(text) and glued_label(profile, text) is None


def _first_line(outline: Outline, profile: Profile) -> Paragraph | None:
    """The first line of a text that is not a link back or the like, and no labelled fact."""
    for block in outline.blocks[:_NEAR_THE_TOP]:
        if not isinstance(block, Paragraph):
            return None
        if len(block.text) <= _LONGEST_LINE and key(block.text) and profile.dropped.match(key(block.text)):
            continue
        return None if block.lead or _NO_NAME.search(block.text) or glued_label(profile, block.text) else block
    return None


def _may_name(text: str, profile: Profile, *, trusted: bool = False) -> bool:
    """Whether a text can be a name. A `trusted` one (a top heading, words of the document's title) is none only where
    it is a section's heading word for word: there is a Safety Bar Squat, and a Log Press.
    """
    if len(text) > LONGEST_HEADING or text.count(" | ") > _MOST_BARS or profile.exactly(text):
        return False
    plain, bracket, _ = text.partition(" (")  # "Box Jump (Multiple Response)" tells of no comments
    if trusted or profile.heading(text) is None or (bracket and is_name(key(plain))):
        return True
    return text.lower().startswith(("how to do ", "how to perform "))
