"""Outline and profile to the Draft: the page's own words, field by field, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.reading import prose
from pipeline.reading.naming import title_block
from pipeline.reading.plain import is_sentence
from pipeline.reading.profiles import FACTS, Profile
from pipeline.reading.sections import INTRO, UNKNOWN, Capture, Sections, sections
from pipeline.reading.stated import stated_fields
from pipeline.reading.terms import JOINING_WORDS, split_terms
from pipeline.records import (
    Block,
    Break,
    Chips,
    Draft,
    DraftField,
    Issue,
    Listing,
    Outline,
    Paragraph,
    Piece,
    Place,
    Row,
    Severity,
    State,
)
from pipeline.vocabulary import Vocabulary, key, load

TERM_FIELDS = {
    "body_parts": ("body_parts",),
    "target_muscles": ("muscles",),
    "secondary_muscles": ("muscles",),
    "muscles_worked": ("muscles",),
    "muscle_group": ("muscles", "body_parts"),
    "stabilizers": ("muscles",),
    "equipment": ("equipment", "loading"),
}
"""Fields that hold terms, and the vocabularies that know them."""
CHOICE_FIELDS = {
    "difficulty": "difficulty",
    "exercise_type": "exercise_types",
    "bilateral": "sides",
    "unilateral": "sides",
    "mechanic": "mechanic",
    "force": "force",
}
"""Fields with one value."""
_TAG_FIELDS = {
    "difficulty": "difficulty",
    "exercise_type": "exercise_types",
    "equipment": "equipment",
    "target_muscles": "muscles",
}
_NONE = frozenset(("none", "no", "nothing", "no secondary muscle", "no secondary muscles"))
_BRACKETED = re.compile(r"\s*\(([^()]*)\)")
_MARKS = ".,;:()!?"
_FACT_FIELDS = frozenset((*TERM_FIELDS, *CHOICE_FIELDS))
_BESIDE = "#beside"
_LISTING_SIZE = 3
_LONGEST_EXTRA = 300
_LONGEST_CHOICE = 60
_INTRO_SEPARATOR = re.compile(r"\s*[,;|\n]\s*(?:or\s+)?|\s+or\s+")


def draft(outline: Outline, profile: Profile) -> Draft:
    """What the page says for every field. Pure; never raises for anything a page can hold."""
    title_at, name = title_block(outline, profile)
    cut = sections(outline, profile, title_at, name)
    place = outline.blocks[title_at].place if 0 <= title_at < len(outline.blocks) else Place(1)
    fields: dict[str, DraftField] = {}
    if name:
        fields["name"] = DraftField(State.FOUND, (Piece(name, "", place),), "title", place)
    issues = list(_outline_issues(outline))
    fields.update(_terms(cut, profile, issues))
    fields.update(_choices(cut, profile))
    _tags(fields, outline, title_at)
    fields.update(_prose(cut, name))
    stated = stated_fields(outline, profile)
    issues += _settled(fields, stated, profile)
    _weak(fields)
    issues += _foreign(outline, profile, cut, fields)
    extra = {label: value for label, value, _ in cut.extra if len(value) <= _LONGEST_EXTRA}
    return Draft(profile.label, fields, extra, tuple(issues))


def _outline_issues(outline: Outline) -> Iterator[Issue]:
    for code, message in outline.problems:
        severity = Severity.ERROR if code == "page-cut-off" else Severity.WARNING
        yield Issue(code, severity, message)


# --- terms ----------------------------------------------------------------------------------------------------


def _terms(cut: Sections, profile: Profile, issues: list[Issue]) -> Iterator[tuple[str, DraftField]]:
    for name, kinds in TERM_FIELDS.items():
        vocabularies = tuple(load(kind) for kind in kinds)
        readings = []
        for capture in cut.captures:
            if capture.field == name:
                readings.append((capture, _term_pieces(capture, name, profile, vocabularies)))
        good = [(c, p) for c, p in readings if p is not None]
        if good:
            first, pieces = next(((c, p) for c, p in good if p), good[0])
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


def _term_pieces(capture: Capture, name: str, profile: Profile, known: tuple[Vocabulary, ...]) -> list[Piece] | None:
    """The terms of one capture; None when it holds no terms, only prose; empty when it says "none"."""
    found: list[Piece] = []
    said_none = False
    for text, place in _term_texts(capture, known):
        if (key(text) in _NONE and name != "equipment") or text.strip().lower() in profile.empty_values:
            said_none = True
            continue
        found.extend(Piece(term, "", place) for term in split_terms(text, *known))
    unique = {key(piece.text): piece for piece in reversed(found)}
    pieces = sorted(unique.values(), key=found.index)
    return pieces if pieces or said_none else None


def _term_texts(capture: Capture, known: tuple[Vocabulary, ...]) -> Iterator[tuple[str, Place]]:
    for block in capture.blocks:
        for item in _items(block):
            if item.lead and any(v.find(item.lead) for v in known):
                yield item.lead, item.place
            elif not item.lead and not item.text.endswith(":"):
                captioned = ": " in item.text and not capture.row  # "Drawing: a studio"
                if not (captioned or is_sentence(item.text)) or _all_known(item.text, known):
                    yield item.text, item.place


def _all_known(text: str, known: tuple[Vocabulary, ...]) -> bool:
    plain = (word.strip(_MARKS) for word in text.split())
    words = {word for word in plain if word.isalpha() and word.islower()} - JOINING_WORDS
    if any(not any(key(word) in v.words for v in known) for word in words):
        return False  # most sentences end here, before the costly search for terms
    terms = split_terms(text, *known)
    return bool(terms) and all(any(v.find(t) for v in known) for t in terms)


def _items(block: Block) -> Sequence[Paragraph]:
    if isinstance(block, (Listing, Chips)):
        return block.items
    return (block,) if isinstance(block, Paragraph) else ()


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
    wanted = _canonical(pieces, known)
    for capture, others in all_read:
        said = _canonical(others, known)
        if capture is not first and others and said != wanted and name != "muscles_worked":
            message = (
                f"{name.replace('_', ' ')}: {first.via or 'the facts'!r} says {', '.join(sorted(wanted))}, but {capture.via!r} says "
                f"{', '.join(sorted(said))}; the first was kept, check the page"
            )
            yield Issue("facts-disagree", Severity.WARNING, message, name, place=capture.place)
            return


def _canonical(pieces: Iterable[Piece], known: tuple[Vocabulary, ...]) -> set[str]:
    return {next((t for v in known if (t := v.find(p.text))), key(p.text)) for p in pieces}


# --- choices --------------------------------------------------------------------------------------------------


def _choices(cut: Sections, profile: Profile) -> Iterator[tuple[str, DraftField]]:
    for name, kind in CHOICE_FIELDS.items():
        vocabulary = load(kind)
        for capture in sorted((c for c in cut.captures if c.field == name), key=lambda c: not c.row):
            texts = [(_chosen(i.whole, vocabulary), i.place) for b in capture.blocks for i in _items(b) if i.whole]
            texts = [entry for entry in texts if any(map(str.isalnum, entry[0]))] or texts  # stars beside a word
            short = [(t, p) for t, p in texts if vocabulary.find(t)]
            if not short and (capture.row or len(texts) == 1):
                short = [(t, p) for t, p in texts if len(t) <= _LONGEST_CHOICE]
            if short and short[0][0].strip().lower() not in profile.empty_values:
                text, place = short[0]
                yield (
                    name,
                    DraftField(State.FOUND, (Piece(text.strip(" ."), "", place),), capture.via, capture.place),
                )
                break


def _chosen(text: str, vocabulary: Vocabulary) -> str:
    """A value without what explains it: "Unilateral (one side at a time)", "3/5 (Intermediate)"."""
    if not vocabulary.find(text):
        for part in (_BRACKETED.sub("", text).strip(), *_BRACKETED.findall(text)):
            if vocabulary.find(part):
                return str(part)
    return text


def _tags(fields: dict[str, DraftField], outline: Outline, title_at: int) -> None:
    """Tags beside the title ("Intermediate", "Strength", "Barbell") that need no label: each is a term of one field.

    Taken only where every tag is known and the page states the field nowhere else.
    """
    for block in outline.blocks[max(0, title_at - 1) : title_at + 2]:
        if not isinstance(block, Chips) or title_at < 0:
            continue
        meant = [(t, next((n for n, kind in _TAG_FIELDS.items() if load(kind).find(t.text)), "")) for t in block.items]
        if not all(name for _, name in meant):
            continue
        found: dict[str, list[Piece]] = {}
        for tag, name in meant:
            found.setdefault(name, []).append(Piece(tag.text, "", tag.place))
        for name, pieces in found.items():
            fields.setdefault(name, DraftField(State.FOUND, tuple(pieces), "the tags beside the title", block.place))


# --- prose ----------------------------------------------------------------------------------------------------


def _prose(cut: Sections, name: str) -> Iterator[tuple[str, DraftField]]:
    metrics = load("metrics")
    by_field: dict[str, list[Capture]] = {}
    for capture in cut.captures:
        by_field.setdefault(capture.field, []).append(capture)
    readers = {
        "instructions": prose.steps,
        "benefits": prose.titled,
        "safety_tips": prose.titled,
        "tips": prose.titled,
        "tracking": lambda captures: prose.tracked(captures, metrics.find),
        "variations": _names,
        "aliases": _names,
    }
    by_field.setdefault("instructions", _unannounced(by_field))
    for field_name, reader in readers.items():
        captures = by_field.get(field_name)
        if captures:
            pieces = reader(captures)
            state = State.FOUND if pieces else State.UNREADABLE
            yield field_name, DraftField(state, tuple(pieces), captures[0].via, captures[0].place)
    description = _description(by_field, name, next((c for c in cut.captures if not c.row), None))
    if description:
        yield "description", description


def _unannounced(by_field: dict[str, list[Capture]]) -> list[Capture]:
    """The one part of the page that counts its sentences, where no heading says "how to": below the title, or below
    a heading nobody knows.
    """
    counting = [c for name in (INTRO, UNKNOWN) for c in by_field.get(name, ()) if prose.counts(c)]
    return counting if len(counting) == 1 else []


def _names(captures: Sequence[Capture]) -> list[Piece]:
    """Other names or variations: list items, their titles where they have one, and comma lists beside a label.

    Where a section has a list, the lines around it name nothing.
    """
    found: list[Piece] = []
    for capture in captures:
        lists = [b for b in capture.blocks if isinstance(b, (Listing, Chips))]
        for block in lists or capture.blocks:
            for item in _items(block):
                texts = _INTRO_SEPARATOR.split(item.text) if capture.row and not item.lead else [item.lead or item.text]
                found += [Piece(t.strip(" ."), "", item.place) for t in texts if t.strip(" .") and not is_sentence(t)]
    return found


def _description(by_field: dict[str, list[Capture]], name: str, first: Capture | None) -> DraftField | None:
    order = ["description", INTRO, _BESIDE]
    if first is not None and first.field == UNKNOWN:  # a line below the title, set like a heading
        by_field = {**by_field, INTRO: [*by_field.get(INTRO, ()), first]}
    by_field = {**by_field, _BESIDE: list(_below_facts(by_field))}
    if any(key(c.via).startswith("about") for c in by_field.get("description", ())):
        order[:2] = [INTRO, "description"]  # "About ..." may be about the site
    for field_name in order:
        for capture in by_field.get(field_name, ()):
            lines = [(i.whole, i.place) for b in capture.blocks if isinstance(b, Paragraph) for i in (b,)]
            told = [(t, p) for t, p in lines if is_sentence(t) and not t.endswith(":") and not _repeats(t, name)]
            if told:
                text = " ".join(t for t, _ in told)
                return DraftField(
                    State.FOUND,
                    (Piece(text, "", told[0][1]),),
                    capture.via or "the text below the title",
                    told[0][1],
                )
    return None


def _below_facts(by_field: dict[str, list[Capture]]) -> Iterator[Capture]:
    """Sections of facts that go over into text: nothing divides the description from the last fact."""
    for name, captures in by_field.items():
        for capture in captures:
            values = capture.blocks and isinstance(capture.blocks[0], (Listing, Chips)) and name in _FACT_FIELDS
            if not capture.row and (name == FACTS or values):
                yield capture


def _repeats(text: str, name: str) -> bool:
    """Whether a sentence says nothing but the exercise's name."""
    return bool(name) and key(text) == key(name)


# --- structured data and what is left -------------------------------------------------------------------------


def _settled(fields: dict[str, DraftField], stated: dict[str, DraftField], profile: Profile) -> Iterator[Issue]:
    """Fills what the page's text lacks with its structured data, and reports where the two contradict each other."""
    issues: list[Issue] = []
    for name, said in stated.items():
        seen = fields.get(name)
        if seen is None or seen.state is not State.FOUND:
            fields[name] = said
            continue
        contradiction = _contradiction(name, seen, said)
        if contradiction:
            issues.append(Issue("structured-data-disagrees", Severity.WARNING, contradiction, name, place=seen.place))
            if name in TERM_FIELDS or name in CHOICE_FIELDS:
                fields[name] = said
    return iter(issues)


def _contradiction(name: str, seen: DraftField, said: DraftField) -> str | None:
    kinds = TERM_FIELDS.get(name) or ((CHOICE_FIELDS[name],) if name in CHOICE_FIELDS else ())
    if kinds:
        known = tuple(load(kind) for kind in kinds)
        ours, theirs = _canonical(seen.pieces, known), _canonical(said.pieces, known)
        if ours == theirs or not all(any(v.find(p.text) for v in known) for p in said.pieces):
            return None
        shown = f"{', '.join(sorted(ours))}", f"{', '.join(sorted(theirs))}"
    elif name == "instructions":
        ours_text, theirs_text = ([key(p.text) for p in f.pieces] for f in (seen, said))
        if ours_text == theirs_text or " ".join(ours_text) == " ".join(theirs_text):
            return None
        shown = f"{len(ours_text)} steps", f"{len(theirs_text)} others"
    else:
        return None
    label = name.replace("_", " ")
    return f"{label}: the page shows {shown[0]}, its structured data says {shown[1]}; check which is right"


def _weak(fields: dict[str, DraftField]) -> None:
    """Sections whose heading could mean a field stand in for it where the page has no better one."""
    group = fields.pop("muscle_group", None)
    if group is not None and group.state is State.FOUND:
        parts = load("body_parts")
        is_part = all(parts.find(piece.text) for piece in group.pieces)
        target = "body_parts" if "target_muscles" in fields and is_part else "target_muscles"
        fields.setdefault(target, group)
    for weak, strong in (("muscles_worked", "target_muscles"), ("tips", "safety_tips")):
        found = fields.pop(weak, None)
        if found is not None and strong not in fields and found.state is State.FOUND and found.pieces:
            fields[strong] = found


def _foreign(outline: Outline, profile: Profile, cut: Sections, fields: dict[str, DraftField]) -> Iterator[Issue]:
    """Pages that hold something else than one exercise."""
    types = {str(t) for o in outline.structured for t in _listed(o.get("@type"))}
    if types & profile.foreign_types and not types & (profile.types - {"HowTo"}):
        kind = sorted(types & profile.foreign_types)[0].lower()
        yield Issue("not-an-exercise", Severity.ERROR, f"the page says it is a {kind}; leave it out of the folder")
        return
    told = [c for c in cut.captures if c.field == "instructions"]
    parents = {c.place.path or (c.place.line,) for c in told}
    labels = [c for c in cut.captures if c.field in ("target_muscles", "equipment", "difficulty") and c.row]
    most = max((sum(c.field == f for c in labels) for f in ("target_muscles", "equipment", "difficulty")), default=0)
    repeated = most >= _LISTING_SIZE and ("instructions" not in fields or len(told) >= _LISTING_SIZE)
    if repeated or len(parents) > _LISTING_SIZE:
        count = max(most, len(parents))
        yield Issue(
            "several-exercises",
            Severity.ERROR,
            f"the page lists about {count} exercises; save the page of each instead",
        )


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else (value,)
