"""exercises profile"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, note, out, table
from pipeline.errors import NoSuchThing, UnknownValue, WrongUse
from pipeline.ingest.judging import examine
from pipeline.ingest.profiling import collection_profiles
from pipeline.reading import Profiles
from pipeline.records import Page
from pipeline.sources import folders, saved

_TIERS = ("own", "installed", "built-in")
_SHOWN = 70


@click.group("profile", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """List, draft and check profiles: what the headings and labels of a kind of page mean."""


@command.command("list")
@click.option("--json", "json_", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def list_(obj: Context, json_: bool) -> int:
    """List the profiles in the order in which they are asked whether they know a page."""
    entries = _entries(collection_profiles(obj.root))
    if json_:
        as_json(entries)
        return 0
    rows = [(e["name"], e["version"], e["verified"], e["from"], _recognised(e)) for e in entries]
    table(("Profile", "Version", "Verified", "From", "Recognised by"), rows)
    return 0


def _entries(profiles: Profiles) -> list[dict[str, Any]]:
    tiers = [(tier, profile) for tier, held in zip(_TIERS, profiles.tiers, strict=True) for profile in held]
    tiers.append((_TIERS[-1], profiles.by_name["generic"]))
    return [
        {
            "name": profile.name,
            "version": profile.version,
            "verified": profile.verified,
            "from": tier,
            "hosts": list(profile.hosts),
            "headings": list(profile.signature),
            "at_least": profile.at_least,
        }
        for tier, profile in tiers
    ]


def _recognised(entry: dict[str, Any]) -> str:
    words = f"{entry['at_least']} of {len(entry['headings'])} words" if entry["headings"] else ""
    return " or ".join(filter(None, [", ".join(entry["hosts"]), words])) or "every other page"


@command.command("new")
@click.argument("page", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of standard output.")
@click.option("--name", default="", help="Name of the profile (else made of the page's host).")
@click.option("--json", "json_", is_flag=True, help="Answer as JSON: the file, and the words it was made from.")
@click.pass_obj
def new(obj: Context, page: Path, output: Path | None, name: str, json_: bool) -> int:
    """Draft a profile from a page: its host, and the headings and labels that mean nothing yet."""
    from pipeline.reading.proposing import proposal
    from pipeline.reading.words.profile_files import PLAIN_NAME

    if name and (not PLAIN_NAME.fullmatch(name) or name == "generic"):
        raise WrongUse(f"--name: {name!r} cannot be the name of a profile; take letters and dashes, and not 'generic'")
    if output is not None and obj.elsewhere(output, but=("profiles",)).exists():
        raise WrongUse(f"{output} is there already; give another file, or remove it")
    examined = examine(_first(page, obj), collection_profiles(obj.root), obj.settings)
    seen = examined.outline
    if examined.page.url and not seen.url:
        from dataclasses import replace

        seen = replace(seen, url=examined.page.url)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    made = proposal(examined.page.file, seen, examined.draft, examined.profile, today, name)
    if made is None:
        raise WrongUse(f"{page}: no address, heading or label stands on the page; save it from the browser as HTML")
    if output is not None:
        from pipeline.store.writing import write_atomically

        output.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(output, made.text.encode())
        unknown = sum(not entry.meaning for entry in made.seen)
        note(f"{output}: {made.name}, with {unknown} words of the page that mean nothing yet")
    if json_:
        as_json({"name": made.name, "yaml": made.text, "seen": [entry._asdict() for entry in made.seen]})
    elif output is None:
        out(made.text.rstrip("\n"))
    return 0


def _first(path: Path, obj: Context) -> Page:
    if not path.is_file():
        raise NoSuchThing(f"there is no file {path}")
    page = next(saved.read(path, folders.name_below(path, obj.root), obj.settings.max_page_bytes))
    if not isinstance(page, Page):
        raise page[1]
    return page


@command.command("check")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--update", is_flag=True, help="Record what is read now, for the next checks.")
@click.option("--json", "json_", is_flag=True, help="Answer as JSON.")
@click.pass_obj
def check(obj: Context, names: tuple[str, ...], update: bool, json_: bool) -> int:
    """Read the sample pages of every profile, and report each field that is not what was recorded."""
    from pipeline.ingest import sampling

    profiles = collection_profiles(obj.root)
    chosen = _chosen(names, profiles)
    if update:
        for name in chosen:
            for path in sampling.update(name, obj.root, profiles, obj.settings):
                note(f"wrote {path}")
    found = {name: sampling.check(name, obj.root, profiles, obj.settings) for name in chosen}
    drifted = sum(bool(sample.drift) for samples in found.values() for sample in samples)
    if json_:
        as_json({"profiles": [_json(name, samples) for name, samples in found.items()], "drifted": drifted})
    else:
        for name, samples in found.items():
            _report(name, samples, profiles)
    return 1 if drifted else 0


def _chosen(names: tuple[str, ...], profiles: Profiles) -> tuple[str, ...]:
    for name in names:
        if name not in profiles.by_name:
            from difflib import get_close_matches

            raise UnknownValue("profile", name, tuple(get_close_matches(name, profiles.by_name, 2, 0.5)))
    return names or tuple(profiles.by_name)


def _report(name: str, samples: list[Any], profiles: Profiles) -> None:
    label = profiles.by_name[name].label
    drifted = sum(bool(sample.drift) for sample in samples)
    if not samples:
        out(f"{label}: no samples; save a page into profiles/{name}/")
        return
    out(f"{label}: {len(samples)} {'sample' if len(samples) == 1 else 'samples'}, {drifted or 'none'} drifted")
    for sample in samples:
        if not sample.recorded:
            note(f"{sample.file}: warning: not recorded yet; look at `exercises probe`, then run with --update")
        for field, was, now in sample.drift:
            message = f"{field} was {_short(was)}, is {_short(now)}; mend the profile, or run with --update"
            note(f"{sample.file}: error: {message} [profile-drift]")


def _short(value: Any) -> str:
    if value is None:
        return "absent"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _json(name: str, samples: list[Any]) -> dict[str, Any]:
    shown = [{**s._asdict(), "drift": [d._asdict() for d in s.drift]} for s in samples]
    return {"name": name, "samples": shown}
