"""`similar` and `substitute`: the right ones, with kit that is there, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import pipeline
from pipeline.errors import NoSuchThing, UnknownValue
from pipeline.ingest.indexing import synchronize
from pipeline.search import Backend, Query, open_backend
from tests.collection import INCLINE_CURL, LEG_CURL, PUSH_UP, fill
from tests.commands.said import said
from tests.relevance import collection


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    opened = open_backend(collection.written(tmp_path_factory.mktemp("alike")))
    yield opened
    opened.close()


def test_the_likest_is_the_same_movement_with_another_tool(backend: Backend) -> None:
    hits = backend.similar("barbell-shoulder-press", Query()).hits
    assert "press" in hits[0].name.lower()
    assert {hit.card["target_muscles"][0] for hit in hits[:3]} == {"shoulders"}
    assert "barbell-shoulder-press" not in [hit.id for hit in hits]


@pytest.mark.parametrize("asked", ["lying-leg-curls", "leg-press", "superman", "concentration-curls", "plank"])
def test_the_reasons_add_up_to_the_likeness(asked: str, backend: Backend) -> None:
    hits = backend.similar(asked, Query(limit=0)).hits
    assert hits
    assert [h.id for h in hits if round(sum(r.points for r in h.reasons), 4) != h.score or not 0 < h.score <= 1] == []
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


def test_a_substitute_needs_only_the_kit_at_hand_and_has_the_same_target(backend: Backend) -> None:
    hits = backend.substitutes("lying-leg-curls", Query(available=("dumbbell", "bench"), limit=0)).hits
    assert hits
    assert {tool for hit in hits for tool in hit.card["equipment"]} <= {"dumbbell", "bench", "body weight"}
    assert {muscle for hit in hits for muscle in hit.card["target_muscles"]} >= {"hamstrings"}
    assert [hit.name for hit in hits if "hamstrings" not in hit.card["target_muscles"]] == []
    assert ("hamstrings", "target muscle of both") in [reason[:2] for reason in hits[0].reasons]


def test_without_kit_the_busy_tool_is_left_out(backend: Backend) -> None:
    hits = backend.substitutes("lying-leg-curls", Query(limit=0)).hits
    assert [hit.name for hit in hits if "machine" in hit.card["equipment"]] == []
    by_machine = backend.substitutes("lying-leg-curls", Query(equipment=("machine",), limit=0)).hits
    assert {tool for hit in by_machine for tool in hit.card["equipment"]} >= {"machine"}


def test_a_helper_stands_in_when_nothing_targets_the_muscle_and_that_is_said(tmp_path: Path) -> None:
    calves = replace(PUSH_UP, id="calf-raise", name="Calf Raise", target_muscles=("calves",), secondary_muscles=())
    fill(tmp_path, LEG_CURL, calves)
    results = pipeline.open_collection(tmp_path).substitute("calf-raise")
    assert [hit.id for hit in results.hits] == ["leg-curl"]
    assert results.notes == ("nothing that is left targets calves; these work it besides",)


def test_the_python_face_takes_one_value_or_several(tmp_path: Path) -> None:
    other = replace(INCLINE_CURL, id="band-curl", name="Band Curl", equipment=("resistance band",))
    root = pipeline.open_collection(fill(tmp_path, INCLINE_CURL, other))
    assert [hit.id for hit in root.substitute("incline-curl", available="band").hits] == ["band-curl"]
    assert [hit.id for hit in root.similar("incline-curl", equipment=["band", "cable"], limit=1).hits] == ["band-curl"]
    assert root.substitute("incline-curl", available=["cable"]).total == 0


def test_an_unknown_id_or_tool_is_one_clear_line(backend: Backend) -> None:
    with pytest.raises(NoSuchThing, match="did you mean 'leg-press'"):
        backend.similar("leg-pres", Query())
    with pytest.raises(UnknownValue, match="did you mean 'dumbbell'"):
        backend.substitutes("leg-press", Query(available=("dumbel",)))


@pytest.mark.parametrize("command", ["similar", "substitute"])
def test_the_id_of_a_record_that_is_gone_is_not_what_was_meant(command: str, tmp_path: Path) -> None:
    fill(tmp_path, LEG_CURL, replace(LEG_CURL, id="leg-curl-up", name="Leg Curl-Up"), PUSH_UP)
    pipeline.open_collection(tmp_path).rebuild_index()
    for gone, hint in (
        ("leg-curl", "did you mean 'leg-curl-up'?"),
        ("leg-curl-up", "`exercises search` shows the ids"),
    ):
        (tmp_path / "normalized" / f"{gone}.yaml").unlink()
        synchronize(tmp_path)
        refused = said(command, "leg-curl", root=tmp_path)
        assert (refused.code, refused.err) == (2, f"exercises: no exercise has the id 'leg-curl'; {hint}\n")
