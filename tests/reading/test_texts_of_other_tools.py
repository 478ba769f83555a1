"""Texts as other tools keep a page: chats, transcripts, screen readers, scans, sheets and drawn tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.plaintext.dialects.grids import ungridded
from pipeline.reading.plaintext.text import text_outline
from tests.reading.reading import TEXT_FACTS, TEXT_HEAD, TEXT_STEPS, TWO_STEPS, read_text, texts, titled

GRID = """+-----------+--------------------------+
| Level     | Beginner                 |
+-----------+--------------------------+
| Target    | Quads, Glutes,           |
|           | Hamstrings               |
+-----------+--------------------------+
"""
COUNTED = """+------+---------------------+
| Step | What to do          |
+======+=====================+
| 1    | Stand tall with the |
|      | weight in front.    |
+------+---------------------+
| 2    | Bend the knees.     |
+------+---------------------+
"""


def _drawn(grid: str) -> str:
    return grid.translate(str.maketrans("|-=+", "│─═┼"))


@pytest.mark.parametrize("drawn", [GRID, _drawn(GRID)])
def test_cells_of_a_drawn_table_go_on(drawn: str) -> None:
    found = read_text(f"{TEXT_HEAD}{drawn}\n{TEXT_STEPS}")
    assert texts(found, "target_muscles") == ["Quads", "Glutes", "Hamstrings"]
    assert texts(found, "difficulty") == ["Beginner"]


def test_steps_in_a_drawn_table_and_titled_tips() -> None:
    tips = GRID.replace("Level     | Beginner     ", "Floor     | Clear it up.  ").replace(
        "Target    | Quads, Glutes,           ", "Breathing | Let the air out while    "
    )
    tips = tips.replace("Hamstrings               ", "you stand up.            ")
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}Instructions\n\n{COUNTED}\nTips\n\n{tips}")
    assert texts(found, "instructions") == ["Stand tall with the weight in front.", "Bend the knees."]
    assert titled(found, "safety_tips") == [
        ("Floor", "Clear it up."),
        ("Breathing", "Let the air out while you stand up."),
    ]


@given(st.lists(st.sampled_from(["+----+----+", "| a  | b  |", "|    | c  |", "| d |", "text", ""]), max_size=12))
def test_a_drawn_table_keeps_its_lines_and_words(lines: list[str]) -> None:
    plain = ungridded(lines)
    assert len(plain) == len(lines)
    assert {*"bc"} & {*" ".join(lines)} <= {*" ".join(plain)}


MESSAGE = "*Goblet Squat*\n\n_A squat with a weight in front of the chest._\n\n💪 *Target:* quads\n\n*How to*\n1. Stand tall.\n2. Bend the knees.\n\n*Watch out* ⚠️\n• Keep the heels down.\n• Look ahead.\n"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (
            "11/03/2026, 17:40 - Messages are encrypted.\n11/03/2026, 18:04 - Coach Ann: ",
            "11/03/2026, 18:20 - Ben: Is my knee ok?",
        ),
        (
            "[11.03.26, 17:40:12] Ben: Hi!\n[11.03.26, 18:04:00] Coach Ann: ",
            "[11.03.26, 18:20:01] Ben: Squat clean as before?",
        ),
        (
            "Ben, [11.03.2026 17:40]\nHi!\n\nCoach Ann, [11.03.2026 18:04]\n",
            "\nBen, [11.03.2026 18:20]\nIs my knee ok?",
        ),
    ],
)
def test_the_long_message_of_a_chat(before: str, behind: str) -> None:
    found = read_text(f"{before}{MESSAGE}{behind}\n")
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "target_muscles") == ["quads"]
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look ahead."]


def test_a_transcript_with_times() -> None:
    text = "Goblet Squat\n\n[0:00] Intro\nHold a weight close\nand sit down.\n\n[0:15] Muscles\nTarget: quads\n\n[0:27] Level\nBeginner\n\n[1:04] Step 1\nStand tall.\n\n[1:23] Step 2\nBend the knees.\n"
    found = read_text(text)
    assert texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "target_muscles") == ["quads"]
    assert texts(found, "instructions") == TWO_STEPS


SPOKEN = """Goblet Squat - Gym  document
banner landmark  link  Gym home
navigation landmark  list  with 2 items
link  Exercises
link  Log in
out of list
main landmark  heading  level 1  Goblet Squat
graphic  Person with a weight
A squat with a weight in front of the chest.
heading  level 2  Details
table  with 2 rows and 2 columns
row 1  column 1  Target muscles
column 2  Quads
row 2  column 1  Difficulty
column 2  Beginner
out of table
heading  level 2  Instructions
list  with 2 items
1.  Stand tall.
2.  Bend the knees.
out of list
heading  level 2  Tips
list  with 2 items
bullet  Keep the heels down.
bullet  Look ahead.
out of list
complementary landmark  heading  level 2  Similar exercises
link  Box Jump
content info landmark  link  Imprint
button  Accept cookies
"""


@pytest.mark.parametrize(
    "spoken", [SPOKEN, SPOKEN.replace("\ncolumn 2  ", " column 2 ").replace("  ", " ").replace("level 1 ", "level 1, ")]
)
def test_what_a_screen_reader_said(spoken: str) -> None:
    found = read_text(spoken)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "description") == ["A squat with a weight in front of the chest."]
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look ahead."]
    assert "variations" not in found.fields


def test_specks_of_a_scan_and_a_one_that_was_misread() -> None:
    text = f"122  The Gym Companion\n\n. ~\n{TEXT_HEAD}' .\n\n{TEXT_FACTS}TECHNIQUE\n\nl. Stand tall.\n2. Bend the knees.\n\n|\n"
    found = read_text(text)
    assert texts(found, "description") == ["Hold a weight close and sit down."]
    assert texts(found, "instructions") == TWO_STEPS


def test_a_line_that_ends_and_begins_with_a_broken_word() -> None:
    steps = "Instructions\n\n1. Let the arms hang perpen-\ndicular to the ground; remem-\nber that place of the bar-\nbell.\n2. Do a push-\nup.\n"
    assert texts(read_text(TEXT_HEAD + TEXT_FACTS + steps), "instructions") == [
        "Let the arms hang perpendicular to the ground; remember that place of the barbell.",
        "Do a push-up.",
    ]


def test_cells_of_a_sheet_with_several_lines() -> None:
    sheet = 'Exercise\tGoblet Squat\nLevel\tBeginner\nTarget\tQuads\nInstructions\t"1. Stand tall.\n2. Bend the knees."\nTips\t"- Say ""up"" as you rise.\n- Look ahead."\nSets\t"3"\n'
    found = read_text(sheet)
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ['Say "up" as you rise.', "Look ahead."]
    assert titled(found, "tracking") == [("Sets", "3")]


MARKED = "Highlight (yellow) - {} > Page 112 · Location 1684\n{}\n\n"


def test_what_a_reader_of_books_marked() -> None:
    said = [
        ("Overview", "Hold a weight close and sit down."),
        ("Facts", "Target: Quads"),
        ("Instructions", "Step 1. Stand tall."),
        ("Instructions", "Step 2. Bend the knees."),
    ]
    note = "Note - Instructions > Page 114 · Location 1721\ntry this on Thursday\n\n"
    text = "".join(MARKED.format(*pair) for pair in said) + note + MARKED.format("Tips", "Look ahead.")
    found = read_text(f"Notebook Export\nStrong at Any Age\n\nGoblet Squat\n\n{text}")
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Look ahead."]
    assert texts(found, "description") == ["Hold a weight close and sit down."]


@pytest.mark.parametrize(
    "box",
    [
        "== Tips\n\n* Look ahead.\n\n.Wrists\n[CAUTION]\n====\nKeep them straight.\n====\n\n== Related\n",
        "Tips\n----\n\n* Look ahead.\n\n.. admonition:: Wrists\n\n   Keep them straight.\n\nRelated\n-------\n",
    ],
)
def test_a_box_with_a_title_is_one_more_tip(box: str) -> None:
    head = "= Goblet Squat\n\nHold a weight close and sit down.\n\n" if box[0] == "=" else TEXT_HEAD
    found = read_text(f"{head}{TEXT_FACTS}{TEXT_STEPS}{box}")
    assert titled(found, "safety_tips") == [("", "Look ahead."), ("Wrists", "Keep them straight.")]


def test_labels_in_small_letters_below_a_full_line() -> None:
    many = "Abdominals; Chest; Glutes; Hamstrings; Lower Back; Calves; Quadriceps; Traps; Triceps; Forearms"
    text = f"name = Goblet Squat\nprimary muscles = Shoulders\nsecondary muscles = {many}\nforce = push\nlevel = beginner\n"
    found = read_text(f"[exercise]\n{text}\n{TEXT_STEPS}")
    assert texts(found, "secondary_muscles") == many.split("; ")
    assert texts(found, "force") == ["push"]


def test_the_address_at_the_end_where_its_host_stands_on_top() -> None:
    told = f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}\nTips\n\n- Look ahead.\n- Stand tall.\n\nSource: https://www.gym.example.com/goblet-squat\n"
    assert text_outline(f"gym.example.com\n{told}").url == "https://www.gym.example.com/goblet-squat"
    assert text_outline(told).url is None


@pytest.mark.parametrize("category", ["Exercise guides", "How to"])
def test_the_head_of_a_thread_is_no_step(category: str) -> None:
    head = f"Gym Forum\n\nGoblet Squat - form guide\n{category}\nsticky\n\nYou have selected 3 posts.\n\nOldPlates\nModerator\nMar 2021\n\n"
    found = read_text(f"{head}Hold a weight close and sit down.\n\n{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "description") == ["Hold a weight close and sit down."]
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "target_muscles") == ["Quads"]


def test_a_label_nobody_knows_below_the_last_fact() -> None:
    facts = "Level\nBeginner\nTarget\nQuads\nPopularity\n86 %\n\n"
    found = read_text(TEXT_HEAD + facts + TEXT_STEPS)
    assert found.extra == {"Popularity": "86 %"}


def test_facts_in_a_column_beside_the_steps() -> None:
    left = [
        "HOW TO DO IT",
        "",
        "1. Hinge until the chest",
        "   faces the floor.",
        "2. Lift the arms out wide",
        "   to the sides.",
        "3. Lower.",
    ]
    right = ["MUSCLES", "Rear Delts", "", "EQUIPMENT", "Dumbbells", "LEVEL", "Beginner"]
    text = "\n".join((a.ljust(40) + b).rstrip() for a, b in zip(left, right, strict=True))
    found = read_text(TEXT_HEAD + text + "\n")
    assert texts(found, "instructions") == [
        "Hinge until the chest faces the floor.",
        "Lift the arms out wide to the sides.",
        "Lower.",
    ]
    assert texts(found, "equipment") == ["Dumbbells"]
    assert texts(found, "difficulty") == ["Beginner"]


def test_the_tabs_of_a_page_are_no_headings() -> None:
    tabs = "Goblet Squat\n\nOverview\nInstructions\nTips\nQuestions\n\nHold a weight close and sit down.\n\n"
    found = read_text(f"{tabs}{TEXT_FACTS}{TEXT_STEPS}\nTips\n\n- Look ahead.\n\nQuestions\n\nIs it hard?\n\nNo.\n")
    assert texts(found, "description") == ["Hold a weight close and sit down."]
    assert texts(found, "safety_tips") == ["Look ahead."]


def test_an_answer_above_the_mail_that_it_answers() -> None:
    mail = f"Hi Lukas,\n\nhere it is.\n\n{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}"
    asked = "-----Original Message-----\nFrom: Lukas\nSubject: my homework\n\nHello, could you send me another one?\n"
    assert texts(read_text(f"{mail}\n{asked}"), "instructions") == TWO_STEPS


def test_a_card_of_a_board_and_a_chapter_of_a_binder() -> None:
    card = f"Example Gym Board\n\nGoblet Squat\nin list This month\n\nDescription\n\nHold a weight close.\n\n{TEXT_FACTS}{TEXT_STEPS}"
    assert texts(read_text(card), "name") == ["Goblet Squat"]
    binder = f"MEMBERS' MANUAL - PART C\n{'=' * 40}\n\nC-26   Goblet Squat\n{'-' * 40}\n\nHold a weight close.\n\n{TEXT_FACTS}{TEXT_STEPS}"
    assert texts(read_text(binder), "name") == ["Goblet Squat"]


def test_the_left_column_goes_on_below_the_right_one() -> None:
    left = [
        "HOW TO DO IT",
        "1. Stand tall with the",
        "   weight in front.",
        "2. Sit down between your",
        "   hips.",
        "",
        "3. Stand up.",
    ]
    right = ["AT A GLANCE", "Level", "Moderate", "Target", "Calves", "", ""]
    text = "\n".join((a.ljust(40) + b).rstrip() for a, b in zip(left, right, strict=True))
    found = read_text(f"{TEXT_HEAD}{text}\n\nSafety\n\n• Look ahead.\n")
    assert texts(found, "instructions") == [
        "Stand tall with the weight in front.",
        "Sit down between your hips.",
        "Stand up.",
    ]
    assert texts(found, "target_muscles") == ["Calves"]
    assert texts(found, "safety_tips") == ["Look ahead."]


def test_values_that_hang_below_their_label() -> None:
    facts = "Level: Advanced\nAlso trained: Calves,\n  Forearms, Lower\n  back, Traps\nTarget: Quads\n\n"
    assert texts(read_text(TEXT_HEAD + facts + TEXT_STEPS), "secondary_muscles") == [
        "Calves",
        "Forearms",
        "Lower back",
        "Traps",
    ]
