"""Pieces with titles: below a heading that nobody knows, beside one of another field, and above questions."""

from __future__ import annotations

import pytest

from tests.reading.reading import STEPS, TITLE, read, texts, titled

HEAD = f"{TITLE}<p>A squat with a weight in front of the chest.</p>{STEPS}"
TIPS = [
    ("Warm up", "Keep your heels down until you know the move."),
    ("Brace", "Never let the knees fall in before you stand up."),
]


def _below(level: int, pieces: list[tuple[str, str]]) -> str:
    return "".join(f"<h{level}>{title}</h{level}><p>{text}</p>" for title, text in pieces)


def test_titled_advice_below_a_heading_that_nobody_knows() -> None:
    found = read(f"{HEAD}<h2>Stay in one piece</h2>{_below(3, TIPS)}")
    assert titled(found, "safety_tips") == TIPS


@pytest.mark.parametrize("heading", ["<h2>From our membership desk</h2>", ""])
def test_sections_that_belong_to_no_heading_are_not_gathered(heading: str) -> None:
    found = read(f"{HEAD}{heading}{_below(3 if heading else 2, TIPS)}")
    assert titled(found, "safety_tips") == []


def test_a_line_like_the_titles_that_says_whose_benefits_follow() -> None:
    tips = "".join(f"<div><div><strong>{title}</strong></div><p>{text}</p></div>" for title, text in TIPS)
    gains = '<div class="field__label">Benefits for students</div><div>Tendons grow.</div><div>Backs hold longer.</div>'
    found = read(f'{HEAD}<div class="field__label">Advice from our floor</div>{tips}{gains}')
    assert titled(found, "safety_tips") == TIPS
    assert texts(found, "benefits") == ["Tendons grow.", "Backs hold longer."]


def test_questions_below_the_last_benefit() -> None:
    gains = [("Sturdier joints", "Tendons grow thicker with steady work."), ("Sleep", "People sleep deeper.")]
    asked = "<h4>Questions we get by e-mail</h4><p><b>What if it hurts?</b></p><p>Stop, and call us.</p>"
    found = read(f"{HEAD}<h2>Benefits</h2>{_below(3, gains)}{asked}")
    assert titled(found, "benefits") == gains


def test_advice_from_the_floor_of_a_shop() -> None:
    found = read(f"{HEAD}<h2>Shop-floor advice</h2><ul><li>Keep your heels down.</li><li>Stand tall.</li></ul>")
    assert texts(found, "safety_tips") == ["Keep your heels down.", "Stand tall."]


@pytest.mark.parametrize("label", ["Works additionally", "Recruits", "Muscles that chip in"])
def test_labels_of_muscles_that_help(label: str) -> None:
    found = read(f"{TITLE}<ul><li>Works mainly: Quads</li><li>{label}: Hamstrings, Calves</li></ul>{STEPS}")
    assert texts(found, "secondary_muscles") == ["Hamstrings", "Calves"]


def test_two_muscles_side_by_side_are_no_label_and_its_value() -> None:
    chips = "<p><span>Hits hardest</span></p><div><span>Pecs</span></div><p>Gets help from</p><div><span>Delts</span><span>Triceps</span></div>"
    found = read(f"{TITLE}<p>A press that nobody uses, though it is a good one.</p>{chips}{STEPS}")
    assert texts(found, "secondary_muscles") == ["Delts", "Triceps"]


def test_a_field_of_notes_that_was_left_empty() -> None:
    found = read(f"{HEAD}<ul><li>Main muscles: Abs</li><li>Helper muscles: Empty</li></ul>")
    assert texts(found, "secondary_muscles") == []


def test_titles_in_lines_of_their_own_and_bullets_that_somebody_typed() -> None:
    lines = "".join(f"<p><strong>{title}</strong></p><p>{text}</p>" for title, text in TIPS)
    assert titled(read(f"{HEAD}<h2>Margin notes from the coach</h2>{lines}"), "safety_tips") == TIPS
    typed = "".join(f"<p>• {text}</p>" for _, text in TIPS)
    assert texts(read(f"{HEAD}<h2>In one piece</h2>{typed}"), "safety_tips") == [text for _, text in TIPS]


def test_rules_for_safe_lifting_are_of_one_kind() -> None:
    found = read(
        f"{HEAD}<h2>House rules for safe lifting</h2>{_below(4, [('Soles', 'Soft shoes make the floor lie.'), ('Room', 'Keep three metres free.')])}"
    )
    assert titled(found, "safety_tips") == [
        ("Soles", "Soft shoes make the floor lie."),
        ("Room", "Keep three metres free."),
    ]


def test_a_bold_line_that_reads_like_a_sentence_and_hints_at_what_follows() -> None:
    steps = "<p><b>Here's the lift</b></p><p>(1) Stand tall with the bar. (2) Bend the knees slowly.</p>"
    tips = (
        "<p><b>Stuff I say so that nobody gets hurt</b></p><p>– Keep the heels down.</p><p>– Look straight ahead.</p>"
    )
    found = read(f"{TITLE}<p>A squat.</p><p><b>Target:</b> Quads</p>{steps}{tips}")
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Look straight ahead."]


def test_rows_of_terms_below_a_heading_of_advice_are_facts() -> None:
    rows = "".join(
        f"<dt>{a}</dt><dd>{b}</dd>" for a, b in (("Muscles this helps", "Calf muscles"), ("What you need", "Machine"))
    )
    found = read(f"{TITLE}<p>A press.</p><h2>Before you begin</h2><dl>{rows}</dl>{STEPS}")
    assert texts(found, "target_muscles") == ["Calf muscles"]
    assert texts(found, "safety_tips") == []


def test_the_muscles_that_an_exercise_recruits_are_its_first_where_it_names_no_others() -> None:
    found = read(f"{TITLE}<ul><li>Musculature recruited: shoulders</li><li>Level: Easy</li></ul>{STEPS}")
    assert texts(found, "target_muscles") == ["shoulders"]
