"""exercises stats."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import click

from pipeline import rules
from pipeline.checking import check
from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, is_colored, note, out, plain, styled
from pipeline.errors import BadRecord, NoSuchThing, WrongUse
from pipeline.stats import Stats, age, ordered
from pipeline.store import Store, Stored
from pipeline.store.writing import write_atomically

_SHADES = " ░▒▓█"
_BAR = 24
_MOST = 12
_COLUMN = 8


@click.command("stats")
@click.option("--plot", type=click.Path(path_type=Path), help="Draw muscle x equipment to this .svg or .png file.")
@click.option("--all", "all_", is_flag=True, help="Every value and every gap, not only the first dozen.")
@click.option("--json", "json_", is_flag=True, help="Report as JSON.")
@click.pass_obj
def command(obj: Context, /, plot: Path | None, all_: bool, json_: bool) -> int:
    """Show what the collection covers: counts, muscle x equipment, gaps, sources, findings."""
    if plot is not None and plot.suffix.lower() not in (".svg", ".png"):
        raise WrongUse(f"--plot: {plot} must end in .svg or .png")
    if plot is not None:
        obj.elsewhere(plot)
    stats, bad = _counted(obj)
    today = date.today().isoformat()  # noqa: DTZ011 - the reader's own day
    if plot is not None:
        _draw(stats, plot)
    if json_:
        as_json(stats.to_mapping(today))
    else:
        _print(stats, today, most=10**9 if all_ else _MOST)
    return 1 if bad else 0


def _counted(obj: Context) -> tuple[Stats, int]:
    store = Store(obj.root)
    if not store.folder.is_dir():
        raise NoSuchThing(f"there is no folder {store.folder}; run `exercises ingest` first, or give --root")
    stats, bad = Stats(), 0

    def counted() -> Iterator[Stored | BadRecord]:
        nonlocal bad
        for record in store.records():
            if isinstance(record, BadRecord):
                bad += 1
                note(f"{record}; not counted, correct the file")
            else:
                stats.add(record.exercise)
            yield record

    report = check(counted(), obj.settings, rules.chosen(), lambda file: (obj.root / file).read_bytes())
    stats.found(report.issues)
    return stats, bad


def _draw(stats: Stats, path: Path) -> None:
    from pipeline.export.plot import Coverage, as_png, as_svg

    muscles, tools = stats.muscles(), stats.tools()
    counts = [[stats.coverage[muscle, tool] for tool in tools] for muscle in muscles]
    table = Coverage(f"Muscles by equipment, {stats.exercises} exercises", muscles, tools, counts)
    write_atomically(path, as_png(table) if path.suffix.lower() == ".png" else as_svg(table))
    note(f"drawn: {path}")


def _print(stats: Stats, today: str, *, most: int) -> None:
    out(f"{stats.exercises} exercises")
    for name, counts in stats.facets.items():
        _facet(name, ordered(counts), most)
    _coverage(stats)
    gaps = list(stats.gaps())
    _section(f"Gaps ({len(gaps)})", gaps, most)
    _section(
        "Sources",
        [_source(site, s.exercises, s.oldest, s.newest, today) for site, s in stats.sites()],
        most,
    )
    findings = [f"{count:>5}  {code} ({severity})" for (code, severity), count in stats.findings.most_common()]
    _section("Findings by rule", findings or ["none"], most)


def _facet(name: str, counts: list[tuple[str, int]], most: int) -> None:
    greatest = max((count for _, count in counts), default=1)
    bar = "█" if sys.stdout.isatty() else "#"
    lines = [f"{plain(value):<28} {count:>6}  {bar * round(_BAR * count / greatest)}" for value, count in counts]
    _section(name.capitalize(), lines, most)


def _section(heading: str, lines: list[str], most: int) -> None:
    out()
    out(styled(heading, "bold", colored=is_colored()))
    for line in islice(lines, most):
        out(f"  {line}".rstrip())
    if len(lines) > most:
        out(f"  ... and {len(lines) - most} more (--all)")


def _source(site: str, count: int, oldest: str, newest: str, today: str) -> str:
    days = age(newest, today)
    saved = f", saved {oldest} to {newest}, the newest {days} days ago" if days is not None else ", no date"
    return f"{site}: {count}{saved}"


def _coverage(stats: Stats) -> None:
    """The table: shades on a terminal, as many columns as fit; numbers between tabs when piped."""
    out()
    out(styled("Target muscle x equipment", "bold", colored=is_colored()))
    muscles, tools = stats.muscles(), stats.tools()
    if not sys.stdout.isatty():
        out("\t".join(("muscle", *map(plain, tools))))
        for muscle in muscles:
            out("\t".join((plain(muscle), *(str(stats.coverage[muscle, tool]) for tool in tools))))
        return
    fitting = max(1, (shutil.get_terminal_size().columns - 24) // (_COLUMN + 1))
    most = max(stats.coverage.values(), default=1)
    shown = tools[:fitting]
    out(f"{'':<22}" + " ".join(f"{plain(tool)[:_COLUMN]:>{_COLUMN}}" for tool in shown))
    for muscle in muscles:
        out(f"{plain(muscle):<22}" + " ".join(_shaded(stats.coverage[muscle, tool], most) for tool in shown))
    if len(shown) < len(tools):
        out(f"  ... and {len(tools) - len(shown)} more columns (--json, --plot)")


def _shaded(count: int, most: int) -> str:
    """A count behind blocks that are the darker the more there are."""
    if not count:
        return f"{'·':>{_COLUMN}}"
    shade = _SHADES[1 + round((len(_SHADES) - 2) * (count / most) ** 0.5)]
    number = str(count)
    return shade * (_COLUMN - len(number) - 1) + " " + number
