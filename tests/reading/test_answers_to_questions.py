"""Facts and doses that a page gives as the answer to a question."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE
from tests.reading.records import record, tracked


@pytest.mark.parametrize(
    ("question", "answer", "field", "term"),
    [
        ("Is it difficult?", "No, it is easy.", "difficulty", "beginner"),
        ("How hard is it?", "Intermediate", "difficulty", "intermediate"),
        ("Is it a push or a pull?", "It is a pull.", "force", "pull"),
        ("Push or pull?", "None", "force", ""),
    ],
)
def test_a_fact(question: str, answer: str, field: str, term: str) -> None:
    found = record(f"{TITLE}{DESCRIBED}<h2>{question}</h2><p>{answer}</p>{STEPS}")
    assert getattr(found, field) == term


def test_amounts() -> None:
    asked = "<h2>How many goes?</h2><p>4 sets</p><h2>How far?</h2><p>10 metres</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{asked}").tracking == tracked(sets="4", distance="10 metres")


def test_how_long_to_hold() -> None:
    asked = "<h2>How long do I hold it?</h2><p>30 seconds</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{asked}").tracking == tracked(time="30 seconds")


def test_what_a_page_says_of_its_site_is_no_description() -> None:
    head = "<meta name='description' content='Jumpindex lists 140 hops for coaches.'>"
    page = f"{head}{TITLE}<p>Target: Quads</p>{STEPS}"
    assert record(page, "Goblet Squat :: Jumpindex").description == ""


def test_sentences_of_nothing_but_facts_are_no_description_where_another_is() -> None:
    facts = "The target muscles are the quads. The equipment is a rope. The level is beginner, and the exercise type is cardio."
    found = record(f"{TITLE}<p>They call it honest, and it is.</p><h2>What is what</h2><p>{facts}</p>{STEPS}")
    assert (found.description, found.exercise_type) == ("They call it honest, and it is.", "cardio")


def test_remarks_that_are_counted_are_those_of_readers() -> None:
    remarks = "<h2>Remarks (2)</h2><div><b>ann_b</b><p>I do 4 sets of 15.</p></div><div><b>Jo</b><p>Which muscle is it?</p></div>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{remarks}").safety_tips == ()
