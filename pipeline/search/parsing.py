"""What a person typed, taken apart: words, phrases, exclusions, alternatives and fields. Never fails."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.vocabulary.keys import key

_SHORT_FORMS = re.compile(r"(?<!\S)(?:w/o|don['’]?t want|do not want)(?!\S)", re.IGNORECASE)
_EITHER = re.compile(r"[A-Za-z]{4,}(?:/[A-Za-z]{4,})+")
"""Words with a slash between them: one or the other. Shorter ones are names: "w/o", "BB/DB"."""
LONGEST = 256
MOST_PARTS = 32
_PART = re.compile(
    r"""(?P<minus>(?<![\w])-)?(?:(?P<field>[A-Za-z_-]{2,12}):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"()]+))"""
)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a query: folded words, and how they were marked."""

    words: tuple[str, ...]
    typed: str
    phrase: bool = False
    negated: bool = False
    either: bool = False
    field: str = ""
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query's parts in order, and sentences about what was taken literally or left out."""

    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    typed: str = ""


def parse(text: str, fields: dict[str, str]) -> Parsed:
    """Takes a query apart. `fields` maps the names allowed before a colon to the kinds they mean."""
    notes: list[str] = []
    if len(text) > LONGEST:
        notes.append(f"the query was cut after {LONGEST} characters")
        text = text[:LONGEST]
    if text.count('"') % 2:
        notes.append("the quotation mark without a partner was ignored")
        text = text.replace('"', " ") if text.count('"') == 1 else text[: text.rfind('"')] + text[text.rfind('"') + 1 :]
    text = _SHORT_FORMS.sub(" without ", text)
    parts: list[Part] = []
    either = False
    for match in _PART.finditer(text):
        if match.group("word") in ("OR", "|", "||"):
            either = True
            continue
        word = match.group("word") or ""
        if _EITHER.fullmatch(word) and not match.group("field"):
            negated = bool(match.group("minus"))
            for n, choice in enumerate(word.split("/")):
                parts.append(Part(tuple(key(choice).split()), choice, negated=negated, either=either or n > 0))
            either = False
            continue
        part = _part(match, fields, notes, either=either)
        either = False
        if part is not None:
            parts.append(part)
    if len(parts) > MOST_PARTS:
        notes.append(f"only the first {MOST_PARTS} words of the query were used")
    return Parsed(tuple(parts[:MOST_PARTS]), tuple(notes), " ".join(text.split()))


def _part(match: re.Match[str], fields: dict[str, str], notes: list[str], *, either: bool) -> Part | None:
    typed = match.group("phrase") if match.group("phrase") is not None else match.group("word")
    field = (match.group("field") or "").lower()
    if field and field not in fields:
        notes.append(f"there is no field {field!r}; it was searched as a word")
        typed, field = f"{field} {typed}", ""
    words = tuple(key(typed).split())
    if not words:
        if field:
            notes.append(f"there is nothing to look for in {match.group()!r}; it was left out")
        return None
    return Part(
        words=words,
        typed=typed,
        phrase=match.group("phrase") is not None,
        negated=bool(match.group("minus")),
        either=either,
        field=fields.get(field, ""),
        prefix=typed.endswith("*") and len(words[-1]) >= 3,
    )
