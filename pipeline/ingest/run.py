"""raw/ to normalized/ to index/: the order of the stages, what is stale, the workers and the run's report."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pipeline import store as storing
from pipeline import version
from pipeline.errors import BadRecord, CannotWrite
from pipeline.ingest.judging import Reading, rejection_name, score
from pipeline.ingest.state import PageState, RunState
from pipeline.ingest.workers import readings
from pipeline.locking import writer_lock
from pipeline.mapping import to_mapping
from pipeline.reading import Profiles
from pipeline.records import Exercise, Issue, Severity
from pipeline.settings import Settings
from pipeline.sources import saved
from pipeline.store import Store, yamlfile
from pipeline.vocabulary import fingerprint

NEW, CHANGED, UNCHANGED, REJECTED, DUPLICATE = "new", "changed", "unchanged", "rejected", "duplicates"
OUTCOMES = (NEW, CHANGED, UNCHANGED, REJECTED, DUPLICATE)


class Result(NamedTuple):
    """What came of one page."""

    file: str
    outcome: str
    id: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A run in numbers; `counts` holds one number for each of OUTCOMES. `results` reads the pages one by one.
    `unreadable` names records in normalized/ that could not be read and are not in the index."""

    counts: dict[str, int]
    warnings: int
    seconds: float
    indexed: int
    unreadable: tuple[str, ...]
    results: Callable[[], Iterator[Result]]

    @property
    def pages(self) -> int:
        return sum(self.counts.values())


class Progress(NamedTuple):
    """How far a run is: pages done and pages in all, and the last one's result."""

    done: int
    total: int
    result: Result | None


@dataclass(frozen=True, slots=True)
class Options:
    """`overwrite` replaces records edited by hand; `workers` is the number of reading processes, 0 for one a core;
    `wait` is how many seconds to wait for another run to end.
    """

    overwrite: bool = False
    workers: int = 0
    wait: float = 0.0
    index: bool = True


def ingest(
    root: Path,
    paths: tuple[Path, ...],
    settings: Settings,
    options: Options = Options(),
    on_progress: Callable[[Progress], None] = lambda _progress: None,
) -> Report:
    """Reads what is stale, stores it and brings the index up to date.

    Raises NoSuchThing for a missing folder, CannotWrite when the disk refuses, Locked when another run is writing.
    """
    started = time.monotonic()
    found = list(saved.find(root, paths))
    with writer_lock(root, options.wait), RunState(root) as state:
        run = _Run(root, settings, options, state, on_progress)
        try:
            run.read(found, forget_others=not paths)
            indexed = run.index() if options.index else 0
        except BaseException:
            run.store.sweep()  # Ctrl-C may come between any two steps of a write
            raise
        files = [f.file for f in found] if paths else None
        counts = dict.fromkeys(OUTCOMES, 0)
        warnings = 0
        for page in state.pages(files):
            counts[page.outcome] += 1
            warnings += sum(issue.severity is Severity.WARNING for issue in page.issues)
    return Report(
        counts=counts,
        warnings=warnings,
        seconds=time.monotonic() - started,
        indexed=indexed,
        unreadable=tuple(map(str, run.unreadable)),
        results=lambda: _results(root, files),
    )


def _results(root: Path, files: list[str] | None) -> Iterator[Result]:
    with RunState(root) as state:
        for page in state.pages(files):
            yield Result(page.file, page.outcome, page.id, page.issues)


class _Run:
    def __init__(
        self,
        root: Path,
        settings: Settings,
        options: Options,
        state: RunState,
        on_progress: Callable[[Progress], None],
    ) -> None:
        self.root = root
        self.settings = settings
        self.options = options
        self.state = state
        self.store = Store(root)
        self.profiles = Profiles(own_profiles(root))
        self.on_progress = on_progress
        self.unreadable: list[BadRecord] = []
        self._done = 0
        self._total = 0

    # -- reading ---------------------------------------------------------------------------------------------

    def read(self, found: list[saved.Found], *, forget_others: bool) -> None:
        """Reads the stale pages among `found`; with `forget_others` the state forgets files that are gone."""
        recipe = ":".join((program(), fingerprint(), self.profiles.fingerprint, hash_of(self.settings)))
        self.state.begin(recipe, overwrite=self.options.overwrite)
        self.store.sweep()
        if forget_others:
            self.state.forget_all_but({f.file for f in found})
        stale = [f for f in found if not self.state.is_fresh(f, self._stamp)]
        self._total, self._done = len(found), len(found) - len(stale)
        again = self._read_all(stale) | self.state.orphans()
        # A page that lost to a fuller one is read again when that one changed: it may be the fuller one now.
        by_file = {f.file: f for f in found}
        self._read_all([by_file[file] for file in sorted(again) if file in by_file])
        self.state.commit()

    def _stamp(self, file: str, exercise_id: str) -> str:
        """Size and time of what a page became: its record, or what is left of it when it was rejected."""
        path = self.store.path(exercise_id) if exercise_id else self.store.rejection(rejection_name(file))
        try:
            status = path.stat()
        except OSError:
            return ""
        return f"{status.st_size}:{status.st_mtime_ns}"

    def _read_all(self, stale: list[saved.Found]) -> set[str]:
        again: set[str] = set()
        for found, pages in readings(stale, self.profiles, self.settings, self.options.workers):
            self.state.start_file(found)
            for reading in pages:
                result, lost_rank = self._settle(reading)
                if lost_rank:
                    again |= self.state.duplicates_of(result.id)
                self._note(found, reading, result)
            self.state.finish_file(found)
            self._done += 1
        return again - {f.file for f in stale}

    def _note(self, found: saved.Found, reading: Reading, result: Result) -> None:
        self.state.put(
            PageState(
                file=reading.file,
                container=found.file,
                sha256=reading.sha256,
                profile=reading.profile,
                id=result.id,
                outcome=result.outcome,
                issues=result.issues,
                stamp=self._stamp(reading.file, result.id),
            )
        )
        self.on_progress(Progress(self._done + 1, self._total, result))

    # -- settling --------------------------------------------------------------------------------------------

    def _settle(self, reading: Reading) -> tuple[Result, bool]:
        """Stores one reading, or says why not. The second value says that a record got poorer than it was."""
        if reading.rejected or reading.exercise is None:
            self._reject(reading)
            return Result(reading.file, REJECTED, "", reading.issues), False
        exercise = reading.exercise
        self.store.clear_rejection(rejection_name(reading.file))
        text = storing.serialized(exercise)
        try:
            before = self.store.text(exercise.id)
        except BadRecord as error:
            blocked = Issue("bad-record", Severity.ERROR, f"{error}; move it away", file=reading.file)
            return Result(reading.file, REJECTED, "", (*reading.issues, blocked)), False
        if before is None:
            self.store.write(exercise.id, text)
            return Result(reading.file, NEW, exercise.id, reading.issues), False
        if before == text:
            return Result(reading.file, UNCHANGED, exercise.id, reading.issues), False
        return self._against(reading, exercise, text, before)

    def _against(self, reading: Reading, exercise: Exercise, text: bytes, before: bytes) -> tuple[Result, bool]:
        """A record of that id exists and differs."""
        file = f"{storing.FOLDER}/{exercise.id}.yaml"
        try:
            stored: Exercise | None = storing.parse(before, file)
        except BadRecord:
            stored = None
        rival = stored.source.file if stored else ""
        same_page = rival == reading.file
        rival_is_there = bool(rival) and not same_page and self._still_is(rival, exercise.id)
        if rival_is_there and stored is not None and _rank(stored) <= _rank(exercise):
            return self._duplicate(reading, exercise, rival), False
        if not storing.is_untouched(before) and not self.options.overwrite:
            kept = _issue(
                "hand-edited",
                f"{file} was edited by hand and is kept; --overwrite takes the page's words instead",
                reading,
            )
            outcome = DUPLICATE if rival_is_there else UNCHANGED
            return Result(reading.file, outcome, exercise.id, (*reading.issues, kept)), False
        self.store.write(exercise.id, text)
        outcome = CHANGED
        if rival_is_there:
            if self.state.result_of(rival) == (exercise.id, NEW):
                outcome = NEW  # the record is new in this run, whichever page was read first
            self.state.demote(rival, _duplicate_issue(rival, exercise.id, reading.file))
        poorer = same_page and stored is not None and _rank(stored) < _rank(exercise)
        return Result(reading.file, outcome, exercise.id, reading.issues), poorer

    def _still_is(self, file: str, exercise_id: str) -> bool:
        """Whether another page is there and still is the page of this exercise, as far as is known."""
        known = self.state.result_of(file)
        return (known is None or known[0] == exercise_id) and (self.root / file.partition("#")[0]).is_file()

    def _duplicate(self, reading: Reading, exercise: Exercise, rival: str) -> Result:
        return Result(
            reading.file,
            DUPLICATE,
            exercise.id,
            (*reading.issues, _duplicate_issue(reading.file, exercise.id, rival)),
        )

    def _reject(self, reading: Reading) -> None:
        """Leaves what could be read for a person to finish, with the reasons on top."""
        mapping = to_mapping(reading.exercise) if reading.exercise else {}
        reasons = "".join(f"# {' '.join(str(issue).split())}\n" for issue in reading.issues)
        head = "# This page was rejected. Complete it, save it as normalized/<id>.yaml, and run `exercises validate`.\n"
        body = yamlfile.dump(mapping) if mapping else ""
        self.store.reject(rejection_name(reading.file), f"{head}{reasons}{body}".encode())

    # -- index -----------------------------------------------------------------------------------------------

    def index(self) -> int:
        """Brings the index up to date with normalized/; how many documents were written or removed."""
        from pipeline.ingest.indexing import synchronize

        return synchronize(self.root, self.unreadable.append)


def _rank(exercise: Exercise) -> tuple[int, int, str, str]:
    """Smaller is better; the same for any order of files: fuller first, then the smaller hash, then the name."""
    fields, letters = score(exercise)
    return -fields, -letters, exercise.source.sha256, exercise.source.file


def _issue(code: str, message: str, reading: Reading) -> Issue:
    return Issue(code, Severity.WARNING, message, file=reading.file)


def _duplicate_issue(file: str, exercise_id: str, winner: str) -> Issue:
    message = f"the same exercise ({exercise_id}) is read from {winner}, which was kept; remove one of the two pages"
    return Issue("duplicate-page", Severity.WARNING, message, file=file)


def own_profiles(root: Path) -> list[tuple[str, bytes]]:
    """The profiles of a collection, from the `profiles` folder in its root."""
    folder = root / "profiles"
    if not folder.is_dir():
        return []
    return [(f"profiles/{path.name}", path.read_bytes()) for path in sorted(folder.glob("*.yaml"))]


@lru_cache(maxsize=1)
def program() -> str:
    """Changes when the code that reads and judges pages does: what older code read is stale."""
    digest = hashlib.sha256()
    home = Path(version.__file__).parent
    for path in sorted(
        (*home.glob("*.py"), *home.glob("reading/*.py"), *home.glob("rules/*.py"), *home.glob("vocabulary/*.py"))
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def hash_of(settings: Settings) -> str:
    """What of the settings changes how a page is judged."""
    return repr(replace(settings, fetch={}))


__all__ = ["OUTCOMES", "CannotWrite", "Options", "Progress", "Report", "Result", "ingest"]
