"""Marks before lines, notes as programs write them, and what sites say of themselves."""

from __future__ import annotations

import pytest

from pipeline.reading.markup.html import html_outline
from pipeline.reading.plaintext.text import text_outline
from pipeline.records import Heading
from tests.reading.reading import DESCRIBED, STEPS, TEXT_FACTS, TEXT_STEPS, TITLE, TWO_STEPS, read_text, texts, titled
from tests.reading.records import record, told, tracked

ONE_LINE = "<h2>Instructions</h2><p>① Stand tall. Breathe in. ② Bend the knees.</p>"


@pytest.mark.parametrize("signs", ["①②", "⑴⑵", "⒈⒉", "❶❷", "➀➁", "➊➋", "⓵⓶"])
def test_steps_that_circled_numbers_count_in_one_paragraph(signs: str) -> None:
    steps = ONE_LINE.replace("①", signs[0]).replace("②", signs[1])
    assert record(f"{TITLE}{DESCRIBED}{steps}").instructions == ("Stand tall. Breathe in.", "Bend the knees.")


def test_a_circled_number_in_a_sentence_leads_to_a_footnote() -> None:
    steps = STEPS.replace("Stand tall.", "Stand tall ③.")
    assert record(f"{TITLE}{DESCRIBED}{steps}").instructions == ("Stand tall ③.", "Bend the knees.")


@pytest.mark.parametrize("said", ["Browse over 1300 exercises with films.", "Step-by-step guides from the coaches."])
def test_what_a_site_says_on_every_page_describes_no_exercise(said: str) -> None:
    assert record(f"<meta name='description' content='{said}'>{TITLE}<p>Target: Quads</p>{STEPS}").description == ""


@pytest.mark.parametrize("said", ["Squats with a weight in front.", "Trains the quads.", "Learn it in ten minutes."])
def test_what_a_page_says_to_machines_of_its_exercise(said: str) -> None:
    assert record(f"<meta name='description' content='{said}'>{TITLE}<p>Target: Quads</p>{STEPS}").description == said


def test_numbers_of_the_paragraphs_of_a_manual() -> None:
    purpose = (
        "<h3>Purpose</h3><p>8-13. The goblet squat trains the quads.</p><h3>Muscles</h3><p>8-14. Target: quads.</p>"
    )
    steps = "<h3>Execution</h3><p>a. Stand tall.</p><p>b. Bend the knees.</p>"
    doses = "<h3>Repetitions</h3><p>8-15. Perform 4 sets of 8-12 reps.</p>"
    found = record(f"{TITLE}{purpose}{steps}{doses}")
    assert found.description == "The goblet squat trains the quads."
    assert found.instructions == ("Stand tall.", "Bend the knees.")
    assert found.tracking == tracked(sets="4", reps="8-12")


def test_numbers_that_do_not_rise_are_no_marks() -> None:
    page = f"{TITLE}{DESCRIBED}{STEPS}<h2>Tips</h2><p>8-12. That is enough.</p><p>3-1. That is a tempo.</p><p>2-1. So is that.</p>"
    assert record(page).safety_tips == told("8-12. That is enough.", "3-1. That is a tempo.", "2-1. So is that.")


def test_times_before_what_is_said_in_a_film() -> None:
    lines = ("[0:32] Target: Quads.", "[0:41] Level: Beginner.")
    steps = (
        "<h2>How to do it</h2><p><a href='/v'>[1:04]</a> Stand tall.</p><p><a href='/v'>[1:11]</a> Bend the knees.</p>"
    )
    page = f"<h1>Goblet Squat (Full Transcript)</h1>{''.join(f'<p>{line}</p>' for line in lines)}{steps}"
    found = record(page)
    assert (found.name, found.difficulty, found.instructions) == ("Goblet Squat", "beginner", tuple(TWO_STEPS))
    assert found.target_muscles == ("quadriceps",)


def test_a_greeting_below_a_heading_gives_way_to_the_text_below_the_title() -> None:
    page = f"{TITLE}<p>A coach shows how the goblet squat is done.</p><h2>Intro</h2><p>Hi all, welcome back to the channel of everybody who lifts.</p>"
    assert record(f"{page}<p>Target: Quads</p>{STEPS}").description == "A coach shows how the goblet squat is done."
    said = page.replace(
        "Hi all, welcome back to the channel of everybody who lifts.", "This is a squat with a weight in front."
    )
    assert record(f"{said}<p>Target: Quads</p>{STEPS}").description == "This is a squat with a weight in front."


def test_the_tool_in_a_name_is_not_what_its_sentence_needs() -> None:
    page = "<h1>Band Assisted Pull-Up</h1><p>Do the Band Assisted Pull-Up well and you will need far fewer of them.</p>"
    steps = STEPS.replace("Bend the knees.", "Pull yourself up to the bar.")
    assert record(f"{page}<p>Target: Lats</p>{steps}", "Band Assisted Pull-Up").equipment == ()


def test_where_a_table_of_contents_leads_is_no_fact() -> None:
    more = "<p><b>Also in this section</b></p><table><tr><td>Glutes</td><td>page 8-7</td></tr><tr><td>Calves</td><td>p. 9</td></tr></table>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{more}").extra == {}


def test_why_somebody_should_do_it() -> None:
    gains = "<h2>Why Every Lifter Needs It</h2><ul><li>Teaches you to sit upright</li><li>Works the legs hard</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{gains}").benefits == told(
        "Teaches you to sit upright", "Works the legs hard"
    )


def test_the_address_that_a_program_for_notes_clipped() -> None:
    head = "<meta name='source-url' content='https://lifts.example.com/goblet'>"
    assert (
        html_outline(f"<html><head>{head}</head><body>{TITLE}</body></html>").url == "https://lifts.example.com/goblet"
    )


def test_commas_in_the_front_matter_of_a_note() -> None:
    front = '---\ntitle: "Goblet Squat"\ndescription: "A squat, with a weight in front."\naliases: ["Squat, Goblet", KB Squat]\n---\n'
    found = read_text(f"{front}\n{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "description") == ["A squat, with a weight in front."]
    assert texts(found, "aliases") == ["Squat, Goblet", "KB Squat"]


def test_signs_of_a_line_that_ends() -> None:
    found = read_text(f"# Goblet Squat\n\n{TEXT_FACTS}{TEXT_STEPS}## Sets and reps\n\n**Sets:** 4\\\n**Reps:** 10-12\n")
    assert titled(found, "tracking") == [("Sets", "4"), ("Reps", "10-12")]


def test_labels_set_off_above_their_values() -> None:
    rows = "".join(
        f"**{label}**\\\n{value}\n\n"
        for label, value in (("Target", "Quads"), ("Level", "Beginner"), ("Height", "Knee"))
    )
    assert read_text(f"# Goblet Squat\n\n{rows}{TEXT_STEPS}").extra == {"Height": "Knee"}


def test_a_line_below_the_last_item_of_a_list_is_no_underline() -> None:
    text = f"Goblet Squat\n\n{TEXT_FACTS}Related\n\n* Leg Press (Quads, beginner)\n  {'_' * 38}\n\nAbout this index.\n"
    assert not any(isinstance(block, Heading) for block in text_outline(text).blocks)


def test_a_full_line_that_goes_on_behind_a_mark() -> None:
    line = (
        "The goblet squat was added to the list because so many asked for it;\nmost of them want to train the quads.\n"
    )
    paragraphs = [block.text for block in text_outline(f"Goblet Squat\n\n{line}\n{TEXT_FACTS}{TEXT_STEPS}").blocks[1:2]]
    assert paragraphs == [line.strip().replace("\n", " ")]
