"""What a worker hands over of a page: bytes to store and to index, made where the reading is done, on every core."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import store
from pipeline.ingest.judging import Reading, read_files, score
from pipeline.mapping import to_mapping
from pipeline.reading import Profiles
from pipeline.records import Exercise, Issue
from pipeline.search.documents import document
from pipeline.search.lexicon import Lexicon
from pipeline.settings import Settings
from pipeline.store import yamlfile

Rank = tuple[int, int, str, str]
"""Of two pages of one exercise the one of the smaller rank is kept: see `rank`."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """One page, read. `id` is empty when it must not be stored; then `text` is what is left for a person to finish.

    `document` is the index document of the record, as JSON.
    """

    file: str
    sha256: str
    profile: str
    issues: tuple[Issue, ...]
    text: bytes
    id: str = ""
    rank: Rank = (0, 0, "", "")
    document: bytes = b""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files; what every worker is given once."""

    profiles: Profiles
    settings: Settings
    lexicon: Lexicon

    def read(self, files: Sequence[tuple[Path, str]]) -> list[list[Prepared]]:
        """Every page of each saved file, given by its path and its name. Never raises for what a file can hold."""
        prepared: list[list[Prepared]] = [[] for _ in files]
        for group in read_files(files, self.profiles, self.settings):
            for number, reading in group:
                prepared[number].append(self._prepared(reading))
        return prepared

    def _prepared(self, reading: Reading) -> Prepared:
        exercise = reading.exercise
        if reading.rejected or exercise is None:
            return unread(reading)
        made = json.dumps(document(exercise, self.lexicon), ensure_ascii=False, separators=(",", ":")).encode()
        mapping = to_mapping(exercise)
        text, place = store.file_of(mapping), _rank(exercise, mapping)
        return Prepared(reading.file, reading.sha256, reading.profile, reading.issues, text, exercise.id, place, made)


def rank(exercise: Exercise) -> Rank:
    """Smaller is better; the same for any order of files: fuller first, then the smaller hash, then the name."""
    return _rank(exercise, to_mapping(exercise))


def _rank(exercise: Exercise, mapping: Mapping[str, Any]) -> Rank:
    fields, letters = score(mapping)
    return -fields, -letters, exercise.source.sha256, exercise.source.file


def unread(reading: Reading) -> Prepared:
    """A page that is rejected: what could be read of it, with the reasons on top."""
    mapping = to_mapping(reading.exercise) if reading.exercise else {}
    reasons = "".join(f"# {' '.join(str(issue).split())}\n" for issue in reading.issues)
    head = "# This page was rejected. Complete it, save it as normalized/<id>.yaml, and run `exercises validate`.\n"
    text = f"{head}{reasons}{yamlfile.dump(mapping) if mapping else ''}"
    return Prepared(reading.file, reading.sha256, reading.profile, reading.issues, text.encode())
