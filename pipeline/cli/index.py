"""exercises index"""

from __future__ import annotations

import time

import click

from pipeline.cli.backend import opened
from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, note, told
from pipeline.errors import NoSuchThing
from pipeline.ingest.indexing import synchronize
from pipeline.locking import writer_lock
from pipeline.store import FOLDER


@click.command("index")
@click.option("--wait", type=click.FloatRange(0), default=0.0, help="Seconds to wait for another run to end.")
@click.option("--json", "json_", is_flag=True, help="Report as JSON.")
@click.pass_obj
def command(obj: Context, wait: float, json_: bool) -> int:
    """Rebuild index/ from normalized/. Searching goes on meanwhile."""
    if not (obj.root / FOLDER).is_dir():
        raise NoSuchThing(f"there is no folder {obj.root / FOLDER}; run `exercises ingest` first, or give --root")
    bad: list[str] = []
    started = time.monotonic()
    with writer_lock(obj.root, wait):
        synchronize(obj.root, lambda error: bad.append(str(error)), rebuild=True)
    for line in bad:
        note(f"{line} (left out of the index)")
    with opened(obj.root) as engine:
        count = engine.count()
    seconds = time.monotonic() - started
    if json_:
        as_json({"exercises": count, "left_out": len(bad), "seconds": round(seconds, 3)})
    else:
        told(f"{count} exercises indexed in {seconds:.2f} s{f', {len(bad)} left out' if bad else ''}")
    return 1 if bad else 0
