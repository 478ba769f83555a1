"""exercises validate: the records of a collection under the rules, and the repairs that are safe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from pipeline import rules
from pipeline.checking import UNREADABLE, check, repaired
from pipeline.cli.choice import OneOf
from pipeline.cli.context import Context
from pipeline.cli.printing import note, out
from pipeline.cli.reporters import REPORTERS, as_diff
from pipeline.errors import BadRecord, NoSuchThing
from pipeline.rules.elsewhere import ELSEWHERE
from pipeline.settings import Settings
from pipeline.store import FOLDER, REJECTED, Store, Stored, parse
from pipeline.store.writing import write_atomically

FORMATS = tuple(REPORTERS)


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=OneOf(FORMATS),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--json", "json_", is_flag=True, help="The same as --format json.")
@click.option("--select", multiple=True, metavar="CODES", help="Only these rules or families, separated by commas.")
@click.option("--ignore", multiple=True, metavar="CODES", help="All but these rules or families.")
@click.option(
    "--source/--no-source",
    default=None,
    help="Show the line under each finding; by default on a terminal, so that piped output is one line a finding.",
)
@click.option("--fix", is_flag=True, help="Repair what is safe to repair; shows the changes as a diff.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--explain", metavar="CODE", help="What a rule looks for and what to do about it.")
@click.pass_obj
def command(
    obj: Context,
    /,
    *,
    paths: tuple[Path, ...],
    format_: str,
    json_: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    source: bool | None,
    fix: bool,
    diff: bool,
    explain: str | None,
) -> int:
    """Check records: every file of normalized/, or the given ones."""
    if explain is not None:
        return _explain(explain)
    format_ = "json" if json_ else format_
    job = _Job(obj.root, paths, obj.settings, rules.chosen(_listed(select), _listed(ignore), (UNREADABLE,)))
    if fix or diff:
        changed = job.repair(write=not diff, to_stderr=format_ != "text")
        note(f"{changed} {'file' if changed == 1 else 'files'} {'would be changed' if diff else 'changed'}")
    if diff and format_ == "text":
        return 0
    report = check(job.records(), job.settings, job.codes, lambda file: job.path(file).read_bytes())
    shows_source = sys.stderr.isatty() if source is None else source
    REPORTERS[format_](report, job.lines if shows_source else lambda _: [])
    return 1 if report.has_errors else 0


def _listed(given: tuple[str, ...]) -> list[str]:
    return [name.strip() for names in given for name in names.split(",") if name.strip()]


def _explain(code: str) -> int:
    if code in rules.RULES:
        entry = rules.RULES[code]
        fixable = ", repaired by --fix" if entry.fix else ""
        out(f"{code} ({entry.family}, {entry.severity}{fixable})")
        out()
        out(entry.explanation)
    elif code in ELSEWHERE:
        out(f"{code}\n\n{ELSEWHERE[code]}")
    else:
        near = rules.nearest(code, (*rules.RULES, *ELSEWHERE))
        hint = f"did you mean {' or '.join(map(repr, near))}?" if near else f"known: {', '.join(sorted(rules.RULES))}"
        raise NoSuchThing(f"there is no rule {code!r}; {hint}")
    return 0


@dataclass(frozen=True, slots=True)
class _Job:
    """One call: which files, under which settings and rules."""

    root: Path
    paths: tuple[Path, ...]
    settings: Settings
    codes: frozenset[str]

    def path(self, file: str) -> Path:
        """Where a file of the report stands."""
        return Path(file) if self.paths else self.root / file

    def lines(self, file: str) -> list[str]:
        """The lines of a file; none when it is gone or cannot be read."""
        try:
            return self.path(file).read_text("utf-8-sig", "replace").splitlines()
        except OSError:
            return []

    def records(self) -> Iterator[Stored | BadRecord]:
        """The records to check. Raises NoSuchThing for a path that is not there."""
        if not self.paths:
            if not (self.root / FOLDER).is_dir():
                raise NoSuchThing(
                    f"there is no folder {self.root / FOLDER}; run `exercises ingest` first, or give --root"
                )
            yield from Store(self.root).records()
            return
        files: dict[Path, Path] = {}
        for path in self.paths:
            for file in _below(path) if path.is_dir() else [path]:
                files.setdefault(file.resolve(), file)
        yield from map(_one, files.values())

    def repair(self, *, write: bool, to_stderr: bool) -> int:
        """Shows the safe repairs as diffs and makes them; gives the number of files changed."""
        changed = 0
        for record in self.records():
            if isinstance(record, BadRecord):
                continue
            after = repaired(record, self.settings, self.codes)
            if after != record.text:
                changed += 1
                as_diff(record.file, record.text, after, to_stderr=to_stderr)
                if write:
                    write_atomically(self.path(record.file), after)
        return changed


def _below(folder: Path) -> list[Path]:
    """The records in a folder. Raises NoSuchThing: a folder without any was not meant, and would count as free of errors."""
    files = sorted(p for p in folder.rglob("*.yaml") if REJECTED not in p.parts)
    if not files:
        raise NoSuchThing(f"{folder} holds no record (*.yaml); name files or a folder of them, such as {FOLDER}/")
    return files


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
