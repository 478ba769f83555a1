"""Records survive the file: the same bytes each time, and every text read back as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline import store
from pipeline.errors import BadRecord
from pipeline.mapping import from_mapping, to_mapping
from pipeline.records import Exercise, Metric, Source, TitledText
from pipeline.store import yamlfile

MISREAD = [
    "no",
    "yes",
    "on",
    "Off",
    "y",
    "12:30",
    "1e3",
    "=",
    "~",
    "null",
    "0x1F",
    "1_000",
    ".5",
    "2026-11-22",
    "-",
    "<<",
    "!x",
    "&a",
    "*b",
    "%",
    "@",
    "`",
    "3",
    "4.0",
    "#x",
    "a: b",
    "[1]",
    "{a}",
]
text = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(lambda t: t.strip())
titled = st.builds(TitledText, title=text, text=text)
records = st.builds(
    Exercise,
    id=st.just("an-id"),
    name=text,
    aliases=st.lists(text, max_size=3).map(tuple),
    description=text,
    target_muscles=st.lists(text | st.sampled_from(MISREAD), min_size=1, max_size=3).map(tuple),
    equipment=st.lists(st.sampled_from(MISREAD), max_size=3).map(tuple),
    difficulty=st.sampled_from(MISREAD),
    bilateral=st.sampled_from([True, False, None]),
    instructions=st.lists(text | st.sampled_from(MISREAD), max_size=4).map(tuple),
    benefits=st.lists(titled, max_size=2).map(tuple),
    tracking=st.lists(st.builds(Metric, metric=text, text=text), max_size=2).map(tuple),
    extra=st.dictionaries(text | st.sampled_from(MISREAD), text, max_size=3),
    source=st.builds(Source, file=text, url=text, sha256=st.just("ab"), profile=text),
)


@given(records)
def test_any_record_comes_back_from_its_file(exercise: Exercise) -> None:
    written = store.serialized(exercise)
    again = store.parse(written, "normalized/an-id.yaml")
    assert replace(again, source=replace(again.source, digest="")) == exercise
    assert store.serialized(exercise) == written
    assert store.is_untouched(written)


@given(records)
def test_other_yaml_readers_see_the_same_texts(exercise: Exercise) -> None:
    loaded = yaml.safe_load(store.serialized(exercise))
    loaded["source"].pop("digest")
    assert loaded == to_mapping(exercise)


class Quoting(yaml.CSafeDumper):
    """PyYAML's own way to the same file, by nodes and tags."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True

    def represent_text(self, value: str) -> yaml.ScalarNode:
        style = '"' if yamlfile._MISREAD.fullmatch(value) else None
        return self.represent_scalar("tag:yaml.org,2002:str", value, style)


Quoting.add_representer(str, Quoting.represent_text)


@given(records)
def test_the_bytes_are_those_that_a_yaml_library_writes(exercise: Exercise) -> None:
    mapping = to_mapping(exercise)
    expected = yaml.dump(mapping, Dumper=Quoting, allow_unicode=True, sort_keys=False, width=110)
    assert yamlfile.dump(mapping) == expected


@given(records)
def test_a_mapping_is_a_record_and_back(exercise: Exercise) -> None:
    assert from_mapping(to_mapping(exercise)) == exercise


@pytest.mark.parametrize("change", [b" ", b"\n", b"# a note\n"])
def test_any_edit_by_hand_shows_even_a_space(change: bytes) -> None:
    written = store.serialized(Exercise(id="a", name="A"))
    assert store.is_untouched(written.replace(b"\n", b"\r\n")), "git may change line ends"
    assert not store.is_untouched(written + change)


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"schema: 1\nid: a\nname: [x\n", 4, "not YAML"),
        (b"schema: 1\nid: &x a\nname: *x\n", 2, "anchors and aliases"),
        (b"schema: 1\nid: a\nid: b\n", 3, "'id' stands twice"),
        (b"schema: 2\nid: a\nname: b\n", 1, "must be 1"),
        (b"schema: 1\nid: a\nname: b\nmuscles: [x]\n", 4, "unknown key"),
        (b"schema: 1\nid: a\nname: b\nbenefits:\n- title: x\n  txt: y\n", 6, "benefits.0.txt"),
        (b"schema: 1\nid: a\nname: b\nbilateral: maybe\n", 4, "true or false"),
        (b"schema: 1\nid: a\nname: b\nequipment: barbell\n", 4, "must be a list"),
        (b"", 1, "empty"),
        (b"\xff\xfe", 1, "not UTF-8"),
        (b"schema: 1\nid: a\nname: " + b"[" * 30 + b"]" * 30, 3, "deeper than 20"),
        (b"x" * 1_000_001, 1, "at most 1,000,000"),
    ],
)
def test_a_file_that_is_no_record_is_refused_with_its_line(content: bytes, line: int, reason: str) -> None:
    with pytest.raises(BadRecord, match=reason) as caught:
        store.parse(content, "normalized/a.yaml")
    assert caught.value.line == line
    assert str(caught.value).startswith(f"normalized/a.yaml:{line}: ")


def test_half_of_a_surrogate_pair_becomes_the_sign_for_a_lost_character() -> None:
    written = store.serialized(Exercise(id="a", name="Curl \ud800", extra={"\udfff": "x"}))
    again = store.parse(written, "normalized/a.yaml")
    assert (again.name, again.extra) == ("Curl \ufffd", {"\ufffd": "x"})
