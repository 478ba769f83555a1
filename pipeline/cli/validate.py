"""exercises validate"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from pipeline import rules
from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, finding, issue_json, out
from pipeline.errors import BadRecord, NoSuchThing
from pipeline.records import Issue, Place, Severity
from pipeline.settings import Settings
from pipeline.store import FOLDER, Store, Stored, parse, placed

FORMATS = ("text", "json", "github", "sarif")


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--json", "json_", is_flag=True, help="The same as --format json.")
@click.option("--explain", metavar="CODE", help="What a rule looks for.")
@click.pass_obj
def command(obj: Context, paths: tuple[Path, ...], format_: str, json_: bool, explain: str | None) -> int:
    """Check records: every file of normalized/, or the given ones."""
    if explain is not None:
        return _explain(explain)
    count = 0
    issues: list[Issue] = []
    for record in _records(obj.root, paths):
        count += 1
        issues.extend(_findings(record, obj.settings))
    _REPORTERS["json" if json_ else format_](issues, count)
    return 1 if any(issue.severity is Severity.ERROR for issue in issues) else 0


def _explain(code: str) -> int:
    if code not in rules.RULES:
        raise NoSuchThing(f"there is no rule {code!r}; known: {', '.join(sorted(rules.RULES))}")
    entry = rules.RULES[code]
    out(f"{code} ({entry.severity})")
    out()
    out(re.sub(r"\n +", "\n", entry.explanation))
    return 0


def _records(root: Path, paths: tuple[Path, ...]) -> Iterator[Stored | BadRecord]:
    if not paths:
        if not (root / FOLDER).is_dir():
            raise NoSuchThing(f"there is no folder {root / FOLDER}; run `exercises ingest` first, or give --root")
        yield from Store(root).records()
        return
    for path in paths:
        files = sorted(p for p in path.rglob("*.yaml") if "rejected" not in p.parts) if path.is_dir() else [path]
        for file in files:
            yield _one(file)


def _one(path: Path) -> Stored | BadRecord:
    try:
        text = path.read_bytes()
        return Stored(parse(text, str(path)), text, str(path))
    except FileNotFoundError:
        raise NoSuchThing(f"there is no file {path}") from None
    except OSError as error:
        return BadRecord(str(path), 1, f"cannot be read: {error.strerror or error}")
    except BadRecord as error:
        return error


def _findings(record: Stored | BadRecord, settings: Settings) -> Iterator[Issue]:
    if isinstance(record, BadRecord):
        yield Issue(
            "bad-record",
            Severity.ERROR,
            f"{record.reason}; correct the file",
            file=record.file,
            place=Place(record.line or 1),
        )
        return
    stem = Path(record.file).stem
    if stem != record.exercise.id:
        message = f"the id is {record.exercise.id!r}, but the file is called {stem}.yaml; rename one of them"
        yield from placed(iter([Issue("id-mismatch", Severity.ERROR, message, "id")]), record.text, record.file)
    yield from placed(rules.check_record(record.exercise, rules.Context(settings)), record.text, record.file)


# --- reporters: findings in, lines out ------------------------------------------------------------------------


def _as_text(issues: list[Issue], count: int) -> None:
    for issue in issues:
        finding(issue)
    by_severity = Counter(str(issue.severity) for issue in issues)
    shown = ", ".join(f"{by_severity[s]} {s}s" for s in ("error", "warning", "note") if by_severity[s])
    out(f"{count} records checked: {shown or 'nothing to report'}")


def _as_json(issues: list[Issue], count: int) -> None:
    as_json({"records": count, "findings": [issue_json(issue) for issue in issues]})


def _as_github(issues: list[Issue], count: int) -> None:
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    for issue in issues:
        message = issue.message.replace("%", "%25").replace("\n", "%0A")
        out(
            f"::{levels[str(issue.severity)]} file={issue.file},line={issue.place.line or 1},title={issue.code}::{message}"
        )


def _as_sarif(issues: list[Issue], count: int) -> None:
    used = sorted({issue.code for issue in issues})
    described = [
        {"id": c, "shortDescription": {"text": rules.RULES[c].explanation.split("\n")[0]}}
        if c in rules.RULES
        else {"id": c}
        for c in used
    ]
    results = [
        {
            "ruleId": issue.code,
            "level": str(issue.severity),
            "message": {"text": issue.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": issue.file},
                        "region": {"startLine": issue.place.line or 1},
                    }
                }
            ],
        }
        for issue in issues
    ]
    driver = {"name": "exercises", "rules": described}
    as_json(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "results": results}],
        }
    )


_REPORTERS: dict[str, Callable[[list[Issue], int], Any]] = {
    "text": _as_text,
    "json": _as_json,
    "github": _as_github,
    "sarif": _as_sarif,
}
