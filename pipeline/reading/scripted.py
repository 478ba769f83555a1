"""Profiles written in Python, for what words cannot say: a class of an installed package reads the page's tree."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.errors import fault
from pipeline.reading.words.installed import PageProfile, Value
from pipeline.reading.words.plain import one_line
from pipeline.reading.words.profiles import Profile
from pipeline.records import Draft, DraftField, Issue, Outline, Piece, Place, Severity, State

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

__all__ = ["PageProfile", "with_script"]

_FAILED = "profile-failed"
_LONGEST_NEEDLE = 40
_LONGEST_ANSWER = 200


class _WrongAnswer(ValueError):
    """What a class gave back is not what it should give."""


def with_script(drafted: Draft, outline: Outline, profile: Profile, html: str) -> Draft:
    """The draft with what the profile's class says of the page. Its errors become a finding, and the draft stays."""
    if profile.script is None:
        return drafted
    try:
        said = profile.script.fields(_tree(html))
        fields = {name: _field(name, value, outline, profile) for name, value in dict(said).items()}
    except (Exception, SystemExit) as error:  # noqa: BLE001 - it is somebody else's code
        message = f"the class of the profile {profile.name} failed{_what(error)}; the page was read by its words alone, mend or uninstall the package"
        issue = Issue(_FAILED, Severity.WARNING, message)
        return replace(drafted, issues=(*drafted.issues, issue))
    kept = {name: found for name, found in drafted.fields.items() if name not in fields}
    issues = tuple(issue for issue in drafted.issues if issue.field not in fields)
    return replace(drafted, fields={**kept, **{n: f for n, f in fields.items() if f.pieces}}, issues=issues)


def _tree(html: str) -> BeautifulSoup:
    from bs4 import BeautifulSoup  # takes twenty times the time of the walk: only for pages whose profile asks for it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on pages that look like XML or like a file name
        return BeautifulSoup(html, "lxml")


def _field(name: str, value: Value, outline: Outline, profile: Profile) -> DraftField:
    if name not in profile.field_words:
        raise _WrongAnswer(f"there is no field {name!r}; known: {', '.join(profile.field_words)}")
    pieces = tuple(_pieces(name, value, outline))
    place = pieces[0].place if pieces else Place()
    return DraftField(State.FOUND if pieces else State.ABSENT, pieces, f"the class of {profile.name}", place)


def _pieces(name: str, value: Value, outline: Outline) -> Iterator[Piece]:
    for entry in [value] if isinstance(value, str) else value or ():
        pair = ("", entry) if isinstance(entry, str) else entry
        if not isinstance(pair, tuple) or len(pair) != 2 or not all(isinstance(part, str) for part in pair):
            raise _WrongAnswer(f"{name!r} holds {entry!r:.40}; give texts, or pairs of title and text")
        title, text = pair
        text = one_line(text)
        if text:
            yield Piece(text, one_line(title), _place(text, outline))


def _place(text: str, outline: Outline) -> Place:
    """Where the words stand on the page, as far as a reader can see them."""
    needle = text[:_LONGEST_NEEDLE]
    return next((block.place for block in outline.blocks if needle in str(block)), Place())


def _what(error: BaseException) -> str:
    said = " ".join(str(error).split())[:_LONGEST_ANSWER]
    return f": {said}" if isinstance(error, _WrongAnswer) else f" {fault(error)}"
