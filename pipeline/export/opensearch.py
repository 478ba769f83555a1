"""opensearch: NDJSON for the `_bulk` endpoint, with the index's mapping beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from pipeline.export.base import File, Options
from pipeline.export.json_lines import line
from pipeline.mapping import KEYS, to_mapping
from pipeline.records import Exercise

_TERM = {"type": "keyword"}
_TEXT = {"type": "text", "analyzer": "english"}
_NAME = {"type": "text", "analyzer": "english", "fields": {"exact": {"type": "keyword"}}}
_STORED_ONLY = {"type": "keyword", "index": False, "doc_values": False}


def _nested(*names: str) -> dict[str, object]:
    return {"type": "object", "properties": dict.fromkeys(names, _TEXT)}


_FIELDS: Mapping[str, object] = {
    "schema": {"type": "integer"},
    "name": _NAME,
    "aliases": _NAME,
    "description": _TEXT,
    "bilateral": {"type": "boolean"},
    "instructions": _TEXT,
    "benefits": _nested("title", "text"),
    "safety_tips": _nested("title", "text"),
    "tracking": {"type": "object", "properties": {"metric": _TERM, "text": _TEXT}},
    "variations": _TEXT,
    "images": _STORED_ONLY,
    "video": _STORED_ONLY,
    "extra": {"type": "flat_object"},
    "source": {"type": "object", "enabled": False},
}
"""How a field is indexed; the others are exact terms."""


def mapping() -> dict[str, object]:
    """The body of the request that creates the index. Strict: an unknown field is an error."""
    properties = {name: _FIELDS.get(name, _TERM) for name in KEYS}
    return {"mappings": {"dynamic": "strict", "properties": properties}}


def _write(exercises: Iterable[Exercise], target: BinaryIO, options: Options) -> None:
    for exercise in exercises:
        target.write(line({"index": {"_index": _index(options), "_id": exercise.id}}))
        target.write(line(to_mapping(exercise)))


def _index(options: Options) -> str:
    """An index's name is lower case and begins with a letter or a digit (OpenSearch, naming restrictions)."""
    allowed = "".join(c if (c.isascii() and c.isalnum()) or c in "-_" else "-" for c in options.name.lower())
    return allowed.lstrip("-_") or "exercises"


def _beside(options: Options) -> Mapping[str, bytes]:
    return {".mapping.json": json.dumps(mapping(), indent=2).encode() + b"\n"}


FORMAT = File("opensearch", "NDJSON for _bulk, with the index's mapping beside it.", ".ndjson", _write, _beside)
