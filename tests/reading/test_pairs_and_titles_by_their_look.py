"""Labels, values and titles that nothing but their look and their place makes what they are."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, read_text, texts, titled


def test_bold_labels_that_nobody_knows_beside_values_that_are_not_bold() -> None:
    facts = "".join(
        f"<p><b>{label}</b></p><p>{value}</p>"
        for label, value in (
            ("Where the work lands", "Chest"),
            ("Assisting muscles", "Triceps"),
            ("Props and tools", "Bench"),
        )
    )
    found = read(f"{TITLE}<div>{facts}</div>{STEPS}")
    assert texts(found, "target_muscles") == ["Chest"]
    assert texts(found, "secondary_muscles") == ["Triceps"]
    assert texts(found, "equipment") == ["Bench"]


def test_a_bold_title_above_labels_and_values() -> None:
    facts = "".join(
        f"<p><span>{label}</span><br><span>{value}</span></p>"
        for label, value in (("Works", "Chest"), ("Also works", "Triceps"), ("You'll want", "Bench"), ("Sets", "5"))
    )
    found = read(f"{TITLE}<aside><div><p><strong>At a glance</strong></p>{facts}</div></aside>{STEPS}")
    assert texts(found, "target_muscles") == ["Chest"]
    assert texts(found, "equipment") == ["Bench"]
    assert titled(found, "tracking") == [("Sets", "5")]


def test_a_fact_in_pieces_below_facts_that_are_lists() -> None:
    lists = "<p>Hits</p><ul><li>Glutes</li></ul><p>You need</p><ul><li>None</li></ul>"
    pieces = "<div><span>Skill</span><span>Level 1</span></div><div><span>Popularity</span><span>78 %</span></div>"
    found = read(f"{TITLE}<div>{lists}{pieces}</div>{STEPS}")
    assert texts(found, "equipment") == ["None"]
    assert found.extra == {"Popularity": "78 %"}


def test_a_label_that_nobody_knows_among_doses_in_pieces() -> None:
    facts = "".join(
        f"<div><strong>{label}</strong><span>{value}</span></div>"
        for label, value in (("Shoe type", "Flat"), ("Skill level", "Beginner"), ("Sets", "3"), ("Reps", "10"))
    )
    found = read(f"{TITLE}<p><b>Assisting muscles</b></p><div><i>Glutes</i><i>Calves</i></div>{facts}{STEPS}")
    assert texts(found, "secondary_muscles") == ["Glutes", "Calves"]
    assert found.extra == {"Shoe type": "Flat"}


def test_numbers_above_their_headings() -> None:
    counters = "".join(
        f"<div><div>{value}</div><h3>{label}</h3></div>"
        for value, label in (("3", "Sets"), ("20 seconds", "Time"), ("30 seconds", "Rest"))
    )
    found = read(f"{TITLE}<h2>Drill card</h2><div>{counters}</div>{STEPS}")
    assert titled(found, "tracking") == [("Sets", "3"), ("Time", "20 seconds"), ("Rest", "30 seconds")]


def test_a_bold_line_that_nobody_knows_above_the_first_step() -> None:
    steps = "<p><b>Finding the movement</b></p><p>Step 1 – Stand tall.</p><p>Step 2 – Bend the knees.</p>"
    gains = "<p><b>What your body gains</b></p><ul><li><b>Legs:</b> They get strong.</li></ul>"
    found = read(f"{TITLE}<p>A squat with a weight.</p>{steps}{gains}")
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "benefits") == [("Legs", "They get strong.")]


def test_rows_that_count_below_a_bold_line() -> None:
    steps = "".join(f"<tr><td>{n}</td><td>{step}</td></tr>" for n, step in enumerate(TWO_STEPS, 1))
    heads = [f"<tr><td colspan='2'><b>{t}</b></td></tr>" for t in ("Technical card", "Realisation of the movement")]
    card = f"{heads[0]}<tr><td>Level required</td><td>Beginner</td></tr>"
    advice = "<ul><li>Stop before the back rounds.</li><li>Send the knees out.</li></ul>"
    last = f"<tr><td colspan='2'><b>Advices of the coach</b></td></tr><tr><td colspan='2'>{advice}</td></tr>"
    found = read(f"{TITLE}<p>A squat.</p><table>{card}{heads[1]}{steps}{last}</table>")
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Stop before the back rounds.", "Send the knees out."]


def test_the_word_behind_the_number_of_a_step() -> None:
    steps = "".join(f"<p><b>{n}. Step:</b> {step}</p>" for n, step in enumerate(TWO_STEPS, 1))
    assert texts(read(f"{TITLE}<h2>How to do it</h2>{steps}"), "instructions") == TWO_STEPS


def test_a_colon_behind_several_words_with_a_comma_makes_no_label() -> None:
    facts = "<ul><li><b>Main musculature:</b> Lats</li><li><b>Kind of training:</b> Strength</li></ul>"
    title = "<h1>Lateral Raise correctly executed</h1>"
    told = "<p>Wings out, wings in: light weights, broad shoulders.</p>"
    found = read(f"{title}{facts}{told}{STEPS}", title="Lateral Raise - Kraftwerk")
    assert texts(found, "description") == ["Wings out, wings in: light weights, broad shoulders."]
    assert not found.extra


def test_a_line_between_two_parts_with_words_on_it() -> None:
    tips = "<div role='separator'><div>Key points</div></div><p>Keep the heels down.</p><p>Keep the chest up.</p>"
    assert texts(read(f"{TITLE}{STEPS}{tips}"), "safety_tips") == ["Keep the heels down.", "Keep the chest up."]


def test_steps_on_tabs_that_open_nothing() -> None:
    tabs = "".join(f"<div role='tab'><span>{n}</span><div>{step}</div></div>" for n, step in enumerate(TWO_STEPS, 1))
    found = read(f"{TITLE}<h2>Performing the exercise</h2><div role='tablist'>{tabs}</div>")
    assert texts(found, "instructions") == TWO_STEPS


def test_a_step_that_begins_like_the_line_of_somebody_who_writes() -> None:
    step = "Post on your hand and lift your hips off the floor."
    found = read(f"{TITLE}<h2>Steps</h2><div><p>Lie down.</p><p>{step}</p><p>Stand up.</p></div>")
    assert texts(found, "instructions") == ["Lie down.", step, "Stand up."]


def test_the_word_for_what_it_is_before_the_name() -> None:
    title = "<h1><div>Exercise</div><span>Goblet Squat</span></h1>"
    assert texts(read(f"{title}{STEPS}", title="Goblet Squat | Gym"), "name") == ["Goblet Squat"]
    ball = "<h1>Exercise Ball Crunch</h1>"
    assert texts(read(f"{ball}{STEPS}", title="Exercise Ball Crunch | Gym"), "name") == ["Exercise Ball Crunch"]
    small = "<h1>Goblet Squat <small>Exercise Library</small></h1>"
    assert texts(read(f"{small}{STEPS}", title="Goblet Squat :: Exercise Library"), "name") == ["Goblet Squat"]


def test_heads_of_columns_are_no_variations() -> None:
    heads = "<div role='row'><div>Name</div><div>Difference</div></div>"
    rows = "<div role='row'><div><p>Box Squat</p></div><div><p>A box below the hips says how deep.</p></div></div>"
    found = read(f"{TITLE}{STEPS}<h2>Variations</h2><div role='table'>{heads}{rows}</div>")
    assert texts(found, "variations") == ["Box Squat"]


def test_what_opens_a_fold_and_the_title_of_what_it_opens() -> None:
    folds = "".join(
        f"<li class='accordion-item'><a class='accordion-title'>{title}</a><div><h3>{title}</h3><p>{text}</p></div></li>"
        for title, text in (("No leaning", "Walk past a mirror."), ("Two-hand pick-up", "Help with the free hand."))
    )
    found = read(f"{TITLE}{STEPS}<h2>Staying safe</h2><ul class='accordion'>{folds}</ul>")
    assert titled(found, "safety_tips") == [
        ("No leaning", "Walk past a mirror."),
        ("Two-hand pick-up", "Help with the free hand."),
    ]


@pytest.mark.parametrize("weight", ["font-semibold text-lime-300", "fw-bold"])
def test_titles_that_classes_set_bold(weight: str) -> None:
    cards = "".join(
        f"<div><div class='{weight}'>{title}</div><div>{text}</div></div>"
        for title, text in (("Heels", "Keep them down."), ("Chest", "Keep it up."))
    )
    sale = f"<div><div class='{weight}'>Three sessions free</div><div>No card, no spam, cancel any time.</div></div>"
    found = read(f"{TITLE}{STEPS}<h2>Form cues</h2>{cards}{sale}<h2>More exercises</h2>")
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]


def test_what_is_only_read_aloud_before_a_box() -> None:
    box = "<div><span class='nhsuk-u-visually-hidden'>Information: </span><p>Keep the heels down.</p></div>"
    assert texts(read(f"{TITLE}{STEPS}<h2>Safety advice</h2>{box}"), "safety_tips") == ["Keep the heels down."]


@pytest.mark.parametrize(
    ("label", "value", "metric"),
    [
        ("Time of rest", "2 minutes", "rest"),
        ("Repetitions in each set", "8", "reps"),
        ("Time of holding", "9 s", "time"),
    ],
)
def test_doses_in_other_words(label: str, value: str, metric: str) -> None:
    found = read(
        f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd><dt>Sets</dt><dd>3</dd><dt>{label}</dt><dd>{value}</dd></dl>{STEPS}"
    )
    assert (label, value) in titled(found, "tracking"), metric


@pytest.mark.parametrize(
    ("label", "value", "field"),
    [
        ("Side pattern", "Bilateral", "bilateral"),
        ("Sidedness", "Unilateral", "bilateral"),
        ("Joint work", "Isolation exercise", "mechanic"),
        ("Also named", "Cup Squat", "aliases"),
    ],
)
def test_labels_in_other_words(label: str, value: str, field: str) -> None:
    found = read(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd><dt>{label}</dt><dd>{value}</dd></dl>{STEPS}")
    assert texts(found, field) == [value]


def test_training_value_is_a_benefit() -> None:
    found = read(
        f"{TITLE}{STEPS}<p><b>Training value</b></p><p><b>Legs.</b> They get strong.</p><p><b>Back.</b> It too.</p>"
    )
    assert titled(found, "benefits") == [("Legs", "They get strong."), ("Back", "It too.")]


def test_the_number_of_an_episode_and_of_a_slide() -> None:
    page = "Slide 1\nGoblet Squat\n\nSlide 2\nWhat it is\nA squat with a weight in front.\n\nSlide 3\nTechnique\n"
    found = read_text(f"{page}1.\tStand tall.\n2.\tBend the knees.\n\nSlide 4\nSafety tips\n•\tKeep the heels down.\n")
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "safety_tips") == ["Keep the heels down."]
    heads = "THE LONG REP\nA podcast about one exercise at a time\n\nEpisode 61: Goblet Squat\nMay 9, 2022\n\n"
    show = "THE EXERCISE IN SHORT\nA squat with a weight in front.\n\nSTEPS\n1. Stand tall.\n2. Bend the knees.\n"
    assert texts(read_text(f"{heads}{show}"), "name") == ["Goblet Squat"]
