"""Facts by the company they keep, and what stands on a page of an exercise and is not about it."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, read, read_text, texts, titled

FACTS = "<p>Target muscles: Quads</p><p>Equipment: Dumbbell</p>"


# --- facts of no field ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fact",
    [
        "<p>Foot placement: Hip width</p>",
        "<p><b>Foot placement</b> Hip width</p>",
        "<div><span>Foot placement</span><span>Hip width</span></div>",
    ],
)
def test_a_label_nobody_knows_among_known_ones_is_a_fact(fact: str) -> None:
    assert dict(read(f"{TITLE}{FACTS}{fact}{STEPS}").extra) == {"Foot placement": "Hip width"}


def test_labels_nobody_knows_by_themselves_are_no_facts() -> None:
    found = read(f"{TITLE}<p>Listen: Episode 12</p><p>Season: Three</p><p>Equipment: Dumbbell</p>{STEPS}")
    assert dict(found.extra) == {}


def test_two_muscles_side_by_side_are_no_label_with_its_value() -> None:
    body = "<div><span>Helpers</span><span>Glutes</span><span>Hamstrings</span><span>Calves</span></div>"
    found = read(f"{TITLE}{FACTS}{body}{STEPS}")
    assert texts(found, "secondary_muscles") == ["Glutes", "Hamstrings", "Calves"]
    assert dict(found.extra) == {}


def test_the_name_in_a_table_is_no_fact_of_its_own() -> None:
    rows = "<tr><th>Name</th><td>Goblet Squat</td></tr><tr><th>Target</th><td>Quads</td></tr>"
    assert dict(read(f"{TITLE}<table>{rows}</table>{STEPS}").extra) == {}


def test_the_head_of_two_columns_is_no_fact() -> None:
    head, rows = "<tr><th>Property</th><th>Value</th></tr>", "<tr><td>Target</td><td>Quads</td></tr>"
    found = read(f"{TITLE}<table>{head}{rows}<tr><td>Level</td><td>Novice</td></tr></table>{STEPS}")
    assert dict(found.extra) == {}
    assert texts(found, "target_muscles") == ["Quads"]


def test_how_much_to_do_is_tracked() -> None:
    found = read(f"{TITLE}{FACTS}<p>Sets: 3</p><p>Reps: 8-12</p><p>Rest: 90 seconds</p>{STEPS}")
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "8-12"), ("Rest", "90 seconds")]
    assert dict(found.extra) == {}


def test_a_plan_of_several_exercises_is_not_tracked() -> None:
    plan = "<h2>Plan</h2><p>Sets: 3</p><p>Reps: 8</p><p>Sets: 4</p><p>Reps: 6</p>"
    assert "tracking" not in read(f"{TITLE}{FACTS}{STEPS}{plan}").fields


@pytest.mark.parametrize(
    ("label", "value", "field", "expected"),
    [
        ("Movement", "Compound (multi-joint)", "mechanic", ["Compound"]),
        ("Movement pattern", "Pull", "force", ["Pull"]),
        ("Suitable for", "Advanced athletes", "difficulty", ["Advanced athletes"]),
        ("Focus area", "Hamstrings", "target_muscles", ["Hamstrings"]),
        ("Machine/Tool", "2 dumbbells", "equipment", ["2 dumbbells"]),
    ],
)
def test_a_label_of_many_meanings_says_what_its_value_says(
    label: str, value: str, field: str, expected: list[str]
) -> None:
    found = read(f"{TITLE}<dl><dt>{label}</dt><dd>{value}</dd></dl>{STEPS}")
    assert [text.removesuffix(" (multi-joint)") for text in texts(found, field)] == expected


@pytest.mark.parametrize(("label", "value"), [("Movement pattern", "Horizontal pull"), ("Suitable for", "Home gyms")])
def test_a_label_of_many_meanings_is_a_fact_of_its_own_beside_other_words(label: str, value: str) -> None:
    assert dict(read(f"{TITLE}<dl><dt>{label}</dt><dd>{value}</dd></dl>{STEPS}").extra) == {label: value}


def test_numbers_and_speeds_are_no_levels() -> None:
    found = read(f"{TITLE}<dl><dt>Rounds</dt><dd>3</dd><dt>Cadence</dt><dd>Moderate</dd></dl>{STEPS}")
    assert "difficulty" not in found.fields


# --- beside the text ------------------------------------------------------------------------------------------


def test_a_box_of_facts_in_a_sidebar_with_other_things() -> None:
    facts = "<div>Level</div><div>Novice</div>", "<div>Prime movers</div><div>Quads</div>"
    box = "".join(f"<div class='fact'>{fact}</div>" for fact in facts)
    aside = f"<aside><div class='factbox'>{box}</div><h4>Trending</h4><p><a href='/x'>Pull-Up</a> (Lats)</p></aside>"
    found = read(f"{aside}<main>{TITLE}<p>A squat with a weight in front.</p>{STEPS}</main>")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "difficulty") == ["Novice"]


def test_pictures_in_front_of_values_are_their_labels() -> None:
    items = "".join(
        f"<li><img alt='{label}'><span>{value}</span></li>"
        for label, value in (("Target muscle", "Quads"), ("Equipment", "Dumbbell"), ("Level", "<img alt='Novice'>"))
    )
    found = read(f"{TITLE}<ul>{items}</ul>{STEPS}<ul><li><img alt='Tick'> Warm up first.</li></ul>")
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], ["Dumbbell"])
    assert texts(found, "difficulty") == ["Novice"]


@pytest.mark.parametrize(
    "gauge",
    [
        "<meter min=0 max=10 value=2>2 out of 10</meter>",
        "<progress max=10 value=2></progress>",
        "<div role=progressbar aria-valuemin=0 aria-valuemax=10 aria-valuenow=2></div>",
    ],
)
def test_gauges_show_a_value(gauge: str) -> None:
    found = read(f"{TITLE}<div><div>Difficulty</div><div>{gauge}</div></div>{STEPS}")
    assert texts(found, "difficulty") in (["2 of 10"], ["2 out of 10"])


# --- of something else ----------------------------------------------------------------------------------------


def test_facts_below_the_steps_under_a_heading_nobody_knows_are_of_something_else() -> None:
    plan = "<h2>Strong in six weeks</h2><dl><dt>Level</dt><dd>Advanced</dd><dt>Equipment</dt><dd>Barbell</dd></dl>"
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}{plan}")
    assert "difficulty" not in found.fields
    assert "equipment" not in found.fields


def test_facts_below_the_steps_are_the_exercises_where_none_stand_above() -> None:
    found = read(
        f"{TITLE}{STEPS}<h2>Vital signs</h2><dl><dt>Target</dt><dd>Quads</dd><dt>Level</dt><dd>Novice</dd></dl>"
    )
    assert texts(found, "target_muscles") == ["Quads"]


def test_what_has_a_price_is_for_sale() -> None:
    box = "<h3>Hex Dumbbells</h3><p>£64.99</p><ul><li>Chrome handle</li></ul><dl><dt>Weight</dt><dd>20 kg</dd></dl>"
    found = read(f"{TITLE}<p>Target: Quads</p><div>{box}<p>Add to basket</p></div>{STEPS}")
    assert dict(found.extra) == {}


def test_questions_of_readers_are_no_sections() -> None:
    faq = "<h2>FAQ</h2><h3>What equipment do I need at home?</h3><p>A pair of dumbbells and a bench.</p>"
    assert "equipment" not in read(f"{TITLE}<p>Target: Quads</p>{STEPS}{faq}").fields


@pytest.mark.parametrize(
    "poster",
    ["<p><b>lifter9</b> <span>Posts: 12</span> <span>Joined: 2019</span></p>", "<h3>Re: Goblet Squat</h3>"],
)
def test_answers_of_readers_are_no_part_of_the_page(poster: str) -> None:
    reply = f"{poster}<p>My own warm-up:</p><ol><li>Ten minutes on the bike.</li><li>Two light sets.</li></ol>"
    found = read(f"{TITLE}<p>Target: Quads</p>{STEPS}<h2>Benefits</h2><ul><li>Strong legs.</li></ul>{reply}")
    assert texts(found, "benefits") == ["Strong legs."]
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


def test_tabs_to_choose_from_state_nothing() -> None:
    tabs = "<div><a>Overview</a><a>Steps</a><a>Variations</a><a>Benefits</a></div>"
    found = read(f"{TITLE}{tabs}{STEPS}")
    assert "variations" not in found.fields
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


def test_a_list_of_alternatives_names_other_exercises() -> None:
    found = read(f"{TITLE}{STEPS}<h2>Alternatives</h2><ul><li>Leg Press</li><li>Lunge</li></ul>")
    assert "variations" not in found.fields


def test_structured_data_of_another_exercise_is_not_taken() -> None:
    other = '{"@type": "HowTo", "name": "Hanging Leg Raise", "tool": "Pull-up bar"}'
    found = read(f'{TITLE}{STEPS}<script type="application/ld+json">{other}</script>')
    assert "equipment" not in found.fields


def test_a_box_named_for_what_readers_may_like_is_none_of_the_page() -> None:
    box = "<div class='you-may-like'><h4>Neighbours</h4><p>Lunge: strong legs and glutes for everyone.</p></div>"
    found = read(f"{TITLE}{STEPS}<h2>Tips</h2><ul><li>Keep the chest up.</li></ul>{box}")
    assert titled(found, "safety_tips") == [("", "Keep the chest up.")]


def test_the_description_ends_where_something_else_begins() -> None:
    intro = "<p>A squat with a weight in front.</p><p>New here?</p><p>Read our guide, it lists the gear you need.</p>"
    assert texts(read(f"{TITLE}{intro}{STEPS}"), "description") == ["A squat with a weight in front."]


# --- text -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [
        "Target .......: Quads\nEquipment ....: Dumbbell\nStance .......: Wide\n",
        "Target              Quads\nEquipment           Dumbbell\nStance              Wide\n",
        "| Property | Value |\n|---|---|\n| Target | Quads |\n| Equipment | Dumbbell |\n| Stance | Wide |\n",
    ],
)
def test_columns_of_a_text_are_labels_and_values(facts: str) -> None:
    found = read_text(f"Goblet Squat\n\nA squat.\n\n{facts}\nInstructions\n\n1. Stand tall.\n2. Bend the knees.\n")
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], ["Dumbbell"])
    assert dict(found.extra) == {"Stance": "Wide"}


def test_a_value_alone_below_a_heading_nobody_knows_among_headings_of_facts() -> None:
    facts = {"Target": "Quads", "Equipment": "Dumbbell", "Stance": "Shoulder width"}
    body = "".join(f"<h4>{label}</h4><p>{value}</p>" for label, value in facts.items())
    assert dict(read(f"{TITLE}<h3>At a glance</h3>{body}{STEPS}").extra) == {"Stance": "Shoulder width"}


def test_a_definition_of_markdown_is_a_label_with_its_value() -> None:
    facts = "Target muscles\n: Quads\n\nEquipment\n: Dumbbell\n\nStance\n: Wide\n"
    found = read_text(f"# Goblet Squat\n\nA squat.\n\n{facts}\n## Instructions\n\n1. Stand tall.\n2. Sit.\n")
    assert texts(found, "equipment") == ["Dumbbell"]
    assert dict(found.extra) == {"Stance": "Wide"}


ASKING = "<h3>Join the list</h3><p>Leave your email and we send you a plan.</p><form><input type='email'><button>Go</button></form>"


@pytest.mark.parametrize("box", [f"<div>{ASKING}</div>", f"<section><div>{ASKING}</div></section>"])
def test_a_box_that_asks_for_an_address_is_none_of_the_page(box: str) -> None:
    found = read(f"{TITLE}{STEPS}<h2>Tips</h2><h3>Chest up</h3><p>Keep it proud.</p>{box}")
    assert titled(found, "safety_tips") == [("Chest up", "Keep it proud.")]


def test_a_page_inside_a_form_that_asks_for_an_address_too_is_read() -> None:
    found = read(f"<form>{TITLE}{STEPS}<h2>Tips</h2><p>Keep the chest up.</p><input type='email'></form>")
    assert titled(found, "safety_tips") == [("", "Keep the chest up.")]


def test_articles_side_by_side_under_links_stand_for_other_pages() -> None:
    cards = "".join(
        f"<article><a href='/x'><h3>{n} Squat</h3></a><p>Glutes · Barbell</p></article>" for n in ("A", "B")
    )
    assert not read(f"{TITLE}<p>Target: Quads</p>{STEPS}<h3>See also</h3><div>{cards}</div>").extra


def test_facts_behind_a_main_element_that_ends_too_early() -> None:
    facts = (
        "<h2>Facts</h2><table><tr><td>Target muscle</td><td>Quads</td></tr><tr><td>Level</td><td>Easy</td></tr></table>"
    )
    side = "<aside><h3>Popular articles</h3><ul><li><a href='/1'>Sleep well</a></li></ul></aside>"
    tips = "<h2>Helpful tips</h2><p>Keep the chest up.</p>"
    found = read(f"<main>{TITLE}{STEPS}</main>{facts}{tips}{side}<footer>Level: Expert</footer>")
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], ["Easy"])
    assert titled(found, "safety_tips") == [("", "Keep the chest up.")]


def test_who_began_a_page_of_a_forum_is_no_section() -> None:
    poster = "<b>BigMo</b><br>Member<br>Joined: 04 Jan 2004<br>Posts: 4122<br>"
    post = "A squat with a weight in front.<br><br><b>Target muscles:</b> quads<br><b>How to:</b><br>1. Stand tall.<br>2. Sit.<br>"
    table = f"<table><tr><th>Author</th><th>Message</th></tr><tr><td>{poster}</td><td>{post}</td></tr></table>"
    found = read(f"<table><tr><td><a class='maintitle'>Goblet Squat</a></td></tr></table>{table}")
    assert texts(found, "target_muscles") == ["quads"]
    assert texts(found, "description") == ["A squat with a weight in front."]


def test_who_wrote_a_page_is_no_fact_though_called_details() -> None:
    about = "<dl><dt>Details</dt><dd>Written by: Super User</dd><dd>Category: Exercises</dd><dd>Hits: 2341</dd></dl>"
    assert not read(f"{TITLE}{about}<p>Target: Quads</p>{STEPS}").extra


@pytest.mark.parametrize(
    "call",
    [
        "Like what you read? Get one move a week in your inbox.",
        "Want a plan made for you? Book a free call: 20 minutes, no strings.",
        "New: IronGlow pre-workout. Equipment not included.",
        "For the record holders, see List of world records.",
        "Words by Hal Moreno. Photographs by Ingrid Berg.",
        "Asked 5 years, 2 months ago · Viewed 31k times",
        "By Ida Falk, updated on 14 February 2024 · 4 minute read",
    ],
)
def test_calls_and_notices_are_no_part_of_the_description(call: str) -> None:
    found = read(f"{TITLE}<div><p>A squat with a weight in front.</p></div><div><p>{call}</p></div>{STEPS}")
    assert texts(found, "description") == ["A squat with a weight in front."]


def test_what_is_for_sale_is_no_fact() -> None:
    offers = "<p><b>SPECIAL OFFER</b> Adjustable dumbbells.</p><p>Get a free 8 week program: enter your email</p>"
    ads = "<div>Ads by Gaggle<br>Lose weight with this trick</div>"
    assert not read(f"{TITLE}<p>Target: Quads</p><p>Equipment: Dumbbell</p>{offers}{ads}{STEPS}").extra


@pytest.mark.parametrize(("link", "tips"), [("", [("", "Keep the chest up.")]), ("<a href='/x'>More</a>", [])])
def test_an_aside_may_go_on_with_what_the_text_tells(link: str, tips: list[tuple[str, str]]) -> None:
    aside = f"<aside><h2>Coaching tips</h2><ul><li>Keep the chest up.</li></ul>{link}</aside>"
    assert titled(read(f"<article>{TITLE}{STEPS}{aside}</article>"), "safety_tips") == tips


def test_a_star_before_a_sentence_is_no_title_and_comments_are_no_tips() -> None:
    tips = "".join(f"<div><div>★</div><div>{said}</div></div>" for said in ("Chest up, always.", "Breathe out."))
    comments = "<div>Comments (2)</div><div><div>marco_83</div><div>Added 5 kg this month, thanks!</div></div>"
    found = read(f"<div>{TITLE}{STEPS}<div>Pro tips</div>{tips}{comments}</div>")
    assert titled(found, "safety_tips") == [("", "Chest up, always."), ("", "Breathe out.")]


def test_notes_from_readers_are_no_tips() -> None:
    notes = "<section><h2>Notes from students</h2><div><b>Nadia</b><p>I get sore triceps from this.</p></div></section>"
    found = read(f"{TITLE}{STEPS}<h2>Notes from the coach</h2><p>Keep the chest up.</p>{notes}")
    assert titled(found, "safety_tips") == [("", "Keep the chest up.")]


def test_who_wrote_a_page_is_no_description() -> None:
    said = "<p>A squat with a weight in front.</p>"
    for byline in ("<address>By <a>Ann Bell, C.S.C.S.</a></address>", "<p>By Ann Bell, C.S.C.S.</p>"):
        assert texts(read(f"{TITLE}{byline}{said}{STEPS}"), "description") == ["A squat with a weight in front."]


def test_what_the_builder_of_a_page_set_twice_is_said_once() -> None:
    facts = "".join(
        f"<div><p>{a}</p><p>{b}</p></div>" for a, b in (("Target", "Quads"), ("Level", "Easy"), ("Reps", "8"))
    )
    found = read(f"{TITLE}<div class='wide'>{facts}</div><div class='small'>{facts}</div>{STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "tracking")) == (["Quads"], ["8"])
    rounds = "<p>Lunge left.</p><p>Lunge right.</p><p>Stand tall.</p>"
    assert len(texts(read(f"{TITLE}<h2>How to</h2>{rounds}{rounds}"), "instructions")) == 6


def test_a_side_bar_of_which_one_part_leads_elsewhere() -> None:
    facts = "<div><p>Details</p><div><span>Level</span> <span>Easy</span></div><div><span>Force</span> <span>Push</span></div></div>"
    gear = "<div><p>Equipment</p><div>Kettlebell</div></div>"
    others = "<div><p>Similar</p><a href='/x'><p>Calf Raise</p><div>Calves</div><div>Hard</div></a></div>"
    news = "<div><p>Our app for the phone</p></div>"
    told = f"<p>{'A squat with a weight in front of the chest. ' * 9}</p>"
    for page in (
        f"<main>{TITLE}{told}{STEPS}<aside>{facts}{gear}{others}{news}</aside></main>",
        f"<main>{TITLE}{told}{STEPS}</main><aside><div>{facts}{gear}{others}{news}</div></aside>",
    ):
        found = read(page)
        assert (texts(found, "difficulty"), texts(found, "force")) == (["Easy"], ["Push"])
        assert "target_muscles" not in found.fields
    assert texts(read(f"<main>{TITLE}{STEPS}<aside>{facts}{gear}{others}</aside></main>"), "equipment") == [
        "Kettlebell"
    ]


def test_links_behind_the_last_fact_are_none() -> None:
    muscles = "<p><b>Target</b></p><ul><li>Quads</li></ul><p><b>Synergists</b></p><ul><li>Glutes</li></ul>"
    found = read(
        f"{TITLE}{STEPS}<h2>Muscles</h2>{muscles}<p>Equipment: Kettlebell</p><div><a>Advertise</a> | <a>Quizzes</a></div>"
    )
    assert (texts(found, "equipment"), texts(found, "secondary_muscles")) == (["Kettlebell"], ["Glutes"])


def test_what_to_avoid_is_no_tip() -> None:
    found = read(f"{TITLE}{STEPS}<h2>What should I avoid?</h2><ul><li>A rounded back</li><li>Bent arms</li></ul>")
    assert "safety_tips" not in found.fields


@pytest.mark.parametrize("names", ["govuk-visually-hidden", "sr-only", "screen-reader-text"])
def test_what_is_only_read_aloud_before_a_warning(names: str) -> None:
    tip = f"<p><strong><span class='{names}'>Warning</span> Stop if your arm tingles.</strong></p>"
    found = read(f"{TITLE}<p><span class='{names}'>Target:</span> Quads</p>{STEPS}<h2>Safety</h2>{tip}")
    assert titled(found, "safety_tips") == [("", "Stop if your arm tingles.")]
    assert texts(found, "target_muscles") == ["Quads"]


def test_what_the_program_of_a_site_says_is_no_step() -> None:
    steps = "<h2>Instructions</h2><p>Stand tall.</p><p>Bend the knees.</p><p>The video could not be loaded.</p>"
    assert texts(read(f"{TITLE}{steps}"), "instructions") == ["Stand tall.", "Bend the knees."]


def test_a_call_to_write_is_no_tip() -> None:
    tips = "<h2>Tips</h2><p>Go slowly.</p><p>Questions? Write to us.</p>"
    assert texts(read(f"{TITLE}{STEPS}{tips}"), "safety_tips") == ["Go slowly."]


def test_labels_with_the_look_of_those_of_a_menu() -> None:
    facts = "".join(
        f"<p class='menu-label'>{label}</p><div class='tags'><span>{term}</span></div>"
        for label, term in (("Muscles", "Quads"), ("Helpers", "Glutes"), ("Kit", "Kettlebell"))
    )
    others = "<div class='menu'><p class='menu-label'>Muscles</p><ul class='menu-list'><li>Calves</li></ul></div>"
    found = read(f"{TITLE}{STEPS}<div class='box'>{facts}</div>{others}")
    read_terms = [texts(found, field) for field in ("target_muscles", "secondary_muscles", "equipment")]
    assert read_terms == [["Quads"], ["Glutes"], ["Kettlebell"]]
