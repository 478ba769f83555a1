"""A collection's own profiles are read and win; a broken one is one line with file, line and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import BadSettings
from pipeline.reading import Profiles
from pipeline.records import Heading, Outline, Place, Row
from tests.profiles.conftest import PROFILE, Run, own


def outline(*words: str, url: str | None = None) -> Outline:
    return Outline(tuple(Heading(word, 2, Place(n)) for n, word in enumerate(words, 1)), url=url)


def test_a_profile_in_the_root_reads_what_no_built_in_one_knows(run: Run, root: Path) -> None:
    before = json.loads(run("probe", "raw/plank-shake.html", "--json").out)
    assert before["rejected"] and before["profile"] == "generic@1"
    own(root)
    after = json.loads(run("probe", "raw/plank-shake.html", "--json").out)
    assert (after["rejected"], after["profile"], after["why"]) == (
        False,
        "shakes@3",
        "the page is from lifts.example.com",
    )
    assert after["fields"]["target_muscles"]["value"] == ["abdominals", "obliques"]


@pytest.mark.parametrize("suffix", [".yaml", ".yml"])
def test_the_profile_of_a_record_stands_in_it_with_its_version(run: Run, root: Path, suffix: str) -> None:
    own(root, name=f"shakes{suffix}")
    assert run("ingest").code == 0
    assert "profile: shakes@3" in (root / "normalized" / "plank-shake.yaml").read_text("utf-8")


def test_a_profile_of_ones_own_wins_over_a_built_in_one_that_knows_more_words() -> None:
    words = ("Quick facts", "How to do squats", "Muscles worked", "Benefits of squats", "Safety tips and precautions")
    built_in, _ = Profiles().chosen(outline(*words), None)
    mine = Profiles([("mine.yaml", b"name: mine\nextends: generic\nrecognise: {headings: [quick facts], at_least: 1}")])
    profile, why = mine.chosen(outline(*words), None)
    assert (built_in.name, profile.name) == ("quick-facts", "mine")
    assert why == "1 of its 1 words stand on the page: quick facts"


def test_the_host_decides_before_the_words() -> None:
    texts = (
        "name: words\nextends: generic\nrecognise: {headings: [a1, b1]}",
        "name: host\nextends: generic\nrecognise: {hosts: [example.com]}",
    )
    profiles = Profiles([(f"{n}.yaml", text.encode()) for n, text in enumerate(texts)])
    names = [
        profiles.chosen(outline("A1", "B1", url=url), None)[0].name
        for url in ("https://www.example.com/x", "https://x.test/", None, "http://[bad")
    ]
    assert names == ["host", "words", "words", "words"]


def test_a_profile_with_too_few_of_its_words_does_not_keep_another_from_winning() -> None:
    many = "name: many\nextends: generic\nrecognise: {headings: [a1, b1, c1, d1], at_least: 4}"
    few = "name: few\nextends: generic\nrecognise: {headings: [a1, b1], at_least: 2}"
    profiles = Profiles([("many.yaml", many.encode()), ("few.yaml", few.encode())])
    assert profiles.chosen(outline("A1", "B1", "C1"), None)[0].name == "few"


def test_words_are_recognised_as_headings_and_as_labels() -> None:
    profiles = Profiles(
        [("x.yaml", b'name: x\nextends: generic\nrecognise: {headings: [utility, "the * way"], at_least: 2}')]
    )
    blocks = (Row("Utility:", ("Basic",), Place(1)), Heading("The Hard Way", 2, Place(2)))
    assert profiles.chosen(Outline(blocks), None)[0].name == "x"


def test_profiles_build_on_each_other_whatever_their_order() -> None:
    first = "name: a\nextends: b\nrecognise: {hosts: [a.example.com]}"
    second = "name: b\nextends: generic\nfields: {equipment: {labels: [you hold]}}"
    profiles = Profiles([("a.yaml", first.encode()), ("b.yaml", second.encode())])
    assert profiles.by_name["a"].label_of("You hold") == "equipment"


def test_one_that_replaces_the_generic_profile_serves_those_that_build_on_it() -> None:
    profiles = Profiles([("mine.yaml", b"name: generic\nextends: generic\nfields: {equipment: {labels: [you hold]}}")])
    assert {p.label_of("You hold") for p in profiles.by_name.values()} == {"equipment"}
    assert profiles.chosen(outline("nothing"), None)[0].name == "generic"


def test_what_words_mean_to_a_profile_they_no_longer_mean_to_its_parent() -> None:
    text = (
        "name: x\nextends: generic\nrecognise: {hosts: [x.example.com]}\nignored_headings: [dynamic stabilizers]\n"
        "extra_labels: [side]\nfields: {safety_tips: {headings: [common mistakes]}, description: {labels: [level]}}"
    )
    profile = Profiles([("x.yaml", text.encode())]).by_name["x"]
    assert profile.heading("Dynamic Stabilizers") == "#ignored" and profile.heading("Stabilizers") == "stabilizers"
    assert profile.label_of("Side") is None and profile.label_of("Level") == "description"
    assert profile.heading("Common mistakes") == "safety_tips"
    assert Profiles().by_name["generic"].label_of("Side") == "bilateral"


HEAD = "name: x\nextends: generic\nrecognise: {hosts: [x.example.com]}\n"
BROKEN = {
    "": (1, "mapping"),
    "[]": (1, "mapping"),
    "name: [": (1, "is not YAML"),
    "\x00\x01\x02": (1, "is not YAML"),
    "a: &a [*a]": (1, "holds itself"),
    "extends: generic": (1, "needs a `name`"),
    "name: x": (1, "extends: generic"),
    "name: x\nextends: generik\n": (2, "did you mean 'generic'?"),
    "name: x\nextends: x\n": (2, "which does not exist"),
    "name: x\nextends: generic\n": (1, "no page can choose this profile"),
    HEAD + "name: y\n": (4, "stands here twice"),
    HEAD + "skiped_headings: [a]\n": (4, "did you mean 'skipped_headings'?"),
    HEAD + "nonsense: 1\n": (4, "known: name, version"),
    HEAD + "fields: [a]\n": (4, "`fields` must be a mapping"),
    HEAD + "fields:\n  name: {labels: [a]}\n  instuctions: {labels: [a]}\n": (6, "did you mean 'instructions'?"),
    HEAD + "fields:\n  instructions:\n    heading: [a]\n": (6, "did you mean 'headings'?"),
    HEAD + "fields:\n  instructions: {headings: how}\n": (5, "`headings` must be a list"),
    HEAD + "fields:\n  instructions:\n    headings:\n      - a\n      - '*'\n": (8, "match everything"),
    HEAD + "fields:\n  instructions:\n    headings:\n      - a: b\n": (7, "put quotes around"),
    HEAD + "name_around: [a]\n": (4, "`name_around` must be a mapping"),
    HEAD + "dropped_lines: 5\n": (4, "`dropped_lines` must be a list"),
    HEAD + "verified: yesterday\n": (4, "a date like 2026-11-22"),
    HEAD + "structured: {properties: [a]}\n": (4, "`properties` must map"),
    "name: x\nextends: generic\nrecognise:\n  headings: [a]\n  at_least: 2\n": (5, "from 1 to the 1 headings"),
    "name: x\nextends: generic\nrecognise:\n  headings: [a]\n  at_least: many\n": (5, "must be a number"),
    "name: x\nextends: generic\nrecognise:\n  host: [a]\n": (4, "did you mean 'hosts'?"),
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_profile_is_one_line_with_its_place_and_what_to_do(text: str) -> None:
    line, words = BROKEN[text]
    with pytest.raises(BadSettings) as refused:
        Profiles([("profiles/mine.yaml", text.encode())])
    message = str(refused.value)
    assert message.startswith(f"profiles/mine.yaml:{line}: ") and words in message and "\n" not in message


def test_a_broken_profile_stops_the_run_before_it_reads_anything(run: Run, root: Path) -> None:
    own(root, PROFILE.replace("fields:", "feilds:"))
    said = run("ingest")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert said.err == "exercises: profiles/shakes.yaml:7: unknown key 'feilds'; did you mean 'fields'?\n"
    assert not (root / "normalized").exists()


def test_two_profiles_that_build_on_each_other_are_refused() -> None:
    a, b = "name: a\nextends: b\n", "name: b\nextends: a\n"
    with pytest.raises(BadSettings, match="extends this one"):
        Profiles([("a.yaml", a.encode()), ("b.yaml", b.encode())])


def test_two_profiles_of_one_name_are_refused() -> None:
    with pytest.raises(BadSettings, match=r"b\.yaml:1: a\.yaml has the name 'x' as well"):
        Profiles([("a.yaml", HEAD.encode()), ("b.yaml", HEAD.encode())])


def test_a_profile_that_cannot_be_read_is_one_line(run: Run, root: Path) -> None:
    (root / "profiles" / "folder.yaml").mkdir(parents=True)
    said = run("profile", "list")
    assert said.code == 2 and "folder.yaml: cannot be read" in said.err


@pytest.mark.parametrize("name", ["../../x", "/x/y", ".hidden", "a/b"])
def test_the_name_of_a_profile_cannot_leave_the_folder_of_its_samples(run: Run, root: Path, name: str) -> None:
    own(root, PROFILE.replace("name: shakes", f"name: {name}"))
    done = run("profile", "check", "--update")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert done.err.startswith("exercises: profiles/shakes.yaml:1: `name` ")
