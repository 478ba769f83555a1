"""Texts in the source of a wiki, a handbook or a forum, and mails that hand on another one."""

from __future__ import annotations

from tests.reading.reading import TWO_STEPS, read_text, texts, titled

ASCIIDOC = """= Goblet Squat
:toc: left
:icons: font

xref:index.adoc[Handbook] > xref:legs.adoc[Legs]

A squat with a weight in front.

image::squat.png[]

[cols="1,3"]
|===
|Trains |Quads, Glutes
|Level |Beginner
|Space needed |2 x 2 m
|===

== Instructions

. Stand tall.
+
Take your *time*.
. Bend the knees.

== Tips

Heels:: Keep them down.
Chest:: Keep it up.

TIP: Look ahead.

== Related pages

* xref:plank.adoc[Plank]
"""


def test_asciidoc() -> None:
    found = read_text(ASCIIDOC)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert texts(found, "target_muscles") == ["Quads", "Glutes"]
    assert found.extra == {"Space needed": "2 x 2 m"}
    assert texts(found, "instructions") == ["Stand tall. Take your time.", "Bend the knees."]
    assert titled(found, "safety_tips")[:2] == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]


def test_a_place_in_asciidoc_is_a_line_of_the_file() -> None:
    steps = read_text(ASCIIDOC).fields["instructions"].pieces
    lines = ASCIIDOC.splitlines()
    assert [lines[(step.place.line or 0) - 1] for step in steps] == [". Stand tall.", ". Bend the knees."]


BBCODE = """Plates » Technique

#1  iron (Moderator)  Sat 04 Jun 2016, 10:12

[center][size=150][b]Goblet Squat[/b][/size][/center]

A squat with a weight in front.

[b]Prime movers:[/b] [url=https://lifts.example.com/quads]Quads[/url]
[b]Helpers:[/b] Glutes

[u]How to perform it[/u]
[list=1]
[*]Stand tall.
[*]Bend the knees.
[/list]

[h2]Tips[/h2]
[list]
[*][b]Heels:[/b] Keep them [i]down[/i].
[*][b]Chest:[/b] Keep it up.
[/list]

[table]
[tr][td]Sets[/td][td]3[/td][/tr]
[tr][td]Reps[/td][td]8[/td][/tr]
[/table]
[img]https://lifts.example.com/squat.png[/img]

#2  knees  Sat 04 Jun 2016, 11:40

[quote=iron]Squat more.
[/quote]
Half the depth for me, any thoughts?
"""


def test_bbcode() -> None:
    found = read_text(BBCODE)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "secondary_muscles") == ["Glutes"]
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]
    assert [(piece.title, piece.text) for piece in found.fields["tracking"].pieces] == [("Sets", "3"), ("Reps", "8")]


def test_confluence() -> None:
    page = (
        "{toc:maxLevel=2}\n\nh1. Goblet Squat\n\n{panel:borderStyle=none}\nA squat with a weight in front.\n{panel}\n\n"
        "h2. Key data\n\n||Agonist|Quads|\n||Level|Beginner|\n\nh2. Execution\n\n# Stand tall.\n## Both feet flat.\n"
        "# Bend the knees.\n\nh2. Tips\n\n* *Heels* - Keep them down.\n* *Chest* - Keep it up.\n\n"
        "h2. Linked pages\n\n* [Plank|GYM:Plank]\n"
    )
    found = read_text(page)
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert texts(found, "instructions") == ["Stand tall. Both feet flat.", "Bend the knees."]
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]


PAGE = "GOBLET SQUAT\n\nA squat with a weight in front.\n\nWorks: Quads\n\nHOW TO DO IT\n\n1) Stand tall.\n2) Bend the knees.\n"
MAIL = (
    "From: Ann <ann@example.com>\nTo: Ben <ben@example.com>\nSubject: Fwd: Move of the week\n\nHi Ben,\n\n"
    "shall we try this on Thursday?\n\nAnn\n\n---------- Forwarded message ---------\n"
    "From: The Letter <letter@example.com>\nDate: Sun, 5 Sep 2021 at 18:00\nSubject: Move of the week\n\n"
)


def test_a_mail_that_is_handed_on() -> None:
    quoted = "".join(f"> {line}".rstrip() + "\n" for line in PAGE.splitlines())
    for page in (MAIL + PAGE, MAIL + quoted):
        found = read_text(page)
        assert texts(found, "name") == ["GOBLET SQUAT"]
        assert texts(found, "description") == ["A squat with a weight in front."]
        assert texts(found, "instructions") == TWO_STEPS


def test_a_rule_of_stars_is_no_item() -> None:
    versions = "Variations\n----------\n\n*   Box Squat\n*   Front Squat\n\n* * *\n\n### Latest advice\n"
    found = read_text(f"Goblet Squat\n============\n\nInstructions\n------------\n\n1. Stand.\n2. Sit.\n\n{versions}")
    assert texts(found, "variations") == ["Box Squat", "Front Squat"]


def test_headings_between_dashes() -> None:
    told = "--- What is the Goblet Squat from the Hang Position? ---\n\nA squat with a weight in front.\n\n"
    found = read_text(
        f"Goblet Squat\n\nPrimary muscle: Quads\n\n{told}--- Steps ---\n\n1. Stand tall.\n2. Bend the knees.\n"
    )
    assert texts(found, "description") == ["A squat with a weight in front."]


OUTLINER = """title:: Goblet Squat

- # Goblet Squat
\t- A squat with a weight in front.
- ## Facts
\t- muscles:: Quads
\t- level:: Beginner
- ## Execution
\t- Stand tall.
\t- Bend the knees.
- ## Tips
\t- **Heels**
\t\t- Keep them down.
\t- **Chest**
\t\t- Keep it up.
- ## Journal
\t- DONE buy new shoes
"""


def test_a_page_of_an_outliner() -> None:
    found = read_text(OUTLINER)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]


def test_a_title_with_its_text_one_item_further_in() -> None:
    tips = "Keeping it safe\n\n* Heels\n   * Keep them down.\n* Chest\n   * Keep it up.\n"
    found = read_text(f"Goblet Squat\n\nA squat.\n\nSteps\n\n1. Stand tall.\n2. Bend the knees.\n\n{tips}")
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]


def test_the_head_of_a_page_of_a_manual_is_not_the_name() -> None:
    head = "NORDIC-HAMSTRING-CURL(8)       Gym Manual       NORDIC-HAMSTRING-CURL(8)"
    page = (
        "NAME\n       Nordic Hamstring Curl\n\nDESCRIPTION\n       A fall that the legs slow down.\n\n"
        "PROCEDURE\n       1.  Kneel down.\n\n       2.  Lean forward.\n"
    )
    found = read_text(f"{head}\n\n{page}\nGym Manual 1.9          2018-06-21          NORDIC-HAMSTRING-CURL(8)\n")
    assert texts(found, "name") == ["Nordic Hamstring Curl"]
    assert texts(found, "instructions") == ["Kneel down.", "Lean forward."]


DRAWN = """+------------------------------------------------------+
|                ~ ~ GOBLET SQUAT ~ ~                  |
+------------------------------------------------------+

A squat with a weight in front.

-=[ VITAL STATS ]==================-

Prime movers .....: Quads
Level ............: Beginner

-=[ HOW TO DO IT ]=================-

  [1] Stand tall.
  [2] Bend the knees.

-=[ TIPS ]=========================-

  (*) Keep the heels down.
  (+) Keep the chest up, as if somebody
      pulled at it.

[BENEFITS]
!   Legs: They get strong.
!   Back: It gets straight.
"""


def test_a_text_file_that_is_drawn() -> None:
    found = read_text(DRAWN)
    assert texts(found, "name") == ["GOBLET SQUAT"]
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "difficulty") == ["Beginner"]
    assert texts(found, "instructions") == TWO_STEPS
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Keep the chest up, as if somebody pulled at it."]
    assert titled(found, "benefits") == [("Legs", "They get strong."), ("Back", "It gets straight.")]


VAULT = """# Goblet Squat

A squat with a weight in front.

- Level: `Beginner`

## Steps

1. Stand tall.
2. Bend the knees.

## Safety tips

> [!warning] Heels
> Keep them down.

> [!warning] Chest
> Keep it up.

## Benefits

- Strong legs for stairs.

```dataview
TABLE file.mtime FROM #exercise SORT file.name
- no benefit
```
"""


def test_boxes_with_titles_and_programs_in_markdown() -> None:
    found = read_text(VAULT)
    assert texts(found, "difficulty") == ["Beginner"]
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]
    assert texts(found, "benefits") == ["Strong legs for stairs."]


def test_a_box_around_a_list_keeps_its_title_as_a_heading() -> None:
    tips = "> [!tip] Tips\n> - Keep the heels down.\n> - Keep the chest up.\n"
    found = read_text(f"# Goblet Squat\n\nA squat.\n\n## Steps\n\n1. Stand tall.\n2. Bend the knees.\n\n{tips}")
    assert texts(found, "safety_tips") == ["Keep the heels down.", "Keep the chest up."]


def test_cells_of_a_sheet_with_empty_ones_behind() -> None:
    rows = ("Name\tGoblet Squat", "Target muscles\tQuads", "", "Step 1\tStand tall.", "Step 2\tBend the knees.")
    found = read_text("Exercise library v7\t\t\n" + "".join(f"{row}\t\t\n" for row in rows))
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "target_muscles") == ["Quads"]
    assert texts(found, "instructions") == TWO_STEPS


CARD = """============================================================
EXERCISE CARD  Goblet Squat
card 2.3.0, issued 2022-05-01
============================================================

[SUMMARY]
A squat with a weight in front.

[DATA]
targets    = Quadriceps, Glutes
assists    = Hamstrings
stabilizers = Core

[EXECUTION]
01  Stand tall.
02  Bend the knees.

[DOSE]
sets       = 3
reps       = 8-10
"""


def test_a_card_with_signs_of_equality_and_a_title_between_rules() -> None:
    found = read_text(CARD)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "target_muscles") == ["Quadriceps", "Glutes"]
    assert texts(found, "stabilizers") == ["Core"]
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "tracking") == [("sets", "3"), ("reps", "8-10")]


THREAD = """# Form Friday: Goblet Squat

*Posted in r/shed by u/bench_25 | 412 points | 96% upvoted | 57 comments*

A squat with a weight in front.

|Stat|Answer|
|:-|:-|
|Muscles worked|Quads|

## The how

1. Stand tall.
2. Bend the knees.

---

**u/kettle_of_fish** 31 points

How heavy should the weight be?
"""


def test_a_thread_in_its_source() -> None:
    found = read_text(THREAD)
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert texts(found, "target_muscles") == ["Quads"]
    assert "safety_tips" not in found.fields


def test_a_move_of_the_week_in_a_letter() -> None:
    rule = "*" * 60
    letter = f"View this email in your browser\n\n{rule}\n      Issue 241\n{rule}\n\nHello lifters.\n\n{rule}\nMOVE OF THE WEEK: GOBLET SQUAT\n{rule}\n\n"
    found = read_text(
        f"{letter}A squat with a weight in front.\n\nMUSCLES\nMain: Quads\nSupporting: Glutes, Calves\n\n"
        f"HOW TO DO IT\n\n1. Stand tall.\n\n2. Bend the knees.\n\n{rule}\nCLUB NEWS\n{rule}\n\nThe bikes are being serviced.\n"
    )
    assert texts(found, "name") == ["GOBLET SQUAT"]
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert texts(found, "target_muscles") == ["Quads"]


def test_italic_titles_and_names_with_a_stop_in_a_book() -> None:
    benefits = "Its Benefits\n\n_Strong legs._ Stairs feel shorter.\n\n_Straight back._ The weight keeps you upright.\n"
    facts = "Other names: Cup Squat.\nMuscles chiefly used: quadriceps.\n"
    found = read_text(
        f"GOBLET SQUAT\n\nA squat.\n\n{facts}\nThe Performance\n\n1. Stand tall. 2. Bend the knees.\n\n{benefits}"
    )
    assert texts(found, "aliases") == ["Cup Squat"]
    assert titled(found, "benefits") == [
        ("Strong legs", "Stairs feel shorter."),
        ("Straight back", "The weight keeps you upright."),
    ]


def test_two_dashes_between_a_title_and_its_text() -> None:
    tips = "Tips\n\n- Heels -- Keep them down.\n- Chest -- Keep it up.\n"
    found = read_text(f"Goblet Squat\n\nA squat.\n\nSteps\n\n1. Stand tall.\n2. Bend the knees.\n\n{tips}")
    assert titled(found, "safety_tips") == [("Heels", "Keep them down."), ("Chest", "Keep it up.")]


def test_a_form_to_fill_in_is_nothing_to_track() -> None:
    form = "Progress chart\nDate\tHow it felt\tPain (0-10)\n____\t____\t____\n\nStop and call us if you feel unwell: 01632 960 000.\n"
    found = read_text(
        f"Goblet Squat\n\nA squat.\n\nSteps\n\n1. Stand tall.\n2. Bend the knees.\n\nPrescription\nSets\t3\nReps\t8-12\n\n{form}"
    )
    assert titled(found, "tracking") == [("Sets", "3"), ("Reps", "8-12")]
