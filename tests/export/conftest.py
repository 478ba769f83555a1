from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.collection import fill

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A collection of three records."""
    return fill(tmp_path / "collection")


@pytest.fixture
def run(root: Path) -> Run:
    """Runs `exercises` on the collection."""
    return _runner(root, [])


@pytest.fixture
def run_as_anybody(root: Path) -> Run:
    """Runs `exercises` as a user whom the modes of files bind, whoever runs the tests."""
    if not hasattr(os, "geteuid"):
        pytest.skip("there are no modes")
    if os.geteuid() != 0:
        return _runner(root, [])
    if shutil.which("setpriv") is None:
        pytest.skip("modes do not bind root, and there is no setpriv")
    without = "-dac_override,-dac_read_search"
    return _runner(root, ["setpriv", f"--bounding-set={without}", f"--inh-caps={without}"])


def _runner(root: Path, before: list[str]) -> Run:
    def call(*arguments: str, umask: int = -1) -> subprocess.CompletedProcess[bytes]:
        environment = {
            **os.environ,
            "EXERCISES_ROOT": str(root),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        command = [*before, sys.executable, "-m", "pipeline", *arguments]
        return subprocess.run(command, capture_output=True, env=environment, cwd=root, check=False, umask=umask)

    return call
