"""What stands in normalized/ under the name of a record and is none is told, and nothing waits for it."""

from __future__ import annotations

import os

import pytest

from tests.trouble.world import LEG_CURL_ID, World


@pytest.fixture
def read(world: World) -> World:
    world.page("page.txt")
    world.ingest()
    return world


@pytest.mark.parametrize("command", ["ingest", "index", "validate", "stats"])
def test_a_pipe_is_no_record(command: str, read: World) -> None:
    os.mkfifo(read.root / "normalized" / "x.yaml")
    done = read.run(command)
    assert "normalized/x.yaml:1: " in done.err + done.out and "is no regular file; move it away" in done.err + done.out
    assert read.found("curl") == [LEG_CURL_ID]


def test_a_pipe_is_not_shown(read: World) -> None:
    os.mkfifo(read.root / "normalized" / "x.yaml")
    done = read.run("show", "x")
    assert (done.code, done.lines) == (1, ["exercises: normalized/x.yaml:1: is no regular file; move it away"])


def test_a_link_that_leads_nowhere_costs_itself_alone(read: World) -> None:
    (read.root / "normalized" / "x.yaml").symlink_to(read.root / "gone.yaml")
    done = read.run("ingest")
    assert [line for line in done.lines if "x.yaml" in line] == [
        "normalized/x.yaml:1: cannot be read: No such file or directory (left out of the index)"
    ]
    assert read.found("curl") == [LEG_CURL_ID]
