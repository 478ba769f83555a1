"""`--explain`: the numbers beside an exercise are its score, whatever was asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.search import Backend, Query, open_backend
from tests.relevance import collection, questions


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    opened = open_backend(collection.written(tmp_path_factory.mktemp("explained")))
    yield opened
    opened.close()


@pytest.mark.parametrize("family", questions.families())
def test_the_points_of_the_reasons_are_the_score(family: str, backend: Backend) -> None:
    asked = [q.query() for q in questions.questions() if q.family == family]
    assert [q.words for q in asked if not adds_up(backend, q)] == []


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["squat", "bench press", "dumbbell", "legs", "easy", "rdl", "-machine", "curl", "or"])))
def test_they_are_for_any_mixture_of_words(backend: Backend, words: list[str]) -> None:
    assert adds_up(backend, Query(words=" ".join(words), target=("legs", "biceps"), equipment=("barbell", "none")))


def adds_up(backend: Backend, query: Query) -> bool:
    """Whether every hit's points add up, and better ones come first."""
    hits = backend.search(query).hits
    scores = [hit.score for hit in hits]
    return scores == sorted(scores, reverse=True) and all(
        round(sum(reason.points for reason in hit.reasons), 4) == hit.score for hit in hits
    )


def test_a_name_in_full_says_so(backend: Backend) -> None:
    best = backend.search(Query(words="goblet squat")).hits[0]
    assert ("goblet squat", "the whole name") in [reason[:2] for reason in best.reasons]
    assert all(reason.points > 0 for reason in best.reasons)
