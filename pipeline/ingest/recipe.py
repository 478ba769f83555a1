"""What decides, besides the page itself, how a page is read: a page that was read with another recipe is stale."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pipeline import version
from pipeline.reading import Profiles
from pipeline.settings import Settings
from pipeline.vocabulary import fingerprint

_PARTS = (
    "*.py",
    "sources/*.py",
    "reading/**/*.py",
    "reading/*.yaml",
    "reading/words/*.yaml",
    "reading/markup/*.yaml",
    "ingest/aboutness.py",
    "ingest/judging.py",
    "rules/**/*.py",
    "rules/*.yaml",
    "vocabulary/**/*.py",
)
"""Where the program's part stands; the vocabulary's data and the profiles have fingerprints of their own."""


def recipe(profiles: Profiles, settings: Settings) -> str:
    """Changes with the program, the vocabulary, the settings, and with what tells which profile reads a page. Of the other
    words of a profile only its own pages depend: see `RunState`.
    """
    return ":".join((program(), fingerprint(), profiles.choice, hash_of(settings)))


@lru_cache(maxsize=1)
def program() -> str:
    """Changes when what reads and judges pages does, code and data: what was read with older is stale."""
    digest = hashlib.sha256()
    for path in sources():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def sources() -> list[Path]:
    """The files of the program that decide how a page is read, in a fixed order."""
    home = Path(version.__file__).parent
    return sorted(path for pattern in _PARTS for path in home.glob(pattern))


def hash_of(settings: Settings) -> str:
    """What of the settings changes how a page is judged."""
    return repr(replace(settings, fetch={}))
