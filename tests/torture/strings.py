"""Hostile strings through the store and back: whatever a text holds, its record reads the same."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from pipeline import store
from pipeline.mapping import to_mapping
from pipeline.records import Exercise, Metric, Source, TitledText

MISREAD = [
    "no",
    "yes",
    "on",
    "Off",
    "y",
    "N",
    "true",
    "FALSE",
    "null",
    "~",
    "=",
    "<<",
    "-",
    "--",
    "---",
    "...",
    "?",
    ":",
    ",",
    "[",
    "]",
    "{",
    "}",
    "#",
    "&",
    "*",
    "!",
    "|",
    ">",
    "'",
    '"',
    "%",
    "@",
    "`",
    "12:30",
    "1:2:3.4",
    "190:20:30",
    "1e3",
    "1E-3",
    "0x1F",
    "0o17",
    "017",
    "0b1",
    "1_000",
    ".5",
    "5.",
    "+1",
    "-1",
    ".inf",
    "-.Inf",
    ".NaN",
    "2026-11-22",
    "2026-11-22T10:00:00Z",
    "3",
    "4.0",
    "!x",
    "!!str",
    "!!python/object:os.system",
    "&a",
    "*b",
    "%YAML",
    "@a",
    "`a",
    "?a",
    "-a",
    ":a",
    "a:",
    "#a",
    "a:b",
    "a#b",
    "[1]",
    "{a}",
    "{a:b}",
    "'a",
    '"a',
    "a'",
    'a"',
    "\\",
    "\\n",
    "\\u0041",
    "\\x41",
    "%s",
    "{}",
    "${HOME}",
    "$(id)",
    ";--",
]
PIECES = (
    *MISREAD, *" \t\n\r\v\f\0\x07\b\x1b\x7f\x80\x85\x9b\xa0\xad", "\r\n", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\u200b",
    "\u200d", "\u202e", "\u2066", "\x1b[2J", "\x1b]0;x\x07", "\U0001f3cb\ufe0f\u200d\u2640\ufe0f", "\U0010ffff", "e\u0301", "\xe9", ": ", " #", "- ",
    "? ", "\n- a", "\n  b: c", "\n---\n", "\n...\n", "    ", "\ud800", "\udfff", "\ud83d\ude00", "x" * 200, "word " * 60, "\u4e2d" * 120,
)  # fmt: skip
"""What texts are put together from besides any character: what YAML, terminals, files and readers take for more."""

hostile = st.one_of(
    st.sampled_from(PIECES),
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=6).map("".join),
    st.text(st.characters(), max_size=40),  # control characters and lone surrogates included
    st.builds("{}{}{}".format, st.sampled_from([" ", "\t", "\n", ""]), st.text(max_size=20), st.sampled_from([" ", "\t", "\n", "  \n"])),
)  # fmt: skip
_HALF = re.compile("[\ud800-\udfff]")


def as_stored(text: str) -> str:
    """What must come back: the same, but for halves of surrogate pairs, which fit into no file."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def record(text: str) -> Exercise:
    """A record that holds a text wherever one can stand."""
    titled = (TitledText(text, text),)
    return Exercise(
        id="an-id", name=text, aliases=(text,), description=text, target_muscles=(text, "no", text), difficulty=text,
        instructions=(text, text), benefits=titled, tracking=(Metric(text, text),), extra={text: text}, video=text,
        source=Source(file=text, url=text, sha256="ab", profile=text),
    )  # fmt: skip


def comes_back(text: str, folder: Path) -> None:
    """Fails unless a text comes back from a file as it was, for us and for every other reader of YAML."""
    written = store.serialized(record(text))
    stored = store.Store(folder)
    stored.write("an-id", written)
    again = stored.get("an-id")
    wanted = record(as_stored(text))
    assert to_mapping(again) == {**to_mapping(wanted), "source": to_mapping(again)["source"]}
    assert (again.source.file, again.source.url) == (wanted.source.file, wanted.source.url)
    assert store.serialized(wanted) == written
    assert store.is_untouched(written)
    assert store.parse(written.replace(b"\n", b"\r\n"), "a checkout on Windows") == again
    others = yaml.safe_load(written)
    assert others["source"].pop("digest") == again.source.digest
    assert others == to_mapping(wanted)


def check(count: int, folder: Path, number: int = 1) -> Counter[str]:
    """Sends `count` strings there and back; how many of each kind there were. Raises AssertionError."""
    kinds: Counter[str] = Counter()

    @seed(number)
    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(hostile.filter(bool))
    def there_and_back(text: str) -> None:
        kinds["all"] += 1
        kinds["with a lone surrogate"] += bool(_HALF.search(text))
        kinds["with control characters"] += any(ord(c) < 32 or 127 <= ord(c) < 160 for c in text)
        comes_back(text, folder)

    there_and_back()
    return kinds
