"""wger: a page of its `exerciseinfo` endpoint, with the ids of its own muscles, tools and categories."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser
from typing import Any

from pipeline.export.dialects.base import Dialect, EntryError, named, safe_id, text
from pipeline.export.dialects.tables import Losses, Table, knowledge, table
from pipeline.records import Exercise, TitledText
from pipeline.vocabulary import load

_USED = frozenset(
    (
        "id", "uuid", "category", "muscles", "muscles_secondary", "equipment", "license", "images", "videos",
        "translations", "exercises", "name", "description", "aliases", "language", "created", "last_update",
        "last_update_global",
    )
)  # fmt: skip
_OURS = uuid.UUID("6f1f4c52-60cf-5b3c-9d58-3b3ad0a7a4a1")
"""The namespace of our exercises: the same id is the same UUID in every export."""


def _words(kind: str) -> Table:
    return table("wger", kind)


def _called(kind: str, number: str) -> str:
    return str(knowledge("wger")["names"][kind][number])


def _encode(exercise: Exercise, losses: Losses) -> dict[str, Any]:
    number = _number(exercise)
    license_ = losses.term("license", exercise.license, _words("licenses"))
    targets = losses.terms("target_muscles", exercise.target_muscles, _words("muscles"))
    muscles = _words("muscles")
    assisting = losses.assisting(exercise.secondary_muscles, muscles, map(muscles.ours, targets))
    saved = exercise.source.retrieved or None  # the only date we know: nothing is as new as the page it was read from
    return {
        "id": number,
        "uuid": _uuid(exercise),
        "created": saved,
        "last_update": saved,
        "last_update_global": saved,
        "category": _category(exercise, losses),
        "muscles": [_muscle(n) for n in targets],
        "muscles_secondary": [_muscle(n) for n in assisting],
        "equipment": [
            {"id": int(n), "name": _called("equipment", n)}
            for n in losses.terms("equipment", exercise.equipment, _words("equipment"))
        ],
        "images": [_medium(exercise, "image", n) for n in range(len(exercise.images))],
        "translations": [_translation(exercise, number, license_, losses)],
        "variation_group": None,
        "videos": [_medium(exercise, "video", 0)] if exercise.video else [],
        "total_authors_history": [],
        **_rights(license_),
        "license": _license(license_),
    }


def _uuid(exercise: Exercise, *part: object) -> str:
    """Of an exercise, or of a part of one: always the same."""
    return str(uuid.uuid5(_OURS, "/".join((exercise.id, *map(str, part)))))


def _number(exercise: Exercise, *part: object) -> int:
    """The same as a number, as large as their columns hold."""
    return int(_uuid(exercise, *part)[:8], 16) & 0x7FFFFFFF


def _license(number: str | None) -> dict[str, Any] | None:
    if not number:
        return None
    full, address = knowledge("wger")["full_names"][number]
    return {"id": int(number), "full_name": full, "short_name": _called("licenses", number), "url": address}


def _rights(license_: str | None) -> dict[str, Any]:
    """Whose it is: nobody is named, since no record says who wrote it."""
    return {"license": int(license_) if license_ else None, "license_author": "", "author_history": []}


def _medium(exercise: Exercise, kind: str, n: int) -> dict[str, Any]:
    """A picture or a video. The record's licence is that of its texts: of pictures none is known."""
    return {
        "id": _number(exercise, kind, n),
        "uuid": _uuid(exercise, kind, n),
        "exercise": _number(exercise),
        "exercise_uuid": _uuid(exercise),
        kind: exercise.images[n] if kind == "image" else exercise.video,
        "is_main": n == 0,
        **_rights(None),
    }


def _muscle(number: str) -> dict[str, Any]:
    known = knowledge("wger")
    return {
        "id": int(number),
        "name": _called("muscles", number),
        "name_en": known["english"].get(number, ""),
        "is_front": number in known["front"],
        "image_url_main": None,
        "image_url_secondary": None,
    }


def _category(exercise: Exercise, losses: Losses) -> dict[str, Any] | None:
    """The one category: the first body part that has one there, else that of the first target muscle."""
    words = _words("body_parts")
    parts = [part for part in exercise.body_parts if words.theirs(part)]
    for part in exercise.body_parts:
        if part not in parts[:1]:
            losses.dropped("body_parts", part)
    number = losses.term("body_parts", parts[0], words) if parts else _home(exercise)
    if number is not None and not parts:
        losses.narrowed("body_parts", "(none)", _called("body_parts", number))
    return {"id": int(number), "name": _called("body_parts", number)} if number else None


def _home(exercise: Exercise) -> str | None:
    muscles = load("muscles")
    for muscle in exercise.target_muscles:
        for member in (muscle, *muscles.ancestors(muscle)):
            number = _words("body_parts").theirs(muscles.terms[member].part) if member in muscles else None
            if number:
                return number
    return None


def _translation(exercise: Exercise, number: int, license_: str | None, losses: Losses) -> dict[str, Any]:
    language = losses.term("language", exercise.language, _words("languages"))
    return {
        "id": number,
        "uuid": _uuid(exercise, "translation"),
        "exercise": number,
        "name": exercise.name,
        "description": _html(exercise),
        "created": exercise.source.retrieved or None,
        "language": int(language) if language else None,
        "aliases": [
            {"id": _number(exercise, "alias", n), "uuid": _uuid(exercise, "alias", n), "alias": alias}
            for n, alias in enumerate(exercise.aliases)
        ],
        "notes": [
            {
                "id": _number(exercise, "note", n),
                "uuid": _uuid(exercise, "note", n),
                "translation": number,
                "comment": f"{tip.title}: {tip.text}" if tip.title and tip.text else tip.title or tip.text,
            }
            for n, tip in enumerate(exercise.safety_tips)
        ],
        **_rights(license_),
    }


def _html(exercise: Exercise) -> str:
    about = f"<p>{escape(exercise.description, quote=False)}</p>" if exercise.description else ""
    steps = "".join(f"<li>{escape(step, quote=False)}</li>" for step in exercise.instructions)
    return f"{about}<ol>{steps}</ol>" if steps else about


def _decode(entry: Mapping[str, Any]) -> Exercise:
    spoken = _spoken(entry)
    name = named(spoken)
    prose = _Prose(str(spoken.get("description") or ""))
    category = entry.get("category")
    return Exercise(
        id=safe_id("", name),
        name=name,
        aliases=_listed(spoken.get("aliases"), "alias"),
        description=" ".join(prose.paragraphs) if prose.items else "",
        body_parts=(_ours("body_parts", category),) if category else (),
        target_muscles=_many("muscles", entry.get("muscles")),
        secondary_muscles=_many("muscles", entry.get("muscles_secondary")),
        equipment=_many("equipment", entry.get("equipment")),
        # Without a list, the paragraphs are how the exercise is done: wger has no other place for that.
        instructions=tuple(prose.items or prose.paragraphs),
        safety_tips=tuple(TitledText("", note) for note in _listed(spoken.get("notes"), "comment")),
        images=_listed(entry.get("images"), "image"),
        video=next(iter(_listed(entry.get("videos"), "video")), ""),
        language=_words("languages").ours(str(spoken["language"])) if spoken.get("language") else "",
        license=_ours("licenses", entry["license"]) if entry.get("license") else "",
    )


def _spoken(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """The English translation, else the first; older answers call them `exercises` or hold only one, flat."""
    for key in ("translations", "exercises"):
        found = entry.get(key)
        if isinstance(found, list) and found:
            english = [t for t in found if t.get("language") == 2]
            return (english or found)[0]  # type: ignore[no-any-return]
    if not text(entry, "name"):
        raise EntryError("has no translation with a name")
    return entry


def _ours(kind: str, given: Any) -> str:
    """Our term for one of their objects, or for its bare id."""
    number = str(given["id"] if isinstance(given, Mapping) else given)
    words = _words(kind)
    if number in words.terms.values():
        return words.ours(number)
    known = knowledge("wger")["names"][kind].get(number)
    stated = text(given, "name_en", "name", "short_name") if isinstance(given, Mapping) else ""
    if not known and not stated:
        raise EntryError(f"names {kind.replace('_', ' ')} {number}, which nobody knows")
    return words.ours(known or stated)


def _many(kind: str, given: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_ours(kind, each) for each in given or ()))


def _listed(given: Any, key: str) -> tuple[str, ...]:
    return tuple(found for each in given or () if (found := text(each, key)))


class _Prose(HTMLParser):
    """The paragraphs and list items of a description, without markup."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.items: list[str] = []
        self._open: list[str] | None = None
        self._in_list = False
        self.feed(markup)
        self.close()
        self._end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in ("p", "li", "div", "br", "ol", "ul"):
            if tag == "p" and self._in_list:
                return
            self._end()
            self._in_list = tag == "li" or (self._in_list and tag == "br")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("li", "ol", "ul") or (tag in ("p", "div") and not self._in_list):
            self._end()
            self._in_list = False

    def handle_data(self, data: str) -> None:
        self._open = [*(self._open or ()), data]

    def _end(self) -> None:
        found = " ".join("".join(self._open or ()).split())
        if found:
            (self.items if self._in_list else self.paragraphs).append(found)
        self._open = None


FORMAT = Dialect(
    "wger",
    "An answer of wger's exerciseinfo endpoint, with its ids.",
    _encode,
    _decode,
    _USED,
    wrapper="results",
)
