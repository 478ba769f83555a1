"""What stands above a plain text: the title of its page, its address, and facts as YAML, TOML, a note or an e-mail has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pipeline.reading.plaintext.textlines import LEAD, RULE, Line, groups_of
from pipeline.reading.words.hinting import hints
from pipeline.records import Block, Heading, Place, Row
from pipeline.vocabulary import key

_FRONT_ENTRY = re.compile(r"^\s*(?:-\s+(?P<item>.*)|(?P<label>[A-Za-z][\w -]*?)\s*[:=]\s*(?P<value>.*))$")
_ENTRY = re.compile(r"""\s*("[^"]*"|'[^']*'|[^,]+)(?:,|$)""")
"""One of several values in brackets."""
_MAIL_HEAD = re.compile(r"^[A-Z][A-Za-z-]+:\s|^\s")
_SUBJECT = re.compile(r"^Subject:\s*(?:(?:fwd?|re|aw|wg):\s*)*", re.IGNORECASE)
_CLIPPED = re.compile(r"^From <(https?://[^<>\s]{1,2000})>$")
_SAID = re.compile(r"^([A-Za-z ]{3,20}?)\s+<(https?://[^<>\s]{1,2000})>$")
_PRINTED = re.compile(r"https?://[^\s<>/]+/(?:[^\s<>]*/)?(?P<name>[\w-]+)/?")
_LONGEST_NAME = 80
_FIRST_LINES = 8
"""Lines of a text among which its address stands."""
_LONGEST_FRONT = 80
_FENCES = ("---", "+++")
"""Around the facts above a text, in YAML and in TOML."""
_TITLE_PARTS = re.compile(r"\s+[|–—·-]\s+")
_FEWEST_PARTS = 2
_PRINTED_AT = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?:\s?[AP]M)?\s+")
"""What a browser prints before the title of a page."""
_NEAR_THE_TOP = 15
"""Lines below the title of a page in which its name comes back."""


class Front(NamedTuple):
    title: str
    """Of the page that the text was made of, or the subject of an e-mail; "" where none is said."""
    url: str | None
    facts: list[Block]
    below: list[Line]
    """The lines of the text itself."""


def front_of(lines: list[Line]) -> Front:
    """What stands above a text, and the lines below it."""
    subject, facts, lines = _front_matter(lines)
    title, lines = _title(lines)
    facts, title = _without_title_of_page(facts, title, lines)
    url = _address_in(facts) or _address_near(lines) or _address_behind(lines)
    return Front(title or subject, url, facts, lines)


def _title(lines: list[Line]) -> tuple[str, list[Line]]:
    """The title of the page that a text was made of ("Hip Lift - Liftly"), where it stands above everything and one of
    its parts in a line of its own below; and the other lines.
    """
    said = [line for line in lines if line.text.strip()][:_NEAR_THE_TOP]
    title = _PRINTED_AT.sub("", said[0].text.strip()) if said else ""
    parts = _TITLE_PARTS.split(title)
    if len(parts) < _FEWEST_PARTS or not any(line.text.strip() in parts for line in said[1:]):
        return "", lines
    return title, [line for line in lines if line is not said[0]]


def _without_title_of_page(facts: list[Block], title: str, lines: list[Line]) -> tuple[list[Block], str]:
    """The facts above a text without a title of which a heading below is a part: that of the page ("Hip Lift - Liftly")."""
    said = next((fact for fact in facts if isinstance(fact, Heading)), None)
    parts = _TITLE_PARTS.split(said.text) if said else []
    heads = (line.text.strip("# ") for line in lines if line.text.startswith("#"))
    if said is None or len(parts) < _FEWEST_PARTS or not any(head in parts for head in heads):
        return facts, title
    return [fact for fact in facts if fact is not said], said.text


def _address_in(front: list[Block]) -> str | None:
    """The address that the facts above a text give."""
    rows = (block for block in front if isinstance(block, Row) and key(block.label) in hints()["own_address"])
    return next((row.values[0] for row in rows if row.values[0].startswith("http")), None)


def _address_near(lines: list[Line]) -> str | None:
    """The address that one of the first lines of a text gives, alone behind its label: "Source: https://...", below a title."""
    near = islice((line.text.strip().removeprefix("> ") for line in lines if line.text.strip()), _FIRST_LINES)
    found = (LEAD.match(line) or _SAID.match(line) for line in near if "http" in line)
    return _address_in(
        [Row(lead.group(1), (lead.group(2),), Place()) for lead in found if lead and " " not in lead.group(2)]
    )


def _address_behind(lines: list[Line]) -> str | None:
    """The address that a text ends with: "From <https://...>" of a note; "Source: https://..." where its host stands alone near
    the top, as readers set it; or one alone above or below everything, as browsers print it.
    """
    said = [line.text.strip() for line in lines if line.text.strip()]
    last = said[-1] if said else ""
    if found := _CLIPPED.match(last):
        return found.group(1)
    if alone := next((line for line in (last, *said[:1]) if _is_printed(line, said)), ""):
        return alone
    near = {line.removeprefix("www.") for line in said[:_FIRST_LINES]}
    url = _address_in([Row(lead.group(1), (lead.group(2),), Place())]) if (lead := LEAD.match(last)) else None
    return url if url and url.partition("://")[2].partition("/")[0].removeprefix("www.") in near else None


def _is_printed(line: str, said: list[str]) -> bool:
    """Whether a line is an address and nothing else, that ends with the words of another: ".../box-jump", of "Box Jump"."""
    printed = _PRINTED.fullmatch(line)
    name = key(printed["name"].replace("-", " ").replace("_", " ")) if printed else ""
    return " " in name and any(len(other) <= _LONGEST_NAME and key(other) == name for other in said)


def _front_matter(lines: list[Line]) -> tuple[str, list[Block], list[Line]]:
    """The facts above a text: Markdown's YAML block or the head of a note, as labelled rows; of the head of an e-mail nothing
    but its subject. The subject, the facts, and the lines below.
    """
    first = next((n for n, line in enumerate(lines) if line.text.strip()), 0)
    if (fence := lines[first].text.strip()) in _FENCES:
        last = min(len(lines), first + _LONGEST_FRONT)
        end = next((n for n in range(first + 1, last) if lines[n].text.strip() == fence), 0)
        if end:
            return "", list(_front_rows(lines[first + 1 : end])), lines[end + 1 :]
    head = next(groups_of(lines[first:]), [])
    rest = lines[first + len(head) :]
    if (
        len(head) > 1
        and all(_MAIL_HEAD.match(line.text) for line in head)
        and any(line.text.startswith("Subject:") for line in head)
    ):
        subject = next(line.text for line in head if line.text.startswith("Subject:"))
        return _SUBJECT.sub("", subject), [], rest
    if len(head) > 1 and RULE.match(head[-1].text):
        head = head[:-1]  # the rule below the head of a note
    pairs = [LEAD.match(line.text) for line in head]
    if head and all(pairs):
        rows = [Row(p.group(1), (p.group(2),), Place(line.number)) for p, line in zip(pairs, head, strict=True) if p]
        address = [row for row in rows if _address_in([row])]
        titles = [Heading(row.values[0], 1, row.place) for row in rows if row.label == "Title"]
        return ("", [*address, *titles], rest) if address else ("", [], lines)
    return "", [], lines


def _front_rows(lines: list[Line]) -> Iterator[Block]:
    label, values, place = "", [], Place(1)
    for line in lines:
        entry = _FRONT_ENTRY.match(line.text)
        if not entry:
            continue
        if entry.group("item") is not None:
            values.append(entry.group("item").strip("'\" "))
            continue
        yield from _front_row(label, values, place)
        value = entry.group("value").strip()
        label, values, place = (
            entry.group("label"),
            [v for v in _values_of(value) if v],
            Place(line.number),
        )
    yield from _front_row(label, values, place)


def _values_of(value: str) -> list[str]:
    """The values of an entry: several in brackets, of which one in quotes may hold commas."""
    inside = _ENTRY.findall(value.strip("[]")) if value[:1] == "[" else [value]
    return [one.strip("'\" ") for one in inside]


def _front_row(label: str, values: list[str], place: Place) -> Iterator[Block]:
    if label == "title" and values:
        yield Heading(", ".join(values), 1, place)
    elif label and values:
        yield Row(label.replace("_", " "), tuple(values), place)
