from __future__ import annotations

import dataclasses
import io
import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from pipeline.errors import WrongUse
from pipeline.export.plot import Coverage, as_png
from pipeline.records import Exercise, Issue, Severity, Source
from pipeline.stats import Stats, main_muscle, main_muscles
from tests.collection import LEG_CURL, PUSH_UP, SAMPLES, fill
from tests.export.conftest import Run


def _counted(*exercises: Exercise) -> Stats:
    stats = Stats()
    for exercise in exercises:
        stats.add(exercise)
    return stats


def test_each_facet_is_counted_and_what_is_not_stated_too() -> None:
    facets = _counted(*SAMPLES).facets
    assert facets["equipment"] == {"body weight": 1, "dumbbell": 1, "bench": 1, "machine": 1}
    assert facets["side"] == {"bilateral": 1, "unilateral": 1, "(not stated)": 1}
    assert facets["licence"] == {"CC0-1.0": 1, "(not stated)": 2}


def test_a_part_of_a_muscle_counts_for_the_muscle() -> None:
    assert main_muscle("front deltoids") == "shoulders"
    assert main_muscle("soleus") == "calves"
    assert main_muscle("abdominals") == "abdominals"
    raise_ = dataclasses.replace(LEG_CURL, target_muscles=("front deltoids", "side deltoids"))
    assert _counted(raise_).coverage == {("shoulders", "machine"): 1}


def test_gaps_are_told_in_words_and_none_that_follows_from_another() -> None:
    gaps = list(_counted(*SAMPLES).gaps())
    assert "no exercise for the lower back" in gaps
    assert "no beginner exercise for the lower back" not in gaps
    assert "no beginner exercise for the hamstrings" in gaps
    assert "no exercise for the hamstrings without equipment" in gaps
    assert not [gap for gap in gaps if "chest" in gap]


def test_an_easy_and_a_bare_exercise_are_not_an_easy_bare_one() -> None:
    easy = dataclasses.replace(PUSH_UP, target_muscles=("lower back",), equipment=("cable",))
    bare = dataclasses.replace(PUSH_UP, target_muscles=("lower back",), difficulty="advanced")
    assert "no beginner exercise for the lower back without equipment" in list(_counted(easy, bare).gaps())


def test_sources_tell_their_site_and_age() -> None:
    [site, unknown] = _counted(*SAMPLES).to_mapping("2024-05-11")["sources"]
    assert site == {
        "site": "example.com", "exercises": 2, "oldest": "2023-01-15", "newest": "2024-05-01",
        "oldest_days": 482, "newest_days": 10,
    }  # fmt: skip
    assert (unknown["site"], unknown["oldest"], unknown["newest_days"]) == ("(no address)", "", None)


def test_findings_are_counted_by_rule() -> None:
    stats = Stats()
    stats.found([Issue("muscle-twice", Severity.WARNING, "x"), Issue("muscle-twice", Severity.WARNING, "y")])
    assert stats.to_mapping("2024-01-01")["findings"] == [{"code": "muscle-twice", "severity": "warning", "count": 2}]


def test_findings_are_those_of_validate_records_that_say_the_same_included(run: Run, root: Path) -> None:
    fill(root, dataclasses.replace(PUSH_UP, id="press-ups", name="Push-Ups"))
    summary = json.loads(run("validate", "--json").stdout)["summary"]
    assert "similar-name" in summary
    findings = json.loads(run("stats", "--json").stdout)["findings"]
    assert {found["code"]: found["count"] for found in findings} == summary


def test_a_mat_beside_the_body_weight_is_no_equipment_as_in_a_search() -> None:
    on_a_mat = dataclasses.replace(PUSH_UP, target_muscles=("abdominals",), equipment=("body weight", "gym mat"))
    assert not [gap for gap in _counted(on_a_mat).gaps() if "abdominals" in gap]


def test_the_command_reports_as_json(run: Run) -> None:
    report = json.loads(run("stats", "--json").stdout)
    assert report["exercises"] == 3
    assert set(main_muscles()) <= set(report["coverage"]["muscles"])
    row = report["coverage"]["exercises"][report["coverage"]["muscles"].index("biceps")]
    assert dict(zip(report["coverage"]["equipment"], row, strict=True))["bench"] == 1


def test_the_command_prints_counts_coverage_and_gaps(run: Run) -> None:
    result = run("stats")
    text = result.stdout.decode()
    assert result.returncode == 0
    assert text.startswith("3 exercises\n")
    assert "muscle\tbench\tbody weight\tdumbbell\tmachine\n" in text
    assert "\nhamstrings\t0\t0\t0\t1\n" in text
    assert "Gaps (" in text
    assert "example.com: 2, saved 2023-01-15 to 2024-05-01" in text


def test_a_record_that_cannot_be_read_is_told(run: Run, root: Path) -> None:
    (root / "normalized" / "leg-curl.yaml").write_text("- no record")
    result = run("stats", "--json")
    assert (result.returncode, json.loads(result.stdout)["exercises"]) == (1, 2)
    assert b"normalized/leg-curl.yaml:1" in result.stderr


def test_the_coverage_can_be_drawn(run: Run, root: Path, tmp_path: Path) -> None:
    fill(root, dataclasses.replace(LEG_CURL, id="odd", name="Odd", equipment=("<&rope>",)))
    assert run("stats", "--plot", str(tmp_path / "coverage.svg")).returncode == 0
    text = (tmp_path / "coverage.svg").read_text()
    titles = [node.text for node in ET.fromstring(text).iter("{http://www.w3.org/2000/svg}title")]  # noqa: S314
    assert titles[0] == "Muscles by equipment, 4 exercises"
    assert "hamstrings, <&rope>: 1" in titles
    first = (tmp_path / "coverage.svg").read_bytes()
    run("stats", "--plot", str(tmp_path / "coverage.svg"))
    assert (tmp_path / "coverage.svg").read_bytes() == first


def test_a_picture_of_another_kind_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("stats", "--plot", str(tmp_path / "coverage.bmp"))
    assert (result.returncode, b"must end in .svg or .png" in result.stderr) == (2, True)


def test_the_coverage_can_be_drawn_as_a_png_that_others_read(run: Run, root: Path, tmp_path: Path) -> None:
    fill(root, dataclasses.replace(LEG_CURL, id="odd", name="Odd", equipment=("gerät <&漢>",)))
    path = tmp_path / "coverage.png"
    assert run("stats", "--plot", str(path)).returncode == 0
    first = path.read_bytes()
    with Image.open(io.BytesIO(first)) as picture:
        picture.load()
        assert (picture.format, picture.mode) == ("PNG", "RGB")
        colours = {colour for _, colour in picture.getcolors(1000) or ()}
    assert {(255, 255, 255), (0, 90, 50), (244, 244, 244)} <= colours
    run("stats", "--plot", str(path))
    assert path.read_bytes() == first


def test_a_cell_is_the_darker_the_more_there_are() -> None:
    table = Coverage("Few", ["chest", "lats"], ["barbell", "rope"], [[1, 100], [0, 25]])
    with Image.open(io.BytesIO(as_png(table))) as picture:
        wide, high = picture.size
        corners = [picture.getpixel((wide - 16 - 34 * c + 1, high - 16 - 34 * r + 1)) for r in (2, 1) for c in (2, 1)]
    assert corners == [(213, 232, 215), (0, 90, 50), (244, 244, 244), (118, 169, 142)]


def test_a_png_without_its_library_is_refused_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(WrongUse, match=r"pip install 'exercise-pipeline\[plot\]'"):
        as_png(Coverage("Few", ["chest"], ["barbell"], [[1]]))


def test_an_empty_collection_can_be_drawn(run: Run, root: Path, tmp_path: Path) -> None:
    for file in (root / "normalized").iterdir():
        file.unlink()
    for name in ("coverage.svg", "coverage.PNG"):
        assert run("stats", "--plot", str(tmp_path / name)).returncode == 0
    with Image.open(tmp_path / "coverage.PNG") as picture:
        picture.load()


def test_the_greatest_source_stands_first(run: Run, root: Path) -> None:
    more = [dataclasses.replace(PUSH_UP, id=f"z-{n}", source=Source(url="https://z.example.com/x")) for n in range(3)]
    fill(root, *more)
    text = run("stats").stdout.decode()
    assert text.index("z.example.com: 3") < text.index("example.com: 2, saved")
