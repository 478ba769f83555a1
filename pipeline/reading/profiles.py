"""Profiles: what the headings and labels of a kind of page mean. YAML files, the built-in ones beside this module."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline.errors import BadSettings
from pipeline.reading.plain import is_numbered
from pipeline.records import Chips, Heading, Outline, Paragraph, Row
from pipeline.vocabulary import key

GENERIC = "generic"
FACTS = "#facts"
SKIPPED = "#skipped"
IGNORED = "#ignored"
"""What a heading can mean besides a field."""

_KEYS = frozenset(
    [
        "name",
        "version",
        "verified",
        "extends",
        "recognise",
        "fields",
        "ignored_headings",
        "skipped_headings",
        "fact_headings",
        "dropped_lines",
        "name_around",
        "empty_values",
        "label_noise",
        "heading_noise",
        "structured",
    ]
)
_NUMBERING = re.compile(r"^(?:\d{1,2}[.):]|[ivx]{1,4}\.|[#>»•-])\s+", re.IGNORECASE)
_LONGEST_HEADING = 500
_LABEL_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z\d])")
_COUNT = re.compile(r"^\d+ ")


_ANY = r"\S.*"


def _regex(pattern: str) -> str:
    """A pattern with stars as a regular expression. A star stands for one word at least: "* benefit" is not "benefit"."""
    words = [key(part) for part in pattern.split("*")]
    if not any(words):
        raise BadSettings(pattern, "this pattern has no words and would match everything")
    last = len(words) - 1
    return _ANY.join(f"{' ' * (n > 0)}{re.escape(w)}{' ' * (n < last)}" if w else "" for n, w in enumerate(words))


class Patterns:
    """Texts with * for any words, matched without regard to case, punctuation and plural."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, str] = {}
        opened: list[tuple[str, str]] = []
        for pattern, meaning in meanings:
            if "*" in pattern:
                opened.append((_regex(pattern), meaning))
                bare = key(pattern)
                if len(bare.split()) > 1 or bare == "benefit of":
                    self._exact.setdefault(bare, meaning)  # a name without letters leaves nothing behind it
            else:
                self._exact.setdefault(key(pattern), meaning)
        # The pattern with the most words of its own wins: "how to track *" before "how to *".
        opened.sort(key=lambda entry: -len(entry[0].replace(_ANY, "")))
        self._meanings = [meaning for _, meaning in opened]
        self._open = re.compile("|".join(f"({regex})" for regex, _ in opened)) if opened else None

    def exact(self, text_key: str) -> str | None:
        return self._exact.get(text_key)

    def match(self, text_key: str) -> str | None:
        """The meaning of a text, given as its `key`: the exact pattern first, then the longest that fits."""
        found = self._exact.get(text_key)
        if found is None and self._open is not None:
            match = self._open.fullmatch(text_key)
            return self._meanings[match.lastindex - 1] if match and match.lastindex else None
        return found

    def __iter__(self) -> Any:
        return iter(self._exact)


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of page. `headings` and `labels` map words to a field; `hosts` and `signature` recognise its pages."""

    name: str
    version: str
    verified: str
    hosts: tuple[str, ...]
    signature: tuple[str, ...]
    at_least: int
    headings: Patterns
    labels: Patterns
    dropped: Patterns
    name_before: tuple[str, ...]
    name_after: tuple[str, ...]
    name_tail: frozenset[str]
    types: frozenset[str]
    foreign_types: frozenset[str]
    properties: Mapping[str, str]
    empty_values: frozenset[str]
    label_noise: frozenset[str]
    heading_noise: frozenset[str]
    fingerprint: str
    field_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

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

    def label_of(self, text: str) -> str | None:
        """The field of a label; None when it is none. Words that add nothing may stand around it: "Exercise category"."""
        wanted = key(text.replace("(s)", ""))
        found = self.labels.exact(wanted)
        if found is None and wanted:
            found = self.labels.exact(" ".join(w for w in wanted.split() if w not in self.label_noise))
        if found is None and " / " in text:  # in two languages
            found = next((f for part in text.split(" / ") if (f := self.label_of(part))), None)
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
    found = profile.labels.exact(wanted) or profile.headings.match(wanted)
    if found is None and _COUNT.match(wanted):
        found = profile.headings.match(_COUNT.sub("", wanted))
    return found or _without_noise(profile, wanted)


def _without_noise(profile: Profile, wanted: str) -> str | None:
    """ "Execution of the exercise" means what "execution" does."""
    words = wanted.split()
    rest = [word for word in words if word not in profile.heading_noise]
    if not rest or len(rest) == len(words):
        return None
    return profile.labels.exact(" ".join(rest)) or profile.headings.exact(" ".join(rest))


def _load(name: str, text: bytes, parents: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    import yaml

    try:
        loaded = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - strings only
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise BadSettings(
            f"{name}:{mark.line + 1 if mark else 1}", f"is not YAML: {' '.join(str(error).split())}"
        ) from error
    if not isinstance(loaded, dict):
        raise BadSettings(name, "a profile is a mapping; see profiles/generic.yaml for one")
    unknown = set(loaded) - _KEYS
    if unknown:
        raise BadSettings(name, f"unknown key {sorted(unknown)[0]!r}; known: {', '.join(sorted(_KEYS))}")
    parent = loaded.get("extends", "")
    if parent and parent not in parents:
        raise BadSettings(name, f"extends {parent!r}, which does not exist")
    return _merged(parents[parent], loaded, name) if parent else loaded


def _usable(name: str, entry: Mapping[str, Any]) -> None:
    """Raises BadSettings for a profile that cannot be worked with, whatever is wrong with its shape."""
    lists = (
        "ignored_headings",
        "skipped_headings",
        "fact_headings",
        "dropped_lines",
        "empty_values",
        "label_noise",
        "heading_noise",
    )
    wrong = next((key for key in lists if not isinstance(entry.get(key), list)), None)
    if not isinstance(entry.get("name"), str) or not entry["name"]:
        raise BadSettings(name, "a profile needs a `name`")
    if wrong:
        raise BadSettings(name, f"`{wrong}` must be a list; give `extends: generic` to build on the generic profile")
    try:
        _profile(entry, "")
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadSettings(name, f"is not built like a profile ({error}); see docs/profiles.md") from error


def _merged(parent: Mapping[str, Any], child: Mapping[str, Any], where: str) -> dict[str, Any]:
    """A child adds to its parent's words: its own come first, so that they win."""
    fields = child.get("fields", {})
    if not isinstance(fields, dict) or not all(isinstance(words, dict) for words in fields.values()):
        raise BadSettings(where, "`fields` maps each field to its `headings` and `labels`")
    if not isinstance(child.get("name_around", {}), dict):
        raise BadSettings(where, "`name_around` maps `before`, `after` and `tail` to lists")
    merged: dict[str, Any] = {
        **{k: v for k, v in parent.items() if k != "name"},
        **{k: v for k, v in child.items() if k not in ("fields", "name_around")},
    }
    for name in (
        "ignored_headings",
        "skipped_headings",
        "fact_headings",
        "dropped_lines",
        "empty_values",
        "label_noise",
        "heading_noise",
    ):
        own = child.get(name, [])
        merged[name] = [*own, *parent.get(name, ())] if isinstance(own, list) else own
    merged["fields"] = {
        name: {
            kind: [
                *child.get("fields", {}).get(name, {}).get(kind, ()),
                *parent["fields"].get(name, {}).get(kind, ()),
            ]
            for kind in ("headings", "labels")
        }
        for name in {**child.get("fields", {}), **parent["fields"]}
    }
    merged["name_around"] = {
        side: [*child.get("name_around", {}).get(side, ()), *parent["name_around"].get(side, ())]
        for side in ("before", "after", "tail")
    }
    return merged


def _profile(entry: Mapping[str, Any], fingerprint: str) -> Profile:
    recognise = entry.get("recognise") or {}
    fields = entry["fields"]
    labels = [(word, name) for name, words in fields.items() for word in words.get("labels", ())]
    headings = [(word, name) for name, words in fields.items() for word in words.get("headings", ())]
    headings += [(word, FACTS) for word in entry["fact_headings"]]
    # Exact words go first in any case; of the open patterns the fields' own are tried before the others.
    headings += [(word, IGNORED) for word in entry["ignored_headings"]]
    headings += [(word, SKIPPED) for word in entry["skipped_headings"]]
    around = entry["name_around"]
    return Profile(
        name=entry["name"],
        version=str(entry.get("version", "1")),
        verified=str(entry.get("verified", "")),
        hosts=tuple(recognise.get("hosts", ())),
        signature=tuple(recognise.get("headings", ())),
        at_least=int(recognise.get("at_least", 0) or 0),
        headings=Patterns(headings),
        labels=Patterns(labels),
        dropped=Patterns((word, "x") for word in entry["dropped_lines"]),
        name_before=tuple(sorted(around["before"], key=len, reverse=True)),
        name_after=tuple(sorted(around["after"], key=len, reverse=True)),
        name_tail=frozenset(around["tail"]),
        types=frozenset(entry["structured"]["types"]),
        foreign_types=frozenset(entry["structured"]["foreign_types"]),
        properties=entry["structured"]["properties"],
        empty_values=frozenset(entry["empty_values"]),
        label_noise=frozenset(map(key, entry["label_noise"])),
        heading_noise=frozenset(map(key, entry["heading_noise"])),
        fingerprint=fingerprint,
        field_words={name: (*words.get("labels", ()), *words.get("headings", ())) for name, words in fields.items()},
    )


class Profiles:
    """The profiles of a run: a collection's own, then the built-in ones. `chosen` picks one for a page."""

    def __init__(self, own: Sequence[tuple[str, bytes]] = ()) -> None:
        """`own` holds file name and content of the collection's profiles; one of a built-in name replaces it."""
        entries: dict[str, dict[str, Any]] = {}
        prints: dict[str, str] = {}
        for name, text in (*_built_in(), *own):
            entry = _load(name, text, entries)
            _usable(name, entry)
            entries[entry["name"]] = entry
            parent = prints.get(entry.get("extends", ""), "")
            prints[entry["name"]] = hashlib.sha256(parent.encode() + text).hexdigest()[:16]
        own_names = [_load(name, text, entries)["name"] for name, text in own]
        order = [*own_names, *(n for n in entries if n not in own_names and n != GENERIC)]
        self.by_name = {name: _profile(entries[name], prints[name]) for name in dict.fromkeys([*order, GENERIC])}
        self.fingerprint = hashlib.sha256("".join(sorted(prints.values())).encode()).hexdigest()[:16]

    def chosen(self, outline: Outline, url: str | None) -> tuple[Profile, str]:
        """The profile for a page, and why it won, as a person would say it."""
        host = (urlsplit(url or outline.url or "").hostname or "").removeprefix("www.")
        for profile in self.by_name.values():
            if host and any(host == h or host.endswith("." + h) for h in profile.hosts):
                return profile, f"the page is from {host}"
        spoken = {_heading_key(text) for text in _heading_texts(outline)}
        best = max(self.by_name.values(), key=lambda p: _hits(p, spoken) if p.signature else 0)
        hits = _hits(best, spoken) if best.signature else 0
        if hits >= max(best.at_least, 1):
            return best, f"{hits} of its {len(best.signature)} headings stand on the page"
        return self.by_name[GENERIC], "no other profile knows the page"


@lru_cache(maxsize=64)
def _signature(signature: tuple[str, ...]) -> tuple[Patterns, ...]:
    return tuple(Patterns([(pattern, "x")]) for pattern in signature)


def _hits(profile: Profile, spoken: set[str]) -> int:
    return sum(any(pattern.match(text) for text in spoken) for pattern in _signature(profile.signature))


def _heading_texts(outline: Outline) -> Iterable[str]:
    for block in outline.blocks:
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong):
            yield block.text
        elif isinstance(block, Chips):
            yield from (item.text for item in block.items if item.strong)
        elif isinstance(block, Row):
            yield block.label


@lru_cache(maxsize=1)
def _built_in() -> tuple[tuple[str, bytes], ...]:
    found = {path.name: path.read_bytes() for path in (Path(__file__).parent / "profiles").glob("*.yaml")}
    names = [f"{GENERIC}.yaml", *sorted(n for n in found if n != f"{GENERIC}.yaml")]
    return tuple((name, found[name]) for name in names)
