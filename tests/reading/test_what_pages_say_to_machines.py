"""Structured data in the shapes that sites give it, and markup that only scripts bring to life."""

from __future__ import annotations

import html
import json

import pytest

from pipeline.errors import UnreadablePage
from pipeline.reading import address_of, draft, outline
from pipeline.reading.markup.html import html_outline
from pipeline.records import Page
from pipeline.sources.provenance import saved_from
from tests.reading.reading import PROFILE, STEPS, TITLE, read, texts, titled
from tests.reading.records import record


def stated(**properties: object) -> str:
    block = json.dumps({"@type": "HowTo", "name": "Goblet Squat", **properties})
    return f'<script type="application/ld+json">{block}</script>'


@pytest.mark.parametrize(
    "step",
    [
        ["Stand tall.", "Bend the knees."],
        "1. Stand tall. 2. Bend the knees.",
        "1) Stand tall.\n2) Bend the knees.",
        "Step 1: Stand tall.\nStep 2: Bend the knees.",
        "<ol><li>Stand tall.</li><li>Bend the knees.</li></ol>",
    ],
)
def test_steps_in_one_property(step: object) -> None:
    assert texts(read(f"{TITLE}{stated(step=step)}"), "instructions") == ["Stand tall.", "Bend the knees."]


def test_repetitions_are_tracked() -> None:
    found = read(f"{TITLE}{STEPS}{stated(repetitions='8-12', restPeriods='60 seconds')}")
    assert titled(found, "tracking") == [("repetitions", "8-12"), ("rest periods", "60 seconds")]


def test_properties_with_a_name_and_a_value() -> None:
    fact = {"@type": "PropertyValue", "name": "Target muscles", "value": ["Quads", "Glutes"]}
    thing = json.dumps({"@type": "Thing", "name": "Goblet Squat", "additionalProperty": [fact]})
    found = read(f'{TITLE}{STEPS}<script type="application/ld+json">{thing}</script>')
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]


def test_properties_with_a_name_and_a_value_in_microdata() -> None:
    fact = (
        '<div itemprop="additionalProperty" itemscope itemtype="https://schema.org/PropertyValue">'
        '<meta itemprop="name" content="Level"><meta itemprop="value" content="Novice"></div>'
    )
    item = (
        f'<div itemscope itemtype="https://schema.org/ExercisePlan"><h1 itemprop="name">Goblet Squat</h1>{fact}</div>'
    )
    assert texts(read(f"{item}{STEPS}"), "difficulty") == ["Novice"]


@pytest.mark.parametrize(
    ("tab", "panel"),
    [
        ('<a href="#p{n}" data-bs-toggle="tab">{words}</a>', '<div class="tab-pane" id="p{n}">{body}</div>'),
        ('<a data-w-tab="Tab {n}">{words}</a>', '<div data-w-tab="Tab {n}" class="w-tab-pane">{body}</div>'),
        ("", '<div role="button" aria-expanded="true">{words}</div><div>{body}</div>'),
        (
            "",
            '<button class="v-expansion-panel-header">{words}</button><div class="panel" style="display:none">{body}</div>',
        ),
    ],
)
def test_the_words_on_a_tab_or_a_fold_are_the_heading_of_what_it_opens(tab: str, panel: str) -> None:
    bodies = {
        "Muscles": "<h4>Target</h4><p>Quads</p>",
        "Instructions": "<ol><li>Stand tall.</li><li>Bend the knees.</li></ol>",
        "Tips": "<h5>Chest</h5><p>Keep it up.</p>",
    }
    tabs = "".join(tab.format(n=n, words=words) for n, words in enumerate(bodies))
    panels = "".join(panel.format(n=n, words=words, body=body) for n, (words, body) in enumerate(bodies.items()))
    found = read(f"<h2>Goblet Squat</h2><nav>{tabs}</nav>{panels}" if tab else f"<h2>Goblet Squat</h2>{panels}")
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]
    assert titled(found, "safety_tips") == [("Chest", "Keep it up.")]


def test_another_name_in_the_title() -> None:
    found = read(f"<h1>Goblet Squat <small>aka Front-Loaded Squat</small></h1>{STEPS}")
    assert (texts(found, "name"), texts(found, "aliases")) == (["Goblet Squat"], ["Front-Loaded Squat"])


def test_tags_above_the_first_heading_need_no_label() -> None:
    tags = "<p><span>Hard</span> <span>Olympic Weightlifting</span></p>"
    found = read(f"<div>{TITLE}<p>A squat with a weight in front.</p></div>{tags}{STEPS}")
    assert (texts(found, "difficulty"), texts(found, "exercise_type")) == (["Hard"], ["Olympic Weightlifting"])


def test_cards_behind_what_somebody_viewed_are_not_read() -> None:
    cards = "<div><span>Because you viewed this</span><span>Power Clean</span><span>Lunge</span></div>"
    found = read(f"{TITLE}{STEPS}<h2>Variations</h2><p><span>Front Squat</span> <span>Box Squat</span></p>{cards}")
    assert texts(found, "variations") == ["Front Squat", "Box Squat"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("<!--\n", "\n//-->"), ("//<![CDATA[\n", "\n//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<!-- ", " -->")],
)
def test_json_ld_in_comments_is_read(before: str, after: str) -> None:
    steps = '{"@type": "HowTo", "name": "Goblet Squat", "step": ["Stand tall.", "Sit."]}'
    script = f'<script type="application/ld+json">{before}{steps}{after}</script>'
    found = read(f"{script}<h1>Goblet Squat</h1><p>Target: Quads</p>")
    assert texts(found, "instructions") == ["Stand tall.", "Sit."]


@pytest.mark.parametrize("kind", ['"ExerciseAction"', '["Thing", "ExerciseAction"]'])
def test_the_name_in_structured_data_wins_over_cards_of_other_exercises(kind: str) -> None:
    named = f'<script type="application/ld+json">{{"@type": {kind}, "name": "Split Squat"}}</script>'
    cards = "<h2>Discover more</h2><h3>Push-Up</h3><p>Level: Beginner</p><h3>Goblet Squat</h3><p>Level: Beginner</p>"
    body = f"{named}<div>Split Squat</div><h2>Details</h2><p>Target: Quads</p><h2>Steps</h2><ol><li>Stand.</li><li>Sit.</li></ol>"
    assert texts(read(body + cards, title="Liftly"), "name") == ["Split Squat"]


def test_values_that_are_never_closed_do_not_hold_each_other_again_and_again() -> None:
    value = '<div itemprop="additionalProperty" itemscope itemtype="https://schema.org/PropertyValue"><span itemprop="name">Level'
    page = f'<div itemscope itemtype="https://schema.org/ExercisePlan"><h1 itemprop="name">Squat</h1>{value * 40}</div>'
    assert texts(read(page), "name") == ["Squat"]  # would not end


def test_the_address_stands_in_structured_data_where_nothing_else_gives_one() -> None:
    plan = '{"@type": "ExercisePlan", "name": "Goblet Squat", "url": "https://example.com/goblet-squat"}'
    crumbs = '{"@type": "BreadcrumbList", "url": "https://example.com/"}'
    scripts = "".join(f'<script type="application/ld+json">{block}</script>' for block in (crumbs, plan))
    seen = html_outline(f"<html><body>{scripts}{TITLE}<p>Target: Quads</p>{STEPS}</body></html>")
    assert address_of(seen, PROFILE) == "https://example.com/goblet-squat"


def test_a_number_belongs_to_another_name() -> None:
    found = read(f"{stated(alternateName=['45-Degree Squat'])}{TITLE}<p>Target: Quads</p>{STEPS}")
    assert texts(found, "aliases") == ["45-Degree Squat"]


@pytest.mark.parametrize("mark", ["itemscope", "ITEMSCOPE", "itemScope", "ItemScope='ItemScope'"])
def test_microdata_in_any_case(mark: str) -> None:
    item = f"<div {mark} itemtype='https://schema.org/HowTo'><span itemprop='tool'>Dumbbell</span></div>"
    assert texts(read(f"{TITLE}{item}<p>Target: Quads</p>{STEPS}"), "equipment") == ["Dumbbell"]


def test_properties_belong_to_the_item_that_they_stand_in_however_deep() -> None:
    thing = "<div itemscope itemtype='https://schema.org/Thing' itemprop='part'><b itemprop='tool'>Barbell</b><div>"
    plan = "<div itemscope itemtype='https://schema.org/ExercisePlan'><p itemprop='tool'>Dumbbell</p>"
    within = f"<div itemscope><i itemprop='tool'>Kettlebell</i></div>{thing * 60}{'</div></div>' * 60}"
    found = read(f"{TITLE}{plan}{within}<p itemprop='tool'>Bench</p></div><p>Target: Quads</p>{STEPS}")
    assert texts(found, "equipment") == ["Dumbbell", "Bench"]


def test_only_an_address_on_the_web_is_that_of_a_page() -> None:
    assert saved_from(b"<!-- saved from url=(0014)about:internet -->") == (None, None)
    assert saved_from(b"<!-- saved from url=(0025)https://gym.example.com/a -->") == ("https://gym.example.com/a", None)
    single = b"<!--\n Page saved with SingleFile\n url: %s\n saved date: Sat Nov 28 2026 09:30:00 GMT+0000\n-->"
    assert saved_from(single % b"file:///home/ann/a.html") == (None, "2026-11-28T09:30:00+00:00")
    assert saved_from(single % b"https://gym.example.com/a")[0] == "https://gym.example.com/a"


def _property(label: str, value: str) -> str:
    inside = f'<span itemprop="name">{label}</span> <span itemprop="value">{value}</span>'
    return (
        f'<span itemprop="additionalProperty" itemscope itemtype="https://schema.org/PropertyValue">{inside}</span><br>'
    )


def test_microdata_says_tips_and_facts_that_no_field_holds() -> None:
    steps = "".join(
        f'<div itemprop="step" itemscope itemtype="https://schema.org/HowToStep"><span itemprop="text">{text}</span></div>'
        for text in ("Stand up straight with the bar.", "Curl it up.")
    )
    tip = '<span itemprop="name">No swinging</span> <span itemprop="text">Take weight off if the body rocks.</span>'
    tip = f'<div itemprop="tip" itemscope itemtype="https://schema.org/HowToTip">{tip}</div>'
    facts = _property("Target muscle", "biceps") + _property("Grip", "Underhand, wide")
    name = '<span itemprop="name">Barbell Curl</span>'
    found = record(f'<div itemscope itemtype="https://schema.org/HowTo">{name}{facts}{steps}{tip}</div>')
    assert found.instructions == ("Stand up straight with the bar.", "Curl it up.")
    assert [(said.title, said.text) for said in found.safety_tips] == [
        ("No swinging", "Take weight off if the body rocks.")
    ]
    assert (found.extra, found.description) == ({"Grip": "Underhand, wide"}, "")


def test_steps_as_a_list_whose_entries_hold_them() -> None:
    entries = [
        {"@type": "ListItem", "position": 1, "item": {"@type": "HowToStep", "text": "Stand tall."}},
        {"@type": "ListItem", "position": 2, "item": {"@type": "HowToStep", "text": "Bend the knees."}},
    ]
    found = read(f"{stated(step={'@type': 'ItemList', 'itemListElement': entries})}{TITLE}<p>Target: Quads</p>")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


def test_json_ld_whose_signs_are_escaped_as_in_html_or_that_ends_like_a_statement() -> None:
    escaped = html.escape('{"@type": "HowTo", "name": "Goblet Squat", "step": ["Stand tall.", "Sit."]}').replace(
        "&", "&amp;"
    )
    page = f"<script type='application/ld+json'>{html.unescape(escaped)}</script>{TITLE}<p>Target: Quads</p>"
    assert texts(read(page), "instructions") == ["Stand tall.", "Sit."]
    ended = stated(step=["Stand tall.", "Sit."]).replace("</script>", ";\n</script>")
    assert texts(read(f"{ended}{TITLE}<p>Target: Quads</p>"), "instructions") == ["Stand tall.", "Sit."]


@pytest.mark.parametrize("prop", ["potentialAction", "subjectOf", "mainEntity"])
def test_an_exercise_inside_what_the_page_is(prop: str) -> None:
    action = {"@type": "ExerciseAction", "name": "Goblet Squat", "instrument": {"@type": "Thing", "name": "Dumbbell"}}
    page = json.dumps({"@type": "WebPage", "name": "Goblet Squat | Liftly", prop: [{"@type": "ReadAction"}, action]})
    found = read(f"<script type='application/ld+json'>{page}</script>{TITLE}<p>Target: Quads</p>{STEPS}")
    assert texts(found, "equipment") == ["Dumbbell"]


def test_other_parts_of_a_plan_are_read_by_their_names() -> None:
    plan = stated(
        repetitions="8", additionalVariable=["Sets: 3", {"@type": "PropertyValue", "name": "Tempo", "value": "3-1-1"}]
    )
    found = read(f"{plan}{TITLE}<p>Target: Quads</p>{STEPS}")
    assert titled(found, "tracking") == [("repetitions", "8"), ("sets", "3"), ("tempo", "3-1-1")]


def test_rdfa_is_read_like_microdata() -> None:
    item = (
        '<div vocab="https://schema.org/" typeof="HowTo"><span property="name" content="Goblet Squat"></span>'
        '<span property="tool" typeof="HowToTool"><meta property="name" content="Dumbbell"></span>'
        '<div property="step" typeof="HowToStep"><span property="text">Stand tall.</span></div>'
        '<div property="step" typeof="HowToStep"><span property="text">Bend the knees.</span></div></div>'
    )
    found = read(f"{TITLE}<p>Target: Quads</p>{item}")
    assert (texts(found, "equipment"), texts(found, "instructions")) == (
        ["Dumbbell"],
        ["Stand tall.", "Bend the knees."],
    )


def test_rdfa_with_a_prefix_and_a_property_around_its_item() -> None:
    muscle = '<div rel="schema:associatedAnatomy"><div typeof="schema:Muscle"><meta property="schema:name" content="Quads"></div></div>'
    own = f'<div typeof="schema:ExercisePlan"><h1 property="schema:name">Goblet Squat</h1>{muscle}</div>'
    card = '<div typeof="schema:HowTo"><b property="schema:name">Power Clean</b><meta property="schema:tool" content="Barbell"></div>'
    found = read(f"{own}{STEPS}{card}")
    assert (texts(found, "target_muscles"), texts(found, "equipment")) == (["Quads"], [])


def test_the_name_that_a_page_is_shared_by_where_its_heading_has_none() -> None:
    page = (
        "<html><head><title>Move of the week | The Sunday Lift</title><meta property='og:title' content='Goblet Squat'>"
        f"</head><body><h1>Move of the week</h1><p>A squat with a weight.</p><p>Target: Quads</p>{STEPS}</body></html>"
    )
    found = draft(html_outline(page), PROFILE)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "description") == ["A squat with a weight."]


def test_the_address_in_a_page_of_two_bytes_a_letter() -> None:
    saved = "<!-- saved from url=(0025)https://gym.example.com/a --><html></html>".encode("utf-16")
    assert saved_from(saved) == ("https://gym.example.com/a", None)


def test_json_ld_with_remarks_and_commas_too_many() -> None:
    block = (
        '{ /* made by a plugin */\n "@type": ["HowTo",\n // see https://example.com\n ], "name": "Goblet Squat",'
        ' "step": ["Stand // tall,.", "Sit down, }.",], }'
    )
    found = read(f"<script type='application/ld+json'>{block}</script>{TITLE}<p>Target: Quads</p>")
    assert texts(found, "instructions") == ["Stand // tall,.", "Sit down, }."]


@pytest.mark.parametrize("kind", ["http://schema.org/HowTo", "https://schema.org/HowTo", "schema:HowTo"])
def test_types_with_the_address_of_their_vocabulary(kind: str) -> None:
    found = read(f"{stated(**{'@type': kind}, step=['Stand tall.', 'Sit.'])}{TITLE}<p>Target: Quads</p>")
    assert texts(found, "instructions") == ["Stand tall.", "Sit."]


def test_parts_that_are_named_by_their_id() -> None:
    graph = [
        {"@type": "WebPage", "@id": "#page", "mainEntity": {"@id": "#howto"}},
        {"@type": "HowTo", "@id": "#howto", "name": "Goblet Squat", "step": [{"@id": "#a"}, {"@id": "#b"}]},
        {"@type": "HowToStep", "@id": "#a", "text": "Stand tall."},
        {"@type": "HowToStep", "@id": "#b", "text": "Bend the knees.", "isPartOf": {"@id": "#howto"}},
    ]
    script = f"<script type='application/ld+json'>{json.dumps({'@graph': graph})}</script>"
    found = read(f"{script}{TITLE}<p>Target: Quads</p>")
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]


def test_parts_that_name_each_other_again_and_again_end() -> None:
    parts = [
        {"@id": f"#{n}", "@type": "HowTo", "name": "Push-Up", "about": [{"@id": f"#{m}"} for m in range(60)]}
        for n in range(60)
    ]
    script = f"<script type='application/ld+json'>{json.dumps({'@graph': parts})}</script>"
    assert texts(read(f"{script}{TITLE}<p>Target: Quads</p>{STEPS}"), "name") == ["Goblet Squat"]  # would not end


def test_what_is_said_in_a_step_belongs_to_it() -> None:
    said = [{"@type": "HowToDirection", "text": "Stand tall."}, {"@type": "HowToTip", "text": "Film it once."}]
    section = {"@type": "HowToSection", "name": "Go", "itemListElement": ["Bend the knees.", "Rise."]}
    found = read(
        f"{stated(step=[{'@type': 'HowToStep', 'itemListElement': said}, section])}{TITLE}<p>Target: Quads</p>"
    )
    assert texts(found, "instructions") == ["Stand tall. Film it once.", "Bend the knees.", "Rise."]


def test_properties_that_an_item_names_elsewhere_on_the_page() -> None:
    item = "<div itemscope itemtype='https://schema.org/HowTo' itemref='kit'><b itemprop='name'>Goblet Squat</b></div>"
    kit = "<aside><p id='kit'><span itemprop='tool'>Kettlebell</span></p><span itemprop='tool'>Sled</span></aside>"
    assert texts(read(f"{TITLE}{item}<p>Target: Quads</p>{STEPS}{kit}"), "equipment") == ["Kettlebell"]


def test_a_heading_that_says_more_than_the_name_in_the_data() -> None:
    heading = "Goblet Squat Guide For Tired Parents"
    page = f"{stated(step=['Stand.', 'Sit.'])}<h1>{heading}</h1><p>Target: Quads</p>{STEPS}"
    assert texts(read(page, title=heading), "name") == ["Goblet Squat"]


def test_other_names_in_one_text() -> None:
    found = read(f"{stated(alternateName='Front-Held Squat, Cup Squat')}{TITLE}<p>Target: Quads</p>{STEPS}")
    assert texts(found, "aliases") == ["Front-Held Squat", "Cup Squat"]


SHOWS_NOTHING = "<html><head><title>Page</title>{}</head><body><div id='root'></div></body></html>"


def test_a_page_that_says_everything_to_machines_and_nothing_to_people() -> None:
    steps = [{"@type": "HowToStep", "text": text} for text in ("Stand tall.", "Bend the knees.")]
    data = {
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": "Goblet Squat",
        "tool": ["Dumbbell"],
        "step": steps,
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    page = Page(SHOWS_NOTHING.format(script).encode(), "raw/page.html", "", "text/html")
    found = draft(outline(page), PROFILE)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "instructions") == ["Stand tall.", "Bend the knees."]
    assert texts(found, "equipment") == ["Dumbbell"]


@pytest.mark.parametrize(("body", "code"), [("", "no-text"), ("<div>" * 2_100 + "Stand tall.", "too-complex")])
def test_why_a_page_holds_no_text(body: str, code: str) -> None:
    page = Page(f"<html><body>{body}</body></html>".encode(), "raw/page.html", "", "text/html")
    with pytest.raises(UnreadablePage) as refused:
        outline(page)
    assert refused.value.code == code
