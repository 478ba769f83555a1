"""An index that is replaced, dropped or deleted at the very moment in which it is opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import pipeline
from pipeline.ingest.indexing import synchronize
from pipeline.search import generations, open_backend
from pipeline.search.whoosh_index import Postings
from tests.collection import fill


@pytest.fixture
def root(tmp_path: Path) -> Path:
    fill(tmp_path)
    synchronize(tmp_path)
    return tmp_path


def once(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, happens: Callable[[], object]) -> None:
    """Lets something happen right before a step of opening, the first time."""
    step = getattr(owner, name)
    waiting = [happens]

    def stepping(*arguments: object, **named: object) -> object:
        if waiting:
            waiting.pop()()
        return step(*arguments, **named)

    monkeypatch.setattr(owner, name, stepping)


STEPS = [(generations, "_check"), (Postings, "__init__")]


@pytest.mark.parametrize(("owner", "name"), STEPS)
def test_two_new_generations_while_one_is_opened_disturb_no_search(
    root: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    once(monkeypatch, owner, name, lambda: [synchronize(root, rebuild=True) for _ in range(2)])
    with closing(open_backend(root)) as backend:
        assert backend.count() == 3


@pytest.mark.parametrize(("owner", "name"), STEPS)
def test_an_index_deleted_while_it_is_opened_is_rebuilt(
    root: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str
) -> None:
    once(monkeypatch, owner, name, lambda: shutil.rmtree(root / "index"))
    assert pipeline.open_collection(root).search("curl").total == 2


def test_an_index_deleted_after_it_was_opened_still_answers(root: Path) -> None:
    from pipeline.search import Query

    with closing(open_backend(root)) as backend:
        shutil.rmtree(root / "index")
        assert [hit.name for hit in backend.search(Query("leg curl")).hits] == ["Leg Curl"]
