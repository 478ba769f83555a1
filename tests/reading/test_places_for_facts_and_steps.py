"""Places and forms that hold facts, steps and sections on some sites: dialogs, feet of articles, tables, two columns."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, TWO_STEPS, read, texts, titled

TARGET = "<p>Target: Quads</p>"
GAINS = [("Legs", "They grow."), ("Back", "It stays straight.")]
GAIN_LIST = "<ul><li><b>Legs:</b> They grow.</li><li><b>Back:</b> It stays straight.</li></ul>"
TIP_LIST = "<ul><li>Keep calm.</li><li>Breathe out.</li></ul>"


@pytest.mark.parametrize("head", ["", "<tr><th>Step</th><th>Picture</th><th>What to do</th></tr>"])
@pytest.mark.parametrize("number", ["<b>{}</b>", "{}.", "Step {}"])
def test_steps_in_a_table_with_their_numbers_and_pictures(number: str, head: str) -> None:
    row = "<tr><td>{}</td><td><img src='{}.jpg' alt='Squat {}'></td><td>{}</td></tr>"
    rows = "".join(row.format(number.format(n), n, n, step) for n, step in enumerate(TWO_STEPS, 1))
    found = read(f"{TITLE}{TARGET}<h2>Instructions</h2><table>{head}{rows}</table>")
    assert texts(found, "instructions") == TWO_STEPS


FOOT = (
    "<footer class='entry-meta entry-footer'><span>Works: <a href='/q'>Quads</a>, <a href='/g'>Glutes</a></span> "
    "<span>Also works: <a href='/c'>Core</a></span> <span>Level: <a href='/n'>Novice</a></span></footer>"
)


def test_facts_at_the_foot_of_an_article() -> None:
    page = f"<main><article>{TITLE}{STEPS}<h2>Tips</h2>{TIP_LIST}{FOOT}</article></main>"
    found = read(f"{page}<footer><p>Target: Biceps</p><p>Level: Advanced</p></footer>")
    assert texts(found, "target_muscles") == ["Quads", "Glutes"] and texts(found, "difficulty") == ["Novice"]
    assert texts(found, "secondary_muscles") == ["Core"]


@pytest.mark.parametrize(
    "foot",
    [
        "<span>Filed under: <a href='/s'>Strength</a>, <a href='/l'>Legs</a></span><span>Tags: <a href='/b'>Biceps</a>, <a href='/k'>Barbell</a></span>",
        "<span>Category:</span> <span>Cardio</span> <span>Topics:</span> <span>Barbell</span>",
        "<p>Written by <a href='/ann'>Ann</a></p><p>Level 2 trainer</p>",
    ],
)
def test_the_foot_of_an_article_that_files_it(foot: str) -> None:
    found = read(f"<main><article>{TITLE}{TARGET}{STEPS}<footer>{foot}</footer></article></main>")
    assert set(found.fields) == {"name", "target_muscles", "instructions"} and not found.extra


DIALOG = "<{tag} id='d-{n}'><button>&times;</button><h2>{title}</h2><div class='modal-body'>{body}</div></{end}>"
PARTS = [("Muscles", "<p>Mainly</p><ul><li>Glutes</li></ul><p>Also worked</p><ul><li>Quads</li></ul>"),
         ("Equipment", "<p>Barbell, Bench</p>"), ("Benefits", GAIN_LIST)]  # fmt: skip


@pytest.mark.parametrize(
    "tag", ["dialog", "div class='modal fade' role='dialog'", "div class='modal fade' aria-hidden='true'"]
)
@pytest.mark.parametrize("opener", ["data-dialog='d-{}'", "data-bs-target='#d-{}'", "onclick=\"show('d-{}')\""])
@pytest.mark.parametrize("inside", [True, False])
def test_parts_of_a_page_in_dialogs_that_its_buttons_open(tag: str, opener: str, *, inside: bool) -> None:
    buttons = "".join(f"<button {opener.format(n)}>{title}</button>" for n, (title, _) in enumerate(PARTS))
    boxes = "".join(
        DIALOG.format(tag=tag, n=n, title=title, body=body, end=tag.partition(" ")[0])
        for n, (title, body) in enumerate(PARTS)
    )
    main = f"<main>{TITLE}<p>Level: Novice</p>{STEPS}{buttons}{boxes if inside else ''}</main>"
    found = read(f"{main}{'' if inside else boxes}")
    assert texts(found, "target_muscles") == ["Glutes"] and texts(found, "secondary_muscles") == ["Quads"]
    assert texts(found, "equipment") == ["Barbell", "Bench"] and titled(found, "benefits") == GAINS


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Before you go</h2><p>Level: Advanced</p><form><input type='text'><button>Send</button></form>",
        "<nav><h2>Equipment</h2><a href='/b'>Barbell</a></nav>",
        "<p>Level: Advanced</p>",
    ],
)
@pytest.mark.parametrize("opener", ["<button data-dialog='d-1'>More</button>", ""])
def test_dialogs_that_are_no_part_of_the_page(opener: str, body: str) -> None:
    found = read(f"<main>{TITLE}{TARGET}{STEPS}{opener}</main><dialog id='d-1'>{body}</dialog>")
    assert set(found.fields) == {"name", "target_muscles", "instructions"}


def test_a_dialog_that_nothing_opens() -> None:
    found = read(f"<main>{TITLE}{TARGET}{STEPS}</main><dialog id='d-1'><h2>Equipment</h2><p>Barbell</p></dialog>")
    assert texts(found, "equipment") == []


@pytest.mark.parametrize("form", ["<div>{}{}</div>", "<table><tr><td>{}</td><td>{}</td></tr></table>"])
def test_headings_of_two_columns_above_the_lists_of_both(form: str) -> None:
    heads = form.format("<h3>Benefits</h3>", "<h3>Form Tips</h3>")
    found = read(f"{TITLE}{TARGET}{STEPS}{heads}{form.format(GAIN_LIST, TIP_LIST)}<h3>Popular</h3>{TIP_LIST}")
    assert titled(found, "benefits") == GAINS
    assert texts(found, "safety_tips") == ["Keep calm.", "Breathe out."]


@pytest.mark.parametrize(
    "facts",
    [
        "<p>Main muscles: Quads</p><p>Helping muscles: Glutes</p><p>Difficulty: Beginner</p>",
        "<dl><dt>Main muscles</dt><dd>Quads</dd><dt>Helping muscles</dt><dd>Glutes</dd><dt>Difficulty</dt><dd>Beginner</dd></dl>",
    ],
)
def test_facts_below_a_heading_of_notes(facts: str) -> None:
    found = read(f"{TITLE}{STEPS}<h3>Notes</h3>{facts}")
    assert texts(found, "target_muscles") == ["Quads"] and texts(found, "secondary_muscles") == ["Glutes"]
    assert texts(found, "difficulty") == ["Beginner"]


def test_a_question_with_its_answer_is_no_fact() -> None:
    rows = "<div><div><b>Can I do it at home?</b></div><div>If the neighbours do not mind.</div></div>"
    rows += "<div><div><b>How soon will I see a change?</b></div><div>Give it eight weeks.</div></div>"
    found = read(
        f"{TITLE}{TARGET}<dl><dt>Spotter needed?</dt><dd>Yes</dd></dl>{STEPS}<h2>What lifters ask us</h2>{rows}"
    )
    assert dict(found.extra) == {"Spotter needed?": "Yes"}


@pytest.mark.parametrize(
    ("sentence", "first", "others"),
    [
        ("Primarily the side deltoids. The traps assist.", ["side deltoids"], ["traps"]),
        ("The main work is done by the quads, while the side delts and traps assist.", ["quadriceps"], ["side deltoids", "traps"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("heading", ["What muscles does the goblet squat work?", "The muscles behind it"])
def test_muscles_in_sentences_whose_names_hold_a_word_that_ranks(
    heading: str, sentence: str, first: list[str], others: list[str]
) -> None:
    found = read(f"{TITLE}<h2>{heading}</h2><p>{sentence}</p>{STEPS}")
    assert texts(found, "target_muscles") == first and texts(found, "secondary_muscles") == others


@pytest.mark.parametrize(
    ("title", "name", "others"),
    [
        ("Single-Arm Dumbbell Row (aka One-Arm Row)", "Single-Arm Dumbbell Row", ["One-Arm Row"]),
        ("Lying Triceps Extension (Skull Crusher, French Press)", "Lying Triceps Extension", ["Skull Crusher", "French Press"]),
        ("Lat Pulldown – Proper Form, Variations and Tips", "Lat Pulldown", []),
        ("Leg Raise (Bent Knees, Slow)", "Leg Raise (Bent Knees, Slow)", []),
    ],
)  # fmt: skip
def test_names_with_more_behind_them_in_both_titles(title: str, name: str, others: list[str]) -> None:
    head = f"<meta property='og:title' content='How to Do a {title}'>"
    found = read(f"{head}<h1>How to Do a {title}</h1>{TARGET}{STEPS}", f"How to Do a {title} - Ironleaf")
    assert texts(found, "name") == [name] and texts(found, "aliases") == others


def test_what_stands_beside_the_name_of_another_exercise_is_no_fact() -> None:
    cards = "".join(f"<div><b>{name}</b><span>Machine</span></div>" for name in ("Barbell Front Squat", "Seated Row"))
    found = read(f"{TITLE}<div><span>Beginner</span></div>{TARGET}{STEPS}<h6>Try instead</h6>{cards}")
    assert texts(found, "equipment") == []


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Three cues worth a sticky note", "safety_tips"),
        ("What should you pay attention to?", "safety_tips"),
        ("Little things that help", "safety_tips"),
        ("Why our coaches like it", "benefits"),
    ],
)
def test_headings_of_tips_and_benefits(heading: str, field: str) -> None:
    found = read(f"{TITLE}{TARGET}{STEPS}<h2>{heading}</h2>{TIP_LIST}<p><b>Difficulty:</b> Advanced</p>")
    assert texts(found, field) == ["Keep calm.", "Breathe out."] and texts(found, "difficulty") == ["Advanced"]


@pytest.mark.parametrize("steps", [STEPS, STEPS.partition("</h2>")[2]])
@pytest.mark.parametrize("mark", ["h2", "b"])
def test_hints_of_somebody_are_tips(mark: str, steps: str) -> None:
    found = read(f"{TITLE}{TARGET}{steps}<p><{mark}>Hints of our trainer</{mark}></p>{TIP_LIST}")
    assert texts(found, "safety_tips") == ["Keep calm.", "Breathe out."] and texts(found, "instructions") == TWO_STEPS


@pytest.mark.parametrize("part", ["{}", "<section>{}</section>"])
def test_titles_of_benefits_as_high_as_their_heading(part: str) -> None:
    gains = "".join(part.format(f"<h2>{title}</h2><p>{text}</p>") for title, text in GAINS)
    end = "<h2>You may also like</h2><p>It shines.</p>"
    found = read(f"{TITLE}{TARGET}{STEPS}{part.format('<h2>Benefits</h2>')}{gains}{end}")
    assert titled(found, "benefits") == GAINS


def test_a_heading_without_anything_below_it_takes_no_other_section() -> None:
    found = read(
        f"{TITLE}{TARGET}{STEPS}<h2>Benefits</h2><h2>Our town</h2><p>It is old.</p><h2>Mistakes</h2><p>To hurry.</p>"
    )
    assert "benefits" not in found.fields


@pytest.mark.parametrize("title", ["Goblet Squat", "Cable Woodchop"])
def test_the_name_of_the_site_at_the_foot_of_its_pages(title: str) -> None:
    foot = "<div><h1>Iron Cards</h1><p>Mo writes here</p></div>"
    page = f"<div><h2>{title}</h2>{TARGET}<h3>Do it like this</h3><ol><li>Stand tall.</li><li>Bend the knees.</li></ol></div>"
    found = read(f"{page}{foot}", "Iron Cards - Mo writes here")
    assert texts(found, "name") == [title] and texts(found, "instructions") == TWO_STEPS


def test_a_panel_whose_words_stand_above_it_and_two_panels_of_one_number() -> None:
    item = "<div><div role='button' aria-expanded='false' data-tab='1'><a>{}</a></div><div role='region' id='p{}' data-tab='1'><p>{}</p></div></div>"
    items = "".join(item.format(title, n, text) for n, (title, text) in enumerate(GAINS))
    found = read(f"{TITLE}{TARGET}{STEPS}<h2>Benefits</h2>{items}<h2>Tips</h2>{TIP_LIST}")
    assert titled(found, "benefits") == GAINS


def test_a_label_that_is_one_as_a_whole() -> None:
    found = read(f"{TITLE}<p><b>Sanskrit name</b> <span>Navasana</span></p>{TARGET}{STEPS}")
    assert texts(found, "aliases") in ([], ["Navasana"])


@pytest.mark.parametrize(
    ("doses", "read_as"),
    [
        ("<ul><li>Sets 3</li><li>Time 40 seconds</li><li>Burns 4 kcal</li></ul>", [("Sets", "3"), ("Time", "40 seconds")]),
        ("<p><b>Hold for</b> 20 seconds</p>", [("Hold for", "20 seconds")]),
        ("<dl><dt>Sets</dt><dd>4</dd><dt>Hang time</dt><dd>20 s</dd></dl>", [("Sets", "4"), ("Hang time", "20 s")]),
        ("<div><div><b>Sets</b><span>: 3</span></div><div><b>Rest</b><span>: 1 min</span></div></div>", [("Sets", "3"), ("Rest", "1 min")]),
    ],
)  # fmt: skip
def test_how_much_to_do_without_a_mark(doses: str, read_as: list[tuple[str, str]]) -> None:
    assert titled(read(f"{TITLE}<p>It trains the legs.</p>{doses}{TARGET}{STEPS}"), "tracking") == read_as


def test_a_hint_in_a_box_of_its_own_is_a_tip() -> None:
    boxes = "".join(f"<aside class='hint'><p><b>{title}</b></p><p>{text}</p></aside>" for title, text in GAINS)
    found = read(f"{TITLE}{TARGET}{STEPS}<h2>Tips</h2>{boxes}<h2>Benefits</h2>{TIP_LIST}")
    assert titled(found, "safety_tips") == GAINS


def test_a_level_beside_its_label_that_says_the_label_again() -> None:
    found = read(f"{TITLE}<div><b>Level</b><span>Level 2</span></div>{TARGET}{STEPS}")
    assert texts(found, "difficulty") == ["Level 2"]


def test_what_a_variation_is_behind_its_name() -> None:
    ways = "<ul><li>Box Squat (a box behind you)</li><li>Front Squat (Smith Machine)</li></ul><h2>More ways to move</h2><ul><li>Plank</li></ul>"
    found = read(f"{TITLE}{TARGET}{STEPS}<h2>Variations</h2>{ways}")
    assert texts(found, "variations") == ["Box Squat", "Front Squat (Smith Machine)"]


@pytest.mark.parametrize(
    "title", ["<p><span>5.3.{n}</span> <span>{words}</span></p>", "<div><div>5.3.{n}</div><div>{words}</div></div>"]
)
def test_titles_beside_the_numbers_of_their_sections(title: str) -> None:
    heads = [title.format(n=n, words=words) for n, words in enumerate(("Procedure", "Benefits", "Prescription"), 1)]
    steps = "<ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    found = read(
        f"{TITLE}{TARGET}{heads[0]}{steps}{heads[1]}<p>The legs grow.</p><p>The back too.</p>{heads[2]}<dl><dt>Sets</dt><dd>3</dd></dl>"
    )
    assert texts(found, "benefits") == ["The legs grow.", "The back too."] and texts(found, "instructions") == TWO_STEPS
    assert titled(found, "tracking") == [("Sets", "3")]


def test_a_drawing_that_is_the_label_of_the_words_beside_it() -> None:
    sign = "<svg role='img' aria-label='{}'><path d='M0 0'/></svg>"
    item = "<li>{}<span>{}</span><span>{}</span></li>"
    facts = item.format(sign.format("Target muscles"), "Quads", "Glutes") + item.format(
        sign.format("Equipment"), "EZ bar", "Bench"
    )
    found = read(f"{TITLE}<ul>{facts}</ul>{STEPS}")
    assert texts(found, "target_muscles") == ["Quads", "Glutes"] and texts(found, "equipment") == ["EZ bar", "Bench"]


def test_muscles_that_help_are_no_benefits() -> None:
    chips = "<p>Muscles that help</p><div><span>Glutes</span><span>Core</span></div>"
    found = read(f"{TITLE}{TARGET}{chips}{STEPS}<p>What you gain from it</p><p>The legs grow.</p><p>The back too.</p>")
    assert texts(found, "secondary_muscles") == ["Glutes", "Core"]
    assert texts(found, "benefits") == ["The legs grow.", "The back too."]


def test_questions_that_ask_for_a_level_a_part_and_tips() -> None:
    asked = "<h2>Which body part is it for?</h2><p>Shoulders.</p><h2>What level is it?</h2><p>Beginner.</p>"
    tips = "<h2>What are the best tips?</h2><dl><dt>Ribs</dt><dd>Keep them down.</dd><dt>Hips</dt><dd>Keep them level.</dd></dl>"
    found = read(f"{TITLE}{TARGET}{asked}{STEPS}{tips}<h2>Last time</h2><p>We looked at the Ab Wheel Rollout.</p>")
    assert texts(found, "body_parts") == ["Shoulders"] and texts(found, "difficulty") == ["Beginner"]
    assert titled(found, "safety_tips") == [("Ribs", "Keep them down."), ("Hips", "Keep them level.")]


@pytest.mark.parametrize(
    "doses",
    [
        "<h3>Sets and reps</h3><ul><li>Sets <span class='badge'>3</span></li><li>Reps <span class='badge'>8-12</span></li></ul>",
        "<h3>Sets and reps</h3><ul><li><b>3</b> Sets</li><li><b>8-12</b> Reps</li></ul>",
        "<div><div>3</div><div>Sets</div></div><div><div>8-12</div><div>Reps</div></div><div><div>3 minutes</div><div>Rest</div></div>",
        "<p><b>Benefits</b></p><ul><li>The legs grow.</li></ul><div><b>Sets &amp; reps</b><span>Sets: 3</span><span>Reps: 8-12</span></div>",
    ],
)  # fmt: skip
def test_amounts_before_and_beside_what_they_count(doses: str) -> None:
    found = read(f"{TITLE}<p>It trains the legs.</p><h3>Facts</h3><dl><dt>Target</dt><dd>Quads</dd></dl>{doses}{STEPS}")
    tracked = [(metric.lower(), amount) for metric, amount in titled(found, "tracking")]
    assert tracked[:2] == [("sets", "3"), ("reps", "8-12")] and not found.extra


def test_folds_that_say_how_they_open() -> None:
    folds = f"<h4>Staying safe <span>Expand</span></h4>{TIP_LIST}<h4>Benefits <span>Expand</span></h4>{GAIN_LIST}"
    found = read(f"{TITLE}{TARGET}{STEPS}{folds}")
    assert texts(found, "safety_tips") == ["Keep calm.", "Breathe out."] and titled(found, "benefits") == GAINS


def test_a_side_beside_a_label_that_begins_steps_elsewhere() -> None:
    found = read(f"{TITLE}<dl><dt>Target</dt><dd>Quads</dd><dt>Execution</dt><dd>Unilateral</dd></dl>{STEPS}")
    assert texts(found, "bilateral") == ["Unilateral"]


def test_who_wrote_it_and_an_offer_are_neither_name_nor_steps() -> None:
    offer = "<h2>Want me to check your form?</h2><p>Leave your name.</p><ul><li>Home</li><li>Plank</li></ul>"
    found = read(f"{TITLE}<div>/ <a>Exercises</a> / By <a></a></div><p>It trains the legs.</p>{TARGET}{STEPS}{offer}")
    assert texts(found, "description") == ["It trains the legs."] and texts(found, "instructions") == TWO_STEPS


def test_a_step_that_says_of_how_many_it_is_one_is_a_step() -> None:
    step = "<li><span>Step {} of 3</span> <span>{}</span></li>"
    told = ("Stand tall.", "Bend the knees.", "Stand up again.")
    page = f"{TITLE}<h2>Execution</h2><ul>{''.join(step.format(n, text) for n, text in enumerate(told, 1))}</ul>"
    assert texts(read(page), "instructions") == list(told)


def test_no_colon_follows_a_bold_sentence() -> None:
    items = "<li><strong>Stand tall.</strong> <p>Hold the bar.</p></li><li><strong>Squat.</strong> <p>Go deep.</p></li>"
    assert texts(read(f"{TITLE}<h2>Execution</h2><ol>{items}</ol>"), "instructions") == [
        "Stand tall. Hold the bar.",
        "Squat. Go deep.",
    ]


def test_steps_without_a_stop_are_steps_beside_one_that_has_it() -> None:
    told = ["Hold the bell close to the chest", "Sit down between the heels.", "Stand up tall", "Never in a hurry"]
    page = f"{TITLE}{TARGET}<h2>Steps</h2>{''.join(f'<p>{line}</p>' for line in told)}"
    assert texts(read(page), "instructions") == told[:-1]


def test_what_only_begins_like_a_movement_is_no_step() -> None:
    seen = "<h2>How to do it</h2><p>Lower body, side view</p>"
    assert texts(read(f"{TITLE}{TARGET}{seen}{STEPS}"), "instructions") == TWO_STEPS
    named = "<h2>Steps</h2><p>Push-up muscle diagram</p><p>Stand tall.</p><p>Bend the knees.</p>"
    assert texts(read(f"{TITLE}{TARGET}{named}"), "instructions") == TWO_STEPS


def test_titles_above_steps_are_none_themselves() -> None:
    told = "".join(
        f"<p><b>{title}</b></p><p>{step}</p>"
        for title, step in zip(("Hold it tight", "Sit back down"), TWO_STEPS, strict=True)
    )
    assert texts(read(f"{TITLE}{TARGET}<h2>Steps</h2>{told}"), "instructions") == TWO_STEPS


def test_a_table_with_any_number_goes_on_with_no_list() -> None:
    row = "<table><tr><td>12</td><td>Weeks are needed for a first result.</td></tr></table>"
    assert texts(read(f"{TITLE}{TARGET}{STEPS}{row}"), "instructions") == TWO_STEPS
