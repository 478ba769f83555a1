"""Whatever stands in a record, checking and repairing it ends well."""

from __future__ import annotations

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from pipeline import rules
from pipeline.checking import repaired
from pipeline.errors import BadRecord
from pipeline.settings import Settings
from pipeline.store import Stored, parse, placed, yamlfile

PIECES = [
    "the",
    "the",
    "<b>",
    "&amp;",
    "1.",
    "Step 2:",
    ".Next",
    " ,",
    ",,",
    "don´t",
    "``",
    "''",
    '"',
    ": ",
    " #",
    "- ",
    "  ",
]
PIECES += ["bicep", "lats", "Lats", "é", "💪", "\u00a0", "[", "{", "\\", "!", "'", "A B", "WORD"]
TEXTS = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=12)
    .map(" ".join)
    .filter(lambda t: "\ufeff" not in t)
)
TERMS = st.lists(st.sampled_from(["lats", "Lats", "bicep", "biceps", "quads", "xyz", "chest"]), max_size=4)


@settings(max_examples=150, deadline=None)
@given(description=TEXTS, steps=st.lists(TEXTS, max_size=3), targets=TERMS, secondary=TERMS)
def test_a_repair_keeps_the_record_readable_and_is_done_in_one_go(
    description: str, steps: list[str], targets: list[str], secondary: list[str]
) -> None:
    mapping = {"schema": "1", "id": "a", "name": "A B", "description": description}
    text = yamlfile.dump(
        {**mapping, "target_muscles": targets, "secondary_muscles": secondary, "instructions": steps}
    ).encode()
    try:
        record = Stored(parse(text, "a.yaml"), text, "a.yaml")
    except BadRecord:
        reject()  # characters that YAML cannot hold
    context = rules.Context(Settings())
    list(placed(rules.check_record(record.exercise, context), text, "a.yaml"))
    once = repaired(record, Settings(), rules.chosen())
    again = repaired(Stored(parse(once, "a.yaml"), once, "a.yaml"), Settings(), rules.chosen())
    assert again == once
    assert len(parse(once, "a.yaml").instructions) == len(steps)
