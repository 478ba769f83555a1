"""Whether an answer is a page that `ingest` can read, or a door that only opens for a person."""

from __future__ import annotations

import codecs
import functools
import re
import tomllib
from dataclasses import dataclass
from email.message import Message
from importlib.resources import files

from pipeline.sources.fetch.addresses import Address
from pipeline.sources.fetch.exchange import Answer, Headers, joined
from pipeline.sources.fetch.faults import BadStatus, NotAPage, TurnedAway
from pipeline.sources.fetch.names import EXTENSIONS
from pipeline.sources.markup import letters

_PASSWORD = re.compile(r"type\s{0,9}=\s{0,9}[\"']?password", re.IGNORECASE)
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"\x00\x00\x00",
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_LOOKED_AT = 200_000
_REFUSING = {401: "login", 403: "refused", 407: "refused", 429: "refused", 451: "refused"}


@dataclass(frozen=True, slots=True)
class Refusals:
    """The words of refusals.toml."""

    login_paths: tuple[str, ...]
    login_titles: tuple[str, ...]
    captcha_titles: tuple[str, ...]
    captcha_marks: tuple[str, ...]
    few_letters: int


@functools.cache
def refusals() -> Refusals:
    """What the data file says, read once."""
    table = tomllib.loads((files(__package__) / "refusals.toml").read_text("utf-8"))
    words = {name: tuple(value) for name, value in table.items() if isinstance(value, list)}
    return Refusals(**words, few_letters=table["few_letters"])


def check_status(answer: Answer) -> None:
    """Raises TurnedAway for a status that wants a person, BadStatus for every other that brings no page."""
    status = answer.status
    if answer.header("cf-mitigated") == "challenge":
        raise TurnedAway("captcha", "the site wants to see a person first")
    if status in _REFUSING:
        raise TurnedAway(_REFUSING[status], refusal_words(status))
    if status not in (200, 203):
        raise BadStatus(f"the server answers {status}", status)


def refusal_words(status: int) -> str:
    """How the report puts a refusing status."""
    return "the site wants a login (401)" if status == 401 else f"the site refuses ({status})"


def check_type(headers: Headers) -> None:
    """Raises NotAPage when the server itself says that this is neither HTML nor text."""
    said = _content_type(headers).get_content_type() if joined(headers, "content-type") else ""
    if said and said not in EXTENSIONS:
        shown = said if re.fullmatch(r"[a-z0-9.+/-]{1,60}", said) else "something else"
        raise NotAPage(f"only HTML and text are kept, and this is {shown}")


def check_page(answer: Answer, requested: Address) -> None:
    """Raises NotAPage for no content or binary content, TurnedAway for a login page or a captcha."""
    if not answer.content.strip():
        raise NotAPage("the page is empty")
    start = answer.content[:1024]
    wide = start.startswith(_WIDE_MARKS) or (charset_of(answer) or "").replace("_", "-").startswith(
        ("utf-16", "utf-32")
    )
    if start.startswith(_BINARY) or (b"\0" in start and not wide):
        raise NotAPage("the content is not text, whatever its type says")
    text = answer.content[:_LOOKED_AT].replace(b"\0", b"").decode("utf-8", "replace").lower()
    title, few = _title(text), letters(text) <= refusals().few_letters
    if _is_captcha(text, title, few=few):
        raise TurnedAway("captcha", "the site wants to see a person first")
    moved = is_login(answer.address) and not is_login(requested)
    if _PASSWORD.search(text) and (moved or (few and title.startswith(refusals().login_titles))):
        raise TurnedAway("login", "the site shows a login page")


def is_login(address: Address) -> bool:
    """Whether an address looks like that of a login page."""
    path = address.path.lower()
    return any(path.startswith(part) or f"{part}/" in f"{path}/" for part in refusals().login_paths)


def media_type_of(answer: Answer) -> str:
    """text/html, application/xhtml+xml or text/plain: as the server says, else as the content looks."""
    said = _content_type(answer.headers).get_content_type() if answer.header("content-type") else ""
    if said in EXTENSIONS:
        return said
    start = answer.content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "text/html" if start.startswith(b"<") else "text/plain"


def charset_of(answer: Answer) -> str | None:
    """The charset the server names, in Python's spelling; None when there is none such."""
    said = _content_type(answer.headers).get_param("charset")
    if not isinstance(said, str):
        return None
    try:
        found = codecs.lookup(said.strip(" '\""))
    except (LookupError, ValueError):
        return None
    # codecs also knows transformations such as rot13, which are no charsets.
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _content_type(headers: Headers) -> Message:
    parsed = Message()
    parsed["content-type"] = joined(headers, "content-type").split(",")[0] or "application/octet-stream"
    return parsed


def _is_captcha(text: str, title: str, *, few: bool) -> bool:
    known = refusals()
    if not few:
        return False
    return title.startswith(known.captcha_titles) or any(mark in text for mark in known.captcha_marks)


def _title(text: str) -> str:
    start = text.find("<title")
    end = text.find("</title", start)
    return text[text.find(">", start) + 1 : end].strip() if 0 <= start < end else ""
