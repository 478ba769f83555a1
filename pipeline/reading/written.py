"""Ways of writing plain text (Org, reStructuredText, drawn tables, comma lists), made the one that `text` reads.

Every function keeps the number of lines, so that a place in the outline is a line of the file.
"""

from __future__ import annotations

import re

_ORG = re.compile(r"^(?:#\+title:|:properties:\s*$)", re.IGNORECASE | re.MULTILINE)
_ORG_TITLE = re.compile(r"^#\+title:\s*(.*)$", re.IGNORECASE)
_ORG_HEADING = re.compile(r"^(\*+)\s+(?:TODO\s+|DONE\s+|COMMENT\s+)*(.*?)(?:\s+:[\w:@]+:)?\s*$")
_ORG_LINK = re.compile(r"\[\[[^\]]*\]\[([^\]]*)\]\]")
_ORG_TERM = re.compile(r"^(\s*[-+]\s+.+?)\s+::\s+")
_ORG_NOTHING = re.compile(
    r"^(?:#\+|#\s|:(?:properties|end|id|custom_id|created):|\s*(?:scheduled|deadline|closed):)", re.IGNORECASE
)
_RST = re.compile(r"^\.\. (?:_|\w+::|\w+\|)", re.MULTILINE)
_RST_COMMENT = re.compile(r"^\.\. ")
_RST_NUMBER = re.compile(r"^(\s*)#\.\s")
_FIELD = re.compile(r"^:([A-Za-z][\w -]*):\s+(\S.*)$")
_DRAWN = re.compile("[\u2500-\u257f]")
_ONLY_DRAWN = re.compile("^[\\s\u2500-\u257f]+$")
_RULED = re.compile("^[\\s\u2500\u2501\u2550]+$")
_CELL = re.compile("\\s*[\u2502\u2503\u2551]\\s*")
_COMMA_ROW = re.compile(r'^([A-Z][A-Za-z ]{2,30}),(?:"([^"]+)"|([^\s",][^",]*))$')
_RUNNING_HEAD = re.compile(r"^\s*(?:\d{1,3}\s{6,}[^a-z]+|[^a-z]+\s{6,}\d{1,3})\s*$")
_TABBED = re.compile(r"^(\S[^\t:]{1,40}?):?\t+(?=[^\t]+$)")
_PIPE_RULE = re.compile(r"^\s*\|(?:\s*:?-{2,}:?\s*\|){2}\s*$")
_PIPE_ROW = re.compile(r"^\s*\|([^|]{2,60})\|([^|]+)\|\s*$")
_COLUMNS = re.compile(r"^ {0,4}(?P<label>[A-Z][^:.]{1,30}?) {2,}(?P<value>[^\W_].*)$")
_FEWEST_ROWS = 2


def plainly(lines: list[str]) -> list[str]:
    """The lines of a text, its markup made plain: headings with #, labels with a colon, bullets with a dash."""
    whole = "\n".join(lines)
    if _ORG.search(whole):
        lines = [_org(line) for line in lines]
    if _RST.search(whole):
        lines = _rst(lines)
    if _DRAWN.search(whole):
        lines = [_undrawn(line) for line in lines]
    lines = _columned(_piped(lines))
    return _rows([_TABBED.sub(r"\1: ", "" if _RUNNING_HEAD.match(line) else line) for line in lines])


def _piped(lines: list[str]) -> list[str]:
    """Rows of two cells of a Markdown table as label and value; its head, and the rule below that, say nothing."""
    plain = list(lines)
    for n, line in enumerate(lines):
        if _PIPE_RULE.match(line):
            plain[n] = plain[n - 1] = ""
        elif row := _PIPE_ROW.match(line):
            plain[n] = f"{row.group(1).strip(' *')}: {row.group(2).strip()}"
    return plain


def _columned(lines: list[str]) -> list[str]:
    """Lines of labels and values in two columns, as a printed page has them, with a colon between the two."""
    plain = list(lines)
    rows = [_COLUMNS.match(line) for line in lines]
    for n, row in enumerate(rows):
        beside = [r for r in (rows[n - 1] if n else None, rows[n + 1] if n + 1 < len(rows) else None) if r]
        if row and any(r.start("value") == row.start("value") for r in beside):
            plain[n] = f"{row['label']}: {row['value']}"
    return plain


def _org(line: str) -> str:
    title, heading, field = _ORG_TITLE.match(line), _ORG_HEADING.match(line), _FIELD.match(line)
    if title:
        return f"# {title.group(1)}"
    if heading:
        return f"{'#' * min(len(heading.group(1)) + 1, 6)} {heading.group(2)}"
    if _ORG_NOTHING.match(line):
        return ""
    if field:
        return _labelled(field)
    return _ORG_TERM.sub(r"\1: ", _ORG_LINK.sub(r"\1", line))


def _rst(lines: list[str]) -> list[str]:
    """Without comments and directives, which go on over the indented lines below them."""
    plain: list[str] = []
    inside = False
    for n, line in enumerate(lines):
        inside = bool(_RST_COMMENT.match(line)) or (inside and (not line.strip() or line[:1].isspace()))
        field = _FIELD.match(line)
        if inside:
            plain.append("")
        elif field:
            plain.append(_labelled(field))
        elif n and _is_term(lines[n - 1], line):
            plain[-1] = ""
            plain.append(f"- **{lines[n - 1].strip()}** {line.strip()}")
        else:
            plain.append(_RST_NUMBER.sub(r"\g<1>1. ", line))
    return plain


def _is_term(before: str, line: str) -> bool:
    """Whether a line begins the text of a definition list, its term being the line before."""
    starts = (
        bool(before.strip()) and not before[0].isspace() and before[0].isalnum() and not before.endswith((".", ","))
    )
    return starts and line.startswith("    ")


def _labelled(field: re.Match[str]) -> str:
    return f"{field.group(1).replace('_', ' ').strip().capitalize()}: {field.group(2)}"


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
