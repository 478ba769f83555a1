"""What a search asks and what it answers. Backends take and return these; nobody outside sees an engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

FACETS = ("muscle", "target", "equipment", "difficulty", "body_part", "type", "side")
RELEVANCE = "relevance"
SORTS = (RELEVANCE, "name", "difficulty")


@dataclass(frozen=True, slots=True)
class Query:
    """A search. Values of one filter are alternatives; filters of different kinds must all hold.

    `words` is what a person typed. Every filter takes any name of a term and any level of its hierarchy, and lists of
    these with commas.
    `available` lists the whole kit at hand; `without` what must not be part of it. `limit` 0 means all.
    """

    words: str = ""
    muscle: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    difficulty: tuple[str, ...] = ()
    body_part: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    available: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    bilateral: bool | None = None
    limit: int = 10
    offset: int = 0
    sort: str = RELEVANCE
    facets: bool = False
    explain: bool = False
    literal: bool = False


class Reason(NamedTuple):
    """Why an exercise was found: what of the query, where it holds, and how much it counts. The points of all reasons add
    up to the score. A `bonus` counts on top of a wish that another reason names.
    """

    wish: str
    found: str
    points: float
    bonus: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One found exercise. `card` holds its facts; `highlight` is text with <mark> around what was asked, escaped."""

    id: str
    name: str
    score: float
    card: dict[str, Any]
    highlight: str = ""
    reasons: tuple[Reason, ...] = ()


class FacetValue(NamedTuple):
    """A value of a facet: how many results it would give, and whether it is chosen."""

    value: str
    count: int  # type: ignore[assignment]  # the contract's name; tuple.count is not missed here
    selected: bool


@dataclass(frozen=True, slots=True)
class Results:
    """The answer. `understood` maps kinds to the terms read out of the words; `relaxed` names wishes that had to be
    dropped; `did_you_mean` is the corrected query; `notes` are sentences for the person.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    understood: dict[str, tuple[str, ...]]
    did_you_mean: str | None = None
    relaxed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Backend(Protocol):
    """A search engine over one collection."""

    def search(self, query: Query) -> Results:
        """Answers a query. Raises UnknownValue for a filter value outside the vocabulary."""
        ...

    def similar(self, exercise_id: str, query: Query) -> Results:
        """The exercises most like one, of those that the filters leave; the score is a share of full likeness.
        Raises NoSuchThing for an unknown id, UnknownValue for a filter value outside the vocabulary.
        """
        ...

    def substitutes(self, exercise_id: str, query: Query) -> Results:
        """What to do instead of one exercise with the kit of the query, or without its own tools when that names none.
        Raises as `similar` does.
        """
        ...

    def ids(self, query: Query) -> list[str]:
        """The ids of everything a query finds, in order of relevance or of `sort`."""
        ...

    def count(self) -> int:
        """How many exercises the index holds."""
        ...

    def close(self) -> None:
        """Lets go of the files of the index."""
        ...
