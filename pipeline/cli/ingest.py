"""exercises ingest"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from pipeline.cli.context import Context
from pipeline.cli.printing import as_json, finding, issue_json, merged, note, one_line, told
from pipeline.ingest import OUTCOMES, Options, Progress, Report, ingest
from pipeline.records import Severity

_NAMED = 3
"""Files that are named where there are many."""


@click.command("ingest")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--overwrite", is_flag=True, help="Replace records that were edited by hand, too.")
@click.option("--workers", type=click.IntRange(0), default=0, help="Reading processes; 0 for one a core.")
@click.option("--wait", type=click.FloatRange(0), default=0.0, help="Seconds to wait for another run to end.")
@click.option("--quiet", "-q", is_flag=True, help="Only errors and the summary.")
@click.option("--json", "json_", is_flag=True, help="Report as JSON.")
@click.pass_obj
def command(obj: Context, /, paths: tuple[Path, ...], **given: Any) -> int:
    """Read saved pages into normalized/ and bring the index up to date.

    PATHS are files or folders; without any, raw/ is read. Only what changed since the last run is read again.
    """
    options = Options(overwrite=given["overwrite"], workers=given["workers"], wait=given["wait"])
    progress = _Bar() if sys.stderr.isatty() and not given["json_"] else None
    report = ingest(obj.root, paths, obj.settings, options, progress or (lambda _progress: None))
    if progress:
        progress.clear()
    if given["json_"]:
        as_json(_to_json(report))
    else:
        _print(report, quiet=given["quiet"])
    for line in report.left_behind[:_NAMED]:
        note(line)
    if len(report.left_behind) > _NAMED:
        note(f"and so it is with {len(report.left_behind) - _NAMED} others")
    if report.passed_over and not given["quiet"]:
        note(_passed_over(report.passed_over))
    for line in report.unreadable:
        note(f"{line} (left out of the index)")
    return 1 if report.counts["rejected"] or report.unreadable else 0


class _Bar:
    """A line that shows how far the run is."""

    def __call__(self, progress: Progress) -> None:
        if progress.done % 8 == 0 or progress.done == progress.total:
            width = 30 * progress.done // max(1, progress.total)
            file = one_line(progress.result.file if progress.result else "")[-40:]
            print(
                f"\r\033[K[{'#' * width:<30}] {progress.done}/{progress.total} {file}",
                end="",
                file=sys.stderr,
                flush=True,
            )

    def clear(self) -> None:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _print(report: Report, *, quiet: bool) -> None:
    for result in report.results():
        for issue in merged(result.issues):
            if issue.severity is Severity.ERROR or (not quiet and issue.severity is Severity.WARNING):
                finding(issue)
        if result.outcome != "unchanged" and not quiet:
            told(
                one_line(
                    f"{result.outcome.removesuffix('s'):<9} {result.file}{f' -> {result.id}' if result.id else ''}"
                )
            )
    counts = ", ".join(_counted(report.counts[o], o) for o in OUTCOMES if report.counts[o]) or "nothing to do"
    pages, warnings = _counted(report.pages, "pages"), _counted(report.warnings, "warnings")
    told(f"{pages} in {report.seconds:.2f} s: {counts}; {warnings}; {report.indexed} indexed")


def _counted(number: int, what: str) -> str:
    return f"{number} {what.removesuffix('s') if number == 1 else what}"


def _passed_over(files: tuple[str, ...]) -> str:
    first = f"{', '.join(files[:_NAMED])}{', ...' if len(files) > _NAMED else ''}"
    not_read = (
        "1 file is not read: by its name it is no page"
        if len(files) == 1
        else f"{len(files)} files are not read: by their names they are no pages"
    )
    return f"{not_read} ({first}); name it to read it as one, or move it away"


def _to_json(report: Report) -> dict[str, Any]:
    return {
        "pages": report.pages,
        **report.counts,
        "warnings": report.warnings,
        "seconds": round(report.seconds, 3),
        "results": [
            {
                "file": r.file,
                "outcome": r.outcome,
                "id": r.id or None,
                "issues": [issue_json(i) for i in r.issues],
            }
            for r in report.results()
        ],
    }
