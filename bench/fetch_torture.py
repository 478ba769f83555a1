"""The long versions of the fetcher's tests: python -m bench.fetch_torture [hostile|kills|bombs]

hostile: 500 pages on 5 hosts with every misbehaviour; the servers' logs are held against every rule.
kills:   100 kills with SIGKILL at random moments; the end is compared with an undisturbed run.
bombs:   1 GiB hidden in gzip, br and zstd of at most about a MiB; the memory of the process is measured.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from pipeline.sources.fetch import FetchOptions, fetch
from tests.fetch.bombs import BOMBS
from tests.fetch.hostile import LIMITS, broken_rules, world
from tests.fetch.killing import fill, kill_until_done, start, state
from tests.fetch.site import Reply, Site, sites

GIB = 1024**3


def hostile(pages: int = 500, delay: float = 0.05, seed: int = 20) -> bool:
    with tempfile.TemporaryDirectory() as folder, world(pages, seed) as found:
        options = FetchOptions(Path(folder), "me@example.com", delay=delay, allow_private=True, limits=LIMITS)
        report = fetch(found.urls, options)
        wrong = broken_rules(found, report, delay)
    kinds = Counter(url.rsplit("/", 1)[1] if "/closed/" not in url else "closed" for url in found.urls)
    print(
        f"{len(report.results)} pages on {len(found.sites)} hosts in {report.seconds:.1f} s, {len(kinds)} kinds of page"
    )
    print(", ".join(f"{outcome} {number}" for outcome, number in report.counts.items()))
    for site in found.sites:
        print(f"{site.ip}: {len(site.log)} requests, shortest gap {min(site.gaps()):.4f} s, most open {site.most_open}")
    print("\n".join(wrong) or "no rule broken")
    return not wrong


def kills(number: int = 100, pages: int = 150) -> bool:
    chance = random.Random(11)
    killed = repeated = worlds = 0
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder, sites(2) as made:
        listed = Path(folder, "list.txt")
        listed.write_text("\n".join(fill(made, pages)))
        start(Path(folder, "quiet"), listed).communicate()
        quiet = state(Path(folder, "quiet"))
        while killed < number:
            root = Path(folder, f"killed-{worlds}")
            seen = kill_until_done(root, listed, made, number - killed, chance)
            killed, repeated, worlds = killed + seen.kills, repeated + seen.repeated, worlds + 1
            faults += seen.faults
            if state(root) != quiet:
                faults.append(f"run {worlds} ends in another state")
    print(f"{killed} kills over {worlds} runs of {2 * pages} pages, {repeated} requests repeated")
    print("\n".join(faults) or "nothing lost, nothing half-written, every end the same")
    return not faults and repeated <= killed * 2 * 2


def bombs() -> bool:
    script = (
        "import sys, pathlib, tempfile\n"
        "from pipeline.sources.fetch import FetchOptions, fetch\n"
        "options = FetchOptions(pathlib.Path(tempfile.mkdtemp()), 'me@example.com', delay=0, allow_private=True)\n"
        "report = fetch([sys.argv[1]], options)\n"
        "status = pathlib.Path('/proc/self/status').read_text()\n"
        "print(report.results[0].code, int(status.partition('VmHWM:')[2].split()[0]) // 1024)\n"
    )
    fine = True
    site = Site()
    for coding, make in BOMBS.items():
        began = time.monotonic()
        bomb = make(GIB)
        site.pages["/bomb"] = Reply(bomb, headers={"Content-Encoding": coding})
        command = [sys.executable, "-c", script, site.url("/bomb")]
        code, mebibytes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        print(
            f"{coding}: {len(bomb):,} bytes for 1 GiB, {code}, {mebibytes} MiB at most, {time.monotonic() - began:.1f} s"
        )
        fine = fine and code == "too-large" and int(mebibytes) < 100
    site.close()
    return fine


def main() -> int:
    chosen = sys.argv[1:] or ["hostile", "kills", "bombs"]
    known = {"hostile": hostile, "kills": kills, "bombs": bombs}
    results = [known[name]() for name in chosen]  # each runs, whatever the one before found
    return int(not all(results))


if __name__ == "__main__":
    sys.exit(main())
