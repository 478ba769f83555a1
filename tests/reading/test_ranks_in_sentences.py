"""Sentences that give muscles two ranks, in the many ways that people write them."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE
from tests.reading.records import record


@pytest.mark.parametrize(
    "sentence",
    [
        "The Goblet Squat targets the quads and also works the glutes.",
        "The Goblet Squat targets the quads, and also works the glutes.",
        "The Goblet Squat primarily targets the quads, while also engaging the glutes.",
        "The Goblet Squat primarily targets the quads while also engaging the glutes.",
        "The Goblet Squat works the quads and, to a lesser extent, the glutes.",
        "The Goblet Squat works the quads, and to a lesser extent the glutes.",
        "The Goblet Squat targets the quads, with the glutes acting as synergists.",
        "The Goblet Squat targets the quads, with the glutes assisting.",
        "The Goblet Squat targets the quads, with help from the glutes.",
        "The Goblet Squat targets the quads with assistance from the glutes.",
        "The Goblet Squat targets the quads; the glutes assist.",
        "The Goblet Squat targets the quads. The glutes assist.",
        "The Goblet Squat targets the quads, and the glutes assist.",
        "The Goblet Squat targets the quads and secondarily works the glutes.",
        "The Goblet Squat targets the quads as the primary muscle and the glutes as secondary muscles.",
        "The Goblet Squat mainly works the quads and involves the glutes as secondary muscles.",
        "The Goblet Squat is an exercise that mainly trains the quads but also the glutes.",
        "The Goblet Squat is an exercise for the quads that also hits the glutes.",
        "The Goblet Squat is a beginner exercise for the quads, which also works the glutes.",
        "The Goblet Squat works the quads, and the glutes get some work too.",
        "The Goblet Squat works the quads and works the glutes as well.",
        "The Goblet Squat hits the quads hard and brings in the glutes.",
        "The primary muscle worked is the quads; secondary muscles include the glutes.",
        "The main muscles worked are the quads, and the secondary muscles are the glutes.",
        "The quads are the primary movers, and the glutes assist.",
        "The quads are the prime movers, with the glutes as synergists.",
        "The quads do most of the work, assisted by the glutes.",
        "The Goblet Squat is a great exercise for the quads. Secondary muscles worked are the glutes.",
        "The Goblet Squat emphasizes the quads and also activates the glutes.",
        "The Goblet Squat focuses on the quads, with secondary emphasis on the glutes.",
        "The Goblet Squat develops the quads, while the glutes work as secondary muscles.",
        "The Goblet Squat is a compound movement that works the quads along with the glutes as secondary muscles.",
        "The Goblet Squat is a compound movement targeting the quads and secondarily the glutes.",
        "The Goblet Squat is a compound movement targeting the quads, with the glutes helping out.",
        "The Goblet Squat trains the quads first and the glutes second.",
        "The Goblet Squat works mainly the quads, plus the glutes.",
        "The Goblet Squat primarily works the quads. It also works the glutes.",
        "The Goblet Squat primarily works the quads. It also involves the glutes.",
        "The Goblet Squat primarily works the quads. Additionally, it works the glutes.",
        "The Goblet Squat primarily works the quads. Secondarily, it works the glutes.",
        "The Goblet Squat primarily works the quads. The glutes are worked as well.",
        "The Goblet Squat primarily works the quads. The glutes also help.",
        "The Goblet Squat primarily works the quads. Your glutes are secondary muscles.",
        "The Goblet Squat primarily works the quads. Other muscles involved are the glutes.",
        "The target muscle is the quads, and the synergist is the glutes.",
        "Target muscle is the quads. Synergists are the glutes.",
    ],
)
def test_one_muscle_in_the_first_rank_and_one_in_the_second(sentence: str) -> None:
    found = record(f"{TITLE}<p>{sentence}</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))
