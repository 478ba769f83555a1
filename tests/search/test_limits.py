"""Limits: whatever is typed there is an answer, and what was left out is said."""

from __future__ import annotations

import string
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from pipeline.search import Backend, Query, open_backend, wording
from pipeline.search.spelling import meant
from tests.collection import LEG_CURL, fill
from tests.commands.said import said
from tests.relevance import collection
from tests.search.fuzzing import queries


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    opened = open_backend(collection.written(tmp_path_factory.mktemp("limits")))
    yield opened
    opened.close()


def test_a_query_ends_after_256_characters(backend: Backend) -> None:
    long = "goblet squat".ljust(256) + " machine"
    results = backend.search(Query(words=long))
    assert results.notes == ("the query was cut after 256 characters",)
    assert results.hits[0].id == "goblet-squat"
    assert "equipment" not in results.understood


def test_a_query_has_32_words(backend: Backend) -> None:
    results = backend.search(Query(words="the " * 32 + "squat"))
    assert results.notes == ("only the first 32 words of the query were used",)
    assert results.total == backend.count()


def test_brackets_may_be_as_deep_as_they_like(backend: Backend) -> None:
    plain = backend.ids(Query(words="goblet squat"))
    assert backend.ids(Query(words="(" * 100 + "goblet squat" + ")" * 100)) == plain
    assert backend.ids(Query(words='("(goblet" OR ((squat')) != []


def test_a_prefix_has_three_letters(tmp_path: Path) -> None:
    fill(tmp_path, replace(LEG_CURL, id="zorbtwist", name="Zorbtwist"))
    said("index", root=tmp_path)
    with closing(open_backend(tmp_path)) as backend:
        assert backend.ids(Query(words="zor*")) == ["zorbtwist"]
        assert backend.ids(Query(words="zo*")) == []


def test_a_prefix_stands_for_100_words_at_most(tmp_path: Path) -> None:
    words = ["".join(letters) for letters in product(string.ascii_lowercase[:12], repeat=2)]
    fill(tmp_path, *(replace(LEG_CURL, id=f"zorb{word}", name=f"Zorb{word}") for word in words[:130]))
    said("index", root=tmp_path)
    with closing(open_backend(tmp_path)) as backend:
        assert backend.search(Query(words="zorb*")).total == 100


def test_a_word_has_two_slips_at_most() -> None:
    assert [m.word for m in meant("hamsrtign", "hamsrtign", ["hamstring"])] == ["hamstring"]
    assert meant("hmasrtign", "hmasrtign", ["hamstring"]) == []
    assert meant("crul", "crul", ["curl", "crawl"])[0].word == "curl"
    assert meant("xrul", "xrul", ["curl"]) == []


def test_a_search_that_takes_too_long_gives_what_it_has(backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "SECONDS", -1.0)
    results = backend.search(Query(words="standing cable wood chop"))
    assert results.hits
    assert "the search took too long and stopped early; ask for less" in results.notes


def test_no_query_is_an_error(backend: Backend) -> None:
    for query in queries(300):
        results = backend.search(query)
        assert 0 <= results.total <= backend.count()
        assert len(results.hits) <= (query.limit or results.total)
