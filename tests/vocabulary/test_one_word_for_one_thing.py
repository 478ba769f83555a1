"""Every way to write a term leads to one name, and the files of the vocabulary are sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import datafiles, vocabulary
from pipeline.search.lexicon import lineage
from pipeline.vocabulary import KINDS, key, load, name_families


@pytest.mark.parametrize(
    ("kind", "written", "name"),
    [
        ("muscles", "Quads", "quadriceps"),
        ("muscles", "Pectoralis Major, Sternal Head", "chest"),
        ("muscles", "thighs (front)", "quadriceps"),
        ("muscles", "Tricep", "triceps"),
        ("muscles", "bi", "biceps"),
        ("muscles", "Deltoid, Anterior", "front deltoids"),
        ("muscles", "soleus", "soleus"),
        ("equipment", "None (bodyweight exercise)", "body weight"),
        ("equipment", "E-Z Curl Bar", "ez bar"),
        ("equipment", "dumbell", "dumbbell"),
        ("equipment", "Swiss balls", "stability ball"),
        ("equipment", "olympic barbell", "barbell"),
        ("difficulty", "7/10", "intermediate"),
        ("difficulty", "Expert level", "advanced"),
        ("exercise_types", "Plyo", "plyometrics"),
    ],
)
def test_other_names_lead_to_the_canonical_one(kind: str, written: str, name: str) -> None:
    assert load(kind).find(written) == name


@pytest.mark.parametrize("word", ["flux capacitor", "hamstringers", "", "123"])
def test_an_unknown_word_is_nobody(word: str) -> None:
    assert load("muscles").find(word) is None


def test_a_slip_gets_a_suggestion_and_nonsense_none() -> None:
    assert load("muscles").suggest("hamstirngs")[0] == "hamstrings"
    assert load("equipment").suggest("qqqqqq") == ()


def test_a_muscle_stands_under_its_part_and_regions() -> None:
    assert lineage("muscle", "hamstrings") == ("upper legs", "legs", "lower body", "full body")
    assert "calves" in lineage("muscle", "soleus")
    assert {"core", "back"} <= set(lineage("muscle", "lower back"))


@pytest.mark.parametrize("kind", KINDS)
def test_no_spelling_belongs_to_two_terms_and_every_parent_exists(kind: str) -> None:
    owners: dict[str, str] = {}
    vocabulary = load(kind)
    for term in vocabulary.terms.values():
        for spelling in (term.name, *term.also):
            assert owners.setdefault(key(spelling), term.name) == term.name, spelling
        assert all(parent in vocabulary for parent in term.under)
        assert not term.part or term.part in load("body_parts")


def test_names_of_exercises_stand_in_one_family_unless_they_mean_two() -> None:
    families = name_families()
    assert len(families) >= 250
    owners: dict[str, list[str]] = {}
    for family in families:
        for spelling in dict.fromkeys(map(key, family)):
            owners.setdefault(spelling, []).append(family[0])
    assert {s: f for s, f in owners.items() if len(f) > 1}.keys() == {"butterfly", "prayer stretch", "french press"}


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    once = key(text)
    assert key(once).split() == key(key(once)).split()
    assert once == " ".join(once.split())


def test_a_lone_name_is_of_no_family() -> None:
    lone = list(map(key, datafiles.load(Path(vocabulary.__file__).parent / "lone_names.yaml")))
    families = {key(name) for family in name_families() for name in family}
    assert families.isdisjoint(lone)
    assert len(set(lone)) == len(lone)
