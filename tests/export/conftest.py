from __future__ import annotations

import os
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

    def call(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        environment = {
            **os.environ,
            "EXERCISES_ROOT": str(root),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        command = [sys.executable, "-m", "pipeline", *arguments]
        return subprocess.run(command, capture_output=True, env=environment, cwd=root, check=False)

    return call
