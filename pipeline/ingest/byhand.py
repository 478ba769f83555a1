"""Records that a person made of a page: finished from rejected/, or given another name and id."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from pipeline.errors import BadRecord
from pipeline.store import FOLDER, Store, bytes_of, is_untouched, parse


def made_by_hand(store: Store, claimed: Set[str]) -> dict[str, str]:
    """The ids of the records edited by hand, by the page that each names as its source; `claimed` are those of pages that
    are not read now, which are not opened.
    """
    found: dict[str, str] = {}
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
            found.setdefault(record.source.file, exercise_id)
    return found
