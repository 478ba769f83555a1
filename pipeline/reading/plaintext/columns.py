"""Columns and tables of plain text, made lines of labels and values; every line stays where it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import dropwhile, groupby, pairwise, takewhile

from pipeline.reading.plaintext.tabbed import kinds_of
from pipeline.reading.plaintext.turns import LABEL_AND_VALUE, dosed, is_amount, is_metric, paired, turned
from pipeline.reading.words.plain import is_item

_DRAWN = re.compile("[\u2500-\u257f]")
_ONLY_DRAWN = re.compile("^[\\s\u2500-\u257f]+$")
_RULED = re.compile("^[\\s\u2500\u2501\u2550]+$")
_CELL = re.compile("\\s*[\u2502\u2503\u2551]\\s*")
_COMMA_ROW = re.compile(r'^([A-Z][A-Za-z0-9 ]{2,30}),(?:"([^"]+)"|([^\s",][^",]*))$')
_RUNNING_HEAD = re.compile(r"^\s*(?:\d{1,3}\s{6,}[^a-z]+|[^a-z]+\s{6,}\d{1,3})\s*$")
_TABBED = re.compile(r"^(?!(?:\d{1,2}|[a-z])[.)]\t)(\S[^\t:]{1,40}?):?\t+(?=[^\t]+$)")
_PIPE_RULE = re.compile(r"^\s*\|\s*:?-{2,}:?\s*[|+]\s*:?-{2,}:?\s*\|\s*$")
_PIPE_ROW = re.compile(r"^\s*\|([^|]{2,60})\|([^|]+)\|\s*$")
_ANY_RULE = re.compile(r"^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$")
_BARE_RULE = re.compile(r"^\s*:?-{2,}:?\s*\|\s*:?-{2,}:?\s*$")
_BARE_ROW = re.compile(r"^\s*[^|\s][^|]{0,60} \| [^|]*[^|\s][^|]*$")
_COLUMNS = re.compile(r"^ {0,12}\**(?P<label>[A-Z][^:.*]{1,30}?)\** {2,}(?P<value>[^\W_].*)$")
_SECOND_PAIR = re.compile(r"(?<=\S) {2,}(?P<label>[A-Z][^:.*]{1,30}?) {2,}(?P<value>[^\W_].*)$")
"""A label and its value in the third and the fourth column."""
_FEWEST_ROWS = 2
_GAP = 2
"""Spaces between a label that is as wide as its column, or wider, and its value."""
_WIDE_GAP = re.compile(r"[^\s:] {6,}\S")
_PAGE_NUMBER = re.compile(r"^\s{6,}\d{1,4}$")
_LONGEST_EDGE = 160
"""Letters of a line at the edge of a page, the gap in it among them."""
_LONE_NUMBER = re.compile(r"^\s*\d{1,4}\s*$")
_SHORTEST_HEAD = 20
"""Letters at the head of each page, at least; what is shorter may be a label below a value."""
_NEAR = 8
"""Lines below the number of a page among which its head is looked for."""
_PAGE = re.compile(r"^\s*(?:\S.{0,60}\s)?page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$", re.IGNORECASE)
_GLUED_NUMBER = re.compile(r"^(\d{1,2})(?:\s{2,3})?(?=[A-Z])")
_INDENT = 4
"""Columns by which a value stands further in than its label, at least."""
_LONGEST_LABEL = 40


def labelled(lines: list[str]) -> list[str]:
    """The lines of a text, its tables and columns as labels with a colon, without what a printed page has at its edges."""
    if _DRAWN.search("\n".join(lines)):
        lines = [_undrawn(line) for line in lines]
    lines = _columned(_piped(_without_running_heads(lines)))
    return _counted(_rows([_TABBED.sub(r"\1: ", line) for line in dosed(paired(turned(_indented(lines))))]))


def _without_running_heads(lines: list[str]) -> list[str]:
    """Without the lines at the head and the foot of each page: those in two columns that come back, page numbers, and what
    comes back above or below these.
    """
    wide = Counter(line.strip() for n, line in enumerate(lines) if _WIDE_GAP.search(line) and not _is_row(lines, n))
    wide += Counter(lines[n].strip() for n in _below_wide(lines, wide))
    edges = (_RUNNING_HEAD, _PAGE_NUMBER, _PAGE)
    ends = [
        len(line) <= _LONGEST_EDGE and any(edge.match(line) for edge in edges) and not _is_row(lines, n)
        for n, line in enumerate(lines)
    ]
    feet = Counter(line.strip() for line, below in zip(lines, ends[1:], strict=False) if below and line.strip())
    heads = _heads_below_numbers(lines) | _edges_at_numbers(lines)
    again = {line for line, times in (wide + feet).items() if times > 1} | heads
    ends = [end or bool(heads and _LONE_NUMBER.match(line)) for end, line in zip(ends, lines, strict=True)]
    return ["" if end or line.strip() in again else line for line, end in zip(lines, ends, strict=True)]


def _is_row(lines: list[str], n: int) -> bool:
    """Whether a line in two columns is a row of a table: the one above or below it has its value at the same place."""
    starts = [row.start("value") if row else None for row in map(_COLUMNS.match, lines[max(0, n - 1) : n + 2])]
    return starts.count(starts[min(n, 1)]) > 1 and starts[min(n, 1)] is not None


def _below_wide(lines: list[str], wide: Counter[str]) -> Iterator[int]:
    """Where the second line of a head stands, right below one in two columns that comes back: further in than it."""
    for n, (above, line) in enumerate(pairwise(lines), 1):
        if wide[above.strip()] > 1 and _depth(line) > _INDENT:
            yield n


def _heads_below_numbers(lines: list[str]) -> set[str]:
    """The lines at the head of each page, which stand below the number of the one before and come back."""
    times = Counter(line.strip() for line in lines)
    heads: set[str] = set()
    for n in range(1, len(lines) - 2):
        if not _LONE_NUMBER.match(lines[n]) or lines[n - 1].strip() or lines[n + 1].strip():
            continue
        near = (line.strip() for line in lines[n + 1 : n + 1 + _NEAR])
        below = list(takewhile(bool, dropwhile(lambda line: not line, near)))
        if sum(map(len, below)) >= _SHORTEST_HEAD and all(times[line] > 1 for line in below):
            heads.update(below)
    return heads


def _edges_at_numbers(lines: list[str]) -> set[str]:
    """The line above the numbers of pages, where it is the same for several, and what comes back right below them."""
    numbers = [n for n in range(1, len(lines)) if _LONE_NUMBER.match(lines[n])]
    above = Counter(lines[n - 1].strip() for n in numbers)
    feet = {line for line, times in above.items() if times > 1 and len(line) >= _SHORTEST_HEAD}
    below = {lines[n + 1].strip() for n in numbers[:-1] if lines[n - 1].strip() in feet}
    times = Counter(line.strip() for line in lines if line.strip() in below)
    return feet | {line for line in below if line and times[line] > 1}


def _indented(lines: list[str]) -> list[str]:
    """Labels with their values further in on the next line, where two of them follow one another."""
    starts = [n for n in range(len(lines) - 1) if _is_above_value(lines, n)]
    plain = list(lines)
    for n in starts:
        if {n - 2, n - 3, n + 2, n + 3}.isdisjoint(starts):
            continue
        plain[n], plain[n + 1] = f"{lines[n].rstrip(' :')}: {lines[n + 1].strip()}", ""
    return plain


def _is_above_value(lines: list[str], n: int) -> bool:
    label, value = lines[n], lines[n + 1]
    after = lines[n + 2] if n + 2 < len(lines) else ""
    depth = _depth(label)
    fits = label[depth : depth + 1].isupper() and len(label.strip()) <= _LONGEST_LABEL and label[-1:] not in ".!?,;"
    fits = fits and ": " not in label and not is_item(value.strip())
    return fits and _depth(value) >= depth + _INDENT and (not after.strip() or _depth(after) == depth)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _counted(lines: list[str]) -> list[str]:
    """Lines that count from one with the number glued to the text ("1Sit down."), or in a column of its own, with a stop behind
    the number.
    """
    numbers = [(n, int(found.group(1))) for n, line in enumerate(lines) if (found := _GLUED_NUMBER.match(line))]
    if [number for _, number in numbers] != list(range(1, len(numbers) + 1)) or len(numbers) < _FEWEST_ROWS:
        return lines
    glued = {n for n, _ in numbers}
    return [_GLUED_NUMBER.sub(r"\1. ", line) if n in glued else line for n, line in enumerate(lines)]


def _piped(lines: list[str]) -> list[str]:
    """Rows of two cells of a Markdown table as label and value; the rule below its head says nothing, nor does a head without
    a term for its value.
    """
    lines = _of_one_row(_edged(lines))
    plain = list(lines)
    for n, line in enumerate(lines):
        if _PIPE_RULE.match(line):
            plain[n] = ""
            head = _PIPE_ROW.match(lines[n - 1]) if n else None
            ends = n > 1 and _PIPE_ROW.match(lines[n - 2])  # a rule below rows ends the table
            if n and not ends and not (head and kinds_of(head.group(2).strip())):
                plain[n - 1] = ""
        elif row := _PIPE_ROW.match(line):
            plain[n] = f"{row.group(1).strip(' *')}: {row.group(2).strip()}"
    return plain


def _of_one_row(lines: list[str]) -> list[str]:
    """Tables of a head and one row below it, as the facts of that row: "Sets | Reps", and below it "3 | 8". One of two columns
    is a list of facts unless its heads are metrics.
    """
    plain = list(lines)
    for n in (n for n, line in enumerate(lines[:-1]) if n and _ANY_RULE.match(line)):
        heads, cells = _cells(lines[n - 1]), _cells(lines[n + 1])
        ends = n + 2 == len(lines) or not _cells(lines[n + 2])
        are_doses = all(map(is_metric, heads)) and all(map(is_amount, cells))
        if len(heads) == len(cells) > 1 and ends and (are_doses or len(heads) > LABEL_AND_VALUE):
            facts = " | ".join(f"{head}: {cell}" for head, cell in zip(heads, cells, strict=True) if head and cell)
            plain[n - 1 : n + 2] = ["", "", facts]
    return plain


def _cells(line: str) -> list[str]:
    """The cells of a row with bars around it; none of any other line."""
    row = line.strip()
    return [cell.strip(" *") for cell in row[1:-1].split("|")] if len(row) > 1 and row[0] == row[-1] == "|" else []


def _edged(lines: list[str]) -> list[str]:
    """Tables of two columns that have bars between these and none around them, with bars around them. As the first row is
    read as head, and has a label and a value here, the rule comes before it.
    """
    edged = list(lines)
    for rule in (n for n, line in enumerate(lines) if n and _BARE_RULE.match(line) and _BARE_ROW.match(lines[n - 1])):
        edged[rule - 1 : rule + 1] = ["", f"| {lines[rule - 1]} |"]
        for n in takewhile(lambda n: _BARE_ROW.match(lines[n]), range(rule + 1, len(lines))):
            edged[n] = f"| {lines[n]} |"
    return edged


def _columned(lines: list[str]) -> list[str]:
    """Lines of labels and values in two columns, as a printed page has them, with a colon between the two; a label may be
    longer than its column is wide.
    """
    plain = list(lines)
    rows = [_COLUMNS.match(line) for line in lines]
    for is_row, numbers in groupby(range(len(rows)), key=lambda n: rows[n] is not None):
        block = [(n, row) for n in numbers if (row := rows[n])] if is_row else []
        starts = Counter(row.start("value") for _, row in block)
        column = max(starts, key=starts.__getitem__, default=0)
        seconds = {n: _SECOND_PAIR.search(lines[n], row.start("value")) for n, row in block}
        thirds = Counter(second.start("label") for second in seconds.values() if second)
        for n, row in block if starts[column] > 1 else ():
            overruns = row.end("label") + _GAP > column and row.start("value") == row.end("label") + _GAP
            if row.start("value") == column or overruns:
                plain[n] = f"{row['label']}: {row['value']}"
                if (second := seconds[n]) and thirds[second.start("label")] > 1:
                    first = lines[n][row.start("value") : second.start()]
                    plain[n] = f"{row['label']}: {first} | {second['label']}: {second['value']}"
    return plain


def _undrawn(line: str) -> str:
    """A line of a drawn table as label and value; rules below a heading stay as its underline."""
    if _RULED.match(line) and line.strip() and not line[:1].isspace():
        return "-" * len(line.strip())
    if _ONLY_DRAWN.match(line):
        return ""
    cells = [cell.strip() for cell in _CELL.split(line) if cell.strip()]
    return (
        line if not _CELL.search(line) else f"{cells[0]}: {', '.join(cells[1:])}" if len(cells) > 1 else "".join(cells)
    )


def _rows(lines: list[str]) -> list[str]:
    """Labels and values divided by a comma without a space, where several lines are."""
    rows = [_COMMA_ROW.match(line) for line in lines]
    if sum(map(bool, rows)) < _FEWEST_ROWS:
        return lines
    return [
        f"{row.group(1)}: {row.group(2) or row.group(3)}" if row else line
        for row, line in zip(rows, lines, strict=True)
    ]
