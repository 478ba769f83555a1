"""Writes Whoosh segments from lists of document numbers.

Whoosh makes a tuple of each word of each document, sorts them all, spills what does not fit to disk and then takes
them apart one by one. Documents are added in the order of their numbers, so that a list of numbers for each term is
in order for nothing, and goes into the posting blocks slice by slice.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from operator import sub
from typing import Any

from whoosh.codec.whoosh3 import W3PostingsWriter
from whoosh.filedb.filestore import FileStorage
from whoosh.writing import SegmentWriter

_BLOCK = 1024
"""Postings in a block. Those of a term are always read all: blocks that could be skipped, as small ones, only cost time."""
_COMPRESSION = 0
"""None: a sixth less of space took a tenth of the time of writing, and more of every search."""
_ONES = array("f", (1.0,)) * _BLOCK
_Posting = tuple[str, bytes, int, float, bytes]


class TermLists:
    """Stands in for Whoosh's pool of postings: the numbers of the documents that hold a term, by field and term."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[str, array[int]]] = {}

    def add(self, posting: _Posting) -> None:
        """One posting as Whoosh makes it: of an id, or of a segment that it merges into this one."""
        field, term, number, _weight, _value = posting
        self.add_terms(field, (term.decode(),), number)

    def add_terms(self, field: str, terms: Iterable[str], number: int) -> None:
        """The terms of one field of a document, each once."""
        lists = self._fields.setdefault(field, {})
        for term in terms:
            numbers = lists.get(term)
            if numbers is None:
                lists[term] = array("I", (number,))
            else:
                numbers.append(number)

    def fields(self) -> Iterator[tuple[str, Iterator[tuple[bytes, array[int]]]]]:
        """Every field with its terms in order. The terms are gone from here once they were given."""
        for name in sorted(self._fields):
            yield name, _emptied(self._fields[name])

    def cleanup(self) -> None:
        self._fields.clear()


def _emptied(lists: dict[str, array[int]]) -> Iterator[tuple[bytes, array[int]]]:
    for term in sorted(lists):  # code points sort as their bytes in UTF-8 do
        yield term.encode(), lists.pop(term)


class ClosingStorage(FileStorage):  # type: ignore[misc]
    """A folder for an index that remembers the files made in it: Whoosh leaves them open when the disk refuses a write."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._created: list[Any] = []

    def create_file(self, *args: Any, **kwargs: Any) -> Any:
        made = super().create_file(*args, **kwargs)
        self._created.append(made)
        return made

    def temp_storage(self, name: str | None = None) -> ClosingStorage:
        """A folder for what is put together before it becomes a file of the index; its files are remembered here."""
        storage = ClosingStorage(super().temp_storage(name).folder, supports_mmap=False)
        storage._created = self._created
        return storage

    def close_created(self) -> None:
        """Closes every file that is still open, whatever the disk says of what it had yet to take."""
        for made in self._created:
            with suppress(Exception):
                made.close()


class ListWriter(SegmentWriter):  # type: ignore[misc]
    """A Whoosh writer whose documents bring their terms along; the schema's fields for them must not be scored."""

    def __init__(self, index: Any) -> None:
        super().__init__(index)
        self.pool = TermLists()

    def add_terms(self, terms: dict[str, Iterable[str]], **fields: str) -> None:
        """Adds a document: its terms by field, and the fields that Whoosh takes care of."""
        for field, found in terms.items():
            self.pool.add_terms(field, found, self.docnum)
        self.add_document(**fields)

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        writer = self.fieldwriter
        for field, terms in self.pool.fields():
            writer.start_field(field, self.schema[field])
            postings = writer._postwriter = _Postings(writer._postfile, _BLOCK, compression=_COMPRESSION)  # noqa: SLF001 - as start_field does
            for term, numbers in terms:
                writer.start_term(term)
                postings.fill(numbers)
                writer.finish_term()
            writer.finish_field()
        writer.close()


class _Postings(W3PostingsWriter):  # type: ignore[misc]
    """Whoosh's writer of postings, for lists of numbers in which every weight is 1."""

    _terminfo: Any

    def fill(self, numbers: array[int]) -> None:
        """Puts the numbers of one term into blocks; the last one is left for `finish_term` to write."""
        for start in range(0, len(numbers), _BLOCK):
            if start:
                self._write_block()
            self._ids = numbers[start : start + _BLOCK]
            self._weights = _ONES[: len(self._ids)]
            self._maxweight = 1.0

    def finish_postings(self) -> Any:
        """Keeps a single number, as most terms have, with the term: Whoosh reads it there, though it never writes it so."""
        if self._blockcount or len(self._ids) > 1:
            return super().finish_postings()
        terminfo = self._terminfo
        terminfo.add_block(self)
        terminfo.set_inlined(self._ids, self._weights, ())
        self._terminfo = None  # as Whoosh's own does: ready for the next term
        return terminfo

    def _mini_ids(self) -> tuple[int, ...]:
        return (self._ids[0], *map(sub, self._ids[1:], self._ids))

    def _mini_weights(self) -> None:
        """All are 1, which Whoosh finds out one by one."""
