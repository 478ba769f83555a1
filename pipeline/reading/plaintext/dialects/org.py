"""Org: headings with stars, facts in drawers, terms with two colons."""

from __future__ import annotations

import re

from pipeline.reading.plaintext.dialects.marks import FIELD, labelled

_ORG = re.compile(r"^(?:#\+title:|:properties:\s*$)", re.IGNORECASE | re.MULTILINE)
_SIGNS = (re.compile(r"^\* \S", re.M), re.compile(r"^\*\* \S", re.M), re.compile(r"^[-+] [^\n]{1,60} :: ", re.M))
"""What an Org file without a title has: headings of two levels, and terms."""
_TITLE = re.compile(r"^#\+title:\s*(.*)$", re.IGNORECASE)
_HEADING = re.compile(r"^(\*+)\s+(?:TODO\s+|DONE\s+|COMMENT\s+)*(.*?)(?:\s+:[\w:@]+:)?\s*$")
_LINK = re.compile(r"\[\[[^\]]*\]\[([^\]]*)\]\]")
_TERM = re.compile(r"^(\s*[-+]\s+)[*/_]?(.+?)[*/_]?\s+::\s+")
_BOLD = re.compile(r"^(\s*[-+]\s+)\*([^*]+)\*(?!\*)")
_NOTHING = re.compile(
    r"^(?:#\+|#\s|\s*:(?:properties|end|id|custom_id|created|logbook):|\s*(?:scheduled|deadline|closed|clock):)",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*\|[-+]+\|\s*$")
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_CELL = re.compile(r"\s*\|\s*")


def is_written(text: str) -> bool:
    """Whether a text has the signs of Org."""
    return _ORG.search(text) is not None or all(sign.search(text) for sign in _SIGNS)


def plain(lines: list[str]) -> list[str]:
    """The lines of a text, each still a line, with a tab between the cells of a row."""
    return [_plain(line) for line in _without_rules(lines)]


def _without_rules(lines: list[str]) -> list[str]:
    """The lines of a text, those of a table right below one another."""
    kept = list(lines)
    for n in (n for n, line in enumerate(lines) if n and _RULE.match(line)):
        kept[n], kept[n - 1] = kept[n - 1], ""
    return kept


def _plain(line: str) -> str:
    title, heading, field = _TITLE.match(line), _HEADING.match(line), FIELD.match(line)
    if title:
        return f"# {title.group(1)}"
    if heading:
        return f"{'#' * min(len(heading.group(1)) + 1, 6)} {heading.group(2)}"
    if _NOTHING.match(line):
        return ""
    if field:
        return labelled(field)
    if row := _ROW.match(line):
        return "\t".join(_CELL.split(row.group(1).strip()))
    return _BOLD.sub(r"\1**\2**", _TERM.sub(r"\1\2: ", _LINK.sub(r"\1", line)))
