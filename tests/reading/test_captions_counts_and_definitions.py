"""Captions that repeat a heading, numbers behind a sign, and sentences that define the exercise or have a colon in them."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled


def test_the_caption_of_a_table_repeats_the_heading_above_it() -> None:
    amounts = "".join(
        f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in (("Number of sets", "3-4"), ("Repetitions", "12"))
    )
    table = f"<table><caption>Recommended training</caption>{amounts}</table>"
    safety = "<h4>Safety precautions</h4><ul><li>Drink enough.</li><li>Stop when you feel dizzy.</li></ul>"
    found = read(f"{TITLE}{STEPS}<h2>Recommended training</h2>{table}{safety}")
    assert titled(found, "tracking") == [("Number of sets", "3-4"), ("Repetitions", "12")]
    assert texts(found, "safety_tips") == ["Drink enough.", "Stop when you feel dizzy."]


@pytest.mark.parametrize("count", ["Step:{}", "Step: {}", "Step #{}", "Step - {}", "STEP.{}"])
def test_a_sign_before_the_number_of_a_step(count: str) -> None:
    items = "".join(f"<li>{count.format(n)} {step}</li>" for n, step in enumerate(TWO_STEPS, 1))
    assert texts(read(f"{TITLE}<h2>Instructions</h2><ul>{items}</ul>"), "instructions") == TWO_STEPS
    joined = " ".join(f"{count.format(n)} {step}" for n, step in enumerate(TWO_STEPS, 1))
    assert texts(read(f"{TITLE}<h2>Instructions</h2><p>{joined}</p>"), "instructions") == TWO_STEPS


def test_a_link_between_the_heading_of_the_steps_and_their_list() -> None:
    steps = "".join(f"<li>{step}</li>" for step in TWO_STEPS)
    link = "<div><a href='#'><span>Show more images and videos</span></a></div>"
    found = read(f"{TITLE}<h3>Goblet Squat Instructions</h3>{link}<div><ol>{steps}</ol></div>")
    assert texts(found, "instructions") == TWO_STEPS


def test_one_step_below_a_heading_of_steps() -> None:
    for heading in ("Guide", "Steps to Do the Goblet Squat"):
        found = read(f"{TITLE}<h3>{heading}</h3><ol><li>Sit down and stand up.</li></ol>")
        assert texts(found, "instructions") == ["Sit down and stand up."]


def test_a_colon_within_a_sentence_is_no_title_among_sentences() -> None:
    told = ["Fits into a busy day: a few minutes are enough.", "Trains the legs.", "Costs nothing."]
    items = "".join(f"<li>{text}</li>" for text in told)
    found = read(f"{TITLE}{STEPS}<h2>Benefits</h2><ul>{items}</ul>")
    assert titled(found, "benefits") == [("", text) for text in told]
    each = "".join(f"<li>{word}: it gets better.</li>" for word in ("Balance", "Posture"))
    found = read(f"{TITLE}{STEPS}<h2>Benefits</h2><ul>{each}<li>Costs nothing.</li></ul>")
    assert titled(found, "benefits")[:2] == [("Balance", "it gets better."), ("Posture", "it gets better.")]
    bold = "<li><b>Balance</b>: it gets better.</li>"
    found = read(f"{TITLE}{STEPS}<h2>Benefits</h2><ul>{bold}<li>Costs nothing.</li><li>Trains legs well.</li></ul>")
    assert titled(found, "benefits")[0] == ("Balance", "it gets better.")


def test_sentences_that_state_facts_describe_the_exercise_unless_one_has_a_label() -> None:
    opening = "Ask ten coaches about the Goblet Squat and you will hear ten opinions."
    facts = (
        "It is a compound exercise that targets the quads. You will need a kettlebell. It is suitable for beginners."
    )
    found = read(f"{TITLE}<p>{opening}</p><p>{facts}</p>{STEPS}")
    assert texts(found, "description") == [f"{opening} {facts}"]
    found = read(f"{TITLE}<p>{opening}</p><p>It targets the quads. Equipment needed: kettlebell.</p>{STEPS}")
    assert texts(found, "description") == [opening]


def test_a_page_says_what_it_is_about() -> None:
    found = read(f"{TITLE}<p>This page is about the Goblet Squat. It is an exercise for the quads.</p>{STEPS}")
    assert texts(found, "description") == ["This page is about the Goblet Squat. It is an exercise for the quads."]
    found = read(f"{TITLE}<p>A squat with a weight held close.</p><p>This page is hosted by friends.</p>{STEPS}")
    assert texts(found, "description") == ["A squat with a weight held close."]


def test_what_a_clip_is_set_to_is_no_fact() -> None:
    found = read(f"{TITLE}<p>Target: Quads</p><p>Level: Beginner</p>{STEPS}<p>Music: A Small Band</p>")
    assert not found.extra


def test_heads_of_groups_above_the_heads_of_columns() -> None:
    groups = "<tr><th colspan=2>Muscles</th><th colspan=2>Other details</th></tr>"
    heads = "".join(f"<th>{head}</th>" for head in ("Primary muscles", "Secondary muscles", "Equipment", "Level"))
    values = "".join(f"<td>{value}</td>" for value in ("Quads", "Glutes", "Kettlebell", "Beginner"))
    found = read(f"{TITLE}<table>{groups}<tr>{heads}</tr><tr>{values}</tr></table>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "secondary_muscles") == ["Glutes"]
    assert (texts(found, "equipment"), texts(found, "difficulty")) == (["Kettlebell"], ["Beginner"])
    broken = groups.replace("colspan=2", f"colspan={'9' * 5000}")
    assert texts(read(f"{TITLE}<table>{broken}<tr>{heads}</tr><tr>{values}</tr></table>{STEPS}"), "instructions")


def test_titles_of_tips_that_are_headings_elsewhere() -> None:
    told = {
        "Progression": "Add a little each week.",
        "Contraindications": "Ask first after an operation.",
        "Equipment check": "Look at the grips before you start.",
        "Range of motion": "Stay where it feels good.",
    }
    tips = "".join(f"<div><h4>{title}</h4><p>{text}</p></div>" for title, text in told.items())
    found = read(f"{TITLE}{STEPS}<div><h3>Tips</h3>{tips}</div>")
    assert titled(found, "safety_tips") == list(told.items())
    parts = "<h3>Variations</h3><ul><li>Box Squat</li></ul><h3>Common mistakes</h3><p>Rounding the back.</p>"
    found = read(f"{TITLE}{STEPS}<h2>Tips</h2><p>Keep the heels down.</p>{parts}")
    assert (texts(found, "safety_tips"), texts(found, "variations")) == (["Keep the heels down."], ["Box Squat"])


def test_sentences_on_secondary_work_and_the_action() -> None:
    facts = "The main area worked is the chest. Secondary work comes from the triceps. It is a compound exercise with a push action, suitable for beginners."
    found = read(f"<h1>Wall Shove</h1><p>One for the office.</p><h2>Muscles</h2><p>{facts}</p>{STEPS}", "Wall Shove")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["chest"], ["triceps"])
    assert (texts(found, "force"), texts(found, "mechanic")) == (["push"], ["compound"])


def test_what_to_count_is_no_offer() -> None:
    kept = "Write down every set, warm-ups not included."
    found = read(f"{TITLE}{STEPS}<h3>Track it</h3><h4>Sets</h4><p>{kept}</p><h4>Reps</h4><p>Count the clean ones.</p>")
    assert titled(found, "tracking") == [("Sets", kept), ("Reps", "Count the clean ones.")]
    found = read(f"{TITLE}<p>A squat with a weight.</p><p>Plates not included.</p>{STEPS}")
    assert texts(found, "description") == ["A squat with a weight."]


def test_days_in_a_log_are_nothing_to_track() -> None:
    days = "<tr><td>2023-11-02</td><td>fine</td></tr><tr><td>2023-11-09</td><td>tired</td></tr>"
    found = read(f"{TITLE}{STEPS}<h2>Log</h2><table><tr><th>date</th><th>felt</th></tr>{days}</table>")
    assert not texts(found, "tracking")


def test_a_box_called_after_a_trail_that_holds_the_page() -> None:
    trail = "<div class='breadcrumb'><a href='/'>Home</a> &gt; <a href='/legs'>Legs</a></div>"
    facts = "<h2>Classification</h2><table><tr><td><b>Force</b>:</td><td>Push</td></tr><tr><td><b>Mechanics</b>:</td><td>Compound</td></tr></table>"
    found = read(
        f"{TITLE}{trail}<div class='row Breadcrumb-Container'><div>{facts}{STEPS}</div></div><p>{'Words. ' * 80}</p>"
    )
    assert (texts(found, "force"), texts(found, "mechanic")) == (["Push"], ["Compound"])
    assert texts(found, "instructions") == TWO_STEPS


@pytest.mark.parametrize(
    "heading",
    [
        "Kneeling Thing Raise Standards",
        "Kneeling Thing Raise Standards (kg)",
        "4. Kneeling Thing Raise",
        "Kneeling Thing Raise ¶",
        "Kneeling Thing Raise #",
    ],
)
def test_what_a_site_sets_around_a_name(heading: str) -> None:
    found = read(f"<h1>{heading}</h1><p>One for the office.</p>{STEPS}", f"{heading} - Strength Tables")
    assert texts(found, "name") == ["Kneeling Thing Raise"]


def test_articles_of_the_site_are_no_benefits() -> None:
    other = "<h3>What a year of rowing taught me</h3><p>Five hundred metres at a time.</p><h3>Grip strength and ageing</h3><p>Why a firm handshake says more than a number.</p>"
    found = read(f"{TITLE}{STEPS}<h2>Coaching cues</h2><ul><li>Stay tall.</li></ul><h2>From the journal</h2>{other}")
    assert "benefits" not in found.fields


def test_a_question_is_no_description_of_its_answer() -> None:
    asked = "<p>My brother says I am wasting my time. Could someone describe this squat?</p><p>asked Mar 3, 2018 lifter 131 1 gold badge</p>"
    facts = "<p>Primary muscles: quads</p>"
    title = "<h1>How do I do the Goblet Squat?</h1>"
    found = read(f"{title}{asked}<h2>2 Answers</h2>{facts}{STEPS}")
    assert "description" not in found.fields
    assert texts(found, "instructions") == TWO_STEPS
    found = read(f"{TITLE}<p>A squat with a weight.</p>{facts}{STEPS}<h2>2 Answers</h2><p>I like it.</p>")
    assert texts(found, "description") == ["A squat with a weight."]
    assert texts(found, "instructions") == TWO_STEPS


def test_a_sentence_on_the_exercise_below_tags() -> None:
    tags = "<div>tags</div><div><a>#exercise</a> <a>#evergreen</a></div>"
    found = read(
        f"{TITLE}<dl><dt>level</dt><dd>beginner</dd></dl>{tags}<p>Note: the goblet squat is about the quads.</p>{STEPS}"
    )
    assert texts(found, "description") == ["Note: the goblet squat is about the quads."]


def test_titles_as_high_as_the_heading_of_their_section() -> None:
    told = {
        "Focus": "One thing at a time.",
        "Easy to progress": "Add a little each week.",
        "Strength": "Legs get more.",
    }
    pieces = "".join(f"<h2>{title}</h2><p>{text}</p>" for title, text in told.items())
    first = "<h2>Time well spent</h2><p>Few sets are enough.</p>"
    tips = "<h2>Tips from our coaches</h2><ul><li><b>Breathe:</b> all the time.</li><li><b>Look:</b> ahead.</li></ul>"
    names = {"Paused Goblet Squat": "Stop below.", "Slow Goblet Squat": "Count to four."}
    variations = "".join(f"<h2>{name}</h2><p>{text}</p>" for name, text in names.items())
    found = read(f"{TITLE}{STEPS}<h2>Benefits</h2>{first}{pieces}{tips}<h2>Variations</h2>{variations}")
    assert titled(found, "benefits") == [("Time well spent", "Few sets are enough."), *told.items()]
    assert titled(found, "safety_tips") == [("Breathe", "all the time."), ("Look", "ahead.")]
    assert texts(found, "variations") == list(names)


def test_what_stands_until_a_clip_has_come_is_no_description() -> None:
    found = read(f"{TITLE}<p>A squat with a weight held close.</p><p>Loading video…</p>{STEPS}")
    assert texts(found, "description") == ["A squat with a weight held close."]


@pytest.mark.parametrize("heading", ["Tips for the right execution", "Safety comments", "Tips for good technique"])
def test_headings_of_tips_with_a_word_of_other_sections(heading: str) -> None:
    found = read(f"{TITLE}{STEPS}<h3>{heading}</h3><ul><li>Breathe out as you rise.</li><li>Start light.</li></ul>")
    assert texts(found, "safety_tips") == ["Breathe out as you rise.", "Start light."]
    assert texts(found, "instructions") == TWO_STEPS


def test_a_list_behind_numbered_steps_is_advice_whatever_its_heading_says() -> None:
    advice = "<h3>Do It Right</h3><ul><li>Lower the load slowly</li><li>Keep your abs tight</li></ul>"
    steps = "".join(f"<p><b>{n}.</b> {step}</p>" for n, step in enumerate(TWO_STEPS, 1))
    found = read(f"{TITLE}<h2>How it’s done</h2>{steps}{advice}")
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Lower the load slowly", "Keep your abs tight"]
    alone = read(f"{TITLE}<p>A squat.</p><h3>Do It Right</h3><ul><li>Stand tall.</li><li>Bend the knees.</li></ul>")
    assert texts(alone, "instructions") == TWO_STEPS


def test_an_address_is_no_label_and_its_value() -> None:
    facts = "<li>Target: Quads</li><li>Level: Beginner</li><li>GET /api/v1/exercises/goblet-squat.json</li>"
    found = read(f"{TITLE}<p>A squat.</p><ul>{facts}</ul><p>GET /api/v1/exercises/goblet-squat.json</p>{STEPS}")
    assert not found.extra


def test_a_colon_at_the_end_of_a_counted_sentence_stays() -> None:
    found = read(f"{TITLE}<h2>Technique</h2><p>1. Stand tall. Tips: 2. Bend the knees. 3. Rise.</p>")
    assert texts(found, "instructions") == ["Stand tall. Tips:", "Bend the knees.", "Rise."]


def test_a_name_below_related_exercises_is_not_that_of_the_page() -> None:
    others = "<h5>Related exercises</h5><h6>Reverse Nordic Curl</h6><p>Muscles: Quadriceps. Gear: Body weight.</p>"
    found = read(
        f"<h4>Pyramid</h4><p>Give your back some attention.</p><h5>The steps</h5><p>1. Roll on.</p><p>2. Rest.</p>{others}",
        "Pyramid — Studio North",
    )
    assert texts(found, "name") == ["Pyramid"]
    assert texts(found, "instructions") == ["Roll on.", "Rest."]


def test_what_a_muscle_does_behind_its_name_is_no_muscle() -> None:
    muscles = (
        "<ul><li>Glutes – extend the hip, and steady the pelvis</li><li>Lats – pull the arms down and back</li></ul>"
    )
    found = read(f"{TITLE}<h3>Primary muscles</h3>{muscles}{STEPS}")
    assert texts(found, "target_muscles") == ["Glutes", "Lats"]


def test_one_muscle_in_a_table_with_its_role() -> None:
    head = "<tr><th>Muscle</th><th>Involvement</th><th>What it does</th></tr>"
    found = read(f"{TITLE}<table>{head}<tr><td>Calves</td><td>primary</td><td>points the foot</td></tr></table>{STEPS}")
    assert texts(found, "target_muscles") == ["Calves"]
    assert not found.extra


def test_arrows_between_titles_and_texts() -> None:
    told = {"It is honest": "There is nowhere to hide.", "Confidence": "Owning a movement does good."}
    items = "".join(f"<li>{title} → {text}</li>" for title, text in told.items())
    assert titled(read(f"{TITLE}{STEPS}<h2>Benefits</h2><ul>{items}</ul>"), "benefits") == list(told.items())


@pytest.mark.parametrize("heading", ["What it did for me", "4 Reasons It Works", "Effects on your health"])
def test_more_headings_of_benefits(heading: str) -> None:
    found = read(f"{TITLE}{STEPS}<h2>{heading}</h2><ul><li>You get stronger.</li><li>You sleep well.</li></ul>")
    assert texts(found, "benefits") == ["You get stronger.", "You sleep well."]


def test_sets_and_rest_without_repetitions() -> None:
    found = read(f"{TITLE}{STEPS}<h2>Sets and reps</h2><p>Aim for 3 sets, resting 2-3 minutes between sets.</p>")
    assert titled(found, "tracking") == [("sets", "3"), ("rest", "2-3 minutes")]
    assert "tracking" not in read(f"{TITLE}{STEPS}<h2>Sets and reps</h2><p>Between 3 sets you may talk.</p>").fields


def test_a_sentence_that_a_label_begins_is_the_description() -> None:
    told = "the Goblet Squat is a compound exercise for the quads, and easy to learn."
    bought = "<p>As an affiliate we earn from purchases.</p>"
    found = read(f"{TITLE}{bought}<p><b>In short:</b> {told}</p><p>Level: Beginner</p>{STEPS}")
    assert texts(found, "description") == [f"In short: {told}"]


def test_a_little_work_is_secondary() -> None:
    found = read(f"{TITLE}<h4>It works</h4><p>Mostly: quads</p><p>A bit: glutes and calves</p>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["quads"], ["glutes", "calves"])
