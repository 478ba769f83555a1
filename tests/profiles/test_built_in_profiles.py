"""The built-in profiles know their own pages and no others, and read them better than the generic one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import pipeline.reading
from pipeline.ingest import sampling
from pipeline.ingest.judging import examine
from pipeline.mapping import to_mapping
from pipeline.reading import Profiles
from pipeline.reading.words.profile_files import LISTS
from pipeline.reading.words.profiles import GENERIC
from pipeline.records import Page
from pipeline.settings import Settings
from pipeline.sources import folders, saved
from tests.conftest import REPOSITORY

HOME = Path(pipeline.reading.__file__).parent / "profiles"
NAMES = sorted(path.stem for path in HOME.glob("*.yaml"))
SHAPES = ("muscle-database", "muscle-directory", "step-library", "store-guide")
OF_THIS_SHAPE = {
    "tests/quality/pages/latin-directory": "muscle-directory",
    "tests/quality/pages/latin-br": "muscle-directory",
    "tests/quality/pages/federation-columns": "muscle-directory",
    "tests/quality/pages/fan-page": "muscle-directory",
    "tests/quality/pages/old-table-menu": "muscle-directory",
    "tests/quality/pages/nineties-bold-cells": "muscle-directory",
    "tests/quality/pages/directory-plain-equipment": "muscle-directory",
    "tests/quality/pages/trainer-checkpoints": "step-library",
    "tests/quality/pages/db-profile-list": "store-guide",
    "tests/quality/pages/sticky-aside": "store-guide",
}
"""Pages of the quality corpus that are of a shape that a profile was written for."""


@cache
def profiles() -> Profiles:
    return Profiles()


def pages(folder: Path) -> Iterator[tuple[Path, Page]]:
    for found in folders.find(folder, (folder,)):
        yield from ((found.path, p) for p in saved.read(found.path, found.file, 10**7) if isinstance(p, Page))


def read(page: Page, chosen: Profiles) -> dict[str, Any]:
    exercise = examine(page, chosen, Settings()).reading.exercise
    assert exercise is not None
    return {k: v for k, v in to_mapping(exercise).items() if k != "source"}


class Only(Profiles):
    """The generic profile for every page."""

    def chosen(self, *_: object) -> Any:
        return self.by_name[GENERIC], "no choice"


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_has_samples_and_reads_them_as_recorded(name: str) -> None:
    samples = sampling.check(name, Path("/nowhere"), profiles(), Settings())
    assert len(samples) >= (2 if name in SHAPES else 1)
    assert all(sample.recorded and not sample.drift for sample in samples), samples


@pytest.mark.parametrize("name", SHAPES)
def test_a_profile_wins_on_its_samples_and_reads_what_generic_does_not(name: str) -> None:
    better = 0
    for _, page in pages(HOME / name):
        examined = examine(page, profiles(), Settings())
        assert examined.profile.name == name and "words stand on the page" in examined.why
        better += read(page, profiles()) != read(page, Only())
    assert better  # at least one: what a profile taught, generic may have learnt since


@pytest.mark.parametrize("folder", ["raw", "tests/quality/pages", "tests/quality/saving"])
def test_a_profile_does_not_win_on_the_pages_of_others(folder: str) -> None:
    for path, page in pages(REPOSITORY / folder):
        name = examine(page, profiles(), Settings()).profile.name
        expected = OF_THIS_SHAPE.get(path.parent.relative_to(REPOSITORY).as_posix())
        assert name == expected if expected else name in (GENERIC, "quick-facts"), path


@pytest.mark.parametrize("name", SHAPES)
def test_a_profile_says_only_what_generic_does_not(name: str) -> None:
    import yaml

    loaded = {stem: yaml.safe_load((HOME / f"{stem}.yaml").read_bytes()) for stem in (name, GENERIC)}
    own, generic = loaded[name], loaded[GENERIC]
    for field, words in own["fields"].items():
        for kind, listed in words.items():
            assert not set(listed) & set(generic["fields"][field].get(kind, ())), (field, kind)
    for key in LISTS:
        assert not set(own.get(key, ())) & set(generic.get(key, ())), key


def test_the_advice_of_a_shop_is_read_without_its_goods() -> None:
    [page] = [page for path, page in pages(HOME / "store-guide") if path.stem == "dumbbell-step-up"]
    benefits = [benefit["text"] for benefit in read(page, Only())["benefits"]]
    assert "These straps hold when the fingers tire." in benefits
    assert "These straps hold" not in str(read(page, profiles()))


def test_sections_of_single_steps_are_the_instructions() -> None:
    for _, page in pages(HOME / "step-library"):
        assert len(read(page, profiles())["instructions"]) == 3


def test_the_card_of_a_step_library_names_body_parts_where_muscles_are_named_elsewhere() -> None:
    html = (HOME / "step-library" / "stability-ball-knee-tuck.html").read_text("utf-8")
    html = html.replace(
        "<dt>Body Part:</dt><dd>Abs</dd>", "<dt>Body Part:</dt><dd>Waist</dd><dt>Target Muscle:</dt><dd>Abs</dd>"
    )
    record = read(Page(html.encode(), "raw/tuck.html", "", "text/html"), profiles())
    assert (record["body_parts"], record["target_muscles"]) == (["waist"], ["abdominals"])
