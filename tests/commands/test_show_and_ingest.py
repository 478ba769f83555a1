"""`exercises show` in its three forms, and the sums of `ingest --json`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import yaml

from pipeline.store import Store
from tests.collection import PUSH_UP, fill
from tests.commands.said import said
from tests.conftest import REPOSITORY


def test_show_prints_the_record_as_its_file_is(tmp_path: Path) -> None:
    fill(tmp_path)
    text = said("show", "push-up", "--yaml", root=tmp_path).out
    assert text.encode() == Store(tmp_path).text("push-up")
    assert yaml.safe_load(text)["name"] == "Push-Up"


def test_show_as_json_holds_what_the_file_holds(tmp_path: Path) -> None:
    fill(tmp_path)
    shown = json.loads(said("show", "push-up", "--json", root=tmp_path).out)
    stored = yaml.safe_load(said("show", "push-up", "--yaml", root=tmp_path).out)
    assert {key: shown[key] for key in stored if key != "source"} == {k: v for k, v in stored.items() if k != "source"}
    assert list(shown)[:3] == ["schema", "id", "name"]


def test_show_for_people_names_every_fact(tmp_path: Path) -> None:
    fill(tmp_path)
    out = said("show", "push-up", root=tmp_path).out
    for text in ("Push-Up", "Press-Up", "chest", "triceps", "body weight", "beginner", "both at once", "compound"):
        assert text in out
    assert [f"{n}. {step}" in out for n, step in enumerate(PUSH_UP.instructions, 1)] == [True, True]


def test_the_outcomes_of_ingest_add_up(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    pages = sorted((REPOSITORY / "raw").rglob("*.html"))[:4]
    for page in pages:
        shutil.copy(page, raw / page.name)
    shutil.copy(pages[0], raw / "again.html")
    (raw / "empty.html").write_text("<p>nothing here</p>", "utf-8")
    first = ingested(tmp_path)
    assert (first["new"], first["duplicates"], first["rejected"]) == (4, 1, 1)
    again = ingested(tmp_path)
    assert (again["new"], again["changed"]) == (0, 0)
    for report in (first, again):
        kinds = ("new", "changed", "unchanged", "rejected", "duplicates")
        assert report["pages"] == 6 == sum(report[kind] for kind in kinds) == len(report["results"])


def ingested(root: Path) -> dict[str, int | list[object]]:
    done = said("ingest", "--json", root=root)
    assert done.code == 1  # one page is rejected
    report: dict[str, int | list[object]] = json.loads(done.out)
    return report
