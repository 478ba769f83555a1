"""`--fix` and `--diff`: what is safe is repaired, and every other byte stays."""

from __future__ import annotations

import json

import pytest

from pipeline import rules
from pipeline.checking import repaired
from pipeline.settings import Settings
from pipeline.store import Stored, parse
from pipeline.store.editing import edited

HEAD = "schema: 1\nid: press\nname: Press\n"


def after_repair(body: str) -> str:
    text = (HEAD + body).encode()
    made = repaired(Stored(parse(text, "press.yaml"), text, "press.yaml"), Settings(), rules.chosen())
    return made.decode().removeprefix(HEAD)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("instructions:\n- 1. Lie down.\n-   '2) Get up.'\n", "instructions:\n- Lie down.\n-   'Get up.'\n"),
        ("description: Press  the   bar.  # why\n", "description: Press the bar.  # why\n"),
        ("description: \"A <b>press</b> &amp; more\"\n", "description: \"A press & more\"\n"),
        ("description: 'Don''t ´rest´ at the the top'\n", "description: 'Don''t ´rest´ at the top'\n"),
        ("description: don`t stop\n", "description: don't stop\n"),
        ("description: Press up , then down.Rest.\n", "description: Press up, then down.Rest.\n"),
        ("description: Press up.Then rest.\n", "description: Press up. Then rest.\n"),
        ("target_muscles: [ lats,  bicep ]\n", "target_muscles: [ lats,  biceps ]\n"),
        ("target_muscles:\n- lats  # wide\n- bicep\n", "target_muscles:\n- lats  # wide\n- biceps\n"),
        ("difficulty: hard # really\n", "difficulty: advanced # really\n"),
        ("target_muscles: [chest]\nsecondary_muscles: [chest, abs]\n", "target_muscles: [chest]\nsecondary_muscles: [abdominals]\n"),
        ("target_muscles: [chest]\nsecondary_muscles:\n- chest\n- lats\n", "target_muscles: [chest]\nsecondary_muscles:\n- lats\n"),
        ("target_muscles: [chest]\nsecondary_muscles:\n- Pecs\nforce: push\n", "target_muscles: [chest]\nsecondary_muscles: []\nforce: push\n"),
        ("aliases: [press, Bench]\n", "aliases: [Bench]\n"),
        ("equipment: [dumbbell, dumbbells]\n", "equipment: [dumbbell]\n"),
        (
            "description: A press that goes\n  on and and on, over\n  three lines\nlanguage: en\n",
            "description: A press that goes\n  on and on, over\n  three lines\nlanguage: en\n",
        ),
        (
            "description: >-\n  A press of the\n  the chest\n",
            'description: >-\n  A press of the\n  chest\n',
        ),
        ("instructions:\n- '1. - a dash'\n", "instructions:\n- 'a dash'\n"),
    ],
)  # fmt: skip
def test_only_what_is_wrong_changes(before: str, after: str) -> None:
    assert after_repair(before) == after


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = b"\xef\xbb\xbfschema: 1\r\nid: press\r\nname: Press\r\ndescription: up  and down\r\n"
    made = repaired(Stored(parse(text, "press.yaml"), text, "press.yaml"), Settings(), rules.chosen())
    assert made == text.replace(b"up  and", b"up and")


def test_letters_outside_ascii_before_the_place_do_not_shift_it() -> None:
    before = "description: Übung für Žižka – naïve 💪\ninstructions:\n- café  ☕ break\n"
    assert after_repair(before) == before.replace("  ☕", " ☕")


def test_a_plain_text_that_would_turn_into_something_else_is_quoted() -> None:
    text = (HEAD + "description: one two\n").encode()
    assert edited(text, [(("description",), "one: two")]).decode() == HEAD + 'description: "one: two"\n'


def test_an_edit_of_an_entry_that_is_not_there_changes_nothing() -> None:
    text = (HEAD + "aliases: [a]\n").encode()
    assert edited(text, [(("aliases", "3"), "b"), (("benefits", "0", "text"), "c")]) == text


def test_a_repaired_record_needs_no_second_repair(put, validate) -> None:
    path = put(step="'Step 2: Lower  the the <b>weights</b> , then rest.Go on.'")
    validate("--fix")
    once = path.read_bytes()
    answer = validate("--fix")
    assert path.read_bytes() == once
    assert answer.err == "0 files changed\n"


def test_diff_shows_and_changes_nothing(put, validate) -> None:
    path = put(step="'Step 2: Lower the weights.'")
    before = path.read_bytes()
    answer = validate("--diff")
    assert path.read_bytes() == before
    assert "-- 'Step 2: Lower the weights.'" in answer.out
    assert "+- 'Lower the weights.'" in answer.out
    assert answer.err == "1 file would be changed\n"


def test_fix_shows_the_diff_and_reports_what_is_left(put, validate) -> None:
    path = put(step="'Step 2: LOWER THE WEIGHTS NOW please.'")
    answer = validate("--fix")
    assert "- 'LOWER THE WEIGHTS NOW please.'" in path.read_text()
    assert answer.out.splitlines()[0] == "--- normalized/dumbbell-floor-press.yaml (as it is)"
    assert answer.out.splitlines()[-1] == "1 record checked: 1 warning"


def test_fix_leaves_json_alone_on_standard_output(put, validate) -> None:
    put(step="'Step 2: Lower the weights.'")
    assert json.loads(validate("--fix", "--json").out)["findings"] == []


def test_fix_repairs_only_what_is_selected(put, validate) -> None:
    path = put(step="'Step 2: Lower the the weights.'")
    validate("--fix", "--select", "doubled-words")
    assert "- 'Step 2: Lower the weights.'" in path.read_text()


def test_a_fix_counts_as_an_edit_by_hand_so_that_the_next_run_keeps_it(put, validate) -> None:
    from pipeline.mapping import from_mapping
    from pipeline.store import is_untouched, serialized, yamlfile

    path = put(step="'Step 2: Lower the weights.'")
    path.write_bytes(serialized(from_mapping(yamlfile.load(path.read_bytes()))))
    assert is_untouched(path.read_bytes())
    validate("--fix")
    assert not is_untouched(path.read_bytes())


def test_a_folder_that_cannot_be_written_is_said_in_one_line(put, validate, monkeypatch) -> None:
    put(step="'Step 2: Lower the weights.'")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pipeline.store.os.open", refuse)
    answer = validate("--fix")
    assert answer.code == 2
    assert "cannot write" in answer.err


def test_paragraphs_stay_paragraphs() -> None:
    body = "description: |-\n  First  paragraph is this.\n\n  Second paragraph is that.\n"
    assert after_repair(body) == body.replace("First  paragraph", "First paragraph")


def test_line_ends_stay_as_they_are() -> None:
    body = "description: |-\r\n  Press  the bar.\r\ndifficulty: Beginner\r\n"
    assert after_repair(body) == "description: |-\r\n  Press the bar.\r\ndifficulty: beginner\r\n"


CHEST = "target_muscles: [chest]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "secondary_muscles:\n- chest # twice\n# keep: Jo checked it\n- lats # seen\nforce: push\n",
            "secondary_muscles:\n# keep: Jo checked it\n- lats # seen\nforce: push\n",
        ),
        (
            "secondary_muscles:\n# first\n- lats\n# second\n- chest\n# third\n\nforce: push\n",
            "secondary_muscles:\n# first\n- lats\n# second\n# third\n\nforce: push\n",
        ),
        (
            "secondary_muscles:\n  - # which one?\n    # Jo knows\n    chest\n  - >- # why\n    lats\n  # below\n",
            "secondary_muscles:\n    # Jo knows\n  - >- # why\n    lats\n  # below\n",
        ),
        (
            "secondary_muscles: # checked\n# by Jo\n- chest # gone\n# on Monday\nforce: push\n",
            "secondary_muscles: [] # checked\n# by Jo\n# on Monday\nforce: push\n",
        ),
        (
            "secondary_muscles: [ # both\n  chest, # a\n  lats, # b\n]\n",
            "secondary_muscles: [ # both\n  lats, # b\n]\n",
        ),
        (
            "secondary_muscles: [chest, # a\n  # alone\n  lats, # b\n]\n",
            "secondary_muscles: [ # a\n  # alone\n  lats, # b\n]\n",
        ),
        (
            "secondary_muscles: [\n  lats, # a\n  chest # b\n] # c\n",
            "secondary_muscles: [\n  lats, # a\n] # c\n",
        ),
        (
            "secondary_muscles: [\n  chest # a\n  , lats # b\n] # c\n",
            "secondary_muscles: [\n  lats # b\n] # c\n",
        ),
        ("secondary_muscles: [lats, 'chest', abdominals] # c\n", "secondary_muscles: [lats, abdominals] # c\n"),
        ("secondary_muscles: [lats,  chest ] # c\n", "secondary_muscles: [lats ] # c\n"),
        ("secondary_muscles:\r\n- chest\r\n# a\r\n- lats\r\n", "secondary_muscles:\r\n# a\r\n- lats\r\n"),
    ],
)
def test_an_entry_goes_and_takes_no_comment_along_but_the_one_behind_it(before: str, after: str) -> None:
    assert after_repair(CHEST + before) == CHEST + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|\n  Press the the bar.\n  Then rest.\n", "|\n  Press the bar.\n  Then rest.\n"),
        (">\n  Press the the bar.\n  Then rest.\n\n", ">\n  Press the bar.\n  Then rest.\n\n"),
        (">- # note\n  Press the the bar.\n", ">- # note\n  Press the bar.\n"),
        ("|+   #note\n\n    Press the the bar.\n\n", "|+   #note\n\n    Press the bar.\n\n"),
        ("|\n  Press the the bar.\n# below\n", "|\n  Press the bar.\n# below\n"),
        ("|\r\n  Press the the bar.\r\n  Rest.\r\n", "|\r\n  Press the bar.\r\n  Rest.\r\n"),
        ("|\n  Press it. \n   \n  Rest. \n", "|\n  Press it.\n\n  Rest.\n"),
        ("|\n  Press it:\n    up\n  and down.\n", "|\n  Press it:\n  up\n  and down.\n"),
        (">\n  Press \n  it. \n", ">\n  Press\n  it.\n"),
        (">- # note\n  One:\n    the <b>two</b>\n\n", '"One:\\nthe two" # note\n\n'),
    ],
)
def test_a_block_text_stays_one(before: str, after: str) -> None:
    rest = "force: push\n"
    assert after_repair(f"description: {before}{rest}") == f"description: {after}{rest}"


def test_the_line_end_of_a_block_text_is_no_fault(put, validate) -> None:
    path = put()
    written = path.read_text()
    for sign in ("|", ">"):
        path.write_text(written.replace("description: ", f"description: {sign}\n  "))
        assert validate("--fix").out == "1 record checked: nothing to report\n"
    path.write_text(written.replace("description: ", "description: |\n  ").replace("stretched.", "stretched. "))
    assert "blank at an end" in validate().err


def test_a_repair_is_promised_only_where_it_can_be_made(put, validate) -> None:
    path = put()
    written = path.read_text()
    path.write_text(written.replace("muscles: [triceps]", "muscles: # checked\n- chest"))
    assert "muscle-twice (--fix)" in validate().out
    assert validate("--fix").err.endswith("1 file changed\n")
    assert "secondary_muscles: [] # checked\n" in path.read_text()
    path.write_text(written.replace("muscles: [triceps]", "muscles: !!seq\n- chest"))
    assert "muscle-twice\n" in validate().out
    assert "0 files changed" in validate("--fix").err
