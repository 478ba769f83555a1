"""A figure and the table that figures are shown in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bench.measuring import Spread


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: what was measured on which pages, the value with its spread, and the most it should be."""

    pages: str
    what: str
    unit: str
    spread: Spread
    aim: float | None = None
    value: float | None = None

    @property
    def shown(self) -> float:
        """The value that counts: the median, unless another was asked for."""
        return self.spread.median if self.value is None else self.value

    @property
    def verdict(self) -> str:
        if self.aim is None:
            return ""
        return f"{'ok' if self.shown <= self.aim else 'MISSED'}  aim {self.aim:g}"

    def as_json(self) -> dict[str, Any]:
        return {
            "pages": self.pages,
            "what": self.what,
            "unit": self.unit,
            "value": round(self.shown, 5),
            "aim": self.aim,
            "measured": [round(v, 5) for v in self.spread.values[:100]],
        }


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns: pages, what, value, lowest to highest, verdict."""
    return "\n".join(
        f"{f.pages:>8}  {f.what:<52} {_number(f.shown):>8} {f.unit:<8} {_between(f.spread):<19} {f.verdict}".rstrip()
        for f in figures
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value >= 1 else f"{value:.3f}"


def _between(spread: Spread) -> str:
    return f"{_number(min(spread.values))} – {_number(max(spread.values))}"
