"""Outline and profile to the Draft: the page's own words, field by field, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.reading.captures import INTRO, UNKNOWN, Sections
from pipeline.reading.cutting.above import with_facts_above, with_sections_above
from pipeline.reading.cutting.copiedlists import lists_alone
from pipeline.reading.cutting.sections import sections
from pipeline.reading.fields.facts import canonical, choices, terms
from pipeline.reading.fields.inferring import with_inferred
from pipeline.reading.fields.mentions import with_mentioned
from pipeline.reading.fields.stated import STRUCTURED, is_of_another, stated_extra, stated_fields
from pipeline.reading.fields.statements import with_statements
from pipeline.reading.fields.steps import first_steps
from pipeline.reading.fields.tags import tags
from pipeline.reading.fields.telling import told_fields
from pipeline.reading.naming.title import title_block
from pipeline.reading.words.hinting import hinted
from pipeline.reading.words.kinds import CHOICE_FIELDS, TERM_FIELDS, metric_of, vocabularies_of
from pipeline.reading.words.plain import is_step
from pipeline.reading.words.profiles import FACTS, Profile
from pipeline.reading.words.synonyms import name_and_synonym, names_told
from pipeline.reading.words.terms import is_known
from pipeline.records import (
    Draft,
    DraftField,
    Heading,
    Issue,
    Outline,
    Paragraph,
    Piece,
    Place,
    Severity,
    State,
)
from pipeline.stages import Stages, finished
from pipeline.vocabulary import key, load

_SIZE_OF_PICTURE = re.compile(r"^\d{2,5}\s?[×x]\s?\d{2,5}(?:\s?(?:px|pixels))?(?:[\s,]+[\d.]+\s?[kKM]i?B)?$")
"""What a forum sets below one that opens."""
_OF_EXERCISE = re.compile(r"(?:(?:the|this) )?(?:exercise|movement|move|stretch) is ", re.IGNORECASE)
"""How a tip begins that says something of the exercise: in others "it" is what was told before."""
_ADDRESSES = ("http://", "https://")
"""What a link leads to says nothing of the exercise."""
_STANDING_IN = (
    ("muscles_worked", "target_muscles"),
    ("joint_stabilizers", "stabilizers"),
)
_LISTING_SIZE = 3
_LONGEST_EXTRA = 300


def draft(outline: Outline, profile: Profile) -> Draft:
    """What the page says for every field. Pure; never raises for anything a page can hold."""
    return finished(drafted(outline, profile))


def drafted(outline: Outline, profile: Profile) -> Stages[Draft]:
    """Like `draft`, in stages."""
    title_at, name = title_block(outline, profile)
    yield
    cut = sections(outline, profile, title_at, name)
    cut = cut if outline.marked_up else lists_alone(cut)
    cut = with_facts_above(cut, outline, profile, title_at, name)
    cut = with_sections_above(cut, outline, profile, title_at, name)
    yield
    titled = outline.blocks[title_at] if 0 <= title_at < len(outline.blocks) else None
    cut = with_statements(with_inferred(cut, titled.text if isinstance(titled, Heading) else ""), name)
    place = titled.place if titled else Place(1)
    fields: dict[str, DraftField] = {}
    if name:
        fields["name"] = DraftField(State.FOUND, (Piece(name, "", place),), "title", place)
        fields.update(_other_names(outline, title_at, name))
    issues = list(_outline_issues(outline))
    yield
    fields.update(terms(cut, profile, issues))
    stating = with_mentioned(fields, cut, name, profile)
    yield
    fields.update(choices(cut, profile))
    tags(fields, outline, profile, title_at, cut)
    yield
    fields.update(told_fields(cut, name, stating))
    if "aliases" not in fields:
        fields.update(_names_in_sentences(fields, cut, name))
    yield
    stated = stated_fields(outline, profile, name)
    issues += _settled(fields, stated, profile)
    _undescribed(fields)
    _weak(fields)
    _moved(fields)
    yield
    issues += _foreign(outline, profile, cut, fields)
    seen = {label: value for label, value, _ in cut.extra}
    facts = {**stated_extra(outline, profile, name), **seen}
    extra = {label: value for label, value in facts.items() if _is_of_exercise(label, value, key(name))}
    return Draft(profile.label, fields, extra, tuple(issues))


def _is_of_exercise(label: str, value: str, name: str) -> bool:
    """Whether a fact says anything but the exercise's name, given as its key: a picture and its caption do not."""
    said, told = key(label), key(value)
    repeats = bool(name) and (name in (said, told, f"{said} {told}") or (name in said and name in told))
    pictured = bool(name) and name in said and hinted(label, "pictures")  # "Box Jump photo 1"
    shown = pictured or value.startswith(_ADDRESSES) or _SIZE_OF_PICTURE.match(value)
    return len(value) <= _LONGEST_EXTRA and not repeats and not shown


def _other_names(outline: Outline, title_at: int, name: str) -> Iterator[tuple[str, DraftField]]:
    """Another name in the line of the title: "Pallof Press aka Anti-Rotation Press"."""
    title = outline.blocks[title_at] if title_at >= 0 else None
    if (
        isinstance(title, (Heading, Paragraph))
        and not name.endswith(")")
        and (other := name_and_synonym(title.text, (key(name),))[1])
    ):
        others = tuple(Piece(one, "", title.place) for one in other.split(", "))
        yield "aliases", DraftField(State.FOUND, others, "title", title.place)


def _names_in_sentences(fields: dict[str, DraftField], cut: Sections, name: str) -> dict[str, DraftField]:
    """Other names that the description gives, or the first sentence above the steps or among the tips that gives any."""
    description = fields.get("description")
    told = [(description.text, description.place, description.via)] if description else []
    first = first_steps(cut.captures)
    may_tell = (
        c for n, c in enumerate(cut.captures) if c.field == FACTS or (n < first and c.field in (INTRO, UNKNOWN))
    )
    above = (c for c in may_tell if not c.row)
    told += [(block.text, block.place, c.via) for c in above for block in c.blocks if isinstance(block, Paragraph)]
    tips = [(b, c) for c in cut.captures if c.field in ("tips", "safety_tips") for b in c.blocks]
    told += [(b.text, b.place, c.via) for b, c in tips if isinstance(b, Paragraph) and _OF_EXERCISE.match(b.text)]
    for text, place, via in told:
        if others := tuple(Piece(other, "", place) for other in names_told(text, name)):
            return {"aliases": DraftField(State.FOUND, others, via, place)}
    return {}


def _outline_issues(outline: Outline) -> Iterator[Issue]:
    for code, message in outline.problems:
        severity = Severity.ERROR if code == "page-cut-off" else Severity.WARNING
        yield Issue(code, severity, message)


def _settled(fields: dict[str, DraftField], stated: dict[str, DraftField], profile: Profile) -> Iterator[Issue]:
    """Fills what the page's text lacks with its structured data, and reports where the two contradict each other."""
    issues: list[Issue] = []
    for name, said in stated.items():
        seen = fields.get(name)
        if seen is None or seen.state is not State.FOUND:
            fields[name] = said
            continue
        if name == "tracking":
            fields[name] = _with_other_metrics(seen, said)
            continue
        if name == "description" and _runs_on(seen, said, stated.get("instructions")):
            fields[name] = said
            continue
        contradiction = _contradiction(name, seen, said)
        if contradiction:
            issues.append(Issue("structured-data-disagrees", Severity.WARNING, contradiction, name, place=seen.place))
            if name in TERM_FIELDS or name in CHOICE_FIELDS:
                fields[name] = said
    return iter(issues)


def _with_other_metrics(seen: DraftField, said: DraftField) -> DraftField:
    """What the page shows of how much to do, and the metrics that only its structured data gives."""
    shown = {metric_of(piece.title) for piece in seen.pieces}
    others = {metric_of(piece.title): piece for piece in reversed(said.pieces) if metric_of(piece.title) not in shown}
    if not others:
        return seen
    order = list(map(key, load("metrics")))
    pieces = sorted(
        (*seen.pieces, *others.values()), key=lambda piece: order.index(metric_of(piece.title) or order[-1])
    )
    return replace(seen, pieces=tuple(pieces))


def _undescribed(fields: dict[str, DraftField]) -> None:
    """Leaves out a description that is the steps, where nothing on the page but its data says that they are."""
    told, steps = fields.get("description"), fields.get("instructions")
    if told is not None and told.pieces and steps is not None and steps.via.startswith(STRUCTURED):
        said = " ".join(piece.text for piece in steps.pieces)
        if key(told.text) in key(said):
            del fields["description"]


def _runs_on(seen: DraftField, said: DraftField, steps: DraftField | None) -> bool:
    """Whether a description goes over into the steps, because nothing on the page divides the two."""
    text = seen.pieces[0].text
    return said.pieces[0].text in text and steps is not None and all(step.text in text for step in steps.pieces[:2])


def _contradiction(name: str, seen: DraftField, said: DraftField) -> str | None:
    known = vocabularies_of(name)
    if known:
        ours, theirs = canonical(seen.pieces, known), canonical(said.pieces, known)
        if ours == theirs or not all(is_known(p.text, known) for p in said.pieces):
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
        is_beside_muscles = "target_muscles" in fields or "muscles_worked" in fields
        target = "body_parts" if is_part and is_beside_muscles else "target_muscles"
        fields.setdefault(target, group)
    if "secondary_muscles" not in fields and "stabilizers" in fields:
        fields["secondary_muscles"] = fields["stabilizers"]  # all that the page says of muscles that assist
    for weak, strong in _STANDING_IN:
        found = fields.pop(weak, None)
        if found is not None and strong not in fields and found.state is State.FOUND and found.pieces:
            fields[strong] = found


def _is_exercise(fields: dict[str, DraftField]) -> bool:
    """Whether a page tells how something is done and which muscles do it: then a product on it is an advertisement."""
    told, muscles = fields.get("instructions"), fields.get("target_muscles")
    if told is None or muscles is None or told.state is not State.FOUND:
        return False
    return any(load("muscles").find(piece.text) for piece in muscles.pieces)


def _moved(fields: dict[str, DraftField]) -> None:
    """A type that is none, but a mechanic or a force ("Type: Compound"), says that."""
    said = fields.get("exercise_type")
    if (
        said is None
        or said.state is not State.FOUND
        or not said.pieces
        or load("exercise_types").find(said.pieces[0].text)
    ):
        return
    meant = [name for name in ("mechanic", "force") if load(CHOICE_FIELDS[name]).find(said.pieces[0].text)]
    if len(meant) == 1 and meant[0] not in fields:
        fields[meant[0]] = fields.pop("exercise_type")


def _foreign(outline: Outline, profile: Profile, cut: Sections, fields: dict[str, DraftField]) -> Iterator[Issue]:
    """Pages that hold something else than one exercise."""
    types = {str(t) for entry in outline.structured for t in _listed(entry.get("@type"))}
    told = types & profile.types - {"HowTo"} or _is_exercise(fields) or _is_advertised(outline, profile, fields)
    if types & profile.foreign_types and not told:
        kind = sorted(types & profile.foreign_types)[0].lower()
        yield Issue("not-an-exercise", Severity.ERROR, f"the page says it is a {kind}; leave it out of the folder")
        return
    steps = [c for c in cut.captures if c.field == "instructions"]
    parents = {c.place.path or (c.place.line,) for c in steps if not is_step(c.via)}  # "Step 1", "Step 2": of one
    labels = [c for c in cut.captures if c.field in ("target_muscles", "equipment", "difficulty") and c.row]
    most = max((sum(c.field == f for c in labels) for f in ("target_muscles", "equipment", "difficulty")), default=0)
    repeated = most >= _LISTING_SIZE and ("instructions" not in fields or len(steps) >= _LISTING_SIZE)
    if repeated or len(parents) > _LISTING_SIZE:
        count = max(most, len(parents))
        yield Issue(
            "several-exercises",
            Severity.ERROR,
            f"the page lists about {count} exercises; save the page of each instead",
        )


def _is_advertised(outline: Outline, profile: Profile, fields: dict[str, DraftField]) -> bool:
    """Whether what a page says of products and the like is beside an exercise: it tells how that is done, or has data that
    does, and they have other names.
    """
    name = fields["name"].text if "name" in fields else ""
    entries = [entry for entry in outline.structured if entry.get("name")]
    if any("HowTo" in _listed(e.get("@type")) and not is_of_another(e, name, profile) for e in entries):
        return True
    foreign = [e for e in entries if profile.foreign_types.intersection(map(str, _listed(e.get("@type"))))]
    steps = fields.get("instructions")
    shown = steps is not None and steps.state is State.FOUND
    return shown and bool(foreign) and all(is_of_another(entry, name, profile) for entry in foreign)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else (value,)
