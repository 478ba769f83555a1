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


def recipe(profiles: Profiles, settings: Settings) -> str:
    """Changes with the program, the vocabulary, the profiles and the settings."""
    return ":".join((program(), fingerprint(), profiles.fingerprint, hash_of(settings)))


@lru_cache(maxsize=1)
def program() -> str:
    """Changes when the code that reads and judges pages does: what older code read is stale."""
    digest = hashlib.sha256()
    home = Path(version.__file__).parent
    for path in sorted(
        (*home.glob("*.py"), *home.glob("reading/*.py"), *home.glob("rules/*.py"), *home.glob("vocabulary/*.py"))
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def hash_of(settings: Settings) -> str:
    """What of the settings changes how a page is judged."""
    return repr(replace(settings, fetch={}))
