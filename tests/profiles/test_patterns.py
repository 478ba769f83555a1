"""Patterns with stars, as profiles write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.words.patterns import Patterns
from pipeline.vocabulary import key

WORDS = st.sampled_from(["how", "to", "do", "track", "form"])


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("How to squat", "steps"),
        ("how to track it", "tracking"),
        ("How to", "steps"),  # the name may have no letters
        ("The benefits", "benefits"),
        ("Benefits", None),
        ("Form, and how it pays: tips", "tips"),
        ("form tips", None),
    ],
)
def test_the_pattern_with_the_most_letters_wins_and_a_star_stands_for_a_word(text: str, meaning: str | None) -> None:
    patterns = Patterns(
        [
            ("how to *", "steps"),
            ("* benefits", "benefits"),
            ("how to track *", "tracking"),
            ("form * how * tips", "tips"),
        ]
    )
    assert patterns.match(key(text)) == meaning


@given(
    pattern=st.lists(st.one_of(WORDS, st.just("*")), min_size=1, max_size=6).filter(lambda p: {"*"} < set(p)),
    text=st.lists(WORDS, min_size=1, max_size=8),
)
def test_a_pattern_matches_what_its_regular_expression_does(pattern: list[str], text: list[str]) -> None:
    single = [word for n, word in enumerate(pattern) if word != "*" or pattern[n - 1 : n] != ["*"]]
    wanted = re.compile(" ".join(r"\S.*" if word == "*" else word for word in single))
    said = " ".join(text)
    bare = " ".join(word for word in single if word != "*")
    named_nothing = said == bare and " " in bare  # "how to *", where a name without letters leaves nothing behind it
    found = Patterns([(" ".join(single), "x")]).match(said)
    assert (found == "x") == (wanted.fullmatch(said) is not None or named_nothing)
