"""The floor: the score once reached, in floor.json, and the comparison with the score of today."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality import corpus, scoring

FILE = corpus.HERE / "floor.json"
TOLERANCE = 0.0005
_DIGITS = 6


class Lowered(Exception):
    """Raised instead of writing a floor with a number below that of the same corpus before."""

    def __init__(self, falls: list[str]) -> None:
        super().__init__("; ".join(falls))
        self.falls = falls


@dataclass(frozen=True, slots=True)
class Measured:
    """Every field of every page, and the hash of the corpus they come from."""

    markups: list[scoring.Outcome]
    saving: list[scoring.Outcome]
    corpus: str

    @property
    def outcomes(self) -> list[scoring.Outcome]:
        return [*self.markups, *self.saving]

    def as_floor(self) -> dict[str, Any]:
        """The numbers as floor.json keeps them: shares from 0 to 1."""
        markups, saving = scoring.by_group(self.markups), scoring.by_group(self.saving)
        fields = scoring.by_field(self.outcomes)
        return {
            "corpus": self.corpus,
            "score": round(scoring.mean(markups), _DIGITS),
            "saving": round(scoring.mean(saving), _DIGITS),
            "fields": {
                name: {"precision": round(field.precision, _DIGITS), "recall": round(field.recall, _DIGITS)}
                for name, field in fields.items()
            },
            "markups": {name: round(share, _DIGITS) for name, share in markups.items()},
            "ways_of_saving": {name: round(share, _DIGITS) for name, share in saving.items()},
        }


def measure() -> Measured:
    """Reads the whole corpus with the program as it is."""
    return Measured(scoring.markup_outcomes(), scoring.saving_outcomes(), corpus.digest())


def load(path: Path = FILE) -> dict[str, Any]:
    """The floor on file; empty when there is none yet."""
    try:
        loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return loaded


def falls(floor: Mapping[str, Any], now: Mapping[str, Any], tolerance: float = TOLERANCE) -> list[str]:
    """One line for each number that is lower now than the floor allows."""
    today = dict(_numbers(now))
    return [
        f"{name}: {today.get(name, 0.0):.4f}, the floor is {least:.4f}"
        for name, least in _numbers(floor)
        if today.get(name, 0.0) < least - tolerance
    ]


def update(now: Mapping[str, Any], path: Path = FILE) -> None:
    """Writes the numbers of today as the floor. Raises Lowered where one of the same corpus would go down."""
    before = load(path)
    if before.get("corpus") == now["corpus"] and (lower := falls(before, now, tolerance=0.0)):
        raise Lowered(lower)
    path.write_text(json.dumps(now, indent=2, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def _numbers(floor: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, float]]:
    for name, value in floor.items():
        if isinstance(value, Mapping):
            yield from _numbers(value, f"{before}{name}.")
        elif isinstance(value, (int, float)):
            yield f"{before}{name}", float(value)
