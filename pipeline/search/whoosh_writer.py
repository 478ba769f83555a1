"""Writes Whoosh segments from lists of document numbers.

Whoosh makes a tuple of each word of each document, sorts them all, spills what does not fit to disk and then takes
them apart one by one. Documents are added in the order of their numbers, so that a list of numbers for each term is
in order for nothing, and goes into the posting blocks slice by slice.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh.writing import SegmentWriter

_BLOCK = 128
"""Postings in a block, as Whoosh's own writer has it."""
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
            for term, numbers in terms:
                writer.start_term(term)
                _fill(writer._postwriter, numbers)  # noqa: SLF001 - the public way takes postings one by one
                writer.finish_term()
            writer.finish_field()
        writer.close()


def _fill(postings: Any, numbers: array[int]) -> None:
    """Puts the numbers of one term into blocks; the last one is left for `finish_term` to write."""
    for start in range(0, len(numbers), _BLOCK):
        if start:
            postings._write_block()  # noqa: SLF001
        postings._ids = numbers[start : start + _BLOCK]  # noqa: SLF001
        postings._weights = array("f", (1.0,)) * len(postings._ids)  # noqa: SLF001
        postings._maxweight = 1.0  # noqa: SLF001
