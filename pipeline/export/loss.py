"""What a foreign format cannot hold: every term renamed, narrowed or dropped, and every field left out."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Fate(enum.StrEnum):
    """What became of a value: another name for the same, a broader or a coarser one, or nothing."""

    MAPPED = "mapped"
    NARROWED = "narrowed"
    DROPPED = "dropped"


class Loss(NamedTuple):
    """One kind of event. `became` is empty for a dropped value, `value` where a whole field is left out."""

    fate: Fate
    field: str
    value: str
    became: str

    def __str__(self) -> str:
        what = f"{self.field} {self.value!r}" if self.value else self.field
        return f"{what} -> {self.became!r}" if self.became else f"{what} has no place there"


@dataclass(slots=True)
class LossReport:
    """Counts what happened to the values of an export, and remembers the exercises that lost something."""

    format: str
    counts: Counter[Loss] = field(default_factory=Counter)
    lossy: dict[str, set[str]] = field(default_factory=dict)

    def mapped(self, name: str, value: str, became: str) -> None:
        """The same thing under another name: nothing is lost."""
        self.counts[Loss(Fate.MAPPED, name, value, became)] += 1

    def narrowed(self, exercise_id: str, name: str, value: str, became: str) -> None:
        """A value that comes back as something else than it was."""
        self._lost(exercise_id, Loss(Fate.NARROWED, name, value, became))

    def dropped(self, exercise_id: str, name: str, value: str = "") -> None:
        """A value, or with `value` empty a whole field, that has no place in the format."""
        self._lost(exercise_id, Loss(Fate.DROPPED, name, value, ""))

    def _lost(self, exercise_id: str, loss: Loss) -> None:
        self.counts[loss] += 1
        self.lossy.setdefault(exercise_id, set()).add(loss.field)

    def fields(self, exercise_id: str) -> frozenset[str]:
        """The fields of one exercise that do not come back as they were."""
        return frozenset(self.lossy.get(exercise_id, ()))

    def of(self, fate: Fate) -> Iterator[tuple[Loss, int]]:
        """The events of one fate, the most frequent first, then by their words."""
        found = ((loss, count) for loss, count in self.counts.items() if loss.fate is fate)
        return iter(sorted(found, key=lambda entry: (-entry[1], entry[0])))

    def to_mapping(self) -> dict[str, object]:
        """The report as plain data, one list a fate."""
        by_fate = {
            str(fate): [
                {"field": loss.field, "value": loss.value, "became": loss.became, "count": count}
                for loss, count in self.of(fate)
            ]
            for fate in Fate
        }
        return {"format": self.format, "exercises_with_losses": len(self.lossy), **by_fate}
