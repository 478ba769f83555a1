"""Bytes to Outline to Draft. Pure: takes bytes and an address, opens no file but its own data."""

from __future__ import annotations

import re
from itertools import accumulate

from pipeline.errors import UnreadablePage
from pipeline.reading.charset import decode
from pipeline.reading.choosing import Profiles
from pipeline.reading.drafting import draft, drafted
from pipeline.reading.fields.stated import printed_address, stated_address
from pipeline.reading.linemarks import without_marks
from pipeline.reading.markup.frames import frames_of, where_the_text_is
from pipeline.reading.words.plain import ends_sentence
from pipeline.reading.words.profiles import Profile
from pipeline.records import Draft, Outline, Page
from pipeline.stages import Stages, finished

_TAIL = 2000
"""Letters at the end of a page that are looked at."""
_FEWEST_WORDS = 3
_FEW_BLOCKS = 3
"""A page of frames says at most that it is one."""
_STEPS = frozenset(("step", "steps", "exerciseInstructions", "instructions"))
"""What the data of a page that shows nothing must hold to be read."""
_NESTING = re.compile(r"</?(?:div|span|section|article|table|td|ul|ol|li|b|i|font|blockquote|p)\b")
_DEEPEST = 250
"""Elements in each other; of more the parser keeps nothing."""

__all__ = ["Profile", "Profiles", "draft", "drafted_of", "outline", "outlined"]


def address_of(seen: Outline, profile: Profile) -> str | None:
    """The address a page gives itself: its canonical link, then og:url, that of its structured data, or one it prints."""
    return seen.url or stated_address(seen, profile) or printed_address(seen, profile)


def drafted_of(page: Page, seen: Outline, profile: Profile) -> Stages[Draft]:
    """What a page says for every field: read by the profile's words, then by its class where it has one."""
    made = yield from drafted(seen, profile)
    if profile.script is None or page.media_type == "text/plain":
        return made
    from pipeline.reading.scripted import with_script

    return with_script(made, seen, profile, decode(page.content, page.charset)[0])


def outline(page: Page) -> Outline:
    """What a reader sees of a page. Raises UnreadablePage when there is nothing to see."""
    return finished(outlined(page))


def outlined(page: Page) -> Stages[Outline]:
    """Like `outline`, in stages. Raises UnreadablePage."""
    from dataclasses import replace

    text, doubt = decode(page.content, page.charset)
    if page.media_type == "text/plain":
        from pipeline.reading.plaintext.text import MOST_TEXT, text_outline

        if len(text) > MOST_TEXT:
            raise UnreadablePage("too-complex", f"the text has more than {MOST_TEXT:,} letters; save the article alone")
        seen = text_outline(text)
    else:
        from pipeline.reading.markup.html import TooComplex, html_outlined

        try:
            seen = yield from html_outlined(text)
        except TooComplex as error:
            raise UnreadablePage("too-complex", f"the page has {error}; save the article alone") from error
        if problem := _cut(text):
            seen = replace(seen, problems=(*seen.problems, problem))
    seen = without_marks(seen)
    if doubt:
        seen = replace(seen, problems=(*seen.problems, ("charset-in-doubt", doubt)))
    if page.problem:
        seen = replace(seen, problems=(*seen.problems, ("companion-unreadable", page.problem)))
    if len(seen.blocks) <= _FEW_BLOCKS and page.media_type != "text/plain" and (frames := frames_of(text)):
        raise UnreadablePage("no-text", where_the_text_is(frames))
    if not seen.blocks and not any(_STEPS.intersection(data) for data in seen.structured):
        if _depth(text) > _DEEPEST:
            raise UnreadablePage("too-complex", "the page nests too deep; save the article alone")
        raise UnreadablePage("no-text", "the page holds no text; open it in a browser, and save it again when it shows")
    return seen


def _depth(text: str) -> int:
    """How deep the elements of a page stand in each other."""
    return max(accumulate(-1 if tag[1] == "/" else 1 for tag in _NESTING.findall(text)), default=0)


def _cut(text: str) -> tuple[str, str] | None:
    """What is wrong with the end of a page, as code and message."""
    if _ends_in_tag(text):
        return "page-cut-off", "the file ends in the middle of a tag; save or download the page again"
    if _ends_in_sentence(text):
        message = "the file ends in the middle of a sentence, and of the page; look whether all of it was saved"
        return "page-may-be-cut", message
    return None


def _ends_in_sentence(text: str) -> bool:
    """Whether a page that says where it begins ends with words that end no sentence, and not where it should."""
    last = text[-_TAIL:].rpartition(">")[2].split()
    if len(last) < _FEWEST_WORDS or "\N{COPYRIGHT SIGN}" in last or ends_sentence(last[-1]):
        return False
    lower = text.lower()
    return "<body" in lower and "</body" not in lower and "</html" not in lower


def _ends_in_tag(text: str) -> bool:
    """Whether a page ends inside a tag: a download that broke off."""
    tail = text[-_TAIL:]
    opened = tail.rfind("<")
    return opened > tail.rfind(">") and tail[opened + 1 : opened + 2].isalpha() | (
        tail[opened + 1 : opened + 2] in ("/", "!", "")
    )
