"""Whether a page is about one exercise: by what it names, by how its steps speak, by its title and headings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pipeline.reading.fields.stepwise import speaks_of_body
from pipeline.reading.otherpages import is_about_several, is_muscle, other_subject
from pipeline.reading.roundup import exercises_named, moves_with_doses
from pipeline.reading.words.names import could_be_name
from pipeline.records import Draft, DraftField, Issue, Outline, Page, Severity
from pipeline.vocabulary import key, known_names, load

_SEVERAL = 3
"""Exercises that a page names one by one, and tells of none as its own, to be about all of them."""
_TELLING = {
    "target_muscles": ("muscles",),
    "secondary_muscles": ("muscles",),
    "body_parts": ("body_parts",),
    "exercise_type": ("exercise_types",),
}
"""Fields of which a page about an exercise names a known term at least once; recipes have a difficulty, too. A tool is enough
where the steps speak of the body: to clean a mat takes a mat.
"""
_ENOUGH = 3
"""Fields of known terms that no page but that of an exercise has."""
_TOOLS = ("equipment",)
_OTHERWISE = ("not-an-exercise", "several-exercises")


def of_one_exercise(issues: tuple[Issue, ...], drafted: Draft, seen: Outline, page: Page) -> tuple[Issue, ...]:
    """The findings on a page; on one that is not about one exercise a single finding that says so, instead of five."""
    if any(issue.code in _OTHERWISE for issue in issues):
        return tuple(issue for issue in issues if issue.code in (*_OTHERWISE, "page-cut-off"))
    steps = [piece.text for piece in drafted["instructions"].pieces]
    names = [key(piece.text) for piece in drafted["name"].pieces]
    is_famous = not known_names().isdisjoint(names)
    bodily = speaks_of_body(steps)
    if not is_famous and (other := _other_page(drafted, seen, page, bodily=bodily)):
        return (other,)
    if not is_famous and len(moves := moves_with_doses(seen)) >= _SEVERAL:
        return (_several(moves, page),)
    if _looks_like_one(drafted, names, bodily=bodily, is_famous=is_famous):
        return issues
    if len(named := exercises_named(seen)) >= _SEVERAL:
        return (_several(named, page),)
    return issues if is_famous and not steps else _as_none(issues, page)


def _looks_like_one(drafted: Draft, names: Sequence[str], *, bodily: bool, is_famous: bool) -> bool:
    """Whether facts, tools, steps and name together are those of an exercise; `bodily` says that the steps speak of the body."""
    could_be = any(map(could_be_name, names))
    if any(_knows(drafted[name], kinds) for name, kinds in _TELLING.items()):
        # without any steps, these are what it lacks
        return bodily or could_be or _tells_enough(drafted) or not drafted["instructions"].pieces
    has_tool = (bodily or is_famous) and _knows(drafted["equipment"], _TOOLS)
    return has_tool or (bodily and could_be)


def _tells_enough(drafted: Draft) -> bool:
    """Whether the facts alone are those of an exercise, whatever it is called and however its steps speak."""
    return sum(_knows(drafted[name], kinds) for name, kinds in (*_TELLING.items(), ("equipment", _TOOLS))) >= _ENOUGH


def _as_none(issues: tuple[Issue, ...], page: Page) -> tuple[Issue, ...]:
    """The findings on a page that names nothing of an exercise; one that ends too early may have named it further down."""
    if any(i.code == "page-cut-off" for i in issues):
        return tuple(i for i in issues if i.severity is Severity.ERROR)
    message = "no muscle, body part, equipment or type stands on the page, and by its name and steps it does not look like an exercise; leave it out, or see `exercises probe`"
    return (Issue("not-an-exercise", Severity.ERROR, message, file=page.file),)


def _other_page(drafted: Draft, seen: Outline, page: Page, *, bodily: bool) -> Issue | None:
    """The finding on a page whose title or headings say that it is about several exercises, or about something else."""
    name = drafted["name"].text
    if is_about_several(name, partial(exercises_named, seen)):
        return _several(exercises_named(seen), page)
    subject = other_subject(name, seen)
    is_done = bodily and _knows(drafted["difficulty"], ("difficulty",))
    if not subject or (is_muscle(name) and (is_done or _tells_enough(drafted))):  # "Adductor", on a roller
        return None
    message = f"the page is about {subject}, not an exercise; leave it out, or see `exercises probe`"
    return Issue("not-an-exercise", Severity.ERROR, message, file=page.file)


def _several(named: Sequence[str], page: Page) -> Issue:
    """The finding on a page about several exercises, of which it names some."""
    about = f"goes through {len(named)} exercises ({', '.join(named[:_SEVERAL])}, ...)"
    message = (
        f"the page {about if len(named) >= _SEVERAL else 'is about several exercises'}; save the page of each instead"
    )
    return Issue("several-exercises", Severity.ERROR, message, file=page.file)


def _knows(found: DraftField, kinds: tuple[str, ...]) -> bool:
    return any(load(kind).find(piece.text) for kind in kinds for piece in found.pieces)
