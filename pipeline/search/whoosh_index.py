"""The Whoosh side: documents in, postings out. Nothing else in the program imports Whoosh."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

NAME = "exercises"
TOKEN_FIELDS = ("facts", "name", "other", "steps", "about")
_COMPACT_ABOVE = 0.2
"""Share of deleted documents from which rewriting the whole index pays."""
_SEGMENT = 25_000
"""Documents in a segment, at most: a writer holds the words of all of its own, some 2 KB a document."""


def schema() -> Any:
    from whoosh.fields import ID, STORED, Schema

    # Every field says which documents hold a term, and nothing else: an ID in words of Whoosh.
    return Schema(
        id=ID(stored=True, unique=True),
        card=STORED,
        **{name: ID() for name in TOKEN_FIELDS},
    )


class Building:
    """An index while documents are added to it and removed; `commit` makes all of that one step."""

    def __init__(self, folder: Path, *, create: bool) -> None:
        from pipeline.search.whoosh_writer import ClosingStorage, ListWriter

        self._created = create
        self._held = 0  # documents that are not in a segment yet
        self._storage = ClosingStorage(
            str(folder), supports_mmap=False
        )  # a mapped file that is copied is in memory twice
        try:
            self._index = (
                self._storage.create_index(schema(), indexname=NAME)
                if create
                else self._storage.open_index(indexname=NAME)
            )
            self._writer = ListWriter(self._index)
        except BaseException:
            self._storage.close_created()
            raise

    def remove(self, exercise_id: str) -> None:
        self._writer.delete_by_term("id", exercise_id)

    def add(self, fields: dict[str, Any]) -> None:
        """Adds a document, given as `documents.document` makes it."""
        if self._held == _SEGMENT and self._created:  # nobody reads it yet; a change is one commit
            self._begin_segment()
        self._held += 1
        self._writer.add_terms({name: fields[name] for name in TOKEN_FIELDS}, id=fields["id"], card=fields["card"])

    def _begin_segment(self) -> None:
        from pipeline.search.whoosh_writer import ListWriter

        self._writer.commit(merge=False)
        self._writer, self._held = ListWriter(self._index), 0

    def commit(self) -> int:
        """Writes the index, compacted where that pays. Returns how many documents it then holds."""
        index = self._index
        deleted = index.doc_count_all() - index.doc_count()
        optimize = not self._created and deleted > _COMPACT_ABOVE * max(1, index.doc_count_all())
        self._writer.commit(optimize=bool(optimize))
        count = int(index.doc_count())
        index.close()
        return count

    def cancel(self) -> None:
        """Closes every file that is open."""
        with suppress(Exception):  # what went wrong is what is raised
            self._writer.cancel()
        self._storage.close_created()


def write(folder: Path, documents: Iterable[dict[str, Any]], removed: Iterable[str], *, create: bool) -> int:
    """Adds or replaces documents and removes ids, in one commit. Returns how many documents the index then holds."""
    building = Building(folder, create=create)
    try:
        for exercise_id in removed:
            building.remove(exercise_id)
        for fields in documents:
            building.add(fields)
        return building.commit()
    except BaseException:
        building.cancel()
        raise


class Postings:
    """An open index as sets of documents. A set is an int whose bits are document numbers."""

    def __init__(self, folder: Path, *, in_memory: bool = False) -> None:
        """Opens the index of a generation. With `in_memory` Whoosh maps its files, which copies them: one query is answered
        before that is done.
        """
        from whoosh.filedb.filestore import FileStorage
        from whoosh.index import IndexError as BadIndex

        try:
            self._index = FileStorage(str(folder), supports_mmap=in_memory).open_index(indexname=NAME)
            self._reader = self._index.reader()
        except BadIndex as error:  # its files were whole a moment ago: a writer has dropped them
            raise FileNotFoundError(errno.ENOENT, str(error), str(folder)) from error
        self._sets: dict[tuple[str, str], int] = {}
        self.size = int(self._reader.doc_count_all())
        is_whole = not self._reader.has_deletions()
        self.everything = (1 << self.size) - 1 if is_whole else self._bits(self._reader.all_doc_ids())

    def _bits(self, numbers: Iterable[int]) -> int:
        marks = bytearray(self.size // 8 + 1)
        for number in numbers:
            marks[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(marks, "little")

    def with_term(self, field: str, term: str) -> int:
        """The documents that hold a term; 0 when none does."""
        found = self._sets.get((field, term))
        if found is None:
            found = self._sets[field, term] = self._read(field, term)
        return found

    def _read(self, field: str, term: str) -> int:
        if not term or (field, term) not in self._reader:
            return 0
        return self._bits(self._reader.postings(field, term).all_ids()) & self.everything

    def terms(self, field: str, prefix: str = "") -> Iterator[str]:
        """The terms of a field that begin with `prefix`, in order."""
        for term in self._reader.expand_prefix(field, prefix):
            yield term.decode() if isinstance(term, bytes) else str(term)

    def card(self, number: int) -> dict[str, Any]:
        """What was stored of one document."""
        loaded: dict[str, Any] = json.loads(self._reader.stored_fields(number)["card"])
        return loaded

    def id_of(self, number: int) -> str:
        return str(self._reader.stored_fields(number)["id"])

    def close(self) -> None:
        self._reader.close()
        self._index.close()


def union(sets: Iterable[int]) -> int:
    """The documents of any of the sets."""
    either = 0
    for documents in sets:
        either |= documents
    return either


def numbers(documents: int) -> list[int]:
    """The document numbers of a set, in order."""
    digits = bin(documents)[:1:-1]
    found: list[int] = []
    place = digits.find("1")
    while place >= 0:
        found.append(place)
        place = digits.find("1", place + 1)
    return found
