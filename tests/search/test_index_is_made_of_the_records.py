"""The index holds the same, whether the run that read the pages made it or the records were read again."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.ingest.indexing import synchronize
from pipeline.search import generations
from pipeline.search.lexicon import knowledge
from pipeline.search.whoosh_index import TOKEN_FIELDS, Postings, numbers
from tests.conftest import REPOSITORY


def held(root: Path) -> list[dict[str, Any]]:
    """Everything in the index, document by document."""
    postings = Postings(generations.current(root, knowledge()).folder)
    found = [{"card": postings.card(number)} for number in numbers(postings.everything)]
    for field in TOKEN_FIELDS:
        for term in postings.terms(field):
            for number in numbers(postings.with_term(field, term)):
                found[number].setdefault(field, []).append(term)
    postings.close()
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    for path in sorted((REPOSITORY / "raw").glob("*.html"))[:12]:
        shutil.copy(path, tmp_path / "raw")
    return tmp_path


def test_records_read_again_give_the_same_index(root: Path) -> None:
    pipeline.open_collection(root).ingest()
    made_while_reading = held(root)
    assert len(made_while_reading) == 12
    synchronize(root, rebuild=True)
    assert held(root) == made_while_reading
