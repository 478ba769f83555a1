"""What stands between the sections of a page: rules, amounts, pager links, facts that go over into sentences."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, read, texts, titled

FACTS = "<p>Target muscles: Quads</p>"


def test_a_typed_rule_ends_a_section() -> None:
    tips = "<b>SAFETY</b><br>Spotter – Have someone near.<br>Elbows – Keep them in.<br>---<br>Hal’s Basement Gym<br>"
    found = read(f"{TITLE}{FACTS}{STEPS}{tips}")
    assert titled(found, "safety_tips") == [("Spotter", "Have someone near."), ("Elbows", "Keep them in.")]


def test_two_hyphens_between_a_title_and_its_text() -> None:
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2><ul><li><b>Collars on</b> -- Plates slide off.</ul>")
    assert titled(found, "safety_tips") == [("Collars on", "Plates slide off.")]


def test_the_full_stop_of_a_title_is_none_of_it() -> None:
    items = "<dl><dt>Stay tall.</dt><dd>Keep the chest up.</dd><dt>Go!</dt><dd>Do not stop.</dd></dl>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2>{items}")
    assert titled(found, "safety_tips") == [("Stay tall", "Keep the chest up."), ("Go!", "Do not stop.")]


@pytest.mark.parametrize("heading", ["Recommended", "Suggested training"])
@pytest.mark.parametrize(
    "doses", ["<p>Sets: 3</p><p>Reps: 8</p>", "<ul><li>Sets<b>3</b></li><li>Reps<b>8</b></li></ul>"]
)
def test_how_much_to_do_below_a_heading_that_mostly_leads_elsewhere(heading: str, doses: str) -> None:
    found = read(f"{TITLE}{FACTS}{STEPS}<p><b>{heading}</b></p>{doses}<h2>Tips</h2><p>Stay tall.</p>")
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "8")]


def test_pager_links_and_calendars_are_no_facts() -> None:
    pager = "<table><tr><th>&lt; Prev</th><th>Next &gt;</th></tr></table>"
    calendar = "<table><tr><th>Sun</th><td>1</td></tr><tr><th>Mon</th><td>2</td></tr></table>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2><p><b>Tall.</b> Chest up.</p>{pager}<h2>May</h2>{calendar}")
    assert titled(found, "safety_tips") == [("Tall", "Chest up.")]
    assert found.extra == {}


def test_variations_behind_tips_with_titles() -> None:
    tips = "<b>Pointers</b><br><b>Soft knees:</b> Brace well.<br><b>Quiet hips:</b> Do not turn.<br><b>Variations:</b> Box Squat, Band Squat<br>"
    found = read(f"{TITLE}{FACTS}{STEPS}{tips}")
    assert texts(found, "variations") == ["Box Squat", "Band Squat"]
    assert [title for title, _ in titled(found, "safety_tips")] == ["Soft knees", "Quiet hips"]


def test_variations_end_where_a_list_of_another_kind_begins() -> None:
    found = read(
        f"{TITLE}{FACTS}{STEPS}<h2>Variations</h2><p><a>Box Squat</a> | <a>Band Squat</a></p><ul><li>library</li></ul>"
    )
    assert texts(found, "variations") == ["Box Squat", "Band Squat"]


def test_names_that_hold_and() -> None:
    found = read(f"{TITLE}<p><b>Also known as:</b> Two-Hands Clean and Jerk, Ground to Overhead</p>{FACTS}{STEPS}")
    assert texts(found, "aliases") == ["Two-Hands Clean and Jerk", "Ground to Overhead"]


@pytest.mark.parametrize("title", ["<h3>{}</h3>", "<p><b>{}</b></p>"])
@pytest.mark.parametrize("name", ["Safety Bar Squat", "Log Lift", "Side Plank"])
def test_variations_named_like_a_field(name: str, title: str) -> None:
    told = f"{title.format(name)}<p>A good choice.</p>{title.format('Box Squat')}<p>So is this.</p>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Variations</h2>{told}")
    assert texts(found, "variations") == [name, "Box Squat"]
    assert found.fields.keys() == {"name", "target_muscles", "instructions", "variations"}


@pytest.mark.parametrize("rows", ["", "<tr><td>3</td><td>Drop the hips.</td></tr>"])
def test_steps_in_rows_below_a_heading_that_is_a_fact_elsewhere(rows: str) -> None:
    steps = f"<h2>Movement</h2><table><tr><td>1</td><td>Set your feet.</td></tr><tr><td>2</td><td>Sit down.</td></tr>{rows}</table>"
    found = read(f"{TITLE}{FACTS}{steps}")
    assert texts(found, "instructions") == ["Set your feet.", "Sit down."] + (["Drop the hips."] if rows else [])


def test_steps_below_a_heading_of_descriptions() -> None:
    steps = "<p><b>The Movement</b></p><p>Lie on a bench.</p><p>Keep your legs together.</p><p>Curl your hips up.</p>"
    found = read(f"{TITLE}<p>A stern test for the belly.</p>{FACTS}{steps}")
    assert texts(found, "instructions") == ["Lie on a bench.", "Keep your legs together.", "Curl your hips up."]
    assert texts(found, "description") == ["A stern test for the belly."]


def test_steps_with_their_numbers_behind_them() -> None:
    steps = "".join(
        f"<div><div>{text}</div><div>{n}</div></div>" for n, text in enumerate(("Sit down.", "Stand up."), 1)
    )
    found = read(f"{TITLE}{FACTS}<h2>Instructions</h2>{steps}")
    assert texts(found, "instructions") == ["Sit down.", "Stand up."]


def test_values_above_their_labels_in_one_row() -> None:
    row = "<div><b>Advanced</b><span>Level</span><b>Cable</b><span>Equipment</span><b>Chest</b><span>Target muscle</span></div>"
    found = read(f"{TITLE}{row}{STEPS}")
    assert (texts(found, "difficulty"), texts(found, "equipment"), texts(found, "target_muscles")) == (
        ["Advanced"],
        ["Cable"],
        ["Chest"],
    )


def test_a_fact_of_several_values_stands_among_facts() -> None:
    facts = "".join(
        "<div>" + "".join(f"<span>{text}</span>" for text in row) + "</div>"
        for row in (("Level", "Easy"), ("Tools", "Dumbbell", "Bench"), ("Mechanic", "Compound"), ("Utility", "Basic"))
    )
    found = read(f"{TITLE}{FACTS}{facts}{STEPS}")
    assert found.extra == {"Utility": "Basic"}


def test_a_section_of_titled_lines_ends_at_a_heading() -> None:
    benefits = "<h2>Benefits</h2><p><b>Strength.</b> You grow.</p><p><b>Calm.</b> You breathe.</p>"
    found = read(
        f"{TITLE}{FACTS}{STEPS}{benefits}<h3>Things to remember</h3><ul><li>Two kilos are a lot here.</li></ul>"
    )
    assert [title for title, _ in titled(found, "benefits")] == ["Strength", "Calm"]
    assert texts(found, "safety_tips") == ["Two kilos are a lot here."]


def test_the_value_of_a_label_that_would_be_one_itself() -> None:
    for label in ("Laterality", "Movement"):
        found = read(f"{TITLE}{FACTS}<h6>{label}</h6><p>Unilateral</p><h6>Level</h6><p>Easy</p>{STEPS}")
        assert (texts(found, "bilateral"), texts(found, "difficulty")) == (["Unilateral"], ["Easy"])


def test_what_a_page_is_filed_under_behind_its_benefits() -> None:
    tags = "<p>Average: 3.0 (12 votes)</p><ul><li>weights</li><li>gym</li></ul><ul><li>1290 reads</li></ul>"
    found = read(f"{TITLE}{FACTS}{STEPS}<p>Benefits:</p><p>You grow strong.</p><p>You sleep well.</p>{tags}")
    assert titled(found, "benefits") == [("", "You grow strong."), ("", "You sleep well.")]


def test_the_foot_of_a_home_page() -> None:
    foot = (
        "<p>More moves: Plank * Cuban Press * Pec Deck</p><p>View My Guestbook</p><p>This page hosted by GeoTown.</p>"
    )
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2><p>Stay tall.</p><p>Sit deep.</p>{foot}")
    assert texts(found, "safety_tips") == ["Stay tall.", "Sit deep."]


def test_phases_of_the_steps() -> None:
    steps = "<h2>How do I do it?</h2><h4>Starting position</h4><ul><li>Lie on your back.</li></ul><h4>The movement</h4><ul><li>Lift one leg.</li></ul>"
    found = read(f"{TITLE}<p>A stern test.</p>{FACTS}{steps}")
    assert texts(found, "instructions") == ["Lie on your back.", "Lift one leg."]


def test_a_card_of_the_exercise_below_what_is_told_of_it() -> None:
    above = "<p>By Dani · Leave a Comment · This post may contain affiliate links.</p><h2>Variations</h2><ul><li>Box Squat</li></ul>"
    card = "<div>Goblet Squat</div><p>You hold a weight and sit between your knees.</p><p>Sets: 3</p><p>Reps: 10</p>"
    found = read(f"{TITLE}{above}{card}{FACTS}{STEPS}")
    assert texts(found, "description") == ["You hold a weight and sit between your knees."]
    assert texts(found, "variations") == ["Box Squat"]


def test_facts_in_a_box_that_is_called_a_sidebar() -> None:
    box = '<div class="sidebar"><p><span>Target muscles</span> <span>Quads</span></p><p><span>Equipment</span> <span>Kettlebell</span></p></div>'
    found = read(f"{TITLE}{box}{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], ["Kettlebell"])


def test_headings_within_links() -> None:
    tips = '<a class="anchor" href="#tips"><h2>Tips</h2></a><p><b>Tall.</b> Chest up.</p><p><b>Deep.</b> Sit low.</p>'
    found = read(f"{TITLE}{FACTS}{STEPS}{tips}")
    assert titled(found, "safety_tips") == [("Tall", "Chest up."), ("Deep", "Sit low.")]


def test_a_plan_of_weeks_and_a_menu_are_no_facts() -> None:
    menu = "<p><a>Main</a> | <a>Routines</a> | <a>My Pics</a> | <a>Links</a></p>"
    plan = "<table><tr><td>Week 1</td><td>Squat 3 x 5</td></tr><tr><td>Week 2</td><td>Squat 4 x 5</td></tr></table>"
    found = read(f"{TITLE}{menu}{STEPS}<h2>Extra work</h2>{plan}")
    assert "target_muscles" not in found.fields and found.extra == {}


def test_numbers_that_go_on_below_another_title() -> None:
    steps = "<h2>Instructions</h2><p><b>Preparation</b></p><p>1. Sit down. 2. Lean back.</p><p><b>Execution</b></p><p>3. Push. 4. Come back.</p>"
    found = read(f"{TITLE}{FACTS}{steps}")
    assert texts(found, "instructions") == ["Sit down.", "Lean back.", "Push.", "Come back."]


def test_who_wrote_the_page_and_when_is_no_description() -> None:
    byline = "<p>May 3, 2022 by Hal Orton · 4 min read</p><p>Figure 12. Start and end position.</p>"
    found = read(f"{TITLE}{byline}<p>A weight held high keeps you tall.</p>{FACTS}{STEPS}")
    assert texts(found, "description") == ["A weight held high keeps you tall."]


def test_lists_below_the_text_behind_the_variations_name_none() -> None:
    behind = "<p>Two readers wrote to us about it.</p><ul><li>Tomas</li><li>Greta</li></ul>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Variations</h2><ul><li>Box Squat</li><li>Split Squat</li></ul>{behind}")
    assert texts(found, "variations") == ["Box Squat", "Split Squat"]


def test_easier_and_harder_variations() -> None:
    lists = "<p><b>Easier</b></p><ul><li>Box Squat</li></ul><p>Harder:</p><ul><li>Pistol Squat</li></ul>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Variations</h2>{lists}")
    assert texts(found, "variations") == ["Box Squat", "Pistol Squat"]


def test_what_a_wiki_sets_behind_headings_and_sentences() -> None:
    tips = "<h2>Tips<span>[<a>edit</a>]</span></h2><ul><li>Stay tall.<sup><a>[1]</a></sup></li><li>Sit deep.<sup>[b]</sup></li></ul>"
    found = read(f"{TITLE}{FACTS}{STEPS}{tips}")
    assert texts(found, "safety_tips") == ["Stay tall.", "Sit deep."]


def test_how_much_to_do_in_one_row_below_its_heading() -> None:
    doses = "<div><b>Sets and reps</b></div><div><span>Sets: 5</span> <span>Reps: 5</span></div>"
    found = read(f"{TITLE}{FACTS}{STEPS}{doses}<h2>Tips</h2><p>Stay tall.</p>")
    assert titled(found, "tracking") == [("Sets", "5"), ("Reps", "5")]


def test_what_underlines_a_title_in_lines_as_they_were_typed() -> None:
    text = "Goblet Squat\n============\n\nTarget: quads\n\nHow to do it\n------------\n\n1. Sit down.\n2. Stand up.\n\n--\nBill"
    found = read(f"<h1>[lifts] Goblet Squat</h1><pre>{text}</pre>")
    assert texts(found, "instructions") == ["Sit down.", "Stand up."]


def test_a_label_below_the_list_of_another_fact() -> None:
    facts = "<h4>What you need</h4><ul><li>your own body weight</li></ul><p><b>Muscles at work:</b> abs<br><b>Also at work:</b> delts</p>"
    found = read(f"{TITLE}{facts}{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "secondary_muscles")) == (["abs"], ["delts"])


def test_how_much_to_do_in_small_pieces_without_a_colon() -> None:
    pairs = "".join(
        f"<span><span>{a}</span> <span>{b}</span></span> "
        for a, b in (("Level", "Hard"), ("Sets", "4"), ("Rest", "2 minutes"))
    )
    found = read(f"{TITLE}{FACTS}<p>{pairs}</p>{STEPS}")
    assert titled(found, "tracking") == [("Sets", "4"), ("Rest", "2 minutes")]


def test_what_stands_behind_the_last_benefit() -> None:
    poll = "<p><b>Last week:</b> Snatch Balance</p><p>This entry was posted on Tuesday and is filed under Training.</p>"
    idol = "<p><b>My hero in numbers</b></p><table><tr><td>Height</td><td>6'2\"</td></tr><tr><td>Weight</td><td>235 lbs</td></tr></table>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Benefits</h2><p><b>Power.</b> You grow.</p>{poll}{idol}")
    assert titled(found, "benefits") == [("Power", "You grow.")]
    assert found.extra == {} and "tracking" not in found.fields


def test_steps_below_a_heading_that_mostly_leads_elsewhere() -> None:
    steps = "<h4>Get moving!</h4><p><strong>Step 1 –</strong> Sit down.</p><p><strong>Step 2 –</strong> Stand up.</p>"
    found = read(f"{TITLE}{FACTS}{steps}<h4>Good form</h4><h5>Stay tall</h5><p>Chest up.</p>")
    assert texts(found, "instructions") == ["Sit down.", "Stand up."]
    assert titled(found, "safety_tips") == [("Stay tall", "Chest up.")]


def test_a_tip_in_one_line_below_a_guide() -> None:
    steps = "<h3>Guide:</h3><ol><li>Sit down.</li><li>Stand up.</li></ol><p><b>Tip:</b> Momentum irritates the hip.</p>"
    found = read(f"{TITLE}{FACTS}{steps}<h3>Members Who Viewed This Also Viewed</h3><p>Hack Squat</p>")
    assert texts(found, "safety_tips") == ["Momentum irritates the hip."]


def test_links_of_the_site_below_terms_and_tips() -> None:
    menu = "<p><a>Directory</a> | <a>Bookstore</a> | <a>Glossary</a></p>"
    found = read(
        f"{TITLE}{STEPS}<p><b>Target</b></p><ul><li>Quads</li></ul><p><b>Synergists</b></p><ul><li>Glutes</li></ul>{menu}"
    )
    assert texts(found, "secondary_muscles") == ["Glutes"]
    shops = "<p><a>App Store</a> <a>Google Play</a></p>"
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Tips</h2>{shops}")
    assert titled(found, "safety_tips") == []


@pytest.mark.parametrize("rule", ['<div role="separator"></div>', "<hr>"])
def test_a_rule_ends_what_the_exercise_tells(rule: str) -> None:
    found = read(f"{TITLE}{FACTS}{STEPS}<h2>Benefits</h2><p>It is quick.</p>{rule}<p>Made by Ilse for her club.</p>")
    assert texts(found, "benefits") == ["It is quick."]


def test_how_much_to_do_below_a_heading_that_nobody_knows() -> None:
    found = read(f"{TITLE}{FACTS}{STEPS}<h3>How much</h3><ul><li><b>Sets:</b> 3</li><li><b>Rest:</b> 10 s</li></ul>")
    assert titled(found, "tracking") == [("Sets", "3"), ("Rest", "10 s")]
    assert len(texts(found, "instructions")) == 2


def test_names_in_a_line_behind_the_steps() -> None:
    found = read(f"{TITLE}{FACTS}{STEPS}<p><b>Variations:</b> Box Squat and Band Squat</p>")
    assert texts(found, "variations") == ["Box Squat", "Band Squat"]


def test_a_line_above_titled_pieces_begins_a_section() -> None:
    told = "<p><b>Benefits</b></p><dl><dt>Strength</dt><dd>It makes legs strong.</dd></dl>"
    cues = "<p><b>Cautions and cues</b></p><p><b>Ribs down</b> - An arch costs power.</p>"
    found = read(f"{TITLE}{FACTS}{STEPS}{told}{cues}")
    assert titled(found, "benefits") == [("Strength", "It makes legs strong.")]
    assert titled(found, "safety_tips") == [("Ribs down", "An arch costs power.")]


def test_headings_below_a_bold_line_are_variations() -> None:
    ways = "<h4>Seated</h4><p>Sit down to take the legs out of it.</p><h4>Leaning</h4><p>Hold on to a post.</p>"
    found = read(f"{TITLE}{FACTS}{STEPS}<div><div><b>Variations</b></div><div>{ways}</div></div>")
    assert texts(found, "variations") == ["Seated", "Leaning"]


def test_a_paragraph_below_preparation_is_a_step() -> None:
    execution = "<p><b>Execution</b></p><ol><li>Press up.</li><li>Lower again.</li></ol>"
    found = read(f"{TITLE}{FACTS}<p><b>Preparation</b></p><p>Sit in the machine.</p>{execution}")
    assert texts(found, "instructions") == ["Sit in the machine.", "Press up.", "Lower again."]


def test_rows_of_facts_behind_tips() -> None:
    rows = "<table><tr><td>Target</td><td>Quads</td></tr><tr><td>Stabilizers</td><td>Abs</td></tr></table>"
    found = read(f"{TITLE}{STEPS}<p><b>Precautions</b></p><ul><li>Go slowly.</li></ul>{rows}")
    assert texts(found, "stabilizers") == ["Abs"]
    assert titled(found, "safety_tips") == [("", "Go slowly.")]


@pytest.mark.parametrize("words", ["Trainer's Tips", "Goblet Squat Tips"])
def test_tips_behind_the_list_of_variations(words: str) -> None:
    tips = f"<p><b>{words}</b></p><h4>Go slowly</h4><p>Speed helps nobody.</p>"
    found = read(f"{TITLE}{FACTS}{STEPS}<p><b>Variations</b></p><ul><li>Box Squat</li></ul>{tips}")
    assert texts(found, "variations") == ["Box Squat"]
    assert titled(found, "safety_tips") == [("Go slowly", "Speed helps nobody.")]


def test_facts_behind_tips_below_headings_of_their_own() -> None:
    tips = "<h4>Tips</h4><h4>Go slowly</h4><p>Speed helps nobody.</p><h4>Be warm</h4><p>Cold muscles tear.</p>"
    rows = "<dl><dt>Variations</dt><dd>Box Squat, Band Squat</dd></dl>"
    steps = "<h4>Steps</h4><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    found = read(f"{TITLE}<h4>Target</h4><p>Quads</p>{steps}{tips}<hr>{rows}")
    assert texts(found, "variations") == ["Box Squat", "Band Squat"]


def test_a_way_back_below_the_last_fact_is_no_value_of_it() -> None:
    facts = "<h4>Level</h4><p>Easy</p><h4>Body part</h4><p>Upper Legs</p>"
    found = read(f"{TITLE}{STEPS}{facts}<p><a>Home</a> | <a>Exercise list</a></p>")
    assert texts(found, "body_parts") == ["Upper Legs"]


def test_a_long_heading_in_a_box_is_no_sentence() -> None:
    heading = "<div>How to Do the Goblet Squat with a Pause at the Bottom</div>"
    page = f"<h1>Goblet Squat with a Pause at the Bottom</h1><p>It looks harmless.</p>{heading}<p>1. Stand.</p><p>2. Sit.</p>"
    found = read(page, "Goblet Squat with a Pause at the Bottom")
    assert (texts(found, "description"), texts(found, "instructions")) == (["It looks harmless."], ["Stand.", "Sit."])


def test_an_answer_in_small_letters_below_its_label() -> None:
    items = "<li><p>Level</p><p>Easy</p></li><li><p>Bilateral</p><p>yes</p></li>"
    assert texts(read(f"{TITLE}<ul>{items}</ul>{STEPS}"), "bilateral") == ["yes"]


def test_unknown_facts_behind_lists_of_known_ones() -> None:
    def fact(label: str, *values: str) -> str:
        said = "".join(f"<li>{value}</li>" for value in values) if len(values) > 1 else ""
        return f"<div><div>{label}</div><div>{f'<ul>{said}</ul>' if said else values[0]}</div></div>"

    facts = fact("Main muscles", "Triceps") + fact("Secondary", "Biceps", "Lats") + fact("Grip", "Overhand")
    assert read(f"{TITLE}<div>{facts}</div>{STEPS}").extra == {"Grip": "Overhand"}
