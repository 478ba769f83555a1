"""Long articles: mottoes in titles, quotes, captions and promotions between what is told, doses in sentences of any shape."""

from __future__ import annotations

import pytest

from tests.reading.reading import DESCRIBED, STEPS, TITLE
from tests.reading.records import record, rejected_for, tracked


@pytest.mark.parametrize(
    "told",
    [
        "Programme the goblet squat for 3 sets of 8 reps, resting 2 minutes between sets.",
        "Dr. Bell recommends 3 sets of 8 reps, with a rest of 2 minutes between sets.",
        "After an easy jog, do 3 sets of 8 reps with 2 minutes of rest.",
    ],
)
def test_doses_below_their_heading_whatever_stands_before_them(told: str) -> None:
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Sets and reps</h2><p>{told}</p>")
    assert found.tracking == tracked(sets="3", reps="8", rest="2 minutes")


def test_how_long_to_hold_below_a_heading_that_asks() -> None:
    long = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>How Long to Stay</h2><p>Hold for 90 seconds.</p>")
    assert long.tracking == tracked(time="90 seconds")
    many = record(
        f"{TITLE}{DESCRIBED}{STEPS}<h2>How many to do</h2><p>Hold the stretch for 30 seconds. Do 3 repetitions.</p>"
    )
    assert many.tracking == tracked(time="30 seconds", reps="3")


def test_doses_in_a_paragraph_before_the_list_of_steps() -> None:
    steps = "<h2>How to do it</h2><p>Begin with a load that you can control for 3 sets of 8–12 repetitions.</p><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    assert record(f"{TITLE}{DESCRIBED}{steps}").tracking == tracked(sets="3", reps="8–12")


def test_muscles_with_what_they_are_in_lists_below_their_role() -> None:
    first = "<p>Here are the primary muscles this exercise trains:</p><ul><li><b>Lats</b>, the broad muscles of your back, which pull</li></ul>"
    second = "<p>And here are the secondary muscles that lend a hand:</p><ul><li><b>Biceps</b>, the front of your upper arms</li></ul>"
    found = record(f"{TITLE}<p>A row.</p><h2>Muscles Worked</h2>{first}{second}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("lats",), ("biceps",))


def test_helpers_below_a_sentence_that_a_page_sets_as_a_heading() -> None:
    main = "<p>The main muscles are:</p><ul><li><strong>Glutes.</strong> They lift the knee.</li></ul>"
    helpers = "<p>Several helpers, or secondary muscles, pitch in:</p><ul><li><strong>Lower back.</strong> It stops the trunk from rolling.</li></ul>"
    found = record(f"{TITLE}<p>A clam.</p><div><h2>Muscles worked</h2>{main}{helpers}</div>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("glutes",), ("lower back",))


@pytest.mark.parametrize(
    "promoted",
    [
        "<div><h4>Take a class on the Wheel Club App</h4><p>Thousands of workouts.</p><a href='/a'>Try it free for 30 days</a></div>",
        "<div><img src='/c.jpg' alt=''><p>Teaches Strength and Conditioning</p><button>Watch Trailer</button></div>",
        "<p><a href='/new'>SHOP NEW IN</a></p>",
    ],
)
def test_what_a_site_sells_is_no_tool(promoted: str) -> None:
    found = record(f"{TITLE}{DESCRIBED}<h2>Equipment</h2><p>You will need a bench to do it.</p>{promoted}{STEPS}")
    assert found.equipment == ("bench",)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A-Skip, the Drill That Tidies Up Your Stride", "A-Skip"),
        ("How to Do the Push Jerk for Power and Strength", "Push Jerk"),
    ],
)
def test_a_motto_behind_a_name_that_headings_have_without_it(title: str, name: str) -> None:
    steps = f"<h2>How to Do the {name}</h2><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    assert record(f"<h1>{title}</h1>{DESCRIBED}{steps}", f"{title} | Stride Weekly").name == name
    walk = "Cossack Whatsit for Distance"
    assert record(f"<h1>{walk}</h1>{DESCRIBED}{STEPS}", walk).name == walk  # nothing has it without


@pytest.mark.parametrize(
    "quote",
    [
        "<p>‘I give this to everyone from first-timers to club runners,’ says coach Ann Fry. ‘It takes two minutes.’</p>",
        "<blockquote><p>“What we want to see is quality that lasts through a whole winter.”</p><p>— Ann Bell, head coach</p></blockquote>",
    ],
)
def test_what_somebody_says_of_it_is_no_tip(quote: str) -> None:
    tips = "<h2>Tips</h2><ul><li>Keep your heels down.</li><li>Look ahead.</li></ul>"
    found = record(f"{TITLE}{DESCRIBED}{STEPS}{tips}<h2>What the coach says</h2>{quote}")
    assert [tip.text for tip in found.safety_tips] == ["Keep your heels down.", "Look ahead."]


def test_a_caption_between_two_paragraphs_of_steps() -> None:
    steps = "<h3>HOW TO DO IT</h3><p>Lie on your side with bent knees.</p><div><img src='/b.jpg' alt=''><span>Let your foot come up. (Photo by J.D. Heel)</span></div><p>Lift your arm and carry it over.</p>"
    found = record(f"{TITLE}{DESCRIBED}{steps}")
    assert found.instructions == ("Lie on your side with bent knees.", "Lift your arm and carry it over.")


@pytest.mark.parametrize(
    "heading", ["How to Add It to Your Routine", "Background", "How to Work Out Safely and Avoid Injury"]
)
def test_what_is_told_besides_is_neither_steps_nor_description(heading: str) -> None:
    found = record(
        f"{TITLE}{DESCRIBED}{STEPS}<h2>{heading}</h2><p>Slot it between two strength moves to keep things lively.</p>"
    )
    assert found.description == "A squat with a weight held close."
    assert found.instructions == ("Stand tall.", "Bend the knees.")


def test_variations_that_are_counted_twice() -> None:
    named = "<ol><li><strong>1. Box squat</strong>: Sit on a box.</li><li><strong>2. Pause squat</strong>: Wait below.</li></ol>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h2>2 Goblet Squat Variations</h2>{named}").variations == (
        "Box squat",
        "Pause squat",
    )
    told = "<h3>Box Squat</h3><p>Sit on a box.</p><h3>Pause Squat</h3><p>Wait below.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Other Variations of the Goblet Squat</h2>{told}").variations == (
        "Box Squat",
        "Pause Squat",
    )


@pytest.mark.parametrize("heading", ["Get going", "Get started"])
def test_steps_below_a_heading_that_leads_elsewhere_on_other_pages(heading: str) -> None:
    steps = "<p>Stand tall with a weight in your hands.</p><p>Bend the knees slowly.</p><p>Push yourself up again.</p>"
    assert len(record(f"{TITLE}{DESCRIBED}<h2>{heading}</h2>{steps}").instructions) == 3


def test_rules_of_a_house_are_no_tips() -> None:
    rules = "<h2>House rules</h2><ul><li>Wipe the machine when you are finished.</li><li>Put the plates back.</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{rules}").safety_tips == ()


def test_a_warning_in_bold_above_a_list_of_tips() -> None:
    warning = "<div><strong>Stop if you feel faint.</strong></div>"
    found = record(
        f"{TITLE}{DESCRIBED}{STEPS}<h2>Staying safe</h2>{warning}<ul><li>Push the chair against a wall.</li></ul>"
    )
    assert [tip.text for tip in found.safety_tips] == ["Stop if you feel faint.", "Push the chair against a wall."]


def test_a_data_sheet_with_the_type_of_each_value() -> None:
    rows = {
        "body_part": "upper legs",
        "primary_muscles": "quads",
        "alt_names": "Front Hold Squat",
        "steps": "<ol><li>Stand tall.</li><li>Bend.</li></ol>",
    }
    body = "".join(
        f"<tr><th scope='row'>{field}</th><td>{value}</td><td>text[]</td></tr>" for field, value in rows.items()
    )
    found = record(
        f"{TITLE}<p>A squat.</p><table><thead><tr><th>Field</th><th>Value</th><th>Type</th></tr></thead><tbody>{body}</tbody></table>"
    )
    assert (found.body_parts, found.target_muscles, found.aliases) == (
        ("upper legs",),
        ("quadriceps",),
        ("Front Hold Squat",),
    )
    assert found.instructions == ("Stand tall.", "Bend.")


def test_a_table_of_counts_that_begins_before_one() -> None:
    rows = (("Count", "Action"), ("Start", "Hang from the bar."), ("1", "Pull with the arms."), ("2", "Return slowly."))
    head, *counts = (f"<tr><td>{count}</td><td>{action}</td></tr>" for count, action in rows)
    table = f"<h2>MOVEMENT</h2><table>{head.replace('td>', 'th>')}{''.join(counts)}</table>"
    found = record(f"{TITLE}{DESCRIBED}{table}")
    assert found.instructions == ("Hang from the bar.", "Pull with the arms.", "Return slowly.")


def test_metrics_in_two_languages() -> None:
    table = "<table><tr><th>Repetitions <span lang='fr'>/ Répétitions</span></th><td>6</td></tr><tr><th>Sets <span lang='fr'>/ Séries</span></th><td>2</td></tr></table>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{table}").tracking == tracked(reps="6", sets="2")


def test_a_page_that_is_a_text_between_pre_tags() -> None:
    text = "Tire Flip\n=========\n\nTurning it over again and again is an old\ndrill of the yard.\n\nFACTS\n-----\n  Primary muscles ..... Quadriceps\n  Equipment ........... Tire\n\nINSTRUCTIONS\n------------\n  1. Grip the bottom of the tire and put the feet\n     back a bit.\n  2. Drive with the legs.\n"
    guests = "<h3>Guest book</h3><pre>\nFrom: ann\n> did this with the trailer\n\nFrom: ben\n> Great files! Safety first, always.\n</pre>"
    found = record(f"<p><a href='/'>North Yard</a></p><pre>\n{text}</pre>{guests}", "Tire Flip - North Yard")
    assert (found.name, found.target_muscles, found.equipment) == ("Tire Flip", ("quadriceps",), ("tire",))
    assert found.instructions == ("Grip the bottom of the tire and put the feet back a bit.", "Drive with the legs.")


def test_classes_are_no_exercise() -> None:
    page = f"<h1>Aqua Fit</h1>{DESCRIBED}<h2>What happens in class</h2><p>We jog.</p><h2>Timetable</h2><p>Monday.</p>{STEPS}"
    assert rejected_for(page) == ["not-an-exercise"]


def test_steps_that_letters_count_in_one_paragraph() -> None:
    told = "<h2>The move</h2><p><b>A.</b> Hold a weight at your chest. <b>B.</b> Bend your knees. <b>C.</b> Stand up again.</p>"
    found = record(f"{TITLE}{DESCRIBED}{told}")
    assert found.instructions == ("Hold a weight at your chest.", "Bend your knees.", "Stand up again.")


def test_how_hard_a_variation_is_is_not_its_name() -> None:
    named = "<p><b>Easier:</b> Box goblet squat</p><p><b>Harder:</b> Pause goblet squat</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Variations</h2>{named}").variations == (
        "Box goblet squat",
        "Pause goblet squat",
    )


def test_what_not_to_do_says_so() -> None:
    done = "<h3>Do</h3><ul><li>Keep your heels down.</li></ul>"
    left = "<h3>Don't</h3><ul><li>Let your knees cave in.</li><li>Do not hold your breath.</li></ul>"
    tips = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Dos and don'ts</h2>{done}{left}").safety_tips
    assert [(tip.title, tip.text) for tip in tips] == [
        ("", "Keep your heels down."),
        ("Don't", "Let your knees cave in."),
        ("", "Do not hold your breath."),
    ]


def test_the_text_below_a_title_that_a_heading_further_down_repeats() -> None:
    page = (
        "<h1>How to Do Cat-Cows: A Gentle Move for New Parents</h1><p>Cat-cows are two stretches in one: round up, then sink.</p>"
        "<h2>How to Do Cat-Cows</h2><ol><li>Kneel on all fours.</li><li>Round your back.</li></ol><p>Target: Lower back</p>"
    )
    found = record(page, "How to Do Cat-Cows: A Gentle Move for New Parents")
    assert found.description == "Cat-cows are two stretches in one: round up, then sink."


@pytest.mark.parametrize("tag", ["h3", "h4"])
def test_muscles_with_their_rank_in_brackets(tag: str) -> None:
    ranked = (("Chest", "primary"), ("Triceps", "secondary"), ("Abs", "stabilizer"))
    told = "".join(f"<{tag}>{muscle} ({rank})</{tag}><p>It does its part.</p>" for muscle, rank in ranked)
    found = record(f"{TITLE}<p>A squat.</p><h2>What it trains</h2>{told}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles, found.stabilizers) == (
        ("chest",),
        ("triceps",),
        ("abdominals",),
    )


def test_a_dose_below_how_to_add_it_to_ones_training() -> None:
    added = "<h2>How to Add It to Your Workouts</h2><p>Slot it in after your rows. Do 3 sets of 8-12 reps and rest 60 seconds.</p>"
    found = record(f"{TITLE}<p>A squat.</p><p>Target: Quads</p>{STEPS}{added}")
    assert found.tracking == tracked(sets="3", reps="8-12", rest="60 seconds")


def test_when_it_was_published_is_no_description() -> None:
    dates = "<p>Published: Jan 4, 2024 · Modified: May 1, 2024 by Ann · This post may contain affiliate links</p>"
    found = record(f"{TITLE}{dates}<p>A squat that keeps you honest.</p><p>Target: Quads</p>{STEPS}")
    assert found.description == "A squat that keeps you honest."


@pytest.mark.parametrize(
    ("told", "doses"),
    [
        (
            "Repeat 10 times. Do 3 sets, with 1 minute of rest between sets.",
            {"reps": "10", "sets": "3", "rest": "1 minute"},
        ),
        ("Walk 20 metres, 4 sets. Rest 45 seconds.", {"distance": "20 metres", "sets": "4", "rest": "45 seconds"}),
        (
            "Hold each one for 20 seconds and do 3 sets. Rest 30 seconds.",
            {"time": "20 seconds", "sets": "3", "rest": "30 seconds"},
        ),
    ],
)
def test_doses_told_apart(told: str, doses: dict[str, str]) -> None:
    found = record(f"{TITLE}{DESCRIBED}{STEPS}<h2>How often?</h2><p>{told}</p>")
    assert found.tracking == tracked(**doses)


def test_terms_that_go_on_as_sentences() -> None:
    worked = "<h2>Muscles worked</h2><p>Hamstrings are the main event<br>Glutes and calves are your supporting cast</p>"
    found = record(f"{TITLE}<p>A squat.</p>{worked}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("hamstrings",), ("glutes", "calves"))


def test_what_is_told_of_a_term_is_none() -> None:
    found = record(f"{TITLE}<p>A squat.</p><p>Main muscle: Hamstrings, which bend the knees</p>{STEPS}")
    assert found.target_muscles == ("hamstrings",)


def test_variations_with_a_few_words_on_each() -> None:
    told = (
        "<h2>Variations</h2><ul><li>Wide Squat – opens the hips more</li><li>Split Squat – one leg in front</li></ul>"
    )
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{told}").variations == ("Wide Squat", "Split Squat")


@pytest.mark.parametrize(
    "between",
    [
        "<figure><img src='x.jpg' alt=''><figcaption>The lot behind the shop, where it happens.</figcaption></figure>",
        "<blockquote class='pullquote'><p>“The stretch is the point.”</p><cite>Ann Bell</cite></blockquote>",
    ],
)
def test_what_stands_between_steps_and_is_none(between: str) -> None:
    steps = f"<h2>How to do it</h2><p>Stand tall.</p>{between}<p>Bend the knees.</p>"
    assert record(f"{TITLE}{DESCRIBED}{steps}").instructions == ("Stand tall.", "Bend the knees.")


def test_sentences_of_muscles_that_say_where_and_what_for() -> None:
    told = "Obliques do the main work, on the side away from the weight, which lifts the feet. Traps are the secondary muscles."
    found = record(f"{TITLE}<p>A walk.</p><h2>What it works</h2><p>{told}</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("obliques",), ("traps",))


def test_muscles_that_lend_a_hand_in_the_text_below_the_title() -> None:
    told = "A walk in place. It mainly works your hip flexors. Your abs lend a hand."
    found = record(f"{TITLE}<p>{told}</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("hip flexors",), ("abdominals",))


def test_headings_with_the_name_before_their_words() -> None:
    worked = (
        "<h2>GOBLET SQUAT: WHAT YOU’LL HIT</h2><ul><li><b>Primary:</b> quads</li><li><b>Secondary:</b> glutes</li></ul>"
    )
    found = record(f"{TITLE}<p>A squat.</p>{worked}{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))
