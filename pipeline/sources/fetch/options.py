"""What a run is asked to do, and the [fetch] table of exercises.toml."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from pipeline.errors import BadSettings, WrongUse
from pipeline.settings import FILE
from pipeline.sources.fetch.clock import Clock
from pipeline.sources.fetch.inside import Resolve, system_resolver
from pipeline.version import __version__

PRODUCT = "exercise-pipeline"
"""The product token: the name a robots.txt may address (RFC 9309, section 2.2.1)."""

LONGEST_DELAY = 60.0
"""Seconds between requests. A host that wants more would take days; it is skipped and said so."""

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes that end an exchange. `wire` counts what is received, `decoded` what it unfolds to.

    With `cut`, a body over the limit is not refused: what was read of it stands.
    """

    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    total_seconds: float = 120.0
    wire_bytes: int = 5 * MIB
    decoded_bytes: int = 20 * MIB
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Seams:
    """What a run takes from the outside world; tests put their own in."""

    clock: Clock = field(default_factory=Clock)
    resolve: Resolve = system_resolver
    random: random.Random = field(default_factory=random.Random)


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """One run. `delay` is in seconds; `own_hosts` are the hosts `ignore_robots` may be used on.

    `sitemaps` are addresses of sitemaps, or of a site whose robots.txt names them; `match` are shell patterns
    that an address from a sitemap must fit, as a whole or by its path.
    """

    root: Path
    contact: str
    delay: float = 1.0
    sitemaps: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    allow_private: bool = False
    ignore_robots: bool = False
    own_hosts: frozenset[str] = frozenset()
    force: bool = False
    warc: Path | None = None
    hosts_at_once: int = 8
    limits: Limits = Limits()

    def __post_init__(self) -> None:
        """Raises WrongUse for what no run can be asked to do."""
        _contact(self.contact)
        if not (math.isfinite(self.delay) and 0 <= self.delay <= LONGEST_DELAY):
            raise WrongUse(f"the delay must be from 0 to {LONGEST_DELAY:g} seconds, not {self.delay}")
        if self.ignore_robots and not self.own_hosts:
            raise WrongUse(f"--ignore-robots is for your own hosts: list them as own_hosts under [fetch] in {FILE}")

    @property
    def user_agent(self) -> str:
        """Tool, version and contact (RFC 9110, section 10.1.5)."""
        return f"{PRODUCT}/{__version__} (+{self.contact})"


def _contact(contact: str) -> None:
    if not contact.strip():
        raise WrongUse(
            "site owners must be able to reach you: give --contact you@example.com, "
            f'or set contact = "you@example.com" under [fetch] in {FILE}'
        )
    if not (contact.isascii() and contact.isprintable()) or set("()\\") & set(contact):
        raise WrongUse("the contact must be plain letters without brackets, such as you@example.com")


_NUMBERS = {
    "delay": (0.0, LONGEST_DELAY),
    "hosts_at_once": (1, 64),
    "connect_seconds": (0.01, 600),
    "read_seconds": (0.01, 600),
    "total_seconds": (0.01, 3600),
    "wire_bytes": (1, 100 * MIB),
    "decoded_bytes": (1, 200 * MIB),
}


def from_settings(table: Mapping[str, object]) -> dict[str, object]:
    """The keyword arguments of FetchOptions that a [fetch] table sets. Raises BadSettings."""
    given: dict[str, object] = {}
    limits: dict[str, object] = {}
    limit_names = {entry.name for entry in fields(Limits)}
    for name, value in table.items():
        if name in _NUMBERS:
            (limits if name in limit_names else given)[name] = _number(name, value)
        elif name == "contact":
            given[name] = _text(name, value)
        elif name == "own_hosts":
            given[name] = _hosts(value)
        else:
            known = ", ".join(("contact", "own_hosts", *_NUMBERS))
            raise BadSettings(FILE, f"unknown key {name!r} in [fetch]; known: {known}")
    if limits:
        given["limits"] = Limits(**limits)  # type: ignore[arg-type]
    return given


def _number(name: str, value: object) -> float:
    low, high = _NUMBERS[name]
    wanted = (int,) if isinstance(low, int) else (int, float)
    if isinstance(value, bool) or not isinstance(value, wanted) or not low <= value <= high:
        raise BadSettings(FILE, f"fetch.{name} must be a number from {low:g} to {high:g}, not {value!r}")
    return value


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadSettings(FILE, f"fetch.{name} must be a text such as you@example.com")
    return value.strip()


def _hosts(value: object) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(host, str) for host in value):
        raise BadSettings(FILE, "fetch.own_hosts must be a list of host names")
    return frozenset(host.lower() for host in value)
