"""Five hosts with every misbehaviour we know, mixed by a seed, and what each page must end as."""

from __future__ import annotations

import contextlib
import gzip
import itertools
import random
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import brotli
import zstandard

from pipeline.sources.fetch import FetchReport, Limits, Outcome
from tests.fetch.bombs import BOMBS
from tests.fetch.site import Handler, Reply, Site, sites

LIMITS = Limits(connect_seconds=2.0, read_seconds=1.0, total_seconds=1.5)
ROBOTS = "User-agent: *\nDisallow: /closed/\nCrawl-delay: 0.01\n"
BOMB = 64 * 1024 * 1024


@dataclass
class World:
    """The sites, the addresses to ask in order, and the code (empty: kept) that each must end with."""

    sites: list[Site]
    urls: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)


def page(number: int) -> bytes:
    return f"<!doctype html><title>Move {number}</title><h1>Move {number}</h1><p>{'Breathe. ' * (number % 50)}".encode()


def drop(handler: Handler) -> None:
    handler.close_connection = True
    handler.connection.close()


def dribble(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        time.sleep(0.02)


def garble(handler: Handler) -> None:
    handler.wfile.write(b"\x1b]0;owned\x07 HTTP/9 \x00\r\n\r\n")
    handler.close_connection = True


def once(first: Reply, then: Reply):
    answers = itertools.chain([first], itertools.repeat(then))
    return lambda _: next(answers)


def good(number: int, there: Site) -> dict[str, object]:
    body = page(number)
    return {
        "plain": Reply(body),
        "gzip": Reply(gzip.compress(body), headers={"Content-Encoding": "gzip"}),
        "deflate": Reply(zlib.compress(body), headers={"Content-Encoding": "deflate"}),
        "br": Reply(brotli.compress(body), headers={"Content-Encoding": "br"}),
        "zstd": Reply(zstandard.compress(body), headers={"Content-Encoding": "zstd"}),
        "slow": Reply(body, pause=0.1),
        "short-length": Reply(body, length=30),
        "no-length": Reply(body, length=None, headers={"Connection": "close"}),
        "bad-charset": Reply(body, headers={"Content-Type": "text/html; charset=klingon-1"}),
        "wrong-charset": Reply(body + b"\xff\xfe\x80", headers={"Content-Type": "text/html; charset=utf-8"}),
        "odd-headers": Reply(body, headers={"X-Odd": "\x1b[2J\x07", "Server": "a" * 5000}),
        "flaky": once(Reply(b"", 503), Reply(body)),
        "busy": once(Reply(b"", 429, {"Retry-After": "0"}), Reply(body)),
        "elsewhere": Reply(b"", 302, {"Location": there.url(f"/shared/{number}.html")}),
    }


def bad(number: int, here: str, bombs: dict[str, bytes]) -> dict[str, tuple[object, str]]:
    body = page(number)
    bombing = {
        f"bomb-{coding}": (Reply(bomb, headers={"Content-Encoding": coding}), "too-large")
        for coding, bomb in bombs.items()
    }
    return {
        **bombing,
        "broken": (drop, "connection"),
        "garbled": (garble, "connection"),
        "long-length": (Reply(body, length=len(body) + 50), "connection"),
        "dribble": (dribble, "timeout"),
        "error": (Reply(b"", 500), "status"),
        "missing": (Reply(b"gone", 404), "status"),
        "refused": (Reply(b"", 403), "refused"),
        "captcha": (Reply(b"<title>Just a moment...</title>"), "captcha"),
        "circle": (Reply(b"", 302, {"Location": here}), "redirects"),
        "endless": (Reply(b"", 302, {"Location": f"{here}x"}), "redirects"),
        "nowhere": (Reply(b"", 302, {"Location": "file:///etc/passwd"}), "redirects"),
        "metadata": (Reply(b"", 302, {"Location": "http://169.254.169.254/latest"}), "private-address"),
        "stacked": (
            Reply(gzip.compress(gzip.compress(body)), headers={"Content-Encoding": "gzip, gzip"}),
            "encoding",
        ),
        "not-packed": (Reply(body, headers={"Content-Encoding": "br"}), "encoding"),
        "pdf": (Reply(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "content"),
        "empty": (Reply(b""), "content"),
        "huge": (Reply(length=10**12), "too-large"),
        "closed": (Reply(body), "robots"),
    }


@contextlib.contextmanager
def world(pages: int, seed: int = 1, hosts: int = 5) -> Iterator[World]:
    """Good and bad take turns, so that no host ever fails five times in a row."""
    chance = random.Random(seed)
    bombs = {coding: make(BOMB) for coding, make in BOMBS.items()}
    with sites(hosts, ROBOTS) as made:
        found = World(made)
        for number in range(pages):
            site, there = made[number % hosts], made[(number + 1) % hosts]
            there.pages[f"/shared/{number}.html"] = Reply(page(number))
            if number // hosts % 2:
                kinds = bad(number, f"/{number}/circle", bombs)
                kind = chance.choice(sorted(kinds))
                script, code = kinds[kind]
            else:
                kinds_of_good = good(number, there)
                kind, code = chance.choice(sorted(kinds_of_good)), ""
                script = kinds_of_good[kind]
            path = f"/closed/{number}" if kind == "closed" else f"/{number}/{kind}"
            site.pages[path] = script  # type: ignore[assignment]
            if kind == "endless":
                for step in range(8):
                    site.pages[f"/{number}/circle" + "x" * step] = Reply(
                        b"", 302, {"Location": f"/{number}/circle{'x' * (step + 1)}"}
                    )
            found.urls.append(site.url(path))
            found.codes[site.url(path)] = code
        _changing_robots(made)
        yield found


def _changing_robots(made: list[Site]) -> None:
    """A robots.txt that would forbid everything if it were asked for a second time."""
    for site in made:
        first = site.pages["/robots.txt"]
        assert isinstance(first, Reply)
        site.pages["/robots.txt"] = once(first, Reply(b"User-agent: *\nDisallow: /"))


def broken_rules(found: World, report: FetchReport, delay: float) -> list[str]:
    """What went wrong, by the servers' own logs and the report; empty when nothing did."""
    wrong = []
    ended = {result.url: result for result in report.results}
    if sorted(ended) != sorted(found.urls):
        wrong.append("not every address is accounted for")
    for url, code in found.codes.items():
        result = ended[url]
        if result.code != code or (not code) != (result.outcome in (Outcome.SAVED, Outcome.UNCHANGED)):
            wrong.append(f"{url} should end as {code or 'kept'}, not {result.code or result.outcome}: {result.reason}")
    for site in found.sites:
        if site.most_open > 1:
            wrong.append(f"{site.ip}: {site.most_open} connections at a time")
        if site.gaps() and min(site.gaps()) < delay:
            wrong.append(f"{site.ip}: {min(site.gaps()):.4f} s between two requests")
        if site.log and site.log[0].path != "/robots.txt":
            wrong.append(f"{site.ip}: asked {site.log[0].path} before robots.txt")
        if any(path.startswith("/closed/") for path in site.paths()):
            wrong.append(f"{site.ip}: a closed page was asked for")
    return wrong
