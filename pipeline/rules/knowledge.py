"""The rules' word lists and thresholds, from the YAML files beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline import datafiles


@lru_cache(maxsize=8)
def known(stem: str) -> Any:
    """The content of one data file, every scalar as text."""
    return datafiles.load(Path(__file__).parent / f"{stem}.yaml")


@lru_cache(maxsize=64)
def threshold(name: str) -> int:
    """A number of thresholds.yaml."""
    return int(known("thresholds")[name])


@lru_cache(maxsize=64)
def words(name: str) -> tuple[str, ...]:
    """A list of words.yaml."""
    return tuple(known("words")[name])


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases as whole words; their blanks also match hyphens, a plural s may follow."""
    longest_first = sorted(phrases, key=len, reverse=True)
    choices = "|".join(r"[\s-]?".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return rf"(?<![\w-])(?:{choices})s?(?![\w-])"
