"""Records to plain mappings and back: the one place that knows the shape of a stored record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from pipeline.records import SCHEMA_VERSION, Exercise, Metric, Source, TitledText

_TITLED = ("benefits", "safety_tips")
_LISTS = (
    "aliases",
    "body_parts",
    "target_muscles",
    "secondary_muscles",
    "equipment",
    "instructions",
    "stabilizers",
    "variations",
    "images",
)
_TEXTS = (
    "id",
    "name",
    "description",
    "difficulty",
    "exercise_type",
    "mechanic",
    "force",
    "video",
    "language",
    "license",
)
_SOURCE = tuple(f.name for f in fields(Source))
KEYS = ("schema", *(f.name for f in fields(Exercise)))
"""Every key of a stored record, in the order of the file."""


class WrongShape(ValueError):
    """A mapping that is no record; `key` is the path to the part at fault, such as `benefits.2.title`."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(f"{key}: {message}" if key else message)
        self.key = key


def to_mapping(exercise: Exercise) -> dict[str, Any]:
    """The record as plain data, in the order of the file. Empty optional keys are left out; `secondary_muscles` stays."""
    found: dict[str, Any] = {"schema": SCHEMA_VERSION}
    for name in KEYS[1:]:
        value = getattr(exercise, name)
        if name in _TITLED:
            value = [_pruned({"title": entry.title, "text": entry.text}) for entry in value]
        elif name == "tracking":
            value = [_pruned({"metric": entry.metric, "text": entry.text}) for entry in value]
        elif name == "source":
            value = _pruned({part: getattr(value, part) for part in _SOURCE})
        elif isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, Mapping):
            value = dict(value)
        if name == "secondary_muscles" or value not in ("", [], {}, None):
            found[name] = value
    return found


def _pruned(mapping: dict[str, str]) -> dict[str, str]:
    return {k: v for k, v in mapping.items() if v}


def from_mapping(loaded: object) -> Exercise:
    """The record of a mapping whose scalars are all text, as read from YAML. Raises WrongShape.

    Numbers and truth values are accepted as well, so that JSON can be read with the same function.
    """
    if not isinstance(loaded, Mapping):
        raise WrongShape("", "a record is a mapping of keys to values")
    unknown = [k for k in loaded if k not in _READERS and k != "schema"]
    if unknown:
        raise WrongShape(str(unknown[0]), f"unknown key; known: {', '.join(KEYS)}")
    if _text("schema", loaded.get("schema", "")) != str(SCHEMA_VERSION):
        raise WrongShape("schema", f"must be {SCHEMA_VERSION}, not {loaded.get('schema')!r}")
    values: dict[str, Any] = {}
    for name in KEYS[1:]:
        if name in loaded:
            values[name] = _READERS[name](name, loaded[name])
    for name in ("id", "name"):
        if not values.get(name):
            raise WrongShape(name, "is missing")
    return Exercise(**values)


def _text(key: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise WrongShape(key, f"must be text, not {_kind(value)}")


def _texts(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise WrongShape(key, f"must be a list, not {_kind(value)}")
    return tuple(_text(f"{key}.{n}", entry) for n, entry in enumerate(value))


def _truth(key: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    raise WrongShape(key, f"must be true or false, not {value!r}")


def _entries(key: str, value: object, allowed: tuple[str, ...]) -> list[dict[str, str]]:
    if not isinstance(value, list):
        raise WrongShape(key, f"must be a list, not {_kind(value)}")
    return [_mapping(f"{key}.{n}", entry, allowed) for n, entry in enumerate(value)]


def _mapping(key: str, value: object, allowed: tuple[str, ...]) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise WrongShape(key, f"must be a mapping with {', '.join(allowed)}, not {_kind(value)}")
    for name in value:
        if name not in allowed:
            raise WrongShape(f"{key}.{name}", f"unknown key; known: {', '.join(allowed)}")
    return {str(name): _text(f"{key}.{name}", entry) for name, entry in value.items()}


def _titled(key: str, value: object) -> tuple[TitledText, ...]:
    return tuple(TitledText(e.get("title", ""), e.get("text", "")) for e in _entries(key, value, ("title", "text")))


def _metrics(key: str, value: object) -> tuple[Metric, ...]:
    return tuple(Metric(e.get("metric", ""), e.get("text", "")) for e in _entries(key, value, ("metric", "text")))


def _extra(key: str, value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise WrongShape(key, f"must be a mapping of labels to text, not {_kind(value)}")
    return {str(name): _text(f"{key}.{name}", entry) for name, entry in value.items()}


def _source(key: str, value: object) -> Source:
    return Source(**_mapping(key, value, _SOURCE))


def _kind(value: object) -> str:
    return {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value), type(value).__name__)


_READERS: dict[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(_LISTS, _texts),
    **dict.fromkeys(_TITLED, _titled),
    "bilateral": _truth,
    "tracking": _metrics,
    "extra": _extra,
    "source": _source,
}
