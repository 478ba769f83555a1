"""Muscles, equipment, level and the like: what the page says beside their labels, as terms and choices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from pipeline.reading.captures import Capture, Sections, texts_of
from pipeline.reading.fields.mentions import named
from pipeline.reading.words.boxes import has_empty_boxes, ticked
from pipeline.reading.words.forms import first_group, found_in, is_said
from pipeline.reading.words.hinting import hinted
from pipeline.reading.words.kinds import CHOICE_FIELDS, NONE, TERM_FIELDS, all_known, is_none
from pipeline.reading.words.pairs import pieces_of
from pipeline.reading.words.plain import RATING, is_sentence, says_something, sentences, without_number
from pipeline.reading.words.profiles import Profile
from pipeline.reading.words.terms import JOINING_WORDS, is_known, split_terms
from pipeline.records import (
    Block,
    Break,
    Chips,
    DraftField,
    Heading,
    Issue,
    Listing,
    Paragraph,
    Piece,
    Place,
    Row,
    Severity,
    State,
)
from pipeline.vocabulary import Vocabulary, key, load

_FEWEST_BESIDE = 2
_SCALES = frozenset(("difficulty",))
_SIDES = frozenset(("bilateral", "unilateral"))
_MUSCLE_FIELDS = frozenset(("target_muscles", "secondary_muscles", "stabilizers", "muscles_worked", "muscle_group"))
_PARTS = (re.compile(r"(?<=\))\s*(?:,|&|\band\b)\s*|\s*;\s*"), re.compile(r"\s*[,;]\s*"))
"""What divides muscles that each have a role: behind brackets, or everywhere, "Quads - primary, calves - secondary"."""
_WITH_ROLE = (
    re.compile(r"^(?P<muscles>[^()]+?)\s*\((?P<role>[^()]{3,30})\)\.?$"),
    re.compile(r"^(?P<muscles>[^():]+?)(?::|\s[-–—])\s+(?P<role>[^():]{3,30}?)\.?$"),
    re.compile(r"^(?P<role>[^():]{3,30}?)(?::|\s[-–—])\s+(?P<muscles>[^():]+?)\.?$"),
)
"""Muscles with their role in brackets, behind a mark, or before it."""
_BESIDE_ROLE = frozenset("(:-–—")
_BRACKETED = re.compile(r"\s*\(([^()]*)\)")
_MARKS = ".,;:()!?"
_BETWEEN_NAMES = re.compile(r"\s*[,;/]\s*|\s+[-–—]\s+")
"""Of one value that is told in two ways."""
_BEHIND_FIRST = re.compile(r"[.,;]\s")
_LONGEST_CHOICE = 60
_LINES = 3
_FEWEST_LISTS = 2


def terms(cut: Sections, profile: Profile, issues: list[Issue]) -> Iterator[tuple[str, DraftField]]:
    split = (part for capture in _by_terms(cut.captures) for part in _by_introduction(capture))
    captures = [part for capture in split for part in _by_role(capture, profile)]
    for name, kinds in TERM_FIELDS.items():
        vocabularies = tuple(load(kind) for kind in kinds)
        readings = []
        for capture in captures:
            if capture.field == name:
                readings.append((capture, _term_pieces(capture, name, profile, vocabularies)))
        good = [(c, p) for c, p in readings if p is not None]
        if good:
            first, pieces = max(good, key=lambda entry: _weight(entry[1], vocabularies))
            yield name, DraftField(State.FOUND, tuple(pieces), first.via, first.place)
            issues.extend(_disagreements(name, first, pieces, good, vocabularies))
        elif readings:
            capture = readings[0][0]
            text = " ".join(_whole(b) for b in capture.blocks)
            if capture.row and name != "muscles_worked":
                yield (
                    name,
                    DraftField(State.UNREADABLE, (Piece(text, "", capture.place),), capture.via, capture.place),
                )


def _by_terms(captures: Sequence[Capture]) -> Iterator[Capture]:
    """The sections of a page; one that is headed as a part of the body and names muscles is of these, where no other is: "Area
    worked", and below it "Quads".
    """
    named = any(capture.field in _MUSCLE_FIELDS for capture in captures)
    for capture in captures:
        texts = texts_of(capture.blocks) if capture.field == "body_parts" and not named else []
        muscles = bool(texts) and all_known("target_muscles", texts) and not all_known("body_parts", texts)
        yield replace(capture, field="target_muscles") if muscles else capture


def _by_introduction(capture: Capture) -> Iterator[Capture]:
    """A section of several lists of muscles, each below a sentence that may say their role: "Several helpers pitch in:", as a
    section for each.
    """
    blocks = capture.blocks
    starts = [n for n, (line, below) in enumerate(pairwise(blocks)) if _introduces(line, below)]
    if capture.row or capture.field not in _MUSCLE_FIELDS or len(starts) < _FEWEST_LISTS or starts[0]:
        yield capture
        return
    for start, end in pairwise([*starts, len(blocks)]):
        said = _whole(blocks[start])
        role = next((field for field in ("stabilizers", "secondary_muscles") if hinted(said, field)), capture.field)
        role = "target_muscles" if role == "muscles_worked" else role
        yield replace(capture, field=role, blocks=blocks[start + 1 : end])


def _introduces(line: Block, below: Block) -> bool:
    return isinstance(line, Paragraph) and not line.lead and line.text.endswith(":") and isinstance(below, Listing)


def _weight(pieces: list[Piece], known: tuple[Vocabulary, ...]) -> int:
    """Of several sections for one field the first counts that names known terms, then the first that names any."""
    return 2 if any(is_known(p.text, known) for p in pieces) else bool(pieces)


def _by_role(capture: Capture, profile: Profile) -> Iterator[Capture]:
    """A run of muscles each with its role, "Quads (primary), Calves (secondary)", "Primary: Quads; Secondary: Calves", as a
    capture for each role.
    """
    items = [item for block in capture.blocks for item in pieces_of(block)] if capture.field in _MUSCLE_FIELDS else []
    told = [_with_roles(item, profile) for item in items]
    if not told or not all(told):
        yield capture
        return
    roles: dict[str, list[Block]] = {}
    for role, muscles in chain.from_iterable(told):
        roles.setdefault(role, []).append(muscles)
    for role, said in roles.items():
        yield replace(capture, field=role, blocks=tuple(said))


def _with_roles(item: Paragraph, profile: Profile) -> list[tuple[str, Paragraph]]:
    """The muscles of a line, each with the field that its role is of; none where one has no role."""
    if _BESIDE_ROLE.isdisjoint(item.whole):
        return []  # as most
    for between in _PARTS:
        found = [_with_role(part, profile) for part in between.split(item.whole)]
        if all(found) and not _is_told(item, [pair[1] for pair in found if pair]):
            return [(pair[0], replace(item, text=pair[1], lead="")) for pair in found if pair]
    return []


def _is_told(line: Paragraph, muscles: Sequence[str]) -> bool:
    """Whether a line is a sentence, with more in it than muscles: "It loads the quads first (primary)."."""
    return line.whole.endswith(".") and not all_known("muscles_worked", muscles[:1])


def _with_role(text: str, profile: Profile) -> tuple[str, str] | None:
    for found in filter(None, (way.match(text) for way in _WITH_ROLE)):
        role = profile.label_of(found["role"])
        if role in _MUSCLE_FIELDS:
            return role, found["muscles"]
    return None


def _term_pieces(capture: Capture, name: str, profile: Profile, known: tuple[Vocabulary, ...]) -> list[Piece] | None:
    """The terms of one capture; None when it holds no terms, only prose; empty when it says "none"."""
    found: list[Piece] = []
    said_none = False
    for text, place in _term_texts(_without_next(capture, known), known):
        if not any(map(str.isalnum, text)) and text.strip() not in profile.empty_values:
            continue  # the picture beside the next fact
        if (key(text) in NONE and name != "equipment") or text.strip().lower() in profile.empty_values:
            said_none = True
            continue
        found.extend(Piece(term, "", place) for term in split_terms(text, *known))
    if found and not capture.row and _tells_others(capture, found, known):
        return None
    unique = {key(piece.text): piece for piece in reversed(found)}
    pieces = sorted(unique.values(), key=found.index)
    return pieces if pieces or said_none else None


def _tells_others(capture: Capture, found: Sequence[Piece], known: tuple[Vocabulary, ...]) -> bool:
    """Whether nobody knows what the lines of a section are, but sentences in it name terms: below "You need a bench.", what a
    site has to sell.
    """
    if any(is_known(piece.text, known) for piece in found):
        return False
    told = (block.text for block in capture.blocks if isinstance(block, Paragraph) and is_sentence(block.text))
    return any(any(named(text, known)) for text in told)


def _without_next(capture: Capture, known: tuple[Vocabulary, ...]) -> Capture:
    """A section that begins with a line of known terms, without what follows from the first line that holds none: nothing
    sets off the label of the next fact.
    """
    blocks = capture.blocks
    first = blocks[0] if blocks else None
    begins = isinstance(first, Paragraph) and len(blocks) >= _LINES and _holds_known(first, known)
    begins = begins or (isinstance(first, Chips) and all(is_known(item.text, known) for item in first.items))
    if capture.row or not begins:
        return capture
    if _are_titled(blocks, known):
        return capture
    end = next(
        (n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and not _holds_known(b, known)), len(blocks)
    )
    return replace(capture, blocks=blocks[:end])


def _are_titled(blocks: Sequence[Block], known: tuple[Vocabulary, ...]) -> bool:
    """Whether bold lines are terms, each above what is told of it."""
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    titles = [line.text for line in lines if line.strong and not line.lead]
    told = sum(is_sentence(line.whole) for line in lines if not line.strong)
    return 1 < len(titles) <= told and _are_terms(titles, known)


def _holds_known(line: Paragraph, known: tuple[Vocabulary, ...]) -> bool:
    return any(is_known(term, known) for term in split_terms(line.whole, *known))


def _term_texts(capture: Capture, known: tuple[Vocabulary, ...]) -> Iterator[tuple[str, Place]]:
    headed = _are_terms([_bare(block.text) for block in capture.blocks if isinstance(block, Heading)], known)
    for block in capture.blocks:
        if isinstance(block, Heading) and headed and _are_terms([_bare(block.text)], known):
            yield _bare(block.text), block.place
        for item in pieces_of(block):
            if item.lead and is_known(item.lead, known):
                yield item.lead, item.place
            elif not item.lead and not item.text.endswith(":"):
                captioned = ": " in item.text and not capture.row  # "Drawing: a studio"
                first, *rest = _BEHIND_FIRST.split(item.text, maxsplit=1)
                if rest and key(first) in NONE and not is_known(rest[0], known):
                    yield first, item.place  # "None. You use the weight of your body"
                elif not (captioned or says_something(_BRACKETED.sub("", item.text))) or _all_known(item.text, known):
                    yield item.text, item.place


def _bare(heading: str) -> str:
    return without_number(heading).strip(" :")


def _are_terms(headings: Sequence[str], known: tuple[Vocabulary, ...]) -> bool:
    """Whether the headings in a section are terms, half of them at least of those that are known: "Hamstrings", and below it
    what they do.
    """
    told = sum(all(is_known(term, known) for term in split_terms(heading, *known)) for heading in headings)
    return bool(told) and told * 2 >= len(headings)


def _all_known(text: str, known: tuple[Vocabulary, ...]) -> bool:
    plain = (word.strip(_MARKS) for word in text.split())
    words = {word for word in plain if word.isalpha() and word.islower()} - JOINING_WORDS
    if any(not any(key(word) in v.words for v in known) for word in words):
        return False  # most sentences end here, before the costly search for terms
    terms = split_terms(text, *known)
    return bool(terms) and all(is_known(term, known) for term in terms)


def _whole(block: Block) -> str:
    if isinstance(block, Break):
        return ""
    if isinstance(block, Row):
        return f"{block.label}: {', '.join(block.values)}"
    if isinstance(block, (Listing, Chips)):
        return ", ".join(item.whole for item in block.items)
    return block.whole if isinstance(block, Paragraph) else block.text


def _disagreements(
    name: str,
    first: Capture,
    pieces: list[Piece],
    all_read: list[tuple[Capture, list[Piece]]],
    known: tuple[Vocabulary, ...],
) -> Iterator[Issue]:
    """The same field said twice with different terms: quick facts against the muscles section."""
    wanted = canonical(pieces, known)
    for capture, others in all_read:
        said = canonical(others, known)
        if capture is not first and others and said != wanted and name != "muscles_worked":
            message = (
                f"{name.replace('_', ' ')}: {first.via or 'the facts'!r} says {', '.join(sorted(wanted))}, but {capture.via!r} says "
                f"{', '.join(sorted(said))}; the first was kept, check the page"
            )
            yield Issue("facts-disagree", Severity.WARNING, message, name, place=capture.place)
            return


def canonical(pieces: Iterable[Piece], known: tuple[Vocabulary, ...]) -> set[str]:
    return {next((t for v in known if (t := v.find(p.text))), key(p.text)) for p in pieces}


# --- choices --------------------------------------------------------------------------------------------------


def choices(cut: Sections, profile: Profile) -> Iterator[tuple[str, DraftField]]:
    for name, kind in CHOICE_FIELDS.items():
        vocabulary = load(kind)
        for capture in sorted((c for c in cut.captures if c.field == name), key=lambda c: not c.row):
            texts = [(_chosen(text, vocabulary), place) for text, place in _said_of_kinds(capture)]
            texts = [entry for entry in texts if any(map(str.isalnum, entry[0]))] or texts  # stars beside a word
            short = [(t, p) for t, p in texts if vocabulary.find(t)] or list(_level_told(name, texts, vocabulary))
            if name in _SCALES and len({vocabulary.find(t) for t, _ in short}) > 1:
                continue  # every step of the scale: something to choose from
            if not short and len(texts) > 1 and all(_kinds_of(text) for text, _ in texts):
                continue  # "Classification", and beside it "Compound" and "Push"
            if not short and (capture.row or len(texts) == 1) and not capture.via.endswith("?"):
                short = [(t, p) for t, p in texts if len(t) <= _LONGEST_CHOICE]
            chosen = short[0][0].strip().lower() if short else ""
            if chosen and chosen not in profile.empty_values and not is_none(name, chosen):
                text, place = short[0]
                yield (
                    name,
                    DraftField(State.FOUND, (Piece(text.strip(" ."), "", place),), capture.via, capture.place),
                )
                break
    yield from _sides_beside(cut)
    yield from _kinds_beside(cut)


def _kinds_beside(cut: Sections) -> Iterator[tuple[str, DraftField]]:
    """What a page says of its kinds below one label: "Classification", and beside it "Compound" and "Push"."""
    told = {capture.field for capture in cut.captures}
    for capture in (c for c in cut.captures if c.field in CHOICE_FIELDS):
        pieces = list(_said_of_kinds(capture))
        kinds = [_kinds_of(text) for text, _ in pieces]
        if len(pieces) < _FEWEST_BESIDE or not all(kinds) or len({name for name, *_ in kinds}) < len(kinds):
            continue  # several of one kind are offered, and none of them said
        for (text, place), (name, *_) in zip(pieces, kinds, strict=True):
            if name not in told:
                told.add(name)
                yield name, DraftField(State.FOUND, (Piece(text, "", place),), capture.via, place)


def _said_of_kinds(capture: Capture) -> Iterator[tuple[str, Place]]:
    """The values of a section, each with its place; one that names several kinds is several: "Strength, Compound"."""
    for item in (item for block in capture.blocks for item in pieces_of(block) if item.whole):
        parts = _BETWEEN_NAMES.split(item.whole) if len(item.whole) <= _LONGEST_CHOICE else []
        several = len(parts) > 1 and len(set(map(_kinds_of, parts))) == len(parts) and all(map(_kinds_of, parts))
        yield from ((part, item.place) for part in (parts if several else (item.whole,)))


def _kinds_of(text: str) -> tuple[str, ...]:
    """The fields of kinds that know a term."""
    return tuple(name for name, kind in CHOICE_FIELDS.items() if load(kind).find(text))


def _sides_beside(cut: Sections) -> Iterator[tuple[str, DraftField]]:
    """Whether one side works or both, where a page says it in brackets behind the force: "Push (Bilateral)"."""
    if any(capture.field in _SIDES for capture in cut.captures):
        return
    beside = (i for c in cut.captures if c.field in ("force", "mechanic") for b in c.blocks for i in pieces_of(b))
    for item in beside:
        for said in _BRACKETED.findall(item.text):
            if load("sides").find(said):
                yield "bilateral", DraftField(State.FOUND, (Piece(said, "", item.place),), "force", item.place)
                return


def _level_told(name: str, texts: Sequence[tuple[str, Place]], levels: Vocabulary) -> Iterator[tuple[str, Place]]:
    """The one level that sentences name: "It suits intermediate lifters."."""
    told = {
        t: place
        for text, place in texts
        if is_sentence(text) and hinted(text, "levels")
        for t in named(text, (levels,))
    }
    if name in _SCALES and len(told) == 1:
        yield from told.items()


def _chosen(text: str, vocabulary: Vocabulary) -> str:
    """A value without what explains it: "Unilateral (one side at a time)", "3/5 (Intermediate)", "Compound, multi-joint", "It
    is a push exercise".
    """
    text = ticked(text) if has_empty_boxes(text) else text
    if vocabulary.find(text):
        return text
    for part in (_BRACKETED.sub("", text).strip(), *_BRACKETED.findall(text)):
        if vocabulary.find(part):
            return str(part)
    parts = _BETWEEN_NAMES.split(text) if not RATING.search(text) else [text]
    known = {vocabulary.find(part) for part in parts}
    if len(known) == 1 and None not in known:
        return parts[0]
    told = next((first_group(found).strip() for found in found_in("is", text) if is_said("answering", text)), "")
    if vocabulary.find(told):
        return told
    terms = set(named(text, (vocabulary,))) if is_said("begins_with_it", text) and len(sentences(text)) == 1 else set()
    return terms.pop() if len(terms) == 1 else text
