"""Measures speed and memory, beside the peer, and prints a table: python bench/run.py [--large] [--huge] [--plot] [--rounds N]

What is measured is a copy of the program, compiled, in a temporary folder: it can be edited while the measurements run,
and no setting of the shell (such as PYTHONDONTWRITEBYTECODE) makes it slower than it is. See docs/bench.md.
"""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
_PARTS = ("pipeline", "bench", "raw")


def main(arguments: Sequence[str]) -> int:
    """Copies the program and has the copy measure itself; the exit code is that of the measurements."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        copy = Path(name)
        for part in _PARTS:
            shutil.copytree(HOME / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "out"))
        for part in _PARTS[:2]:
            compileall.compile_dir(copy / part, quiet=2)
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        command = (sys.executable, "-m", "bench.suite", str(HOME), *arguments)
        return subprocess.run(command, cwd=copy, env={**clean, "PYTHONPATH": name}, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
