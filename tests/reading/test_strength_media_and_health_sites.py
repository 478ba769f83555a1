"""Pages laid out as strength media, health sites and federations lay them out, that nobody had shown to the program before."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE
from tests.reading.records import record, told, tracked

TOLD = "<p>A squat with a weight held close.</p><p>Target: Quads</p>"


def test_a_definition_beside_its_label() -> None:
    rows = "<dt>Definition</dt><dd>A squat taught in all courses; the work falls on the quads.</dd><dt>Agonists</dt><dd>Quads</dd>"
    found = record(f"{TITLE}<dl>{rows}</dl>{STEPS}")
    assert (found.description, found.extra) == ("A squat taught in all courses; the work falls on the quads.", {})


def test_a_question_about_safety() -> None:
    asked = "<h3>How can I do it safely?</h3><ul><li>Start slowly.</li><li>Keep breathing.</li></ul>"
    found = record(
        f"{TITLE}{TOLD}<h3>How do you do it?</h3><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>{asked}"
    )
    assert (found.instructions, found.safety_tips) == (
        ("Stand tall.", "Bend the knees."),
        told("Start slowly.", "Keep breathing."),
    )


def test_pages_to_read_behind_a_list_of_benefits() -> None:
    gains = "<h2>Why Athletes Should Do It</h2><ul><li>Builds control you can use</li><li>Fits any group of any size</li></ul>"
    more = "<p><strong>READ MORE:</strong></p><ul><li><a href='/a'>Pec Deck: The Chest Builder You Skip</a></li></ul>"
    found = record(f"{TITLE}{TOLD}{STEPS}{gains}{more}")
    assert found.benefits == told("Builds control you can use", "Fits any group of any size")


def test_words_before_steps_that_count_them() -> None:
    steps = "<li><h3>Movement 1</h3><p>Stand tall.</p></li><li><h3>Movement 2</h3><p>Bend the knees.</p></li>"
    assert record(f"{TITLE}{TOLD}<h2>Movements</h2><ol>{steps}</ol>").instructions == ("Stand tall.", "Bend the knees.")


@pytest.mark.parametrize("begins", ["<h3>Starting position</h3><p>Stand tall with it.</p>", ""])
def test_steps_below_the_word_exercise(begins: str) -> None:
    found = record(f"{TITLE}{TOLD}{begins}<h3>Exercise</h3><p>Bend the knees and sit down.</p><p>Stand up again.</p>")
    assert found.instructions[-2:] == ("Bend the knees and sit down.", "Stand up again.")
    assert found.name == "Goblet Squat" and len(found.instructions) == (3 if begins else 2)


def test_the_tips_of_a_coach_between_the_steps() -> None:
    tip = "<p><strong>Coach’s Tip:</strong> Think about your ribs.</p>"
    steps = f"<h3>Step 1</h3><p>Stand tall.</p>{tip}<h3>Step 2</h3><p>Bend the knees.</p>"
    found = record(f"{TITLE}{TOLD}<h2>How to Do the Goblet Squat</h2>{steps}")
    assert (found.instructions, found.safety_tips) == (
        ("Stand tall.", "Bend the knees."),
        told("Think about your ribs."),
    )


def test_a_dose_behind_steps_with_letters() -> None:
    steps = "<p><strong>A.</strong> Stand tall.</p><p><strong>B.</strong> Bend the knees.</p><p><em>Do 3 sets of 10-12 reps.</em></p>"
    found = record(f"{TITLE}{TOLD}<h2>How to Do the Goblet Squat</h2>{steps}")
    assert found.instructions == ("Stand tall.", "Bend the knees.")
    assert found.tracking == tracked(sets="3", reps="10-12")


def test_a_heading_for_each_muscle_with_its_rank() -> None:
    muscles = (("Quadriceps", "Primary"), ("Glutes", "Secondary"), ("Calves", "Secondary"), ("Traps", "Secondary"))
    parts = "".join(f"<h3>{muscle} ({rank})</h3><p>It lends a hand.</p>" for muscle, rank in muscles)
    found = record(f"{TITLE}<p>A squat with a weight held close.</p>{STEPS}<h2>Muscles Worked</h2>{parts}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes", "calves", "traps"))


def test_a_table_of_other_cards() -> None:
    cards = "<table><tr><td>Other cards</td><td>Muscle</td></tr><tr><td>Wall Sit</td><td>Quads</td></tr><tr><td>Heel Drop</td><td>Calves</td></tr></table>"
    found = record(f"{TITLE}<p>Target: Glutes</p>{STEPS}{cards}")
    assert (found.target_muscles, found.extra) == (("glutes",), {})


def test_a_sentence_that_a_printed_page_breaks() -> None:
    broken = "<p>This is one of the exercises tested in the<br>regions of the project.</p><p><b>Muscles:</b> Quads</p>"
    found = record(f"{TITLE}{broken}{STEPS}")
    assert found.description == "This is one of the exercises tested in the regions of the project."
    assert (found.target_muscles, found.body_parts) == (("quadriceps",), ())


def test_lines_of_a_list_are_no_broken_sentence() -> None:
    lines = "<h2>Benefits</h2><p>builds legs that carry you up every hill<br>keeps hips as young as they were<br>helps you sleep at night</p>"
    assert len(record(f"{TITLE}{TOLD}{STEPS}{lines}").benefits) == 3


@pytest.mark.parametrize("title", ["Tip: The Goblet Squat", "How I Teach the Goblet Squat"])
def test_words_before_the_name(title: str) -> None:
    assert record(f"<h1>{title}</h1>{TOLD}{STEPS}", title).name == "Goblet Squat"


def test_what_keeps_a_film_from_being_shown_describes_nothing() -> None:
    hosted = "<p>This video is hosted by another company. You need to accept marketing cookies to watch it.</p>"
    assert record(f"{TITLE}{TOLD}{hosted}{STEPS}").description == "A squat with a weight held close."


# -- what the rules above and their kin leave alone ------------------------------------------------------------------


@pytest.mark.parametrize("blank", ["<tr><td>&nbsp;</td><td>&nbsp;</td></tr>", "<tr><td colspan=2></td></tr>"])
def test_a_blank_row_below_facts(blank: str) -> None:
    facts = f"<table><tr><td>Equipment</td><td>Kettlebell</td></tr>{blank}</table>"
    assert record(f"{TITLE}{TOLD}{facts}{STEPS}").equipment == ("kettlebell",)


def test_a_log_right_behind_the_steps() -> None:
    log = "<table><tr><th>Date</th><th>Weight</th></tr><tr><td></td><td></td></tr></table>"
    found = record(f"{TITLE}{TOLD}{STEPS}{log}")
    assert (found.instructions, found.tracking) == (("Stand tall.", "Bend the knees."), ())


def test_hidden_levels_are_no_slides() -> None:
    hidden = "<section style='display:none'><h2>Advanced</h2><ol><li>Hold it out.</li><li>Jump up.</li></ol></section>"
    shown = "<section><h2>Beginner</h2><ol><li>Stand tall.</li><li>Squat down.</li></ol></section>"
    assert record(f"{TITLE}{TOLD}<div>{shown}{hidden}{hidden}</div>").instructions == ("Stand tall.", "Squat down.")


def test_facts_behind_a_disclaimer() -> None:
    facts = "<h2>Disclaimer</h2><p>Ask your doctor first.</p><table><tr><td>Equipment</td><td>Kettlebell</td></tr><tr><td>Level</td><td>Beginner</td></tr></table>"
    found = record(f"{TITLE}<p>A squat with a weight held close.</p>{facts}{STEPS}")
    assert (found.equipment, found.difficulty) == (("kettlebell",), "beginner")


def test_phases_in_a_section_of_muscles() -> None:
    phases = "<h2>Muscles worked</h2><h3>Phase 1: Lowering</h3><p>Quads, glutes</p><h3>Phase 2: Rising</h3><p>Hamstrings, calves</p>"
    found = record(f"{TITLE}<p>A squat.</p>{phases}{STEPS}")
    assert len(found.target_muscles) >= 2 and found.instructions == ("Stand tall.", "Bend the knees.")


@pytest.mark.parametrize(
    "step",
    [
        "By pushing your hips back, sit down. Picture a chair behind you.",
        "[ ] Hold the bell. [ ] Squat down slowly. [ ] Stand up again.",
    ],
)
def test_steps_that_look_like_small_print(step: str) -> None:
    found = record(
        f"{TITLE}{TOLD}<h2>Instructions</h2><p>Stand tall and hold it.</p><p>{step}</p><p>Stand up again.</p>"
    )
    assert any("own" in told_step for told_step in found.instructions) and len(found.instructions) >= 3


def test_bold_and_plain_pieces_in_turns_whose_values_are_labels_as_well() -> None:
    pieces = "<strong>Goal</strong><span>Mastery</span><strong>Focus</strong><span>Movement</span><strong>Level</strong><span>Beginner</span>"
    assert record(f"{TITLE}{TOLD}<div>{pieces}</div>{STEPS}").difficulty == "beginner"


def test_a_grip_and_a_tool_in_one_line() -> None:
    found = record(f"{TITLE}<p>Target: Quads</p><p>Grip: Neutral. Equipment: Kettlebell.</p>{STEPS}")
    assert (found.extra, found.equipment) == ({"Grip": "Neutral"}, ("kettlebell",))


@pytest.mark.parametrize(
    "said",
    [
        "Bring your kettlebell to your chest and squat.",
        "Grab a friend and try the medicine ball version next.",
        "Fetch a coffee and a chair, this is a long read.",
        "A compound movement like the row should come before it.",
        "An isolation exercise would miss the glutes, but the squat hits them.",
        "It is not isolation by nature.",
        "Unlike curls, which are categorised as an isolation exercise, it works many joints.",
        "At the bottom it is a static stretch for the groin.",
    ],
)
def test_sentences_that_state_nothing_of_the_exercise(said: str) -> None:
    found = record(f"{TITLE}<p>A squat with a weight held close. {said}</p><p>Target: Quads</p>{STEPS}")
    assert (found.equipment, found.mechanic, found.force, found.exercise_type) == ((), "", "", "")


@pytest.mark.parametrize(
    ("section", "field"),
    [
        ("<h2>Tips</h2><p>Breathe in and hold it. This is also known as the Valsalva Maneuver.</p>", "aliases"),
        ("<h3>Notes</h3><p>Session moved to Friday.</p><p>The gym is closed on Monday.</p>", "safety_tips"),
        ("<p><b>Benefits of the front squat:</b> It trains the abs more.</p>", "benefits"),
    ],
)
def test_what_is_told_of_something_else(section: str, field: str) -> None:
    assert getattr(record(f"{TITLE}{TOLD}{STEPS}{section}"), field) == ()


def test_a_description_that_lists_what_one_gains() -> None:
    gains = "<ul><li>Lifts your glutes and builds your quads.</li><li>Keeps your knees healthy.</li><li>Helps you jump higher.</li></ul>"
    found = record(f"{TITLE}<p>Target: Quads</p><h2>Description</h2>{gains}")
    assert found.instructions == () and found.description.startswith("Lifts your glutes")


def test_who_reviewed_a_page_in_other_words() -> None:
    for said in ("Clinically reviewed by Dr Sue Lee, PT.", "This page is regularly reviewed by our physios."):
        assert record(f"{TITLE}<p>{said}</p><p>Target: Quads</p>{STEPS}").description == ""


def test_a_category_that_is_a_part_of_the_body() -> None:
    found = record(
        f"{TITLE}<p>A squat with a weight held close.</p><h5>Category</h5><p>Legs</p><h5>Equipment</h5><p>Kettlebell</p>{STEPS}"
    )
    assert (found.exercise_type, found.body_parts, found.equipment) == ("", ("legs",), ("kettlebell",))


@pytest.mark.parametrize(
    "page",
    [
        "<p><b>Read more:</b></p><ul><li>Front Squat</li></ul><p>Equipment: Kettlebell</p>",
        "<dl><dt>See also</dt><dd>Equipment</dd><dt>Muscles</dt><dd>Quads</dd><dt>Equipment</dt><dd>Kettlebell</dd></dl>",
    ],
)
def test_facts_behind_a_word_on_other_pages(page: str) -> None:
    assert record(f"{TITLE}<p>Target: Quads</p>{page}{STEPS}").equipment == ("kettlebell",)


@pytest.mark.parametrize(
    ("steps", "told_steps"),
    [
        ("<p><b>A</b> Hold it close.</p><p><b>B</b> Sit down.</p><p>Then drive up through the heels.</p>", 3),
        (
            "<p>1. Stand tall.</p><p><b>A</b>: feet wide</p><p><b>B</b>: toes out</p><p>2. Sit down.</p><p>3. Stand up.</p>",
            3,
        ),
        ("<p>Grip it with both of your hands<br>lower yourself until your thighs are level.<br>Push up again.</p>", 3),
    ],
)
def test_steps_of_which_none_is_lost(steps: str, told_steps: int) -> None:
    assert len(record(f"{TITLE}{TOLD}<h2>Instructions</h2>{steps}").instructions) == told_steps


def test_a_description_that_tells_the_steps_of_a_page_without_others() -> None:
    said = "Stand tall with a weight at your chest. Bend your knees and lower your hips. Drive through your heels to stand up."
    assert len(record(f"{TITLE}<h2>Description</h2><p>{said}</p><p>Target: quads</p>").instructions) == 3


@pytest.mark.parametrize(
    "section",
    [
        "<h2>What you should feel</h2><ul><li>A stretch in the hips</li><li>No pain in the lower back</li></ul>",
        "<h2>Competition results</h2><ul><li>Anna Berg squatted 120 kg</li><li>Carla Holm squatted 110 kg</li></ul>",
        "<h2>Exercise</h2><p>Regular exercise lowers your blood pressure.</p>",
    ],
)
def test_sections_that_state_nothing(section: str) -> None:
    found = record(f"{TITLE}<p>Equipment: Kettlebell</p>{section}{STEPS}")
    assert (found.target_muscles, found.benefits, found.instructions) == ((), (), ("Stand tall.", "Bend the knees."))
