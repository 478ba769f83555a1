"""Wishes in plain words, over the collection of tests/relevance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import pipeline
from pipeline.search import Backend, Hit, Query, open_backend
from tests.collection import LEG_CURL, fill
from tests.relevance import collection


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    opened = open_backend(collection.written(tmp_path_factory.mktemp("wishes")))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("loosen up my lower back", "lower back stretching"),
        ("I'm new to this, machine exercises for quads", "quads machine beginner"),
        ("push day dumbbells chest", "chest dumbbell"),
        ("gluteus bodyweight beginner", "glutes bodyweight beginner"),
        ("chest dumbbell intermediat", "chest dumbbell intermediate"),
        ("chest, I don't have a machine", "chest -machine"),
        ("no jumps and easy legs", "-jump easy legs"),
        ("hamstrings, something that isn't a deadlift", "hamstrings -deadlift"),
        ("chest exercises that don't need a bench", "chest -bench"),
        ("not too hard chest", "chest -advanced"),
        ("nothing heavy for glutes", "glutes"),
        ("lower back pain", "lower back"),
        ("big arms", "arms"),
        ("guns", "biceps"),
    ],
)
def test_words_around_a_wish_change_nothing(asked: str, plain: str, backend: Backend) -> None:
    assert backend.ids(Query(words=asked)) == backend.ids(Query(words=plain))
    assert backend.ids(Query(words=plain))


def test_a_stretch_of_a_muscle_is_found_by_facts_and_by_name(backend: Backend) -> None:
    hits = backend.search(Query(words="hip flexor stretch", limit=0)).hits
    assert {"kneeling-hip-flexor", "standing-hip-flexors"} <= {hit.id for hit in hits}
    assert [hit.name for hit in hits if not (is_stretch(hit) or "Stretch" in hit.name)] == []


def is_stretch(hit: Hit) -> bool:
    return hit.card["exercise_type"] == "stretching"


def test_only_one_tool_means_nothing_else_even_where_a_name_has_the_words(backend: Backend) -> None:
    hits = backend.search(Query(words="shoulders band only", limit=0)).hits
    assert {tool for hit in hits for tool in hit.card["equipment"]} == {"resistance band"}


def test_a_name_that_nothing_has_gives_way_to_the_movement_it_is(backend: Backend) -> None:
    results = backend.search(Query(words="cossack squat"))
    assert results.hits
    assert [hit.name for hit in results.hits if "squat" not in hit.name.lower()] == []
    assert results.relaxed == ("the name 'cossack squat'",)


def test_a_muscle_that_nothing_works_gives_way_to_what_it_belongs_to(tmp_path: Path) -> None:
    fill(tmp_path, LEG_CURL)
    results = pipeline.open_collection(tmp_path).search("shins")
    assert [hit.id for hit in results.hits] == ["leg-curl"]
    assert results.notes == ("no exercise is for shins; these are for lower legs",)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("plan k", "plank"),
        ("dum bbell bench press", "dumbbell-bench-press"),
        ("legpres", "leg-press"),
        ("gobletsquat", "goblet-squat"),
        ("hammr crls", "hammer-curls"),
        ("crunhes", "crunches"),
    ],
)
def test_slips_in_short_words_and_joined_or_split_ones_are_found(typed: str, first: str, backend: Backend) -> None:
    assert backend.search(Query(words=typed)).hits[0].id == first


def test_what_was_corrected_is_said(backend: Backend) -> None:
    assert backend.search(Query(words="gob let squatt")).did_you_mean == "goblet squat"


@pytest.mark.parametrize(
    ("asked", "left_out"),
    [
        ("hamstrings no equipment", ("body weight",)),
        ("advanced hamstrings no equipment", ("body weight",)),
        ("hamstrings only dumbbells", ("dumbbell",)),
    ],
)
def test_a_kit_that_nothing_can_be_done_with_costs_no_other_wish(
    asked: str, left_out: tuple[str, ...], tmp_path: Path
) -> None:
    others = [replace(LEG_CURL, id=i, name=i.title(), target_muscles=("chest",)) for i in ("fly", "press")]
    results = pipeline.open_collection(fill(tmp_path, LEG_CURL, *others)).search(asked)
    assert [hit.id for hit in results.hits] == ["leg-curl"]
    assert results.relaxed == left_out
    assert results.notes == (f"with nothing but {left_out[0]} there is none; these need more",)


def found(root: Path, words: str) -> list[str]:
    return [hit.id for hit in pipeline.open_collection(root).search(words).hits]


def test_what_trains_one_muscle_stands_before_what_trains_it_among_others(tmp_path: Path) -> None:
    both = replace(LEG_CURL, id="a-hinge", name="A Hinge", target_muscles=("glutes", "hamstrings"))
    fill(tmp_path, LEG_CURL, both)
    assert found(tmp_path, "hamstrings") == ["leg-curl", "a-hinge"]


def test_another_name_of_two_words_stands_behind_names_with_the_word(tmp_path: Path) -> None:
    burpee = replace(LEG_CURL, id="burpee", name="Burpee", aliases=("Squat Thrust",))
    fill(tmp_path, burpee, replace(LEG_CURL, id="wall-squat", name="Wall Squat"))
    assert found(tmp_path, "squats") == ["wall-squat", "burpee"]
    assert found(tmp_path, "squat thrust")[0] == "burpee"


def test_a_mat_is_no_equipment(tmp_path: Path) -> None:
    floor = replace(LEG_CURL, id="bird-dog", name="Bird Dog", equipment=("gym mat",))
    ball = replace(LEG_CURL, id="ball-curl", name="Ball Curl", equipment=("gym mat", "stability ball"))
    fill(tmp_path, floor, ball, replace(LEG_CURL, id="slide", name="Slide", equipment=("body weight",)))
    assert found(tmp_path, "hamstrings without equipment") == ["slide", "bird-dog"]


def test_that_filters_leave_nothing_of_a_word_is_said_as_that(tmp_path: Path) -> None:
    fill(tmp_path, LEG_CURL)
    results = pipeline.open_collection(tmp_path).search("leg curl", equipment=["kettlebell"])
    assert results.hits == ()
    assert results.notes == ("nothing that fits the rest mentions 'leg curl' (without the rest: 1)",)
