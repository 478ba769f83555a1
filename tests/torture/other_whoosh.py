"""The search on the Whoosh that whoosh3 goes back to, so that no single maintainer is a risk.

Installed by pip into a folder that goes again, and put before the environment's own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

VERSION = "2.7.4"
_HERE = Path(__file__).parent
_REPOSITORY = _HERE.parent.parent
_TESTS = (
    "tests/search",
    "tests/relevance",
    "tests/trouble/test_damaged_index.py",
    "tests/trouble/test_what_is_stale.py",
    "tests/torture/test_torture.py",
    "tests/test_sample_collection.py",
)
"""What searches, and what builds indexes."""


def check(folder: Path) -> list[str]:
    """Runs the tests with it: what broke."""
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    wanted = ["--require-hashes", "--target", str(folder), "-r", str(_HERE / f"whoosh-{VERSION}.txt")]
    installed = subprocess.run([*install, *wanted], capture_output=True, text=True, check=False)
    if installed.returncode:
        return [f"Whoosh {VERSION} cannot be installed: {installed.stderr.strip()}"]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    found = _run(["-c", "import whoosh; print(whoosh.versionstring())"], environment)
    if found.stdout.strip() != VERSION:
        return [f"the tests would run on {found.stdout.strip() or found.stderr.strip()}"]
    done = _run(["-m", "pytest", *_TESTS], environment)
    return done.stdout.splitlines()[-40:] if done.returncode else []


def _run(arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, env=environment, cwd=_REPOSITORY, check=False
    )
