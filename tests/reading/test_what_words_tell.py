"""What words tell where nothing else does: steps by their verbs, sections by a hint, fields by a value, terms in remarks."""

from __future__ import annotations

import pytest

from pipeline.ingest.judging import judge
from pipeline.reading.words.terms import split_terms
from pipeline.records import Page, TitledText
from pipeline.settings import Settings
from pipeline.vocabulary import load
from tests.reading.reading import STEPS, TITLE, read, titled
from tests.reading.records import PROFILES, record, told, tracked

MUSCLES = "<p>Target muscles: Quads</p>"
GEAR = "<p>Equipment: Dumbbell</p>"
FACTS = MUSCLES + GEAR
BOTH = ("Stand tall.", "Bend the knees.")
TIPS = "<h2>Tips</h2><ul><li>Keep the chest up.</li></ul>"
SAYS = "A squat with one weight in both hands."


def items(*texts: str, kind: str = "ul") -> str:
    return f"<{kind}>{''.join(f'<li>{text}</li>' for text in texts)}</{kind}>"


def lines(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def definitions(**facts: str) -> str:
    return f"<dl>{''.join(f'<dt>{label}</dt><dd>{value}</dd>' for label, value in facts.items())}</dl>"


# --- steps that nothing announces -----------------------------------------------------------------------------

MOVES = ("Stand tall with the feet apart.", "Slowly bend the knees.", "Push the floor away.")


@pytest.mark.parametrize("body", [items(*MOVES), lines(*MOVES)])
def test_three_sentences_that_begin_with_verbs_are_the_steps(body: str) -> None:
    found = record(f"{TITLE}<p>{SAYS}</p>{FACTS}<h2>Wobble time</h2>{body}")
    assert found.instructions == MOVES
    assert found.description == SAYS


@pytest.mark.parametrize(
    "section",
    [
        f"<h2>Homework</h2>{items('Walk to the gym tomorrow.')}",
        f"<h2>Wobble time</h2>{items(*MOVES[:2])}",
        f"<h2>Wobble time</h2>{items('The feet are apart.', 'The knees bend slowly.', 'The floor moves away.')}",
    ],
)
def test_fewer_than_three_or_sentences_without_verbs_in_front_are_no_steps(section: str) -> None:
    assert record(TITLE + FACTS + section).instructions == ()


def test_headings_that_count_steps_need_none_above_them() -> None:
    steps = "<h3>Step 1</h3><p>Stand tall.</p><h3>Step 2</h3><p>Bend the knees.</p>"
    found = record(f"{TITLE}{FACTS}{steps}<h3>Benefits</h3><p>Legs get strong.</p>")
    assert found.instructions == BOTH
    assert found.benefits == told("Legs get strong.")


@pytest.mark.parametrize("heading", ["6-4. MOVEMENT", "6.4. Movement", "4. Movement"])
def test_the_number_before_a_heading_does_not_change_it(heading: str) -> None:
    found = record(f"{TITLE}{FACTS}<h2>{heading}</h2>{lines(*BOTH)}<h2>6-5. SAFETY</h2><p>Keep the chest up.</p>")
    assert found.instructions == BOTH
    assert found.safety_tips == told("Keep the chest up.")


@pytest.mark.parametrize(
    "steps",
    [
        lines("<b>One.</b> Stand tall.", "<b>Two.</b> Bend the knees."),
        items("<b>One.</b> Stand tall.", "<b>Two.</b> Bend the knees.", kind="ol"),
        lines("1.1 Stand tall.", "1.2 Bend the knees."),
        items("1.1 Stand tall.", "1.2 Bend the knees."),
    ],
)
def test_numbers_in_bold_words_and_of_two_parts_are_no_words_of_a_step(steps: str) -> None:
    assert record(f"{TITLE}{FACTS}<h2>Instructions</h2>{steps}").instructions == BOTH


# --- sections that a word hints at ----------------------------------------------------------------------------


@pytest.mark.parametrize("heading", ["What it earns you", "How this brings you strength", "Reasons galore"])
def test_headings_that_hint_at_benefits(heading: str) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>{heading}</h2>{items('Legs get strong.', 'Hips open up.')}")
    assert found.benefits == told("Legs get strong.", "Hips open up.")
    assert found.safety_tips == ()


@pytest.mark.parametrize(
    "heading",
    ["Pointers from Ada", "Form matters", "A word of warning", "Important stuff", "Moments to hold off", "Keep watch"],
)
def test_headings_that_hint_at_tips_or_precautions(heading: str) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>{heading}</h2>{items('Backs round easily.', 'Heels leave the floor.')}")
    assert found.safety_tips == told("Backs round easily.", "Heels leave the floor.")
    assert found.benefits == ()


ADVICE = ("Keep the chest up.", "Push the knees out.")


def test_a_list_of_what_to_do_behind_the_steps_is_tips() -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Odds and ends</h2>{items(*ADVICE)}")
    assert found.instructions == BOTH
    assert found.safety_tips == told(*ADVICE)


@pytest.mark.parametrize("body", [items(*ADVICE, kind="ol"), items("The bar was red.", "My dog likes the gym.")])
def test_a_list_that_counts_or_says_nothing_to_do_is_no_tips(body: str) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Odds and ends</h2>{body}")
    assert found.instructions == BOTH
    assert found.safety_tips == ()


def test_a_page_with_tips_needs_no_others() -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2><p>Look ahead.</p><h2>Odds and ends</h2>{items(*ADVICE)}")
    assert found.safety_tips == told("Look ahead.")


# --- where sections end ---------------------------------------------------------------------------------------

ATTIC = "<ul><li>An old dumbbell was found.</li></ul>"


@pytest.mark.parametrize("body", [ATTIC, "<p>An old dumbbell was found.</p>"])
@pytest.mark.parametrize("section", ["Tips", "Benefits"])
def test_behind_a_list_a_bold_line_begins_a_section_that_nobody_knows(section: str, body: str) -> None:
    above = f"<p><b>{section}</b></p><ul><li>Legs get strong.</li></ul>"
    found = record(f"{TITLE}{FACTS}{STEPS}{above}<p><b>From the attic</b></p>{body}")
    assert (*found.benefits, *found.safety_tips) == told("Legs get strong.")


def test_a_bold_line_between_lists_of_steps_is_a_title_of_steps() -> None:
    first, second = items("Stand tall.", kind="ol"), items("Bend the knees.", kind="ol")
    steps = f"<p><b>Instructions</b></p>{first}<p><b>On the way down</b></p>{second}"
    assert record(TITLE + FACTS + steps).instructions == BOTH


@pytest.mark.parametrize(
    "line",
    [
        "<b>From the attic</b>",
        "<span style='font-weight:700'>From the attic</span>",
        "<span style='color: red; font-weight: bold'>From the attic</span>",
        "<b style='mso-bidi-font-weight:normal'>From the attic</b>",
    ],
)
def test_lines_that_are_bold_by_element_or_by_style(line: str) -> None:
    assert record(f"{TITLE}{FACTS}{STEPS}{TIPS}<p>{line}</p>{ATTIC}").safety_tips == told("Keep the chest up.")


@pytest.mark.parametrize(
    "line",
    [
        "<b style='font-weight:normal'>From the attic</b>",
        "<b style='font-weight: 400'>From the attic</b>",
        "<span style='mso-bidi-font-weight:bold'>From the attic</span>",
    ],
)
def test_lines_that_a_style_leaves_light(line: str) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}{TIPS}<p>{line}</p>{ATTIC}")
    assert found.safety_tips == told("Keep the chest up.", "An old dumbbell was found.")


@pytest.mark.parametrize("label", ["Equipment", "Also known as"])
def test_a_sentence_below_the_terms_of_a_line_set_off_describes(label: str) -> None:
    terms = {"Equipment": ("Dumbbell", "Bench"), "Also known as": ("Cup Squat", "Chalice Squat")}[label]
    chips = f"<div>{' '.join(f'<span>{term}</span>' for term in terms)}</div>"
    found = record(f"{TITLE}<p><b>{label}</b></p>{chips}<p>{SAYS}</p>{MUSCLES}{STEPS}")
    assert (*found.aliases, *found.equipment) == tuple(t.lower() if label == "Equipment" else t for t in terms)
    assert found.description == SAYS


def test_a_description_ends_at_a_labelled_line() -> None:
    labelled = "<p><b>Motto:</b> Sit down and rise again.</p><p>It came from the sea.</p>"
    assert record(f"{TITLE}<p>{SAYS}</p>{labelled}{FACTS}{STEPS}").description == SAYS


@pytest.mark.parametrize("blank", ["<p>Name: ____</p><p>Date: ______</p>", "<p>Name: _____ Date: _____</p>"])
def test_forms_to_be_filled_in_are_no_content(blank: str) -> None:
    found = record(f"{TITLE}<p>{SAYS}</p>{FACTS}{STEPS}{TIPS}{blank}")
    assert found.description == SAYS
    assert found.safety_tips == told("Keep the chest up.")
    assert found.extra == {}


@pytest.mark.parametrize(
    "item",
    [
        "<div>💡</div><div>Chest</div><p>Keep it up.</p>",
        "<div>💡</div><div><b>Chest</b></div><div>Keep it up.</div>",
    ],
)
def test_a_lone_pictograph_before_a_title_is_no_title(item: str) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2>{items(item)}")
    assert found.safety_tips == (TitledText("Chest", "Keep it up."),)


# --- rows of one cell, and rows without a label ---------------------------------------------------------------

KNOWN = ("<th>Target</th><td>Quads</td>", "<th>Equipment</th><td>Dumbbell</td>")


def band(content: str, tag: str = "td") -> str:
    return f"<{tag} colspan='2'>{content}</{tag}>"


@pytest.mark.parametrize("heading", [band("Benefits", "th"), band("<b>Benefits</b>"), band("Benefits")])
def test_a_row_of_one_cell_among_facts_is_a_heading_or_its_text(heading: str) -> None:
    found = record(TITLE + table(*KNOWN, heading, band("Legs get strong.")) + STEPS)
    assert (found.target_muscles, found.equipment) == (("quadriceps",), ("dumbbell",))
    assert found.benefits == told("Legs get strong.")


def test_a_row_of_one_cell_may_hold_the_steps() -> None:
    found = record(TITLE + table(*KNOWN, band("Instructions", "th"), band(items(*BOTH, kind="ol"))))
    assert (found.target_muscles, found.equipment) == (("quadriceps",), ("dumbbell",))
    assert found.instructions == BOTH


def test_a_picture_with_its_caption_in_a_row_of_facts_is_dropped() -> None:
    picture = band("<img src='a.png' alt=''><br>A squat on a sunny day.")
    found = record(TITLE + table(KNOWN[0], picture, KNOWN[1]) + STEPS)
    assert (found.target_muscles, found.equipment) == (("quadriceps",), ("dumbbell",))
    assert (found.description, found.extra) == ("", {})


@pytest.mark.parametrize("icon", ["", "<img src='a.png'>", "<svg></svg>", "<i class='icon'></i>"])
def test_a_row_without_a_label_keeps_its_text(icon: str) -> None:
    rows = table(*(f"<td>{icon}</td><td>{text}</td>" for text in ("Legs get strong.", "Hips open up.")))
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Benefits</h2>{rows}")
    assert found.benefits == told("Legs get strong.", "Hips open up.")


# --- values that say more than their labels -------------------------------------------------------------------


@pytest.mark.parametrize(
    "fact",
    [
        "<p>Type of movement: Push</p>",
        "<p>Mechanic: Push</p>",
        "<table><tr><th>Direction</th><td>Push</td></tr></table>",
        "<div><span>Direction</span> <span>Push</span></div>",
        "<div><div>Direction</div><div>Push</div></div>",
        "<dl><dt>Direction</dt><dd>Push</dd></dl>",
    ],
)
def test_a_value_names_its_field(fact: str) -> None:
    found = record(TITLE + FACTS + fact + STEPS)
    assert (found.force, found.mechanic, found.instructions) == ("push", "", BOTH)
    assert found.extra == {}


@pytest.mark.parametrize("label", ["Type of movement", "Level", "Type"])
def test_a_mechanic_is_one_beside_the_label_of_another_choice(label: str) -> None:
    found = record(f"{TITLE}{FACTS}<p>{label}: Compound</p>{STEPS}")
    assert (found.mechanic, found.difficulty, found.exercise_type, found.force) == ("compound", "", "", "")


@pytest.mark.parametrize("line", ["<p>How hard is it? Easy</p>", "<ul><li>How difficult is it? Beginner</li></ul>"])
def test_a_question_may_have_its_answer_in_one_line(line: str) -> None:
    found = record(TITLE + FACTS + line + STEPS)
    assert found.difficulty == "beginner"
    assert found.extra == {}


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ("intermediate runners", "intermediate"),
        ("advanced climbers", "advanced"),
        ("Suitable for beginners", "beginner"),
        ("super easy", "beginner"),
        ("quite hard", "advanced"),
    ],
)
def test_a_level_with_its_audience_or_a_measure(value: str, level: str) -> None:
    assert record(f"{TITLE}{FACTS}<p>Level: {value}</p>{STEPS}").difficulty == level


@pytest.mark.parametrize(
    ("value", "tool"),
    [("None – just you", "body weight"), ("None - just you", "body weight"), ("Dumbbell – a light one", "dumbbell")],
)
def test_a_remark_behind_a_tool_is_no_part_of_it(value: str, tool: str) -> None:
    assert record(f"{TITLE}{MUSCLES}<p>Equipment: {value}</p>{STEPS}").equipment == (tool,)


def test_a_term_in_brackets_explains_the_words_before_it() -> None:
    muscles = f"<h2>Target muscles</h2>{items('Bottom muscles (glutes)', 'Front of the leg (quads)')}"
    assert record(TITLE + muscles + STEPS).target_muscles == ("glutes", "quadriceps")


def test_an_unknown_label_that_speaks_of_muscles_takes_mostly_known_terms() -> None:
    found = record(f"{TITLE}{GEAR}<p>Muscle party: Quads, Glutes, Zygomaticus</p>{STEPS}")
    assert found.target_muscles == ("quadriceps", "glutes", "zygomaticus")
    assert found.extra == {}


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Boss", "Quads, Glutes and a good mood"),
        ("Muscle party", "Quads and a good mood"),
    ],
)
def test_other_labels_and_terms_half_known_stay_as_they_are(label: str, value: str) -> None:
    found = record(f"{TITLE}{GEAR}<p>Level: Beginner</p><p>{label}: {value}</p>{STEPS}")
    assert found.target_muscles == ()
    assert found.extra == {label: value}


@pytest.mark.parametrize(
    "muscles",
    [
        lines("Muscles chiefly involved: Quads", "Muscles also involved: Glutes"),
        table("<th>Muscles chiefly involved</th><td>Quads</td>", "<th>Muscles also involved</th><td>Glutes</td>"),
        "<h3>Muscles chiefly involved</h3><p>Quads</p><h3>Muscles also involved</h3><p>Glutes</p>",
    ],
)
def test_muscles_chiefly_and_also_involved_are_of_two_ranks(muscles: str) -> None:
    found = record(TITLE + GEAR + muscles + STEPS)
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))


# --- doses ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("doses", [lines("Sets: 3", "Reps: 8"), definitions(Sets="3", Reps="8")])
@pytest.mark.parametrize("heading", ["How much", "Dosage", "For home"])
def test_doses_in_a_section_of_their_own_behind_the_steps_are_tracked(heading: str, doses: str) -> None:
    assert record(f"{TITLE}{FACTS}{STEPS}<h2>{heading}</h2>{doses}").tracking == tracked(sets="3", reps="8")


@pytest.mark.parametrize(
    "plan",
    [
        definitions(Level="Advanced", Sets="3", Reps="8"),
        definitions(Sets="3", Reps="8", Equipment="Barbell"),
    ],
)
def test_doses_beside_the_level_or_the_equipment_of_another_plan_are_not_tracked(plan: str) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>For home</h2>{plan}")
    assert (found.tracking, found.difficulty, found.equipment) == ((), "", ("dumbbell",))


def test_an_effort_without_a_number_is_a_level() -> None:
    found = record(f"{TITLE}{FACTS}<p>Effort: Easy</p><p>Sets: 3</p><p>Reps: 8</p>{STEPS}")
    assert found.difficulty == "beginner"
    assert found.tracking == tracked(sets="3", reps="8")


def test_an_amount_that_begins_a_step_keeps_its_number() -> None:
    found = record(f"{TITLE}{FACTS}<h2>Instructions</h2><ol><li>1.5 kg will do.</li><li>Press it up.</li></ol>")
    assert found.instructions == ("1.5 kg will do.", "Press it up.")


def test_a_step_that_counts_keeps_what_it_counts() -> None:
    found = record(
        f"{TITLE}{FACTS}<h2>Instructions</h2><ol><li>Press it up.</li><li>Count 10 breaths at the top.</li></ol>"
    )
    assert found.instructions == ("Press it up.", "Count 10 breaths at the top.")


def test_a_form_to_be_filled_in_states_nothing() -> None:
    found = record(f"{TITLE}{FACTS}<p>Name: ____</p><p>Therapist: _____</p>{STEPS}")
    assert not found.extra


def test_phases_number_steps() -> None:
    rows = "<tr><td>Count 1</td><td>Stand tall.</td></tr><tr><td>Count 2</td><td>Bend the knees.</td></tr>"
    assert record(f"{TITLE}{FACTS}<h2>Movement</h2><table>{rows}</table>").instructions == (
        "Stand tall.",
        "Bend the knees.",
    )


def test_a_long_run_of_words_is_no_run_of_terms() -> None:
    text = " ".join(f"word{n}" for n in range(45))
    assert split_terms(text, load("muscles")) == [text]


def test_a_page_in_a_tab_names_no_panel() -> None:
    filler = "Lift the weight and put it down again. " * 20
    page = f'{TITLE}{FACTS}<ul><li aria-controls="how">{filler}</li></ul><div id="how" role="tabpanel">{STEPS}</div>'
    assert record(page).instructions == record(f"{TITLE}{FACTS}{STEPS}").instructions


def test_one_sentence_states_level_muscles_and_tool() -> None:
    says = "The Goblet Squat is a beginner exercise that targets the quads with help from the glutes. You need a kettlebell."
    found = record(f"{TITLE}<p>{SAYS}</p><p>{says}</p>{STEPS}")
    assert (found.difficulty, found.target_muscles, found.secondary_muscles) == (
        "beginner",
        ("quadriceps",),
        ("glutes",),
    )
    assert found.equipment == ("kettlebell",)


def test_a_sentence_about_anything_else_states_nothing() -> None:
    found = record(f"{TITLE}{GEAR}<p>{SAYS} Advanced lifters love how the glutes look.</p>{MUSCLES}{STEPS}")
    assert (found.difficulty, found.target_muscles, found.secondary_muscles) == ("", ("quadriceps",), ())


def test_sentences_of_facts_below_the_introduction() -> None:
    facts = "<p>The goblet squat is a beginner strength exercise that targets the quads, with help from the glutes. Equipment needed: kettlebell.</p>"
    found = record(f"{TITLE}<p>One weight, held at the chest.</p>{facts}{STEPS}")
    assert found.target_muscles == ("quadriceps",)
    assert found.secondary_muscles == ("glutes",)
    assert found.equipment == ("kettlebell",)
    assert (found.difficulty, found.exercise_type) == ("beginner", "strength")
    assert found.description == "One weight, held at the chest."


def test_sentences_of_facts_stay_in_the_introduction_where_the_page_lists_them() -> None:
    rows = "<p>Target muscles: Quads</p><p>Equipment: Kettlebell</p><p>Level: Beginner</p>"
    facts = "<p>It targets the quads. You need a kettlebell.</p>"
    found = record(f"{TITLE}<p>One weight, held at the chest.</p>{facts}{rows}{STEPS}")
    assert found.description == "One weight, held at the chest. It targets the quads. You need a kettlebell."


def test_muscles_that_assist_are_no_equipment() -> None:
    facts = "<p>This is a beginner exercise for the quads, assisted by the glutes, and it requires a kettlebell.</p>"
    assert record(f"{TITLE}{facts}{STEPS}").equipment == ("kettlebell",)


@pytest.mark.parametrize("nothing", ["None", "N/A", "-"])
def test_a_value_that_says_there_is_none_is_none(nothing: str) -> None:
    facts = f"<li><b>Aliases:</b> {nothing}</li><li><b>Mechanic:</b> {nothing}</li><li><b>Force:</b> {nothing}</li>"
    found = record(f"{TITLE}<ul><li><b>Target:</b> Quads</li>{facts}</ul>{STEPS}")
    assert (found.aliases, found.mechanic, found.force) == ((), "", "")


def test_that_there_is_none_is_read_and_nothing_to_complain_of() -> None:
    page = f"<html><body>{TITLE}{FACTS}<ul><li><b>Target:</b> Quads</li><li><b>Aliases:</b> None</li></ul>{STEPS}</body></html>"
    found = judge(Page(page.encode(), "raw/page.html", "0" * 64, "text/html"), PROFILES, Settings())
    assert [issue for issue in found.issues if issue.code == "unreadable-field"] == []


@pytest.mark.parametrize(
    ("facts", "muscles", "parts"),
    [("Trains: forearms", ("forearms",), ()), ("Trains: upper legs|Target: quads", ("quadriceps",), ("upper legs",))],
)
def test_what_an_exercise_trains_is_a_muscle_unless_the_page_names_others(
    facts: str, muscles: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    found = record(f"{TITLE}{lines(*facts.split('|'))}{STEPS}")
    assert (found.target_muscles, found.body_parts) == (muscles, parts)


def test_a_pattern_of_movement_is_no_type() -> None:
    found = record(f"{TITLE}{lines('Target: Quads', 'Movement pattern: Jump')}{STEPS}")
    assert (found.exercise_type, dict(found.extra)) == ("", {"Movement pattern": "Jump"})


def test_sentences_that_each_speak_of_one_metric() -> None:
    said = "<ul><li>Write down the weight you used.</li><li>Note how many reps you managed.</li><li>Time how long you rest.</li></ul>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Track your progress</h2>{said}")
    assert [title for title, _ in titled(found, "tracking")] == ["weight", "reps", "rest"]


def test_one_sentence_about_a_metric_may_be_how_to_use_an_app() -> None:
    said = "<ul><li>Open the app.</li><li>Enter your weight and tap Save.</li></ul>"
    assert titled(read(f"{TITLE}{FACTS}{STEPS}<h2>Track your progress</h2>{said}"), "tracking") == []


def test_labels_with_words_behind_them_that_add_nothing() -> None:
    facts = "<p><b>Main muscles used:</b> quads.</p><p><b>Other muscles used:</b> glutes and calves.</p>"
    found = record(f"{TITLE}{facts}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes", "calves"))


@pytest.mark.parametrize(
    ("written", "muscles"),
    [
        ("Adductors, Hip", ("adductors",)),
        ("Abductors, Hip", ("abductors",)),
        ("Hip External Rotators", ("hips",)),  # not those of the shoulder
        ("Flexors, Wrist", ("forearms",)),
        ("Gluteus Medius, Posterior Fibers", ("glutes",)),
    ],
)
def test_muscles_as_anatomists_write_them(written: str, muscles: tuple[str, ...]) -> None:
    steps = "<h2>Instructions</h2><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    page = f"<h1>Bent Knee Thing</h1><h3>Target</h3><ul><li>{written}</li></ul>{steps}"
    assert record(page).target_muscles == muscles
    assert record(page.replace("</li></ul>", ", Hamstrings</li></ul>", 1)).target_muscles == (*muscles, "hamstrings")


COUNSELS = {
    "a list": "<ul><li>Never let the knees fall inwards.</li><li>Keep the heels down.</li></ul>",
    "titled items": "<ul><li><b>Knees:</b> Never let them fall inwards.</li><li><b>Load:</b> A small one is enough.</li>"
    "<li><b>Heels:</b> Keep them down.</li></ul>",
    "titled lines": "<p><b>Knees:</b> Never let them fall inwards.</p><p><b>Heels:</b> Keep them down.</p>",
}


@pytest.mark.parametrize("advice", COUNSELS.values(), ids=COUNSELS)
def test_sentences_that_begin_as_advice_does_are_advice_whatever_stands_above_them(advice: str) -> None:
    found = read(f"{TITLE}{STEPS}<h2>Things I shout across the gym</h2>{advice}")
    assert len(titled(found, "safety_tips")) == advice.count("</li>") + advice.count("</p>")


def test_sentences_that_begin_otherwise_are_not() -> None:
    told = "<ul><li>A reader wrote to us.</li><li>The bus stops at the door.</li></ul>"
    assert titled(read(f"{TITLE}{STEPS}<h2>Things I shout across the gym</h2>{told}"), "safety_tips") == []
