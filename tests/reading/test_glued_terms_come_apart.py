"""Runs of terms: separators, glue, and words nobody knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.words.terms import split_terms
from pipeline.vocabulary import load

MUSCLES = load("muscles")


@pytest.mark.parametrize(
    ("run", "terms"),
    [
        ("GlutesCalves", ["Glutes", "Calves"]),
        ("Upper BackLower BackTrapsLats", ["Upper Back", "Lower Back", "Traps", "Lats"]),
        ("Glutes, Hamstrings and Calves", ["Glutes", "Hamstrings", "Calves"]),
        ("Glutes and Calves", ["Glutes", "Calves"]),
        ("Pectoralis Major, Sternal Head, Triceps Brachii", ["Pectoralis Major, Sternal Head", "Triceps Brachii"]),
        ("Gastrocnemius, Medial Head", ["medial Gastrocnemius"]),
        ("Obliques, External; Glutes", ["external Obliques", "Glutes"]),
        ("Gluteus Maximus, Lower Fibers", ["Gluteus Maximus"]),
        ("Deltoid, Anterior; Deltoid, Lateral", ["Deltoid, Anterior", "Deltoid, Lateral"]),
        ("HamstringsFlubberGlutes", ["Hamstrings", "Flubber", "Glutes"]),
        ("Flubber", ["Flubber"]),
        ("GLUTESCALVES", ["glutes", "calves"]),
        ("Abdominals (Rectus Abdominis)", ["Abdominals"]),
        ("Heart and Lungs", ["Heart and Lungs"]),
        ("Quads / Hams • Calves | Shins", ["Quads", "Hams", "Calves", "Shins"]),
        ("", []),
    ],
)
def test_terms_of_a_run(run: str, terms: list[str]) -> None:
    assert split_terms(run, MUSCLES) == terms


@pytest.mark.parametrize(
    ("run", "terms"),
    [
        ("EZ BarbellBench", ["EZ Barbell", "Bench"]),
        ("None (bodyweight exercise)", ["None (bodyweight exercise)"]),
        ("TRXBarbell", ["TRX", "Barbell"]),
    ],
)
def test_tools_of_a_run(run: str, terms: list[str]) -> None:
    assert split_terms(run, load("equipment")) == terms


@given(
    st.lists(st.sampled_from([n for n in MUSCLES if not MUSCLES.terms[n].group]), min_size=1, max_size=6, unique=True)
)
def test_any_chips_glued_in_title_case_come_apart(names: list[str]) -> None:
    assert split_terms("".join(name.title() for name in names), MUSCLES) == [name.title() for name in names]


@given(
    st.lists(st.sampled_from(list(MUSCLES)), min_size=1, max_size=6, unique=True),
    st.sampled_from([", ", " / ", "; ", " | ", " · "]),
)
def test_any_separated_terms_come_apart(names: list[str], separator: str) -> None:
    assert split_terms(separator.join(names), MUSCLES) == names


@pytest.mark.parametrize("text", ["•• of the quads", "- of quads", "of the triceps"])
def test_nothing_of_a_muscle_is_no_part_of_it(text: str) -> None:
    assert split_terms(text, load("muscles"))


@given(
    st.lists(
        st.sampled_from([*"•-.,()% ", "of", "the", "with", "and", "long", "head", "quads", "Triceps", "zzz", "60"])
    )
)
def test_whatever_stands_between_terms_none_is_empty(pieces: list[str]) -> None:
    assert all(term.strip() for term in split_terms(" ".join(pieces), load("muscles")))
