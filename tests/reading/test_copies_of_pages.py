"""Pages copied into a text file as people do it: broken lines, ways through a site, letters, tables without edges."""

from __future__ import annotations

import pytest

from pipeline.reading.plaintext.text import text_outline
from tests.reading.reading import TEXT_STEPS, TWO_STEPS, read_text, texts, titled

HEAD = "Goblet Squat\n\nTarget: Quads\n\n"
STEP = "Stand in front of the box with the feet apart and the weight held close to the chest."
LONG = "Ask at the front desk for a free induction. Open daily from six to ten, on Sundays until eight in the evening."


def test_steps_that_go_on_in_a_line_with_a_capital() -> None:
    wrapped = (
        "1. Stand with a dumbbell in each hand, and raise the dumbbells to\n"
        "the shoulders with the palms facing forward and the elbows out.\n"
        "This is where you begin.\n\n"
        "2. Press the dumbbells straight up and keep the middle of the\n"
        "body still while they rise.\n"
    )
    found = texts(read_text(f"{HEAD}Instructions\n\n{wrapped}\n\n{LONG}\n"), "instructions")
    assert len(found) == 2 and found[0].endswith("the elbows out. This is where you begin.")


def test_numbered_sentences_in_one_paragraph_of_broken_lines() -> None:
    wrapped = (
        "1. Set two boxes a few feet away from each other on the floor.\n"
        "Stand on one of them and look towards the other one. 2. Step\n"
        "down to the ground between them, and let the knees and hips\n"
        "bend. 3. Jump onto the other box.\n"
    )
    found = texts(read_text(f"{HEAD}Instructions\n\n{wrapped}\n{LONG}\n"), "instructions")
    assert [step[:8] for step in found] == ["Set two ", "Step dow", "Jump ont"]
    assert found[0].endswith("towards the other one.")


def test_a_table_with_bars_between_its_columns_only() -> None:
    table = "Target | Quads\n---|---\nEquipment | Kettlebell  \nSets | 3-4  \nRest | 90 seconds\n\n"
    found = read_text(f"# Goblet Squat\n\n{table}{TEXT_STEPS}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "equipment") == ["Kettlebell"]
    assert titled(found, "tracking") == [("Sets", "3-4"), ("Rest", "90 seconds")]


def test_titles_that_count_below_the_heading_of_benefits() -> None:
    told = [("Easy to measure", "The setup never changes."), ("Strength", "Heavy bags feel lighter.")]
    lines = "\n\n".join(f"{n}. {title}\n\n{text}" for n, (title, text) in enumerate(told, 1))
    found = read_text(f"{HEAD}{TEXT_STEPS}Benefits of the Goblet Squat\n\n{lines}\n")
    assert titled(found, "benefits") == told


def test_exclamation_marks_in_brackets_are_bullets() -> None:
    found = read_text(f"{HEAD}{TEXT_STEPS}Tips\n\n[!] Keep the heels down.\n[!] Look ahead.\n")
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look ahead."]


@pytest.mark.parametrize("title", ["Setup", "Breathing"])
def test_a_title_with_its_sentence_in_the_next_line(title: str) -> None:
    tips = f"Safety Tips\n\n{title}\nTake the time for it.\n\nLoad\nLeave two in reserve.\n"
    found = read_text(f"{HEAD}{TEXT_STEPS}{tips}")
    assert titled(found, "safety_tips") == [(title, "Take the time for it."), ("Load", "Leave two in reserve.")]
    assert texts(found, "instructions") == TWO_STEPS


def test_a_question_with_its_answer_in_the_next_line_is_no_tip() -> None:
    asked = (
        "When should I call the clinic?\nIf pain lasts for two days, ring us.\n\nOther sheets\n\n- Leg Press (quads)\n"
    )
    found = read_text(f"{HEAD}{TEXT_STEPS}Safety advice\n\n- Look ahead.\n\n{asked}")
    assert texts(found, "safety_tips") == ["Look ahead."]


def test_the_end_of_the_way_through_a_site_is_the_name() -> None:
    menu = "Menu\nGet active\nEat well\nSearch\n\nYou are here: Home / Get active / Exercises / Tollo Press\n\n"
    assert texts(read_text(f"{menu}Tollo Press\n\nTarget: Chest\n\n{TEXT_STEPS}"), "name") == ["Tollo Press"]


def test_a_name_with_a_dash_in_a_copied_line() -> None:
    name = "Push Press - Behind the Neck"
    assert texts(read_text(f"[logo]\nStore | Glossary\n\n{name}\n\nTarget: Shoulders\n\n{TEXT_STEPS}"), "name") == [
        name
    ]


def test_the_address_a_text_was_saved_from() -> None:
    text = f"Saved from url: https://example.com/moves/goblet-squat\n\n{HEAD}{TEXT_STEPS}"
    assert text_outline(text).url == "https://example.com/moves/goblet-squat"


def test_what_a_letter_begins_with_is_no_description() -> None:
    letter = "From: Ann <ann@example.com>\nSubject: Exercise of the week: Goblet Squat\n\nHi all,\n\nthanks for last night. Here is what I promised.\n\n"
    about = "ABOUT THE EXERCISE\n\nIt is a squat for everybody who sits too much, and it takes a single weight.\n\n"
    found = read_text(f"{letter}{about}Target: Quads\n\n{TEXT_STEPS}")
    assert texts(found, "description") == [
        "It is a squat for everybody who sits too much, and it takes a single weight."
    ]


def test_two_facts_with_dashes_are_no_label_and_value() -> None:
    found = read_text(f"Goblet Squat\n\n{TEXT_STEPS}Facts\n\nMechanic type — Isolation\nType of force — Push\n")
    assert texts(found, "mechanic") == ["Isolation"] and texts(found, "force") == ["Push"]


def test_a_line_about_what_to_buy_is_nothing_to_track() -> None:
    found = read_text(f"{HEAD}{TEXT_STEPS}Records\n\nUpgrade to Pro to see your records and charts.\n")
    assert "tracking" not in found.fields


MENU = "Cookies on this website\n\nWe use cookies to see how you use our pages.\nAccept cookies\nReject cookies\nView cookies\nSkip to main content\nSearch\nHealth A-Z\nLive Well\nMental health\nCare and support\n\n    1. Home\n    2. Live Well\n\n"


@pytest.mark.parametrize("name", ["Atlas Stones", "Barbell Ab Rollout"])
def test_a_name_below_a_long_menu_and_above_facts_in_a_list(name: str) -> None:
    facts = "What it works\n\n    * Main muscles: abs\n    * Equipment: barbell\n\n"
    assert texts(read_text(f"{MENU}{name}\n\nOne of the hardest drills.\n\n{facts}{TEXT_STEPS}"), "name") == [name]


def test_a_known_name_with_a_word_of_headings() -> None:
    text = "Today\nPlan\nLibrary\nBack\nQuick Leap\nAdd to workout\n\nAbout\nUp, and at once up again.\n\nTarget\nQuads\n\n"
    assert texts(read_text(f"{text}{TEXT_STEPS}"), "name") == ["Quick Leap"]


def test_the_name_of_a_newsletter_between_rules_is_none_of_the_exercise() -> None:
    head = "*********************\nTHE SUNDAY SET  |  Issue 118\n*********************\n\nHello,\n\nthis week's exercise is old.\n\n"
    told = "Air Bike\n========\n\nPedalling in the air keeps the whole waist busy.\n\nTarget: Abs\n\n"
    found = read_text(f"{head}{told}{TEXT_STEPS}")
    assert texts(found, "name") == ["Air Bike"]
    assert texts(found, "description") == ["Pedalling in the air keeps the whole waist busy."]


def test_the_title_of_the_page_in_what_a_clipper_writes() -> None:
    head = (
        '---\ntitle: "Return Push - MoveWell"\nsource: https://example.com/a\n---\n# Return Push\n\nTarget: Chest\n\n'
    )
    assert texts(read_text(f"{head}{TEXT_STEPS}"), "name") == ["Return Push"]


def test_the_address_that_a_note_ends_with() -> None:
    text = f"{HEAD}{TEXT_STEPS}\nFrom <https://example.com/library/goblet-squat>\n"
    assert text_outline(text).url == "https://example.com/library/goblet-squat"


def test_hyphen_bullets_of_note_apps() -> None:
    found = read_text(f"{HEAD}{TEXT_STEPS}Tips\n\n⁃ Keep the heels down.\n⁃ Look ahead.\n")
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look ahead."]


def test_how_many_found_a_tip_good() -> None:
    votes = "Thanks\nHelpful 12\nNot Helpful 0\n\n"
    tips = f"Tips\n\nCount to three on the way back.\n{votes}Look at a point ahead.\n{votes}"
    found = read_text(
        f"{HEAD}{TEXT_STEPS}{tips}Things You'll Need\n\nSled\n\nYou Might Also Like\nHow to Do T-Bar Row\n"
    )
    assert titled(found, "safety_tips") == [("", "Count to three on the way back."), ("", "Look at a point ahead.")]
    assert texts(found, "equipment") == ["Sled"]


def test_titles_that_count_right_above_their_sentences() -> None:
    told = [("No gym needed", "You can do it after breakfast."), ("Steady trunk", "A firm middle helps.")]
    lines = "\n\n".join(f"{n}. {title}\n{text}" for n, (title, text) in enumerate(told, 1))
    assert titled(read_text(f"{HEAD}{TEXT_STEPS}Benefits\n\n{lines}\n"), "benefits") == told


def test_parts_that_count_right_above_what_they_hold() -> None:
    parts = "1. Description\nA short dip of the knees starts the bar.\n\n2. Musculature\nAgonists\tDeltoids\n\n"
    parts += "3. Apparatus\nBarbell\n\n4. Procedure\na) Dip the knees.\nb) Press the bar up.\n\n"
    parts += (
        "5. Safety points\n• Go light first: A warm-up set tells a lot.\n• Wrists: Stack the hand over the elbow.\n"
    )
    found = read_text(f"Push Press\n\n{parts}")
    assert texts(found, "instructions") == ["Dip the knees.", "Press the bar up."]
    assert [title for title, _ in titled(found, "safety_tips")] == ["Go light first", "Wrists"]
    assert texts(found, "equipment") == ["Barbell"] and texts(found, "target_muscles") == ["Deltoids"]


def test_lines_that_go_on_with_a_step_are_no_titles_with_a_text() -> None:
    steps = "1. Stand in front of the box with both\nfeet flat on the floor.\n\n2. Sit down on it.\n\n"
    assert len(texts(read_text(f"{HEAD}Instructions\n\n{steps}"), "instructions")) == 2


def test_advice_behind_how_much_to_do_and_calls_for_a_reply() -> None:
    advice = "Our therapists advise\n\nCadence\nSpin a light gear first.\n\nSeat\nSet the height before you begin.\n\n"
    why = "Why we like it\n\nSteady heart\nRegular rides lower the pulse.\n\nEasy on the joints\nNothing hits them.\n\n"
    reply = "Leave a Reply\nYour email address will not be published.\nComment *\n"
    found = read_text(f"{HEAD}{TEXT_STEPS}Dosage\n\nDuration\t20 minutes\nRest\t2 minutes\n\n{advice}{why}{reply}")
    assert [title for title, _ in titled(found, "safety_tips")] == ["Cadence", "Seat"]
    assert [title for title, _ in titled(found, "benefits")] == ["Steady heart", "Easy on the joints"]


def test_a_list_of_contents_right_above_the_first_section() -> None:
    heads = ("Execution", "Benefits", "Safety tips", "Variations", "References")
    contents = "".join(f"{n}\t{head}\n" for n, head in enumerate(heads, 1))
    told = "Execution[edit]\nStand tall.\nBend the knees.\n\nBenefits[edit]\nStrong legs: They carry you.\n\n"
    rest = "Safety tips[edit]\nLook ahead.\n\nVariations[edit]\nGoblet Pulse\n\nReferences[edit]\nNone.\n"
    found = read_text(f"{HEAD}Contents\n{contents}{told}{rest}")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "benefits") == [("Strong legs", "They carry you.")]


def test_sentences_that_count_without_a_stop() -> None:
    read = "Most viewed\n1 Roadworks to last until spring\n2 Swan stops traffic\n"
    found = read_text(f"{HEAD}HOW TO DO IT\n\n1 Stand tall.\n\n2 Bend the knees.\n\nREAD MORE\n{read}")
    assert texts(found, "instructions") == TWO_STEPS


def test_sentences_that_begin_with_an_amount_do_not_count() -> None:
    found = read_text(f"{HEAD}{TEXT_STEPS}Benefits\n\n- 2 Minutes are enough.\n- 3 Sets make you strong.\n")
    assert texts(found, "benefits") == ["2 Minutes are enough.", "3 Sets make you strong."]


def test_how_much_to_do_in_columns_of_spaces() -> None:
    found = read_text(f"{HEAD}{TEXT_STEPS}How much\n\nSets     Reps     Rest\n2        8-12     90 seconds\n")
    assert titled(found, "tracking") == [("Sets", "2"), ("Reps", "8-12"), ("Rest", "90 seconds")]


def test_the_address_that_a_reader_of_pages_gives() -> None:
    page = "https://example.com/lessons/goblet-squat"
    text = f"Title: Goblet Squat | Academy\n\nURL Source: {page}\n\nMarkdown Content:\n# Goblet Squat\n\n{TEXT_STEPS}"
    assert text_outline(text).url == page


@pytest.mark.parametrize("question", ["Which muscles does it train?", "What muscles do lunges work?"])
def test_a_question_for_the_muscles(question: str) -> None:
    found = read_text(f"Goblet Squat\n\nWhat is it?\nA squat with a weight.\n\n{question}\nQuads\n\n{TEXT_STEPS}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "description") == ["A squat with a weight."]
