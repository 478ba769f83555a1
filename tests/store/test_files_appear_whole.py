"""Files that are written together: each is the old one or the new one, whatever the disk does."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pipeline.errors import CannotWrite
from pipeline.store import Store
from pipeline.store.writing import replace_all

NAMES = ("a.yaml", "b.yaml", "c.yaml")


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    for name in NAMES:
        (tmp_path / name).write_bytes(b"old")
    return [tmp_path / name for name in NAMES]


def test_all_are_on_the_disk_before_any_has_its_name(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[bytes]] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        seen.append({path.read_bytes() for path in paths})
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    states = replace_all(dict.fromkeys(paths, b"new!"))
    assert seen == [{b"old"}] * len(paths)
    assert {path.read_bytes() for path in paths} == {b"new!"}
    assert {path: status.st_ino for path, status in states.items()} == {path: path.stat().st_ino for path in paths}


@pytest.mark.parametrize("step", ["open", "write", "fsync", "fstat", "replace"])
@pytest.mark.parametrize("refused", [1, 2, 3])
def test_a_refusal_leaves_nothing_half_written(
    paths: list[Path], monkeypatch: pytest.MonkeyPatch, step: str, refused: int
) -> None:
    real, calls = getattr(os, step), [0]

    def refusing(*given: object) -> object:
        calls[0] += 1
        if calls[0] == refused:
            raise OSError(errno.ENOSPC, "no space")
        return real(*given)

    with monkeypatch.context() as patched:
        patched.setattr(os, step, refusing)
        with pytest.raises(CannotWrite, match=rf"{NAMES[refused - 1]}.*disk is full"):
            replace_all(dict.fromkeys(paths, b"new!"))
    assert sorted(path.name for path in paths[0].parent.iterdir()) == sorted(NAMES)
    assert {path.read_bytes() for path in paths} <= {b"old", b"new!"}


def test_ctrl_c_leaves_nothing_behind(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_handle: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", stopped)
        with pytest.raises(KeyboardInterrupt):
            replace_all(dict.fromkeys(paths, b"new!"))
    assert sorted(path.name for path in paths[0].parent.iterdir()) == sorted(NAMES)
    assert {path.read_bytes() for path in paths} == {b"old"}


def test_a_disk_that_takes_a_few_bytes_at_a_time_gets_all(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: real(handle, content[:3]))
    replace_all(dict.fromkeys(paths, b"many bytes"))
    assert {path.read_bytes() for path in paths} == {b"many bytes"}


def test_what_is_edited_while_the_disk_is_waited_for_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path)
    real = os.fsync

    def edited_meanwhile(handle: int) -> None:
        store.path("curl").write_bytes(b"mine")
        real(handle)

    monkeypatch.setattr(os, "fsync", edited_meanwhile)
    written = store.write_all({"curl": b"a", "row": b"b"}, lambda exercise_id: store.text(exercise_id) is None)
    assert list(written) == ["row"]
    assert store.path("curl").read_bytes() == b"mine"
    assert sorted(path.name for path in store.folder.iterdir()) == ["curl.yaml", "row.yaml"]
