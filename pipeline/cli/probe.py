"""exercises probe"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, finding, issue_json, table, told
from pipeline.errors import NoSuchThing, UnreadablePage
from pipeline.ingest.judging import Examined, examine
from pipeline.ingest.profiling import collection_profiles
from pipeline.mapping import to_mapping
from pipeline.normalize import on_scale
from pipeline.reading import Profile, Profiles
from pipeline.reading.words.kinds import CHOICE_FIELDS, TERM_FIELDS
from pipeline.records import Draft, Issue, Outline, Page, Piece, Severity, State
from pipeline.settings import SECTIONS
from pipeline.sources import folders, saved
from pipeline.vocabulary import load
from pipeline.vocabulary.tracing import traced

_LOOKED_FOR = 6
_BLOCK = " " * 17
"""Below the number of a line and the kind of its block."""
_FIELDS = (*SECTIONS, "aliases", "stabilizers", "variations", "mechanic", "force")


@click.command("probe")
@click.argument("file", type=click.Path())
@click.option("--json", "json_", is_flag=True, help="Answer as JSON.")
@click.option("--outline", "show_outline", is_flag=True, help="Show what a reader sees, block by block, first.")
@click.pass_obj
def command(obj: Context, file: str, json_: bool, show_outline: bool) -> int:
    """Show how a page was read: profile, each field, where it stood, and what was missing."""
    profiles = collection_profiles(obj.root)
    probes: list[dict[str, Any]] = []
    refused: list[Issue] = []
    for page in _pages(file, obj):
        try:
            examined = _examined(page, profiles, obj)
        except UnreadablePage as error:
            name = page.file if isinstance(page, Page) else page[0]
            refused.append(Issue(error.code, Severity.ERROR, error.message, file=name))
            probes.append({"file": name, "rejected": True, "issues": [issue_json(refused[-1])]})
            continue
        probes.append(_probe(examined))
        if show_outline and not json_:
            _print_outline(examined.outline)
        if not json_:
            _print(probes[-1], examined)
    if refused and len(probes) == 1:
        raise UnreadablePage(refused[0].code, f"{refused[0].file}: {refused[0].message}")
    for issue in refused:
        finding(issue)
    if json_:
        as_json(probes[0] if len(probes) == 1 else probes)
    return 1 if refused else 0


def _pages(name: str, obj: Context) -> Iterator[Page | tuple[str, UnreadablePage]]:
    """The pages of a file; of an archive one, too, by the name that `ingest` gives it: FILE#MEMBER. Raises NoSuchThing."""
    file, member = _place(name, obj.root)
    below = folders.name_below(file, obj.root)
    found = saved.read(file, below, obj.settings.max_page_bytes)
    if not member:
        yield from found
        return
    wanted = f"{below}#{member}"
    page = next((page for page in found if (page.file if isinstance(page, Page) else page[0]) == wanted), None)
    if page is None:
        raise NoSuchThing(f"there is no page {member} in {file}")
    yield page


def _place(name: str, root: Path) -> tuple[Path, str]:
    """The file of a page, and which page of it. The name is looked for as it is, then below the root, from where `ingest`
    names pages; what follows the file stays letter by letter: in archives "a/../b" is no "b". Raises NoSuchThing.
    """
    ends = [len(name), *(n for n in range(len(name) - 1, 0, -1) if name[n] == "#")]
    for folder in (Path(), root):
        for end in ends:
            file = folder / name[:end]
            if os.path.isfile(file):  # noqa: PTH113 - what is too long to name a file names none
                return file, name[end + 1 :]
    raise NoSuchThing(f"there is no file {name}")


def _examined(page: Page | tuple[str, UnreadablePage], profiles: Profiles, obj: Context) -> Examined:
    if not isinstance(page, Page):
        raise page[1]
    return examine(page, profiles, obj.settings)


def _probe(examined: Examined) -> dict[str, Any]:
    page, reading, profile = examined.page, examined.reading, examined.profile
    record = to_mapping(reading.exercise) if reading.exercise else {}
    return {
        "file": page.file,
        "url": page.url,
        "sha256": page.sha256,
        "media_type": page.media_type,
        "profile": profile.label,
        "why": examined.why,
        "id": reading.exercise.id if reading.exercise else None,
        "rejected": reading.rejected,
        "fields": {name: _field(name, examined.draft, profile, record) for name in _FIELDS},
        "extra": dict(examined.draft.extra),
        "issues": [issue_json(issue) for issue in reading.issues],
    }


def _field(name: str, drafted: Draft, profile: Profile, record: Mapping[str, Any]) -> dict[str, Any]:
    """One field: the page's words, where they stood and what became of them, or what was looked for in vain."""
    found = drafted[name] if name != "bilateral" or "bilateral" in drafted.fields else drafted["unilateral"]
    shown: dict[str, Any] = {"state": str(found.state)}
    if found.state is State.ABSENT:
        return {**shown, "looked_for": profile.words_of(name)}
    return {
        **shown,
        "via": found.via,
        "line": found.place.line,
        "path": list(found.place.path),
        "pieces": [_piece(name, piece) for piece in found.pieces],
        "value": record.get(name),
    }


def _piece(name: str, piece: Piece) -> dict[str, Any]:
    """One piece in the page's words, with the term that it was taken for, and by which rule."""
    shown: dict[str, Any] = {"text": piece.text, "line": piece.place.line}
    if piece.title:
        shown["title"] = piece.title
    kinds = TERM_FIELDS.get(name) or ((CHOICE_FIELDS[name],) if name in CHOICE_FIELDS else ())
    if kinds:
        term, rule = traced(piece.text, *map(load, kinds))
        if term is None and name == "difficulty" and (level := on_scale(piece.text)):
            term, rule = level, "scale"
        shown |= {"term": term, "rule": rule}
    return shown


def _print(probe: dict[str, Any], examined: Examined) -> None:
    told(f"{probe['file']}: {probe['media_type']}, profile {probe['profile']} ({probe['why']})")
    if probe["url"]:
        told(f"address: {probe['url']}")
    rows = [(name, field["state"], _where(field), _said(field)) for name, field in probe["fields"].items()]
    rows += [(f"extra: {label}", "found", "", value) for label, value in probe["extra"].items()]
    table(("Field", "State", "Where", "Words"), rows)
    for issue in examined.reading.issues:
        finding(issue)


def _where(field: dict[str, Any]) -> str:
    """The heading or label that led there, its line, and the headings above it."""
    if field["state"] == "absent":
        return ""
    line = f"line {field['line']}" if field["line"] else ""
    above = [heading for heading in field["path"] if heading != field["via"]]
    below = f"below {' > '.join(above)}" if above else ""
    return " ".join(filter(None, (repr(field["via"]), line, below)))


def _said(field: dict[str, Any]) -> str:
    if field["state"] != "absent":
        return _words(field["pieces"])
    words = field["looked_for"]
    more = f" and {len(words) - _LOOKED_FOR} more" if len(words) > _LOOKED_FOR else ""
    return f"looked for: {', '.join(words[:_LOOKED_FOR])}{more}" if words else ""


def _words(pieces: list[dict[str, Any]]) -> str:
    shown = []
    for piece in pieces[:8]:
        text = f"{piece['title']}: {piece['text']}" if "title" in piece else piece["text"]
        shown.append(f"{text[:60]}{_became(piece)}")
    more = f" and {len(pieces) - 8} more" if len(pieces) > 8 else ""
    return " | ".join(shown) + more


def _became(piece: dict[str, Any]) -> str:
    """The term that words were taken for and the rule, unless they are the term."""
    if piece.get("rule", "as written") == "as written":
        return ""
    return f" -> {piece['term']} ({piece['rule']})" if piece["term"] else " (unknown)"


def _print_outline(seen: Outline) -> None:
    for block in seen.blocks:
        text = getattr(block, "text", "") or " | ".join(i.whole for i in getattr(block, "items", ()))
        label = getattr(block, "label", "") or getattr(block, "lead", "")
        told(
            f"{block.place.line or '':>5} {type(block).__name__:<10} {f'{label}: ' if label else ''}{text[:100]}",
            _BLOCK,
        )
