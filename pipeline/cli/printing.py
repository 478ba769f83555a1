"""Printing for people: plain text when piped, color and lines of its width on a terminal, and no control characters from
pages.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.records import Issue

_UNSAFE = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160), 8206, 8207, *range(8234, 8239), *range(8294, 8298))
)
# Stands for ESC until a line is printed. Nothing in a page can be it: it is made anew for each process.
_ESCAPE = f"\ue0ff{os.urandom(6).hex()}\ue0ff"
_STYLING = re.compile(rf"{_ESCAPE}\[[\d;]*m")
_LETTER = re.compile(rf"{_STYLING.pattern}|.")
_WORD = re.compile(r" *[^ ]+")
_USUAL = 80
"""Columns of a terminal that does not say how many it has."""
CONTINUED = "    "
"""Before what goes on from the line above."""
_BETWEEN = 3
"""Blanks and a line between two columns."""
_READABLE = 12
"""Letters that a column of texts has room for at least."""
_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36", "mark": "1;33"}


def plain(text: str) -> str:
    """Text without characters that could drive a terminal."""
    return text if text.isascii() and text.isprintable() else text.translate(_UNSAFE)


def is_colored(stream: Any = None) -> bool:
    """Whether to use color: on a terminal, unless NO_COLOR is set (no-color.org)."""
    stream = stream or sys.stdout
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def styled(text: str, style: str, *, colored: bool) -> str:
    return f"{_ESCAPE}[{_STYLES[style]}m{text}{_ESCAPE}[0m" if colored and text else text


def out(text: str = "") -> None:
    """A line on standard output. Of escape sequences only those of `styled` get through."""
    print(plain(text).replace(_ESCAPE, "\033"))


def told(text: str, indent: str = CONTINUED) -> None:
    """A line for a person on standard output, folded on a terminal."""
    out(folded(plain(text), width_of(sys.stdout), indent))


def width_of(stream: Any) -> int:
    """The columns of the terminal behind a stream; 0 where there is none."""
    if not stream.isatty():
        return 0
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except (OSError, ValueError):
        return _USUAL


def folded(text: str, width: int, indent: str = CONTINUED) -> str:
    """Text in lines of a width, broken between words; as it is when the width is 0."""
    return "\n".join(part for line in text.split("\n") for part in _fold(line, width, indent)) if width else text


def _fold(line: str, width: int, indent: str) -> Iterator[str]:
    if _cells(line) <= width:
        yield line
        return
    shown, used = "", 0
    for piece in _pieces(line, width - len(indent)):
        added = piece
        if used + _cells(piece) > width and shown.strip():
            yield shown
            shown, used, added = indent, len(indent), piece.lstrip(" ")  # blanks end with the line
        shown, used = shown + added, used + _cells(added)
    yield shown


def _pieces(line: str, width: int) -> Iterator[str]:
    """The words of a line, each with the blanks before it. One that fits into no line stays whole when it is ASCII, since
    an id or address that is cut cannot be copied; scripts without blanks are cut between letters.
    """
    for word in _WORD.findall(line):
        bare = _STYLING.sub("", word)
        if bare.isascii() or _cells(bare.lstrip(" ")) <= width:
            yield word
        else:
            yield from _LETTER.findall(word)


def _cells(text: str) -> int:
    """The columns that a text takes on a terminal: Chinese letters take two each."""
    bare = _STYLING.sub("", text)
    if bare.isascii():
        return len(bare)
    from rich.cells import cell_len

    return cell_len(bare)


def one_line(text: str) -> str:
    """Text on one line, whatever it is made of: a file name may hold line breaks."""
    return " ".join(plain(text).splitlines())


def note(text: str) -> None:
    """A line for the person, on standard error; never more than one, but that a terminal gets it folded."""
    print(folded(one_line(text), width_of(sys.stderr)).replace(_ESCAPE, "\033"), file=sys.stderr)


def as_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None))


def finding(issue: Issue) -> None:
    """One finding on standard error: where, how bad, what, and the rule's code."""
    colored = is_colored(sys.stderr)
    where = f"{issue.file}:{issue.place.line}" if issue.place.line else issue.file
    color = {"error": "red", "warning": "yellow"}.get(str(issue.severity), "dim")
    severity = styled(str(issue.severity), color, colored=colored)
    note(f"{where}: {severity}: {issue.message} [{issue.code}]")


def merged(issues: Iterable[Issue]) -> list[Issue]:
    """Findings for a person: the missing sections of one page and severity on one line, instead of one each."""
    from dataclasses import replace

    shown: list[Issue] = []
    first: dict[object, int] = {}
    for issue in issues:
        if issue.code != "missing-section":
            shown.append(issue)
        elif (issue.file, issue.severity) not in first:
            first[issue.file, issue.severity] = len(shown)
            shown.append(issue)
        else:
            place = first[issue.file, issue.severity]
            fields = f"{shown[place].field}, {issue.field}"
            message = f"no {fields.replace('_', ' ')}: add them to the record, or complete the page"
            shown[place] = replace(shown[place], field=fields, message=message)
    return shown


def issue_json(issue: Issue) -> dict[str, object]:
    return {
        "code": issue.code,
        "severity": str(issue.severity),
        "field": issue.field,
        "message": issue.message,
        "file": issue.file,
        "line": issue.place.line,
        "column": issue.place.column,
        "path": list(issue.place.path),
        "excerpt": issue.excerpt,
    }


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under headers: aligned and colored on a terminal, separated by tabs when piped.

    Where a terminal is too narrow for whole words side by side, each row is a short paragraph.
    """
    cells = [[plain(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in cells:
            out("\t".join(row))
        return
    columns = list(zip(headers, *cells, strict=True))
    if sum(map(_narrowest, columns)) + _BETWEEN * len(columns) <= width_of(sys.stdout):
        _aligned(columns, cells)
    else:
        for row in cells:
            _stacked(row)


def _is_whole(column: Sequence[str]) -> bool:
    """Whether a column holds no two words: an id that is broken in two cannot be copied."""
    return not any(" " in cell for cell in column)


def _narrowest(column: Sequence[str]) -> int:
    if _is_whole(column):
        return max(map(_cells, column))
    return max(_READABLE, *(_cells(word) for cell in column for word in cell.split()))


def _aligned(columns: Sequence[Sequence[str]], cells: Iterable[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for n, column in enumerate(columns):
        shown.add_column(column[0], style="bold" if n == 0 else "", overflow="fold", no_wrap=_is_whole(column))
    for row in cells:
        shown.add_row(*(Text(cell) for cell in row))
    Console().print(shown)


def _stacked(row: Sequence[str]) -> None:
    """A row as a line of its name, and its id if that comes last, and an indented paragraph of the rest."""
    first, *rest = row
    key = f"  {rest.pop()}" if rest and " " not in rest[-1] else ""
    colored = is_colored()
    told(f"{styled(first, 'bold', colored=colored)}{styled(key, 'dim', colored=colored)}")
    if any(rest):
        told(CONTINUED + " \N{MIDDLE DOT} ".join(cell for cell in rest if cell))
