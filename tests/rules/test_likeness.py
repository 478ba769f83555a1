"""Nearly the same steps are found among many without comparing all with all."""

from __future__ import annotations

import random
import time

from pipeline.rules.likeness import Neighbours, likeness, plain_words, shingles

VOCABULARY = [f"word{n}" for n in range(400)]


def text(seed: int, length: int = 80) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=length)  # noqa: S311


def changed(words: list[str], share: float, seed: int) -> list[str]:
    """The words with the given share of them exchanged, one after the other from the start."""
    return text(seed, int(len(words) * share)) + words[int(len(words) * share) :]


def test_likeness_is_the_share_of_common_word_sequences() -> None:
    one, other = plain_words("Lift the bar to the chest."), plain_words("lift the bar to the hips")
    assert likeness(shingles(one), shingles(one)) == 1.0
    assert likeness(shingles(one), shingles(other)) == 3 / 5
    assert likeness(shingles([]), shingles([])) == 0.0


def test_near_copies_are_found_and_others_are_not() -> None:
    neighbours = Neighbours(0.75)
    originals = [text(seed) for seed in range(300)]
    assert [neighbours.add(words) for words in originals] == [None] * 300
    found = [neighbours.add(changed(words, 0.1, n + 1000)) for n, words in enumerate(originals)]
    right = sum(near is not None and near[0] == n for n, near in enumerate(found))
    assert right >= 297
    different = [neighbours.add(changed(words, 0.5, n + 5000)) for n, words in enumerate(originals)]
    assert different == [None] * 300


def test_the_same_beginning_on_every_page_does_not_make_the_time_grow_with_the_square() -> None:
    template = text(1, 60)

    def seconds(number: int) -> float:
        neighbours = Neighbours(0.95)
        started = time.perf_counter()
        for n in range(number):
            neighbours.add(template + text(n + 10, 20))
        return time.perf_counter() - started

    seconds(200)
    assert seconds(4000) < 4 * 5 * seconds(800)  # five times as many; room for a busy machine
