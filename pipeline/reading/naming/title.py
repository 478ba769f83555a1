"""Which block of a page holds the exercise's name, and how much of it is the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from pipeline.reading.naming.candidates import (
    CRUMBS,
    LIKE_A_NAME,
    Candidate,
    candidates_of,
    last_of_address,
    names_stated,
    stated,
)
from pipeline.reading.naming.copied import NEAR_THE_TOP, is_fact
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.names import (
    AFTERTHOUGHT,
    DASH,
    HALF,
    MOST_PIECES,
    TITLE_PARTS,
    clean_name,
    could_be_name,
    dashed_around,
    exercise_like,
    introduces,
    is_around_name,
    is_name,
    may_name,
)
from pipeline.reading.words.plain import ends_sentence, is_sentence
from pipeline.reading.words.profiles import Profile
from pipeline.reading.words.speaking import is_about_body, speaks_of
from pipeline.reading.words.synonyms import name_and_synonym, says_also
from pipeline.records import Block, Break, Chips, Heading, Listing, Outline, Paragraph, Row
from pipeline.vocabulary import key, known_names

_LONGEST_TITLE = 300
_MOST_TOLD = 300
"""Blocks in which both halves of a name are looked for."""
_LONGEST_FOOT = 60
"""Blocks behind the name of a site at the foot of a page, at most."""
_MOST_AT_FOOT = 2
"""Sentences below the name of a site at the foot of a page; more of them tell of an exercise."""
_STEP_OF_TRAIL = re.compile(r"\s*[>›»]\s*|\s/\s")
_MOTTO = re.compile(r",\s+(?=(?:the|an?|your|our)\s)|\s+(?=for\s)", re.IGNORECASE)
"""Where what more a title says may begin."""
_SHORTEST_SITE = 5
_BESIDE = 2
"""Lines before and behind a name that tell whether it is in a menu."""
_FAR = 10**6


def title_block(outline: Outline, profile: Profile) -> tuple[int, str]:
    """The index of the block with the exercise's name (-1: no block has it), and the name."""
    place, name = _named(outline, profile)
    return _where_the_page_begins(place, name, outline), name


def _where_the_page_begins(place: int, name: str, outline: Outline) -> int:
    """The place of the heading below which the exercise is told of, where the name stands in two that follow one another, and
    nothing of it below the other: "How to Do the Hip Lift for a Better Day", text, and "Hip Lift" above a note of the
    editor; or the name, a letter to the readers, and the card of the exercise.
    """
    heads = [n for n, block in enumerate(outline.blocks) if isinstance(block, Heading)]
    at = heads.index(place) if place in heads else -1
    for other in () if at < 0 else heads[max(at - 1, 0) : at + 2]:
        heading = outline.blocks[other]
        if other == place or not isinstance(heading, Heading):
            continue
        end = next((n for n in heads if n > max(place, other)), len(outline.blocks))
        first, second = (
            outline.blocks[min(place, other) + 1 : max(place, other)],
            outline.blocks[max(place, other) + 1 : end],
        )
        if other > place and key(heading.text) == key(name):
            return other if _tells_of(name, second) and _is_letter(first, name) else place
        if other < place and heading.level == 1 and _says(name, heading.text):
            told = (b.whole for b in second if isinstance(b, Paragraph) and is_sentence(b.whole))
            return other if _tells_of(name, first) and not any(map(is_about_body, told)) else place
    return place


def _is_letter(blocks: Sequence[Block], name: str) -> bool:
    """Whether what stands below a name is text that speaks of something else, and no fact, list or step is among it."""
    lines = [block for block in blocks if not isinstance(block, (Break, Chips))]
    told = [line.whole for line in lines if isinstance(line, Paragraph) and not line.lead]
    return len(told) == len(lines) and not any(": " in text or speaks_of(text, name) for text in told)


def _tells_of(name: str, blocks: Iterable[Block]) -> bool:
    return any(isinstance(b, Paragraph) and is_sentence(b.whole) and _says(name, b.whole) for b in blocks)


def _says(name: str, text: str) -> bool:
    return f" {key(name)} " in f" {key(text)} "


def _named(outline: Outline, profile: Profile) -> tuple[int, str]:
    site = _site_of(outline)
    parts = _parts_of_title(outline, profile, site)
    nearest = _nearest_to_text(outline, profile, parts)
    if nearest < 0 and (only := _only_top(outline, profile, parts, site)):
        place, name = only if outline.marked_up else _said_alone(only[1], only[0], outline, profile)
        name = _as_in_data(name, outline, profile)
        name = _with_its_brackets(_without_motto(name, place, outline), place, outline)
        return place, _with_its_other_half(name, place, outline, profile)
    candidates = [c for c in candidates_of(outline, profile, parts) if key(c.name) != site]
    unknown = (c for c in candidates if c.place >= 0 and key(c.name) not in known_names())
    of_site = {key(c.name) for c in unknown if _is_at_foot(c.name, c.place, outline)}
    candidates = [c for c in candidates if key(c.name) not in of_site]
    if any(key(c.name) in parts and c.place >= 0 for c in candidates):
        candidates = [c for c in candidates if c.place >= 0]  # a part of the title alone is for pages that show no name
    if nearest >= 0:
        candidates = [c for c in candidates if c.place == nearest]
    best = _best_of(candidates, outline, profile)
    if best is None or (best.place < 0 and not exercise_like(key(best.name))):
        names = list(dict.fromkeys(names_stated(outline, profile)))
        if len(names) == 1:
            return -1, clean_name(names[0], profile)  # of a page that shows no name
    if best is None:
        return -1, ""
    if best.place >= 0:
        said = _as_in_data(name_and_synonym(best.name, parts)[0], outline, profile)
        place, name = _said_alone(said, best.place, outline, profile)
        name = _with_its_brackets(_without_motto(name, place, outline), place, outline)
        return place, _with_its_other_half(name, place, outline, profile)
    return _mark_of(best.name, outline, profile), _with_its_other_half(best.name, -1, outline, profile)


def _best_of(candidates: list[Candidate], outline: Outline, profile: Profile) -> Candidate | None:
    """What most speaks for being the name; None where nothing could be."""
    best = max(candidates, key=lambda c: (c.weight, -c.place if c.place >= 0 else -_FAR), default=None)
    if best is not None and not exercise_like(key(best.name)):
        best = _introduced(candidates, outline, profile) or best
    if best is not None:
        best = _behind_menu(best, candidates, outline, profile)
    if best is not None and best.place < 0 and not exercise_like(key(best.name)):
        return max(_headings_above(candidates, outline), key=lambda c: c.weight, default=best)
    return best


def _introduced(candidates: Iterable[Candidate], outline: Outline, profile: Profile) -> Candidate | None:
    """The only known name that a heading introduces, on the page of a trainer: "Exercise of the week: Spell Caster"."""
    heads = {c.name: c for c in candidates if c.place >= 0 and introduces(outline.blocks[c.place], profile)}
    known = [c for c in heads.values() if key(c.name) in known_names()]
    return known[0] if len(known) == 1 else None


def _behind_menu(first: Candidate, candidates: Iterable[Candidate], outline: Outline, profile: Profile) -> Candidate:
    """Where a name in the menu of a page stands again, with nothing told between the two: above the text. In a copied page
    every line of a menu is set off; in another it is a plain line among names of other exercises.
    """
    if first.place < 0 or (outline.marked_up and not _is_in_menu(first.place, outline)):
        return first
    behind = ((n, block) for n, block in enumerate(outline.blocks) if n >= first.place)
    told = (n for n, b in behind if (_tells(b, profile) if outline.marked_up else _is_not_set_off(b)))
    end = next(told, len(outline.blocks))
    again = (c for c in candidates if c.name == first.name and c.weight == first.weight and c.place < end)
    return max(again, key=lambda c: c.place, default=first)


def _is_in_menu(place: int, outline: Outline) -> bool:
    """Whether a name is a plain line, and most lines around it are such names as well."""
    around = [b for b in outline.blocks[max(place - _BESIDE, 0) : place + _BESIDE + 1] if isinstance(b, Paragraph)]
    plain = [line for line in around if not (line.strong or line.lead) and could_be_name(key(line.text))]
    return outline.blocks[place] in plain and len(plain) > _BESIDE


def _tells(block: Block, profile: Profile) -> bool:
    """Whether a block is a sentence, a fact, or what no menu of lines holds."""
    if not isinstance(block, Paragraph):
        return not isinstance(block, Break)
    return bool(block.lead) or is_sentence(block.text) or is_fact(block.text, profile)


def _is_not_set_off(block: Block) -> bool:
    return not isinstance(block, Paragraph) or not block.strong or bool(block.lead)


def _parts_of_title(outline: Outline, profile: Profile, site: str | None) -> list[str]:
    """What the document's title is made of, as keys: its pieces, several of them that stand together, and those without
    what stands in brackets behind them. A name may hold a colon or a dash itself, and a site may add words of its own.
    """
    pieces = [part for part in TITLE_PARTS.split(outline.title[:_LONGEST_TITLE]) if key(part) != site]
    pieces = [part for part in pieces if not profile.dropped.match(key(part))]
    spans = (
        [(start, end) for end in range(2, len(pieces) + 1) for start in range(end - 1)]
        if len(pieces) <= MOST_PIECES
        else []
    )
    joined = [" ".join(pieces[start:end]) for start, end in spans]
    bare = [piece.partition(" (")[0] for piece in pieces if piece.endswith(")")]
    pieces += [] if outline.marked_up else _ends_of_trails(outline)
    return list(dict.fromkeys(key(clean_name(piece, profile)) for piece in (*pieces, *joined, *bare) if key(piece)))


def _ends_of_trails(outline: Outline) -> list[str]:
    """What the ways through a site end with in a copied page, where a line below says the same: "Home / Legs / Box Jump"."""
    lines = [block.text for block in outline.blocks[:_MOST_TOLD] if isinstance(block, (Heading, Paragraph))]
    said = {key(line) for line in lines}
    ends = (_STEP_OF_TRAIL.split(line)[-1] for line in lines if len(line) <= _LONGEST_TITLE and CRUMBS.search(line))
    return [end for end in ends if key(end) in said]


def _only_top(outline: Outline, profile: Profile, parts: list[str], site: str | None) -> tuple[int, str] | None:
    """Place and text of the only top heading that may be a name, where nothing on the page speaks for another."""
    highest = [(n, b) for n, b in enumerate(outline.blocks) if isinstance(b, Heading) and b.level == 1]
    tops = [(n, b) for n, b in highest if key(b.text) != site and may_name(b.text, profile, trusted=True)]
    if len(tops) != 1 or (not outline.marked_up and len(highest) > 1):
        return None  # in a text the first of several lines set alike is no title
    place, top = tops[0]
    name = clean_name(top.text, profile)
    said = f" {key(name)} " in f" {key(outline.title)} "
    alone = not parts or parts == [key(name)] or (said and exercise_like(key(name)) > LIKE_A_NAME)
    others = [part for part in parts if part in known_names() and key(name) not in part]
    if others and key(name) not in known_names():
        alone = False  # "Heavy and Happy: Push-Up"
    if not exercise_like(key(name)) and any(introduces(head, profile) for head in outline.blocks[place + 1 :]):
        alone = False  # a trainer, and further down "Exercise of the week: Spell Caster"
    if not parts and not exercise_like(key(name)) and any(map(_is_known, _above_or_near(place, outline))):
        alone = False  # the head of a letter, or a line above a rule
    if key(name) not in known_names() and _is_at_foot(name, place, outline):
        alone = False
    if alone and not said and any(key(name) not in key(other) for other in names_stated(outline, profile)):
        alone = False  # the heading of a site, and an exercise in the data of the page
    by_data = {key(clean_name(known, profile)) for known in names_stated(outline, profile)} - {key(name)}
    if by_data and any(isinstance(b, Heading) and key(b.text) in by_data for b in outline.blocks[place + 1 :]):
        alone = False  # "My Favorite Hammer Curl", and further down a card of the "Hammer Curl"
    return (place, name) if alone and (said or len(TITLE_PARTS.split(name)) == 1) else None


def _is_at_foot(name: str, place: int, outline: Outline) -> bool:
    """Whether nothing is told behind a heading that says a name and nothing else, and one above it is the name of an
    exercise: it is that of the site, at the foot of its pages.
    """
    line, behind = outline.blocks[place], outline.blocks[place + 1 : place + 1 + _LONGEST_FOOT]
    alone = isinstance(line, (Heading, Paragraph)) and key(line.text) == key(name)
    if not alone or len(behind) == _LONGEST_FOOT or any(isinstance(b, (Listing, Row, Heading)) for b in behind):
        return False
    if sum(isinstance(block, Paragraph) and is_sentence(block.whole) for block in behind) > _MOST_AT_FOOT:
        return False
    above = outline.blocks[max(place - _MOST_TOLD, 0) : place]
    heads = (key(block.text) for block in above if isinstance(block, Heading))
    return any(head != key(name) and is_name(head) for head in heads)


def _above_or_near(place: int, outline: Outline) -> Iterable[Block]:
    """The blocks near the top of a page, in a text also those above the line that would be its title."""
    return outline.blocks[: NEAR_THE_TOP if outline.marked_up else max(place, NEAR_THE_TOP)]


def _is_known(block: Block) -> bool:
    """Whether a heading, or a line set off in a text, is the name of an exercise that people know."""
    if not isinstance(block, (Heading, Paragraph)) or (isinstance(block, Paragraph) and not block.strong):
        return False
    return key(block.text) in known_names()


def _said_alone(name: str, place: int, outline: Outline, profile: Profile) -> tuple[int, str]:
    """Where a name stands in a line of its own above the heading at `place`, which says more than the name: the heading
    of a section, "Hip Lift Benefits"; and the name as it stands there, which may be longer: "Hip Lift - On Bench".
    "Hip Lift: A Complete Guide" is such a line, too.
    """
    heading = outline.blocks[place]
    if not isinstance(heading, Heading) or key(heading.text) == key(name):
        return place, name
    whole, part = f" {key(heading.text)} ", f" {key(name)} "
    for n, line in enumerate(outline.blocks[:place]):
        if not isinstance(line, (Heading, Paragraph)) or part not in (said := f" {key(line.text)} "):
            continue
        if said in whole:
            return n, name if said == part else line.text
        if isinstance(line, Heading) and line.level == 1 < heading.level:
            return n, name  # "How to Do the Hip Lift: A Gentle Move", and "How to Do the Hip Lift"
        if isinstance(line, Paragraph) and line.strong and key(clean_name(line.text, profile)) == key(name):
            return n, name
    return place, name


def _with_its_brackets(name: str, place: int, outline: Outline) -> str:
    """A name with what stands in brackets behind it, where the document's title or another line of the page has both as the
    line of the name does: "Hyperextensions (Back Extensions)". The first letters of its words are another name all the same.
    """
    shown = outline.blocks[place]
    lines = (shown,) if isinstance(shown, (Heading, Paragraph)) else shown.items if isinstance(shown, Chips) else ()
    text = next((line.text for line in lines if f"{name} (" in line.text), "")
    _, found, behind = text.partition(f"{name} (")
    whole = f"{name} ({behind.partition(')')[0]})"
    inside = behind.partition(")")[0]
    if not found or inside.isupper() or AFTERTHOUGHT.search(whole) or says_also(inside):
        return name
    others = (b.text for b in outline.blocks[:_MOST_TOLD] if isinstance(b, (Heading, Paragraph)) and b is not shown)
    again = whole in outline.title or any(f" {key(whole)} " in f" {key(line)} " for line in others)
    return whole if again else name


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
    said = [last_of_address(outline.url), *map(key, names_stated(outline, profile))]
    for whole in (whole for text in texts for whole in dashed_around(name, text, profile)):
        if clean_name(whole, profile) == name:
            continue  # "Lat Pulldown - Proper Form and Tips"
        half = DASH.split(whole)[-1 if whole.startswith(name) else 0].lower()
        told = (b.text for b in outline.blocks[:_MOST_TOLD] if isinstance(b, Paragraph) and half in b.text.lower())
        sentences = (key(text) for text in told if is_sentence(text))
        if any(f" {key(whole)} " in f" {text} " for text in chain(said, sentences)):
            return whole
    return name


def _without_motto(name: str, place: int, outline: Outline) -> str:
    """A name without what a title says more, where headings below have it without, and none has all: "A-Skip, the Drill That
    Tidies Up Your Stride", and "How to Do the A-Skip".
    """
    for seam in _MOTTO.finditer(name):
        head, whole = f" {key(name[: seam.start()])} ", f" {key(name)} "
        below = outline.blocks[place + 1 : place + 1 + _MOST_TOLD]
        heads = [f" {key(b.text)} " for b in below if isinstance(b, Heading) or (isinstance(b, Paragraph) and b.strong)]
        is_measured = key(name[seam.end() :]).removeprefix("for ") in hints()["done_for"]
        if (
            not is_measured
            and len(head.split()) > 1
            and any(head in said for said in heads)
            and not any(whole in said for said in heads)
        ):
            return name[: seam.start()]
    return name


def _headings_above(candidates: list[Candidate], outline: Outline) -> Iterator[Candidate]:
    """The headings at the top of a page whose title says nothing that names are made of: the title is that of the site."""
    for candidate in candidates:
        shown = 0 <= candidate.place < NEAR_THE_TOP and isinstance(outline.blocks[candidate.place], Heading)
        if shown and exercise_like(key(candidate.name)) >= HALF:
            yield candidate


def _as_in_data(name: str, outline: Outline, profile: Profile) -> str:
    """A name without what its heading says more than the page's data do: "Hip Thrust Guide For Tired Parents"."""
    wanted = key(name)
    stated = [clean_name(known, profile) for known in names_stated(outline, profile)]
    shorter = [known for known in stated if is_name(key(known)) and f" {key(known)} " in f" {wanted} "]
    return shorter[0] if len(set(map(key, shorter))) == 1 and not is_name(wanted) else name


def _mark_of(name: str, outline: Outline, profile: Profile) -> int:
    """Where a page begins that shows its name in no line of its own: at the way through the site that ends with it, at the
    row of a table with buttons beside it, or at a top heading without a name ("Move of the week"). -1 where there is none.
    """
    for n, block in enumerate(outline.blocks[: 2 * NEAR_THE_TOP]):
        if isinstance(block, Heading) and block.level == 1 and is_around_name(block.text, profile):
            return n
        crumbs = isinstance(block, Paragraph) and CRUMBS.search(block.text) and block.text.endswith(name)
        if crumbs or (isinstance(block, Row) and block.label == name):
            return n
    return -1


def _nearest_to_text(outline: Outline, profile: Profile, parts: list[str]) -> int:
    """The last of several headings that follow one another at the top of a page and all stand in its title, where it is
    as much of a name as the first, which is that of the site. -1 where there is only one.
    """
    found: dict[str, int] = {}
    likenesses: list[float] = []
    for n, block in enumerate(outline.blocks[:NEAR_THE_TOP]):
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
    """What the page calls its site, as a key: it stands at the top of every page. Where it does not say, what of its title is
    the name of the host.
    """
    if said := key(stated(outline, "og:site_name")):
        return said
    host = (outline.url or "").partition("//")[2].partition("/")[0].replace("-", "")
    labels = {label.removeprefix("the") for label in host.split(".")}
    parts = [key(part) for part in TITLE_PARTS.split(outline.title[:_LONGEST_TITLE])]
    may_be = (part for part in parts if len(parts) > 1 and len(part) >= _SHORTEST_SITE and part not in known_names())
    return next((part for part in may_be if part.replace(" ", "").removeprefix("the") in labels), None)
