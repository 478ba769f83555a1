from __future__ import annotations

from pathlib import Path

import pytest

from tests.trouble.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """An empty collection with a raw/ folder."""
    made = World(tmp_path)
    made.raw.mkdir()
    return made
