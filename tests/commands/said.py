"""Runs a command line within the test's process, as `exercises` would, and keeps what it said."""

from __future__ import annotations

import contextlib
import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from pipeline.cli import main


class Said(NamedTuple):
    """The exit code of a command line, its output and its messages."""

    code: int
    out: str
    err: str


class Stream(io.StringIO):
    """Standard output or error; a terminal when `terminal` says so."""

    terminal = False

    def isatty(self) -> bool:
        return self.terminal


def said(*arguments: str, root: Path, terminal: bool = False, **environment: str) -> Said:
    """What a command line prints. With `terminal` both streams are one."""
    out, err = Stream(), Stream()
    out.terminal = err.terminal = terminal
    code = 0
    with (
        mock.patch.dict(os.environ, environment),
        own_handler(),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main(["--root", str(root), *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Said(code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def own_handler() -> Iterator[None]:
    """Afterwards the test's own handler hears SIGTERM again, whatever the program set."""
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
