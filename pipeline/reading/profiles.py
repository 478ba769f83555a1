"""Profiles: what the headings and labels of a kind of page mean. YAML files, the built-in ones beside this module."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.reading.kinds import vocabularies_of
from pipeline.reading.patterns import Patterns, Signature
from pipeline.reading.plain import is_numbered
from pipeline.reading.profile_files import ProfileFile, merged, parse
from pipeline.reading.scripted import Installed, PageProfile, profile_file
from pipeline.records import Chips, Heading, Listing, Outline, Paragraph, Row
from pipeline.vocabulary import key

GENERIC = "generic"
FACTS = "#facts"
SKIPPED = "#skipped"
IGNORED = "#ignored"
"""What a heading can mean besides a field."""

_NUMBERING = re.compile(r"^(?:\d{1,2}[.):]|[ivx]{1,4}\.|[#>»•-])\s+", re.IGNORECASE)
_LONGEST_HEADING = 500
_LABEL_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z\d])")
_PARTED = re.compile(r"\s*[/()]\s*")
_COUNT = re.compile(r"^\d+ ")
_SHORTEST_LABEL = 4
"""Of a label from which words were taken away."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One kind of page. `headings` and `labels` map words to a field; `hosts` and `signature` recognise its pages.

    `script` reads what words cannot say; see `scripted`.
    """

    name: str
    version: str
    verified: str
    hosts: tuple[str, ...]
    signature: Signature
    at_least: int
    headings: Patterns
    labels: Patterns
    dropped: Patterns
    dropped_sentences: Patterns
    closing: Patterns
    page_labels: frozenset[str]
    posters: Patterns
    sold: Patterns
    name_before: re.Pattern[str]
    name_after: re.Pattern[str]
    name_tail: frozenset[str]
    types: frozenset[str]
    foreign_types: frozenset[str]
    properties: Mapping[str, str]
    empty_values: frozenset[str]
    elsewhere: frozenset[str]
    doubtful: frozenset[str]
    label_noise: frozenset[str]
    heading_noise: frozenset[str]
    fingerprint: str
    field_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    other_names: tuple[str, ...] = ()
    """The words that labels of other names begin with."""
    script: PageProfile | None = None

    @property
    def label(self) -> str:
        """As it stands in a record: name and version."""
        return f"{self.name}@{self.version}"

    def heading(self, text: str) -> str | None:
        """What a heading means: a field, FACTS, SKIPPED, IGNORED, or None for words this profile does not know."""
        found = _meaning(self, text)
        if found is None and " / " in text:  # in two languages
            found = next((f for part in text.split(" / ") if (f := _meaning(self, part))), None)
        return found

    def words_of(self, field_name: str) -> list[str]:
        """The labels and headings that are looked for to find a field."""
        return list(self.field_words.get(field_name, ()))

    def exactly(self, text: str) -> str | None:
        """Like `heading`, for headings that are word for word in the profile ("How to do it")."""
        wanted = _heading_key(text)
        return self.labels.exact(wanted) or self.headings.exact(wanted)

    def is_doubtful(self, text: str) -> bool:
        """Whether a label speaks of its field only where a known term stands beside it: "For: intermediates"."""
        said = key(text).split()
        ways = (said, *([w for w in said if w not in noise] for noise in (self.label_noise, self.heading_noise)))
        return any(" ".join(words) in self.doubtful for words in ways)

    def label_of(self, text: str) -> str | None:
        """The field of a label; None when it is none. Words that add nothing may stand around it: "Exercise category"."""
        wanted = key(text.replace("(s)", ""))
        found = self.labels.exact(wanted)
        if found is None and wanted:
            found = self.labels.exact(" ".join(w for w in wanted.split() if w not in self.label_noise))
        if found is None and _PARTED.search(
            text
        ):  # in two languages, with two words, or explained: "Engine (prime movers)"
            found = next((f for part in _PARTED.split(text) if part and (f := self.label_of(part))), None)
        return found


def glued_label(profile: Profile, text: str) -> tuple[str, str] | None:
    """ "Body PartsUpper Legs": the longest known label that ends where a capital or a digit begins, with no space."""
    if len(text) > 200 or is_numbered(text):
        return None
    for seam in reversed([m.start() for m in _LABEL_SEAM.finditer(text[:60])]):
        if profile.label_of(text[:seam]):
            return text[:seam], text[seam:]
    return None


@lru_cache(maxsize=8192)
def _heading_key(text: str) -> str:
    return key(_NUMBERING.sub("", text))


def _meaning(profile: Profile, text: str) -> str | None:
    if len(text) > _LONGEST_HEADING:
        return None
    wanted = _heading_key(text)
    found = profile.labels.exact(wanted)
    if found is None or (found == "variations" and profile.headings.exact(wanted) == SKIPPED):
        found = profile.headings.match(wanted)  # a list of other exercises names variations only beside a label
    if vocabularies_of(found or "") and not profile.elsewhere.isdisjoint(wanted.split()):
        return SKIPPED if profile.headings.exact(wanted) is None else found
    if found is None and _COUNT.match(wanted):
        found = profile.headings.match(_COUNT.sub("", wanted))
    return found or _without_noise(profile, wanted)


def _without_noise(profile: Profile, wanted: str) -> str | None:
    """ "Execution of the exercise" means what "execution" does, and "synergist muscles" what "synergists" does."""
    words = wanted.split()
    rest = " ".join(word for word in words if word not in profile.heading_noise)
    found = profile.labels.exact(rest) or profile.headings.exact(rest)
    if found is None:
        rest = " ".join(word for word in words if word not in profile.label_noise)
        found = profile.labels.exact(rest) if len(rest) >= _SHORTEST_LABEL else None
    return found


def _profile(entry: Mapping[str, Any], fingerprint: str) -> Profile:
    recognise = entry.get("recognise") or {}
    fields = entry["fields"]
    labels = [(word, name) for name, words in fields.items() for word in words.get("labels") or ()]
    headings = [(word, name) for name, words in fields.items() for word in words.get("headings") or ()]
    headings += [(word, FACTS) for word in entry["fact_headings"]]
    # Exact words go first in any case; of the open patterns the fields' own are tried before the others.
    headings += [(word, IGNORED) for word in entry["ignored_headings"]]
    headings += [(word, SKIPPED) for word in entry["skipped_headings"]]
    around = entry["name_around"]
    field_words = {n: (*(w.get("labels") or ()), *(w.get("headings") or ())) for n, w in fields.items()}
    return Profile(
        name=entry["name"],
        version=str(entry.get("version", "1")),
        verified=str(entry.get("verified", "")),
        hosts=tuple(recognise.get("hosts", ())),
        signature=Signature(recognise.get("headings", ())),
        at_least=int(recognise.get("at_least", 1)),
        headings=Patterns(headings),
        labels=Patterns(labels),
        dropped=Patterns((word, "x") for word in entry["dropped_lines"]),
        dropped_sentences=Patterns((word, "x") for word in entry["dropped_sentences"]),
        closing=Patterns((word, "x") for word in entry["closing_lines"]),
        page_labels=frozenset(map(key, entry["page_labels"])),
        posters=Patterns((word, "x") for word in entry["posters"]),
        sold=Patterns((word, "x") for word in entry["sold"]),
        name_before=_any_of(around["before"], r"(?:{})[ :](?=.)"),
        name_after=_any_of(around["after"], r"(?<=..) (?:{})$"),
        name_tail=frozenset(around["tail"]),
        types=frozenset(entry["structured"]["types"]),
        foreign_types=frozenset(entry["structured"]["foreign_types"]),
        properties=entry["structured"]["properties"],
        empty_values=frozenset(entry["empty_values"]),
        elsewhere=frozenset(map(key, entry["elsewhere"])),
        doubtful=frozenset(map(key, entry["doubtful_labels"])),
        label_noise=frozenset(map(key, entry["label_noise"])),
        heading_noise=frozenset(map(key, entry["heading_noise"])),
        fingerprint=fingerprint,
        field_words=field_words,
        other_names=tuple({label.lower().split()[0] for label in field_words.get("aliases", ())}),
    )


def _any_of(phrases: Iterable[str], form: str) -> re.Pattern[str]:
    """A pattern of `form` around any of the phrases, the longest first; one that matches nothing where there are none."""
    longest_first = sorted(map(re.escape, phrases), key=len, reverse=True)
    return re.compile(form.format("|".join(longest_first) or "(?!)"), re.IGNORECASE)


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
        resolver = _Resolver({**built_in, **theirs, **mine}, built_in)
        made = {name: resolver.profile(name) for name in (*built_in, *theirs, *mine)}
        for file, package in packages:
            if file.name in theirs:
                words = made[file.name]
                made[file.name] = replace(
                    words, script=package.script, fingerprint=words.fingerprint + package.fingerprint
                )
        for file in (*mine.values(), *theirs.values()):
            _demand_recognition(file, mine.values())
        rest = [name for name in built_in if name not in mine and name not in theirs]
        self.tiers = tuple(tuple(made[n] for n in names if n != GENERIC) for names in (mine, theirs, rest))
        """Own, installed and built-in profiles, without the generic one."""
        self.by_name = {p.name: p for tier in self.tiers for p in tier} | {GENERIC: made[GENERIC]}
        telling = [[(p.name, p.hosts, tuple(p.signature), p.at_least) for p in tier] for tier in self.tiers]
        self.choice = hashlib.sha256(repr(telling).encode()).hexdigest()[:16]
        """Changes when a page could be read by another profile than before."""

    @property
    def fingerprints(self) -> dict[str, str]:
        """What changes with each profile, by its name."""
        return {name: profile.fingerprint for name, profile in self.by_name.items()}

    def chosen(self, outline: Outline, url: str | None) -> tuple[Profile, str]:
        """The profile for a page, and why it won, as a person would say it.

        A collection's own profiles come before installed ones, and those before the built-in ones. Among equals the
        one of the page's host wins, then the one with the most of its words on the page.
        """
        host = host_of(url or outline.url)
        spoken = {_heading_key(text) for text in standing_out(outline)}
        lines = "\n".join(spoken)
        for tier in self.tiers:
            for profile in tier:
                if host and any(host == h or host.endswith("." + h) for h in profile.hosts):
                    return profile, f"the page is from {host}"
            found = [(profile, profile.signature.on_page(spoken, lines)) for profile in tier]
            fitting = [(p, words) for p, words in found if len(words) >= p.at_least]
            if fitting:
                best, words = max(fitting, key=lambda entry: len(entry[1]))
                shown = ", ".join(words[:6]) + (", ..." if len(words) > 6 else "")
                return best, f"{len(words)} of its {len(best.signature)} words stand on the page: {shown}"
        return self.by_name[GENERIC], "no other profile knows the page"


def _by_name(files: Iterable[ProfileFile]) -> dict[str, ProfileFile]:
    """Raises BadSettings for two files of one name."""
    found: dict[str, ProfileFile] = {}
    for file in files:
        if file.name in found:
            raise file.fault(("name",), f"{found[file.name].where} has the name {file.name!r} as well; rename one")
        found[file.name] = file
    return found


class _Resolver:
    """Merges each profile with what it extends; one that extends its own name builds on the built-in one of that name."""

    def __init__(self, files: Mapping[str, ProfileFile], built_in: Mapping[str, ProfileFile]) -> None:
        self._files, self._built_in = files, built_in
        self._done: dict[str, tuple[dict[str, Any], str]] = {}

    def profile(self, name: str) -> Profile:
        file = self._files[name]
        entry, fingerprint = self._entry(file, ())
        try:
            return _profile(entry, fingerprint)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise file.fault((), f"is not built like a profile ({error}); see docs/profiles.md") from error

    def _entry(self, file: ProfileFile, above: tuple[str, ...]) -> tuple[dict[str, Any], str]:
        if file.where in self._done:
            return self._done[file.where]
        own = json.dumps(file.entry, sort_keys=True)
        if not file.extends:
            made = dict(file.entry), hashlib.sha256(own.encode()).hexdigest()[:16]
        else:
            parent, fingerprint = self._entry(self._parent(file, above), (*above, file.where))
            made = merged(parent, file.entry), hashlib.sha256((fingerprint + own).encode()).hexdigest()[:16]
        self._done[file.where] = made
        return made

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
