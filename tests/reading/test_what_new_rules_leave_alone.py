"""What looks like amounts, steps, terms, facts or the rest of a title, and is none: the limits of rules that read more."""

from __future__ import annotations

import pytest

from tests.reading.reading import (
    DESCRIBED,
    STEPS,
    TEXT_FACTS,
    TEXT_HEAD,
    TEXT_STEPS,
    TITLE,
    TWO_STEPS,
    read,
    read_text,
    texts,
    titled,
)
from tests.reading.records import record, rejected_for, tracked


@pytest.mark.parametrize("told", ["<p>Common mistake: 20 sets, 30 reps</p>", "<p>3 sets, 5 sets, 8 reps</p>"])
def test_amounts_that_are_no_dose_of_the_exercise(told: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}{told}{STEPS}").tracking == ()


def test_a_dose_in_words_behind_one_that_is_stated() -> None:
    group = "<h2>Our evening group</h2><p>Do 4 sets of 12 reps.</p>"
    assert record(f"{TITLE}{DESCRIBED}<p>Time: 30 seconds</p>{STEPS}{group}").tracking == tracked(time="30 seconds")


def test_steps_of_an_app_below_a_heading_that_leads_elsewhere() -> None:
    app = "<h2>Get started</h2><ol><li>Open the store.</li><li>Press install.</li><li>Choose a plan.</li></ol>"
    assert rejected_for(f"{TITLE}{DESCRIBED}{app}") == ["missing-section"]


def test_a_plan_below_a_heading_of_workouts_states_no_facts() -> None:
    plan = "<h2>Sample workout</h2><table><tr><td>Level</td><td>Week three</td></tr><tr><td>Type</td><td>Cardio</td></tr></table>"
    found = record(f"{TITLE}<p>A squat.</p>{plan}<p>Target: Quads</p>{STEPS}")
    assert (found.difficulty, found.exercise_type) == ("", "")


def test_headings_of_which_few_are_muscles_are_none() -> None:
    heads = ("The basics", "A closer look", "What studies say", "Hamstrings")
    told = "".join(f"<h3>{head}</h3><p>They extend the hips.</p>" for head in heads)
    assert "the basics" not in record(f"{TITLE}<p>A squat.</p>{STEPS}<h2>Muscles worked</h2>{told}").target_muscles


def test_a_name_that_a_heading_has_as_a_whole() -> None:
    name = "Cossack Whatsit for Distance"
    steps = f"<h2>How to Do the {name}</h2><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    tips = "<h2>Cossack Whatsit tips</h2><ul><li>Keep your heels down.</li></ul>"
    assert record(f"<h1>{name}</h1>{DESCRIBED}{steps}{tips}", name).name == name


def test_the_other_half_of_a_name_before_what_the_page_is() -> None:
    title = "Barbell Bench Press - Medium Grip Exercise Guide"
    assert (
        record(f"<h1>{title}</h1>{DESCRIBED}{STEPS}", f"{title} | Iron Index").name
        == "Barbell Bench Press - Medium Grip"
    )
    assert record(f"<h1>Goblet Squat - Leg Exercises</h1>{DESCRIBED}{STEPS}", "Goblet Squat").name == "Goblet Squat"


@pytest.mark.parametrize(
    "told",
    [
        "<h2>Comments</h2><p>3 sets, 12 reps.</p>",
        "<h2>Workouts with this exercise</h2><ul><li>3 sets</li><li>12 reps</li></ul>",
        "<h2>Next: Goblet Lunge</h2><p>3 sets · 12 reps</p>",
        "<h2>Common mistakes</h2><p>5 sets, 30 reps</p>",
        "<h2>Reader stories</h2><p>5 sets x 5 reps</p>",
        "<h2>FAQ</h2><h3>What did Anna do?</h3><p>3 sets, 12 reps.</p>",
        "<h2>Variations</h2><h3>Paused</h3><p>3 sets, 12 reps</p>",
        "<p>Tennis: 3 sets and 2 minutes of rest</p>",
        "<h2>Weekly plan</h2><p>Monday: 3 sets, 12 reps</p>",
        "<p>45 min · 3 sets</p>",
        "<h2>Suggested volume</h2><p>Beginners should never do more than 5 sets of 20 reps.</p>",
        "<h2>How long should I wait?</h2><p>Hold off for 2 minutes after a meal.</p>",
        "<table><tr><td>Sets / day</td><td>3</td></tr><tr><td>Reps / minute</td><td>20</td></tr></table>",
    ],
)
def test_amounts_of_something_else_are_no_dose(told: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{told}").tracking == ()


def test_an_amount_of_something_else_takes_no_dose_away() -> None:
    facts = "<p>Record: 2 sets, 100 reps</p><p>Sets: 3</p><p>Reps: 8</p>"
    assert record(f"{TITLE}{DESCRIBED}{facts}{STEPS}").tracking == tracked(sets="3", reps="8")


def test_a_wait_with_a_weight_that_is_none() -> None:
    found = record(f"{TITLE}{DESCRIBED}<p>Duration: 5 min</p><p>Weight: 3 kg parcel</p>{STEPS}")
    assert found.tracking == tracked(time="5 min")


@pytest.mark.parametrize(
    "above",
    [
        "<h2>Mistakes people make at first</h2><ul><li>Round your back.</li><li>Let your knees fall in.</li><li>Lift your heels.</li></ul>",
        "<h2>More from Coach Riley</h2><ol><li>Lie face down.</li><li>Push your body up.</li><li>Lower your chest.</li></ol>",
    ],
)
def test_steps_below_a_heading_that_leads_elsewhere_where_another_announces_them(above: str) -> None:
    alone = record(f"{TITLE}{DESCRIBED}{STEPS}").instructions
    assert record(f"{TITLE}{DESCRIBED}{above}{STEPS}").instructions == alone


def test_steps_that_say_how_long_each_takes_are_no_routine() -> None:
    steps = (("Set up - 10 seconds", "Stand tall."), ("Lower - 3 seconds", "Bend."), ("Rise - 1 second", "Push up."))
    told = "".join(f"<li><b>{title}</b> {text}</li>" for title, text in steps)
    assert len(record(f"{TITLE}{DESCRIBED}<h2>How to do it</h2><ol>{told}</ol>").instructions) == len(steps)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Barbell <span class='sub'>Back Squat</span>", "Barbell Back Squat"),
        ("<span class='label'>Bulgarian</span> Split Squat", "Bulgarian Split Squat"),
    ],
)
def test_half_of_a_name_in_small_print(heading: str, name: str) -> None:
    assert record(f"<h1>{heading}</h1>{DESCRIBED}{STEPS}", name).name == name


def test_small_print_in_the_heading_of_a_section_is_no_fact() -> None:
    tips = "<h2>Tips <small>for beginners</small></h2><ul><li>Stand tall.</li></ul>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{tips}").difficulty == ""


@pytest.mark.parametrize("name", ["Carry for Distance", "Rack Pull for Height", "Press, the Overhead One"])
def test_a_name_that_says_what_for(name: str) -> None:
    short = name.partition(" for")[0].partition(",")[0]
    assert record(f"<h1>{name}</h1>{DESCRIBED}{STEPS}<h2>The {short}</h2><p>A good one.</p>", name).name == name


def test_lines_of_a_text_in_two_colours() -> None:
    told = ("Stand with your feet apart.", "Squat down.", "Rise.", "Breathe out.", "Rest your arms.", "Repeat it.")
    rows = "".join(f"<tr><td class='{'oe'[n % 2]}'>{text}</td></tr>" for n, text in enumerate(told))
    found = record(f"{TITLE}{DESCRIBED}<h2>Steps</h2><table>{rows}</table>")
    assert (found.instructions, dict(found.extra)) == (told, {})


def test_a_list_of_prices_states_no_facts() -> None:
    prices = "<table><tr><th>Item</th><th>Detail</th><th>Sets</th></tr><tr><td>Lunge</td><td>Chest</td><td>3</td></tr></table>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{prices}").target_muscles == ("quadriceps",)


def test_what_does_no_harm_to_equipment_needs_some() -> None:
    assert record(f"{TITLE}{DESCRIBED}<p>It is an exercise that won't hurt your equipment.</p>{STEPS}").equipment == ()


def test_of_headings_below_equipment_only_tools_are_some() -> None:
    shop = "<h2>Equipment</h2><h3>Bench</h3><p>We sell one here.</p><h3>Our partner</h3><p>Acme made it.</p>"
    assert record(f"{TITLE}{DESCRIBED}{shop}{STEPS}").equipment == ("bench",)


def test_tips_that_begin_with_names_of_exercises() -> None:
    tips = "<ul><li><b>Plank</b> - brace as you do there.</li><li><b>Deadlift</b> - hinge as there.</li><li>Look ahead.</li></ul>"
    assert len(record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Tips</h2>{tips}").safety_tips) == len(
        ("Plank", "Deadlift", "Look")
    )


def test_tips_that_count_parts() -> None:
    tips = "<ul><li>Part 1 of 2 of the lift is slow.</li><li>Move 1 of 2 hands at a time.</li></ul>"
    assert len(record(f"{TITLE}{DESCRIBED}{STEPS}<h2>Tips</h2>{tips}").safety_tips) == len(("Part 1", "Move 1"))


def test_a_short_list_of_steps_below_talk() -> None:
    talk = "<p>I love this one a lot.</p><p>My mother does it too.</p><p>It takes a minute.</p>"
    found = record(f"{TITLE}{DESCRIBED}<h2>How to do it</h2>{talk}<ul><li>Squat down</li><li>Stand up again</li></ul>")
    assert found.instructions == ("Squat down", "Stand up again")


LOG = (
    "<pre>Deadlift\n\nTarget: Hamstrings\n\nSteps:\n" + "\n".join(f"{n}. Pull it up." for n in range(1, 14)) + "</pre>"
)


@pytest.mark.parametrize(
    "around", ["<!-- {} -->", "<script>var text = `{}`</script>", "<preview-card>{}</preview-card>"]
)
def test_a_typed_text_that_is_not_the_page(around: str) -> None:
    found = record(f"{TITLE}{DESCRIBED}<h2>How to do it</h2>{STEPS}" + around.format(LOG))
    assert (found.name, found.target_muscles) == ("Goblet Squat", ("quadriceps",))


def test_what_stands_around_a_typed_text_stays() -> None:
    typed = LOG.replace("Deadlift\n\nTarget: Hamstrings\n\n", "")
    found = record(f"{TITLE}{DESCRIBED}{typed}<h2>Safety</h2><p>Stop if it hurts.</p>")
    assert found.target_muscles == ("quadriceps",)
    assert [tip.text for tip in found.safety_tips] == ["Stop if it hurts."]


@pytest.mark.parametrize(
    ("host", "title"), [("goblet-squat.com", "Goblet Squat | Learn it"), ("goblet-squat.com", "Goblet Squat")]
)
def test_a_host_called_after_the_exercise(host: str, title: str) -> None:
    address = f"<link rel='canonical' href='https://{host}/page'>"
    assert record(f"{address}{TITLE}{DESCRIBED}{STEPS}", title).name == "Goblet Squat"


def test_a_few_lines_between_pre_tags_are_no_page() -> None:
    drawn = "<pre>\n   O\n  /|\\\n  / \\\n</pre>"
    found = record(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd></dl>{drawn}<ol><li>Stand tall.</li><li>Bend.</li></ol>")
    assert (found.target_muscles, found.instructions) == (("quadriceps",), ("Stand tall.", "Bend."))


def test_who_wrote_an_article_in_one_line_with_dots_is_no_description() -> None:
    by = "<div>7 min read · Written by Ann B., strength coach · Updated 3 Oct 2024</div>"
    assert record(f"{TITLE}{by}{DESCRIBED}{STEPS}").description == "A squat with a weight held close."


def test_how_often_is_not_how_many() -> None:
    held = "<h2>How long?</h2><p>Hold for 30 seconds, 3 times a day.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{held}").tracking == tracked(time="30 seconds")
    told = "<h2>How often?</h2><p>Do 3 sets, 3 times a week.</p>"
    assert record(f"{TITLE}{DESCRIBED}{STEPS}{told}").tracking == tracked(sets="3")


def test_the_level_of_another_way_to_do_it() -> None:
    page = f"{TITLE}<p>A squat. The one-legged version is an advanced move.</p><p>Target: Quads</p>{STEPS}"
    assert record(page).difficulty == ""


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Legs and glutes work hard in this one.", "Goblet Squat | Legs"),
        ("How to do it with good form and no pain.", "Goblet Squat - How To"),
    ],
)
def test_a_description_that_begins_like_a_part_of_the_title(told: str, title: str) -> None:
    page = f"<meta name='description' content='{told}'>{TITLE}<p>Target: Quads</p>{STEPS}"
    assert record(page, title).description == told


def test_what_the_coach_says_is_no_comment() -> None:
    said = "<h2>Our coach says:</h2><ul><li>Stand tall, please.</li></ul><h2>Safety</h2><p>Stop if it hurts.</p>"
    tips = record(f"{TITLE}{DESCRIBED}{STEPS}{said}").safety_tips
    assert [tip.text for tip in tips] == ["Stand tall, please.", "Stop if it hurts."]


def test_steps_that_stand_below_pictures() -> None:
    told = ("Stand with your feet apart.", "Squat down slowly.", "Stand up again.")
    pictures = "".join(f"<figure><img src='a.jpg' alt=''><figcaption>{text}</figcaption></figure>" for text in told)
    found = record(f"{TITLE}{DESCRIBED}<h2>How to do it</h2><p>Follow the pictures.</p>{pictures}")
    assert found.instructions[-3:] == told


@pytest.mark.parametrize(
    "told", ["<p>45 min · 3 sets</p>", "<h2>Our evening group</h2><p>Please never do 5 sets of 20 reps.</p>"]
)
def test_amounts_above_the_steps_that_are_no_dose(told: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}{told}{STEPS}").tracking == ()


def test_an_answer_to_another_question_is_no_fact() -> None:
    assert record(f"{TITLE}{DESCRIBED}{STEPS}<h2>What do they call it?</h2><p>A pull.</p>").force == ""


@pytest.mark.parametrize("steps", [STEPS, "<h2>How to do it</h2><p>Stand tall.</p><p>Bend the knees.</p><h2>Log</h2>"])
def test_a_typed_text_beside_the_steps(steps: str) -> None:
    assert record(f"{TITLE}{DESCRIBED}{steps}{LOG}").instructions == ("Stand tall.", "Bend the knees.")


def test_mistakes_on_a_page_without_steps_are_none() -> None:
    wrong = "<ul><li>Round your back.</li><li>Let your knees fall in.</li><li>Lift your heels.</li></ul>"
    assert rejected_for(f"{TITLE}{DESCRIBED}<h2>Mistakes people make at first</h2>{wrong}") == ["missing-section"]


def test_the_first_facts_below_a_heading_of_other_workouts() -> None:
    other = "<h2>Workouts for you</h2><table><tr><td>Level</td><td>Beginner</td></tr><tr><td>Type</td><td>Cardio</td></tr></table>"
    assert record(f"{TITLE}{other}<h2>Facts</h2><p>Target: Quads</p>{STEPS}").difficulty == ""


def test_a_labelled_value_that_repeats_the_heading_above_it() -> None:
    found = read(
        f"{TITLE}<p>A squat.</p><h2>Strength</h2><p><b>Type:</b> Strength</p><p><b>Target:</b> Quads</p>{STEPS}"
    )
    assert texts(found, "exercise_type") == ["Strength"]


def test_facts_above_the_answers_of_a_page() -> None:
    facts = "<table><tr><td>Target</td><td>Quads</td></tr><tr><td>Level</td><td>Beginner</td></tr></table>"
    found = read(f"{TITLE}{facts}<h2>2 Answers</h2>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Beginner"])


def test_a_name_above_another_that_is_compared_with_it() -> None:
    told = "It goes well with the goblet squat."
    found = read_text(f"Reverse Lunge Reach\n\nGoblet Squat\n\n{told}\n\n{TEXT_FACTS}{TEXT_STEPS}")
    assert texts(found, "name") == ["Reverse Lunge Reach"]


def test_a_titled_tip_above_others_that_stand_closer() -> None:
    tips = "Tips\n\nHeels: keep them down.\n\nEyes: look ahead.\nBack: keep it flat.\n"
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}{tips}")
    assert [title for title, _ in titled(found, "safety_tips")] == ["Heels", "Eyes", "Back"]


def test_sentences_of_facts_describe_more_than_what_stands_below_the_doses() -> None:
    told = "Goblet Squat is a compound exercise that mainly works the quads, with help from the glutes."
    doses = "HOW MUCH TO DO\n\nSets: 3\n\nRest: 60 secs\n\nReady to start? Message me and we will find a time.\n"
    found = read_text(f"Goblet Squat\n\n{told}\n\nEQUIPMENT\n\nKettlebell\n\nLEVEL\n\nBeginner\n\n{TEXT_STEPS}{doses}")
    assert texts(found, "description") == [told]


def test_a_label_that_begins_a_sentence_of_facts() -> None:
    told = "the Goblet Squat is a compound beginner exercise for the quads."
    found = read(f"{TITLE}<p>My uncle did it.</p><p><b>In short:</b> {told}</p><p>Equipment: Kettlebell</p>{STEPS}")
    assert texts(found, "description") == [f"In short: {told}"]


def test_two_pictures_and_a_link_beside_them() -> None:
    shown = "<div><img alt='Goblet Squat photo 1' src='/1.jpg'/><img alt='Goblet Squat photo 2' src='/2.jpg'/><a href='#'>View the other side</a></div>"
    rows = "<div><span>Level</span> <span>Beginner</span></div><div><b>Sport:</b> No</div>"
    assert set(read(f"{TITLE}<h2>Exercise Data</h2>{rows}{shown}{STEPS}").extra) <= {"Sport"}


def test_sets_beside_a_label_of_what_to_track() -> None:
    found = read(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd><dt>Tracking</dt><dd>3 sets of 10 reps</dd></dl>{STEPS}")
    assert "tracking" in found.fields


def test_facts_of_another_exercise_in_brackets() -> None:
    others = "<p>Hip Thrust (muscles trained: Glutes)</p><p>Spider Curl (muscles trained: Biceps)</p>"
    assert not read(f"{TITLE}<p>Target: Quads</p><p>Level: Beginner</p>{others}{STEPS}").extra


def test_a_title_over_both_columns_of_a_table() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>{step}</td></tr>" for n, step in enumerate(TWO_STEPS, 1))
    table = f"<table><tr><td colspan=2><b>Instructions</b></td></tr>{rows}</table>"
    assert texts(read(f"{TITLE}<p>Target: Quads</p>{table}"), "instructions") == TWO_STEPS


def test_days_of_a_plan_below_the_muscles_they_are_for() -> None:
    plan = "Chest\nMonday at noon\nQuads\nTuesday at noon\nCalves\nFriday at noon\n\n"
    assert not read_text(f"{TEXT_HEAD}{TEXT_FACTS}{plan}{TEXT_STEPS}").extra


def test_a_ragged_table_of_muscles_and_roles() -> None:
    found = read_text(f"{TEXT_HEAD}Muscle\tRole\tPart\nQuads\tPrime mover\nCalves\tSynergist\tOuter\n\n{TEXT_STEPS}")
    assert texts(found, "instructions") == TWO_STEPS


def test_short_sentences_before_others_are_no_titles() -> None:
    tips = ["Breathe. Do it all the time.", "Relax. Nobody is watching."]
    found = read_text(f"{TEXT_HEAD}{TEXT_FACTS}{TEXT_STEPS}Tips\n\n" + "\n".join(tips) + "\n")
    assert texts(found, "safety_tips") == tips


def test_a_title_before_a_capital_letter_among_sentences() -> None:
    items = "<li>Stability: Keeps you upright.</li><li>It costs nothing.</li><li>It takes no time.</li>"
    found = read(f"{TITLE}{STEPS}<h2>Benefits</h2><ul>{items}</ul>")
    assert titled(found, "benefits")[0] == ("Stability", "Keeps you upright.")


def test_bold_titles_above_lines_without_a_stop() -> None:
    told = {"Strength": "more force in the legs", "Balance": "less wobbling on stairs"}
    pieces = "".join(f"<p><b>{title}</b></p><p>{text}</p>" for title, text in told.items())
    assert titled(read(f"{TITLE}{STEPS}<h2>Benefits</h2>{pieces}"), "benefits") == list(told.items())


def test_a_link_above_steps_without_numbers() -> None:
    steps = "".join(f"<li>{step}</li>" for step in TWO_STEPS)
    link = "<div><a href='#'><span>Show more images and videos</span></a></div>"
    found = read(f"{TITLE}<p>Target: Quads</p><h3>Goblet Squat Instructions</h3>{link}<div><ul>{steps}</ul></div>")
    assert texts(found, "instructions") == TWO_STEPS


def test_two_lists_of_steps_without_numbers() -> None:
    parts = "<h2>Starting position</h2><ul><li>Stand tall.</li><li>Hold the weight.</li></ul><h2>Execution</h2><ul><li>Bend the knees.</li><li>Rise.</li></ul>"
    found = read(f"{TITLE}<p>Target: Quads</p>{parts}")
    assert texts(found, "instructions") == ["Stand tall.", "Hold the weight.", "Bend the knees.", "Rise."]


@pytest.mark.parametrize("muscles", ["Quads – glutes, calves", "Quads - glutes and calves"])
def test_a_dash_between_muscles(muscles: str) -> None:
    found = read(f"{TITLE}<h3>Primary muscles</h3><ul><li>{muscles}</li></ul>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads", "glutes", "calves"]


def test_other_sections_below_a_heading_of_variations() -> None:
    others = "<h2>Our newsletter</h2><p>One mail a month.</p><h2>Coach of the month</h2><p>Ann lifts, too.</p>"
    assert not texts(read(f"{TITLE}{STEPS}<h2>Variations</h2>{others}"), "variations")
