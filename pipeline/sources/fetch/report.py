"""What a run tells its caller: events while it goes, a report when it is over."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass


class Outcome(enum.StrEnum):
    """How one address ended. WAITING is an address that an interrupted run did not come to."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    ROBOTS = "refused_by_robots"
    FAILED = "failed"
    DEFERRED = "deferred"
    WAITING = "waiting"


FINE = (Outcome.SAVED, Outcome.UNCHANGED)


@dataclass(frozen=True, slots=True)
class PageReport:
    """One address: `file` below the root, or `code` and `reason` why not; `final` after redirects."""

    url: str
    outcome: Outcome
    host: str = ""
    code: str = ""
    reason: str = ""
    status: int | None = None
    final: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class HostProgress:
    """One host now: pages done and waiting, seconds until its next request may go out."""

    host: str
    done: int
    waiting: int
    next_in: float


@dataclass(frozen=True, slots=True)
class HostNote:
    """Something about a whole host that a person should know, such as why it was stopped."""

    host: str
    message: str


Event = PageReport | HostProgress | HostNote
OnEvent = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class FetchReport:
    """A finished or interrupted run: every address once, in the order found; its length in `seconds`."""

    results: tuple[PageReport, ...]
    notes: tuple[HostNote, ...] = ()
    interrupted: bool = False
    seconds: float = 0.0

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many addresses ended each way; the sum is the number of addresses."""
        found = Counter(page.outcome for page in self.results)
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def exit_code(self) -> int:
        """0 when every address was saved or is unchanged, 1 otherwise."""
        return int(self.interrupted or any(page.outcome not in FINE for page in self.results))

    def as_json(self) -> dict[str, object]:
        """The report for `fetch --json`; pages is the sum of the six outcomes."""
        return {
            "pages": len(self.results),
            **{str(outcome): number for outcome, number in self.counts.items()},
            "interrupted": self.interrupted,
            "seconds": round(self.seconds, 3),
            "notes": [asdict(note) for note in self.notes],
            "results": [asdict(page) for page in self.results],
        }
