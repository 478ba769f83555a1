"""A collection in a folder of its own, and the program run on it as a person would run it.

Commands run to their end in this process, which is quick; what is stopped, killed, timed or needs a terminal is a process.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import yaml

from pipeline.cli import main
from tests.trouble.pages import LEG_CURL, Exercise, text_page

PROGRAM = (sys.executable, "-m", "pipeline")
LEG_CURL_ID = "inverse-leg-curl-bench-support"


class Finished(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on standard error, one finding each."""
        return self.err.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class World:
    """The root of one collection."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.raw = root / "raw"
        self.normalized = root / "normalized"
        self.rejected = root / "normalized" / "rejected"
        self.index = root / "index"

    # -- pages ---------------------------------------------------------------------------------------------------

    def page(self, name: str, content: str | bytes | Exercise = LEG_CURL) -> Path:
        """Puts a page into raw/."""
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Exercise):
            content = text_page(content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if not content:
            os.utime(path, (0, 0))  # a file emptied this moment is waited for
        return path

    # -- the program ---------------------------------------------------------------------------------------------

    def run(self, *arguments: str | Path, env: dict[str, str] | None = None) -> Finished:
        """Runs a command to its end, in this process: its own main(), with the streams caught. A traceback fails."""
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        on_terminate = signal.getsignal(signal.SIGTERM)
        try:
            with (
                mock.patch.dict(os.environ, environment(env), clear=True),
                contextlib.chdir(self.root),
                contextlib.redirect_stdout(out),
                contextlib.redirect_stderr(err),
            ):
                main(["--root", str(self.root), *map(str, arguments)])
        except SystemExit as ended:
            code = ended.code
        finally:
            signal.signal(signal.SIGTERM, on_terminate)
        said = [stream.detach().getvalue().decode("utf-8") for stream in (out, err)]  # type: ignore[attr-defined]
        assert isinstance(code, int)
        return Finished(code, *said)

    def start(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        """Starts a command in a process group of its own, as a shell does."""
        return subprocess.Popen(
            [*PROGRAM, "--root", str(self.root), *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            env=environment(),
            cwd=self.root,
            start_new_session=True,
        )

    def ingest(self, *arguments: str | Path) -> dict[str, Any]:
        """Runs `ingest --json`; its report. The exit code must fit it."""
        done = self.run("ingest", "--json", *arguments)
        assert done.out, done.err
        report: dict[str, Any] = done.json
        left_out = "left out of the index" in done.err
        assert done.code == (1 if report["rejected"] or left_out else 0), done
        return report

    def found(self, *arguments: str) -> list[str]:
        """The ids that a search finds, in its order."""
        done = self.run("search", "--json", "--limit", "0", *arguments)
        assert done.code == 0, done.err
        return [hit["id"] for hit in done.json["hits"]]

    def on_terminal(self, *arguments: str, env: dict[str, str] | None = None) -> tuple[int, str]:
        """Runs a command on a terminal of 100 columns: its exit code, and everything that reached the terminal."""
        master, slave = pty.openpty()
        process = subprocess.Popen(
            [*PROGRAM, "--root", str(self.root), *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment({"TERM": "xterm-256color", "COLUMNS": "100", **(env or {})}),
            cwd=self.root,
        )
        os.close(slave)
        shown = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # EIO: nobody holds the other end any longer
                break
            if not piece:
                break
            shown += piece
        os.close(master)
        return process.wait(60), shown.decode("utf-8")

    # -- what is on the disk -------------------------------------------------------------------------------------

    def record(self, exercise_id: str = LEG_CURL_ID) -> dict[str, Any]:
        loaded: dict[str, Any] = yaml.safe_load((self.normalized / f"{exercise_id}.yaml").read_text("utf-8"))
        return loaded

    def record_file(self, exercise_id: str = LEG_CURL_ID) -> Path:
        return self.normalized / f"{exercise_id}.yaml"

    def ids(self) -> list[str]:
        return sorted(path.stem for path in self.normalized.glob("*.yaml"))

    def rejections(self) -> dict[str, str]:
        """Everything in rejected/, by file name."""
        return {path.name: path.read_text("utf-8") for path in sorted(self.rejected.glob("*"))}

    def files(self, folder: str) -> dict[str, bytes]:
        """Every file below a folder of the root, with its bytes."""
        below = self.root / folder
        return {str(p.relative_to(below)): p.read_bytes() for p in sorted(below.rglob("*")) if p.is_file()}

    def times(self) -> dict[str, int]:
        """When each record was last written."""
        return {path.name: path.stat().st_mtime_ns for path in self.normalized.glob("*.yaml")}


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """This process's environment without what would change the program's answers."""
    kept = {k: v for k, v in os.environ.items() if k not in ("EXERCISES_ROOT", "NO_COLOR", "TERM", "COLUMNS")}
    return {**kept, **(more or {})}


def outcomes(report: dict[str, Any]) -> dict[str, str]:
    """What came of each page, by its file."""
    return {result["file"]: result["outcome"] for result in report["results"]}


def codes(report: dict[str, Any], file: str) -> list[str]:
    """The codes of a page's findings."""
    return [i["code"] for result in report["results"] if result["file"] == file for i in result["issues"]]


def wait_for(happened: Callable[[], object], seconds: float = 30) -> None:
    """Returns as soon as something is so."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.002)


def ended(process: subprocess.Popen[bytes], seconds: float = 60) -> Finished:
    """Waits for a started command."""
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise
    finished = Finished(process.returncode, out.decode("utf-8"), err.decode("utf-8"))
    assert "Traceback" not in finished.err, finished.err
    return finished
