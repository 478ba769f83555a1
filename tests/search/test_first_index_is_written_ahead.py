"""The index of a first run is written while pages are read, and is the one that its records would give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline import settings
from pipeline.ingest import Options, Progress, ingest
from pipeline.ingest.indexing import synchronize
from pipeline.search import whoosh_index
from pipeline.store import FOLDER
from tests.search.test_index_is_made_of_the_records import held
from tests.trouble.pages import LEG_CURL, text_page

PAGES = 110


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    for number in range(PAGES):
        page = text_page(LEG_CURL.but(name=f"Leg Curl Number {number}"))
        (tmp_path / "raw" / f"{number:03d}.txt").write_text(page, "utf-8")
    return tmp_path


def documents(root: Path) -> list[dict[str, Any]]:
    return sorted(held(root), key=lambda document: str(document["card"]["id"]))


def generations(root: Path) -> list[str]:
    return [path.name for path in (root / "index").glob("gen-*")]


def run(root: Path, **given: Any) -> None:
    ingest(root, (), settings.load(root), Options(workers=1), **given)


@pytest.mark.parametrize("segment", [25_000, 30])
def test_what_is_written_ahead_is_what_the_records_give(
    root: Path, monkeypatch: pytest.MonkeyPatch, segment: int
) -> None:
    monkeypatch.setattr(whoosh_index, "_SEGMENT", segment)
    with monkeypatch.context() as patched:
        patched.setattr(whoosh_index, "write", None)  # nothing is written once all is read
        run(root)
    ahead = documents(root)
    assert len(ahead) == PAGES and len(generations(root)) == 1
    synchronize(root, rebuild=True)
    assert documents(root) == ahead


def test_two_pages_of_one_exercise_make_it_void(root: Path) -> None:
    fuller = text_page(
        LEG_CURL.but(name="Leg Curl Number 0", description="A curl that says more than the other page of it.")
    )
    (root / "raw" / "fuller.txt").write_text(fuller, "utf-8")
    run(root)
    found = documents(root)
    assert len(found) == PAGES and len(generations(root)) == 1
    synchronize(root, rebuild=True)
    assert documents(root) == found


def test_a_record_edited_meanwhile_is_found_as_it_is_now(root: Path) -> None:
    record = root / FOLDER / "leg-curl-number-0.yaml"

    def edit(progress: Progress) -> None:
        if progress.done == PAGES:
            record.write_text(
                record.read_text("utf-8").replace("difficulty: intermediate", "difficulty: advanced"), "utf-8"
            )

    run(root, on_progress=edit)
    cards = {document["card"]["id"]: document["card"] for document in documents(root)}
    assert cards["leg-curl-number-0"]["difficulty"] == "advanced"
    assert cards["leg-curl-number-1"]["difficulty"] == "intermediate"


def test_a_run_that_is_stopped_leaves_nothing_behind(root: Path) -> None:
    def stop(progress: Progress) -> None:
        if progress.done == PAGES - 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(root, on_progress=stop)
    assert generations(root) == []
