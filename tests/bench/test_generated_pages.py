"""The pages that speed is measured on are always the same, all different, and read to the last word."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.generate import MOST, Sheet, main, pages, render, sheets, variations
from pipeline.ingest.judging import judge
from pipeline.reading import Profiles
from pipeline.records import Exercise, Page, TitledText
from pipeline.settings import Settings
from pipeline.vocabulary.names import slug

SOME = list(sheets(40))


def read(sheet: Sheet) -> tuple[Exercise | None, tuple[str, ...]]:
    page = Page(render(sheet, SOME[:3], 1).encode(), f"raw/{sheet.slug}.html", "0" * 64, "text/html")
    reading = judge(page, Profiles([]), Settings())
    return reading.exercise, tuple(map(str, reading.issues))


def test_the_same_seed_gives_the_same_pages_and_another_seed_others() -> None:
    assert list(pages(5)) == list(pages(5))
    assert list(pages(5))[:3] == list(pages(3))
    assert list(pages(5)) != list(pages(5, seed=8))


def test_there_are_enough_pages_and_no_two_have_one_name() -> None:
    assert len(variations()) >= MOST
    ids = [slug(sheet.name) for sheet in sheets(2_000)]
    assert len(set(ids)) == len(ids)


def test_a_page_is_as_large_as_the_pages_of_its_family() -> None:
    sizes = [len(text.encode()) for _, text in pages(40)]
    assert min(sizes) > 13_500
    assert max(sizes) < 17_000


@pytest.mark.parametrize("sheet", SOME, ids=lambda sheet: sheet.slug)
def test_a_page_is_read_completely(sheet: Sheet) -> None:
    exercise, issues = read(sheet)
    assert not [line for line in issues if ": note: " not in line]
    assert exercise is not None
    facts = ("name", "description", "body_parts", "target_muscles", "secondary_muscles", "equipment", "bilateral")
    texts = ("difficulty", "exercise_type", "instructions")
    assert {name: getattr(exercise, name) for name in (*facts, *texts)} == {
        name: getattr(sheet, name) for name in (*facts, *texts)
    }
    assert exercise.benefits == tuple(TitledText(*entry) for entry in sheet.benefits)
    assert exercise.safety_tips == tuple(TitledText(*entry) for entry in sheet.safety_tips)
    assert [(m.metric, m.text) for m in exercise.tracking] == [(title.lower(), text) for title, text in sheet.tracking]


def test_the_command_writes_the_pages_it_is_asked_for(tmp_path: Path) -> None:
    assert main(["3", str(tmp_path)]) == 0
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == dict(pages(3))


@pytest.mark.parametrize("arguments", [[], ["three", "folder"], ["3"]])
def test_the_command_says_how_it_is_used(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "python -m bench.generate N DIR" in capsys.readouterr().err
