"""One saved file to readings: page, outline, draft, record, findings. What a worker process does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from pipeline import rules
from pipeline.errors import UnreadablePage
from pipeline.ingest.abreast import abreast
from pipeline.normalize import normalize
from pipeline.reading import Profile, Profiles, address_of, drafted_of, outlined
from pipeline.reading.names import could_be_name
from pipeline.reading.otherpages import is_about_several, other_subject
from pipeline.reading.roundup import exercises_named
from pipeline.reading.stepwise import speaks_of_body
from pipeline.records import Draft, DraftField, Exercise, Issue, Outline, Page, Place, Severity, State
from pipeline.settings import Settings
from pipeline.sources import saved
from pipeline.stages import Stages, finished
from pipeline.vocabulary import key, known_names, load
from pipeline.vocabulary.names import slug


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one page. `exercise` is None when nothing could be read; `rejected` when it must not be stored."""

    file: str
    sha256: str
    profile: str
    exercise: Exercise | None
    issues: tuple[Issue, ...]
    rejected: bool
    draft_text: dict[str, str] = field(default_factory=dict)


_PLAIN_FILE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+")


PASSING = frozenset(("worker-died", "too-slow", "out-of-memory", "unreadable-file", "needs-warc", "needs-fetch"))
"""Codes of accidents that need not happen again: such a page is read anew by the next run, changed or not."""
_NUMBERED = re.compile(r"#\d+\Z")
"""Ends the name of a page in a web archive, which says nothing to anybody."""
_SEVERAL = 3
"""Exercises that a page names one by one, and tells of none as its own, to be about all of them."""
_ABREAST = 16
_MOST_ABREAST = 1 << 20
"""Pages, and bytes of them, that are read side by side: larger ones would take the memory of all of them at once."""


def read_file(path: Path, file: str, profiles: Profiles, settings: Settings) -> list[Reading]:
    """Every page of one saved file. Never raises for what a file can hold."""
    return [reading for group in read_files([(path, file)], profiles, settings) for _, reading in group]


def read_files(
    files: Sequence[tuple[Path, str]], profiles: Profiles, settings: Settings
) -> Iterator[list[tuple[int, Reading]]]:
    """Every page of saved files, with the number of its file among them, a few pages at a time. Never raises for what a
    file can hold.
    """
    for group in _groups(files, settings.max_page_bytes):
        readings = _side_by_side([page for _, page in group], profiles, settings)
        yield [(number, reading) for (number, _), reading in zip(group, readings, strict=True)]


_Given = Page | tuple[str, UnreadablePage]


def _groups(files: Sequence[tuple[Path, str]], most: int) -> Iterator[list[tuple[int, _Given]]]:
    """The pages of files in groups that can be read side by side."""
    group: list[tuple[int, _Given]] = []
    size = 0
    for number, (path, file) in enumerate(files):
        for page in saved.read(path, file, most):
            weight = len(page.content) if isinstance(page, Page) else 0
            if group and (len(group) == _ABREAST or size + weight > _MOST_ABREAST):
                yield group
                group, size = [], 0
            group.append((number, page))
            size += weight
    if group:
        yield group


def _side_by_side(pages: Sequence[_Given], profiles: Profiles, settings: Settings) -> list[Reading]:
    works = [_read(page, profiles, settings) for page in pages]
    seconds = settings.page_seconds
    message = f"reading took more than {seconds:g} s; save the article alone"
    return abreast(works, seconds, lambda n: _refused(pages[n], "too-slow", message))


def _read(page: _Given, profiles: Profiles, settings: Settings) -> Stages[Reading]:
    if not isinstance(page, Page):
        return _refused(page, page[1].code, page[1].message)
    try:
        return (yield from _examined(page, profiles, settings)).reading
    except UnreadablePage as error:
        return _refused(page, error.code, error.message)
    except MemoryError:
        message = "reading it takes more memory than there is; save the article alone, or try fewer --workers"
        return _refused(page, "out-of-memory", message)
    except RecursionError:
        return _refused(page, "too-complex", "the page nests too deep; save the article alone")


def _refused(page: _Given, code: str, message: str) -> Reading:
    file, sha256 = (page.file, page.sha256) if isinstance(page, Page) else (page[0], "")
    issue = Issue(code, Severity.ERROR, message, file=file)
    return Reading(file, sha256, "", None, (issue,), rejected=True)


@dataclass(frozen=True, slots=True)
class Examined:
    """One page and everything that was made of it on the way; `why` says why the profile was chosen."""

    page: Page
    outline: Outline
    profile: Profile
    why: str
    draft: Draft
    reading: Reading


def judge(page: Page, profiles: Profiles, settings: Settings) -> Reading:
    """Reads one page and applies the rules. Raises UnreadablePage when there is nothing to read."""
    return examine(page, profiles, settings).reading


def examine(page: Page, profiles: Profiles, settings: Settings) -> Examined:
    """Like `judge`, with what came between. Raises UnreadablePage."""
    return finished(_examined(page, profiles, settings))


def _examined(page: Page, profiles: Profiles, settings: Settings) -> Stages[Examined]:
    seen = yield from outlined(page)
    if page.url and not seen.url:
        seen = replace(seen, url=page.url)
    yield
    profile, why = profiles.chosen(seen, page.url or seen.url)
    if not page.url and (address := address_of(seen, profile)):
        page = replace(page, url=address)
    yield
    drafted = yield from drafted_of(page, seen, profile)
    yield
    made = normalize(drafted, page, seen.language)
    yield
    absent = frozenset(name for name in ("secondary_muscles",) if drafted[name].state is State.ABSENT)
    found = rules.check_record(made.exercise, rules.Context(settings, absent))
    issues = (*rules.with_severity(made.issues, settings), *_placed(found, drafted))
    issues = _foreign_first(tuple(i.at(page.file) for i in issues), drafted, seen, page)
    rejected = any(issue.severity is Severity.ERROR for issue in issues)
    if rejected and page.url and _NUMBERED.search(page.file):
        issues = _addressed(issues, page.url)
    reading = Reading(page.file, page.sha256, profile.label, made.exercise, issues, rejected)
    return Examined(page, seen, profile, why, drafted, reading)


def _addressed(issues: tuple[Issue, ...], url: str) -> tuple[Issue, ...]:
    """The findings of a rejected page, of which the first that rejects it names its address."""
    at = next(n for n, issue in enumerate(issues) if issue.severity is Severity.ERROR)
    named = replace(issues[at], message=saved.addressed(issues[at].message, url))
    return (*issues[:at], named, *issues[at + 1 :])


def _placed(issues: Iterator[Issue], drafted: Draft) -> Iterator[Issue]:
    for issue in issues:
        place = drafted[issue.field].place if issue.field else Place()
        yield replace(issue, place=place)


def _foreign_first(issues: tuple[Issue, ...], drafted: Draft, seen: Outline, page: Page) -> tuple[Issue, ...]:
    """A page that names nothing of an exercise is none: one finding says so instead of five."""
    if any(i.code in ("not-an-exercise", "several-exercises") for i in issues):
        return tuple(i for i in issues if i.code in ("not-an-exercise", "several-exercises", "page-cut-off"))
    steps = [piece.text for piece in drafted["instructions"].pieces]
    told = speaks_of_body(steps)
    names = [key(piece.text) for piece in drafted["name"].pieces]
    is_famous = not known_names().isdisjoint(names)
    if not is_famous and (other := _other_page(drafted, seen, page)):
        return (other,)
    could_be = told or not steps or any(map(could_be_name, names))  # without any steps, that is what it lacks
    if _tells_facts(drafted) and could_be:
        return issues
    if (told or is_famous) and _knows(drafted["equipment"], ("equipment",)):
        return issues
    is_known = (told and any(map(could_be_name, names))) or (is_famous and not steps)
    if not is_known and len(named := exercises_named(seen)) >= _SEVERAL:
        issues = (_several(named, page),)
    elif not is_known:
        issues = _as_none(issues, page)
    return issues


def _as_none(issues: tuple[Issue, ...], page: Page) -> tuple[Issue, ...]:
    """The findings on a page that names nothing of an exercise; one that ends too early may have named it further down."""
    if any(i.code == "page-cut-off" for i in issues):
        return tuple(i for i in issues if i.severity is Severity.ERROR)
    message = "no muscle, body part, equipment or type stands on the page, and by its name and steps it does not look like an exercise; leave it out, or see `exercises probe`"
    return (Issue("not-an-exercise", Severity.ERROR, message, file=page.file),)


def _other_page(drafted: Draft, seen: Outline, page: Page) -> Issue | None:
    """The finding on a page whose title or headings say that it is about several exercises, or about something else."""
    name = drafted["name"].text
    if is_about_several(name, partial(exercises_named, seen)):
        return _several(exercises_named(seen), page)
    if not (subject := other_subject(name, seen)):
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


_TELLING = {
    "target_muscles": ("muscles",),
    "secondary_muscles": ("muscles",),
    "body_parts": ("body_parts",),
    "exercise_type": ("exercise_types",),
}
"""Fields of which a page about an exercise names a known term at least once; recipes have a difficulty, too. A tool is enough
where the steps speak of the body: to clean a mat takes a mat.
"""


def _tells_facts(drafted: Draft) -> bool:
    return any(_knows(drafted[name], kinds) for name, kinds in _TELLING.items())


def _knows(found: DraftField, kinds: tuple[str, ...]) -> bool:
    return any(load(kind).find(piece.text) for kind in kinds for piece in found.pieces)


def score(mapping: Mapping[str, Any]) -> tuple[int, int]:
    """How much a record, as plain data, says: fields filled, then letters. Of two pages of one exercise the fuller is kept."""
    said = {name: value for name, value in mapping.items() if name not in ("source", "extra")}
    return len(said), len(str(said))


def rejection_name(file: str) -> str:
    """The file name, without extension, under which a rejected page's remains are kept; no two pages share one."""
    stem = file.removeprefix("raw/")
    name = slug(stem) or "page"
    if _PLAIN_FILE.fullmatch(stem):
        return name
    return f"{name}-{hashlib.sha256(file.encode()).hexdigest()[:6]}"
