"""Which profile reads a page: the profiles of a run, where they come from, and what tells them apart."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.reading.words.installed import Installed, profile_file
from pipeline.reading.words.profile_files import ProfileFile, merged, parse
from pipeline.reading.words.profiles import GENERIC, Profile, profile_of, sign_of, spoken_on
from pipeline.records import Chips, Heading, Listing, Outline, Paragraph, Row


class Profiles:
    """The profiles of a run: a collection's own, those of installed packages, then the built-in ones."""

    def __init__(self, own: Sequence[tuple[str, bytes]] = (), installed: Sequence[Installed] = ()) -> None:
        """`own` holds file name and content of the collection's profiles; one of a built-in name replaces it.

        Raises BadSettings for a profile that cannot be worked with.
        """
        built_in = {file.name: file for file in _parsed_built_in()}
        mine = _by_name(parse(where, text, field_names()) for where, text in own)
        packages = [(profile_file(package, field_names()), package) for package in installed]
        theirs = _by_name(file for file, _ in packages if file.name not in mine)
        rest = [name for name in built_in if name not in mine and name not in theirs]
        tiers = [[name for name in names if name != GENERIC] for names in (mine, theirs, rest)]
        files = {**built_in, **theirs, **mine}
        order = [*(name for tier in tiers for name in tier), GENERIC]
        self.by_name = _ByName(order, files, built_in, {file.name: p for file, p in packages if file.name in theirs})
        for name in (*theirs, *mine):
            self.by_name[name]  # whoever wrote it hears at once what is wrong with it
        for file in (*mine.values(), *theirs.values()):
            _demand_recognition(file, mine.values())
        self._signs = [[sign_of(files[name].entry) for name in tier] for tier in tiers]
        telling = [[(s.name, s.hosts, tuple(s.signature), s.at_least) for s in tier] for tier in self._signs]
        self.choice = hashlib.sha256(repr(telling).encode()).hexdigest()[:16]
        """Changes when a page could be read by another profile than before."""

    @property
    def tiers(self) -> list[list[Profile]]:
        """Own, installed and built-in profiles, without the generic one."""
        return [[self.by_name[sign.name] for sign in tier] for tier in self._signs]

    @property
    def fingerprints(self) -> dict[str, str]:
        """What changes with each profile, by its name."""
        return {name: self.by_name.fingerprint(name) for name in self.by_name}

    def chosen(self, outline: Outline, url: str | None) -> tuple[Profile, str]:
        """The profile for a page, and why it won, as a person would say it.

        A collection's own profiles come before installed ones, and those before the built-in ones. Among equals the
        one of the page's host wins, then the one with the most of its words on the page.
        """
        host = host_of(url or outline.url)
        spoken = spoken_on(standing_out(outline))
        lines = "\n".join(spoken)
        for tier in self._signs:
            for sign in tier:
                if host and any(host == h or host.endswith("." + h) for h in sign.hosts):
                    return self.by_name[sign.name], f"the page is from {host}"
            found = [(sign, sign.signature.on_page(spoken, lines, sign.at_least)) for sign in tier]
            fitting = [(sign, words) for sign, words in found if len(words) >= sign.at_least]
            if fitting:
                best, words = max(fitting, key=lambda entry: len(entry[1]))
                shown = ", ".join(words[:6]) + (", ..." if len(words) > 6 else "")
                why = f"{len(words)} of its {len(best.signature)} words stand on the page: {shown}"
                return self.by_name[best.name], why
        return self.by_name[GENERIC], "no other profile knows the page"


def _by_name(files: Iterable[ProfileFile]) -> dict[str, ProfileFile]:
    """Raises BadSettings for two files of one name."""
    found: dict[str, ProfileFile] = {}
    for file in files:
        if file.name in found:
            raise file.fault(("name",), f"{found[file.name].where} has the name {file.name!r} as well; rename one")
        found[file.name] = file
    return found


class _ByName(Mapping[str, Profile]):
    """Profiles by name, in the order they are asked in, each made when it is needed: most collections need one or two.

    Each is merged with what it extends; one that extends its own name builds on the built-in one of that name.
    """

    def __init__(
        self,
        order: Sequence[str],
        files: Mapping[str, ProfileFile],
        built_in: Mapping[str, ProfileFile],
        packages: Mapping[str, Installed],
    ) -> None:
        self._order, self._files, self._built_in, self._packages = order, files, built_in, packages
        self._made: dict[str, Profile] = {}
        self._entries: dict[str, Mapping[str, Any]] = {}
        self._hashes: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, name: str) -> Profile:
        if name not in self._made:
            self._made[name] = self._profile(self._files[name])
        return self._made[name]

    def fingerprint(self, name: str) -> str:
        """What changes with a profile and with what it builds on."""
        package = self._packages.get(name)
        return self._hash(self._files[name], ()) + (package.fingerprint if package else "")

    def _profile(self, file: ProfileFile) -> Profile:
        entry = self._entry(file, ())
        try:
            made = profile_of(entry, self.fingerprint(file.name))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise file.fault((), f"is not built like a profile ({error}); see docs/profiles.md") from error
        package = self._packages.get(file.name)
        return replace(made, script=package.script) if package else made

    def _entry(self, file: ProfileFile, above: tuple[str, ...]) -> Mapping[str, Any]:
        if file.where not in self._entries:
            below = (*above, file.where)
            parent = self._entry(self._parent(file, above), below) if file.extends else None
            self._entries[file.where] = merged(parent, file.entry) if parent else file.entry
        return self._entries[file.where]

    def _hash(self, file: ProfileFile, above: tuple[str, ...]) -> str:
        if file.where not in self._hashes:
            parent = self._hash(self._parent(file, above), (*above, file.where)) if file.extends else ""
            own = parent + json.dumps(file.entry, sort_keys=True)
            self._hashes[file.where] = hashlib.sha256(own.encode()).hexdigest()[:16]
        return self._hashes[file.where]

    def _parent(self, file: ProfileFile, above: tuple[str, ...]) -> ProfileFile:
        files = self._built_in if file.extends == file.name else self._files
        parent = files.get(file.extends)
        if parent is None:
            near = get_close_matches(file.extends, files, 1, 0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(files)}"
            raise file.fault(("extends",), f"extends {file.extends!r}, which does not exist; {hint}")
        if parent.where in above:
            raise file.fault(("extends",), f"extends {file.extends!r}, which extends this one; build on `generic`")
        return parent


def _demand_recognition(file: ProfileFile, others: Iterable[ProfileFile]) -> None:
    """A profile that no page can choose, and none builds on, is a mistake."""
    recognise = file.entry.get("recognise") or {}
    used = file.name == GENERIC or any(other.extends == file.name for other in others)
    if not used and not recognise.get("hosts") and not recognise.get("headings"):
        message = "no page can choose this profile; give `recognise` the `hosts` of its pages, or `headings` on them"
        raise file.fault(("recognise",), message)


def host_of(url: str | None) -> str:
    """The host of an address, without `www.`; empty for none and for what is no address."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def standing_out(outline: Outline) -> Iterator[str]:
    """The words of a page that stand above or beside others: headings, labels, set-off beginnings, pieces in a row."""
    for block in outline.blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Row):
            yield block.label
        elif isinstance(block, Chips):
            yield from (item.lead or item.text for item in block.items)
        elif isinstance(block, Listing):
            yield from (item.lead for item in block.items if item.lead)
        elif isinstance(block, Paragraph) and (block.strong or block.lead):
            yield block.lead or block.text


@lru_cache(maxsize=1)
def _built_in() -> tuple[tuple[str, bytes], ...]:
    found = {path.name: path.read_bytes() for path in (Path(__file__).parent / "profiles").glob("*.yaml")}
    names = [f"{GENERIC}.yaml", *sorted(n for n in found if n != f"{GENERIC}.yaml")]
    return tuple((name, found[name]) for name in names)


@lru_cache(maxsize=1)
def _parsed_built_in() -> tuple[ProfileFile, ...]:
    return tuple(parse(name, text, ()) for name, text in _built_in())


def field_names() -> tuple[str, ...]:
    """What the generic profile knows of is what there is."""
    return tuple(_parsed_built_in()[0].entry["fields"])
