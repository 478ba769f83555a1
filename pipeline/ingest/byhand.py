"""Records that a person made of a page: finished from rejected/, or given another name and id."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from pipeline.errors import BadRecord
from pipeline.ingest.preparing import Prepared
from pipeline.records import Exercise
from pipeline.store import FOLDER, Store, bytes_of, is_untouched, parse


def made_by_hand(store: Store, claimed: Set[str]) -> dict[str, Exercise]:
    """The records edited by hand, by the name and by the hash of the page that each names as its source; `claimed` are
    those of pages that are not read now, which are not opened.
    """
    found: dict[str, Exercise] = {}
    for entry in store.files():
        exercise_id = entry.name.removesuffix(".yaml")
        file = f"{FOLDER}/{entry.name}"
        try:
            text = b"" if exercise_id in claimed else bytes_of(Path(entry.path), file)
            if not text or is_untouched(text):
                continue
            record = parse(text, file)
        except (BadRecord, OSError):
            continue  # told where it is looked for
        if record.id == exercise_id and record.source.file:
            found.setdefault(record.source.file, record)
            found.setdefault(record.source.sha256, record)
    return found


def is_of(record: Exercise, page: Prepared) -> bool:
    """Whether a page is still the one that a record was made of, and not another under the same file name: it did not
    change, or says something that the record says.
    """
    if record.source.sha256 == page.sha256 or not page.id:
        return True
    return not _said(record).isdisjoint(_said(parse(page.text, page.file)))


def _said(record: Exercise) -> set[str]:
    return {text for text in (record.name, record.description, *record.instructions) if text}
