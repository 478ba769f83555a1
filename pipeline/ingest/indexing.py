"""Keeps index/ in step with normalized/: only what changed is indexed, in one commit and one new generation."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import BadRecord, CannotWrite, IndexUnusable
from pipeline.ingest.ahead import Ahead
from pipeline.ingest.documents import Documents
from pipeline.search import generations, whoosh_index
from pipeline.search.documents import document
from pipeline.search.lexicon import Lexicon, compiled, knowledge
from pipeline.store import FOLDER, Store, bytes_of, named, parse

Stamps = dict[str, tuple[int, int]]
"""Size and time of each record's file, by id, as they were when it was indexed."""


def synchronize(
    root: Path,
    on_bad: Callable[[BadRecord], None] = lambda _error: None,
    *,
    rebuild: bool = False,
    documents: Documents | None = None,
    ahead: Ahead | None = None,
) -> int:
    """Brings the index up to date; how many documents were added, replaced or removed.

    The caller holds the writer's lock. Records that cannot be read, or not under their name, are handed to `on_bad` and
    are not in the index;
    those that `documents` knows are not read again. What `ahead` wrote is taken where it is what the records are now.
    Raises CannotWrite.
    """
    store = Store(root)
    for stray in store.strays():
        on_bad(stray)
    stamps = {entry.name.removesuffix(".yaml"): _stamp(_status(entry)) for entry in store.files()}
    try:
        base = None if rebuild else generations.current(root, knowledge())
        before = _stamps(base.folder) if base else {}
    except IndexUnusable:
        base, before = None, {}
    changed = [exercise_id for exercise_id, stamp in stamps.items() if before.get(exercise_id) != stamp]
    removed = [exercise_id for exercise_id in before if exercise_id not in stamps]
    if base and not changed and not removed:
        return 0
    if base and len(changed) > len(stamps) // 2:
        base, changed, removed = None, list(stamps), []
    taken = ahead.taken(stamps) if ahead and base is None else None
    folder = taken[0] if taken else generations.begin(root, base)
    try:
        lexicon = compiled()
        if taken:
            count = taken[1]
        else:
            rows = _rows(store, changed, stamps, lexicon, on_bad, documents)
            # A record that can no longer be read must not be found as it was.
            count = whoosh_index.write(folder, rows, [*removed, *changed] if base else [], create=base is None)
        _replace(folder / generations.LEXICON, lexicon.dumps())
        _replace(folder / generations.RECORDS, json.dumps(stamps))
        generations.publish(root, folder, knowledge(), count)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise CannotWrite.because(folder, error) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return len(changed) + len(removed)


def behind(root: Path) -> int:
    """How many records were changed, added or removed since the current index was made, by size and time of their files.

    Those that could not be read then do not count until somebody touches them. Raises IndexUnusable.
    """
    stamps = {entry.name.removesuffix(".yaml"): _stamp(_status(entry)) for entry in Store(root).files()}
    folder = generations.current(root, knowledge()).folder
    indexed, made = _stamps(folder), (folder / generations.MANIFEST).stat().st_mtime_ns
    changed = [
        i for i, (size, time) in stamps.items() if indexed.get(i) != (size, time) and (i in indexed or time > made)
    ]
    return len(changed) + len(indexed.keys() - stamps.keys())


def _status(entry: os.DirEntry[str]) -> os.stat_result:
    try:
        return entry.stat()
    except FileNotFoundError:
        return entry.stat(follow_symlinks=False)  # a link that leads nowhere: told when it is read


def _stamp(status: Any) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def _stamps(folder: Path) -> Stamps:
    loaded = json.loads((folder / generations.RECORDS).read_bytes())
    return {exercise_id: (size, mtime) for exercise_id, (size, mtime) in loaded.items()}


def _replace(path: Path, text: str) -> None:
    """Writes a file anew: the one there may be a link to the generation before."""
    path.unlink(missing_ok=True)
    path.write_text(text, "utf-8")


def _rows(
    store: Store,
    ids: list[str],
    stamps: Stamps,
    lexicon: Lexicon,
    on_bad: Callable[[BadRecord], None],
    ready: Documents | None,
) -> Iterator[dict[str, Any]]:
    for exercise_id in ids:
        found = ready.get(exercise_id, "{}:{}".format(*stamps[exercise_id])) if ready else None
        if found:
            yield found
            continue
        file = f"{FOLDER}/{exercise_id}.yaml"
        try:
            text = bytes_of(store.folder / f"{exercise_id}.yaml", file)
            yield document(named(parse(text, file), exercise_id), lexicon)
        except BadRecord as error:
            stamps.pop(exercise_id, None)  # looked at again next time
            on_bad(error)
        except OSError as error:
            stamps.pop(exercise_id, None)
            on_bad(BadRecord(file, 1, f"cannot be read: {error.strerror or error}"))
