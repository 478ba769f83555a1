"""Pages that go, or become another exercise: which records of theirs stay behind is said, and nothing is removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from pipeline import store as storing
from pipeline.ingest.preparing import Prepared
from pipeline.sources.folders import Found
from pipeline.store import Store


class Leaving:
    """What a run notices of records whose page is no longer theirs."""

    def __init__(self) -> None:
        self._gone: dict[str, str] = {}
        self._renamed: dict[str, tuple[str, str]] = {}

    def went(self, ids: Mapping[str, str]) -> None:
        """Takes note of pages that are not there any more, with the id that each had."""
        self._gone.update(ids)

    def read(self, before: Mapping[str, str], found: Found, pages: Sequence[Prepared]) -> None:
        """Takes note of a saved file that was read again; `before` holds the ids that its pages had."""
        for page in pages:
            if page.id and (old := before.get(page.file, page.id)) != page.id:
                self._renamed[page.file] = old, page.id
        self.went(_gone(before, found, pages))

    def behind(self, store: Store, claimed: Set[str]) -> Iterator[str]:
        """What to tell of each record that is left, unless its id is `claimed` by another page."""
        for file, old in self._gone.items():
            if old not in claimed and store.stamp(store.path(old)):
                yield f"{file} is gone; {storing.FOLDER}/{old}.yaml, which was made of it, is kept"
        for file, (old, new) in self._renamed.items():
            if old not in claimed and store.stamp(store.path(old)):
                yield f"{file} was {old} and is {new} now; {storing.FOLDER}/{old}.yaml is kept, remove it if it is of no use"


def _gone(before: Mapping[str, str], found: Found, pages: Sequence[Prepared]) -> dict[str, str]:
    """The ids of the pages that an archive held and does not hold any more. Of what stands in an archive that cannot be
    read to its end, or was replaced by something else, nobody knows."""
    if not pages or pages[0].file == found.file:
        return {}
    half_read = tuple(f"{page.file}#" for page in pages if not page.id)
    left = before.keys() - {page.file for page in pages}
    return {file: before[file] for file in left if not file.startswith(half_read)}
