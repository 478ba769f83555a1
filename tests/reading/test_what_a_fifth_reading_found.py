"""More pages on which rules were too wide, or too narrow, as somebody found who read them with a fresh eye."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE, read, read_text, texts
from tests.reading.records import record, told, tracked

FACTS = "<p>Target: Quads</p><p>Equipment: Kettlebell</p><p>Level: Beginner</p>"
TOLD = "<p>A squat with a weight held close to the chest.</p>"


def test_bold_terms_in_a_sentence_choose_nothing() -> None:
    gain = "This squat suits <b>beginner</b>, <a href='/i'>intermediate</a> and <a href='/a'>advanced</a> lifters who want strong legs."
    move = "<b>Push</b> your hips back, <i>pull</i> your chest up and <i>push</i> the knees out."
    found = record(
        f"{TITLE}{DESCRIBED}<h2>Benefits</h2><p>{gain}</p><h2>Instructions</h2><ol><li>Stand tall with it.</li><li>{move}</li></ol>"
    )
    assert found.benefits[0].text.endswith("advanced lifters who want strong legs.")
    assert found.instructions[1] == "Push your hips back, pull your chest up and push the knees out."
    assert found.difficulty == ""


def test_the_heads_of_a_table_choose_nothing() -> None:
    rows = "<tr><td><b>Beginner</b></td><td>Intermediate</td><td>Advanced</td></tr><tr><td>Box Squat</td><td>Air Squat</td><td>Front Squat</td></tr>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations by level</h2><table>{rows}</table>")
    assert (found.difficulty, "Beginner" in found.variations) == ("", False)


def test_boxes_that_the_reader_is_to_tick_choose_nothing() -> None:
    boxes = "<li><label><input type='checkbox' checked> Kettlebell</label></li><li><label><input type='checkbox'> Gym mat</label></li>"
    assert record(f"{TITLE}{DESCRIBED}<h2>Equipment</h2><ul>{boxes}</ul>{STEPS}").equipment == ("kettlebell", "gym mat")


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='side'><h3>Quick facts:</h3>{FACTS}</div>",
        f"<div class='side'><h3>Goblet Squat Facts</h3>{FACTS}</div>",
        f"<div class='facts'><p class='title'>Quick facts</p>{FACTS}</div>",
        "<div class='exercise-details'><strong>Goblet Squat</strong><ul><li>Target: Quads</li><li>Equipment: Kettlebell</li><li>Level: Beginner</li></ul></div>",
        "<div class='exercise-details'><ul><li>Type: Strength</li><li>Equipment: Kettlebell</li><li>Level: Beginner</li></ul></div>",
    ],
)
def test_boxes_of_facts_behind_the_text(box: str) -> None:
    found = record(f"<div class=wrap><main>{TITLE}{TOLD}{STEPS}</main>{box}</div>")
    assert (found.equipment, found.difficulty) == (("kettlebell",), "beginner")


def test_a_credit_behind_a_sentence_takes_it_not_along() -> None:
    steps = "<ol><li>Stand tall with the weight. © Jane Doe</li><li>Bend the knees and sit down. © Jane Doe</li></ol>"
    found = record(
        f"{TITLE}<p>A squat with a weight held close to the chest. Photo © Jane Doe</p><p>Target: Quads</p><h2>Instructions</h2>{steps}"
    )
    assert (len(found.instructions), found.description[:7]) == (2, "A squat")


@pytest.mark.parametrize(
    "fact",
    ["Word count: 450", "Times shared: 24", "Repeat visitors: 12", "Set number: 4", "Breathing pause: 3 seconds"],
)
def test_counts_of_something_else_are_no_dose(fact: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}<ul><li>{fact}</li><li>Level: Beginner</li></ul>{STEPS}").tracking == ()


def test_a_pause_within_a_repetition_is_no_rest() -> None:
    doses = "<ul><li>Sets: 3</li><li>Reps: 10</li><li>Pause at the bottom: 2 seconds</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{doses}{STEPS}").tracking == tracked(sets="3", reps="10")


def test_titles_over_links_in_a_sentence_and_over_a_headed_list_label_nothing() -> None:
    lists = "<h3>Primary muscles</h3><ul><li title='Muscle'>Quads</li><li title='Muscle'>Glutes</li></ul><h3>Secondary muscles</h3><ul><li title='Muscle'>Calves</li><li title='Muscle'>Hamstrings</li></ul>"
    assert record(f"{TITLE}{TOLD}{lists}{STEPS}").secondary_muscles == ("calves", "hamstrings")
    step = "Feel the <a title='Target muscle' href=/q>quads</a> and the <a title='Helper muscle' href=/g>glutes</a> as you stand up."
    steps = f"<h2>Instructions</h2><ol><li>Sit down.</li><li>{step}</li></ol>"
    assert record(f"{TITLE}{DESCRIBED}{steps}").instructions[1] == "Feel the quads and the glutes as you stand up."


def test_a_heading_below_the_last_step_in_one_paragraph_is_no_part_of_it() -> None:
    steps = "<h2>Instructions</h2><p>1. Stand tall with the weight.</p><p>2. Bend the knees and sit down.</p><p>3. Stand up and squeeze the glutes.<br>Tips<br>Keep the chest up.</p>"
    found = record(f"{TITLE}{DESCRIBED}{steps}")
    assert (found.instructions[-1], found.safety_tips) == (
        "Stand up and squeeze the glutes.",
        told("Keep the chest up."),
    )


def test_blocks_called_code_may_hold_facts() -> None:
    block = "<div class='sqs-block code-block'><div><ul><li>Target: Quads</li><li>Equipment: Kettlebell</li></ul></div></div>"
    assert record(f"{TITLE}{TOLD}{block}{STEPS}").equipment == ("kettlebell",)


def test_two_pictures_of_tools_are_no_label_and_value() -> None:
    pictures = "<ul><li><img src=a alt='Kettlebell'> <img src=b alt='Bench'></li></ul>"
    assert record(f"{TITLE}{DESCRIBED}<h2>Equipment</h2>{pictures}{STEPS}").equipment != ("bench",)


@pytest.mark.parametrize("line", ["None. A kettlebell makes it harder.", "None, but a yoga mat is nice to have"])
def test_none_is_the_answer_whatever_may_be_added(line: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}<h2>Equipment</h2><ul><li>{line}</li></ul>{STEPS}").equipment == ("body weight",)


def test_a_trail_above_the_title_states_nothing() -> None:
    found = record(f"<p>Dumbbell › Chest</p>{TITLE}{TOLD}<p>Level: Beginner</p>{STEPS}")
    assert (found.target_muscles, found.equipment) == ((), ())


@pytest.mark.parametrize(
    "tools", ["<h2>Materials</h2><ul><li>Broomstick</li></ul>", "<p>EQUIPMENT | Slant board</p><p>LEVEL | Beginner</p>"]
)
def test_tools_that_nobody_knows_are_reported(tools: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}{tools}{STEPS}").equipment in (("broomstick",), ("slant board",))


def test_what_a_reader_asks_below_the_steps_is_no_step() -> None:
    steps = "<h2>Instructions</h2><p>Stand tall with the weight.</p><p>Bend the knees and sit down.</p><p>Ann (May 3, 2024): Is it fine to do this daily?</p>"
    assert len(record(f"{TITLE}{DESCRIBED}{steps}").instructions) == 2


def test_a_study_with_its_month_is_the_title_of_a_benefit() -> None:
    study = "<h2>Benefits</h2><h3>Journal of Strength, June 2021</h3><p>Squats make the bones strong.</p>"
    assert [gain.text for gain in record(f"{TITLE}{DESCRIBED}{STEPS}{study}").benefits] == [
        "Squats make the bones strong."
    ]


def test_the_last_of_labels_and_values_by_turns_may_be_unknown() -> None:
    lines = "Target\nQuads\nLevel\nBeginner\nEquipment\nKettlebell\nForce\nPush\nPopularity\nHigh\n"
    found = read_text(f"Goblet Squat\n\nA squat.\n\n{lines}\nInstructions\n\n1. Stand tall.\n2. Sit down.\n")
    assert found.extra == {"Popularity": "High"}


def test_one_step_behind_a_small_letter() -> None:
    step = "The knees bend and the hips sink between the heels."
    assert record(f"{TITLE}{DESCRIBED}<h2>Instructions</h2><p>a. {step}</p>").instructions == (step,)


def test_a_bold_one_of_two_terms_is_a_label_and_ticks_in_a_sentence_are_words() -> None:
    assert (
        record(f"{TITLE}{DESCRIBED}<div><strong>Push / Pull</strong> <span>Static</span></div>{STEPS}").force
        == "static"
    )
    text = "It is good for <b>✓ beginner</b> and not for <b>✗ advanced</b> lifters who hurry."
    assert record(f"{TITLE}<p>{text}</p><p>Target: Quads</p>{STEPS}").description.endswith("lifters who hurry.")


def test_pictures_of_people_before_words_and_titles_that_label_nothing_are_no_facts() -> None:
    people = "".join(
        f'<span><img src="a" alt="{who}"> {what}</span> '
        for who, what in (("Level crossing", "Goblet"), ("Anna", "Row"), ("Bo", "Club"))
    )
    titles = '<p><span title="My day">Chest</span> <span title="Your day">Calves</span></p>'
    found = record(f"{TITLE}{DESCRIBED}<div>{people}</div>{titles}{STEPS}")
    assert (found.extra, found.target_muscles, found.secondary_muscles) == ({}, ("quadriceps",), ())


def test_two_rests_are_of_several_exercises_and_a_metric_that_is_named_is_not_told_again() -> None:
    rests = (
        "<li>Sets to do: 3</li><li>Breather between sets: 60 seconds</li><li>Breather between exercises: 2 minutes</li>"
    )
    assert record(f"{TITLE}{DESCRIBED}<ul>{rests}</ul>{STEPS}").tracking == tracked(sets="3")
    doses = "<li>Sets: 3</li><li>Reps: 10</li><li>Repeats of the circuit: 2</li>"
    assert record(f"{TITLE}{DESCRIBED}<ul>{doses}</ul>{STEPS}").tracking == tracked(sets="3", reps="10")


def test_who_posted_a_step_is_no_part_of_it() -> None:
    steps = "<h2>Instructions</h2><p>1. Stand tall with your feet apart.<br>posted by guest</p><p>2. Bend the knees and sit down.</p>"
    assert record(f"{TITLE}{DESCRIBED}{steps}").instructions[0] == "Stand tall with your feet apart."


def test_a_box_about_the_gym_behind_the_text_that_begins_with_a_label() -> None:
    box = "<div><h3>Equipment</h3><p>Barbells</p><p>Level: All levels</p></div>"
    assert record(f"<div class=wrap><main>{TITLE}{TOLD}{STEPS}</main>{box}</div>").equipment == ()


@pytest.mark.parametrize("more", ["Benefits\nStrong legs\n", "My notes\nGood for a lazy day\n"])
def test_what_follows_facts_by_turns_and_is_none(more: str) -> None:
    lines = f"Target\nQuads\nLevel\nBeginner\nEquipment\nKettlebell\n{more}"
    assert read_text(f"Goblet Squat\n\nA squat.\n\n{lines}\nInstructions\n\n1. Stand tall.\n2. Sit down.\n").extra == {}


def test_help_with_muscles_below_it_are_those_that_help_and_with_links_is_the_foot_of_the_page() -> None:
    def helping(*items: str) -> list[str]:
        listed = "".join(f"<li>{item}</li>" for item in items)
        return texts(read(f"{TITLE}{DESCRIBED}{STEPS}<h2>Help</h2><ul>{listed}</ul>"), "secondary_muscles")

    assert helping("Hamstrings", "Calves") == ["Hamstrings", "Calves"]
    assert helping("Contact us", "Shipping") == []


@pytest.mark.parametrize(
    ("first_lines", "first_told"),
    [
        (
            "1. Swing the kettlebell up to your chest.<br>Only the elbows should bend while it goes up.<br>Stop as soon as the handle is at your chin.",
            [
                "Swing the kettlebell up to your chest. Only the elbows should bend while it goes up. Stop as soon as the handle is at your chin."
            ],
        ),
        (
            "1. Hold the kettlebell close to you.<br>2. Set your feet a little wider than your hips.",
            ["Hold the kettlebell close to you.", "Set your feet a little wider than your hips."],
        ),
    ],
)
def test_a_numbered_step_over_several_lines_is_one_step(first_lines: str, first_told: list[str]) -> None:
    last = len(first_told) + 1
    steps = f"<h2>Instructions</h2><p>{first_lines}</p><p>{last}. Bend the knees and sit down.</p>"
    found = record(f"{TITLE}{DESCRIBED}{steps}")
    assert found.instructions == (*first_told, "Bend the knees and sit down.")


@pytest.mark.parametrize("space", [" ", "&#160;"])
def test_a_tip_on_a_line_of_its_own_below_a_numbered_step_is_no_part_of_it(space: str) -> None:
    lines = f"2. Bend the knees and sit down between them.<br>Tip:{space}Keep{space}the{space}chest{space}up{space}as{space}you{space}sit."
    found = record(f"{TITLE}{DESCRIBED}<h2>Instructions</h2><p>1. Stand tall with the weight.</p><p>{lines}</p>")
    assert found.instructions[-1] == "Bend the knees and sit down between them."
    assert found.safety_tips == told("Keep the chest up as you sit.")
