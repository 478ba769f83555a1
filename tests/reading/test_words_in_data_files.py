"""The words of the reading's data files: a list that says one twice hides which of the two decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline.reading
from pipeline import datafiles

READING = Path(pipeline.reading.__file__).parent
FILES = sorted(READING.rglob("*.yaml"))


def _lists(loaded: object, where: str = "") -> Iterator[tuple[str, list[object]]]:
    if isinstance(loaded, dict):
        for name, inside in loaded.items():
            yield from _lists(inside, f"{where}/{name}")
    elif isinstance(loaded, list):
        yield where, loaded


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(READING)) for file in FILES])
def test_no_word_stands_twice_in_a_list(file: Path) -> None:
    twice = {
        where: [word for word, times in Counter(map(str, words)).items() if times > 1]
        for where, words in _lists(datafiles.load(file))
    }
    assert {where: words for where, words in twice.items() if words} == {}
