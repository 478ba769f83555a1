"""`exercises probe` takes every page by the name that the other commands print."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.commands.said import said
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "raw" / "Barbell Shrug.txt").read_text("utf-8")
MEMBERS = ("a.txt", "p/../b.txt", "a//c.txt", "./d.txt", "of#two.txt")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "collection"
    (root / "raw").mkdir(parents=True)
    (root / "raw" / "one.txt").write_text(PAGE, "utf-8")
    with zipfile.ZipFile(root / "raw" / "several#1.zip", "w") as archive:
        for member in MEMBERS:
            archive.writestr(member, PAGE)
    return root


def test_every_page_is_found_by_the_name_that_ingest_prints(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [page["file"] for page in json.loads(said("ingest", "--json", root=root).out)["results"]]
    assert sorted(names) == sorted(["raw/one.txt", *(f"raw/several#1.zip#{member}" for member in MEMBERS)])
    for folder in (root, root.parent):
        monkeypatch.chdir(folder)
        assert [json.loads(said("probe", name, "--json", root=root).out)["file"] for name in names] == names


def test_the_path_as_it_is_goes_before_the_one_below_the_root(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = root.parent / "raw" / "one.txt"
    other.parent.mkdir()
    other.write_text(PAGE.replace("Shrug", "Row"), "utf-8")
    monkeypatch.chdir(root.parent)
    assert json.loads(said("probe", "raw/one.txt", "--json", root=root).out)["file"] == "../raw/one.txt"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("raw/two.txt", "there is no file raw/two.txt"),
        ("raw/several#1.zip#b.txt", "there is no page b.txt in {root}/raw/several#1.zip"),
        (f"raw/several#1.zip#{'b' * 300}", "there is no page bbb"),
    ],
)
def test_a_name_that_no_page_has_is_one_clear_line(name: str, message: str, root: Path) -> None:
    refused = said("probe", name, root=root)
    assert refused.code == 2 and refused.err.count("\n") == 1
    assert refused.err.startswith(f"exercises: {message.format(root=root)}")
