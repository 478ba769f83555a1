from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import export
from pipeline.errors import WrongUse
from pipeline.export import Options
from pipeline.records import Exercise
from tests.collection import LEG_CURL, SAMPLES
from tests.export.conftest import Run


def test_an_earlier_export_is_replaced_and_nothing_of_it_stays(tmp_path: Path) -> None:
    for some in (SAMPLES, (LEG_CURL,)):
        export.export(export.find("markdown"), some, tmp_path / "out", Options())
    assert [p.name for p in (tmp_path / "out" / "exercises").iterdir()] == ["leg-curl.md"]
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_no_export_made_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(WrongUse, match="no export wrote"):
        export.export(export.find("markdown"), SAMPLES, tmp_path, Options())
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_an_earlier_export_that_was_protected_is_removed(run_as_anybody: Run, tmp_path: Path) -> None:
    for _ in range(3):
        assert run_as_anybody("export", "markdown", "-o", str(tmp_path / "out")).returncode == 0
        (tmp_path / "out" / "exercises").chmod(0o555)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("place", [".", "..", "../../here"])
def test_the_folder_one_is_in_is_not_taken_away(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "here" / "below")
    before = Path().stat().st_ino
    with pytest.raises(WrongUse, match=r"you are in .*, which cannot be replaced from within; give -o a folder in it"):
        export.export(export.find("markdown"), SAMPLES, Path(place), Options())
    assert Path(tmp_path / "here" / "below").stat().st_ino == before
    export.export(export.find("markdown"), SAMPLES, Path("pages"), Options())
    assert Path("pages/index.md").exists()


@pytest.mark.parametrize("name", ["json", "markdown", "datapackage", "sqlite"])
def test_an_export_that_fails_half_way_leaves_what_was_there(name: str, tmp_path: Path) -> None:
    def failing() -> Iterator[Exercise]:
        yield LEG_CURL
        raise WrongUse("stop")

    target = tmp_path / "out"
    export.export(export.find(name), SAMPLES, target, Options())
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(WrongUse, match="stop"):
        export.export(export.find(name), failing(), target, Options())
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_folder_format_asks_for_a_folder(run: Run) -> None:
    result = run("export", "markdown")
    assert (result.returncode, b"-o FOLDER" in result.stderr) == (2, True)


@pytest.mark.parametrize("name", ["markdown", "datapackage"])
def test_folders_are_the_same_bytes_each_time(name: str, tmp_path: Path) -> None:
    made = []
    for folder in (tmp_path / "a" / "out", tmp_path / "b" / "out"):
        export.export(export.find(name), SAMPLES, folder, Options())
        made.append({str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()})
    assert made[0] == made[1]
