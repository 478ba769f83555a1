"""What a page states to machines, as fields: JSON-LD and microdata first, Open Graph for what is left."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from pipeline.reading.fields.mentions import named as named_in
from pipeline.reading.markup.structured import bare
from pipeline.reading.words.hinting import hinted, hints
from pipeline.reading.words.kinds import TERM_FIELDS, all_known, metric_of
from pipeline.reading.words.names import TITLE_PARTS, clean_name
from pipeline.reading.words.plain import is_sentence, numbered_sentences, one_line, without_number
from pipeline.reading.words.profiles import IGNORED, SKIPPED, Profile, heading_key
from pipeline.reading.words.speaking import is_about_body, says_word_of
from pipeline.reading.words.terms import split_terms
from pipeline.records import DraftField, Heading, Outline, Paragraph, Piece, Place, Row, State
from pipeline.vocabulary import key, load

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_TAG = re.compile(r"<[^>]{0,200}>")
_STEP_END = re.compile(r"\n|<br\s*/?>|</(?:li|p|div)>", re.IGNORECASE)
_LONGEST_TITLE = 300
_ADDRESS = "://"
_NO_ADDRESS = frozenset(" #")
"""Signs that no address of a whole page has: "#" is before the name of a part."""
_ELSEWHERE = (SKIPPED, IGNORED)
_LONGEST_ADDRESS = 300
_CALLED = re.compile(r"\b(?:lift|movement|move|drill|pose)\b", re.IGNORECASE)
"""What a text calls one exercise; a site has several."""
_TERMS = {
    "target_muscles": "muscles",
    "secondary_muscles": "muscles",
    "stabilizers": "muscles",
    "equipment": "equipment",
    "body_parts": "body_parts",
}
_DEEPEST = 6
"""Lists within lists of steps."""
_NAMED = frozenset(("additionalProperty", "additionalVariable"))
"""Properties that hold others, each with its name."""
_ONE = frozenset(("name", "description", "difficulty", "exercise_type", "bilateral", "unilateral", "mechanic", "force"))
_TITLED = frozenset(("benefits", "safety_tips"))
_MANY = frozenset(("instructions", "aliases", "variations"))


STRUCTURED = "structured data"
"""How the way to a field begins that a page states to machines."""


def stated_fields(outline: Outline, profile: Profile, seen: str) -> dict[str, DraftField]:
    """The fields of every object that describes an exercise; of two that state one field, the first counts.

    `seen` is the name that the page shows: what Open Graph says of the whole site does not mention it.
    """
    fields: dict[str, DraftField] = {}
    speaking = [entry for entry in outline.structured if _speaks(entry, profile)]
    of_page = [entry for entry in speaking if _is_named(entry, seen, profile)]
    for entry in speaking:
        kinds = _texts(entry.get("@type"))
        if entry in of_page or (not (entry.get("name") and of_page) and not is_of_another(entry, seen, profile)):
            for name, pieces in _properties(entry, profile):
                via = f"{STRUCTURED} ({next(iter(kinds), 'no type')})"
                before = fields.pop(name).pieces if name == "tracking" and name in fields else ()  # a metric each
                fields.setdefault(name, DraftField(State.FOUND, (*before, *pieces), via, _place(entry)))
    graph = next((o for o in outline.structured if o.get("@type") == "og"), None)
    if graph:
        for name, value in (
            ("name", graph.get("og:title")),
            ("description", graph.get("og:description") or graph.get("description")),
        ):
            text = one_line(str(value or ""))
            if text and name == "name":
                text = clean_name(re.split(r"\s+[|–—-]\s+", text)[0], profile)
            if text and (name != "description" or _is_of_exercise(text, seen, outline.title, profile)):
                fields.setdefault(name, DraftField(State.FOUND, (Piece(text),), "Open Graph", _place(graph)))
    return fields


def stated_extra(outline: Outline, profile: Profile, seen: str) -> dict[str, str]:
    """The named properties of the exercise that belong to no field, by the names that the page gives them."""
    extra: dict[str, str] = {}
    for entry in outline.structured:
        named = entry.get("additionalProperty")
        if named is None or is_of_another(entry, seen, profile):
            continue
        for prop, value in _flat({"additionalProperty": named}):
            said = ", ".join(_texts(value))
            if said and _field_of(prop, profile) is None and heading_key(prop) not in profile.page_labels:
                extra.setdefault(prop, said)
    return extra


def stated_address(outline: Outline, profile: Profile) -> str | None:
    """The address that an object which describes an exercise gives itself."""
    for entry in outline.structured:
        url = entry.get("url")
        if isinstance(url, str) and url.startswith("http") and profile.types.intersection(_texts(entry.get("@type"))):
            return url.strip()
    return None


def printed_address(outline: Outline, profile: Profile) -> str | None:
    """The address that a page prints of itself, alone behind words that say so: "Printed from https://...", "Permalink: ...".
    What stands below a heading that leads elsewhere is of somebody else, and so are parts of a page.
    """
    labels, meaning = hints()["printed_address"], None
    for block in outline.blocks:
        label = url = ""
        if isinstance(block, Heading):
            meaning = profile.heading(block.text)
        elif isinstance(block, Row):
            label, url = block.label, block.values[0]
        elif isinstance(block, Paragraph) and _ADDRESS in block.whole[:_LONGEST_ADDRESS]:
            label, _, url = block.whole.rpartition(" ")
        is_address = url.startswith("http") and _ADDRESS in url and not _NO_ADDRESS.intersection(url)
        if is_address and meaning not in _ELSEWHERE and key(label) in labels:
            return url
    return None


def _speaks(entry: Mapping[str, object], profile: Profile) -> bool:
    """Whether an object describes an exercise."""
    return bool(profile.types.intersection(_texts(entry.get("@type")))) or "additionalProperty" in entry


def _words_of(entry: Mapping[str, object], profile: Profile) -> frozenset[str]:
    return frozenset(key(clean_name(next(iter(_texts(entry.get("name"))), ""), profile)).split())


def _is_named(entry: Mapping[str, object], seen: str, profile: Profile) -> bool:
    """Whether an object has the name that the page shows, or one of which the other is a part."""
    words, shown = _words_of(entry, profile), frozenset(key(clean_name(seen, profile)).split())
    return bool(words) and (words <= shown or shown <= words)


def is_of_another(entry: Mapping[str, object], seen: str, profile: Profile) -> bool:
    """Whether an object is about something else than the exercise that the page shows, `seen`: their names share fewer than
    half of their words.
    """
    words, shown = _words_of(entry, profile), frozenset(key(clean_name(seen, profile)).split())
    return bool(words and shown) and len(words & shown) * 2 < min(len(words), len(shown))


def _is_of_exercise(text: str, name: str, title: str, profile: Profile) -> bool:
    """Whether a text says a word of the name, one of its family ("hang" for "Hanging Knee Raise"), or speaks of muscles,
    tools, the body or "it"; if it is no sentence with a word of the name, then no word of a whole site ("library",
    "members"), either. What begins with another part of the page's `title` is about the site.
    """
    parts = (part for part in TITLE_PARTS.split(title[:_LONGEST_TITLE]) if f"{key(text)} ".startswith(f"{key(part)} "))
    if key(name) not in key(text) and any(_may_be_site(part, name, profile) for part in parts):
        return False
    named = says_word_of(name, text)
    if named and is_sentence(text):
        return True
    of_terms = any(named_in(text, (load("muscles"), load("equipment"))))
    speaks = named or of_terms or is_about_body(text) or hinted(text, "pointing") or _CALLED.search(text) is not None
    return speaks and hints()["site"].isdisjoint(key(text).split())


def _may_be_site(part: str, name: str, profile: Profile) -> bool:
    """Whether a part of a page's title may be what the site is called: no word of the exercise, nor of its parts ("Legs")."""
    words = key(part)
    is_term = any(all_known(field, (part,)) for field in TERM_FIELDS)
    return bool(words) and words not in key(name) and not is_term and profile.heading(part) is None


def _place(entry: Mapping[str, object]) -> Place:
    line = entry.get("@line")
    return Place(line if isinstance(line, int) else None)


def _properties(entry: Mapping[str, object], profile: Profile) -> Iterator[tuple[str, list[Piece]]]:
    for prop, value in _flat(entry):
        name = _field_of(prop, profile)
        if name in _TERMS:
            known = load(_TERMS[name])
            pieces = [Piece(term) for text in _texts(value) for term in split_terms(text, known)]
        elif name == "instructions":
            told = _steps_in(value) if isinstance(value, str) else map(without_number, _steps(value))
            pieces = [Piece(text) for text in told]
        elif name in _MANY:
            said = _texts(value)  # a 45-Degree Leg Press keeps its number
            pieces = [Piece(part) for text in said for part in (text.split(", ") if name == "aliases" else [text])]
        elif name in _TITLED:
            pieces = _titled(value)
        elif name == "tracking":
            pieces = [Piece(text, _CAMEL.sub(" ", prop).lower()) for text in _texts(value)[:1]]
        elif name in _ONE:
            pieces = [Piece(text) for text in _texts(value)[:1]]
            if name == "name":
                pieces = [Piece(clean_name(p.text, profile)) for p in pieces]
        else:
            continue
        if name and pieces:
            yield name, pieces


def _field_of(prop: str, profile: Profile) -> str | None:
    """The field of a property; "" for one that is known, and is none."""
    known = profile.properties.get(prop)
    if known is not None:
        return known
    label = _CAMEL.sub(" ", prop).lower()
    return profile.label_of(label) or ("tracking" if metric_of(label) in hints()["doses"] else None)


def _titled(value: object) -> list[Piece]:
    """The texts of a property, each with its name where it has both."""
    pieces = []
    for entry in value if isinstance(value, list) else [value]:
        title = _texts(entry.get("name")) if isinstance(entry, dict) and "text" in entry else []
        pieces += [Piece(text, next(iter(title), "")) for text in _texts(entry)]
    return pieces


def _steps(value: object, depth: int = 0) -> list[str]:
    """The steps of a property, those of its sections among them; what is said in a step belongs to it."""
    if isinstance(value, list):
        return [step for entry in value for step in _steps(entry, depth)]
    inner = value.get("itemListElement") or value.get("item") if isinstance(value, dict) else None
    if not inner or not isinstance(value, dict) or depth > _DEEPEST:
        return _texts(value)
    if "HowToStep" in map(bare, map(str, _texts(value.get("@type")))):
        return [" ".join(_texts(inner))]
    return _steps(inner, depth + 1)


def _steps_in(text: str) -> list[str]:
    """The steps of a property that holds them all: one a line or an element, or counted in one paragraph."""
    lines = [line for part in _STEP_END.split(text) for line in _texts(part)]
    counted = numbered_sentences(lines[0]) if len(lines) == 1 else []
    return counted or [step for line in lines if (step := without_number(line).strip())]


def _flat(entry: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Properties, those with a name and a value of their own among them."""
    for prop, value in entry.items():
        if prop in _NAMED:
            for extra in value if isinstance(value, list) else [value]:
                if isinstance(extra, dict) and "name" in extra:
                    yield str(extra["name"]), extra.get("value")
                elif isinstance(extra, str) and ": " in extra:
                    name, _, said = extra.partition(": ")
                    yield name, said
        elif not prop.startswith("@"):
            yield prop, value


def _texts(value: object, depth: int = 0) -> list[str]:
    """The texts of a property: strings, lists, or objects that carry them as text or name."""
    if depth > _DEEPEST or value is None:
        return []
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, list):
        return [text for entry in value for text in _texts(entry, depth + 1)]
    if isinstance(value, dict):
        item = value.get("item")  # of an entry in a list
        inner = value.get("itemListElement") or (item if isinstance(item, dict) else None)
        return _texts(inner or value.get("text") or value.get("name") or value.get("value"), depth + 1)
    text = one_line(html.unescape(_TAG.sub(" ", str(value))))
    return [text] if text else []
