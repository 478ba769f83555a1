"""What the last run saw of each page: SQLite in index/. Disposable: without it every page is read again."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pipeline.errors import CannotWrite, NoSuchThing
from pipeline.records import Issue, Place, Severity
from pipeline.sources.folders import Found

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS files (file TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, recipe TEXT);
CREATE TABLE IF NOT EXISTS pages (file TEXT PRIMARY KEY, container TEXT, sha256 TEXT, profile TEXT, id TEXT, outcome TEXT,
    issues TEXT, stamp TEXT);
CREATE INDEX IF NOT EXISTS pages_by_id ON pages (id);
CREATE INDEX IF NOT EXISTS pages_by_container ON pages (container);
PRAGMA user_version = 2;
"""
_VERSION = 2
_KEPT = ("new", "changed", "unchanged", "rejected")
_OUTCOMES = (*_KEPT, "duplicates")


Row = Sequence[str]
"""What is noted of a page, as SQLite and JSON hold it."""
_REFUSED = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
"""What SQLite reports when the system refuses; everything else that it reports is a damaged file."""


@dataclass(frozen=True, slots=True)
class PageState:
    """The last result of one page. `container` is the file it stands in; most pages are their own. `stamp` is size and
    time of what it became, so that an edit by hand shows."""

    file: str
    container: str
    sha256: str
    profile: str
    id: str
    outcome: str
    issues: tuple[Issue, ...]
    stamp: str = ""


class StateDamaged(CannotWrite):
    """What was noted makes no sense, and is gone by now: beginning anew helps."""


class RunState:
    """The state of a collection; a context manager. A damaged file is thrown away and begun anew."""

    def __init__(self, root: Path) -> None:
        self._path = root / "index" / "state.db"
        self._recipe = ""
        self._profiles: Mapping[str, str] = {}
        self._overwrite = False

    def __enter__(self) -> Self:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._opened()
        except (OSError, sqlite3.OperationalError) as error:
            raise CannotWrite(str(self._path), str(error)) from error
        return self

    def _opened(self) -> sqlite3.Connection:
        if self._path.is_dir() and not self._path.is_symlink():
            shutil.rmtree(self._path)  # index/ is the program's own: what stands in the way there goes
        for attempt in (1, 2):
            db = sqlite3.connect(self._path, isolation_level=None)
            try:
                version = db.execute("PRAGMA user_version").fetchone()[0]
                if version not in (0, _VERSION):
                    raise sqlite3.DatabaseError("another version")
                db.executescript(_SCHEMA)
                db.execute("PRAGMA synchronous = OFF")  # losing it costs one full run, never a record
                db.execute("SELECT count(*) FROM pages").fetchone()
                db.execute("BEGIN")
            except sqlite3.OperationalError:
                db.close()
                raise
            except sqlite3.DatabaseError:
                db.close()
                if attempt == 2:
                    raise
                self._path.unlink(missing_ok=True)
            else:
                return db
        raise AssertionError("unreachable")

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Keeps what was noted. Raises CannotWrite when the system refused the body a write; a damaged file goes, with
        StateDamaged."""
        with suppress(sqlite3.Error):
            self._db.execute("COMMIT")
        self._db.close()
        if not isinstance(error, sqlite3.Error):
            return
        if not self._path.exists():
            raise CannotWrite(str(self._path), "index/ is gone since the run began; run again") from error
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _REFUSED:  # the rest of the code is a detail
            raise CannotWrite(str(self._path), str(error)) from error
        self._path.unlink(missing_ok=True)
        raise StateDamaged(str(self._path), "it was damaged and is thrown away; run again") from error

    def commit(self) -> None:
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def begin(self, recipe: str, profiles: Mapping[str, str], *, overwrite: bool) -> None:
        """Starts a run. `recipe` stands for what decides how all pages are read, `profiles` holds the fingerprint of each
        profile: on it the pages depend that it read.
        """
        self._recipe, self._profiles, self._overwrite = recipe, profiles, overwrite

    def is_fresh(self, found: Found, stamp_of: Callable[[str, str], str]) -> bool:
        """Whether a file is as it was when it was read with the same recipe, and its records still stand."""
        row = self._db.execute("SELECT size, mtime_ns, recipe FROM files WHERE file = ?", (found.file,)).fetchone()
        if row is None or (row[0], row[1]) != (found.size, found.mtime_ns) or row[2] != self._recipe_of(found):
            return False
        pages = self._db.execute(
            "SELECT file, id, outcome, issues, stamp FROM pages WHERE container = ?", (found.file,)
        ).fetchall()
        try:
            if any(
                outcome in _KEPT and (not stamp or stamp_of(file, exercise_id) != stamp)
                for file, exercise_id, outcome, _, stamp in pages
            ):
                return False
        except NoSuchThing:
            return False  # a damaged id
        if self._overwrite and any('"hand-edited"' in issues for *_, issues, _stamp in pages):
            return False
        self._db.execute(
            "UPDATE pages SET outcome = 'unchanged' WHERE container = ? AND outcome IN ('new', 'changed')",
            (found.file,),
        )
        return True

    def _recipe_of(self, found: Found) -> str:
        """What the records of a file depend on: the recipe of all, and the profiles that read its pages."""
        rows = self._db.execute("SELECT DISTINCT profile FROM pages WHERE container = ?", (found.file,))
        names = sorted(str(label).partition("@")[0] for (label,) in rows)
        return ":".join((self._recipe, *(self._profiles.get(name, name) for name in names)))

    def start_file(self, found: Found) -> None:
        """A file is read anew: what was known of it goes. Until it is finished it counts as never read."""
        self._db.execute("DELETE FROM pages WHERE container = ?", (found.file,))
        self._db.execute("DELETE FROM files WHERE file = ?", (found.file,))

    def finish_file(self, found: Found) -> None:
        """Every page of a file is settled."""
        self._db.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            (found.file, found.size, found.mtime_ns, self._recipe_of(found)),
        )

    def is_settled(self, file: str) -> bool:
        """Whether every page of a file is known."""
        return self._db.execute("SELECT 1 FROM files WHERE file = ?", (file,)).fetchone() is not None

    def put(self, page: PageState) -> None:
        issues = json.dumps([_packed(issue) for issue in page.issues])
        self._db.execute(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (page.file, page.container, page.sha256, page.profile, page.id, page.outcome, issues, page.stamp),
        )

    def demote(self, file: str, issue: Issue) -> None:
        """A page that a fuller one of the same exercise has displaced."""
        row = self._db.execute("SELECT issues FROM pages WHERE file = ?", (file,)).fetchone()
        if row is not None:
            issues = json.dumps([*json.loads(row[0]), _packed(issue)])
            self._db.execute("UPDATE pages SET outcome = 'duplicates', issues = ? WHERE file = ?", (issues, file))

    def result_of(self, file: str) -> tuple[str, str] | None:
        """The id and the outcome of a page; None when it was never read."""
        row = self._db.execute("SELECT id, outcome FROM pages WHERE file = ?", (file,)).fetchone()
        return (str(row[0]), str(row[1])) if row else None

    def claimed(self, but: Set[str]) -> set[str]:
        """The ids of the records that pages became, but for those of some files."""
        rows = self._db.execute("SELECT id, container FROM pages WHERE id != '' AND outcome != 'duplicates'")
        return {str(exercise_id) for exercise_id, file in rows if file not in but}

    def rejected(self) -> dict[str, str]:
        """The rejected pages, each with the file that it is in."""
        return dict(self._db.execute("SELECT file, container FROM pages WHERE outcome = 'rejected'"))

    def orphans(self) -> set[str]:
        """The files with pages that lost to one that is gone, or that became another exercise."""
        query = """SELECT container FROM pages AS lost WHERE outcome = 'duplicates' AND NOT EXISTS
            (SELECT 1 FROM pages AS held WHERE held.id = lost.id AND held.outcome IN ('new', 'changed', 'unchanged'))"""
        return {container for (container,) in self._db.execute(query)}

    def reopen_duplicates(self, exercise_id: str) -> set[str]:
        """The files with pages that lost to another page of this exercise; until they are read again they count as never
        read, also when this run ends before that."""
        query = "SELECT container FROM pages WHERE id = ? AND outcome = 'duplicates'"
        lost = {container for (container,) in self._db.execute(query, (exercise_id,))}
        self._db.executemany("DELETE FROM files WHERE file = ?", [(file,) for file in lost])
        return lost

    def ids_of(self, file: str) -> dict[str, str]:
        """The ids that the pages of a file were read as, by page."""
        rows = self._db.execute("SELECT file, id FROM pages WHERE container = ? AND id != ''", (file,))
        return {str(page): str(exercise_id) for page, exercise_id in rows}

    def files(self) -> set[str]:
        """The files of which something is known."""
        return {file for (file,) in self._db.execute("SELECT file FROM files UNION SELECT container FROM pages")}

    def forget_all_but(self, files: Set[str]) -> tuple[list[str], dict[str, str]]:
        """Forgets what is known of other files; the rejected pages among it, and the ids of the others."""
        gone = self.files() - files
        rejected = [page for page, file in self.rejected().items() if file in gone] if gone else []
        ids = {page: exercise_id for file in gone for page, exercise_id in self.ids_of(file).items()}
        for file in gone:
            self._db.execute("DELETE FROM files WHERE file = ?", (file,))
            self._db.execute("DELETE FROM pages WHERE container = ?", (file,))
        return rejected, ids

    def rows(self, containers: list[str] | None) -> Iterator[Row]:
        """The pages of the given files, or all, in order of their names, as `page_of` takes them."""
        wanted = None if containers is None else set(containers)
        for row in self._db.execute("SELECT * FROM pages ORDER BY file"):
            if wanted is None or row[1] in wanted:
                yield row


def page_of(row: Row) -> PageState:
    """A row as it was put there. Raises DatabaseError for one that no run would put there."""
    file, container, sha256, profile, exercise_id, outcome, packed, stamp = row
    try:
        issues = tuple(_unpacked(entry) for entry in json.loads(packed))
    except (ValueError, TypeError) as error:
        raise sqlite3.DatabaseError(f"damaged findings of {file}") from error
    if outcome not in _OUTCOMES:
        raise sqlite3.DatabaseError(f"damaged outcome of {file}")
    return PageState(file, container, sha256, profile, exercise_id, outcome, issues, stamp)


def _packed(issue: Issue) -> list[object]:
    return [
        issue.code,
        issue.severity,
        issue.message,
        issue.field,
        issue.file,
        issue.place.line,
        issue.place.path,
    ]


def _unpacked(entry: list[object]) -> Issue:
    code, severity, message, field, file, line, path = entry
    place = Place(line if isinstance(line, int) else None, tuple(map(str, path if isinstance(path, list) else ())))
    return Issue(str(code), Severity(str(severity)), str(message), str(field), str(file), place)
