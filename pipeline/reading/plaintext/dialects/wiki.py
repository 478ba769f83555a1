"""MediaWiki: headings between signs of equality, three apostrophes for bold, templates, and "#" for what counts."""

from __future__ import annotations

import re

from pipeline.reading.plaintext.dialects.marks import labelled

_WIKI = re.compile(r"^={2,5} ?[^=\n]{1,100}[^=\s] ?={2,5}\s*$", re.MULTILINE)
_TITLE = re.compile(r"^(={2,5}) ?(.*?) ?={2,5}\s*$")
_ITEM = re.compile(r"^([*#]+)\s*(?=\S)")
_TERM = re.compile(r"^;\s*([^:]{1,60}?)\s*:\s*(\S.*)$")
LINK = re.compile(r"\[\[(?:[^\]|]{0,200}\|)?([^\]|]{0,200})\]\]")
"""To another page, as note apps write it, too: "[[Barbell|the bar]]"."""
_NOTHING = re.compile(
    r"^\s*(?:\|\s*(?:image|caption|alt)\s*=.*|\[\[(?:category|file|image):[^\]]*\]\]|\{\{[^{}]*\}\}|__\w+__)\s*$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^\|\s*([A-Za-z][\w ]{1,30}?)\s*=\s*(\S.*)$")
_BOX = re.compile(r"^(?:\{\{[^{}]*|\}\}|\|\s*[A-Za-z][\w ]{1,30}=\s*)$")
_ROW_BEGINS = re.compile(r"^\|[-+]")
_CELL = re.compile(r"(?:\|\||!!)")
_SAID_OF_CELL = re.compile(r"^[^|\[\]]{0,200}\|(?!\|)")
"""Before what stands in a cell: `| style="width: 40%" | Easy`."""
_NOTE = re.compile(r"<ref[^<>]{0,200}(?:/>|>[^<]{0,500}</ref>)|\{\{[^{}]{0,200}\}\}")


def is_written(text: str) -> bool:
    """Whether a text has headings as wikis mark them."""
    return _WIKI.search(text) is not None


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line; the rows of a table stand right below one another."""
    return [_plain(line) for line in _without_tables(lines)]


def _without_tables(lines: list[str]) -> list[str]:
    """The lines of a text with a tab between the cells of a row: "{|", "|-", "! Sets", "| 4", "|}"."""
    kept = list(lines)
    start = -1
    for n, line in enumerate(lines):
        if line.startswith("{|"):
            start = n
        elif line.startswith("|}") and start >= 0:
            rows = _rows_of(lines[start + 1 : n])
            kept[start : n + 1] = [*rows, *[""] * (n + 1 - start - len(rows))]
            start = -1
    return kept


def _rows_of(lines: list[str]) -> list[str]:
    rows: list[list[str]] = [[]]
    for line in lines:
        if _ROW_BEGINS.match(line):
            rows.append([])
        elif line[:1] in ("|", "!"):
            rows[-1] += [_SAID_OF_CELL.sub("", cell).strip() for cell in _CELL.split(line[1:])]
        elif rows[-1] and line.strip():
            rows[-1][-1] = f"{rows[-1][-1]} {line.strip()}"
    return ["\t".join(row) for row in rows if row]


def _plain(line: str) -> str:
    if _NOTHING.match(line) or _BOX.match(line):
        return ""
    if title := _TITLE.match(line):
        return f"{'#' * (len(title.group(1)) - 1)} {title.group(2)}"
    line = LINK.sub(r"\1", _NOTE.sub("", line))
    line = _ITEM.sub(lambda mark: "1. " if mark.group(1).endswith("#") else "- ", line)
    line = line.replace("'''", "**").replace("''", "")
    if field := _FIELD.match(line):
        return labelled(field)
    term = _TERM.match(line)
    return f"- **{term.group(1)}** {term.group(2)}" if term else line
