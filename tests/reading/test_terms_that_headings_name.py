"""Muscles and tools that headings name, each above what is told of it; side bars of headed facts; pieces that are counted."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, read_text, texts
from tests.reading.records import record

INTRO = "<p>A squat with a weight held close.</p>"
TOLD = "<p>They extend the hips with the core.</p>", "<p>They steady the arms.</p>"


@pytest.mark.parametrize(
    "muscles",
    [
        "<h3>Hamstrings</h3>{}<h3>Glutes</h3>{}",
        "<h3>1. Hamstrings</h3>{}<h3>2. Glutes</h3>{}",
        "<p>Two of them work hardest.</p><h4>Hamstrings</h4>{}<h4>Glutes</h4>{}",
        "<p><b>Hamstrings</b></p>{}<p><b>Glutes</b></p>{}",
    ],
)
def test_muscles_above_what_they_do(muscles: str) -> None:
    found = record(f"{TITLE}{INTRO}{STEPS}<h2>Muscles Worked by the Goblet Squat</h2>{muscles.format(*TOLD)}")
    assert found.target_muscles == ("hamstrings", "glutes")


def test_tools_above_what_to_look_for() -> None:
    tools = "<h2>Equipment</h2><h3>Barbell</h3><p>Any will do.</p><h3>Bench</h3><p>A flat one.</p>"
    assert record(f"{TITLE}{INTRO}{STEPS}{tools}").equipment == ("barbell", "bench")


def test_a_side_bar_of_headed_facts_among_links() -> None:
    facts = "<h4>Muscles</h4><div></div><h5>Primary muscles</h5><ul><li>Biceps brachii</li></ul><h4>Equipment</h4><ul><li>SZ-Bar</li></ul>"
    links = "<h4>Recently changed</h4><div>" + "<a href='/a'>Box Jump <span>Legs</span></a>" * 12 + "</div>"
    found = record(
        f"<div>{TITLE}{INTRO}{STEPS}{'<p>It is done sitting.</p>' * 40}</div><div class='sidebar'>{facts}{links}</div>"
    )
    assert (found.target_muscles, found.equipment) == (("biceps",), ("ez bar",))


def test_the_first_post_of_a_thread_is_the_page() -> None:
    def post(number: int, told: str) -> str:
        place = f'<span itemprop="position">{number}</span>'
        return f'<div itemscope itemtype="http://schema.org/Comment">{place}<div itemprop="text">{told}</div></div>'

    first = post(1, f"{INTRO}<p><b>Target muscle:</b> triceps</p>{STEPS}")
    found = record(
        f"{TITLE}{first}{post(2, '<p>My version:</p><ol><li>Chalk up.</li><li>Yell.</li></ol><p>Great with calves.</p>' * 9)}"
    )
    assert found.target_muscles == ("triceps",)
    assert found.instructions == ("Stand tall.", "Bend the knees.")


def test_a_list_of_other_exercises_below_tips_is_none_of_them() -> None:
    others = ("Box Jump", "Leg Press", "Face Pull")
    cards = "".join(
        f"<li><a href='/x'><span>{name}</span></a><small>difficulty 2 / 10, quads</small></li>" for name in others
    )
    found = record(
        f"{TITLE}{INTRO}<p>Target: Quads</p>{STEPS}<h3>Tips</h3><p>Keep your heels down.</p><ul>{cards}</ul>"
    )
    assert [tip.text for tip in found.safety_tips] == ["Keep your heels down."]


@pytest.mark.parametrize(
    "rows",
    [
        "<table><tr><td>{0} 1</td><td>{1}</td></tr><tr><td>{0} 2</td><td>{2}</td></tr></table>",
        "<p>{0} 1: {1}</p><p>{0} 2: {2}</p>",
    ],
)
def test_pieces_of_a_field_that_are_counted(rows: str) -> None:
    target = "<p>Target: Quads</p>"
    tips = record(f"{TITLE}{INTRO}{target}{rows.format('Tip', 'No shrugging.', 'Stop there.')}{STEPS}")
    assert [tip.text for tip in tips.safety_tips] == ["No shrugging.", "Stop there."]
    muscles = record(f"{TITLE}{INTRO}{rows.format('Target muscle', 'Quads', 'Glutes')}{STEPS}")
    assert muscles.target_muscles == ("quadriceps", "glutes")


@pytest.mark.parametrize(
    ("label", "value", "field", "wanted"),
    [
        ("Area worked", "Quads", "target_muscles", ("quadriceps",)),
        ("Category", "Upper legs", "body_parts", ("upper legs",)),
        ("Used muscles (second)", "Glutes", "secondary_muscles", ("glutes",)),
    ],
)
def test_a_label_that_its_value_explains(label: str, value: str, field: str, wanted: tuple[str, ...]) -> None:
    assert getattr(record(f"{TITLE}{INTRO}<dl><dt>{label}</dt><dd>{value}</dd></dl>{STEPS}"), field) == wanted
    if field == "target_muscles":
        assert record(f"{TITLE}{INTRO}{STEPS}<h3>{label}</h3><p>{value}</p>").target_muscles == wanted


@pytest.mark.parametrize("told", ["You don't need any equipment.", "This does not take special gear."])
def test_a_sentence_that_denies_all_tools(told: str) -> None:
    assert record(f"{TITLE}{INTRO}<p>Target: Quads</p>{STEPS}<h2>What you need</h2><p>{told}</p>").equipment == (
        "body weight",
    )


@pytest.mark.parametrize("heading", ["Contraindications", "Who should avoid it?", "When not to do it"])
def test_whom_it_is_not_for_is_safety(heading: str) -> None:
    found = record(f"{TITLE}{INTRO}<p>Target: Quads</p>{STEPS}<h2>{heading}</h2><p>Skip it when your knee is sore.</p>")
    assert [tip.text for tip in found.safety_tips] == ["Skip it when your knee is sore."]


def test_two_facts_in_a_line_of_a_printed_page() -> None:
    facts = "Equipment        Keg                   Type             Strongman\nLevel            Beginner              Mechanics        Compound\n"
    cues = "Coaching cues                                 Common errors\n\n•  Grip before anything else                  •  Leaning back\n•  Eyes on the horizon                        •  Frame tips forward\n"
    found = read_text(
        f"Keg Carry\n\nA walk with a keg.\n\n{facts}\n\nExecution\n\n1.  Lift the keg.\n2.  Walk.\n\n\n{cues}"
    )
    assert texts(found, "equipment") == ["Keg"] and texts(found, "exercise_type") == ["Strongman"]
    assert texts(found, "mechanic") == ["Compound"] and texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "safety_tips") == ["Grip before anything else", "Eyes on the horizon"]


@pytest.mark.parametrize("small", ["<small>Arm exercise</small>", "<span class='badge'>Beginner</span>"])
def test_small_print_in_the_title_is_no_part_of_the_name(small: str) -> None:
    page = f"{INTRO}<p>Target: Biceps</p>{STEPS}"
    assert record(f"<h1>Zottman Curl {small}</h1>{page}", "Site").name == "Zottman Curl"
    assert record(f"<h1>{small} Zottman Curl</h1>{page}", "Site").name == "Zottman Curl"
    assert record(f"<h1>Zottman Curl <small>(Seated)</small></h1>{page}", "Site").name == "Zottman Curl (Seated)"


@pytest.mark.parametrize("shelf", ["Exercise Library: ", "Move of the Week | ", "Exercise Directory » ", "Drill - "])
def test_the_part_of_a_site_before_a_name(shelf: str) -> None:
    name = "Smith Machine Behind the Back Whatsit"
    assert record(f"<h1>{shelf}{name}</h1>{INTRO}<p>Target: Traps</p>{STEPS}", f"{shelf}{name}").name == name


def test_news_with_their_age_are_no_facts() -> None:
    news = "<table><tr><td>Gym closed on Friday</td><td>Yesterday</td></tr><tr><td>New bars</td><td>3 days ago</td></tr></table>"
    assert record(f"{TITLE}{INTRO}<p>Target: Quads</p>{STEPS}<div><div>Announcements</div>{news}</div>").extra == {}
