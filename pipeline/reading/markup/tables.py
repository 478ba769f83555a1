"""Tables: those that state facts come apart into labels and values, those that only lay out the page do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pipeline.reading.markup.tablecells import (
    are_two_spans,
    holds_section,
    is_blank,
    is_called_label,
    is_label,
    is_picture,
    is_value,
    shows,
    states_itself,
    tells_several,
    words_in,
)
from pipeline.reading.markup.tree import rows_of
from pipeline.reading.words.factwords import is_label_of_fact, names_terms, share_kind
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import ONLY_NUMBER, ends_sentence, is_sign, is_step
from pipeline.vocabulary import key, load

_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "ol", "dl", "hr", "form")
_HEADS = ("data-label", "data-title")
"""Attributes of cells."""
_GROUPED = 3
_PAIR = 2
_FEWEST_IN_TURNS = 4
_FEWEST_OFFERED = 6
"""Terms beside nothing, before they are all that a site knows of, and none of the exercise's."""
_LONG_CELL = 400
_TICK = re.compile(r"[✓✔☑☒✅xX•●*]\ufe0f?|yes", re.IGNORECASE)
_SURE_TICK = re.compile(r"[✓✔☑☒✅]\ufe0f?|yes", re.IGNORECASE)
_NO_TICK = "\xa0 \n\t–—-☐□○✗✘❌✕✖xX"
_SPAN = re.compile(r"\d{1,3}")

Rows = list[tuple[Any, Any, Any]]
"""Label cell, value cell and the row they stand in; no label where a row is all content."""


def table_rows(table: Any) -> Rows | None:
    """The facts of a table; None when it is a frame for other content.

    Read are rows of a label and a value, rows of several such pairs, and a head row over one row of values. Tables of
    any other shape (sets and weeks, comparisons) state no facts of the exercise: they give an empty list.
    """
    rows = [row for row in rows_of(table) if row]
    if not rows:
        return None
    if _is_left_blank(rows) or _lists_others(rows):
        return []
    rows = rows[_names_groups(rows) :]
    if any(name in cell.attrib for row in rows for cell in row for name in _HEADS):
        return _numbered_with_heads(rows)
    if told := _steps_across(rows) or _steps_below_heads(rows) or _columns_of_muscles(rows) or _ticked(rows):
        return told
    if told := _of_one_column(rows) or _with_sections(rows) or _of_fields(rows):
        return told
    return None if _is_frame(rows) else _facts_of(rows)


def _is_left_blank(rows: list[list[Any]]) -> bool:
    """Whether a table is a log that nobody has filled in, "Date | Weight", and nothing below, or offers terms of which none is
    ticked: "Equipment | Needed", and all tools there are.
    """
    heads, *below = rows
    if not below or any(shows(cell) for row in below for cell in row[1:]):
        return False
    offers = len(heads) == _PAIR and len(below) >= _FEWEST_OFFERED and _are_of_one_kind([row[0] for row in below])
    offers = offers and _asks_for_ticks(heads[1])
    is_log = key(words_in(heads[0])) in hints()["log_heads"] and not any(shows(row[0]) for row in below)
    return is_log or (offers and all(len(row) == _PAIR for row in rows))


def _lists_others(rows: list[list[Any]]) -> bool:
    """Whether the rows of a table are other exercises: each a link, and behind it terms of several facts."""
    below = rows[any(cell.tag == "th" for cell in rows[0]) :]
    return len(below) > 1 and all(
        len(row) >= _GROUPED and _is_link(row[0]) and all(_may_be_value(words_in(cell).strip()) for cell in row[1:])
        for row in below
    )


def _is_link(cell: Any) -> bool:
    """Whether a cell is one link, and no term: it leads to another page."""
    only = cell[0] if len(cell) == 1 and not (cell.text or "").strip() else None
    return (
        only is not None
        and only.tag == "a"
        and not (only.tail or "").strip()
        and not _may_be_value(words_in(cell).strip())
        and not is_label_of_fact(words_in(cell))
    )


def _names_groups(rows: list[list[Any]]) -> bool:
    """Whether the first row only says of what kind the heads in the row below it are: "Muscles | Other details"."""
    if len(rows) < _GROUPED or not len(rows[0]) < len(rows[1]) == len(rows[2]):
        return False
    spans = [cell.get("colspan", "1") for cell in rows[0]]
    heads = all(cell.tag == "th" for row in rows[:2] for cell in row)
    return heads and all(map(_SPAN.fullmatch, spans)) and sum(map(int, spans)) == len(rows[1])


def _of_one_column(rows: list[list[Any]]) -> Rows:
    """The facts of a table of one column in which a class or a tag sets every second row off: a label above its value."""
    if len(rows) < _FEWEST_IN_TURNS or len(rows) % 2 or any(len(row) != 1 for row in rows):
        return []
    cells = [row[0] for row in rows]
    told = any(ends_sentence(words_in(cell).strip()) for cell in cells[::2])  # lines of a text in two colours
    return _columns(cells[::2], cells[1::2]) if _are_set_alike(cells[::2], cells[1::2]) and not told else []


def _with_sections(rows: list[list[Any]]) -> Rows:
    """The rows of a table of labels with facts beside some of them, and whole sections beside others: "How to do it", and
    beside it the list of steps.
    """
    if any(len(row) != _PAIR for row in rows) or not _are_set_alike(*zip(*rows, strict=True)):
        return []
    is_section = [_is_told(value) for _, value in rows]
    if len(rows) - sum(is_section) < _PAIR or not any(is_section) or any(_is_told(label) for label, _ in rows):
        return []
    told: Rows = []
    for (label, value), apart in zip(rows, is_section, strict=True):
        told += [(None, label, label), (None, value, value)] if apart else [(label, value, label)]
    return told


def _is_told(cell: Any) -> bool:
    """Whether a cell holds a section of the page, and no fact."""
    return next(cell.iter(*_BLOCKS), None) is not None or holds_section(cell) or len(words_in(cell)) > _LONG_CELL


def _are_set_alike(labels: Sequence[Any], values: Sequence[Any]) -> bool:
    """Whether a tag or a class tells all of some cells from all of others."""
    named, others = ({(cell.tag, cell.get("class")) for cell in cells} for cells in (labels, values))
    return len(named) == 1 and named.isdisjoint(others)


def _facts_of(rows: list[list[Any]]) -> Rows:
    if told := _roles(rows):
        return told
    if _is_stacked(rows):
        return [pair for above, below in zip(rows[::2], rows[1::2], strict=True) for pair in _columns(above, below)]
    if len(rows) > 2 and len(rows[0]) > 2 and all(c.tag == "th" for c in rows[0]):
        return []
    if not any(len(row) > 1 and is_picture(row[0]) and not is_picture(row[1]) for row in rows):
        rows = [row for row in rows if not all(map(is_picture, row))]  # two photographs side by side
    if not rows:
        return []
    usual = Counter(map(len, rows)).most_common(1)[0][0]
    return [
        pair
        for above, row in pairwise([[], *rows[_is_head(rows) :]])
        for pair in (_grouped(row, usual) if len(row) > 1 else _band(row, above))
    ]


def _band(row: list[Any], above: list[Any]) -> Rows:
    """A row of one cell among rows of facts: the name of a section, or its text; none for a picture with its caption. What is
    told beside a picture stands below such a name.
    """
    cell = row[0]
    if cell.find(".//img") is None or is_label(cell):
        return [(None, cell, cell)]
    is_named = len(above) == 1 and not ends_sentence(words_in(above[0]).strip())
    return [(None, cell, cell)] if is_named and ends_sentence(words_in(cell).strip()) else []


def _is_head(rows: list[list[Any]]) -> bool:
    """Whether the first row only says what stands in the two columns below it: "Property | Value"."""
    first, *others = rows
    return bool(others) and len(first) == 2 and all(c.tag == "th" for c in first) and others[0][-1].tag == "td"


def _of_fields(rows: list[list[Any]]) -> Rows:
    """The facts of a table with more columns than two: "Field | Value | Type". Empty for any other table."""
    heads = [key(words_in(cell)) for cell in rows[0]]
    values = [n for n, head in enumerate(heads) if head in hints()["value_columns"]]
    if heads[0] not in hints()["field_columns"] or len(values) != 1 or any(len(row) != len(heads) for row in rows):
        return []
    return [(row[0], row[values[0]], row[0]) for row in rows[1:]]


def _numbered(rows: list[list[Any]]) -> Rows:
    """The steps of a table with a head and a picture beside each: "Step | Picture | What to do"."""
    said = [
        [cell for cell in row if any(map(str.isalnum, words_in(cell)))] for row in rows
    ]  # a box to tick says nothing
    said = said[:-1] if len(said) > 1 and len(said[-1]) == 1 else said  # a remark below all of them
    counted = all(len(row) == _PAIR and ONLY_NUMBER.match(words_in(row[0]).strip()) for row in said)
    return [(number, text, number) for number, text in said] if counted else []


def _numbered_with_heads(rows: list[list[Any]]) -> Rows | None:
    """The steps of a table whose cells carry the heads of their columns, for small screens; None for one of anything else."""
    told = _numbered(rows[1:]) if all(cell.tag == "th" for cell in rows[0]) else []
    for name in _HEADS:
        for _, text, number in told:
            text.attrib.pop(name, None)
            number.attrib.pop(name, None)
    return told or None


def _steps_below_heads(rows: list[list[Any]]) -> Rows:
    """The steps of a table with a head, however long they are: "Step | Description"."""
    return _numbered(rows[1:]) if len(rows) > _PAIR and all(cell.tag == "th" for cell in rows[0]) else []


def _roles(rows: list[list[Any]]) -> Rows:
    """Muscles with the role of each, from a table whose head says so: "Muscle | Role", "Muscle | Role | Part". Empty for any
    other table.
    """
    heads = [key(words_in(cell)) for cell in rows[0]]
    muscle, role = (
        {n for n, h in enumerate(heads) if h in hints()[kind]} for kind in ("muscle_columns", "role_columns")
    )
    if len(muscle) != 1 or len(role) != 1:
        return []
    return [(row[min(muscle)], row[min(role)], row[0]) for row in rows[1:] if len(row) == len(heads)]


def _steps_across(rows: list[list[Any]]) -> Rows:
    """The steps of a table in which they stand side by side: "Step 1 | Step 2", and below each what to do."""
    pairs = list(zip(rows[::2], rows[1::2], strict=False))
    if len(rows) % 2 or not all(len(a) == len(b) and all(is_step(words_in(c).strip()) for c in a) for a, b in pairs):
        return []
    return [pair for above, below in pairs for pair in _columns(above, below)]


def _columns_of_muscles(rows: list[list[Any]]) -> Rows:
    """The muscles of a table with a column for each role, "Main muscles | Helping muscles", column by column."""
    heads, *below = rows
    if len(heads) < _PAIR or not below or any(len(row) != len(heads) for row in below):
        return []
    if not all(map(is_label, heads)) or not (all(map(_speaks_of_muscles, heads)) or _hold_muscles(heads, below)):
        return []
    if any(cell.tag == "th" for row in below for cell in row):
        return []
    cells = [(head, row[n]) for n, head in enumerate(heads) for row in below]
    return [(head, cell, head) for head, cell in cells if words_in(cell).strip() and not is_label(cell)]


def _hold_muscles(heads: list[Any], below: list[list[Any]]) -> bool:
    """Whether heads are labels of facts, "Primary | Secondary", and all cells below them name muscles, or nothing."""
    cells = [text for row in below for cell in row if (text := words_in(cell).strip())]
    named = all(is_label_of_fact(words_in(head)) for head in heads)
    return named and bool(cells) and all(len(text) <= _LONG_CELL and load("muscles").find(text) for text in cells)


def _speaks_of_muscles(head: Any) -> bool:
    text = words_in(head)
    return len(text) <= _LONG_CELL and not hints()["about_muscles"].isdisjoint(key(text).split())


def _ticked(rows: list[list[Any]]) -> Rows:
    """What is ticked in a table: muscles in the column of the role of each, "Muscle | Primary | Secondary", terms that have a
    tick beside them, "Equipment | Needed", or below them, "Level | Beginner | Advanced".
    """
    heads, *below = rows
    ticks = _ticks_in(heads, below)
    if not ticks:
        return []
    if len(heads) >= _GROUPED and key(words_in(heads[0])) in hints()["muscle_columns"]:
        alone = all(sum(ticked) == 1 for ticked in ticks)
        ranked = [(heads[1 + t.index(True)], row[0], row[0]) for row, t in zip(below, ticks, strict=True) if any(t)]
        return ranked if alone else []
    if len(heads) == _PAIR and _asks_for_ticks(heads[1]) and _are_of_one_kind([row[0] for row in below]):
        return [(heads[0], row[0], row[0]) for row, (ticked,) in zip(below, ticks, strict=True) if ticked]
    labels = [cell for cell in (heads[0], below[0][0]) if is_label_of_fact(words_in(cell))]
    if len(below) > 1 or not labels or not _are_of_one_kind(heads[1:]):
        return []
    return [(labels[0], head, labels[0]) for head, ticked in zip(heads[1:], ticks[0], strict=True) if ticked]


def _ticks_in(heads: list[Any], below: list[list[Any]]) -> list[list[bool]]:
    """Which cells of a table below and behind its heads are ticked, row by row; none where something else stands in one. A
    cross is a tick where no surer sign of one stands in the table.
    """
    if len(heads) < _PAIR or not below or any(len(row) != len(heads) for row in below):
        return []
    told = [[words_in(cell).strip() for cell in row[1:]] for row in below]
    is_sure = any(_SURE_TICK.fullmatch(text) for row in told for text in row)
    ticks = [[(_SURE_TICK if is_sure else _TICK).fullmatch(text) is not None for text in row] for row in told]
    blank = all(
        tick or not text.strip(_NO_TICK)
        for row in zip(told, ticks, strict=True)
        for text, tick in zip(*row, strict=True)
    )
    return ticks if blank and any(map(any, ticks)) else []


def _asks_for_ticks(head: Any) -> bool:
    """Whether a head says of the terms that are ticked below it that they are the exercise's: "Needed"."""
    return key(words_in(head)) in hints()["ticking"]


def _are_of_one_kind(cells: Sequence[Any]) -> bool:
    return share_kind([words_in(cell).strip() for cell in cells])


def _columns(labels: list[Any], values: list[Any]) -> Rows:
    pairs = zip(labels, values, strict=True)
    return [(label, value, values[0]) for label, value in pairs if not (is_blank(label) and is_blank(value))]


def _is_stacked(rows: list[list[Any]]) -> bool:
    """Whether rows of labels and rows of their values take turns: two facts or more side by side, each label above its value; in
    the last two rows may be what is left, one.
    """
    pairs = list(zip(rows[::2], rows[1::2], strict=False))
    if len(rows) % 2 or any(len(above) != len(below) for above, below in pairs) or len(rows[0]) < _PAIR:
        return False
    if any(len(above) < _PAIR for above, _ in pairs[:-1]):
        return False
    if all(is_blank(cell) or states_itself(cell) for row in rows for cell in row):
        return False
    facts = [cells for both in pairs for cells in zip(*both, strict=True) if not all(map(is_blank, cells))]
    heads, values = [head for head, _ in facts], [value for _, value in facts]
    return bool(facts) and (_state_facts(heads, values) or _are_heads(heads, values, rows))


def _state_facts(heads: Sequence[Any], values: Sequence[Any]) -> bool:
    """Whether cells are labels, most of them of facts that are known, and the others terms, which no label is."""
    known = sum(is_label_of_fact(words_in(cell)) for cell in heads)
    named = known * 2 > len(heads) and not any(names_terms(words_in(cell)) for cell in heads)
    return named and all(_may_be_value(words_in(cell).strip()) for cell in values)


def _may_be_value(text: str) -> bool:
    return names_terms(text) or is_sign(text) or key(text) in hints()["no_value"]


def _are_heads(heads: Sequence[Any], values: Sequence[Any], rows: list[list[Any]]) -> bool:
    """Whether cells are heads of those below them by how they are set, or, of one row of many, by standing above it."""
    if any(map(is_label, values)) or all(map(are_two_spans, heads)):
        return False
    head, value = words_in(heads[0]), words_in(values[0])
    counts = ONLY_NUMBER.match(value.strip()) and not load("metrics").find(head)
    if counts or load("metrics").find(value):
        return False  # "Step | What to do", and below it "1", or "Measure | How", and below it "Time"
    if all(map(is_label, heads)):
        return len(rows) > 2 or len(heads) > 2 or all(map(is_called_label, heads))
    # One row of many values needs no mark on the heads above it.
    plain = len(rows) == 2 and len(heads) > 2 and not any(map(_are_in_turns, rows))
    told = any(is_value(cell) and not load("metrics").find(words_in(cell)) for cell in heads)  # "Hold" may be both
    return plain and not any(map(is_label, heads)) and not told


def _are_in_turns(row: list[Any]) -> bool:
    """Whether a class sets every second cell of a row off, from the first: labels, each with its value beside it."""
    return row[0].get("class") is not None and _are_set_alike(row[::2], row[1::2])


def _is_frame(rows: list[list[Any]]) -> bool:
    facts = [row for row in rows if len(row) > 1]
    if not facts or any(next(cell.iter(*_BLOCKS), None) is not None for row in facts for cell in row):
        return True
    if any(holds_section(cell) for row in facts for cell in row[:-1]):
        return True
    if len(rows) == 1 and all(sum(1 for _ in cell.iter("li")) > 1 for cell in rows[0]):
        return True  # lists side by side
    if len(rows) == 1 and any(map(is_picture, rows[0])) and any(map(tells_several, rows[0])):
        return True  # a column of text, and a picture beside it
    if any(len(words_in(cell)) > _LONG_CELL for row in facts for cell in row):
        return True
    return sum(map(shows, (cell for row in rows for cell in row))) == 1


def _grouped(row: list[Any], usual: int) -> Rows:
    """The facts of a row; the name of a group of rows before its first, "Muscles", stands alone."""
    if len(row) == _GROUPED and (row[0].get("scope") == "rowgroup" or (row[0].get("rowspan") or "1") != "1"):
        return [(None, row[0], row[0]), *_grouped(row[1:], usual)]
    told = [cell for cell in row if not is_blank(cell)]
    if told and all(map(states_itself, told)):
        return [(None, cell, cell) for cell in told]
    if len(row) == _GROUPED and usual == _PAIR and all(any(map(str.isalpha, words_in(cell))) for cell in row):
        return [(row[0], value, row[0]) for value in row[1:]]  # a label, and each of its values in a cell
    return _pairs(row)


def _pairs(row: list[Any]) -> Rows:
    if len(row) % 2:  # a picture, or a colon in a cell of its own, may stand between a label and its value
        row = [cell for cell in row if any(map(str.isalnum, words_in(cell)))]
    if len(row) == 1:
        return [(None, row[0], row[0])]  # a title, and buttons beside it
    if len(row) % 2 or all(cell.find(".//img") is not None and words_in(cell).strip() for cell in row):
        return []  # pictures with what stands below them
    return [(row[i], row[i + 1], row[i]) for i in range(0, len(row), 2)]
