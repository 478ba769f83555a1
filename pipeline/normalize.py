"""Draft to Exercise: the page's words become the vocabulary's. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.reading.words.kinds import CHOICE_FIELDS, TERM_FIELDS, in_english, without_side
from pipeline.reading.words.plain import RATING, one_line
from pipeline.records import (
    Draft,
    DraftField,
    Exercise,
    Issue,
    Metric,
    Page,
    Severity,
    Source,
    State,
    TitledText,
)
from pipeline.vocabulary import load
from pipeline.vocabulary.names import slug, title_case

_INSIDE = re.compile(r"[^()]+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_ARTICLE = re.compile(r"^(?:an?|the|some|your)\s+(?=\S)")
"""Before a term that nobody knows: "a smooth wall"."""
_ALL_STARS = 5
_STARS = re.compile(r"[★⭐●☆○ ]*[★⭐●][★⭐●☆○ ]*")
_TWICE_ENCODED = re.compile(r"[ÂâÃв][\u0080-\u00bf°€‚„…†‡‰‹Œ‘’“”•–—˜™›œ\u2122]")


@dataclass(frozen=True, slots=True)
class Normalized:
    """A record, and what was noticed in making it. `exercise` has an empty id when the page has no usable name."""

    exercise: Exercise
    issues: tuple[Issue, ...]


def normalize(draft: Draft, page: Page, language: str | None = None) -> Normalized:
    """The record of a draft. Unknown terms are kept as written, in lower case; a rule reports them."""
    issues: list[Issue] = list(draft.issues)
    extra = dict(draft.extra)
    terms = {
        name: _terms(draft, name)
        for name in ("body_parts", "target_muscles", "secondary_muscles", "equipment", "stabilizers")
    }
    choices = {name: _choice(draft, name) for name in ("difficulty", "exercise_type", "mechanic", "force")}
    name = title_case(_clean(draft["name"].text))
    exercise = Exercise(
        id=slug(name),
        name=name,
        aliases=_texts(draft["aliases"]),
        description=_clean(draft["description"].text),
        **terms,  # type: ignore[arg-type]
        **choices,  # type: ignore[arg-type]
        bilateral=_bilateral(draft, extra, issues),
        instructions=_texts(draft["instructions"]),
        benefits=_titled(draft["benefits"]),
        safety_tips=_titled(draft["safety_tips"]),
        tracking=tuple(_metrics(draft["tracking"])),
        variations=_texts(draft["variations"]),
        language=(language or "").split("-")[0].lower(),
        extra={_clean(label): _clean(value) for label, value in extra.items()},
        source=Source(
            file=page.file,
            url=page.url or "",
            sha256=page.sha256,
            profile=draft.profile,
            retrieved=page.retrieved or "",
        ),
    )
    issues += _unreadable(draft)
    return Normalized(exercise, tuple(issues))


def _clean(text: str) -> str:
    """Text without left-over markup, repaired where it was decoded twice in the usual way."""
    text = one_line(_TAG.sub(" ", text) if "<" in text else text)
    return text if text.isascii() or not _TWICE_ENCODED.search(text) else _repaired(text)


def _repaired(text: str) -> str:
    for codec in ("cp1252", "cp1251", "latin-1"):
        try:
            return text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _terms(draft: Draft, name: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    vocabularies = [load(kind) for kind in TERM_FIELDS[name]]
    for piece in draft[name].pieces if draft[name].state is State.FOUND else ():
        canonical = next((t for v in vocabularies if (t := v.find(piece.text))), None)
        if canonical is None:
            canonical = _ARTICLE.sub("", _clean(piece.text).lower())
        found[canonical] = None
    return tuple(t for t in found if t)


def _choice(draft: Draft, name: str) -> str:
    found = draft[name]
    if found.state is not State.FOUND or not found.text:
        return ""
    vocabulary = load(CHOICE_FIELDS[name])
    canonical = vocabulary.find(found.text) or (on_scale(found.text) if name == "difficulty" else None)
    if canonical is None:
        return _clean(found.text).lower()
    return canonical


def on_scale(text: str) -> str | None:
    """A level given as "7/10", "3 of 5" or stars: up to 3.5 tenths is beginner, up to 7.5 intermediate. A few stars without empty
    ones beside them do not say of how many they are.
    """
    rated = RATING.search(text)
    if rated:
        share = float(rated.group(1).replace(",", ".")) / max(float(rated.group(2)), 1)
    elif _STARS.fullmatch(text.strip()):
        full, signs = len(re.findall("[★⭐●]", text)), len(text.replace(" ", "").strip())
        if full == signs < _ALL_STARS:
            return None
        share = full / signs
    else:
        return None
    levels = list(load("difficulty"))
    return levels[0] if share <= 0.35 else levels[1] if share <= 0.75 else levels[2] if share <= 1 else None


def _bilateral(draft: Draft, extra: dict[str, str], issues: list[Issue]) -> bool | None:
    """Both sides at once? A "Unilateral: yes" row says no."""
    for name in ("bilateral", "unilateral"):
        found = draft[name]
        if found.state is not State.FOUND:
            continue
        side = load("sides").find(found.text)
        if side is not None:
            return (side == "bilateral") == (name == "bilateral")
        extra[found.via] = found.text
        message = f"{found.via}: {found.text!r} says neither yes nor no; it was kept under extra, set bilateral by hand"
        issues.append(Issue("unknown-term", Severity.WARNING, message, "bilateral", place=found.place))
    return None


def _texts(found: DraftField) -> tuple[str, ...]:
    return tuple(text for piece in found.pieces if (text := _clean(piece.text)))


def _titled(found: DraftField) -> tuple[TitledText, ...]:
    return tuple(TitledText(_clean(p.title), _clean(p.text)) for p in found.pieces if p.text)


def _metrics(found: DraftField) -> Iterator[Metric]:
    known = load("metrics")
    for piece in found.pieces:
        ways = (piece.title, in_english(piece.title), without_side(piece.title), *_INSIDE.findall(piece.title))
        metric = next(filter(None, map(known.find, ways)), None)
        if metric is None:
            metric = _clean(piece.title).lower()
        yield Metric(metric, _clean(piece.text))


def _unreadable(draft: Draft) -> Iterator[Issue]:
    fields: Mapping[str, DraftField] = draft.fields
    for name, found in fields.items():
        if found.state is State.UNREADABLE:
            shown = found.text[:60]
            message = f"{name.replace('_', ' ')}: {found.via!r} is on the page, but nothing could be read from it{f' ({shown!r})' if shown else ''}"
            yield Issue(
                "unreadable-field",
                Severity.WARNING,
                f"{message}; fill it in by hand",
                name,
                place=found.place,
            )
