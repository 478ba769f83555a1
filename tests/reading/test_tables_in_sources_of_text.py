"""Tables as they are written in the source of a text: of wikis, handbooks and notes."""

from __future__ import annotations

import pytest

from tests.reading.reading import TEXT_STEPS, TWO_STEPS, read_text, texts, titled

DOSE = [("Sets", "3"), ("Reps", "8-12"), ("Rest", "1 min")]

MEDIAWIKI = """{{Infobox exercise
| name    = Goblet Squat
| caption = Down and up
| primary = Quads
}}

A squat with a weight in front.

== Instructions ==
# Stand tall.
# Bend the knees.

== Dose ==
{| class="wikitable"
|-
! Sets
| 3
|-
! style="width: 9em" | Reps
| 8-12
|-
! Rest || 1 min
|}

== Variations ==
* [[Box Squat]]
"""

DOKUWIKI = """====== Goblet Squat ======

{{ :legs:goblet.jpg?300|}}

A squat with a //weight// in front.

===== Data =====

^ Main muscles | [[muscles:quads|Quads]] |
^ Level | Beginner |

===== Instructions =====

  - Stand tall.
  - Bend the knees.

===== Tips =====

  * **Heels**: Keep them down.

===== Dose =====

^ Sets ^ Reps ^ Rest ^
| 3 | 8-12 | 1 min |

~~DISCUSSION~~
"""

RST = """.. _goblet:

Goblet Squat
============

A squat with a weight in front.

:Target: Quads

Instructions
------------

#. Stand tall.

#. Bend the knees.

Dose
----

.. list-table::
   :widths: 20 40

   * - Sets
     - 3
   * - Reps
     - 8-12
   * - Rest
     - 1 min
"""

ORG = """#+TITLE: Goblet Squat

A squat with a weight in front.

* Facts
  :PROPERTIES:
  :ID:       7c1e0b4a-022f-4c11
  :END:
- Muscles :: Quads

* Execution
1. Stand tall.
2. Bend the knees.

* Dose
| Sets | Reps | Rest |
|------+------+------|
| 3 | 8-12 | 1 min |

* TODO Film it
  :LOGBOOK:
  CLOCK: [2024-03-02 Sat 18:04]--[2024-03-02 Sat 18:31] =>  0:27
  :END:
"""


@pytest.mark.parametrize("source", [MEDIAWIKI, DOKUWIKI, RST, ORG], ids=["mediawiki", "dokuwiki", "rst", "org"])
def test_a_table_of_doses_is_read(source: str) -> None:
    found = read_text(source)
    assert texts(found, "name") == ["Goblet Squat"]
    assert texts(found, "description") == ["A squat with a weight in front."]
    assert texts(found, "target_muscles") + texts(found, "muscles_worked") == ["Quads"]
    assert texts(found, "instructions") == TWO_STEPS
    assert titled(found, "tracking") == DOSE
    assert "extra" not in found.fields and not found.extra


def test_what_stands_below_the_table_of_a_wiki_is_read() -> None:
    assert texts(read_text(MEDIAWIKI), "variations") == ["Box Squat"]
    assert titled(read_text(DOKUWIKI), "safety_tips") == [("Heels", "Keep them down.")]


def test_the_head_of_a_table_is_a_fact_where_its_value_is_a_term() -> None:
    table = "| Equipment | BOSU Ball |\n| --- | --- |\n| Difficulty | Beginner |\n"
    found = read_text(f"# Goblet Squat\n\nA squat.\n\n{table}\n{TEXT_STEPS}")
    assert texts(found, "equipment") == ["BOSU Ball"]
    assert texts(found, "difficulty") == ["Beginner"]
    named = read_text(f"# Goblet Squat\n\nA squat.\n\n{table.replace('BOSU Ball', 'Details')}\n{TEXT_STEPS}")
    assert texts(named, "equipment") == []


def test_a_clip_that_begins_with_its_own_first_lines_tells_them_once() -> None:
    told = "A squat with a weight in front of the chest."
    clip = f"# Goblet Squat\n\n> ## Excerpt\n> {told}\n\n---\n\n{told}\n\nTarget: Quads\n\n{TEXT_STEPS}"
    assert texts(read_text(clip), "description") == [told]
