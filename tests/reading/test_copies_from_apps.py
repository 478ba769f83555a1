"""Texts copied from apps, office documents, magazines and letters: what such a copy carries besides the words."""

from __future__ import annotations

import pytest

from pipeline.sources import sniff
from tests.reading.reading import TEXT_STEPS, read, read_text, texts, titled

APP = """menu
Gymbook
search
account_circle

chevron_left
Butterfly
favorite_border

OVERVIEW
HISTORY
RECORDS

Seated and steady, you bring two handles together.

my_location
Primary muscles
Chest
fitness_center
Equipment
Machine
signal_cellular_alt
Level
Beginner

Instructions

1
Sit down with a tall back.
2
Press the handles together and let them open again.

Tips

check_circle
Stop before the form breaks.
check_circle
Keep the shoulders low.
"""


def test_the_names_of_icons_and_the_tabs_of_an_app_are_not_read() -> None:
    found = read_text(APP)
    assert texts(found, "name") == ["Butterfly"]
    assert texts(found, "description") == ["Seated and steady, you bring two handles together."]
    assert [texts(found, f) for f in ("target_muscles", "equipment", "difficulty")] == [
        ["Chest"],
        ["Machine"],
        ["Beginner"],
    ]
    assert titled(found, "safety_tips") == [("", "Stop before the form breaks."), ("", "Keep the shoulders low.")]


DOCUMENT = """Goblet Squat

A squat with a weight in front.

Muscles: Quads

Step by step
1. Stand tall.
2. Sit down between the heels.

Safety tips[a]
* Keep the heels down.

Benefits
* Strong legs for life.

Staff only
* Wipe the bell after every shift.[b]
* Report a loose handle.
________________

Checked by: Colin
[a]Can we laminate this one?
[b]Who does that on Sundays?
"""


def test_the_comments_of_a_document_and_its_other_lists_are_none_of_the_exercise() -> None:
    found = read_text(DOCUMENT)
    assert texts(found, "name") == ["Goblet Squat"]
    assert titled(found, "safety_tips") == [("", "Keep the heels down.")]
    assert titled(found, "benefits") == [("", "Strong legs for life.")]
    assert "laminate" not in str(found.fields) and "Wipe" not in str(found.fields)


def test_a_post_in_square_brackets_has_no_comments() -> None:
    post = f"Goblet Squat\n\nMuscles: Quads\n\n{TEXT_STEPS}Tips\n\n[a]Keep the heels down.\n[b]Look ahead.\n"
    assert "Keep the heels down." in str(read_text(post.replace("[a]", "[b]")).fields)


@pytest.mark.parametrize("credit", ["Photo: A. Miller", "Photo by A. Miller", "Image credit: A. Miller"])
def test_what_stands_below_a_picture_is_not_the_introduction(credit: str) -> None:
    caption = "A person in a grey shirt at the start"
    told = "A squat with a weight in front."
    page = f"Goblet Squat\n\n{caption}\n{credit}\n\n{told}\n\nMuscles: Quads\n\nInstructions\n1. Stand tall.\n2. Sit down.\n"
    assert texts(read_text(page), "description") == [told]


def test_a_title_above_the_name_of_a_photographer_is_the_title() -> None:
    page = "Slide 3 of 12\n\nGoblet Squat\nPhoto: A. Miller\n\nA squat with a weight in front.\n\nMuscles: Quads\n\nInstructions\n1. Stand tall.\n2. Sit down.\n"
    assert texts(read_text(page), "name") == ["Goblet Squat"]


def test_a_menu_above_a_line_is_no_title() -> None:
    page = "Home  The Lifts  Coaches  Join\n" + "━" * 60 + "\n\nGoblet Squat\n\nMuscles: Quads\n\nInstructions\n\n"
    steps = "1  Stand tall, with the weight before the chest, the elbows, hands\n   and feet in line.\n2  Sit down.\n"
    found = read_text(page + steps)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "instructions") == [
        "Stand tall, with the weight before the chest, the elbows, hands and feet in line.",
        "Sit down.",
    ]


def test_steps_may_have_a_slash_behind_their_number() -> None:
    found = read_text("Goblet Squat\n\nMuscles: Quads\n\nSteps\n\n1/ Stand tall.\n2/ Sit down.\n")
    assert texts(found, "instructions") == ["Stand tall.", "Sit down."]


def test_a_sentence_that_ends_with_its_line_belongs_to_the_step_that_goes_on_below() -> None:
    page = """Leg Swing

   Muscles: Hamstrings

How to do it

   Step 1: Stand next to a chair, which you may hold onto as a support.
   Stand on one leg, which is the start.

   Step 2: Keep the other leg straight, raise it to the side and let it
   swing back.

   Step 3: Repeat this swing with the other leg, and take a rest as soon as
   it grows small.
"""
    assert texts(read_text(page), "instructions")[0] == (
        "Stand next to a chair, which you may hold onto as a support. Stand on one leg, which is the start."
    )


def test_an_advertisement_states_no_fact() -> None:
    page = "Goblet Squat\n\nMuscles: Quads\nLevel: Easy\nAd · MealBox: Dinner in no time\n\nSteps\n1. Stand tall.\n2. Sit down.\n"
    assert read_text(page).extra == {}


HEAD = "<h1>Goblet Squat</h1><p><b>Muscles:</b> Quads</p>"
HEADED_STEPS = "<h3>Step 1</h3><p>Stand tall.</p><h3>Step 2</h3><p>Sit down between the heels.</p>"


@pytest.mark.parametrize(
    "steps", [HEADED_STEPS, "<p>Step 1: Stand tall.</p><p>Step 2: Sit down between the heels.</p>"]
)
def test_a_tip_below_the_last_of_steps_without_a_list_is_a_tip(steps: str) -> None:
    page = f"{HEAD}<h2>How to do it</h2>{steps}"
    found = read(f"{page}<blockquote><p><b>Coach's tip:</b> Look ahead all the time.</p></blockquote>")
    assert texts(found, "instructions") == ["Stand tall.", "Sit down between the heels."]
    assert titled(found, "safety_tips") == [("", "Look ahead all the time.")]


def test_a_tip_below_each_step_belongs_to_it() -> None:
    tip = "<p><b>Tip:</b> Look ahead all the time.</p>"
    steps = f"<h3>Step 1</h3><p>Stand tall.</p>{tip}<h3>Step 2</h3><p>Sit down between the heels.</p>{tip}"
    found = read(f"{HEAD}<h2>How to do it</h2>{steps}")
    assert texts(found, "instructions")[0] == "Stand tall. Tip: Look ahead all the time."
    assert texts(found, "safety_tips") == []


PICTURE = '<td><img src="a.jpg" alt="Picture"></td>'
FACTS = "<td><b>Muscles worked</b><br>Hamstrings<br><br><b>Equipment</b><br>No equipment</td>"


@pytest.mark.parametrize("row", [PICTURE + FACTS, FACTS + PICTURE])
def test_a_picture_beside_a_column_of_text_is_no_label(row: str) -> None:
    page = f"<h1>Leg Stretch</h1><table><tr>{row}</tr></table><h2>Steps</h2><ol><li>Lie down.</li><li>Raise a leg.</li></ol>"
    found = read(page)
    assert texts(found, "target_muscles") == ["Hamstrings"]
    assert texts(found, "equipment") == ["No equipment"]


def test_the_last_of_three_bold_titles_may_read_like_a_heading() -> None:
    titles = {
        "Joint control": "A calm joint.",
        "Easy recovery": "Any day will do.",
        "Injury prevention": "Clubs use it.",
    }
    told = "".join(f"<p><b>{title}</b><br>{text}</p>" for title, text in titles.items())
    page = f"{HEAD}<h2>Steps</h2><ol><li>Sit.</li><li>Rise.</li></ol><h3>Benefits</h3>{told}"
    assert titled(read(page), "benefits") == list(titles.items())


def test_a_list_of_contents_with_the_numbers_of_its_pages_is_no_text() -> None:
    page = (
        "Table of Contents\nSuitcase Carry\t12\nTate Press\t14\nLarsen Press\t16\n\nGoblet Squat\n\nMuscles: Quads\n\n"
    )
    assert texts(read_text(page + TEXT_STEPS), "name") == ["Goblet Squat"]


def test_an_empty_cell_of_a_sheet_says_that_there_is_none() -> None:
    sheet = "Exercise\tGoblet Squat\nPrimary muscles\tQuads\nSecondary muscles\t\nLevel\tBeginner\nForce\tPush\n"
    found = read_text(sheet + "Step 1\tStand tall.\nStep 2\tBend the knees.\n")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


README = """<h1 align="center">Goblet Squat</h1>

<p align="center">
  <img src="https://img.example.com/badge.svg" alt="License">
</p>

A squat with a weight in front.

## At a glance

| Key | Value |
|:----|:------|
| `primary_muscles` | Quads |
| `level` | Beginner |

## Instructions

1. Stand tall.
1. Bend the knees.

<details>
<summary>Benefits</summary>

- Strong legs for life.

</details>

## Contributing

1. Fork the repository.
2. Be nice.
"""


def test_markdown_with_tags_in_it_is_markdown() -> None:
    assert sniff.media_type(README.encode()) == sniff.TEXT
    found = read_text(README)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]
    assert texts(found, "benefits") == ["Strong legs for life."]


@pytest.mark.parametrize(
    "noise", ["[image 1: The bar in a cold garage (link #1)]", "- Your Highlight on page 91 | location 3-9"]
)
def test_what_a_reader_of_feeds_or_books_adds_is_not_read(noise: str) -> None:
    told = "A squat with a weight in front."
    found = read_text(f"Goblet Squat\n\n{noise}\n\n{told}\n\nMuscles: Quads\n\n{TEXT_STEPS}")
    assert texts(found, "description") == [told]
    assert "garage" not in str(found) and "Highlight" not in str(found)


def test_the_address_of_a_forum_behind_a_name_is_no_part_of_it() -> None:
    page = f"[Guide] Goblet Squat (self.garagelifts)\n\nMuscles: Quads\n\n{TEXT_STEPS}"
    assert texts(read_text(page), "name") == ["Goblet Squat"]
