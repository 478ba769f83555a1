"""Profiles as people write them: YAML to checked mappings, every mistake named with its line, and children merged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple

from pipeline.errors import BadSettings
from pipeline.vocabulary import key

LISTS = (
    "ignored_headings",
    "skipped_headings",
    "fact_headings",
    "extra_labels",
    "doubtful_labels",
    "elsewhere",
    "other_things",
    "dropped_lines",
    "dropped_sentences",
    "closing_lines",
    "page_labels",
    "posters",
    "sold",
    "empty_values",
    "label_noise",
    "heading_noise",
    "heading_adjectives",
)
"""Keys that hold words. The first four say what words on a page mean, as `fields` does."""
_MEANINGS = LISTS[:4]
PLAIN_NAME = re.compile(r"\w[\w .-]*")
_KEYS = ("name", "version", "verified", "extends", "recognise", "fields", *LISTS, "name_around", "structured")
_PARTS = {
    "recognise": ("hosts", "headings", "at_least"),
    "name_around": ("before", "after", "tail"),
    "structured": ("types", "foreign_types", "properties"),
}
_KINDS = ("headings", "labels")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_HELP = "see docs/profiles.md"

Path = tuple[str | int, ...]


class ProfileFile(NamedTuple):
    """One file, checked by itself: `entry` is what it says, `where` its name, `lines` the line of each key and word."""

    where: str
    entry: Mapping[str, Any]
    lines: Mapping[Path, int]

    @property
    def name(self) -> str:
        return str(self.entry["name"])

    @property
    def extends(self) -> str:
        return str(self.entry.get("extends", ""))

    def fault(self, path: Path, message: str) -> BadSettings:
        """The error for one place of the file, or for the nearest place above it that has a line."""
        while path and path not in self.lines:
            path = path[:-1]
        return BadSettings(f"{self.where}:{self.lines.get(path, 1)}" if self.lines else self.where, message)


def parse(where: str, text: bytes, fields: tuple[str, ...]) -> ProfileFile:
    """A profile file, with its shape checked; `fields` are the fields it may speak of (empty: any). Raises BadSettings."""
    import yaml

    from pipeline.yamltext import TextLoader

    lines: dict[Path, int] = {(): 1}
    try:
        node = yaml.compose(text, TextLoader)
        entry = _value(node, (), lines) if node is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = min(mark.line, text.count(b"\n")) + 1 if mark else 1
        what = getattr(error, "problem", None) or str(error)
        raise BadSettings(f"{where}:{line}", f"is not YAML: {' '.join(what.split())}; {_HELP}") from error
    except RecursionError as error:
        raise BadSettings(f"{where}:1", f"holds itself; {_HELP}") from error
    except _Twice as error:
        raise BadSettings(f"{where}:{error.line}", f"{error} stands here twice; put both into one") from error
    return checked(where, entry, lines, fields)


def checked(where: str, entry: object, lines: Mapping[Path, int], fields: tuple[str, ...]) -> ProfileFile:
    """What a file says, with its shape checked. Raises BadSettings."""
    if not isinstance(entry, dict):
        at = f"{where}:1" if lines else where
        raise BadSettings(at, f"a profile is a mapping that begins with its `name`; {_HELP}")
    file = ProfileFile(where, entry, lines)
    _check(file, fields)
    return file


class _Twice(ValueError):
    def __init__(self, name: str, line: int) -> None:
        super().__init__(f"`{name}`")
        self.line = line


def _value(node: Any, path: Path, lines: dict[Path, int]) -> Any:
    """Strings, lists and mappings of a YAML tree, each with its line."""
    lines[path] = node.start_mark.line + 1
    if isinstance(node.value, str):
        return node.value
    if node.id == "sequence":
        return [_value(child, (*path, n), lines) for n, child in enumerate(node.value)]
    made: dict[str, Any] = {}
    for name, child in node.value:
        word = str(name.value)
        if word in made:
            raise _Twice(word, name.start_mark.line + 1)
        made[word] = _value(child, (*path, word), lines)
        lines[*path, word] = name.start_mark.line + 1
    return made


# --- shape ----------------------------------------------------------------------------------------------------


def _check(file: ProfileFile, fields: tuple[str, ...]) -> None:
    entry = file.entry
    _known(file, (), entry, _KEYS, "key")
    if not isinstance(entry.get("name"), str) or not entry["name"].strip():
        raise file.fault(("name",), f"a profile needs a `name`; {_HELP}")
    if not PLAIN_NAME.fullmatch(entry["name"]):
        raise file.fault(
            ("name",), f"`name` is that of a folder of samples, too: no {entry['name']!r}, but letters and dashes"
        )
    for name in ("version", "verified", "extends"):
        if not isinstance(entry.get(name, ""), str):
            raise file.fault((name,), f"`{name}` must be one word, not a list")
    if entry.get("verified") and not _DATE.fullmatch(entry["verified"]):
        raise file.fault(("verified",), f"`verified` must be a date like 2026-11-22, not {entry['verified']!r}")
    _check_words(file, fields)
    _check_structured(file, entry.get("structured") or {})
    _check_recognition(file, entry.get("recognise") or {})
    if not file.extends and (missing := next((n for n in (*LISTS, *_PARTS, "fields") if n not in entry), None)):
        raise file.fault((), f"`{missing}` is missing; give `extends: generic` to build on the generic profile")


def _check_words(file: ProfileFile, fields: tuple[str, ...]) -> None:
    entry = file.entry
    for name in LISTS:
        _words(file, (name,), entry.get(name, []))
    for name, parts in _PARTS.items():
        _mapping(file, (name,), entry.get(name), parts)
    _mapping(file, ("fields",), entry.get("fields"), fields, "field")
    for name, words in (entry.get("fields") or {}).items():
        _mapping(file, ("fields", name), words, _KINDS)
        for kind, listed in (words or {}).items():
            _words(file, ("fields", name, kind), listed)
    for path in (
        ("recognise", "hosts"),
        ("recognise", "headings"),
        *(("name_around", p) for p in _PARTS["name_around"]),
    ):
        _words(file, path, (entry.get(path[0]) or {}).get(path[1], []))


def _check_structured(file: ProfileFile, structured: Mapping[str, Any]) -> None:
    for name in ("types", "foreign_types"):
        _words(file, ("structured", name), structured.get(name, []))
    properties = structured.get("properties", {})
    if not isinstance(properties, dict) or not all(isinstance(v, str) for v in properties.values()):
        raise file.fault(("structured", "properties"), "`properties` must map each property to a field")


def _check_recognition(file: ProfileFile, recognise: Mapping[str, Any]) -> None:
    least, headings = recognise.get("at_least", "1"), recognise.get("headings", [])
    if not (isinstance(least, str) and least.isdecimal() and 1 <= int(least) <= max(len(headings), 1)):
        message = f"`at_least` must be a number from 1 to the {len(headings)} headings above it, not {least!r}"
        raise file.fault(("recognise", "at_least"), message)


def _mapping(file: ProfileFile, path: Path, value: Any, known: tuple[str, ...], what: str = "key") -> None:
    if value is None or value == "":
        return
    if not isinstance(value, dict):
        raise file.fault(path, f"`{path[-1]}` must be a mapping, like {{{known[0] if known else 'name'}: [...]}}")
    _known(file, path, value, known, what)


def _known(file: ProfileFile, path: Path, value: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    for name in value if known else ():
        if name not in known:
            near = get_close_matches(name, known, 1, 0.6)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
            raise file.fault((*path, name), f"unknown {what} {name!r}{f' in `{path[-1]}`' if path else ''}; {hint}")


def _words(file: ProfileFile, path: Path, value: Any) -> None:
    if not isinstance(value, list):
        raise file.fault(path, f'`{path[-1]}` must be a list of words, like [one, "two *"]')
    for n, word in enumerate(value):
        if not isinstance(word, str):
            raise file.fault((*path, n), f"`{path[-1]}` must hold words only; put quotes around one with a colon in it")
        if path[0] not in ("empty_values", "name_around", "structured") and not key(word):
            raise file.fault(
                (*path, n), f"{word!r} in `{path[-1]}` has no words and would match everything; take it out"
            )


# --- children and parents -------------------------------------------------------------------------------------


def merged(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """A child adds to its parent's words. Its own come first, and what they mean to it they no longer mean to the parent."""
    made = {
        **parent,
        **{k: v for k, v in child.items() if v not in (None, "")},
        "recognise": child.get("recognise") or {},
    }
    own = dict(_meanings(child))
    for name in LISTS:
        theirs = parent[name]
        if name in _MEANINGS:
            theirs = [word for word in theirs if own.get(_same(word), name) == name]
        made[name] = [*child.get(name, ()), *theirs]
    mine = child.get("fields") or {}
    made["fields"] = {
        name: {
            kind: [
                *((mine.get(name) or {}).get(kind) or ()),
                *(w for w in (parent["fields"].get(name) or {}).get(kind) or () if own.get(_same(w), name) == name),
            ]
            for kind in _KINDS
        }
        for name in {**parent["fields"], **mine}
    }
    around = child.get("name_around") or {}
    made["name_around"] = {side: [*around.get(side, ()), *words] for side, words in parent["name_around"].items()}
    structured = child.get("structured") or {}
    made["structured"] = {
        "types": [*structured.get("types", ()), *parent["structured"]["types"]],
        "foreign_types": [*structured.get("foreign_types", ()), *parent["structured"]["foreign_types"]],
        "properties": {**parent["structured"]["properties"], **structured.get("properties", {})},
    }
    return made


def _meanings(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, words in (entry.get("fields") or {}).items():
        for kind in _KINDS:
            yield from ((_same(word), name) for word in (words or {}).get(kind) or ())
    for name in _MEANINGS:
        yield from ((_same(word), name) for word in entry.get(name, ()))


def _same(word: str) -> str:
    """What two spellings of one word or pattern share."""
    return "*".join(key(part) for part in word.split("*"))
