"""Lists of pages that were copied as text, and what sentences say of the exercise in passing."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TEXT_FACTS, TEXT_HEAD, TITLE, TWO_STEPS, read, read_text, texts, titled


def test_what_introduces_a_copied_list_is_no_item_of_it() -> None:
    steps = "How to do it\n\nFollow these steps to do it with proper form.\n\nStand tall.\nBend the knees.\n\n"
    tips = "Safety tips\n\nDoing it safely is essential.\n\nStart light: you can add more.\nBreathe: all the time.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{steps}{tips}")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Start light", "you can add more."), ("Breathe", "all the time.")]
    apart = "How to do it\n\nStand tall.\n\nBend the knees.\n\nRise again.\n"
    assert texts(read_text(f"{TEXT_HEAD}{TEXT_FACTS}{apart}"), "instructions") == [*TWO_STEPS, "Rise again."]


def test_titles_that_were_bold_before_they_became_text() -> None:
    told = {"Keep Breathing": "Never hold your breath.", "Build Up Slowly": "Add a few seconds at a time."}
    tips = "\n".join(f"{title}. {text}" for title, text in told.items())
    kept = "Sets. Write down how many you finished.\nTime. Note the seconds."
    found = read_text(
        f"{TEXT_HEAD}{TEXT_FACTS}Steps\n\n1. Stand tall.\n2. Sit.\n\nTips\n\n{tips}\n\nTracking\n\n{kept}\n"
    )
    assert titled(found, "safety_tips") == list(told.items())
    assert titled(found, "tracking") == [("Sets", "Write down how many you finished."), ("Time", "Note the seconds.")]
    short = "Stand tall. Keep the chest up.\nBreathe out. Then hold."
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}Steps\n\n1. Stand tall.\n2. Sit.\n\nTips\n\n{short}\n")
    assert titled(found, "safety_tips") == [("", line) for line in short.splitlines()]


def test_lines_without_a_stop_are_benefits_in_a_text_too() -> None:
    found = read_text(
        f"{TEXT_HEAD}{TEXT_FACTS}Steps\n\n1. Stand tall.\n2. Sit.\n\nBenefits\n\nStrong legs\nLess pain\n"
    )
    assert texts(found, "benefits") == ["Strong legs", "Less pain"]


def test_a_line_that_names_the_metrics_told_below_it() -> None:
    kept = "<p>Track: sets, time</p><p>Sets: Count those you finish.</p><p>Time: Use a timer.</p>"
    found = read(f"{TITLE}{STEPS}<h2>Track your training</h2>{kept}")
    assert titled(found, "tracking") == [("Sets", "Count those you finish."), ("Time", "Use a timer.")]
    found = read(f"{TITLE}{STEPS}<h2>Tracking</h2><p>Track: sets, time</p>")
    assert [title for title, _ in titled(found, "tracking")] == ["sets", "time"]


@pytest.mark.parametrize(
    ("sentence", "target", "secondary"),
    [
        ("Goblet Squat is a strength exercise for your quads.", ["quadriceps"], []),
        ("Goblet Squat (also known as Cup Squat) is an exercise that works the quads.", ["quadriceps"], []),
        ("In training, Goblet Squat is an exercise working chiefly the quads.", ["quadriceps"], []),
        (
            "The Goblet Squat is a compound exercise. It hits the quads, and it drags in the glutes and calves too.",
            ["quadriceps"],
            ["glutes", "calves"],
        ),
        ("Goblet Squat is an exercise working hard to find friends.", [], []),
    ],
)
def test_muscles_in_passing(sentence: str, target: list[str], secondary: list[str]) -> None:
    found = read(f"{TITLE}<p>{sentence}</p>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (target, secondary)


def test_several_subjects_of_one_kind() -> None:
    found = read(f"<h1>Goblet Squats</h1><p>Goblet Squats are a compound exercise.</p>{STEPS}", "Goblet Squats")
    assert texts(found, "mechanic") == ["compound"]


def test_links_below_the_steps_are_none() -> None:
    links = (
        "<ul><li><a href='/p'>Printer-friendly version</a></li><li><a href='/l'>Login to post comments</a></li></ul>"
    )
    steps = "".join(f"<p>{step}</p>" for step in TWO_STEPS)
    assert texts(read(f"{TITLE}<p>Target: Quads</p><h2>How to do it</h2>{steps}{links}"), "instructions") == TWO_STEPS


def test_other_pages_of_a_kind_and_what_they_are_about() -> None:
    others = "<p>Hip Thrust (muscles trained: Glutes; what you need: Barbell)</p><p>Spider Curl (muscles trained: Biceps)</p>"
    found = read(f"{TITLE}{STEPS}<h3>Precautions</h3><p>Go slowly – it is safer.</p><h3>Other handouts</h3>{others}")
    assert not found.extra
    assert texts(found, "safety_tips") == ["it is safer."] or titled(found, "safety_tips") == [
        ("", "Go slowly – it is safer.")
    ]


def test_a_quotation_with_who_said_it_is_no_benefit() -> None:
    quote = "<p>“It asks for honesty, and rewards it.” — Ines, contributing editor</p>"
    found = read(
        f"{TITLE}<h2>Why we love it</h2>{quote}{STEPS}<h2>Benefits</h2><ul><li>Strong legs.</li><li>Sleep.</li></ul>"
    )
    assert texts(found, "benefits") == ["Strong legs.", "Sleep."]


def test_pictures_of_the_exercise_are_no_facts() -> None:
    shown = "<div><img alt='Goblet Squat photo 1' src='/1.jpg'><a href='#'>View the other side</a></div>"
    assert not read(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd></dl>{shown}{STEPS}").extra


def test_what_an_encyclopaedia_says_of_its_article_is_no_description() -> None:
    needs = "<p>This article needs additional citations for verification. Please help improve it.</p>"
    found = read(f"{TITLE}{needs}<p>The goblet squat is a squat with a weight held close.</p>{STEPS}")
    assert texts(found, "description") == ["The goblet squat is a squat with a weight held close."]


def test_a_name_with_a_dash_within_a_sentence_is_no_title() -> None:
    told = ["Practised often, Squats - With Bands trains control.", "It costs little.", "It takes no time."]
    items = "".join(f"<li>{text}</li>" for text in told)
    found = read(f"<h1>Squats - With Bands</h1>{STEPS}<h2>Benefits</h2><ul>{items}</ul>", "Squats - With Bands")
    assert titled(found, "benefits") == [("", text) for text in told]


def test_do_and_what_is_done() -> None:
    advice = "<ul><li>rest whenever you need to</li><li>build up slowly</li></ul>"
    found = read(f"{TITLE}{STEPS}<div><h3>Do</h3>{advice}</div>")
    assert texts(found, "safety_tips") == ["rest whenever you need to", "build up slowly"]
    found = read(f"{TITLE}<p><b>Level</b> beginner</p><p><b>Do</b> 4 sets of 12 reps with 90 seconds rest</p>{STEPS}")
    assert titled(found, "tracking") == [("sets", "4"), ("reps", "12"), ("rest", "90 seconds")]
    assert "safety_tips" not in found.fields


def test_what_stands_below_a_copied_list_is_none_of_it() -> None:
    tips = "Tips\n\nKeep the heels down.\nLook ahead.\n\nBest viewed with a browser of that time. Mail me!\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}Steps\n\n1. Stand tall.\n2. Sit.\n\n{tips}")
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look ahead."]
    pairs = "Tips\n\nHeels\nKeep them down.\n\nEyes\nLook ahead.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}Steps\n\n1. Stand tall.\n2. Sit.\n\n{pairs}")
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Eyes", "Look ahead.")]


def test_tables_of_muscles_and_roles_and_stacked_tables_in_a_text() -> None:
    roles = "Muscle\tRole\nQuads\tPrime mover\nCalves\tSynergist\n\n"
    found = read_text(f"{TEXT_HEAD}{roles}Steps\n\n1. Stand tall.\n2. Sit.\n")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Quads"], ["Calves"])
    stacked = "Muscle\tSecondary\tEquipment\nQuads\tGlutes / Calves\tKettlebell\nSkill level\tKind of exercise\nBeginner\tStrength\n\n"
    found = read_text(f"{TEXT_HEAD}{stacked}Steps\n\n1. Stand tall.\n2. Sit.\n")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Quads"], ["Glutes", "Calves"])
    assert (texts(found, "equipment"), texts(found, "difficulty")) == (["Kettlebell"], ["Beginner"])
    assert texts(found, "exercise_type") == ["Strength"]


def test_marks_a_caption_and_a_footnote_in_a_text() -> None:
    facts = "Target\nQuads\nDifficulty\n4 / 10\n\n"
    doses = "Recommended training\n\nRecommended training\nNumber of sets\t3\nRepetitions\t12\n"
    text = f"Goblet Squat\n\nThe goblet squat is a squat.[1] It is old.\n\n{facts}Steps\n\n1. Stand tall.\n2. Sit.\n\n{doses}"
    found = read_text(text)
    assert texts(found, "description") == ["The goblet squat is a squat. It is old."]
    assert texts(found, "difficulty") == ["4 / 10"]
    assert titled(found, "tracking") == [("Number of sets", "3"), ("Repetitions", "12")]


def test_terms_above_their_labels_in_a_text() -> None:
    facts = "Quads\nTarget muscle\nGlutes, Calves\nAlso works\nKettlebell\nEquipment\nBeginner\nExperience level\n\n"
    found = read_text(f"{TEXT_HEAD}{facts}Steps\n\n1. Stand tall.\n2. Sit.\n")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Quads"], ["Glutes", "Calves"])
    assert (texts(found, "equipment"), texts(found, "difficulty")) == (["Kettlebell"], ["Beginner"])
    facts = "Target muscle\nQuads\nAlso works\nGlutes, Calves\nEquipment\nKettlebell\nLevel\nBeginner\n\n"
    found = read_text(f"{TEXT_HEAD}{facts}Steps\n\n1. Stand tall.\n2. Sit.\n")
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], ["Kettlebell"])


def test_two_columns_of_labels_above_their_values_in_a_text() -> None:
    facts = "Targets\tSecondary muscles\nQuads\tGlutes and Calves\nGear\tLevel\nKettlebell\tBeginner\n\n"
    found = read_text(f"{TEXT_HEAD}{facts}Steps\n\n1. Stand tall.\n2. Sit.\n")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["Quads"], ["Glutes", "Calves"])
    assert (texts(found, "equipment"), texts(found, "difficulty")) == (["Kettlebell"], ["Beginner"])


def test_the_name_of_the_site_above_that_of_the_exercise_in_a_text() -> None:
    head = "Slow Morning Movement\nClasses\nJournal\nContact\n\nGoblet Squat Hold\n\nIf I could keep one, the Goblet Squat Hold it would be.\n\n"
    found = read_text(f"{head}{TEXT_FACTS}Steps\n\n1. Stand tall.\n2. Sit.\n")
    assert texts(found, "name") == ["Goblet Squat Hold"]
