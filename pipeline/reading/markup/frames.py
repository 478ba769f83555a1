"""Pages of frames: they hold no text, but say which other pages do."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

_FRAMESET = re.compile(r"<frameset\b", re.IGNORECASE)
_FRAME = re.compile(
    r"""<frame\b[^>]{0,500}?\bsrc\s{0,9}=\s{0,9}(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s"'>]{1,2000}))""",
    re.IGNORECASE,
)
_LOOKED_AT = 20_000
_MOST_NAMED = 4
_INSIDE = "cid:"
"""How MHTML names a part of the same file."""


def frames_of(text: str) -> tuple[str, ...]:
    """Where the frames of a page of frames are, as the page says it; nothing for any other page."""
    found = _FRAMESET.search(text)
    if not found:
        return ()
    before = text[: found.start()].lower()
    is_shown = all(
        before.count(opening) <= before.count(end) for opening, end in (("<script", "</script"), ("<!--", "-->"))
    )
    if "<body" in before or not is_shown:
        return ()
    sources = ("".join(groups) for groups in _FRAME.findall(text, found.start(), found.start() + _LOOKED_AT))
    return tuple(dict.fromkeys(unescape(source).strip() for source in sources))


def where_the_text_is(frames: tuple[str, ...]) -> str:
    """What is the matter with a page of these frames, and what to do."""
    named = [unquote(source).removeprefix("./") for source in frames if not source.lower().startswith(_INSIDE)]
    shown = " or ".join(named[:_MOST_NAMED])
    if not named:
        return "the page is a frameset, and its frames were not saved; open the frame with the text by itself, and save that"
    if all("://" in source for source in named[:_MOST_NAMED]):
        return f"the page is a frameset; its text is at {shown}: save that page instead"
    return f"the page is a frameset; its text is in {shown}: name that file to `ingest`, or put it into the place of this one"
