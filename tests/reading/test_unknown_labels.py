"""Labels and headings that no profile knows, understood by the terms beside them, and when they are left alone."""

from __future__ import annotations

import pytest

from pipeline.normalize import on_scale
from pipeline.reading import draft
from pipeline.reading.plaintext.text import text_outline
from tests.reading.test_what_pages_do import PROFILE, STEPS, TITLE, read, texts, titled

NAME = "<h1>Goblet Squat</h1>"


def rows(**facts: str) -> str:
    cells = "".join(f"<dt>{label.replace('_', ' ')}</dt><dd>{value}</dd>" for label, value in facts.items())
    return f"{NAME}<dl>{cells}</dl>{STEPS}"


def test_values_tell_the_field_of_a_label_nobody_knows() -> None:
    found = read(rows(Boss="Quads", Clapping_hands="Glutes, Calves", Lug_along="Kettlebell", Bravery="Beginner"))
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "secondary_muscles") == ["Glutes", "Calves"]
    assert texts(found, "equipment") == ["Kettlebell"]
    assert texts(found, "difficulty") == ["Beginner"]
    assert not found.extra


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Boss</h2><ul><li>Quads</li></ul>",
        "<h2>Boss</h2><p>Quads</p>",
        "<ul><li><b>Boss:</b> Quads</li><li><b>Mood:</b> Cheerful</li></ul>",
        "<p><b>Boss:</b> Quads</p>",
        "<div><span>Boss</span><span>Quads</span></div>",
        "<p>Boss</p><p>Quads</p>",
    ],
)
def test_wherever_the_label_stands(body: str) -> None:
    assert texts(read(NAME + body + STEPS), "target_muscles") == ["Quads"]


def test_a_label_that_is_known_wins() -> None:
    found = read(rows(Boss="Glutes", Target_muscles="Quads", Lug_along="Sled", Equipment="Kettlebell"))
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], ["Kettlebell"])
    assert found.extra == {"Boss": "Glutes", "Lug along": "Sled"}


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Antagonist", "Hamstrings"),
        ("Alternative", "Barbell"),
        ("Not for", "Beginner"),
        ("Posted in", "Chest"),
        ("Tags", "Quads"),
        ("Hack Squat", "Quads"),
        ("Next week", "Chest"),
        ("Boss", "Quads and a good mood"),
        ("Tempo", "Slow"),
    ],
)
def test_labels_of_something_else_and_values_that_are_no_terms_stay_as_they_are(label: str, value: str) -> None:
    found = read(f"{NAME}<dl><dt>{label}</dt><dd>{value}</dd></dl>{STEPS}")
    assert not {"target_muscles", "secondary_muscles", "equipment", "difficulty", "body_parts"} & set(found.fields)


def test_all_levels_side_by_side_are_a_choice_and_no_level() -> None:
    body = "<h3>Level</h3><ul><li>Beginner</li><li>Intermediate</li><li>Advanced</li></ul>"
    assert "difficulty" not in read(NAME + STEPS + body).fields


def test_a_heading_hints_at_what_its_sentences_are() -> None:
    body = (
        "<h2>How it does you good</h2><ul><li>It builds strong legs.</li></ul>"
        "<h2>Stay out of trouble</h2><ul><li>Keep your heels on the floor.</li></ul>"
    )
    found = read(NAME + STEPS + body)
    assert titled(found, "benefits") == [("", "It builds strong legs.")]
    assert titled(found, "safety_tips") == [("", "Keep your heels on the floor.")]


def test_of_several_runs_that_count_the_longest_is_the_exercise() -> None:
    mine = "<h2>Off you go</h2><ol><li>Stand tall.</li><li>Sit back.</li><li>Stand up.</li></ol>"
    theirs = "<h2>Mix it up</h2><ol><li>Hold a bell.</li><li>Sit back.</li></ol>"
    assert texts(read(NAME + mine + theirs), "instructions") == ["Stand tall.", "Sit back.", "Stand up."]


def test_a_step_may_come_back_within_a_list_and_a_list_that_is_repeated_counts_once() -> None:
    steps = "<h2>Steps</h2><ol><li>Lift.</li><li>Breathe in.</li><li>Lower.</li><li>Breathe in.</li></ol>"
    assert texts(read(NAME + steps + steps), "instructions") == ["Lift.", "Breathe in.", "Lower.", "Breathe in."]


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("STEP ONE Rest on your side.", "Rest on your side."),
        ("Step two: lift the knee.", "lift the knee."),
        ("Step one foot back into a lunge.", "Step one foot back into a lunge."),
    ],
)
def test_numbers_in_words_are_numbers_only_where_they_count(step: str, text: str) -> None:
    assert texts(read(f"{NAME}<h2>Steps</h2><ol><li>{step}</li><li>Stand up.</li></ol>"), "instructions")[0] == text


def test_muscles_with_their_roles_behind_them() -> None:
    found = read(f"{NAME}<p><b>Muscles:</b> Quads (primary), Glutes (primary), Calves (secondary)</p>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]
    assert texts(found, "secondary_muscles") == ["Calves"]


def test_two_columns_of_muscles_under_their_roles() -> None:
    table = (
        "<table><tr><th>Prime movers</th><th>Synergists</th></tr><tr><td>Quads</td><td>Glutes, Calves</td></tr></table>"
    )
    found = read(NAME + table + STEPS)
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "secondary_muscles") == ["Glutes", "Calves"]


def test_a_type_that_is_a_mechanic_says_the_mechanic() -> None:
    found = read(rows(Type="Compound"))
    assert texts(found, "mechanic") == ["Compound"] and "exercise_type" not in found.fields


# --- what stands around ---------------------------------------------------------------------------------------


def test_a_line_that_names_the_writer_ends_the_section_above() -> None:
    body = "<h2>Safety tips</h2><p>Keep your heels down.</p><p>Written by Ann</p><p>Ann coaches since 2009.</p>"
    assert titled(read(NAME + STEPS + body), "safety_tips") == [("", "Keep your heels down.")]


def test_behind_a_list_of_tips_a_bold_line_that_names_muscles_is_a_heading() -> None:
    body = "<p><b>Safety</b></p><ul><li>Keep your heels down.</li></ul><p><b>Target</b></p><ul><li>Quads</li></ul>"
    found = read(NAME + STEPS + body)
    assert texts(found, "target_muscles") == ["Quads"]
    assert titled(found, "safety_tips") == [("", "Keep your heels down.")]


def test_a_section_of_terms_ends_at_the_first_line_without_one() -> None:
    lines = "".join(f"<p>{line}</p>" for line in ("Helper muscles", "Glutes, Calves", "From the cupboard", "Green box"))
    assert texts(read(NAME + lines + STEPS), "secondary_muscles") == ["Glutes", "Calves"]


def test_of_two_sections_for_a_field_the_one_with_known_terms_counts() -> None:
    body = "<h3>Target muscles</h3><p>Free workout</p><h3>Target muscles</h3><p>Quads</p>"
    assert texts(read(NAME + body + STEPS), "target_muscles") == ["Quads"]


@pytest.mark.parametrize(("said", "kept"), [("Squatting with a bell.", True), ("The free library of a gym.", False)])
def test_what_a_page_says_to_search_engines_describes_the_exercise_only_when_it_names_it(said: str, kept: bool) -> None:
    meta = f"<meta name='description' content='{said}'>"
    assert ("description" in read(f"{meta}{NAME}{STEPS}").fields) is kept


def test_the_title_for_sharing_tells_the_name_from_that_of_the_site() -> None:
    site = "<h1>Garage Diary</h1><h2>Plimformis-SMR</h2>"
    shared = "<meta property='og:title' content='Plimformis-SMR'>"
    assert texts(read(f"{shared}{site}{STEPS}", "Plimformis-SMR « Garage Diary"), "name") == ["Plimformis-SMR"]


def test_the_name_of_the_site_is_no_name_of_an_exercise() -> None:
    head = "<meta property='og:site_name' content='Bench Press'>"
    assert texts(read(f"{head}<h1>Bench Press</h1>{STEPS}", "Goblet Squat | Bench Press"), "name") == ["Goblet Squat"]


def test_the_section_that_opens_a_page_describes_it() -> None:
    body = (
        "<dl><dt>Equipment</dt><dd>Kettlebell</dd></dl><h2>Pep talk</h2><p>A squat that teaches you to stay tall.</p>"
    )
    assert texts(read(NAME + body + STEPS), "description") == ["A squat that teaches you to stay tall."]


def test_words_around_a_label_do_not_change_it_as_a_heading_either() -> None:
    assert texts(read(f"{NAME}<h3>Force used</h3><p>Push</p>{STEPS}"), "force") == ["Push"]


def test_a_number_on_a_line_of_its_own_begins_a_step_in_plain_text() -> None:
    wide = "Stand tall with the bell at your chest and your feet a little wider than your hips."
    text = f"Goblet Squat\n\nInstructions\n\nStep 1\n{wide}\nStep 2\nSit down between your knees.\n"
    found = draft(text_outline(text), PROFILE)
    assert texts(found, "instructions") == [wide, "Sit down between your knees."]


# --- what is of other exercises -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "<h3>Popular equipment</h3><p>Dumbbell</p>",
        "<h3>Poll</h3><p>What is your favourite equipment?</p><ul><li>Barbell</li></ul>",
        "<h2>Substitutes</h2><h3>1. Machine Row</h3><p>Equipment: Machine</p><p>Level: Beginner</p>",
        "<h2>No time?</h2><h3>Leg Press</h3><p>Equipment: Machine</p><p>Level: Beginner</p>",
        "<h3>Today's workout</h3><ul><li><b>Level:</b> Beginner</li><li><b>Equipment:</b> Bench</li></ul>",
        "<h4>Exercises by level</h4><p><span>Beginner</span> <span>Advanced</span></p>",
        "<h4>Exercise of the day</h4><p>Box Jump</p><p>Equipment: Box</p>",
        "<h2>Terms explained</h2><p><b>Equipment:</b> Everything you hold: barbell, dumbbell, machine.</p>",
    ],
)
def test_facts_of_something_else_are_not_taken(body: str) -> None:
    assert not {"equipment", "difficulty"} & set(read(NAME + STEPS + body).fields)


def test_popular_variations_are_variations() -> None:
    body = "<h2>Popular variations</h2><ul><li>Front Squat</li></ul>"
    assert texts(read(NAME + STEPS + body), "variations") == ["Front Squat"]


def test_an_explained_word_does_not_hide_a_fact() -> None:
    body = "<div><span>Trains mainly</span><span>Quads</span></div>"
    told = "<p><b>Primary muscle:</b> The one that does most of the work.</p>"
    assert texts(read(NAME + body + STEPS + told), "target_muscles") == ["Quads"]


def test_values_above_their_labels_in_a_list() -> None:
    items = "".join(f"<li><div>{v}</div><div>{k}</div></li>" for v, k in (("Quads", "Target"), ("Easy", "Level")))
    found = read(f"{NAME}<ul>{items}</ul>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Easy"])


def test_the_line_of_date_and_author_describes_nothing() -> None:
    line = "<p>12 May 2021 · four minutes of reading · by Ann Lee</p><p>A squat that keeps you tall.</p>"
    assert texts(read(NAME + line + STEPS), "description") == ["A squat that keeps you tall."]


def test_a_name_with_a_dash_ends_where_the_words_about_the_page_begin() -> None:
    heading = "Barbell Bench Press - Medium Grip: How To, Benefits & Variations"
    assert texts(read(f"<h1>{heading}</h1>{STEPS}", heading), "name") == ["Barbell Bench Press - Medium Grip"]


def test_numbers_of_titles_are_no_part_of_them() -> None:
    body = "<h2>Benefits</h2><h3>1. Strong legs</h3><p>You stand up with ease.</p><h3>2. Calm back</h3><p>It rests.</p>"
    found = titled(read(NAME + STEPS + body), "benefits")
    assert found == [("Strong legs", "You stand up with ease."), ("Calm back", "It rests.")]


def test_a_description_ends_where_the_steps_of_the_structured_data_begin() -> None:
    stated = (
        '{"@type": "HowTo", "name": "Goblet Squat", "description": "A squat that keeps you tall.",'
        ' "step": ["Hold the bell at your chest.", "Sit down between your knees."]}'
    )
    page = "".join(
        f"<p>{t}</p>"
        for t in ("A squat that keeps you tall.", "Hold the bell at your chest.", "Sit down between your knees.")
    )
    found = read(f"<script type='application/ld+json'>{stated}</script>{NAME}{page}")
    assert texts(found, "description") == ["A squat that keeps you tall."]


def test_links_below_the_steps_are_no_steps() -> None:
    links = "<p><a href='/'>Directory</a> | <a href='/menu'>Main Menu</a></p>"
    steps = "<p><b>Execution</b></p><p>Stand tall with the bell.</p><p>Sit down between your knees.</p>"
    assert texts(read(NAME + steps + links), "instructions") == [
        "Stand tall with the bell.",
        "Sit down between your knees.",
    ]


def test_facts_above_the_title_are_taken_where_it_stands_alone_below() -> None:
    above = "".join(
        f"<h6>{label}</h6><ul><li>{value}</li></ul>"
        for label, value in (("Primary muscles", "Quads"), ("Equipment", "Kettlebell"), ("Difficulty", "Beginner"))
    )
    found = read(f"{above}<h5>Goblet Squat</h5>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "equipment") == ["Kettlebell"]


def test_menus_above_the_title_are_no_facts() -> None:
    menu = "<h6>Muscles</h6><ul><li>Chest</li></ul><h6>Equipment</h6><ul><li>Barbell</li></ul>"
    assert not {"equipment", "target_muscles"} & set(read(f"{menu}{NAME}{STEPS}").fields)


def test_the_way_through_the_site_is_no_name() -> None:
    text = "Home\n\nHome > Exercises > Spider Curl\n\nSpider Curl\n\nHow to do it\n\n1. Lie down.\n2. Curl the bar.\n"
    assert texts(draft(text_outline(text), PROFILE), "name") == ["Spider Curl"]


def test_below_the_title_of_a_blog_its_post_has_the_name() -> None:
    page = f"<h1>Tales from the squat rack</h1><h2>Friday</h2><h3>Spider Curl</h3>{STEPS}"
    assert texts(read(page, "Tales from the squat rack: Spider Curl"), "name") == ["Spider Curl"]


def test_stabilizers_are_the_secondary_muscles_of_a_page_that_names_no_others() -> None:
    alone = read(rows(Target="Quads", Stabilizers="Calves"))
    assert texts(alone, "secondary_muscles") == texts(alone, "stabilizers") == ["Calves"]
    both = read(rows(Target="Quads", Synergists="Glutes", Stabilizers="Calves"))
    assert (texts(both, "secondary_muscles"), texts(both, "stabilizers")) == (["Glutes"], ["Calves"])


def test_a_box_of_labels_beside_the_article_states_facts() -> None:
    box = "<aside><h3>In short</h3><p><span>Level</span> <span>Beginner</span></p><p><span>Equipment</span> <span>Box</span></p></aside>"
    found = read(f"<main>{NAME}{STEPS}</main>{box}")
    assert (texts(found, "difficulty"), texts(found, "equipment")) == (["Beginner"], ["Box"])


@pytest.mark.parametrize(
    ("rating", "level"), [("4,3/5", "advanced"), ("1.5 of 5", "beginner"), ("7/10", "intermediate")]
)
def test_a_rating_is_a_level_whatever_the_mark_of_its_decimals(rating: str, level: str) -> None:
    assert on_scale(rating) == level


@pytest.mark.parametrize(
    ("stars", "level"),
    [("★★★☆☆", "intermediate"), ("●○○", "beginner"), ("★★★★★", "advanced"), ("⭐", None), ("⭐⭐⭐", None)],
)
def test_stars_are_a_level_where_they_say_of_how_many(stars: str, level: str | None) -> None:
    assert on_scale(stars) == level


@pytest.mark.parametrize("between", ["", "<p>One man and a barbell</p>", "<h2>Sunday, May 15</h2>"])
def test_the_heading_nearest_to_the_text_is_the_name_where_the_title_has_both(between: str) -> None:
    page = f"<h1>Mornings With Iron</h1>{between}<h3>Barbell Deadlift</h3><p>It makes you strong all over.</p>{STEPS}"
    assert texts(read(page, "Mornings With Iron: Barbell Deadlift"), "name") == ["Barbell Deadlift"]


def test_a_section_named_in_the_title_is_not_the_name() -> None:
    assert texts(read(f"{NAME}{STEPS}", "Goblet Squat: Instructions"), "name") == ["Goblet Squat"]


def test_a_product_beside_an_exercise_is_an_advertisement() -> None:
    shop = '<div itemscope itemtype="https://schema.org/Product"><span itemprop="name">Bell</span></div>'
    assert not [i for i in read(rows(Target="Quads") + shop).issues if i.code == "not-an-exercise"]
    assert [i for i in read(f"{NAME}<p>A fine bell for your home.</p>{shop}").issues if i.code == "not-an-exercise"]


def test_labels_with_a_dash_are_facts_among_others() -> None:
    facts = "".join(
        f"<p>{fact}</p>" for fact in ("Level – easy", "Equipment – Mat", "Helping out – Glutes", "Target – Abs")
    )
    found = read(NAME + facts + STEPS)
    assert texts(found, "secondary_muscles") == ["Glutes"]
    assert texts(found, "difficulty") == ["easy"]


def test_a_box_above_the_title_may_say_no_muscle() -> None:
    box = "<ul><li><b>Tools</b> Barbell</li><li><b>Level</b> 6/10</li><li><b>Mechanics</b> Compound</li><li><b>Tempo</b> 3-1-1</li><li><b>Sets</b> 3</li></ul>"
    found = read(f"{box}<p>Letters</p>{NAME}<p>Target: Quads</p><p>Also worked: Glutes</p>{STEPS}")
    assert [texts(found, name) for name in ("equipment", "difficulty", "mechanic")] == [
        ["Barbell"],
        ["6/10"],
        ["Compound"],
    ]
    assert [piece.title for piece in found.fields["tracking"].pieces] == ["Tempo", "Sets"]


def test_labels_beside_their_values_above_the_title() -> None:
    facts = (
        ("Also called", "Front Squat Drill"),
        ("Target muscle", "Quads"),
        ("Helpers", "Glutes"),
        ("Level", "Beginner"),
    )
    box = "".join(f"<div><p>{label}</p><div><span>{value}</span></div></div>" for label, value in facts)
    found = read(f"<aside>{box}</aside><div>{NAME}{STEPS}</div>")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "aliases") == ["Front Squat Drill"]


@pytest.mark.parametrize(
    "box",
    [
        "<div><div><b>4</b><span>Sets</span></div><div><b>8-12</b><span>Reps</span></div></div>",
        "<div><b>4</b><span>Sets</span><b>8-12</b><span>Reps</span></div>",
        "<div><span>Sets</span><b>4</b><span>Reps</span><b>8-12</b></div>",
    ],
)
def test_doses_with_their_metric_before_or_behind(box: str) -> None:
    found = read(f"{NAME}<p>Target: Quads</p>{STEPS}<h2>Sets and reps</h2>{box}")
    assert [(p.title, p.text) for p in found.fields["tracking"].pieces] == [("Sets", "4"), ("Reps", "8-12")]


def test_doses_in_lines_behind_the_part_with_the_benefits() -> None:
    told = "<div><h2>Benefits</h2><p><b>Legs</b></p><p>Both get stronger at once.</p></div>"
    doses = "<p><b>Sets:</b> 5<br><b>Rest:</b> 3 minutes</p>"
    found = read(f"{NAME}<p>Target: Quads</p>{STEPS}{told}<div><div>{doses}</div></div>")
    assert [(p.title, p.text) for p in found.fields["tracking"].pieces] == [("Sets", "5"), ("Rest", "3 minutes")]
    assert titled(found, "benefits") == [("Legs", "Both get stronger at once.")]


def test_how_often_is_no_dose_and_spoils_none() -> None:
    dose = "<dl><dt>Sets</dt><dd>3</dd><dt>Repetitions</dt><dd>12</dd><dt>How often</dt><dd>Once a day</dd></dl>"
    found = read(f"{NAME}<p>Target: Quads</p>{STEPS}<h2>How much should I do?</h2>{dose}")
    assert [piece.title for piece in found.fields["tracking"].pieces] == ["Sets", "Repetitions"]


def test_muscles_with_an_explanation_each() -> None:
    said = (
        "rhomboids (between the shoulder blades), biceps (front of the arms) and rear deltoids (back of the shoulders)"
    )
    found = read(f"{NAME}<p><b>Secondary muscles:</b> {said}</p>{STEPS}")
    assert texts(found, "secondary_muscles") == ["rhomboids", "biceps", "rear deltoids"]


def test_a_word_of_facts_may_be_the_title_of_a_benefit() -> None:
    gifts = "<h3>Focus</h3><p>The moment the mind wanders the body wobbles.</p><h3>Ease</h3><p>The back relaxes.</p>"
    found = read(f"{NAME}{STEPS}<h2>What the pose gives you</h2>{gifts}")
    assert titled(found, "benefits") == [
        ("Focus", "The moment the mind wanders the body wobbles."),
        ("Ease", "The back relaxes."),
    ]


def test_the_second_label_of_muscles_that_nobody_knows_is_of_the_second_rank() -> None:
    found = read(
        NAME + rows(**{"Good for": "glutes", "Evening burn": "hamstrings", "Level": "easy", "Equipment": "Mat"}) + STEPS
    )
    assert texts(found, "target_muscles") == ["glutes"]
    assert texts(found, "secondary_muscles") == ["hamstrings"]
    assert (
        texts(read(NAME + rows(Target="glutes", **{"Evening burn": "hamstrings"}) + STEPS), "secondary_muscles") == []
    )


def test_good_for_may_be_a_level() -> None:
    assert texts(read(NAME + rows(Target="glutes", **{"Good for": "Beginners"}) + STEPS), "difficulty") == ["Beginners"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("How do I do the Dead Bug properly?", "Dead Bug"),
        ("Sticky Dead Bug", "Dead Bug"),
        ("Guide: Dead Bug", "Dead Bug"),
    ],
)
def test_a_question_and_the_mark_of_a_thread_are_no_part_of_the_name(title: str, name: str) -> None:
    assert texts(read(f"<h1>{title}</h1>{STEPS}", title), "name") == [name]


def test_a_label_that_nobody_knows_glued_to_its_value_among_others() -> None:
    items = "<li>LevelBeginner</li><li>ForcePull</li><li>Plane of motionSagittal</li>"
    found = read(f"{TITLE}<h5>At a glance</h5><ul>{items}</ul>{STEPS}")
    assert found.extra == {"Plane of motion": "Sagittal"}


def test_facts_in_small_pieces_are_company_for_one_that_nobody_knows() -> None:
    pieces = "<div><span>Level: Easy</span><span>Equipment: Barbell</span></div>"
    rows = "<div><span>Primary muscles</span><span>Quads</span></div><div><span>Setup time</span><span>2 minutes</span></div>"
    assert read(f"{TITLE}{pieces}{rows}{STEPS}").extra == {"Setup time": "2 minutes"}
