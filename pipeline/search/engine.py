"""The embedded search engine: a Query in, Results out, over the current generation of the index."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pipeline.errors import NoSuchThing
from pipeline.search import generations
from pipeline.search.facets import Facets
from pipeline.search.filtering import Filters
from pipeline.search.finding import Finder, Found
from pipeline.search.highlighting import highlighted
from pipeline.search.lexicon import Lexicon, loads
from pipeline.search.matching import Matcher
from pipeline.search.parsing import parse
from pipeline.search.query import RELEVANCE, Hit, Query, Results
from pipeline.search.understanding import Understanding
from pipeline.search.whoosh_index import Postings, numbers
from pipeline.search.wishes import Spoken, Understood, Wish, terms

if TYPE_CHECKING:
    from pipeline.search.likeness import Likeness


class Engine:
    """Searches one collection, in a generation of its index that was checked."""

    def __init__(self, generation: generations.Generation, *, in_memory: bool) -> None:
        self._lexicon: Lexicon = loads((generation.folder / generations.LEXICON).read_bytes())
        self._postings = Postings(generation.folder, in_memory=in_memory)
        self._matcher = Matcher(self._postings, self._lexicon.family_names, self._lexicon.asking)
        self._understanding = Understanding(self._lexicon, self._postings)
        self._filters = Filters(self._postings, self._lexicon, self._matcher)
        self._finder = Finder(self._postings, self._matcher, self._filters, self._understanding)
        self._facets = Facets(self._postings, self._matcher, self._filters)

    def close(self) -> None:
        self._postings.close()

    def count(self) -> int:
        return self._postings.everything.bit_count()

    def ids(self, query: Query) -> list[str]:
        found = self._finder.find(query, self._understood(query))
        return [self._postings.id_of(number) for number in self._ordered(found, query.sort)]

    def search(self, query: Query) -> Results:
        understood = self._understood(query)
        found = self._finder.find(query, understood)
        counted = {}
        if query.facets:
            find = lambda other: self._finder.find(other, understood).documents  # noqa: E731
            counted = self._facets.counted(query, understood, found.documents, find)
        return Results(
            query=query.words,
            total=found.documents.bit_count(),
            hits=self._hits(found, query),
            facets=counted,
            understood=terms(understood),
            did_you_mean=understood.corrected,
            relaxed=tuple(found.relaxed),
            notes=(*understood.notes, *found.notes),
        )

    def similar(self, exercise_id: str, query: Query) -> Results:
        return self._alike(exercise_id, query, self._likeness().similar)

    def substitutes(self, exercise_id: str, query: Query) -> Results:
        return self._alike(exercise_id, query, self._likeness().substitutes)

    def _likeness(self) -> Likeness:
        from pipeline.search.likeness import Likeness  # a search must not wait for it

        return Likeness(self._postings, self._lexicon, self._matcher, self._filters)

    def _alike(self, exercise_id: str, query: Query, compare: Callable[[int, Query], Found]) -> Results:
        found = compare(self._number(exercise_id), query)
        total, hits = found.documents.bit_count(), self._hits(found, query)
        return Results(exercise_id, total, hits, facets={}, understood={}, notes=tuple(found.notes))

    def _number(self, exercise_id: str) -> int:
        documents = self._postings.with_term("id", exercise_id)
        if not documents:
            near = self._nearest(exercise_id)
            hint = f"did you mean {near!r}?" if near else "`exercises search` shows the ids"
            raise NoSuchThing(f"no exercise has the id {exercise_id!r}; {hint}")
        return numbers(documents)[0]

    def _nearest(self, exercise_id: str) -> str | None:
        """The id that is most like one and that an exercise has."""
        from difflib import get_close_matches

        near = get_close_matches(exercise_id.lower(), self._postings.terms("id"), self._postings.size + 1, 0.6)
        # The id of a record that went away stays a term until the index is compacted.
        return next((known for known in near if self._postings.with_term("id", known)), None)

    def _understood(self, query: Query) -> Understood:
        parsed = parse(query.words, self._lexicon.asking["fields"])
        return self._understanding.read(parsed, literal=query.literal)

    def _hits(self, found: Found, query: Query) -> tuple[Hit, ...]:
        """The page of results that was asked for."""
        end = query.offset + query.limit if query.limit else None
        page = self._ordered(found, query.sort, end)[query.offset : end]
        return tuple(self._hit(number, found) for number in page)

    def _ordered(self, found: Found, sort: str, most: int | None = None) -> list[int]:
        """Document numbers in the order asked for; equal ones always in the order of their ids. With `most`, as many of the
        first at least.
        """
        documents = numbers(found.documents)
        if most is not None and most < len(documents) and sort == RELEVANCE:
            least = sorted(map(found.score, documents))[-most]
            documents = [n for n in documents if found.score(n) >= least]  # to read the ids of all takes long
        by_id = sorted((self._postings.id_of(n), n) for n in documents)
        order = [n for _, n in by_id]
        order.sort(key=lambda n: -found.score(n))
        if sort == "name":
            order.sort(key=lambda n: str(self._postings.card(n)["name"]).casefold())
        elif sort == "difficulty":
            ranks = [self._matcher.facts("difficulty", level) for level in self._lexicon.levels]
            order.sort(key=lambda n: next((r for r, documents in enumerate(ranks) if documents >> n & 1), len(ranks)))
        return order

    def _hit(self, number: int, found: Found) -> Hit:
        card = self._postings.card(number)
        return Hit(
            id=card["id"],
            name=card["name"],
            score=found.score(number),
            card=card,
            highlight=highlighted(card, [w for g in found.groups for wish in g for w in _marked(wish)]),
            reasons=found.reasons(number),
        )


def _marked(wish: Wish) -> tuple[str, ...]:
    if isinstance(wish, Spoken):
        return tuple(m.word for readings in wish.readings for m in readings)
    return wish.words
