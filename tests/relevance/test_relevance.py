from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.search import Backend, Query, open_backend
from tests.relevance import __main__ as command
from tests.relevance import collection, measure, peers, questions


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return collection.written(tmp_path_factory.mktemp("relevance"))


@pytest.fixture(scope="module")
def backend(root: Path) -> Iterator[Backend]:
    opened = open_backend(root)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def answers(root: Path) -> list[measure.Answered]:
    with peers.this_program(root) as ask:
        return measure.answered(ask)


# --- the figures ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", [*questions.families(), measure.ALL])
def test_no_family_falls_below_its_floor(family: str, answers: list[measure.Answered]) -> None:
    _, least = measure.floor()
    measured = measure.by_family(answers)
    assert measure.below(measured, {place: f for place, f in least.items() if place[0] == family}) == []


def test_the_floor_is_of_these_questions() -> None:
    asked, least = measure.floor()
    assert asked == questions.fingerprint(), "record the floor anew: python -m tests.relevance --update"
    assert {family for family, _ in least} == {*questions.families(), measure.ALL}


@pytest.mark.parametrize("peer", ["SQLite FTS5", "plain Whoosh"])
def test_every_family_beats_the_peers(peer: str, root: Path, answers: list[measure.Answered]) -> None:
    with peers.SYSTEMS[peer](root) as ask:
        theirs = measure.by_family(measure.answered(ask))
    ours = measure.by_family(answers)
    assert [place for place in ours if ours[place].ndcg <= theirs[place].ndcg] == []


# --- traps ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "never"),
    [("bi", "bicycl"), ("bi", "bike"), ("chin", "machine"), ("ab", "abduct"), ("tri", "trail"), ("row", "throw")],
)
def test_a_short_word_is_never_the_piece_of_another(typed: str, never: str, backend: Backend) -> None:
    hits = backend.search(Query(words=typed, limit=0)).hits
    assert hits
    assert [hit.name for hit in hits if never in hit.name.lower()] == []


def test_bi_is_biceps(backend: Backend) -> None:
    results = backend.search(Query(words="bi"))
    assert results.understood == {"muscle": ("biceps",)}
    assert {hit.card["target_muscles"][0] for hit in results.hits} == {"biceps"}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("leg press", "Leg Press"),
        ("clean", "Clean"),
        ("plank", "Plank"),
        ("butterfly", "Butterfly"),
        ("air bike", "Air Bike"),
        ("good morning", "Good Morning"),
        ("stomach vacuum", "Stomach Vacuum"),
        ("balance board", "balance board"),
    ],
)
def test_a_name_in_full_comes_first_though_its_words_are_terms(typed: str, first: str, backend: Backend) -> None:
    assert backend.search(Query(words=typed)).hits[0].name == first


# --- the measure itself ---------------------------------------------------------------------------------------


def test_there_are_enough_exercises_and_questions() -> None:
    ids = [exercise.id for exercise in collection.exercises()]
    assert len(ids) == len(set(ids)) >= 360
    asked = [question.id for question in questions.questions()]
    assert len(asked) == len(set(asked)) >= 220
    assert questions.families() == ["wish", "slip", "other", "constraint", "negation", "trap"]
    frozen = sum(question.frozen for question in questions.questions())
    assert abs(frozen - len(asked) / 2) <= len(questions.families())


def test_every_term_of_the_collection_is_one_of_the_vocabulary() -> None:
    from pipeline.vocabulary import load

    muscles, tools, loading = load("muscles"), load("equipment"), load("loading")
    for exercise in collection.exercises():
        assert [m for m in (*exercise.target_muscles, *exercise.secondary_muscles) if m not in muscles] == []
        assert [t for t in exercise.equipment if t not in tools and t not in loading] == []
        assert exercise.difficulty in load("difficulty")
        assert exercise.exercise_type in load("exercise_types")


@pytest.mark.parametrize("question", questions.questions(), ids=lambda q: q.id)
def test_every_question_has_a_right_answer_that_breaks_nothing(question: questions.Question) -> None:
    graded = [(e, question.grade(e)) for e in collection.exercises()]
    right = [e for e, grade in graded if grade == questions.RIGHT]
    assert right
    assert [e.name for e, grade in graded if grade and question.violated(e)] == []
    assert (question.right | question.near) <= {e.id for e, _ in graded}


def test_another_name_is_not_written_in_the_record_it_stands_for() -> None:
    found = [
        (question.words, exercise.name)
        for question in questions.questions()
        for exercise in collection.exercises()
        if question.family == "other" and exercise.id in question.right
        if any(
            f" {questions.plain(question.words)} " in f" {questions.plain(n)} "
            for n in (exercise.name, *exercise.aliases)
        )
    ]
    assert found == []


def test_a_slip_is_no_name_of_the_collection() -> None:
    names = {questions.plain(exercise.name) for exercise in collection.exercises()}
    slips = [q.words for q in questions.questions() if q.family == "slip"]
    assert [words for words in slips if questions.plain(words) in names] == []


def test_the_floor_is_never_lowered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floor.json"
    place = ("wish", "open")
    monkeypatch.setattr(measure, "floor", lambda: _floor(path))
    monkeypatch.setattr(measure, "recorded", lambda measured: _recorded(measured, path))
    good, worse = measure.Figures(0.9, 0.9, 0.0, 0), measure.Figures(0.8, 0.9, 0.0, 1)
    assert command._judge({place: good}, update=True) == 0
    before = path.read_text("utf-8")
    assert command._judge({place: worse}, update=True) == 1
    assert path.read_text("utf-8") == before
    assert measure.below({place: worse}, {place: good}) == [
        "wish open: ndcg is 0.8, the floor is 0.9",
        "wish open: violations is 1, the floor is 0",
    ]
    assert command._judge({place: measure.Figures(0.95, 0.9, 0.0, 0)}, update=True) == 0
    assert json.loads(path.read_text("utf-8"))["figures"]["wish"]["open"]["ndcg"] == 0.95


_floor, _recorded = measure.floor, measure.recorded
