"""Pages through the program, and its records against the expected ones, field by field."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.ingest.judging import read_file
from pipeline.mapping import to_mapping
from pipeline.reading import Profiles
from pipeline.settings import Settings
from tests.quality import corpus

FIELDS = (
    "name",
    "aliases",
    "description",
    "body_parts",
    "target_muscles",
    "secondary_muscles",
    "equipment",
    "difficulty",
    "exercise_type",
    "bilateral",
    "instructions",
    "benefits",
    "safety_tips",
    "tracking",
    "mechanic",
    "force",
    "stabilizers",
    "variations",
    "extra",
    "url",
)
IN_ORDER = ("instructions", "benefits", "safety_tips", "tracking")
"""Fields whose values must come in the order of the page."""

Value = tuple[str, ...]
_FOLDED = str.maketrans(
    {**dict.fromkeys("‘’‚′", "'"), **dict.fromkeys("“”„″", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)
_GAPS = re.compile(r"\s+")


def fold(text: str) -> str:
    """Text as compared: straight quotes, one kind of dash, single blanks, nothing invisible."""
    return _GAPS.sub(" ", unicodedata.normalize("NFC", text).translate(_FOLDED)).strip()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One field of one page: what should be there, and what the program gave. One of the two is not empty."""

    group: str
    page: str
    field: str
    expected: tuple[Value, ...]
    given: tuple[Value, ...]

    @property
    def right(self) -> bool:
        if self.field in IN_ORDER:
            return self.expected == self.given
        return Counter(self.expected) == Counter(self.given)

    @property
    def hits(self) -> int:
        """How many of the given values are expected."""
        return (Counter(self.expected) & Counter(self.given)).total()

    @property
    def invented(self) -> bool:
        """Whether the page does not have this field at all."""
        return not self.expected


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field over all pages: values given, values expected, and how many are both."""

    given: int
    expected: int
    hits: int

    @property
    def precision(self) -> float:
        return self.hits / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.expected if self.expected else 1.0


def outcomes_of(files: Iterable[corpus.SavedFile]) -> list[Outcome]:
    """Every field of every page in the files. A page that is rejected gives nothing."""
    return [outcome for file in files for outcome in _compared(file, list(_records(file)))]


def markup_outcomes() -> list[Outcome]:
    return outcomes_of(corpus.pages())


def saving_outcomes() -> list[Outcome]:
    return outcomes_of(corpus.ways_of_saving())


@lru_cache(maxsize=1)
def _profiles() -> Profiles:
    return Profiles()


def _records(file: corpus.SavedFile) -> Iterator[Mapping[str, Any]]:
    """What a run would store of the file."""
    for reading in read_file(file.path, file.name, _profiles(), Settings()):
        if reading.exercise is not None and not reading.rejected:
            yield {**to_mapping(reading.exercise), "url": reading.exercise.source.url}


def _compared(file: corpus.SavedFile, records: list[Mapping[str, Any]]) -> Iterator[Outcome]:
    """Each expected record against the record most like it; a record too many is invented throughout."""
    partners = _partners(file.expected, records)
    for number, expected in enumerate(file.expected):
        page = f"{file.name} {number + 1}" if len(file.expected) > 1 else file.name
        yield from compared_fields(file.group, page, expected, records[partners[number]] if number in partners else {})
    for number, record in enumerate(records):
        if number not in partners.values():
            yield from compared_fields(file.group, f"{file.name} (not asked for)", {}, record)


def _partners(expected: Sequence[Mapping[str, Any]], records: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Which record belongs to which expected one: the pairs that agree in most fields come first."""
    likeness = {
        (e, r): sum(outcome.right for outcome in compared_fields("", "", wanted, record))
        for e, wanted in enumerate(expected)
        for r, record in enumerate(records)
    }
    partners: dict[int, int] = {}
    for e, r in sorted(likeness, key=lambda pair: -likeness[pair]):
        if e not in partners and r not in partners.values():
            partners[e] = r
    return partners


def compared_fields(group: str, page: str, expected: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[Outcome]:
    optional = expected.get("optional", {})
    for field in FIELDS:
        wanted = values(field, expected.get(field))
        free = Counter(values(field, optional.get(field)))
        given = tuple(v for v in values(field, record.get(field)) if v not in free)
        if wanted or given:
            yield Outcome(group, page, field, wanted, given)


def values(field: str, value: Any) -> tuple[Value, ...]:
    """A field as comparable values: one for a text, one an entry for a list. Empty and absent are the same."""
    if value is None or value in ("", [], {}):
        return ()
    if isinstance(value, Mapping):
        return tuple((fold(str(label)), fold(str(text))) for label, text in value.items())
    if isinstance(value, list):
        return tuple(_entry(field, entry) for entry in value)
    return (((str(value).lower() if isinstance(value, bool) else fold(str(value))),),)


def _entry(field: str, entry: Any) -> Value:
    if isinstance(entry, Mapping):
        return fold(entry.get("metric" if field == "tracking" else "title", "")), fold(entry.get("text", ""))
    return (fold(str(entry)),)


def by_group(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """The share of fields right of each markup or way of saving."""
    groups: defaultdict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.group].append(outcome.right)
    return {group: sum(right) / len(right) for group, right in sorted(groups.items())}


def by_field(outcomes: Iterable[Outcome]) -> dict[str, FieldScore]:
    """Precision and recall of each field, in the order of the record."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for outcome in outcomes:
        for n, count in enumerate((len(outcome.given), len(outcome.expected), outcome.hits)):
            sums[outcome.field][n] += count
    return {field: FieldScore(*sums[field]) for field in FIELDS if field in sums}


def mean(shares: Mapping[str, float]) -> float:
    return sum(shares.values()) / len(shares)
