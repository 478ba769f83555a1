"""`--fix` in files that people wrote notes into, wherever YAML allows one: the notes stay, and what was promised is done."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline import rules
from pipeline.checking import check, repaired
from pipeline.settings import Settings
from pipeline.store import Stored, parse

MUSCLES = {"lats": "lats", "abs": "abdominals", "'forearms'": "forearms", "chest": "", "Pecs": "", '"chest"': ""}
"""Entries beside a target muscle `chest` and what --fix makes of each: nothing, of what is said twice."""
BEHIND = st.sampled_from(["", " #", "  #"])
LINES = st.lists(st.sampled_from(["#\n", "  #\n", "\n"]), max_size=2).map("".join)
MAY_GO = "@"
"""Marks a note that stands behind an entry that goes."""


@st.composite
def block_lists(draw: st.DrawFn, entries: list[str]) -> str:
    indent = draw(st.sampled_from(["", "  "]))
    made = draw(BEHIND) + "\n" + draw(LINES)
    for entry in entries:
        notes = [draw(BEHIND), draw(BEHIND)]
        if not MUSCLES[entry]:
            notes = [note.replace("#", MAY_GO) for note in notes]
        gap = notes[0] + "\n" + draw(LINES) + indent + "  " if draw(st.booleans()) else " "
        made += f"{indent}-{gap}{entry}{notes[1]}\n{draw(LINES)}"
    return made


@st.composite
def flow_lists(draw: st.DrawFn, entries: list[str]) -> str:
    if draw(st.booleans()):
        return f" [{draw(st.sampled_from([', ', ' ,', ','])).join(entries)}]{draw(BEHIND)}\n"
    made = f" [{draw(BEHIND)}\n{draw(LINES)}"
    for entry in entries:
        notes = [draw(BEHIND), draw(BEHIND)]
        if not MUSCLES[entry]:
            notes = [note.replace("#", MAY_GO) for note in notes]
        comma = f"{notes[0]}\n{draw(LINES)}  ," if draw(st.booleans()) else ","
        made += f"  {entry}{comma}{notes[1]}\n{draw(LINES)}"
    return f"{made}  ]{draw(BEHIND)}\n"


@st.composite
def descriptions(draw: st.DrawFn) -> str:
    text = draw(
        st.sampled_from(["Press the the bar.", "Press  the bar\n  and rest the the arms.\n\n  Then the the legs."])
    )
    style = draw(st.sampled_from(["|", "|-", "|+", ">", ">-", "'", '"', ""]))
    if style[:1] in ("|", ">"):
        return f" {style}{draw(BEHIND)}\n  {text}\n{draw(st.sampled_from(['', chr(10)]))}"
    return f" {style}{text}{style}{draw(BEHIND)}\n"


@st.composite
def records(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """A record's file with notes in it, and the secondary muscles that it should have in the end."""
    entries = draw(st.lists(st.sampled_from(list(MUSCLES)), min_size=1, max_size=4, unique=True))
    secondary = draw(block_lists(entries) | flow_lists(entries))
    text = (
        f"schema: 1\n{draw(LINES)}id: press\nname: Press\ndescription:{draw(descriptions())}{draw(LINES)}"
        f"target_muscles: [chest]\nsecondary_muscles:{secondary}{draw(LINES)}force: push\n{draw(LINES)}"
    )
    numbers = itertools.count(1)
    text = re.sub(f"[#{MAY_GO}]", lambda sign: f"# {'kept' if sign[0] == '#' else 'gone'} {next(numbers)};", text)
    return text, tuple(MUSCLES[entry] for entry in entries if MUSCLES[entry])


@given(records())
def test_notes_stay_and_every_promise_is_kept(made: tuple[str, tuple[str, ...]]) -> None:
    text, secondary = made
    before = Stored(parse(text.encode(), "press.yaml"), text.encode(), "press.yaml")
    fixed = repaired(before, Settings(), rules.chosen())
    after = Stored(parse(fixed, "press.yaml"), fixed, "press.yaml")
    notes = re.compile(r"# kept \d+;")
    assert notes.findall(fixed.decode()) == notes.findall(text)
    said = before.exercise.description.replace("the the", "the").replace("  ", " ")
    assert after.exercise == replace(before.exercise, secondary_muscles=secondary, description=said)
    assert check([after], Settings(), rules.chosen(), lambda _: fixed).fixable == set()
