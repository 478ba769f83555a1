"""What many tests need: the sample collection, read once, and the command line as a real process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ.pop("PYTHONUNBUFFERED", None)  # what is not written at once may fail later, as it does for users
REPOSITORY = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a collection made from the sample pages; tests must not change it."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(REPOSITORY / "raw", root / "raw")
    done = run_exercises("ingest", root=root)
    assert done.returncode == 0, done.stderr
    return root


def run_exercises(*arguments: str, root: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs `exercises --root ROOT ...` as a process of its own and returns what it said."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), **more}
    command = [sys.executable, "-m", "pipeline", "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)


@pytest.fixture
def exercises() -> Run:
    return run_exercises
