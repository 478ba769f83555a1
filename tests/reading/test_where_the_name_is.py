"""Which line of a page is the exercise's name, also where few of its words stand in other names."""

from __future__ import annotations

import json

import pytest

from pipeline.reading import draft
from pipeline.reading.markup.html import html_outline
from tests.reading.reading import PROFILE, STEPS, read, read_text, texts
from tests.reading.records import record

FACTS = "<p>Target muscles: Abs</p>"
RELATED = "<h2>Popular</h2><ul><li><h3>Plank</h3><p>Beginner</p></li><li><h3>Push-Up</h3><p>Easy</p></li></ul>"


def _name(body: str, title: str) -> list[str]:
    return texts(read(f"{body}{FACTS}{STEPS}", title=title), "name")


@pytest.mark.parametrize(
    ("shown", "title"),
    [
        (f"<h3>Pyramid</h3>{RELATED}", "Liftly"),
        ("<h2>Push-Up</h2><h3>Pyramid</h3>", "Liftly"),
        ("<h1>Liftly</h1><h2>Pyramid</h2>", "Plank and more | Liftly"),
        ("<h1>Liftly</h1><h2>Pyramid</h2>", "Exercise library"),
        (f"{RELATED}<p>Pyramid</p>", "Exercise library"),
    ],
)
def test_the_one_exercise_that_the_data_of_a_page_are_of(shown: str, title: str) -> None:
    data = json.dumps({"@type": "ExerciseAction", "name": "Pyramid"})
    assert _name(f'<script type="application/ld+json">{data}</script>{shown}', title) == ["Pyramid"]


@pytest.mark.parametrize("last", ["pyramid", "pyramid.html", "4711-pyramid", "Pyramid/", "pyramid?ref=1#top"])
def test_what_the_address_of_a_page_ends_with(last: str) -> None:
    head = f'<link rel="canonical" href="https://gym.example.com/moves/{last}">'
    assert _name(f"{head}<h3>Pyramid</h3>{RELATED}", "Liftly") == ["Pyramid"]


def test_a_personal_touch_in_the_heading_yields_to_the_data_of_the_page() -> None:
    data = json.dumps({"@type": "HowTo", "name": "Trail Walking"})
    body = f'<script type="application/ld+json">{data}</script><h1>My Favorite Trail Walking</h1><h2>Trail Walking</h2>'
    assert _name(body, "My Favorite Trail Walking - Lift") == ["Trail Walking"]


def test_words_that_begin_other_sections_are_part_of_names() -> None:
    assert _name("<h2>CHEST PUSH (MULTIPLE RESPONSE)</h2>", "FM 7 Chapter 5 Chest Push (Multiple Response)") == [
        "CHEST PUSH (MULTIPLE RESPONSE)"
    ]
    found = read(f"<h1>Log Lift</h1><p><b>Log Lift</b></p>{FACTS}{STEPS}", title="Log Lift")
    assert texts(found, "target_muscles") == ["Abs"] and "tracking" not in found.fields


@pytest.mark.parametrize(
    ("heading", "title", "name"),
    [
        ("Handbook : Dips - Chest Version", "Handbook : Dips - Chest Version", "Dips - Chest Version"),
        ("Team : Intermediate Hip Stretch", "Team : Intermediate Hip Stretch", "Intermediate Hip Stretch"),
        ("Drills at home Bar Curl on Knees", "Bar Curl on Knees - Drills at home - Club", "Bar Curl on Knees"),
        (
            "Exercise of the Week: Exercise Ball Back Extension",
            "Exercise of the Week: Exercise Ball Back Extension | Shop",
            "Exercise Ball Back Extension",
        ),
        ("London Bridges", "London Bridges [Archive] - Board", "London Bridges"),
        ("Exercise Guides: Zottman Curl", "Exercise Guides: Zottman Curl", "Zottman Curl"),
    ],
)
def test_a_name_without_what_stands_before_and_behind_it(heading: str, title: str, name: str) -> None:
    assert _name(f"<h1>{heading}</h1>", title) == [name]


def test_the_other_half_beyond_a_dash_where_the_text_says_both_as_one() -> None:
    told = "<p>The cable hammer curl - rope attachment trains the arms.</p>"
    heading = "<h1>Cable Hammer Curl - Rope Attachment Exercise Guide</h1>"
    title = "How to: Cable Hammer Curl - Rope Attachment - CoreForge"
    assert _name(heading + told, title) == ["Cable Hammer Curl - Rope Attachment"]
    assert _name(heading, title) == ["Cable Hammer Curl"], "a part of the site may stand behind a dash"


def test_the_topic_of_a_thread() -> None:
    body = f"<p>Iron Boards</p><p>Exercise of the week: Jefferson Squat</p>{FACTS}{STEPS}"
    found = read(body, title="Iron Boards :: View topic - Exercise of the week: Jefferson Squat")
    assert texts(found, "name") == ["Jefferson Squat"]


def test_the_heading_of_a_viewer_is_not_the_name_of_what_it_shows() -> None:
    assert _name("<p><b>Spell Caster</b></p><h1>Document Outline</h1>", "Spell Caster") == ["Spell Caster"]


def test_a_row_of_links_and_a_star_behind_the_name() -> None:
    links = "<div><a>All</a> | <a>Running</a> | <a>Cycling</a> | <a>News</a></div>"
    assert _name(f"{links}<p>Box Jump (Multiple Response)</p>", "Feed - Box Jump (Multiple Response)") == [
        "Box Jump (Multiple Response)"
    ]
    assert _name('<p><b>Rickshaw Carry</b><img src="star.gif" alt="*"></p>', "Iron Page - Rickshaw Carry") == [
        "Rickshaw Carry"
    ]


def test_numbers_with_an_ending_keep_their_case() -> None:
    assert record(f"<h1>Landmine 180's</h1>{FACTS}{STEPS}", title="Landmine 180's").name == "Landmine 180's"


def test_a_heading_where_the_title_is_that_of_the_site() -> None:
    assert _name("<h2>Box Jump (Multiple Response)</h2>", "St. Hilda's School") == ["Box Jump (Multiple Response)"]


def test_a_subtitle_set_into_its_title() -> None:
    said = "A press with a half turn in it, made popular by a man with very round shoulders and a large smile."
    found = record(f"<h1>Arnold Press<div class='sub'>{said}</div></h1>{FACTS}{STEPS}", title="Arnold Press")
    assert (found.name, found.description) == ("Arnold Press", said)


def test_what_a_wiki_calls_its_page_is_no_name() -> None:
    body = f"<h1>Gym Wiki</h1><p>exercises:dead_bug</p><h1>Dead Bug</h1>{FACTS}{STEPS}"
    assert record(body, title="exercises:dead_bug [Gym Wiki]").name == "Dead Bug"


def test_a_colon_behind_the_name_is_none_of_it() -> None:
    assert record(f"<h1>Push-Up:</h1>{FACTS}{STEPS}", title="Push-Up:").name == "Push-Up"


def test_a_name_that_stands_only_in_the_title_for_sharing() -> None:
    head = '<meta property="og:site_name" content="Iron Yard"><meta property="og:title" content="JM Press | Iron Yard">'
    page = f"<html><head><title>Iron Yard</title>{head}</head><body><b>Muscle:</b> Triceps{STEPS}<h2>Trending</h2><p>Step-Up</p></body></html>"
    assert texts(draft(html_outline(page), PROFILE), "name") == ["JM Press"]


def test_words_of_the_site_in_brackets_behind_the_name() -> None:
    body = "<p><b>Wall Calf Stretch</b></p><p>A wall is all it takes for this one.</p><p>Target muscles: Calves</p>"
    found = read(f"{body}{STEPS}", "Wall Calf Stretch (Pia's notes)")
    assert texts(found, "name") == ["Wall Calf Stretch"]
    assert texts(found, "description") == ["A wall is all it takes for this one."]


@pytest.mark.parametrize("kind", ["exercise card", "Exercise Sheet"])
def test_what_kind_of_page_it_is_stands_behind_the_name(kind: str) -> None:
    assert texts(read(f"<h1>Step-Up <small>{kind}</small></h1>{STEPS}", "Step-Up"), "name") == ["Step-Up"]


@pytest.mark.parametrize(
    "heading",
    [
        "How do you perform the Pistol Squat safely?",
        "What is the right way to do a Pistol Squat?",
        "What's the best way to do the Pistol Squat?",
        "Learn How to Do the Pistol Squat",
        "How to Properly Do a Pistol Squat",
        "The Complete Guide to the Pistol Squat",
        "A Beginner's Guide to the Pistol Squat",
        "Everything about the Pistol Squat",
        "Perfecting your Pistol Squat",
        "Pistol Squat 101",
        "Proper Pistol Squat technique",
        "Pistol Squat Exercise Demonstration",
        "Do the Pistol Squat the Right Way",
        "Instructions for the Pistol Squat",
    ],
)
def test_what_authors_set_around_a_name(heading: str) -> None:
    assert _name(f"<h1>{heading}</h1>", heading) == ["Pistol Squat"]


def test_a_title_set_in_a_large_font_above_headings() -> None:
    facts = "<p><b>Difficulty rating</b></p><p>Advanced</p><p>It looks harmless.</p>"
    steps = "<h1>Pistol Squat: step by step</h1><ol><li>Stand on one leg.</li></ol>"
    found = read(f'<center><font size="6"><b>Pistol Squat</b></font></center>{facts}{steps}', title="Pistol Squat")
    assert texts(found, "difficulty") == ["Advanced"]


@pytest.mark.parametrize("name", ["Keg Load", "Moving Claw Series", "Pyramid", "Band Good Morning"])
def test_a_bold_line_below_a_title_that_is_of_the_site_alone(name: str) -> None:
    assert _name(f"<b>{name}</b><br>", "Iron Index") == [name]
    assert _name(f"<b>{name}</b><br>", f"{name} | Iron Index") == [name]


def test_a_name_that_stands_in_the_title_alone() -> None:
    assert _name("<b>Newsletter</b><br>", "Goblet Squat") == ["Goblet Squat"]
    assert _name("<h1>Move of the day</h1>", "Goblet Squat") == ["Goblet Squat"]


def test_a_heading_with_the_name_is_no_other_topic_whatever_the_name_says() -> None:
    steps = "<h3>How to do the Rack Delivery</h3><ol><li>Grip the bar.</li><li>Straighten your knees.</li></ol>"
    found = record(f"<h2>Rack Delivery</h2><p>Target muscle: Quads</p>{steps}", "Rack Delivery - Lift Lab")
    assert found.instructions == ("Grip the bar.", "Straighten your knees.")


def test_tools_behind_their_label_are_no_name() -> None:
    found = read_text(
        "Hinge Club\n\nHips for Hikers\n\nLevel: Beginner\nEquipment: mat, yoga block, dowel\nTarget: Glutes\n"
    )
    assert texts(found, "name") != ["mat, yoga block, dowel"]


def test_a_name_in_a_row_below_the_heading_of_the_site() -> None:
    row = '<p><a class="title">How to do the Keg Load</a> <span class="domain">(<a>self.garage</a>)</span></p>'
    body = f"<h1><a>garagestrongman</a></h1><p>For odd lifters.</p>{row}<p>A keg.</p>"
    assert _name(body, "How to do the Keg Load : garagestrongman") == ["Keg Load"]


def test_a_name_with_words_before_it_and_a_bar_behind_it() -> None:
    title = "How to Do the Battling Whatsit | Coach Riley"
    assert _name(f"<h1>{title}</h1>", f"{title} - VideoTube") == ["Battling Whatsit"]
