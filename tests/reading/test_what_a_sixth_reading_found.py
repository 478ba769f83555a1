"""Pages on which a new rule took away what an older one had read, as a review of strangers' pages showed."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TEXT_FACTS, TITLE, TWO_STEPS, read_text, texts, titled
from tests.reading.records import record, told, tracked

FACTS = "<p>Target: Quads</p>"
HELD = "<p>Hold a bell upright at the chest.</p>"
BY_ANN = "<h2>Goblet Squat</h2><p>Questions about the goblet squat go to Ann at the desk.</p>"


@pytest.mark.parametrize("above", [f"{HELD}{STEPS}", f"{HELD}<p>Level: Beginner</p>", HELD])
def test_what_stands_above_a_second_heading_with_the_name(above: str) -> None:
    behind = "" if "<ol>" in above else STEPS
    found = record(f"{TITLE}{above}{BY_ANN}{FACTS}{behind}")
    assert (found.description, found.instructions) == ("Hold a bell upright at the chest.", tuple(TWO_STEPS))
    assert found.difficulty == ("beginner" if "Level" in above else "")


def test_the_letter_of_a_site_named_for_its_exercise() -> None:
    top = "<h1>The Squat Shop: Home of the Goblet Squat</h1><p>Read about the goblet squat in our letters.</p>"
    found = record(f"{top}<h2>Goblet Squat</h2><p>A squat with a bell at the chest.</p>{FACTS}{STEPS}")
    assert found.description == "A squat with a bell at the chest."


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        (
            "Power Snatch",
            "A fast, explosive lift that teaches coordination.",
            "Ann Bell filmed the power snatch in Leeds.",
        ),
        (
            "Romanian Deadlift",
            "The RDL is one of the most popular lifts in every gym.",
            "The Romanian deadlift is old.",
        ),
        ("Push-Up", "Pushups are a classic, and everybody can do them.", "The push-up has many names."),
    ],
)
def test_sentences_about_the_exercise_that_do_not_name_it(name: str, first: str, second: str) -> None:
    page = f"<h1>{name}</h1><p>{first}</p><p>{second}</p>{FACTS}{STEPS}"
    assert record(page, name).description == f"{first} {second}"


@pytest.mark.parametrize("line", ["Add the goblet squat to your favourites.", "Ann Bell shows the goblet squat above."])
def test_a_line_of_the_site_above_a_description(line: str) -> None:
    said = "Sitting between the heels with a bell at the chest, and up again."
    page = f"{TITLE}<p>{line}</p><h2>Description</h2><p>{said}</p>{FACTS}{STEPS}"
    assert record(page).description == said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Romanian Deadlift", "Compound Olympic lift that builds explosive strength."),
        ("Plank", "Hold your body in a straight line and brace."),
        ("Turkish Get-Up", "Rise from the floor to standing with a kettlebell overhead."),
    ],
)
def test_what_is_said_to_machines_without_the_name(name: str, said: str) -> None:
    page = f"<meta name='description' content='{said}'><h1>{name}</h1>{FACTS}{STEPS}"
    assert record(page, name).description == said


@pytest.mark.parametrize(
    "line",
    [
        "Here are the variations we cover in this article:",
        "Besides the version in this post, try these:",
        "Using a post for balance:",
    ],
)
def test_lines_that_announce_the_variations_of_this_article(line: str) -> None:
    listed = f"<h2>Variations</h2><p>{line}</p><ul><li>Box Squat</li><li>Front Squat</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{listed}").variations == ("Box Squat", "Front Squat")


@pytest.mark.parametrize(
    ("name", "said", "names"),
    [
        (
            "Bench Press",
            "Incline, decline, close-grip and floor press.",
            ["Incline", "decline", "close-grip", "floor press"],
        ),
        ("Deadlift", "Sumo, deficit and Romanian deadlifts.", ["Sumo", "deficit", "Romanian deadlifts"]),
    ],
)
def test_the_first_words_of_several_variations(name: str, said: str, names: list[str]) -> None:
    page = f"<h1>{name}</h1>{DESCRIBED}{STEPS}<h2>Variations</h2><p>{said}</p>"
    assert list(record(page, name).variations) == names


@pytest.mark.parametrize(
    "heading",
    ["Why Pregnant Women Should Avoid It", "Why Beginners Should Not Load the Bar", "Why Athletes Need Rest Days"],
)
def test_why_somebody_should_not_do_it_is_no_benefit(heading: str) -> None:
    warned = f"<h2>{heading}</h2><p>The pressure on the belly is high.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{warned}").benefits == ()


@pytest.mark.parametrize(
    "said", ["It does not require the use of any equipment.", "You do not need any kind of equipment for it."]
)
def test_no_kind_of_equipment(said: str) -> None:
    assert record(f"{TITLE}<p>{said} The goblet squat trains the legs.</p>{STEPS}").equipment == ("body weight",)


@pytest.mark.parametrize(
    ("name", "said", "tools"),
    [
        ("Battle Ropes", "You need battle ropes and a lot of will.", ("battle ropes",)),
        ("Leg Press", "You need a leg press machine.", ("leg press machine",)),
        ("Ab Wheel", "To do it, you need an ab wheel and a mat.", ("ab wheel", "gym mat")),
    ],
)
def test_a_tool_that_gives_the_exercise_its_name(name: str, said: str, tools: tuple[str, ...]) -> None:
    assert record(f"<h1>{name}</h1><p>{said}</p>{FACTS}{STEPS}", name).equipment == tools


@pytest.mark.parametrize(
    ("lines", "steps"),
    [
        (
            ("① Stand as in figure ②. Breathe in.", "② Bend the knees."),
            ("Stand as in figure ②. Breathe in.", "Bend the knees."),
        ),
        (
            ("① Stand tall.", "② Bend the knees.", "③ Repeat ① and ② ten times, then go on to ④.", "④ Rest."),
            ("Stand tall.", "Bend the knees.", "Repeat ① and ② ten times, then go on to ④.", "Rest."),
        ),
        (
            ("① Hold it (see ② below). ② Bend the knees. ③ Rise.",),
            ("Hold it (see ② below).", "Bend the knees.", "Rise."),
        ),
        (("Do this: ① Stand tall. ② Bend the knees.",), ("Stand tall.", "Bend the knees.")),
    ],
)
def test_circled_numbers_that_refer_to_something(lines: tuple[str, ...], steps: tuple[str, ...]) -> None:
    page = f"{TITLE}{DESCRIBED}<h2>Instructions</h2>{''.join(f'<p>{line}</p>' for line in lines)}"
    assert record(page).instructions == steps


def test_tips_in_small_letters_that_end_each_in_its_line() -> None:
    tips = (
        "keep your chest up and look at the wall in front.",
        "do not let the knees fall in on the way up now.",
        "breathe out when you stand up from the bottom!",
    )
    found = read_text(
        f"Goblet Squat\n\n{TEXT_FACTS}Instructions\n\n1. Stand.\n2. Sit.\n\nTips\n\n" + "\n".join(tips) + "\n"
    )
    assert texts(found, "safety_tips") == list(tips)


@pytest.mark.parametrize("fact", ["Difficulty - Beginner", "Level – Beginner"])
def test_a_fact_set_off_behind_tips(fact: str) -> None:
    tips = f"<h2>Tips</h2><p>Breathe out on the way up.</p><p>Sit back.</p><p><strong>{fact}</strong></p><p>Take your time.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{tips}").difficulty == "beginner"


def test_a_last_line_that_says_what_is_trained() -> None:
    gains = "<h2>Benefits</h2><p>Builds legs that last.</p><p><strong>Targets the quads</strong></p>"
    assert record(f"{TITLE}<p>A squat with a weight held close.</p>{STEPS}{gains}").target_muscles == ("quadriceps",)


def test_times_in_lists_and_in_what_readers_write() -> None:
    lines = ("[0:32]: Stand tall.", "[0:32 - 0:40] Breathe in.", "[0:41] Bend the knees.")
    film = f"<h2>How to do it</h2><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
    found = record(f"{TITLE}{DESCRIBED}{film}<h2>Comments</h2><p>(0:10) That face!</p>")
    assert found.instructions == ("Stand tall.", "Breathe in.", "Bend the knees.")


def test_times_that_begin_sentences() -> None:
    tips = ("(0:20) is enough of a pause.", "(0:30) suits the strong.", "(0:45) is for the rest of us.")
    page = f"{TITLE}{DESCRIBED}{STEPS}<h2>Tips</h2>{''.join(f'<p>{tip}</p>' for tip in tips)}"
    assert record(page).safety_tips == told(*tips)


def test_the_page_that_a_fact_refers_to() -> None:
    rows = "<table><tr><td>Reference</td><td>page 45</td></tr><tr><td>Height</td><td>Knee</td></tr></table>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{rows}").extra == {"Reference": "page 45", "Height": "Knee"}


def test_sets_for_several_aims_are_a_plan() -> None:
    plan = "<h2>Programming</h2><p>For most, 2-3 sets of 10 reps will do, and for the strong 5 sets of 5 reps.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{plan}").tracking == tracked()


def test_values_in_quotes_of_either_kind() -> None:
    front = "---\ntitle: Goblet Squat\naliases: ['Squat, Goblet', KB Squat]\nimage: [\"{}\"]\n---\n".format(
        "x" * 200_000
    )
    assert titled(read_text(f"{front}\n{TEXT_FACTS}"), "aliases") == [("", "Squat, Goblet"), ("", "KB Squat")]


@pytest.mark.parametrize("call", ["Grab our free cheat sheet below.", "Try our free 30-day challenge."])
def test_calls_for_what_is_free(call: str) -> None:
    assert record(f"{TITLE}<p>The goblet squat trains the legs.</p><p>{call}</p>{FACTS}{STEPS}").description == (
        "The goblet squat trains the legs."
    )
