"""exercises diff."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from pipeline.changes import Changes, compare
from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, note, told
from pipeline.errors import BadRecord, NoSuchThing, WrongUse
from pipeline.records import Exercise
from pipeline.store import FOLDER, parse


@click.command("diff")
@click.argument("old")
@click.argument("new", required=False)
@click.option("--sources", is_flag=True, help="Tell where records came from as well.")
@click.option("--json", "json_", is_flag=True, help="Report as JSON.")
@click.pass_obj
def command(obj: Context, /, old: str, new: str | None, sources: bool, json_: bool) -> int:
    """Say what changed between OLD and NEW.

    Each is an export (.json, .jsonl, .yaml), a folder of records, or a git revision of normalized/.
    Without NEW, OLD is compared with normalized/ as it is.
    """
    sides = [_Side(obj.root, old), _Side(obj.root, new or str(obj.root / FOLDER))]
    changes = compare(sides[0].records, sides[1].records, sources=sources)
    if json_:
        as_json(_to_json(changes))
    else:
        _print(changes)
    return 1 if any(side.bad for side in sides) else 0


class _Side:
    """The records of one side by their ids; those that cannot be read are told and left out."""

    def __init__(self, root: Path, given: str) -> None:
        self.records: dict[str, Exercise] = {}
        unread: list[BadRecord] = []
        for record in _found(root, given):
            if isinstance(record, BadRecord):
                unread.append(record)
            else:
                self.records[record.id] = record
        if unread and not self.records:
            raise WrongUse(f"{given} holds no record; what other programs wrote is read by `exercises import` first")
        for bad in unread:
            note(f"{bad}; left out of the comparison")
        self.bad = len(unread)


def _found(root: Path, given: str) -> Iterator[Exercise | BadRecord]:
    from pipeline.export.loading import load

    for path in (Path(given), root / given):
        if path.exists():
            return load(path)
    return _revision(root, given)


def _revision(root: Path, revision: str) -> Iterator[Exercise | BadRecord]:
    """The records of normalized/ as a git revision holds them. Raises NoSuchThing when there is none such."""
    listed = _git(root, "ls-tree", "-r", "-z", "--end-of-options", revision, f"{FOLDER}/")
    if listed is None:
        raise NoSuchThing(f"{revision!r} is no file, no folder and no git revision here; give one of these")
    blobs = [entry.split("\t", 1) for entry in listed.decode("utf-8", "replace").split("\0") if entry]
    wanted = [(head.split()[2], path) for head, path in blobs if path.endswith(".yaml") and path.count("/") == 1]
    if not wanted:
        raise NoSuchThing(f"the git revision {revision!r} holds no {FOLDER}/")
    contents = _git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob, _ in wanted).encode())
    return _parsed(contents or b"", [f"{revision}:{path}" for _, path in wanted])


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git answers; None when it refuses, or is not there."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _parsed(batch: bytes, files: list[str]) -> Iterator[Exercise | BadRecord]:
    """The records in the answer of `git cat-file --batch`: a head with the size, the content, a line end."""
    at = 0
    for file in files:
        end = batch.index(b"\n", at)
        size = int(batch[at:end].split()[2])
        content = batch[end + 1 : end + 1 + size]
        at = end + size + 2
        try:
            yield parse(content, file)
        except BadRecord as error:
            yield error


def _print(changes: Changes) -> None:
    for exercise_id in changes.added:
        told(f"{exercise_id} is new")
    for exercise_id in changes.removed:
        told(f"{exercise_id} is gone")
    for before, after in changes.renamed.items():
        told(f"{before} is called {after} now")
    for exercise_id, found in changes.changed.items():
        told(f"{exercise_id}:")
        for change in found:
            told(f"  {change.words}", "      ")
    counts = {
        "new": changes.added,
        "gone": changes.removed,
        "renamed": changes.renamed,
        "changed": changes.changed,
    }
    told(", ".join(f"{len(found)} {word}" for word, found in counts.items() if found) or "nothing changed")


def _to_json(changes: Changes) -> dict[str, Any]:
    return {
        "added": list(changes.added),
        "removed": list(changes.removed),
        "renamed": dict(changes.renamed),
        "changed": {
            exercise_id: [{"field": c.field, "words": c.words, "old": c.old, "new": c.new} for c in found]
            for exercise_id, found in changes.changed.items()
        },
    }
