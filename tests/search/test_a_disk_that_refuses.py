"""An index that cannot be written leaves no file open: a program that goes on must be able to unmount the disk."""

from __future__ import annotations

import gc
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.search import whoosh_index
from pipeline.search.whoosh_index import TOKEN_FIELDS

_ROOM = 20_000
"""Bytes that a file may grow to."""


@pytest.fixture
def little_room() -> Iterator[None]:
    """Every file of this process that grows past a few blocks is refused, as on a full disk."""
    before, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def _documents(count: int) -> Iterator[dict[str, object]]:
    for number in range(count):
        terms = {name: [f"{name}{number}x{n}" for n in range(20)] for name in TOKEN_FIELDS}
        yield {"id": f"press-{number}", "card": "{}", **terms}


@pytest.mark.usefixtures("little_room")
def test_an_index_that_does_not_fit_leaves_no_file_open(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too large"):
        whoosh_index.write(tmp_path, _documents(300), (), create=True)
    gc.collect()  # a file that only the collector closes is an error of its own here
    held = [str(link.readlink()) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert not [target for target in held if target.startswith(str(tmp_path))]
