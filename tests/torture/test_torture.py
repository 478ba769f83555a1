"""The short versions of `make torture`, with seeds."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.torture import crowd, damage, kills, refusals, scenes, strings
from tests.torture.scenes import Scene


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Scene]:
    """Every scene, prepared and run undisturbed once."""
    folder = tmp_path_factory.mktemp("scenes")
    return {name: scenes.make(name, folder) for name in scenes.SCENES}


def faults(every: Iterable[list[str]]) -> list[str]:
    tried = list(every)
    assert tried
    return [fault for found in tried for fault in found]


def test_killed_at_any_moment_the_state_is_whole_and_the_next_run_converges(
    made: dict[str, Scene], tmp_path: Path
) -> None:
    assert faults(kills.kill_at_random(list(made.values()), len(made), tmp_path, random.Random(5))) == []


def test_every_file_of_the_index_may_be_damaged_in_any_way(made: dict[str, Scene], tmp_path: Path) -> None:
    files = len(damage.files(made["rebuild"].stage(tmp_path / "looked-at")))
    assert faults(damage.damage(made["rebuild"], 3 * files, tmp_path, random.Random(7))) == []


def test_everything_beside_the_index_may_be_damaged_in_any_way(made: dict[str, Scene], tmp_path: Path) -> None:
    assert faults(damage.damage_state(made["changed"], tmp_path, random.Random(7))) == []


# Whoosh leaves its files to the garbage collector when it is refused a write.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(("name", "places"), [("changed", range(1, 230, 47)), ("rebuild", range(1, 110, 37))])
def test_a_disk_that_refuses_anywhere_is_one_line_and_nothing_is_half_written(
    made: dict[str, Scene], tmp_path: Path, name: str, places: range
) -> None:
    assert faults(refusals.refuse(made[name], places, tmp_path)) == []


def test_readers_and_writers_do_not_disturb_each_other(tmp_path: Path) -> None:
    wrong, searched, written = crowd.crowd(tmp_path / "crowd", readers=3, writers=2, seconds=3)
    assert wrong == []
    assert searched and written


def test_hostile_strings_come_back_as_they_were(tmp_path: Path) -> None:
    assert strings.check(200, tmp_path)["all"] >= 200
