"""Runs that are killed with SIGKILL, again and again, and the state they leave."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.fetch.site import Handler, Reply, Site


@dataclass
class Outcome:
    """What was seen: kills, requests for a page beyond the first, and faults in what lay on the disk."""

    kills: int = 0
    runs: int = 0
    repeated: int = 0
    faults: list[str] = field(default_factory=list)


def fill(made: list[Site], pages: int) -> list[str]:
    """Pages of up to 200 KB on every site; every tenth redirects."""
    urls = []
    for index, site in enumerate(made):
        for number in range(pages):
            body = f"<title>Move {number} of {index}</title>".encode() + b"<p>Breathe. " * (number * 37 % 17_000)
            site.pages[f"/move-{number}.html"] = Reply(body)
            site.pages[f"/old-{number}"] = Reply(b"", 301, {"Location": f"/move-{number}.html"})
            urls.append(site.url(f"/old-{number}" if number % 10 == 0 else f"/move-{number}.html"))
    return urls


def start(root: Path, listed: Path, *more: str) -> subprocess.Popen[str]:
    """A fetch of a list, as a process."""
    command = [
        sys.executable, "-m", "tests.fetch.main", str(root), "--list", str(listed), "--contact", "me@example.com",
        "--allow-private", "--delay", "0.01", *more,
    ]  # fmt: skip
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def state(root: Path) -> dict[str, object]:
    """Everything below raw/, but for what differs with the time of day."""
    found: dict[str, object] = {}
    for path in sorted((root / "raw").rglob("*")):
        name = str(path.relative_to(root))
        if path.name.endswith(".meta.json"):
            meta = json.loads(path.read_text())
            meta.pop("retrieved")
            meta["headers"].pop("date", None)
            found[name] = meta
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


def half_written(root: Path, made: list[Site]) -> list[str]:
    """Pages on the disk that are not, byte for byte, what the server has."""
    wrong = []
    bodies = {
        (str(site.port), path.removeprefix("/")): reply.body
        for site in made
        for path, reply in site.pages.items()
        if isinstance(reply, Reply)
    }
    for path in (root / "raw").rglob("*.html"):
        if path.read_bytes() != bodies[path.parent.name.removeprefix("+"), path.name]:
            wrong.append(f"{path} is not what was sent")
    for path in (root / "raw").rglob("*.meta.json"):
        try:
            json.loads(path.read_text())
        except ValueError:
            wrong.append(f"{path} is half-written")
    return wrong


def kill_until_done(root: Path, listed: Path, made: list[Site], kills: int, chance: random.Random) -> Outcome:
    """Start, kill at a random moment, look, start again; the last run goes undisturbed."""
    seen = Outcome()
    before: dict[str, object] = {}
    for site in made:
        site.log.clear()
    while True:
        running = start(root, listed)
        seen.runs += 1
        if seen.kills < kills:
            asked = sum(len(site.log) for site in made)
            give_up = time.monotonic() + 10
            while running.poll() is None and time.monotonic() < give_up:  # the interesting part begins with a request
                if sum(len(site.log) for site in made) > asked:
                    break
                time.sleep(0.005)
            time.sleep(chance.uniform(0.0, 0.25))
            running.send_signal(signal.SIGKILL)
        _, errors = running.communicate(timeout=300)
        seen.faults += half_written(root, made)
        now = state(root)
        seen.faults += [f"{name} was lost" for name in before if name not in now and not name.endswith(".part")]
        before = now
        if running.returncode == -signal.SIGKILL:
            seen.kills += 1
            if _is_unfinished(root):
                continue
            break
        if running.returncode != 0:
            seen.faults.append(f"exit code {running.returncode}: {errors[-500:]}")
        break
    asked_for = Counter((site.port, path) for site in made for path in site.paths())
    seen.repeated = sum(number - 1 for number in asked_for.values())
    return seen


def _is_unfinished(root: Path) -> bool:
    """Whether a killed run left work; one killed after its last page would rightly begin anew."""
    base = sqlite3.connect(root / "index" / "fetch.db")
    try:
        return bool(base.execute("SELECT count(*) FROM jobs WHERE open").fetchone()[0])
    except sqlite3.Error:
        return True
    finally:
        base.close()


def wait_for_request(site: Site, path: str) -> None:
    """Return when the server has been asked for `path`."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if path in site.paths():
            return
        time.sleep(0.01)
    raise AssertionError(f"{path} was never asked for")


def slow(seconds: float):
    def answer(_: Handler) -> Reply:
        return Reply(b"<title>Slow</title><p>slow", pause=seconds)

    return answer
