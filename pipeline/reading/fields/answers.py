"""Facts that a page gives as the answer to a question: "Is it difficult?", and below it "No, it is easy."."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from pipeline.reading.captures import UNKNOWN, Capture, Sections, texts_of
from pipeline.reading.words.hinting import hinted
from pipeline.reading.words.kinds import all_known
from pipeline.reading.words.levels import levels_said
from pipeline.reading.words.profiles import IGNORED
from pipeline.records import Paragraph
from pipeline.vocabulary import key

_BEFORE = re.compile(r"^(?:(?:yes|no|well)[,.:;]?\s+)?(?:(?:it|this)(?:\s+is|[’']s)\s+)?(?:an?\s+)?", re.IGNORECASE)
"""What an answer says before the term."""
_CHOSEN = ("force", "mechanic", "bilateral")
"""Fields whose question names what there is to choose from: "Is it a push or a pull?"."""


def answered(cut: Sections, named: Collection[str]) -> Iterator[Capture]:
    """The fields that questions ask for and that the page names in no other way, each with the term of its answer."""
    for capture in cut.captures:
        if capture.field not in (UNKNOWN, IGNORED) or not capture.via.endswith("?"):
            continue
        texts = texts_of(capture.blocks)
        term = _BEFORE.sub("", texts[0]).rstrip(" .!") if len(texts) == 1 else ""
        if (
            hinted(capture.via, "difficulty")
            and not hinted(capture.via, "hard_on")
            and len(levels := set(levels_said(" ".join(texts[:1])))) == 1
        ):
            term = levels.pop()
        if (field := _field_of(capture.via, term)) and field not in named:
            yield Capture(field, capture.via, capture.place, (Paragraph(term, capture.place),), row=True)


def _field_of(question: str, term: str) -> str | None:
    if not term:
        return None
    if hinted(question, "difficulty") and all_known("difficulty", (term,)):
        return "difficulty"
    offered = f" {key(term)} " in f" {key(question)} "
    return next((field for field in _CHOSEN if offered and all_known(field, (term,))), None)
