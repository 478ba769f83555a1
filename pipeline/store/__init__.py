"""normalized/: one YAML file an exercise. Written in one step or not at all; the same record is the same bytes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.errors import BadRecord, CannotWrite, NoSuchThing
from pipeline.mapping import WrongShape, from_mapping, to_mapping
from pipeline.records import Exercise, Issue
from pipeline.store import yamlfile
from pipeline.store.writing import LEFT_BEHIND, replace_all, write_atomically

FOLDER = "normalized"
REJECTED = "rejected"
IMPORTED = "import:"
"""How the profile of a record begins that was read from another program's file: no page may take its place."""
_DIGEST_LINE = re.compile(rb"^  digest: .*\n", re.MULTILINE)
_LONGEST_FOLDED = 12
"""Lines of a folded text that are looked through for an excerpt."""
_REJECTION_DIGEST = b"# digest: "
_SAFE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")


def serialized(exercise: Exercise) -> bytes:
    """The file of a record, its digest included. Deterministic."""
    return file_of(to_mapping(exercise))


def file_of(mapping: Mapping[str, Any]) -> bytes:
    """The file of a record that is plain data already."""
    source = {name: text for name, text in mapping.get("source", {}).items() if name != "digest"}
    mapping = {name: value for name, value in mapping.items() if name != "source"}
    bare = yamlfile.dump({**mapping, "source": source} if source else mapping).encode() + (
        b"" if source else b"source:\n"
    )
    return bare + f"  digest: {digest(bare)}\n".encode()


def digest(text: bytes) -> str:
    """SHA-256 of a record's file without its digest line and whatever git made of its line ends."""
    text = text.replace(b"\r\n", b"\n")
    return hashlib.sha256(_DIGEST_LINE.sub(b"", text) if b"  digest: " in text else text).hexdigest()


def is_untouched(text: bytes) -> bool:
    """Whether a record's file is as the program wrote it: its digest fits the rest of it."""
    found = _DIGEST_LINE.search(text.replace(b"\r\n", b"\n"))
    return found is not None and found.group().split()[1].decode("ascii", "replace") == digest(text)


def parse(text: bytes, file: str) -> Exercise:
    """The record in a file's bytes. Raises BadRecord with the line at fault."""
    try:
        return from_mapping(yamlfile.load(text))
    except yamlfile.BadYaml as error:
        raise BadRecord(file, error.line, str(error)) from error
    except WrongShape as error:
        raise BadRecord(file, _line_of(text, error.key), str(error)) from error


def named(exercise: Exercise, stem: str) -> Exercise:
    """The record, if its id is its file's name. Raises BadRecord: ids become names of files, documents and keys, so each
    stands once.
    """
    if exercise.id != stem:
        message = f"says its id is {exercise.id!r}, and the file is called otherwise; let the two be the same"
        raise BadRecord(f"{FOLDER}/{stem}.yaml", 1, message)
    return exercise


def _line_of(text: bytes, key: str) -> int:
    """The line of a key, or of the nearest part of the file that holds it."""
    known = yamlfile.lines(text)
    while key and key not in known:
        key = key.rpartition(".")[0]
    return known.get(key, 1)


def placed(issues: Iterable[Issue], text: bytes, file: str) -> Iterator[Issue]:
    """Findings on a stored record, with the line and column of what each is about."""
    known: dict[str, int] | None = None
    file_lines: list[str] = []
    for issue in issues:
        file_lines = file_lines or text.decode("utf-8-sig", "replace").splitlines()
        line = 0 if issue.place.path else _line_of_field(text, issue.field)
        if not line:
            known = yamlfile.lines(text) if known is None else known
            line = known.get(".".join(issue.place.path or (issue.field,))) or known.get(issue.field, 1)
        line, column = _pointed_at(issue.excerpt, file_lines, line)
        yield replace(issue, file=file, place=replace(issue.place, line=line, column=column))


def _line_of_field(text: bytes, field: str) -> int:
    """The line at whose beginning a field stands, as it does in every file that the program wrote; 0 for none.

    What is indented is no field, so that the whole need not be parsed again for it.
    """
    found = re.search(rb"^%s:" % field.encode(), text, re.MULTILINE) if field else None
    return text.count(b"\n", 0, found.start()) + 1 if found else 0


def _pointed_at(excerpt: str, file_lines: list[str], line: int) -> tuple[int, int | None]:
    """Line and column of an excerpt that stands at `line` or, in a folded text, a few lines further down."""
    for number in range(line, min(line + _LONGEST_FOLDED, len(file_lines)) + 1) if excerpt else ():
        column = file_lines[number - 1].find(excerpt)
        if column >= 0:
            return number, column + 1
        if number > line and not file_lines[number - 1].startswith(" "):
            break  # the next key of the record
    return line, None


def make_folder(root: Path) -> None:
    """Makes normalized/, if need be: a collection without a record is one. Raises CannotWrite."""
    try:
        (root / FOLDER).mkdir(exist_ok=True)
    except OSError as error:
        raise CannotWrite.because(root / FOLDER, error) from error


@dataclass(frozen=True, slots=True)
class Stored:
    """One file of the store: the record, its bytes and the path below the root."""

    exercise: Exercise
    text: bytes
    file: str


class Store:
    """The records of one collection. Reading never writes; writing replaces a file in one step."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / FOLDER

    def sweep(self) -> None:
        """Removes what a killed run left half-written; the caller holds the writer's lock."""
        for folder in (self.folder, self.folder / REJECTED):
            for path in folder.glob(LEFT_BEHIND) if folder.is_dir() else ():
                with contextlib.suppress(OSError):
                    path.unlink()

    def path(self, exercise_id: str) -> Path:
        """Where a record stands. Raises NoSuchThing for an id that could not be one of ours."""
        if not _SAFE_ID.fullmatch(exercise_id):
            raise NoSuchThing(f"{exercise_id!r} is no id of an exercise; `exercises search` shows the ids")
        return self.folder / f"{exercise_id}.yaml"

    def files(self) -> Iterator[os.DirEntry[str]]:
        """The files of the records, sorted by name; an empty folder or none gives nothing."""
        try:
            entries = sorted(os.scandir(self.folder), key=lambda e: e.name)
        except FileNotFoundError:
            return
        except OSError as error:
            raise NoSuchThing(f"cannot read {self.folder}: {error.strerror or error}") from error
        yield from (e for e in entries if e.name.endswith(".yaml") and not e.name.startswith("."))

    def text(self, exercise_id: str) -> bytes | None:
        """The bytes of a record's file; None when there is none. Raises BadRecord when it cannot be read."""
        path = self.path(exercise_id)
        try:
            return bytes_of(path, f"{FOLDER}/{path.name}")
        except FileNotFoundError:
            return None
        except NotADirectoryError as error:
            raise CannotWrite(str(self.folder), "a file stands where the folder should be; move it away") from error
        except OSError as error:
            raise BadRecord(f"{FOLDER}/{path.name}", 1, f"cannot be read: {error.strerror or error}") from error

    def get(self, exercise_id: str) -> Exercise:
        """One record. Raises NoSuchThing or BadRecord."""
        text = self.text(exercise_id)
        if text is None:
            raise NoSuchThing(f"no exercise has the id {exercise_id!r}")
        return named(parse(text, f"{FOLDER}/{exercise_id}.yaml"), exercise_id)

    def strays(self) -> Iterator[BadRecord]:
        """Files that somebody meant to be records, under names that are not read."""
        for entry in sorted(os.scandir(self.folder), key=lambda e: e.name) if self.folder.is_dir() else ():
            if (
                entry.is_dir()
                and entry.name != REJECTED
                and not entry.name.startswith(".")
                and _holds_records(entry.path)
            ):
                message = f"holds records that are not read there; move them into {FOLDER}/ itself"
                yield BadRecord(f"{FOLDER}/{entry.name}", 1, message)
            stem, dot, end = entry.name.rpartition(".")
            if dot and stem and end != "yaml" and end.lower() in ("yaml", "yml"):
                name = f"{stem}.yaml"
                advice = (
                    f"call it {name}" if not (self.folder / name).exists() else f"{name} is there as well, remove one"
                )
                yield BadRecord(f"{FOLDER}/{entry.name}", 1, f"is not read under this name; {advice}")

    def records(self) -> Iterator[Stored | BadRecord]:
        """Every record in the order of its id; a file that cannot be read comes as the error, not raised."""
        for entry in self.files():
            file = f"{FOLDER}/{entry.name}"
            try:
                if entry.stat().st_size > 1_000_000:
                    raise BadRecord(file, 1, "is larger than 1 MB; no record is")
                text = bytes_of(Path(entry.path), file)
                exercise = parse(text, file)
            except BadRecord as error:
                yield error
            except OSError as error:
                yield BadRecord(file, 1, f"cannot be read: {error.strerror or error}")
            else:
                yield Stored(exercise, text, file)
        yield from self.strays()

    def write(self, exercise_id: str, text: bytes) -> str:
        """Puts a record's bytes in place; the stamp of the file. Raises CannotWrite."""
        return stamp(write_atomically(self.path(exercise_id), text))

    def write_all(self, texts: Mapping[str, bytes], is_wanted: Callable[[str], bool]) -> dict[str, str]:
        """Puts the bytes of some dozens of records in place, by id, each in one step; the stamps of the files.

        Each is asked for right before, when its bytes are on the disk: one that is not wanted any more stays out.
        Raises CannotWrite.
        """
        by_path = {self.path(exercise_id): exercise_id for exercise_id in texts}
        contents = dict(zip(by_path, texts.values(), strict=True))
        written = replace_all(contents, lambda path: is_wanted(by_path[path]))
        return {by_path[path]: stamp(status) for path, status in written.items()}

    def stamp(self, path: Path) -> str:
        """The stamp of a file of the store; empty when it is not there."""
        try:
            return stamp(path.stat())
        except OSError:
            return ""

    def reject(self, name: str, text: bytes) -> bool:
        """Keeps what could be read of a page under rejected/<name>.yaml, for a person to finish.

        False when a person has begun to: then the file stays as it is.
        """
        path = self.rejection(name)
        if not _is_ours(path):
            return False
        write_atomically(path, text + _REJECTION_DIGEST + digest(text).encode() + b"\n")
        return True

    def rejection(self, name: str) -> Path:
        """Where the remains of a rejected page stand."""
        return self.folder / REJECTED / f"{name}.yaml"

    def has_rejections(self) -> bool:
        """Whether there is anything under rejected/."""
        return (self.folder / REJECTED).exists()

    def clear_rejection(self, name: str) -> None:
        """A page that is read now is rejected no longer; what a person wrote there stays."""
        path = self.rejection(name)
        if path.exists() and _is_ours(path):
            with contextlib.suppress(OSError):
                path.unlink()
            with contextlib.suppress(OSError):
                path.parent.rmdir()  # only an empty folder goes


def bytes_of(path: Path, file: str) -> bytes:
    """What a file of the store holds. Raises BadRecord for a pipe or a device, which may have nothing to say for ever, and
    OSError.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadRecord(file, 1, "is no regular file; move it away")
    return path.read_bytes()


def _holds_records(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(entry.name.endswith(".yaml") for entry in entries)
    except OSError:
        return False


def _is_ours(path: Path) -> bool:
    """Whether a rejection is as the program wrote it, or not there."""
    try:
        text, _, stated = path.read_bytes().rpartition(_REJECTION_DIGEST)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return stated.strip().decode("ascii", "replace") == digest(text)


def stamp(status: os.stat_result) -> str:
    """Size and time of a file: what shows, without reading it, that somebody changed it."""
    return f"{status.st_size}:{status.st_mtime_ns}"
