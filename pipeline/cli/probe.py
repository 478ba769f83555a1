"""exercises probe"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, finding, issue_json, out, plain, table
from pipeline.errors import NoSuchThing, UnreadablePage
from pipeline.ingest.judging import judge
from pipeline.ingest.profiling import collection_profiles
from pipeline.reading import Profile, Profiles, draft, outline
from pipeline.reading.drafting import CHOICE_FIELDS, TERM_FIELDS
from pipeline.records import Draft, DraftField, Outline, Page, State
from pipeline.settings import SECTIONS
from pipeline.sources import saved
from pipeline.vocabulary import load

_FIELDS = (*SECTIONS, "aliases", "stabilizers", "variations", "mechanic", "force")


@click.command("probe")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "json_", is_flag=True, help="Answer as JSON.")
@click.option("--outline", "show_outline", is_flag=True, help="Show what a reader sees, block by block, first.")
@click.pass_obj
def command(obj: Context, file: Path, json_: bool, show_outline: bool) -> int:
    """Show how a page was read: profile, each field, where it stood, and what was missing."""
    if not file.is_file():
        raise NoSuchThing(f"there is no file {file}")
    profiles = collection_profiles(obj.root)
    probes = []
    for page in saved.read(file, saved.name_below(file, obj.root), obj.settings.max_page_bytes):
        if not isinstance(page, Page):
            raise page[1]
        probes.append(_probe(page, profiles, obj))
        if show_outline and not json_:
            _print_outline(outline(page))
        if not json_:
            _print(probes[-1], page, profiles, obj)
    if json_:
        as_json(probes[0] if len(probes) == 1 else probes)
    return 0


def _probe(page: Page, profiles: Profiles, obj: Context) -> dict[str, Any]:
    seen = outline(page)
    profile, why = profiles.chosen(seen, page.url or seen.url)
    drafted = draft(seen, profile)
    try:
        reading = judge(page, profiles, obj.settings)
    except UnreadablePage as error:
        raise UnreadablePage(error.code, f"{page.file}: {error.message}") from error
    return {
        "file": page.file,
        "url": page.url or seen.url,
        "sha256": page.sha256,
        "media_type": page.media_type,
        "profile": profile.label,
        "why": why,
        "id": reading.exercise.id if reading.exercise else None,
        "rejected": reading.rejected,
        "fields": {name: _field(name, drafted, profile) for name in _FIELDS},
        "extra": dict(drafted.extra),
        "issues": [issue_json(issue) for issue in reading.issues],
    }


def _field(name: str, drafted: Draft, profile: Profile) -> dict[str, Any]:
    found = drafted[name]
    shown: dict[str, Any] = {"state": str(found.state)}
    if found.state is State.ABSENT:
        return {**shown, "looked_for": profile.words_of(name)}
    return {
        **shown,
        "via": found.via,
        "line": found.place.line,
        "path": list(found.place.path),
        "pieces": [_piece(name, found, n) for n in range(len(found.pieces))],
    }


def _piece(name: str, found: DraftField, number: int) -> dict[str, Any]:
    """One piece in the page's words, with the term of the vocabulary that it was taken for."""
    piece = found.pieces[number]
    shown: dict[str, Any] = {"text": piece.text, "line": piece.place.line}
    if piece.title:
        shown["title"] = piece.title
    kinds = TERM_FIELDS.get(name) or ((CHOICE_FIELDS[name],) if name in CHOICE_FIELDS else ())
    if kinds:
        shown["term"] = next((term for kind in kinds if (term := load(kind).find(piece.text))), None)
    return shown


def _print(probe: dict[str, Any], page: Page, profiles: Profiles, obj: Context) -> None:
    out(f"{probe['file']}: {probe['media_type']}, profile {probe['profile']} ({probe['why']})")
    if probe["url"]:
        out(f"address: {plain(probe['url'])}")
    rows = []
    for name, field in probe["fields"].items():
        if field["state"] == "absent":
            looked = ", ".join(field["looked_for"][:4])
            rows.append((name, "absent", "", f"looked for: {looked} ..." if looked else ""))
            continue
        where = f"line {field['line']}" if field["line"] else ""
        rows.append((name, field["state"], f"{field['via']!r} {where}".strip(), _words(field["pieces"])))
    table(("Field", "State", "Where", "Words"), rows)
    for issue in judge(page, profiles, obj.settings).issues:
        finding(issue)


def _words(pieces: list[dict[str, Any]]) -> str:
    shown = []
    for piece in pieces[:8]:
        text = f"{piece['title']}: {piece['text']}" if "title" in piece else piece["text"]
        term = piece.get("term")
        shown.append(f"{text[:60]} -> {term}" if term and term != piece["text"].lower() else text[:60])
    more = f" and {len(pieces) - 8} more" if len(pieces) > 8 else ""
    return " | ".join(shown) + more


def _print_outline(seen: Outline) -> None:
    for block in seen.blocks:
        text = getattr(block, "text", "") or " | ".join(i.whole for i in getattr(block, "items", ()))
        label = getattr(block, "label", "") or getattr(block, "lead", "")
        out(f"{block.place.line or '':>5} {type(block).__name__:<10} {f'{label}: ' if label else ''}{text[:100]}")
