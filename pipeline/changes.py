"""What changed between two states of a collection, in words. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import Any

from pipeline.mapping import to_mapping
from pipeline.records import Exercise, Metric, TitledText

_TERMS = (
    "aliases",
    "body_parts",
    "target_muscles",
    "secondary_muscles",
    "equipment",
    "stabilizers",
    "variations",
    "images",
)
_SEQUENCES = {
    "instructions": "step",
    "benefits": "benefit",
    "safety_tips": "safety tip",
    "tracking": "metric",
}
_SHOWN = 60
"""Characters of a text that are quoted."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs, in words and as plain data."""

    field: str
    words: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids that came, went, were renamed (old to new) or hold something else now, in the order of ids."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: Mapping[str, str]
    changed: Mapping[str, tuple[FieldChange, ...]]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.renamed or self.changed)


def compare(old: Mapping[str, Exercise], new: Mapping[str, Exercise], *, sources: bool = False) -> Changes:
    """What changed. Where a record came from is left aside unless `sources` says otherwise.

    A record counts as renamed when its id is new and its page's address, or else its name, is that of one
    that went.
    """
    gone, came = sorted(set(old) - set(new)), sorted(set(new) - set(old))
    renamed = _renamed({i: old[i] for i in gone}, {i: new[i] for i in came})
    pairs = {
        **{i: (old[i], new[i]) for i in set(old) & set(new)},
        **{n: (old[o], new[n]) for o, n in renamed.items()},
    }
    changed = {i: found for i, pair in sorted(pairs.items()) if (found := tuple(_fields(*pair, sources=sources)))}
    return Changes(
        added=tuple(i for i in came if i not in renamed.values()),
        removed=tuple(i for i in gone if i not in renamed),
        renamed=renamed,
        changed=changed,
    )


def _renamed(gone: Mapping[str, Exercise], came: Mapping[str, Exercise]) -> dict[str, str]:
    """Pairs only what is certain: an address or a name that one record that went and one that came share."""
    found: dict[str, str] = {}
    signs: tuple[Callable[[Exercise], str], ...] = (lambda e: e.source.url, lambda e: e.name)
    for sign in signs:
        before = _unique({i: sign(e) for i, e in gone.items() if i not in found})
        after = _unique({i: sign(e) for i, e in came.items() if i not in found.values()})
        found |= {before[value]: after[value] for value in before if value in after}
    return dict(sorted(found.items()))


def _unique(signs: Mapping[str, str]) -> dict[str, str]:
    counts = Counter(signs.values())
    return {value: i for i, value in signs.items() if value and counts[value] == 1}


def _fields(old: Exercise, new: Exercise, *, sources: bool) -> Iterator[FieldChange]:
    for name in (f.name for f in fields(Exercise)):
        before, after = getattr(old, name), getattr(new, name)
        if before == after or name == "id" or (name == "source" and not sources):
            continue
        plain = to_mapping(old).get(name), to_mapping(new).get(name)
        yield FieldChange(name, _words(name, before, after), *plain)


def _words(name: str, old: Any, new: Any) -> str:
    label = name.replace("_", " ")
    if name in _TERMS:
        return f"{label}: {_terms(old, new)}"
    if name in _SEQUENCES:
        return "; ".join(_sequence(_SEQUENCES[name], old, new))
    if name in ("extra", "source"):
        return f"{label} changed"
    if old in ("", None):
        return f"{label} is now {_shown(new)}"
    return (
        f"{label} is gone (was {_shown(old)})"
        if new in ("", None)
        else f"{label} is now {_shown(new)} (was {_shown(old)})"
    )


def _terms(old: Sequence[str], new: Sequence[str]) -> str:
    came = [term for term in new if term not in old]
    gone = [term for term in old if term not in new]
    if not came and not gone:
        return f"another order: {', '.join(new)}"
    parts = (f"with {', '.join(came)}" if came else "", f"without {', '.join(gone)}" if gone else "")
    return "now " + " and ".join(part for part in parts if part)


def _sequence(what: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[str]:
    before, after = list(map(_flat, old)), list(map(_flat, new))
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        changed = min(i2 - i1, j2 - j1)
        for n in range(changed):
            yield f"{what} {j1 + n + 1} is now {_shown(after[j1 + n])} (was {_shown(before[i1 + n])})"
        for n in range(j1 + changed, j2):
            yield f"{what} {n + 1} is new: {_shown(after[n])}"
        for n in range(i1 + changed, i2):
            yield f"{what} {n + 1} is gone: {_shown(before[n])}"


def _flat(entry: Any) -> str:
    if isinstance(entry, TitledText):
        return f"{entry.title}: {entry.text}" if entry.title else entry.text
    if isinstance(entry, Metric):
        return f"{entry.metric}: {entry.text}" if entry.text else entry.metric
    return str(entry)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "both sides" if value else "one side at a time"
    text = str(value)
    return repr(text) if len(text) <= _SHOWN else repr(text[: _SHOWN - 1] + "…")
