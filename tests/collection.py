"""A small collection for tests: records written as the store writes them, and strategies for any record."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from hypothesis import strategies as st

from pipeline.records import Exercise, Metric, Source, TitledText
from pipeline.store import Store, serialized
from pipeline.vocabulary import load
from pipeline.vocabulary.names import slug

PUSH_UP = Exercise(
    id="push-up",
    name="Push-Up",
    aliases=("Press-Up",),
    description="Lower the chest to the floor and press back up.",
    body_parts=("chest",),
    target_muscles=("chest",),
    secondary_muscles=("triceps", "front deltoids"),
    equipment=("body weight",),
    difficulty="beginner",
    exercise_type="strength",
    bilateral=True,
    instructions=("Set the hands under the shoulders.", "=Lower, then press."),
    benefits=(TitledText("Anywhere", "It takes no gear."), TitledText("", "It trains the trunk as well.")),
    safety_tips=(TitledText("Hips", "Keep them in line."),),
    tracking=(Metric("sets", "Count them."), Metric("reps", "")),
    mechanic="compound",
    force="push",
    extra={"Also good for": "warming up"},
    source=Source(
        file="raw/push-up.html", url="https://example.com/push-up", profile="generic", retrieved="2024-05-01"
    ),
)
INCLINE_CURL = Exercise(
    id="incline-curl",
    name="Incline Curl",
    description="A curl on a sloping bench.",
    body_parts=("upper arms",),
    target_muscles=("biceps",),
    secondary_muscles=(),
    equipment=("dumbbell", "bench"),
    difficulty="intermediate",
    exercise_type="strength",
    bilateral=False,
    instructions=("Sit back.", "Curl one weight at a time."),
    images=("https://example.com/curl.png",),
    language="en",
    license="CC0-1.0",
    source=Source(
        file="raw/incline-curl.html", url="https://example.com/incline-curl", retrieved="2023-01-15"
    ),
)
LEG_CURL = Exercise(
    id="leg-curl",
    name="Leg Curl",
    body_parts=("upper legs",),
    target_muscles=("hamstrings",),
    secondary_muscles=("calves",),
    equipment=("machine",),
    difficulty="advanced",
    exercise_type="strength",
    instructions=("Curl the pad toward you.",),
    source=Source(file="raw/leg-curl.txt"),
)
SAMPLES = (INCLINE_CURL, LEG_CURL, PUSH_UP)
"""In the order of their ids."""


def fill(root: Path, *exercises: Exercise) -> Path:
    """Writes records into a collection, those of SAMPLES unless others are given; returns the root."""
    for exercise in exercises or SAMPLES:
        Store(root).write(exercise.id, serialized(exercise))
    return root


def stored(exercise: Exercise) -> Exercise:
    """The record as it stands in the store: with its digest."""
    digest = serialized(exercise).decode().rpartition("digest: ")[2].strip()
    return dataclasses.replace(exercise, source=dataclasses.replace(exercise.source, digest=digest))


# No control characters and no surrogates: the reader of pages lets none through.
_texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=30
)
_words = _texts.map(lambda text: " ".join(text.split()))
_filled = _words.filter(bool)


def _terms(kind: str, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    names = st.sampled_from(list(load(kind)))
    return st.lists(names, max_size=most, unique=True).map(tuple)


def _one(kind: str) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *load(kind)])


_titled = st.lists(st.builds(TitledText, _words, _filled), max_size=2).map(tuple)
_metrics = st.lists(st.builds(Metric, st.sampled_from(list(load("metrics"))), _words), max_size=2).map(tuple)
_ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)

exercises = st.builds(
    Exercise,
    id=_ids,
    name=_filled.filter(slug),  # a record's id is made from its name
    aliases=st.lists(_filled, max_size=2, unique=True).map(tuple),
    description=_words,
    body_parts=_terms("body_parts"),
    target_muscles=_terms("muscles"),
    secondary_muscles=_terms("muscles"),
    equipment=_terms("equipment"),
    difficulty=_one("difficulty"),
    exercise_type=_one("exercise_types"),
    bilateral=st.sampled_from([None, True, False]),
    instructions=st.lists(_filled, max_size=3).map(tuple),
    benefits=_titled,
    safety_tips=_titled,
    tracking=_metrics,
    mechanic=_one("mechanic"),
    force=_one("force"),
    stabilizers=_terms("muscles", 1),
    variations=st.lists(_filled, max_size=1).map(tuple),
    images=st.lists(st.just("https://example.com/a.png"), max_size=1).map(tuple),
    video=st.sampled_from(["", "https://example.com/a.mp4"]),
    language=st.sampled_from(["", "en", "de"]),
    license=st.sampled_from(["", "CC0-1.0", "own"]),
    extra=st.dictionaries(_filled, _filled, max_size=2),
    source=st.builds(Source, file=st.just("raw/a.html"), url=st.sampled_from(["", "https://example.com/a"])),
)
"""Any record that the vocabulary's words can make."""
collections = st.lists(exercises, max_size=4, unique_by=lambda e: e.id)
