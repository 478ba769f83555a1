"""The corpus is read at least as well as before, and nothing is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality import __main__ as command
from tests.quality import floor, scoring

MOST_INVENTED = 1 / 500
"""The share of fields that may be given although their page does not have them."""


@pytest.fixture(scope="module")
def measured() -> floor.Measured:
    return floor.measure()


def test_the_floor_was_measured_on_this_corpus(measured: floor.Measured) -> None:
    assert floor.load()["corpus"] == measured.corpus, "run `python -m tests.quality --update`"


def test_no_markup_way_of_saving_or_field_is_read_worse_than_the_floor(measured: floor.Measured) -> None:
    assert floor.falls(floor.load(), measured.as_floor()) == []


def test_hardly_a_field_is_given_that_its_page_does_not_have(measured: floor.Measured) -> None:
    invented = [f"{o.page}: {o.field} {o.given}" for o in measured.outcomes if o.invented]
    assert len(invented) <= MOST_INVENTED * len(measured.outcomes), invented


def test_the_table_names_every_markup_way_of_saving_and_field(measured: floor.Measured) -> None:
    lines = [line.split()[0] for line in command.table(measured) if line]
    expected = {outcome.group for outcome in measured.outcomes} | {outcome.field for outcome in measured.outcomes}
    assert expected <= set(lines)


NUMBERS = {"corpus": "a", "score": 0.9, "saving": 0.9, "fields": {"name": {"precision": 1.0, "recall": 0.9}}}


def test_update_writes_better_numbers(tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    floor.update(NUMBERS, path)
    floor.update({**NUMBERS, "score": 0.95}, path)
    assert floor.load(path)["score"] == 0.95


def test_update_refuses_to_lower_a_number_of_an_unchanged_corpus(tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    floor.update(NUMBERS, path)
    worse = {**NUMBERS, "score": 0.99, "fields": {"name": {"precision": 1.0, "recall": 0.8999}}}
    with pytest.raises(floor.Lowered) as refused:
        floor.update(worse, path)
    assert refused.value.falls == ["fields.name.recall: 0.8999, the floor is 0.9000"]
    assert floor.load(path) == NUMBERS


def test_update_takes_what_another_corpus_gives(tmp_path: Path) -> None:
    path = tmp_path / "floor.json"
    floor.update(NUMBERS, path)
    floor.update({**NUMBERS, "corpus": "b", "score": 0.5}, path)
    assert floor.load(path)["score"] == 0.5


def test_less_than_the_tolerance_is_no_fall() -> None:
    assert floor.falls({"score": 0.9}, {"score": 0.8996}) == []
    assert floor.falls({"score": 0.9}, {"score": 0.8994}) == ["score: 0.8994, the floor is 0.9000"]


def test_a_missing_field_costs_recall_and_an_invented_one_precision() -> None:
    outcomes = [
        scoring.Outcome("a", "a/1", "equipment", (("bench",), ("barbell",)), (("barbell",),)),
        scoring.Outcome("a", "a/2", "equipment", (), (("rope",),)),
        scoring.Outcome("a", "a/3", "name", (("Squat",),), (("Squat",),)),
    ]
    score = scoring.by_field(outcomes)["equipment"]
    assert (score.precision, score.recall) == (0.5, 0.5)
    assert scoring.by_group(outcomes) == {"a": 1 / 3}
