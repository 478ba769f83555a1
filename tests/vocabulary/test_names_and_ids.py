"""Names as a person writes them, and ids that every file system takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vocabulary.names import slug, title_case


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Inverse Leg Curl (bench Support)", "Inverse Leg Curl (Bench Support)"),
        ("ez bar curl", "EZ Bar Curl"),
        ("trx row", "TRX Row"),
        ("90/90 hip switch", "90/90 Hip Switch"),
        ("PUSH-UP", "Push-Up"),
        ("bent-over row", "Bent-Over Row"),
        ("toe-to-bar raise", "Toe-to-Bar Raise"),
        ("clean and jerk", "Clean and Jerk"),
        ("Chin To Chest Stretch", "Chin To Chest Stretch"),  # as the page writes it
        ("CHIN TO CHEST STRETCH", "Chin to Chest Stretch"),
        ("barbell row (with pause)", "Barbell Row (with Pause)"),
        ("45° leg press", "45° Leg Press"),
        ("SkiErg intervals", "SkiErg Intervals"),
        ("farmer's walk", "Farmer's Walk"),
        ("v-up", "V-Up"),
        ("3/4 sit-up", "3/4 Sit-Up"),
        ("leverage iso row v. 3", "Leverage Iso Row v. 3"),
    ],
)
def test_names_are_in_title_case(written: str, shown: str) -> None:
    assert title_case(written) == shown
    assert title_case(shown) == shown


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Inverse Leg Curl (Bench Support)", "inverse-leg-curl-bench-support"),
        ("90/90 Hip Switch", "90-90-hip-switch"),
        ("Farmer's Walk", "farmers-walk"),
        ("CON", "con-exercise"),
        ("../../etc/passwd", "etc-passwd"),
        ("★ ☆ !!", ""),
        ("Élévation Latérale", "elevation-laterale"),
    ],
)
def test_ids_are_safe_and_readable(name: str, made: str) -> None:
    assert slug(name) == made


@given(st.text(max_size=400))
def test_any_name_makes_a_safe_id_or_none(name: str) -> None:
    made = slug(name)
    assert len(made) <= 120
    assert not made or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert slug(made) == made
