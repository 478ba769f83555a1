"""Profiles of installed packages: what a class that reads pages looks like, and its words, checked as a file's are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from pipeline.reading.words.profile_files import ProfileFile, checked

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

GROUP = "exercise_pipeline.profiles"
"""The entry point group in which packages name their profiles."""

Value = str | Sequence[str | tuple[str, str]] | None
"""What a class says of one field: a text, several (steps, muscles), pairs of title and text (benefits, tips, tracking),
or None (also empty) for a page that does not have it.
"""


class PageProfile(Protocol):
    """What an entry point names: a class that is called once without arguments, and its `fields` for each page.

    `profile` holds what a YAML profile holds, as a mapping: `name`, `version` (else the package's), `recognise` with
    `hosts` or `headings`, and any words. It builds on `generic` unless `extends` says otherwise, and those words
    read every field that the class does not speak of.
    """

    profile: Mapping[str, object]

    def fields(self, tree: BeautifulSoup) -> Mapping[str, Value]:
        """The fields of one page, in its own words, by the names of `generic.yaml`. It may raise: the words count then."""
        ...


class Installed(NamedTuple):
    """A profile of a package: `where` names it in errors, `fingerprint` changes with its code."""

    where: str
    script: PageProfile
    version: str
    fingerprint: str


def profile_file(installed: Installed, fields: tuple[str, ...]) -> ProfileFile:
    """The words of an installed profile, checked as a file is. Raises BadSettings."""
    stated = getattr(installed.script, "profile", None)
    entry = _plain(stated) if isinstance(stated, Mapping) else stated
    if isinstance(entry, dict):
        entry = {"version": installed.version, "extends": "generic", **entry}
    file = checked(installed.where, entry, {}, fields)
    if not callable(getattr(installed.script, "fields", None)):
        raise file.fault((), "its class has no method `fields(tree)`; see docs/profiles.md")
    return file


def _plain(value: object) -> object:
    """A mapping as it would stand in YAML: lists, and words for numbers and dates."""
    if isinstance(value, Mapping):
        return {str(name): _plain(child) for name, child in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(child) for child in value]
    return str(value)
