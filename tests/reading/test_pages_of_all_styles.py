"""Pages and texts composed of sections in many orders, each style of headings with each style of facts, steps and tips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Exercise
from tests.reading.records import record, record_of_text

TOLD = "The Goblet Squat is a squat with a weight held close to the chest."
STEPS = ("Stand with the feet apart.", "Bend the knees and sit down.", "Push through the heels and stand up.")
TIPS = (("Elbows", "Keep the elbows inside the knees."), ("Breathing", "Breathe out on the way up."))
FACTS = (("Target", "Quads"), ("Synergists", "Glutes"), ("Equipment", "Dumbbell"), ("Level", "Beginner"))
MISTAKES = "<ul><li>Rounding the lower back.</li><li>Letting the knees fall in.</li></ul>"
ASKED = "<p><b>How often?</b></p><p>Twice a week is plenty.</p>"
TITLES = {
    "facts": ("Facts", "At a glance", "Exercise data"),
    "steps": ("Instructions", "How to do it", "Execution"),
    "tips": ("Tips", "Coaching cues"),
    "mistakes": ("Common mistakes", "Errors to avoid"),
    "asked": ("FAQ", "Common questions"),
}
HEADINGS = (
    "<h2>{title}</h2>{body}",
    "<div><p><b>{title}</b></p>{body}</div>",
    "<p><strong>{title}:</strong></p>{body}",
    '<div class="box"><div class="title">{title}</div>{body}</div>',
    '<div class="card"><span class="card-title">{title}</span><div class="card-body">{body}</div></div>',
    '<font size="5">{title}</font><br>{body}',
    "<fieldset><legend>{title}</legend>{body}</fieldset>",
    "<details><summary>{title}</summary>{body}</details>",
    '<div class="accordion"><button>{title}</button><div class="panel">{body}</div></div>',
    '<table><tr><td bgcolor="#ccc"><b>{title}</b></td></tr><tr><td>{body}</td></tr></table>',
    "<center><b>{title}</b></center>{body}",
)


def each(pattern: str) -> Callable[[Sequence[tuple[str, str]]], str]:
    return lambda pairs: "".join(pattern.format(n=n, a=a, b=b) for n, (a, b) in enumerate(pairs, 1))


def within(tag: str, pattern: str, mark: str = "") -> Callable[[Sequence[tuple[str, str]]], str]:
    return lambda pairs: (
        f"<{tag}>{mark.join(pattern.format(n=n, a=a, b=b) for n, (a, b) in enumerate(pairs, 1))}</{tag}>"
    )


FACT_STYLES = (
    within("dl", "<dt>{a}</dt><dd>{b}</dd>"),
    within("table", "<tr><td>{a}</td><td>{b}</td></tr>"),
    each("<p><b>{a}:</b> {b}</p>"),
    within("ul", "<li>{a} - {b}</li>"),
    each('<div class="row"><span class="l">{a}</span><span class="v">{b}</span></div>'),
    each("<div><strong>{b}</strong><small>{a}</small></div>"),
    within("p", "{a}: {b}", " | "),
    within("p", "{n}. {a}: {b}", "; "),
    within("p", "<b>{a}</b>: {b}", "<br>"),
    each("<h4>{a}</h4><p>{b}</p>"),
)
STEP_STYLES = (
    within("ol", "<li>{b}</li>"),
    within("ul", "<li>{b}</li>"),
    each("<p><b>Step {n}:</b> {b}</p>"),
    each("<h4>Step {n}</h4><p>{b}</p>"),
    each('<div class="step"><div class="n">0{n}</div><div class="t">{b}</div></div>'),
    within("table", "<tr><td>{n}</td><td>{b}</td></tr>"),
    within("p", "{n}) {b}", " "),
    each('<figure><img src="{n}.jpg" alt="Step {n}"><figcaption>{b}</figcaption></figure>'),
)
TIP_STYLES = (
    within("ul", "<li><b>{a}:</b> {b}</li>"),
    each("<p><strong>{a}.</strong> {b}</p>"),
    each("<h4>{a}</h4><p>{b}</p>"),
    within("dl", "<dt>{a}</dt><dd>{b}</dd>"),
    each('<div class="card"><div>★</div><div class="card-title">{a}</div><div class="card-text">{b}</div></div>'),
)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.data())
def test_every_style_of_headings_with_every_style_of_what_stands_below(data: st.DataObject) -> None:
    draw = data.draw
    heading = draw(st.sampled_from(HEADINGS))
    bodies = {
        "facts": draw(st.sampled_from(FACT_STYLES))(FACTS),
        "steps": draw(st.sampled_from(STEP_STYLES))([("", step) for step in STEPS]),
        "tips": draw(st.sampled_from(TIP_STYLES))(TIPS),
        "mistakes": MISTAKES,
        "asked": ASKED,
    }
    order = draw(st.permutations(list(bodies)))
    sections = (heading.format(title=draw(st.sampled_from(TITLES[part])), body=bodies[part]) for part in order)
    tells_all(record(f"<h1>Goblet Squat</h1><p>{TOLD}</p>{''.join(sections)}"))


def tells_all(found: Exercise) -> None:
    assert (found.description, found.instructions) == (TOLD, STEPS)
    assert [(tip.title, tip.text) for tip in found.safety_tips] == list(TIPS)
    assert (found.target_muscles, found.secondary_muscles) == (("quadriceps",), ("glutes",))
    assert (found.equipment, found.difficulty, found.extra) == (("dumbbell",), "beginner", {})


def underlined(sign: str) -> Callable[[int, str], str]:
    return lambda _, title: f"{title}\n{sign * len(title)}"


TEXT_HEADINGS: tuple[Callable[[int, str], str], ...] = (
    lambda _, title: f"{title}\n",
    lambda _, title: f"{title}:",
    lambda _, title: title.upper(),
    lambda _, title: f"## {title}\n",
    lambda _, title: f"**{title}**\n",
    *map(underlined, "-~^+"),
    lambda _, title: f"{'*' * 12}\n{title}\n{'*' * 12}",
    lambda _, title: f"{'=' * 12} {title} {'=' * 12}\n",
    lambda _, title: f"* {title} *",
    lambda _, title: f"[{title}]",
    lambda _, title: f"● {title.upper()}",
    lambda n, title: f"{n}. {title}",
    lambda n, title: f"{n}) {title}\n",
    lambda n, title: f"{' ABCDE'[n]}. {title}",
    lambda n, title: f"{['', 'I', 'II', 'III', 'IV', 'V'][n]}. {title}",
)
TEXT_FACTS = (
    each("{a}: {b}\n"),
    each("- {a}: {b}\n"),
    each("{a}\t{b}\n"),
    each("{a:<20}{b}\n"),
    each("{a} - {b}\n"),
    each("{a}\n{b}\n"),
    each("{a}:\n  {b}\n"),
    each("{a}: {b}\n\n"),
    lambda pairs: each("| {a} | {b} |\n")([("Fact", "Value"), ("---", "---"), *pairs]),
)
TEXT_STEPS = (
    each("{n}. {b}\n"),
    each("   {n}) {b}\n"),
    each("Step {n}: {b}\n"),
    each("• {b}\n"),
    each("{b}\n"),
    each("{b}\n\n"),
    each("Step {n}\n{b}\n\n"),
)
TEXT_TIPS = (
    each("- {a}: {b}\n"),
    each("- **{a}.** {b}\n"),
    each("• {a} – {b}\n"),
    each("{n}. {a}: {b}\n"),
    each("{a}\n{b}\n\n"),
)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.data())
def test_every_style_of_headings_in_a_text_with_every_style_of_what_stands_below(data: st.DataObject) -> None:
    draw = data.draw
    heading, numbers = draw(st.sampled_from(TEXT_HEADINGS)), count(1)
    bodies = {
        "facts": draw(st.sampled_from(TEXT_FACTS))(FACTS),
        "steps": draw(st.sampled_from(TEXT_STEPS))([("", step) for step in STEPS]),
        "tips": draw(st.sampled_from(TEXT_TIPS))(TIPS),
        "mistakes": "- Rounding the lower back.\n- Letting the knees fall in.\n",
        "asked": "How often?\nTwice a week is plenty.\n",
    }
    order = draw(st.permutations(list(bodies)))
    sections = (f"{heading(next(numbers), draw(st.sampled_from(TITLES[part])))}\n{bodies[part]}" for part in order)
    tells_all(record_of_text("\n".join(("Goblet Squat\n", f"{TOLD}\n", *sections))))
