"""The records that pass between the rooms, one type at each boundary: Page, Outline, Draft, Exercise, Issue.

All are frozen: a stage makes a new record and never changes the one it was given. Those that a page is made of by the
hundred are so for the type checker alone: at run time, making a frozen record takes three times as long.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar, dataclass_transform

SCHEMA_VERSION = 1
"""Of the stored record. Readers refuse a higher one."""


_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def _record(cls: type[_T]) -> type[_T]:
    """A frozen dataclass for the type checker, and one that nothing guards at run time."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


class Severity(enum.StrEnum):
    """How much a finding matters: an error rejects a page, a warning is reported, a note is only counted."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@_record
class Place:
    """Where something stood: the line in the file and the column, counted from 1, and what stands above it.

    `path` holds the headings on a page, and in a record the keys that lead there, list entries counted from 0.
    """

    line: int | None = None
    path: tuple[str, ...] = ()
    column: int | None = None


_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one saved page and where they came from.

    `file` is the path below the root, with forward slashes; `member` names the page inside an archive.
    `media_type` is what the content shows, whatever the file's extension says: text/html or text/plain. `problem` says
    what of the file beside it could not be read.
    """

    content: bytes
    file: str
    sha256: str
    media_type: str
    url: str | None = None
    retrieved: str | None = None
    charset: str | None = None
    problem: str = ""


# --- what a reader sees ---------------------------------------------------------------------------------------


@_record
class Heading:
    """A heading the markup declares; `level` 1 to 6."""

    text: str
    level: int
    place: Place


@_record
class Paragraph:
    """A run of text. `lead` is its set-off beginning, when it has one, `joint` what stands behind that; `text` is the rest.

    `spoken` is what a picture in front stands for: it may be a label.
    `strong` says that the whole paragraph is set off from its surroundings (bold, or alone on a short line of
    plain text), so that it may be a heading in all but name. A `caption` stands below a picture.
    """

    text: str
    place: Place
    lead: str = ""
    strong: bool = False
    joint: str = ": "
    spoken: str = ""
    caption: bool = False

    @property
    def whole(self) -> str:
        """Lead and text as a reader sees them; a lead that is a sentence needs no colon behind it."""
        if not (self.lead and self.text):
            return self.lead or self.text
        joint = " " if self.joint == ": " and self.lead[-1] in ".!?…" else self.joint
        return f"{self.lead}{joint}{self.text}"


@_record
class Listing:
    """An ordered or bulleted list."""

    items: tuple[Paragraph, ...]
    ordered: bool
    place: Place


@_record
class Row:
    """A label and its values, from a definition list or a table."""

    label: str
    values: tuple[str, ...]
    place: Place


@_record
class Chips:
    """Short pieces of text side by side: tags, badges, cells of a grid."""

    items: tuple[Paragraph, ...]
    place: Place


@_record
class Break:
    """The end of a part of the page whose highest heading was of `level`: what follows is not below that heading."""

    level: int
    place: Place


Block = Heading | Paragraph | Listing | Row | Chips | Break


@dataclass(frozen=True, slots=True)
class Outline:
    """What a reader sees of a page, without the markup, in order.

    `title` is the document's own title (not a heading in its text); `structured` holds the objects of JSON-LD,
    microdata and Open Graph as the page states them; `problems` says what of the page could not be read.
    `marked_up` is false for plain text, where headings can only be told by their words.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    url: str | None = None
    language: str | None = None
    structured: tuple[Mapping[str, object], ...] = ()
    problems: tuple[tuple[str, str], ...] = ()
    marked_up: bool = True


# --- the page's own words, by field ---------------------------------------------------------------------------


class State(enum.StrEnum):
    """Absent is not unreadable: the first was never on the page, the second was and made no sense."""

    FOUND = "found"
    ABSENT = "absent"
    UNREADABLE = "unreadable"


@_record
class Piece:
    """One value in the page's own words, with its title where the page gives one ("Knee safety: ...")."""

    text: str
    title: str = ""
    place: Place = Place()


@_record
class DraftField:
    """What the page says for one field. `via` names the heading or label that led there."""

    state: State
    pieces: tuple[Piece, ...] = ()
    via: str = ""
    place: Place = Place()

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


ABSENT = DraftField(State.ABSENT)


@dataclass(frozen=True, slots=True)
class Draft:
    """The page's own words per field. Fields that are not in the mapping are absent."""

    profile: str
    fields: Mapping[str, DraftField]
    extra: Mapping[str, str] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    def __getitem__(self, name: str) -> DraftField:
        return self.fields.get(name, ABSENT)


# --- our words ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TitledText:
    """A benefit or a safety tip. `title` is empty where the page gives none."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Metric:
    """One thing to write down in training, such as sets, reps or time."""

    metric: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record came from. `digest` is the hash of the file as the program wrote it."""

    file: str = ""
    url: str = ""
    sha256: str = ""
    profile: str = ""
    retrieved: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise in the vocabulary's words, ready to store. The order of the fields is the order in the file."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    body_parts: tuple[str, ...] = ()
    target_muscles: tuple[str, ...] = ()
    secondary_muscles: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    difficulty: str = ""
    exercise_type: str = ""
    bilateral: bool | None = None
    instructions: tuple[str, ...] = ()
    benefits: tuple[TitledText, ...] = ()
    safety_tips: tuple[TitledText, ...] = ()
    tracking: tuple[Metric, ...] = ()
    mechanic: str = ""
    force: str = ""
    stabilizers: tuple[str, ...] = ()
    variations: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    video: str = ""
    language: str = ""
    license: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding: what (code, message), where (file, field, place), how bad, and what to do (in the message).

    `excerpt` is the text at fault as it stands in the field; empty when the whole field is meant.
    """

    code: str
    severity: Severity
    message: str
    field: str = ""
    file: str = ""
    place: Place = _NOWHERE
    excerpt: str = ""

    def at(self, file: str, line: int | None = None) -> Issue:
        """The same finding, placed in a file."""
        return replace(self, file=file, place=replace(self.place, line=line or self.place.line))

    def __str__(self) -> str:
        line = f"{self.file}:{self.place.line}" if self.place.line else self.file
        return f"{line}: {self.severity}: {self.message} [{self.code}]"
