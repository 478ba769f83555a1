"""Headings of pieces that would be sections elsewhere, and headings that are no titles though they look like them."""

from __future__ import annotations

import pytest

from pipeline.records import TitledText
from tests.reading.reading import STEPS, TITLE
from tests.reading.records import record, told

FACTS = "<p>Target muscles: Quads</p><p>Equipment: Dumbbell</p>"


def pieces(*titled: tuple[str, str], level: int = 3) -> str:
    return "".join(f"<h{level}>{title}</h{level}><p>{text}</p>" for title, text in titled)


def read(section: str) -> tuple[tuple[TitledText, ...], tuple[TitledText, ...]]:
    found = record(f"{TITLE}{FACTS}{STEPS}{section}")
    return found.benefits, found.safety_tips


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_word_that_begins_a_section_elsewhere_among_titles_of_tips(place: int) -> None:
    tips = [("Hips", "Keep them level."), ("Anchor", "Test it before you trust it."), ("Eyes", "Fix them on a spot.")]
    tips[place] = ("Track", "Imagine two rails for your feet.")
    assert read(f"<h2>Form tips</h2>{pieces(*tips)}")[1] == tuple(TitledText(*tip) for tip in tips)


def test_a_title_that_says_safe_among_those_of_reasons() -> None:
    reasons = [
        ("Heavy and safe", "You can train alone."),
        ("No balance", "All goes to the push."),
        ("Apt", "Move your feet."),
    ]
    benefits, tips = read(f"<h2>Why I give it to my clients</h2>{pieces(*reasons)}<h2>Tips</h2><p>Sit tall.</p>")
    assert benefits == tuple(TitledText(*reason) for reason in reasons) and tips == told("Sit tall.")


def test_tracking_behind_titles_is_no_title_where_the_page_goes_on_with_its_sections() -> None:
    found = record(
        f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2>{pieces(('Hips', 'Keep them level.'))}"
        "<h2>Tracking</h2><h3>Sets</h3><p>Note how many you did.</p>"
    )
    assert found.safety_tips == (TitledText("Hips", "Keep them level."),)
    assert [metric.metric for metric in found.tracking] == ["sets"]


def test_a_heading_above_the_level_of_the_titles_is_none_of_them() -> None:
    tips = pieces(("Arms", "They bend last."), ("Neck", "Keep it long."), level=4)
    _, found = read(
        f"<h2>Advice from our experts</h2>{tips}<h3>Bonus programme</h3><p>Collect points for every class.</p>"
    )
    assert found == (TitledText("Arms", "They bend last."), TitledText("Neck", "Keep it long."))


def test_a_bold_line_above_headings_begins_a_section() -> None:
    tips = "<p><b>Important for your safety</b></p><dl><dt>No sagging</dt><dd>Keep the hips up.</dd><dt>Hands</dt><dd>Spread them.</dd></dl>"
    benefits = f"<p><b>What the exercise brings you</b></p>{pieces(('Strong legs', 'They carry you far.'), ('Cheap', 'It costs nothing.'), level=5)}"
    gained, safe = read(f"{tips}{benefits}")
    assert gained == (TitledText("Strong legs", "They carry you far."), TitledText("Cheap", "It costs nothing."))
    assert safe == (TitledText("No sagging", "Keep the hips up."), TitledText("Hands", "Spread them."))


# --- what stands beside a section -----------------------------------------------------------------------------


def test_a_list_that_leads_elsewhere_is_no_list_of_benefits() -> None:
    login = "<ul class='links'><li><a href='/login'>Log in</a> to post comments</li></ul>"
    assert read(f"<h2>Benefits</h2><ul><li>Legs get strong.</li><li>Hips open up.</li></ul>{login}")[0] == told(
        "Legs get strong.", "Hips open up."
    )


def test_who_wrote_the_page_is_no_description() -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<h3>About Tessa Lind</h3><p>Tessa lifts and bakes by the sea.</p>")
    assert found.description == ""
    own = record(f"{TITLE}{FACTS}{STEPS}<h3>About Goblet Squats</h3><p>They are squats with a weight.</p>")
    assert own.description == "They are squats with a weight."


def test_news_of_the_site_are_no_description() -> None:
    news = "<p><b>What is new</b></p><p>June 2: the guestbook is repaired and works again.</p>"
    assert record(f"{TITLE}{FACTS}{STEPS}{news}").description == ""


# --- lists and tables of facts --------------------------------------------------------------------------------


def test_small_values_behind_a_label_in_a_list_stay_apart() -> None:
    entry = "<li><span>{}</span><span>{}</span></li>"
    badges = [
        "<i class=badge>Glutes</i><i class=badge>Spinal erectors</i>",
        "<i class=badge>Overhand</i><i class=badge>Wide</i>",
    ]
    facts = "".join(entry.format(label, values) for label, values in zip(["Helps out", "Grip"], badges, strict=True))
    found = record(f"{TITLE}{FACTS}<ul>{facts}</ul>{STEPS}")
    assert found.secondary_muscles == ("glutes", "lower back")
    assert dict(found.extra) == {"Grip": "Overhand, Wide"}


def test_a_fact_that_nobody_filled_in_begins_nothing() -> None:
    rows = (
        "<tr><th>Target</th><td>Quads</td></tr><tr><th>Stabilizers</th><td></td></tr><tr><th>Video</th><td></td></tr>"
    )
    found = record(f"{TITLE}<table>{rows}</table><p>A squat with a weight.</p>{STEPS}")
    assert (found.description, found.stabilizers) == ("A squat with a weight.", ())


def test_an_address_in_a_line_of_code_is_no_fact() -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<pre><code>curl https://api.example.com/v2/moves</code></pre>")
    assert dict(found.extra) == {}


def test_labels_of_fields_as_a_kit_of_many_sites_marks_them() -> None:
    field = "<div><div class='field__label'>{}</div><div class='field__items'>{}</div></div>"
    benefits = "".join(f"<div class='field__item'>{text}</div>" for text in ("Legs get strong.", "Hips open up."))
    tips = "".join(
        f"<div class='field__item'><b>{t}</b> {s}</div>" for t, s in (("Hips", "Keep them down."), ("Grip", "Hold on."))
    )
    found = record(
        f"{TITLE}{FACTS}{STEPS}{field.format('Staying safe', tips)}{field.format('How it can help you', benefits)}"
    )
    assert found.benefits == told("Legs get strong.", "Hips open up.")


def test_how_often_is_kept_beside_the_doses() -> None:
    doses = "<h2>Suggested dose</h2><ul><li><b>Sets:</b> 3</li><li><b>Reps:</b> 8</li><li><b>How often:</b> Twice a week</li></ul>"
    found = record(f"{TITLE}{FACTS}{STEPS}{doses}")
    assert [metric.metric for metric in found.tracking] == ["sets", "reps"]
    assert dict(found.extra) == {"How often": "Twice a week"}


@pytest.mark.parametrize(
    "heading",
    [
        "A Practical Guide to the Goblet Squat",
        "How to Do the Goblet Squat Like a Trainer",
        "Step-by-Step Guide to Goblet Squat",
    ],
)
def test_more_words_around_a_name(heading: str) -> None:
    assert record(f"<h1>{heading}</h1>{FACTS}{STEPS}", title=heading).name == "Goblet Squat"


# --- small elements and drawings ------------------------------------------------------------------------------


def test_titles_in_small_elements_inside_a_frame() -> None:
    item = "<li><span class='content'><span class='item-title'>{}</span><span class='item-line'>{}</span></span><div></div></li>"
    items = "".join(
        item.format(*tip) for tip in (("Loose hands", "Squeezing burns the grip."), ("Trunk", "Keep it still."))
    )
    assert read(f"<h2>Tips</h2><ul>{items}</ul>")[1] == (
        TitledText("Loose hands", "Squeezing burns the grip."),
        TitledText("Trunk", "Keep it still."),
    )


def test_drawings_with_a_title_are_the_labels_of_the_values_beside_them() -> None:
    item = "<div class='item'><div class='icon'><i><svg><title>{}</title><path d='M3'></path></svg></i></div><div><div class='item-title'>{}</div></div></div>"
    facts = "".join(
        item.format(*fact)
        for fact in (("Difficulty", "Easy"), ("Synergists", "Glutes and calves"), ("Star", "Popular"))
    )
    found = record(f"{TITLE}{FACTS}<h2>Facts</h2><div class='list'>{facts}</div>{STEPS}")
    assert (found.difficulty, found.secondary_muscles) == ("beginner", ("glutes", "calves"))
    assert dict(found.extra) == {}


def test_a_value_below_its_label_in_each_cell_of_a_row() -> None:
    cell = "<td><span class='cap'>{}</span><br><span class='val'>{}</span></td>"
    row = "".join(cell.format(*dose) for dose in (("Sets", "5"), ("Reps", "3-6"), ("Rest", "2 minutes")))
    found = record(f"{TITLE}{FACTS}{STEPS}<h3>Suggested Prescription</h3><table><tr>{row}</tr></table>")
    assert [(m.metric, m.text) for m in found.tracking] == [("sets", "5"), ("reps", "3-6"), ("rest", "2 minutes")]


def test_boxes_to_tick_before_items() -> None:
    item = "<li><span class='box'>▢</span> <span class='what'>{}</span></li>"
    found = record(
        f"{TITLE}{FACTS}<h4>Secondary muscles</h4><ul>{item.format('Calves')}{item.format('Shoulders')}</ul>{STEPS}"
    )
    assert found.secondary_muscles == ("calves", "shoulders")


def test_a_tag_above_the_text_is_no_heading() -> None:
    found = record(
        f"<h2>Goblet Squat</h2><p><b>mo</b> 3rd July</p><p>journal-safe</p><p>A squat with a weight.</p>{FACTS}{STEPS}"
    )
    assert found.safety_tips == () and "A squat with a weight." in found.description


def test_folds_in_a_list_of_tabs_tell_what_the_page_has() -> None:
    fold = "<li><a role='tab' href='#'>{}</a><div>{}</div></li>"
    steps = fold.format("Instructions", "<ol><li>Stand tall.</li><li>Bend the knees.</li></ol>")
    tips = fold.format("Tips", "<p>Sit tall.</p>")
    found = record(f"{TITLE}<p>A squat with a weight.</p>{FACTS}<ul role='tablist'>{steps}{tips}</ul>")
    assert (found.instructions, found.safety_tips) == (("Stand tall.", "Bend the knees."), told("Sit tall."))


@pytest.mark.parametrize("section", ["How much", "The numbers"])
def test_amounts_as_headings_of_what_they_count(section: str) -> None:
    cards = "".join(f"<div><h3>{amount}</h3><p>{unit}</p></div>" for amount, unit in (("3", "Sets"), ("8-10", "Reps")))
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>{section}</h2>{cards}")
    assert [(metric.metric, metric.text) for metric in found.tracking] == [("sets", "3"), ("reps", "8-10")]


def test_a_guide_of_two_paragraphs_that_say_what_the_exercise_is() -> None:
    guide = "<h2>Goblet Squat Guide</h2><p>The squat with a weight before the chest.</p><p>It suits who learns to sit deep.</p>"
    found = record(f"{TITLE}{FACTS}{guide}{STEPS}")
    assert found.instructions == ("Stand tall.", "Bend the knees.")
    assert found.description == "The squat with a weight before the chest. It suits who learns to sit deep."


def test_how_all_stands_at_the_start_is_a_step() -> None:
    found = record(f"{TITLE}{FACTS}<h2>Setup</h2><p>The weight stands between your feet.</p>{STEPS}")
    assert found.instructions == ("The weight stands between your feet.", "Stand tall.", "Bend the knees.")


@pytest.mark.parametrize("heading", ["Coach's eye", "What I tell everybody"])
def test_what_a_coach_says_of_it(heading: str) -> None:
    assert read(f"<h2>{heading}</h2><p>Sit tall.</p>")[1] == told("Sit tall.")


def test_what_a_page_says_of_itself_is_no_tip() -> None:
    tips = ["A belt is not a substitute for bracing.", "These pages do not replace a visit to your doctor."]
    assert read(f"<h2>Tips</h2><p>{tips[0]}</p><p>{tips[1]}</p>")[1] == told(tips[0])


# --- numbers before titles ------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["3-2.", "3.", "(B)", "3.2."])
def test_a_heading_whose_number_is_not_bold(number: str) -> None:
    found = record(f"{TITLE}{FACTS}{STEPS}<p>{number} <b>Precautions.</b></p><p>Sit tall.</p><p>Keep calm.</p>")
    assert found.safety_tips == told("Sit tall.", "Keep calm.")


def test_an_introduction_behind_a_numbered_title_in_its_line() -> None:
    found = record(f"{TITLE}<p>3-1. <b>Purpose.</b> The squat trains the legs.</p>{FACTS}{STEPS}")
    assert found.description == "The squat trains the legs."


def test_letters_before_titles_in_lines_that_say_what_they_look_like() -> None:
    line = "<p><font face='serif'><font size='3'>({}) <i>{}.</i> {}</font></font></p>"
    tips = line.format("a", "Low hips", "They stay below.") + line.format("b", "Floor", "Look for stones.")
    assert read(f"<h2>Tips</h2>{tips}")[1] == (
        TitledText("Low hips", "They stay below."),
        TitledText("Floor", "Look for stones."),
    )


def test_terms_of_a_set_are_no_terms_of_use() -> None:
    row = "<div class='term'><div><a><span>{}</span></a></div><div><a><span>{}</span></a></div></div>"
    facts = row.format("Synergists", "Adductor magnus") + row.format("Difficulty level", "Beginner")
    found = record(f"{TITLE}<h2>Terms in this set (2)</h2>{facts}{STEPS}")
    assert (found.secondary_muscles, found.difficulty) == (("adductors",), "beginner")
    own = record(f"{TITLE}{FACTS}{STEPS}<h2>Terms of use</h2>{facts}")
    assert own.secondary_muscles == ()


def test_a_type_among_what_to_have_ready() -> None:
    ready = "<h2>Before you start</h2><p><b>Gear:</b> EZ bar</p><p><b>Type:</b> Strength</p><p><b>Grip:</b> Not too tight.</p>"
    found = record(f"{TITLE}<p>Target muscles: Quads</p>{ready}{STEPS}")
    assert (found.equipment, found.exercise_type) == (("ez bar",), "strength")
    assert found.safety_tips == (TitledText("Grip", "Not too tight."),)


def test_days_of_a_plan_are_no_benefits() -> None:
    rows = "<tr><td>Monday</td><td>Box Squat 5x5</td></tr><tr><td>Friday</td><td>Plank 4x8</td></tr>"
    gained, _ = read(
        f"<h2>Benefits</h2><table><tr><td>x</td><td>Legs get strong.</td></tr></table><table>{rows}</table>"
    )
    assert gained == (TitledText("x", "Legs get strong."),)


def test_the_log_of_who_writes_is_nothing_to_track() -> None:
    rows = "<tr><td>1</td><td>felt heavy</td></tr><tr><td>2</td><td>slept badly</td></tr>"
    found = record(f"{TITLE}{FACTS}{STEPS}<details><summary>My training log</summary><table>{rows}</table></details>")
    assert found.tracking == () and dict(found.extra) == {}


# --- boxes and subtitles --------------------------------------------------------------------------------------


def test_a_subtitle_that_says_what_the_page_is_begins_nothing_to_leave_out() -> None:
    found = record(f"{TITLE}<h3>Exercise of the week</h3><p>A squat with a weight.</p>{FACTS}{STEPS}")
    assert (found.description, found.equipment) == ("A squat with a weight.", ("dumbbell",))


def test_boxes_whose_titles_are_read_before_them() -> None:
    box = "<aside aria-label='{0}' class='box box--{2}'><p class='box__title' aria-hidden='true'><svg aria-hidden='true'></svg>{0}</p><div><p>{1}</p></div></aside>"
    anchor = "<a href='#tips'><span class='sr-only'>Section titled “Tips”</span></a>"
    boxes = box.format("Route", "Clear the lane.", "tip") + box.format("Back", "Hold it straight.", "caution")
    assert read(f"<div><h2 id='tips'>Tips</h2>{anchor}</div>{boxes}")[1] == (
        TitledText("Route", "Clear the lane."),
        TitledText("Back", "Hold it straight."),
    )
    secret = box.format("Route", "Clear the lane.", "tip").replace("aria-hidden='true'>", "style='display:none'>", 1)
    assert read(f"<h2>Tips</h2>{secret}")[1] == told("Clear the lane.")


def test_cards_that_count_tips_and_benefits() -> None:
    cards = "".join(
        f"<div class='card'><div><span>{label}</span></div><div><span>{text}</span></div></div>"
        for label, text in (
            ("Safety tip 1", "Sit tall in it."),
            ("Safety tip 2", "Keep calm all the time."),
            ("Benefit 1", "Legs get strong fast."),
            ("Benefit 2", "It costs you nothing."),
        )
    )
    gained, safe = read(f"<h2>Terms in this set</h2>{cards}")
    assert safe == told("Sit tall in it.", "Keep calm all the time.")
    assert gained == told("Legs get strong fast.", "It costs you nothing.")
