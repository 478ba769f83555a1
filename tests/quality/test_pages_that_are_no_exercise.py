"""Pages about something else than one exercise, tempting ones among them: steps, labels and muscles stand on many."""

from __future__ import annotations

from pathlib import Path

import yaml

from pipeline.ingest.judging import read_file
from pipeline.reading import Profiles
from pipeline.settings import Settings

NONE = Path(__file__).parent / "none"
_FEWEST = 70
_MOST_ACCEPTED = 0.1


def test_hardly_any_is_stored_and_those_are_known_by_name() -> None:
    known = set(yaml.safe_load((NONE / "accepted.yaml").read_text("utf-8")))
    pages = [path for path in sorted(NONE.iterdir()) if path.suffix != ".yaml"]
    profiles, settings = Profiles(), Settings()
    stored = {p.name for p in pages for r in read_file(p, p.name, profiles, settings) if not r.rejected}
    assert stored == known
    assert len(pages) >= _FEWEST
    assert len(known) <= _MOST_ACCEPTED * len(pages)
