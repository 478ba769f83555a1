"""Writes exercise pages, any number up to 100,000, always the same for one seed: python -m bench.generate N DIR [SEED]

A page is a movement with a tool, a hold, a position and a tempo: its name, which no other page has, and the facts that
follow from them. Its sentences are put together from bench/phrases.yaml, its markup from bench/page.html.
"""

from __future__ import annotations

import html
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

import yaml

MOST = 100_000
SEED = 7
LEVELS = ("beginner", "intermediate", "advanced")
_HERE = Path(__file__).parent
_CHOICE = re.compile(r"<([^<>]*)>")
_ROW = (
    '<div class="flex flex-col border-b pb-2"><div class="text-sm text-gray-500">{}</div>'
    '<div class="font-medium"><div class="capitalize">{}</div></div></div>'
)
_CHIP = '<span class="rounded-full px-3 py-1 text-sm {}">{}</span>'
_METRIC = '<h3 class="text-lg font-medium">{}</h3>\n<p class="mb-4">{}</p>'
_CARD = (
    '<a class="block bg-white rounded-xl shadow-sm p-4" href="/exercises/{slug}"><h3 class="font-medium">{name}</h3>'
    '<div class="text-sm text-gray-500">{part} · {level}</div><div class="flex gap-2">'
    '<span class="rounded-full px-3 text-sm bg-teal-100">{muscle}</span>'
    '<span class="rounded-full px-3 text-sm bg-gray-100">{tool}</span></div></a>'
)


class Movement(NamedTuple):
    """A row of `movements` in phrases.yaml."""

    name: str
    pattern: str
    parts: list[str]
    target: list[str]
    secondary: list[str]
    tools: list[str]
    kind: str
    level: int


class Variation(NamedTuple):
    """What sets one page apart from all others: a movement, and numbers of its tool, hold, position and tempo."""

    movement: Movement
    tool: int
    hold: int
    position: int
    tempo: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a page states."""

    name: str
    description: str
    body_parts: tuple[str, ...]
    target_muscles: tuple[str, ...]
    secondary_muscles: tuple[str, ...]
    equipment: tuple[str, ...]
    difficulty: str
    exercise_type: str
    bilateral: bool
    instructions: tuple[str, ...]
    benefits: tuple[tuple[str, str], ...]
    safety_tips: tuple[tuple[str, str], ...]
    tracking: tuple[tuple[str, str], ...]
    intros: dict[str, str]

    @property
    def slug(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower())


@cache
def phrases() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load((_HERE / "phrases.yaml").read_bytes(), yaml.CSafeLoader)
    loaded["movements"] = [Movement(*row) for row in loaded["movements"]]
    return loaded


@cache
def _template() -> Template:
    return Template((_HERE / "page.html").read_text("utf-8"))


def variations() -> list[Variation]:
    """Every page there can be."""
    known = phrases()
    found = []
    for movement in known["movements"]:
        axes = known["patterns"][movement.pattern]["axes"]
        sizes = len(movement.tools), len(known["holds"][axes]), len(known["positions"][axes]), len(known["tempos"])
        for tool in range(sizes[0]):
            for hold in range(sizes[1]):
                for position in range(sizes[2]):
                    found += [Variation(movement, tool, hold, position, tempo) for tempo in range(sizes[3])]
    return found


def sheets(number: int, seed: int = SEED) -> Iterator[Sheet]:
    """The contents of the first pages of a seed: those of 100 pages are the first 100 of 1,000."""
    if not 0 <= number <= MOST:
        raise ValueError(f"between 0 and {MOST:,} pages can be made, not {number:,}")
    drawn = variations()
    random.Random(seed).shuffle(drawn)
    for place in range(number):
        yield _sheet(drawn[place], random.Random(f"{seed} {place}"))


def pages(number: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """File name and HTML of each page. The related exercises of a page are the three before it."""
    before: list[Sheet] = []
    for place, sheet in enumerate(sheets(number, seed)):
        yield f"{sheet.slug}.html", render(sheet, before, place)
        before = [*before[-2:], sheet]


def write(number: int, folder: Path, seed: int = SEED) -> None:
    """Writes the pages into a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in pages(number, seed):
        (folder / file).write_text(text, "utf-8")


# --- what a page states ---------------------------------------------------------------------------------------


def _sheet(variation: Variation, chance: random.Random) -> Sheet:
    known = phrases()
    movement = variation.movement
    pattern = known["patterns"][movement.pattern]
    tool = known["tools"][movement.tools[variation.tool]]
    tempo = known["tempos"][variation.tempo]
    position = known["positions"][pattern["axes"]][variation.position]
    hold = known["holds"][pattern["axes"]][variation.hold]
    words = (tempo["word"], position["word"], hold["word"], tool["name"], movement.name)
    harder = bool(tempo["word"]) + (position.get("side") == "one")
    level = LEVELS[min(2, movement.level + (harder > 1))]
    more_tools = [v["tool"] for v in (position, hold, tempo) if "tool" in v]
    target, secondary = _drawn_muscles(movement, chance)
    voice = _Voice(chance, _about(" ".join(filter(None, words)), movement, tool, level, (target, secondary)))
    ordered = [position["step"], hold["step"], *(chance.choice(several) for several in pattern["steps"])]
    return Sheet(
        name=" ".join(filter(None, words)),
        description=" ".join(voice.one_of(known["description"][n]) for n in ("first", "second")),
        body_parts=tuple(movement.parts),
        target_muscles=target,
        secondary_muscles=secondary,
        equipment=tuple(dict.fromkeys((movement.tools[variation.tool], *more_tools))),
        difficulty=level,
        exercise_type=movement.kind,
        bilateral=position.get("side") != "one",
        instructions=tuple(map(voice.say, (*ordered, tempo["step"], chance.choice(known["closing"])))),
        benefits=voice.titled(known["benefits"], chance.randint(4, 5)),
        safety_tips=voice.titled(known["safety"], chance.randint(4, 6)),
        tracking=voice.metrics(known["tracking"], chance.randint(2, 4)),
        intros={name: voice.one_of(several) for name, several in known["intros"].items()},
    )


def _drawn_muscles(movement: Movement, chance: random.Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The target muscles, and most of the secondary ones: not every author lists all."""
    kept = chance.randint(max(1, len(movement.secondary) - 1), len(movement.secondary))
    return tuple(movement.target), tuple(movement.secondary[:kept])


def _about(
    name: str, movement: Movement, tool: dict[str, str], level: str, muscles: tuple[Sequence[str], Sequence[str]]
) -> dict[str, str]:
    spoken = tool["name"].lower().replace("ez", "EZ")
    a_tool, a_level = (f"{'an' if word[0] in 'aeiouE' else 'a'} {word}" for word in (spoken, level))
    return {
        "name": name,
        "move": movement.name.lower(),
        "tool": spoken,
        "a_tool": a_tool,
        "A_tool": a_tool[0].upper() + a_tool[1:],
        "a_level": a_level,
        "A_level": a_level[0].upper() + a_level[1:],
        "held": tool["held"],
        "muscle": muscles[0][0],
        "Muscle": muscles[0][0].title(),
        "helper": muscles[1][0],
        "Helper": muscles[1][0].title(),
        "part": movement.parts[0],
        "kind": movement.kind,
    }


class _Voice:
    """Says phrases about one page."""

    def __init__(self, chance: random.Random, about: dict[str, str]) -> None:
        self._chance = chance
        self._about = about

    def say(self, phrase: str) -> str:
        chosen = _CHOICE.sub(lambda m: self._chance.choice(m.group(1).split("|")), phrase)
        low = self._chance.randint(4, 8)
        numbers = {"low": low, "high": low + self._chance.randint(3, 9), "more": self._chance.choice((1, 2, 3, 5))}
        return chosen.format(**self._about, **numbers)

    def one_of(self, several: Sequence[str]) -> str:
        return self.say(self._chance.choice(several))

    def titled(self, pool: Sequence[tuple[str, str]], number: int) -> tuple[tuple[str, str], ...]:
        return tuple((self.say(title), self.say(text)) for title, text in self._chance.sample(pool, number))

    def metrics(self, pool: dict[str, list[str]], number: int) -> tuple[tuple[str, str], ...]:
        return tuple((name, self.one_of(pool[name])) for name in self._chance.sample(list(pool), number))


# --- its markup -----------------------------------------------------------------------------------------------


def render(sheet: Sheet, related: Sequence[Sheet], place: int) -> str:
    """The page of a sheet. `related` are other exercises it links to, `place` its number on the site."""
    return _template().substitute(
        name=html.escape(sheet.name),
        description=html.escape(sheet.description),
        keywords=html.escape(", ".join((*sheet.target_muscles, *sheet.equipment))),
        slug=sheet.slug,
        url=f"https://www.lifts.example.com/exercises/{sheet.slug}",
        muscle_links=_links("muscles", (*sheet.secondary_muscles, "neck", "forearms", "soleus")[:4]),
        tool_links=_links("equipment", (*sheet.equipment, "foam roller", "tire", "ab wheel")[:4]),
        facts="\n".join(_ROW.format(label, html.escape(value)) for label, value in _facts(sheet)),
        steps="\n".join(f'<li class="pl-2">{html.escape(step)}</li>' for step in sheet.instructions),
        target_chips=_chips(sheet.target_muscles, "bg-teal-100 text-teal-700"),
        secondary_chips=_chips(sheet.secondary_muscles, "bg-gray-100 text-gray-700"),
        benefits=_titled(sheet.benefits),
        safety=_titled(sheet.safety_tips),
        tracking="\n".join(_METRIC.format(title, html.escape(text)) for title, text in sheet.tracking),
        related="\n".join(_card(other) for other in related),
        state=_state(sheet, related, place),
        **{f"intro_{name}": html.escape(text) for name, text in sheet.intros.items()},
    )


def _facts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    yield "Body Parts", _list(sheet.body_parts)
    yield "Target Muscles", _list(sheet.target_muscles)
    yield "Secondary Muscles", _list(sheet.secondary_muscles)
    yield "Equipment", _list(sheet.equipment)
    yield "Difficulty", sheet.difficulty.title()
    yield "Exercise Type", sheet.exercise_type.title()
    yield "Bilateral", "Yes" if sheet.bilateral else "No"


def _list(terms: Sequence[str]) -> str:
    """Terms as the pages write them: "Upper Back, Biceps and Forearms"."""
    shown = [term.title() for term in terms]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _chips(terms: Sequence[str], colors: str) -> str:
    return "".join(_CHIP.format(colors, term.title()) for term in terms)


def _titled(entries: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"<li><strong>{html.escape(title)}:</strong> {html.escape(text)}</li>" for title, text in entries)


def _links(kind: str, terms: Sequence[str]) -> str:
    return "".join(f'<li><a href="/{kind}/{t.replace(" ", "-")}">{t.title()} exercises</a></li>' for t in terms)


def _card(sheet: Sheet) -> str:
    return _CARD.format(
        slug=sheet.slug,
        name=html.escape(sheet.name),
        part=sheet.body_parts[0].title(),
        level=sheet.difficulty.title(),
        muscle=sheet.target_muscles[0].title(),
        tool=sheet.equipment[0].title(),
    )


def _state(sheet: Sheet, related: Sequence[Sheet], place: int) -> str:
    cards = [
        {"name": s.name, "slug": s.slug, "targetMuscles": s.target_muscles, "equipment": s.equipment} for s in related
    ]
    exercise = {"id": 1000 + place, "slug": sheet.slug, "updatedAt": f"2025-0{place % 9 + 1}-{place % 27 + 1:02}"}
    shown = {"exercise": exercise, "related": cards, "flags": {"newCards": place % 2 == 0, "units": "metric"}}
    return json.dumps({"props": {"pageProps": shown}, "page": "/exercises/[slug]", "query": {"slug": sheet.slug}})


def main(arguments: Sequence[str]) -> int:
    """Writes the pages that the command line asks for."""
    if len(arguments) not in (2, 3) or not all(n.isdigit() for n in (arguments[0], *arguments[2:])):
        print(__doc__, file=sys.stderr)
        return 2
    write(int(arguments[0]), Path(arguments[1]), *map(int, arguments[2:]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
