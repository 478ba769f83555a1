"""What databases of exercises, cards in a column and credits look like: pages that nobody had shown to the program before."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE, read, texts
from tests.reading.records import record, told, tracked

ASIDE = (
    "<aside><div><div>At a glance</div><div>{}</div></div><div><div>Recommended</div><div>{}</div></div>"
    "<div><div>You may also like</div><a href='/row'><h6>Seal Row</h6><small>Middle back</small></a></div></aside>"
)
CELL = "<div><span>{}</span><span class='d-block'>{}</span></div>"


def test_a_column_of_cards_is_read_once() -> None:
    facts = "".join(
        CELL.format(*pair) for pair in (("Target", "Quads"), ("Tools", "Kettlebell"), ("Level", "Beginner"))
    )
    doses = "".join(CELL.format(*pair) for pair in (("2", "Sets"), ("15-20 seconds", "Time")))
    found = record(f"<div>{TITLE}<p>A squat with a weight held close.</p>{STEPS}</div>{ASIDE.format(facts, doses)}")
    assert found.tracking == tracked(sets="2", time="15-20 seconds")
    assert (found.equipment, found.difficulty) == (("kettlebell",), "beginner")


def test_bold_labels_of_a_run_each_above_as_many_values_as_there_are() -> None:
    facts = "<p><b>Prime movers</b><br>Quads</p><p><b>Synergists</b><br>Glutes<br>Calves<br>Hamstrings</p><p><b>Tools</b><br>Kettlebell</p>"
    found = record(f"{TITLE}<div>{facts}<p><b>Experience</b><br>Beginner</p></div>{STEPS}")
    assert found.secondary_muscles == ("glutes", "calves", "hamstrings")
    assert (found.target_muscles, found.equipment, found.difficulty) == (("quadriceps",), ("kettlebell",), "beginner")


@pytest.mark.parametrize(
    "steps",
    [
        [
            "Hold a weight at your chest.",
            "Bend the knees.",
            "Keeping the chest up, sit down.",
            "Return to the starting position.",
        ],
        ["Hold a weight at your chest. Stand tall.", "Bend the knees, sit down, and then stand up again."],
    ],
)
def test_a_description_that_is_a_list_of_steps_where_a_page_has_no_others(steps: list[str]) -> None:
    items = "".join(f"<li><p>{step}</p></li>" for step in steps)
    found = record(f"{TITLE}<h4>Description</h4><ul>{items}</ul><p>Target: Quads</p>")
    assert (found.instructions, found.description) == (tuple(steps), "")


def test_a_description_beside_steps_stays_one() -> None:
    points = (
        "<ul><li>Hold a weight at your chest.</li><li>Bend the knees and sit down.</li><li>Stand up again.</li></ul>"
    )
    found = record(f"{TITLE}<h4>Description</h4>{points}<p>Target: Quads</p>{STEPS}")
    assert len(found.instructions) == 2 and found.description.startswith("Hold a weight")


def test_single_sentences_below_notes_are_advice() -> None:
    notes = "<h3>Notes</h3><p>Keep both feet on the floor.</p><p>The last one should look like the first.</p>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}{notes}")
    assert found.safety_tips == told("Keep both feet on the floor.", "The last one should look like the first.")


@pytest.mark.parametrize(
    "notes",
    [
        "<p>I tried this in 2019. It went well, and my knees are fine.</p><p>Next week we do lunges.</p>",
        "<p>Where in the week would you put it?</p><p>Put it on Monday.</p>",
        "<p>Nothing yet.</p>",
    ],
)
def test_other_notes_are_none(notes: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h3>Notes</h3>{notes}").safety_tips == ()


def test_where_to_share_a_page_is_no_variation() -> None:
    shared = "<div class='{}'><a>Facebook</a> <a>Twitter</a> <a>Email</a> <span>437 likes</span></div>"
    for name in ("sharebar", "x"):
        found = record(
            f"{TITLE}{DESCRIBED}{STEPS}<h3>Variations</h3><p>Box Squat, Pause Squat</p>{shared.format(name)}"
        )
        assert found.variations == ("Box Squat", "Pause Squat")


def test_a_label_in_two_bold_pieces() -> None:
    bold = "<p><span style='font-weight:700'>{}</span><span style='font-weight:700'>{}</span><span>{}</span></p>"
    facts = bold.format("Muscles ", "we train: ", "Quads") + bold.format("Helping ", "muscles: ", "Glutes")
    found = read(f"{TITLE}{facts}{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Quads"], ["Glutes"])


def test_a_picture_that_only_says_it_is_one_labels_nothing() -> None:
    row = "<table><tr><td><img src='a.gif' alt='drawing'></td><td><p><b>Muscles you should feel working:</b> quads</p></td></tr></table>"
    found = record(f"{TITLE}{row}{STEPS}")
    assert (found.target_muscles, found.extra) == (("quadriceps",), {})


def test_another_name_among_the_tips() -> None:
    tips = "<h2>Tips</h2><p>Keep the chest up.</p><p>Movement is also known as Cup Squat.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{tips}").aliases == ("Cup Squat",)


def test_who_wrote_and_who_checked_a_page() -> None:
    by = "<p>By the fitness desk of the paper. Checked by a trainer.</p>"
    found = record(f"{TITLE}{by}<p>A squat with a weight held close.</p>{DESCRIBED}{STEPS}")
    assert found.description == "A squat with a weight held close."


def test_a_sentence_that_calls_a_page_by_its_name_is_no_fact() -> None:
    said = "Goblet Squat: notes, cues and numbers. Area: quadriceps."
    found = record(f"{TITLE}<p>{said}</p><p>Target: Quads</p>{STEPS}")
    assert (found.description, found.body_parts, found.extra) == (said, (), {})


def test_what_is_free_on_a_site_says_nothing() -> None:
    offered = "Get stronger with our free guide to squats."
    assert record(f"{TITLE}<p>{offered}</p><p>Target: Quads</p>{STEPS}").description == ""


def test_a_stretch_is_said_to_be_for_its_muscle() -> None:
    said = "This is a stretch for the calves. Secondary muscles are the hamstrings."
    found = record(f"<h1>Seated Calf Stretch</h1><p>{said}</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("calves",), ("hamstrings",))


def test_the_own_name_with_a_dash_in_a_heading() -> None:
    asked = (
        "<h2>What muscles does the Squats - With Bands work?</h2><p>Primary muscles:</p><ul><li>Quadriceps</li></ul>"
    )
    found = record(f"<h1>Squats - With Bands</h1><p>Equipment: Bands</p>{asked}{STEPS}")
    assert found.target_muscles == ("quadriceps",)


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("<p>It is of the strength type and compound in mechanics.</p>", "mechanic", "compound"),
        ("<p><b>The muscles:</b> This is a compound move that targets the quads.</p>", "mechanic", "compound"),
        ("<p>For equipment, borrow a kettlebell from the desk.</p>", "equipment", ("kettlebell",)),
        ("<p>Please bring a kettlebell.</p>", "equipment", ("kettlebell",)),
        ("<p>Bring your curiosity, and leave the rest at home.</p>", "equipment", ()),
    ],
)
def test_what_sentences_say_of_the_kind_and_the_tool(said: str, field: str, value: object) -> None:
    found = record(f"{TITLE}{said}<p>Level: Beginner</p><p>Type: Strength</p><p>Force: Push</p>{STEPS}")
    assert getattr(found, field) == value
