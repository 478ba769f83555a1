"""What means nothing to who reads a page changes nothing in its record: other tags for the same look, white space,
comments, capitals of tags, and which exercise the page is about.

Every page of the corpus is read as it is and changed in one of these ways. No expected record is needed: the two
readings are held against each other.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.ingest.judging import read_file
from pipeline.mapping import to_mapping
from pipeline.reading import Profiles
from pipeline.settings import Settings
from pipeline.vocabulary import key
from tests.quality import corpus

Change = Callable[[str], str]
_OF_THE_FILE = ("source", "id")
_MOST_MISREAD = 0.015
"""Share of the pages that may be read otherwise when they have another name: "Pull-Up Bar" is no "Tate Press Bar"."""
NAMES = (
    "3/4 Sit-Up", "90/90 Hamstring", "Adductor/Groin", "All Fours Quad Stretch", "Alternate Hammer Curl", "Anti-Gravity Press",
    "Around the Worlds", "Atlas Stones", "Butt-Ups", "Car Drivers", "Cat Stretch", "Clock Push-Up", "Conan's Wheel", "Crucifix",
    "Donkey Calf Raises", "Good Morning off Pins", "Hug a Ball", "Inchworm", "Landmine 180's", "One Half Locust",
    "Pin Presses", "Scissor Kick", "Spell Caster", "Tate Press", "Trail Running/Walking", "World's Greatest Stretch",
)  # fmt: skip


def _tags(names: Mapping[str, str]) -> Change:
    """Other names for some tags, attributes kept."""
    return lambda page: re.sub(
        rf"<(/?)({'|'.join(names)})(?=[\s>])",
        lambda tag: f"<{tag[1]}{names[tag[2].lower()]}",
        page,
        flags=re.IGNORECASE,
    )


def _in_spans(page: str) -> str:
    return re.sub(r"<(p|li|td)(\s[^>]*)?>([^<]{12,}?)</\1>", r"<\1\2><span>\3</span></\1>", page, flags=re.IGNORECASE)


CHANGES: dict[str, Change] = {
    "b for strong": _tags({"strong": "b", "em": "i"}),
    "strong for b": _tags({"b": "strong", "i": "em"}),
    "blank lines between blocks": lambda page: re.sub(
        r"(</(?:p|div|li|ul|ol|h[1-6]|tr|td|table|section)>)", r"\1\n\n   ", page, flags=re.IGNORECASE
    ),
    "comments within elements": lambda page: re.sub(
        r"(<(?:p|li|h2|h3|td|div)(?:\s[^>]*)?>)", r"\1<!-- nothing -->", page
    ),
    "tags in capitals": lambda page: re.sub(r"</?[a-zA-Z][a-zA-Z0-9]*", lambda tag: tag[0].upper(), page),
    "references for signs": lambda page: re.sub("[’–—é]", lambda sign: f"&#{ord(sign[0])};", _without_scripts(page)),
    "a break behind each paragraph": lambda page: page.replace("</p>", "<br></p>"),
    "texts in spans": _in_spans,
}


def _without_scripts(page: str) -> str:
    """References mean nothing in a script."""
    return re.sub(r"<script.*?</script>", "", page, flags=re.IGNORECASE | re.DOTALL)


@lru_cache(maxsize=1)
def _pages() -> tuple[tuple[corpus.SavedFile, str], ...]:
    marked_up = (page for page in corpus.pages() if page.path.suffix in (".html", ".htm"))
    return tuple((page, page.path.read_text("utf-8")) for page in marked_up)


@lru_cache(maxsize=1)
def _profiles() -> Profiles:
    return Profiles()


def _read(page: str, file: Path) -> Mapping[str, Any]:
    """What is read of a page; nothing when it is rejected."""
    file.write_text(page, "utf-8", newline="")
    (reading,) = read_file(file, file.name, _profiles(), Settings())
    found = to_mapping(reading.exercise) if reading.exercise else {}
    return {name: value for name, value in found.items() if name not in _OF_THE_FILE}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_that_nobody_sees_changes_no_record(change: Change, tmp_path: Path) -> None:
    before = _without_scripts if change is CHANGES["references for signs"] else str
    differing = []
    for page, text in _pages():
        changed = change(text)
        if changed == text or _number(page.name) % 3:  # a third of the corpus, always the same
            continue
        if _read(before(text), tmp_path / page.path.name) != _read(changed, tmp_path / page.path.name):
            differing.append(page.name)
    assert differing == []


def _number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")


def test_a_page_is_read_the_same_whichever_exercise_it_is_about(tmp_path: Path) -> None:
    asked, misread = 0, []
    for page, text in _pages():
        name = str(page.expected[0]["name"])
        other = NAMES[_number(page.name) % len(NAMES)]
        renamed, count = _renamed(text, name, other)
        if count < 2 or page.expected[0].get("aliases"):
            continue
        asked += 1
        read = _read(renamed, tmp_path / page.path.name)
        steps = page.expected[0].get("instructions", ())
        if key(str(read.get("name", ""))) != key(other) or len(read.get("instructions", ())) != len(steps):
            misread.append(f"{page.name}: {other} read as {read.get('name')}")
    assert asked > len(_pages()) / 2
    assert len(misread) <= asked * _MOST_MISREAD, misread


def _renamed(page: str, name: str, other: str) -> tuple[str, int]:
    """A page with another name in the place of its own, in the way that it is written each time, and how often."""

    def written_alike(found: re.Match[str]) -> str:
        as_is = found.group()
        if "-" in as_is and " " not in as_is and "-" not in name:  # in an address
            return re.sub(r"[^a-z0-9]+", "-", other.lower()).strip("-")
        if as_is.isupper():
            return other.upper()
        return other.lower() if as_is.islower() else other

    words = r"[\s\-_+]+".join(map(re.escape, re.split(r"[\s\-]+", name)))
    return re.subn(words, written_alike, page, flags=re.IGNORECASE)
