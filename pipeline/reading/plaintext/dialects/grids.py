"""Tables drawn with signs, whose cells go on over several lines: rows of labels and values, steps, or cells with tabs between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.reading.words.hinting import hints
from pipeline.vocabulary import key

_DRAWN = str.maketrans(
    {
        **dict.fromkeys("│┃║┆┊", "|"),
        **dict.fromkeys("─━┄┈", "-"),
        "═": "=",
        **dict.fromkeys(map(chr, range(0x250C, 0x2550)), "+"),
    }
    | dict.fromkeys(map(chr, range(0x2552, 0x256D)), "+")
)
_RULE = re.compile(r"^\s*\+(?:[-=]{2,}\+){2,}\s*$")  # a box of one cell is an ornament
_ROW = re.compile(r"^\s*\|.*\|\s*$")
_LABEL_AND_VALUE = 2

_Cells = list[str]
_Block = list[tuple[int, _Cells]]
"""The lines between two rules, each with its number and its cells."""


def ungridded(lines: list[str]) -> list[str]:
    """The lines of a text; of a drawn table each row stands in its first line, and in the others nothing."""
    signs = [line.translate(_DRAWN) if not line.isascii() else line for line in lines]
    kinds = ["rule" if _RULE.match(sign) else "row" if _ROW.match(sign) else "" for sign in signs]
    plain = list(lines)
    for is_table, numbers in groupby(range(len(lines)), key=lambda n: bool(kinds[n])):
        run = list(numbers) if is_table else []
        if len(run) > _LABEL_AND_VALUE and kinds[run[0]] == "rule" and "row" in (kinds[n] for n in run):
            plain[run[0] : run[-1] + 1] = _rows_of(signs, run, kinds)
    return plain


def _rows_of(signs: Sequence[str], run: Sequence[int], kinds: Sequence[str]) -> list[str]:
    """The lines of one table, as many as before."""
    blocks = [
        [(n, _cells(signs[n])) for n in numbers]
        for is_row, numbers in groupby(run, key=lambda n: kinds[n] == "row")
        if is_row
    ]
    has_head = "=" in next((signs[n] for n in run[1:] if kinds[n] == "rule"), "")
    rows = [row for block in blocks for row in _merged(block, whole=len(blocks) > 1 + has_head)]
    if rows and (has_head or _names_columns(rows[0][1])) and len(rows) > 1:
        rows = rows[1:]
    plain = dict.fromkeys(run, "")
    wide = any(len(cells) > _LABEL_AND_VALUE for _, cells in rows)
    for place, (n, cells) in enumerate(rows):
        plain[run[place] if wide else n] = _line(cells)
    return list(plain.values())


def _cells(sign: str) -> _Cells:
    return [cell.strip() for cell in sign.strip().strip("|").split("|")]


def _merged(block: _Block, *, whole: bool) -> Iterator[tuple[int, _Cells]]:
    """The rows of a block: one where rules stand between all rows, else one for each line that has a first cell."""
    rows: list[tuple[int, list[_Cells]]] = []
    for n, cells in block:
        if not rows or (cells[0] and not whole) or len(cells) != len(rows[-1][1][0]):
            rows.append((n, []))
        rows[-1][1].append(cells)
    for n, lines in rows:
        yield n, [" ".join(filter(None, parts)) for parts in zip(*lines, strict=True)]


def _names_columns(cells: _Cells) -> bool:
    """Whether cells say what stands below them: "Step | What to do"."""
    heads = hints()["column_heads"] | hints()["table_heads"]
    return len(cells) > 1 and all(key(cell) in heads for cell in cells)


def _line(cells: _Cells) -> str:
    if len(cells) != _LABEL_AND_VALUE:
        return "\t".join(cells)
    label, value = cells
    if label.rstrip(".").isdigit():
        return f"{label.rstrip('.')}. {value}"
    return f"{label.rstrip(' :')}: {value}" if label and value else label or value
