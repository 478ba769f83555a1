"""What is still to be asked, in SQLite, so that a run killed at any moment can be gone on with.

The file is disposable: what was saved is known from the .meta.json files, so losing it costs at most some
questions that a server answers with "not modified".
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.errors import CannotWrite, IndexUnusable, Locked
from pipeline.sources.fetch.addresses import Address
from pipeline.sources.fetch.politeness import Memory
from pipeline.sources.fetch.report import Outcome, PageReport

FILE = "fetch.db"
VERSION = 1

_SCHEMA = """
CREATE TABLE jobs (id INTEGER PRIMARY KEY, key TEXT NOT NULL, asked TEXT NOT NULL, open INTEGER NOT NULL
DEFAULT 1); CREATE TABLE pages (
    id INTEGER PRIMARY KEY, job INTEGER NOT NULL REFERENCES jobs, url TEXT NOT NULL, lane TEXT NOT NULL,
    kind TEXT NOT NULL, lastmod TEXT NOT NULL DEFAULT '', depth INTEGER NOT NULL DEFAULT 0,
    outcome TEXT NOT NULL DEFAULT 'waiting', code TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
    status INTEGER, final TEXT NOT NULL DEFAULT '', file TEXT NOT NULL DEFAULT '', intent TEXT,
    UNIQUE (job, url, kind));
CREATE INDEX waiting ON pages (job, lane, outcome, kind DESC, id);
CREATE INDEX finals ON pages (job, final);
CREATE TABLE lanes (name TEXT PRIMARY KEY, last REAL NOT NULL, not_before REAL NOT NULL);
CREATE TABLE robots (origin TEXT PRIMARY KEY, at REAL NOT NULL, text TEXT NOT NULL);
CREATE TABLE checks (url TEXT PRIMARY KEY, at REAL NOT NULL, headers TEXT NOT NULL);
CREATE TABLE warcs (path TEXT PRIMARY KEY, length INTEGER NOT NULL, tail BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of a job. `kind` is page or sitemap; `depth` counts the sitemap indexes above a sitemap."""

    url: str
    lane: str
    kind: str = "page"
    lastmod: str = ""
    depth: int = 0
    id: int = 0

    @classmethod
    def of(cls, address: Address, **more: object) -> Entry:
        """The entry of an address."""
        return replace(cls(address.url, address.lane), **more)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Intent:
    """What is about to be written: enough to finish it after a kill. Paths are below the root."""

    file: str
    sha256: str
    meta: str
    outcome: Outcome
    status: int
    final: str


@dataclass(frozen=True, slots=True)
class RobotsCopy:
    """A robots.txt as it was read, `at` in seconds since 1970."""

    at: float
    text: str


class Frontier:
    """The database of one root. Every method is one transaction and may be called from any thread."""

    def __init__(self, base: sqlite3.Connection, guard: sqlite3.Connection) -> None:
        self._lock = threading.RLock()
        self._base, self._guard = base, guard

    @classmethod
    def open(cls, folder: Path) -> Frontier:
        """That of `folder`/fetch.db, anew when damaged or another version's. Raises CannotWrite, Locked."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            guard = _writer_lock(folder)
            try:
                return cls(_opened(folder / FILE), guard)
            except BaseException:
                guard.close()
                raise
        except (OSError, sqlite3.Error) as error:
            raise CannotWrite(str(folder / FILE), str(error)) from error

    @classmethod
    def peek(cls, folder: Path) -> Frontier | None:
        """The frontier for looking only, without lock or change; None when there is none."""
        try:
            base = sqlite3.connect(f"{(folder / FILE).absolute().as_uri()}?mode=ro", uri=True)
            base.row_factory = sqlite3.Row
            base.execute("SELECT count(*) FROM pages").fetchone()
        except sqlite3.Error:
            return None
        return cls(base, sqlite3.connect(":memory:"))

    def close(self) -> None:
        """Let another run in."""
        with self._lock:
            self._base.close()
            self._guard.close()

    @contextlib.contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                self._base.execute("BEGIN IMMEDIATE")
                yield self._base
                self._base.execute("COMMIT")
            except sqlite3.Error as error:
                raise CannotWrite(FILE, str(error)) from error
            finally:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with self._lock:
            try:
                return self._base.execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise IndexUnusable(f"{FILE} cannot be read ({error}): delete it and run again") from error

    # Jobs: what one call of the program asked for.

    def open_job(self, key: str, asked: Mapping[str, object], entries: Iterable[Entry]) -> tuple[int, bool]:
        """The job of this key: the interrupted one, else a new one; and whether it was interrupted."""
        with self._change() as base:
            found = base.execute("SELECT id FROM jobs WHERE key = ? AND open ORDER BY id DESC", (key,)).fetchone()
            if found:
                return int(found["id"]), True
            base.execute("DELETE FROM pages WHERE job IN (SELECT id FROM jobs WHERE NOT open)")
            base.execute("DELETE FROM jobs WHERE NOT open")
            made = base.execute("INSERT INTO jobs (key, asked) VALUES (?, ?)", (key, json.dumps(asked)))
            job = int(made.lastrowid or 0)
            _add(base, job, entries)
            return job, False

    def last_open_job(self) -> tuple[int, Mapping[str, object]] | None:
        """The job that was interrupted last, and what it was asked."""
        rows = self._rows("SELECT id, asked FROM jobs WHERE open ORDER BY id DESC LIMIT 1")
        return (int(rows[0]["id"]), json.loads(rows[0]["asked"])) if rows else None

    def close_job(self, job: int) -> None:
        """The job came to its end; the same call will begin a new one."""
        with self._change() as base:
            base.execute("UPDATE jobs SET open = 0 WHERE id = ?", (job,))

    # Entries.

    def add(self, job: int, entries: Iterable[Entry], *, after: Entry | None = None) -> None:
        """More addresses, known ones left alone; finishes `after`, the sitemap they came from."""
        with self._change() as base:
            _add(base, job, entries)
            if after:
                base.execute("UPDATE pages SET outcome = 'saved' WHERE id = ?", (after.id,))

    def lanes(self, job: int) -> list[str]:
        """Lanes with addresses waiting, in the order they came up."""
        query = "SELECT lane FROM pages WHERE job = ? AND outcome = 'waiting' GROUP BY lane ORDER BY min(id)"
        return [row["lane"] for row in self._rows(query, job)]

    def next(self, job: int, lane: str) -> Entry | None:
        """The next address of a lane, sitemaps before pages; it stays waiting until it is finished."""
        query = """SELECT id, url, lane, kind, lastmod, depth FROM pages WHERE job = ? AND lane = ?
                   AND outcome = 'waiting' ORDER BY kind DESC, id LIMIT 1"""
        rows = self._rows(query, job, lane)
        return Entry(**dict(rows[0])) if rows else None

    def counts(self, job: int, lane: str) -> tuple[int, int]:
        """Addresses of a lane that are done, and that wait."""
        query = "SELECT sum(outcome <> 'waiting'), sum(outcome = 'waiting') FROM pages WHERE job = ? AND lane = ?"
        done, waiting = self._rows(query, job, lane)[0]
        return int(done or 0), int(waiting or 0)

    def intend(self, entry: Entry, intent: Intent) -> None:
        """Written down before the files are, so that a kill between the two files can be mended."""
        with self._change() as base:
            fields = {name: getattr(intent, name) for name in Intent.__slots__}
            base.execute("UPDATE pages SET intent = ? WHERE id = ?", (json.dumps(fields), entry.id))

    def intents(self) -> list[tuple[int, Intent]]:
        """What was about to be written when a run was killed, by the entry's id."""
        rows = self._rows("SELECT id, intent FROM pages WHERE intent IS NOT NULL AND outcome = 'waiting'")
        return [(int(row["id"]), Intent(**json.loads(row["intent"]))) for row in rows]

    def finish(self, entry_id: int, page: PageReport) -> None:
        """How an address ended."""
        with self._change() as base:
            base.execute(
                """UPDATE pages SET outcome = ?, code = ?, reason = ?, status = ?, final = ?, file = ?,
                   intent = NULL WHERE id = ?""",
                (page.outcome, page.code, page.reason, page.status, page.final, page.file, entry_id),
            )

    def finish_intent(self, entry_id: int, intent: Intent) -> None:
        """What a killed run was writing turned out whole."""
        with self._change() as base:
            base.execute(
                "UPDATE pages SET outcome = ?, status = ?, final = ?, file = ?, intent = NULL WHERE id = ?",
                (intent.outcome, intent.status, intent.final, intent.file, entry_id),
            )

    def finish_lane(self, job: int, lane: str, outcome: Outcome, code: str, reason: str) -> None:
        """Everything that waits on a lane ends the same way."""
        with self._change() as base:
            base.execute(
                """UPDATE pages SET outcome = ?, code = ?, reason = ?
                   WHERE job = ? AND lane = ? AND outcome = 'waiting'""",
                (outcome, code, reason, job, lane),
            )

    def kept_in_job(self, job: int, final: str) -> PageReport | None:
        """A page of this job that already ended well at the address `final`."""
        query = """SELECT * FROM pages WHERE job = ? AND final = ? AND kind = 'page'
                   AND outcome IN ('saved', 'unchanged') LIMIT 1"""
        rows = self._rows(query, job, final)
        return _report(rows[0]) if rows else None

    def results(self, job: int) -> tuple[PageReport, ...]:
        """Every page of a job, and the sitemaps that were not read, in the order they were found."""
        query = "SELECT * FROM pages WHERE job = ? AND (kind = 'page' OR outcome <> 'saved') ORDER BY id"
        return tuple(_report(row) for row in self._rows(query, job))

    # What outlives jobs.

    def memory(self, lane: str) -> Memory:
        """When a lane was asked last."""
        rows = self._rows("SELECT last, not_before FROM lanes WHERE name = ?", lane)
        return Memory(*rows[0]) if rows else Memory()

    def remember(self, lane: str, memory: Memory) -> None:
        """When a lane was asked last, for the next process."""
        with self._change() as base:
            base.execute("REPLACE INTO lanes VALUES (?, ?, ?)", (lane, memory.last, memory.not_before))

    def robots(self, origin: str) -> RobotsCopy | None:
        """The last good copy of an origin's robots.txt."""
        rows = self._rows("SELECT at, text FROM robots WHERE origin = ?", origin)
        return RobotsCopy(*rows[0]) if rows else None

    def keep_robots(self, origin: str, copy: RobotsCopy) -> None:
        """A good copy, in place of the one before."""
        with self._change() as base:
            base.execute("REPLACE INTO robots VALUES (?, ?, ?)", (origin, copy.at, copy.text))

    def check(self, url: str) -> tuple[float, Mapping[str, str]] | None:
        """When the server last said that a kept page is unchanged, and the headers it said it with."""
        rows = self._rows("SELECT at, headers FROM checks WHERE url = ?", url)
        return (float(rows[0]["at"]), json.loads(rows[0]["headers"])) if rows else None

    def keep_check(self, url: str, at: float, headers: Mapping[str, str]) -> None:
        """The server said "not modified" at `at`."""
        with self._change() as base:
            base.execute("REPLACE INTO checks VALUES (?, ?, ?)", (url, at, json.dumps(dict(headers))))

    def warc_end(self, path: str) -> tuple[int, bytes] | None:
        """How long a WARC file is in whole records, and its last bytes; None for a file not ours."""
        rows = self._rows("SELECT length, tail FROM warcs WHERE path = ?", path)
        return (int(rows[0]["length"]), bytes(rows[0]["tail"])) if rows else None

    def keep_warc_end(self, path: str, length: int, tail: bytes) -> None:
        """A WARC file is whole up to `length`, and ends in `tail`."""
        with self._change() as base:
            base.execute("REPLACE INTO warcs VALUES (?, ?, ?)", (path, length, tail))


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path)
    except sqlite3.OperationalError:  # no room, no right: the file itself may be sound
        raise
    except (sqlite3.DatabaseError, _OtherVersion):
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        return _connected(path)


class _OtherVersion(Exception):  # a step inside this module
    """The file was made by another version of this program."""


def _connected(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        base.row_factory = sqlite3.Row
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        version = base.execute("PRAGMA user_version").fetchone()[0]
        tables = base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and version != VERSION:
            raise _OtherVersion  # the connection must be closed on this way as on every other
        if not tables:
            base.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
    except BaseException:
        base.close()
        raise
    return base


def _writer_lock(folder: Path) -> sqlite3.Connection:
    """One run at a time: SQLite's lock works on every system and dies with the process."""
    lock = sqlite3.connect(folder / "fetch.lock", isolation_level=None, timeout=0, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise Locked("exercises fetch") from error
    return lock


def _add(base: sqlite3.Connection, job: int, entries: Iterable[Entry]) -> None:
    rows = ((job, e.url, e.lane, e.kind, e.lastmod, e.depth) for e in entries)
    base.executemany(
        "INSERT OR IGNORE INTO pages (job, url, lane, kind, lastmod, depth) VALUES (?, ?, ?, ?, ?, ?)", rows
    )


def _report(row: sqlite3.Row) -> PageReport:
    return PageReport(
        url=row["url"],
        outcome=Outcome(row["outcome"]),
        host=row["lane"],
        code=row["code"],
        reason=row["reason"],
        status=row["status"],
        final=row["final"],
        file=row["file"],
    )
