"""What a term stands for is the same in a new index and in one that was changed and merged many times."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.search import whoosh_index
from pipeline.search.whoosh_index import Postings, numbers, write

MANY = 2500
"""More than fit into two blocks of postings."""


def document(number: int) -> dict[str, Any]:
    facts = ["all", f"only {number}", "odd" if number % 2 else "even"]
    return {
        "id": f"id-{number}",
        "card": "{}",
        "facts": facts,
        "name": [f"n{number // 2}"],
        "other": [],
        "steps": [],
        "about": [],
    }


def check(folder: Path) -> None:
    postings = Postings(folder)
    found = {term: numbers(postings.with_term("facts", term)) for term in postings.terms("facts")}
    assert len(found["all"]) == MANY and len(found["odd"]) == len(found["even"]) == MANY // 2
    assert {term: [postings.id_of(n) for n in held] for term, held in found.items() if term.startswith("only")} == {
        f"only {number}": [f"id-{number}"] for number in range(MANY)
    }
    assert all(len(numbers(postings.with_term("name", f"n{number}"))) == 2 for number in range(MANY // 2))
    postings.close()


@pytest.mark.parametrize("segment", [25_000, 700])
def test_terms_of_one_document_and_of_thousands_are_found_after_every_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, segment: int
) -> None:
    monkeypatch.setattr(whoosh_index, "_SEGMENT", segment)
    assert write(tmp_path, map(document, range(MANY)), [], create=True) == MANY
    check(tmp_path)
    for start in (0, 400, 0, 900):
        changed = range(start, start + 800)
        assert write(tmp_path, map(document, changed), [f"id-{n}" for n in changed], create=False) == MANY
        check(tmp_path)
