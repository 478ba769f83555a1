"""Articles as magazines and health sites print them: who wrote them, notices, notes of editors, and variations in all shapes."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE
from tests.reading.records import record, tracked

FACTS = "<p>Target: Quads</p>"
SAID = "The goblet squat trains the legs with a weight in front."


@pytest.mark.parametrize(
    "before",
    [
        "<p>Ann Bell is a writer and trainer. She has taught small groups for years.</p><p>Updated on May 2, 2022</p>",
        "<p>Opening hours: The hall closes at six during the spring break.</p>",
        "<p>Our guide from somebody who has tried it on all carpets of this hotel</p>",
    ],
)
def test_what_stands_above_the_text_that_names_the_exercise(before: str) -> None:
    assert record(f"{TITLE}{before}<p>{SAID}</p>{FACTS}{STEPS}").description == SAID


@pytest.mark.parametrize(
    "first", ["Pick up something heavy in both hands and sit down.", "Few moves teach so much at once as this one."]
)
def test_what_is_told_of_the_exercise_before_it_is_named(first: str) -> None:
    assert record(f"{TITLE}<p>{first}</p><p>{SAID}</p>{FACTS}{STEPS}").description == f"{first} {SAID}"


def test_a_note_of_the_editor_below_the_name_alone() -> None:
    top = "<h1>How to Do the Goblet Squat for a Better Training Day</h1>"
    note = "<h2>Goblet Squat</h2><p>The content of this site is meant to inform, and it is no advice of a doctor.</p>"
    assert record(f"{top}<p>{SAID}</p>{note}{FACTS}{STEPS}").description == SAID
    told = note.replace("The content of this site is meant to inform", "The goblet squat is a squat")
    assert record(f"{top}<p>{SAID}</p>{told}{FACTS}{STEPS}").description.startswith("The goblet squat is a squat,")


def test_a_line_that_announces_variations_with_headings_of_their_own() -> None:
    named = "<h3>Slow Goblet Squat</h3><p>Ease into it.</p><h3>Paused Goblet Squat</h3><p>Stop there.</p>"
    page = (
        f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2><p>Once you are comfortable, you can try one of these:</p>{named}"
    )
    assert record(page).variations == ("Slow Goblet Squat", "Paused Goblet Squat")


def test_what_is_told_of_a_variation_with_commas_names_none() -> None:
    told = "<p>One-and-a-Half Goblet Squat</p><p>Do the full movement, then half of it again, and call that one.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{told}").variations == ("One-and-a-Half Goblet Squat",)
    several = "<p>Front squats, box squats and pause squats.</p>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{several}").variations
    assert found == ("Front squats", "box squats", "pause squats")


def test_for_whom_a_span_of_sets_is() -> None:
    told = "<h2>How to Add It to Your Workout</h2><p>For most people, 2-3 sets of 10-15 reps will do the job.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{told}").tracking == tracked(sets="2-3", reps="10-15")


@pytest.mark.parametrize(
    ("said", "tools"),
    [
        ("Good training does not need a warehouse of kit.", ()),
        ("You do not need a single piece of equipment.", ("body weight",)),
        ("You don't need any special equipment.", ("body weight",)),
    ],
)
def test_what_is_not_needed(said: str, tools: tuple[str, ...]) -> None:
    assert record(f"{TITLE}<p>{said} {SAID}</p>{STEPS}").equipment == tools


def test_a_small_word_of_the_name_says_nothing_of_the_exercise() -> None:
    name, said = "Deadlift from Deficit", "Step-by-step guides from the board of trainers."
    page = f"<meta name='description' content='{said}'><h1>{name}</h1><p>Target: Quads</p>{STEPS}"
    assert record(page, name).description == ""


@pytest.mark.parametrize("title", ["Works the shoulders", "Targets the quads"])
def test_a_title_of_a_benefit_that_begins_like_a_label(title: str) -> None:
    gains = f"<h2>Benefits</h2><p><b>{title}</b></p><p>It gets all of your attention.</p><p><b>Carries over</b></p><p>It helps.</p>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}{gains}")
    titles = [benefit.title for benefit in found.benefits]
    assert (titles, found.target_muscles) == ([title, "Carries over"], ("quadriceps",))


def test_a_letter_to_the_readers_above_the_card_of_the_exercise() -> None:
    letter = "<p>Hello friends! The leaves are turning, and I finally have an hour to myself.</p>"
    card = f"<h2>Goblet Squat</h2><p>This goblet squat takes no time to learn.</p>{FACTS}{STEPS}"
    assert record(f"{TITLE}{letter}{card}").description == "This goblet squat takes no time to learn."


def test_posts_to_read_behind_the_variations() -> None:
    named = "<h2>Variations</h2><p>Box Squat</p><p>Want more? Have a look at our other posts:</p><p>Tendon Basics, Pain Science</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{named}").variations == ("Box Squat",)


@pytest.mark.parametrize("said", ["Only the weight of the body", "Nothing but your body", "Just you"])
def test_the_body_is_all_that_it_takes(said: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}<p><b>Equipment:</b> {said}</p>{STEPS}").equipment == ("body weight",)
