"""Whatever is added, replaced and removed, and however Whoosh merges it: each term finds the documents that hold it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from pipeline.search import whoosh_index
from pipeline.search.whoosh_index import TOKEN_FIELDS, Postings, numbers

Documents = dict[str, dict[str, list[str]]]
_WORDS = [f"word{n}" for n in range(12)] + ["é", "ﬁ", "腿", "𝕏", "\U0010fffd", "a b", "kind:a b"]


def _documents(random_: random.Random, ids: list[str]) -> Documents:
    """Terms by field and id; the first word stands in every document, so that its list needs several blocks."""
    found: Documents = {}
    for document in ids:
        terms = {name: random_.sample(_WORDS, random_.randint(0, 5)) for name in TOKEN_FIELDS}
        found[document] = {**terms, "facts": sorted({*terms["facts"], _WORDS[0]})}
    return found


def _write(folder: Path, documents: Documents, removed: list[str], *, create: bool) -> int:
    rows = [{"id": i, "card": json.dumps({"id": i}), **terms} for i, terms in documents.items()]
    return whoosh_index.write(folder, rows, removed, create=create)


def _found(folder: Path) -> dict[tuple[str, str], set[str]]:
    """The ids behind every term of every field."""
    postings = Postings(folder)
    try:
        return {
            (field, term): ids
            for field in TOKEN_FIELDS
            for term in postings.terms(field)
            if (ids := {postings.id_of(n) for n in numbers(postings.with_term(field, term))})
        }
    finally:
        postings.close()


def _expected(documents: Documents) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for document, fields in documents.items():
        for field, terms in fields.items():
            for term in terms:
                found.setdefault((field, term), set()).add(document)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_each_term_finds_its_documents_after_many_commits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(whoosh_index, "_SEGMENT", (25_000, 100)[seed % 2])
    random_ = random.Random(seed)  # noqa: S311 - any will do
    ids = [f"exercise-{n}" for n in range(300)]
    held = _documents(random_, ids[:260])
    assert _write(tmp_path, held, [], create=True) == 260
    for _ in range(8):
        replaced = _documents(random_, random_.sample(ids, random_.randint(1, 40)))
        removed = [i for i in random_.sample(ids, random_.randint(0, 25)) if i not in replaced]
        count = _write(tmp_path, replaced, [*removed, *replaced], create=False)
        held = {**{i: terms for i, terms in held.items() if i not in removed}, **replaced}
        assert count == len(held)
        assert _found(tmp_path) == _expected(held)


def test_an_index_without_documents_finds_nothing(tmp_path: Path) -> None:
    assert _write(tmp_path, {}, [], create=True) == 0
    assert _found(tmp_path) == {}


def test_terms_come_in_order_and_by_their_beginning(tmp_path: Path) -> None:
    names = ["press", "pre", "prés", "presses", "quad"]
    _write(tmp_path, {"a": {**{field: [] for field in TOKEN_FIELDS}, "name": names}}, [], create=True)
    postings = Postings(tmp_path)
    assert list(postings.terms("name", "pre")) == ["pre", "press", "presses"]
    assert list(postings.terms("name")) == sorted(names)
    postings.close()


def test_a_batch_that_fails_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    held = _documents(random.Random(1), ["a", "b"])  # noqa: S311 - any will do
    _write(tmp_path, held, [], create=True)

    def failing() -> object:
        yield {"id": "c", "card": "{}", **{field: ["x"] for field in TOKEN_FIELDS}}
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        whoosh_index.write(tmp_path, failing(), ["a"], create=False)  # type: ignore[arg-type]
    assert _found(tmp_path) == _expected(held)
