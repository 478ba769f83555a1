"""What stands beside an exercise and speaks of another, or of the site, and none of which is its own."""

from __future__ import annotations

import json

import pytest

from pipeline.ingest.judging import judge
from pipeline.records import Page
from pipeline.settings import Settings
from tests.reading.reading import STEPS, read
from tests.reading.records import PROFILES, record

TITLE = "<h1>Barbell Curl</h1>"
FACTS = "<p><b>Target:</b> Biceps</p>"
OTHERS = "<p><b>Level:</b> Advanced</p><p><b>Equipment:</b> Kettlebell</p>"


@pytest.mark.parametrize(
    "beside",
    [
        f'<div class="card"><div class="card-header">In focus this month</div><h3>Turkish Get-Up</h3>{OTHERS}</div>',
        f'<div class="scale"><h3>Too easy? Move on to this</h3><p class="nm">Turkish Get-Up</p>{OTHERS}</div>',
        f"<div><b>Exercise of the Week</b><p><a>Turkish Get-Up</a></p>{OTHERS}</div>",
        "<aside><h4>Up Next</h4><p><b>Turkish Get-Up</b></p><div><h4>Equipment</h4><p>Kettlebell</p></div></aside>",
        "<h2>Student programme</h2><table><tr><th>Level</th><td>Advanced</td></tr><tr><th>Gear</th><td>Rope</td></tr></table>",
        "<h3>Classes near you</h3><div>Body Pump<br>Equipment: Rope<br>Level: Advanced</div>",
        "<h2>Appears in these workouts</h2><h3>Push Power</h3><h4>Level</h4><span>Advanced</span><h4>Gear</h4><span>Rope</span>",
    ],
)
def test_facts_of_another_exercise_are_left_out(beside: str) -> None:
    found = record(f"{TITLE}{STEPS}{beside}<h2>Tips</h2><ul><li>Keep the elbows still.</li></ul>")
    assert (found.difficulty, found.equipment, found.target_muscles) == ("", (), ())
    assert [tip.text for tip in found.safety_tips] == ["Keep the elbows still."]


def test_the_page_that_was_loaded_behind_is_another() -> None:
    steps = "<ol><li>Hug the bag.</li><li>Walk with short steps.</li></ol>"
    behind = f"<article><h1>How to Do the Sandbag Front Carry</h1>{OTHERS}<h2>How to do it</h2>{steps}</article>"
    found = record(f"<article><h1>How to Do the Barbell Curl</h1>{FACTS}{STEPS}</article>{behind}")
    assert (found.name, found.difficulty, found.equipment) == ("Barbell Curl", "", ())
    assert "Hug the bag." not in found.instructions


def test_lists_beside_a_list_of_all_levels_are_menus() -> None:
    menus = {
        "Muscles": "Abs Back",
        "Equipment": "Barbell Cable",
        "Level": "Beginner Intermediate Advanced",
        "Type": "Cardio",
    }
    lists = (
        f"<div><p><b>{name}</b></p><ul>{''.join(f'<li><a>{word}</a></li>' for word in words.split())}</ul></div>"
        for name, words in menus.items()
    )
    found = record(f"{TITLE}{STEPS}{''.join(lists)}")
    assert (found.target_muscles, found.equipment, found.difficulty, found.exercise_type) == ((), (), "", "")


def test_a_heading_that_names_who_looked_the_page_over_ends_it() -> None:
    reviewed = "<h4>Reviewed by Dr. Alan Price</h4><p>Qualification: MSc Sports Medicine<br>Type: Physiotherapist</p>"
    tips = "<h2>Coach's notes</h2><p>Keep the elbows still.</p><p>Lower it slowly.</p>"
    found = record(f"{TITLE}{STEPS}{tips}<div>{reviewed}</div>")
    assert [tip.text for tip in found.safety_tips] == ["Keep the elbows still.", "Lower it slowly."]


def test_what_is_said_of_the_page_is_no_tip() -> None:
    found = record(f"{TITLE}{STEPS}<h2>Good to know</h2><p>Our editors update this page twice a year.</p>")
    assert found.safety_tips == ()


def test_a_line_typed_as_a_rule_ends_a_section() -> None:
    names = "<h3>Variations</h3><p>&bull; Hammer Curl<br>&bull; Cable Curl</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}{names}<p>---</p><p>Ann Iron, Mill Lane. Hand these out to your team.</p>")
    assert found.variations == ("Hammer Curl", "Cable Curl")


def test_a_label_with_a_dash_beside_it_begins_nothing() -> None:
    table = "<table><tr><th>Type</th><td>Strength</td></tr><tr><th>Equipment</th><td>&mdash;</td></tr></table>"
    found = record(f"{TITLE}{table}<p>An honest lift that everybody knows.</p>{STEPS}")
    assert (found.description, found.equipment) == ("An honest lift that everybody knows.", ())


def _data(**stated: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(stated)}</script>'


def test_a_product_beside_an_exercise_that_data_describes_is_an_advertisement() -> None:
    product = _data(**{"@type": "Product", "name": "Rubber Hex Dumbbell"})
    how_to = _data(**{"@type": "HowTo", "name": "Barbell Curl", "step": ["Stand tall.", "Curl the bar."]})
    codes = [issue.code for issue in read(f"{TITLE}{how_to}{product}").issues]
    assert "not-an-exercise" not in codes
    of_a_shop = _data(**{"@type": "HowTo", "name": "Care for a leather belt", "step": ["Oil it."]})
    codes = [issue.code for issue in read(f"<h1>Leather Belt</h1><p>Fine leather.</p>{of_a_shop}{product}").issues]
    assert "not-an-exercise" in codes


def test_a_page_that_is_loading_describes_nothing() -> None:
    said = {"@type": "HowTo", "name": "Barbell Curl", "description": "The plainest curl.", "step": ["Curl it."]}
    assert record(f"{TITLE}{_data(**said)}<p>Loading your exercise&hellip;</p>").description == "The plainest curl."


def test_a_menu_goes_on_with_lists_that_are_called_like_fields() -> None:
    browse = "<h4>Browse by muscle</h4><ul><li>Chest</li><li>Back</li></ul>"
    kinds = "<h4>Exercise type</h4><ul><li>Strength</li></ul><p><b>Muscle groups</b></p><ul><li>Lats</li><li>Quads</li></ul>"
    found = record(f"<div>{TITLE}{STEPS}</div><div>{browse}{kinds}</div>")
    assert (found.exercise_type, found.target_muscles) == ("", ())


def test_what_is_about_the_course_describes_no_exercise() -> None:
    course = "<h2>About this course</h2><p>From your first squat to your first meet.</p><dl><dt>Type</dt><dd>Cardio</dd></dl>"
    found = record(f"{TITLE}{FACTS}{STEPS}{course}")
    assert (found.description, found.exercise_type) == ("", "")


def test_the_caption_of_a_picture_among_the_steps_may_be_of_another_exercise() -> None:
    words = "Same afternoon, other corner: Romanian Deadlift. Primary muscle: Hamstrings. Equipment: Barbell."
    figure = f"<figure><img src='r.jpg' alt=''><figcaption>{words}</figcaption></figure>"
    steps = f"<p><b>Step 1.</b> Stand tall.</p>{figure}<p><b>Step 2.</b> Curl it up.</p>{figure}"
    found = record(f"{TITLE}<h2>How to</h2>{steps}")
    assert (found.target_muscles, found.equipment) == ((), ())
    assert len(found.instructions) == 2


def test_a_move_of_the_day_above_the_title_is_another() -> None:
    facts = "<dl><dt>Level</dt><dd>Novice</dd><dt>Type</dt><dd>Plyometrics</dd><dt>Also works</dt><dd>Triceps</dd></dl>"
    spot = f"<aside><div><h3>Move of the day: Medicine Ball Chest Pass</h3>{facts}</div></aside>"
    found = record(f"{spot}<main>{TITLE}{FACTS}{STEPS}</main>")
    assert (found.difficulty, found.exercise_type, found.secondary_muscles) == ("", "", ())


def test_of_several_exercises_in_data_the_one_of_the_page_counts() -> None:
    own = _data(**{"@type": "HowTo", "name": "3/4 Sit-Up", "step": ["Lie down.", "Sit up."]})
    other = _data(**{"@type": "HowTo", "name": "Chin-Up", "tool": "Pull-Up Bar", "educationalLevel": "Advanced"})
    found = record(f"<h1>3/4 Sit-Up</h1>{other}{own}", title="3/4 Sit-Up")
    assert (found.equipment, found.difficulty) == ((), "")


def test_steps_with_a_product_of_another_name_are_those_of_an_exercise() -> None:
    product = _data(**{"@type": "Product", "name": "Power Rack XL"})
    assert "not-an-exercise" not in [issue.code for issue in read(f"{TITLE}{STEPS}{product}").issues]


def test_what_a_shop_says_of_itself_describes_no_exercise() -> None:
    said = "Gearhound: benches at fair prices, and a free guide to all movements."
    found = record(f'{TITLE}{STEPS}<meta property="og:description" content="{said}">')
    assert found.description == ""


def test_other_exercises_with_what_they_train_in_brackets() -> None:
    sheets = (
        "<h4>Other sheets</h4><ul><li>Dumbbell Lateral Raise (Shoulders)</li><li>Farmer's Walk (Full Body)</li></ul>"
    )
    assert record(f"{TITLE}{STEPS}<div>{sheets}</div>").secondary_muscles == ()


def test_a_second_answer_to_a_question_is_of_another() -> None:
    second = (
        "<p>I would do goblet squats.</p><p><b>Equipment:</b> Kettlebell</p><ol><li>Hold it.</li><li>Squat.</li></ol>"
    )
    tips = "<p><b>Tips</b></p><ul><li>Keep the elbows in.</li></ul>"
    found = record(f"{TITLE}{FACTS}{STEPS}{tips}<div>answered by <a>Hal</a> 8,204 reputation</div>{second}")
    assert (found.equipment, [tip.text for tip in found.safety_tips]) == ((), ["Keep the elbows in."])


def test_a_line_that_announces_something_else_takes_the_heading_below_it_along() -> None:
    recipe = (
        "<h2>Overnight Oats</h2><p><b>Level</b></p><p>Easy</p><h3>Method</h3><ol><li>Mix it.</li><li>Wait.</li></ol>"
    )
    found = record(f"{TITLE}{FACTS}{STEPS}<p><b>RECIPE OF THE WEEK</b></p>{recipe}")
    assert (found.difficulty, len(found.instructions)) == ("", 2)


@pytest.mark.parametrize("none", ["No significant synergists", "Not significant"])
def test_muscles_that_a_page_says_it_has_none_of(none: str) -> None:
    assert record(f"{TITLE}{FACTS}<p><b>Synergists:</b> {none}</p>{STEPS}").secondary_muscles == ()


def test_who_sent_the_page_and_when() -> None:
    sent = "<p>Basement Barbell · by Ola · Sep 3, 2017 at 6:12 AM</p>"
    assert record(f"{TITLE}{sent}<p>It grows the arms.</p>{FACTS}{STEPS}").description == "It grows the arms."


def test_who_liked_a_post_gives_no_tips() -> None:
    tips = "<b>Tips</b><ul><li>Keep the elbows in.</li></ul>"
    notes = (
        "<ol><li><a>gymbunny</a> reblogged this from lift and added: trying it</li><li><a>sue</a> liked this</li></ol>"
    )
    found = record(f"{TITLE}{FACTS}{STEPS}{tips}{notes}")
    assert [tip.text for tip in found.safety_tips] == ["Keep the elbows in."]


def test_facts_behind_advice_of_a_letter_are_not_part_of_it() -> None:
    letter = "<h3>The Friday Five</h3><p>Last week's sample:</p><ul><li><b>Rest:</b> two minutes between heavy sets.</li></ul>"
    facts = "<table><tr><td>Muscle trained</td><td>Biceps</td></tr></table>"
    found = record(f"{TITLE}<div>{letter}</div>{facts}{STEPS}")
    assert (found.target_muscles, found.safety_tips) == (("biceps",), ())


@pytest.mark.parametrize(
    "announced",
    [
        "<p><b>Next week: Good Morning</b></p>",
        "<h2>Editor&rsquo;s pick: Standing Military Press</h2>",
        "<h3>Featured: Good Morning</h3>",
    ],
)
def test_another_exercise_that_is_announced_by_its_name(announced: str) -> None:
    told = "<p>A hinge with the bar on the back, named for the bow it resembles.</p>"
    found = record(f"{TITLE}{FACTS}{STEPS}<div>{announced}{told}<p><b>Equipment:</b> Barbell</p></div>")
    assert found.equipment == ()


def test_facts_below_the_times_of_a_video() -> None:
    times = "<p><b>Timestamps</b></p><ul><li>0:00 Hello</li><li>1:15 Set-up</li></ul>"
    found = record(f"{TITLE}{times}{FACTS}<p><b>Equipment:</b> Barbell</p>{STEPS}")
    assert (found.target_muscles, found.equipment) == (("biceps",), ("barbell",))


def test_a_step_with_a_c_is_nobodys_property() -> None:
    steps = "<h2>How to</h2><p>(a) Stand tall.</p><p>(b) Curl it up.</p><p>(c) Lower it.</p><p>(c) 2019 Iron Yard</p>"
    assert record(f"{TITLE}{FACTS}{steps}").instructions == ("Stand tall.", "Curl it up.", "Lower it.")


OTHER_STEPS = "<ol><li>Load the sled and grip the posts.</li><li>Drive one knee after the other.</li></ol>"


@pytest.mark.parametrize("title", ["Swap it: Sled Push", "Too crowded? – Sled Push", "No bench today: Sled Push"])
def test_another_exercise_above_the_steps_behind_words_that_announce_it(title: str) -> None:
    told = f"<p>Lean into the posts.</p><ul><li><b>Equipment:</b> Sled</li><li><b>Level:</b> Beginner</li></ul><h4>Instructions</h4>{OTHER_STEPS}"
    other = f"<details><summary>{title}</summary><div>{told}</div></details>"
    own = "<details><summary>Equipment</summary><ul><li>Barbell</li></ul></details>"
    found = record(f"{TITLE}{FACTS}{other}{own}<details><summary>How to</summary>{STEPS}</details>")
    assert (found.equipment, found.difficulty) == (("barbell",), "")
    assert not any("sled" in step.lower() for step in found.instructions)


@pytest.mark.parametrize(
    "title", ["Variation: Hammer Curl", "Step 1: Hammer Curl", "Guide: Barbell Biceps Curl", "How to: Barbell Curl"]
)
def test_headings_with_a_name_that_begin_no_other_exercise(title: str) -> None:
    page = (
        f"{TITLE}{FACTS}<h2>{title}</h2><p>Some words about it.</p><h3>Equipment</h3><ul><li>Barbell</li></ul>{STEPS}"
    )
    assert record(page).equipment == ("barbell",)


def test_a_name_that_nobody_knows_is_announced_where_its_facts_stand_below() -> None:
    steps = "<div><span>1</span> <span>Lie on your back.</span></div><div><span>2</span> <span>Let the legs fall.</span></div>"
    other = f"<div><h3>Try next: Wallflower</h3><p><b>Equipment:</b> Sled</p>{steps}</div>"
    found = record(f"{TITLE}{FACTS}{STEPS}{other}<h2>Tips</h2><ul><li>Keep the elbows in.</li></ul>")
    assert (found.equipment, len(found.instructions), len(found.safety_tips)) == ((), 2, 1)


@pytest.mark.parametrize("title", ["<b>Hang Clean in 4 steps</b>", "<h2>How to do the Hang Clean</h2>"])
def test_steps_of_another_exercise_behind_those_of_the_page(title: str) -> None:
    steps = "<ol><li>Hold the bar above your knees.</li><li>Shrug it upward.</li></ol>"
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2><ul><li>Keep the elbows in.</li></ul><div>{title}{steps}</div>")
    assert not any("shrug" in step.lower() for step in found.instructions)
    assert len(found.instructions) == 2


@pytest.mark.parametrize("title", ["How to Do the Curl", "How to do a Barbell Biceps Curl"])
def test_steps_that_go_on_below_another_name_of_the_exercise(title: str) -> None:
    more = f"<h2>{title}</h2><ol><li>Squeeze the bar.</li><li>Lower it slowly.</li></ol>"
    found = record(f"{TITLE}{FACTS}<h2>Set-up</h2><ol><li>Stand tall.</li></ol>{more}")
    assert "Squeeze the bar." in found.instructions


def test_what_a_move_by_chance_says_of_itself() -> None:
    other = "<div><h3>Exercise generator</h3><p>Your random move is <b>Good Morning</b></p><ul><li><b>Secondary muscles:</b> Calves</li><li><b>Equipment:</b> Barbell</li></ul></div>"
    found = record(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2><ul><li>Keep the elbows in.</li></ul>{other}")
    assert (found.secondary_muscles, found.equipment) == ((), ())


def test_a_box_of_rows_with_a_price_is_for_sale() -> None:
    box = "<aside><p>Sponsored</p><h4>IronHouse Bench</h4><dl><dt>Material</dt><dd>Steel</dd><dt>Price</dt><dd>$189</dd></dl></aside>"
    page = f"{TITLE}<dl><dt>Target</dt><dd>Biceps</dd><dt>Level</dt><dd>Beginner</dd></dl>{box}{STEPS}"
    assert record(page).extra == {}


def test_the_answer_of_a_quiz_is_no_fact() -> None:
    quiz = "<div><h4>Quick quiz: which muscle does the Good Morning target?</h4><ul><li>Shoulders</li><li>Neck</li></ul><p>Answer: Shoulders</p></div>"
    facts = "<ul><li><b>Target:</b> Biceps</li><li><b>Level:</b> Beginner</li></ul>"
    assert record(f"{TITLE}<h2>Details</h2>{facts}{quiz}{STEPS}").extra == {}


def test_folds_in_a_fold_are_below_it() -> None:
    others = "".join(
        f"<details><summary>{name}</summary><table><tr><th>Target Muscle</th><td>{muscle}</td></tr></table><h4>Steps</h4>{OTHER_STEPS}</details>"
        for name, muscle in (
            ("Bosu Ball Squat", "Quads"),
            ("Pallof Press", "Obliques"),
            ("Cossack Stretch", "Adductors"),
        )
    )
    own = "<details><summary>Steps</summary><ol><li>Stand tall.</li><li>Curl it up.</li></ol></details><details><summary>Target muscle</summary><p>Biceps</p></details>"
    found = record(f"{TITLE}<details><summary>Alternatives</summary><div>{others}</div></details>{own}")
    assert (found.target_muscles, found.instructions) == (("biceps",), ("Stand tall.", "Curl it up."))


def test_cards_with_headers_that_only_a_class_sets_off() -> None:
    def card(header: str, body: str) -> str:
        return f'<div class="card"><div class="card-header">{header}</div><div class="card-body">{body}</div></div>'

    own = "<p>Primary</p><p><span class=badge>Forearms</span> <span class=badge>Traps</span></p>"
    tools = (
        "<p>Equipment</p><p><span class=badge>Dumbbell</span></p><p>Level</p><p><span class=badge>Beginner</span></p>"
    )
    other = f"<p>Primary</p><p><span class=badge>Chest</span></p><p>Equipment</p><p><span class=badge>Sled</span></p>{OTHER_STEPS}"
    cards = card("Exercise of the week: Push-Up to Side Plank", other) + card("Muscles", own)
    cards += card("Requirements", tools) + card("Steps", "<ol><li>Stand tall.</li><li>Walk on.</li></ol>")
    cards += card("Easier swap: Barbell Deadlift", other)
    found = record(f"<h1>Farmer's Walk</h1><div class=row>{cards}</div>")
    assert (found.target_muscles, found.equipment) == (("forearms", "traps"), ("dumbbell",))
    assert found.instructions == ("Stand tall.", "Walk on.")


def test_a_column_of_the_page_ends_what_a_bold_line_in_it_began() -> None:
    side = "<td><b>Exercise of the Week</b><br><a>Suspended Row</a><br>Target: Lats<p><b>Poll</b><br>1. Chest day<br>2. Leg day</td>"
    content = f"<td><p>It makes the arms strong and lets nothing else help.</p>{FACTS}<h2>Steps</h2><ol><li>Stand tall.</li><li>Curl it.</li></ol></td>"
    found = record(f"<table><tr><td colspan=2>{TITLE}</td></tr><tr>{side}{content}</tr></table>")
    assert found.description == "It makes the arms strong and lets nothing else help."
    assert found.target_muscles == ("biceps",)


def test_a_related_exercise_in_bold_above_its_facts() -> None:
    rows = "<table><tr><td><b>Difficulty:</b></td><td>Beginner</td></tr><tr><td><b>Type:</b></td><td>Mobility</td></tr></table>"
    found = record(f"{TITLE}{FACTS}{STEPS}<hr><p><b>Related Exercise: Foam Roller Calf</b></p>{rows}")
    assert (found.difficulty, found.exercise_type) == ("", "")


def test_how_the_swap_of_the_exercise_is_done() -> None:
    swap = "<p><b>Swap it for: Chin-Up</b></p><p>Target Muscle: Lats</p><p>Type: Strength</p><p><b>How to do the swap</b></p><p>1. Hang from the bar.</p><p>2. Draw yourself up.</p>"
    own = "<p><b>How to perform the exercise</b></p><p>1. Stand tall.</p><p>2. Curl it up.</p>"
    found = record(f"{TITLE}<p>Muscles worked: Biceps</p><p>Level: Beginner</p>{own}{swap}")
    assert (found.target_muscles, found.exercise_type) == (("biceps",), "")
    assert found.instructions == ("Stand tall.", "Curl it up.")


def test_a_box_of_facts_that_somebody_paid_for() -> None:
    box = "<div><p><b>Sponsored: GripPro Kettlebell 16 kg</b></p><ul><li><b>Weight:</b> 16 kg</li><li><b>Level:</b> Advanced</li><li><b>Equipment:</b> Kettlebell</li></ul></div>"
    found = record(f"{TITLE}<ul><li><b>Target:</b> Biceps</li><li><b>Force:</b> Pull</li></ul>{STEPS}{box}")
    assert (found.extra, found.difficulty, found.equipment) == ({}, "", ())


def test_easier_ones_among_the_variations_begin_no_other_exercise() -> None:
    variations = "<h2>Variations</h2><h3>Easier: Incline Push-Up</h3><p>With the hands on a box.</p><h3>Harder: Archer Push-Up</h3><p>To one side.</p>"
    found = record(f"<h1>Push-Up</h1>{FACTS}{STEPS}{variations}<h2>Tips</h2><ul><li>Stay tight.</li></ul>")
    assert len(found.variations) == 2 and len(found.safety_tips) == 1


@pytest.mark.parametrize("value", ["Overhand", "Hook", "Split"])
def test_one_word_behind_a_label_is_no_other_exercise(value: str) -> None:
    facts = "".join(f"<p><b>{fact}</b></p>" for fact in ("Target: Biceps", "Level: Beginner", f"Grip: {value}"))
    assert record(f"{TITLE}{facts}{STEPS}").extra == {"Grip": value}


def test_ratings_below_the_tips_are_none() -> None:
    tips = "<h2>Trainer tips</h2><h3>Elbows</h3><p>They stay in.</p><h3>Wrists</h3><p>They stay straight.</p>"
    rated = "<h3>Ratings &amp; reviews</h3><dl><dt>Solid</dt><dd>Would like a longer video. (4/5)</dd><dt>Fine</dt><dd>My physio likes it. (3/5)</dd></dl>"
    found = record(f"{TITLE}{FACTS}{STEPS}{tips}{rated}")
    assert [tip.title for tip in found.safety_tips] == ["Elbows", "Wrists"]


def test_the_line_of_a_post_with_its_date_and_number_is_no_fact() -> None:
    rows = (("Target", "Biceps"), ("Level", "Beginner"), ("03-15-2009, 07:51 AM", "#2"))
    facts = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    assert record(f"{TITLE}<table>{facts}</table>{STEPS}").extra == {}


def card_of(title: str, *, level: int = 2) -> str:
    facts = "<dl><dt>Targets</dt><dd>Lats</dd><dt>Equipment</dt><dd>Sled</dd><dt>Level</dt><dd>Advanced</dd></dl>"
    inner = (
        f"<h{level + 1}>Steps</h{level + 1}>{OTHER_STEPS}<h{level + 1}>Tips</h{level + 1}><ul><li>Stay low.</li></ul>"
    )
    return f"<div><h{level}>{title}</h{level}><p>It is heavy.</p>{facts}{inner}</div>"


OWN = "<dl><dt>Targets</dt><dd>Biceps</dd><dt>Equipment</dt><dd>Barbell</dd></dl>"
OWN_STEPS = "<h2>Steps</h2><ol><li>Stand tall.</li><li>Curl it up.</li></ol>"


@pytest.mark.parametrize(
    "title", ["Regression: Sled Push", "Sled Push", "Warm-up first: Medicine Ball Slam", "Finish the pair: Power Clean"]
)
@pytest.mark.parametrize("order", ["above", "between", "below"])
def test_the_card_of_another_exercise_with_the_labels_of_the_page(title: str, order: str) -> None:
    card = card_of(title)
    parts = {"above": (card, OWN_STEPS, ""), "between": ("", OWN_STEPS, card), "below": ("", "", OWN_STEPS)}[order]
    own = f"<h2>Facts about the Barbell Curl</h2>{OWN}"
    page = f"{TITLE}{parts[0]}{parts[1]}{parts[2]}{own}{card if order == 'below' else ''}"
    found = record(page)
    assert (found.target_muscles, found.equipment, found.difficulty) == (("biceps",), ("barbell",), "")
    assert (found.instructions, found.safety_tips) == (("Stand tall.", "Curl it up."), ())


@pytest.mark.parametrize(
    "heading", ["Data sheet of the Barbell Curl", "More about the Barbell Curl", "Barbell Curl at a glance"]
)
def test_a_heading_that_names_the_exercise_above_facts_begins_its_facts(heading: str) -> None:
    found = record(f"{TITLE}{OWN_STEPS}{card_of('Sled Push')}<h2>{heading}</h2>{OWN}")
    assert (found.target_muscles, found.equipment) == (("biceps",), ("barbell",))


def test_benefits_and_tips_of_another_exercise() -> None:
    others = "<h2>Benefits of the Sled Push</h2><ul><li>It is heavy.</li></ul><h2>Tips for the Power Clean</h2><ul><li>Be fast.</li></ul>"
    own = "<h2>Benefits of the Barbell Curl</h2><ul><li>Strong arms.</li></ul><h2>Benefits of Curls</h2><ul><li>Fun.</li></ul>"
    found = record(f"{TITLE}{OWN}{OWN_STEPS}{own}{others}")
    assert [benefit.text for benefit in found.benefits] == ["Strong arms.", "Fun."]
    assert found.safety_tips == ()


def test_in_plain_text_a_tool_that_is_a_name_begins_no_card() -> None:
    text = "# 90/90 Hamstring\n\nEQUIPMENT NEEDED: Ab Wheel\n\nBODY ZONE: Lower Legs\n\nEXPERIENCE NEEDED: Expert\n\nSteps\n\n1. Lie down.\n2. Lift it.\n"
    page = Page(text.encode(), "raw/page.txt", "0" * 64, "text/plain")
    found = judge(page, PROFILES, Settings()).exercise
    assert found is not None and (found.equipment, found.difficulty) == (("ab wheel",), "advanced")


def test_the_last_facts_above_a_card_are_the_page_s() -> None:
    facts = "<h2>Fact sheet</h2><p>Target: Biceps</p><p>Equipment: Barbell</p><p>Level: Beginner</p>"
    other = "<p><b>Exercise of the Week</b></p><p>90/90 Hamstring</p><p>Target: Hamstrings</p>"
    found = record(f"{TITLE}{OWN_STEPS}{facts}{other}")
    assert (found.target_muscles, found.equipment, found.difficulty) == (("biceps",), ("barbell",), "beginner")


def test_cards_of_exercises_that_nobody_knows_and_of_variants() -> None:
    cards = card_of("Or, if the rack is taken: Curl to Bench Row") + card_of("Banded Barbell Curl")
    found = record(f"{TITLE}{OWN}{OWN_STEPS}<h2>Tips</h2><ul><li>Elbows in.</li></ul>{cards}")
    assert (found.equipment, found.instructions) == (("barbell",), ("Stand tall.", "Curl it up."))
    assert [tip.text for tip in found.safety_tips] == ["Elbows in."]


def test_mistakes_and_benefits_whose_titles_are_words_of_names_are_no_cards() -> None:
    mistakes = "<h2>Mistakes</h2><h4>1. Momentum</h4><p>It cheats.</p><h4>2. Heels</h4><p>They rise.</p>"
    benefits = (
        "<p><b>Benefits</b></p><p><b>Easy to load</b></p><p>It grows with you.</p><p><b>Level</b></p><p>Beginner</p>"
    )
    found = record(f"{TITLE}{OWN_STEPS}{mistakes}<h2>Muscles assisting</h2><p>Adductors</p>{benefits}")
    assert (found.secondary_muscles, found.difficulty) == (("adductors",), "beginner")
    headed = benefits.replace(
        "<p><b>Easy to load</b></p>", "<h4>Steady joints</h4><p>They stay.</p><h4>Easy to load</h4>"
    )
    found = record(f"{TITLE}{OWN_STEPS}{headed}")
    assert ([benefit.title for benefit in found.benefits], found.difficulty) == (
        ["Steady joints", "Easy to load"],
        "beginner",
    )


def test_entries_of_a_menu_below_each_other_are_no_label_and_value() -> None:
    menu = "<td><b>Directory</b><br><a>Back</a><br><a>Chest</a><br><a>Dumbbells</a><br></td>"
    page = f"<table><tr>{menu}<td>{TITLE}<p>It makes the arms strong.</p>{FACTS}{STEPS}</td></tr></table>"
    found = record(page)
    assert (found.equipment, found.target_muscles) == ((), ("biceps",))


def test_a_tool_that_is_a_name_stays_among_the_tools() -> None:
    text = "Goblet Squat\n\n1. Stand tall.\n2. Sit down.\n\nEquipment Type\n\nDumbbells\n\nKettlebells\n\nAb Wheel\n\nStudent Programme\n\nReverse Hyperextension\n\nAccessory muscles: Calves\n"
    found = judge(Page(text.encode(), "raw/page.txt", "0" * 64, "text/plain"), PROFILES, Settings()).exercise
    assert found is not None and found.equipment == ("dumbbell", "kettlebell", "ab wheel")


def test_higher_headings_below_a_bold_line_go_on_with_what_it_announced() -> None:
    rows = "<table><tr><td>Level</td><td>Advanced</td></tr><tr><td>Force</td><td>Pull</td></tr></table>"
    other = f"<div><p><b>Trending Now</b></p><p>Good Morning</p>{rows}<h4>Synergistic muscles</h4><p>Abs</p></div>"
    found = record(f"{TITLE}{FACTS}{OWN_STEPS}{other}")
    assert (found.secondary_muscles, found.difficulty) == ((), "")


def test_a_heading_that_names_the_exercise_ends_what_was_announced() -> None:
    announced = "<h2>Next week: Good Morning</h2><p>A hinge with the bar on the back, named for a bow.</p>"
    own = "<h2>Muscles worked by the Barbell Curl</h2><ul><li>Biceps</li></ul>"
    assert record(f"{TITLE}{OWN_STEPS}{announced}{own}").target_muscles == ("biceps",)


def test_another_name_of_the_exercise_above_its_facts_begins_no_card() -> None:
    page = f"<h1>Skull Crusher</h1><p>It is heavy.</p><h2>Lying Triceps Extension</h2>{OWN}{OWN_STEPS}"
    assert record(page).target_muscles == ("biceps",)


def test_a_count_before_a_name_begins_no_other_exercise() -> None:
    tips = "<h2>Day 1: Sled Push</h2><p>It is heavy.</p><h3>Tips</h3><ul><li>Elbows in.</li></ul>"
    assert [tip.text for tip in record(f"{TITLE}{FACTS}{tips}{OWN_STEPS}").safety_tips] == ["Elbows in."]
