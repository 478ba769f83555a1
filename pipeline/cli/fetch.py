"""`exercises fetch`: pages from the network into raw/, politely."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import signal
import sys
import threading
import time
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from pipeline.errors import Locked, NoSuchThing, WrongUse

if TYPE_CHECKING:
    from types import FrameType

    from pipeline.settings import Settings
    from pipeline.sources.fetch import Event, FetchOptions, FetchReport

PROGRESS_SECONDS = 1.0
"""Between two lines about the same host."""


class Collection(Protocol):
    """What the group of commands hands down."""

    root: Path
    settings: Settings


@click.command("fetch")
@click.argument("urls", nargs=-1, metavar="[URL]...")
@click.option(
    "--sitemap",
    "sitemaps",
    multiple=True,
    metavar="URL",
    help="A sitemap, or a site whose robots.txt names it.",
)
@click.option(
    "--match",
    multiple=True,
    metavar="GLOB",
    help="Of a sitemap, only addresses or paths that fit; repeatable.",
)
@click.option("--list", "listed", metavar="FILE", help="Addresses from a file, one a line; - for standard input.")
@click.option("--contact", help="How site owners reach you; better set once, as contact under [fetch].")
@click.option(
    "--delay", type=float, metavar="SECONDS", help="Between two requests to a host; 1 by default, 60 at most."
)
@click.option("--allow-private", is_flag=True, help="Also machines of your own network, such as 127.0.0.1.")
@click.option("--ignore-robots", is_flag=True, help="On the hosts listed as own_hosts under [fetch], and only there.")
@click.option("--force", is_flag=True, help="Ask for everything in full, also what is still good or changed by hand.")
@click.option(
    "--warc",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write a WARC; packed if it ends in .gz.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be asked and when; ask nothing.")
@click.option("--wait", type=click.FloatRange(0), default=0.0, metavar="SECONDS", help="For another fetch to end.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON on standard output.")
@click.pass_obj
def command(
    collection: Collection,
    /,
    urls: tuple[str, ...],
    *,
    listed: str | None,
    dry_run: bool,
    wait: float,
    as_json: bool,
    **given: Any,
) -> None:
    """Download pages politely into raw/, for ingest.

    robots.txt is obeyed, hosts are asked one request at a time, and what has not changed is not sent again. A
    run that was cut short goes on when the same command is given again; without any address, the last such
    run does.
    """
    options = _options(collection, given)
    wanted = [*(_address(url) for url in urls), *_listed(listed)]
    for sitemap in given["sitemaps"]:
        _address(sitemap)
    if given["match"] and not given["sitemaps"]:
        raise WrongUse("--match chooses from a sitemap: give --sitemap URL as well")
    if listed and not wanted and not given["sitemaps"]:
        raise WrongUse(f"{listed} lists no address")
    if dry_run:
        _show_plan(wanted, options, as_json=as_json)
        return
    report = _run(wanted, options, wait, as_json=as_json)
    _show_report(report, as_json=as_json)
    sys.exit(report.exit_code)


def _options(collection: Collection, given: dict[str, Any]) -> FetchOptions:
    from pipeline.sources.fetch import FetchOptions, from_settings  # requests is paid for by those who fetch

    told = {name: value for name, value in given.items() if value is not None}
    merged: dict[str, Any] = {"contact": "", **from_settings(collection.settings.fetch), **told}
    return FetchOptions(root=collection.root, **merged)


def _address(text: str) -> str:
    if not text.strip().lower().startswith(("http:", "https:")):
        bare = "://" not in text and not text.startswith("-")
        hint = f"give the whole address, such as https://{text}" if bare else "only http and https are fetched"
        raise WrongUse(f"{shown(text)} is no web address: {shown(hint)}")
    return text


def _listed(name: str | None) -> list[str]:
    if name is None:
        return []
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NoSuchThing(
            f"{name} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8 text'}"
        ) from error
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _run(urls: Sequence[str], options: FetchOptions, wait: float, *, as_json: bool) -> FetchReport:
    from pipeline.sources.fetch import fetch

    until = time.monotonic() + wait
    printer = _Printer(as_json=as_json)
    with _stoppable() as stop:
        while True:
            try:
                return fetch(urls, options, printer.show, stop=stop)
            except Locked:
                if time.monotonic() >= until or stop.wait(0.2):
                    raise


@contextlib.contextmanager
def _stoppable() -> Iterator[threading.Event]:
    """An event that Ctrl-C sets; a second Ctrl-C leaves at once, which the frontier is made to bear."""
    stop = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        # Straight to the descriptor: the signal may have come in the middle of a print.
        if stop.is_set():
            os.write(2, b"left at once; the same command goes on from here\n")
            os._exit(1)
        stop.set()
        os.write(2, b"finishing the pages in hand; Ctrl-C again leaves at once\n")

    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = {number: signal.signal(number, on_signal) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Printer:
    """Events as lines: kept pages on standard output, everything else on standard error."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._told: dict[str, float] = {}

    def show(self, event: Event) -> None:
        from pipeline.sources.fetch import HostNote, HostProgress

        if isinstance(event, HostProgress):
            self._progress(event.host, event.done, event.waiting, event.next_in)
        elif isinstance(event, HostNote):
            click.echo(shown(f"{event.host}: {event.message}"), err=True)
        elif event.file:
            if not self._as_json:
                click.echo(shown(f"{event.outcome:9} {event.file}  {event.url}"))
        else:
            click.echo(shown(f"{event.url}: {event.outcome.replace('_', ' ')}: {event.reason}"), err=True)

    def _progress(self, host: str, done: int, waiting: int, next_in: float) -> None:
        now = time.monotonic()
        if not host or (waiting and now - self._told.get(host, 0.0) < PROGRESS_SECONDS):
            return
        self._told[host] = now
        ahead = f", next request in {next_in:.1f} s" if waiting else ""
        click.echo(shown(f"{host}: {done} done, {waiting} waiting{ahead}"), err=True)


def _show_report(report: FetchReport, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(report.as_json(), indent=2))
    else:
        parts = [f"{str(outcome).replace('_', ' ')} {number}" for outcome, number in report.counts.items()]
        number = len(report.results)
        click.echo(f"{', '.join(parts)}; {number} address{'es' * (number != 1)} in {report.seconds:.1f} s")
    if report.interrupted:
        click.echo("cut short: give the same command again to go on; what is done is not asked again", err=True)


def _show_plan(urls: Sequence[str], options: FetchOptions, *, as_json: bool) -> None:
    from pipeline.sources.fetch import plan

    if not urls and not options.sitemaps:
        raise WrongUse("nothing to show: give an address, --list FILE or --sitemap URL")
    steps = plan(urls, options)
    if as_json:
        click.echo(json.dumps({"steps": [dataclasses.asdict(step) for step in steps]}, indent=2))
        return
    for step in steps:
        when = f"+{step.at:.1f} s" if step.at is not None else "not asked"
        click.echo(shown(f"{when:>10}  {step.url}" + (f"  ({step.note})" if step.note else "")))


def shown(text: str) -> str:
    """`text` with everything spelled out that a terminal might obey instead of show."""
    hidden = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return "".join(ascii(char)[1:-1] if unicodedata.category(char) in hidden else char for char in text)
