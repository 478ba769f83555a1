"""What can go wrong, in one tree.

    PipelineError                  anything this program raises on purpose; `str()` is one line for a person
     +- WrongUse                   the call itself is off: exit code 2
     |   +- UnknownValue           a filter value the vocabulary does not know
     |   +- NoSuchThing            a file, folder or record that is not there
     |   +- BadSettings            exercises.toml or a profile says something impossible
     +- UnreadablePage             bytes that hold no readable page: the page is rejected
     +- BadRecord                  a stored record that cannot be read back
     +- CannotWrite                the disk refuses: full, read-only, gone
     +- IndexUnusable              no index, a damaged one, or one made by another version
     +- Locked                     another run is writing

Errors carry what happened as attributes, so that a caller need not take a sentence apart.
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Self

_LONGEST_FAULT = 200
_DENIED = "permission denied; make the folder writable and run again"
_ADVICE = {
    errno.ENOSPC: "the disk is full; free some space and run again",
    errno.EDQUOT: "the quota is used up; free some space and run again",
    errno.EIO: "input/output error; see to the disk and run again",
    errno.EROFS: "the file system is read-only; make it writable and run again",
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EEXIST: "part of the path is a file, not a folder; move it away and run again",
    errno.ENOENT: "a folder on the way is gone; put it back, or run again",
    errno.ENOTDIR: "part of the path is a file, not a folder; move it away and run again",
}


def fault(error: BaseException) -> str:
    """What an error is that nobody raised on purpose, and where it was: "at steps.py:120: IndexError: list index out of range"."""
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    where = f"at {Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}: " if last else ""
    return " ".join(f"{where}{type(error).__name__}: {error}".split())[:_LONGEST_FAULT]


class PipelineError(Exception):
    """Base of every error raised on purpose. `exit_code` is what the command line returns for it."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class WrongUse(PipelineError):
    """The call is off: an argument, a combination, a name."""


class UnknownValue(WrongUse):
    """A value outside the vocabulary; `suggestions` holds the nearest known ones, best first."""

    def __init__(self, kind: str, value: str, suggestions: tuple[str, ...] = (), advice: str = "") -> None:
        """`advice` is what to do where no suggestion is what was meant."""
        hint = f"; did you mean {' or '.join(repr(s) for s in suggestions)}?" if suggestions else ""
        more = f"{' ' if hint else '; '}{advice}" if advice else ""
        super().__init__(f"unknown {kind}: {value!r}{hint}{more}")
        self.kind, self.value, self.suggestions = kind, value, suggestions


class NoSuchThing(WrongUse):
    """A file, folder or record that was asked for and is not there."""


class BadSettings(WrongUse):
    """exercises.toml, or a profile, cannot be used; `where` is file and line or key."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where


class UnreadablePage(PipelineError):
    """The bytes hold no page: empty, binary, too large. `code` is the rule code of the finding."""

    exit_code = 1

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code

    def alone(self) -> UnreadablePage:
        """The same error without its traceback, which keeps in memory whatever was looked at when it was raised."""
        return UnreadablePage(self.code, self.message)


class BadRecord(PipelineError):
    """A stored record cannot be read; `line` counts from 1, None when the whole file is at fault."""

    exit_code = 1

    def __init__(self, file: str, line: int | None, message: str) -> None:
        super().__init__(f"{file}:{line or 1}: {message}")
        self.file, self.line, self.reason = file, line, message


class CannotWrite(PipelineError):
    """The file system refused a write; nothing half-written is left behind."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"cannot write {path}: {reason}")
        self.path, self.reason = path, reason

    @classmethod
    def because(cls, path: object, error: OSError) -> Self:
        """The error for a refusal of the system, with what to do about it."""
        return cls(str(path), _ADVICE.get(error.errno or 0) or error.strerror or str(error))


class IndexUnusable(PipelineError):
    """There is no index to search, or not one this version may open; `reason` says which."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Locked(PipelineError):
    """Another process holds the writer's lock; `holder` names it."""

    def __init__(self, holder: str) -> None:
        super().__init__(f"another run is writing here ({holder}); wait for it, or give --wait SECONDS")
        self.holder = holder
