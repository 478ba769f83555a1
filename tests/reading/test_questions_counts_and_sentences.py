"""Labels that ask and that are counted, signs between facts, and facts in sentences."""

from __future__ import annotations

import pytest

from pipeline.reading.cutting.headed import without_icons
from pipeline.reading.markup.html import html_outline
from pipeline.records import Heading, Paragraph, Place
from tests.reading.reading import STEPS, TEXT_HEAD, TEXT_STEPS, TITLE, read, read_text, texts, titled
from tests.reading.records import record

HEAD = f"{TITLE}<p>A squat with a weight held close.</p>"
WORKS = "It mainly works the quads."


def test_facts_in_sentences_and_behind_labels_are_no_description_where_another_is() -> None:
    told = "Goblet Squat has been part of our evenings for years. We use it to train the quads."
    facts = "It is a compound pushing exercise for beginners. Secondary muscles: glutes. Equipment: dumbbell."
    found = record(f"{TITLE}<p>{told}</p><p><strong>In short</strong></p><p>{facts}</p>{STEPS}")
    assert (found.description, found.equipment, found.force) == (told, ("dumbbell",), "push")


@pytest.mark.parametrize(
    "asked",
    [
        ("How difficult is it?", "What do you need?", "Which muscles does it work?"),
        (
            "How hard is the Goblet Squat?",
            "What do I need for the Goblet Squat?",
            "Which muscles does the Goblet Squat work?",
        ),
    ],
)
def test_questions_are_labels_also_with_the_name_of_the_exercise_in_them(asked: tuple[str, str, str]) -> None:
    level, tools, muscles = asked
    found = record(f"{HEAD}<p>{level} Novice</p><p>{tools} Dumbbell</p><p>{muscles} Quads</p>{STEPS}")
    assert (found.difficulty, found.equipment, found.target_muscles) == ("beginner", ("dumbbell",), ("quadriceps",))


@pytest.mark.parametrize(
    "counts", [("a) ", "b) ", "c) ", "d) "), ("1. ", "2. ", "3. ", "4. "), ("(a) ", "(b) ", "(c) ", "(d) ")]
)
def test_labels_may_be_counted(counts: tuple[str, ...]) -> None:
    labelled = ("Primary muscles: Quads", "Sets: 3", "Tempo: 3-1-1", "Level: Novice")
    lines = "".join(f"<p>{count}{fact}</p>" for count, fact in zip(counts, labelled, strict=True))
    found = record(f"{HEAD}<h2>Facts</h2>{lines}{STEPS}")
    assert (found.target_muscles, found.difficulty) == (("quadriceps",), "beginner")
    assert [(m.metric, m.text) for m in found.tracking] == [("sets", "3"), ("tempo", "3-1-1")]


@pytest.mark.parametrize("bar", ["║", "│", "┃", "¦", "|"])
def test_bars_of_all_kinds_divide_facts(bar: str) -> None:
    found = record(f"{HEAD}<p>Target: Quads {bar} Equipment: Dumbbell {bar} Level: Novice</p>{STEPS}")
    assert (found.target_muscles, found.equipment, found.difficulty) == (("quadriceps",), ("dumbbell",), "beginner")


def test_pictures_between_facts_are_no_part_of_them() -> None:
    found = record(
        f"{HEAD}<p>\U0001f3cb Tools: Dumbbell. \U0001f3af Targets: Quads. \U0001f91d Synergists: Glutes.</p>{STEPS}"
    )
    assert (found.equipment, found.target_muscles, found.secondary_muscles) == (
        ("dumbbell",),
        ("quadriceps",),
        ("glutes",),
    )


def test_two_stops_lead_to_a_value() -> None:
    facts = "Muscle(s) trained..: Quads\nEquipment needed...: Dumbbell\n\n"
    found = read_text(f"{TEXT_HEAD}{facts}{TEXT_STEPS}")
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], ["Dumbbell"])


def test_good_to_know_holds_facts_where_it_holds_nothing_else() -> None:
    facts = f"{HEAD}<h2>Good to know</h2><ul><li>Target: Quads</li><li>Equipment: Dumbbell</li></ul>{STEPS}"
    said = f"{HEAD}<h2>Good to know</h2><p>{WORKS} You need a dumbbell. It is suited to beginners.</p>{STEPS}"
    for body in (facts, said):
        found = record(body)
        assert (found.target_muscles, found.equipment, found.safety_tips) == (("quadriceps",), ("dumbbell",), ())


def test_good_to_know_holds_tips_where_some_are() -> None:
    tips = "<ul><li>Keep the chest tall.</li><li>Breathe out on the way up.</li></ul>"
    found = read(f"{HEAD}<p>Target: Quads</p><h2>Good to know</h2>{tips}{STEPS}")
    assert texts(found, "safety_tips") == ["Keep the chest tall.", "Breathe out on the way up."]


@pytest.mark.parametrize(
    "said",
    [
        "The quads do most of the work, and the glutes and calves help.",
        "Your quads are the main movers here, with some help from the glutes and calves.",
        "It targets the quads and, to a lesser degree, the glutes and calves.",
    ],
)
def test_sentences_that_tell_helpers_from_movers(said: str) -> None:
    found = record(f"{HEAD}<h3>Muscles used</h3><p>{said}</p>{STEPS}")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes", "calves"))


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("It is performed with a bench.", "equipment", ("bench",)),
        ("The level is easy.", "difficulty", "beginner"),
        ("It belongs to the category strength.", "exercise_type", "strength"),
        ("In our library it is filed under the category strength.", "exercise_type", "strength"),
        ("It is a unilateral exercise.", "bilateral", False),
        ("It is also known as the Cup Squat.", "aliases", ("Cup Squat",)),
    ],
)
def test_sentences_among_facts_state_them(said: str, field: str, value: object) -> None:
    found = record(f"{HEAD}<h3>Facts</h3><p>{WORKS} {said}</p>{STEPS}")
    assert getattr(found, field) == value


def test_a_dose_among_facts_in_sentences() -> None:
    dose = "Do 3 sets of 8-12 reps with 60 seconds of rest between sets at a tempo of 2-1-2."
    found = record(f"{HEAD}<h3>Facts</h3><p>{WORKS} {dose}</p>{STEPS}")
    expected = [("sets", "3"), ("reps", "8-12"), ("rest", "60 seconds"), ("tempo", "2-1-2")]
    assert [(m.metric, m.text) for m in found.tracking] == expected


def test_other_names_in_a_run_of_facts() -> None:
    found = record(f"{HEAD}<p>A.k.a.: Cup Squat; Level: Novice; Target: Quads</p>{STEPS}")
    assert (found.aliases, found.difficulty, found.target_muscles) == (("Cup Squat",), "beginner", ("quadriceps",))


@pytest.mark.parametrize("count", ["B) ", "(b) ", "II. ", "2. ", ""])
def test_headings_with_the_name_in_them_may_be_counted_with_letters(count: str) -> None:
    mistakes = "<h2>Errors we see often</h2><ul><li>Skipping the warm-up.</li><li>Doing ten sets.</li></ul>"
    steps = f"<h2>{count}How to perform the Goblet Squat</h2><p>Stand tall.</p><p>Bend the knees.</p>"
    assert texts(read(f"{HEAD}<p>Target: Quads</p>{mistakes}{steps}"), "instructions") == [
        "Stand tall.",
        "Bend the knees.",
    ]


@pytest.mark.parametrize(
    "below",
    [
        "<h2>Errors we see often</h2><ul><li>Skipping the warm-up.</li></ul>",
        "<h2>References</h2><ol><li>A book.</li><li>Another.</li></ol>",
    ],
)
def test_mistakes_and_references_are_no_steps(below: str) -> None:
    assert "instructions" not in read(f"{HEAD}<p>Target: Quads</p>{below}").fields


@pytest.mark.parametrize(
    "heading",
    [
        '<h2><span id="Do_it_like_this">Do it like this</span></h2>',
        '<h2><span class="mw-headline" id="Do_it_like_this">Do it like this</span><span>[edit]</span></h2>',
    ],
)
def test_an_id_made_of_a_heading_says_nothing_of_what_it_heads(heading: str) -> None:
    body = f"{HEAD}<p>Target: Quads</p>{heading}<ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    for page in (body, body.replace("<h2>", '<section id="do-it-like-this"><h2>') + "</section>"):
        assert texts(read(page), "instructions") == ["Stand tall.", "Bend the knees."]
    assert [b.text for b in html_outline(f"<body>{body}").blocks if isinstance(b, Heading)][1:] == ["Do it like this"]


@pytest.mark.parametrize("title", ["The muscles", "Data", "Who does the work"])
@pytest.mark.parametrize("counts", [("", "", ""), ("1. ", "2. ", "3. "), ("a) ", "b) ", "c) ")])
def test_a_box_of_facts_below_the_steps_whose_title_is_only_bold(title: str, counts: tuple[str, ...]) -> None:
    facts = ("Main target: Quads", "Synergists: Glutes, Calves", "Level: Novice")
    lines = "<br>".join(f"{count}{fact}" for count, fact in zip(counts, facts, strict=True))
    steps = "<div><p><b>The steps</b></p><ol><li>Stand tall.</li><li>Bend the knees.</li></ol></div>"
    found = record(f"{HEAD}{steps}<div><p><b>{title}</b></p><p>{lines}</p></div>")
    assert found.instructions == ("Stand tall.", "Bend the knees.")
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes", "calves"))
    assert found.difficulty == "beginner"


@pytest.mark.parametrize("asked", ["People also ask", "FAQ"])
def test_a_card_below_questions_that_the_name_of_the_exercise_begins(asked: str) -> None:
    questions = f"<h2>{asked}</h2><h3>Do I need a trainer?</h3><p>No, but it helps.</p>"
    facts = "<h3>Goblet Squat</h3><p>Quads</p><h3>Equipment needed</h3><ul><li>Dumbbell</li></ul>"
    steps = "<h3>Execution</h3><ol><li>Stand tall.</li><li>Bend the knees.</li></ol>"
    found = record(f"{TITLE}<p>A squat with a weight held close.</p><p>Target: Quads</p>{questions}{facts}{steps}")
    assert (found.instructions, found.equipment) == (("Stand tall.", "Bend the knees."), ("dumbbell",))


@pytest.mark.parametrize("mark", [" | ", " · ", "; ", ". ", " "])
def test_facts_in_one_line_may_be_counted(mark: str) -> None:
    line = mark.join(("1. Equipment: Dumbbell", "2. Experience: Novice", "3. Target: Quads", "4. Sets: 3"))
    found = record(f"{HEAD}<p><b>A) Quick facts</b></p><p>{line}</p>{STEPS}")
    assert (found.equipment, found.difficulty, found.target_muscles) == (("dumbbell",), "beginner", ("quadriceps",))
    assert [(m.metric, m.text) for m in found.tracking] == [("sets", "3")]


@pytest.mark.parametrize("above", ["Common mistakes", "FAQ"])
def test_boxes_with_bold_titles_below_what_is_left_out(above: str) -> None:
    left_out = f"<div><p><b>{above}</b></p><p>Letting the knees fall in is not a good idea.</p></div>"
    facts = "<div><p><b>Exercise data</b></p><p>Target: Quads</p><p>Equipment: Dumbbell</p><p>Level: Novice</p></div>"
    names = "<div><p><b>Variations</b></p><p>Front Squat</p><p>Box Squat</p></div>"
    found = record(f"{TITLE}<p>A squat with a weight held close.</p>{STEPS}{left_out}{facts}{left_out}{names}")
    assert (found.target_muscles, found.difficulty) == (("quadriceps",), "beginner")
    assert found.variations == ("Front Squat", "Box Squat")


def test_boxes_of_another_exercise_below_what_is_left_out() -> None:
    box = "<div><p><b>Zottman Curl</b></p><p>Target: Biceps</p><p>Equipment: Barbell</p><p>Level: Expert</p></div>"
    found = read(f"{HEAD}<p>Target: Quads</p>{STEPS}<h2>Common mistakes</h2><p>Rounding the back.</p>{box}")
    assert (texts(found, "target_muscles"), texts(found, "difficulty")) == (["Quads"], [])


@pytest.mark.parametrize(
    ("around", "button", "panel"),
    [("accordion", "", "panel"), ("", "accordion", "panel"), ("", "", "accordion-panel"), ("faq-accordion", "", "")],
)
def test_buttons_above_what_they_open_are_headings(around: str, button: str, panel: str) -> None:
    def fold(title: str, body: str) -> str:
        return f'<div class="{around}"><button class="{button}">{title}</button><div class="{panel}">{body}</div></div>'

    steps = fold("How to do it", "<p>Stand with the feet apart.</p><p>Bend the knees and sit down.</p>")
    tips = fold("Tips", "<ul><li>Keep the chest tall.</li><li>Breathe out on the way up.</li></ul>")
    found = read(f"{HEAD}<p>Target: Quads</p>{steps}{tips}<button>Sign up</button>")
    assert texts(found, "instructions") == ["Stand with the feet apart.", "Bend the knees and sit down."]
    assert texts(found, "safety_tips") == ["Keep the chest tall.", "Breathe out on the way up."]


@pytest.mark.parametrize(
    "title",
    [
        "<p><b>Exercise data</b></p>",
        '<span class="title">Exercise data</span>',
        '<span class="title">At a glance</span>',
    ],
)
@pytest.mark.parametrize("mark", ["; ", " | ", " · ", "<br>"])
def test_facts_in_one_line_below_a_title_below_what_is_left_out(title: str, mark: str) -> None:
    left_out = "<div><p><b>FAQ</b></p><p><b>How often?</b></p><p>Twice a week is plenty.</p></div>"
    line = mark.join(("Target: Quads", "Equipment: Dumbbell", "Level: Novice"))
    found = record(f"{TITLE}<p>A squat with a weight held close.</p>{STEPS}{left_out}<div>{title}<p>{line}</p></div>")
    assert (found.target_muscles, found.difficulty) == (("quadriceps",), "beginner")


@pytest.mark.parametrize("icon", ["★", "✦", "◆", "✓", "⚡", "\U0001f4a1", "\u26a0\ufe0f"])
def test_signs_before_the_titles_of_tips_say_nothing(icon: str) -> None:
    def card(title: str, text: str) -> str:
        return f'<div><div>{icon}</div><div class="card-title">{title}</div><div>{text}</div></div>'

    tips = [("Elbows", "Keep the elbows inside."), ("Breathing", "Breathe out on the way up."), ("Head", "Look ahead.")]
    cards = "".join(card(*tip) for tip in tips)
    assert titled(read(f"{HEAD}<p>Target: Quads</p>{STEPS}<p><b>Tips</b></p>{cards}"), "safety_tips") == tips


def test_words_that_count_steps_are_no_part_of_them() -> None:
    steps = "<h2>Steps</h2><p>First: Stand tall.</p><p>Second: Bend the knees.</p><p>Third: Stand up again.</p>"
    assert texts(read(f"{HEAD}<p>Target: Quads</p>{steps}"), "instructions") == [
        "Stand tall.",
        "Bend the knees.",
        "Stand up again.",
    ]


@pytest.mark.parametrize("heading", ["Exercise data", "At a glance"])
@pytest.mark.parametrize("above", ["Benefits", "Common mistakes"])
def test_facts_in_one_line_beside_their_heading(above: str, heading: str) -> None:
    def table(title: str, cell: str) -> str:
        return f"<table><tr><td><b>{title}</b></td><td>{cell}</td></tr></table>"

    line = table(heading, "Target: Quads | Equipment: Dumbbell | Level: Novice")
    before = table(above, "<h4>Legs</h4><p>Squats without a rack load the legs.</p>")
    found = record(f"{TITLE}<p>A squat with a weight held close.</p>{before}{line}{STEPS}")
    assert (found.target_muscles, found.equipment, found.difficulty) == (("quadriceps",), ("dumbbell",), "beginner")


@pytest.mark.parametrize("mark", ["", ":"])
def test_the_answer_of_a_question_above_the_steps_of_a_text_is_none_of_them(mark: str) -> None:
    asked = f"Common questions{mark}\nHow often should I do it?\nTwice a week is plenty.\n\n"
    facts = f"Exercise data{mark}\n\nTarget: Quads\n\n"
    steps = f"How to do it{mark}\nStand with the feet apart.\nBend the knees and sit down.\nPush through the heels.\n"
    found = read_text(f"{TEXT_HEAD}{asked}{facts}{steps}")
    assert texts(found, "instructions")[:1] == ["Stand with the feet apart."]


def test_a_star_behind_its_label_is_no_icon_of_the_next_title() -> None:
    lines = [
        Paragraph("★", Place(), lead="Popularity"),
        Paragraph("Elbows", Place(), strong=True),
        Paragraph("Keep the elbows inside the knees.", Place()),
    ]
    assert list(without_icons(lines)) == lines
