"""Saved files to Pages: HTML, MHTML, text and archives of them, told apart by their content."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import NoSuchThing, UnreadablePage
from pipeline.records import Page
from pipeline.sources import sniff
from pipeline.sources.folders import META
from pipeline.sources.provenance import saved_from

_LOOKS = 60
_BETWEEN_LOOKS = 0.05
"""Seconds."""
_A_MOMENT = 3_000_000_000
"""Nanoseconds: a file emptied no longer ago is about to be written."""
_MOST_META = 1 << 20
"""Bytes."""


def read(path: Path, file: str, most_bytes: int) -> Iterator[Page | tuple[str, UnreadablePage]]:
    """The pages of one saved file. A page that cannot be read comes as its name and the error, not raised.

    `most_bytes` is the largest page, packed or unpacked, that is looked at. Raises NoSuchThing when the whole folder is
    gone: then no page of it can be said anything of.
    """
    try:
        content = _bytes(path, most_bytes)
        kind = sniff.media_type(content)
        if kind in (sniff.HTML, sniff.TEXT):
            meta, problem = _meta_beside(path)
            yield _page(content, file, kind, meta, problem)
            return
    except UnreadablePage as error:
        yield file, error.alone()
        return
    from pipeline.sources import archives  # most pages are plain files

    yield from archives.pages(content, kind, file, most_bytes)


def _bytes(path: Path, most_bytes: int) -> bytes:
    """What a file holds; of one that is being saved this moment, what it holds a moment later."""
    for look in range(_LOOKS):
        content, size, modified = _look(path, most_bytes)
        may_be_begun = not look or time.time_ns() - modified < _A_MOMENT  # clocks are put forward, too
        if len(content) == size and (content or not may_be_begun):
            break
        time.sleep(_BETWEEN_LOOKS)
    return content


def _look(path: Path, most_bytes: int) -> tuple[bytes, int, int]:
    """The content of a file, and the size and time of change (nanoseconds) that it had just before."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadablePage("not-a-page", "this is no regular file; save the page as a file")
        size = status.st_size
        if size > most_bytes:
            raise UnreadablePage(
                "too-large",
                f"the file has {size / 1e6:,.6g} MB, at most {most_bytes / 1e6:,.6g} MB are read; save the article alone, or raise read.max_page_bytes",
            )
        return path.read_bytes(), size, status.st_mtime_ns
    except OSError as error:
        if not path.parent.is_dir():
            raise NoSuchThing(f"{path.parent} is gone since the run began; put it back and run again") from error
        raise UnreadablePage("unreadable-file", f"the file cannot be read: {error.strerror or error}") from error


def _page(content: bytes, file: str, kind: str, meta: dict[str, str], problem: str) -> Page:
    url, retrieved = saved_from(content)
    sha256 = hashlib.sha256(content).hexdigest()
    if meta.get("sha256", sha256) != sha256:
        meta = {"url": meta.get("url", "")}  # saved anew by hand since: the same address, but at another time
    return Page(
        content=content,
        file=file,
        sha256=sha256,
        media_type=kind,
        url=meta.get("url") or url,
        retrieved=meta.get("retrieved") or retrieved,
        charset=meta.get("charset") or None,
        problem=problem,
    )


def _meta_beside(path: Path) -> tuple[dict[str, str], str]:
    """What `fetch` wrote beside a page, and why that makes no sense; both empty when it is not there."""
    try:
        with open(f"{path}{META}", "rb", opener=_without_waiting) as meta:
            loaded = json.loads(meta.read(_MOST_META))
        if isinstance(loaded, dict):
            return {k: v for k, v in loaded.items() if isinstance(v, str)}, ""
        why = "it is no JSON object"
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        why = error.strerror or str(error)
    except (ValueError, RecursionError):
        why = "it is no JSON"
    return {}, f"{path.name}{META} cannot be read ({why}), so address and date are missing; mend or remove it"


def _without_waiting(path: str, flags: int) -> int:
    """Opens a file that may be a pipe, for which nobody has anything to say."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
