"""reStructuredText: fields, directives, and terms above their texts."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from pipeline.reading.plaintext.dialects.marks import FIELD, labelled

_RST = re.compile(r"^\.\. (?:_|\w+::|\w+\|)", re.MULTILINE)
_COMMENT = re.compile(r"^\.\. ")
_TABLE = re.compile(r"^\.\. list-table::")
_CELL = re.compile(r"^\s+(?P<row>\* )?\s*- (?P<text>\S.*)$")
_BOX = re.compile(r"^\.\. (?P<kind>admonition|attention|caution|danger|hint|important|tip|warning)::[ ]*(?P<rest>.*)$")
_SIMPLE_RULE = re.compile(r"^={2,}(?: {1,8}={2,})+\s*$")
_GAP = re.compile(r" {2,}")
_PAIR = 2
_NUMBER = re.compile(r"^(\s*)#\.\s")


def is_written(text: str) -> bool:
    """Whether a text has a directive, a target or a substitution."""
    return _RST.search(text) is not None


def plain(lines: list[str]) -> list[str]:
    """Without comments and directives, which go on over the indented lines below them."""
    kept: list[str] = []
    inside = False
    lines = _boxed(_without_tables(_without_rules(lines)))
    for n, line in enumerate(lines):
        inside = bool(_COMMENT.match(line)) or (inside and (not line.strip() or line[:1].isspace()))
        field = FIELD.match(line)
        if inside:
            kept.append("")
        elif field:
            kept.append(labelled(field))
        elif n and _is_term(lines[n - 1], line):
            kept[-1] = ""
            kept.append(f"- **{lines[n - 1].strip()}** {line.strip()}")
        else:
            kept.append(_NUMBER.sub(r"\g<1>1. ", line))
    return kept


def _without_rules(lines: list[str]) -> list[str]:
    """The lines of a text with simple tables ("====  ====" around their heads) as rows, with a tab between their cells, right
    below one another.
    """
    kept = list(lines)
    rules = [n for n, line in enumerate(lines) if _SIMPLE_RULE.match(line)]
    for top, head, bottom in zip(rules[::3], rules[1::3], rules[2::3], strict=False):
        if head == top + _PAIR and not any(not line.strip() for line in lines[top:bottom]):
            rows = [_GAP.sub("\t", line.strip()) for line in (lines[top + 1], *lines[head + 1 : bottom])]
            kept[top : bottom + 1] = [*rows, *[""] * (bottom + 1 - top - len(rows))]
    return kept


def _without_tables(lines: list[str]) -> list[str]:
    """The lines of a text with tables written as lists as rows, with a tab between their cells, right below one another."""
    kept = list(lines)
    for start in (n for n, line in enumerate(lines) if _TABLE.match(line)):
        below = list(takewhile(lambda line: not line.strip() or line[:1].isspace(), lines[start + 1 :]))
        rows: list[list[str]] = []
        for cell in filter(None, map(_CELL.match, below)):
            if cell["row"] or not rows:
                rows.append([])
            rows[-1].append(cell["text"])
        texts = ["\t".join(row) for row in rows]
        kept[start : start + 1 + len(below)] = [*texts, *[""] * (1 + len(below) - len(texts))]
    return kept


def _boxed(lines: list[str]) -> list[str]:
    """Boxes as items: ".. warning::", or with a title ".. admonition:: Wrists", and what is said in the lines below."""
    kept = list(lines)
    for n, line in enumerate(lines):
        if box := _BOX.match(line):
            further = islice(lines, n + 1, None)
            below = list(takewhile(lambda said: not said.strip() or said[:1].isspace(), further))
            said = " ".join(text.strip() for text in below if text.strip() and not FIELD.match(text.strip()))
            title, first = (box["rest"], "") if box["kind"] == "admonition" else ("", box["rest"])
            kept[n] = f"* **{title}** {said}" if title else f"* {first} {said}".rstrip()
            kept[n + 1 : n + 1 + len(below)] = [""] * len(below)
    return kept


def _is_term(before: str, line: str) -> bool:
    """Whether a line begins the text of a definition list, its term being the line before."""
    starts = (
        bool(before.strip()) and not before[0].isspace() and before[0].isalnum() and not before.endswith((".", ","))
    )
    return starts and line.startswith("    ")
