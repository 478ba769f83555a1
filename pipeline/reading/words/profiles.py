"""Profiles: what the headings and labels of a kind of page mean. YAML files, the built-in ones in `reading/profiles`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline.reading.words.hinting import hints
from pipeline.reading.words.installed import PageProfile
from pipeline.reading.words.kinds import vocabularies_of
from pipeline.reading.words.patterns import Patterns, Signature
from pipeline.reading.words.plain import is_numbered
from pipeline.vocabulary import key, known_names

GENERIC = "generic"
FACTS = "#facts"
SKIPPED = "#skipped"
IGNORED = "#ignored"
"""What a heading can mean besides a field."""

_NUMBERING = re.compile(
    r"^(?:(?:(?:part|round|chapter|section) )?\d{1,2}(?:[-.]\d{1,2})*[.):]|[ivx]{1,4}\.|\(?[a-z]\)|[#>»•-])\s+",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"^\d{1,2}\s+(?=([A-Za-z]+))")
_LONGEST_HEADING = 500
_TOLD = frozenset(("instructions", "benefits", "safety_tips", "tips"))
"""Fields whose headings may say more behind a comma."""
_REMEMBERED = 100
"""The longest text whose meaning is kept."""
_LABEL_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z\d])")
_CAMEL = re.compile(r"^[a-z]+(?:[A-Z][a-z]+)+$")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_PARTS = 6
"""Of a label; a text of more is none."""
_PARTED = re.compile(r"\s*[/()]\s*")
_COUNTED = re.compile(r"\s*\(\d{1,5}\)$")
_COUNT = re.compile(r"^\d+ ")
_SHORTEST_LABEL = 4
"""Of a label from which words were taken away."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One kind of page. `headings` and `labels` map words to a field; `hosts` and `signature` recognise its pages.

    `script` reads what words cannot say; see `installed`.
    """

    name: str
    version: str
    verified: str
    hosts: tuple[str, ...]
    signature: Signature
    at_least: int
    headings: Patterns
    labels: Patterns
    dropped: Patterns
    dropped_sentences: Patterns
    closing: Patterns
    page_labels: frozenset[str]
    posters: Patterns
    sold: Patterns
    name_before: re.Pattern[str]
    name_after: re.Pattern[str]
    name_tail: frozenset[str]
    types: frozenset[str]
    foreign_types: frozenset[str]
    properties: Mapping[str, str]
    empty_values: frozenset[str]
    elsewhere: frozenset[str]
    other_things: frozenset[str]
    doubtful: frozenset[str]
    label_noise: frozenset[str]
    heading_noise: frozenset[str]
    adjectives: frozenset[str]
    fingerprint: str
    field_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    other_names: tuple[str, ...] = ()
    """The words that labels of other names begin with."""
    script: PageProfile | None = None

    @property
    def label(self) -> str:
        """As it stands in a record: name and version."""
        return f"{self.name}@{self.version}"

    def heading(self, text: str) -> str | None:
        """What a heading means: a field, FACTS, SKIPPED, IGNORED, or None for words this profile does not know."""
        return _short_meaning(self, text) if len(text) <= _REMEMBERED else _meaning_of_parts(self, text)

    def words_of(self, field_name: str) -> list[str]:
        """The labels and headings that are looked for to find a field."""
        return list(self.field_words.get(field_name, ()))

    def exactly(self, text: str) -> str | None:
        """Like `heading`, for headings that are word for word in the profile ("How to do it"), also with a count behind
        them ("Comments (2)").
        """
        return _short_exactly(self, text) if len(text) <= _REMEMBERED else _exactly(self, text)

    def is_doubtful(self, text: str) -> bool:
        """Whether a label speaks of its field only where a known term stands beside it: "For: intermediates"."""
        wanted = heading_key(text)
        if self.labels.exact(wanted):
            return wanted in self.doubtful
        said = wanted.split()
        ways = (said, *([w for w in said if w not in noise] for noise in (self.label_noise, self.heading_noise)))
        return any(" ".join(words) in self.doubtful for words in ways)

    def label_of(self, text: str) -> str | None:
        """The field of a label; None when it is none. Words that add nothing may stand around it: "Exercise category"."""
        return _short_label(self, text) if len(text) <= _REMEMBERED else _label(self, text)


def glued_label(profile: Profile, text: str) -> tuple[str, str] | None:
    """ "Body PartsUpper Legs": the longest known label that ends where a capital or a digit begins, with no space."""
    seams = [m.start() for m in _LABEL_SEAM.finditer(text[:60])] if len(text) <= 200 else []
    if not seams or is_numbered(text) or profile.label_of(text):
        return None  # "primaryMuscles" is a label as a whole
    for seam in reversed(seams):
        if profile.label_of(text[:seam]):
            return text[:seam], text[seam:]
    return None


@lru_cache(maxsize=8192)
def heading_key(text: str) -> str:
    """The key of a heading without the number before it: "2. Technique", "6-4. MOVEMENT"; "Muscle(s)" is "muscle"."""
    return _key_of(without_numbering(text))


def without_numbering(text: str) -> str:
    """A heading as it is looked for, whatever number it has on a page, also of what stands below: "7 benefits"."""
    number = _NUMBER_OF.match(text)
    if number and key(number.group(1)) in hints()["counted"]:
        return text[number.end() :]
    return _NUMBERING.sub("", text)


def _key_of(text: str) -> str:
    return key(text.replace("(s)", "").replace("(S)", ""))


def _label(profile: Profile, text: str) -> str | None:
    wanted = _key_of(text)
    found = profile.labels.exact(wanted)
    words = wanted.split()
    if found is None and words and words[-1] not in profile.other_things:  # "Level of this programme"
        if len(words) > 1 and words[-1] in profile.label_noise:  # "Main muscles used"
            found = profile.labels.exact(" ".join(words[:-1]))
        if found is None and words[0] in profile.label_noise:  # "The muscles that help"
            found = profile.labels.exact(" ".join(words[1:]))
        found = found or profile.labels.exact(" ".join(w for w in words if w not in profile.label_noise))
        if found == "variations" and profile.headings.exact(wanted) == SKIPPED:
            return None  # "Alternative exercises"
    if found is None and (plain := without_numbering(text)) != text:
        return _label(profile, plain)
    if found is None and _CAMEL.match(text):  # "primaryMuscles"
        return _label(profile, _HUMP.sub(" ", text))
    if found is None and _PARTED.search(text):  # in two languages, or explained: "Engine (prime movers)"
        parts = [part for part in _PARTED.split(text) if part]
        is_name = bool(parts) and key(parts[0]) in known_names()  # "Iron Crosses (stretch)"
        if not is_name and len(parts) <= _MOST_PARTS:
            found = next((f for part in parts if (f := _label(profile, part))), None)
    return found


def _exactly(profile: Profile, text: str) -> str | None:
    wanted = heading_key(_COUNTED.sub("", text) if text[-1:] == ")" else text)
    return _of_label(profile, wanted) or profile.headings.exact(wanted)


def _of_label(profile: Profile, wanted: str) -> str | None:
    """What a label means as a heading; above a list of other exercises it names variations only beside a value."""
    found = profile.labels.exact(wanted)
    return None if found == "variations" and profile.headings.exact(wanted) == SKIPPED else found


def _meaning_of_parts(profile: Profile, text: str) -> str | None:
    found = _meaning(profile, text)
    if found is None and " / " in text:  # in two languages
        found = next((f for part in text.split(" / ") if (f := _meaning(profile, part))), None)
    if found is None and "? " in text:  # "Ready for more? Variations to try"
        found = _meaning(profile, text.rpartition("? ")[2])
    if found is None and text[-1:] == ")":  # "Comments (2)"
        found = profile.exactly(text)
    if found is None and ": " in text:  # "Important: safety advice"
        found = profile.exactly(text.rpartition(": ")[2])
    if found is None and ", " in text:  # "Technique, one move at a time"
        first, *others = text.split(", ")
        told = profile.exactly(first)
        found = told if told in _TOLD and not any(_meaning(profile, part) for part in others) else None
    return found


# The pages of a site say the same things again and again.
_short_label = lru_cache(maxsize=8192)(_label)
_short_meaning = lru_cache(maxsize=8192)(_meaning_of_parts)
_short_exactly = lru_cache(maxsize=8192)(_exactly)


def _meaning(profile: Profile, text: str) -> str | None:
    if len(text) > _LONGEST_HEADING:
        return None
    wanted = heading_key(text)
    found = _of_label(profile, wanted)
    if wanted in known_names():
        return found or profile.headings.exact(wanted)  # the Log Lift is no log, the Safety Bar Squat no word on safety
    found = found or profile.headings.match(wanted)
    if vocabularies_of(found or "") and not profile.elsewhere.isdisjoint(wanted.split()):
        return SKIPPED if profile.headings.exact(wanted) is None else found
    if found is None and _COUNT.match(wanted):
        found = profile.headings.match(_COUNT.sub("", wanted))
    return found or _without_noise(profile, wanted)


def _without_noise(profile: Profile, wanted: str) -> str | None:
    """ "Execution of the exercise" means what "execution" does, and "synergist muscles" what "synergists" does."""
    words = wanted.split()
    rest = " ".join(word for word in words if word not in profile.heading_noise)
    found = profile.labels.exact(rest) or profile.headings.exact(rest)
    if found is None:
        rest = " ".join(word for word in words if word not in profile.label_noise)
        found = profile.labels.exact(rest) if len(rest) >= _SHORTEST_LABEL else None
    return found


def spoken_on(texts: Iterable[str]) -> set[str]:
    """What stands out on a page as signatures know it."""
    return set(map(heading_key, texts))


class Sign(NamedTuple):
    """What tells the pages of a profile; made of every profile, since one is chosen for every page."""

    name: str
    hosts: tuple[str, ...]
    signature: Signature
    at_least: int


def sign_of(entry: Mapping[str, Any]) -> Sign:
    recognise = entry.get("recognise") or {}
    signature = Signature(recognise.get("headings", ()))
    return Sign(entry["name"], tuple(recognise.get("hosts", ())), signature, int(recognise.get("at_least", 1)))


def profile_of(entry: Mapping[str, Any], fingerprint: str) -> Profile:
    sign = sign_of(entry)
    fields = entry["fields"]
    labels = [(word, name) for name, words in fields.items() for word in words.get("labels") or ()]
    headings = [(word, name) for name, words in fields.items() for word in words.get("headings") or ()]
    headings += [(word, FACTS) for word in entry["fact_headings"]]
    # Exact words go first in any case; of the open patterns the fields' own are tried before the others.
    headings += [(word, IGNORED) for word in entry["ignored_headings"]]
    headings += [(word, SKIPPED) for word in entry["skipped_headings"]]
    around = entry["name_around"]
    field_words = {n: (*(w.get("labels") or ()), *(w.get("headings") or ())) for n, w in fields.items()}
    return Profile(
        name=sign.name,
        version=str(entry.get("version", "1")),
        verified=str(entry.get("verified", "")),
        hosts=sign.hosts,
        signature=sign.signature,
        at_least=sign.at_least,
        headings=Patterns(headings),
        labels=Patterns(labels),
        dropped=Patterns((word, "x") for word in entry["dropped_lines"]),
        dropped_sentences=Patterns((word, "x") for word in entry["dropped_sentences"]),
        closing=Patterns((word, "x") for word in entry["closing_lines"]),
        page_labels=frozenset(map(key, entry["page_labels"])),
        posters=Patterns((word, "x") for word in entry["posters"]),
        sold=Patterns((word, "x") for word in entry["sold"]),
        name_before=_any_of(around["before"], r"(?:{})[ :](?=.)"),
        name_after=_any_of(around["after"], r"(?<=..) (?:{})$"),
        name_tail=frozenset(around["tail"]),
        types=frozenset(entry["structured"]["types"]),
        foreign_types=frozenset(entry["structured"]["foreign_types"]),
        properties=entry["structured"]["properties"],
        empty_values=frozenset(entry["empty_values"]),
        elsewhere=frozenset(map(key, entry["elsewhere"])),
        other_things=frozenset(map(key, entry["other_things"])),
        doubtful=frozenset(map(key, entry["doubtful_labels"])),
        label_noise=frozenset(map(key, entry["label_noise"])),
        heading_noise=frozenset(map(key, entry["heading_noise"])),
        adjectives=frozenset(map(key, entry["heading_adjectives"])),
        fingerprint=fingerprint,
        field_words=field_words,
        other_names=tuple({label.lower().split()[0] for label in field_words.get("aliases", ())}),
    )


def _any_of(phrases: Iterable[str], form: str) -> re.Pattern[str]:
    """A pattern of `form` around any of the phrases, the longest first, # being a number; without any it matches nothing."""
    longest_first = sorted((re.escape(p).replace(r"\#", r"\d+") for p in phrases), key=len, reverse=True)
    return re.compile(form.format("|".join(longest_first) or "(?!)"), re.IGNORECASE)
