"""raw/ to normalized/ to index/: the order of the stages, what is stale, and what becomes of each page."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pipeline import store as storing
from pipeline.errors import BadRecord
from pipeline.ingest.ahead import Ahead
from pipeline.ingest.byhand import is_of, made_by_hand
from pipeline.ingest.documents import Documents
from pipeline.ingest.judging import PASSING, rejection_name
from pipeline.ingest.leaving import Leaving
from pipeline.ingest.outcomes import Outcomes
from pipeline.ingest.preparing import Prepared, Reader, rank
from pipeline.ingest.profiling import collection_profiles
from pipeline.ingest.recipe import recipe
from pipeline.ingest.report import (
    CHANGED,
    DUPLICATE,
    NEW,
    REJECTED,
    UNCHANGED,
    Options,
    Progress,
    Report,
    Result,
)
from pipeline.ingest.state import PageState, RunState, StateDamaged
from pipeline.ingest.workers import readings
from pipeline.locking import writer_lock
from pipeline.records import Exercise, Issue, Severity
from pipeline.search.lexicon import compiled
from pipeline.settings import Settings
from pipeline.sources import folders
from pipeline.sources.folders import Found
from pipeline.store import Store

_DEFAULTS = Options()
_BATCH = 64
"""Pages whose records are brought to the disk together."""


def ingest(
    root: Path,
    paths: tuple[Path, ...],
    settings: Settings,
    options: Options = _DEFAULTS,
    on_progress: Callable[[Progress], None] = lambda _progress: None,
) -> Report:
    """Reads what is stale, stores it and brings the index up to date.

    Raises NoSuchThing for a missing folder, CannotWrite when the disk refuses, Locked when another run is writing.
    """
    try:
        return _ingest(root, paths, settings, options, on_progress)
    except StateDamaged:  # it is gone now: every page is read again, and nothing else is different
        return _ingest(root, paths, settings, options, on_progress)


def _ingest(
    root: Path,
    paths: tuple[Path, ...],
    settings: Settings,
    options: Options,
    on_progress: Callable[[Progress], None],
) -> Report:
    started = time.monotonic()
    passed_over: list[str] = []
    found = list(folders.find(root, paths, passed_over.append))
    with (
        writer_lock(root, options.wait),
        RunState(root) as state,
        Documents(root) as documents,
        Ahead(root) as ahead,
    ):
        run = _Run(root, settings, options, state, documents, ahead, on_progress)
        storing.make_folder(root)
        try:
            if not paths:
                found, passed_over = _with_named(root, state, found, passed_over)
            run.read(found, forget_others=not paths)
            indexed = run.index() if options.index else 0
        except BaseException:
            run.store.sweep()  # Ctrl-C may come between any two steps of a write
            raise
        files = [f.file for f in found] if paths else None
        left_behind = tuple(run.leaving.behind(run.store, state.claimed(frozenset())))
        outcomes = Outcomes(state.rows(files), root / "index")
    return Report(
        counts=outcomes.counts,
        warnings=outcomes.warnings,
        seconds=time.monotonic() - started,
        indexed=indexed,
        unreadable=tuple(map(str, run.unreadable)),
        passed_over=tuple(passed_over),
        left_behind=left_behind,
        results=outcomes.results,
    )


def _name(found: Found) -> str:
    return found.file


def _with_named(
    root: Path, state: RunState, found: list[Found], passed_over: list[str]
) -> tuple[list[Found], list[str]]:
    """The files of a run over all of raw/ with those that were named once and are still there, whatever they are called;
    and the others of those passed over.
    """
    named = state.files() - {f.file for f in found}
    there = tuple(root / file for file in sorted(named) if (root / file).is_file())
    more = folders.find(root, there) if there else ()
    return sorted((*found, *more), key=_name), [file for file in passed_over if file not in named]


class _Settled(NamedTuple):
    """What was decided: `is_as_read` when the record is what the page says, `is_its_page` when it was this page's record
    before and still is. Then what lost to it may win now: that it got poorer shows only once, and a run can be killed right
    after."""

    result: Result
    is_as_read: bool = False
    is_its_page: bool = False


class _Run:
    def __init__(
        self,
        root: Path,
        settings: Settings,
        options: Options,
        state: RunState,
        documents: Documents,
        ahead: Ahead,
        on_progress: Callable[[Progress], None],
    ) -> None:
        self.root = root
        self.settings = settings
        self.options = options
        self.state = state
        self.documents = documents
        self.ahead = ahead
        self.store = Store(root)
        self.profiles = collection_profiles(root)
        self.on_progress = on_progress
        self.unreadable: list[BadRecord] = []
        self._texts: dict[str, tuple[bytes | None, bytes]] = {}  # what stands there, and what shall
        self._batch: list[tuple[Found, Prepared, _Settled]] = []
        self._finished: list[Found] = []
        self._again: set[str] = set()  # lost to a page that was read since
        self._files: frozenset[str] = frozenset()
        self._stale: frozenset[str] = frozenset()
        self.leaving = Leaving()
        self._may_have_rejections = True
        self._done = 0
        self._total = 0

    # -- reading ---------------------------------------------------------------------------------------------

    def read(self, found: list[Found], *, forget_others: bool) -> None:
        """Reads the stale pages among `found`; with `forget_others` the state forgets files that are gone."""
        recipe_of_all = recipe(self.profiles, self.settings)
        self.state.begin(recipe_of_all, self.profiles.fingerprints, overwrite=self.options.overwrite)
        self.store.sweep()
        self._may_have_rejections = self.store.has_rejections()
        self._files = frozenset(f.file for f in found)
        if forget_others:
            rejected, gone = self.state.forget_all_but(self._files)
            self.leaving.went(gone)
            for page in rejected:
                self.store.clear_rejection(rejection_name(page))
        finished = self._finished_by_hand()
        stale = [f for f in found if f.file in finished or not self.state.is_fresh(f, self._stamp)]
        if self.options.index:
            self.ahead.expect(len(stale))
        self._total, self._done = len(found), len(found) - len(stale)
        again = self._read_all(stale) | self.state.orphans()
        # A page that lost to a fuller one is read again when that one changed: it may be the fuller one now.
        if again:
            self._read_all([f for f in found if f.file in again])
        self.state.commit()

    def _finished_by_hand(self) -> set[str]:
        """The files of rejected pages of which a person has made a record since."""
        rejected = self.state.rejected()
        own = made_by_hand(self.store, self.state.claimed(frozenset())) if rejected else {}
        return {file for page, file in rejected.items() if page in own}

    def _stamp(self, file: str, exercise_id: str) -> str:
        """Size and time of what a page became: its record, or what is left of it when it was rejected."""
        path = self.store.path(exercise_id) if exercise_id else self.store.rejection(rejection_name(file))
        return self.store.stamp(path)

    def _read_all(self, stale: list[Found]) -> set[str]:
        if not stale:
            return set()
        self._again, self._stale = set(), frozenset(found.file for found in stale)
        reader = Reader(self.profiles, self.settings, compiled())
        for found, pages in readings(stale, reader, self.options.workers):
            before = self.state.ids_of(found.file)
            self.state.start_file(found)
            self.leaving.read(before, found, pages)
            for page in pages:
                settled = self._settle(page)
                self._batch.append((found, page, settled))
                self.on_progress(Progress(self._done + 1, self._total, settled.result))
                if len(self._batch) >= _BATCH:
                    self._write()
            if not any(issue.code in PASSING for page in pages for issue in page.issues):
                self._finished.append(found)
            self._done += 1
        self._write()
        return self._again

    def _write(self) -> None:
        """Brings a batch to the disk, and only then takes note of its pages."""
        batch, texts, finished = self._batch, self._texts, self._finished
        self._batch, self._texts, self._finished = [], {}, []
        stamps = self.store.write_all(
            {i: text for i, (_, text) in texts.items()}, lambda i: self._is_still(i, texts[i][0])
        )
        for found, page, settled in batch:
            if page.id in texts and page.id not in stamps:  # a person was quicker
                self._batch.append((found, page, self._settle(page)))
            else:
                self._note(found, page, settled, stamps.get(page.id, ""))
        if self._batch:
            self._write()
        for _, page, settled in batch:
            if settled.is_its_page:
                self._again |= self.state.reopen_duplicates(page.id)
        for found in finished:
            if found.file not in self._again:
                self.state.finish_file(found)

    def _is_still(self, exercise_id: str, before: bytes | None) -> bool:
        try:
            return self.store.text(exercise_id) == before
        except BadRecord:
            return False

    def _note(self, found: Found, page: Prepared, settled: _Settled, stamp: str) -> None:
        result = settled.result
        stamp = stamp or self._stamp(page.file, result.id)
        if settled.is_as_read:
            self.documents.put(page.id, stamp, page.document)
            self.ahead.put(page.id, stamp, page.document)
        self.state.put(
            PageState(
                file=page.file,
                container=found.file,
                sha256=page.sha256,
                profile=page.profile,
                id=result.id,
                outcome=result.outcome,
                issues=result.issues,
                stamp=stamp,
            )
        )

    # -- settling --------------------------------------------------------------------------------------------

    def _settle(self, page: Prepared) -> _Settled:
        """Decides what becomes of one page; what is to be stored goes into the batch."""
        if not page.id:
            return self._rejected(page)
        if self._may_have_rejections:  # of each page to work out their name would take as long as to settle it
            self.store.clear_rejection(rejection_name(page.file))
        if page.id in self._texts:
            self._write()
        try:
            before = self.store.text(page.id)
        except BadRecord as error:
            advice = "" if "move it away" in error.reason else "; move it away"
            blocked = Issue("bad-record", Severity.ERROR, f"{error}{advice}", file=page.file)
            return _Settled(Result(page.file, REJECTED, "", (*page.issues, blocked)))
        if before is None:
            if (own := self._own(page)) and not self.options.overwrite:
                return self._kept(page, own.id)
            self._texts[page.id] = (None, page.text)
            return _Settled(Result(page.file, NEW, page.id, page.issues), is_as_read=True)
        if before == page.text:
            return _Settled(Result(page.file, UNCHANGED, page.id, page.issues), is_as_read=True, is_its_page=True)
        return self._against(page, before)

    def _rejected(self, page: Prepared) -> _Settled:
        """A page of which no record can be made, unless a person did."""
        if own := self._own(page):
            return self._kept(page, own.id)
        self._may_have_rejections = True
        self.store.reject(rejection_name(page.file), page.text)
        return _Settled(Result(page.file, REJECTED, "", page.issues))

    def _own(self, page: Prepared) -> Exercise | None:
        """The record that a person made of a page, or of the same page under another file name."""
        own = self._by_hand.get(page.file)
        return own if own and is_of(own, page) else self._by_hand.get(page.sha256)

    @cached_property
    def _by_hand(self) -> dict[str, Exercise]:
        """What people made of pages under ids of their own; asked for only where a page has no record."""
        self._write()  # what was decided in this run is no one's handiwork
        return made_by_hand(self.store, self.state.claimed(self._stale))

    def _kept(self, page: Prepared, exercise_id: str) -> _Settled:
        """A page whose record a person made: what the program makes of it is of no use to anybody."""
        self.store.clear_rejection(rejection_name(page.file))
        kept = _kept_issue(page.file, exercise_id) if page.id else _kept_issue(page.file, exercise_id, "")
        return _Settled(Result(page.file, UNCHANGED, exercise_id, (kept,)))

    def _against(self, page: Prepared, before: bytes) -> _Settled:
        """A record of that id exists and differs."""
        file = f"{storing.FOLDER}/{page.id}.yaml"
        try:
            stored: Exercise | None = storing.parse(before, file)
        except BadRecord:
            stored = None
        rival = stored.source.file if stored else ""
        same_page = rival == page.file
        rival_is_there = bool(rival) and not same_page and self._still_is(rival, page.id)
        if rival_is_there and stored is not None and rank(stored) <= page.rank:
            issues = (*page.issues, _duplicate_issue(page.file, page.id, rival))
            return _Settled(Result(page.file, DUPLICATE, page.id, issues))
        is_imported = stored is not None and stored.source.profile.startswith(storing.IMPORTED)
        if (is_imported or not storing.is_untouched(before)) and not self.options.overwrite:
            outcome = DUPLICATE if rival_is_there else UNCHANGED
            kept = _kept_issue(page.file, page.id, came="imported" if is_imported else "edited by hand")
            return _Settled(Result(page.file, outcome, page.id, (*page.issues, kept)))
        self._texts[page.id] = (before, page.text)
        outcome = CHANGED
        if rival_is_there:
            if self.state.result_of(rival) == (page.id, NEW):
                outcome = NEW  # the record is new in this run, whichever page was read first
            self.state.demote(rival, _duplicate_issue(rival, page.id, page.file))
        return _Settled(Result(page.file, outcome, page.id, page.issues), is_as_read=True, is_its_page=same_page)

    def _still_is(self, file: str, exercise_id: str) -> bool:
        """Whether another page is there and still is the page of this exercise, as far as is known."""
        self._write()  # that page may be in the same batch
        known = self.state.result_of(file)
        if known is None and file not in self._files and self.state.is_settled(file.partition("#")[0]):
            return False  # the archive is there, and the page in it is not any more
        return (known is None or known[0] == exercise_id) and self._is_there(file)

    def _is_there(self, page: str) -> bool:
        """Whether the file of a page is there. Pages of archives are called FILE#NAME, but so may a file be."""
        file = page.partition("#")[0]
        return not self._files.isdisjoint((page, file)) or any((self.root / name).is_file() for name in (page, file))

    # -- index -----------------------------------------------------------------------------------------------

    def index(self) -> int:
        """Brings the index up to date with normalized/; how many documents were written or removed."""
        from pipeline.ingest.indexing import synchronize

        return synchronize(self.root, self.unreadable.append, documents=self.documents, ahead=self.ahead)


def _kept_issue(
    file: str,
    exercise_id: str,
    advice: str = "; --overwrite takes the page's words instead",
    came: str = "edited by hand",
) -> Issue:
    message = f"{storing.FOLDER}/{exercise_id}.yaml was {came} and is kept{advice}"
    return Issue("hand-edited", Severity.WARNING, message, file=file)


def _duplicate_issue(file: str, exercise_id: str, winner: str) -> Issue:
    message = f"the same exercise ({exercise_id}) is read from {winner}, which was kept; remove one of the two pages"
    return Issue("duplicate-page", Severity.WARNING, message, file=file)
