"""Pages on disk: the bytes as the server meant them, and beside them where they came from."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pipeline.errors import CannotWrite
from pipeline.sources.fetch.addresses import Address
from pipeline.sources.fetch.clock import from_rfc3339, rfc3339
from pipeline.sources.fetch.content import charset_of, media_type_of
from pipeline.sources.fetch.exchange import Answer
from pipeline.sources.fetch.faults import OtherFile
from pipeline.sources.fetch.frontier import Entry, Frontier, Intent
from pipeline.sources.fetch.names import candidates, meta_of, path_of
from pipeline.sources.fetch.report import Outcome

MATTER = (
    "age", "cache-control", "content-encoding", "content-language", "content-length", "content-location",
    "content-type", "date", "etag", "expires", "last-modified", "link", "server", "vary", "via",
    "x-robots-tag",
)  # fmt: skip
"""Headers worth keeping: what revalidation needs, and what tells a person which server said it."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain of redirects: the address that was asked and the status it sent us on with."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A page on disk as its meta.json tells. `retrieved` is in seconds since 1970."""

    file: str
    url: str
    sha256: str
    retrieved: float
    headers: Mapping[str, str]


class Keeper:
    """Writes pages below one root; what stands there and is not ours is left alone."""

    def __init__(self, root: Path, frontier: Frontier, *, force: bool) -> None:
        self._root, self._frontier, self._force = root, frontier, force
        self._lock = threading.Lock()  # two addresses may redirect to one page at the same time

    def kept(self, address: Address) -> Kept | None:
        """The page of this address, if it is on disk exactly as it was fetched."""
        return find(self._root, address)

    def mend(self) -> None:
        """Finishes what a killed run was writing: a whole page gets its meta.json, the rest is dropped."""
        for entry_id, intent in self._frontier.intents():
            path = PurePosixPath(intent.file)
            for part in (_part(path), _part(meta_of(path))):
                (self._root / part).unlink(missing_ok=True)
            if _digest(self._root / path) == intent.sha256:
                self._write(meta_of(path), intent.meta.encode())
                self._frontier.finish_intent(entry_id, intent)

    def save(self, entry: Entry, answer: Answer, hops: Sequence[Hop]) -> tuple[Outcome, str]:
        """Keeps the page of `answer`; the outcome, and its path below the root.

        Raises OtherFile when a file stands there that was not fetched from this address or was changed since,
        and CannotWrite.
        """
        media_type = media_type_of(answer)
        path = path_of(answer.address, media_type)
        digest = hashlib.sha256(answer.content).hexdigest()
        with self._lock:
            outcome = self._outcome(path, answer.address, digest)
            meta = _meta(entry.url, answer, hops, digest, media_type)
            self._frontier.intend(entry, Intent(str(path), digest, meta, outcome, answer.status, answer.address.url))
            if outcome is Outcome.SAVED:
                self._write(path, answer.content)
            self._write(meta_of(path), meta.encode())
        return outcome, str(path)

    def _outcome(self, path: PurePosixPath, address: Address, digest: str) -> Outcome:
        found = _digest(self._root / path)
        if found == digest:
            return Outcome.UNCHANGED if _read(self._root, path) else Outcome.SAVED
        if found and not self._force:
            known = _read(self._root, path)
            if not known or known.sha256 != found:
                raise OtherFile(f"{path} was saved or changed by hand: move it away, or give --force to replace it")
            if known.url != address.url:
                raise OtherFile(f"{path} holds another address's page")
        return Outcome.SAVED

    def _write(self, path: PurePosixPath, content: bytes) -> None:
        """All of it or nothing: written beside, flushed to the disk, then moved into place."""
        part = self._root / _part(path)
        try:
            part.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            part.replace(self._root / path)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink()
            raise CannotWrite(str(path), error.strerror or str(error)) from error


def find(root: Path, address: Address) -> Kept | None:
    """The page of `address` below `root`, if it is there exactly as it was fetched."""
    for path in candidates(address):
        known = _read(root, path)
        if known and known.url == address.url and _digest(root / path) == known.sha256:
            return known
    return None


def _part(path: PurePosixPath) -> PurePosixPath:
    # A leading dot keeps it out of sight of whoever lists the pages; one name a page, so none is ever left
    # over.
    return path.with_name(f".{hashlib.sha256(path.name.encode()).hexdigest()[:16]}.part")


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _meta(requested: str, answer: Answer, hops: Sequence[Hop], digest: str, media_type: str) -> str:
    known = {
        "url": answer.address.url,
        "requested": requested,
        "redirects": [{"url": hop.url, "status": hop.status} for hop in hops],
        "retrieved": rfc3339(answer.at),
        "status": answer.status,
        "headers": {name: value for name in MATTER if (value := answer.header(name))},
        "sha256": digest,
        "media_type": media_type,
        "charset": charset_of(answer),
        "size": len(answer.content),
    }
    return json.dumps(known, indent=2) + "\n"


def _read(root: Path, path: PurePosixPath) -> Kept | None:
    try:
        known = json.loads((root / meta_of(path)).read_text("utf-8"))
        retrieved = from_rfc3339(known["retrieved"])
        headers = {str(name): str(value) for name, value in known["headers"].items()}
        found = Kept(str(path), str(known["url"]), str(known["sha256"]), retrieved or 0.0, headers)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # a meta.json that cannot be read is as good as none: the page is asked for in full
    return found
