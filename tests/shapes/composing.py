"""Pages put together by chance from shapes.yaml and words.yaml, each with the record that a person reads there.

A number gives the same page each time. The corpus shows what people make of whole pages; this, that the ways of showing
one thing can be read beside every way of showing another.
"""

from __future__ import annotations

import html
import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_HERE = Path(__file__).parent
_WANTED = (
    "target_muscles",
    "secondary_muscles",
    "equipment",
    "body_parts",
    "difficulty",
    "mechanic",
    "force",
    "exercise_type",
)
_COLUMN = 22
_DATA = 0.25
"""How many pages state anything to machines."""
_PROPERTIES = {"description": "description", "difficulty": "educationalLevel", "exercise_type": "exerciseType"}
_OTHERS = 0.25
"""How many pages hold facts of another exercise."""
_BESIDE = 0.06
"""How many pages have their facts in a column before the title."""
_KINDS = ("own", "facts", "steps", "titled", "sections")
_ONE_VALUE = frozenset(("difficulty", "mechanic", "force", "exercise_type"))
_OWN = frozenset(("target_muscles", "secondary_muscles", "equipment"))
_ORDERED = ("ol", "ol_paragraphs", "numbers", "brackets")
_FEWEST_IN_PARTS = 4
_LISTS = ("list", "list_ordered", "hyphens", "bullets")
Shape = Mapping[str, Any]


@lru_cache(maxsize=2)
def _loaded(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load((_HERE / name).read_text("utf-8"))
    return loaded


@dataclass(slots=True)
class Composed:
    """A page, what should be read of it (with the keys of a record and `url`), and the names of the shapes it is made of."""

    text: str
    media_type: str
    expected: dict[str, Any]
    shapes: list[str]


@dataclass(slots=True)
class _Composer:
    chance: random.Random
    ways: Shape
    shapes: list[str] = field(default_factory=list)
    expected: dict[str, Any] = field(default_factory=dict)
    own: list[tuple[str, str]] = field(default_factory=list)
    """Facts that are sections of their own."""
    name: str = ""
    beside: str = ""
    """Facts in a column of their own, which the page has before its title."""

    # -- words -----------------------------------------------------------------------------------------------

    def _said(self, words: str) -> str:
        return words if self.ways is _text() else html.escape(words)

    def _heading(self, kind: str) -> str:
        return self._said(self.chance.choice(_loaded("words.yaml")["headings"][kind]).replace("{name}", self.name))

    def _some(self, kind: str, fewest: int, most: int) -> list[Any]:
        words = _loaded("words.yaml")[kind]
        entries = list(words.items()) if isinstance(words, Mapping) else words
        return self.chance.sample(entries, self.chance.randint(fewest, min(most, len(entries))))

    def _shape(self, kind: str, holding: str = "") -> Shape:
        shapes = self.ways[kind]
        name = self.chance.choice([name for name, shape in shapes.items() if holding in str(shape)])
        self.shapes.append(f"{kind}.{name}")
        shape: Shape = shapes[name]
        return shape

    def _part(self, kind: str) -> str:
        part: str = self.chance.choice(self.ways[kind])
        return _filled(part, name=self._said(self.name), related=self._heading("related"))

    # -- facts -----------------------------------------------------------------------------------------------

    def facts(self) -> str:
        """The facts of the exercise, in one shape."""
        words = _loaded("words.yaml")
        rows: list[tuple[str, list[str]]] = []
        apart = self.chance.random() < 0.3
        for name in _WANTED:
            if name == "target_muscles" or self.chance.random() < 0.75:
                values, self.expected[name] = self._terms(name)
                label = self.chance.choice(words["labels"][name])
                if apart and name in _OWN and self.chance.random() < 0.5:
                    self.own.append((self._said(label), self._joined(self._shape("own"), values)))
                else:
                    rows.append((label, values))
        for name, odds in (("aliases", 0.12), ("bilateral", 0.1)):
            if self.chance.random() < odds:
                values = self.chance.choice(words[name])
                rows.append((self.chance.choice(words["labels"][name]), values))
                self.expected[name] = values if name == "aliases" else values == ["Yes"]
        for name in _ONE_VALUE & self.expected.keys():
            self.expected[name] = self.expected[name][0]
        if self.chance.random() < 0.4:
            self.chance.shuffle(rows)
        if self.chance.random() < 0.2:
            doses = [dose for dose in words["doses"].items() if self.chance.random() < 0.7]
            rows += [(label, [value]) for label, value in doses]
            self.expected["tracking"] = [{"metric": label.lower(), "text": value} for label, value in doses]
        if self.chance.random() < 0.25 and len(rows) > 2:
            unknown = self._some("unknown", 1, 2)
            rows += [(label, [value]) for label, value in unknown]
            self.expected["extra"] = dict(unknown)
        return self._shown_facts(rows)

    def _terms(self, name: str) -> tuple[list[str], list[str]]:
        """Values of a fact, as the page words them and as the record has them; no muscle and no tool twice."""
        words = _loaded("words.yaml")
        if name not in words["most"]:
            values = self.chance.choice(words[name])
            return values, [words["canonical"].get(v.lower(), v.lower()) for v in values]
        pool = list(words["tools" if name == "equipment" else "muscles"].items())
        self.chance.shuffle(pool)
        taken = set(self.expected.get("target_muscles", ()))
        terms = {}
        for written, term in pool:
            if term not in taken:
                taken.add(term)
                terms[written] = term
        most = self.chance.choice(words["most"][name])
        return list(terms)[:most], list(terms.values())[:most]

    @property
    def _as_written(self) -> set[str]:
        doses = (entry["text"] for entry in self.expected.get("tracking", ()))
        return {*self.expected.get("aliases", ()), *self.expected.get("extra", {}).values(), *doses}

    def _shown_facts(self, rows: Sequence[tuple[str, Sequence[str]]]) -> str:
        shape = self._shape("facts")
        if "{LABEL}" in shape["row"] and "extra" in self.expected:
            self.expected["extra"] = {label.upper(): value for label, value in self.expected["extra"].items()}
        return self._in_rows(shape, rows)

    def _in_rows(self, shape: Shape, rows: Sequence[tuple[str, Sequence[str]]]) -> str:
        forms = shape.get("values", "inline")
        shown = [
            _filled(shape["row"], label=self._said(label), value=self._values(forms, values)) for label, values in rows
        ]
        return _around(shape, shown)

    def _values(self, forms: str, values: Sequence[str]) -> str:
        kinds = self.ways["values"]
        shape = self.chance.choice(list({**kinds["inline"], **(kinds["block"] if forms == "any" else {})}.values()))
        if values[0] in self._as_written:
            shape = kinds["inline"]["commas"]  # whose letters are kept as they are
        return self._joined(shape, values)

    def _joined(self, shape: Shape, values: Sequence[str]) -> str:
        item = shape.get("item", "{}")
        shown = [item.replace("{small}", v.lower()).replace("{}", v) for v in map(self._said, values)]
        if "last" in shape and len(shown) > 1:
            shown[-2:] = [self._said(shape["last"]).join(shown[-2:])]
        return _around(shape, shown)

    def other(self) -> str:
        """What speaks of another exercise, or of two, with facts of theirs; nothing of it is expected."""
        words = _loaded("words.yaml")
        shape = self.chance.choice(list(self.ways["others"].values()))
        name, another = self.chance.sample([n for n in words["names"] if n != self.name], 2)
        facts, more = (self._in_rows(*self._facts_of_another()) for _ in range(2))
        parts = {"heading": self._said(self.chance.choice(words["others"])), "related": self._heading("related")}
        return _filled(shape, other=self._said(name), another=self._said(another), facts=facts, more=more, **parts)

    def _facts_of_another(self) -> tuple[Shape, list[tuple[str, list[str]]]]:
        words = _loaded("words.yaml")
        wanted = [name for name in _WANTED if self.chance.random() < 0.4] or ["difficulty"]
        rows = [(self.chance.choice(words["labels"][name]), self._terms(name)[0]) for name in wanted]
        return self.chance.choice(list(self.ways["facts"].values())), rows

    # -- sections --------------------------------------------------------------------------------------------

    def sections(self) -> list[tuple[str, str]]:
        """Headings with what stands below them; some pages have the benefits first."""
        steps = self._some("steps", 1, 9)
        self.expected["instructions"] = steps
        parts = [(self._heading("instructions"), self._steps([("", step) for step in steps]))]
        if self.chance.random() < 0.8:
            parts.append(self._told("safety_tips"))
        if self.chance.random() < 0.6:
            parts.insert(self.chance.randint(0, len(parts)), self._told("benefits"))
        if self.chance.random() < 0.2 and "tracking" not in self.expected:
            parts.append(self._tracked())
        if self.chance.random() < 0.25:
            parts.append(self._variations())
        for kind, odds in (("mistakes", 0.25), ("questions", 0.12)):
            if self.chance.random() < odds:
                parts.append((self._heading(kind), _listed(self._shape("titled"), self._some(kind, 2, 2))))
        return parts

    def _steps(self, steps: Sequence[tuple[str, str]]) -> str:
        if len(steps) < _FEWEST_IN_PARTS or self.chance.random() < 0.85:
            return _listed(self._shape("steps"), steps)
        shape = self.ways["steps"][self.chance.choice([name for name in _ORDERED if name in self.ways["steps"]])]
        both: str = self.chance.choice(list(self.ways["two_parts"].values()))
        return _filled(both, first=_listed(shape, steps[:2]), second=_listed(shape, steps[2:]))

    def _told(self, kind: str) -> tuple[str, str]:
        shape, entries = self._shape("titled"), self._some(kind, 1, 4)
        titled = "{title}" in shape["item"]
        self.expected[kind] = [{"title": title, "text": text} if titled else {"text": text} for title, text in entries]
        return self._heading(kind), _listed(shape, entries)

    def _tracked(self) -> tuple[str, str]:
        shape, entries = self._shape("titled", "{title}"), self._some("tracking", 1, 3)
        self.expected["tracking"] = [{"metric": title.lower(), "text": text} for title, text in entries]
        return self._heading("tracking"), _listed(shape, entries)

    def _variations(self) -> tuple[str, str]:
        names = self._some("variations", 2, 3)
        self.expected["variations"] = names
        shape = self.ways["titled"][self.chance.choice([name for name in _LISTS if name in self.ways["titled"]])]
        return self._heading("variations"), _listed(shape, [("", name) for name in names])

    # -- what is said to machines ----------------------------------------------------------------------------

    def data(self) -> str:
        """What some pages state to machines: the same as they show, or what they show nowhere; and things beside it."""
        if self.chance.random() >= _DATA:
            return ""
        stated: dict[str, Any] = {"@type": self.chance.choice(("HowTo", "ExercisePlan", ["HowTo", "ExercisePlan"]))}
        stated |= {"name": self.name, "step": self._stated_steps()}
        tools = self.expected.get("equipment") or (["dumbbell"] if self.chance.random() < 0.5 else [])
        if tools:
            self.expected["equipment"] = tools
            stated["tool"] = [{"@type": "HowToTool", "name": tool} for tool in tools]
        for name, prop in _PROPERTIES.items():
            if name not in self.expected and self.chance.random() < 0.4:
                self.expected[name], stated[prop] = self.chance.choice(_loaded("words.yaml")["stated"][name])
        beside = [entry for entry in _loaded("words.yaml")["beside"] if self.chance.random() < 0.4]
        entries = [stated, *beside]
        self.chance.shuffle(entries)
        return "".join(f'<script type="application/ld+json">{text}</script>' for text in self._in_blocks(entries))

    def _stated_steps(self) -> list[Any]:
        steps = self.expected["instructions"]
        if self.chance.random() < 0.3:
            return list(steps)
        told = [{"@type": "HowToStep", "position": n, "text": step} for n, step in enumerate(steps, 1)]
        return [{"@type": "HowToSection", "itemListElement": told}] if self.chance.random() < 0.2 else told

    def _in_blocks(self, entries: Sequence[Mapping[str, Any]]) -> list[str]:
        context = {"@context": "https://schema.org"}
        way = self.chance.random()
        if way < 0.3:
            return [json.dumps({**context, "@graph": entries})]
        if way < 0.5:
            return [json.dumps([{**context, **entry} for entry in entries])]
        return [json.dumps({**context, **entry}) for entry in entries]

    # -- the page --------------------------------------------------------------------------------------------

    def body(self) -> str:
        """What stands below the title: facts above the sections, or as one of them."""
        facts, parts, above = self.facts(), self.sections(), ""
        if self.chance.random() < 0.75:
            said = self.chance.choice(_loaded("words.yaml")["descriptions"])
            self.expected["description"] = said
            if self.chance.random() < 0.3:
                parts.insert(0, (self._heading("description"), _filled(self.ways["paragraph"], text=said)))
            else:
                above = _filled(self.ways["paragraph"], text=said)
        at = self.chance.choice((0, len(parts)))
        parts[at:at] = self.own
        place = self.chance.random()
        if (
            self.ways is not _text()
            and len(_OWN & self.expected.keys()) > len(self.own) + 1
            and self.chance.random() < _BESIDE
        ):
            self.beside = _filled(self._part("beside"), facts=facts)
        elif place < 0.3:
            parts.insert(self.chance.choice((0, len(parts))), (self._heading("facts"), facts))
        else:
            facts += self.ways["apart"]
            above = above + facts if place < 0.85 else facts + above
        return above + _sectioned(self._shape("sections"), parts)

    def begun(self) -> str:
        """The name of the exercise and the body of its page."""
        self.name = self.chance.choice(_loaded("words.yaml")["names"])
        self.expected["name"] = self.name
        return self.body()

    def page(self, number: int) -> str:
        """The whole page, as HTML."""
        body = self.begun()
        title = self.beside + self._part("above_title") + self._part("titles") + self._part("below_title")
        parts = {kind: self._part(f"{kind}s") for kind in ("menu", "end", "footer")}
        if self.chance.random() < _OTHERS:
            parts[self.chance.choice(("menu", "end", "end"))] += self.other()
        frame = _filled(self._part("frames"), title=title, body=body, **parts)
        address = ""
        if self.chance.random() < 0.4:
            self.expected["url"] = f"https://example.com/exercises/{number}"
            address = f'<link rel="canonical" href="{self.expected["url"]}">'
        head = f'<meta charset="utf-8"><title>{self._part("document_titles")}</title>{address}{self.data()}'
        return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body>\n{frame}\n</body></html>\n'

    def text(self) -> str:
        """The whole page, as plain text."""
        body = self.begun()
        other = f"\n\n{self.other()}" if self.chance.random() < _OTHERS else ""
        return f"{self._part('titles')}{body}\n{other}"


@lru_cache(maxsize=1)
def _text() -> Shape:
    ways: Shape = _loaded("shapes.yaml")["text"]
    return ways


def shapes(compose: Callable[[int], Composed]) -> list[str]:
    """The names of the shapes that pages or texts are made of, as `Composed.shapes` has them."""
    ways = _text() if compose is composed_text else _loaded("shapes.yaml")
    return [f"{kind}.{name}" for kind in _KINDS for name in ways[kind]]


def composed(number: int) -> Composed:
    """The HTML page of a number."""
    composer = _Composer(random.Random(number), _loaded("shapes.yaml"))
    return Composed(composer.page(number), "text/html", composer.expected, composer.shapes)


def composed_text(number: int) -> Composed:
    """The page of a number in plain text."""
    composer = _Composer(random.Random(number), _text())
    return Composed(composer.text(), "text/plain", composer.expected, composer.shapes)


def _filled(template: str, **words: str) -> str:
    """A template with words for its {names}; {NAMES} in capitals, {rule} as long as the first."""
    for name, said in words.items():
        template = template.replace(f"{{{name}}}", said).replace(f"{{{name.upper()}}}", said.upper())
        template = template.replace(f"{{{name}:}}", f"{said.ljust(_COLUMN)}  ")
        template = template.replace("{rule}", "=" * len(said)) if name in ("name", "heading") else template
    return template


def _around(shape: Shape, entries: Sequence[str]) -> str:
    between: str = shape.get("between", "")
    around: str = shape.get("around", "{all}")
    return around.replace("{all}", between.join(entries))


def _listed(shape: Shape, entries: Sequence[tuple[str, str]]) -> str:
    numbered = enumerate(entries, 1)
    return _around(shape, [_filled(shape["item"], n=str(n), title=title, text=text) for n, (title, text) in numbered])


def _sectioned(shape: Shape, parts: Sequence[tuple[str, str]]) -> str:
    def filled(template: str) -> list[str]:
        return [_filled(template, n=str(n), heading=heading, body=body) for n, (heading, body) in enumerate(parts)]

    return _around(shape, filled(shape["part"])).replace("{tabs}", "".join(filled(shape.get("tab", ""))))
