"""The peer: what one would write in an afternoon, with good parts. python -m bench.peer DIR OUT

parsel reads the pages, jsonschema checks the records, libyaml writes them, SQLite FTS5 (through sqlite-utils) makes them
searchable. One process; same pages, same fields. It knows one site and no other name for anything, keeps no hand edits
and survives no crash: it is what the time of the program is held against, not what its answers are.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from parsel import Selector
from sqlite_utils import Database

DATABASE = "exercises.db"
TABLE = "exercises"
_SEARCHED = ("name", "description", "muscles", "equipment", "instructions", "tips")
_FACTS = "//h2[normalize-space()='Quick Facts']/following-sibling::div/div"
_TITLE = "//h2[starts-with(normalize-space(), '{}')]"
_SEPARATOR = re.compile(r",\s*|\s+and\s+")

_TERMS = {"type": "array", "items": {"type": "string", "minLength": 1}}
_ENTRIES = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["title", "text"],
        "properties": {"title": {"type": "string"}, "text": {"type": "string", "minLength": 1}},
    },
}
_METRICS = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "required": ["metric", "text"], "properties": {"text": {"type": "string"}}},
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "schema": {"const": 1},
        "id": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"},
        "name": {"type": "string", "minLength": 1, "maxLength": 150},
        "description": {"type": "string", "minLength": 1},
        "body_parts": {**_TERMS, "minItems": 1},
        "target_muscles": {**_TERMS, "minItems": 1},
        "secondary_muscles": _TERMS,
        "equipment": {**_TERMS, "minItems": 1},
        "difficulty": {"enum": ["beginner", "intermediate", "advanced"]},
        "exercise_type": {"type": "string", "minLength": 1},
        "bilateral": {"type": "boolean"},
        "instructions": {**_TERMS, "minItems": 2},
        "benefits": _ENTRIES,
        "safety_tips": _ENTRIES,
        "tracking": _METRICS,
        "language": {"type": "string"},
        "source": {
            "type": "object",
            "required": ["file", "url", "sha256"],
            "additionalProperties": {"type": "string"},
        },
    },
}
SCHEMA["required"] = list(SCHEMA["properties"])


def run(folder: Path, out: Path) -> int:
    """Reads every page of a folder into YAML files and a database in `out`; how many records it made."""
    out.mkdir(parents=True, exist_ok=True)
    validator = Draft202012Validator(SCHEMA)
    rows = []
    for path in sorted(folder.glob("*.html")):
        record = read(path)
        for error in validator.iter_errors(record):
            print(f"{path.name}: {error.message}", file=sys.stderr)
        text = yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
        (out / f"{record['id']}.yaml").write_text(text, "utf-8")
        rows.append(_row(record))
    _index(out / DATABASE, rows)
    return len(rows)


def read(path: Path) -> dict[str, Any]:
    """The record of a page, in the shape that the program stores."""
    content = path.read_bytes()
    page = Selector(text=content.decode("utf-8"))
    name = _text(page.xpath("//h1"))
    facts = {_text(row.xpath("./div[1]")): _text(row.xpath("./div[2]")) for row in page.xpath(_FACTS)}
    return {
        "schema": 1,
        "id": re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-"),
        "name": name,
        "description": _text(page.xpath("//h1/following-sibling::p[1]")),
        "body_parts": _terms(facts.get("Body Parts", "")),
        "target_muscles": _terms(facts.get("Target Muscles", "")),
        "secondary_muscles": _terms(facts.get("Secondary Muscles", "")),
        "equipment": _terms(facts.get("Equipment", "")),
        "difficulty": facts.get("Difficulty", "").lower(),
        "exercise_type": facts.get("Exercise Type", "").lower(),
        "bilateral": facts.get("Bilateral", "").lower() == "yes",
        "instructions": [_text(step) for step in _section(page, "How to Do").xpath("./ol/li")],
        "benefits": list(_entries(_section(page, "Benefits of"))),
        "safety_tips": list(_entries(_section(page, "Safety Tips"))),
        "tracking": list(_metrics(_section(page, "Tracking"))),
        "language": page.xpath("/html/@lang").get("").partition("-")[0],
        "source": {
            "file": f"raw/{path.name}",
            "url": page.xpath("//link[@rel='canonical']/@href").get(""),
            "sha256": hashlib.sha256(content).hexdigest(),
            "profile": "peer",
        },
    }


def _section(page: Selector, title: str) -> Any:
    return page.xpath(f"{_TITLE.format(title)}/..")


def _text(element: Any) -> str:
    return " ".join("".join(element.xpath(".//text()").getall()).split())


def _terms(text: str) -> list[str]:
    return [term.lower() for term in _SEPARATOR.split(text) if term]


def _entries(section: Any) -> Iterator[dict[str, str]]:
    for item in section.xpath("./ul/li"):
        title = _text(item.xpath("./strong"))
        yield {"title": title.rstrip(":"), "text": _text(item).removeprefix(title).strip()}


def _metrics(section: Any) -> Iterator[dict[str, str]]:
    for heading in section.xpath("./h3"):
        yield {"metric": _text(heading).lower(), "text": _text(heading.xpath("./following-sibling::p[1]"))}


def _row(record: dict[str, Any]) -> dict[str, Any]:
    tips = [f"{entry['title']} {entry['text']}" for entry in (*record["benefits"], *record["safety_tips"])]
    return {
        "id": record["id"],
        "name": record["name"],
        "description": record["description"],
        "muscles": " ".join((*record["target_muscles"], *record["secondary_muscles"], *record["body_parts"])),
        "equipment": " ".join(record["equipment"]),
        "difficulty": record["difficulty"],
        "exercise_type": record["exercise_type"],
        "instructions": " ".join(record["instructions"]),
        "tips": " ".join(tips),
        "record": json.dumps(record, ensure_ascii=False),
    }


def _index(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    path.unlink(missing_ok=True)
    database = Database(path)
    table: Any = database[TABLE]
    table.insert_all(rows, pk="id")
    table.create_index(["difficulty"])
    table.create_index(["exercise_type"])
    table.enable_fts(_SEARCHED, tokenize="porter")
    database.conn.commit()
    database.close()


def main(arguments: Sequence[str]) -> int:
    """Reads the folder that the command line names."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    print(f"{run(*map(Path, arguments))} pages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
