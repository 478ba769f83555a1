"""Tables of plain text whose cells tabs divide, as a browser copies them: rows of several facts, heads above their values."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pipeline.reading.words.factwords import is_label_of_fact
from pipeline.reading.words.hinting import hints
from pipeline.reading.words.plain import is_sentence
from pipeline.vocabulary import key, load

_KINDS = ("muscles", "equipment", "difficulty", "exercise_types", "body_parts", "mechanic", "force", "sides")
_FEWEST_CELLS = 3
_PAIR = 2
_MOST_LINES = 60
"""Of one row of a sheet, whose cells hold texts."""
_LONGEST_CELL = 120
_LONGEST_TERM = 60
_GAP = re.compile(r"\s{2,}")
_BETWEEN_TERMS = re.compile(r",|/|;|\band\b|&")
_BETWEEN = " | "
"""What stands between several facts in a line."""


def opened_cells(numbered: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines with their numbers, cells of a sheet without the quotes around them; one of several lines stands below its label,
    which is beside it in a row of two, and else above it in the row of heads.
    """
    kept: list[tuple[int, str]] = []
    rest = iter(numbered)
    for n, line in rest:
        if '\t"' not in line:
            kept.append((n, line))
            continue
        told = [(n, line)]
        while _is_open("\n".join(text for _, text in told)) and len(told) < _MOST_LINES and (more := next(rest, None)):
            told.append(more)
        cells = _cells_of("\n".join(text for _, text in told))
        heads = kept[-1][1].split("\t") if kept else []
        if len(cells) == _PAIR:
            kept += _cell(cells[0], cells[1], told)
        elif cells and len(cells) == len(heads):
            kept[-1] = (kept[-1][0], "")
            kept += (entry for head, cell in zip(heads, cells, strict=True) for entry in _cell(head, cell, told))
        else:
            kept += told
    return kept


def _cells_of(row: str) -> list[str]:
    """The cells of a row without the quotes around them; none where a quote is never closed, or a cell is larger than any."""
    try:
        return [] if _is_open(row) else next(csv.reader([row], delimiter="\t"), [])
    except csv.Error:
        return []


def _is_open(text: str) -> bool:
    """Whether a cell that a quote began goes on in the next line."""
    return text.count('"') % 2 == 1


def _cell(label: str, text: str, told: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines of one cell; `told` are the lines of the file that its row was."""
    first = told[0][0]
    texts = text.split("\n")
    if len(texts) == 1:
        yield first, f"{label}\t{text}"
        return
    places = [n for n, _ in told]
    places += [places[-1]] * (len(texts) - len(places))
    yield from ((first, ""), (first, label), *zip(places, texts, strict=False), (first, ""))


def untabbed(lines: list[str]) -> list[str]:
    """The lines of a text; rows of more than two cells as facts in one line, where that is what they are."""
    lines = _spaced(lines)
    if not any("\t" in line for line in lines):
        return lines
    plain = list(lines)
    for is_row, numbers in groupby(range(len(lines)), key=lambda n: "\t" in lines[n].strip()):
        if is_row:
            _settle(plain, list(numbers))
    return _continued(plain)


def _spaced(lines: list[str]) -> list[str]:
    """The lines of a text with tabs between heads that say how much to do, and between the values below them, in columns."""
    plain = list(lines)
    for n, (heads, values) in enumerate(pairwise(_GAP.split(line.strip()) for line in lines)):
        if len(heads) == len(values) >= _PAIR and all(map(load("metrics").find, heads)) and _are_amounts(values):
            plain[n : n + _PAIR] = "\t".join(heads), "\t".join(values)
    return plain


def _are_amounts(cells: Sequence[str]) -> bool:
    return all(cell[:1].isdigit() for cell in cells)


def _settle(lines: list[str], numbers: list[int]) -> None:
    """Writes the facts of one table into its lines."""
    rows = [[cell.strip() for cell in lines[n].strip().split("\t")] for n in numbers]
    if any(len(cell) > _LONGEST_CELL or is_sentence(cell) for row in rows for cell in row):
        return
    if len(rows) == _PAIR == len(rows[1]) and all(map(load("metrics").find, rows[0])) and _are_amounts(rows[1]):
        lines[numbers[0]] = ""
        lines[numbers[1]] = _facts(*rows)
        return
    if roles := _roles_of(rows):
        for n, told in zip(numbers, ["", *roles], strict=True):
            lines[n] = told
        return
    if len(rows) > _PAIR and _is_head_of_two(*rows):
        lines[numbers[0]] = ""
        return
    if _are_stacked(rows):
        for n in range(0, len(rows), _PAIR):
            lines[numbers[n]], lines[numbers[n + 1]] = "", _facts(rows[n], rows[n + 1])
        return
    for n, row in zip(numbers, rows, strict=True):
        if len(row) > _PAIR and len(row) % _PAIR == 0 and _is_head(row[::2], row[1::2]):
            lines[n] = _facts(row[::2], row[1::2])


def _roles_of(rows: list[list[str]]) -> list[str]:
    """The muscles of a table with the role of each, behind its role: "Muscle | Role", and below it "Calves | Synergist"."""
    heads = [key(cell) for cell in rows[0]]
    columns = [[n for n, h in enumerate(heads) if h in hints()[kind]] for kind in ("muscle_columns", "role_columns")]
    if any(len(column) != 1 for column in columns) or any(len(row) != len(heads) for row in rows):
        return []
    (muscle,), (role,) = columns
    return [f"{row[role]}: {row[muscle]}" for row in rows[1:]]


def _are_stacked(rows: list[list[str]]) -> bool:
    """Whether rows of labels and rows of their values take turns, the first of several: "Muscle | Gear | Level"."""
    pairs = list(zip(rows[::2], rows[1::2], strict=False))
    alike = len(rows) % _PAIR == 0 and all(len(above) == len(below) >= _PAIR for above, below in pairs)
    if not alike or not all(_is_head(above, below) for above, below in pairs):
        return False
    return len(rows[0]) >= _FEWEST_CELLS or all(map(is_label_of_fact, (cell for above, _ in pairs for cell in above)))


def _is_head_of_two(head: list[str], *rows: list[str]) -> bool:
    """Whether the first row of a table of two columns only says what stands in them: "Fact | Answer", or a word above
    numbers.
    """
    if any(len(row) != _PAIR for row in (head, *rows)):
        return False
    counted = all(row[1].isdigit() for row in rows) and not head[1][:1].isdigit()
    return counted or {cell.lower() for cell in head} <= hints()["table_heads"]


def _facts(labels: list[str], values: list[str]) -> str:
    return _BETWEEN.join(f"{label.rstrip(' :')}: {value}" for label, value in zip(labels, values, strict=True) if value)


def _is_head(labels: list[str], values: list[str]) -> bool:
    """Whether some cells are labels and others their values: no term that people know is among the first, nor a metric
    among the others.
    """
    words = [value for value in values if not value[:1].isdigit()]
    if not all(map(_is_label, labels)) or any(map(load("metrics").find, words)):
        return False
    return len(words) < len(values) or any(map(kinds_of, words))


def _is_label(cell: str) -> bool:
    return cell[:1].isalpha() and not kinds_of(cell)


def _continued(lines: list[str]) -> list[str]:
    """The values of a row that stand in lines of their own below it, in its line: terms of the kind of the first."""
    row = -1
    for n, line in enumerate(lines):
        if "\t" in line.strip():
            row = n
        elif row >= 0 and line.strip() and kinds_of(line) & kinds_of(lines[row].rpartition("\t")[2]):
            lines[row], lines[n] = f"{lines[row].rstrip()}, {line.strip()}", ""
        else:
            row = -1
    return lines


def kinds_of(cell: str) -> set[str]:
    """The vocabularies of which a cell holds terms and nothing else."""
    terms = [term.strip() for term in _BETWEEN_TERMS.split(cell)]
    if any(len(term) > _LONGEST_TERM for term in terms):
        return set()
    return {kind for kind in _KINDS if all(load(kind).find(term) for term in terms)}
