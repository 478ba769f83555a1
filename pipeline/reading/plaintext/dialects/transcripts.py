"""Transcripts of videos: lines that begin with the time at which something is said or shown."""

from __future__ import annotations

import re

from pipeline.reading.words.plain import ends_sentence

_TIMED = re.compile(
    r"^\s*(?:\[(\d{1,2}(?::\d{2}){1,2})\]|\((\d{1,2}(?::\d{2}){1,2})\)|(\d{1,2}(?::\d{2}){1,2}))(?:\s+[-–—]\s+|\s+)(?=\S)"
)
_ALONE = re.compile(r"^\s*\d{1,2}(?::\d{2}){1,2}\s*$")
_FEWEST = 3
_LONGEST_TITLE = 60


def untimed(lines: list[str]) -> list[str]:
    """The lines of a text; where several begin with a time, later and later, and text stands below most of them, without
    the times: what stands behind one is a heading, or text.
    """
    lines = _without_times_alone(lines)
    timed = [
        (n, found) for n, line in enumerate(lines) if line[:1] in "([ 0123456789" and (found := _TIMED.match(line))
    ]
    seconds = [_seconds(next(filter(None, found.groups()))) for _, found in timed]
    told = sum(n + 1 < len(lines) and bool(lines[n + 1].strip()) and not _TIMED.match(lines[n + 1]) for n, _ in timed)
    if len(timed) < _FEWEST or seconds != sorted(set(seconds)) or 2 * told < len(timed):
        return lines
    kept = list(lines)
    for n, found in timed:
        text = lines[n][found.end() :].strip()
        is_title = len(text) <= _LONGEST_TITLE and text[:1].isupper() and not ends_sentence(text)
        kept[n] = f"## {text}" if is_title else text
    return kept


def _without_times_alone(lines: list[str]) -> list[str]:
    """Without the times that stand in lines of their own, later and later, each above what is said then."""
    alone = [(n, _seconds(line.strip())) for n, line in enumerate(lines) if _ALONE.match(line)]
    run: list[tuple[int, int]] = []
    for n, seconds in alone:
        if not run or seconds > run[-1][1]:
            run.append((n, seconds))
    if len(run) < _FEWEST or run[0][1]:
        return lines
    times = {n for n, _ in run}
    return ["" if n in times else line for n, line in enumerate(lines)]


def _seconds(time: str) -> int:
    total = 0
    for part in time.split(":"):
        total = 60 * total + int(part)
    return total
