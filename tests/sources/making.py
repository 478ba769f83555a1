"""Archives of small pages, whole and damaged."""

from __future__ import annotations

import gzip
import io
import tarfile
import warnings
import zipfile
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import UnreadablePage
from pipeline.records import Page
from pipeline.sources import saved

MOST = 1_000_000
"""The largest page in these tests, in bytes."""
NAMES = ("Squat", "Lunge", "Plank", "Push-Up", "Dip")
Member = tuple[str, bytes]


def page(name: str = "Squat", steps: int = 2) -> bytes:
    listed = "".join(f"<li>Stand up tall and count to {n}.</li>\n" for n in range(1, steps + 1))
    return (
        f"<!DOCTYPE html>\n<html><head><title>{name}</title></head><body><h1>{name}</h1>\n"
        f"<p>Target muscles: Quads</p>\n<h2>Instructions</h2>\n<ol>{listed}</ol></body></html>\n"
    ).encode()


def zipped(members: Sequence[Member], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(packed, "w") as archive:  # of names that come twice
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return packed.getvalue()


def tarred(members: Sequence[Member]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def overwritten(content: bytes, start: int, count: int) -> bytes:
    """Bytes of which some are damaged."""
    return content[:start] + b"\xff" * count + content[start + count :]


def response(
    body: bytes, name: str = "page", headers: Sequence[str] = (), kind: str = "text/html", status: str = "200 OK"
) -> bytes:
    """A WARC record of an answer."""
    head = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers, ""))
    return record(head.encode() + body, name, "application/http; msgtype=response")


def record(block: bytes, name: str, kind: str, what: str = "response") -> bytes:
    """A WARC record of anything; `name` may be a whole address."""
    address = name if ":" in name else f"https://example.com/{name}"
    head = (
        f"WARC/1.0\r\nWARC-Type: {what}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-01-02T03:04:05Z\r\n"
        f"WARC-Record-ID: <urn:x:{name}>\r\nContent-Type: {kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def responses() -> list[bytes]:
    """A record for each of the names."""
    return [response(page(name), name) for name in NAMES]


def packed_each(records: Sequence[bytes]) -> bytes:
    return b"".join(map(gzip.compress, records))


def read(folder: Path, name: str, content: bytes, most: int = MOST) -> dict[str, Page | UnreadablePage]:
    """What is read from a file, by the names below it. No name comes twice."""
    path = folder / name
    path.write_bytes(content)
    found: dict[str, Page | UnreadablePage] = {}
    for entry in saved.read(path, name, most):
        file = entry.file if isinstance(entry, Page) else entry[0]
        assert file not in found
        found[file] = entry if isinstance(entry, Page) else entry[1]
    return found


def shown(found: dict[str, Page | UnreadablePage]) -> dict[str, str]:
    """The title of each page, or the code of what is wrong with it, by the name behind the #."""
    return {file.partition("#")[2]: _shown(entry) for file, entry in found.items()}


def _shown(entry: Page | UnreadablePage) -> str:
    if not isinstance(entry, Page):
        return entry.code
    return entry.content.partition(b"<title>")[2].partition(b"</title>")[0].decode()
