"""A profile for a page, drafted: how to recognise it, and the headings and labels that mean nothing yet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.reading.choosing import host_of
from pipeline.reading.naming.title import title_block
from pipeline.reading.words.kinds import CHOICE_FIELDS, all_known
from pipeline.reading.words.plain import is_sentence
from pipeline.reading.words.profiles import Profile, without_numbering
from pipeline.records import Block, Chips, Draft, Heading, Listing, Outline, Paragraph, Row
from pipeline.vocabulary import key
from pipeline.vocabulary.names import slug

_MOST_WORDS = 40
_SIGNATURE = 12
_SHOWN = 40
_LONGEST = 60
_GUESSES = ("target_muscles", "secondary_muscles", "body_parts", "equipment", *CHOICE_FIELDS)


class Seen(NamedTuple):
    """Words that stand out on a page: above something (`headings`) or beside it (`labels`), and what that is.

    `meaning` is the field, or what else the profile takes them for; empty when it does not know them.
    """

    kind: str
    words: str
    line: int | None
    beside: str
    meaning: str
    guess: str = ""


class Proposal(NamedTuple):
    """The file, and what it was made from."""

    name: str
    text: str
    seen: tuple[Seen, ...]


def proposal(
    file: str, outline: Outline, drafted: Draft, profile: Profile, today: str, name: str = ""
) -> Proposal | None:
    """A profile that builds on the one that reads the page now; None when nothing on the page could recognise it.

    `file` names the page, `today` is the date of verification, `name` the name of the profile (else made of the host).
    """
    seen = tuple(_seen(outline, drafted, profile))
    host = host_of(outline.url)
    signature = list(dict.fromkeys(without_numbering(entry.words).lower() for entry in seen))[:_SIGNATURE]
    if not host and len(signature) < 2:
        return None
    name = name or slug(host) or "my-site"
    lines = [
        f"# Drafted from {file}. docs/profiles.md explains every key.",
        f"name: {name}",
        "version: 1",
        f"verified: {today}",
        f"extends: {profile.name}",
        "recognise:",
        *_recognition(host, signature),
        "fields:",
        *_known(seen),
        *_unknown(seen),
    ]
    return Proposal(name, "\n".join(lines) + "\n", seen)


def _recognition(host: str, signature: list[str]) -> Iterator[str]:
    mark = "# " if host else ""
    if host:
        yield f"  hosts: [{host}]"
        yield "  # Or, for pages saved without their address, words on them:"
    yield f"  {mark}headings: {json.dumps(signature, ensure_ascii=False)}"
    yield f"  {mark}at_least: {max(2, len(signature) * 2 // 3) if len(signature) > 1 else 1}"


def _known(seen: tuple[Seen, ...]) -> Iterator[str]:
    known = [entry for entry in seen if entry.meaning]
    if known:
        yield "  # Known already, and no need to say again:"
    for entry in known:
        yield f"  #   {json.dumps(entry.words, ensure_ascii=False)} ({_line(entry)}): {entry.meaning}"


def _unknown(seen: tuple[Seen, ...]) -> Iterator[str]:
    unknown = [entry for entry in seen if not entry.meaning]
    if not unknown:
        yield "  # No words are left that mean nothing."
        return
    yield "  # Words that mean nothing yet. Give each its field and take its # away, or leave them as they are."
    for entry in unknown:
        words = json.dumps(without_numbering(entry.words).lower(), ensure_ascii=False)
        yield f"  # {entry.guess or 'FIELD'}: {{{entry.kind}: [{words}]}}  # {_line(entry)}: {entry.beside[:_SHOWN]}".rstrip()
    yield "# What is no field of the exercise goes here instead:"
    yield "# ignored_headings: []  # content of the page"
    yield "# skipped_headings: []  # begins what is not about the exercise"


def _line(entry: Seen) -> str:
    return f"line {entry.line}" if entry.line else "no line"


# --- what stands out ------------------------------------------------------------------------------------------


def _seen(outline: Outline, drafted: Draft, profile: Profile) -> Iterator[Seen]:
    title_at, name = title_block(outline, profile)
    # Titles of benefits and tips are content, not labels.
    titles = {key(piece.title) for found in drafted.fields.values() for piece in found.pieces}
    found: set[str] = set()
    for kind, block, words, beside in _standing_out(outline.blocks[title_at + 1 :]):
        shown = _starred(words.strip(" :"), name)
        wanted = key(shown)
        if (
            not wanted
            or wanted in found
            or wanted in titles
            or len(shown) > _LONGEST
            or is_sentence(shown)
            or len(found) >= _MOST_WORDS
        ):
            continue
        found.add(wanted)
        meaning = (profile.label_of(words) or profile.heading(words) or "").lstrip("#")
        guess = "" if meaning else _inferred(words, drafted) or _guess(kind, beside, drafted)
        yield Seen(kind, shown, block.place.line, _text(beside), meaning, guess)


def _standing_out(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Block, str, Block | str]]:
    """Kind, block, words, and what stands below or beside them."""
    for n, block in enumerate(blocks):
        following: Block | str = blocks[n + 1] if n + 1 < len(blocks) else ""
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong):
            yield "headings", block, block.text, following
        elif isinstance(block, Row):
            yield "labels", block, block.label, ", ".join(block.values)
        elif isinstance(block, Chips) and len(block.items) == 2:
            yield "labels", block, block.items[0].text, block.items[1].text
        elif isinstance(block, Paragraph) and block.lead:
            yield "labels", block, block.lead, block.text
        elif isinstance(block, Listing):
            yield from (("labels", item, item.lead, item.text) for item in block.items if item.lead)


def _starred(words: str, name: str) -> str:
    """The words with a star where the name of the exercise stands."""
    pattern = r"\b(?:the |an? )?" + r"\W+".join(map(re.escape, re.findall(r"\w+", name))) + r"s?\b"
    return re.sub(pattern, "*", words, flags=re.IGNORECASE) if name else words


def _text(beside: Block | str) -> str:
    if isinstance(beside, (Listing, Chips)):
        return ", ".join(item.whole for item in beside.items)
    return beside if isinstance(beside, str) else getattr(beside, "text", "")


def _inferred(words: str, drafted: Draft) -> str:
    """The field that was read below words that no profile knows: see `inferring`."""
    return next((name for name, found in drafted.fields.items() if found.via and key(found.via) == key(words)), "")


def _guess(kind: str, beside: Block | str, drafted: Draft) -> str:
    """The field that the words may stand for, by what stands there and what the page lacks."""
    free = [name for name in _GUESSES if name not in drafted.fields]
    for name in free:
        if all_known(name, (_text(beside),)):
            return name
    if kind == "headings" and isinstance(beside, Listing) and "instructions" not in drafted.fields:
        return "instructions"
    if kind == "headings" and isinstance(beside, Paragraph) and is_sentence(beside.text):
        return next((name for name in ("description", "instructions") if name not in drafted.fields), "")
    return ""
