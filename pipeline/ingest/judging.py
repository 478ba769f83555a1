"""One saved file to readings: page, outline, draft, record, findings. What a worker process does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pipeline import rules
from pipeline.errors import PipelineError, UnreadablePage, fault
from pipeline.ingest.aboutness import of_one_exercise
from pipeline.ingest.abreast import abreast
from pipeline.normalize import normalize
from pipeline.reading import Profile, Profiles, address_of, drafted_of, outlined
from pipeline.records import Draft, Exercise, Issue, Outline, Page, Place, Severity, State
from pipeline.settings import Settings
from pipeline.sources import provenance, saved
from pipeline.stages import Stages, finished
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


PASSING = frozenset(
    ("worker-died", "too-slow", "out-of-memory", "program-fault", "unreadable-file", "needs-warc", "needs-fetch")
)
"""Codes of accidents that need not happen again: such a page is read anew by the next run, changed or not."""
_NUMBERED = re.compile(r"#\d+\Z")
"""Ends the name of a page in a web archive, which says nothing to anybody."""
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
        for page in _pages(path, file, most):
            weight = len(page.content) if isinstance(page, Page) else 0
            if group and (len(group) == _ABREAST or size + weight > _MOST_ABREAST):
                yield group
                group, size = [], 0
            group.append((number, page))
            size += weight
    if group:
        yield group


def _pages(path: Path, file: str, most: int) -> Iterator[_Given]:
    try:
        yield from saved.read(path, file, most)
    except (PipelineError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - that is what is meant
        yield file, _unforeseen(error)


def _unforeseen(error: Exception) -> UnreadablePage:
    """What a fault of the program costs: the page it is found on, and not the run."""
    message = f"the program failed on this page ({fault(error)}); the fault is not yours, report it with the page"
    return UnreadablePage("program-fault", message)


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
    except PipelineError:
        raise
    except Exception as error:  # noqa: BLE001 - that is what is meant
        unforeseen = _unforeseen(error)
        return _refused(page, unforeseen.code, unforeseen.message)


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
    issues = of_one_exercise(tuple(i.at(page.file) for i in issues), drafted, seen, page)
    rejected = any(issue.severity is Severity.ERROR for issue in issues)
    if rejected and page.url and _NUMBERED.search(page.file):
        issues = _addressed(issues, page.url)
    reading = Reading(page.file, page.sha256, profile.label, made.exercise, issues, rejected)
    return Examined(page, seen, profile, why, drafted, reading)


def _addressed(issues: tuple[Issue, ...], url: str) -> tuple[Issue, ...]:
    """The findings of a rejected page, of which the first that rejects it names its address."""
    at = next(n for n, issue in enumerate(issues) if issue.severity is Severity.ERROR)
    named = replace(issues[at], message=provenance.addressed(issues[at].message, url))
    return (*issues[:at], named, *issues[at + 1 :])


def _placed(issues: Iterator[Issue], drafted: Draft) -> Iterator[Issue]:
    for issue in issues:
        place = drafted[issue.field].place if issue.field else Place()
        yield replace(issue, place=place)


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
