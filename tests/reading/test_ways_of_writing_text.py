"""Pages that are text: mails, printed pages, notes in Markdown and Org, copies of a screen."""

from __future__ import annotations

import pytest

from pipeline.reading.plaintext.text import text_outline
from tests.reading.reading import STEPS as LIST
from tests.reading.reading import TITLE, read, read_text, texts, titled

STEPS = "Instructions\n\n1. Stand tall.\n2. Bend the knees.\n"
BOTH = ["Stand tall.", "Bend the knees."]


def test_a_mail_that_is_quoted_as_a_whole() -> None:
    mail = f"Goblet Squat\n\nA squat with a weight in front.\n\n{STEPS}"
    found = read_text("".join(f"> {line}\n" for line in mail.splitlines()))
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert texts(found, "instructions") == BOTH


def test_what_an_answer_quotes_below_is_not_the_page() -> None:
    found = read_text(f"Goblet Squat\n\nA squat.\n\n{STEPS}\nTips\n\n- Keep tall.\n\n-- \nPiet wrote:\n> 1. chalk\n")
    assert texts(found, "instructions") == BOTH


def test_heads_feet_and_numbers_of_printed_pages_are_no_steps() -> None:
    head = "Strength Manual, 3rd edition                          Goblet Squat\n"
    page = f"{head}\n\nGOBLET SQUAT\n\nInstructions\n\n1.  Stand tall.\n\n                       50\n{head}\n2.  Sit down\n    and pause.\n"
    assert texts(read_text(page), "instructions") == ["Stand tall.", "Sit down and pause."]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Arching the back und-\noes the slouching of the day.", "undoes"),
        ("Rest, then do a push-\nup on the floor.", "push-up"),
    ],
)
def test_words_broken_at_the_end_of_a_line(broken: str, whole: str) -> None:
    found = read_text(f"Goblet Squat\n\n{broken}\n\n{STEPS}")
    assert whole in texts(found, "description")[0]


def test_values_further_in_than_their_labels() -> None:
    facts = "   Level\n          5/10\n   Laterality\n          Bilateral\n   Hand Position\n          Wide\n"
    found = read_text(f"Goblet Squat\n\n   A squat.\n\n{facts}\n{STEPS}")
    assert (texts(found, "difficulty"), texts(found, "bilateral")) == (["5/10"], ["Bilateral"])
    assert dict(found.extra) == {"Hand Position": "Wide"}


@pytest.mark.parametrize(
    "steps",
    [
        "1Stand tall.\n2Bend the knees.",
        "1\\. Stand tall.\n\n2\\. Bend the knees.",
        "1\nStand tall.\n2\nBend the knees.",
    ],
)
def test_numbers_of_steps_that_lost_their_shape(steps: str) -> None:
    assert texts(read_text(f"Goblet Squat\n\nA squat.\n\nInstructions\n\n{steps}\n"), "instructions") == BOTH


def test_labels_above_values_in_markdown() -> None:
    facts = "**Target muscles**\\\nQuads\n\n**Equipment**\\\nDumbbell\n"
    found = read_text(f"# Goblet Squat\n\nA squat.\n\n{facts}\n## Instructions\n\n1. Stand tall.\n2. Sit.\n")
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], ["Dumbbell"])


def test_what_a_note_says_of_itself_is_no_fact() -> None:
    front = "---\ntitle: Goblet Squat\nsource: https://lifts.example.com/x\ncreated: 2025-02-03\nstance: Wide\n---\n"
    assert dict(read_text(f"{front}\n# Goblet Squat\n\nA squat.\n\n## {STEPS}").extra) == {"stance": "Wide"}


def test_terms_and_bullets_of_org() -> None:
    notes = "#+TITLE: Goblet Squat\n\n* Goblet Squat\n\n** Benefits\n- *Legs* :: They get strong.\n\n** Tips\n+ Keep tall.\n"
    found = read_text(f"{notes}\n** Steps\n1) Stand tall.\n2) Bend the knees.\n")
    assert titled(found, "benefits") == [("Legs", "They get strong.")]
    assert titled(found, "safety_tips") == [("", "Keep tall.")]
    assert texts(found, "instructions") == BOTH


def test_the_heads_of_printed_pages_are_no_text() -> None:
    page = "GYM HANDBOOK          Page 12\n\nGoblet Squat\n\nHOW TO\n\n1. Stand tall.\n2. Sit.\nGYM HANDBOOK          Page 13\n\n3. Rise.\n"
    found = read_text(page)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "instructions") == ["Stand tall.", "Sit.", "Rise."]


def test_lines_that_go_on_in_small_letters_are_one() -> None:
    page = "Goblet Squat\n\nThe weight in front pulls the trunk forward, so\nthat it has to work.\n\nTips\n\n  o Chest up: Look ahead.\n  o Heels down: Stay flat.\n"
    found = read_text(page)
    assert texts(found, "description") == ["The weight in front pulls the trunk forward, so that it has to work."]
    assert titled(found, "safety_tips") == [("Chest up", "Look ahead."), ("Heels down", "Stay flat.")]


def test_headings_between_equals_signs() -> None:
    found = read_text("= Goblet Squat =\n\nA squat for everybody.\n\n== Steps ==\n\n1. Stand tall.\n2. Sit.\n")
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "instructions") == ["Stand tall.", "Sit."]


def test_a_dump_of_a_text_browser_ends_its_lists_with_a_rule() -> None:
    links = "See also\n\n     * [7]Walking Lunge\n     * [8]Good Morning\n     * [9]Mountain Climber\n     " + "_" * 66
    found = read_text(
        f"   #[1]Lifts feed\n\n   [2]Lifts\n\n      Goblet Squat\n\n   Target: [6]Quads\n\nSteps\n\n 1. Sit.\n 2. Stand.\n\n{links}\n"
    )
    assert texts(found, "name") == ["Goblet Squat"]


def test_addresses_behind_words() -> None:
    found = read_text(
        "Goblet Squat\n\n* Target muscles: Quads <https://gym.example.com/quads>\n\nSteps\n\n1. Sit.\n2. Stand.\n"
    )
    assert texts(found, "target_muscles") == ["Quads"]


def test_a_menu_above_a_rule_is_no_name() -> None:
    found = read_text(
        "[logo] Index\n\nHome | Browse | Trainers | Log in\n━━━━━━━━\n\nGoblet Squat\n\nTarget: Quads\n\nSteps\n\n1. Sit.\n2. Stand.\n"
    )
    assert texts(found, "name") == ["Goblet Squat"]


def test_an_introduction_set_off_in_markdown() -> None:
    found = read_text(
        "# Goblet Squat\n\n> A weight held high keeps you tall.\n\n**Target**: Quads\n\n## Steps\n\n1. Sit.\n2. Stand.\n"
    )
    assert texts(found, "description") == ["A weight held high keeps you tall."]


def test_the_source_of_a_wiki() -> None:
    facts = "* '''Target''': [[Quadriceps|Quads]]\n* '''Level''': Beginner<ref>A book.</ref>\n"
    steps = "=== Technique ===\n# Stand tall.\n# Bend the knees.\n\n=== Tips ===\n; Elbows : Keep them inside.\n* ''Heels'': down\n"
    found = read_text(
        f"== Goblet Squat ==\n\nA squat with a weight.\n\n{facts}\n{steps}\n{{{{stub}}}}\n[[Category:Legs]]\n"
    )
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Beginner"])
    assert texts(found, "instructions") == BOTH
    assert titled(found, "safety_tips") == [("Elbows", "Keep them inside."), ("Heels", "down")]


def test_org_without_a_title() -> None:
    text = "* Goblet Squat\n\n- Target :: Quads\n\n** Instructions\n1. Stand tall.\n2. Bend the knees.\n\n** Tips\n- Elbows :: Inside.\n"
    found = read_text(text)
    assert (texts(found, "target_muscles"), texts(found, "instructions")) == (["Quads"], BOTH)
    assert titled(found, "safety_tips") == [("Elbows", "Inside.")]


def test_bold_beginnings_of_lines_in_markdown() -> None:
    found = read_text(
        f"# Goblet Squat\n\nTarget: Quads\n\n{STEPS}\n## Tips\n\n**Elbows** Keep them inside.\n\n**Heels** Down.\n"
    )
    assert titled(found, "safety_tips") == [("Elbows", "Keep them inside."), ("Heels", "Down.")]


def test_labels_and_marks_of_east_asian_keyboards() -> None:
    facts = "<p>【Main muscle】 chest<br>【Sub muscle】 triceps、abs<br>【Level】 Advanced</p>"
    tips = "<p>■ Tips</p><p>・Body：Make it one board.<br>・Hands：Turn them out.</p>"
    found = read(f"{TITLE}{facts}<p>■ How to do</p><p>① Stand tall.<br>② Bend the knees.</p>{tips}")
    assert texts(found, "secondary_muscles") == ["triceps", "abs"]
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]
    assert titled(found, "safety_tips") == [("Body", "Make it one board."), ("Hands", "Turn them out.")]


def test_a_heading_with_a_colon_and_a_dash_behind_it() -> None:
    found = read(
        f"{TITLE}<p>Target muscles: Quads</p>{LIST}<p><b>Benefits :-</b></p><p>* Grip - It gets stronger.</p><p>* Arms - They grow.</p>"
    )
    assert titled(found, "benefits") == [("Grip", "It gets stronger."), ("Arms", "They grow.")]


def test_facts_above_a_text_in_toml() -> None:
    front = '+++\ntitle = "Leg Curl"\ncanonical = "https://notes.example.com/leg-curl/"\ntarget_muscles = ["hamstrings"]\nlevel = "beginner"\n+++\n'
    page = f"{front}\nA curl lying face down.\n\n### Method\n\n1) Lie down.\n2) Curl your heels.\n"
    found = read_text(page)
    assert (texts(found, "name"), texts(found, "target_muscles")) == (["Leg Curl"], ["hamstrings"])
    assert text_outline(page).url == "https://notes.example.com/leg-curl/"


def test_markdown_with_attributes_fences_and_links() -> None:
    page = (
        '::: {#page .site}\n[Skip](#content){.skip-link}\n\n# Bench Dips {#bench-dips .entry-title}\n\n![](a.jpg){width="6"}\n\n'
        "A dip on a [bench](/bench).\n\nMuscles\n:   [chest]{.chip} [shoulders]{.chip}\n\n## Steps {#steps}\n\n"
        '1.  Sit down.\n    -   Breathe out.\n2.  Bend.\n\n{{< video src="a.mp4" >}}\n:::\n'
    )
    found = read_text(page)
    assert (texts(found, "name"), texts(found, "description")) == (["Bench Dips"], ["A dip on a bench."])
    assert texts(found, "target_muscles") == ["chest", "shoulders"]
    assert texts(found, "instructions") == ["Sit down. Breathe out.", "Bend."]


def test_the_box_of_a_wiki_page() -> None:
    box = "{{Infobox exercise\n| name = Inverted Row\n| image = Row.jpg\n| target = [[Middle Back]]\n| other_names = Body Row\n}}\n"
    found = read_text(
        f"{box}'''Inverted Row'''\n\nA row.\n\n== Instructions ==\n# Hold on.\n# Pull up.\n\n{{{{stub}}}}\n"
    )
    assert (texts(found, "name"), texts(found, "aliases")) == (["Inverted Row"], ["Body Row"])
    assert texts(found, "target_muscles") == ["Middle Back"]
    assert texts(found, "instructions") == ["Hold on.", "Pull up."]


def test_the_heads_of_printed_pages_and_lines_that_break_within_steps() -> None:
    head = "Strength Manual                                            Chapter 4"
    facts = "      Target muscles            Abductors\n      Equipment                 Machine\n      Sets                      3\n"
    page = f"{head}\n\n\n      Hip Abduction\n\n{facts}\n      Instructions\n\n  1.  Sit well back,\nand hold on.\n\n\n        57\n\f{head}\n\n  2.  Open the knees.\n"
    found = read_text(page)
    assert (texts(found, "name"), texts(found, "target_muscles")) == (["Hip Abduction"], ["Abductors"])
    assert texts(found, "instructions") == ["Sit well back, and hold on.", "Open the knees."]
    assert titled(found, "tracking") == [("Sets", "3")]


def test_a_menu_in_the_first_line_of_a_dump() -> None:
    found = read_text(f"Home Exercises Muscle map Log in\n\nWrist Curl\n\nTarget muscles: Forearms\n\n{STEPS}")
    assert texts(found, "name") == ["Wrist Curl"]


def test_a_name_above_the_only_underlined_heading() -> None:
    found = read_text(
        "HIP LIFT WITH BAND\n\nTarget muscles: Glutes\n\nHip Lift with Band Instructions\n====\n\n* Lie down.\n* Lift up.\n"
    )
    assert (texts(found, "name"), texts(found, "target_muscles")) == (["Hip Lift with Band"], ["Glutes"])


def test_a_long_heading_with_a_colon_behind_it() -> None:
    name = "Bottoms-Up Clean from the Hang Position"
    found = read_text(
        f"{name}\n===\n\nA clean.\n\nHow to Do the {name}:\n* Stand tall.\n* Pull.\n\nTarget muscles: Traps\n"
    )
    assert texts(found, "instructions") == ["Stand tall.", "Pull."]


def test_a_list_of_terms_goes_on_below_its_label() -> None:
    muscles = "Secondary muscles:  abdominals, biceps, calves,\n                    traps, lower back"
    found = read_text(
        f"SANDBAG LOAD\n\nPrimary muscles:    quadriceps\n{muscles}\nLevel:              hard\n\nSTEPS\n\n1. Lift it.\n2. Walk.\n"
    )
    assert texts(found, "secondary_muscles") == ["abdominals", "biceps", "calves", "traps", "lower back"]


def test_the_name_before_the_heading_of_the_steps_is_no_label() -> None:
    text = "Hip Lift\n\nLevel: easy\nTarget: glutes\n\nHip Lift: step by step\n\n- Lie down.\n- Lift the hips.\n"
    assert texts(read_text(text), "instructions") == ["Lie down.", "Lift the hips."]


def test_another_exercise_behind_the_text_is_left_out() -> None:
    other = "Elsewhere in the shed\n---------------------\n\nLever Lying Leg Curl\nPrimary muscles: Hamstrings\nMechanics: Isolation\n"
    steps = "Instructions\n------------\n\n1. Dip quickly.\n2. Jump onto the box.\n"
    found = read_text(f"Box Jump\n========\n\nA quick one.\n\n{steps}\n{other}")
    assert "target_muscles" not in found.fields
    assert "mechanic" not in found.fields


def test_a_label_may_be_longer_than_its_column() -> None:
    rows = "Main muscles            Hams, Abs\nSecondary muscles involved  Thumbs\nTools                   Sled\nLevel                   Easy\n"
    found = read_text(f"Sled Push\n\n{rows}\n{STEPS}")
    assert texts(found, "target_muscles") == ["Hams", "Abs"]
    assert texts(found, "secondary_muscles") == ["Thumbs"]


def test_dots_behind_a_label_with_brackets() -> None:
    rows = "Lead muscle ........ gluteus maximus, pectorals, adductor magnus\nSecondary muscle(s) ........ Obliques\n"
    found = read_text(f"Dead Bug\n\nPROFILE\n{rows}\n{STEPS}")
    assert texts(found, "target_muscles") == ["gluteus maximus", "pectorals", "adductor magnus"]
    assert texts(found, "secondary_muscles") == ["Obliques"]


def test_terms_below_their_label_that_would_begin_something_elsewhere() -> None:
    assert texts(read_text(f"Dead Bug\n\n{STEPS}\nEquipment\nOther, Exercise Ball\n"), "equipment") == [
        "Other",
        "Exercise Ball",
    ]


def test_facts_behind_mistakes() -> None:
    faults = (
        "Errors to avoid\nHeels: They rise at the bottom of each one.\nBack: It rounds as soon as the bar is heavy.\n"
    )
    facts = (
        "Primary Muscle\nQuadriceps Femoris\n\nOther muscles trained\nHamstrings\n\nNeeded equipment\nBarbell, Box\n"
    )
    found = read_text(f"Dead Bug\n\nMovement description\n- Lie down.\n- Lift the legs.\n\n{faults}\n{facts}")
    assert texts(found, "target_muscles") == ["Quadriceps Femoris"]
    assert texts(found, "equipment") == ["Barbell", "Box"]
